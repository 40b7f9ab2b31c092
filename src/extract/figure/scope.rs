//! Tells whether a figure is a part of another, and whether it is of an earlier time than the event.

use std::ops::Range;

use super::quantity::Quantity;
use super::word_list::is_one_of;
use crate::extract::date::{Moment, When};
use crate::text::token::Words;

/// Tokens from a figure to the words that place it in time.
const REACH: usize = 8;

/// Whether a figure is marked as part of a whole or as one more.
pub(super) fn is_partial(words: &Words<'_>, quantity: &Quantity) -> bool {
    const BEFORE: &str = "another other further additional including among remaining extra";
    const WHOLE: &str = "them whom which the those these its their his her";
    const AFTER: &str = "more others other further additional extra";
    let start = quantity.tokens.start;
    // `the first two games`, `the last 12 seats`
    let of_which = words.key_before(start, 2) == "of" && matches!(words.key_before(start, 1), "which" | "whom");
    let of_row = quantity.unit.is_none() && is_one_of("first last next final", words.key_before(start, 1));
    let before = of_row || of_which || (1..=3).any(|back| is_one_of(BEFORE, words.key_before(start, back)));
    let of = words.key(quantity.next) == "of"
        && quantity.unit.is_none()
        && (is_one_of(WHOLE, words.key(quantity.next + 1))
            || words.is_number(quantity.next + 1)
            || words.key(quantity.next + 1).ends_with("'s"));
    before || of || is_one_of(AFTER, words.key(quantity.next)) && words.key(quantity.next + 1) != "than"
}

/// Whether the sentence places the figure in an earlier time; `year` is the year of publication.
pub(super) fn is_historical(words: &Words<'_>, quantity: &Quantity, moments: &[Moment], year: Option<i16>) -> bool {
    const PERIODS: &str = "year month week season summer winter spring autumn decade century";
    const ALONE: &str = "ago earlier previous previously formerly";
    let near = quantity.tokens.start.saturating_sub(REACH)..quantity.tokens.end + REACH;
    let within = |at: usize| near.contains(&at) && !crosses_clause(words, at, quantity);
    let phrase = near.clone().filter(|&at| within(at)).any(|at| {
        let key = words.key(at);
        let next = words.key(at + 1);
        is_one_of(ALONE, key) || key == "compared" || key == "last" && is_one_of(PERIODS, next)
    });
    let earlier = |when: When| match (when, year) {
        (When::Year { year, .. }, Some(now)) => year < now,
        (When::Days(_, last), Some(now)) => last.year() < now,
        // Hardly any report says which year it is.
        (When::Year { certain, .. }, None) => certain,
        _ => false,
    };
    let first = moments.partition_point(|moment| moment.tokens.start < near.start);
    phrase
        || is_count_before(words, quantity)
        || moments.iter().skip(first).take(2 * REACH).any(|moment| within(moment.tokens.start) && earlier(moment.when))
}

/// Whether it is the count of before: `at least 23, up from 19, from 12`.
pub(super) fn is_count_before(words: &Words<'_>, quantity: &Quantity) -> bool {
    let start = quantity.tokens.start;
    quantity.unit.is_none()
        && words.key_before(start, 1) == "from"
        && (matches!(words.key_before(start, 2), "up" | "down")
            || words.key_before(start, 2) == "," && words.is_number(start.wrapping_sub(3)))
}

/// Whether a mark that ends a clause stands between a token and the figure.
fn crosses_clause(words: &Words<'_>, at: usize, quantity: &Quantity) -> bool {
    let between: Range<usize> = if at < quantity.tokens.start { at..quantity.tokens.start } else { quantity.tokens.end..at };
    between.into_iter().any(|place| {
        matches!(words.key(place), ";" | "." | ":")
            || words.key(place) == "," && words.is_word(place + 1) && matches!(words.key(place + 1), "and" | "but" | "while")
    })
}
