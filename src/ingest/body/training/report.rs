//! How well a model reads pages whose body is known, for the person who trains it.

#![cfg(test)]
#![expect(clippy::print_stdout, reason = "figures for the person who trains")]

use std::collections::HashMap;

use super::pages::{Example, Gold, grams, letters};
use crate::ingest::body::decide::State;

/// A page, and the path that a model chose.
pub(super) type Read<'a> = (&'a Example, Vec<State>);

/// The kinds of pages that are reported apart.
const KINDS: [&str; 11] = [
    "html-text",
    "html2text",
    "inscriptis",
    "variant 0",
    "variant 1",
    "variant 2",
    "human",
    "other ",
    "site-rules",
    "tool-snapshot",
    "pieces",
];

/// Running sums of shares.
#[derive(Default)]
struct Mean(f64, f64);

impl Mean {
    fn add(&mut self, hits: usize, of: usize) {
        if of > 0 {
            self.0 += hits as f64 / of as f64;
            self.1 += 1.0;
        }
    }

    fn value(&self) -> f64 {
        self.0 / self.1.max(1.0)
    }
}

/// Mean precision, mean recall and the F1 of the two, as the article-extraction-benchmark has them; of pages of which pieces are known,
/// the share of foreign pieces that stayed out for the precision, the share of own pieces that were kept for the recall.
fn measure<'a, 'b: 'a>(read: impl Iterator<Item = &'a Read<'b>>) -> (f64, f64, f64) {
    let (mut precision, mut recall) = (Mean::default(), Mean::default());
    for (page, path) in read {
        let kept: Vec<&str> = page.blocks.iter().zip(path).filter(|(_, s)| **s == State::Body).map(|(b, _)| b.text.as_str()).collect();
        let kept = kept.join("\n");
        match &page.gold {
            Gold::Path { text, .. } => {
                let (got, gold) = (grams(&kept), grams(text));
                let hits = got.iter().map(|(gram, n)| n.min(gold.get(gram).unwrap_or(&0))).sum();
                let count = |grams: &HashMap<Vec<&str>, usize>| grams.values().sum();
                precision.add(hits, count(&got));
                recall.add(hits, count(&gold));
            }
            Gold::Pieces { with, without, .. } => {
                let kept = letters(&kept);
                let found = |pieces: &[String]| pieces.iter().filter(|piece| kept.contains(&letters(piece))).count();
                // Each piece counts alike, as the pages have few.
                (0..with.len()).for_each(|n| recall.add(usize::from(n < found(with)), 1));
                (0..without.len()).for_each(|n| precision.add(usize::from(n >= found(without)), 1));
            }
        }
    }
    let (p, r) = (precision.value(), recall.value());
    (2.0 * p * r / (p + r).max(1e-9), p, r)
}

/// Prints the figures of each kind of page.
pub(super) fn report(name: &str, read: &[Read<'_>]) {
    for kind in KINDS {
        let of_kind = || read.iter().filter(|(page, _)| page.kind.starts_with(kind));
        if of_kind().next().is_some() {
            let (f1, precision, recall) = measure(of_kind());
            println!("{name:20} {kind:13} f1 {f1:.4}  precision {precision:.4}  recall {recall:.4}");
        }
    }
}

/// Prints the blocks of a page that were put on the wrong side, where they are many.
pub(super) fn misses(read: &Read<'_>) {
    let (page, path) = read;
    let (f1, precision, recall) = measure(std::iter::once(read));
    if f1 > 0.95 {
        return;
    }
    println!("== {} f1 {f1:.3}  precision {precision:.3}  recall {recall:.3}", page.name);
    let sides: Vec<Option<bool>> = match &page.gold {
        Gold::Path { states, .. } => states.iter().map(|state| Some(*state == State::Body)).collect(),
        Gold::Pieces { sides, .. } => sides.clone(),
    };
    for ((block, state), side) in page.blocks.iter().zip(path).zip(sides) {
        let is_known = side.is_some_and(|inside| inside != (*state == State::Body));
        if is_known && (block.text.split(' ').count() > 3 || matches!(page.gold, Gold::Pieces { .. })) {
            let start: String = block.text.chars().take(110).collect();
            println!("{} {start}", if side == Some(true) { "missed" } else { "leaked" });
        }
    }
}
