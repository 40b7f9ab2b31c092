//! The minimap: which part of the table is on the screen, and where in the whole of it lies what is stepped through.

use super::stops::Stops;
use super::viewport::Viewport;

/// A cell of the map.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Cell {
    /// Whether a stop begins in the part of the table that the cell stands for.
    pub stop: bool,
    /// Whether any of that part is on the screen.
    pub on_screen: bool,
}

/// A cell for each line of the screen; none where the whole table is on it.
#[must_use]
pub fn cells(viewport: &Viewport, stops: &Stops) -> Vec<Cell> {
    let (table, height) = (viewport.table(), viewport.height());
    if table.height() <= height {
        return Vec::new();
    }
    let cell = |line: usize| line * height / table.height();
    let shown = cell(viewport.top())..=cell((viewport.top() + height).saturating_sub(1));
    let mut map: Vec<Cell> = (0..height).map(|number| Cell { stop: false, on_screen: shown.contains(&number) }).collect();
    for block in stops.blocks() {
        if let Some(cell) = map.get_mut(cell(table.lines_of(block).start)) {
            cell.stop = true;
        }
    }
    map
}
