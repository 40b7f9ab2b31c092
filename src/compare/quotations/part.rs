//! Sentences of long quotations that give one utterance, where the quotations as a whole face others or none.

use rustc_hash::{FxHashMap, FxHashSet};

use super::judgement::{Candidate, judge};
use super::utterance::{Utterance, sentences};
use super::{QuotationVerdict, Told};
use crate::compare::Side;
use crate::compare::grid::Grid;
use crate::compare::prior::LINKED;

/// Shared stems over those of a sentence from which a quotation that is already chosen says it as well.
const SAID: f32 = 0.6;

/// Pairs of quotations beside those already `chosen`, for sentences that face no quotation yet.
pub(super) fn pair_sentences(ours: Told<'_, '_>, theirs: Told<'_, '_>, chosen: &[Candidate], grid: &Grid<f32>) -> Vec<Candidate> {
    let partners = |side: Side| {
        let mut partners: FxHashMap<usize, Vec<usize>> = FxHashMap::default();
        for candidate in chosen {
            let (own, other) = if side == Side::Left { (candidate.left, candidate.right) } else { (candidate.right, candidate.left) };
            partners.entry(own).or_default().push(other);
        }
        partners
    };
    let (left, right) = (free(ours, theirs.0, &partners(Side::Left)), free(theirs, ours.0, &partners(Side::Right)));
    let mut candidates: Vec<(usize, usize, Candidate)> = Vec::new();
    let none = FxHashSet::default();
    for (at, other) in alike(&left, &right) {
        let (one, other_part) = (&left[at], &right[other]);
        let linked = grid.get(one.sentence, other_part.sentence) >= LINKED;
        candidates.extend(judge(one, other_part, linked, &none).map(|candidate| (at, other, candidate)));
    }
    candidates.sort_by(|(.., a), (.., b)| b.score.total_cmp(&a.score).then((a.left + a.right, a.left).cmp(&(b.left + b.right, b.left))));
    let mut pairs: FxHashSet<(usize, usize)> = chosen.iter().map(|candidate| (candidate.left, candidate.right)).collect();
    let (mut taken_left, mut taken_right): (FxHashSet<usize>, FxHashSet<usize>) = Default::default();
    let mut found = Vec::new();
    for (at, other, candidate) in candidates {
        let is_free = !taken_left.contains(&at) && !taken_right.contains(&other);
        if is_free && pairs.insert((candidate.left, candidate.right)) {
            taken_left.insert(at);
            taken_right.insert(other);
            found.push(as_whole(candidate, ours.0, theirs.0));
        }
    }
    found
}

/// The sentences of the quotations of one side, and the quotations of one sentence, that no chosen quotation of the other side says as well.
fn free<'a>(told: Told<'a, '_>, others: &[Utterance<'_>], partners: &FxHashMap<usize, Vec<usize>>) -> Vec<Utterance<'a>> {
    let mut free = Vec::new();
    for whole in told.0.iter().filter(|whole| whole.is_in_marks()) {
        let partners = partners.get(&whole.number).map_or(&[][..], Vec::as_slice);
        let is_said = |part: &Utterance<'_>| {
            let says = |other: &Utterance<'_>| part.shared_stems(other) as f32 >= SAID * part.stems.len() as f32;
            others.iter().filter(|other| partners.contains(&other.number)).any(says)
        };
        let parts = sentences(told.1, whole);
        if parts.is_empty() && partners.is_empty() {
            free.push(whole.clone());
        }
        free.extend(parts.into_iter().filter(|part| !is_said(part)));
    }
    free
}

/// The pairs of sentences that have two stems or more in common.
fn alike(left: &[Utterance<'_>], right: &[Utterance<'_>]) -> Vec<(usize, usize)> {
    let mut holders: FxHashMap<u32, Vec<usize>> = FxHashMap::default();
    for (number, part) in right.iter().enumerate() {
        part.stems.iter().for_each(|stem| holders.entry(*stem).or_default().push(number));
    }
    let mut found = Vec::new();
    for (number, part) in left.iter().enumerate() {
        let mut counts: FxHashMap<usize, usize> = FxHashMap::default();
        let shared = part.stems.iter().filter_map(|stem| holders.get(stem)).filter(|holders| holders.len() <= COMMON).flatten();
        shared.for_each(|other| *counts.entry(*other).or_default() += 1);
        let mut others: Vec<usize> = counts.into_iter().filter(|(_, count)| *count > 1).map(|(other, _)| other).collect();
        others.sort_unstable();
        found.extend(others.into_iter().map(|other| (number, other)));
    }
    found
}

/// A stem that more sentences than this have tells none of them from the others.
const COMMON: usize = 60;

/// What a pair of sentences says of the quotations that hold them: what is the same in both is a piece of the longer one.
fn as_whole(mut candidate: Candidate, ours: &[Utterance<'_>], theirs: &[Utterance<'_>]) -> Candidate {
    let length =
        |side: &[Utterance<'_>], number: usize| side.iter().find(|whole| whole.number == number).map_or(0, |whole| whole.words.len());
    let (left, right) = (length(ours, candidate.left), length(theirs, candidate.right));
    let is_piece = matches!(candidate.verdict, QuotationVerdict::Identical | QuotationVerdict::Truncated) && left != right;
    let (verdict, fuller) = if is_piece {
        (QuotationVerdict::Truncated, Some(if left > right { Side::Left } else { Side::Right }))
    } else {
        (candidate.verdict, candidate.fuller)
    };
    candidate.verdict = verdict;
    candidate.fuller = fuller;
    candidate.piece = true;
    candidate
}
