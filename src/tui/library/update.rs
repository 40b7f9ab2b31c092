//! What an action does on the library screen.

use super::State;
use super::arrangement::Arrangement;
use super::group;
use super::layout::layout;
use super::marking::{extend_range, select, select_range, targets};
use super::query::Query;
use super::rows::{Row, Shelf};
use super::why;
use crate::article::ArticleId;
use crate::export::citation;
use crate::library::{Citation, Remembered};
use crate::tui::action::Action;
use crate::tui::catalogue::{Catalogue, Change};
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
        Action::Why => return why::ask(state, scene.catalogue),
        Action::Star => return change(state, scene, Catalogue::toggle_starred),
        Action::ToggleRead => return change(state, scene, Catalogue::toggle_read),
        Action::Select => select(state, scene),
        Action::SelectRange => select_range(state, scene.catalogue),
        Action::ShowAll => show(state, Shelf::All, scene.catalogue),
        Action::ShowUnread => show(state, Shelf::Unread, scene.catalogue),
        Action::ShowStarred => show(state, Shelf::Starred, scene.catalogue),
        Action::SortByDate => return arrange(state, Arrangement::Date, scene.catalogue),
        Action::SortBySource => return arrange(state, Arrangement::Source, scene.catalogue),
        Action::SortByTitle => return arrange(state, Arrangement::Title, scene.catalogue),
        Action::SortUnreadFirst => return arrange(state, Arrangement::UnreadFirst, scene.catalogue),
        Action::GroupByEvent => return arrange(state, Arrangement::Events, scene.catalogue),
        Action::ToggleFold | Action::FoldAll | Action::UnfoldAll => return fold(state, action, scene.catalogue),
        Action::Find => {
            state.begin_filter();
            return vec![Intent::Ask(Question { topic: Topic::Filter, text: state.filter.clone() })];
        }
        Action::Cancel => clear(state, scene.catalogue),
        Action::CopyCitation | Action::CopyAddress | Action::CopyTitle => return copy(state, action, scene),
        _ => {}
    }
    Vec::new()
}

/// Takes the filter as it is typed; says what is wrong in a finished one.
pub fn answered(state: &mut State, topic: Topic, reply: Reply, scene: &Scene<'_>) -> Vec<Intent> {
    if topic != Topic::Filter {
        return Vec::new();
    }
    let problems = match &reply {
        Reply::Done(text) => Query::parse(text).problems,
        Reply::Typing(_) | Reply::Cancelled => Vec::new(),
    };
    match reply {
        Reply::Typing(text) | Reply::Done(text) => state.set_filter(text, scene.catalogue),
        Reply::Cancelled => state.drop_filter(scene.catalogue),
    }
    let problem = problems.into_iter().next();
    problem.map(|problem| Intent::Say(Status::plain(problem).hint("left out of the filter"))).into_iter().collect()
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
    if let Some(row) = state.stop_from(target, down).or_else(|| state.stop_from(target, !down)) {
        state.cursor = row;
    }
    true
}

/// Goes so many articles down or up.
pub(super) fn step(state: &mut State, times: usize, down: bool) -> bool {
    for _ in 0..times.min(state.rows.len()) {
        let next = if down { Some(state.cursor + 1) } else { state.cursor.checked_sub(1) };
        match next.and_then(|next| state.stop_from(next, down)) {
            Some(row) => state.cursor = row,
            None => break,
        }
    }
    true
}

/// Goes to the article of this number, counted from 1.
fn go_to_number(state: &mut State, number: usize) -> bool {
    let is_stop = |row: &usize| !matches!(state.rows.get(*row), Some(Row::Heading(..)) | None);
    let wanted = (0..state.rows.len()).filter(is_stop).nth(number.saturating_sub(1));
    if let Some(row) = wanted.or_else(|| state.stop_from(state.rows.len(), false)) {
        state.cursor = row;
    }
    true
}

pub(super) fn scroll_preview(state: &mut State, scene: &Scene<'_>, direction: isize) {
    /// Lines that one key press scrolls: enough to get on, few enough to keep one's place.
    const LINES: usize = 3;
    let height = layout(scene).preview.map_or(0, |area| usize::from(area.height));
    state.preview.scroll(direction * (LINES * scene.times()).cast_signed(), height);
}

/// Opens the cursor's article, or the sheet of its event.
fn open(state: &State, scene: &Scene<'_>) -> Vec<Intent> {
    let Some(line) = state.current(scene.catalogue) else { return Vec::new() };
    if matches!(state.current_row(), Some(Row::Event { .. })) {
        return vec![Intent::Event(line.id.clone())];
    }
    let loaded = state.loaded_article(&line.id);
    if let Some(search) = state.asked().cloned() {
        return vec![Intent::Open(Opening::Hit { article: ArticleRef::Kept(line.id.clone()), loaded, search })];
    }
    vec![Intent::Open(Opening::Reader { article: ArticleRef::Kept(line.id.clone()), loaded, at: None })]
}

fn compare(state: &mut State, scene: &Scene<'_>) -> Vec<Intent> {
    match state.selection.ids() {
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
    match state.selection.ids() {
        [] => state.current(scene.catalogue).map(|line| Intent::Event(line.id.clone())).into_iter().collect(),
        [only] => vec![Intent::Event(only.clone())],
        more => vec![Intent::Open(Opening::event(more.iter().cloned().map(ArticleRef::Kept).collect()))],
    }
}

fn change(state: &State, scene: &Scene<'_>, toggle: impl Fn(&Catalogue, &[ArticleId]) -> Option<Change>) -> Vec<Intent> {
    toggle(scene.catalogue, &targets(state, scene.catalogue)).map(Intent::Change).into_iter().collect()
}

fn show(state: &mut State, shelf: Shelf, catalogue: &Catalogue) {
    state.shelf = shelf;
    state.relist(catalogue);
}

/// Arranges the list, and has that remembered.
fn arrange(state: &mut State, arrangement: Arrangement, catalogue: &Catalogue) -> Vec<Intent> {
    state.arrange(arrangement, catalogue);
    let name = (arrangement != Arrangement::default()).then(|| arrangement.name().to_owned());
    vec![Intent::Run(Effect::Remember(Remembered::Arrangement, name))]
}

/// Folds or unfolds the event of the cursor's article, or all events.
fn fold(state: &mut State, action: Action, catalogue: &Catalogue) -> Vec<Intent> {
    if state.arrangement != Arrangement::Events {
        return vec![Intent::Say(Status::plain("Only events are folded").hint("Se groups the list by event"))];
    }
    let Some((event, id)) = state.current(catalogue).map(|line| (line.event, line.id.clone())) else { return Vec::new() };
    let was_on_event = matches!(state.current_row(), Some(Row::Event { .. }));
    match action {
        Action::FoldAll => state.folds.set_all(true),
        Action::UnfoldAll => state.folds.set_all(false),
        _ => state.folds.toggle(event),
    }
    state.set_rows(catalogue);
    state.go_to(&id, catalogue);
    // From an event's own row the cursor stays on that row, folded or not.
    if was_on_event {
        let is_own = |row: &Row| matches!(row, Row::Event { .. }) && state.articles_of(row, catalogue).any(|line| line.id == id);
        state.cursor = state.rows.iter().position(is_own).unwrap_or(state.cursor);
    }
    Vec::new()
}

/// Clears the range, then the selection, then filter and shelf, then the search.
fn clear(state: &mut State, catalogue: &Catalogue) {
    if state.range.take().is_some() {
        return;
    }
    if !state.selection.ids().is_empty() {
        return state.selection.clear();
    }
    let is_narrowed = !state.filter.is_empty() || state.shelf != Shelf::All;
    state.filter.clear();
    state.shelf = Shelf::All;
    if is_narrowed || state.answers.is_none() {
        return state.relist(catalogue);
    }
    state.leave_answers(catalogue);
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
