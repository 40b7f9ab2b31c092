//! The minimap: where in the whole table the differences lie, and which part is shown.

use super::table::{Mark, Table};

/// One cell of the map.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Bucket {
    /// The weightiest mark of the lines it stands for.
    pub mark: Option<Mark>,
    /// Whether some of these lines are on the screen.
    pub shown: bool,
}

/// The map in so many cells of a table of which `height` lines from `top` on are shown; empty when all of it is.
#[must_use]
pub fn buckets(table: &Table, top: usize, height: usize) -> Vec<Bucket> {
    let total = table.height();
    if total <= height || height == 0 {
        return Vec::new();
    }
    let map = (0..height).map(|cell| {
        let lines = cell * total / height..((cell + 1) * total).div_ceil(height);
        let blocks = table.block_at(lines.start)..=table.block_at(lines.end - 1);
        let mark = table.blocks().get(blocks).unwrap_or_default().iter().filter_map(|block| block.mark).max_by_key(|mark| mark.weight());
        Bucket { mark, shown: lines.start < top + height && top < lines.end }
    });
    map.collect()
}
