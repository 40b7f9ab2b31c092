//! Boxes laid over the screen.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::widgets::{Block, BorderType, Clear, Padding, Widget};

use crate::tui::theme::{Role, Theme};

/// A box of at most this size in the middle of an area, with a margin around it where there is room.
#[must_use]
pub fn centred(area: Rect, columns: u16, rows: u16) -> Rect {
    let width = columns.min(area.width.saturating_sub(2)).max(area.width.min(20));
    let height = rows.min(area.height);
    Rect::new(area.x + (area.width - width) / 2, area.y + (area.height - height) / 2, width, height)
}

/// What is inside a box's border and padding.
#[must_use]
pub fn inside(area: Rect) -> Rect {
    Block::bordered().padding(Padding::horizontal(1)).inner(area)
}

/// Clears a box and draws its border and title.
pub fn draw(area: Rect, title: &str, theme: &Theme, buffer: &mut Buffer) {
    Clear.render(area, buffer);
    Block::bordered()
        .border_type(BorderType::Rounded)
        .border_style(theme.style(Role::BorderFocused))
        .style(theme.style(Role::Text))
        .title(format!(" {title} "))
        .title_style(theme.style(Role::Heading))
        .render(area, buffer);
}
