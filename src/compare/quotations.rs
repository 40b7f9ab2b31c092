//! Pairs the quotations of two reports that give one utterance, and says how they differ.

mod alike;
mod judgement;
mod utterance;

use rustc_hash::FxHashSet;

use super::grid::Grid;
use super::report::Report;
use super::speakers::Speakers;
use super::{Options, Pair, QuotationPair, QuotationVerdict, Reason};
use crate::extract::{Quotation, QuotationKind};

use judgement::{Candidate, judge};
use utterance::{Utterance, utterances};

/// All quotations in marks of both sides, paired where they give one utterance: the left report's order, then what only the right one has.
///
/// Indirect speech is retold anyway: it counts only as the other side of a quotation in marks.
pub(super) fn pair_quotations(left: &Report<'_>, right: &Report<'_>, grid: &Grid<f32>, options: &Options) -> Vec<QuotationPair> {
    let (ours, theirs) = (utterances(left), utterances(right));
    let mut candidates = Vec::new();
    for one in &ours {
        for other in theirs.iter().filter(|other| !options.rejects(one.quotation.hull(), other.quotation.hull())) {
            let linked = grid.get(one.sentence, other.sentence) >= super::prior::LINKED;
            candidates.extend(judge(one, other, linked));
        }
    }
    candidates.sort_by(|a, b| b.score.total_cmp(&a.score).then((a.left + a.right, a.left).cmp(&(b.left + b.right, b.left))));
    let chosen = choose(candidates);
    listed(&chosen, (&ours, left), (&theirs, right))
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
