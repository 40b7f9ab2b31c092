//! What the mouse does on the compare screen.

use super::State;
use super::choices::Tab;
use super::header;
use super::update::update;
use crate::text::width::width;
use crate::tui::action::Action;
use crate::tui::intent::Intent;
use crate::tui::mouse::{Gesture, Mouse, WHEEL_LINES};
use crate::tui::scene::Scene;
use crate::tui::theme::Role;

/// Takes what the mouse does: the wheel scrolls, a click goes to a tab, or to a row and a side, a double click opens the row.
pub fn pointed(state: &mut State, mouse: Mouse, scene: &Scene<'_>) -> Vec<Intent> {
    if let Some(down) = mouse.wheel() {
        let scene = Scene { count: Some(WHEEL_LINES), ..*scene };
        return update(state, if down { Action::MoveDown } else { Action::MoveUp }, &scene);
    }
    let row = state.shown.as_ref().and_then(|shown| mouse.row_of(shown.geometry().body));
    if let (Gesture::Click, Some(row), Some(shown)) = (mouse.gesture, row, state.shown.as_mut()) {
        shown.viewport.point_at(row);
    }
    match mouse.gesture {
        Gesture::Click => match clicked(state, mouse, scene) {
            Some(action) => update(state, action, scene),
            None => Vec::new(),
        },
        Gesture::DoubleClick if row.is_some() => update(state, Action::Open, scene),
        _ => Vec::new(),
    }
}

/// What a click on this cell means.
fn clicked(state: &State, mouse: Mouse, scene: &Scene<'_>) -> Option<Action> {
    let shown = state.shown.as_ref()?;
    let geometry = shown.geometry();
    let lines = header::lines(&shown.reports, shown.choices, geometry.measure, scene.area.height);
    if let Some(words) = mouse.row_of(geometry.header).and_then(|row| lines.get(row))
        && let Some(tab) = tab_at(words, usize::from(mouse.at.x - geometry.header.x))
    {
        return Some(match tab {
            Tab::Passages => Action::TabPassages,
            Tab::Quotes => Action::TabQuotes,
            Tab::Figures => Action::TabFigures,
            Tab::Names => Action::TabNames,
        });
    }
    let is_left = mouse.at.x < geometry.body.x + geometry.body.width / 2;
    Some(if is_left { Action::FocusLeft } else { Action::FocusRight })
}

/// The tab whose name stands on this cell of a line of the header.
fn tab_at(words: &header::Words, cell: usize) -> Option<Tab> {
    let (mut end, mut tabs) = (0, Tab::ALL.into_iter());
    for (role, words) in words {
        let tab = matches!(role, Role::Tab | Role::TabActive).then(|| tabs.next()).flatten();
        end += width(words);
        if cell < end {
            return tab;
        }
    }
    None
}
