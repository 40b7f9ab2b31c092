//! What besides shared words speaks for two sentences telling the same thing: a common quotation, one speaker, and what the user decided.

use std::collections::BTreeMap;

use super::align::{FIRM, PINNED, UNRELATED};
use super::figures::Anchor;
use super::grid::Grid;
use super::report::Report;
use super::speakers::{self, Speakers, known, relate};
use super::{Options, Pair, QuotationPair, QuotationVerdict, Side};
use crate::event::logistic::{evidence, probability};
use crate::extract::Quotation;
use crate::text::span::Span;

/// A quotation that both sentences give makes them the same.
const SAME_QUOTATION: f32 = 0.8;
/// A cut quotation whose score is less than this is a few words.
const SURE_QUOTATION: f32 = 0.5;
/// A quotation that one of them retells or cuts to a word makes it likely.
const RETOLD_QUOTATION: f32 = 0.4;
/// What it adds to the evidence when both report the words of one speaker.
const SAME_SPEAKER: f32 = 0.5;
/// What it adds more when a neighbour of one of them surely tells what the other tells.
const SPEECH_GOES_ON: f32 = 0.5;

/// What it takes away when one tells what happened in an earlier time and the other does not: last year's quake is no news of today's.
const OF_ANOTHER_TIME: f32 = 2.0;

/// What is known besides the words.
pub(super) struct Known<'a> {
    pub quotations: &'a [QuotationPair],
    pub anchors: &'a [Anchor],
    pub options: &'a Options,
}

/// Adds to the likenesses what the words alone do not show; what the user decided has the last word.
pub(super) fn weigh(grid: &mut Grid<f32>, sides: &(Report<'_>, Report<'_>), known: &Known<'_>) {
    add_anchors(grid, sides, known.anchors);
    for pair in known.quotations {
        add_quotation(grid, sides, pair);
    }
    add_speakers(grid, sides);
    part_times(grid, sides);
    for &spans in &known.options.pinned {
        set(grid, sides, spans, PINNED);
    }
    for &spans in &known.options.rejected {
        set(grid, sides, spans, UNRELATED);
    }
}

/// The most that all the amounts that two sentences share add to the evidence.
const MOST_OF_AMOUNTS: f32 = 4.0;

/// Sentences that give the same amounts are likelier to tell the same, in whatever units and words.
fn add_anchors(grid: &mut Grid<f32>, sides: &(Report<'_>, Report<'_>), anchors: &[Anchor]) {
    let mut gains: BTreeMap<(usize, usize), f32> = BTreeMap::new();
    for anchor in anchors {
        let figures = sides.0.claims.figures.get(anchor.left).zip(sides.1.claims.figures.get(anchor.right));
        if let Some((one, other)) = figures {
            *gains.entry((sides.0.sentence_of(one.span), sides.1.sentence_of(other.span))).or_default() += anchor.gain;
        }
    }
    for ((i, j), gain) in gains {
        if let Some(cell) = grid.at_mut(i, j) {
            *cell = probability(evidence(*cell) + gain.min(MOST_OF_AMOUNTS));
        }
    }
}

/// Sentences in which one and the same speaker says something are likelier to tell the same, the more so beside a sure pair: one speech
/// often takes two sentences here and one there.
fn add_speakers(grid: &mut Grid<f32>, sides: &(Report<'_>, Report<'_>)) {
    let (ours, theirs) = (speakers(&sides.0), speakers(&sides.1));
    let pairs = ours.iter().flat_map(|one| theirs.iter().map(move |other| (one, other)));
    let same = pairs.filter(|((_, one), (_, other))| relate(Some(one), Some(other)) == Speakers::Same);
    let gains: Vec<(usize, usize, f32)> = same
        .map(|((i, _), (j, _))| (*i, *j, if is_beside_anchor(grid, *i, *j) { SAME_SPEAKER + SPEECH_GOES_ON } else { SAME_SPEAKER }))
        .collect();
    for (i, j, gain) in gains {
        if let Some(cell) = grid.at_mut(i, j) {
            *cell = probability(evidence(*cell) + gain);
        }
    }
}

/// Sentences with figures of an earlier time alone tell hardly the same as sentences with figures of the event alone.
fn part_times(grid: &mut Grid<f32>, sides: &(Report<'_>, Report<'_>)) {
    if sides.0.len().max(sides.1.len()) <= 1 {
        // There is no other sentence that it could belong to.
        return;
    }
    let (ours, theirs) = (times(&sides.0), times(&sides.1));
    for (i, is_past) in &ours {
        for (j, _) in theirs.iter().filter(|(_, other)| other != is_past) {
            if let Some(cell) = grid.at_mut(*i, *j) {
                *cell = probability(evidence(*cell) - OF_ANOTHER_TIME);
            }
        }
    }
}

/// The sentences whose figures are all of an earlier time, and those that have none of an earlier time.
fn times(report: &Report<'_>) -> Vec<(usize, bool)> {
    let mut found: Vec<(usize, Option<bool>)> = Vec::new();
    for figure in &report.claims.figures {
        let (sentence, is_past) = (report.sentence_of(figure.span), figure.measures.historical);
        match found.last_mut().filter(|(last, _)| *last == sentence) {
            Some((_, all)) => *all = all.filter(|known| *known == is_past),
            None => found.push((sentence, Some(is_past))),
        }
    }
    found.into_iter().filter_map(|(sentence, is_past)| Some((sentence, is_past?))).collect()
}

/// Whether one of the two sentences surely tells the same as the neighbour of the other.
fn is_beside_anchor(grid: &Grid<f32>, i: usize, j: usize) -> bool {
    let sure = |i: Option<usize>, j: Option<usize>| i.zip(j).is_some_and(|(i, j)| grid.get(i, j) >= FIRM);
    sure(i.checked_sub(1), Some(j)) || sure(Some(i + 1), Some(j)) || sure(Some(i), j.checked_sub(1)) || sure(Some(i), Some(j + 1))
}

/// Each sentence that gives somebody's words, with the speaker; a sentence is named once.
fn speakers(report: &Report<'_>) -> Vec<(usize, speakers::Known)> {
    let mut found: Vec<(usize, speakers::Known)> = Vec::new();
    for quotation in &report.claims.quotations {
        let sentence = report.sentence_of(quotation.hull());
        if found.last().is_none_or(|(last, _)| *last != sentence) {
            found.extend(known(report, quotation).map(|speaker| (sentence, speaker)));
        }
    }
    found
}

/// Raises the likeness of the sentences that give one quotation.
fn add_quotation(grid: &mut Grid<f32>, sides: &(Report<'_>, Report<'_>), pair: &QuotationPair) {
    let Some((left, right)) = sentences_of(grid, sides, pair.pair) else { return };
    let floor = match pair.verdict {
        QuotationVerdict::Paraphrased => RETOLD_QUOTATION,
        QuotationVerdict::Truncated if pair.score < SURE_QUOTATION => RETOLD_QUOTATION,
        _ => SAME_QUOTATION,
    };
    if let Some(cell) = grid.at_mut(left, right) {
        *cell = cell.max(floor);
    }
}

/// The two sentences that give a quotation; where it runs over several, those that are most alike.
pub(super) fn sentences_of(grid: &Grid<f32>, sides: &(Report<'_>, Report<'_>), pair: Pair<usize>) -> Option<(usize, usize)> {
    let hull = |side: Side, report: &Report<'_>| pair.side(side).and_then(|n| report.claims.quotations.get(n)).map(Quotation::hull);
    let (left, right) = (hull(Side::Left, &sides.0)?, hull(Side::Right, &sides.1)?);
    let cells = sides.0.sentences_of(left).flat_map(|i| sides.1.sentences_of(right).map(move |j| (i, j)));
    cells.reduce(|best, cell| if grid.get(cell.0, cell.1) > grid.get(best.0, best.1) { cell } else { best })
}

/// Sets the likeness of every sentence of a left passage with every one of a right passage.
fn set(grid: &mut Grid<f32>, sides: &(Report<'_>, Report<'_>), (left, right): (Span, Span), likeness: f32) {
    for i in sides.0.sentences_of(left) {
        for j in sides.1.sentences_of(right) {
            if let Some(cell) = grid.at_mut(i, j) {
                *cell = likeness;
            }
        }
    }
}
