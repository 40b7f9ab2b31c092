//! Where the two differ, row by row: what the gutter says of each, and what can be stepped through.

use std::ops::Range;

use crate::compare::{Difference, Relation, Row, SegmentKind, Side, Subject};
use crate::text::Span;

use super::Reports;

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
    /// Rows in which a side names what the other does not.
    Names,
    /// Passages that bookmarks keep.
    Bookmarks,
    /// Rows that hold the words that were looked for.
    Matches,
}

impl Stepping {
    /// Whether a difference of this kind is stepped through.
    #[must_use]
    pub fn counts(self, subject: Subject) -> bool {
        match self {
            Self::Differences => true,
            Self::Figures => subject == Subject::Figure,
            Self::Quotations => subject == Subject::Quotation,
            Self::Names | Self::Bookmarks | Self::Matches => false,
        }
    }

    /// One of them in a word.
    #[must_use]
    pub fn noun(self) -> &'static str {
        match self {
            Self::Differences => "difference",
            Self::Figures => "differing figure",
            Self::Quotations => "differing quotation",
            Self::Names => "name",
            Self::Bookmarks => "bookmark",
            Self::Matches => "match",
        }
    }
}

/// What the two differ on, and how the sides of each row stand to each other.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Differences {
    all: Vec<Difference>,
    /// A relation for each row.
    pub relations: Vec<Relation>,
}

impl Differences {
    /// Reads them off the comparison.
    #[must_use]
    pub fn of(reports: &Reports) -> Self {
        let all = reports.comparison.differences(&reports.left, &reports.right);
        let relations = reports.comparison.relations(&all);
        Self { all, relations }
    }

    /// How many of those that are stepped through there are.
    #[must_use]
    pub fn total(&self, stepping: Stepping) -> usize {
        self.all.iter().filter(|found| stepping.counts(found.subject)).count()
    }

    /// The numbers, from 1, of those that these rows show, among those that are stepped through. One whose halves stand apart is in two rows.
    #[must_use]
    pub fn numbers(&self, stepping: Stepping, rows: &Range<usize>) -> Vec<usize> {
        let stepped = self.all.iter().filter(|found| stepping.counts(found.subject));
        let shown = stepped.enumerate().filter(|(_, found)| found.rows.iter().flatten().any(|row| rows.contains(row)));
        shown.map(|(number, _)| number + 1).collect()
    }

    /// Those whose words on a side begin in a row, while the other half stands elsewhere.
    pub fn halves_in(&self, row: usize, side: Side) -> impl Iterator<Item = &Difference> {
        self.all.iter().filter(move |found| found.is_apart() && found.rows[side as usize].first() == Some(&row))
    }

    /// Those of which a row has nothing to hold against the words of a side.
    pub fn unanswered_in(&self, row: usize, side: Side) -> impl Iterator<Item = &Difference> {
        let shows = move |found: &&Difference, side: Side| found.rows[side as usize].contains(&row);
        self.all.iter().filter(move |found| shows(found, side) && !shows(found, side.other()))
    }

    /// Whether a stretch of a side's words is part of a difference of this kind.
    #[must_use]
    pub fn holds(&self, subject: Subject, side: Side, span: Span) -> bool {
        let of_subject = self.all.iter().filter(|found| found.subject == subject);
        of_subject.into_iter().flat_map(|found| found.side(side)).any(|found| found.overlaps(span))
    }
}

/// Whether a side of a row names whom or what the other does not.
#[must_use]
pub fn names_differ(row: &Row) -> bool {
    row.left_segments.iter().chain(&row.right_segments).any(|segment| segment.kind == SegmentKind::Name)
}
