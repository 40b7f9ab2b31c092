//! The weights of the body model: tables of one line for each feature, one for plain text and one for HTML, written by the training in `training.rs`.

use std::sync::LazyLock;

use super::decide::Values;
use super::features::Features;

/// One weight for each feature.
pub(super) type Column = Vec<f32>;

/// The weights of all roles.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Weights {
    /// In the order of [`ROLES`].
    pub(super) columns: [Column; ROLES.len()],
}

/// The kinds of pages that have weights of their own.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    Text,
    Html,
}

/// What a block is weighed for; the heading of the table.
pub(super) const ROLES: [&str; 6] = ["body", "begin", "insert", "open", "end", "resume"];

static OF_TEXT: LazyLock<Weights> = LazyLock::new(|| Weights::read(include_str!("weights_of_text.tsv")));
static OF_HTML: LazyLock<Weights> = LazyLock::new(|| Weights::read(include_str!("weights_of_html.tsv")));

impl Weights {
    /// The weights that come with the program for a kind of page.
    pub(super) fn trained(kind: Kind) -> &'static Self {
        match kind {
            Kind::Text => &OF_TEXT,
            Kind::Html => &OF_HTML,
        }
    }

    /// All zero, for so many features.
    pub(super) fn zero(features: usize) -> Self {
        Self { columns: std::array::from_fn(|_| vec![0.0; features]) }
    }

    /// Reads a table; a missing line or number is zero.
    fn read(table: &str) -> Self {
        let mut weights = Self::zero(table.lines().count().saturating_sub(1));
        for (feature, line) in table.lines().skip(1).enumerate() {
            for (column, number) in weights.columns.iter_mut().zip(line.split('\t').skip(1)) {
                column[feature] = number.trim().parse().unwrap_or(0.0);
            }
        }
        weights
    }

    /// The worth of a block in each role.
    pub(super) fn values(&self, block: &Features) -> Values {
        let [body, begin, insert, open, end, resume] = &self.columns;
        let weights = body.iter().zip(begin).zip(insert).zip(open).zip(end).zip(resume);
        let mut worth = Values::default();
        for ((_, value), (((((body, begin), insert), open), end), resume)) in block.iter().zip(weights) {
            // Most features are flags, and most flags do not hold.
            if *value != 0.0 {
                worth.body += value * body;
                worth.begin += value * begin;
                worth.insert += value * insert;
                worth.open += value * open;
                worth.end += value * end;
                worth.resume += value * resume;
            }
        }
        worth
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ingest::body::features::{Features, features};
    use crate::ingest::body::training::table;
    use crate::ingest::{dump, html};

    fn names(text: bool) -> Features {
        let page = if text { dump::read("Harbour bridge") } else { html::read("<p>Harbour bridge</p>").0 };
        features(&page).remove(0)
    }

    #[test]
    fn the_tables_name_the_features_in_their_order() {
        for (table, text) in [(include_str!("weights_of_text.tsv"), true), (include_str!("weights_of_html.tsv"), false)] {
            let in_table: Vec<&str> = table.lines().skip(1).filter_map(|line| line.split('\t').next()).collect();
            assert_eq!(in_table, names(text).iter().map(|(name, _)| *name).collect::<Vec<_>>());
        }
    }

    #[test]
    fn a_table_is_read_as_it_was_written() {
        let names = names(true);
        let mut weights = Weights::zero(names.len());
        weights.columns[0][3] = 1.5;
        weights.columns[4][names.len() - 1] = -0.25;
        assert_eq!(Weights::read(&table(&weights, &names)), weights);
    }
}
