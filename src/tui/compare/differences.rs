//! Where the two differ: what the gutter says of each row, and what `n` and `N` step through.

use std::collections::BTreeMap;

use crate::compare::{Certainty, Pair, Row, RowKind, SegmentKind, Side};
use crate::text::Span;

use super::Reports;
use super::table::{Emphasis, Mark};

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
}

impl Stepping {
    /// One of them in a word.
    #[must_use]
    pub fn noun(self) -> &'static str {
        match self {
            Self::Differences => "difference",
            Self::Figures => "figure",
            Self::Quotations => "quotation",
            Self::Names => "name",
        }
    }
}

/// What differs in a row.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Differs {
    /// A quotation.
    pub quotation: bool,
    /// A figure.
    pub figure: bool,
    /// A negation or a hedge.
    pub negation: bool,
    /// A name: worth a stop only when names are stepped through.
    pub name: bool,
}

impl Differs {
    /// Whether the stepping stops here.
    #[must_use]
    pub fn counts(self, stepping: Stepping) -> bool {
        match stepping {
            Stepping::Differences => self.quotation || self.figure || self.negation,
            Stepping::Figures => self.figure,
            Stepping::Quotations => self.quotation,
            Stepping::Names => self.name,
        }
    }

    fn segment(&mut self, kind: SegmentKind, certainty: Certainty) {
        match kind {
            SegmentKind::Quotation => self.quotation = true,
            SegmentKind::Figure => self.figure = true,
            // A passage that is perhaps about something else says nothing by its "not".
            SegmentKind::Negation => self.negation |= certainty == Certainty::Firm,
            SegmentKind::Name => self.name = true,
            SegmentKind::Same | SegmentKind::Wording => {}
        }
    }
}

/// One half of a discrepancy whose halves stand in rows of their own.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Apart {
    /// The side of this half.
    pub side: Side,
    /// Its words.
    pub span: Span,
    /// Whether it is a quotation or a figure.
    pub emphasis: Emphasis,
    /// The words of the other half, on the other side.
    pub other: Span,
}

/// Where the two differ, row by row.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Differences {
    /// What differs in each row.
    pub rows: Vec<Differs>,
    /// What the gutter says of each row.
    pub marks: Vec<Mark>,
    /// The discrepancies whose halves stand apart, by the row of each half.
    pub apart: BTreeMap<usize, Vec<Apart>>,
}

impl Differences {
    /// Reads them off the comparison.
    #[must_use]
    pub fn of(reports: &Reports) -> Self {
        let mut found = Self { rows: reports.comparison.rows.iter().map(differs).collect(), ..Self::default() };
        let rows = RowOfSentence::new(reports);
        for quotation in reports.comparison.quotations.iter().filter(|quotation| quotation.verdict.is_discrepancy()) {
            found.add(reports, &rows, quotation_spans(reports, quotation.pair), Emphasis::Quotation);
        }
        for figure in reports.comparison.figures.iter().filter(|figure| figure.verdict.is_discrepancy()) {
            found.add(reports, &rows, figure_spans(reports, figure.pair), Emphasis::Figure);
        }
        let marks = reports.comparison.rows.iter().zip(&found.rows);
        found.marks = marks.map(|(row, differs)| if differs.counts(Stepping::Differences) { Mark::Differs } else { mark(row) }).collect();
        found
    }

    /// Notes a discrepancy at the rows that show its halves.
    fn add(&mut self, reports: &Reports, rows: &RowOfSentence, halves: [Option<Span>; 2], emphasis: Emphasis) {
        let places = Side::BOTH.map(|side| Some((side, halves[side as usize]?, rows.at(reports, side, halves[side as usize]?)?)));
        for (_, _, row) in places.into_iter().flatten() {
            if let Some(differs) = self.rows.get_mut(row) {
                differs.quotation |= emphasis == Emphasis::Quotation;
                differs.figure |= emphasis == Emphasis::Figure;
            }
        }
        if let [Some((_, left, left_row)), Some((_, right, right_row))] = places
            && left_row != right_row
        {
            let mut note = |row, side, span, other| self.apart.entry(row).or_default().push(Apart { side, span, emphasis, other });
            note(left_row, Side::Left, left, right);
            note(right_row, Side::Right, right, left);
        }
    }
}

/// What differs in a row by its segments.
fn differs(row: &Row) -> Differs {
    let mut differs = Differs::default();
    for segment in row.left_segments.iter().chain(&row.right_segments) {
        differs.segment(segment.kind, row.certainty);
    }
    differs
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
