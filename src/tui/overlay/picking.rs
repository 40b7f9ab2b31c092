//! Choosing from a list by typing: the line typed, the entry under the cursor, and the keys both lists of actions share.

use crate::text::sanitize::clean_line;
use crate::tui::keymap::{Code, Key};
use crate::tui::theme::Role;
use crate::tui::widget::input::Input;
use crate::tui::widget::paint::Pen;

/// What was typed, and which of the entries it leaves is the one to take.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct Picking {
    pub(super) input: Input,
    pub(super) cursor: usize,
}

/// What a key came to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Picked {
    /// The list stays.
    Not,
    /// The entry under the cursor is taken.
    This,
    /// The list is closed.
    Closed,
}

/// Entries that the page keys go over.
const PAGE: usize = 10;

impl Picking {
    /// Takes a key while so many entries are shown.
    pub(super) fn key(&mut self, key: Key, entries: usize) -> Picked {
        let last = entries.saturating_sub(1);
        match (key.code, key.ctrl) {
            (Code::Escape, _) | (Code::Char('c'), true) => return Picked::Closed,
            // As in a line that is asked for: erasing more than was typed gives up.
            (Code::Backspace, false) if self.input.text().is_empty() => return Picked::Closed,
            (Code::Enter, _) => return Picked::This,
            (Code::Down, _) | (Code::Char('n'), true) => self.cursor = (self.cursor + 1).min(last),
            (Code::Up, _) | (Code::Char('p'), true) => self.cursor = self.cursor.saturating_sub(1),
            (Code::PageDown, _) => self.cursor = (self.cursor + PAGE).min(last),
            (Code::PageUp, _) => self.cursor = self.cursor.saturating_sub(PAGE),
            _ if self.input.edit(key) => self.cursor = 0,
            _ => {}
        }
        Picked::Not
    }

    pub(super) fn pasted(&mut self, text: &str) {
        self.input.insert(&clean_line(text));
        self.cursor = 0;
    }

    /// Draws the line typed.
    pub(super) fn draw(&self, pen: &mut Pen<'_>) {
        if self.input.text().is_empty() {
            pen.text("type to filter", Role::Dim);
        } else {
            pen.text(self.input.text(), Role::Input).text("▏", Role::KeyHint);
        }
    }
}
