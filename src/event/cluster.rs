//! Groups reports: how alike two are as wholes, and average linkage over those that are alike enough.

use std::cmp::Ordering;
use std::collections::BinaryHeap;

use jiff::civil::Date;
use rustc_hash::FxHashMap;

use super::signature::{Counted, Signature, common_rank};

/// Two reports of one event are at most so many days apart.
const WINDOW_DAYS: i32 = 3;
/// How alike two reports of one event are, where both have a day; the window then rules out what is merely alike.
const ALIKE_WITH_DAYS: f32 = 0.22;
/// How alike they are in a collection without days.
const ALIKE_WITHOUT_DAYS: f32 = 0.28;
/// How alike they are where only one has a day: the same people may have done the like at another time, and nothing rules it out.
const ALIKE_WITH_ONE_DAY: f32 = 0.60;
/// How much more a name counts than another word.
const NAME_WEIGHT: f32 = 2.5;
/// Less alike than this counts as not alike at all, so that a large collection has few pairs.
const LEAST: f32 = 0.02;
/// A word that more reports inside the window have cannot tell them apart, and is passed over.
const MOST_REPORTS_OF_A_WORD: usize = 1_000;

/// How alike two reports must be to report the same event, 0 to 1.
pub(super) fn threshold(left: Option<Date>, right: Option<Date>) -> f32 {
    match (left, right) {
        (Some(_), Some(_)) => ALIKE_WITH_DAYS,
        (None, None) => ALIKE_WITHOUT_DAYS,
        _ => ALIKE_WITH_ONE_DAY,
    }
}

/// Whether both can report the same event as far as their days tell.
pub(super) fn within_window(left: Option<Date>, right: Option<Date>) -> bool {
    left.zip(right).is_none_or(|(left, right)| days_between(left, right) <= WINDOW_DAYS)
}

fn days_between(left: Date, right: Date) -> i32 {
    (right - left).get_days().abs()
}

/// One word of a report with its shares of the lead and of the whole.
#[derive(Debug, Clone, Copy)]
struct Weighted {
    stem: u32,
    lead: f32,
    whole: f32,
}

/// How rare each word is among the reports, a background of everyday English included.
///
/// A few reports say little about which words are rare, so that 300 made-up reports with the commonest words at their usual rates are
/// counted with them: one threshold then holds from two reports to thousands.
#[derive(Debug)]
pub(super) struct Rarity {
    reports: f32,
    reports_with: FxHashMap<u32, f32>,
}

impl Rarity {
    const BACKGROUND_REPORTS: f32 = 300.0;
    /// Words in a background report times the rate of the commonest word: a word of rank r stands in `1 - exp(-500 * 0.07 / r)` of them.
    const BACKGROUND_RATE: f32 = 500.0 * 0.07;
    const RATE_OF_OTHER_WORDS: f32 = 0.001;

    pub(super) fn among<'a>(signatures: impl IntoIterator<Item = &'a Signature>) -> Self {
        let mut rarity = Self { reports: 0.0, reports_with: FxHashMap::default() };
        for signature in signatures {
            rarity.reports += 1.0;
            for word in &signature.words {
                *rarity.reports_with.entry(word.stem).or_insert(0.0) += 1.0;
            }
        }
        rarity
    }

    fn of(&self, stem: u32) -> f32 {
        let rate = common_rank(stem).map_or(Self::RATE_OF_OTHER_WORDS, |rank| 1.0 - (-Self::BACKGROUND_RATE / rank as f32).exp());
        let with = self.reports_with.get(&stem).copied().unwrap_or(0.0);
        ((Self::BACKGROUND_REPORTS + self.reports) / (Self::BACKGROUND_REPORTS * rate + with + 0.05)).ln().max(0.0)
    }

    /// A report's words as two vectors of length 1.
    fn weigh(&self, signature: &Signature) -> Vec<Weighted> {
        let mut words: Vec<Weighted> = signature.words.iter().map(|word| self.weigh_word(word)).collect();
        let length = |part: fn(&Weighted) -> f32| words.iter().map(|w| part(w) * part(w)).sum::<f32>().sqrt().max(f32::MIN_POSITIVE);
        let (lead, whole) = (length(|w| w.lead), length(|w| w.whole));
        for word in &mut words {
            word.lead /= lead;
            word.whole /= whole;
        }
        words
    }

    fn weigh_word(&self, word: &Counted) -> Weighted {
        let weight = self.of(word.stem) * if word.is_name { NAME_WEIGHT } else { 1.0 };
        let times = |count: u32| if count == 0 { 0.0 } else { weight * (1.0 + (count as f32).ln()) };
        Weighted { stem: word.stem, lead: times(word.lead), whole: times(word.whole) }
    }
}

/// How alike two reports are as wholes, 0 to 1: the mean of the cosines of their leads and of their whole texts.
pub(super) fn similarity(left: &Signature, right: &Signature) -> f32 {
    let rarity = Rarity::among([left, right]);
    let (left, right) = (rarity.weigh(left), rarity.weigh(right));
    let mut others = right.iter().peekable();
    let mut sum = 0.0;
    for word in &left {
        while others.next_if(|other| other.stem < word.stem).is_some() {}
        if let Some(other) = others.next_if(|other| other.stem == word.stem) {
            sum += alike(word, other);
        }
    }
    sum
}

/// What one shared word adds to the similarity.
fn alike(one: &Weighted, other: &Weighted) -> f32 {
    f32::midpoint(one.lead * other.lead, one.whole * other.whole)
}

/// How alike two reports are, 1 where they are just alike enough.
pub(super) struct Edge {
    pub left: usize,
    pub right: usize,
    pub strength: f32,
}

/// The pairs of reports that are alike at all and near enough in time.
pub(super) fn edges(signatures: &[Signature]) -> Vec<Edge> {
    let rarity = Rarity::among(signatures);
    let mut order: Vec<usize> = (0..signatures.len()).collect();
    order.sort_by_key(|&number| day(signatures, number));
    let undated = order.partition_point(|&number| day(signatures, number).is_none());
    let mut index = Index { undated, words: FxHashMap::default() };
    let mut edges = Vec::new();
    for (place, &number) in order.iter().enumerate() {
        let Some(signature) = signatures.get(number) else { continue };
        let words = rarity.weigh(signature);
        let seen = order.get(..place).unwrap_or_default();
        let window =
            seen.partition_point(|&other| day(signatures, other).is_none() || !within_window(day(signatures, other), signature.day));
        for (other, sum) in index.similarities(&words, window, place) {
            let other = order.get(other).copied().unwrap_or_default();
            let strength = sum / threshold(signature.day, day(signatures, other));
            edges.push(Edge { left: number.min(other), right: number.max(other), strength });
        }
        index.add(place, &words);
    }
    edges
}

fn day(signatures: &[Signature], number: usize) -> Option<Date> {
    signatures.get(number).and_then(|signature| signature.day)
}

/// For each word the reports that have it, in the order of their days, the undated first.
struct Index {
    undated: usize,
    words: FxHashMap<u32, Vec<(usize, Weighted)>>,
}

impl Index {
    /// The reports before `place` that are undated or stand at `window` or later, with how alike they are.
    fn similarities(&self, words: &[Weighted], window: usize, place: usize) -> Vec<(usize, f32)> {
        let mut sums = vec![0.0; place];
        for word in words {
            let reports = self.words.get(&word.stem).map(Vec::as_slice).unwrap_or_default();
            let (undated, dated) = reports.split_at(reports.partition_point(|(other, _)| *other < self.undated));
            let inside = dated.get(dated.partition_point(|(other, _)| *other < window)..).unwrap_or_default();
            if undated.len() + inside.len() > MOST_REPORTS_OF_A_WORD {
                continue;
            }
            for (other, theirs) in undated.iter().chain(inside) {
                if let Some(sum) = sums.get_mut(*other) {
                    *sum += alike(word, theirs);
                }
            }
        }
        sums.into_iter().enumerate().filter(|&(_, sum)| sum >= LEAST).collect()
    }

    fn add(&mut self, place: usize, words: &[Weighted]) {
        for word in words {
            self.words.entry(word.stem).or_default().push((place, *word));
        }
    }
}

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
}

impl Clusters {
    pub(super) fn of(reports: usize, edges: &[Edge]) -> Self {
        let mut clusters = Self {
            members: (0..reports).map(|report| vec![report]).collect(),
            sums: vec![FxHashMap::default(); reports],
            heap: BinaryHeap::new(),
        };
        for edge in edges {
            clusters.set_sum(edge.left, edge.right, edge.strength);
            clusters.note(edge.left, edge.right);
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
            if (self.size(kept), self.size(gone)) == sizes {
                self.merge(kept, gone);
            }
        }
    }

    fn merge(&mut self, kept: usize, gone: usize) {
        let moved = self.members.get_mut(gone).map(std::mem::take).unwrap_or_default();
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
