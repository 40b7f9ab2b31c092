//! What the mouse does on the event sheet.

use super::State;
use super::layout::{GAP, GUTTER};
use super::state::table_area;
use super::update::update;
use crate::tui::action::Action;
use crate::tui::intent::Intent;
use crate::tui::mouse::{Gesture, Mouse};
use crate::tui::scene::Scene;

/// Takes what the mouse does: the wheel moves, a click goes to a row and a report, a double click opens the report there.
pub fn pointed(state: &mut State, mouse: Mouse, scene: &Scene<'_>) -> Vec<Intent> {
    if let Some(down) = mouse.wheel() {
        return update(state, if down { Action::MoveDown } else { Action::MoveUp }, scene);
    }
    let Some(row) = mouse.row_of(table_area(scene.area)).and_then(|line| state.row_at(line)) else { return Vec::new() };
    let is_there = row == state.cursor;
    match mouse.gesture {
        Gesture::Click => {
            state.cursor = row;
            state.focused = report_at(state, mouse.at.x.saturating_sub(scene.area.x)).unwrap_or(state.focused);
            state.fit(scene);
        }
        Gesture::DoubleClick if is_there => return update(state, Action::Open, scene),
        _ => {}
    }
    Vec::new()
}

/// The report whose column this cell is in.
fn report_at(state: &State, cell: u16) -> Option<usize> {
    let columns = state.columns;
    let right = usize::from(cell).checked_sub(GUTTER + columns.about)?;
    let report = columns.first + right / (columns.report + GAP);
    columns.reports().contains(&report).then_some(report)
}
