//! Whether two quotations are given to one speaker.

use crate::extract::Quotation;
use crate::text::fold;

use super::names::is_transliteration;
use super::report::Report;

/// How the speakers of two quotations relate.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Speakers {
    /// One and the same person or side.
    Same,
    /// One of them is unknown, or too little is known to tell.
    Open,
    /// Two names that have nothing in common, both attributed with confidence.
    Differ,
}

/// From here on an attribution is sure enough to say that two reports name different speakers.
const CONFIDENT: f32 = 0.8;

/// Words that stand in the titles of many people and name none of them.
const COMMON_TITLE_WORDS: &[&str] = &[
    "the",
    "a",
    "an",
    "of",
    "for",
    "to",
    "and",
    "in",
    "at",
    "his",
    "her",
    "their",
    "its",
    "mr",
    "mrs",
    "ms",
    "dr",
    "sir",
    "president",
    "minister",
    "prime",
    "vice",
    "deputy",
    "chief",
    "head",
    "leader",
    "director",
    "chairman",
    "chairwoman",
    "secretary",
    "general",
    "spokesman",
    "spokeswoman",
    "spokesperson",
    "official",
    "officials",
    "former",
    "senior",
    "governor",
    "senator",
    "judge",
    "mayor",
    "captain",
    "coach",
];

/// What is known of a speaker: the words of the name, and of the office and body spoken for.
#[derive(Clone)]
pub(super) struct Known {
    name: Vec<String>,
    office: Vec<String>,
    /// Whether the words that stand with the quotation name somebody whom the article knows: no pronoun, whose meaning is a guess, and no
    /// mere description.
    named: bool,
    /// How sure the attribution is.
    confidence: f32,
}

/// Whether two quotations are given to the same speaker; a body, its spokesman and its statement are one side.
pub(super) fn relate(one: Option<&Known>, other: Option<&Known>) -> Speakers {
    let (Some(one), Some(other)) = (one, other) else { return Speakers::Open };
    if are_namesakes(one, other) {
        return if are_sure(one, other) { Speakers::Differ } else { Speakers::Open };
    }
    if share(&one.name, &other.name) {
        return Speakers::Same;
    }
    if !one.name.is_empty() && !other.name.is_empty() {
        if share(&one.name, &other.office) || share(&one.office, &other.name) {
            return Speakers::Same;
        }
        return if are_sure(one, other) && !share(&one.office, &other.office) { Speakers::Differ } else { Speakers::Open };
    }
    Speakers::Open
}

fn are_sure(one: &Known, other: &Known) -> bool {
    [one, other].iter().all(|known| known.named && known.confidence >= CONFIDENT)
}

/// Short forms of given names that begin with another letter.
const SHORT_NAMES: &[(&str, &str)] = &[
    ("bill", "william"),
    ("will", "bill"),
    ("bob", "robert"),
    ("dick", "richard"),
    ("ted", "edward"),
    ("ned", "edward"),
    ("tony", "anthony"),
    ("peggy", "margaret"),
    ("meg", "peggy"),
    ("molly", "mary"),
    ("sasha", "alexander"),
    ("lex", "alexander"),
    ("gus", "august"),
    ("jack", "john"),
    ("liz", "elizabeth"),
    ("betty", "elizabeth"),
    ("beth", "elizabeth"),
    ("nell", "eleanor"),
    ("tina", "christina"),
    ("becky", "rebecca"),
    ("drew", "andrew"),
    ("joe", "yosef"),
    ("hans", "johannes"),
];

/// Whether the two have a surname in common and given names that are not the same: `Ida Holt`, `Peter Holt`.
fn are_namesakes(one: &Known, other: &Known) -> bool {
    let ([given, surname], [other_given, other_surname]) = (one.name.as_slice(), other.name.as_slice()) else { return false };
    let is_short = |short: &str, long: &str| SHORT_NAMES.iter().any(|(known, whole)| short == *known && long.starts_with(whole));
    surname == other_surname
        && given.chars().next() != other_given.chars().next()
        && !is_short(given, other_given)
        && !is_short(other_given, given)
}

/// Reads what is known of a quotation's speaker.
pub(super) fn known(report: &Report<'_>, quotation: &Quotation) -> Option<Known> {
    let speaker = quotation.speaker.as_ref()?;
    let said_by = speaker.span.map(|span| report.words(span)).unwrap_or_default();
    let name = speaker.name.as_deref().map_or_else(|| capitalised(said_by), words);
    let mut office = words(said_by);
    let titled = report.claims.names.iter().filter(|known| Some(known.text.as_str()) == speaker.name.as_deref());
    let named = titled.clone().next().is_some() && share(&capitalised(said_by), &name);
    office.extend(titled.filter_map(|known| known.title.as_deref()).flat_map(words));
    Some(Known { name, office, named, confidence: speaker.confidence })
}

/// The telling words of a name or title.
fn words(text: &str) -> Vec<String> {
    let folded = fold::key(text);
    let words = folded.split(|c: char| !c.is_alphanumeric()).filter(|word| word.chars().nth(1).is_some());
    words.filter(|word| !COMMON_TITLE_WORDS.contains(word)).map(str::to_owned).collect()
}

/// The telling words that are written with a capital: a name, where nobody found out whose.
fn capitalised(text: &str) -> Vec<String> {
    text.split_whitespace().filter(|word| word.starts_with(char::is_uppercase)).flat_map(words).collect()
}

fn share(one: &[String], other: &[String]) -> bool {
    one.iter().any(|word| other.iter().any(|o| word == o || is_transliteration(word, o)))
}
