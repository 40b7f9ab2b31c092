//! What the two differ on, one by one, with the rows that show it: every renderer reads it here, so that all count and mark the same.

use crate::article::{Article, Body};
use crate::extract::Quotation;
use crate::text::span::Span;

use super::{Certainty, Comparison, Pair, Row, RowKind, SegmentKind, Side};

/// What the two can differ on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Subject {
    /// A quotation.
    Quotation,
    /// A figure.
    Figure,
    /// A negation or a hedge.
    Negation,
}

/// One thing on which the two differ.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Difference {
    /// What it is.
    pub subject: Subject,
    /// Its number in [`Comparison::quotations`], [`Comparison::figures`] or, of a negation, [`Comparison::rows`].
    pub number: usize,
    /// The words of the left and of the right side; of a negation, where that side has one.
    pub spans: [Option<Span>; 2],
    /// The rows that show these words.
    pub rows: [Option<usize>; 2],
}

impl Difference {
    /// Whether its halves stand in rows of their own.
    #[must_use]
    pub fn is_apart(&self) -> bool {
        matches!(self.rows, [Some(left), Some(right)] if left != right)
    }

    /// Whether a row shows it, or half of it.
    #[must_use]
    pub fn is_in(&self, row: usize) -> bool {
        self.rows.contains(&Some(row))
    }
}

/// How the two sides of a row, or of a pair of claims, stand to each other.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Relation {
    /// Both sides have the same words.
    Same,
    /// The same is told in other words.
    Reworded,
    /// The two tell it in another order.
    Moved,
    /// Probably the same.
    Weak,
    /// Only this side has it: no close match was found on the other.
    Only(Side),
    /// A quotation, a figure or a negation differs.
    Differs,
}

impl Relation {
    /// The sign for it, when this side stands first.
    #[must_use]
    pub fn glyph(self, first: Side) -> &'static str {
        match self {
            Self::Same => "=",
            Self::Reworded => "≈",
            Self::Moved => "⇅",
            Self::Weak => "?",
            Self::Only(side) if side == first => "‹",
            Self::Only(_) => "›",
            Self::Differs => "≠",
        }
    }
}

impl Row {
    /// How its sides stand to each other, what they differ on left out.
    #[must_use]
    pub fn relation(&self) -> Relation {
        let mut segments = self.left_segments.iter().chain(&self.right_segments);
        match self.kind() {
            RowKind::LeftOnly => Relation::Only(Side::Left),
            RowKind::RightOnly => Relation::Only(Side::Right),
            RowKind::Aligned if self.certainty == Certainty::Weak => Relation::Weak,
            RowKind::Aligned if self.moved => Relation::Moved,
            RowKind::Aligned if segments.any(|segment| segment.kind != SegmentKind::Same) => Relation::Reworded,
            RowKind::Aligned => Relation::Same,
        }
    }

    /// The first negation or hedge of each side that the other lacks. A passage that is perhaps about something else says nothing by its
    /// "not".
    fn negations(&self) -> [Option<Span>; 2] {
        let first = |side| self.segments(side).iter().find(|segment| segment.kind == SegmentKind::Negation).map(|segment| segment.span);
        if self.certainty == Certainty::Firm { Side::BOTH.map(first) } else { [None, None] }
    }
}

/// A comparison in numbers.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Counts {
    /// Rows that both sides have.
    pub aligned: usize,
    /// Rows that only the left, and that only the right side has.
    pub one_sided: [usize; 2],
    /// Quotations on which the two differ.
    pub quotations: usize,
    /// Figures on which the two differ.
    pub figures: usize,
    /// Rows in which one side denies or doubts what the other does not.
    pub negations: usize,
}

/// Where the rows show what stands in the two bodies.
#[derive(Debug)]
pub struct Places<'a> {
    bodies: [&'a Body; 2],
    /// The row of each sentence.
    rows: [Vec<Option<usize>>; 2],
}

impl Places<'_> {
    /// The row that shows the beginning of a stretch of a side's body.
    #[must_use]
    pub fn row(&self, side: Side, span: Span) -> Option<usize> {
        let sentence = self.bodies[side as usize].sentence_at(span.start)?;
        self.rows[side as usize].get(sentence).copied().flatten()
    }
}

impl Comparison {
    /// What the two differ on, in the order in which the rows show it.
    #[must_use]
    pub fn differences(&self, left: &Article, right: &Article) -> Vec<Difference> {
        let places = self.places(left, right);
        let of = |subject, number, spans: [Option<Span>; 2]| {
            let rows = Side::BOTH.map(|side| places.row(side, spans[side as usize]?));
            Difference { subject, number, spans, rows }
        };
        let quotations = self.quotations.iter().enumerate().filter(|(_, found)| found.verdict.is_discrepancy());
        let figures = self.figures.iter().enumerate().filter(|(_, found)| found.verdict.is_discrepancy());
        let negations = self.rows.iter().enumerate().map(|(number, row)| (number, row.negations()));
        let mut all: Vec<Difference> = quotations.map(|(n, found)| of(Subject::Quotation, n, self.quotation_spans(found.pair))).collect();
        all.extend(figures.map(|(n, found)| of(Subject::Figure, n, self.figure_spans(found.pair))));
        let negations = negations.filter(|(_, spans)| *spans != [None, None]);
        all.extend(negations.map(|(n, spans)| of(Subject::Negation, n, spans)));
        all.sort_by_key(|found| found.rows.into_iter().flatten().min());
        all
    }

    /// How the sides of each row stand to each other.
    #[must_use]
    pub fn relations(&self, differences: &[Difference]) -> Vec<Relation> {
        let mut relations: Vec<Relation> = self.rows.iter().map(Row::relation).collect();
        for row in differences.iter().flat_map(|found| found.rows).flatten() {
            if let Some(relation) = relations.get_mut(row) {
                *relation = Relation::Differs;
            }
        }
        relations
    }

    /// The comparison in numbers.
    #[must_use]
    pub fn counts(&self) -> Counts {
        let rows = |kind| self.rows.iter().filter(|row| row.kind() == kind).count();
        Counts {
            aligned: rows(RowKind::Aligned),
            one_sided: [rows(RowKind::LeftOnly), rows(RowKind::RightOnly)],
            quotations: self.quotations.iter().filter(|found| found.verdict.is_discrepancy()).count(),
            figures: self.figures.iter().filter(|found| found.verdict.is_discrepancy()).count(),
            negations: self.rows.iter().filter(|row| row.negations() != [None, None]).count(),
        }
    }

    /// How many quotations and figures the two differ on.
    #[must_use]
    pub fn discrepancies(&self) -> usize {
        let counts = self.counts();
        counts.quotations + counts.figures
    }

    /// The words of a pair of quotations, left and right.
    #[must_use]
    pub fn quotation_spans(&self, pair: Pair<usize>) -> [Option<Span>; 2] {
        Side::BOTH.map(|side| self.claims(side).quotations.get(pair.side(side)?).map(Quotation::hull))
    }

    /// The words of a pair of figures, left and right.
    #[must_use]
    pub fn figure_spans(&self, pair: Pair<usize>) -> [Option<Span>; 2] {
        Side::BOTH.map(|side| Some(self.claims(side).figures.get(pair.side(side)?)?.span))
    }

    /// Where the rows show what stands in the two articles.
    #[must_use]
    pub fn places<'a>(&self, left: &'a Article, right: &'a Article) -> Places<'a> {
        let bodies = [&left.body, &right.body];
        let rows = Side::BOTH.map(|side| {
            let mut rows = vec![None; bodies[side as usize].sentences().len()];
            for (number, row) in self.rows.iter().enumerate() {
                for &sentence in row.side(side) {
                    if let Some(slot) = rows.get_mut(sentence) {
                        *slot = Some(number);
                    }
                }
            }
            rows
        });
        Places { bodies, rows }
    }
}
