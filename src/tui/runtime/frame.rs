//! Frames: what of the screen is another one than before, as few bytes for the terminal.
//!
//! Every key costs what it changes: a row that is the same is not looked at twice, rows that only moved are moved by the terminal, the pen keeps its style from frame to frame, a short
//! stretch that stays is written over where that is shorter than to move past it, and an empty rest of a row is erased.

use std::hash::{Hash, Hasher};
use std::io::Write;
use std::ops::Range;

use ratatui::buffer::{Buffer, Cell};
use ratatui::layout::{Position, Rect};
use rustc_hash::FxHasher;

use super::pen::{Pen, is_blank, shows_same};
use super::scroll::Scroll;
use crate::text::width::width;
use crate::tui::painted::{Link, Painted};

/// A frame of more bytes is shown whole or not at all (mode 2026); one that is shorter reaches the terminal in one piece anyway.
const MOST_UNGUARDED: usize = 512;
/// So many cells that stay are written over rather than passed by: a move takes four bytes.
const SHORT_GAP: u16 = 4;
/// An empty rest of so few cells is written as blanks: to erase it takes three bytes.
const SHORT_REST: u16 = 3;
/// Where fewer rows change, no look is taken whether they have only moved.
const FEWEST_TO_SCROLL: usize = 6;

/// What the terminal shows, and what it is to show next.
#[derive(Debug, Default)]
pub(super) struct Frames {
    shown: Buffer,
    next: Buffer,
    /// What the terminal shows is not known: every cell is drawn.
    is_unknown: bool,
    pen: Pen,
    /// Where the terminal writes next, where that is known.
    at: Option<Position>,
    cursor: Option<Position>,
    /// The links of the last frame, and of the next one.
    links: [Vec<Link>; 2],
    /// The number of the link that is being written.
    open: Option<usize>,
    out: Vec<u8>,
    /// What of each row of the next frame is another than before.
    changes: Vec<Option<Range<usize>>>,
}

impl Frames {
    /// Forgets what the terminal shows.
    pub(super) fn forget(&mut self) {
        self.is_unknown = true;
    }

    /// Paints the next frame and gives the bytes that turn the last one into it; none where nothing changed. `paint` gives what it has
    /// besides its cells.
    pub(super) fn draw(&mut self, area: Rect, paint: impl FnOnce(&mut Buffer) -> Painted) -> &[u8] {
        self.out.clear();
        if self.shown.area != area {
            self.shown.resize(area);
            self.is_unknown = true;
        }
        self.next.resize(area);
        self.next.content.fill(Cell::EMPTY);
        let Painted { cursor, links } = paint(&mut self.next);
        self.links[1] = links;
        if self.is_unknown {
            self.begin_anew();
        }
        let (mut shown, mut next) = (std::mem::take(&mut self.shown), std::mem::take(&mut self.next));
        let columns = usize::from(area.width).max(1);
        self.find_changes(&shown.content, &next.content, columns);
        if self.scroll(&mut shown.content, &next.content, columns) {
            self.find_changes(&shown.content, &next.content, columns);
        }
        let rows = shown.content.chunks(columns).zip(next.content.chunks_mut(columns)).zip(area.y..);
        for (number, ((before, after), y)) in rows.enumerate() {
            let is_linked = self.links.iter().flatten().any(|link| link.start.y == y);
            let within = if is_linked { Some(0..after.len()) } else { self.changes.get(number).cloned().flatten() };
            if let Some(within) = within {
                mend(after);
                self.row(before, after, within, Position::new(area.x, y));
            }
        }
        self.link(None);
        self.place_cursor(cursor);
        (self.shown, self.next) = (next, shown);
        self.links.swap(0, 1);
        if self.out.len() > MOST_UNGUARDED {
            self.out.splice(0..0, *b"\x1b[?2026h");
            self.out.extend_from_slice(b"\x1b[?2026l");
        }
        &self.out
    }

    /// Notes what of each row changed.
    fn find_changes(&mut self, before: &[Cell], after: &[Cell], columns: usize) {
        self.changes.clear();
        self.changes.extend(before.chunks(columns).zip(after.chunks(columns)).map(|(before, after)| changed(before, after)));
    }

    /// Has the terminal move the rows that only stand elsewhere; `false` where there are none.
    fn scroll(&mut self, before: &mut [Cell], after: &[Cell], columns: usize) -> bool {
        // Links go with their rows, but would have to be looked for where they have gone.
        let may_scroll = self.links.iter().all(Vec::is_empty) && self.changes.iter().flatten().count() >= FEWEST_TO_SCROLL;
        let Some(scroll) = may_scroll.then(|| Scroll::between(before, after, columns)).flatten() else { return false };
        scroll.apply(before, columns);
        // The lines that come in take the colour of the pen.
        self.pen.put_down(&mut self.out);
        self.out.extend_from_slice(scroll.command().as_bytes());
        self.at = None;
        true
    }

    /// Empties the terminal, so that what it shows is known again.
    fn begin_anew(&mut self) {
        self.is_unknown = false;
        self.shown.reset();
        self.pen = Pen::default();
        (self.at, self.cursor) = (None, None);
        self.links[0].clear();
        self.out.extend_from_slice(b"\x1b[?25l\x1b[m\x1b[2J");
    }

    /// Writes what of a row changed, which is none of it outside of `within`; `start` is its first cell.
    fn row(&mut self, before: &[Cell], after: &[Cell], within: Range<usize>, start: Position) {
        let columns = after.len();
        let rest = after.iter().rposition(|cell| !Pen::leaves_empty(cell)).map_or(0, |last| last + 1);
        // A cell that a wide character was or is laid over is drawn whatever it shows: who erases half of one erases all of it.
        let mut torn = 0;
        // A wide character of which the second half was written over begins one cell before.
        let mut x = within.start.saturating_sub(1);
        while x < within.end.max(torn) {
            let (Some(cell), Some(old)) = (after.get(x), before.get(x)) else { return };
            let cells = columns_of(cell);
            let covered = before.get(x..x + cells).unwrap_or_default();
            let at = Position::new(start.x + x as u16, start.y);
            let is_changed =
                x < torn || !shows_same(cell, old) || self.leads_elsewhere(at) || covered.iter().skip(1).any(|cell| columns_of(cell) > 1);
            if is_changed {
                let is_erased = x >= rest && columns - x > usize::from(SHORT_REST);
                self.move_to(at, after, start.x);
                self.link(self.links[1].iter().position(|link| link.holds(at)));
                if is_erased {
                    self.pen.put_down(&mut self.out);
                    self.out.extend_from_slice(b"\x1b[K");
                    return;
                }
                self.write(cell, cells as u16, start.x + columns as u16);
                let last_covered = covered.iter().enumerate().map(|(number, cell)| number + columns_of(cell)).max().unwrap_or(1);
                torn = torn.max(x + last_covered);
            }
            x += cells;
        }
    }

    /// Writes a cell where the terminal stands.
    fn write(&mut self, cell: &Cell, cells: u16, end: u16) {
        self.pen.take(cell, &mut self.out);
        self.out.extend_from_slice(cell.symbol().as_bytes());
        // At the end of a row terminals stand in different places.
        self.at = self.at.map(|at| Position { x: at.x + cells, ..at }).filter(|at| at.x < end);
    }

    /// Whether a cell leads to another address than before.
    fn leads_elsewhere(&self, at: Position) -> bool {
        let [before, after] = &self.links;
        let address = |links: &[Link]| links.iter().find(|link| link.holds(at)).map(|link| id(&link.address));
        (!before.is_empty() || !after.is_empty()) && address(before) != address(after)
    }

    /// Begins a link (OSC 8), or ends the one that is being written.
    fn link(&mut self, number: Option<usize>) {
        if self.open == number {
            return;
        }
        self.open = number;
        let address = number.and_then(|number| self.links[1].get(number)).map_or("", |link| link.address.as_str());
        // The parts of an address on several lines are one link.
        let _ = match address {
            "" => self.out.write_all(b"\x1b]8;;\x1b\\"),
            address => write!(self.out, "\x1b]8;id={:x};{address}\x1b\\", id(address)),
        };
    }

    /// Goes to a cell of a row: over what stays, past it, or from anywhere.
    fn move_to(&mut self, to: Position, row: &[Cell], first: u16) {
        let gap = self.at.filter(|at| at.y == to.y && at.x <= to.x).map(|at| (at.x, to.x - at.x));
        match gap {
            Some((_, 0)) => return,
            Some((from, gap)) => {
                let between = row.get(usize::from(from - first)..usize::from(to.x - first)).unwrap_or_default();
                if gap <= SHORT_GAP
                    && self.links[1].is_empty()
                    && between.iter().all(|cell| cell.symbol().len() == 1 && self.pen.writes(cell))
                {
                    for cell in between {
                        self.out.extend_from_slice(cell.symbol().as_bytes());
                    }
                } else if gap == 1 {
                    self.out.extend_from_slice(b"\x1b[C");
                } else {
                    self.command(format_args!("\x1b[{gap}C"));
                }
            }
            None => self.command(format_args!("\x1b[{};{}H", to.y + 1, to.x + 1)),
        }
        self.at = Some(to);
    }

    fn place_cursor(&mut self, cursor: Option<Position>) {
        if let Some(to) = cursor.filter(|to| self.cursor != cursor || self.at != Some(*to)) {
            self.command(format_args!("\x1b[{};{}H", to.y + 1, to.x + 1));
            self.at = Some(to);
        }
        match (self.cursor, cursor) {
            (None, Some(_)) => self.out.extend_from_slice(b"\x1b[?25h"),
            (Some(_), None) => self.out.extend_from_slice(b"\x1b[?25l"),
            _ => {}
        }
        self.cursor = cursor;
    }

    fn command(&mut self, command: std::fmt::Arguments<'_>) {
        // A vector takes whatever is written to it.
        let _ = self.out.write_fmt(command);
    }
}

/// The cells of a row from the first to the last one that is another than before.
fn changed(before: &[Cell], after: &[Cell]) -> Option<Range<usize>> {
    let first = before.iter().zip(after).position(|(before, after)| before != after)?;
    let last = before.iter().zip(after).rposition(|(before, after)| before != after)?;
    Some(first..last + 1)
}

/// A short name for an address.
fn id(address: &str) -> u64 {
    let mut hasher = FxHasher::default();
    address.hash(&mut hasher);
    hasher.finish()
}

/// Takes away the characters of two cells of which the second one has been written over since, or is not there.
fn mend(row: &mut [Cell]) {
    for x in 0..row.len() {
        let cells = row.get(x).filter(|cell| !cell.symbol().is_ascii()).map_or(1, columns_of);
        let is_whole = cells < 2 || row.get(x + 1..x + cells).is_some_and(|covered| covered.iter().all(is_blank));
        if let Some(cell) = row.get_mut(x).filter(|_| !is_whole) {
            cell.set_symbol(" ");
        }
    }
}

/// The cells that a cell's character takes.
fn columns_of(cell: &Cell) -> usize {
    if is_blank(cell) { 1 } else { width(cell.symbol()).max(1) }
}

#[cfg(test)]
mod tests;
