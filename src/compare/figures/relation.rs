//! Says how two figures of one measure relate: equal, equal within what the words allow, or apart.

use super::matter::{is_recounted, may_shrink};
use super::{FigureVerdict, Side};
use crate::extract::{Approximation, Dimension, Figure, Interval};

/// Equal values that differ by no more than this share are equal as written.
const EQUAL: f64 = 0.001;

/// How two figures of one measure relate.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Relation {
    pub verdict: FigureVerdict,
    /// Why, where it is not plain.
    pub note: Option<String>,
    /// How far apart a rough value and another one are, or two counts of different times: `4 apart`.
    pub apart: Option<String>,
    /// The side whose number is the later count of what is counted anew.
    pub later: Option<Side>,
}

/// Whether both can be true; `later` is the side that was published later.
pub(super) fn relation(one: &Figure, other: &Figure, later: Option<Side>) -> Relation {
    let open = |figure: &Figure| figure.range.min.is_none() || figure.range.max.is_none();
    let compatible = |note: &str| Relation { verdict: FigureVerdict::Compatible, note: Some(note.to_owned()), apart: None, later: None };
    let with_gap = |relation: Relation| Relation { apart: gap(one, other).map(|gap| format!("{gap} apart")), ..relation };
    if is_equal(one, other) {
        return Relation { verdict: FigureVerdict::Same, note: None, apart: None, later: None };
    }
    if is_rounding(one, other) || is_equal_in_coarser_unit(one, other) {
        return compatible("equal when rounded");
    }
    if overlap(one, other) {
        return match (open(one) || open(other), one.approximation, other.approximation) {
            (true, ..) => compatible("one side gives a bound"),
            (_, Approximation::Range, _) | (_, _, Approximation::Range) => compatible("the ranges overlap"),
            (_, Approximation::Exact, Approximation::Exact) => compatible("equal when rounded"),
            _ => with_gap(compatible("one side gives it roughly")),
        };
    }
    if is_other_ton(one, other) {
        return compatible("a ton can be a short or a metric one");
    }
    if later.is_some() && is_recounted(one) && is_recounted(other) && (may_shrink(one) || larger(one, other) == later) {
        return with_gap(Relation { later, ..compatible("a later count") });
    }
    Relation { verdict: FigureVerdict::Conflict, note: distance(one, other), apart: None, later: None }
}

/// Whether one is the other rounded or cut off, or both are written alike.
pub(super) fn is_rounding(one: &Figure, other: &Figure) -> bool {
    let rounds = |one: &Figure, other: &Figure| rounds_to(one, other) || is_cut_off(one, other);
    is_equal(one, other) || rounds(one, other) || rounds(other, one)
}

/// Whether one side counts in tons of whatever kind, and some kind of ton makes the two equal.
fn is_other_ton(one: &Figure, other: &Figure) -> bool {
    const SHORT: f64 = 0.907_184_74;
    const LONG: f64 = 1.016_046_9;
    let is_vague = |figure: &Figure| figure.unit.as_deref() == Some("ton");
    let may_be = |vague: &Figure, known: &Figure| {
        let [short, long] = [SHORT, LONG].map(|factor| vague.range.scaled(factor));
        let between = Interval { min: short.min, max: long.max };
        is_vague(vague) && !is_vague(known) && between.meets(known.range)
    };
    one.dimension == Dimension::Mass && (may_be(one, other) || may_be(other, one))
}

/// Whether a whole number stands for one with decimals, cut off rather than rounded: $99 for $99.99.
fn is_cut_off(round: &Figure, exact: &Figure) -> bool {
    const LEAST: f64 = 10.0;
    let Some((a, b)) = round.value.middle().zip(exact.value.middle()) else { return false };
    let are_exact = [round, exact].iter().all(|figure| figure.approximation == Approximation::Exact);
    are_exact && round.unit == exact.unit && a >= LEAST && b.fract() != 0.0 && (b.trunc() - a).abs() < f64::EPSILON
}

/// Whether a round number stands for a far more exact one, cut off rather than rounded: $43 million for $43,885,310.
fn rounds_to(round: &Figure, exact: &Figure) -> bool {
    const FAR_MORE: f64 = 10.0;
    const LITTLE: f64 = 0.05;
    let width = |figure: &Figure| figure.range.min.zip(figure.range.max).map(|(min, max)| max - min);
    let (Some(wide), Some(narrow)) = (width(round), width(exact)) else { return false };
    let middles = round.range.middle().zip(exact.range.middle());
    round.approximation == Approximation::Exact
        && wide > FAR_MORE * narrow
        && middles.is_some_and(|(a, b)| (a - b).abs() < wide.min(LITTLE * b.abs()))
}

/// Whether values in two units differ by less than half of the larger unit, and by little: `60 days` and `two months`.
fn is_equal_in_coarser_unit(one: &Figure, other: &Figure) -> bool {
    const LITTLE: f64 = 0.1;
    let base = |figure: &Figure| figure.range.middle().zip(figure.value.middle()).filter(|(_, written)| *written != 0.0);
    let (Some((a, a_written)), Some((b, b_written))) = (base(one), base(other)) else { return false };
    let half = (a / a_written).abs().max((b / b_written).abs()) / 2.0;
    let exact = one.approximation == Approximation::Exact && other.approximation == Approximation::Exact;
    let apart = (a - b).abs();
    exact && one.unit != other.unit && one.base_unit.is_some() && apart <= half && apart <= LITTLE * a.abs().max(b.abs())
}

/// Whether some value is allowed by both, and not just the border between them: 47 and 48 pages are not the same when rounded.
fn overlap(one: &Figure, other: &Figure) -> bool {
    let touches = |a: Option<f64>, b: Option<f64>| a.zip(b).is_some_and(|(a, b)| (a - b).abs() <= EQUAL * a.abs().max(b.abs()));
    let exact = one.approximation == Approximation::Exact && other.approximation == Approximation::Exact;
    let border = touches(one.range.max, other.range.min) || touches(other.range.max, one.range.min);
    one.range.meets(other.range) && !(exact && border)
}

/// Whether the written values are the same once units are converted.
pub(super) fn is_equal(one: &Figure, other: &Figure) -> bool {
    let same = |a: f64, b: f64| (a - b).abs() <= EQUAL * a.abs().max(b.abs());
    let closed = one.range.min.is_some() == other.range.min.is_some() && one.range.max.is_some() == other.range.max.is_some();
    let is_range = |figure: &Figure| figure.approximation == Approximation::Range;
    let ends = || is_range(one) == is_range(other);
    // The middle of what `almost 40` allows is no number that anybody wrote.
    let is_centred = |figure: &Figure| matches!(figure.approximation, Approximation::Exact | Approximation::About | Approximation::Range);
    let written = one.approximation == other.approximation || (is_centred(one) && is_centred(other));
    closed
        && written
        && ends()
        && one.range.middle().zip(other.range.middle()).is_some_and(|(a, b)| same(a, b))
        && (!is_range(one) || one.range.meets(other.range))
}

fn larger(one: &Figure, other: &Figure) -> Option<Side> {
    let (one, other) = one.range.middle().zip(other.range.middle())?;
    Some(if one > other { Side::Left } else { Side::Right })
}

/// From this ratio on, how many times says more than how much.
const FAR: f64 = 1.5;

/// How far the values are apart, in words: `differ: 2.2 times as much`, `differ by 4`, `differ by 100 USD`.
fn distance(one: &Figure, other: &Figure) -> Option<String> {
    let (a, b) = one.range.middle().zip(other.range.middle())?;
    let (less, more) = (a.abs().min(b.abs()), a.abs().max(b.abs()));
    if a * b > 0.0 && more / less >= FAR {
        let counted = if one.dimension == Dimension::Count { "many" } else { "much" };
        return Some(format!("differ: {:.1} times as {counted}", more / less));
    }
    gap(one, other).map(|gap| format!("differ by {gap}"))
}

/// How far the written values are apart: `4`, `100 USD`; nothing where they are in different units, or one of them is a bound.
fn gap(one: &Figure, other: &Figure) -> Option<String> {
    let (a, b) = one.value.middle().zip(other.value.middle())?;
    let gap = ((a - b).abs() * 1e4).round() / 1e4;
    let is_one = (gap - 1.0).abs() < f64::EPSILON;
    let unit = match (&one.unit, one.dimension == Dimension::Percent) {
        (_, true) => (if is_one { " point" } else { " points" }).to_owned(),
        (Some(unit), _) => format!(" {unit}"),
        (None, _) => String::new(),
    };
    (one.unit == other.unit && gap > 0.0).then(|| format!("{}{unit}", grouped(gap)))
}

/// A number with commas between thousands: `1,250,000`, `0.25`.
fn grouped(value: f64) -> String {
    let written = format!("{value}");
    let (whole, rest) = written.find('.').map_or((written.as_str(), ""), |dot| written.split_at(dot));
    let places = whole.len();
    let digits = whole.chars().enumerate().flat_map(|(at, digit)| {
        let comma = at > 0 && (places - at).is_multiple_of(3);
        comma.then_some(',').into_iter().chain([digit])
    });
    digits.chain(rest.chars()).collect()
}

#[cfg(test)]
mod tests {
    use super::super::specimen::{exact, figure};
    use super::*;

    #[test]
    fn both_can_be_true_or_not() {
        use FigureVerdict::{Compatible, Conflict, Same};
        let at_least = |value| figure((Some(value), None), Approximation::AtLeast, "peopl", "kill");
        let about = |value: f64| figure((Some(value * 0.9), Some(value * 1.1)), Approximation::About, "hour", "last");
        let range = |min, max| figure((Some(min), Some(max)), Approximation::Range, "hour", "last");
        for (one, other, later, want) in [
            (exact(12.0, "peopl", "kill"), exact(12.0, "peopl", "kill"), None, Same),
            (about(2.0), about(2.0), None, Same),
            (at_least(60.0), exact(84.0, "peopl", "kill"), None, Compatible),
            (at_least(60.0), exact(40.0, "peopl", "kill"), None, Conflict),
            (figure((Some(36.0), Some(40.0)), Approximation::Nearly, "million", "cost"), exact(38.0, "million", "cost"), None, Compatible),
            (range(4.0, 5.0), about(2.0), None, Conflict),
            (range(4.0, 5.0), range(5.0, 6.0), None, Compatible),
            (exact(12.0, "peopl", "kill"), exact(19.0, "peopl", "kill"), Some(Side::Right), Compatible),
            (exact(19.0, "peopl", "kill"), exact(12.0, "peopl", "kill"), Some(Side::Right), Conflict),
            (exact(12.0, "peopl", "kill"), exact(19.0, "peopl", "kill"), None, Conflict),
            (exact(30.0, "peopl", "miss"), exact(11.0, "peopl", "miss"), Some(Side::Right), Compatible),
            (
                figure((Some(42.5e6), Some(43.5e6)), Approximation::Exact, "tax", "paid"),
                exact(43_885_310.0, "tax", "paid"),
                None,
                Compatible,
            ),
            (exact(48.0, "page", ""), exact(47.0, "page", ""), Some(Side::Right), Conflict),
        ] {
            assert_eq!(relation(&one, &other, later).verdict, want, "{one:?}\n{other:?}");
        }
    }

    #[test]
    fn how_far_apart() {
        let money =
            |value: f64| Figure { unit: Some("USD".to_owned()), dimension: Dimension::Money("USD".to_owned()), ..exact(value, "", "") };
        for (one, other, want) in [
            (exact(23.0, "peopl", "kill"), exact(19.0, "peopl", "kill"), "differ by 4"),
            (exact(40.0, "peopl", "kill"), exact(12.0, "peopl", "kill"), "differ: 3.3 times as many"),
            (money(5_687.75), money(5_587.75), "differ by 100 USD"),
            (money(3_600_000.0), money(3_000_000.0), "differ by 600,000 USD"),
            (money(1.0e6), money(500_000.0), "differ: 2.0 times as much"),
        ] {
            let found = relation(&one, &other, None);
            assert_eq!((found.verdict, found.note.as_deref()), (FigureVerdict::Conflict, Some(want)));
        }
        let nearly = figure((Some(36.0), Some(40.0)), Approximation::Nearly, "million", "cost");
        let at_least = figure((Some(60.0), None), Approximation::AtLeast, "peopl", "kill");
        for (one, other, want) in [
            (exact(12.0, "peopl", "kill"), exact(19.0, "peopl", "kill"), Some("7 apart")),
            (nearly.clone(), nearly, None),
            (at_least, exact(84.0, "peopl", "kill"), None),
        ] {
            assert_eq!(relation(&one, &other, Some(Side::Right)).apart.as_deref(), want);
        }
    }
}
