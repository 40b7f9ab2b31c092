//! Two figures that may measure the same: how sure it is, and whether that is enough for what they say.

use rustc_hash::FxHashSet;

use super::anchor::TELLING;
use super::comparable::{has_same_number, is_telling, may_be_compared};
use super::matter::{counts_same, is_recounted};
use super::measured::{Measured, is_known_compound, is_named_alike};
use super::proof::{Proof, TWICE, same_state};
use super::relation::{Relation, relation};
use crate::compare::align::FIRM;
use crate::compare::{FigureVerdict, Side};
use crate::extract::{Dimension, Figure};

/// From here on equal or compatible figures are taken to measure the same.
pub(super) const SAME_MEASURE: f32 = 0.38;
/// From here on two figures that cannot both be true are called a conflict.
const IN_CONFLICT: f32 = 0.66;
/// From here on it is so sure that the sentences of the two are put together where they have no other counterpart.
pub(super) const SURE_MEASURE: f32 = 0.70;
/// What it adds when the sentences are put together and neither has another figure that could be meant.
const UNMISTAKEN: f32 = 0.15;
/// What a large number that both have counts for where its nouns do not agree.
const SAME_NUMBER: f32 = 0.5;
/// A match of this much surrounding words is a full match.
const FULL_SLOT: f32 = 10.0;
/// What a shared word next to both numbers counts; it counts less with every word between.
const NEXT_WORD: f32 = 3.0;
/// The least share of words around the figures (Dice) in sentences that were not put together.
const LEAST_SHARED: f32 = 0.18;

/// The sentences that a report begins with.
const LEAD: usize = 2;

/// Whether it is these two figures that measure the same, or others beside them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Meant {
    /// A phrase beside both names what they are of.
    Named,
    /// There is no other of their kind in their sentences.
    Alone,
    /// Others could be meant instead, unless they are paired with each other.
    Rivalled,
}

/// Two figures that may measure the same.
pub(super) struct Candidate {
    pub left: usize,
    pub right: usize,
    pub score: f32,
    pub relation: Relation,
    pub linked: bool,
    /// Whether both lead their reports on a matter of which an event has but one.
    pub leading: bool,
    /// Whether other figures could be meant instead.
    pub meant: Meant,
}

impl Candidate {
    /// What is paired first: what can be true together, and of that what leads both reports, then what is the same.
    pub(super) fn rank(&self) -> (bool, f32) {
        const SAME_VALUE: f32 = 0.2;
        const LEADING: f32 = 1.0;
        let same = if self.verdict() == FigureVerdict::Same { SAME_VALUE } else { 0.0 };
        (self.verdict() == FigureVerdict::Conflict, self.score + same + if self.leading { LEADING } else { 0.0 })
    }

    /// Whether both can be true.
    pub(super) fn verdict(&self) -> FigureVerdict {
        self.relation.verdict
    }
}

/// What else decides whether two figures measure the same.
pub(super) struct Setting {
    /// How alike their sentences are.
    pub likeness: f32,
    /// From which likeness on sentences are put together.
    pub linked_from: f32,
    pub later: Option<Side>,
    /// How telling their agreement is, where it is hardly by chance.
    pub anchored: Option<f32>,
}

/// Holds two figures against each other; none where they measure two things, or too little says that they measure one.
pub(super) fn judge(one: &Measured<'_>, other: &Measured<'_>, setting: &Setting) -> Option<Candidate> {
    let told_together = setting.likeness >= setting.linked_from;
    let may_be_one = may_be_compared(one.figure, other.figure)
        || told_together && has_same_number(one.figure, other.figure)
        || is_known_compound(one, other);
    if !may_be_one && setting.anchored.is_none() {
        return None;
    }
    let one_matter = one.matter.is_some() && one.matter == other.matter;
    // Far from one another, tolls can be of two days or two places, but not the tolls with which both reports begin.
    let near = told_together || !is_recounted(one.figure) || one.sentence.max(other.sentence) < LEAD;
    let (leading, alone) = (one_matter && one.leads && other.leads, one_matter && near && one.only_one && other.only_one);
    let named_alike = is_named_alike(one, other);
    let sure = alone || named_alike || is_telling(one.figure, other.figure);
    let relation = relation(one.figure, other.figure, setting.later);
    let agree = relation.verdict != FigureVerdict::Conflict;
    let linked = sure || told_together || agree && (leading || setting.anchored.is_some());
    let (score, slot) = score(one, other, setting.likeness, linked)?;
    let score = if sure || agree && leading { score.max(SURE_MEASURE) } else { score };
    let meant = match (named_alike, one.rivals.is_empty() && other.rivals.is_empty()) {
        (true, _) => Meant::Named,
        (_, true) => Meant::Alone,
        _ => Meant::Rivalled,
    };
    let enough = if agree {
        (score >= SAME_MEASURE || setting.anchored.is_some()) && (named_alike || !is_far_from_bound(one.figure, other.figure))
    } else {
        let proof = Proof { alone, named_alike, told_together, firm: setting.likeness >= FIRM, slot, rivalled: meant == Meant::Rivalled };
        linked && score >= IN_CONFLICT && proof.suffices(one, other)
    };
    let score = match setting.anchored {
        Some(gain) if gain >= TELLING => score.max(SURE_MEASURE),
        Some(_) => score.max(SAME_MEASURE),
        None => score,
    };
    enough.then_some(Candidate { left: one.number, right: other.number, score, relation, linked, leading: leading && agree, meant })
}

/// Whether a bound is met by a value that is far from it: nobody who knows of 5,600 writes `over 300`. Tolls grow.
fn is_far_from_bound(one: &Figure, other: &Figure) -> bool {
    let is_open = |figure: &Figure| figure.range.min.is_none() || figure.range.max.is_none();
    let written = |figure: &Figure| figure.range.middle().or(figure.range.min).or(figure.range.max);
    let (Some(a), Some(b)) = (written(one), written(other)) else { return false };
    let far = a.abs().max(b.abs()) > TWICE * a.abs().min(b.abs());
    (is_open(one) || is_open(other)) && far && !is_recounted(one) && !is_recounted(other)
}

/// How sure it is that both measure the same, 0 to 1, and how much the words next to the numbers agree; none when nothing speaks for it.
fn score(one: &Measured<'_>, other: &Measured<'_>, likeness: f32, linked: bool) -> Option<(f32, f32)> {
    let mut slot = 0.0;
    let mut shared = 0;
    let mut seen = FxHashSet::default();
    for (stem, away) in &one.around {
        let there = other.around.iter().filter(|(theirs, _)| theirs == stem).map(|(_, away)| away).min();
        if let Some(theirs) = there.filter(|_| seen.insert(*stem)) {
            slot += NEXT_WORD * (-((away + theirs) as f32 - 2.0) / 8.0).exp();
            shared += 1;
        }
    }
    let dice = 2.0 * shared as f32 / (one.around.len() + other.around.len()).max(1) as f32;
    if !linked && dice < LEAST_SHARED {
        return None;
    }
    let head = match (one.figure.dimension == Dimension::Count, counts_same(one.figure, other.figure)) {
        (true, same) if has_same_number(one.figure, other.figure) => same.max(SAME_NUMBER),
        (true, same) => same,
        (false, same) => same.max(same_state(one.figure, other.figure)).max(0.4),
    };
    let context = (dice / 0.5).max(likeness / 0.6).min(1.0);
    let unmistaken = one.rivals.is_empty() && other.rivals.is_empty() && linked;
    let score = 0.25 * head + 0.35 * (slot / FULL_SLOT).min(1.0) + 0.40 * context + if unmistaken { UNMISTAKEN } else { 0.0 };
    Some((score, slot))
}
