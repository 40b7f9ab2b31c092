//! Draws the bookmarks screen.

use ratatui::buffer::Buffer;

use super::State;
use super::state::{MARGIN, list_area};
use crate::tui::scene::Scene;
use crate::tui::theme::{Role, Theme};
use crate::tui::widget::paint::Pen;

/// Draws into the scene's area.
pub fn view(state: &State, scene: &Scene<'_>, theme: &Theme, buffer: &mut Buffer) {
    Pen::new(buffer, theme, scene.area, 0).skip(2).text("Bookmarks", Role::Heading);
    let area = list_area(scene.area);
    if state.entries.is_empty() {
        let text = if state.filter.is_empty() {
            "No bookmarks yet. In the reader, b keeps the sentence at the cursor."
        } else {
            "Nothing matches the filter. Esc clears it."
        };
        Pen::new(buffer, theme, area, 0).skip(2).text(text, Role::Dim);
        return;
    }
    let lines = state.entries.iter().enumerate().flat_map(|(number, (_, lines))| lines.iter().map(move |line| (number, line)));
    for (row, (number, line)) in (0..area.height).zip(lines.skip(state.top)) {
        let mut pen = Pen::new(buffer, theme, area, row);
        let is_cursor = number == state.cursor && !(line.text.is_empty() && line.mark.is_empty());
        pen.cell(if is_cursor { "▌" } else { "" }, 2, Role::CursorMark);
        pen.cell(line.mark, usize::from(MARGIN) - 2, line.mark_role).text(&line.text, line.role);
    }
}
