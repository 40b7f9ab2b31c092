//! Finds what is counted: the noun phrase after a number, by closed lists of the words that end one.

use std::ops::Range;
use std::sync::LazyLock;

use rustc_hash::{FxHashMap, FxHashSet};

use super::number_words::Lexicon;
use super::part_of_speech::{Part, part};
use super::word_list::is_one_of;
use crate::text::fold;
use crate::text::token::Words;

/// Words that end a noun phrase, by language: prepositions, conjunctions, pronouns, determiners, auxiliaries, and verbs that news uses
/// right after a number.
const BOUNDARIES: &[(&str, &str)] = &[
    (
        "en",
        "a an the another this that these those its his her their our my your who which whose whom what when where while why how he she it they we \
         you i them him us me of in on at by for from with without to into onto over under above below between among across through during \
         after before since until till about around against along behind beside beyond near off out up down per than as if because though \
         although unless whereas and or but nor so yet not no is are was were be been being am has have had having do does did done will \
         would can could may might must shall should ago away later earlier apart too also just only still already again now then here \
         there ahead upon within toward towards according including despite via amid compared versus vs said says say told added reported \
         announced made went came took got goes go going comes come became become gets get wants want needs need means mean shows show \
         following follow based remain remained remains left rose fell dropped jumped climbed gained lost won beat died kill killed \
         injured wounded hurt arrested detained missing dead displaced evacuated rescued respectively each every both all any some other's \
         isn't aren't wasn't weren't don't doesn't didn't won't can't couldn't seems seem began begins started starts includes include \
         sees see says think thinks know knows believe believes expect expects plus minus times combined total overall more less fewer hit spoke holds stands runs carries \
         covers contains employs owns serves weighs measures hits reaches stand stood held ran",
    ),
    (
        "de",
        "der die das den dem des ein eine einen einer einem und oder aber in im an am auf aus bei mit nach von vom vor zu zum zur über unter \
         durch für gegen ohne um seit bis ist sind war waren wird werden wurde wurden hat haben hatte hatten als wie dass die nicht auch \
         noch nur schon mehr weniger sich sie er es wir ihr ihre sein seine getötet verletzt",
    ),
    (
        "fr",
        "le la les un une des du de d au aux et ou mais dans en sur sous par pour avec sans vers chez entre depuis pendant à ce cet cette ces \
         qui que dont où est sont était étaient a ont avait avaient été sera seront ne pas plus moins il elle ils elles se son sa ses leur \
         leurs selon contre après avant",
    ),
    (
        "es",
        "el la los las un una unos unas de del al a y o pero en con sin por para sobre entre desde hasta durante contra según que quien cual \
         es son era eran fue fueron ha han había será no más menos se su sus lo le les este esta estos estas como",
    ),
    (
        "ru",
        "в во на с со из к ко по за от до у о об при для без над под между через после перед и или но а что который которые которая как не \
         ни был была было были есть его её их он она они это все также уже еще только более менее погибли пострадали ранены",
    ),
    (
        "uk",
        "в у на з зі із до від по за о об при для без над під між через після перед і й та або але а що який які яка як не ні був була було \
         були є його її їх він вона вони це всі також вже ще тільки більше менше загинули постраждали поранені",
    ),
];

/// Adjectives and measures that end in `s` but are not plural nouns, and singular nouns that end so.
const NOT_PLURAL: &str = "previous various serious famous dangerous numerous religious continuous anonymous ambitious business series news bus \
    gas virus status campus plus less us across perhaps always yes was is has its his this thus as gross express wireless \
    class glass mass loss press cross boss access process congress success address stress express precious mysterious \
    suspicious massachusetts";

/// Plural nouns without an `s`.
const IRREGULAR_PLURALS: &str = "people men women children police troops personnel aircraft cattle sheep fish deer teeth feet mice geese crew media \
    data criteria staff infantry servicemen servicewomen policemen firemen fishermen gunmen congressmen lawmen businessmen \
    spacecraft hovercraft youth clergy livestock poultry salmon trout oxen alumni stimuli bacteria phenomena others";

/// Words before a noun that count as its modifiers although they end a phrase elsewhere.
const OPEN_MODIFIERS: &str = "other more additional further combined total missing wounded injured displaced dead overall lost killed";

/// Plural nouns among the words that end a phrase elsewhere, as verbs: right behind a number they are what it counts.
const NOUNS_TOO: &str = "measures hits runs shows needs stands means starts reports";

/// The longest noun phrase, in tokens.
const LONGEST: usize = 8;

/// What a number counts.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct NounPhrase {
    /// Modifiers and noun.
    pub tokens: Range<usize>,
    /// The head noun.
    pub head: usize,
}

/// Whether a word cannot stand inside a noun phrase of the language.
pub(super) fn is_boundary(key: &str, language: &str) -> bool {
    static ALL: LazyLock<FxHashMap<&'static str, FxHashSet<String>>> = LazyLock::new(|| {
        BOUNDARIES.iter().map(|(language, words)| (*language, words.split_whitespace().map(fold::key).collect())).collect()
    });
    let contracted = language == "en" && ["'re", "'ve", "'ll", "n't", "'d", "'m"].iter().any(|ending| key.ends_with(ending));
    contracted || ALL.get(language).is_some_and(|words| words.contains(key))
}

/// Whether the token is a mark, or past the end: nothing of a phrase can follow.
pub(super) fn is_stop(words: &Words<'_>, at: usize) -> bool {
    !words.is_word(at) && !words.is_number(at)
}

/// Whether an English word has the form of a verb in the past or of a gerund.
pub(super) fn is_verb_like(key: &str) -> bool {
    key.len() > 4 && (key.ends_with("ed") || key.ends_with("ing"))
}

/// Whether an English word has the form of a plural noun.
pub(super) fn is_plural(key: &str) -> bool {
    let regular = key.len() > 3 && key.ends_with('s') && !key.ends_with("ss") && !key.ends_with("'s") && !key.ends_with("ous");
    (regular && !is_one_of(NOT_PLURAL, key)) || is_one_of(IRREGULAR_PLURALS, key)
}

/// Whether a plural noun follows, so that the number before it counts something.
pub(super) fn is_counted(words: &Words<'_>, at: usize, language: &str) -> bool {
    match phrase_at(words, at, language) {
        Some(phrase) if language == "en" => is_plural(words.key(phrase.head)),
        phrase => phrase.is_some(),
    }
}

/// The noun phrase that begins at a token; the head of an English one is its first plural noun, else its last word.
pub(super) fn phrase_at(words: &Words<'_>, at: usize, language: &str) -> Option<NounPhrase> {
    if language == "en" { english(words, at) } else { other(words, at, language) }
}

fn english(words: &Words<'_>, at: usize) -> Option<NounPhrase> {
    let mut head = None;
    let mut end = at;
    while end < at + LONGEST {
        let key = words.key(end);
        if joins(words, end) && end > at {
            end += 2;
            head = is_plural(words.key(end - 1)).then_some(end - 1).filter(|_| !joins(words, end));
            if head.is_some() {
                break;
            }
            continue;
        }
        let linked = matches!(key, "and" | "&" | ",") && end > at && plural_follows(words, end + 1);
        if linked {
            end += 1;
            continue;
        }
        if ends_phrase(words, at, end) {
            break;
        }
        end += 1;
        if is_plural(key) && !joins(words, end) {
            head = Some(end - 1);
            if !is_plural(words.key(end)) || is_boundary(words.key(end), "en") {
                break;
            }
        }
    }
    if head.is_none() {
        while end > at && !words.is_word(end - 1) {
            end -= 1;
        }
    }
    let head = head.or_else(|| end.checked_sub(1)).filter(|head| *head >= at)?;
    Some(NounPhrase { tokens: at..head + 1, head })
}

/// Whether the word at `end` is no part of the noun phrase that begins at `at`.
fn ends_phrase(words: &Words<'_>, at: usize, end: usize) -> bool {
    let key = words.key(end);
    let is_noun_here = end == at && is_one_of(NOUNS_TOO, key) && !is_determined(words, end + 1);
    let modifies = is_one_of(OPEN_MODIFIERS, key) && words.is_word(end + 1) && !is_boundary(words.key(end + 1), "en");
    let verb = end > at && ends_in_verb(words, end);
    verb || !words.is_word(end) || is_boundary(key, "en") && !modifies && !is_noun_here
}

/// Whether a verb stands at a place behind a noun: `a 39-year-old man shot his brother`, `a 300-room building houses a bank`.
fn ends_in_verb(words: &Words<'_>, at: usize) -> bool {
    let is_verb = part(words, at) == Part::Verb;
    let is_counting = words.is_number(at + 1) || Lexicon::of("en").number(words.key(at + 1)).is_some();
    let is_led = part(words, at + 1) == Part::Pronoun || is_counting;
    let is_past = is_verb && is_verb_like(words.key(at)) && !words.key_before(at, 1).ends_with("ly");
    is_past || is_verb && is_led || (is_verb || is_plural(words.key(at))) && is_determined(words, at + 1)
}

pub(super) fn is_determined(words: &Words<'_>, at: usize) -> bool {
    part(words, at) == Part::Determiner && super::rate::rate_at(words, at, "en", false).is_none()
}

/// Whether the token is a hyphen or slash between two words.
fn joins(words: &Words<'_>, at: usize) -> bool {
    matches!(words.key(at), "-" | "/") && words.touches_previous(at) && words.touches_next(at) && words.is_word(at + 1)
}

/// Whether within three words a plural noun comes, with nothing that ends a phrase before it.
fn plural_follows(words: &Words<'_>, at: usize) -> bool {
    for place in at..at + 3 {
        let key = words.key(place);
        if !words.is_word(place) || is_boundary(key, "en") {
            return false;
        }
        if is_plural(key) {
            return true;
        }
    }
    false
}

/// Endings of adjectives that stand before their noun in Russian and Ukrainian.
const SLAVIC_ADJECTIVES: &str = "ых их ого его ные ний ный ая ої ими ыми";

fn other(words: &Words<'_>, at: usize, language: &str) -> Option<NounPhrase> {
    let is_part = |place: usize| words.is_word(place) && !is_boundary(words.key(place), language);
    if !is_part(at) {
        return None;
    }
    let modifies = |place: usize| match language {
        "de" => !words.is_capitalised(place),
        "ru" | "uk" => SLAVIC_ADJECTIVES.split_whitespace().any(|ending| words.key(place).ends_with(ending)),
        _ => false,
    };
    let mut head = at;
    while head < at + 3 && modifies(head) && is_part(head + 1) {
        head += 1;
    }
    Some(NounPhrase { tokens: at..head + 1, head })
}
