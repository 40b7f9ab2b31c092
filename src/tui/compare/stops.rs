//! The differences that `n` and `N` step through.

use std::collections::BTreeMap;

use crate::compare::{Certainty, Pair, SegmentKind, Side};
use crate::text::Span;

use super::Reports;

/// What is stepped through.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Stepping {
    /// Everything on which the two differ.
    #[default]
    Differences,
    /// Differing figures.
    Figures,
    /// Differing quotations.
    Quotations,
}

impl Stepping {
    /// One of them in a word.
    #[must_use]
    pub fn noun(self) -> &'static str {
        match self {
            Self::Differences => "difference",
            Self::Figures => "figure",
            Self::Quotations => "quotation",
        }
    }
}

/// A row on which the two differ.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Stop {
    /// The row.
    pub row: usize,
    /// What differs in it.
    pub differs: Differs,
}

/// What differs in a row; a negation or hedge is neither quotation nor figure.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Differs {
    /// A quotation.
    pub quotation: bool,
    /// A figure.
    pub figure: bool,
}

impl Stop {
    /// Whether the stepping stops here.
    #[must_use]
    pub fn counts(self, stepping: Stepping) -> bool {
        match stepping {
            Stepping::Differences => true,
            Stepping::Figures => self.differs.figure,
            Stepping::Quotations => self.differs.quotation,
        }
    }
}

/// The rows with a differing quotation, figure, negation or hedge, in order.
#[must_use]
pub fn stops(reports: &Reports) -> Vec<Stop> {
    let mut found: BTreeMap<usize, Differs> = BTreeMap::new();
    for (number, row) in reports.comparison.rows.iter().enumerate() {
        let segments = row.left_segments.iter().chain(&row.right_segments);
        for segment in segments {
            match segment.kind {
                SegmentKind::Quotation => found.entry(number).or_default().quotation = true,
                SegmentKind::Figure => found.entry(number).or_default().figure = true,
                // A passage that is perhaps about something else says nothing by its "not".
                SegmentKind::Negation if row.certainty == Certainty::Firm => _ = found.entry(number).or_default(),
                SegmentKind::Same | SegmentKind::Wording | SegmentKind::Name | SegmentKind::Negation => {}
            }
        }
    }
    let rows = RowOfSentence::new(reports);
    for quotation in reports.comparison.quotations.iter().filter(|quotation| quotation.verdict.is_discrepancy()) {
        if let Some(row) = rows.of_pair(reports, quotation.pair, |side, number| Some(reports.claims(side).quotations.get(number)?.hull())) {
            found.entry(row).or_default().quotation = true;
        }
    }
    for figure in reports.comparison.figures.iter().filter(|figure| figure.verdict.is_discrepancy()) {
        if let Some(row) = rows.of_pair(reports, figure.pair, |side, number| Some(reports.claims(side).figures.get(number)?.span)) {
            found.entry(row).or_default().figure = true;
        }
    }
    found.into_iter().map(|(row, differs)| Stop { row, differs }).collect()
}

/// Which row shows a sentence.
#[derive(Debug)]
pub struct RowOfSentence {
    left: Vec<usize>,
    right: Vec<usize>,
}

impl RowOfSentence {
    /// Indexes the rows.
    #[must_use]
    pub fn new(reports: &Reports) -> Self {
        let index = |side: Side| {
            let mut rows = vec![usize::MAX; reports.article(side).body.sentences().len()];
            for (number, row) in reports.comparison.rows.iter().enumerate() {
                for &sentence in row.side(side) {
                    if let Some(slot) = rows.get_mut(sentence) {
                        *slot = number;
                    }
                }
            }
            rows
        };
        Self { left: index(Side::Left), right: index(Side::Right) }
    }

    /// The row that shows a stretch of a side's body.
    #[must_use]
    pub fn at(&self, reports: &Reports, side: Side, span: Span) -> Option<usize> {
        let sentence = reports.article(side).body.sentence_at(span.start)?;
        let rows = if side == Side::Left { &self.left } else { &self.right };
        rows.get(sentence).copied().filter(|&row| row != usize::MAX)
    }

    /// The row that shows a pair of claims: the left one's, or the right one's where the left side has none.
    #[must_use]
    pub fn of_pair(&self, reports: &Reports, pair: Pair<usize>, span: impl Fn(Side, usize) -> Option<Span>) -> Option<usize> {
        let place = |side| self.at(reports, side, span(side, pair.side(side)?)?);
        place(Side::Left).or_else(|| place(Side::Right))
    }
}
