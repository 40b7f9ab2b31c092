//! What the two differ on, one by one, with the rows that show it: every renderer reads it here, so that all count and mark the same.

use std::collections::BTreeSet;

use crate::article::{Article, Body};
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
    /// The words of the left and of the right side, in pieces where others break in; of a negation, where that side has one.
    pub spans: [Vec<Span>; 2],
    /// The rows that show these words, ascending.
    pub rows: [Vec<usize>; 2],
}

impl Difference {
    /// Whether its halves stand in rows of their own.
    #[must_use]
    pub fn is_apart(&self) -> bool {
        let [left, right] = &self.rows;
        !left.is_empty() && !right.is_empty() && !left.iter().any(|row| right.contains(row))
    }

    /// The words of a side.
    #[must_use]
    pub fn side(&self, side: Side) -> &[Span] {
        &self.spans[side as usize]
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

    /// The rows that show any of these stretches, ascending.
    fn rows(&self, side: Side, spans: &[Span]) -> Vec<usize> {
        let body = self.bodies[side as usize];
        let sentences = spans.iter().filter_map(|span| Some(body.sentence_at(span.start)?..=body.sentence_at(span.end.saturating_sub(1))?));
        let rows = sentences.flatten().filter_map(|sentence| self.rows[side as usize].get(sentence).copied().flatten());
        rows.collect::<BTreeSet<usize>>().into_iter().collect()
    }
}

impl Comparison {
    /// What the two differ on, in the order in which the rows show it.
    #[must_use]
    pub fn differences(&self, left: &Article, right: &Article) -> Vec<Difference> {
        let places = self.places(left, right);
        let of = |subject, number, spans: [Vec<Span>; 2]| {
            let rows = Side::BOTH.map(|side| places.rows(side, &spans[side as usize]));
            Difference { subject, number, spans, rows }
        };
        let quotations = self.quotations.iter().enumerate().filter(|(_, found)| found.verdict.is_discrepancy());
        let figures = self.figures.iter().enumerate().filter(|(_, found)| found.verdict.is_discrepancy());
        let negations = self.rows.iter().enumerate().map(|(number, row)| (number, row.negations()));
        let negations = negations.filter(|(_, spans)| *spans != [None, None]);
        let mut all: Vec<Difference> = quotations.map(|(n, found)| of(Subject::Quotation, n, self.quotation_spans(found.pair))).collect();
        all.extend(figures.map(|(n, found)| of(Subject::Figure, n, self.figure_spans(found.pair))));
        all.extend(negations.map(|(n, spans)| of(Subject::Negation, n, spans.map(Vec::from_iter))));
        all.sort_by_key(|found| found.rows.iter().flatten().min().copied());
        all
    }

    /// How the sides of each row stand to each other.
    #[must_use]
    pub fn relations(&self, differences: &[Difference]) -> Vec<Relation> {
        let mut relations: Vec<Relation> = self.rows.iter().map(Row::relation).collect();
        for row in differences.iter().flat_map(|found| &found.rows).flatten() {
            if let Some(relation) = relations.get_mut(*row) {
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
    pub fn quotation_spans(&self, pair: Pair<usize>) -> [Vec<Span>; 2] {
        let quotation = |side| self.claims(side).quotations.get(pair.side(side)?);
        Side::BOTH.map(|side| quotation(side).map(|found| found.spans.clone()).unwrap_or_default())
    }

    /// The words of a pair of figures, left and right.
    #[must_use]
    pub fn figure_spans(&self, pair: Pair<usize>) -> [Vec<Span>; 2] {
        let figure = |side| self.claims(side).figures.get(pair.side(side)?);
        Side::BOTH.map(|side| figure(side).map(|found| found.span).into_iter().collect())
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::article::{ArticleId, Fate, Metadata, PageBlock, ParagraphKind};
    use crate::compare::{Options, compare};

    fn article(paragraphs: &[&str]) -> Article {
        let block = |text: &&str| PageBlock { text: (*text).to_owned(), fate: Fate::Body(ParagraphKind::Prose) };
        let page = paragraphs.iter().map(block).collect();
        Article::new(ArticleId::of_page(paragraphs.concat().as_bytes()), "page.txt".to_owned(), Metadata::default(), page)
    }

    #[test]
    fn a_quotation_that_goes_on_in_the_next_row_differs_there_too() {
        let left = article(&[
            "The bridge over the Orla was closed on Monday because of cracks in two of its piers.",
            "“We were warned about the bridge,” said the governor, Maria Lund, on Monday. “But we did not act fast enough.”",
        ]);
        let right = article(&[
            "The bridge over the Orla was shut on Monday because of cracks in two piers.",
            "“We were warned about the bridge,” said the governor, Maria Lund.",
        ]);
        let comparison = compare(&left, &right, &Options::default());
        let differences = comparison.differences(&left, &right);
        let found = differences.iter().find(|found| found.subject == Subject::Quotation).unwrap();
        assert_eq!(found.rows.each_ref().map(Vec::len), [2, 1]);
        assert!(!found.is_apart());
        let relations = comparison.relations(&differences);
        assert!(found.rows.iter().flatten().all(|&row| relations[row] == Relation::Differs));
        assert_eq!(comparison.counts().quotations, 1);
    }
}
