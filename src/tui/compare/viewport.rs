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

    /// Whether the whole table is on the screen.
    #[must_use]
    pub fn shows_all(&self) -> bool {
        self.table.height() <= self.height
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
            Motion::Blocks(count) => (0..count.unsigned_abs()).for_each(|_| self.step(count < 0)),
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
        let moved = at.saturating_add_signed(lines).min(last) as isize - at as isize;
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
            self.current = self.table.block_at(self.top + self.height.saturating_sub(1));
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
