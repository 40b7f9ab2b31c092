//! Claims of several reports that are one: what the comparisons of two link, directly or by a third.

use std::collections::BTreeMap;

use super::{Cell, MatrixKind, MatrixRow};

/// A report, and the number of a claim in it.
type Place = (usize, usize);

/// How far two claims of one thing agree.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Agreement {
    /// They say the same.
    Full,
    /// Both can be true, though their numbers or words are others: a bound, a rounded one, one counted again later, an utterance retold.
    Loose,
    /// They cannot both be true, as far as their words tell.
    None,
}

/// Claims joined into clusters, within them into those that can all be true, and within these into variants that agree: union-find
/// forests over all claims (Tarjan 1975).
pub(super) struct Clusters {
    /// Where each report's claims begin among all.
    starts: Vec<usize>,
    whole: Vec<usize>,
    loose: Vec<usize>,
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
        Self { starts, whole: (0..all).collect(), loose: (0..all).collect(), agreeing: (0..all).collect() }
    }

    /// Makes two claims one, and one variant where they agree.
    pub(super) fn join(&mut self, one: Place, other: Place, agreement: Agreement) {
        let [one, other] = [one, other].map(|(report, number)| self.starts[report] + number);
        union(&mut self.whole, one, other);
        if agreement != Agreement::None {
            union(&mut self.loose, one, other);
        }
        if agreement == Agreement::Full {
            union(&mut self.agreeing, one, other);
        }
    }

    /// Makes those of a report's claims one that are the same.
    pub(super) fn join_equal(&mut self, report: usize, count: usize, same: impl Fn(usize, usize) -> bool) {
        for one in 0..count.min(MOST_REPEATED) {
            if let Some(other) = (0..one).find(|&other| same(one, other)) {
                self.join((report, one), (report, other), Agreement::Full);
            }
        }
    }

    /// A row for each cluster, in the order of its first claim.
    pub(super) fn rows(&mut self, kind: MatrixKind) -> Vec<MatrixRow> {
        let reports = self.starts.len() - 1;
        let mut found: BTreeMap<usize, Vec<Member>> = BTreeMap::new();
        for report in 0..reports {
            for at in self.starts[report]..self.starts[report + 1] {
                let cluster = root(&mut self.whole, at);
                let (variant, loose) = (root(&mut self.agreeing, at), root(&mut self.loose, at));
                found.entry(cluster).or_default().push(Member { place: (report, at - self.starts[report]), variant, loose });
            }
        }
        let mut clusters: Vec<Vec<Member>> = found.into_values().collect();
        clusters.sort_by_key(|members| members.first().map(|member| member.place));
        clusters.iter().filter_map(|members| row(kind, reports, members)).collect()
    }
}

/// Claims of one report that are looked at for repetitions: each is held against all before it.
const MOST_REPEATED: usize = 500;

/// A claim of a cluster.
struct Member {
    place: Place,
    /// Those that agree have the same.
    variant: usize,
    /// Those that can all be true have the same.
    loose: usize,
}

/// The row of a cluster.
fn row(kind: MatrixKind, reports: usize, members: &[Member]) -> Option<MatrixRow> {
    let has = |variant: usize| move |report: &usize| members.iter().any(|member| member.place.0 == *report && member.variant == variant);
    let mut variants: Vec<usize> = Vec::new();
    for member in members {
        if !variants.contains(&member.variant) {
            variants.push(member.variant);
        }
    }
    // The one that most reports have comes first; the sort is stable, so of equals the one that is reported first.
    variants.sort_by_key(|&variant| std::cmp::Reverse((0..reports).filter(has(variant)).count()));
    let cell = |report: usize| {
        let own: Vec<&Member> = members.iter().filter(|member| member.place.0 == report).collect();
        let variant = variants.iter().position(|variant| own.iter().any(|member| member.variant == *variant))?;
        Some(Cell { numbers: own.into_iter().map(|member| member.place.1).collect(), variant })
    };
    let hub = members.iter().find(|member| Some(&member.variant) == variants.first()).map(|member| member.place)?;
    let differs = members.iter().any(|member| Some(member.loose) != members.first().map(|first| first.loose));
    let compatible = !differs && variants.len() > 1;
    Some(MatrixRow { kind, about: String::new(), hub, cells: (0..reports).map(cell).collect(), differs, compatible })
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
        clusters.join((0, 0), (1, 1), Agreement::None);
        clusters.join((1, 1), (2, 0), Agreement::Full);
        let rows = clusters.rows(MatrixKind::Figure);
        let cell = |number, variant| Some(Cell { numbers: vec![number], variant });
        assert_eq!(rows.len(), 2);
        assert_eq!(rows[0].cells, [cell(0, 1), cell(1, 0), cell(0, 0)]);
        assert_eq!((rows[0].hub, rows[0].differs), ((1, 1), true));
        assert_eq!((&rows[1].cells, rows[1].differs), (&vec![None, cell(0, 0), None], false));
    }

    #[test]
    fn other_numbers_that_can_all_be_true_are_no_disagreement() {
        let mut clusters = Clusters::of([1, 1, 1].into_iter());
        clusters.join((0, 0), (1, 0), Agreement::Loose);
        clusters.join((1, 0), (2, 0), Agreement::Loose);
        let row = clusters.rows(MatrixKind::Figure).remove(0);
        assert_eq!((row.differs, row.compatible), (false, true));
        assert_eq!(row.cells.iter().flatten().map(|cell| cell.variant).collect::<Vec<_>>(), [0, 1, 2]);
    }

    #[test]
    fn what_a_report_repeats_is_one() {
        let mut clusters = Clusters::of([3].into_iter());
        clusters.join_equal(0, 3, |one, other| one % 2 == other % 2);
        let rows = clusters.rows(MatrixKind::Quotation);
        assert_eq!(rows.iter().map(|row| row.cells[0].clone().unwrap().numbers).collect::<Vec<_>>(), [vec![0, 2], vec![1]]);
    }
}
