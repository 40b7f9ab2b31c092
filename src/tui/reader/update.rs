//! What an action does in the reader.

use super::State;
use super::details::details;
use super::layout::{MEASURES, STEP};
use super::passage::{Steps, Unit, kept};
use super::state::Selection;
use super::{links, marks, motion};
use crate::export::citation::{self, Cited};
use crate::library::{Citation, Kept};
use crate::tui::action::Action;
use crate::tui::app::MEASURE;
use crate::tui::catalogue::Catalogue;
use crate::tui::effect::{ArticleRef, Effect, Purpose};
use crate::tui::intent::{Intent, Question, Reply, Topic};
use crate::tui::scene::Scene;
use crate::tui::status::Status;

/// Carries out an action; `Cancel` gives [`Intent::Back`] when there is nothing to clear.
pub fn update(state: &mut State, action: Action, scene: &Scene<'_>) -> Vec<Intent> {
    if motion::carry_out(state, action, scene) {
        return Vec::new();
    }
    match action {
        Action::Cancel => return clear(state),
        Action::Back => return vec![Intent::Back],
        Action::Widen => return measure(scene, |now| now + STEP),
        Action::Narrow => return measure(scene, |now| now - STEP),
        Action::ResetWidth => return vec![Intent::Measure(MEASURE)],
        Action::Details => return state.reading.iter().map(|reading| Intent::Show(details(reading))).collect(),
        Action::PageAsSaved => {
            state.page.as_saved = !state.page.as_saved;
            state.fit(scene);
        }
        Action::JumpBack => return jump_back(state, scene),
        Action::FollowLink => return links::follow(state),
        Action::SetMark => return vec![Intent::Ask(Question { topic: Topic::SetMark, text: String::new() })],
        Action::GoToMark => return marks::ask(state, scene.catalogue),
        Action::NextArticle | Action::OtherDown => return turn(state, scene, true),
        Action::PreviousArticle | Action::OtherUp => return turn(state, scene, false),
        Action::EventSheet => return vec![Intent::Event(state.article.id().clone())],
        Action::Compare => return vec![Intent::compare_event(state.article.id(), scene.catalogue)],
        Action::Star => return change(state, scene, Catalogue::toggle_starred),
        Action::ToggleRead => return change(state, scene, Catalogue::toggle_read),
        _ => return on_text(state, action, scene),
    }
    Vec::new()
}

/// Actions on the words of the text.
fn on_text(state: &mut State, action: Action, scene: &Scene<'_>) -> Vec<Intent> {
    match action {
        Action::Find => {
            state.find.origin = state.cursor;
            return vec![Intent::Ask(Question { topic: Topic::Find, text: String::new() })];
        }
        Action::NextMatch => return step(state, scene, true),
        Action::PreviousMatch => return step(state, scene, false),
        Action::StepFigures => return step_through(state, Steps::Figures, scene),
        Action::StepQuotations => return step_through(state, Steps::Quotations, scene),
        Action::StepNames => return step_through(state, Steps::Names, scene),
        Action::StepBookmarks => return step_through(state, Steps::Bookmarks, scene),
        Action::SelectCharacters => select(state, Unit::Character),
        Action::SelectSentences => select(state, Unit::Sentence),
        Action::OtherEnd => {
            if let Some(selection) = &mut state.selection {
                let target = std::mem::replace(&mut selection.anchor, state.cursor);
                state.go_to(target, scene);
            }
        }
        Action::Bookmark => {
            let intents = keep(state, Intent::Keep);
            end_selection(state);
            return intents;
        }
        Action::Annotate => return keep(state, Intent::Annotate),
        Action::Tag => return keep(state, Intent::Tag),
        Action::CopyCitation | Action::CopyText | Action::CopyMarkdown | Action::CopyAddress | Action::CopyTitle => {
            return copy(state, action);
        }
        _ => {}
    }
    Vec::new()
}

/// Takes a line of text: the words to find, as they are typed. A note is the app's, and ends the selection.
pub fn answered(state: &mut State, topic: Topic, reply: Reply, scene: &Scene<'_>) -> Vec<Intent> {
    match (topic, reply) {
        (Topic::Find, Reply::Typing(query)) => preview_hit(state, &query, scene),
        (Topic::Find, Reply::Done(query)) => return found(state, &query, scene),
        (Topic::Find, Reply::Cancelled) => {
            state.search("");
            state.go_to(state.find.origin, scene);
        }
        (Topic::Note, Reply::Done(_)) => end_selection(state),
        (Topic::FollowLink, Reply::Done(letter)) => return links::followed(state, Some(&letter)),
        (Topic::FollowLink, Reply::Cancelled) => return links::followed(state, None),
        (Topic::SetMark, Reply::Done(letter)) => return marks::set(state, &letter),
        (Topic::GoToMark, Reply::Done(letter)) if letter == "'" => return jump_back(state, scene),
        (Topic::GoToMark, Reply::Done(letter)) => return marks::go_to(state, &letter, scene),
        _ => {}
    }
    Vec::new()
}

/// Shows the first hit from where the search began.
fn preview_hit(state: &mut State, query: &str, scene: &Scene<'_>) {
    state.search(query);
    let origin = state.find.origin;
    let hit = state.find.hits.iter().find(|hit| hit.start >= origin).or(state.find.hits.first());
    state.go_to(hit.map_or(origin, |hit| hit.start), scene);
}

fn found(state: &mut State, query: &str, scene: &Scene<'_>) -> Vec<Intent> {
    preview_hit(state, query, scene);
    if state.cursor != state.find.origin {
        state.jumps.push(state.find.origin);
    }
    if state.find.hits.is_empty() && !query.is_empty() {
        return vec![Intent::Say(Status::plain(format!("“{query}” is not in this article")))];
    }
    Vec::new()
}

/// Sets what is stepped through and goes to the first from here.
fn step_through(state: &mut State, steps: Steps, scene: &Scene<'_>) -> Vec<Intent> {
    state.find.steps = steps;
    let here = state.stops().iter().any(|stop| stop.start == state.cursor);
    if here { Vec::new() } else { step(state, scene, true) }
}

fn step(state: &mut State, scene: &Scene<'_>, forward: bool) -> Vec<Intent> {
    let stops = state.stops();
    let mut target = None;
    let mut is_round = false;
    for _ in 0..scene.times() {
        let next = motion::next_of(&stops, target.unwrap_or(state.cursor), forward);
        target = next.map(|(offset, _)| offset);
        is_round |= next.is_some_and(|(_, is_round)| is_round);
    }
    match target {
        Some(target) => {
            motion::jump(state, target, scene);
            if is_round {
                let (noun, which) = (state.find.steps.noun(), if forward { "first" } else { "last" });
                let text = if stops.len() == 1 { format!("The only {noun}") } else { format!("Round to the {which} {noun}") };
                return vec![Intent::Say(Status::plain(text))];
            }
        }
        None if state.find.steps == Steps::Hits && state.find.query.is_empty() => {
            return vec![Intent::Say(Status::plain("Nothing to step through").hint("/ finds words, gq quotations, gf figures"))];
        }
        None => return vec![Intent::Say(Status::plain(format!("No {} in this article", state.find.steps.noun())))],
    }
    Vec::new()
}

/// Goes back to where the last jump started.
fn jump_back(state: &mut State, scene: &Scene<'_>) -> Vec<Intent> {
    match state.jumps.pop() {
        Some(before) => {
            state.go_to(before, scene);
            Vec::new()
        }
        None => vec![Intent::Say(Status::plain("No jump to go back from"))],
    }
}

/// Begins a selection, changes its unit, or ends it when it has that unit already.
fn select(state: &mut State, unit: Unit) {
    state.selection = match state.selection {
        Some(selection) if selection.unit == unit => None,
        Some(selection) => Some(Selection { unit, ..selection }),
        None => Some(Selection { anchor: state.cursor, unit }),
    };
}

/// Clears the selection, then the search; leaves the page as saved; then goes back.
fn clear(state: &mut State) -> Vec<Intent> {
    if state.selection.take().is_some() {
        return Vec::new();
    }
    if state.find.steps != Steps::Hits || !state.find.query.is_empty() {
        state.search("");
        return Vec::new();
    }
    if std::mem::take(&mut state.page.as_saved) {
        return Vec::new();
    }
    vec![Intent::Back]
}

fn keep(state: &State, intent: impl Fn(Kept) -> Intent) -> Vec<Intent> {
    let (Some(reading), Some(passage)) = (&state.reading, state.passage()) else { return Vec::new() };
    kept(reading, passage).map(intent).into_iter().collect()
}

fn copy(state: &mut State, action: Action) -> Vec<Intent> {
    let (Some(reading), Some(passage)) = (&state.reading, state.passage()) else { return Vec::new() };
    let citation = Citation::of(&reading.article);
    let words = reading.article.body.words(passage);
    let text = match action {
        Action::CopyText => words.to_owned(),
        Action::CopyMarkdown => citation::markdown(words, &citation),
        Action::CopyAddress => citation::address(&citation).to_owned(),
        Action::CopyTitle => citation.title.clone().unwrap_or_default(),
        _ => {
            let cited = Cited { words: words.to_owned(), citation, article: reading.article.id.clone() };
            end_selection(state);
            return vec![Intent::Run(Effect::Cite(vec![cited]))];
        }
    };
    end_selection(state);
    vec![Intent::Run(Effect::Copy(text))]
}

/// The selection has served; the cursor goes back to where it begins, as in vim.
fn end_selection(state: &mut State) {
    if let (Some(passage), Some(_)) = (state.passage(), state.selection.take()) {
        state.cursor = passage.start;
    }
}

fn measure(scene: &Scene<'_>, next: impl Fn(u16) -> u16) -> Vec<Intent> {
    let wanted = next(scene.measure).clamp(*MEASURES.start(), *MEASURES.end());
    if wanted == scene.measure {
        return vec![Intent::Say(Status::plain(format!("The column is {wanted} cells wide, and goes no further")))];
    }
    vec![Intent::Measure(wanted)]
}

fn change(
    state: &State,
    scene: &Scene<'_>,
    toggle: impl Fn(&Catalogue, &[crate::article::ArticleId]) -> Option<crate::tui::catalogue::Change>,
) -> Vec<Intent> {
    toggle(scene.catalogue, std::slice::from_ref(state.article.id())).map(Intent::Change).into_iter().collect()
}

/// Turns to the next or previous article of the library.
fn turn(state: &mut State, scene: &Scene<'_>, forward: bool) -> Vec<Intent> {
    let articles = scene.catalogue.articles();
    let here = scene.catalogue.number_of(state.article.id());
    let next = here.and_then(|here| if forward { here.checked_add(scene.times()) } else { here.checked_sub(scene.times()) });
    let Some(line) = next.and_then(|next| articles.get(next)) else {
        let which = if forward { "last" } else { "first" };
        return vec![Intent::Say(Status::plain(format!("This is the {which} article")))];
    };
    let mut intents: Vec<Intent> = state.place().map(Intent::Run).into_iter().collect();
    let article = ArticleRef::Kept(line.id.clone());
    state.turn_to(article.clone());
    intents.extend([Intent::Load(article, Purpose::Reading), Intent::Opened(line.id.clone())]);
    intents
}
