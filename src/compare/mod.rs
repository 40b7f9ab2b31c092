//! Two articles -> one comparison: the rows that tell the same thing, and the quotations, figures and names on which they differ.

mod align;
mod differences;
mod evidence;
mod features;
mod figures;
mod grid;
mod kin;
mod matrix;
mod names;
mod prior;
mod quotations;
mod refine;
mod report;
mod rows;
mod similarity;
mod speakers;
#[cfg(test)]
mod training;
mod wording;

use crate::article::Article;
use crate::event;
use crate::extract::{Claims, claims};
use crate::text::span::Span;

pub use differences::{Counts, Difference, Places, Relation, Subject};
use features::Features;
pub use matrix::{Cell, Matrix, MatrixKind, MatrixRow, claims_of, claims_of_report, matrix, pairs};
use prior::Bar;
use report::Report;

/// One of the two articles; neither is the old or the new one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Side {
    /// The article named first.
    Left,
    /// The article named second.
    Right,
}

impl Side {
    /// Both sides.
    pub const BOTH: [Self; 2] = [Self::Left, Self::Right];

    /// The other one.
    #[must_use]
    pub fn other(self) -> Self {
        match self {
            Self::Left => Self::Right,
            Self::Right => Self::Left,
        }
    }
}

/// Something that both articles have, or only one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Pair<T> {
    /// Both have it.
    Both(T, T),
    /// Only the left one.
    Left(T),
    /// Only the right one.
    Right(T),
}

impl<T: Copy> Pair<T> {
    /// What a side has.
    #[must_use]
    pub fn side(self, side: Side) -> Option<T> {
        match (self, side) {
            (Self::Both(left, _) | Self::Left(left), Side::Left) => Some(left),
            (Self::Both(_, right) | Self::Right(right), Side::Right) => Some(right),
            _ => None,
        }
    }
}

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
    /// Numbers into the two sides' [`Claims::quotations`].
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
    /// Numbers into the two sides' [`Claims::figures`].
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
    /// Numbers into the two sides' [`Claims::names`].
    pub pair: Pair<usize>,
    /// The fullest form.
    pub text: String,
}

/// Whether the two report the same event.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct SameEvent {
    /// The verdict.
    pub likely: bool,
    /// How likely they do, as far as their words tell, 0 to 1.
    pub score: f32,
}

/// Everything two articles agree and differ on. All renderers read this value, none decides.
#[derive(Debug, Clone, PartialEq)]
pub struct Comparison {
    /// What the left article claims.
    pub left: Claims,
    /// What the right article claims.
    pub right: Claims,
    /// Whether both report the same event.
    pub same_event: SameEvent,
    /// The rows in reading order: the left article leads, right-only rows stand where they come in their own report.
    pub rows: Vec<Row>,
    /// Utterances, discrepancies first within the left article's order.
    pub quotations: Vec<QuotationPair>,
    /// Measures.
    pub figures: Vec<FigurePair>,
    /// Names.
    pub names: Vec<NamePair>,
    /// Why a cheaper method was used, where one was.
    pub degraded: Option<String>,
}

impl Comparison {
    /// What a side claims.
    #[must_use]
    pub fn claims(&self, side: Side) -> &Claims {
        match side {
            Side::Left => &self.left,
            Side::Right => &self.right,
        }
    }
}

/// What the user decided, and how much work may be done.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Options {
    /// Passages the user pinned together: spans into the left and the right body.
    pub pinned: Vec<(Span, Span)>,
    /// Passages the user declared unrelated.
    pub rejected: Vec<(Span, Span)>,
}

impl Options {
    /// Whether the user declared unrelated what stands at these two places.
    fn rejects(&self, left: Span, right: Span) -> bool {
        self.rejected.iter().any(|(l, r)| l.overlaps(left) && r.overlaps(right))
    }
}

/// Lays two articles side by side.
#[must_use]
pub fn compare(left: &Article, right: &Article, options: &Options) -> Comparison {
    let (mut ours, mut theirs) = (claims(left), claims(right));
    figures::add_lengths_since(&mut ours, left, &theirs);
    figures::add_lengths_since(&mut theirs, right, &ours);
    let sides = (Report::read(left, &ours, right), Report::read(right, &theirs, left));
    let mut grid = similarity::likenesses(&sides.0, &sides.1);
    let same_event = same_event(&sides);
    let quotations = quotations::pair_quotations(&sides.0, &sides.1, &grid, options);
    let anchors = figures::anchors(&sides.0, &sides.1);
    evidence::weigh(&mut grid, &sides, &evidence::Known { quotations: &quotations, anchors: &anchors, options });
    let foreign = report::foreign(left, right);
    // Of reports in two languages as wholes the words say nothing.
    let event_score = if foreign.is_some() { prior::UNDECIDED } else { same_event.score };
    let bar = Bar::between(sides.0.len(), sides.1.len(), event_score);
    let figures = figures::pair_figures(&sides, &anchors, &grid, bar, options);
    let names = names::pair_names(&sides.0, &sides.1);
    let prints = |report: &Report<'_>| report.compared().iter().map(Features::print).collect::<Vec<u64>>();
    let mut blocks = align::blocks(align::links(&grid, &prints(&sides.0), &prints(&sides.1), bar), &grid, bar);
    align::face(&mut blocks, figures::sure_sentences(&sides, &figures), &grid, bar);
    let rows = rows::rows(&sides, &grid, &blocks, &rows::Pairs { quotations: &quotations, figures: &figures, names: &names, options });
    let degraded = foreign.or_else(|| sides.0.degraded()).or_else(|| sides.1.degraded());
    Comparison { same_event, rows, quotations, figures, names, degraded, left: ours, right: theirs }
}

fn same_event(sides: &(Report<'_>, Report<'_>)) -> SameEvent {
    let (left, right) = (sides.0.signature(), sides.1.signature());
    let grounds = event::likeness(&left, &right);
    SameEvent { likely: event::is_same_event(&left, &right, &grounds), score: grounds.score() }
}
