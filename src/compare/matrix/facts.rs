//! Passages that several reports tell: star clusters over the rows of the comparisons, so that no chain of likenesses drifts away.

use std::cmp::Ordering;
use std::collections::BTreeSet;

use rustc_hash::FxHashMap;

use super::{Cell, MatrixKind, MatrixRow, members, pairs};
use crate::article::Article;
use crate::compare::{Comparison, Row};
use crate::extract::{Claims, Quotation};

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

/// Leaves out what a row of quotations shows already: facts of which all reports' sentences hold their words of one utterance.
pub(super) fn without_quoted(facts: Vec<MatrixRow>, quotations: &[MatrixRow], articles: &[Article], claims: &[&Claims]) -> Vec<MatrixRow> {
    let mut holds: FxHashMap<Place, Vec<usize>> = FxHashMap::default();
    for (number, row) in quotations.iter().enumerate().filter(|(_, row)| row.told_by() > 1) {
        for (report, quotation) in members(row) {
            let Some(hull) = claims[report].quotations.get(quotation).map(Quotation::hull) else { continue };
            let body = &articles[report].body;
            let sentences = body.sentence_at(hull.start).zip(body.sentence_at(hull.end.saturating_sub(1)));
            for sentence in sentences.into_iter().flat_map(|(first, last)| first..=last) {
                holds.entry((report, sentence)).or_default().push(number);
            }
        }
    }
    let utterances = |report: usize, cell: &Cell| -> BTreeSet<usize> {
        cell.numbers.iter().filter_map(|&sentence| holds.get(&(report, sentence))).flatten().copied().collect()
    };
    let is_shown = |row: &MatrixRow| {
        let cells = row.cells.iter().enumerate().filter_map(|(report, cell)| Some(utterances(report, cell.as_ref()?)));
        cells.reduce(|one, other| &one & &other).is_none_or(|shared| shared.is_empty())
    };
    facts.into_iter().filter(is_shown).collect()
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
