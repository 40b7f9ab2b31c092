//! Figures whose number is not written: `a further inch`, `an hour and a half`, `lasted an hour`, `doubled`.

use super::number_words::Lexicon;
use super::numeral::{Form, Numeral};
use super::quantity::{Quantity, Role};
use super::unit::{Match, unit_at};
use super::unit_table::Kind;
use super::word_list::is_one_of;
use crate::text::token::Words;

/// Adjectives between the article and a unit that make it a measure of one.
const ADDING: &str = "further additional extra full whole single mere good";

/// Verbs of duration before `an hour`.
const LASTING: &str = "last lasts lasted lasting took takes take taking";

/// Words before lengths of which nobody makes a rate: `for a fortnight`, `within a decade`.
const LASTING_FOR: &str = "for within";

/// Words after a unit of length or mass that show that one of it is measured: `an inch of rain`, `a mile from here`.
const MEASURED: &str = "of from away wide long high higher deep deeper tall above below across";

/// The figure without a number of its own that begins at a token.
pub(super) fn quantity_at(words: &Words<'_>, at: usize, language: &str) -> Option<Quantity> {
    if language == "en" { one_unit(words, at).or_else(|| multiple(words, at, language)) } else { multiple(words, at, language) }
}

/// One of a unit: its article stands for the number.
fn one_unit(words: &Words<'_>, at: usize) -> Option<Quantity> {
    let article = matches!(words.key(at), "a" | "an");
    if !article && words.key(at) != "another" {
        return None;
    }
    let adding = is_one_of(ADDING, words.key(at + 1));
    let unit_place = at + 1 + usize::from(adding);
    let found = unit_at(words, unit_place, "en", false).filter(|found| is_named(words, unit_place, found))?;
    let time = found.unit.kind == Kind::Duration;
    let half = words.key(found.end) == "and" && matches!(words.key(found.end + 1), "a" | "one") && words.key(found.end + 2) == "half";
    let is_rate_of_none = matches!(found.unit.symbol.as_str(), "fortnight" | "decade" | "century");
    let for_long = is_rate_of_none && is_one_of(LASTING_FOR, words.key_before(at, 1));
    let lasting = time && is_one_of(LASTING, words.key_before(at, 1)) || for_long;
    let space = matches!(found.unit.kind, Kind::Distance | Kind::Area | Kind::Mass | Kind::Volume);
    let measured = space && is_one_of(MEASURED, words.key(found.end)) && !matches!(found.unit.symbol.as_str(), "foot" | "t" | "ton");
    let added = adding && (space || words.key(at + 1) != "good") || !article && space;
    let is_rate = words.is_number(at.wrapping_sub(1)) || at.checked_sub(1).is_some_and(|before| is_unit(words, before));
    let rest = rest_of_time(words, found);
    if is_rate || !(half || rest.is_some() || lasting || measured || added) {
        return None;
    }
    let (value, end) = match rest {
        _ if half => (1.5, found.end + 3),
        Some((part, end)) => (1.0 + part, end),
        None => (1.0, found.end),
    };
    let numeral = Numeral::new(at..at + 1, value, Form::Words);
    Some(Quantity::plain(at..end, numeral, Some(found.unit.clone())))
}

/// What stands behind `an hour and`, as a part of the hour, and the place after it: `an hour and 10 minutes`.
fn rest_of_time(words: &Words<'_>, hour: Match) -> Option<(f64, usize)> {
    let at = hour.end + 1;
    let number = words.word(at).parse::<f64>().ok().or_else(|| Lexicon::of("en").number(words.key(at)));
    let number = number.filter(|_| words.key(hour.end) == "and" && hour.unit.kind == Kind::Duration)?;
    let rest = unit_at(words, at + 1, "en", false).filter(|rest| rest.unit.kind == Kind::Duration)?;
    let part = number * rest.unit.factor / hour.unit.factor;
    (part < 1.0).then_some((part, rest.end))
}

/// Whether the unit is written out in one word, in the singular: `second` is a rank too often.
fn is_named(words: &Words<'_>, at: usize, found: &Match) -> bool {
    found.end == at + 1
        && words.key(at).len() > 2
        && !words.key(at).ends_with('s')
        && words.key(at) != "second"
        && found.unit.kind != Kind::Money
}

fn is_unit(words: &Words<'_>, at: usize) -> bool {
    unit_at(words, at, "en", false).is_some()
}

/// `doubled`, `tenfold`, `twice as many`, `double the`.
fn multiple(words: &Words<'_>, at: usize, language: &str) -> Option<Quantity> {
    let factor = Lexicon::of(language).multiple(words.key(at))?;
    let compares = matches!(words.key(at + 1), "as" | "the" | "that" | "its" | "their" | "what" | "his" | "her");
    let adverb = matches!(words.key(at), "twice" | "double" | "triple");
    let name = words.is_capitalised(at) && at > 0;
    let idiom = matches!(words.key(at + 1), "down" | "back" | "over" | "up");
    if adverb && !compares || name || idiom || words.key(at + 1) == "-" || words.key_before(at, 1) == "-" {
        return None;
    }
    let numeral = Numeral::new(at..at + 1, factor, Form::Words);
    Some(Quantity { role: Role::Ratio, ..Quantity::plain(at..at + 1, numeral, None) })
}
