//! The verb or state that goes with a figure: who was killed, what lasted, what rose.

use std::borrow::Cow;
use std::ops::Range;
use std::sync::LazyLock;

use rustc_hash::{FxHashMap, FxHashSet};

use super::noun;
use super::part_of_speech::{Part, part};
use super::word_list::is_one_of;
use crate::text::fold;
use crate::text::token::Words;

/// One class of verbs and states: its key, how people read it, and its words; `_` joins those of a phrase.
type Class = (&'static str, &'static str, &'static str);

/// Verbs and states that make figures comparable, by language.
const STATES: &[(&str, &[Class])] = &[
    (
        "en",
        &[
            (
                "kill",
                "killed",
                "kill kills killed killing dead death deaths die dies died dying slain fatal fatally fatality fatalities toll perish perished lethal \
                 murdered drowned lost_their_lives lost_his_life lost_her_life lose_their_lives losing_their_lives found_dead claimed_the_lives \
                 claiming_the_lives cost_the_lives did_not_survive",
            ),
            (
                "injur",
                "injured",
                "injure injures injured injuring injury injuries wound wounds wounded wounding hurt hospitalised hospitalized",
            ),
            ("arrest", "arrested", "arrest arrests arrested arresting detain detained detaining custody jailed imprisoned rounded_up"),
            (
                "miss",
                "missing",
                "missing unaccounted not_been_heard_of not_been_heard_from not_been_seen_since not_been_found yet_to_be_found",
            ),
            (
                "displac",
                "displaced",
                "displace displaced displacing evacuate evacuated evacuating evacuation fled flee fleeing homeless uprooted forced_from \
                 forced_out_of driven_from cannot_go_home could_not_go_home cannot_return_home lost_their_homes left_their_homes \
                 leave_their_homes out_of_their_homes",
            ),
            ("rescu", "rescued", "rescue rescued rescuing rescues found_alive pulled_from pulled_out_of plucked_from"),
            ("last", "lasted", "lasts lasted lasting duration took takes went gone ran continued stretched dragged"),
            ("fire", "fired", "fire fires fired firing launch launches launched launching"),
            ("fire", "shot", "shot"),
            ("damag", "damaged", "damage damages damaged damaging destroy destroyed destroying destroys wrecked"),
            (
                "rise",
                "rose",
                "rise rises rose risen rising increase increases increased increasing grew grow grown growth climbed jumped surged soared gained",
            ),
            (
                "fall",
                "fell",
                "fall falls fell fallen falling decrease decreased drop drops dropped decline declined plunged slipped slumped shrank",
            ),
            ("cost", "cost", "cost costs costing price priced worth"),
            ("vote", "voted", "vote votes voted voting"),
            ("abstain", "abstained", "abstain abstains abstained abstaining abstention abstentions"),
            ("pay", "paid", "pay pays paid paying"),
        ],
    ),
    (
        "de",
        &[
            ("kill", "getötet", "getötet tote toten tot tötete starben gestorben todesopfer kamen ums_leben"),
            ("injur", "verletzt", "verletzt verletzte verletzten verwundet"),
            ("arrest", "festgenommen", "festgenommen verhaftet"),
            ("miss", "vermisst", "vermisst vermisste vermissten"),
            ("displac", "evakuiert", "evakuiert evakuierte vertrieben obdachlos in_sicherheit_gebracht"),
            ("rescu", "gerettet", "gerettet rettete retteten"),
            ("last", "dauerte", "dauerte dauerten dauert gedauert"),
        ],
    ),
    (
        "fr",
        &[
            ("kill", "tués", "tué tués tuées mort morts mortes décès perdu_la_vie"),
            ("injur", "blessés", "blessé blessés blessées"),
            ("arrest", "arrêtés", "arrêté arrêtés interpellés"),
            ("miss", "disparus", "disparu disparus disparues"),
            ("displac", "évacués", "évacué évacués évacuées déplacés sans_abri"),
            ("rescu", "sauvés", "sauvé sauvés secourus secourues"),
            ("last", "duré", "duré dure durait durer"),
        ],
    ),
    (
        "es",
        &[
            ("kill", "muertos", "muerto muertos muerta muertas murieron fallecidos fallecieron muertes perdieron_la_vida"),
            ("injur", "heridos", "herido heridos heridas"),
            ("arrest", "detenidos", "detenido detenidos"),
            ("miss", "desaparecidos", "desaparecido desaparecidos desaparecidas"),
            ("displac", "evacuados", "evacuado evacuados evacuadas desplazados desplazadas sin_hogar"),
            ("rescu", "rescatados", "rescatado rescatados rescatadas"),
            ("last", "duró", "duró duraron durar"),
        ],
    ),
    (
        "ru",
        &[
            ("kill", "погибли", "погиб погибли погибших погибшими убиты убит скончались жертвами жертв"),
            ("injur", "ранены", "ранены ранен ранения пострадали пострадавших раненых"),
            ("arrest", "задержаны", "задержаны задержан задержали арестованы"),
            ("miss", "пропали", "пропали пропавшими без_вести"),
            ("displac", "эвакуированы", "эвакуированы эвакуированных эвакуировали"),
            ("rescu", "спасены", "спасены спасли спасенных"),
            ("last", "длились", "длились длилась длился продлились продолжались продолжалась"),
        ],
    ),
    (
        "uk",
        &[
            ("kill", "загинули", "загинув загинули загиблих загиблими вбито жертвами"),
            ("injur", "поранені", "поранені поранено постраждали поранень"),
            ("arrest", "затримані", "затримані затримано"),
            ("miss", "зникли", "зникли зниклими безвісти"),
            ("displac", "евакуйовані", "евакуйовані евакуйовано евакуювали"),
            ("rescu", "врятовані", "врятовані врятовано врятували"),
            ("last", "тривали", "тривали тривала тривав"),
        ],
    ),
];

/// Classes that say what happened to those counted; they win over classes that only say how a number moved.
const STRONG: &str = "kill injur arrest miss displac rescu fire damag vote abstain";
/// Classes that, right after a number, stand for people: `12 dead and 30 injured`.
const OF_PEOPLE: &str = "kill injur arrest miss displac rescu abstain";
/// Nouns among the words above: they can be what is measured.
const NOUNS: &str =
    "toll death deaths injury injuries fatality fatalities casualties price cost growth damage duration evacuation votes vote";

/// Tokens before and after a figure in which its verb or state is looked for.
const REACH: usize = 8;
/// Other words that may stand between.
const WORDS_BETWEEN: usize = 3;

/// A verb or state.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct State {
    /// The class, or the stem of a verb that has none.
    pub class: Cow<'static, str>,
    /// How people read it.
    pub shown: Cow<'static, str>,
}

impl State {
    /// Whether what it is said of must be people.
    pub(super) fn is_of_people(&self) -> bool {
        is_one_of(OF_PEOPLE, &self.class)
    }

    /// Whether it says what happened, and not only how a number moved or was spent: it holds from a few words away, too.
    pub(super) fn is_sure(&self) -> bool {
        is_one_of(STRONG, &self.class) || self.class == "last"
    }

    fn fits(&self, is_time: bool) -> bool {
        (self.class == "last") == is_time || is_time && is_one_of("rise fall", &self.class)
    }
}

/// Words after a unit of length that say which length it is: a bridge is 240 metres long and 12 metres wide.
const EXTENTS: &str = "long wide high tall deep thick away";

/// The length that a measure gives.
pub(super) fn extent(key: &str) -> Option<State> {
    is_one_of(EXTENTS, key).then(|| State { class: Cow::Owned(key.to_owned()), shown: Cow::Owned(key.to_owned()) })
}

/// The class of a word.
pub(super) fn class_of(key: &str, language: &str) -> Option<State> {
    static ALL: LazyLock<FxHashMap<&'static str, FxHashMap<String, Class>>> = LazyLock::new(|| {
        let of =
            |rows: &'static [Class]| rows.iter().flat_map(|row| row.2.split_whitespace().map(|word| (fold::key(word), *row))).collect();
        STATES.iter().map(|(language, rows)| (*language, of(rows))).collect()
    });
    let (class, shown, _) = ALL.get(language)?.get(key)?;
    Some(State { class: Cow::Borrowed(class), shown: Cow::Borrowed(shown) })
}

/// The class of the word or phrase that begins at a place: `lost their lives`.
fn class_at(words: &Words<'_>, at: usize, language: &str) -> Option<State> {
    let key = words.key(at);
    let opens = OPENING_WORDS.get(language).is_some_and(|opening| opening.contains(key));
    let phrase = |length: usize| (at..at + length).map(|at| words.key(at)).collect::<Vec<_>>().join("_");
    let in_phrase = || (2..=LONGEST_PHRASE).rev().find_map(|length| class_of(&phrase(length), language));
    opens.then(in_phrase).flatten().or_else(|| class_of(key, language))
}

/// The most words of a phrase in the table.
const LONGEST_PHRASE: usize = 5;

/// The first words of the phrases of each language, folded.
static OPENING_WORDS: LazyLock<FxHashMap<&'static str, FxHashSet<String>>> = LazyLock::new(|| {
    let phrases = |rows: &'static [Class]| rows.iter().flat_map(|row| row.2.split_whitespace()).filter_map(|word| word.split_once('_'));
    STATES.iter().map(|(language, rows)| (*language, phrases(rows).map(|(first, _)| fold::key(first)).collect())).collect()
});

/// Whether a word of a class is a verb or adjective and cannot be what is measured.
pub(super) fn is_verb(key: &str, language: &str) -> bool {
    class_of(key, language).is_some() && !is_one_of(NOUNS, key)
}

/// Whether a word right behind a number is its verb or state rather than a noun that is counted: `12 dead`, `50 arrests` are people, but
/// `eight launches` are launches.
pub(super) fn stands_for_what_is_counted(key: &str, language: &str) -> bool {
    let of_people = class_of(key, language).is_some_and(|state| state.is_of_people());
    is_verb(key, language) && (of_people || !(language == "en" && noun::is_plural(key)))
}

/// The class of a noun phrase that says itself what happened to those it counts: `the death toll`.
pub(super) fn strong_within(words: &Words<'_>, phrase: Range<usize>, language: &str) -> Option<State> {
    phrase.filter_map(|at| class_of(words.key(at), language)).find(|state| is_one_of(STRONG, &state.class))
}

/// The verb or state of the figure that begins at `start` and counts `noun`: what comes after it is nearer than what comes before.
/// `is_time` when the figure is a duration, which lasts and is not killed.
pub(super) fn state(words: &Words<'_>, start: usize, noun: Range<usize>, language: &str, is_time: bool) -> Option<State> {
    let end = noun.end;
    let inside = noun.filter_map(|at| class_of(words.key(at), language));
    let after = near(words, end..end + REACH, language);
    let before = near(words, (start.saturating_sub(REACH)..start).rev(), language);
    let all: Vec<State> = inside.chain(after).chain(before).filter(|state| state.fits(is_time)).collect();
    let strong = all.iter().position(|state| is_one_of(STRONG, &state.class) || state.class == "last");
    all.get(strong.unwrap_or(0)).cloned().or_else(|| plain_verb(words, start, language))
}

/// Words after which `last` is a verb.
const BEFORE_VERBS: &str = "to will would could may might can should must";

/// The classes met on the way through some places, until the clause ends or another verb comes.
fn near(words: &Words<'_>, places: impl Iterator<Item = usize>, language: &str) -> Vec<State> {
    let mut found = Vec::new();
    let mut between = 0;
    for at in places {
        let key = words.key(at);
        if key.is_empty()
            || matches!(key, "," | ";" | ":" | "." | "and" | "but" | "while" | "und" | "et" | "y" | "и" | "і")
            || between > WORDS_BETWEEN
        {
            break;
        }
        if is_in_title(words, at) {
            continue;
        }
        let is_verb = key == "last" && is_one_of(BEFORE_VERBS, words.key_before(at, 1));
        let class = if is_verb { class_of("lasts", language) } else { class_at(words, at, language) };
        if let Some(state) = class {
            found.push(state);
        } else if words.is_word(at) && !noun::is_boundary(key, language) {
            if noun::is_verb_like(key) {
                break;
            }
            between += 1;
        }
    }
    found
}

/// Whether the word is part of a title or name (`Fire Chief Tomas Haldren`); in a headline every word has a capital.
fn is_in_title(words: &Words<'_>, at: usize) -> bool {
    let is_capital = |at: usize| words.is_word(at) && words.is_capitalised(at);
    let is_headline = || !(0..words.len()).any(|at| words.is_word(at) && words.word(at).len() > 3 && !words.is_capitalised(at));
    is_capital(at) && (is_capital(at + 1) || at.checked_sub(1).is_some_and(is_capital)) && !is_headline()
}

/// A verb without a class, right before the figure: `sank three ships`.
fn plain_verb(words: &Words<'_>, start: usize, language: &str) -> Option<State> {
    let key = words.key_before(start, 1);
    let is_past = language == "en" && key.ends_with("ed") && noun::is_verb_like(key) && !noun::is_boundary(key, language);
    let is_verb = is_past && start.checked_sub(1).is_some_and(|at| part(words, at) == Part::Verb);
    is_verb.then(|| State { class: Cow::Owned(fold::stem(key, language).into_owned()), shown: Cow::Owned(key.to_owned()) })
}
