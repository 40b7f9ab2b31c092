//! Which blocks of a page are the report: features, a trained chain model, and what is known of reports' beginnings and ends.

mod between;
mod closing;
mod cohesion;
mod cross_links;
pub(super) mod decide;
mod farewell;
pub(super) mod features;
mod foreign;
mod head;
mod inserted;
pub(super) mod outline;
mod plea;
mod regain;
mod repeated;
#[cfg(test)]
mod training;
pub(super) mod traits;
mod updates;
mod weights;

use decide::{State, best_path};
use weights::{Kind, Weights};

use super::page::Page;

/// Where each block stands by the weights that come with the program.
fn states(page: &Page) -> Vec<State> {
    states_by(page, Weights::trained(if page.tree.is_some() { Kind::Html } else { Kind::Text }))
}

/// Where each block stands: before the body, in it, between its parts, after it.
fn states_by(page: &Page, weights: &Weights) -> Vec<State> {
    let steps = steps(page);
    // What is no step neither ends the report nor opens an insert.
    let features: Vec<_> = features::features(page).into_iter().zip(&steps).filter(|(_, is_step)| **is_step).map(|(of, _)| of).collect();
    spread(&steps, best_path(&features, weights))
}

/// Which blocks are steps of the path: what is set aside is none, nor is what asks the reader for something. That stands anywhere, and
/// says nothing of where the report begins or ends.
fn steps(page: &Page) -> Vec<bool> {
    (0..page.blocks.len()).map(|at| page.asides[at].is_none() && !inserted::promotes(page, at)).collect()
}

/// The states of all blocks by those of the steps: what is none between two blocks of the body is an insert.
fn spread(steps: &[bool], path: Vec<State>) -> Vec<State> {
    let mut path = path.into_iter();
    let mut states: Vec<State> =
        steps.iter().map(|is_step| if *is_step { path.next().unwrap_or(State::Before) } else { State::Before }).collect();
    let first = states.iter().position(|state| *state == State::Body).unwrap_or(states.len());
    let last = states.iter().rposition(|state| *state == State::Body).unwrap_or(states.len());
    for at in (first..states.len()).filter(|&at| !steps[at]) {
        states[at] = if at < last { State::Insert } else { State::After };
    }
    states
}
