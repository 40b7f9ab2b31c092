//! Tells numbers that name something (`Falcon 9`, `Section 8`, `COVID-19`, a telephone number) from numbers that measure.

use super::approximation;
use super::noun;
use super::word_list::is_one_of;
use crate::text::token::Words;

/// English nouns before a number that names one of a row.
const LABELLED: &str = "section sections row chapter chapters page pages room flight route highway interstate phase level tier grade type \
    version article articles number numbers no nos nr channel platform gate episode episodes volume lot apartment suite \
    figure table generation category schedule rule rules amendment resolution clause paragraph exhibit route terminal pier \
    stage stages round rounds week day game match lap hole verse psalm act scene zone sector ward district area unit block \
    building train bus line track lane exit junction pole seed seeded title part form bill proposition measure apollo \
    windows vitamin size order step tip rank ranked class agenda question item year season seasons quarter under pad nummer \
    artikel absatz paragraf kapitel seite numero article chapitre capitulo pagina статья статьи статье глава номер пункт \
    стаття статті";

/// Last words of the names of streets.
const STREETS: &str = "street st avenue ave road rd drive lane boulevard blvd square court place terrace way highway";

/// Places after which a name stands that has nothing to do with the number (`In Tokyo 20 people`).
const PLACING: &str = "in at near on from to by across around outside inside says said for";

/// Words that open a sentence before a number and name nothing.
const OPENERS: &str = "another only some further additional other police officials authorities yes well thus today";

/// Ordinals that end a number in words (`twenty-first`).
const ORDINALS: &str = "first second third fourth fifth sixth seventh eighth ninth";

/// Words between the parts of a phrase written with hyphens: `one-on-one`, `two-by-four`, `one-in-a-million`.
const JOINTS: &str = "on by to for in of and";

/// Words that a number goes before in an adjective that counts nothing: `one-off`, `two-way`, `one-time`.
const QUALITIES: &str = "off way time stop sided faced handed";

/// Words behind the bore of a gun, which names its kind: `a .38-caliber revolver`, `a 12-gauge shotgun`.
const BORES: &str = "caliber calibre cal gauge kaliber калибра калібру";

/// The stretch of tokens that a number and its unit take.
#[derive(Debug, Clone, Copy)]
pub(super) struct Place {
    /// The first token, sign and currency included.
    pub start: usize,
    /// The first token of the number.
    pub number: usize,
    /// The place after number and unit.
    pub end: usize,
    /// Whether a unit or currency was found.
    pub measured: bool,
}

/// Whether the number there is a label and no figure.
pub(super) fn is_label(words: &Words<'_>, place: Place, language: &str) -> bool {
    let counted = || noun::is_counted(words, place.end, language);
    is_part_of_address(words, place)
        || is_part_of_code(words, place)
        || is_part_of_phrase(words, place)
        || is_listed(words, place)
        || is_cited(words, place)
        || is_cell(words, place)
        || is_street(words, place)
        || is_bore(words, place)
        || ((!place.measured || ends_in_letter(words, place)) && follows_label_noun(words, place.start))
        || ((!place.measured || ends_in_letter(words, place)) && follows_name(words, place, language, counted))
}

/// Tokens back to which the start of an address is looked for.
const LONGEST_ADDRESS: usize = 200;

/// Whether the number stands in a web or mail address, a tag or a formula.
fn is_part_of_address(words: &Words<'_>, place: Place) -> bool {
    let mut at = place.start;
    while words.touches_previous(at) && place.start - at < LONGEST_ADDRESS {
        at -= 1;
        let key = words.key(at);
        if matches!(key, "=" | "#" | "@" | "_" | "\\" | "?" | "&") || (key == "/" && words.touches_previous(at) && !words.is_number(at - 1))
        {
            return true;
        }
    }
    false
}

/// Whether letters or further numbers are joined to the number: `V10`, `F-16`, `5G`, `555-1234`, `10x20`, `24/7`.
fn is_part_of_code(words: &Words<'_>, place: Place) -> bool {
    let start = place.start;
    let before = start.wrapping_sub(1);
    let joined_before = words.touches_previous(start) && words.is_word(before);
    let hyphen_before = words.touches_previous(start) && words.key(before) == "-" && words.touches_previous(before);
    let code_before = hyphen_before
        && (words.is_number(before.wrapping_sub(1)) && place.number == start
            || words.is_word(before.wrapping_sub(1)) && !matches!(words.key(before.wrapping_sub(1)), "minus" | "plus" | "sub" | "up"));
    let last = place.end.saturating_sub(1);
    let glued_after = words.touches_next(last) && (words.is_word(place.end) || words.is_number(place.end)) && words.is_number(last);
    let pair = matches!(words.key(place.end), "/" | ":" | "-" | "x" | "×" | "–")
        && words.touches_next(last)
        && words.touches_next(place.end)
        && words.is_number(place.end + 1)
        && words.is_number(last);
    let colon_before = words.touches_previous(start)
        && words.key(before) == ":"
        && words.touches_previous(before)
        && words.is_number(before.wrapping_sub(1));
    let ordinal = words.key(place.end) == "-" && words.touches_next(place.end) && is_one_of(ORDINALS, words.key(place.end + 1));
    let letters = words.key(place.end) == "-"
        && words.touches_next(last)
        && words.is_number(last)
        && is_code(words.word(place.end + 1))
        && !place.measured;
    joined_before || code_before || glued_after || pair || colon_before || ordinal || letters
}

/// Whether a number in words is part of a phrase written with hyphens.
fn is_part_of_phrase(words: &Words<'_>, place: Place) -> bool {
    let joined = |at: usize| words.key(at) == "-" && words.touches_previous(at) && words.touches_next(at);
    let after = place.end;
    let is_spelled = words.is_word(place.number);
    is_spelled
        && joined(after)
        && ((is_one_of(JOINTS, words.key(after + 1)) && joined(after + 2)) || is_one_of(QUALITIES, words.key(after + 1)))
}

/// Whether the unit is one capital letter that touches its number: `34C`, but also the `777F` of a Boeing.
fn ends_in_letter(words: &Words<'_>, place: Place) -> bool {
    let last = place.end.saturating_sub(1);
    is_code(words.word(last)) && words.touches_previous(last)
}

/// A lone capital letter or letters with digits: `3-D`, `L-202`.
fn is_code(word: &str) -> bool {
    word.chars().count() == 1 && word.chars().all(char::is_uppercase)
}

/// `[12]`: the mark of a note.
fn is_cited(words: &Words<'_>, place: Place) -> bool {
    words.key_before(place.start, 1) == "[" && words.key(place.end) == "]" && words.is_number(place.start) && place.end == place.start + 1
}

/// One of several bare numbers in a row, with nothing between them: the line of a table.
fn is_cell(words: &Words<'_>, place: Place) -> bool {
    let alone = !place.measured && words.is_number(place.number) && place.start == place.number && place.end == place.number + 1;
    let is_bare = |at: usize| words.is_number(at) && !words.touches_next(at) && !words.touches_previous(at);
    let behind = place.start.checked_sub(1).is_some_and(is_bare) && !words.is_word(place.end);
    alone && (is_bare(place.end) || behind)
}

/// `1)` and `2.` in front of an item of a list.
fn is_listed(words: &Words<'_>, place: Place) -> bool {
    let opens = place.start == 0 || !words.touches_previous(place.start);
    let alone = place.end == place.start + 1 && words.is_number(place.start) && words.word(place.start).len() <= 2;
    let bracket = words.key(place.end) == ")" && words.key_before(place.start, 1) != "(" && opens;
    let stop = place.start == 0 && words.key(1) == "." && words.touches_next(0) && words.is_word(2);
    alone && (bracket && !has_open_bracket(words, place.start) || stop)
}

fn has_open_bracket(words: &Words<'_>, at: usize) -> bool {
    (at.saturating_sub(12)..at).rev().map(|place| words.key(place)).find(|key| matches!(*key, "(" | ")")) == Some("(")
}

/// `16 Industrial Avenue`
fn is_street(words: &Words<'_>, place: Place) -> bool {
    let named = |at: usize| words.is_capitalised(at) && words.is_word(at);
    words.is_number(place.number)
        && named(place.end)
        && (1..=3).any(|by| named(place.end + by) && is_one_of(STREETS, words.key(place.end + by)))
}

/// `.38 caliber`, `12-gauge`
fn is_bore(words: &Words<'_>, place: Place) -> bool {
    let behind = place.end + usize::from(words.key(place.end) == "-");
    !place.measured && words.is_number(place.number) && is_one_of(BORES, words.key(behind))
}

/// `Section 8`, `No. 7`, `phase two`
fn follows_label_noun(words: &Words<'_>, start: usize) -> bool {
    let dotted =
        words.key_before(start, 1) == "." && matches!(words.key_before(start, 2), "no" | "nos" | "nr" | "art" | "vol" | "fig" | "ch" | "p");
    let noun = words.key_before(start, 1);
    let time_of_row = matches!(
        noun,
        "week"
            | "day"
            | "year"
            | "game"
            | "season"
            | "quarter"
            | "area"
            | "unit"
            | "line"
            | "under"
            | "part"
            | "round"
            | "order"
            | "question"
            | "match"
    );
    let labelled = is_one_of(LABELLED, noun)
        && (!time_of_row || !matches!(words.key_before(start, 2), "the" | "a" | "this" | "last" | "each" | "per" | "next" | "past"));
    dotted || labelled || words.key_before(start, 1) == "#"
}

/// `Falcon 9`, `S&P 500`, `iPhone 12`; not `In Tokyo 20 people`.
fn follows_name(words: &Words<'_>, place: Place, language: &str, counted: impl Fn() -> bool) -> bool {
    let Some(before) = place.start.checked_sub(1) else { return false };
    let named =
        |at: usize| words.is_word(at) && words.word(at).chars().any(char::is_uppercase) && !noun::is_boundary(words.key(at), language);
    let opens_sentence = before == 0 && (noun::is_verb_like(words.key(before)) || is_one_of(OPENERS, words.key(before)));
    let hedged = approximation::before(words, place.start, language).is_some();
    if !named(before) || opens_sentence || hedged || !words.is_number(place.number) {
        return false;
    }
    if !counted() || words.is_capitalised(place.end) {
        return true;
    }
    let mut first = before;
    while first > 0 && named(first - 1) {
        first -= 1;
    }
    first > 0 && !is_one_of(PLACING, words.key(first - 1)) && words.key(first - 1) != ","
}
