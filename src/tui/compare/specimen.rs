//! Small comparisons for the tests of this folder.

use crate::article::{Article, ArticleId, Fate, Metadata, PageBlock, ParagraphKind};
use crate::compare::{Certainty, Comparison, FigurePair, FigureVerdict, Pair, Row, SameEvent, Segment, SegmentKind, Side};
use crate::extract::{Approximation, Claims, Dimension, Figure, Interval, Measures};
use crate::text::Span;

use super::Reports;

/// Two articles of these paragraphs, and these rows.
pub(super) fn reports(left: &[&str], right: &[&str], rows: Vec<Row>) -> Reports {
    let comparison = Comparison {
        left: Claims::default(),
        right: Claims::default(),
        same_event: SameEvent { likely: true, score: 1.0 },
        rows,
        quotations: Vec::new(),
        figures: Vec::new(),
        names: Vec::new(),
        degraded: None,
    };
    Reports::new(Box::new(article("left", left)), Box::new(article("right", right)), Box::new(comparison), Vec::new())
}

fn article(file: &str, paragraphs: &[&str]) -> Article {
    let block = |text: &&str| PageBlock { text: (*text).to_owned(), fate: Fate::Body(ParagraphKind::Prose) };
    let page = paragraphs.iter().map(block).collect();
    Article::new(ArticleId::of_page(file.as_bytes()), file.to_owned(), Metadata::default(), page)
}

/// A row of these sentences, without segments.
pub(super) fn row(left: &[usize], right: &[usize]) -> Row {
    Row {
        left: left.to_vec(),
        right: right.to_vec(),
        moved: false,
        score: 0.5,
        certainty: Certainty::Firm,
        left_segments: Vec::new(),
        right_segments: Vec::new(),
        reasons: Vec::new(),
    }
}

/// The same row, the first sentence of its left side being of one kind.
pub(super) fn differing(reports: &Reports, row: Row, kind: SegmentKind) -> Row {
    let sentence = reports.article(Side::Left).body.sentences()[row.left[0]];
    Row { left_segments: vec![Segment { span: sentence.span, kind }], ..row }
}

/// A figure written in these words of a side.
pub(super) fn figure(reports: &Reports, side: Side, words: &str) -> Figure {
    let start = reports.body(side).find(words).unwrap();
    let span = Span::new(start, start + words.len());
    let open = Interval { min: None, max: None };
    Figure {
        span,
        number: span,
        value: open,
        range: open,
        unit: None,
        base_unit: None,
        dimension: Dimension::Count,
        approximation: Approximation::Exact,
        measures: Measures::default(),
    }
}

/// Two figures that cannot both be true.
pub(super) fn conflict(left: usize, right: usize) -> FigurePair {
    let pair = Pair::Both(left, right);
    FigurePair {
        pair,
        verdict: FigureVerdict::Conflict,
        measures: "dead".to_owned(),
        score: 0.9,
        later: None,
        note: None,
        reasons: Vec::new(),
    }
}
