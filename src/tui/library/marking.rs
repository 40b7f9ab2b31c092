//! Selecting articles, one by one, by range or all that are listed; of an event, all its reports.

use super::State;
use super::update::step;
use crate::article::ArticleId;
use crate::tui::catalogue::Catalogue;
use crate::tui::scene::Scene;

/// The articles an action is for: the selected ones, or those of the cursor's row.
pub(super) fn targets(state: &State, catalogue: &Catalogue) -> Vec<ArticleId> {
    if !state.selection.ids().is_empty() {
        return state.selection.ids().to_vec();
    }
    ids_of(state, state.cursor, catalogue)
}

/// Selects the articles of the cursor's row, or takes them out where all of them are selected, and goes on.
pub(super) fn select(state: &mut State, scene: &Scene<'_>) {
    for _ in 0..scene.times().min(state.rows.len()) {
        let ids = ids_of(state, state.cursor, scene.catalogue);
        let is_selected = ids.iter().all(|id| state.selection.has(id));
        for id in &ids {
            if is_selected { state.selection.remove(id) } else { state.selection.add(id) }
        }
        step(state, 1, true);
    }
}

/// Begins a range at the cursor; a second time, selects everything listed.
pub(super) fn select_range(state: &mut State, catalogue: &Catalogue) {
    if state.range == Some(state.cursor) {
        add_rows(state, 0, state.rows.len(), catalogue);
        state.range = None;
    } else if state.range.is_some() {
        state.range = None;
    } else {
        state.range = Some(state.cursor);
        extend_range(state, catalogue);
    }
}

/// Selects what lies between the range's beginning and the cursor.
pub(super) fn extend_range(state: &mut State, catalogue: &Catalogue) {
    if let Some(start) = state.range {
        add_rows(state, start.min(state.cursor), start.max(state.cursor) + 1, catalogue);
    }
}

fn add_rows(state: &mut State, from: usize, to: usize, catalogue: &Catalogue) {
    for row in from..to.min(state.rows.len()) {
        for id in ids_of(state, row, catalogue) {
            state.selection.add(&id);
        }
    }
}

fn ids_of(state: &State, row: usize, catalogue: &Catalogue) -> Vec<ArticleId> {
    let row = state.rows.get(row).into_iter();
    row.flat_map(|row| state.articles_of(row, catalogue)).map(|line| line.id.clone()).collect()
}
