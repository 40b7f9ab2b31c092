//! What the reader decides of events in the library: articles that report one, and such as do not.

use super::State;
use super::marking::targets;
use crate::article::ArticleId;
use crate::library::Decision;
use crate::tui::catalogue::{Catalogue, Change, Grouping};
use crate::tui::intent::Intent;
use crate::tui::status::Status;

/// Merges the selected articles into the event of the first of them.
pub(super) fn merge(state: &State, catalogue: &Catalogue) -> Vec<Intent> {
    let [first, others @ ..] = state.selection.ids() else { return nothing_to_merge() };
    if others.is_empty() {
        return nothing_to_merge();
    }
    let groupings = catalogue.groupings(first, others, Decision::Together);
    if groupings.is_empty() {
        return vec![Intent::Say(Status::plain("That is decided already"))];
    }
    vec![Intent::Change(Change::Grouped(groupings))]
}

fn nothing_to_merge() -> Vec<Intent> {
    vec![Intent::Say(Status::plain("Select the articles of one event first").hint("Space selects"))]
}

/// Takes the selected articles, or the one the keys are on, out of their events: apart from each of the reports that stay.
pub(super) fn split(state: &State, catalogue: &Catalogue) -> Vec<Intent> {
    let out = targets(state, catalogue);
    let stay = |id: &ArticleId| -> Vec<ArticleId> {
        let others = catalogue.other_reports(id).map(|line| line.id.clone());
        others.filter(|other| !out.contains(other)).collect()
    };
    let groupings: Vec<Grouping> = out.iter().flat_map(|id| catalogue.groupings(id, &stay(id), Decision::Apart)).collect();
    if groupings.is_empty() {
        return vec![Intent::Say(Status::plain("It stands alone: no other report of its event stays"))];
    }
    vec![Intent::Change(Change::Grouped(groupings))]
}
