//! What the mouse does on the bookmarks screen.

use super::State;
use super::state::list_area;
use super::update::update;
use crate::tui::action::Action;
use crate::tui::intent::Intent;
use crate::tui::mouse::{Gesture, Mouse};
use crate::tui::scene::Scene;

/// Takes what the mouse does: the wheel goes from bookmark to bookmark, a click goes to one, a double click opens it.
pub fn pointed(state: &mut State, mouse: Mouse, scene: &Scene<'_>) -> Vec<Intent> {
    if let Some(down) = mouse.wheel() {
        return update(state, if down { Action::MoveDown } else { Action::MoveUp }, scene);
    }
    let Some(line) = mouse.row_of(list_area(scene.area)).map(|row| state.top + row) else { return Vec::new() };
    let mut below = 0;
    let entry = state.entries.iter().position(|(_, lines)| {
        below += lines.len();
        line < below
    });
    match (mouse.gesture, entry) {
        (Gesture::Click, Some(entry)) => state.cursor = entry,
        (Gesture::DoubleClick, Some(entry)) if state.cursor == entry => return update(state, Action::Open, scene),
        _ => {}
    }
    Vec::new()
}
