//! What an action does on the event sheet.

use crate::compare::MatrixRow;
use crate::export::citation::{self, Cited};
use crate::library::{Anchor, Citation, Kept, Passage};
use crate::text::Span;
use crate::tui::action::Action;
use crate::tui::effect::{Effect, Gathered};
use crate::tui::intent::{Intent, Opening};
use crate::tui::scene::Scene;
use crate::tui::status::Status;

use super::State;
use super::layout::claim;

/// Carries out an action; `Cancel` gives [`Intent::Back`] when nothing is picked.
pub fn update(state: &mut State, action: Action, scene: &Scene<'_>) -> Vec<Intent> {
    let intents = act(state, action, scene);
    state.fit(scene);
    intents
}

fn act(state: &mut State, action: Action, scene: &Scene<'_>) -> Vec<Intent> {
    if move_cursor(state, action, scene) {
        return Vec::new();
    }
    let reports = state.articles.len();
    match action {
        Action::FocusLeft | Action::FocusPrevious => state.focused = state.focused.saturating_sub(scene.times()),
        Action::FocusRight | Action::FocusNext => state.focused = (state.focused + scene.times()).min(reports.saturating_sub(1)),
        Action::Select => pick(state),
        Action::NextDifference => return step(state, false),
        Action::PreviousDifference => return step(state, true),
        Action::Compare => return compare(state),
        Action::Open => return open(state),
        Action::Bookmark => return on_passage(state, Intent::Keep),
        Action::Annotate => return on_passage(state, Intent::Annotate),
        Action::CopyCitation => return cite(state),
        Action::CopyMarkdown => return copy(state, citation::markdown),
        Action::CopyText => return copy(state, |words, _| words.to_owned()),
        Action::Cancel if !state.picked.is_empty() => state.picked.clear(),
        Action::Cancel | Action::Back => return vec![Intent::Back],
        _ => {}
    }
    Vec::new()
}

fn move_cursor(state: &mut State, action: Action, scene: &Scene<'_>) -> bool {
    let last = state.rows().len().saturating_sub(1);
    let (page, times) = (state.page(), scene.times());
    let target = match action {
        Action::MoveDown => state.cursor + times,
        Action::MoveUp => state.cursor.saturating_sub(times),
        Action::PageDown => state.cursor + page * times,
        Action::PageUp => state.cursor.saturating_sub(page * times),
        Action::HalfPageDown => state.cursor + page.div_ceil(2) * times,
        Action::HalfPageUp => state.cursor.saturating_sub(page.div_ceil(2) * times),
        Action::GoTop => scene.count.map_or(0, |number| number.saturating_sub(1)),
        Action::GoBottom => scene.count.map_or(last, |number| number.saturating_sub(1)),
        _ => return false,
    };
    state.cursor = target.min(last);
    true
}

/// Picks the report the keys are on, or takes it out again; of three the first one goes.
fn pick(state: &mut State) {
    if let Some(at) = state.picked.iter().position(|&report| report == state.focused) {
        state.picked.remove(at);
        return;
    }
    state.picked.push(state.focused);
    if state.picked.len() > 2 {
        state.picked.remove(0);
    }
}

/// Goes to the next row on which the reports disagree.
fn step(state: &mut State, back: bool) -> Vec<Intent> {
    let differs = |number: &usize| state.rows().get(*number).is_some_and(|row| row.differs);
    let found = if back {
        (0..state.cursor).rev().find(differs).or_else(|| (0..state.rows().len()).rev().find(differs))
    } else {
        (state.cursor + 1..state.rows().len()).find(differs).or_else(|| (0..state.rows().len()).find(differs))
    };
    match found {
        Some(row) => state.cursor = row,
        None => return vec![Intent::Say(Status::plain("The reports disagree on no quote and no figure"))],
    }
    Vec::new()
}

/// Opens the comparison of the two picked reports; of the picked and the focused one; or of the focused one and the report that it
/// disagrees with on this row, else the first other one that has something there.
fn compare(state: &State) -> Vec<Intent> {
    let two = match state.picked.as_slice() {
        [one, other] => Some((*one, *other)),
        [one] if *one != state.focused => Some((*one, state.focused)),
        _ => counterpart(state).map(|other| (state.focused, other)),
    };
    let Some((one, other)) = two else { return vec![Intent::Say(Status::plain("No other report to compare with"))] };
    let (left, right) = (one.min(other), one.max(other));
    let anchors = anchor(state, left).zip(anchor(state, right));
    let article = |report: usize| state.articles.get(report).cloned();
    let Some((left, right)) = article(left).zip(article(right)) else { return Vec::new() };
    vec![Intent::Open(Opening::Compare { left, right, at: anchors.map(Box::new) })]
}

fn counterpart(state: &State) -> Option<usize> {
    let row = state.rows().get(state.cursor)?;
    let own = row.cells.get(state.focused)?.as_ref().map(|cell| cell.variant);
    let others = || row.cells.iter().enumerate().filter(|(report, _)| *report != state.focused);
    let having = || others().filter_map(|(report, cell)| Some((report, cell.as_ref()?.variant)));
    let disagreeing = having().find(|(_, variant)| own.is_some_and(|own| own != *variant)).map(|(report, _)| report);
    disagreeing.or_else(|| having().next().map(|(report, _)| report)).or_else(|| others().next().map(|(report, _)| report))
}

/// Opens the reader at the words of the report the keys are on; where it has none here, the report itself.
fn open(state: &State) -> Vec<Intent> {
    let Some(article) = state.articles.get(state.focused).cloned() else { return Vec::new() };
    vec![Intent::Open(Opening::Reader { article, loaded: None, at: anchor(state, state.focused) })]
}

fn anchor(state: &State, report: usize) -> Option<Anchor> {
    let gathered = state.gathered.as_deref()?;
    let span = span(gathered, state.rows().get(state.cursor)?, report)?;
    Some(Anchor::of(&gathered.articles.get(report)?.body, span))
}

/// The first words that a report has of a row.
fn span(gathered: &Gathered, row: &MatrixRow, report: usize) -> Option<Span> {
    claim(gathered, row.kind, report, *row.cells.get(report)?.as_ref()?.numbers.first()?)
}

/// The passage the keys are on.
fn passage(state: &State) -> Option<Passage> {
    let gathered = state.gathered.as_deref()?;
    let article = gathered.articles.get(state.focused)?;
    Passage::of(article, &[span(gathered, state.rows().get(state.cursor)?, state.focused)?])
}

fn on_passage(state: &State, intent: fn(Kept) -> Intent) -> Vec<Intent> {
    passage(state).map_or_else(nothing_here, |passage| vec![intent(Kept::One(Box::new(passage)))])
}

fn cite(state: &State) -> Vec<Intent> {
    passage(state).map_or_else(nothing_here, |passage| vec![Intent::Run(Effect::Cite(vec![Cited::from(&passage)]))])
}

fn copy(state: &State, show: impl Fn(&str, &Citation) -> String) -> Vec<Intent> {
    let Some(passage) = passage(state) else { return nothing_here() };
    vec![Intent::Run(Effect::Copy(show(&passage.anchor.exact, &passage.citation)))]
}

fn nothing_here() -> Vec<Intent> {
    vec![Intent::Say(Status::plain("This report has nothing here").hint("h and l go to another one"))]
}
