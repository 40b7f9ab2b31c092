//! Whether two figures can measure the same at all, before anything is said of their sentences.

use super::matter::{counts_same, states_exclude};
use super::relation::is_equal;
use crate::extract::{Approximation, Dimension, Figure};

/// Whether the two can measure the same at all.
pub(super) fn may_be_compared(one: &Figure, other: &Figure) -> bool {
    one.dimension == other.dimension
        && (one.base_unit == other.base_unit || lacks_rate(one, other))
        && (one.measures.historical == other.measures.historical || is_telling(one, other))
        && (one.measures.partial == other.measures.partial || one.dimension == Dimension::Percent || is_equal(one, other))
        && !states_exclude(one, other)
        && (one.dimension != Dimension::Count || counts_same(one, other) > 0.0)
}

/// Whether both count the same things, and one leaves out in how much time: `14 ships a day`, `Fourteen ships use the port every day`.
fn lacks_rate(one: &Figure, other: &Figure) -> bool {
    let rates = [one, other].map(|figure| figure.base_unit.as_deref().map(|unit| unit.starts_with('/')));
    let counts = one.dimension == Dimension::Count && matches!(rates, [None, Some(true)] | [Some(true), None]);
    counts && counts_same(one, other) > 0.0 && is_equal(one, other)
}

/// Whether both count so many that it is no accident, whatever nouns they use: `8,400 people` and `8,400 workers`, `more than 1,800 people`
/// and `1,846 letters`; or things that one word names: `two tugs` and `two tugboats`.
pub(super) fn has_same_number(one: &Figure, other: &Figure) -> bool {
    const NO_ACCIDENT: f64 = 100.0;
    const ODD: f64 = 13.0;
    let counts = one.dimension == Dimension::Count && other.dimension == Dimension::Count && one.base_unit == other.base_unit;
    let from = |least: f64| one.value.middle().is_some_and(|value| value >= least);
    let near = is_just_above(one, other) || is_just_above(other, one);
    let same = if is_equal(one, other) { from(ODD) || are_kin(one, other) } else { near && from(NO_ACCIDENT) };
    counts && same && !states_exclude(one, other)
}

/// Whether an exact count lies right above a bound: `more than 1,800` and `1,846`.
fn is_just_above(bound: &Figure, exact: &Figure) -> bool {
    const AT_MOST_ABOVE: f64 = 1.1;
    let from_below = matches!(bound.approximation, Approximation::MoreThan | Approximation::AtLeast);
    let values = bound.value.middle().zip(exact.value.middle()).filter(|_| from_below && exact.approximation == Approximation::Exact);
    values.is_some_and(|(least, value)| value >= least && value <= least * AT_MOST_ABOVE)
}

/// Whether the one noun is the beginning of the other, longer one: `tug` and `tugboat`.
fn are_kin(one: &Figure, other: &Figure) -> bool {
    const LEAST_LETTERS: usize = 3;
    let heads = one.measures.head.as_deref().zip(other.measures.head.as_deref());
    heads.is_some_and(|(a, b)| a.len().min(b.len()) >= LEAST_LETTERS && (a.starts_with(b) || b.starts_with(a)))
}

/// Whether two equal values are of one matter wherever they stand: the nouns agree, and the value is no round or small one that many
/// things have.
pub(super) fn is_telling(one: &Figure, other: &Figure) -> bool {
    // `She was 84.` and `died at the age of 84`: whose age it is, the words beside it do not say.
    if one.dimension == Dimension::Age {
        let is_anybodys = |figure: &Figure| figure.measures.head.as_deref().is_none_or(|head| head == "age");
        return is_equal(one, other) && (is_anybodys(one) || is_anybodys(other));
    }
    let digits =
        |value: f64| format!("{value:e}").split('e').next().map_or(0, |digits| digits.chars().filter(char::is_ascii_digit).count());
    let written = |figure: &Figure| figure.range.middle().map_or(0, |value| digits((value * 1e6).round() / 1e6));
    let has_unit = !matches!(one.dimension, Dimension::Count | Dimension::Age | Dimension::Duration | Dimension::Ratio);
    has_unit && written(one).max(written(other)) >= 2 && counts_same(one, other) > 0.0 && is_equal(one, other)
}
