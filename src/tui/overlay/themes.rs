//! The themes to choose from; the one under the cursor is in use at once, so that it is seen before it is chosen.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::{Outcome, rows_inside};
use crate::text::sanitize::clean_line;
use crate::text::width::width;
use crate::tui::action::Action;
use crate::tui::scene::Scene;
use crate::tui::theme::{Role, Theme};
use crate::tui::widget::frame;
use crate::tui::widget::list::scrolled;
use crate::tui::widget::paint::Pen;

/// The names, which one is tried, and which one was in use before.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct State {
    names: Vec<String>,
    cursor: usize,
    former: String,
}

impl State {
    /// Offers themes; `former` is the one in use.
    #[must_use]
    pub fn new(names: &[&str], former: &str) -> Self {
        let cursor = names.iter().position(|name| *name == former).unwrap_or(0);
        Self { names: names.iter().map(|&name| name.to_owned()).collect(), cursor, former: former.to_owned() }
    }

    pub(super) fn update(&mut self, action: Action, scene: &Scene<'_>) -> Outcome {
        let last = self.names.len().saturating_sub(1);
        match action {
            Action::MoveDown => self.cursor = (self.cursor + scene.times()).min(last),
            Action::MoveUp => self.cursor = self.cursor.saturating_sub(scene.times()),
            Action::GoTop | Action::PageUp | Action::HalfPageUp => self.cursor = 0,
            Action::GoBottom | Action::PageDown | Action::HalfPageDown => self.cursor = last,
            // The key that opened the list goes on to the next one.
            Action::Themes | Action::CycleTheme => self.cursor = (self.cursor + 1) % self.names.len().max(1),
            Action::Open => return self.names.get(self.cursor).cloned().map_or(Outcome::Close, Outcome::ThemeChosen),
            Action::Cancel | Action::Close | Action::Back => return Outcome::ThemeLeft(self.former.clone()),
            _ => return Outcome::Stay,
        }
        self.names.get(self.cursor).cloned().map_or(Outcome::Stay, Outcome::ThemeTried)
    }

    /// Draws the list at the right, so that most of the screen shows the theme.
    pub(super) fn view(&self, area: Rect, theme: &Theme, buffer: &mut Buffer) {
        let names: Vec<String> = self.names.iter().map(|name| clean_line(name).into_owned()).collect();
        let columns = names.iter().map(|name| width(name)).max().unwrap_or(0) as u16 + 8;
        let size = (columns.min(area.width), (names.len() as u16 + 2).min(area.height));
        let outer = Rect { x: area.right() - size.0, y: area.y, width: size.0, height: size.1 };
        frame::draw(outer, "Themes", theme, buffer);
        let inner = frame::inside(outer);
        let top = scrolled(0, self.cursor, names.len(), rows_inside(outer));
        for (row, (number, name)) in (0..inner.height).zip(names.iter().enumerate().skip(top)) {
            let mut pen = Pen::new(buffer, theme, inner, row);
            if number == self.cursor {
                pen.on(Role::Cursor);
            }
            pen.cell(if number == self.cursor { "›" } else { "" }, 2, Role::KeyHint).text(name, Role::Text);
            pen.right(if *name == self.former { "•" } else { "" }, Role::Dim);
        }
    }
}
