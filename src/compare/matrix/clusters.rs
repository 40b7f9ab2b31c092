//! Claims of several reports that are one: what the comparisons of two link, directly or by a third.

use std::collections::BTreeMap;

use super::{Cell, MatrixKind, MatrixRow};

/// A report, and the number of a claim in it.
type Place = (usize, usize);

/// Claims joined into clusters, and within them into variants that agree: two union-find forests over all claims (Tarjan 1975).
pub(super) struct Clusters {
    /// Where each report's claims begin among all.
    starts: Vec<usize>,
    whole: Vec<usize>,
    agreeing: Vec<usize>,
}

impl Clusters {
    /// Claims that stand alone, so many in each report.
    pub(super) fn of(counts: impl Iterator<Item = usize>) -> Self {
        let mut starts = vec![0];
        for count in counts {
            starts.push(starts.last().copied().unwrap_or(0) + count);
        }
        let all = starts.last().copied().unwrap_or(0);
        Self { starts, whole: (0..all).collect(), agreeing: (0..all).collect() }
    }

    /// Makes two claims one, and one variant where they agree.
    pub(super) fn join(&mut self, one: Place, other: Place, agree: bool) {
        let [one, other] = [one, other].map(|(report, number)| self.starts[report] + number);
        union(&mut self.whole, one, other);
        if agree {
            union(&mut self.agreeing, one, other);
        }
    }

    /// Makes those of a report's claims one that are the same.
    pub(super) fn join_equal(&mut self, report: usize, count: usize, same: impl Fn(usize, usize) -> bool) {
        for one in 0..count.min(MOST_REPEATED) {
            if let Some(other) = (0..one).find(|&other| same(one, other)) {
                self.join((report, one), (report, other), true);
            }
        }
    }

    /// A row for each cluster, in the order of its first claim.
    pub(super) fn rows(&mut self, kind: MatrixKind) -> Vec<MatrixRow> {
        let reports = self.starts.len() - 1;
        let mut found: BTreeMap<usize, Vec<(Place, usize)>> = BTreeMap::new();
        for report in 0..reports {
            for at in self.starts[report]..self.starts[report + 1] {
                let (cluster, variant) = (root(&mut self.whole, at), root(&mut self.agreeing, at));
                found.entry(cluster).or_default().push(((report, at - self.starts[report]), variant));
            }
        }
        let mut clusters: Vec<Vec<(Place, usize)>> = found.into_values().collect();
        clusters.sort_by_key(|members| members.first().map(|(place, _)| *place));
        clusters.iter().filter_map(|members| row(kind, reports, members)).collect()
    }
}

/// Claims of one report that are looked at for repetitions: each is held against all before it.
const MOST_REPEATED: usize = 500;

/// The row of a cluster, whose claims come with the variant they belong to.
fn row(kind: MatrixKind, reports: usize, members: &[(Place, usize)]) -> Option<MatrixRow> {
    let has = |variant: usize| move |report: &usize| members.iter().any(|((of, _), own)| of == report && *own == variant);
    let mut variants: Vec<usize> = Vec::new();
    for (_, variant) in members {
        if !variants.contains(variant) {
            variants.push(*variant);
        }
    }
    // The one that most reports have comes first; the sort is stable, so of equals the one that is reported first.
    variants.sort_by_key(|&variant| std::cmp::Reverse((0..reports).filter(has(variant)).count()));
    let cell = |report: usize| {
        let own: Vec<(usize, usize)> =
            members.iter().filter(|((of, _), _)| *of == report).map(|((_, n), variant)| (*n, *variant)).collect();
        let variant = variants.iter().position(|variant| own.iter().any(|(_, own)| own == variant))?;
        Some(Cell { numbers: own.into_iter().map(|(number, _)| number).collect(), variant })
    };
    let hub = members.iter().find(|(_, variant)| Some(variant) == variants.first()).map(|(place, _)| *place)?;
    Some(MatrixRow { kind, about: String::new(), hub, cells: (0..reports).map(cell).collect(), differs: variants.len() > 1 })
}

fn root(parents: &mut [usize], mut at: usize) -> usize {
    while parents[at] != at {
        parents[at] = parents[parents[at]];
        at = parents[at];
    }
    at
}

fn union(parents: &mut [usize], one: usize, other: usize) {
    let (one, other) = (root(parents, one), root(parents, other));
    parents[one.max(other)] = one.min(other);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn claims_are_joined_by_a_third_and_what_most_have_is_the_first_variant() {
        let mut clusters = Clusters::of([1, 2, 1].into_iter());
        clusters.join((0, 0), (1, 1), false);
        clusters.join((1, 1), (2, 0), true);
        let rows = clusters.rows(MatrixKind::Figure);
        let cell = |number, variant| Some(Cell { numbers: vec![number], variant });
        assert_eq!(rows.len(), 2);
        assert_eq!(rows[0].cells, [cell(0, 1), cell(1, 0), cell(0, 0)]);
        assert_eq!((rows[0].hub, rows[0].differs), ((1, 1), true));
        assert_eq!((&rows[1].cells, rows[1].differs), (&vec![None, cell(0, 0), None], false));
    }

    #[test]
    fn what_a_report_repeats_is_one() {
        let mut clusters = Clusters::of([3].into_iter());
        clusters.join_equal(0, 3, |one, other| one % 2 == other % 2);
        let rows = clusters.rows(MatrixKind::Quotation);
        assert_eq!(rows.iter().map(|row| row.cells[0].clone().unwrap().numbers).collect::<Vec<_>>(), [vec![0, 2], vec![1]]);
    }
}
