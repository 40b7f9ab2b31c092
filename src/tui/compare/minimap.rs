//! The minimap: where in the whole table the differences lie.

use super::block::Mark;
use super::table::Table;

/// For each cell of a map of so many cells, the weightiest mark of the blocks that begin in its part of the table.
///
/// A block stands in the cell of its first line alone, so that a long one weighs no more than a short one.
#[must_use]
pub fn marks(table: &Table, cells: usize) -> Vec<Option<Mark>> {
    let mut map = vec![None; cells];
    for (number, block) in table.blocks().iter().enumerate() {
        if let Some(slot) = map.get_mut(cell(table, cells, table.lines_of(number).start)) {
            *slot = (*slot).into_iter().chain(block.mark).max_by_key(|mark: &Mark| mark.weight());
        }
    }
    map
}

/// The cell that stands for a line of the table.
#[must_use]
pub fn cell(table: &Table, cells: usize, line: usize) -> usize {
    line * cells / table.height().max(1)
}
