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

use rustc_hash::FxHashSet;

use decide::{State, best_path};
use weights::{Kind, Weights};

use super::page::Page;

/// Where each block stands by the weights that come with the program.
fn states(page: &Page) -> Vec<State> {
    states_by(page, Weights::trained(if page.tree.is_some() { Kind::Html } else { Kind::Text }))
}

/// Where each block stands: before the body, in it, between its parts, after it.
fn states_by(page: &Page, weights: &Weights) -> Vec<State> {
    let is_step = steps(page);
    // What is no step neither ends the report nor opens an insert.
    let (kept, features): (Vec<usize>, Vec<_>) = features::features(page).into_iter().enumerate().filter(|(at, _)| is_step[*at]).unzip();
    let path = best_path(&features, weights);
    spread(page, &kept, &path)
}

/// Which blocks are steps of the path: what is set aside is none, nor is what asks the reader for something. That stands anywhere, and
/// says nothing of where the report begins or ends.
fn steps(page: &Page) -> Vec<bool> {
    (0..page.blocks.len()).map(|at| page.asides[at].is_none() && !inserted::promotes(page, at)).collect()
}

/// The states of all blocks by those of the steps: what is none between two blocks of the body is an insert.
fn spread(page: &Page, kept: &[usize], path: &[State]) -> Vec<State> {
    let mut states = vec![State::Before; page.blocks.len()];
    for (&at, &state) in kept.iter().zip(path) {
        states[at] = state;
    }
    let first = states.iter().position(|state| *state == State::Body).unwrap_or(states.len());
    let last = states.iter().rposition(|state| *state == State::Body).unwrap_or(states.len());
    let steps: FxHashSet<usize> = kept.iter().copied().collect();
    for at in (first..states.len()).filter(|at| !steps.contains(at)) {
        states[at] = if at < last { State::Insert } else { State::After };
    }
    states
}
