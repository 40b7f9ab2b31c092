//! How likely it is beforehand that two sentences tell the same thing: the fewer there are to choose from, and the more the reports are
//! alike as wholes, the less their words must show.

use crate::event::logistic::{evidence, probability};

/// The least likeness of two sentences that are put together, in reports of usual length.
pub(super) const LINKED: f32 = 0.28;
/// That length, in sentences.
const USUAL_LENGTH: f32 = 30.0;
/// A link reaches this share of the best likeness that either of its sentences has with any other.
const NEAR_BEST: f32 = 0.8;
/// In shorter reports than this, one sentence may well tell what several of the other tell.
const ROOM_FOR_ONE_MATTER: f32 = 6.0;

/// Sentences less alike than this are so by chance, unless a report has no more than a few.
const CHANCE: f32 = 0.07;
/// A few sentences.
const FEW: f32 = 4.0;

/// Reports as alike as this may or may not report one event; the scale is that of [`crate::event::similarity`].
const UNDECIDED: f32 = 0.30;
/// More alike than this proves no more.
const DECIDED: f32 = 0.40;
/// How much evidence the likeness of the reports is.
const WEIGHT: f32 = 16.0;
/// From this length on, in sentences, the likeness of the reports no longer speaks for a pair of their sentences.
const LONG: f32 = 15.0;

/// What a pair of sentences must reach to be put together.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Bar {
    /// The least likeness.
    pub least: f32,
    /// The least share of the best likeness in its row or column.
    pub near_best: f32,
}

impl Bar {
    /// The bar for reports of so many sentences that are as alike as wholes as `event_score` says.
    pub(super) fn between(height: usize, width: usize, event_score: f32) -> Self {
        let length = ((height * width) as f32).sqrt().clamp(1.0, USUAL_LENGTH);
        let choice = (length / USUAL_LENGTH).ln();
        let least = probability(evidence(LINKED) + choice - event_evidence(height * width, length, event_score));
        let least = if length < FEW { least } else { least.max(CHANCE) };
        Self { least, near_best: NEAR_BEST * (length / ROOM_FOR_ONE_MATTER).min(1.0) }
    }
}

/// What the likeness of the reports says of a pair of their sentences.
///
/// Reports of two events share few facts, however alike a sentence sounds. Reports of one event say little about a pair of sentences, and
/// the less the longer they are. A report of one sentence is its own whole, which must not count twice.
fn event_evidence(pairs: usize, length: f32, event_score: f32) -> f32 {
    if pairs <= 1 {
        return 0.0;
    }
    let evidence = WEIGHT * (event_score.min(DECIDED) - UNDECIDED);
    if evidence > 0.0 { evidence * (1.0 - length / LONG).max(0.0) } else { evidence }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn long_reports_of_one_event_have_the_plain_bar() {
        let bar = Bar::between(40, 50, 0.6);
        assert!((bar.least - LINKED).abs() < 1e-6 && (bar.near_best - NEAR_BEST).abs() < 1e-6);
    }

    #[test]
    fn short_reports_and_reports_of_one_event_need_less() {
        let least = |height, width, score| Bar::between(height, width, score).least;
        assert!(least(8, 8, 0.3) < least(20, 20, 0.3));
        assert!(least(8, 8, 0.5) < least(8, 8, 0.3));
        assert!(least(30, 30, 0.1) > 0.8, "two events: only what is all but the same");
        assert!((least(1, 1, 0.0) - least(1, 1, 0.9)).abs() < 1e-6);
    }
}
