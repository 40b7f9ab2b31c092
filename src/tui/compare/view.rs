//! Draws the compare screen: only the lines that are on it.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use crate::compare::{Pair, Side};
use crate::text::Span;
use crate::text::wrap::wrap;
use crate::tui::scene::Scene;
use crate::tui::theme::{Role, Theme};
use crate::tui::widget::paint::Pen;

use super::State;
use super::geometry::{Column, Geometry};
use super::header::{self, letter, source_role};
use super::minimap::buckets;
use super::state::Shown;
use super::table::{Arrangement, Block, Cell, Line, Mark};
use super::why::explain;

/// Draws into the scene's area.
pub fn view(state: &State, scene: &Scene<'_>, theme: &Theme, buffer: &mut Buffer) {
    let Some(shown) = &state.shown else {
        let text = if state.awaited().is_some() { "Comparing the two reports …" } else { "These reports cannot be compared." };
        Pen::new(buffer, theme, scene.area, 1).skip(2).text(text, Role::Dim);
        return;
    };
    let mut canvas = Canvas { shown, geometry: shown.geometry(), theme, buffer };
    canvas.header(scene.area.height);
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
    /// A pen at a column of the terminal, in a row of an area.
    fn pen(&mut self, area: Rect, row: u16, x: u16) -> Pen<'_> {
        let mut pen = Pen::new(self.buffer, self.theme, area, row);
        pen.skip(x.saturating_sub(area.x));
        pen
    }

    fn header(&mut self, height: u16) {
        let area = self.geometry.header;
        let lines = header::lines(&self.shown.reports, self.shown.choices, self.geometry.measure, height);
        for (words, row) in lines.into_iter().zip(0..area.height) {
            let mut pen = self.pen(area, row, area.x);
            for (role, words) in words {
                pen.text(&words, role);
            }
        }
    }

    fn table(&mut self) {
        let area = self.geometry.body;
        let shown = self.shown;
        let table = shown.viewport.table();
        for ((at, number, line), row) in table.shown(shown.viewport.top(), usize::from(area.height)).zip(0..area.height) {
            let Some(block) = table.blocks().get(number) else { continue };
            self.rule(row);
            match line {
                Line::Space => continue,
                Line::Heading(span) => {
                    if let Some(cell) = &block.heading {
                        self.pen(area, row, self.geometry.heading()).marked(cell.text(""), span, &cell.roles, Role::Text);
                    }
                }
                Line::Words(pair) => self.facing(row, block, pair, table.begins_cells(at)),
            }
            if number == shown.viewport.current() {
                self.pen(area, row, area.x).text("▌", Role::CursorMark);
            }
        }
    }

    /// The line between two columns.
    fn rule(&mut self, row: u16) {
        if self.geometry.measure.arrangement == Arrangement::SideBySide {
            self.pen(self.geometry.body, row, self.geometry.glyph()).text("│", Role::Border);
        }
    }

    /// A line of both cells, and at the head of the block what the gutter says.
    fn facing(&mut self, row: u16, block: &Block, pair: Pair<Span>, begins: bool) {
        let (area, first) = (self.geometry.body, self.shown.choices.first);
        if let Some(mark) = block.mark.filter(|_| begins) {
            self.pen(area, row, self.geometry.glyph()).text(mark.glyph(first), role_of(mark));
        }
        for side in Side::BOTH {
            let Some(span) = pair.side(side) else { continue };
            let x = self.geometry.words(if side == first { Column::First } else { Column::Second });
            let cell = block.cell(side);
            if let Arrangement::Stacked(_) = self.geometry.measure.arrangement {
                let is_first = cell.pieces.first().is_some_and(|piece| piece.start == span.start);
                let (text, role) = if is_first { (letter(side, first), source_role(side)) } else { ("│", Role::Border) };
                self.pen(area, row, x.saturating_sub(2)).text(text, role);
            }
            self.words(x, row, cell, side, span);
        }
    }

    /// One line of a cell; what a bookmark keeps of it lies under what differs.
    fn words(&mut self, x: u16, row: u16, cell: &Cell, side: Side, line: Span) {
        let (area, shown) = (self.geometry.body, self.shown);
        let kept: Vec<Span> = if cell.own.is_none() { shown.kept.on(side, line).collect() } else { Vec::new() };
        let roles: Vec<(Span, Role)> = kept.iter().map(|&span| (span, Role::Bookmark)).chain(cell.roles.iter().copied()).collect();
        self.pen(area, row, x).marked(cell.text(shown.reports.body(side)), line, &roles, Role::Text);
        if kept.iter().any(|span| line.holds(span.start)) {
            self.pen(area, row, x.saturating_sub(1)).text("◆", Role::BookmarkMark);
        }
    }

    fn minimap(&mut self) {
        let area = self.geometry.map;
        let map = buckets(self.shown.viewport.table(), self.shown.viewport.top(), usize::from(area.height));
        for (bucket, row) in map.into_iter().zip(0..area.height) {
            let (glyph, role) = match bucket.mark {
                Some(mark @ (Mark::Differs | Mark::Only(_))) => (mark.glyph(self.shown.choices.first), role_of(mark)),
                _ if bucket.shown => ("┃", Role::Thumb),
                _ => ("│", Role::Track),
            };
            self.pen(area, row, area.x).text(glyph, role);
        }
    }

    fn why(&mut self) {
        let (Some(area), Some(entry)) = (self.geometry.why, self.shown.viewport.entry()) else { return };
        self.pen(area, 0, area.x).text(&"─".repeat(usize::from(area.width)), Role::Border);
        let words_from = self.geometry.words_from();
        self.pen(area, 0, words_from).text(" Why ", Role::Heading);
        let columns = usize::from(area.right().saturating_sub(words_from));
        let mut row = 1;
        for text in explain(&self.shown.reports, self.shown.choices.tab, entry) {
            for line in wrap(&text, Span::whole(&text), columns) {
                self.pen(area, row, words_from).text(line.of(&text), Role::Text);
                row += 1;
            }
        }
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
