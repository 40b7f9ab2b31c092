//! The minimap: where in the whole table the differences lie, and which part is shown.

use super::table::{Mark, Table};

/// One cell of the map.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Bucket {
    /// The weightiest mark of the blocks that begin there.
    pub mark: Option<Mark>,
    /// Whether some of these lines are on the screen.
    pub shown: bool,
}

/// The map in so many cells of a table of which `height` lines from `top` on are shown; empty when all of it is.
///
/// A block stands in the cell of its first line, so that a long one weighs no more than a short one.
#[must_use]
pub fn buckets(table: &Table, top: usize, height: usize) -> Vec<Bucket> {
    let total = table.height();
    if total <= height || height == 0 {
        return Vec::new();
    }
    let cell = |line: usize| line * height / total;
    let shown = cell(top)..=cell((top + height - 1).min(total - 1));
    let mut map: Vec<Bucket> = (0..height).map(|number| Bucket { mark: None, shown: shown.contains(&number) }).collect();
    for (number, block) in table.blocks().iter().enumerate() {
        if let Some(bucket) = map.get_mut(cell(table.lines_of(number).start)) {
            bucket.mark = bucket.mark.into_iter().chain(block.mark).max_by_key(|mark| mark.weight());
        }
    }
    map
}
