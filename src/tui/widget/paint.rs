//! Writes text into cells: by display width, never past an edge, marks laid over one another.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::style::{Color, Style};

use crate::text::cluster::symbols;
use crate::text::layers;
use crate::text::span::Span;
use crate::text::width::{clip, plain_width, width};
use crate::tui::theme::{Role, Theme};

/// A pen at a cell of one row, that stops at the right edge.
#[derive(Debug)]
pub struct Pen<'a> {
    buffer: &'a mut Buffer,
    theme: &'a Theme,
    /// What the row is laid on, where it is something particular.
    ground: Style,
    x: u16,
    y: u16,
    right: u16,
}

impl<'a> Pen<'a> {
    /// A pen at the left end of a row of `area`, counted from 0; below the area it writes nothing.
    #[must_use]
    pub fn new(buffer: &'a mut Buffer, theme: &'a Theme, area: Rect, row: u16) -> Self {
        let right = if row < area.height { area.right() } else { area.x };
        Self { buffer, theme, ground: Style::new(), x: area.x, y: area.y.saturating_add(row), right }
    }

    /// Lays every further text on this role's ground, and fills the rest of the row with it. The text keeps its colours, unless the
    /// role takes them away (`fg = "reset"`).
    pub fn on(&mut self, role: Role) -> &mut Self {
        let ground = self.theme.style(role);
        self.ground = Style { fg: ground.fg.filter(|fg| *fg == Color::Reset), ..ground };
        let rest = Rect::new(self.x, self.y, self.room(), u16::from(self.room() > 0));
        self.buffer.set_style(rest, self.style(Role::Text));
        self
    }

    /// Cells left on the row.
    #[must_use]
    pub fn room(&self) -> u16 {
        self.right.saturating_sub(self.x)
    }

    /// Writes a text, with an ellipsis where it does not fit.
    pub fn text(&mut self, text: &str, role: Role) -> &mut Self {
        self.clipped(text, usize::from(self.room()), role);
        self
    }

    /// Writes a text in exactly so many cells, as far as there is room.
    pub fn cell(&mut self, text: &str, columns: usize, role: Role) -> &mut Self {
        let columns = columns.min(usize::from(self.room()));
        let used = self.clipped(text, columns, role);
        self.skip((columns - used) as u16)
    }

    /// Writes a text that ends at the right edge, if it has the room, and leaves the row's rest before it.
    pub fn right(&mut self, text: &str, role: Role) -> &mut Self {
        let columns = width(text) as u16;
        if columns <= self.room() {
            let style = self.style(role);
            self.right -= columns;
            self.put(self.right, text, usize::from(columns), style);
        }
        self
    }

    /// Leaves cells empty.
    pub fn skip(&mut self, columns: u16) -> &mut Self {
        self.x += columns.min(self.room());
        self
    }

    /// Writes a stretch of a text with marks over it, each a role on a span of the whole text; the last mark lies on top.
    pub fn marked(&mut self, text: &str, stretch: Span, marks: &[(Span, Role)], base: Role) -> &mut Self {
        let base = self.style(base);
        if marks.iter().all(|(span, _)| !span.overlaps(stretch)) {
            self.x = self.put(self.x, stretch.of(text), usize::from(self.room()), base);
            return self;
        }
        for run in layers::runs(stretch, marks) {
            let style = run.marks.iter().fold(base, |style, role| style.patch(self.theme.style(*role)));
            self.x = self.put(self.x, run.span.of(text), usize::from(self.room()), style);
        }
        self
    }

    /// The role's style on the pen's ground.
    fn style(&self, role: Role) -> Style {
        self.theme.style(Role::Text).patch(self.theme.style(role)).patch(self.ground)
    }

    /// Writes as much as fits into so many cells; gives the cells used.
    fn clipped(&mut self, text: &str, columns: usize, role: Role) -> usize {
        let (text, used) = clip(text, columns);
        let style = self.style(role);
        self.put(self.x, &text, columns, style);
        self.x += used as u16;
        used
    }

    /// Fills cells from a column on; gives the column after them.
    fn put(&mut self, mut x: u16, text: &str, columns: usize, style: Style) -> u16 {
        if plain_width(text).is_some() {
            return self.put_plain(x, text, columns, style);
        }
        let end = usize::from(x) + columns;
        for symbol in symbols(text) {
            if usize::from(x) + width(symbol) > end {
                break;
            }
            (x, _) = self.buffer.set_stringn(x, self.y, symbol, columns, style);
        }
        x
    }

    /// Fills cells with characters that stand alone in one cell each: most of what is ever drawn, so no clusters are looked for.
    fn put_plain(&mut self, x: u16, text: &str, columns: usize, style: Style) -> u16 {
        let area = self.buffer.area;
        let columns = columns.min(usize::from(area.right().saturating_sub(x)));
        if columns == 0 || !area.contains(Position::new(x, self.y)) {
            return x;
        }
        let first = self.buffer.index_of(x, self.y);
        let mut written = 0;
        for (cell, c) in self.buffer.content.iter_mut().skip(first).zip(text.chars()).take(columns) {
            cell.set_char(c).set_style(style);
            written += 1;
        }
        x + written
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn row(write: impl FnOnce(&mut Pen<'_>)) -> String {
        let area = Rect::new(0, 0, 10, 1);
        let mut buffer = Buffer::empty(area);
        write(&mut Pen::new(&mut buffer, &Theme::plain("test"), area, 0));
        buffer.content().iter().map(ratatui::buffer::Cell::symbol).collect()
    }

    #[test]
    fn text_stops_at_the_edge() {
        assert_eq!(
            row(|pen| {
                pen.text("abcdefghijklm", Role::Text);
            }),
            "abcdefghi…"
        );
        assert_eq!(
            row(|pen| {
                pen.cell("abcdef", 4, Role::Text).text("x", Role::Text);
            }),
            "abc…x     "
        );
        assert_eq!(
            row(|pen| {
                pen.right("12", Role::Text).text("abcdefghijk", Role::Text);
            }),
            "abcdefg…12"
        );
        assert_eq!(
            row(|pen| {
                pen.right("0123456789x", Role::Text).text("a", Role::Text);
            }),
            "a         "
        );
    }

    #[test]
    fn every_code_point_with_a_width_has_its_cell() {
        let written = row(|pen| {
            pen.text("👩\u{200d}🚀या❤\u{fe0f}e\u{301}", Role::Text).text("x", Role::Text);
        });
        assert_eq!(written, "👩 या❤ e\u{301}x  ");
    }

    #[test]
    fn a_row_below_the_area_is_not_written() {
        let area = Rect::new(0, 0, 4, 1);
        let mut buffer = Buffer::empty(area);
        Pen::new(&mut buffer, &Theme::plain("test"), area, 1).text("abc", Role::Text).on(Role::Cursor);
        assert_eq!(buffer, Buffer::empty(area));
    }
}
