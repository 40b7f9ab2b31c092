//! Scrolling: rows that stand higher or lower than before are moved by the terminal itself instead of being written anew.

use std::hash::Hasher;
use std::ops::Range;

use ratatui::buffer::Cell;
use rustc_hash::FxHasher;

use super::pen::is_blank;

/// To move rows costs about as many bytes as to write so many rows of text.
const FEWEST_ROWS: isize = 4;
/// At the right edge stands what does not go with the rows: the map of a comparison.
const EDGE: usize = 2;

/// Rows that move together.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Scroll {
    /// The rows within which all move; those that are pushed over an end are gone, at the other end empty ones come in.
    pub rows: Range<usize>,
    /// By how many rows, upwards where it is positive.
    pub by: isize,
}

impl Scroll {
    /// The move that leaves the fewest rows to be written, where one is worth it.
    pub(super) fn between(before: &[Cell], after: &[Cell], columns: usize) -> Option<Self> {
        let [before, after] = [before, after].map(|cells| cells.chunks(columns).map(text_of).collect::<Vec<_>>());
        let height = after.len();
        let pairs = || {
            let changed = (0..height).filter(|&row| after.get(row) != before.get(row));
            changed
                .flat_map(|to| (0..height).map(move |from| (from, to)))
                .filter(|&(from, to)| from != to && alike(&before, from, &after, to))
        };
        // How often each distance is met, from as far down to as far up as there are rows.
        let mut met = vec![0_usize; 2 * height];
        for (from, to) in pairs() {
            met.iter_mut().skip(height + from - to).take(1).for_each(|count| *count += 1);
        }
        let (best, _) = met.iter().enumerate().max_by_key(|(_, count)| **count)?;
        let by = best.cast_signed() - height.cast_signed();
        let moved = || pairs().filter(|&(from, to)| from.cast_signed() - to.cast_signed() == by);
        let first = moved().map(|(from, to)| from.min(to)).min()?;
        let last = moved().map(|(from, to)| from.max(to)).max()?;
        let stays = (first..=last).filter(|&row| alike(&before, row, &after, row)).count();
        let gain = moved().count().cast_signed() - stays.cast_signed();
        (gain >= FEWEST_ROWS).then_some(Self { rows: first..last + 1, by })
    }

    /// Moves the rows of a frame.
    pub(super) fn apply(&self, frame: &mut [Cell], columns: usize) {
        let Some(rows) = frame.get_mut(self.rows.start * columns..self.rows.end * columns) else { return };
        let cells = self.by.unsigned_abs() * columns;
        let kept = rows.len().saturating_sub(cells);
        if self.by > 0 {
            rows.rotate_left(cells.min(rows.len()));
            rows.iter_mut().skip(kept).for_each(Cell::reset);
        } else {
            rows.rotate_right(cells.min(rows.len()));
            rows.iter_mut().take(cells).for_each(Cell::reset);
        }
    }

    /// What has a terminal move the rows: margins, the deletion or insertion of lines at the upper one, and no margins again.
    pub(super) fn command(&self) -> String {
        let Self { rows: Range { start, end }, by } = self;
        let command = if *by > 0 { 'M' } else { 'L' };
        format!("\x1b[{top};{end}r\x1b[{top}H\x1b[{lines}{command}\x1b[r", top = start + 1, lines = by.unsigned_abs())
    }
}

/// Stands for the characters of a row; nothing where it is empty.
fn text_of(row: &[Cell]) -> Option<u64> {
    let mut hasher = FxHasher::default();
    let mut is_empty = true;
    for cell in row.iter().take(row.len().saturating_sub(EDGE)) {
        is_empty &= is_blank(cell);
        match cell.symbol().as_bytes() {
            [letter] => hasher.write_u8(*letter),
            symbol => hasher.write(symbol),
        }
    }
    (!is_empty).then(|| hasher.finish())
}

/// Whether a row after has the text of a row before.
fn alike(before: &[Option<u64>], from: usize, after: &[Option<u64>], to: usize) -> bool {
    let text = after.get(to).copied().flatten();
    text.is_some() && before.get(from).copied().flatten() == text
}

#[cfg(test)]
mod tests {
    use ratatui::buffer::Buffer;

    use super::*;

    fn frame(rows: &[&str]) -> Buffer {
        Buffer::with_lines(rows.iter().map(|row| format!("{row:<8}")))
    }

    #[test]
    fn rows_that_stand_elsewhere_are_found_and_moved() {
        let heads = ["head", "", "a", "b", "c", "d", "e", "f", "foot 1"];
        for (after, want) in [
            (["head", "", "c", "d", "e", "f", "g", "h", "foot 2"], Some((2..8, 2))),
            (["head", "", "y", "z", "a", "b", "c", "d", "foot 0"], Some((2..8, -2))),
            (["head", "", "a", "b", "c", "d", "e", "f", "foot 2"], None),
            (["head", "", "e", "f", "g", "h", "i", "j", "foot 2"], None),
        ] {
            let (mut before, after) = (frame(&heads), frame(&after));
            let scroll = Scroll::between(&before.content, &after.content, 8);
            assert_eq!(scroll.as_ref().map(|scroll| (scroll.rows.clone(), scroll.by)), want, "{after:?}");
            if let Some(scroll) = scroll {
                scroll.apply(&mut before.content, 8);
                let kept = before.content.chunks(8).zip(after.content.chunks(8)).filter(|(before, after)| before == after).count();
                assert_eq!(kept, 6, "two of the head and four that moved");
            }
        }
    }
}
