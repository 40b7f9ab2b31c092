//! Which blocks of a page speak of the same matter: content words that come back in the prose around them.
//!
//! A box of links in the middle of a report has the report's names above it and below it; behind the report's end the names are others.
//! After the lexical chains of Morris and Hirst (1991), with plain repetition as the only tie.

use std::hash::BuildHasher;

use rustc_hash::{FxBuildHasher, FxHashMap};

use crate::ingest::language::Languages;
use crate::text::span::first_chars;

use super::traits::Traits;

/// Blocks above and below in which a word may come back.
const REACH: usize = 10;

/// The least letters of a content word.
const LEAST_LETTERS: usize = 5;

/// Letters by which words are compared, so that an inflected word is still the same.
const STEM: usize = 7;

/// The ties of one block.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub(super) struct Ties {
    /// Share of the block's content words that stand in the prose above.
    pub(super) above: f32,
    /// Share of them that stand in the prose below.
    pub(super) below: f32,
    /// Content words that stand both in the prose above and in the prose below.
    pub(super) across: usize,
}

/// The ties of all blocks, given their comparison keys.
pub(super) fn ties(keys: &[String], traits: &[Traits]) -> Vec<Ties> {
    let contents: Vec<Vec<Stem>> = keys.iter().map(|key| content_words(key)).collect();
    let mut places: FxHashMap<Stem, Vec<usize>> = FxHashMap::default();
    for (at, words) in contents.iter().enumerate().filter(|(at, _)| traits[*at].is_prose()) {
        for &word in words {
            places.entry(word).or_default().push(at);
        }
    }
    let share = |words: &[Stem], stands: &dyn Fn(&[usize]) -> bool| {
        let tied = words.iter().filter(|word| places.get(*word).is_some_and(|places| stands(places))).count();
        tied as f32 / words.len().max(1) as f32
    };
    let mut ties: Vec<Ties> = contents
        .iter()
        .enumerate()
        .map(|(at, words)| Ties {
            above: share(words, &|places| any_within(places, at.saturating_sub(REACH), at)),
            below: share(words, &|places| any_within(places, at + 1, at + 1 + REACH)),
            across: 0,
        })
        .collect();
    for pair in places.values().flat_map(|places| places.windows(2)) {
        let (above, below) = (pair[0], pair[1]);
        let between = (above + 1).max(below.saturating_sub(REACH))..below.min(above + REACH + 1);
        ties.get_mut(between).into_iter().flatten().for_each(|block| block.across += 1);
    }
    ties
}

/// Whether one of the places, which are in order, lies in a range.
fn any_within(places: &[usize], from: usize, to: usize) -> bool {
    places.get(places.partition_point(|&place| place < from)).is_some_and(|&place| place < to)
}

/// A word's first letters, hashed: only whether two words are the same is asked.
type Stem = u64;

/// The stems of a folded text's words that are long and not common, each once.
fn content_words(folded: &str) -> Vec<Stem> {
    let words = folded
        .split(|c: char| !c.is_alphabetic())
        .filter(|word| word.len() >= LEAST_LETTERS && word.chars().nth(LEAST_LETTERS - 1).is_some());
    let mut stems: Vec<Stem> = words.filter(|word| !Languages::ALL.have_common(word)).map(stem).collect();
    stems.sort_unstable();
    stems.dedup();
    stems
}

fn stem(word: &str) -> Stem {
    FxBuildHasher.hash_one(first_chars(word, STEM))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ingest::block::Block;
    use crate::text::fold::key;

    #[test]
    fn a_box_in_the_report_is_crossed_by_its_names() {
        let page = [
            "The harbour master of Orne, Paula Lindqvist, told the council on Monday that the old quay would be dug out.",
            "Related articles",
            "Lindqvist said that ships of more than thirty metres would have to stay away from the quay until the autumn.",
            "More stories",
            "A bakery in another valley has won the national prize for its rye bread with caraway, the jury announced.",
        ];
        let blocks = page.map(Block::plain);
        let keys = page.map(key);
        let traits = [0, 1, 2, 3, 4].map(|at| Traits::of(&blocks[at], &keys[at], Languages::ALL));
        let ties = ties(&keys, &traits);
        assert!(ties[1].across >= 1 && ties[3].across == 0);
        assert!(ties[2].above > 0.0 && ties[0].below > 0.0 && ties[4].above == 0.0);
    }
}
