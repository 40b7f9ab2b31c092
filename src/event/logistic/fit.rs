//! Finds the weights of a logistic model by Newton's method, for the trainings.

#![cfg(test)]
#![expect(clippy::needless_range_loop, reason = "matrices are written by row and column")]

use super::{BASE, Logistic, probability};

/// Weight of the squared weights, counted in units of each feature's spread, against the likelihood of all examples.
const SHRINK: f64 = 1.0;
const ROUNDS: usize = 30;

/// The weights under which the labels of the examples, each from 0 to 1, are likeliest.
pub(crate) fn fit<const N: usize>(examples: &[([f32; N], f32)]) -> Logistic<N> {
    let count = examples.len().max(1) as f64;
    let mean: Vec<f64> = (0..N).map(|k| examples.iter().map(|(x, _)| f64::from(x[k])).sum::<f64>() / count).collect();
    let square = |k: usize| examples.iter().map(|(x, _)| (f64::from(x[k]) - mean[k]).powi(2)).sum::<f64>();
    let spread: Vec<f64> = (0..N).map(|k| (square(k) / count).sqrt().max(1e-9)).collect();
    let scaled = |x: &[f32; N]| -> Vec<f64> { (0..N).map(|k| (f64::from(x[k]) - mean[k]) / spread[k]).chain([1.0]).collect() };
    let rows: Vec<(Vec<f64>, f64)> = examples.iter().map(|(x, y)| (scaled(x), f64::from(*y))).collect();
    let mut weights = vec![0.0; N + 1];
    for _ in 0..ROUNDS {
        let step = newton_step(&rows, &weights);
        weights.iter_mut().zip(step).for_each(|(weight, step)| *weight += step);
    }
    let plain: [f64; N] = std::array::from_fn(|k| weights[k] / spread[k]);
    let base = weights[N] - plain.iter().zip(&mean).map(|(weight, mean)| weight * mean).sum::<f64>();
    Logistic { base: base as f32, weights: plain.map(|weight| weight as f32) }
}

fn newton_step(rows: &[(Vec<f64>, f64)], weights: &[f64]) -> Vec<f64> {
    let size = weights.len();
    let shrink = |k: usize| if k + 1 == size { 1e-6 } else { SHRINK };
    let mut slope: Vec<f64> = (0..size).map(|k| -shrink(k) * weights[k]).collect();
    let mut bend = vec![vec![0.0; size]; size];
    for (x, y) in rows {
        let p = 1.0 / (1.0 + (-x.iter().zip(weights).map(|(x, w)| x * w).sum::<f64>()).exp());
        for k in 0..size {
            slope[k] += (y - p) * x[k];
            (0..=k).for_each(|m| bend[k][m] += p * (1.0 - p) * x[k] * x[m]);
        }
    }
    for k in 0..size {
        bend[k][k] += shrink(k);
        (k + 1..size).for_each(|m| bend[k][m] = bend[m][k]);
    }
    solve(bend, slope)
}

/// Gaussian elimination; the matrix is positive definite.
fn solve(mut matrix: Vec<Vec<f64>>, mut right: Vec<f64>) -> Vec<f64> {
    let size = right.len();
    for k in 0..size {
        let (pivot, value) = (matrix[k].clone(), right[k]);
        for row in k + 1..size {
            let factor = matrix[row][k] / pivot[k];
            (k..size).for_each(|column| matrix[row][column] -= factor * pivot[column]);
            right[row] -= factor * value;
        }
    }
    for k in (0..size).rev() {
        right[k] = (k + 1..size).fold(right[k], |rest, m| rest - matrix[k][m] * right[m]) / matrix[k][k];
    }
    right
}

/// The table that [`Logistic::read`] reads.
pub(crate) fn table<const N: usize>(model: &Logistic<N>, features: [&str; N]) -> String {
    let lines = features.iter().zip(model.weights).map(|(name, weight)| format!("{name}\t{weight:.3}\n"));
    format!("feature\tweight\n{BASE}\t{:.3}\n{}", model.base, lines.collect::<String>())
}

/// How many parts the examples are cut into; each is held out once.
pub(crate) const PARTS: u128 = 8;

/// The part that an example falls into; examples of one key are never torn apart.
pub(crate) fn part(key: &str) -> u128 {
    twox_hash::XxHash3_128::oneshot(key.as_bytes()) % PARTS
}

/// The probability of each example by a model fitted on the other parts.
pub(crate) fn held_out<const N: usize>(examples: &[([f32; N], f32)], parts: &[u128]) -> Vec<f32> {
    let models: Vec<Logistic<N>> = (0..PARTS)
        .map(|part| fit(&examples.iter().zip(parts).filter(|(_, other)| **other != part).map(|(example, _)| *example).collect::<Vec<_>>()))
        .collect();
    examples.iter().zip(parts).map(|((x, _), part)| probability(models[*part as usize].evidence(x))).collect()
}

#[test]
fn the_fit_finds_which_feature_decides() {
    let label = |n: u16| f32::from(u8::from((n % 20) + (n % 3) * 3 > 12));
    let examples: Vec<([f32; 2], f32)> = (0..400_u16).map(|n| ([f32::from(n % 20) / 20.0, f32::from(n % 7)], label(n))).collect();
    let model = fit(&examples);
    assert!(model.weights[0] > 5.0 && model.weights[1].abs() < 0.2, "{model:?}");
    assert_eq!(Logistic::read(&table(&model, ["one", "other"]), ["one", "other"]).weights.len(), 2);
}
