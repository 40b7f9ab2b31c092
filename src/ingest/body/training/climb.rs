//! Finds the weights with the least loss: Adam (Kingma and Ba 2015), the step shrinking to nothing.

#![cfg(test)]

use super::known::known;
use super::lesson::Lesson;
use super::pages::Example;
use crate::ingest::body::weights::{ROLES, Weights};

/// Passes over all pages.
const ROUNDS: usize = 160;
/// Step of the optimiser (Adam).
const STEP: f32 = 0.06;
/// Weight of the squared weights in the loss.
const SHRINK: f32 = 0.006;

/// The weight of the squared weights of a role; `None` for one that is not learned. On HTML pages the places say where the body is left and
/// taken up again, and little is learned of the steps themselves.
fn shrink(role: &str, is_html: bool) -> Option<f32> {
    match (role, is_html) {
        ("insert", true) => None,
        ("body", _) | (_, false) => Some(SHRINK),
        (_, true) => Some(4.0 * SHRINK),
    }
}

/// Climbs the gradient with Adam, the step shrinking to nothing.
pub(super) fn train(pages: &[Example]) -> Weights {
    let is_html = pages[0].is_html;
    let known = known(&pages[0].features[0], is_html);
    let lessons: Vec<Lesson> = pages.iter().map(Lesson::of).collect();
    let mut weights = known.clone();
    let (mut mean, mut square) = (Weights::zero(known.columns[0].len()).columns, Weights::zero(known.columns[0].len()).columns);
    for round in 1..=ROUNDS {
        let mut gradient = Weights::zero(known.columns[0].len()).columns;
        for lesson in &lessons {
            lesson.add_gradient(&weights, &mut gradient);
        }
        for role in 0..ROLES.len() {
            let Some(shrink) = shrink(ROLES[role], is_html) else { continue };
            for feature in 0..known.columns[0].len() {
                let slope =
                    gradient[role][feature] / pages.len() as f32 - shrink * (weights.columns[role][feature] - known.columns[role][feature]);
                mean[role][feature] = 0.9 * mean[role][feature] + 0.1 * slope;
                square[role][feature] = 0.999 * square[role][feature] + 0.001 * slope * slope;
                let (m, s) = (
                    mean[role][feature] / (1.0 - 0.9_f32.powf(round as f32)),
                    square[role][feature] / (1.0 - 0.999_f32.powf(round as f32)),
                );
                weights.columns[role][feature] += STEP * (1.0 - round as f32 / (ROUNDS + 1) as f32) * m / (s.sqrt() + 1e-8);
            }
        }
    }
    weights
}
