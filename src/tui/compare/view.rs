//! Draws the compare screen: only the lines that are on it.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use crate::compare::{Relation, Side};
use crate::text::Span;
use crate::text::wrap::wrap;
use crate::tui::scene::Scene;
use crate::tui::theme::{Role, Theme};
use crate::tui::widget::paint::Pen;

use super::State;
use super::block::Cell;
use super::geometry::{Column, Geometry};
use super::header::{self, letter, source_role};
use super::minimap;
use super::state::Shown;
use super::table::{Arrangement, Line};
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
        let (first, viewport) = (shown.choices.first, &shown.viewport);
        for row in 0..area.height {
            let line = viewport.top() + usize::from(row);
            self.gutter(row, line);
            self.side(row, line, first);
            self.side(row, line.saturating_add_signed(viewport.drift()), first.other());
        }
    }

    /// What stands between and above the cells: the rule, the glyph of the block that begins, its heading, the mark of the current block.
    fn gutter(&mut self, row: u16, line: usize) {
        let (area, shown) = (self.geometry.body, self.shown);
        let Some((number, block, content)) = shown.viewport.table().line(line) else { return };
        // A glyph stands in place of the rule: drawn over it, it would inherit the rule's faintness.
        // Scrolled apart, what faces each other has nothing to do with one another.
        let is_facing = shown.viewport.drift() == 0;
        let mark = block.mark.filter(|_| is_facing && shown.viewport.table().begins_cells(line));
        match (content, &block.heading, mark) {
            (Line::Heading(span), Some(cell), _) => self.heading(row, cell, span),
            (.., Some(mark)) => _ = self.pen(area, row, self.geometry.glyph()).text(mark.glyph(shown.choices.first), role_of(mark)),
            (.., None) => self.rule(row),
        }
        if number == shown.viewport.current() && content != Line::Space {
            self.pen(area, row, area.x).text("▌", Role::CursorMark);
        }
    }

    /// A line of a heading. It stands over both columns, unless they were scrolled apart: then it belongs to the first one.
    fn heading(&mut self, row: u16, cell: &Cell, span: Span) {
        let mut area = self.geometry.body;
        if self.geometry.measure.arrangement == Arrangement::SideBySide && self.shown.viewport.drift() != 0 {
            self.rule(row);
            area.width = area.width.min(self.geometry.words(Column::First) - area.x + self.geometry.measure.columns as u16);
        }
        self.pen(area, row, self.geometry.heading()).marked(cell.text(""), span, &cell.roles, Role::Text);
    }

    /// The rule between the columns.
    fn rule(&mut self, row: u16) {
        if self.geometry.measure.arrangement == Arrangement::SideBySide {
            self.pen(self.geometry.body, row, self.geometry.glyph()).text("│", Role::Border);
        }
    }

    /// A side's part of a line.
    fn side(&mut self, row: u16, line: usize, side: Side) {
        let shown = self.shown;
        let Some((number, block, Line::Words(pair))) = shown.viewport.table().line(line) else { return };
        let Some(span) = pair.side(side) else { return };
        let (area, first) = (self.geometry.body, shown.choices.first);
        let x = self.geometry.words(if side == first { Column::First } else { Column::Second });
        let cell = block.cell(side);
        if let Arrangement::Stacked(_) = self.geometry.measure.arrangement {
            let is_first = cell.pieces.first().is_some_and(|piece| piece.start == span.start);
            let (text, role) = if is_first { (letter(side, first), source_role(side)) } else { ("│", Role::Border) };
            self.pen(area, row, x.saturating_sub(2)).text(text, role);
        }
        self.words((x, row), cell, side, span, number == shown.viewport.current());
    }

    /// One line of a cell; what a bookmark keeps of it lies under what differs, the words looked for on top.
    fn words(&mut self, (x, row): (u16, u16), cell: &Cell, side: Side, line: Span, is_current: bool) {
        let (area, shown) = (self.geometry.body, self.shown);
        let kept: Vec<Span> = if cell.own.is_none() { shown.kept.on(side, line).collect() } else { Vec::new() };
        let found = shown.found[side as usize].iter().filter(|span| cell.own.is_none() && span.overlaps(line));
        let hit = if is_current { Role::SearchHitCurrent } else { Role::SearchHit };
        let marked = shown.marked.filter(|(of, span)| *of == side && span.overlaps(line)).map(|(_, span)| (span, Role::Selection));
        let kept_roles = kept.iter().map(|&span| (span, Role::Bookmark));
        let roles: Vec<(Span, Role)> =
            kept_roles.chain(cell.roles.iter().copied()).chain(found.map(|&span| (span, hit))).chain(marked).collect();
        self.pen(area, row, x).marked(cell.text(shown.reports.body(side)), line, &roles, Role::Text);
        if kept.iter().any(|span| line.holds(span.start)) {
            self.pen(area, row, x.saturating_sub(1)).text("◆", Role::BookmarkMark);
        }
    }

    /// A thin track at the edge, with a tick for each stop: no sign of it belongs to the line it stands on.
    fn minimap(&mut self) {
        let (area, shown) = (self.geometry.map, self.shown);
        for (cell, row) in minimap::cells(&shown.viewport, &shown.stops).into_iter().zip(0..area.height) {
            let (glyph, role) = match (cell.stop, cell.on_screen) {
                (true, true) => ("┫", Role::VerdictDiffers),
                (true, false) => ("┤", Role::VerdictDiffers),
                (false, true) => ("┃", Role::Thumb),
                (false, false) => ("│", Role::Track),
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

fn role_of(relation: Relation) -> Role {
    match relation {
        Relation::Same | Relation::Reworded => Role::Aligned,
        Relation::Moved => Role::Moved,
        Relation::Weak => Role::Weak,
        Relation::Only(Side::Left) => Role::LeftOnly,
        Relation::Only(Side::Right) => Role::RightOnly,
        Relation::Differs => Role::VerdictDiffers,
    }
}
