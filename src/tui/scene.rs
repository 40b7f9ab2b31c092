//! What a screen sees besides its own state, in update and in view alike.

use ratatui::layout::Rect;

use crate::tui::catalogue::Catalogue;

/// The surroundings of a screen.
#[derive(Debug, Clone, Copy)]
pub struct Scene<'a> {
    /// The cells that are the screen's own.
    pub area: Rect,
    /// What the library holds.
    pub catalogue: &'a Catalogue,
    /// How wide a text column is, in cells, where there is room.
    pub measure: u16,
    /// Whether only the text is to be seen.
    pub zen: bool,
    /// The count typed before the action: `5` in `5j`.
    pub count: Option<usize>,
}

impl Scene<'_> {
    /// How often to do what was asked for.
    #[must_use]
    pub fn times(&self) -> usize {
        self.count.unwrap_or(1).max(1)
    }
}
