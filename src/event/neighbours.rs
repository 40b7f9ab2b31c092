//! Which reports of a collection are alike at all and near enough in time, and how likely each two of them are to report one event.

use jiff::civil::Date;
use rustc_hash::FxHashMap;

use super::likeness::{Likeness, Shared};
use super::rarity::{Held, Rarity, Weighed, Weighted};
use super::signature::Signature;

/// Two reports of one event are at most so many days apart.
pub(super) const WINDOW_DAYS: i32 = 3;
/// How likely two reports are to report one event where both have a day; the window then rules out what is merely alike.
const LIKELY_WITH_DAYS: f32 = 0.25;
/// How likely they are in a collection without days.
const LIKELY_WITHOUT_DAYS: f32 = 0.36;
/// How likely they are where only one has a day: the same people may have done the like at another time, and nothing but all but the same
/// words rules it out.
const LIKELY_WITH_ONE_DAY: f32 = 0.999;
/// Words less alike than this count as not alike at all, so that a large collection has few pairs.
const LEAST: f32 = 0.05;
/// A word that more reports inside the window have cannot tell them apart, and is passed over.
const MOST_REPORTS_OF_A_WORD: usize = 1_000;

/// How likely two reports must be to report the same event, 0 to 1.
pub(super) fn threshold(left: Option<Date>, right: Option<Date>) -> f32 {
    match (left, right) {
        (Some(_), Some(_)) => LIKELY_WITH_DAYS,
        (None, None) => LIKELY_WITHOUT_DAYS,
        _ => LIKELY_WITH_ONE_DAY,
    }
}

/// Whether both can report the same event as far as their days tell.
pub(super) fn within_window(left: Option<Date>, right: Option<Date>) -> bool {
    left.zip(right).is_none_or(|(left, right)| days_between(left, right) <= WINDOW_DAYS)
}

fn days_between(left: Date, right: Date) -> i32 {
    (right - left).get_days().abs()
}

/// How likely two reports are to report one event, 1 where they are just likely enough.
pub(super) struct Edge {
    pub left: usize,
    pub right: usize,
    pub strength: f32,
}

/// How likely each two reports are to report one event, of those that are alike at all and near enough in time.
pub(super) fn edges(signatures: &[Signature], rarity: &Rarity) -> Vec<Edge> {
    let edge = |(left, right, likeness): (usize, usize, Likeness)| Edge {
        left,
        right,
        strength: likeness.score() / threshold(day(signatures, left), day(signatures, right)),
    };
    pairs(signatures, rarity).into_iter().map(edge).collect()
}

/// The pairs of reports that are alike at all and near enough in time, the smaller number first.
pub(super) fn pairs(signatures: &[Signature], rarity: &Rarity) -> Vec<(usize, usize, Likeness)> {
    let mut order: Vec<usize> = (0..signatures.len()).collect();
    order.sort_by_key(|&number| day(signatures, number));
    let undated = order.partition_point(|&number| day(signatures, number).is_none());
    let mut index = Index { undated, words: FxHashMap::default(), held: Vec::new(), sums: vec![Shared::default(); signatures.len()] };
    let mut pairs = Vec::new();
    for (place, &number) in order.iter().enumerate() {
        let Some(signature) = signatures.get(number) else { continue };
        let weighed = rarity.weigh(signature);
        let seen = order.get(..place).unwrap_or_default();
        let window =
            seen.partition_point(|&other| day(signatures, other).is_none() || !within_window(day(signatures, other), signature.day));
        for (place, shared) in index.alike(&weighed.words, window) {
            let other = order.get(place).copied().unwrap_or_default();
            let (Some(theirs), Some(&has)) = (signatures.get(other), index.held.get(place)) else { continue };
            pairs.push((number.min(other), number.max(other), shared.likeness(signature, theirs, weighed.has, has)));
        }
        index.add(weighed);
    }
    pairs
}

fn day(signatures: &[Signature], number: usize) -> Option<Date> {
    signatures.get(number).and_then(|signature| signature.day)
}

/// For each word the reports that have it, in the order of their days, the undated first.
struct Index {
    undated: usize,
    words: FxHashMap<u32, Vec<(usize, Weighted)>>,
    /// What the lead of each report has.
    held: Vec<Held>,
    /// What a report shares with each other one; nothing while none is asked about.
    sums: Vec<Shared>,
}

impl Index {
    /// The reports so far that are undated or stand at `window` or later and are alike at all, with what they share.
    fn alike(&mut self, words: &[Weighted], window: usize) -> Vec<(usize, Shared)> {
        let mut met = Vec::new();
        for word in words {
            let reports = self.words.get(&word.stem).map(Vec::as_slice).unwrap_or_default();
            let (undated, dated) = reports.split_at(reports.partition_point(|(other, _)| *other < self.undated));
            let inside = dated.get(dated.partition_point(|(other, _)| *other < window)..).unwrap_or_default();
            if undated.len() + inside.len() > MOST_REPORTS_OF_A_WORD {
                continue;
            }
            for (other, theirs) in undated.iter().chain(inside) {
                if let Some(sum) = self.sums.get_mut(*other) {
                    if *sum == Shared::default() {
                        met.push(*other);
                    }
                    sum.add(word, theirs);
                }
            }
        }
        met.sort_unstable();
        met.dedup();
        let taken = met.into_iter().filter_map(|other| Some((other, std::mem::take(self.sums.get_mut(other)?))));
        taken.filter(|(_, shared)| shared.words() >= LEAST).collect()
    }

    fn add(&mut self, report: Weighed) {
        let place = self.held.len();
        self.held.push(report.has);
        for word in report.words {
            self.words.entry(word.stem).or_default().push((place, word));
        }
    }
}
