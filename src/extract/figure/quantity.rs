//! Puts number, currency, unit, rate, range and approximation together.

use std::ops::Range;

use super::Approximation;
use super::amount::{Amount, amount_at, unit_named};
use super::approximation;
use super::implied;
use super::label::{self, Place};
use super::noun;
use super::number_words::Lexicon;
use super::numeral::{Form, Numeral};
use super::range::{inherited, is_score, range};
use super::rate::{Rate, rate_at};
use super::role::{age, ratio};
use super::unit::{Unit, unit_at};
use super::unit_table::Kind;
use super::word_list::is_one_of;
use crate::text::token::Words;

/// What kind of figure the words make of the number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Role {
    Amount,
    Age,
    Ratio,
}

/// A number with all that belongs to it.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Quantity {
    /// All tokens, approximation and unit included.
    pub tokens: Range<usize>,
    /// The tokens of the number, of both ends in a range.
    pub number: Range<usize>,
    pub low: Numeral,
    /// The other end of a range.
    pub high: Option<Numeral>,
    pub negative: bool,
    pub unit: Option<Unit>,
    pub rate: Option<Rate>,
    pub manner: Approximation,
    pub role: Role,
    /// Where the noun that is counted may begin.
    pub next: usize,
    /// Whether a hyphen joins the noun: `a six-speed gearbox`.
    pub joined: bool,
}

impl Quantity {
    /// A number and its unit, with nothing else beside them yet.
    pub(super) fn plain(tokens: Range<usize>, numeral: Numeral, unit: Option<Unit>) -> Self {
        let manner = if matches!(numeral.form, Form::Vague(_)) { Approximation::About } else { Approximation::Exact };
        Self {
            number: numeral.tokens.clone(),
            low: numeral,
            high: None,
            negative: false,
            unit,
            rate: None,
            manner,
            role: Role::Amount,
            next: tokens.end,
            joined: false,
            tokens,
        }
    }
}

/// The quantity whose number begins at a token.
pub(super) fn quantity_at(words: &Words<'_>, at: usize, language: &str) -> Option<Quantity> {
    if let Some(mut quantity) = implied::quantity_at(words, at, language) {
        approximate(words, &mut quantity, language);
        return Some(quantity);
    }
    let amount = amount_at(words, at, language)?;
    if !is_number_here(words, &amount, language) {
        return None;
    }
    let mut quantity = match range(words, &amount, language) {
        Some((high, joined_by_dash)) => {
            if joined_by_dash && is_score(words, &amount, &high, language) {
                return None;
            }
            ranged(amount, high)
        }
        None => single(words, amount, language),
    };
    let place = Place { start: quantity.tokens.start, number: at, end: quantity.tokens.end, measured: quantity.unit.is_some() };
    if label::is_label(words, place, language) {
        return None;
    }
    attach(words, &mut quantity, language);
    Some(quantity)
}

/// Words after which `one` is a pronoun or part of a phrase.
const ONE_FOLLOWS: &str = "no this that the each any every another which some first last next day a an good bad big new old own other little \
    loved number square";
/// Words before which it is.
const ONE_PRECEDES: &str = "another day thing point hand way side by step can such time off liners liner";

/// Whether the number is meant as one: not `no one`, `the two met`, `one can`.
fn is_number_here(words: &Words<'_>, amount: &Amount, language: &str) -> bool {
    let at = amount.numeral.tokens.start;
    if amount.numeral.form != Form::Words || amount.numeral.tokens.len() > 1 {
        return true;
    }
    let before = words.key_before(at, 1);
    if is_name(words, at) {
        return false;
    }
    let counted = amount.unit.is_some() || noun::phrase_at(words, amount.end, language).is_some() || words.key(amount.end) == "-";
    match words.key(at) {
        "one" => {
            let of = words.key(amount.end) == "of";
            let idiom =
                is_one_of(ONE_PRECEDES, words.key(amount.end)) && before != "only" && before != "just" && words.key(amount.end + 1) != "of";
            (counted || of) && !is_one_of(ONE_FOLLOWS, before) && (of || !idiom)
        }
        "zero" => counted,
        _ if is_one_of("the these those both", before) => {
            amount.unit.is_some() || words.key(amount.end) == "-" || noun::is_counted(words, amount.end, language)
        }
        _ => counted || !is_one_of("all other last first", before),
    }
}

/// Whether a number word with a capital inside a sentence is part of a name: `the Five Power Arrangements`, but in no headline, where
/// every word has one.
fn is_name(words: &Words<'_>, at: usize) -> bool {
    let inside = at.checked_sub(1).is_some_and(|before| words.is_word(before)) && words.is_capitalised(at);
    inside && (0..words.len()).any(|place| words.word(place).len() > 3 && words.is_word(place) && !words.is_capitalised(place))
}

fn ranged(low: Amount, high: Amount) -> Quantity {
    let value = inherited(&low, &high);
    Quantity {
        tokens: low.start..high.end,
        number: low.numeral.tokens.start..high.numeral.tokens.end,
        low: value,
        negative: low.negative,
        unit: high.unit.or(low.unit),
        rate: None,
        manner: Approximation::Range,
        role: Role::Amount,
        next: high.end,
        joined: false,
        high: Some(high.numeral),
    }
}

fn single(words: &Words<'_>, amount: Amount, language: &str) -> Quantity {
    let quantity = Quantity { negative: amount.negative, ..Quantity::plain(amount.start..amount.end, amount.numeral, amount.unit) };
    with_smaller_unit(words, quantity, language)
}

/// `two hours and 30 minutes`, `three dollars fifty cents`, `an hour and a half`: one figure, in the larger unit.
fn with_smaller_unit(words: &Words<'_>, mut quantity: Quantity, language: &str) -> Quantity {
    let Some(unit) = quantity.unit.clone() else { return quantity };
    let end = quantity.tokens.end;
    if words.key(end) == "and" && matches!(words.key(end + 1), "a" | "one") && words.key(end + 2) == "half" {
        quantity.low.value += 0.5;
        quantity.low.place = 0.5;
        quantity.tokens.end = end + 3;
        quantity.next = end + 3;
        return quantity;
    }
    let at = if matches!(words.key(end), "and" | ",") { end + 1 } else { end };
    let Some(rest) = amount_at(words, at, language).filter(|rest| rest.start == at) else { return quantity };
    let Some(smaller) = rest.unit.filter(|smaller| goes_on(&unit, smaller)) else { return quantity };
    let share = if unit.kind == Kind::Money { smaller.scale } else { smaller.factor / unit.factor };
    quantity.low.value += rest.numeral.value * share;
    quantity.low.place = share;
    quantity.low.magnitude = 1.0;
    quantity.number.end = rest.numeral.tokens.end;
    quantity.tokens.end = rest.end;
    quantity.next = rest.end;
    quantity
}

fn goes_on(unit: &Unit, smaller: &Unit) -> bool {
    match unit.kind {
        Kind::Duration => smaller.kind == Kind::Duration && smaller.factor < unit.factor,
        Kind::Money => smaller.kind == Kind::Money && smaller.symbol == unit.symbol && smaller.scale < 1.0 && unit.scale >= 1.0,
        _ => false,
    }
}

/// Rate, role and approximation.
fn attach(words: &Words<'_>, quantity: &mut Quantity, language: &str) {
    let end = quantity.tokens.end;
    let money = quantity.unit.as_ref().is_some_and(|unit| unit.kind == Kind::Money);
    quantity.joined = quantity.unit.is_none()
        && words.key(end) == "-"
        && words.touches_previous(end)
        && words.touches_next(end)
        && words.is_word(end + 1);
    if let Some((end, role)) = age(words, quantity, language).or_else(|| ratio(words, quantity)) {
        quantity.role = role;
        if role == Role::Age && quantity.unit.is_none() {
            quantity.unit = unit_named("year");
        }
        quantity.tokens.end = end;
        quantity.next = end;
    } else if quantity.unit.is_some()
        && let Some((rate, end)) = rate_at(words, end, language, money)
    {
        quantity.rate = Some(rate);
        quantity.tokens.end = end;
        quantity.next = end;
    } else if let Some(rate) = rate_of_flow(words, quantity, language) {
        quantity.rate = Some(rate);
    }
    approximate(words, quantity, language);
}

/// The rate behind what flows: `850 cubic metres of water a second`.
fn rate_of_flow(words: &Words<'_>, quantity: &Quantity, language: &str) -> Option<Rate> {
    let end = quantity.tokens.end;
    let flows = quantity.unit.as_ref().is_some_and(|unit| matches!(unit.kind, Kind::Volume | Kind::Mass | Kind::Energy));
    let is_named = flows && words.key(end) == "of" && words.is_word(end + 1) && !noun::is_boundary(words.key(end + 1), language);
    if is_named { rate_at(words, end + 2, language, false).map(|(rate, _)| rate).filter(|rate| rate.seconds.is_some()) } else { None }
}

fn approximate(words: &Words<'_>, quantity: &mut Quantity, language: &str) {
    let plain = quantity.manner == Approximation::Exact;
    let before = approximation::before(words, quantity.tokens.start, language);
    if let Some((manner, start)) = before.filter(|(_, start)| !is_during(words, *start, quantity)) {
        quantity.tokens.start = start;
        if plain {
            quantity.manner = manner;
        }
    }
    let after =
        approximation::after(words, quantity.number.end, language).or_else(|| approximation::after(words, quantity.tokens.end, language));
    if let Some((manner, end)) = after {
        quantity.tokens.end = quantity.tokens.end.max(end);
        quantity.next = quantity.next.max(end);
        quantity.joined = false;
        if plain && quantity.manner == Approximation::Exact {
            quantity.manner = manner;
        }
        late_unit(words, quantity, end, language);
    }
}

/// The magnitude or unit that an approximation parts from its number: `$20-plus trillion`, `60-plus miles`.
fn late_unit(words: &Words<'_>, quantity: &mut Quantity, end: usize, language: &str) {
    let magnitude = Lexicon::of(language).magnitude(words.key(end)).filter(|_| quantity.low.magnitude <= 1.0);
    if let Some(factor) = magnitude {
        quantity.low = quantity.low.clone().times(factor);
    }
    let at = end + usize::from(magnitude.is_some());
    let found = if quantity.unit.is_none() { unit_at(words, at, language, false) } else { None };
    if let Some(found) = found {
        quantity.unit = Some(found.unit.clone());
    }
    quantity.tokens.end = quantity.tokens.end.max(found.map_or(at, |found| found.end));
    quantity.next = quantity.tokens.end;
}

/// `over three days` is a time within which, unless a verb of duration stands before it.
fn is_during(words: &Words<'_>, cue: usize, quantity: &Quantity) -> bool {
    const LASTING: &str = "last lasted lasts lasting for took takes take spent than after in just well";
    let is_time = quantity.unit.as_ref().is_some_and(|unit| unit.kind == Kind::Duration) && quantity.rate.is_none();
    is_time && words.key(cue) == "over" && !is_one_of(LASTING, words.key_before(cue, 1))
}
