//! The weights of the body model: a table in `weights.tsv`, one line for each feature, written by the training in `training.rs`.

use std::sync::LazyLock;

use super::decide::Values;
use super::features::{COUNT, Features};

/// One weight for each feature.
pub(super) type Column = [f32; COUNT];

/// The weights of all roles.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Weights {
    /// In the order of [`ROLES`].
    pub(super) columns: [Column; ROLES.len()],
}

/// What a block is weighed for; the heading of the table.
pub(super) const ROLES: [&str; 5] = ["body", "begin", "insert", "open", "end"];

static TRAINED: LazyLock<Weights> = LazyLock::new(|| Weights::read(include_str!("weights.tsv")));

impl Weights {
    /// The weights that come with the program.
    pub(super) fn trained() -> &'static Self {
        &TRAINED
    }

    /// All zero.
    pub(super) fn zero() -> Self {
        Self { columns: [[0.0; COUNT]; ROLES.len()] }
    }

    /// Reads a table; a missing line or number is zero.
    fn read(table: &str) -> Self {
        let mut weights = Self::zero();
        for (feature, line) in table.lines().skip(1).take(COUNT).enumerate() {
            for (column, number) in weights.columns.iter_mut().zip(line.split('\t').skip(1)) {
                column[feature] = number.trim().parse().unwrap_or(0.0);
            }
        }
        weights
    }

    /// The worth of a block in each role.
    pub(super) fn values(&self, block: &Features) -> Values {
        let mut sums = [0.0; ROLES.len()];
        for (feature, &(_, value)) in block.iter().enumerate().filter(|(_, (_, value))| *value != 0.0) {
            for (sum, column) in sums.iter_mut().zip(&self.columns) {
                *sum += column[feature] * value;
            }
        }
        let [body, begin, insert, open, end] = sums;
        Values { body, begin, insert, open, end }
    }
}

#[cfg(test)]
mod tests {
    use super::super::block::Block;
    use super::super::features::features;
    use super::super::traits::Traits;
    use super::*;
    use crate::ingest::dump::training::table;

    #[test]
    fn the_table_names_the_features_in_their_order() {
        let block = [Block::plain("Harbour bridge")];
        let names = features(&block, &[Traits::default()])[0];
        let in_table: Vec<&str> = include_str!("weights.tsv").lines().skip(1).filter_map(|line| line.split('\t').next()).collect();
        assert_eq!(in_table, names.map(|(name, _)| name));
    }

    #[test]
    fn a_table_is_read_as_it_was_written() {
        let block = [Block::plain("Harbour bridge")];
        let names = features(&block, &[Traits::default()])[0];
        let mut weights = Weights::zero();
        weights.columns[0][3] = 1.5;
        weights.columns[4][COUNT - 1] = -0.25;
        assert_eq!(Weights::read(&table(&weights, &names)), weights);
    }
}
