//! Where the two differ: what the gutter says of each row, and what `n` and `N` step through.

use std::collections::BTreeMap;

use crate::compare::{Certainty, Pair, Row, RowKind, Segment, SegmentKind, Side};
use crate::text::Span;

use super::Reports;
use super::block::Mark;

/// What is stepped through.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Stepping {
    /// Differing figures, quotations, negations and hedges.
    #[default]
    Differences,
    /// Differing figures.
    Figures,
    /// Differing quotations.
    Quotations,
    /// Names that one side of a row lacks.
    Names,
    /// Passages that bookmarks keep.
    Bookmarks,
}

impl Stepping {
    /// Whether a row that differs on this is a stop.
    #[must_use]
    pub fn counts(self, subject: Subject) -> bool {
        match self {
            Self::Differences => subject != Subject::Name,
            Self::Figures => subject == Subject::Figure,
            Self::Quotations => subject == Subject::Quotation,
            Self::Names => subject == Subject::Name,
            Self::Bookmarks => false,
        }
    }

    /// One of them in a word.
    #[must_use]
    pub fn noun(self) -> &'static str {
        match self {
            Self::Differences => "difference",
            Self::Figures => "figure",
            Self::Quotations => "quotation",
            Self::Names => "name",
            Self::Bookmarks => "bookmark",
        }
    }
}

/// What the two can differ on in a row.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Subject {
    /// A quotation.
    Quotation,
    /// A figure.
    Figure,
    /// A negation or a hedge.
    Negation,
    /// A name: worth a stop only when names are stepped through.
    Name,
}

/// One half of a discrepancy whose halves stand in rows of their own.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Apart {
    /// The side of this half.
    pub side: Side,
    /// Its words.
    pub span: Span,
    /// What it is.
    pub subject: Subject,
    /// The words of the other half, on the other side.
    pub other: Span,
}

/// Where the two differ, row by row.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Differences {
    /// What each row differs on.
    subjects: Vec<Vec<Subject>>,
    /// The figures of each side that cannot be true together with one of the other side.
    conflicting: [Vec<Span>; 2],
    /// What the gutter says of each row.
    pub marks: Vec<Mark>,
    /// The discrepancies whose halves stand apart, by the row of each half.
    pub apart: BTreeMap<usize, Vec<Apart>>,
}

impl Differences {
    /// Reads them off the comparison.
    #[must_use]
    pub fn of(reports: &Reports) -> Self {
        let mut found = Self { conflicting: conflicting(reports), ..Self::default() };
        found.subjects = reports.comparison.rows.iter().map(|row| found.subjects_of(row)).collect();
        let rows = RowOfSentence::new(reports);
        for quotation in reports.comparison.quotations.iter().filter(|quotation| quotation.verdict.is_discrepancy()) {
            found.add(reports, &rows, quotation_spans(reports, quotation.pair), Subject::Quotation);
        }
        for figure in reports.comparison.figures.iter().filter(|figure| figure.verdict.is_discrepancy()) {
            found.add(reports, &rows, figure_spans(reports, figure.pair), Subject::Figure);
        }
        let stops: Vec<usize> = found.stops(Stepping::Differences).collect();
        found.marks = reports.comparison.rows.iter().map(mark).collect();
        for row in stops {
            if let Some(mark) = found.marks.get_mut(row) {
                *mark = Mark::Differs;
            }
        }
        found
    }

    /// The rows to stop at, in order.
    pub fn stops(&self, stepping: Stepping) -> impl Iterator<Item = usize> {
        let rows = self.subjects.iter().enumerate();
        rows.filter(move |(_, subjects)| subjects.iter().any(|&subject| stepping.counts(subject))).map(|(row, _)| row)
    }

    /// What a stretch of a row's words differs on, if anything.
    #[must_use]
    pub fn subject(&self, row: &Row, side: Side, segment: &Segment) -> Option<Subject> {
        match segment.kind {
            SegmentKind::Quotation => Some(Subject::Quotation),
            // A figure that the other passage lacks, or that agrees with its figure, is no difference.
            SegmentKind::Figure => {
                self.conflicting[side as usize].iter().any(|span| span.overlaps(segment.span)).then_some(Subject::Figure)
            }
            // A passage that is perhaps about something else says nothing by its "not".
            SegmentKind::Negation => (row.certainty == Certainty::Firm).then_some(Subject::Negation),
            SegmentKind::Name => Some(Subject::Name),
            SegmentKind::Same | SegmentKind::Wording => None,
        }
    }

    /// What a row differs on by its segments.
    fn subjects_of(&self, row: &Row) -> Vec<Subject> {
        let of = |side| row.segments(side).iter().filter_map(move |segment| self.subject(row, side, segment));
        of(Side::Left).chain(of(Side::Right)).collect()
    }

    /// Notes a discrepancy at the rows that show its halves.
    fn add(&mut self, reports: &Reports, rows: &RowOfSentence, halves: [Option<Span>; 2], subject: Subject) {
        let [left, right] = Side::BOTH.map(|side| {
            let span = halves[side as usize]?;
            Some((span, rows.at(reports, side, span)?))
        });
        for (_, row) in left.into_iter().chain(right) {
            self.subjects.get_mut(row).into_iter().for_each(|subjects| subjects.push(subject));
        }
        if let (Some((left, left_row)), Some((right, right_row))) = (left, right)
            && left_row != right_row
        {
            let mut note = |row, side, span, other| self.apart.entry(row).or_default().push(Apart { side, span, subject, other });
            note(left_row, Side::Left, left, right);
            note(right_row, Side::Right, right, left);
        }
    }
}

/// The figures of each side that conflict with one of the other side.
fn conflicting(reports: &Reports) -> [Vec<Span>; 2] {
    let pairs = reports.comparison.figures.iter().filter(|figure| figure.verdict.is_discrepancy());
    let spans: Vec<[Option<Span>; 2]> = pairs.map(|figure| figure_spans(reports, figure.pair)).collect();
    Side::BOTH.map(|side| spans.iter().filter_map(|halves| halves[side as usize]).collect())
}

/// What the gutter says of a row without a difference.
#[must_use]
pub fn mark(row: &Row) -> Mark {
    let mut segments = row.left_segments.iter().chain(&row.right_segments);
    match row.kind() {
        RowKind::LeftOnly => Mark::Only(Side::Left),
        RowKind::RightOnly => Mark::Only(Side::Right),
        RowKind::Aligned if row.certainty == Certainty::Weak => Mark::Weak,
        RowKind::Aligned if row.moved => Mark::Moved,
        RowKind::Aligned if segments.any(|segment| segment.kind != SegmentKind::Same) => Mark::Reworded,
        RowKind::Aligned => Mark::Same,
    }
}

/// The words of a pair of quotations, left and right.
#[must_use]
pub fn quotation_spans(reports: &Reports, pair: Pair<usize>) -> [Option<Span>; 2] {
    Side::BOTH.map(|side| Some(reports.claims(side).quotations.get(pair.side(side)?)?.hull()))
}

/// The words of a pair of figures, left and right.
#[must_use]
pub fn figure_spans(reports: &Reports, pair: Pair<usize>) -> [Option<Span>; 2] {
    Side::BOTH.map(|side| Some(reports.claims(side).figures.get(pair.side(side)?)?.span))
}

/// Which row shows a sentence.
#[derive(Debug)]
pub struct RowOfSentence([Vec<Option<usize>>; 2]);

impl RowOfSentence {
    /// Indexes the rows.
    #[must_use]
    pub fn new(reports: &Reports) -> Self {
        Self(Side::BOTH.map(|side| {
            let mut rows = vec![None; reports.article(side).body.sentences().len()];
            for (number, row) in reports.comparison.rows.iter().enumerate() {
                for &sentence in row.side(side) {
                    if let Some(slot) = rows.get_mut(sentence) {
                        *slot = Some(number);
                    }
                }
            }
            rows
        }))
    }

    /// The row that shows a stretch of a side's body.
    #[must_use]
    pub fn at(&self, reports: &Reports, side: Side, span: Span) -> Option<usize> {
        let sentence = reports.article(side).body.sentence_at(span.start)?;
        self.0.get(side as usize)?.get(sentence).copied().flatten()
    }
}
