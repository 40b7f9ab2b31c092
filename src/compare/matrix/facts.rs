//! Passages that several reports tell: star clusters over the rows of the comparisons, so that no chain of likenesses drifts away.

use std::cmp::Ordering;
use std::collections::BTreeSet;

use rustc_hash::FxHashMap;

use super::{Cell, MatrixKind, MatrixRow, pairs};
use crate::article::Article;
use crate::compare::{Comparison, Row};

/// A report, and the number of a sentence in it.
type Place = (usize, usize);

/// The least likeness of a sentence to the hub of its cluster.
const LEAST_SCORE: f32 = 0.35;

/// The rows, in the order of their hubs' reports, and how many sentences of each report stand in none of the comparisons' aligned rows.
pub(super) fn rows(articles: &[Article], comparisons: &[Comparison]) -> (Vec<MatrixRow>, Vec<usize>) {
    let links = Links::of(articles.len(), comparisons);
    let alone = |(report, article): (usize, &Article)| {
        (0..article.body.sentences().len()).filter(|&sentence| !links.0.contains_key(&(report, sentence))).count()
    };
    let alone = articles.iter().enumerate().map(alone).collect();
    let mut taken: BTreeSet<Place> = BTreeSet::new();
    let mut rows = Vec::new();
    for hub in links.hubs() {
        if taken.contains(&hub) {
            continue;
        }
        let star: BTreeSet<Place> = links.around(hub).filter(|place| !taken.contains(place)).chain([hub]).collect();
        let cells: Vec<Option<Cell>> = (0..articles.len()).map(|report| cell(&star, report)).collect();
        if cells.iter().flatten().count() > 1 {
            taken.extend(star);
            rows.push(MatrixRow { kind: MatrixKind::Fact, about: String::new(), hub, cells, differs: false, compatible: false });
        }
    }
    rows.sort_by_key(|row: &MatrixRow| row.hub);
    (rows, alone)
}

fn cell(star: &BTreeSet<Place>, report: usize) -> Option<Cell> {
    let numbers: Vec<usize> = star.iter().filter(|(of, _)| *of == report).map(|(_, number)| *number).collect();
    (!numbers.is_empty()).then_some(Cell { numbers, variant: 0 })
}

/// How alike sentences of two reports are, from both ends.
struct Links(FxHashMap<Place, Vec<(Place, f32)>>);

impl Links {
    fn of(reports: usize, comparisons: &[Comparison]) -> Self {
        let mut links: FxHashMap<Place, Vec<(Place, f32)>> = FxHashMap::default();
        for ((left, right), comparison) in pairs(reports).zip(comparisons) {
            for (one, other, score) in comparison.rows.iter().flat_map(linked) {
                links.entry((left, one)).or_default().push(((right, other), score));
                links.entry((right, other)).or_default().push(((left, one), score));
            }
        }
        Self(links)
    }

    /// The sentences that may stand for their cluster, those that are most like all others first.
    fn hubs(&self) -> Vec<Place> {
        let worth = |place: &Place| self.0.get(place).into_iter().flatten().map(|(_, score)| score).sum::<f32>();
        let mut hubs: Vec<(Place, f32)> = self.0.keys().map(|place| (*place, worth(place))).collect();
        hubs.sort_by(|one, other| other.1.partial_cmp(&one.1).unwrap_or(Ordering::Equal).then(one.0.cmp(&other.0)));
        hubs.into_iter().map(|(place, _)| place).collect()
    }

    fn around(&self, hub: Place) -> impl Iterator<Item = Place> {
        self.0.get(&hub).into_iter().flatten().filter(|(_, score)| *score >= LEAST_SCORE).map(|(place, _)| *place)
    }
}

/// The sentences that a row puts together, and how alike they are.
fn linked(row: &Row) -> impl Iterator<Item = (usize, usize, f32)> {
    row.left.iter().flat_map(move |one| row.right.iter().map(move |other| (*one, *other, row.score)))
}
