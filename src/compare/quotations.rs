//! Pairs the quotations of two reports that give one utterance, and says how they differ.

mod alike;
mod judgement;
mod part;
mod spelling;
mod utterance;

use rustc_hash::FxHashSet;

use super::grid::Grid;
use super::report::Report;
use super::speakers::Speakers;
use super::{Options, Pair, QuotationPair, QuotationVerdict, Reason};
use crate::event::common_rank;
use crate::extract::{Quotation, QuotationKind};
use crate::text::span::Span;
use crate::text::term::fingerprint;

use judgement::{Candidate, judge};
use utterance::{Utterance, utterances};

/// All quotations in marks of both sides, paired where they give one utterance: the left report's order, then what only the right one has.
///
/// Indirect speech is retold anyway: it counts only as the other side of a quotation in marks.
pub(super) fn pair_quotations(left: &Report<'_>, right: &Report<'_>, grid: &Grid<f32>, options: &Options) -> Vec<QuotationPair> {
    let (ours, theirs) = (utterances(left), utterances(right));
    let telling = telling_words((&ours, left), (&theirs, right));
    let mut candidates = Vec::new();
    for one in &ours {
        for other in theirs.iter().filter(|other| !options.rejects(one.quotation.hull(), other.quotation.hull())) {
            let linked = grid.get(one.sentence, other.sentence) >= super::prior::LINKED;
            candidates.extend(judge(one, other, linked, &telling));
        }
    }
    candidates.sort_by(|a, b| b.score.total_cmp(&a.score).then((a.left + a.right, a.left).cmp(&(b.left + b.right, b.left))));
    let mut chosen = choose(candidates);
    let mut of_sentences = part::pair_sentences((&ours, left), (&theirs, right), &chosen, grid);
    of_sentences.retain(|found| !options.rejects(ours[found.left].quotation.hull(), theirs[found.right].quotation.hull()));
    chosen.extend(of_sentences);
    listed(&chosen, (&ours, left), (&theirs, right))
}

/// The stems of quoted single words that are uncommon and stand in both reports only between marks.
fn telling_words(ours: Told<'_, '_>, theirs: Told<'_, '_>) -> FxHashSet<u32> {
    const COMMONEST: usize = 1_000;
    let singles = ours.0.iter().chain(theirs.0).filter_map(Utterance::single);
    let wanted: FxHashSet<u32> = singles.filter(|stem| common_rank(*stem).is_none_or(|rank| rank > COMMONEST)).collect();
    let mut telling = wanted.clone();
    for (utterances, report) in [ours, theirs].into_iter().filter(|_| !wanted.is_empty()) {
        let marked =
            utterances.iter().filter(|utterance| utterance.is_in_marks()).flat_map(|utterance| utterance.quotation.spans.iter().copied());
        let marked: Vec<Span> = marked.collect();
        let outside = report.body_terms().iter().filter(|term| !marked.iter().any(|span| span.covers(term.span)));
        outside.for_each(|term| {
            telling.remove(&fingerprint(term.stem.chars()));
        });
    }
    telling
}

/// The best candidates, each quotation once; but pieces of one utterance may each face the quotation that holds them both.
fn choose(candidates: Vec<Candidate>) -> Vec<Candidate> {
    let (mut left, mut right): (FxHashSet<usize>, FxHashSet<usize>) = Default::default();
    let mut chosen: Vec<Candidate> = Vec::new();
    for candidate in candidates {
        let free = (!left.contains(&candidate.left), !right.contains(&candidate.right));
        if free == (true, true) || (candidate.piece && (free.0 || free.1)) {
            left.insert(candidate.left);
            right.insert(candidate.right);
            chosen.push(candidate);
        }
    }
    chosen
}

/// The quotations of one side, and its report.
type Told<'a, 'b> = (&'b [Utterance<'a>], &'b Report<'a>);

/// Pairs and one-sided quotations in reading order.
fn listed(chosen: &[Candidate], ours: Told<'_, '_>, theirs: Told<'_, '_>) -> Vec<QuotationPair> {
    let mut found = Vec::new();
    for one in ours.0 {
        let mut partners: Vec<&Candidate> = chosen.iter().filter(|candidate| candidate.left == one.number).collect();
        partners.sort_by_key(|candidate| candidate.right);
        found.extend(partners.iter().map(|candidate| paired(candidate, ours.1, theirs.1)));
        if partners.is_empty() && one.quotation.kind != QuotationKind::Indirect {
            found.push(alone(Pair::Left(one.number), QuotationVerdict::LeftOnly, one.quotation));
        }
    }
    for other in theirs.0.iter().filter(|other| other.quotation.kind != QuotationKind::Indirect) {
        if !chosen.iter().any(|candidate| candidate.right == other.number) {
            found.push(alone(Pair::Right(other.number), QuotationVerdict::RightOnly, other.quotation));
        }
    }
    found
}

fn paired(candidate: &Candidate, left: &Report<'_>, right: &Report<'_>) -> QuotationPair {
    let name =
        |report: &Report<'_>, number: usize| report.claims.quotations.get(number).and_then(Quotation::speaker_name).map(str::to_owned);
    let speaker = name(left, candidate.left).or_else(|| name(right, candidate.right));
    let mut reasons = Vec::new();
    if let (Speakers::Same, Some(name)) = (candidate.speakers, &speaker) {
        reasons.push(Reason::SameSpeaker(name.clone()));
    }
    let shown = left.claims.quotations.get(candidate.left).map(|quotation| quotation.shown(left.article.body.text()));
    reasons.extend(shown.map(Reason::SharedQuotation));
    QuotationPair {
        pair: Pair::Both(candidate.left, candidate.right),
        verdict: candidate.verdict,
        speaker,
        fuller: candidate.fuller,
        score: candidate.score.min(1.0),
        reasons,
    }
}

fn alone(pair: Pair<usize>, verdict: QuotationVerdict, quotation: &Quotation) -> QuotationPair {
    let speaker = quotation.speaker_name().map(str::to_owned);
    QuotationPair { pair, verdict, speaker, fuller: None, score: 0.0, reasons: Vec::new() }
}

#[cfg(test)]
mod labelled;
#[cfg(test)]
mod tests;
