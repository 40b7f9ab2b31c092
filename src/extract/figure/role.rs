//! Tells ages and multiples from plain amounts.

use super::quantity::{Quantity, Role};
use super::unit_table::Kind;
use super::word_list::is_one_of;
use crate::text::token::Words;

/// `45 years old`, `a 45-year-old`, `three weeks of age`, `aged 45`, `Ann Lee, 45,`
pub(super) fn age(words: &Words<'_>, quantity: &Quantity, language: &str) -> Option<(usize, Role)> {
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
    let is_who = matches!(before, "is" | "was") && matches!(words.key_before(start, 2), "who" | "he" | "she") && closed;
    apposition || aged || turned || by || is_who
}

/// `three times as many`, `10-fold`, `3x`
pub(super) fn ratio(words: &Words<'_>, quantity: &Quantity) -> Option<(usize, Role)> {
    const COMPARING: &str = "more as higher larger bigger greater faster the its their less lower smaller longer better earnings that what";
    let end = quantity.tokens.end;
    if quantity.unit.is_some() {
        return None;
    }
    let at = end + usize::from(words.key(end) == "-" && words.touches_next(end));
    let fold = words.key(at) == "fold" || (words.key(at) == "x" && words.touches_previous(at) && !words.is_number(at + 1));
    let times = words.key(at) == "times" && is_one_of(COMPARING, words.key(at + 1));
    (fold || times).then_some((at + 1, Role::Ratio))
}
