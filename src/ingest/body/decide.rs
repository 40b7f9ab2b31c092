//! Decides over the whole sequence of blocks at once which of them are the body.
//!
//! A chain of four states (before the body, in it, in an insert, after it) is scored by a linear model over the features of each block;
//! the best path is found by dynamic programming (Viterbi). Because the decision is global, a promotion in the middle of the text does
//! not end it, and a second story further down does not continue it.

use super::features::Features;
use super::weights::Weights;

/// What a block is on the best path.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(in crate::ingest) enum State {
    /// Above the body.
    Before,
    /// In the body.
    Body,
    /// Between two parts of the body.
    Insert,
    /// Below the body.
    After,
}

impl State {
    /// All states, by their number.
    pub(super) const ALL: [Self; 4] = [Self::Before, Self::Body, Self::Insert, Self::After];

    /// The states that may stand above this one; nothing stands above the first block but `Before`.
    pub(super) fn predecessors(self) -> &'static [Self] {
        match self {
            Self::Before => &[Self::Before],
            Self::Body => &[Self::Before, Self::Body, Self::Insert],
            Self::Insert => &[Self::Body, Self::Insert],
            Self::After => &[Self::Body, Self::After],
        }
    }

    /// Whether a page may end in it: an insert has body below it.
    pub(super) fn may_end(self) -> bool {
        self != Self::Insert
    }
}

/// The best path through a page; all `Before` when nothing on it is a report.
pub(super) fn best_path(features: &[Features], weights: &Weights) -> Vec<State> {
    let mut scores = [0.0, f32::NEG_INFINITY, f32::NEG_INFINITY, f32::NEG_INFINITY];
    let mut steps: Vec<[State; 4]> = Vec::with_capacity(features.len());
    for block in features {
        let values = weights.values(block);
        let mut step = State::ALL;
        let mut next = [f32::NEG_INFINITY; 4];
        for state in State::ALL {
            for &from in state.predecessors() {
                let score = scores[from as usize] + values.step(from, state);
                if score > next[state as usize] {
                    next[state as usize] = score;
                    step[state as usize] = from;
                }
            }
        }
        scores = next;
        steps.push(step);
    }
    let ends = State::ALL.into_iter().filter(|state| state.may_end());
    let mut state = ends.max_by(|a, b| scores[*a as usize].total_cmp(&scores[*b as usize])).unwrap_or(State::Before);
    let mut path = vec![State::Before; features.len()];
    for (at, step) in steps.iter().enumerate().rev() {
        path[at] = state;
        state = step[state as usize];
    }
    path
}

/// What the weights make of one block: the worth of being in each role.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Values {
    /// Of being body.
    pub(super) body: f32,
    /// Of being the first block of the body, besides.
    pub(super) begin: f32,
    /// Of being part of an insert; nothing on an HTML page, where its comments, which share the report's words, would be one long insert.
    pub(super) insert: f32,
    /// Of being the first block of an insert, besides.
    pub(super) open: f32,
    /// Of being the first block below the body.
    pub(super) end: f32,
    /// Of being the first block of the body below an insert, besides.
    pub(super) resume: f32,
}

impl Values {
    /// The worth of a step from one state to another at this block.
    pub(super) fn step(self, from: State, to: State) -> f32 {
        match (from, to) {
            (State::Before, State::Body) => self.body + self.begin,
            (State::Insert, State::Body) => self.body + self.resume,
            (_, State::Body) => self.body,
            (State::Body, State::Insert) => self.insert + self.open,
            (_, State::Insert) => self.insert,
            (State::Body, State::After) => self.end,
            _ => 0.0,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ingest::body::weights::Kind;

    #[test]
    fn a_path_never_ends_in_an_insert_and_never_jumps() {
        for state in State::ALL {
            assert!(state.predecessors().contains(&state));
        }
        assert!(!State::Insert.may_end() && !State::After.predecessors().contains(&State::Insert));
        assert_eq!(best_path(&[], Weights::trained(Kind::Text)), []);
    }
}
