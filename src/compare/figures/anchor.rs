//! Amounts that both reports give and that hardly agree by chance: they tell which sentences say the same, in whatever words and units.

use rustc_hash::FxHashMap;

use super::super::report::Report;
use super::matter::{counts_same, states_exclude};
use super::relation::{is_rounding, relation};
use crate::compare::FigureVerdict;
use crate::extract::{Approximation, Dimension, Figure};

/// From this gain on, the sentences are put together even if nothing else in them agrees.
pub(in crate::compare) const TELLING: f32 = 1.7;

/// A figure of either side, by number, that no other of its side could stand for, and what their agreement adds to the evidence that
/// their sentences tell the same.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(in crate::compare) struct Anchor {
    pub left: usize,
    pub right: usize,
    pub gain: f32,
}

/// The most that two written values of one amount are apart, as a share of the larger: one is rounded or converted, or both are rough.
const AGREEING: f64 = 0.04;
const ROUGHLY_AGREEING: f64 = 0.08;
/// Figures of one kind that are no further apart than this could be taken for one another.
const MISTAKABLE: f64 = 0.10;
/// Counts from here on are no accident.
const TELLING_COUNT: f64 = 13.0;

/// Amounts of one kind that only one figure of each side gives.
pub(in crate::compare) fn anchors(left: &Report<'_>, right: &Report<'_>) -> Vec<Anchor> {
    let mut kinds: FxHashMap<Kind<'_>, [Vec<Amount>; 2]> = FxHashMap::default();
    for (side, report) in [left, right].into_iter().enumerate() {
        for (number, figure) in report.claims.figures.iter().enumerate() {
            let Some(value) = nominal(figure).filter(|_| is_measured(figure)) else { continue };
            kinds.entry((&figure.dimension, figure.base_unit.as_deref())).or_default()[side].push(Amount { number, value });
        }
    }
    let mut found: Vec<Anchor> = kinds.into_values().flat_map(|sides| agreeing(left, right, sides)).collect();
    found.sort_by_key(|anchor| (anchor.left, anchor.right));
    found
}

/// What is measured, and in which base unit.
type Kind<'a> = (&'a Dimension, Option<&'a str>);

/// The value of a figure, in the base unit.
#[derive(Debug, Clone, Copy, PartialEq)]
struct Amount {
    number: usize,
    value: f64,
}

fn is_measured(figure: &Figure) -> bool {
    !matches!(figure.dimension, Dimension::Age | Dimension::Rank | Dimension::Score | Dimension::Ratio)
}

/// The number that is written, in the base unit, whatever its approximation allows.
fn nominal(figure: &Figure) -> Option<f64> {
    match figure.approximation {
        Approximation::Nearly | Approximation::LessThan | Approximation::AtMost => figure.range.max,
        Approximation::MoreThan | Approximation::AtLeast => figure.range.min,
        Approximation::Exact | Approximation::About | Approximation::Range => figure.range.middle(),
    }
}

/// Shape: both sides are sorted by value, so that each amount is held against its neighbours only.
fn agreeing(left: &Report<'_>, right: &Report<'_>, mut sides: [Vec<Amount>; 2]) -> Vec<Anchor> {
    for side in &mut sides {
        side.sort_by(|a, b| a.value.total_cmp(&b.value));
    }
    let [ours, theirs] = [(left, &sides[0]), (right, &sides[1])].map(|(report, amounts)| Amounts { report, amounts });
    let mut found = Vec::new();
    for &one in ours.amounts {
        let Some(a) = ours.figure(one) else { continue };
        let Some(other) = theirs.only_one(a, one.value).or_else(|| theirs.only_rounding(a, one.value)) else { continue };
        let Some(b) = theirs.figure(other).filter(|b| is_apart_by(one.value, other.value, agreeing_within(a, b))) else { continue };
        let is_mutual = ours.only_one(b, other.value) == Some(one);
        let is_alone = ours.only_one(a, one.value) == Some(one) && theirs.only_one(b, other.value) == Some(other);
        let is_rounded = ours.only_rounding(b, other.value) == Some(one) && theirs.only_rounding(a, one.value) == Some(other);
        let gain = gain(a, b, [left.words(a.number), right.words(b.number)]);
        if (is_mutual && is_alone || is_rounded) && gain > 0.0 {
            found.push(Anchor { left: one.number, right: other.number, gain });
        }
    }
    found
}

/// The amounts of one kind that a report gives; they ascend.
struct Amounts<'a, 'b> {
    report: &'a Report<'b>,
    amounts: &'a [Amount],
}

impl Amounts<'_, '_> {
    fn figure(&self, amount: Amount) -> Option<&Figure> {
        self.report.claims.figures.get(amount.number)
    }

    /// The amounts that could be taken for a figure of this value; counts of other things could not.
    fn near(&self, figure: &Figure, value: f64) -> impl Iterator<Item = Amount> {
        const MOST_NEAR: usize = 16;
        let reach = value.abs() * MISTAKABLE;
        let first = self.amounts.partition_point(|amount| amount.value < value - reach);
        let near = self.amounts.iter().skip(first).take_while(move |amount| amount.value <= value + reach).take(MOST_NEAR).copied();
        near.filter(|amount| {
            figure.dimension != Dimension::Count || self.figure(*amount).is_some_and(|other| counts_same(figure, other) > 0.0)
        })
    }

    /// The only amount that could be taken for a figure of this value.
    fn only_one(&self, figure: &Figure, value: f64) -> Option<Amount> {
        let mut near = self.near(figure, value);
        near.next().filter(|_| near.next().is_none())
    }

    /// The only amount that is the figure's, rounded or written out: `$13,625,777` among others is the `$13.6 million`.
    fn only_rounding(&self, figure: &Figure, value: f64) -> Option<Amount> {
        let mut rounding = self
            .near(figure, value)
            .filter(|amount| self.figure(*amount).is_some_and(|other| is_rounding(figure, other) && is_odd(figure) && is_odd(other)));
        rounding.next().filter(|_| rounding.next().is_none())
    }
}

fn agreeing_within(one: &Figure, other: &Figure) -> f64 {
    let is_rough = |figure: &Figure| figure.approximation != Approximation::Exact;
    let is_bound = |figure: &Figure| figure.range.min.is_none() || figure.range.max.is_none();
    if is_rough(one) && is_rough(other) || is_bound(one) || is_bound(other) { ROUGHLY_AGREEING } else { AGREEING }
}

fn is_apart_by(one: f64, other: f64, share: f64) -> bool {
    (one - other).abs() <= share * one.abs().max(other.abs())
}

/// What it adds to the evidence that two sentences say the same when an amount is written alike in both: the words that it is written in
/// count already.
const WRITTEN_ALIKE: f32 = 0.4;

/// How telling the agreement is: an odd amount in two units more than a round number of days.
fn gain(one: &Figure, other: &Figure, written: [&str; 2]) -> f32 {
    let verdict = relation(one, other, None).verdict;
    if verdict == FigureVerdict::Conflict || states_exclude(one, other) {
        return 0.0;
    }
    let exactness = if verdict == FigureVerdict::Same { 1.0 } else { 0.85 };
    let [a, b] = written.map(str::to_lowercase);
    if a == b && one.unit == other.unit {
        return if is_odd(one) { WRITTEN_ALIKE * exactness } else { 0.0 };
    }
    let in_two_units = one.unit != other.unit;
    let large = nominal(one).is_some_and(|value| value >= TELLING_COUNT);
    exactness
        * match one.dimension {
            Dimension::Count if counts_same(one, other) > 0.0 && large => 2.0,
            Dimension::Percent | Dimension::PercentPoints => 2.1,
            Dimension::Duration if in_two_units => 2.0,
            Dimension::Count | Dimension::Duration => 0.0,
            _ if in_two_units => 3.0,
            _ => 2.0,
        }
}

/// Whether an amount has two significant digits or more.
fn is_odd(figure: &Figure) -> bool {
    let written = figure.value.middle().map(|value| format!("{value:e}")).unwrap_or_default();
    written.split('e').next().is_some_and(|digits| digits.chars().filter(char::is_ascii_digit).count() >= 2)
}
