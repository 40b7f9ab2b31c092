//! The table that every tab is drawn from: blocks of two facing cells, laid out into screen lines.

use std::ops::Range;

use crate::compare::{Pair, Side};
use crate::text::Span;

use super::Reports;
use super::block::Block;

/// How the two cells of a block stand to each other.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Arrangement {
    /// In two columns.
    SideBySide,
    /// One above the other, this side first.
    Stacked(Side),
}

/// The room for words.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Measure {
    /// How the cells stand.
    pub arrangement: Arrangement,
    /// Cells of the terminal for one cell of the table.
    pub columns: usize,
    /// Cells of the terminal for a heading.
    pub heading: usize,
}

/// One screen line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Line {
    /// Nothing: it parts two blocks.
    Space,
    /// A line of the heading.
    Heading(Span),
    /// A line of the facing cells, of one where the other has ended.
    Words(Pair<Span>),
}

/// Blocks laid out for a width. Cell heights cannot differ: a line of both cells is one value.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Table {
    blocks: Vec<Block>,
    /// The first line of each block.
    starts: Vec<usize>,
    lines: Vec<Line>,
}

/// What stays in view when the table is laid out anew.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Place {
    /// The entry.
    pub entry: usize,
    /// Where in its block.
    pub within: Within,
}

/// A place in a block that does not depend on its width.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Within {
    /// The space above it.
    Space,
    /// The heading.
    Heading,
    /// The words of a side from this byte on.
    Words(Side, usize),
}

impl Table {
    /// Wraps every cell for the measure.
    #[must_use]
    pub fn lay_out(blocks: Vec<Block>, reports: &Reports, measure: Measure) -> Self {
        let mut table = Self::default();
        for block in &blocks {
            table.starts.push(table.lines.len());
            if !block.joined && !table.lines.is_empty() {
                table.lines.push(Line::Space);
            }
            table.lines.extend(lines(block, reports, measure));
        }
        table.blocks = blocks;
        table
    }

    /// The blocks in order.
    #[must_use]
    pub fn blocks(&self) -> &[Block] {
        &self.blocks
    }

    /// How many lines there are.
    #[must_use]
    pub fn height(&self) -> usize {
        self.lines.len()
    }

    /// The lines of a block, the space above it left out.
    #[must_use]
    pub fn lines_of(&self, block: usize) -> Range<usize> {
        let start = self.starts.get(block).copied().unwrap_or(self.lines.len());
        let end = self.starts.get(block + 1).copied().unwrap_or(self.lines.len());
        let spaces = usize::from(self.lines.get(start) == Some(&Line::Space));
        start + spaces..end
    }

    /// The number of the block that a line belongs to.
    #[must_use]
    pub fn block_at(&self, line: usize) -> usize {
        self.starts.partition_point(|&start| start <= line).saturating_sub(1)
    }

    /// Whether a line is the first one of its block's cells.
    #[must_use]
    pub fn begins_cells(&self, line: usize) -> bool {
        let is_words = |line: usize| matches!(self.lines.get(line), Some(Line::Words(_)));
        let is_start = self.starts.binary_search(&line).is_ok();
        is_words(line) && (is_start || !line.checked_sub(1).is_some_and(is_words))
    }

    /// The block that shows an entry.
    #[must_use]
    pub fn block_of(&self, entry: usize) -> Option<usize> {
        self.blocks.iter().position(|block| block.entries.contains(&entry))
    }

    /// What is on a line, and the block it belongs to with its number.
    #[must_use]
    pub fn line(&self, line: usize) -> Option<(usize, &Block, Line)> {
        let number = self.block_at(line);
        Some((number, self.blocks.get(number)?, self.lines.get(line).copied()?))
    }

    /// What stands on a line.
    #[must_use]
    pub fn place(&self, line: usize) -> Option<Place> {
        let entry = self.blocks.get(self.block_at(line))?.entries.start;
        let within = match self.lines.get(line)? {
            Line::Space => Within::Space,
            Line::Heading(_) => Within::Heading,
            Line::Words(Pair::Left(span) | Pair::Both(span, _)) => Within::Words(Side::Left, span.start),
            Line::Words(Pair::Right(span)) => Within::Words(Side::Right, span.start),
        };
        Some(Place { entry, within })
    }

    /// The line where that stands now; the start of its block where it is folded away.
    #[must_use]
    pub fn line_of(&self, place: Place) -> Option<usize> {
        let block = self.block_of(place.entry)?;
        let lines = self.lines_of(block);
        let reached = |line: &usize, side, byte| match self.lines.get(*line) {
            Some(Line::Words(pair)) => pair.side(side).is_some_and(|span| span.start <= byte),
            _ => false,
        };
        match place.within {
            Within::Space => self.starts.get(block).copied(),
            Within::Heading => Some(lines.start),
            Within::Words(side, byte) => Some(lines.clone().rfind(|line| reached(line, side, byte)).unwrap_or(lines.start)),
        }
    }
}

/// The lines of one block.
fn lines(block: &Block, reports: &Reports, measure: Measure) -> Vec<Line> {
    let heading = block.heading.iter().flat_map(|cell| cell.lines("", measure.heading)).map(Line::Heading);
    let words = |side| block.cell(side).lines(reports.body(side), measure.columns);
    let mut lines: Vec<Line> = heading.collect();
    match measure.arrangement {
        Arrangement::SideBySide => lines.extend(facing(&words(Side::Left), &words(Side::Right)).map(Line::Words)),
        Arrangement::Stacked(first) => {
            for side in [first, first.other()] {
                lines.extend(words(side).into_iter().map(|span| Line::Words(one_sided(side, span))));
            }
        }
    }
    lines
}

/// The lines of two cells, one against the other; the shorter one ends first.
fn facing(left: &[Span], right: &[Span]) -> impl Iterator<Item = Pair<Span>> {
    (0..left.len().max(right.len())).filter_map(move |number| match (left.get(number), right.get(number)) {
        (Some(&left), Some(&right)) => Some(Pair::Both(left, right)),
        (Some(&left), None) => Some(Pair::Left(left)),
        (None, right) => right.copied().map(Pair::Right),
    })
}

fn one_sided(side: Side, span: Span) -> Pair<Span> {
    match side {
        Side::Left => Pair::Left(span),
        Side::Right => Pair::Right(span),
    }
}
