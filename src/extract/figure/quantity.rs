//! Puts number, currency, unit, rate, range and approximation together.

use std::ops::Range;

use super::Approximation;
use super::approximation;
use super::label::{self, Place};
use super::noun;
use super::numeral::{Form, Numeral, Setting, numeral_at};
use super::rate::{Rate, rate_at};
use super::unit::{Unit, currency_before, unit_at};
use super::unit_table::Kind;
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

/// A number with its currency or unit, before ranges and approximations.
#[derive(Debug, Clone)]
struct Amount {
    start: usize,
    numeral: Numeral,
    negative: bool,
    unit: Option<Unit>,
    end: usize,
}

/// The quantity whose number begins at a token.
pub(super) fn quantity_at(words: &Words<'_>, at: usize, language: &str) -> Option<Quantity> {
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

fn amount_at(words: &Words<'_>, at: usize, language: &str) -> Option<Amount> {
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
    let digits = words.word(at).len().min(15) as i32;
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

fn trailing_magnitude(words: &Words<'_>, amount: &mut Amount, language: &str) {
    let lexicon = super::number_words::Lexicon::of(language);
    if let Some(factor) = lexicon.magnitude(words.key(amount.end)).filter(|factor| *factor >= 1e6) {
        amount.numeral = amount.numeral.clone().times(factor);
        amount.end += 1;
    }
}

/// Whether the currency sign at a token belongs to the next number (`3 $50 notes`).
fn begins_another(words: &Words<'_>, at: usize) -> bool {
    words.touches_next(at) && words.is_number(at + 1)
}

/// Feet and inches by their marks, where no quotation is open.
fn prime<'w>(words: &'w Words<'_>, at: usize) -> Option<&'static str> {
    let mark = words.word(at);
    let open = (0..at).filter(|place| words.word(*place) == mark).count() % 2 == 1;
    match mark {
        "′" => Some("ft"),
        "″" => Some("inch"),
        "'" if !open => Some("ft"),
        "\"" if !open => Some("inch"),
        _ => None,
    }
}

fn unit_named(name: &str) -> Option<Unit> {
    let words = Words::new(name, crate::text::span::Span::whole(name));
    unit_at(&words, 0, "en", true).map(|found| found.unit.clone())
}

/// Words after which `one` is a pronoun or part of a phrase.
const ONE_FOLLOWS: &[&str] = &[
    "no", "this", "that", "the", "each", "any", "every", "another", "which", "some", "first", "last", "next", "day", "a", "an", "only's",
    "good", "bad", "big", "new", "old", "own", "other", "little", "loved", "number", "square",
];
/// Words before which it is.
const ONE_PRECEDES: &[&str] =
    &["another", "day", "thing", "point", "hand", "way", "side", "by", "step", "person's", "can", "such", "time", "off", "liners", "liner"];

/// Whether the number is meant as one: not `no one`, `the two met`, `one can`.
fn is_number_here(words: &Words<'_>, amount: &Amount, language: &str) -> bool {
    let at = amount.numeral.tokens.start;
    if amount.numeral.form != Form::Words || amount.numeral.tokens.len() > 1 {
        return true;
    }
    let before = words.key_before(at, 1);
    let counted = amount.unit.is_some() || noun::phrase_at(words, amount.end, language).is_some() || words.key(amount.end) == "-";
    match words.key(at) {
        "one" => {
            let of = words.key(amount.end) == "of";
            let idiom =
                ONE_PRECEDES.contains(&words.key(amount.end)) && before != "only" && before != "just" && words.key(amount.end + 1) != "of";
            (counted || of) && !ONE_FOLLOWS.contains(&before) && !(idiom && !of)
        }
        "zero" => counted,
        _ => counted || !matches!(before, "the" | "these" | "those" | "all" | "other" | "both" | "last" | "first"),
    }
}

/// Connectors of a range by language, beside the dash.
const TO: &[(&str, &[&str])] =
    &[("en", &["to"]), ("de", &["bis"]), ("fr", &["a"]), ("es", &["a"]), ("ru", &["до", "по"]), ("uk", &["до", "по"])];
/// `between` and the conjunction that goes with it, by language.
const BETWEEN: &[(&str, &str, &str)] = &[
    ("en", "between", "and"),
    ("de", "zwischen", "und"),
    ("fr", "entre", "et"),
    ("es", "entre", "y"),
    ("ru", "между", "и"),
    ("uk", "між", "і"),
];

/// Verbs after which `from A to B` is a change and no range.
const CHANGES: &[&str] = &[
    "rise",
    "rises",
    "rose",
    "rising",
    "risen",
    "fall",
    "falls",
    "fell",
    "falling",
    "fallen",
    "increase",
    "increases",
    "increased",
    "increasing",
    "decrease",
    "decreased",
    "decreases",
    "decreasing",
    "drop",
    "drops",
    "dropped",
    "dropping",
    "jump",
    "jumped",
    "jumps",
    "climb",
    "climbed",
    "climbs",
    "grow",
    "grew",
    "grown",
    "grows",
    "growing",
    "decline",
    "declined",
    "declines",
    "cut",
    "cuts",
    "cutting",
    "raise",
    "raised",
    "raises",
    "raising",
    "lower",
    "lowered",
    "lowering",
    "slow",
    "slowed",
    "slip",
    "slipped",
    "sank",
    "surged",
    "soared",
    "plunged",
    "tumbled",
    "up",
    "down",
    "went",
    "going",
    "go",
    "doubled",
    "tripled",
    "swelled",
    "shrank",
    "shrink",
    "widened",
    "narrowed",
    "reduce",
    "reduced",
    "reducing",
    "changed",
    "revised",
    "moved",
    "upgraded",
    "expand",
    "expanded",
    "boost",
    "boosted",
    "extended",
    "advanced",
    "gained",
    "improved",
    "edged",
];

/// The other end of a range, and whether a dash joins the two.
fn range(words: &Words<'_>, low: &Amount, language: &str) -> Option<(Amount, bool)> {
    let at = low.end;
    let key = words.key(at);
    let dash = key == "-" && words.touches_previous(at) == words.touches_next(at);
    let before = words.key_before(low.start, 1);
    let between = BETWEEN.iter().any(|(code, between, and)| *code == language && before == *between && key == *and);
    let to = TO.iter().any(|(code, list)| *code == language && list.contains(&key));
    let or = key == "or" && language == "en";
    if !dash && !between && !to && !or {
        return None;
    }
    let number = (at + 1..at + 4).find(|&place| {
        place == at + 1 && starts_number(words, place, language)
            || place > at + 1 && currency_before(words, place).is_some_and(|(_, s)| s == at + 1)
    })?;
    let high = amount_at(words, number, language)?;
    let high = if high.start < low.end { Amount { start: number, negative: false, ..high } } else { high };
    let low_value = inherited(low, &high).value;
    let ascends = low_value < high.numeral.value;
    let same_unit =
        low.unit.is_none() || high.unit.is_none() || low.unit.as_ref().map(|u| &u.symbol) == high.unit.as_ref().map(|u| &u.symbol);
    let moved = to && (low.start.saturating_sub(6)..low.start).any(|place| CHANGES.contains(&words.key(place)));
    let is_change = moved && (matches!(before, "from" | "von" | "de" | "с" | "з") || low.unit.is_some());
    let next_to = !or || (high.numeral.value - low_value - high.numeral.magnitude).abs() < 1e-9 && high.numeral.value < 13.0;
    let plain = !matches!(low.numeral.form, Form::Vague(_)) && !matches!(high.numeral.form, Form::Vague(_));
    (ascends && same_unit && !is_change && next_to && plain).then_some((high, dash))
}

fn starts_number(words: &Words<'_>, at: usize, language: &str) -> bool {
    numeral_at(words, at, Setting { language, money: false }).is_some()
}

/// The lower end with the magnitude of the upper one, where only that one has it (`5 to 6 million`).
fn inherited(low: &Amount, high: &Amount) -> Numeral {
    let bare = high.numeral.value / high.numeral.magnitude;
    let inherits =
        low.numeral.magnitude <= 1.0 && high.numeral.magnitude >= 1000.0 && low.numeral.value < bare && low.numeral.value < 1000.0;
    if inherits { low.numeral.clone().times(high.numeral.magnitude) } else { low.numeral.clone() }
}

/// Verbs and nouns beside a result.
const CONTESTS: &[&str] = &[
    "won", "win", "wins", "lost", "lose", "beat", "beats", "defeat", "defeated", "victory", "draw", "drew", "lead", "led", "leads",
    "leading", "loss", "voted", "vote", "score", "scored", "trail", "trailed", "trailing", "tied", "tie", "record", "ahead", "behind",
    "ruling", "ruled", "decision",
];

/// `3-1` is a result where it goes down, or where a contest is told and nothing is counted.
fn is_score(words: &Words<'_>, low: &Amount, high: &Amount, language: &str) -> bool {
    let contest = (low.start.saturating_sub(5)..high.end + 4).any(|place| CONTESTS.contains(&words.key(place)));
    high.unit.is_none() && contest && !noun::is_counted(words, high.end, language)
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
    let manner = if matches!(amount.numeral.form, Form::Vague(_)) { Approximation::About } else { Approximation::Exact };
    let quantity = Quantity {
        tokens: amount.start..amount.end,
        number: amount.numeral.tokens.clone(),
        low: amount.numeral,
        high: None,
        negative: amount.negative,
        unit: amount.unit,
        rate: None,
        manner,
        role: Role::Amount,
        next: amount.end,
        joined: false,
    };
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
    }
    approximate(words, quantity, language);
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

/// The unit that an approximation parts from its number: `60-plus miles`.
fn late_unit(words: &Words<'_>, quantity: &mut Quantity, end: usize, language: &str) {
    if quantity.unit.is_none()
        && let Some(found) = unit_at(words, end, language, false)
    {
        quantity.unit = Some(found.unit.clone());
        quantity.tokens.end = found.end;
        quantity.next = found.end;
    }
}

/// `over three days` is a time within which, unless a verb of duration stands before it.
fn is_during(words: &Words<'_>, cue: usize, quantity: &Quantity) -> bool {
    const LASTING: &[&str] =
        &["last", "lasted", "lasts", "lasting", "for", "took", "takes", "take", "spent", "than", "after", "in", "just", "well"];
    let is_time = quantity.unit.as_ref().is_some_and(|unit| unit.kind == Kind::Duration) && quantity.rate.is_none();
    is_time && words.key(cue) == "over" && !LASTING.contains(&words.key_before(cue, 1))
}

/// `45 years old`, `a 45-year-old`, `three weeks of age`, `aged 45`, `Ann Lee, 45,`
fn age(words: &Words<'_>, quantity: &Quantity, language: &str) -> Option<(usize, Role)> {
    let end = quantity.tokens.end;
    let old = end + usize::from(words.key(end) == "-");
    let measured = quantity.unit.as_ref().is_some_and(|unit| unit.kind == Kind::Duration);
    if measured && language == "en" {
        let named = matches!(words.key(old), "old" | "olds");
        let of_age = words.key(end) == "of" && words.key(end + 1) == "age";
        return (named || of_age).then(|| (if named { old + 1 } else { end + 2 }, Role::Age));
    }
    let value = quantity.low.value;
    let plausible = quantity.unit.is_none()
        && quantity.low.magnitude <= 1.0
        && value.fract() == 0.0
        && (1.0..=115.0).contains(&value)
        && language == "en";
    (plausible && is_apposed(words, quantity)).then_some((end, Role::Age))
}

fn is_apposed(words: &Words<'_>, quantity: &Quantity) -> bool {
    let start = quantity.tokens.start;
    let end = quantity.tokens.end;
    let closed = matches!(words.key(end), "," | "." | ")" | ";" | "");
    let before = words.key_before(start, 1);
    let name = start >= 2 && words.is_capitalised(start - 2) && words.is_word(start - 2);
    let apposition = before == ","
        && name
        && matches!(words.key(end), "," | ";" | ".")
        && words.is_number(start)
        && words.key(start).len() <= 3
        && !words.is_number(end + 1);
    let aged = before == "aged" || before == "age" || (before == "of" && words.key_before(start, 2) == "age");
    let turned = matches!(before, "turned" | "turns" | "turning") && closed;
    let by = matches!(before, "be" | "was" | "is" | "'s")
        && matches!(words.key(end), "when" | "by")
        && matches!(words.key_before(start, 2), "he" | "she" | "will" | "i" | "who");
    apposition || aged || turned || by
}

/// `three times as many`, `10-fold`, `3x`
fn ratio(words: &Words<'_>, quantity: &Quantity) -> Option<(usize, Role)> {
    const COMPARING: &[&str] = &[
        "more", "as", "higher", "larger", "bigger", "greater", "faster", "the", "its", "their", "less", "lower", "smaller", "longer",
        "better", "earnings", "that", "what",
    ];
    let end = quantity.tokens.end;
    if quantity.unit.is_some() {
        return None;
    }
    let at = end + usize::from(words.key(end) == "-" && words.touches_next(end));
    let fold = words.key(at) == "fold" || (words.key(at) == "x" && words.touches_previous(at) && !words.is_number(at + 1));
    let times = words.key(at) == "times" && COMPARING.contains(&words.key(at + 1));
    (fold || times).then_some((at + 1, Role::Ratio))
}
