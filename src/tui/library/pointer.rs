//! What the mouse does on the library screen.

use super::State;
use super::layout::layout;
use super::rows::Row;
use super::update::{scroll_preview, update};
use crate::tui::action::Action;
use crate::tui::intent::Intent;
use crate::tui::mouse::{Gesture, Mouse, WHEEL_LINES};
use crate::tui::scene::Scene;

/// Takes what the mouse does: the wheel scrolls what is under it, a click goes to a line, a double click opens it.
pub fn pointed(state: &mut State, mouse: Mouse, scene: &Scene<'_>) -> Vec<Intent> {
    let layout = layout(scene);
    if let Some(down) = mouse.wheel() {
        match layout.preview {
            Some(preview) if mouse.at.x >= preview.x.saturating_sub(2) => scroll_preview(state, scene, if down { 1 } else { -1 }),
            _ => scroll_list(state, down, usize::from(layout.list.height)),
        }
        return Vec::new();
    }
    let row = mouse.row_of(layout.list).map(|row| state.top + row);
    let Some(row) = row.filter(|row| matches!(state.rows.get(*row), Some(Row::Article { .. } | Row::Event { .. }))) else {
        return Vec::new();
    };
    match mouse.gesture {
        Gesture::Click => state.cursor = row,
        Gesture::DoubleClick if state.cursor == row => return update(state, Action::Open, scene),
        _ => {}
    }
    Vec::new()
}

/// Scrolls the list; the cursor goes along only where it would leave the screen.
fn scroll_list(state: &mut State, down: bool, height: usize) {
    /// As many rows as a list keeps in sight around its cursor.
    const AROUND: usize = 3;
    let last = state.rows.len().saturating_sub(height);
    state.top = if down { (state.top + WHEEL_LINES).min(last) } else { state.top.saturating_sub(WHEEL_LINES) };
    let around = AROUND.min(height.saturating_sub(1) / 2);
    let first = if state.top == 0 { 0 } else { state.top + around };
    let end = if state.top == last { state.rows.len() } else { state.top + height - around };
    let wanted = state.cursor.clamp(first, end.saturating_sub(1).max(first));
    let stop = state.stop_from(wanted, wanted >= state.cursor).or_else(|| state.stop_from(wanted, wanted < state.cursor));
    state.cursor = if wanted == state.cursor { wanted } else { stop.unwrap_or(state.cursor) };
}
