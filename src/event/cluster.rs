//! Average linkage: joins the two groups of reports that are likeliest to report one event, as long as they are likely enough on average.

use std::cmp::Ordering;
use std::collections::BinaryHeap;

use rustc_hash::FxHashMap;

use super::Decisions;
use super::neighbours::Edge;

/// Two clusters that may be joined, as they were when this was noted.
struct Candidate {
    mean: f32,
    clusters: (usize, usize),
    sizes: (usize, usize),
}

impl Ord for Candidate {
    fn cmp(&self, other: &Self) -> Ordering {
        self.mean.total_cmp(&other.mean).then_with(|| other.clusters.cmp(&self.clusters))
    }
}

impl PartialOrd for Candidate {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl PartialEq for Candidate {
    fn eq(&self, other: &Self) -> bool {
        self.cmp(other) == Ordering::Equal
    }
}

impl Eq for Candidate {}

/// Average linkage: joins the two clusters whose reports are most alike on average, as long as that mean is at least 1.
///
/// A missing edge counts as nothing in common. Shape: a heap of candidates, outdated ones skipped when they come up.
pub(super) struct Clusters {
    members: Vec<Vec<usize>>,
    /// For each cluster, the sum of strengths to each neighbour.
    sums: Vec<FxHashMap<usize, f32>>,
    heap: BinaryHeap<Candidate>,
    /// The cluster that each report is in.
    homes: Vec<usize>,
    /// Reports that may not come into one cluster.
    apart: Vec<(usize, usize)>,
}

impl Clusters {
    /// Joins what the user put together, then what is alike; never what the user put apart.
    pub(super) fn of(reports: usize, edges: &[Edge], decisions: &Decisions) -> Self {
        let mut clusters = Self {
            members: (0..reports).map(|report| vec![report]).collect(),
            sums: vec![FxHashMap::default(); reports],
            heap: BinaryHeap::new(),
            homes: (0..reports).collect(),
            apart: decisions.apart.clone(),
        };
        for edge in edges {
            clusters.set_sum(edge.left, edge.right, edge.strength);
            clusters.note(edge.left, edge.right);
        }
        for &(one, other) in &decisions.together {
            let homes = clusters.homes.get(one).copied().zip(clusters.homes.get(other).copied());
            if let Some((one, other)) = homes.filter(|&(one, other)| one != other && !clusters.are_apart(one, other)) {
                clusters.merge(one.min(other), one.max(other));
            }
        }
        clusters.join();
        clusters
    }

    /// The reports of each cluster, ascending; clusters in the order of their first report.
    pub(super) fn into_groups(self) -> Vec<Vec<usize>> {
        let mut groups: Vec<Vec<usize>> = self.members.into_iter().filter(|group| !group.is_empty()).collect();
        for group in &mut groups {
            group.sort_unstable();
        }
        groups.sort_unstable();
        groups
    }

    fn size(&self, cluster: usize) -> usize {
        self.members.get(cluster).map_or(0, Vec::len)
    }

    fn set_sum(&mut self, one: usize, other: usize, sum: f32) {
        for (from, to) in [(one, other), (other, one)] {
            if let Some(sums) = self.sums.get_mut(from) {
                sums.insert(to, sum);
            }
        }
    }

    /// Puts a pair on the heap if it may be joined.
    fn note(&mut self, one: usize, other: usize) {
        let sum = self.sums.get(one).and_then(|sums| sums.get(&other)).copied().unwrap_or(0.0);
        let clusters = (one.min(other), one.max(other));
        let sizes = (self.size(clusters.0), self.size(clusters.1));
        let mean = sum / (sizes.0 * sizes.1).max(1) as f32;
        if mean >= 1.0 {
            self.heap.push(Candidate { mean, clusters, sizes });
        }
    }

    fn join(&mut self) {
        while let Some(Candidate { clusters: (kept, gone), sizes, .. }) = self.heap.pop() {
            if (self.size(kept), self.size(gone)) == sizes && !self.are_apart(kept, gone) {
                self.merge(kept, gone);
            }
        }
    }

    /// Whether a report of the one cluster may not be with one of the other.
    fn are_apart(&self, one: usize, other: usize) -> bool {
        let home = |report: usize| self.homes.get(report).copied();
        self.apart.iter().any(|&(left, right)| {
            let homes = (home(left), home(right));
            homes == (Some(one), Some(other)) || homes == (Some(other), Some(one))
        })
    }

    fn merge(&mut self, kept: usize, gone: usize) {
        let moved = self.members.get_mut(gone).map(std::mem::take).unwrap_or_default();
        for &report in &moved {
            if let Some(home) = self.homes.get_mut(report) {
                *home = kept;
            }
        }
        if let Some(members) = self.members.get_mut(kept) {
            members.extend(moved);
        }
        let theirs = self.sums.get_mut(gone).map(std::mem::take).unwrap_or_default();
        for (neighbour, sum) in theirs {
            if let Some(sums) = self.sums.get_mut(neighbour) {
                sums.remove(&gone);
            }
            if neighbour != kept {
                let ours = self.sums.get(kept).and_then(|sums| sums.get(&neighbour)).copied().unwrap_or(0.0);
                self.set_sum(kept, neighbour, ours + sum);
            }
        }
        let mut neighbours: Vec<usize> = self.sums.get(kept).map(|sums| sums.keys().copied().collect()).unwrap_or_default();
        neighbours.sort_unstable();
        for neighbour in neighbours {
            self.note(kept, neighbour);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn average_linkage_does_not_chain() {
        let edge = |left, right, strength| Edge { left, right, strength };
        let chain = [edge(0, 1, 1.5), edge(1, 2, 1.4), edge(2, 3, 1.5)];
        assert_eq!(Clusters::of(4, &chain, &Decisions::default()).into_groups(), [vec![0, 1], vec![2, 3]]);
        let close = [edge(0, 1, 1.5), edge(1, 2, 1.4), edge(0, 2, 0.8)];
        assert_eq!(Clusters::of(3, &close, &Decisions::default()).into_groups(), [vec![0, 1, 2]]);
    }

    #[test]
    fn the_user_goes_before_the_words() {
        let edge = |left, right, strength| Edge { left, right, strength };
        let edges = [edge(0, 1, 1.9), edge(1, 2, 1.4), edge(0, 2, 1.4)];
        let groups = |together: &[(usize, usize)], apart: &[(usize, usize)]| {
            let decisions = Decisions { together: together.to_vec(), apart: apart.to_vec() };
            Clusters::of(4, &edges, &decisions).into_groups()
        };
        assert_eq!(groups(&[], &[]), [vec![0, 1, 2], vec![3]]);
        assert_eq!(groups(&[(3, 1)], &[]).concat().len(), 4);
        assert!(groups(&[(3, 1)], &[]).iter().any(|group| group.contains(&1) && group.contains(&3)));
        assert_eq!(groups(&[], &[(0, 2)]), [vec![0, 1], vec![2], vec![3]]);
        assert_eq!(groups(&[], &[(1, 0), (1, 2)]), [vec![0, 2], vec![1], vec![3]]);
        assert_eq!(groups(&[(0, 3)], &[(3, 0)]), [vec![0, 1, 2], vec![3]], "apart goes before together");
    }
}
