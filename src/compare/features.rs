//! What of a sentence is compared: its stems with what each is, and the 4-grams of its words.

use std::hash::{Hash, Hasher};

use rustc_hash::FxHasher;

use crate::event::common_rank;
use crate::text::senses::Senses;
use crate::text::term::{Term, fingerprint};

/// Function words that two sentences share whatever they say.
pub(super) const FUNCTION_WORDS: &[&str] = &[
    "a", "an", "the", "of", "to", "in", "on", "at", "for", "by", "and", "or", "but", "is", "are", "was", "were", "be", "been", "has",
    "have", "had", "it", "its", "that", "this", "these", "those", "as", "with", "from", "he", "she", "they", "his", "her", "their", "i",
    "you", "we", "who", "which", "said", "says", "will", "would",
];

/// Whether a term says something by itself.
pub(super) fn is_content(term: &Term) -> bool {
    (term.word.chars().nth(1).is_some() || term.is_number()) && !FUNCTION_WORDS.contains(&term.word.as_str())
}

/// A stem of a sentence, by its hash.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(super) struct Stem {
    pub hash: u32,
    pub is_number: bool,
    pub is_name: bool,
}

/// What of a sentence is compared; both lists are sorted and without repeats.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Features {
    /// Stems of content words.
    pub stems: Vec<Stem>,
    /// Hashes of four letters in a row within a word, its blanks included.
    pub grams: Vec<u32>,
}

impl Features {
    /// Reads the features off a sentence's terms; a word that has the sense of another counts as that other.
    pub(super) fn of(terms: &[Term], senses: &Senses) -> Self {
        let mut features = Self::default();
        let in_capitals = is_in_capitals(terms);
        for (place, term) in terms.iter().enumerate().filter(|(_, term)| is_content(term)) {
            let hash = fingerprint(senses.stem(&term.stem).chars());
            let is_number = term.is_number() || term.is_number_word();
            let is_name = term.capital && !is_number && !in_capitals && (place > 0 || common_rank(hash).is_none());
            features.stems.push(Stem { hash, is_number, is_name });
            push_grams(senses.same_as(&term.stem).map_or(&term.word, |sense| sense.word), &mut features.grams);
        }
        // Of one stem that is a name here and none there, the name goes first and stays.
        features.stems.sort_unstable_by_key(|stem| (stem.hash, !stem.is_name));
        features.stems.dedup_by_key(|stem| stem.hash);
        features.grams.sort_unstable();
        features.grams.dedup();
        features
    }

    pub(super) fn has(&self, hash: u32) -> bool {
        self.stems.binary_search_by_key(&hash, |stem| stem.hash).is_ok()
    }

    /// A number that sentences of other words hardly share.
    pub(super) fn print(&self) -> u64 {
        let mut hasher = FxHasher::default();
        self.grams.hash(&mut hasher);
        hasher.finish()
    }
}

/// Whether nearly every longer word has a capital, as in a headline: there a capital makes no name.
fn is_in_capitals(terms: &[Term]) -> bool {
    const LONGER: usize = 4;
    let longer = terms.iter().filter(|term| term.word.chars().nth(LONGER - 1).is_some());
    let (all, capital) = longer.fold((0, 0), |(all, capital), term| (all + 1, capital + usize::from(term.capital)));
    all > 2 && capital * 10 > all * 7
}

/// The 4-grams of a word with a blank before and after it; a shorter one is its own.
fn push_grams(word: &str, grams: &mut Vec<u32>) {
    const LENGTH: usize = 4;
    let padded: Vec<char> = std::iter::once(' ').chain(word.chars()).chain(std::iter::once(' ')).collect();
    if padded.len() < LENGTH {
        grams.push(fingerprint(padded.iter().copied()));
    }
    grams.extend(padded.windows(LENGTH).map(|gram| fingerprint(gram.iter().copied())));
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::term::terms;

    /// The words of a text that are names, and those that are numbers.
    fn marked(text: &str) -> (Vec<String>, Vec<String>) {
        let found = terms(text, "en");
        let features = Features::of(&found, Senses::of("en"));
        let of = |is: fn(&Stem) -> bool| -> Vec<String> {
            let is_marked = |term: &&Term| features.stems.iter().any(|stem| is(stem) && stem.hash == fingerprint(term.stem.chars()));
            found.iter().filter(is_marked).map(|term| term.word.clone()).collect()
        };
        (of(|stem| stem.is_name), of(|stem| stem.is_number))
    }

    #[test]
    fn names_and_numbers_are_told_from_words() {
        for (text, names, numbers) in [
            ("People in Port Selim counted 12 boats and seven rafts.", vec!["port", "selim"], vec!["12", "seven"]),
            ("Selim fell silent.", vec!["selim"], vec![]),
            ("Ferry Runs Aground Near Island", vec![], vec![]),
        ] {
            let want = (names.into_iter().map(String::from).collect(), numbers.into_iter().map(String::from).collect());
            assert_eq!(marked(text), want, "{text}");
        }
    }
}
