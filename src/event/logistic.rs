//! A sum of weighted features that says how likely something is: the weights are read from a table of one line for each feature.

/// A logistic model.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Logistic<const N: usize> {
    pub(crate) base: f32,
    pub(crate) weights: [f32; N],
}

/// The line of the table that stands for no feature.
pub(crate) const BASE: &str = "always";

impl<const N: usize> Logistic<N> {
    /// Reads a table; a feature that it does not name weighs nothing.
    pub(crate) fn read(table: &str, features: [&str; N]) -> Self {
        let weight = |name: &str| {
            let line = table.lines().find_map(|line| line.split_once('\t').filter(|(feature, _)| *feature == name));
            line.and_then(|(_, weight)| weight.trim().parse().ok()).unwrap_or(0.0)
        };
        Self { base: weight(BASE), weights: features.map(weight) }
    }

    /// The logarithm of the odds.
    pub(crate) fn evidence(&self, features: &[f32; N]) -> f32 {
        self.weights.iter().zip(features).fold(self.base, |sum, (weight, value)| sum + weight * value)
    }
}

/// The logistic function.
pub(crate) fn probability(evidence: f32) -> f32 {
    1.0 / (1.0 + (-evidence).exp())
}

/// The inverse of [`probability`]; never infinite.
pub(crate) fn evidence(probability: f32) -> f32 {
    let p = probability.clamp(1e-6, 1.0 - 1e-6);
    (p / (1.0 - p)).ln()
}

#[cfg(test)]
pub(crate) mod fit;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_table_is_read_by_names() {
        let model = Logistic::read("feature\tweight\nalways\t-1\nnames\t2.5\nold\t9\n", ["words", "names"]);
        assert_eq!(model, Logistic { base: -1.0, weights: [0.0, 2.5] });
        assert!((model.evidence(&[7.0, 2.0]) - 4.0).abs() < 1e-6);
    }

    #[test]
    fn evidence_undoes_probability() {
        for p in [0.02, 0.28, 0.5, 0.99] {
            assert!((probability(evidence(p)) - p).abs() < 1e-5);
        }
        assert!(evidence(0.0).is_finite() && evidence(1.0).is_finite());
    }
}
