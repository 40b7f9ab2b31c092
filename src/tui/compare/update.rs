//! What an action does on the compare screen.

use super::State;
use crate::tui::action::Action;
use crate::tui::intent::{Intent, Reply, Topic};
use crate::tui::scene::Scene;

/// Carries out an action; `Cancel` gives [`Intent::Back`] when there is nothing to clear.
pub fn update(_state: &mut State, action: Action, _scene: &Scene<'_>) -> Vec<Intent> {
    match action {
        Action::Cancel | Action::Back => vec![Intent::Back],
        _ => Vec::new(),
    }
}

/// Takes a line of text that the screen asked for, as it is typed and when it is finished.
pub fn answered(_state: &mut State, _topic: Topic, _reply: Reply, _scene: &Scene<'_>) -> Vec<Intent> {
    Vec::new()
}
