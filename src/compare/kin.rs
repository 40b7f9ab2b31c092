//! Words that are all but the same: forms of one word that stemming leaves apart (`election`, `electoral`) and spellings of one name.

use rustc_hash::{FxHashMap, FxHashSet};

/// How much of a word its kin counts for, in hundredths.
const SAME_BEGINNING: u32 = 90;
const SAME_LETTERS: u32 = 80;
/// Letters that kin begin with, and the share of the longer word that they are at least.
const LEAST_BEGINNING: usize = 4;
const BEGINNING: f32 = 0.6;
/// Letters of the shorter word, and the Dice coefficient of the letter pairs.
const LEAST_LETTERS: usize = 5;
const LETTERS: f32 = 0.7;

/// A word of one report with its kin in the other, each with how much it counts for in hundredths.
pub(super) type Kin = FxHashMap<u32, Vec<(u32, u32)>>;

/// For each word of the left report the kin that the right one has; words by the hash of their stem.
///
/// Shape: only words that begin with the same two letters are held against each other.
pub(super) fn kin(left: &[Spelt], right: &[Spelt]) -> Kin {
    let mut by_beginning: FxHashMap<[char; 2], Vec<&Spelt>> = FxHashMap::default();
    for word in right {
        by_beginning.entry(word.beginning).or_default().push(word);
    }
    let found = left.iter().filter_map(|word| {
        let others = by_beginning.get(&word.beginning)?.iter().filter(|other| other.hash != word.hash);
        let kin: Vec<(u32, u32)> = others.filter_map(|other| Some((other.hash, word.kinship(other)?))).collect();
        (!kin.is_empty()).then_some((word.hash, kin))
    });
    found.collect()
}

/// A word by its letters.
#[derive(Debug, Clone)]
pub(super) struct Spelt {
    hash: u32,
    beginning: [char; 2],
    letters: Vec<char>,
    /// Sorted.
    pairs: Vec<(char, char)>,
}

impl Spelt {
    /// The words of a report that can have kin, ascending by hash, each once.
    pub(super) fn all<Word: AsRef<str>>(words: impl Iterator<Item = (u32, Word)>) -> Vec<Self> {
        let mut seen = FxHashSet::default();
        let mut all: Vec<Self> =
            words.filter(|(hash, _)| seen.insert(*hash)).filter_map(|(hash, word)| Self::of(hash, word.as_ref())).collect();
        all.sort_unstable_by_key(|word| word.hash);
        all
    }

    /// Numbers and short words have no kin.
    fn of(hash: u32, word: &str) -> Option<Self> {
        let letters: Vec<char> = word.chars().collect();
        let beginning = [*letters.first()?, *letters.get(1)?];
        if letters.len() < LEAST_BEGINNING || letters.first()?.is_numeric() {
            return None;
        }
        let mut pairs: Vec<(char, char)> = letters.iter().copied().zip(letters.iter().copied().skip(1)).collect();
        pairs.sort_unstable();
        Some(Self { hash, beginning, letters, pairs })
    }

    fn kinship(&self, other: &Self) -> Option<u32> {
        let (shorter, longer) = (self.letters.len().min(other.letters.len()), self.letters.len().max(other.letters.len()));
        let beginning = self.letters.iter().zip(&other.letters).take_while(|(a, b)| a == b).count();
        if beginning >= LEAST_BEGINNING && beginning as f32 >= BEGINNING * longer as f32 {
            return Some(SAME_BEGINNING);
        }
        (shorter >= LEAST_LETTERS && self.letter_dice(other) >= LETTERS).then_some(SAME_LETTERS)
    }

    fn letter_dice(&self, other: &Self) -> f32 {
        let mut theirs = other.pairs.iter().peekable();
        let mut shared = 0;
        for pair in &self.pairs {
            while theirs.next_if(|other| *other < pair).is_some() {}
            shared += usize::from(theirs.next_if_eq(&pair).is_some());
        }
        2.0 * shared as f32 / (self.pairs.len() + other.pairs.len()) as f32
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn forms_and_spellings_of_one_word_are_kin() {
        for (one, other, want) in [
            ("electr", "electron", true),
            ("costara", "costaran", true),
            ("vorolenski", "vorolenskyi", true),
            ("machmud", "mahmud", true),
            ("harbor", "harbour", true),
            ("minist", "minor", false),
            ("port", "sport", false),
            ("2019", "2018", false),
            ("sea", "sear", false),
        ] {
            let (left, right) = (Spelt::all([(1, one)].into_iter()), Spelt::all([(2, other)].into_iter()));
            assert_eq!(kin(&left, &right).contains_key(&1), want, "{one} {other}");
            assert_eq!(kin(&right, &left).contains_key(&2), want, "{other} {one}");
        }
    }
}
