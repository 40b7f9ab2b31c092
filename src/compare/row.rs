//! A row of a comparison: sentences of both sides that tell the same, with what differs inside them, or a sentence of one side alone.

use super::side::Side;
use crate::text::span::Span;

/// How sure an alignment is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Certainty {
    /// Probably the same: shown with a question mark.
    Weak,
    /// The same thing is told.
    Firm,
}

/// Why two sentences were put together, or two claims held against each other.
#[derive(Debug, Clone, PartialEq)]
pub enum Reason {
    /// Words both have (as the left one writes them), the rarest first.
    SharedWords(Vec<String>),
    /// The same or a similar quotation stands in both.
    SharedQuotation(String),
    /// The same figure stands in both.
    SharedFigure(String),
    /// Both open their reports.
    Leads,
    /// The words are the same from the first to the last.
    SameText,
    /// Both are given to this speaker.
    SameSpeaker(String),
    /// Both measure this.
    SameMeasure(String),
    /// They stand in sentences that were put together.
    AlignedSentences,
    /// The user said so.
    Pinned,
}

/// A stretch of one side's words inside an aligned row.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Segment {
    /// Its place in that side's body.
    pub span: Span,
    /// What it is.
    pub kind: SegmentKind,
}

/// What a stretch of words is beside the other side's.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum SegmentKind {
    /// The other side has the same words.
    Same,
    /// Other wording.
    Wording,
    /// A quotation worded otherwise.
    Quotation,
    /// A figure that differs.
    Figure,
    /// A name that the other side's passage lacks.
    Name,
    /// A negation or a hedge that the other side's passage lacks.
    Negation,
}

/// Sentences that tell the same thing, or a sentence that found no close match.
#[derive(Debug, Clone, PartialEq)]
pub struct Row {
    /// Numbers of the left article's sentences, ascending; empty in a right-only row.
    pub left: Vec<usize>,
    /// Numbers of the right article's sentences, ascending; empty in a left-only row.
    pub right: Vec<usize>,
    /// Whether the two articles tell it in another order.
    pub moved: bool,
    /// How alike the sides are, 0 to 1; 0 in a one-sided row.
    pub score: f32,
    /// How sure the match is.
    pub certainty: Certainty,
    /// The left side's words, cut at every change of kind; they rebuild its sentences. Empty in a one-sided row.
    pub left_segments: Vec<Segment>,
    /// The right side's.
    pub right_segments: Vec<Segment>,
    /// What made the match.
    pub reasons: Vec<Reason>,
}

/// What sort of row it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum RowKind {
    /// Both sides have sentences.
    Aligned,
    /// Only the left one.
    LeftOnly,
    /// Only the right one.
    RightOnly,
}

impl Row {
    /// What sort of row it is.
    #[must_use]
    pub fn kind(&self) -> RowKind {
        match (self.left.is_empty(), self.right.is_empty()) {
            (false, false) => RowKind::Aligned,
            (_, true) => RowKind::LeftOnly,
            (true, false) => RowKind::RightOnly,
        }
    }

    /// The sentences of a side.
    #[must_use]
    pub fn side(&self, side: Side) -> &[usize] {
        match side {
            Side::Left => &self.left,
            Side::Right => &self.right,
        }
    }

    /// The segments of a side.
    #[must_use]
    pub fn segments(&self, side: Side) -> &[Segment] {
        match side {
            Side::Left => &self.left_segments,
            Side::Right => &self.right_segments,
        }
    }
}
