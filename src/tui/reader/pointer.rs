//! What the mouse does in the reader.

use super::State;
use super::layout::column;
use super::motion::scroll;
use super::passage::Unit;
use super::state::Selection;
use crate::tui::mouse::{Gesture, Mouse, WHEEL_LINES};
use crate::tui::scene::Scene;

/// Takes what the mouse does: the wheel scrolls, a click goes to a word, dragging and double clicks select words.
pub fn pointed(state: &mut State, mouse: Mouse, scene: &Scene<'_>) {
    if let Some(down) = mouse.wheel() {
        return turn(state, if down { 1 } else { -1 } * WHEEL_LINES.cast_signed(), scene);
    }
    let word = word_at(state, mouse, scene);
    match (mouse.gesture, word) {
        (Gesture::Click, word) => {
            state.selection = None;
            state.pressed = word;
            state.cursor = word.unwrap_or(state.cursor);
        }
        (Gesture::DoubleClick, Some(word)) => {
            state.cursor = word;
            state.selection = Some(Selection { anchor: word, unit: Unit::Word });
        }
        (Gesture::Drag, word) => drag(state, word, mouse, scene),
        (Gesture::Release, _) => state.pressed = None,
        _ => {}
    }
}

/// Selects from the word pressed on to this one; at the edges the page goes along.
fn drag(state: &mut State, word: Option<usize>, mouse: Mouse, scene: &Scene<'_>) {
    let Some(anchor) = state.pressed else { return };
    let column = column(scene.area, scene.measure);
    if mouse.at.y < column.y {
        state.page.top = state.page.top.saturating_sub(1);
    } else if mouse.at.y >= column.bottom().saturating_sub(1) {
        state.page.top = (state.page.top + 1).min(state.page.last_top());
    }
    if let Some(word) = word.filter(|&word| state.selection.is_some() || word != anchor) {
        state.selection = Some(Selection { anchor, unit: Unit::Word });
        state.cursor = word;
    }
}

/// The first byte of the word under the mouse.
fn word_at(state: &State, mouse: Mouse, scene: &Scene<'_>) -> Option<usize> {
    let body = state.body()?;
    let column = column(scene.area, scene.measure);
    let row = usize::from(mouse.at.y.checked_sub(column.y)?);
    let cells = usize::from(mouse.at.x.saturating_sub(column.x));
    let offset = state.page.prose.offset_at(body.text(), state.page.top + row, cells)?;
    Some(Unit::Word.at(body, offset).start)
}

/// Scrolls the page; a selection stays as it is.
fn turn(state: &mut State, lines: isize, scene: &Scene<'_>) {
    if state.selection.is_some() {
        state.page.top = state.page.top.saturating_add_signed(lines).min(state.page.last_top());
    } else if state.body().is_some() {
        scroll(state, lines, scene);
    }
}
