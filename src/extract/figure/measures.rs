//! What a figure measures: the noun it counts, the verb or state that goes with it, and whether it is a part or of an earlier time.

use std::ops::Range;
use std::sync::LazyLock;

use rustc_hash::FxHashMap;

use super::Measures;
use super::noun::{self, NounPhrase};
use super::quantity::{Quantity, Role};
use super::rate::{Rate, rate_at};
use super::unit_table::Kind;
use crate::extract::date::{Moment, When};
use crate::text::fold;
use crate::text::token::Words;

/// Verbs and states that make figures comparable, by language: the class, how people read it, and its words.
const STATES: &[(&str, &[(&str, &str, &str)])] = &[
    (
        "en",
        &[
            (
                "kill",
                "killed",
                "kill kills killed killing dead death deaths die dies died dying slain fatal fatally fatality fatalities toll perished lethal murdered",
            ),
            (
                "injur",
                "injured",
                "injure injures injured injuring injury injuries wound wounds wounded wounding hurt hospitalised hospitalized",
            ),
            ("arrest", "arrested", "arrest arrests arrested arresting detain detained detaining custody jailed imprisoned"),
            ("miss", "missing", "missing unaccounted"),
            (
                "displac",
                "displaced",
                "displace displaced displacing evacuate evacuated evacuating evacuation fled flee fleeing homeless uprooted",
            ),
            ("rescu", "rescued", "rescue rescued rescuing rescues saved"),
            ("last", "lasted", "last lasts lasted lasting duration"),
            ("fire", "fired", "fire fires fired firing launch launches launched launching shot"),
            ("damag", "damaged", "damage damages damaged damaging destroy destroyed destroying destroys wrecked"),
            (
                "rise",
                "rose",
                "rise rises rose risen rising increase increases increased increasing grew grow grown growth climbed jumped surged soared gained",
            ),
            (
                "fall",
                "fell",
                "fall falls fell fallen falling decrease decreased drop drops dropped decline declined plunged slipped slumped lost shrank",
            ),
            ("cost", "cost", "cost costs costing price priced worth"),
            ("vote", "voted", "vote votes voted voting"),
            ("pay", "paid", "pay pays paid paying"),
        ],
    ),
    (
        "de",
        &[
            ("kill", "getötet", "getötet tote toten tot tötete starben gestorben todesopfer kamen"),
            ("injur", "verletzt", "verletzt verletzte verletzten verwundet"),
            ("arrest", "festgenommen", "festgenommen verhaftet"),
            ("miss", "vermisst", "vermisst vermisste"),
            ("last", "dauerte", "dauerte dauerten dauert gedauert"),
        ],
    ),
    (
        "fr",
        &[
            ("kill", "tués", "tué tués tuées mort morts mortes décès"),
            ("injur", "blessés", "blessé blessés blessées"),
            ("arrest", "arrêtés", "arrêté arrêtés interpellés"),
            ("miss", "disparus", "disparu disparus"),
            ("last", "duré", "duré dure durait durer"),
        ],
    ),
    (
        "es",
        &[
            ("kill", "muertos", "muerto muertos muerta muertas murieron fallecidos muertes"),
            ("injur", "heridos", "herido heridos heridas"),
            ("arrest", "detenidos", "detenido detenidos"),
            ("miss", "desaparecidos", "desaparecido desaparecidos"),
            ("last", "duró", "duró duraron durar"),
        ],
    ),
    (
        "ru",
        &[
            ("kill", "погибли", "погиб погибли погибших убиты убит скончались жертвами"),
            ("injur", "ранены", "ранены ранен ранения пострадали пострадавших раненых"),
            ("arrest", "задержаны", "задержаны задержан задержали арестованы"),
            ("miss", "пропали", "пропали пропавшими"),
            ("last", "длились", "длились длилась длился продлились продолжались продолжалась"),
        ],
    ),
    (
        "uk",
        &[
            ("kill", "загинули", "загинув загинули загиблих вбито"),
            ("injur", "поранені", "поранені поранено постраждали поранень"),
            ("arrest", "затримані", "затримані затримано"),
            ("miss", "зникли", "зникли зниклими"),
            ("last", "тривали", "тривали тривала тривав"),
        ],
    ),
];

/// States that, right after a number, stand for people: `12 dead and 30 injured`.
const OF_PEOPLE: &[&str] = &["kill", "injur", "arrest", "miss", "displac", "rescu"];

/// Tokens before and after a figure in which its verb or state is looked for.
const REACH: usize = 8;

/// What a figure measures, and the rate of a counted noun (`20 raids a week`).
pub(super) fn measures(words: &Words<'_>, quantity: &Quantity, moments: &[Moment], context: Context<'_>) -> (Measures, Option<Rate>) {
    let counted = counted(words, quantity, context.language);
    let end = counted.as_ref().map_or(quantity.next, |phrase| phrase.tokens.end);
    let rate = if quantity.unit.is_none() { rate_at(words, end, context.language, false).map(|(rate, _)| rate) } else { None };
    let state = state(words, quantity.tokens.start, end, context.language);
    let subject = subject(words, quantity.tokens.start, context.language);
    let named = if quantity.unit.is_none() || quantity.role == Role::Ratio { counted.clone() } else { None };
    let named = named.or_else(|| described(words, quantity, context.language)).or(subject).or(counted);
    let people = named.is_none() && state.is_some_and(|state| OF_PEOPLE.contains(&state.class));
    let head = named.as_ref().map(|phrase| stem(words.word(phrase.head), context.language));
    let measures = Measures {
        text: text(words, named.as_ref(), state, people),
        head: head.or_else(|| people.then(|| stem("people", "en"))),
        state: state.map(|state| state.class.to_owned()),
        span: named.as_ref().map(|phrase| words.span(phrase.head..phrase.head + 1)),
        partial: is_partial(words, quantity),
        historical: is_historical(words, quantity, moments, context),
    };
    (measures, rate)
}

/// What is known besides the words of the sentence.
#[derive(Debug, Clone, Copy)]
pub(super) struct Context<'a> {
    /// BCP 47 code of the article's language.
    pub language: &'a str,
    /// The year of publication.
    pub year: Option<i16>,
}

fn stem(word: &str, language: &str) -> String {
    fold::stem(&fold::word_key(word), language).into_owned()
}

fn text(words: &Words<'_>, named: Option<&NounPhrase>, state: Option<State>, people: bool) -> String {
    let noun = named.map(|phrase| phrase.tokens.clone().map(|at| spaced(words, at, phrase.tokens.start)).collect::<String>());
    let noun = noun.or_else(|| people.then(|| "people".to_owned())).unwrap_or_default();
    let shown = state.map(|state| state.shown).filter(|shown| !noun.to_lowercase().contains(&shown.to_lowercase()));
    [noun.as_str(), shown.unwrap_or_default()].join(" ").trim().to_owned()
}

fn spaced(words: &Words<'_>, at: usize, first: usize) -> String {
    let gap = if at > first && !words.touches_previous(at) { " " } else { "" };
    format!("{gap}{}", words.word(at))
}

/// The noun phrase that the number counts, also behind `of the`.
fn counted(words: &Words<'_>, quantity: &Quantity, language: &str) -> Option<NounPhrase> {
    let next = quantity.next + usize::from(quantity.joined);
    let skipped = (next..next + 4)
        .find(|&at| !matches!(words.key(at), "of" | "the" | "its" | "their" | "his" | "her" | "these" | "those" | "all" | "our" | "my"));
    let behind_of = words.key(next) == "of" && quantity.unit.is_none();
    let at = if behind_of { skipped? } else { next };
    let phrase = noun::phrase_at(words, at, language)?;
    let state = class_of(words.key(phrase.head), language).is_some() && phrase.tokens.len() == 1;
    (!state || noun::is_plural(words.key(phrase.head))).then_some(phrase)
}

/// What an amount is of: `18 per cent of homes`, `a fine of $5m`, `a 5 W charger`.
fn described(words: &Words<'_>, quantity: &Quantity, language: &str) -> Option<NounPhrase> {
    let after = quantity.next;
    if matches!(words.key(after), "of" | "in" | "von" | "de" | "der") {
        let at = (after + 1..after + 4).find(|&at| !noun::is_boundary(words.key(at), language))?;
        if let Some(phrase) = noun::phrase_at(words, at, language) {
            return Some(phrase);
        }
    }
    let start = quantity.tokens.start;
    let of = matches!(words.key_before(start, 1), "of" | "at" | "to" | "by");
    if of
        && words.key_before(start, 1) == "of"
        && start >= 2
        && words.is_word(start - 2)
        && !noun::is_boundary(words.key(start - 2), language)
    {
        return Some(NounPhrase { tokens: start - 2..start - 1, head: start - 2 });
    }
    let is_time = quantity.unit.as_ref().is_some_and(|unit| unit.kind == Kind::Duration) && quantity.role == Role::Amount;
    (!is_time).then(|| noun::phrase_at(words, after + usize::from(words.key(after) == "-"), language)).flatten()
}

/// A class of verbs and states.
#[derive(Debug, Clone, Copy)]
struct State {
    class: &'static str,
    shown: &'static str,
}

fn class_of(key: &str, language: &str) -> Option<State> {
    static ALL: LazyLock<FxHashMap<&'static str, FxHashMap<String, State>>> = LazyLock::new(|| {
        let of = |rows: &'static [(&'static str, &'static str, &'static str)]| {
            let row = |(class, shown, words): &'static (&'static str, &'static str, &'static str)| {
                words.split_whitespace().map(move |word| (fold::key(word), State { class, shown }))
            };
            rows.iter().flat_map(row).collect()
        };
        STATES.iter().map(|(language, rows)| (*language, of(rows))).collect()
    });
    ALL.get(language).and_then(|words| words.get(key)).copied()
}

/// The nearest verb or state: after the figure up to the clause's end, else before it.
fn state(words: &Words<'_>, start: usize, end: usize, language: &str) -> Option<State> {
    let ends_clause =
        |at: usize| matches!(words.key(at), "," | ";" | ":" | "." | "and" | "but" | "while" | "und" | "et" | "y" | "и" | "і" | "—");
    let after =
        (end.saturating_sub(1).max(start)..end + REACH).take_while(|&at| !words.word(at).is_empty() && (at < end || !ends_clause(at)));
    let found = after.filter_map(|at| class_of(words.key(at), language)).next();
    let before = || {
        (start.saturating_sub(REACH)..start)
            .rev()
            .take_while(|&at| !matches!(words.key(at), ";" | ":" | "."))
            .find_map(|at| class_of(words.key(at), language))
    };
    found.or_else(before)
}

/// Prepositions whose noun is not the subject: `talks with delegations lasted …`.
const PREPOSITIONS: &[&str] =
    &["of", "with", "in", "for", "at", "on", "between", "by", "from", "to", "among", "across", "as", "after", "before", "than", "over"];

/// The noun before the verb that leads to the figure: `talks` in `talks that lasted for four hours`.
fn subject(words: &Words<'_>, start: usize, language: &str) -> Option<NounPhrase> {
    let is_noun = |at: usize| {
        words.is_word(at)
            && !noun::is_boundary(words.key(at), language)
            && class_of(words.key(at), language).is_none()
            && !noun::is_verb_like(words.key(at))
    };
    let mut at = start;
    let mut last = None;
    for _ in 0..6 {
        let head = (at.saturating_sub(10)..at)
            .rev()
            .take_while(|&place| !matches!(words.key(place), ";" | "." | ":" | "\"" | "”" | "“"))
            .find(|&place| is_noun(place))?;
        let mut first = head;
        while first > 0 && head - first < 4 && is_noun(first - 1) {
            first -= 1;
        }
        last = Some(NounPhrase { tokens: first..head + 1, head });
        let determined = first.saturating_sub(1);
        let before = if is_determiner(words.key(determined)) { determined.saturating_sub(1) } else { determined };
        let lead = words.key(before);
        if first == 0 || !(PREPOSITIONS.contains(&lead) || matches!(lead, "and")) {
            break;
        }
        at = before;
    }
    last
}

fn is_determiner(key: &str) -> bool {
    matches!(key, "the" | "a" | "an" | "their" | "his" | "her" | "its" | "these" | "those" | "this" | "that" | "our")
}

/// Words that mark a figure as part of a whole or as one more.
fn is_partial(words: &Words<'_>, quantity: &Quantity) -> bool {
    const BEFORE: &[&str] = &["another", "other", "further", "additional", "including", "among", "remaining", "extra"];
    const AFTER: &[&str] = &["more", "others", "other", "further", "additional", "extra"];
    let start = quantity.tokens.start;
    let before = (1..=3).any(|back| BEFORE.contains(&words.key_before(start, back)));
    let of = words.key(quantity.next) == "of"
        && quantity.unit.is_none()
        && (matches!(
            words.key(quantity.next + 1),
            "them" | "whom" | "which" | "the" | "those" | "these" | "its" | "their" | "his" | "her"
        ) || words.is_number(quantity.next + 1));
    before || of || AFTER.contains(&words.key(quantity.next)) && words.key(quantity.next + 1) != "than"
}

/// Words that place a figure in an earlier time, and how far from it they may stand.
fn is_historical(words: &Words<'_>, quantity: &Quantity, moments: &[Moment], context: Context<'_>) -> bool {
    const ALONE: &[&str] = &["ago", "earlier", "previous", "previously", "formerly"];
    let near = quantity.tokens.start.saturating_sub(REACH)..quantity.tokens.end + REACH;
    let within = |at: usize| near.contains(&at) && !crosses_clause(words, at, quantity);
    let phrase = near.clone().filter(|&at| within(at)).any(|at| {
        let key = words.key(at);
        let next = words.key(at + 1);
        ALONE.contains(&key)
            || key == "compared"
            || key == "last"
                && matches!(next, "year" | "month" | "week" | "season" | "summer" | "winter" | "spring" | "autumn" | "decade" | "century")
    });
    let earlier = |when: When| match (when, context.year) {
        (When::Year { year, .. }, Some(now)) => year < now,
        (When::Days(_, last), Some(now)) => last.year() < now,
        _ => false,
    };
    phrase || moments.iter().any(|moment| within(moment.tokens.start) && earlier(moment.when))
}

/// Whether a mark that ends a clause stands between a token and the figure.
fn crosses_clause(words: &Words<'_>, at: usize, quantity: &Quantity) -> bool {
    let between: Range<usize> = if at < quantity.tokens.start { at..quantity.tokens.start } else { quantity.tokens.end..at };
    between.into_iter().any(|place| {
        matches!(words.key(place), ";" | "." | ":")
            || words.key(place) == "," && words.is_word(place + 1) && matches!(words.key(place + 1), "and" | "but" | "while")
    })
}
