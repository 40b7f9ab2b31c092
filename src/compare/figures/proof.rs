//! What it takes before two values that cannot both be true are called a conflict.

use super::matter::{counts_same, is_recounted};
use super::measured::{Measured, is_named_alike_behind};
use crate::extract::{Approximation, Dimension, Figure};

/// Less of them than this, and the two are about other things.
const LEAST_SLOT: f32 = 2.0;

/// What speaks for two values that cannot both be true being of one measure.
#[expect(clippy::struct_excessive_bools, reason = "each is a ground of its own")]
pub(super) struct Proof {
    /// Whether they are the only ones of their matter in either report.
    pub alone: bool,
    pub named_alike: bool,
    /// Whether their sentences are put together, and surely so.
    pub told_together: bool,
    pub firm: bool,
    /// How much the words next to the numbers agree.
    pub slot: f32,
    pub rivalled: bool,
}

impl Proof {
    /// A false alarm costs more trust than a miss: every ground against one measure counts.
    pub(super) fn suffices(&self, one: &Measured<'_>, other: &Measured<'_>) -> bool {
        let near = self.alone || self.named_alike || self.slot >= LEAST_SLOT;
        // Where the others of a sentence are paired, what is left is the same only if the words say so.
        let left_over = !self.rivalled || counts_same(one.figure, other.figure) > 0.0 || same_state(one.figure, other.figure) > 0.0;
        let alike = self.named_alike || heads_agree(one.figure, other.figure, self.slot);
        let whole = !(one.figure.measures.partial && other.figure.measures.partial);
        let exact =
            whole && [one, other].iter().all(|side| is_comparable_exactly(side.figure) && !is_vague(side.figure) && !side.is_time_ago);
        // Where the same phrase behind them names both, the name before them is another thing of a list: `$90 at Orla Books and $5,600 at the
        // retreat`.
        let of_one_bearer = self.named_alike && is_named_alike_behind(one, other) || !one.bearers.differ(&other.bearers);
        let told_alike =
            of_one_bearer && days_agree(one, other) && states_agree(one, other) && axes_agree(one, other) && joints_agree(one, other);
        near && left_over && alike && exact && self.reaches(one, other) && told_alike
    }

    /// Whether the values are near enough for all that speaks for them, and cannot be mistaken for another one of their reports.
    fn reaches(&self, one: &Measured<'_>, other: &Measured<'_>) -> bool {
        let strong = self.firm && self.slot >= STRONG_SLOT;
        let clear = one.alike == 0 && other.alike == 0;
        let Some(ratio) = ratio(one.figure, other.figure) else { return self.named_alike || self.alone || clear || strong };
        let in_one_unit = one.figure.unit == other.figure.unit;
        let mistaken = in_one_unit && one.figure.dimension != Dimension::Count && is_power_of_ten(ratio);
        match (self.named_alike, self.alone) {
            (true, _) => ratio <= REACH || mistaken,
            (_, true) => ratio <= NEAR || self.told_together && ratio <= REACH,
            _ if clear && strong => ratio <= REACH || mistaken,
            _ => (clear || strong) && (ratio <= TWICE || mistaken || strong && ratio <= NEAR),
        }
    }
}

/// Values of one matter are seldom more than twice as large in another report, and hardly ever more than three times, unless a magnitude
/// was mistaken; beyond the last they are of two matters.
pub(super) const TWICE: f64 = 2.0;
const NEAR: f64 = 3.0;
const REACH: f64 = 20.0;

/// How many times the one is the other; none where one is zero or negative.
pub(super) fn ratio(one: &Figure, other: &Figure) -> Option<f64> {
    let (a, b) = one.range.middle().zip(other.range.middle())?;
    let ratio = a.abs().max(b.abs()) / a.abs().min(b.abs());
    (a * b > 0.0).then_some(ratio)
}

fn is_power_of_ten(ratio: f64) -> bool {
    let power = ratio.log10();
    power.is_finite() && power > 0.5 && (power - power.round()).abs() < 1e-6
}

/// Whether the words leave the number open by several times: `thousands`, `dozens`.
fn is_vague(figure: &Figure) -> bool {
    const SEVERAL_TIMES: f64 = 3.0;
    let ends = figure.range.min.zip(figure.range.max);
    figure.approximation == Approximation::About && ends.is_some_and(|(min, max)| max > SEVERAL_TIMES * min)
}

/// Whether the states agree; what becomes of people is told by a state or it is not.
fn states_agree(one: &Measured<'_>, other: &Measured<'_>) -> bool {
    let (ours, theirs) = (&one.figure.measures.state, &other.figure.measures.state);
    match (is_recounted(one.figure), is_recounted(other.figure)) {
        (true, true) => true,
        (false, false) => ours.is_none() || theirs.is_none() || ours == theirs,
        _ => false,
    }
}

/// Whether the sentences place both on one day, as far as they name one: two marches have two crowds.
fn days_agree(one: &Measured<'_>, other: &Measured<'_>) -> bool {
    one.weekdays == 0 || other.weekdays == 0 || one.weekdays & other.weekdays != 0
}

/// Whether two lengths are of one side of a thing; where only one report says of which, the two are near each other.
fn axes_agree(one: &Measured<'_>, other: &Measured<'_>) -> bool {
    match (one.axis, other.axis) {
        (Some(ours), Some(theirs)) => ours == theirs,
        (None, None) => true,
        _ => ratio(one.figure, other.figure).is_some_and(|ratio| ratio <= TWICE),
    }
}

/// Whether a count that is joined to its noun counts what the other does: `a six-game loss` are not `eight losses`.
fn joints_agree(one: &Measured<'_>, other: &Measured<'_>) -> bool {
    let heads = |joined: &str, side: &Measured<'_>| side.figure.measures.head.as_deref().is_none_or(|head| head == joined);
    match (one.joined, other.joined) {
        (None, None) => true,
        (Some(ours), Some(theirs)) => ours == theirs,
        (Some(joined), None) => heads(joined, other),
        (None, Some(joined)) => heads(joined, one),
    }
}

/// So much of the words next to two amounts agree that their nouns need not.
const STRONG_SLOT: f32 = 5.0;

/// Whether the nouns speak for one matter as far as both are known; ages are those of one person only where both say whose, and two things
/// may well fall by per cent in the same words.
fn heads_agree(one: &Figure, other: &Figure, slot: f32) -> bool {
    let known = one.measures.head.is_some() && other.measures.head.is_some();
    let same = counts_same(one, other) > 0.0;
    let is_time = one.dimension == Dimension::Duration;
    // Talks and a lockdown may both last hours.
    let lasts_as_well = same_state(one, other) > 0.0 && !(is_time && known);
    let told_alike = one.dimension != Dimension::Percent && (lasts_as_well || slot >= STRONG_SLOT);
    // What lasts how long must be known.
    let open = !known && !is_time;
    same || one.dimension != Dimension::Age && (open || told_alike)
}

/// Ranks and results name different things even where the words around them are the same.
fn is_comparable_exactly(figure: &Figure) -> bool {
    !matches!(figure.dimension, Dimension::Rank | Dimension::Score | Dimension::Other(_))
}

pub(super) fn same_state(one: &Figure, other: &Figure) -> f32 {
    let same = one.measures.state.is_some() && one.measures.state == other.measures.state;
    if same { 1.0 } else { 0.0 }
}
