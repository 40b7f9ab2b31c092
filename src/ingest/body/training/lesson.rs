//! One page as the training sees it: the features that are not zero, the paths that its gold allows, and the gradient of the loss.

#![cfg(test)]

use super::pages::{Example, Gold, words};
use crate::ingest::body::decide::{State, Values};
use crate::ingest::body::features::Features;
use crate::ingest::body::weights::{Column, ROLES, Weights};

/// What all blocks of a body together cost when they are missed.
const COST: f32 = 16.0;
/// The most that one block costs.
const DEAREST: f32 = 3.0;
/// What a block costs on a page of which only pieces are known.
const COST_OF_PIECE: f32 = 2.0;
/// What a page of which only pieces are known counts, against one whose body is known.
const WEIGHT_OF_PIECES: f32 = 0.5;

/// A sum of features, one column for each role.
pub(super) type Gradient = [Column; ROLES.len()];

/// A page to learn from.
pub(super) struct Lesson {
    features: Vec<Vec<(usize, f32)>>,
    /// The states that the gold allows each block.
    allowed: Vec<[bool; 4]>,
    costs: Vec<f32>,
    weight: f32,
}

/// Expected steps of each block, summed by role.
type Expected = Vec<[f32; ROLES.len()]>;

impl Lesson {
    pub(super) fn of(page: &Example) -> Self {
        let present = |features: &Features| {
            features.iter().enumerate().filter(|(_, (_, value))| *value != 0.0).map(|(n, (_, value))| (n, *value)).collect()
        };
        let (allowed, costs) = match &page.gold {
            Gold::Path { states, text } => {
                let gold_words = words(text).len().max(50) as f32;
                let cost = |text: &str| (COST * words(text).len() as f32 / gold_words).min(DEAREST);
                let costs = page.blocks.iter().map(|block| cost(&block.text)).collect();
                // Whether what is not body lies before, between or after follows from where the body lies.
                let allowed = |gold: &State| State::ALL.map(|state| (state == State::Body) == (*gold == State::Body));
                (states.iter().map(allowed).collect(), costs)
            }
            Gold::Pieces { sides, .. } => {
                let allowed = |side: &Option<bool>| State::ALL.map(|state| side.is_none_or(|inside| inside == (state == State::Body)));
                let cost = |side: &Option<bool>| if side.is_some() { COST_OF_PIECE } else { 0.0 };
                (sides.iter().map(allowed).collect(), sides.iter().map(cost).collect())
            }
        };
        Self {
            features: page.features.iter().map(present).collect(),
            allowed,
            costs,
            weight: if matches!(page.gold, Gold::Pieces { .. }) { WEIGHT_OF_PIECES } else { 1.0 },
        }
    }

    fn values(&self, weights: &Weights) -> Vec<Values> {
        let sum = |block: &[(usize, f32)], role: usize| block.iter().map(|(feature, value)| weights.columns[role][*feature] * value).sum();
        self.features
            .iter()
            .map(|block| Values {
                body: sum(block, 0),
                begin: sum(block, 1),
                insert: sum(block, 2),
                open: sum(block, 3),
                end: sum(block, 4),
                resume: sum(block, 5),
            })
            .collect()
    }

    /// Worth of a step: on the paths of the gold as it is, on all paths with the cost of the wrong side added.
    fn step(&self, at: usize, values: Values, (from, to): (State, State), in_gold: bool) -> f32 {
        let is_right = self.allowed[at][to as usize];
        match (is_right, in_gold) {
            (false, true) => f32::NEG_INFINITY,
            (false, false) => values.step(from, to) + self.costs[at],
            (true, _) => values.step(from, to),
        }
    }

    /// What the model expects over the gold's paths, or over all, by the forward-backward algorithm.
    fn expected(&self, values: &[Values], in_gold: bool) -> Expected {
        let length = values.len();
        let mut forward = vec![[f32::NEG_INFINITY; 4]; length + 1];
        forward[0][0] = 0.0;
        for at in 0..length {
            for to in State::ALL {
                for &from in to.predecessors() {
                    let worth = forward[at][from as usize] + self.step(at, values[at], (from, to), in_gold);
                    forward[at + 1][to as usize] = log_add(forward[at + 1][to as usize], worth);
                }
            }
        }
        let may_end = |state: &State| state.may_end();
        let mut backward = State::ALL.map(|state| if may_end(&state) { 0.0 } else { f32::NEG_INFINITY });
        let ends = State::ALL.into_iter().filter(may_end);
        let total = ends.fold(f32::NEG_INFINITY, |sum, state| log_add(sum, forward[length][state as usize]));
        let mut expected = vec![[0.0; ROLES.len()]; length];
        for at in (0..length).rev() {
            let mut above = [f32::NEG_INFINITY; 4];
            for to in State::ALL {
                for &from in to.predecessors() {
                    let worth = self.step(at, values[at], (from, to), in_gold) + backward[to as usize];
                    above[from as usize] = log_add(above[from as usize], worth);
                    let share = (forward[at][from as usize] + worth - total).exp();
                    for &role in roles(from, to) {
                        expected[at][role] += share;
                    }
                }
            }
            backward = above;
        }
        expected
    }

    /// Adds the gradient: what the gold's paths have less what the model expects of all.
    pub(super) fn add_gradient(&self, weights: &Weights, gradient: &mut Gradient) {
        let values = self.values(weights);
        let (gold, all) = (self.expected(&values, true), self.expected(&values, false));
        for (at, (gold, all)) in gold.iter().zip(&all).enumerate() {
            for (role, column) in gradient.iter_mut().enumerate() {
                let surplus = self.weight * (gold[role] - all[role]);
                self.features[at].iter().for_each(|(feature, value)| column[*feature] += surplus * value);
            }
        }
    }
}

/// The log of the sum of two exponentials.
fn log_add(a: f32, b: f32) -> f32 {
    let (low, high) = if a < b { (a, b) } else { (b, a) };
    if low == f32::NEG_INFINITY { high } else { high + (low - high).exp().ln_1p() }
}

/// The columns of the table that a step is worth.
fn roles(from: State, to: State) -> &'static [usize] {
    match (from, to) {
        (State::Before, State::Body) => &[0, 1],
        (State::Insert, State::Body) => &[0, 5],
        (_, State::Body) => &[0],
        (State::Body, State::Insert) => &[2, 3],
        (_, State::Insert) => &[2],
        (State::Body, State::After) => &[4],
        _ => &[],
    }
}
