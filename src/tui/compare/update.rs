//! What an action does on the compare screen.

use crate::article::ArticleId;
use crate::compare::Side;
use crate::export::citation::{Cited, Style};
use crate::library::{Anchor, Citation, Kept};
use crate::text::Span;
use crate::text::counted::counted;
use crate::tui::action::Action;
use crate::tui::effect::{ArticleRef, Effect};
use crate::tui::intent::{Intent, Opening, Question, Reply, Topic};
use crate::tui::scene::Scene;
use crate::tui::status::Status;

use super::State;
use super::choices::{Layout, Tab};
use super::decide;
use super::differences::Stepping;
use super::fold::Folding;
use super::state::Shown;
use super::table::Arrangement;
use super::viewport::Motion;

/// Carries out an action; `Cancel` gives [`Intent::Back`] when there is nothing to clear.
pub fn update(state: &mut State, action: Action, scene: &Scene<'_>) -> Vec<Intent> {
    state.fit(scene);
    let Some(shown) = &mut state.shown else {
        return if matches!(action, Action::Cancel | Action::Back) { vec![Intent::Back] } else { Vec::new() };
    };
    if let Some(motion) = motion(action, scene, shown.viewport.height()) {
        go(shown, motion);
        return Vec::new();
    }
    match action {
        Action::NextDifference | Action::PreviousDifference => step(shown, action == Action::PreviousDifference, scene.times()),
        Action::StepDifferences => step_through(shown, Stepping::Differences),
        Action::StepFigures => step_through(shown, Stepping::Figures),
        Action::StepQuotations => step_through(shown, Stepping::Quotations),
        Action::StepNames => step_through(shown, Stepping::Names),
        Action::StepBookmarks => step_through(shown, Stepping::Bookmarks),
        Action::FocusNext | Action::FocusPrevious => focus(shown, shown.choices.pane.other()),
        Action::FocusLeft => focus(shown, shown.choices.first),
        Action::FocusRight => focus(shown, shown.choices.first.other()),
        Action::ToggleScrollLock => toggle_lock(shown),
        Action::ToggleMoved => toggle_moved(shown),
        Action::Open => open(shown),
        Action::OpenReader => read(shown, [&state.left, &state.right]),
        Action::ShowInPassages => show_in_passages(shown),
        Action::Bookmark => passages(shown).map_or_else(nothing_here, |kept| vec![Intent::Keep(kept)]),
        Action::Annotate => passages(shown).map_or_else(nothing_here, |kept| vec![Intent::Annotate(kept)]),
        Action::Tag => passages(shown).map_or_else(nothing_here, |kept| vec![Intent::Tag(kept)]),
        Action::CopyCitation => cite(shown),
        Action::CopyText | Action::CopyMarkdown => copy(shown, action),
        Action::EventSheet => vec![Intent::Event(state.left.id().clone())],
        Action::NextReport | Action::PreviousReport => other_report(state, action == Action::PreviousReport, scene),
        Action::Find => {
            shown.show_tab(Tab::Passages);
            vec![Intent::Ask(Question { topic: Topic::Find, text: String::new() })]
        }
        Action::ToggleLayout => toggle_layout(shown),
        Action::ToggleFold => toggle_fold(shown),
        Action::Pin => decide::pin(shown),
        Action::NotTheSame => decide::part(shown),
        Action::Cancel if shown.marked.take().is_some() => Vec::new(),
        Action::Cancel if shown.choices.stepping == Stepping::Matches => turn(shown, |shown| shown.find("")),
        Action::Cancel | Action::Back if shown.came_from.is_some() => come_back(shown),
        Action::Cancel | Action::Back if shown.choices.why => turn(shown, |shown| shown.choices.why = false),
        Action::Cancel | Action::Back => vec![Intent::Back],
        _ => turn(shown, |shown| look(shown, action)),
    }
}

/// Takes the words to find, as they are typed and when they are finished.
pub fn answered(state: &mut State, topic: Topic, reply: Reply) -> Vec<Intent> {
    match (topic, reply, &mut state.shown) {
        (Topic::Find, Reply::Typing(query), Some(shown)) => {
            shown.find(&query);
            Vec::new()
        }
        (Topic::Find, Reply::Cancelled, Some(shown)) => {
            shown.find("");
            Vec::new()
        }
        (Topic::Find, Reply::Done(query), Some(shown)) => find(shown, &query),
        _ => Vec::new(),
    }
}

/// Where the action moves to.
fn motion(action: Action, scene: &Scene<'_>, height: usize) -> Option<Motion> {
    let times = isize::try_from(scene.times()).unwrap_or(isize::MAX);
    let page = isize::try_from(height.saturating_sub(2).max(1)).unwrap_or(1);
    let lines = |step: isize| Some(Motion::Lines(step.saturating_mul(times)));
    match action {
        Action::MoveDown => Some(Motion::Blocks(times)),
        Action::MoveUp => Some(Motion::Blocks(-times)),
        Action::HalfPageDown => lines((page / 2).max(1)),
        Action::HalfPageUp => lines(-(page / 2).max(1)),
        Action::PageDown => lines(page),
        Action::PageUp => lines(-page),
        Action::GoTop => Some(Motion::Top),
        Action::GoBottom => Some(Motion::Bottom),
        _ => None,
    }
}

/// Moves both columns, or the active one alone while they are not locked together.
fn go(shown: &mut Shown, motion: Motion) {
    let side_by_side = shown.geometry().measure.arrangement == Arrangement::SideBySide;
    if shown.choices.locked || !side_by_side {
        return shown.viewport.go(motion);
    }
    let lines = match motion {
        Motion::Blocks(count) | Motion::Lines(count) => count,
        Motion::Top => isize::MIN,
        Motion::Bottom => isize::MAX,
    };
    shown.viewport.slide(shown.choices.pane != shown.choices.first, lines);
}

fn focus(shown: &mut Shown, side: Side) -> Vec<Intent> {
    shown.choices.pane = side;
    Vec::new()
}

/// Takes the scroll lock off, or sets it with the columns as they stand now.
fn toggle_lock(shown: &mut Shown) -> Vec<Intent> {
    shown.choices.locked = !shown.choices.locked;
    let said = if shown.choices.locked { "Both sides scroll together from here" } else { "The active side scrolls alone" };
    vec![Intent::Say(Status::plain(said).hint("n brings them side by side again"))]
}

fn toggle_moved(shown: &mut Shown) -> Vec<Intent> {
    let moved = shown.reports.comparison.rows.iter().filter(|row| row.moved).count();
    if moved == 0 {
        return vec![Intent::Say(Status::plain("Both reports tell what they share in one order"))];
    }
    shown.choices.lined_up = !shown.choices.lined_up;
    shown.show_tab(Tab::Passages);
    let passages = counted(moved, "moved passage");
    let said = if shown.choices.lined_up { format!("{passages} lined up") } else { format!("{passages} put back in place") };
    vec![Intent::Say(Status::plain(&said))]
}

/// Changes how the comparison is shown.
fn look(shown: &mut Shown, action: Action) {
    match action {
        Action::TabPassages => shown.show_tab(Tab::Passages),
        Action::TabQuotes => shown.show_tab(Tab::Quotes),
        Action::TabFigures => shown.show_tab(Tab::Figures),
        Action::TabNames => shown.show_tab(Tab::Names),
        Action::NextTab => shown.show_tab(shown.choices.tab.moved(1)),
        Action::PreviousTab => shown.show_tab(shown.choices.tab.moved(Tab::ALL.len() - 1)),
        Action::ExchangeSides => shown.choices.first = shown.choices.first.other(),
        Action::FoldAll => shown.folds.set(Folding::Agreeing),
        Action::UnfoldAll => shown.folds.set(Folding::Nothing),
        Action::Why => shown.choices.why = !shown.choices.why,
        _ => {}
    }
}

/// Makes a change of how things look, and lays them out anew.
fn turn(shown: &mut Shown, change: impl FnOnce(&mut Shown)) -> Vec<Intent> {
    change(shown);
    shown.lay_out();
    Vec::new()
}

/// Shows the sides in the next way, and says which that is.
fn toggle_layout(shown: &mut Shown) -> Vec<Intent> {
    shown.show_layout(next_layout(shown));
    let arrangement = match shown.geometry().measure.arrangement {
        Arrangement::SideBySide => "side by side",
        Arrangement::Stacked(_) => "stacked",
    };
    let said = match shown.choices.layout {
        Layout::Automatic => format!("Layout: as the width allows ({arrangement} here)"),
        Layout::SideBySide | Layout::Stacked => format!("Layout: {arrangement} at any width"),
        Layout::Differences => "Layout: differences only".to_owned(),
    };
    vec![Intent::Say(Status::plain(said).hint("L goes on"))]
}

/// As there is room for it, the other way, differences only: the one after this. Two columns are no way where they do not fit.
fn next_layout(shown: &Shown) -> Layout {
    match (shown.choices.layout, shown.geometry().measure.arrangement) {
        (Layout::Automatic, Arrangement::SideBySide) => Layout::Stacked,
        (Layout::Automatic, Arrangement::Stacked(_)) if shown.geometry().fits_two_columns() => Layout::SideBySide,
        (Layout::Automatic | Layout::SideBySide | Layout::Stacked, _) => Layout::Differences,
        (Layout::Differences, _) => Layout::Automatic,
    }
}

fn toggle_fold(shown: &mut Shown) -> Vec<Intent> {
    if let (Tab::Passages, Some(row)) = (shown.choices.tab, shown.viewport.entry())
        && shown.folds.toggle(&shown.reports.comparison.rows, &shown.differences.relations, row)
    {
        return turn(shown, |_| {});
    }
    vec![Intent::Say(Status::plain("Nothing to fold here").hint("what differs is never folded"))]
}

/// Goes to the first place of some words from here on.
fn find(shown: &mut Shown, query: &str) -> Vec<Intent> {
    shown.find(query);
    let on_match =
        shown.stops.blocks().any(|block| block == shown.viewport.current()) && !shown.current().is_some_and(|block| block.folded);
    if query.is_empty() || on_match || shown.step(false) {
        return Vec::new();
    }
    vec![Intent::Say(Status::plain(format!("“{query}” is in neither report")))]
}

fn step(shown: &mut Shown, back: bool, times: usize) -> Vec<Intent> {
    let any = (0..times.min(shown.viewport.table().blocks().len().max(1))).all(|_| shown.step(back));
    if any { Vec::new() } else { vec![Intent::Say(Status::plain(format!("No {} to step through here", shown.choices.stepping.noun())))] }
}

/// Narrows what is stepped through, and goes to the next one.
fn step_through(shown: &mut Shown, stepping: Stepping) -> Vec<Intent> {
    if shown.choices.tab != Tab::Passages {
        shown.show_tab(Tab::Passages);
    }
    shown.step_through(stepping);
    step(shown, false, 1)
}

/// Opens a fold; lays what the reader is on over the screen in both its contexts.
fn open(shown: &mut Shown) -> Vec<Intent> {
    if shown.choices.tab == Tab::Passages && shown.current().is_some_and(|block| block.folded) {
        return toggle_fold(shown);
    }
    shown.context().map_or_else(nothing_here, |sheet| vec![Intent::Show(sheet)])
}

/// Opens the reader at what the reader is on.
fn read(shown: &Shown, articles: [&ArticleRef; 2]) -> Vec<Intent> {
    let spans = shown.spans_here();
    let side = shown.pane_here(&spans);
    let Some(span) = spans[side as usize].iter().copied().reduce(Span::hull) else { return nothing_here() };
    let at = Anchor::of(&shown.reports.article(side).body, span);
    let article = articles[side as usize].clone();
    vec![Intent::Open(Opening::Reader { article, loaded: None, at: Some(at) })]
}

/// Goes from a quotation, a figure or a name to its row of the passages.
fn show_in_passages(shown: &mut Shown) -> Vec<Intent> {
    let tab = shown.choices.tab;
    match shown.row_here().filter(|_| tab != Tab::Passages) {
        Some(row) => {
            shown.go_to_row(row);
            shown.came_from = Some(tab);
            Vec::new()
        }
        None if tab == Tab::Passages => Vec::new(),
        None => nothing_here(),
    }
}

/// Goes back to the tab from which the reader went to the passages, and to the row there.
fn come_back(shown: &mut Shown) -> Vec<Intent> {
    if let Some(tab) = shown.came_from.take() {
        shown.show_tab(tab);
    }
    Vec::new()
}

pub(super) fn nothing_here() -> Vec<Intent> {
    vec![Intent::Say(Status::plain("Nothing here on this side"))]
}

/// The current block as what a bookmark keeps.
fn passages(shown: &Shown) -> Option<Kept> {
    let passage = |side| shown.reports.passage(side, &shown.stretches(side));
    match (passage(Side::Left), passage(Side::Right)) {
        (Some(left), Some(right)) => Some(Kept::Two(Box::new((left, right)))),
        (Some(one), None) | (None, Some(one)) => Some(Kept::One(Box::new(one))),
        (None, None) => None,
    }
}

/// The facing passages with what they are cited by.
fn cited(shown: &Shown) -> Vec<Cited> {
    let of_side = |side| {
        let article = shown.reports.article(side);
        Some(Cited { words: shown.words(side)?, citation: Citation::of(article), article: article.id.clone() })
    };
    Side::BOTH.into_iter().filter_map(of_side).collect()
}

fn cite(shown: &Shown) -> Vec<Intent> {
    let cited = cited(shown);
    if cited.is_empty() { nothing_here() } else { vec![Intent::Run(Effect::Cite(cited))] }
}

/// Copies the facing passages with their citations, or the words of the active side alone.
fn copy(shown: &Shown, action: Action) -> Vec<Intent> {
    let text = match action {
        Action::CopyText => shown.words(shown.choices.pane).unwrap_or_default(),
        _ => Style::Markdown.cite(&cited(shown)),
    };
    if text.is_empty() { nothing_here() } else { vec![Intent::Run(Effect::Copy(text))] }
}

/// Puts the next or previous report of the event on the active side, the one on the other side left out.
fn other_report(state: &mut State, back: bool, scene: &Scene<'_>) -> Vec<Intent> {
    let side = state.shown.as_ref().map_or(Side::Left, |shown| shown.choices.pane);
    let (here, there) = match side {
        Side::Left => (&state.left, &state.right),
        Side::Right => (&state.right, &state.left),
    };
    let event = scene.catalogue.article(here.id()).map(|line| line.event);
    let reports = event.into_iter().flat_map(|event| scene.catalogue.reports(event));
    let ids: Vec<&ArticleId> = reports.map(|line| &line.id).filter(|id| *id != there.id()).collect();
    let Some(at) = ids.iter().position(|id| *id == here.id()).filter(|_| ids.len() > 1) else {
        return vec![Intent::Say(Status::plain("No other report of this event"))];
    };
    let next = if back { at + ids.len() - 1 } else { at + 1 } % ids.len();
    let Some(next) = ids.get(next).map(|id| ArticleRef::Kept((*id).clone())) else { return Vec::new() };
    match side {
        Side::Left => state.left = next,
        Side::Right => state.right = next,
    }
    vec![Intent::Compare(state.left.clone(), state.right.clone())]
}
