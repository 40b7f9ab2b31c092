//! What an action does on the library screen.

use rustc_hash::FxHashSet;

use super::State;
use super::group;
use super::layout::layout;
use super::rows::{Row, Shelf};
use crate::article::ArticleId;
use crate::export::citation;
use crate::library::Citation;
use crate::tui::action::Action;
use crate::tui::catalogue::Catalogue;
use crate::tui::effect::{ArticleRef, Effect};
use crate::tui::intent::{Intent, Opening, Question, Reply, Topic};
use crate::tui::scene::Scene;
use crate::tui::status::Status;

/// Carries out an action.
pub fn update(state: &mut State, action: Action, scene: &Scene<'_>) -> Vec<Intent> {
    if move_cursor(state, action, scene) {
        extend_range(state, scene.catalogue);
        return Vec::new();
    }
    match action {
        Action::OtherDown => scroll_preview(state, scene, 1),
        Action::OtherUp => scroll_preview(state, scene, -1),
        Action::Open => return open(state, scene),
        Action::Compare => return compare(state, scene),
        Action::EventSheet => return event_sheet(state, scene),
        Action::MergeEvents => return group::merge(state, scene.catalogue),
        Action::SplitEvent => return group::split(state, scene.catalogue),
        Action::Star => return change(state, scene, Catalogue::toggle_starred),
        Action::ToggleRead => return change(state, scene, Catalogue::toggle_read),
        Action::Select => select(state, scene),
        Action::SelectRange => select_range(state, scene.catalogue),
        Action::ShowAll => show(state, Shelf::All, scene.catalogue),
        Action::ShowUnread => show(state, Shelf::Unread, scene.catalogue),
        Action::ShowStarred => show(state, Shelf::Starred, scene.catalogue),
        Action::Find => return vec![Intent::Ask(Question { topic: Topic::Filter, text: state.filter.clone() })],
        Action::Cancel => clear(state, scene.catalogue),
        Action::CopyCitation | Action::CopyAddress | Action::CopyTitle => return copy(state, action, scene),
        _ => {}
    }
    Vec::new()
}

/// Takes the filter as it is typed.
pub fn answered(state: &mut State, topic: Topic, reply: Reply, scene: &Scene<'_>) -> Vec<Intent> {
    if topic == Topic::Filter {
        state.filter = match reply {
            Reply::Typing(text) | Reply::Done(text) => text,
            Reply::Cancelled => String::new(),
        };
        state.refresh(scene.catalogue);
    }
    Vec::new()
}

/// Moves the cursor over articles; `false` when the action is no movement.
fn move_cursor(state: &mut State, action: Action, scene: &Scene<'_>) -> bool {
    let page = usize::from(layout(scene).list.height).saturating_sub(2).max(1);
    let times = scene.times();
    let last = state.rows.len().saturating_sub(1);
    let (target, down) = match action {
        Action::MoveDown => return step(state, times, true),
        Action::MoveUp => return step(state, times, false),
        Action::HalfPageDown => (state.cursor + times * page.div_ceil(2), true),
        Action::HalfPageUp => (state.cursor.saturating_sub(times * page.div_ceil(2)), false),
        Action::PageDown => (state.cursor + times * page, true),
        Action::PageUp => (state.cursor.saturating_sub(times * page), false),
        Action::GoTop | Action::GoBottom => match scene.count {
            Some(number) => return go_to_number(state, number),
            None => (if action == Action::GoTop { 0 } else { last }, action == Action::GoTop),
        },
        _ => return false,
    };
    let target = target.min(last);
    if let Some(row) = state.article_from(target, down).or_else(|| state.article_from(target, !down)) {
        state.cursor = row;
    }
    true
}

/// Goes so many articles down or up.
fn step(state: &mut State, times: usize, down: bool) -> bool {
    for _ in 0..times.min(state.rows.len()) {
        let next = if down { Some(state.cursor + 1) } else { state.cursor.checked_sub(1) };
        match next.and_then(|next| state.article_from(next, down)) {
            Some(row) => state.cursor = row,
            None => break,
        }
    }
    true
}

/// Goes to the article of this number, counted from 1.
fn go_to_number(state: &mut State, number: usize) -> bool {
    let articles: Vec<usize> = (0..state.rows.len()).filter(|&row| matches!(state.rows.get(row), Some(Row::Article { .. }))).collect();
    if let Some(&row) = articles.get(number.saturating_sub(1)).or(articles.last()) {
        state.cursor = row;
    }
    true
}

fn scroll_preview(state: &mut State, scene: &Scene<'_>, direction: isize) {
    /// Lines that one key press scrolls: enough to get on, few enough to keep one's place.
    const LINES: usize = 3;
    let height = layout(scene).preview.map_or(0, |area| usize::from(area.height));
    state.preview.scroll(direction * (LINES * scene.times()).cast_signed(), height);
}

fn open(state: &State, scene: &Scene<'_>) -> Vec<Intent> {
    let Some(line) = state.current(scene.catalogue) else { return Vec::new() };
    let loaded = state.loaded_article(&line.id);
    vec![Intent::Open(Opening::Reader { article: ArticleRef::Kept(line.id.clone()), loaded, at: None })]
}

fn compare(state: &mut State, scene: &Scene<'_>) -> Vec<Intent> {
    match state.selected.as_slice() {
        [] => state.current(scene.catalogue).map(|line| Intent::compare_event(&line.id, scene.catalogue)).into_iter().collect(),
        [only] => match Intent::compare_event(only, scene.catalogue) {
            Intent::Say(status) => vec![Intent::Say(status.hint("Space selects a second"))],
            comparison => vec![comparison],
        },
        [left, right] => vec![Intent::compare(left, right)],
        more => {
            let text = format!("{} articles are selected; a comparison takes two", more.len());
            vec![Intent::Say(Status::plain(text).hint("C lays them all beside each other"))]
        }
    }
}

/// The sheet of the selected articles, or of the event of the one the cursor is on.
fn event_sheet(state: &State, scene: &Scene<'_>) -> Vec<Intent> {
    match state.selected.as_slice() {
        [] => state.current(scene.catalogue).map(|line| Intent::Event(line.id.clone())).into_iter().collect(),
        [only] => vec![Intent::Event(only.clone())],
        more => vec![Intent::Open(Opening::event(more.iter().cloned().map(ArticleRef::Kept).collect()))],
    }
}

/// The articles an action is for: the selected ones, or the cursor's.
pub(super) fn targets(state: &State, catalogue: &Catalogue) -> Vec<ArticleId> {
    if state.selected.is_empty() {
        return state.current(catalogue).map(|line| line.id.clone()).into_iter().collect();
    }
    state.selected.clone()
}

fn change(
    state: &mut State,
    scene: &Scene<'_>,
    toggle: impl Fn(&Catalogue, &[ArticleId]) -> Option<crate::tui::catalogue::Change>,
) -> Vec<Intent> {
    toggle(scene.catalogue, &targets(state, scene.catalogue)).map(Intent::Change).into_iter().collect()
}

fn select(state: &mut State, scene: &Scene<'_>) {
    for _ in 0..scene.times() {
        let Some(id) = state.current(scene.catalogue).map(|line| line.id.clone()) else { return };
        match state.selected.iter().position(|selected| *selected == id) {
            Some(place) => drop(state.selected.remove(place)),
            None => state.selected.push(id),
        }
        step(state, 1, true);
    }
}

/// Begins a range at the cursor; a second time, selects everything shown.
fn select_range(state: &mut State, catalogue: &Catalogue) {
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

fn extend_range(state: &mut State, catalogue: &Catalogue) {
    if let Some(start) = state.range {
        add_rows(state, start.min(state.cursor), start.max(state.cursor) + 1, catalogue);
    }
}

fn add_rows(state: &mut State, from: usize, to: usize, catalogue: &Catalogue) {
    let known: FxHashSet<ArticleId> = state.selected.iter().cloned().collect();
    let numbers = state.rows.iter().take(to).skip(from).filter_map(|row| match row {
        Row::Article { number, .. } => Some(*number),
        Row::Day(_) => None,
    });
    let ids = numbers.filter_map(|number| catalogue.articles.get(number)).map(|line| &line.id);
    state.selected.extend(ids.filter(|id| !known.contains(id)).cloned());
}

fn show(state: &mut State, shelf: Shelf, catalogue: &Catalogue) {
    state.shelf = shelf;
    state.refresh(catalogue);
}

/// Clears the range, then the selection, then filter and view.
fn clear(state: &mut State, catalogue: &Catalogue) {
    if state.range.take().is_some() {
        return;
    }
    if !state.selected.is_empty() {
        return state.selected.clear();
    }
    state.filter.clear();
    show(state, Shelf::All, catalogue);
}

fn copy(state: &State, action: Action, scene: &Scene<'_>) -> Vec<Intent> {
    let Some(line) = state.current(scene.catalogue) else { return Vec::new() };
    let citation = Citation::of_line(line);
    let text = match action {
        Action::CopyTitle => citation.title.clone().unwrap_or_default(),
        Action::CopyAddress => citation::address(&citation).to_owned(),
        _ => citation::reference(&citation),
    };
    vec![Intent::Run(Effect::Copy(text))]
}
