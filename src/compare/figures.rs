//! Pairs the figures of two reports that measure the same thing.

mod anchor;
mod axis;
mod bearer;
mod candidate;
mod comparable;
mod listing;
mod matter;
mod measured;
mod proof;
mod relation;
mod since;
#[cfg(test)]
mod specimen;

use rustc_hash::{FxHashMap, FxHashSet};

pub(super) use anchor::{Anchor, anchors};
pub(super) use since::add_lengths_since;

use candidate::{Candidate, Meant, SAME_MEASURE, SURE_MEASURE, Setting, judge};
use comparable::may_be_compared;
use listing::{later_side, listed};
use matter::{counts_same, is_recounted, states_exclude};
use measured::{Measured, measured};
use relation::{is_equal, relation};

use super::grid::Grid;
use super::prior::Bar;
use super::report::Report;
use super::{FigurePair, FigureVerdict, Options, Pair, Side};
use crate::extract::{Dimension, Figure};

/// All figures of both sides, paired where they measure the same: the left report's order, then what only the right one has.
pub(super) fn pair_figures(
    sides: &(Report<'_>, Report<'_>),
    found: &[Anchor],
    grid: &Grid<f32>,
    bar: Bar,
    options: &Options,
) -> Vec<FigurePair> {
    let (left, right) = sides;
    let (ours, theirs) = (measured(left), measured(right));
    let anchored: FxHashMap<(usize, usize), f32> = found.iter().map(|anchor| ((anchor.left, anchor.right), anchor.gain)).collect();
    let later = later_side(left.article.published(), right.article.published());
    let mut candidates: Vec<Candidate> = Vec::new();
    for one in &ours {
        for other in theirs.iter().filter(|other| !options.rejects(one.figure.span, other.figure.span)) {
            candidates.extend(judge(
                one,
                other,
                &Setting {
                    likeness: grid.get(one.sentence, other.sentence),
                    linked_from: bar.least,
                    later,
                    anchored: anchored.get(&(one.number, other.number)).copied(),
                },
            ));
        }
    }
    withdraw(&mut candidates, &ours, &theirs);
    candidates.sort_by(|a, b| {
        let ((ours, score), (theirs, other_score)) = (a.rank(), b.rank());
        ours.cmp(&theirs).then(other_score.total_cmp(&score)).then((a.left + a.right, a.left).cmp(&(b.left + b.right, b.left)))
    });
    let (mut left_taken, mut right_taken): (FxHashSet<usize>, FxHashSet<usize>) = Default::default();
    candidates.retain(|c| {
        let free = !left_taken.contains(&c.left) && !right_taken.contains(&c.right);
        let rivals = |side: &[Measured<'_>], at: usize, taken: &FxHashSet<usize>| {
            side.get(at).is_some_and(|figure| figure.rivals.iter().any(|rival| !taken.contains(rival)))
        };
        let unrivalled = c.meant != Meant::Rivalled
            || c.verdict() != FigureVerdict::Conflict
            || !rivals(&ours, c.left, &left_taken) && !rivals(&theirs, c.right, &right_taken);
        free && unrivalled && left_taken.insert(c.left) && right_taken.insert(c.right)
    });
    drop_other_scopes(&mut candidates, &ours, &theirs);
    let again = given_again(&candidates, &ours, &theirs, options);
    candidates.extend(again);
    listed(&candidates, (&ours, left), (&theirs, right))
}

/// The sentences of figures that are surely of one measure, the surest first.
pub(super) fn sure_sentences(sides: &(Report<'_>, Report<'_>), figures: &[FigurePair]) -> Vec<(usize, usize)> {
    let mut sure: Vec<&FigurePair> = figures.iter().filter(|pair| pair.score >= SURE_MEASURE).collect();
    let place = |pair: &FigurePair| pair.pair.side(Side::Left).unwrap_or_default() + pair.pair.side(Side::Right).unwrap_or_default();
    sure.sort_by(|a, b| b.score.total_cmp(&a.score).then(place(a).cmp(&place(b))));
    let sentences = |pair: &&FigurePair| {
        let Pair::Both(one, other) = pair.pair else { return None };
        let (one, other) = (sides.0.claims.figures.get(one)?, sides.1.claims.figures.get(other)?);
        Some((sides.0.sentence_of(one.span), sides.1.sentence_of(other.span)))
    };
    sure.iter().filter_map(sentences).collect()
}

/// Two sentences in which several figures differ and none agrees tell of two things: one player's year at one club and at two. Tolls may
/// all grow at once.
fn drop_other_scopes(chosen: &mut Vec<Candidate>, ours: &[Measured<'_>], theirs: &[Measured<'_>]) {
    let place = |c: &Candidate| Some((ours.get(c.left)?.sentence, theirs.get(c.right)?.sentence));
    let is_alarm =
        |c: &Candidate| c.verdict() == FigureVerdict::Conflict && ours.get(c.left).is_some_and(|figure| !is_recounted(figure.figure));
    let mut told: FxHashMap<(usize, usize), Told> = FxHashMap::default();
    for candidate in chosen.iter() {
        let Some(told) = place(candidate).map(|place| told.entry(place).or_default()) else { continue };
        told.taken.push((candidate.left, candidate.right));
        if is_alarm(candidate) {
            told.alarms += 1;
        } else {
            told.agreements += 1;
        }
    }
    let of_two_things = |place: (usize, usize)| {
        let told = told.get(&place);
        told.is_some_and(|told| told.agreements == 0 && (told.alarms > 1 || told.has_others_apart(place, ours, theirs)))
    };
    chosen.retain(|c| c.meant == Meant::Named || !(is_alarm(c) && place(c).is_some_and(of_two_things)));
}

/// What was paired in two sentences.
#[derive(Default)]
struct Told {
    alarms: usize,
    agreements: usize,
    /// The figures of the two.
    taken: Vec<(usize, usize)>,
}

impl Told {
    /// Whether figures of one kind are left over in the two sentences that differ as well.
    fn has_others_apart(&self, (left, right): (usize, usize), ours: &[Measured<'_>], theirs: &[Measured<'_>]) -> bool {
        let in_left = of_sentence(ours, left).iter().filter(|one| !self.taken.iter().any(|taken| taken.0 == one.number));
        let in_right = || of_sentence(theirs, right).iter().filter(|other| !self.taken.iter().any(|taken| taken.1 == other.number));
        let is_apart = |one: &Figure, other: &Figure| {
            let is_measured = !matches!(one.dimension, Dimension::Count | Dimension::Money(_)) && one.measures.head == other.measures.head;
            let of_one_kind = is_measured || counts_same(one, other) > 0.0;
            of_one_kind && may_be_compared(one, other) && relation(one, other, None).verdict == FigureVerdict::Conflict
        };
        in_left.take(MOST_OTHERS).any(|one| in_right().take(MOST_OTHERS).any(|other| is_apart(one.figure, other.figure)))
    }
}

/// So many figures of a sentence are looked at beside one that differs.
const MOST_OTHERS: usize = 8;

/// The figures of a sentence.
fn of_sentence<'a, 'b>(side: &'b [Measured<'a>], sentence: usize) -> &'b [Measured<'a>] {
    let start = side.partition_point(|figure| figure.sentence < sentence);
    let end = side.partition_point(|figure| figure.sentence <= sentence);
    side.get(start..end).unwrap_or_default()
}

/// Figures left over that repeat what the other side gives of the same matter, such as the toll of the evening before beside today's.
fn given_again(chosen: &[Candidate], ours: &[Measured<'_>], theirs: &[Measured<'_>], options: &Options) -> Vec<Candidate> {
    let left: FxHashSet<usize> = chosen.iter().map(|candidate| candidate.left).collect();
    let right: FxHashSet<usize> = chosen.iter().map(|candidate| candidate.right).collect();
    let mut again = Vec::new();
    for one in ours.iter().filter(|one| one.matter.is_some()) {
        for other in theirs.iter().filter(|other| other.matter == one.matter) {
            let left_over = !left.contains(&one.number) || !right.contains(&other.number);
            if left_over && is_equal(one.figure, other.figure) && !options.rejects(one.figure.span, other.figure.span) {
                again.push(Candidate {
                    left: one.number,
                    right: other.number,
                    score: SAME_MEASURE,
                    relation: relation(one.figure, other.figure, None),
                    linked: false,
                    leading: false,
                    meant: Meant::Alone,
                });
            }
        }
    }
    again
}

/// Takes back a conflict where one of its values is also given by the other side for what may be the same measure, or in the very sentence
/// of the other value, whatever it counts there: `12 Somalis and 11 Yemenis` on both sides.
fn withdraw(candidates: &mut Vec<Candidate>, ours: &[Measured<'_>], theirs: &[Measured<'_>]) {
    let given =
        |figure: &Figure, side: &[Measured<'_>]| side.iter().any(|m| may_be_compared(figure, m.figure) && is_equal(figure, m.figure));
    // Of a part and its whole either may be the one that the other side gives.
    let given_beside = |figure: &Figure, beside: &Measured<'_>, side: &[Measured<'_>]| {
        let mut near = of_sentence(side, beside.sentence).iter().take(MOST_OTHERS).map(|other| other.figure);
        let is_whole = |other: &Figure| !other.measures.partial || beside.figure.measures.partial;
        near.any(|other| {
            other.dimension == figure.dimension && is_whole(other) && is_equal(figure, other) && !states_exclude(figure, other)
        })
    };
    candidates.retain(|c| {
        let both = ours.get(c.left).zip(theirs.get(c.right));
        c.verdict() != FigureVerdict::Conflict
            || both.is_some_and(|(one, other)| {
                let is_given = given(one.figure, theirs) || given(other.figure, ours);
                let is_beside = given_beside(one.figure, other, theirs) || given_beside(other.figure, one, ours);
                !is_given && !is_beside
            })
    });
}

#[cfg(test)]
mod labelled;
#[cfg(test)]
mod tests;
