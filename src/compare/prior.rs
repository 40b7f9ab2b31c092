//! What two sentences must reach to be put together: more where their reports hardly report one event, and less where they are short
//! reports that surely do.

use crate::event::logistic::{evidence, probability};

/// The least likeness of two sentences that are put together.
pub(super) const LINKED: f32 = 0.34;
/// The same where each report is a single sentence: there is no other that it could belong to.
const LINKED_ALONE: f32 = 0.10;
/// Sentences less alike than this are so by chance, however surely the reports are of one event.
const CHANCE: f32 = 0.06;
/// However little the reports are alike, sentences that are all but the same are put together.
const ALL_BUT_THE_SAME: f32 = 0.93;

/// A link reaches this share of the best likeness that either of its sentences has with any other.
const NEAR_BEST: f32 = 0.8;
/// A sentence that joins others in a row reaches this share of the row's best likeness.
const NEAR_ROW: f32 = 0.6;
/// In reports of fewer sentences than this, one sentence may well tell what several of the other tell.
const ROOM_FOR_ONE_MATTER: f32 = 6.0;

/// How likely reports are to be of one event where that says nothing of their sentences.
pub(super) const UNDECIDED: f32 = 0.78;
/// How much of the evidence on the reports holds for a pair of their sentences.
const WEIGHT: f32 = 1.3;
/// From this length on, in sentences, that they are of one event no longer speaks for a pair of their sentences.
const LONG: f32 = 7.0;

/// What a pair of sentences must reach to be put together.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Bar {
    /// The least likeness.
    pub least: f32,
    /// The least share of the best likeness in its row or column.
    pub near_best: f32,
    /// The least share of the best likeness in the row that it joins.
    pub near_row: f32,
}

impl Bar {
    /// The bar for reports of so many sentences that are of one event as likely as `event_score` says.
    pub(super) fn between(height: usize, width: usize, event_score: f32) -> Self {
        let length = ((height * width) as f32).sqrt();
        let least = if length <= 1.0 {
            LINKED_ALONE
        } else {
            probability(evidence(LINKED) - event_evidence(length, event_score)).clamp(CHANCE, ALL_BUT_THE_SAME)
        };
        let room = (length / ROOM_FOR_ONE_MATTER).min(1.0);
        // The shorter the reports, the fewer rows their one matter makes.
        Self { least, near_best: NEAR_BEST * room.powi(2), near_row: NEAR_ROW * room.powi(4) }
    }
}

/// What the likeness of the reports says of a pair of their sentences.
///
/// Reports of two events share few facts, however alike a sentence sounds. Reports of one event say little about a pair of sentences, and
/// the less the longer they are.
fn event_evidence(length: f32, event_score: f32) -> f32 {
    let evidence = WEIGHT * (evidence(event_score) - evidence(UNDECIDED));
    if evidence > 0.0 { evidence * (1.0 - length / LONG).max(0.0) } else { evidence }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn long_reports_of_one_event_have_the_plain_bar() {
        let bar = Bar::between(40, 50, 0.99);
        assert!((bar.least - LINKED).abs() < 1e-6 && (bar.near_best - NEAR_BEST).abs() < 1e-6);
    }

    #[test]
    fn short_reports_of_one_event_need_less_and_reports_of_two_need_more() {
        let least = |height, width, score| Bar::between(height, width, score).least;
        assert!(least(3, 3, 0.95) < least(20, 20, 0.95));
        assert!(least(8, 8, 0.99) < least(8, 8, 0.5));
        assert!(least(30, 30, 0.1) > 0.8, "two events: only what is all but the same");
        assert!((least(1, 1, 0.0) - least(1, 1, 0.9)).abs() < 1e-6);
    }
}
