//! Draws the compare screen: only the lines that are on it.

use ratatui::buffer::Buffer;
use ratatui::style::Style;

use crate::compare::{Pair, Side};
use crate::text::Span;
use crate::text::layers::runs;
use crate::text::wrap::wrap;
use crate::tui::scene::Scene;
use crate::tui::theme::{Role, Theme};

use super::State;
use super::geometry::{Column, Geometry};
use super::header::{self, letter, source_role};
use super::minimap::buckets;
use super::state::Shown;
use super::table::{Arrangement, Block, Cell, Emphasis, Line, Mark};
use super::why::explain;

/// Draws into the scene's area.
pub fn view(state: &State, scene: &Scene<'_>, theme: &Theme, buffer: &mut Buffer) {
    let area = scene.area.intersection(buffer.area);
    let Some(shown) = &state.shown else {
        let text = if state.awaited().is_some() { "Comparing …" } else { "" };
        buffer.set_stringn(area.x, area.y, text, usize::from(area.width), theme.style(Role::Dim));
        return;
    };
    let geometry = shown.geometry();
    let mut canvas = Canvas { shown, geometry, theme, buffer };
    canvas.header();
    canvas.table();
    canvas.minimap();
    canvas.why();
}

struct Canvas<'a> {
    shown: &'a Shown,
    geometry: Geometry,
    theme: &'a Theme,
    buffer: &'a mut Buffer,
}

impl Canvas<'_> {
    fn header(&mut self) {
        let area = self.geometry.header;
        let height = self.geometry.header.height + self.geometry.body.height + self.geometry.why.map_or(0, |why| why.height);
        let lines = header::lines(&self.shown.reports, self.shown.choices, self.geometry.measure, height);
        for (words, y) in lines.into_iter().zip(area.y..area.bottom()) {
            let mut x = area.x;
            for (role, words) in words {
                x = self.put(x, y, area.right(), &words, self.theme.style(role));
            }
        }
    }

    fn table(&mut self) {
        let area = self.geometry.body;
        let shown = self.shown;
        let table = shown.viewport.table();
        for ((at, number, line), y) in table.shown(shown.viewport.top(), usize::from(area.height)).zip(area.y..area.bottom()) {
            let Some(block) = table.blocks().get(number) else { continue };
            self.rule(y);
            match line {
                Line::Space => continue,
                Line::Heading(span) => {
                    let cell = block.heading.as_ref().map(|cell| (cell, cell.text("")));
                    self.words(self.geometry.heading(), y, cell, span);
                }
                Line::Words(pair) => {
                    self.facing(y, block, pair, table.begins_cells(at));
                }
            }
            if number == shown.viewport.current() {
                self.put(area.x, y, area.right(), "▌", self.theme.style(Role::CursorMark));
            }
        }
    }

    /// The line between two columns.
    fn rule(&mut self, y: u16) {
        if self.geometry.measure.arrangement == Arrangement::SideBySide {
            self.put(self.geometry.glyph(), y, self.geometry.body.right(), "│", self.theme.style(Role::Border));
        }
    }

    /// A line of both cells, and at the head of the block what the gutter says.
    fn facing(&mut self, y: u16, block: &Block, pair: Pair<Span>, begins: bool) {
        let first = self.shown.choices.first;
        if let Some(mark) = block.mark.filter(|_| begins) {
            let style = self.theme.style(role_of(mark));
            self.put(self.geometry.glyph(), y, self.geometry.body.right(), mark.glyph(first), style);
        }
        for side in Side::BOTH {
            let Some(span) = pair.side(side) else { continue };
            let column = if side == first { Column::First } else { Column::Second };
            let x = self.geometry.words(column);
            let cell = block.cell(side);
            if let Arrangement::Stacked(_) = self.geometry.measure.arrangement {
                self.label(x.saturating_sub(2), y, side, cell.pieces.first().is_some_and(|piece| piece.start == span.start));
            }
            self.words(x, y, Some((cell, cell.text(self.shown.reports.body(side)))), span);
        }
    }

    /// Stacked: whose words these are.
    fn label(&mut self, x: u16, y: u16, side: Side, begins: bool) {
        let (text, role) = if begins { (letter(side, self.shown.choices.first), source_role(side)) } else { ("│", Role::Border) };
        self.put(x, y, self.geometry.body.right(), text, self.theme.style(role));
    }

    /// One line of a cell with what lies on its words.
    fn words(&mut self, mut x: u16, y: u16, cell: Option<(&Cell, &str)>, line: Span) {
        let Some((cell, text)) = cell else { return };
        let right = self.geometry.body.right();
        for run in runs(line, &cell.emphasis) {
            let style = run.marks.iter().fold(self.theme.style(Role::Text), |style, mark| style.patch(self.theme.style(role_on(*mark))));
            x = self.put(x, y, right, run.span.of(text), style);
        }
    }

    fn minimap(&mut self) {
        let area = self.geometry.map;
        let map = buckets(self.shown.viewport.table(), self.shown.viewport.top(), usize::from(area.height));
        for (bucket, y) in map.into_iter().zip(area.y..area.bottom()) {
            let (glyph, role) = match bucket.mark {
                Some(Mark::Differs) => ("≠", Role::VerdictDiffers),
                Some(mark @ Mark::Only(_)) => (mark.glyph(self.shown.choices.first), role_of(mark)),
                _ if bucket.shown => ("┃", Role::Thumb),
                _ => ("│", Role::Track),
            };
            self.put(area.x, y, area.right(), glyph, self.theme.style(role));
        }
    }

    fn why(&mut self) {
        let (Some(area), Some(entry)) = (self.geometry.why, self.shown.viewport.entry()) else { return };
        let words_from = area.x + 2;
        let rule = "─".repeat(usize::from(area.width));
        self.put(area.x, area.y, area.right(), &rule, self.theme.style(Role::Border));
        self.put(words_from, area.y, area.right(), " Why ", self.theme.style(Role::Heading));
        let columns = usize::from(area.right().saturating_sub(words_from));
        let mut y = area.y + 1;
        for text in explain(&self.shown.reports, self.shown.choices.tab, entry) {
            for line in wrap(&text, Span::whole(&text), columns) {
                if y < area.bottom() {
                    self.put(words_from, y, area.right(), line.of(&text), self.theme.style(Role::Text));
                    y += 1;
                }
            }
        }
    }

    /// Writes a text and gives the cell after it.
    fn put(&mut self, x: u16, y: u16, right: u16, text: &str, style: Style) -> u16 {
        let right = right.min(self.buffer.area.right());
        if x >= right || y >= self.buffer.area.bottom() {
            return x;
        }
        self.buffer.set_stringn(x, y, text, usize::from(right - x), style).0
    }
}

fn role_of(mark: Mark) -> Role {
    match mark {
        Mark::Same | Mark::Reworded => Role::Aligned,
        Mark::Moved => Role::Moved,
        Mark::Weak => Role::Weak,
        Mark::Only(Side::Left) => Role::LeftOnly,
        Mark::Only(Side::Right) => Role::RightOnly,
        Mark::Differs => Role::VerdictDiffers,
    }
}

fn role_on(emphasis: Emphasis) -> Role {
    match emphasis {
        Emphasis::Plain => Role::Text,
        Emphasis::Wording => Role::Wording,
        Emphasis::Quotation => Role::QuoteChanged,
        Emphasis::Figure => Role::FigureChanged,
        Emphasis::Name => Role::NameChanged,
        Emphasis::Negation => Role::Negation,
        Emphasis::Title => Role::Strong,
        Emphasis::Aside => Role::Dim,
    }
}
