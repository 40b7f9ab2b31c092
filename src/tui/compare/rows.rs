//! The passages tab: every sentence of both articles once, in rows or behind a fold.

use std::ops::Range;

use crate::compare::{Certainty, Relation, Row, RowKind, Segment, SegmentKind, Side, Subject};
use crate::text::Span;
use crate::text::counted::counted;
use crate::tui::theme::Role;

use super::Reports;
use super::block::{Block, Cell};
use super::differences::Differences;
use super::fold::{Folds, Run, Sort};
use super::notes::note;

/// The blocks of the tab. `first` is the side in the first column.
#[must_use]
pub fn blocks(reports: &Reports, differences: &Differences, folds: &Folds, first: Side) -> Vec<Block> {
    let mut blocks: Vec<Block> = Vec::new();
    for run in folds.runs(&reports.comparison.rows, &differences.relations) {
        match run.sort {
            _ if run.folded => {
                let joined = blocks.last().is_some_and(|before| before.folded);
                blocks.push(Block { joined, ..folded(reports, &run) });
            }
            Sort::Only(side) => blocks.extend(one_sided(reports, side, run.rows)),
            Sort::Alike | Sort::Perhaps | Sort::Undisputed | Sort::Differs => {
                blocks.extend(run.rows.filter_map(|row| facing(reports, differences, row, first)));
            }
        }
    }
    blocks
}

/// A block for one row.
fn facing(reports: &Reports, differences: &Differences, number: usize, first: Side) -> Option<Block> {
    let row = reports.comparison.rows.get(number)?;
    let note = note(reports, differences, number, first);
    let cell = |side: Side| {
        let unanswered = differences.unanswered_in(number, side).filter(|found| found.subject != Subject::Negation);
        let unanswered = unanswered.flat_map(|found| found.side(side).iter().map(|&span| (span, role_of(found.subject))));
        let roles = row.segments(side).iter().filter_map(|segment| role(differences, row, side, segment)).chain(unanswered).collect();
        Cell { own: None, pieces: stretches(reports, side, row.side(side)), roles }
    };
    let mut block = Block {
        mark: differences.relations.get(number).copied(),
        entries: number..number + 1,
        heading: None,
        left: cell(Side::Left),
        right: cell(Side::Right),
        folded: false,
        joined: false,
    };
    // The cell of the side that has nothing here is the place to say where that side has it.
    match row.kind() {
        RowKind::Aligned => block.heading = note,
        RowKind::LeftOnly => block.right = note.unwrap_or_default(),
        RowKind::RightOnly => block.left = note.unwrap_or_default(),
    }
    Some(block)
}

/// How a stretch of an aligned row's words is shown, if in any special way.
fn role(differences: &Differences, row: &Row, side: Side, segment: &Segment) -> Option<(Span, Role)> {
    let role = match segment.kind {
        SegmentKind::Same => return None,
        SegmentKind::Quotation => Role::QuoteChanged,
        SegmentKind::Name => Role::NameChanged,
        // A figure that the other passage lacks, or that agrees with its figure, is no difference.
        SegmentKind::Figure if differences.holds(Subject::Figure, side, segment.span) => Role::FigureChanged,
        SegmentKind::Figure => Role::Figure,
        SegmentKind::Negation if row.certainty == Certainty::Firm => Role::Negation,
        // A passage that is perhaps about something else says nothing by its "not".
        SegmentKind::Negation | SegmentKind::Wording => Role::Wording,
    };
    Some((segment.span, role))
}

/// The role of the words on which the two differ.
pub(super) fn role_of(subject: Subject) -> Role {
    match subject {
        Subject::Quotation => Role::QuoteChanged,
        Subject::Figure => Role::FigureChanged,
        Subject::Negation => Role::Negation,
    }
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
        let cell = Cell { own: None, pieces: stretches(reports, side, &sentences), roles: Vec::new() };
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
            let summary = format!("▸ {} only here{}", counted(sentences, "sentence"), claims_in(reports, side, rows));
            Block::one_sided(side, Cell::own(summary, Role::Dim), run.rows.clone())
        }
        Sort::Alike | Sort::Perhaps | Sort::Undisputed | Sort::Differs => Block {
            mark: rows.iter().map(Row::relation).max_by_key(|&relation| weight(relation)),
            entries: run.rows.clone(),
            heading: Some(Cell::own(agreement(rows), Role::Dim)),
            left: Cell::default(),
            right: Cell::default(),
            folded: false,
            joined: false,
        },
    };
    block.folded = true;
    block
}

/// How much it asks for a look: where one glyph stands for many rows, the weightiest is shown.
fn weight(relation: Relation) -> u8 {
    match relation {
        Relation::Same => 0,
        Relation::Reworded => 1,
        Relation::Moved => 2,
        Relation::Weak => 3,
        Relation::Only(_) => 4,
        Relation::Differs => 5,
    }
}

/// What rows without a difference are, in numbers.
fn agreement(rows: &[Row]) -> String {
    let of = |is_of: fn(&Row) -> bool| rows.iter().filter(|row| is_of(row)).count();
    let parts = [
        (of(|row| row.kind() == RowKind::Aligned && row.certainty == Certainty::Firm), "told alike"),
        (of(|row| row.kind() == RowKind::Aligned && row.certainty == Certainty::Weak), "perhaps told alike"),
        (of(|row| row.kind() != RowKind::Aligned), "only on one side"),
    ];
    let mut told = parts.into_iter().filter(|(number, _)| *number > 0);
    let first = told.next().map(|(number, what)| format!("▸ {} {what}", counted(number, "passage")));
    first.into_iter().chain(told.map(|(number, what)| format!("{number} {what}"))).collect::<Vec<_>>().join(", ")
}

/// The quotations and figures in one-sided rows: ` (1 quote, 2 figures)`.
fn claims_in(reports: &Reports, side: Side, rows: &[Row]) -> String {
    let spans: Vec<Span> = rows.iter().flat_map(|row| stretches(reports, side, row.side(side))).collect();
    let inside = |claim: Span| spans.iter().any(|span| span.holds(claim.start));
    let claims = reports.claims(side);
    let quotations = claims.quotations.iter().filter(|quotation| inside(quotation.hull())).count();
    let figures = claims.figures.iter().filter(|figure| inside(figure.span)).count();
    let parts: Vec<String> =
        [(quotations, "quote"), (figures, "figure")].into_iter().filter(|(n, _)| *n > 0).map(|(n, noun)| counted(n, noun)).collect();
    if parts.is_empty() { String::new() } else { format!(" ({})", parts.join(", ")) }
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

#[cfg(test)]
mod tests;
