//! Marks: places of an article under a letter, for this session.

use super::State;
use super::motion::jump;
use crate::tui::catalogue::Catalogue;
use crate::tui::intent::{Intent, Question, Topic};
use crate::tui::scene::Scene;
use crate::tui::status::Status;

/// Asks for the letter of a mark to go to, if there is any or a jump to go back from.
pub(super) fn ask(state: &State, catalogue: &Catalogue) -> Vec<Intent> {
    let letters: Vec<String> =
        catalogue.marks.get(state.article.id()).into_iter().flatten().map(|(letter, _)| letter.to_string()).collect();
    if letters.is_empty() && state.jumps.is_empty() {
        return vec![Intent::Say(Status::plain("No mark in this article").hint("m and a letter set one"))];
    }
    let text = if letters.is_empty() { "none yet".to_owned() } else { letters.join(" ") };
    vec![Intent::Ask(Question { topic: Topic::GoToMark, text })]
}

/// Sets the mark of this letter where the cursor is.
pub(super) fn set(state: &State, letter: &str) -> Vec<Intent> {
    let (Some(letter), true) = (letter.chars().next(), state.body().is_some()) else { return Vec::new() };
    let said = Status::success(format!("Mark {letter} set")).hint(format!("'{letter} comes back here"));
    vec![Intent::Mark(state.article.id().clone(), letter, state.cursor), Intent::Say(said)]
}

/// Goes to the mark of this letter; the place before is kept to go back to.
pub(super) fn go_to(state: &mut State, letter: &str, scene: &Scene<'_>) -> Vec<Intent> {
    let marks = scene.catalogue.marks.get(state.article.id());
    let offset = letter.chars().next().and_then(|letter| marks?.get(&letter).copied());
    match offset {
        Some(offset) if state.body().is_some() => {
            jump(state, offset, scene);
            Vec::new()
        }
        _ => vec![Intent::Say(Status::plain(format!("No mark {letter} in this article")))],
    }
}
