//! How two quotations, two figures or two names relate.

use super::row::Reason;
use super::side::{Pair, Side};

/// How two quotations of one utterance relate.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum QuotationVerdict {
    /// The same words.
    Identical,
    /// Other words for the same utterance.
    WordingDiffers,
    /// One side gives only part of it.
    Truncated,
    /// The same words, given to somebody else.
    SpeakerDiffers,
    /// Quoted on one side, retold on the other.
    Paraphrased,
    /// No close match on the right.
    LeftOnly,
    /// No close match on the left.
    RightOnly,
}

impl QuotationVerdict {
    /// The verdict as the contract writes it.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Identical => "identical",
            Self::WordingDiffers => "wording_differs",
            Self::Truncated => "truncated",
            Self::SpeakerDiffers => "speaker_differs",
            Self::Paraphrased => "paraphrased",
            Self::LeftOnly => "left_only",
            Self::RightOnly => "right_only",
        }
    }

    /// Whether a reader should look: both sides have it and they differ.
    #[must_use]
    pub fn is_discrepancy(self) -> bool {
        matches!(self, Self::WordingDiffers | Self::Truncated | Self::SpeakerDiffers)
    }
}

/// One utterance on both sides, or a quotation without a counterpart.
#[derive(Debug, Clone, PartialEq)]
pub struct QuotationPair {
    /// Numbers into the two sides' [`Claims::quotations`](crate::extract::Claims::quotations).
    pub pair: Pair<usize>,
    /// The verdict.
    pub verdict: QuotationVerdict,
    /// The speaker's name, where one side knows it.
    pub speaker: Option<String>,
    /// Which side gives more of it, when truncated.
    pub fuller: Option<Side>,
    /// How alike, 0 to 1.
    pub score: f32,
    /// Why they are taken for one utterance.
    pub reasons: Vec<Reason>,
}

/// How two figures of one measure relate.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum FigureVerdict {
    /// Equal values, however written.
    Same,
    /// Both can be true: rounding, a bound, a range, part and whole, a later count.
    Compatible,
    /// Further apart than rounding, bounds and later counts explain. A finding of the words, and no judgement of which side is right.
    Conflict,
    /// No close match on the right.
    LeftOnly,
    /// No close match on the left.
    RightOnly,
}

impl FigureVerdict {
    /// The verdict as the contract writes it.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Same => "same",
            Self::Compatible => "compatible",
            Self::Conflict => "conflict",
            Self::LeftOnly => "left_only",
            Self::RightOnly => "right_only",
        }
    }

    /// Whether a reader should look.
    #[must_use]
    pub fn is_discrepancy(self) -> bool {
        self == Self::Conflict
    }
}

/// One measure on both sides, or a figure without a counterpart.
#[derive(Debug, Clone, PartialEq)]
pub struct FigurePair {
    /// Numbers into the two sides' [`Claims::figures`](crate::extract::Claims::figures).
    pub pair: Pair<usize>,
    /// The verdict.
    pub verdict: FigureVerdict,
    /// What is measured, in words.
    pub measures: String,
    /// How sure it is that both measure the same, 0 to 1.
    pub score: f32,
    /// The side whose number is a later count of the dead, the injured, the missing: the other one is not wrong.
    pub later: Option<Side>,
    /// Why: rounding, bound, later count; in a few words for people.
    pub note: Option<String>,
    /// Why they are taken to measure the same.
    pub reasons: Vec<Reason>,
}

/// A name on both sides or on one.
#[derive(Debug, Clone, PartialEq)]
pub struct NamePair {
    /// Numbers into the two sides' [`Claims::names`](crate::extract::Claims::names).
    pub pair: Pair<usize>,
    /// The fullest form.
    pub text: String,
}
