//! What a frame has besides its cells.

use ratatui::layout::Position;

/// The cursor and the links of a frame.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Painted {
    /// The cursor's cell, while a line is being typed.
    pub cursor: Option<Position>,
    /// The cells that are links.
    pub links: Vec<Link>,
}

/// Cells of a row that lead to an address.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Link {
    /// The first cell.
    pub start: Position,
    /// How many cells.
    pub cells: u16,
    /// Where they lead to.
    pub address: String,
}

impl Link {
    /// Whether a cell leads there.
    #[must_use]
    pub fn holds(&self, at: Position) -> bool {
        self.start.y == at.y && (self.start.x..self.start.x.saturating_add(self.cells)).contains(&at.x)
    }
}
