//! The passages tab: every sentence of both articles once, in rows or behind a fold.

use std::ops::Range;

use crate::compare::{Certainty, Row, RowKind, Segment, SegmentKind, Side};
use crate::text::Span;

use super::Reports;
use super::fold::{Folds, Run, Sort};
use super::stops::Stop;
use super::table::{Block, Cell, Emphasis, Mark};

/// What the gutter says of each row.
#[must_use]
pub fn marks(rows: &[Row], stops: &[Stop]) -> Vec<Mark> {
    let mut marks: Vec<Mark> = rows.iter().map(mark).collect();
    for stop in stops {
        if let Some(mark) = marks.get_mut(stop.row) {
            *mark = Mark::Differs;
        }
    }
    marks
}

fn mark(row: &Row) -> Mark {
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

/// The blocks of the tab. `first` is the side in the first column.
#[must_use]
pub fn blocks(reports: &Reports, marks: &[Mark], folds: &Folds, first: Side) -> Vec<Block> {
    let mut blocks = Vec::new();
    for run in folds.runs(&reports.comparison.rows, marks) {
        if run.folded {
            blocks.push(folded(reports, &run));
            continue;
        }
        match run.sort {
            Sort::Only(side) => blocks.extend(one_sided(reports, side, run.rows)),
            Sort::Alike | Sort::Undisputed | Sort::Differs => {
                let rows = run.rows.filter_map(|number| Some((number, reports.comparison.rows.get(number)?, *marks.get(number)?)));
                blocks.extend(rows.map(|(number, row, mark)| facing(reports, number, row, mark, first)));
            }
        }
    }
    blocks
}

/// A block for one row.
fn facing(reports: &Reports, number: usize, row: &Row, mark: Mark, first: Side) -> Block {
    let cell = |side| {
        let emphasis = row.segments(side).iter().filter_map(emphasis).collect();
        Cell { own: None, pieces: stretches(reports, side, row.side(side)), emphasis }
    };
    let heading = row.moved.then(|| moved_note(reports, row, first)).flatten();
    Block { mark: Some(mark), entries: number..number + 1, heading, left: cell(Side::Left), right: cell(Side::Right), folded: false }
}

fn emphasis(segment: &Segment) -> Option<(Span, Emphasis)> {
    let emphasis = match segment.kind {
        SegmentKind::Same => return None,
        SegmentKind::Wording => Emphasis::Wording,
        SegmentKind::Quotation => Emphasis::Quotation,
        SegmentKind::Figure => Emphasis::Figure,
        SegmentKind::Name => Emphasis::Name,
        SegmentKind::Negation => Emphasis::Negation,
    };
    Some((segment.span, emphasis))
}

/// Where each side tells what stands in another order.
fn moved_note(reports: &Reports, row: &Row, first: Side) -> Option<Cell> {
    let paragraph = |side: Side| Some(reports.article(side).body.sentences().get(*row.side(side).first()?)?.paragraph + 1);
    let (here, there) = (paragraph(first)?, paragraph(first.other())?);
    Some(Cell::own(format!("⇅ told in another order: paragraph {here} on the left, {there} on the right"), Emphasis::Aside))
}

/// Sentences only one side has: those of one paragraph flow together as they do in the report.
fn one_sided(reports: &Reports, side: Side, rows: Range<usize>) -> Vec<Block> {
    let all = reports.article(side).body.sentences();
    let paragraph = |row: &Row| row.side(side).first().and_then(|&number| all.get(number)).map(|sentence| sentence.paragraph);
    let shown = reports.comparison.rows.get(rows.clone()).unwrap_or_default();
    let mut next = rows.start;
    let paragraphs = shown.chunk_by(|row, after| paragraph(row) == paragraph(after));
    let blocks = paragraphs.map(|rows| {
        let sentences: Vec<usize> = rows.iter().flat_map(|row| row.side(side)).copied().collect();
        let cell = Cell { own: None, pieces: stretches(reports, side, &sentences), emphasis: Vec::new() };
        let start = next;
        next += rows.len();
        Block::one_sided(side, cell, start..next)
    });
    blocks.collect()
}

/// The summary line for a run of rows.
fn folded(reports: &Reports, run: &Run) -> Block {
    let rows = reports.comparison.rows.get(run.rows.clone()).unwrap_or_default();
    let mut block = match run.sort {
        Sort::Only(side) => {
            let sentences: usize = rows.iter().map(|row| row.side(side).len()).sum();
            let summary = format!("▸ {} only here{}", count(sentences, "more sentence"), claims_in(reports, side, rows));
            Block::one_sided(side, Cell::own(summary, Emphasis::Aside), run.rows.clone())
        }
        Sort::Alike | Sort::Undisputed | Sort::Differs => Block {
            mark: rows.iter().map(mark).max_by_key(|mark| mark.weight()),
            entries: run.rows.clone(),
            heading: Some(Cell::own(agreement(rows), Emphasis::Aside)),
            left: Cell::default(),
            right: Cell::default(),
            folded: false,
        },
    };
    block.folded = true;
    block
}

/// What rows without a difference are, in numbers.
fn agreement(rows: &[Row]) -> String {
    let of = |kind| rows.iter().filter(|row| row.kind() == kind).count();
    let (aligned, one_sided) = (of(RowKind::Aligned), of(RowKind::LeftOnly) + of(RowKind::RightOnly));
    match (aligned, one_sided) {
        (_, 0) => format!("▸ {} told alike", count(aligned, "passage")),
        (0, _) => format!("▸ {} only on one side", count(one_sided, "passage")),
        _ => format!("▸ {} told alike, {one_sided} only on one side", count(aligned, "passage")),
    }
}

/// The quotations and figures in one-sided rows: ` (1 quote, 2 figures)`.
fn claims_in(reports: &Reports, side: Side, rows: &[Row]) -> String {
    let spans: Vec<Span> = rows.iter().flat_map(|row| stretches(reports, side, row.side(side))).collect();
    let inside = |claim: Span| spans.iter().any(|span| span.holds(claim.start));
    let claims = reports.claims(side);
    let quotations = claims.quotations.iter().filter(|quotation| inside(quotation.hull())).count();
    let figures = claims.figures.iter().filter(|figure| inside(figure.span)).count();
    let parts: Vec<String> =
        [(quotations, "quote"), (figures, "figure")].into_iter().filter(|(n, _)| *n > 0).map(|(n, noun)| count(n, noun)).collect();
    if parts.is_empty() { String::new() } else { format!(" ({})", parts.join(", ")) }
}

/// `1 quote`, `2 quotes`.
fn count(number: usize, noun: &str) -> String {
    format!("{number} {noun}{}", if number == 1 { "" } else { "s" })
}

/// Sentences as stretches of the body; those that follow each other in one paragraph make one stretch.
fn stretches(reports: &Reports, side: Side, sentences: &[usize]) -> Vec<Span> {
    let all = reports.article(side).body.sentences();
    let mut found: Vec<Span> = Vec::new();
    let mut last: Option<(usize, usize)> = None;
    for (number, sentence) in sentences.iter().filter_map(|&number| Some((number, all.get(number)?))) {
        match found.last_mut() {
            Some(stretch) if last == Some((number.wrapping_sub(1), sentence.paragraph)) => *stretch = stretch.hull(sentence.span),
            _ => found.push(sentence.span),
        }
        last = Some((number, sentence.paragraph));
    }
    found
}
