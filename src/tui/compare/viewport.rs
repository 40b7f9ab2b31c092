//! What of a table is on the screen, and which block the reader is on.

use super::table::{Place, Table};

/// A table, the lines of it that are shown, and the current block. One scroll model: both columns are one table.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Viewport {
    table: Table,
    top: usize,
    height: usize,
    current: usize,
    /// By how many lines the second column is ahead of the first, after they were scrolled alone.
    drift: isize,
}

/// Where to scroll to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Motion {
    /// So many blocks down, or up; a block taller than the screen is scrolled through first.
    Blocks(isize),
    /// So many screen lines.
    Lines(isize),
    /// The first block.
    Top,
    /// The last block.
    Bottom,
}

impl Viewport {
    /// The table.
    #[must_use]
    pub fn table(&self) -> &Table {
        &self.table
    }

    /// The first line shown.
    #[must_use]
    pub fn top(&self) -> usize {
        self.top
    }

    /// How many lines the screen has for the table.
    #[must_use]
    pub fn height(&self) -> usize {
        self.height
    }

    /// The number of the current block.
    #[must_use]
    pub fn current(&self) -> usize {
        self.current
    }

    /// The first entry of the current block.
    #[must_use]
    pub fn entry(&self) -> Option<usize> {
        self.table.blocks().get(self.current).map(|block| block.entries.start)
    }

    /// By how many lines the second column is ahead of the first.
    #[must_use]
    pub fn drift(&self) -> isize {
        self.drift
    }

    /// The words at the top.
    #[must_use]
    pub fn place(&self) -> Option<Place> {
        self.table.place(self.top)
    }

    /// Shows another table, or the same one laid out anew: with those words at the top, and on the block of that entry.
    pub fn show(&mut self, table: Table, height: usize, place: Option<Place>, entry: Option<usize>) {
        self.table = table;
        self.height = height;
        self.drift = 0;
        let top = place.and_then(|place| self.table.line_of(place)).unwrap_or(0);
        self.current = entry.and_then(|entry| self.table.block_of(entry)).unwrap_or_else(|| self.table.block_at(top));
        self.scroll_to(top);
        self.keep_current_in_view();
    }

    /// Moves.
    pub fn go(&mut self, motion: Motion) {
        match motion {
            Motion::Blocks(count) => (0..count.unsigned_abs().min(self.table.height())).for_each(|_| self.step(count < 0)),
            Motion::Lines(count) => {
                self.scroll_to(self.top.saturating_add_signed(count));
                self.keep_current_on_screen(count < 0);
            }
            Motion::Top => {
                self.current = 0;
                self.scroll_to(0);
            }
            Motion::Bottom => {
                self.current = self.table.blocks().len().saturating_sub(1);
                self.scroll_to(usize::MAX);
            }
        }
    }

    /// Scrolls one column alone.
    pub fn slide(&mut self, second: bool, lines: isize) {
        let last = self.table.height().saturating_sub(self.height);
        let at = if second { self.top.saturating_add_signed(self.drift) } else { self.top };
        let moved = at.saturating_add_signed(lines).min(last).cast_signed() - at.cast_signed();
        if second {
            self.drift += moved;
        } else {
            self.drift -= moved;
            self.top = self.top.saturating_add_signed(moved);
            self.keep_current_on_screen(moved < 0);
        }
    }

    /// Goes to the block of an entry and shows what leads up to it, the columns side by side again.
    pub fn go_to(&mut self, entry: usize) {
        let Some(block) = self.table.block_of(entry) else { return };
        self.current = block;
        self.drift = 0;
        let lines = self.table.lines_of(block);
        if lines.start < self.top || lines.end > self.top + self.height {
            self.scroll_to(lines.start.saturating_sub(self.height / 4));
            self.keep_current_in_view();
        }
    }

    /// Goes to the block on a row of the screen, which stays where it is.
    pub fn point_at(&mut self, row: usize) {
        let line = self.top + row;
        if line < self.table.height() {
            self.current = self.table.block_at(line);
        }
    }

    /// One block on; first the rest of one that is taller than the screen.
    fn step(&mut self, up: bool) {
        let lines = self.table.lines_of(self.current);
        let hidden_above = lines.start < self.top;
        let hidden_below = lines.end > self.top + self.height;
        if lines.len() > self.height && if up { hidden_above } else { hidden_below } {
            self.scroll_to(self.top.saturating_add_signed(if up { -1 } else { 1 }));
            return;
        }
        let last = self.table.blocks().len().saturating_sub(1);
        self.current = self.current.saturating_add_signed(if up { -1 } else { 1 }).min(last);
        let lines = self.table.lines_of(self.current);
        match (lines.len() > self.height, up) {
            (true, true) => self.scroll_to(lines.end.saturating_sub(self.height)),
            (true, false) => self.scroll_to(lines.start),
            (false, _) => self.keep_current_in_view(),
        }
    }

    fn scroll_to(&mut self, top: usize) {
        self.top = top.min(self.table.height().saturating_sub(self.height));
    }

    /// Scrolls as little as brings the current block wholly on the screen, or the start of one that does not fit.
    fn keep_current_in_view(&mut self) {
        let lines = self.table.lines_of(self.current);
        if lines.len() > self.height {
            if self.top >= lines.end || lines.start >= self.top + self.height {
                self.scroll_to(lines.start);
            }
        } else if lines.start < self.top {
            self.scroll_to(lines.start);
        } else if lines.end > self.top + self.height {
            self.scroll_to(lines.end - self.height);
        }
    }

    /// After scrolling: the current block is one that can be seen.
    fn keep_current_on_screen(&mut self, up: bool) {
        let lines = self.table.lines_of(self.current);
        if lines.end <= self.top || (!up && lines.start < self.top && lines.len() <= self.height) {
            self.current = self.first_whole_block();
        } else if lines.start >= self.top + self.height {
            let last = self.table.block_at(self.top + self.height.saturating_sub(1));
            // The lowest line may be the space above a block that is not on the screen.
            let begins = self.table.lines_of(last).start < self.top + self.height;
            self.current = if begins { last } else { last.saturating_sub(1) };
        }
    }

    /// The first block that begins on the screen, or the one that fills it.
    fn first_whole_block(&self) -> usize {
        let block = self.table.block_at(self.top);
        let next = block + 1;
        let begins = |block| self.table.lines_of(block).start;
        if begins(block) < self.top && next < self.table.blocks().len() && begins(next) < self.top + self.height { next } else { block }
    }
}

#[cfg(test)]
mod tests {
    use super::super::block::{Block, Cell};
    use super::super::minimap;
    use super::super::specimen::reports;
    use super::super::stops::Stops;
    use super::super::table::{Arrangement, Measure};
    use super::*;
    use crate::compare::Side;
    use crate::tui::theme::Role;

    /// Blocks of so many lines each, a space between them, in so many lines of the screen.
    fn viewport(heights: &[usize], height: usize) -> Viewport {
        let blocks = heights.iter().enumerate().map(|(number, &lines)| {
            let cell = Cell::own("word\n".repeat(lines), Role::Text);
            Block::one_sided(Side::Left, cell, number..number + 1)
        });
        let measure = Measure { arrangement: Arrangement::SideBySide, columns: 9, heading: 9 };
        let table = Table::lay_out(blocks.collect(), &reports(&[], &[], Vec::new()), measure);
        let mut viewport = Viewport::default();
        viewport.show(table, height, None, None);
        viewport
    }

    fn walk(viewport: &mut Viewport, motion: Motion, steps: usize) -> Vec<(usize, usize)> {
        let step = |_| {
            viewport.go(motion);
            (viewport.current(), viewport.top())
        };
        (0..steps).map(step).collect()
    }

    #[test]
    fn the_current_block_stays_in_sight() {
        let mut viewport = viewport(&[2, 2, 2, 2], 5);
        assert_eq!(walk(&mut viewport, Motion::Blocks(1), 4), [(1, 0), (2, 3), (3, 6), (3, 6)]);
        assert_eq!(walk(&mut viewport, Motion::Blocks(-1), 4), [(2, 6), (1, 3), (0, 0), (0, 0)]);
    }

    #[test]
    fn a_block_taller_than_the_screen_is_scrolled_through() {
        let mut viewport = viewport(&[1, 6, 1], 4);
        assert_eq!(walk(&mut viewport, Motion::Blocks(1), 5), [(1, 2), (1, 3), (1, 4), (2, 6), (2, 6)]);
        assert_eq!(walk(&mut viewport, Motion::Blocks(-1), 4), [(1, 4), (1, 3), (1, 2), (0, 0)]);
    }

    #[test]
    fn scrolling_takes_the_current_block_along() {
        let mut viewport = viewport(&[2, 2, 2, 2, 2], 6);
        viewport.go(Motion::Lines(4));
        assert_eq!((viewport.top(), viewport.current()), (4, 2));
        viewport.go(Motion::Bottom);
        assert_eq!((viewport.top(), viewport.current()), (8, 4));
        viewport.go(Motion::Lines(-8));
        assert_eq!((viewport.top(), viewport.current()), (0, 1));
    }

    #[test]
    fn a_jump_shows_what_leads_up_to_it() {
        let mut viewport = viewport(&[2; 20], 8);
        viewport.go_to(10);
        assert_eq!((viewport.current(), viewport.top()), (10, 28));
        viewport.go_to(11);
        assert_eq!((viewport.current(), viewport.top()), (11, 28), "what is in sight needs no scrolling");
    }

    #[test]
    fn a_column_slides_alone_until_a_jump() {
        let mut viewport = viewport(&[2; 20], 8);
        viewport.slide(true, 5);
        assert_eq!((viewport.top(), viewport.drift()), (0, 5));
        viewport.slide(false, 3);
        assert_eq!((viewport.top(), viewport.drift()), (3, 2));
        viewport.slide(true, isize::MIN);
        assert_eq!((viewport.top(), viewport.drift()), (3, -3));
        viewport.go_to(4);
        assert_eq!(viewport.drift(), 0);
    }

    #[test]
    fn the_map_shows_what_is_on_the_screen_and_where_stops_begin() {
        let viewport = viewport(&[2, 3, 3], 5);
        let map = minimap::cells(&viewport, &Stops::at_blocks([2]));
        assert_eq!(
            map.iter().map(|cell| (cell.stop, cell.on_screen)).collect::<Vec<_>>(),
            [(false, true), (false, true), (false, true), (true, false), (false, false)]
        );
        assert_eq!(minimap::cells(&self::viewport(&[2, 2], 5), &Stops::at_blocks([1])), []);
    }
}
