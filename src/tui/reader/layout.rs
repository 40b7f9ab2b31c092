//! Where the text column stands.

use ratatui::layout::Rect;

/// The narrowest and the widest column of text that reads well, in cells.
pub(super) const MEASURES: std::ops::RangeInclusive<u16> = 66..=80;
/// Cells by which one key press changes the column.
pub(super) const STEP: u16 = 2;
/// Cells left of the text for the cursor's mark and the bookmarks' marks.
const MARGIN: u16 = 3;

/// The column in the middle of the screen, one empty line above it where there is room.
pub(super) fn column(area: Rect, measure: u16) -> Rect {
    let width = measure.min(area.width.saturating_sub(MARGIN + 1));
    let above = u16::from(area.height > 12);
    let x = area.x + ((area.width - width) / 2).max(MARGIN.min(area.width));
    Rect { x, y: area.y + above, width, height: area.height - above }
}

/// The margin left of the column.
pub(super) fn margin(column: Rect, area: Rect) -> Rect {
    let x = column.x.saturating_sub(MARGIN).max(area.x);
    Rect { x, width: column.x - x, ..column }
}
