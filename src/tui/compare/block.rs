//! One entry of a tab: two facing cells, and what the gutter says of them.

use std::ops::Range;

use crate::compare::{Relation, Side};
use crate::text::Span;
use crate::text::wrap::wrap;
use crate::tui::theme::Role;

/// Words on one side of a block, or above it.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Cell {
    /// The program's own words; the side's body where there are none.
    pub own: Option<String>,
    /// The stretches shown, each beginning a line.
    pub pieces: Vec<Span>,
    /// What of them means something, the last on top.
    pub roles: Vec<(Span, Role)>,
}

impl Cell {
    /// A cell with words of the program.
    #[must_use]
    pub fn own(text: String, role: Role) -> Self {
        let whole = Span::whole(&text);
        Self { own: Some(text), pieces: vec![whole], roles: vec![(whole, role)] }
    }

    /// Adds words of the program in another role.
    #[must_use]
    pub fn and(mut self, text: &str, role: Role) -> Self {
        let own = self.own.get_or_insert_default();
        let span = Span::new(own.len(), own.len() + text.len());
        own.push_str(text);
        self.pieces = vec![Span::whole(own)];
        self.roles.push((span, role));
        self
    }

    /// The text that the cell's spans point into.
    #[must_use]
    pub fn text<'a>(&'a self, body: &'a str) -> &'a str {
        self.own.as_deref().unwrap_or(body)
    }

    /// Its lines in a column of this width.
    #[must_use]
    pub fn lines(&self, body: &str, columns: usize) -> Vec<Span> {
        let text = self.text(body);
        self.pieces.iter().flat_map(|&piece| wrap(text, piece, columns)).collect()
    }
}

/// One entry of a tab: two facing cells that can never drift apart.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Block {
    /// What the gutter says, if anything.
    pub mark: Option<Relation>,
    /// The numbers of the comparison's rows, or pairs, that the block shows.
    pub entries: Range<usize>,
    /// What stands above both cells.
    pub heading: Option<Cell>,
    /// The left article's words.
    pub left: Cell,
    /// The right article's words.
    pub right: Cell,
    /// Whether the block stands for entries that are folded away.
    pub folded: bool,
    /// Whether the block goes on a list: no space parts it from the one before.
    pub joined: bool,
}

impl Block {
    /// A block of one side's words; the other cell stays empty.
    #[must_use]
    pub fn one_sided(side: Side, cell: Cell, entries: Range<usize>) -> Self {
        let (left, right) = match side {
            Side::Left => (cell, Cell::default()),
            Side::Right => (Cell::default(), cell),
        };
        Self { mark: Some(Relation::Only(side)), entries, heading: None, left, right, folded: false, joined: false }
    }

    /// The words of a side.
    #[must_use]
    pub fn cell(&self, side: Side) -> &Cell {
        match side {
            Side::Left => &self.left,
            Side::Right => &self.right,
        }
    }
}
