//! Which rows are folded away behind a summary line.

use std::collections::BTreeSet;
use std::ops::Range;

use crate::compare::{Certainty, Relation, Row, RowKind, Side};

/// What is folded unless the reader opened or closed it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Folding {
    /// Long runs that only one side has.
    #[default]
    Long,
    /// Those, and everything both sides tell alike.
    Agreeing,
    /// Everything without a difference.
    Undisputed,
    /// Nothing.
    Nothing,
}

/// The rows that a reader folds together.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sort {
    /// Only this side has them.
    Only(Side),
    /// Both tell them without a difference.
    Alike,
    /// Perhaps both tell them; nobody is sure enough to fold them as told alike.
    Perhaps,
    /// Any without a difference.
    Undisputed,
    /// A quotation or figure differs: never folded.
    Differs,
}

/// A run of rows of one sort.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Run {
    /// The rows.
    pub rows: Range<usize>,
    /// Their sort.
    pub sort: Sort,
    /// Whether one summary line stands for them.
    pub folded: bool,
}

/// So many one-sided sentences in a row are shown; more are folded.
const SHOWN_SENTENCES: usize = 2;

/// The folds of a comparison.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Folds {
    /// What is folded of itself.
    pub folding: Folding,
    /// The runs, by their first row, that the reader opened or closed against the rule.
    turned: BTreeSet<usize>,
}

impl Folds {
    /// Folds by a rule and forgets what the reader turned.
    pub fn set(&mut self, folding: Folding) {
        *self = Self { folding, turned: BTreeSet::new() };
    }

    /// Opens or closes the run that holds a row; whether there is one to open or close.
    pub fn toggle(&mut self, rows: &[Row], relations: &[Relation], row: usize) -> bool {
        let Some(run) = self.runs(rows, relations).into_iter().find(|run| run.rows.contains(&row)) else { return false };
        if run.sort == Sort::Differs {
            return false;
        }
        if !self.turned.remove(&run.rows.start) {
            self.turned.insert(run.rows.start);
        }
        true
    }

    /// All rows, as runs of one sort, in order.
    #[must_use]
    pub fn runs(&self, rows: &[Row], relations: &[Relation]) -> Vec<Run> {
        let mut runs: Vec<Run> = Vec::new();
        for (number, (row, relation)) in rows.iter().zip(relations).enumerate() {
            let sort = self.sort(row, *relation);
            match runs.last_mut() {
                Some(run) if run.sort == sort => run.rows.end = number + 1,
                _ => runs.push(Run { rows: number..number + 1, sort, folded: false }),
            }
        }
        for run in &mut runs {
            let folds = self.folds(run.sort, rows.get(run.rows.clone()).unwrap_or_default());
            run.folded = run.sort != Sort::Differs && folds != self.turned.contains(&run.rows.start);
        }
        runs
    }

    fn sort(&self, row: &Row, relation: Relation) -> Sort {
        match (relation, row.kind()) {
            (Relation::Differs, _) => Sort::Differs,
            _ if self.folding == Folding::Undisputed => Sort::Undisputed,
            (_, RowKind::LeftOnly) => Sort::Only(Side::Left),
            (_, RowKind::RightOnly) => Sort::Only(Side::Right),
            (_, RowKind::Aligned) if row.certainty == Certainty::Weak => Sort::Perhaps,
            (_, RowKind::Aligned) => Sort::Alike,
        }
    }

    fn folds(&self, sort: Sort, rows: &[Row]) -> bool {
        let sentences: usize = rows.iter().map(|row| row.left.len() + row.right.len()).sum();
        match self.folding {
            Folding::Nothing => false,
            Folding::Long => matches!(sort, Sort::Only(_)) && sentences > SHOWN_SENTENCES,
            Folding::Agreeing => sort == Sort::Alike || (sort != Sort::Perhaps && sentences > SHOWN_SENTENCES),
            Folding::Undisputed => true,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::specimen::row;
    use super::*;

    /// Three left-only rows, one that differs, two told alike.
    fn rows() -> (Vec<Row>, Vec<Relation>) {
        let rows = vec![row(&[0], &[]), row(&[1], &[]), row(&[2], &[]), row(&[3], &[0]), row(&[4], &[1]), row(&[5], &[2])];
        let only = Relation::Only(Side::Left);
        (rows, vec![only, only, only, Relation::Differs, Relation::Same, Relation::Reworded])
    }

    /// The first and the last of the rows of each fold.
    fn folded(folds: &Folds) -> Vec<(usize, usize)> {
        let (rows, relations) = rows();
        folds.runs(&rows, &relations).into_iter().filter(|run| run.folded).map(|run| (run.rows.start, run.rows.end - 1)).collect()
    }

    #[test]
    fn each_rule_folds_its_rows() {
        for (folding, want) in [
            (Folding::Long, vec![(0, 2)]),
            (Folding::Agreeing, vec![(0, 2), (4, 5)]),
            (Folding::Undisputed, vec![(0, 2), (4, 5)]),
            (Folding::Nothing, vec![]),
        ] {
            let mut folds = Folds::default();
            folds.set(folding);
            assert_eq!(folded(&folds), want, "{folding:?}");
        }
    }

    #[test]
    fn a_run_is_turned_and_turned_back_from_any_of_its_rows() {
        let (rows, relations) = rows();
        let mut folds = Folds::default();
        folds.toggle(&rows, &relations, 1);
        assert_eq!(folded(&folds), []);
        folds.toggle(&rows, &relations, 2);
        folds.toggle(&rows, &relations, 5);
        assert_eq!(folded(&folds), [(0, 2), (4, 5)]);
    }

    #[test]
    fn a_difference_is_never_folded() {
        let (rows, relations) = rows();
        let mut folds = Folds::default();
        folds.set(Folding::Undisputed);
        assert!(!folds.toggle(&rows, &relations, 3));
        assert_eq!(folded(&folds), [(0, 2), (4, 5)]);
    }
}
