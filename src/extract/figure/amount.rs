//! A number with its sign, currency and unit.

use super::number_words::Lexicon;
use super::numeral::{Form, Numeral, Setting, numeral_at};
use super::part::after_points;
use super::unit::{Unit, currency_before, unit_at};
use super::unit_table::Kind;
use crate::text::span::Span;
use crate::text::token::Words;

/// A number with its currency or unit, before ranges and approximations.
#[derive(Debug, Clone)]
pub(super) struct Amount {
    /// The first token, sign and currency included.
    pub start: usize,
    pub numeral: Numeral,
    pub negative: bool,
    pub unit: Option<Unit>,
    /// The place after number and unit.
    pub end: usize,
}

/// The amount whose number begins at a token.
pub(super) fn amount_at(words: &Words<'_>, at: usize, language: &str) -> Option<Amount> {
    let currency = currency_before(words, at);
    let numeral = numeral_at(words, at, Setting { language, money: currency.is_some() })?;
    let numeral = leading_point(words, at, numeral);
    let mut start = currency.map_or(numeral.tokens.start, |(_, start)| start);
    let negative = sign(words, start).or_else(|| (start != at).then(|| sign(words, at)).flatten());
    start = negative.map_or(start, |sign| sign.min(start));
    let end = numeral.tokens.end;
    let mut amount = Amount { start, numeral, negative: negative.is_some(), unit: currency.map(|(unit, _)| unit.clone()), end };
    attach_unit(words, &mut amount, language);
    Some(amount)
}

/// `.500`: a point that touches the digits and nothing before it.
fn leading_point(words: &Words<'_>, at: usize, numeral: Numeral) -> Numeral {
    let point =
        words.is_number(at) && words.key_before(at, 1) == "." && words.touches_previous(at) && !words.touches_previous(at.wrapping_sub(1));
    if !point || words.word(at).contains('.') {
        return numeral;
    }
    let digits = i32::try_from(words.word(at).len()).unwrap_or(0).min(15);
    let mut numeral = numeral.times(10f64.powi(-digits));
    numeral.tokens.start -= 1;
    numeral.magnitude = 1.0;
    numeral
}

/// The place of a minus sign or of the word before a number.
fn sign(words: &Words<'_>, start: usize) -> Option<usize> {
    let before = start.checked_sub(1)?;
    let at = if words.key(before) == "-" && words.key_before(before, 1) == "minus" { before - 1 } else { before };
    let word = words.key(at) == "minus" && !words.is_number(at.wrapping_sub(1));
    let mark = words.key(at) == "-" && words.touches_next(at) && !words.touches_previous(at)
        || words.key(at) == "-" && words.key_before(at, 1) == "(";
    (word || mark).then_some(at)
}

/// The unit after the number, and a magnitude that stands behind its currency (`75 USD million`).
fn attach_unit(words: &Words<'_>, amount: &mut Amount, language: &str) {
    let end = amount.end;
    let hyphen = words.key(end) == "-" && words.touches_previous(end) && words.touches_next(end);
    let at = end + usize::from(hyphen);
    let glued = !hyphen && words.touches_previous(end);
    let prime = glued.then(|| prime(words, end)).flatten();
    if let Some(unit) = prime.filter(|_| amount.unit.is_none()) {
        amount.unit = unit_named(unit);
        amount.end = end + 1;
        return;
    }
    let is_fraction = amount.numeral.form == Form::Words && amount.numeral.value < 1.0;
    if let Some(behind) = after_points(words, end).filter(|_| is_fraction && amount.unit.is_none()) {
        amount.unit = unit_named("percentage point");
        amount.end = behind;
        return;
    }
    let at = of_unit(words, amount, at, language);
    let Some(found) = unit_at(words, at, language, glued) else { return };
    let is_money = found.unit.kind == Kind::Money;
    if amount.unit.is_some() && !is_money {
        return;
    }
    if is_money && !hyphen && begins_another(words, at) {
        return;
    }
    if amount.unit.is_none() {
        amount.unit = Some(found.unit.clone());
    } else if words.word(at).len() < 2 {
        return;
    }
    amount.end = found.end;
    if is_money && amount.numeral.magnitude <= 1.0 {
        trailing_magnitude(words, amount, language);
    }
}

/// The place of a unit behind `of`: `tens of millions of dollars`, `two-thirds of a mile`.
fn of_unit(words: &Words<'_>, amount: &Amount, at: usize, language: &str) -> usize {
    let lexicon = Lexicon::of(language);
    match (words.key(at), amount.numeral.form) {
        ("of" | "de" | "d'", Form::Vague(_)) => at + 1,
        ("de", _) if amount.numeral.magnitude >= 1e6 => at + 1,
        ("of", Form::Part) if lexicon.is_article(words.key(at + 1)) => at + 2,
        _ => at,
    }
}

fn trailing_magnitude(words: &Words<'_>, amount: &mut Amount, language: &str) {
    let lexicon = Lexicon::of(language);
    if let Some(factor) = lexicon.magnitude(words.key(amount.end)).filter(|factor| *factor >= 1e6) {
        amount.numeral = amount.numeral.clone().times(factor);
        amount.end += 1;
    }
}

/// Whether the currency sign at a token belongs to the next number (`3 $50 notes`).
fn begins_another(words: &Words<'_>, at: usize) -> bool {
    words.touches_next(at) && words.is_number(at + 1)
}

/// Tokens back to which an open quotation is looked for.
const LONGEST_QUOTATION: usize = 200;

/// Feet and inches by their marks, where no quotation is open.
fn prime(words: &Words<'_>, at: usize) -> Option<&'static str> {
    let mark = words.word(at);
    let open = || (at.saturating_sub(LONGEST_QUOTATION)..at).filter(|place| words.word(*place) == mark).count() % 2 == 1;
    match mark {
        "′" => Some("ft"),
        "″" => Some("inch"),
        "'" if !open() => Some("ft"),
        "\"" if !open() => Some("inch"),
        _ => None,
    }
}

/// The unit that a table row calls so.
pub(super) fn unit_named(name: &str) -> Option<Unit> {
    let words = Words::new(name, Span::whole(name));
    unit_at(&words, 0, "en", true).map(|found| found.unit.clone())
}
