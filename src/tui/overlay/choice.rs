//! A choice among the other reports of an event, to compare one of them.

use ratatui::buffer::Buffer;

use super::{Outcome, rows_inside};
use crate::article::ArticleId;
use crate::text::sanitize::clean_line;
use crate::tui::action::Action;
use crate::tui::scene::Scene;
use crate::tui::theme::{Role, Theme};
use crate::tui::widget::frame;
use crate::tui::widget::list::scrolled;
use crate::tui::widget::paint::Pen;
use crate::tui::widget::prose::{UNKNOWN_SOURCE, date_and_time};

/// The articles and which one the keys act on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct State {
    /// The article that is compared.
    with: ArticleId,
    among: Vec<ArticleId>,
    cursor: usize,
}

impl State {
    /// Offers articles to compare with one.
    #[must_use]
    pub fn new(with: ArticleId, among: Vec<ArticleId>) -> Self {
        Self { with, among, cursor: 0 }
    }

    pub(super) fn update(&mut self, action: Action, scene: &Scene<'_>) -> Outcome {
        let last = self.among.len().saturating_sub(1);
        match action {
            Action::MoveDown => self.cursor = (self.cursor + scene.times()).min(last),
            Action::MoveUp => self.cursor = self.cursor.saturating_sub(scene.times()),
            Action::GoTop | Action::PageUp | Action::HalfPageUp => self.cursor = 0,
            Action::GoBottom | Action::PageDown | Action::HalfPageDown => self.cursor = last,
            Action::Open | Action::Compare => {
                return self.among.get(self.cursor).map_or(Outcome::Close, |id| Outcome::Compare(self.with.clone(), id.clone()));
            }
            _ => {}
        }
        Outcome::Stay
    }

    pub(super) fn view(&self, scene: &Scene<'_>, theme: &Theme, buffer: &mut Buffer) {
        let outer = frame::centred(scene.area, 88, self.among.len() as u16 + 2);
        frame::draw(outer, "Compare with", theme, buffer);
        let inner = frame::inside(outer);
        let top = scrolled(0, self.cursor, self.among.len(), rows_inside(outer));
        for (row, (number, id)) in (0..inner.height).zip(self.among.iter().enumerate().skip(top)) {
            let Some(line) = scene.catalogue.article(id) else { continue };
            let mut pen = Pen::new(buffer, theme, inner, row);
            if number == self.cursor {
                pen.on(Role::Cursor);
            }
            let published = line.published.map(date_and_time).unwrap_or_default();
            pen.right(&published, Role::Date).right("  ", Role::Text);
            pen.cell(&clean_line(line.source.as_deref().unwrap_or(UNKNOWN_SOURCE)), usize::from(inner.width) / 4, Role::Source).skip(1);
            pen.text(&clean_line(line.title.as_deref().unwrap_or(&line.opening)), Role::Text);
        }
    }
}
