//! What of a sentence is compared: its stems with what each is, and the 4-grams of its words.

use std::borrow::Cow;
use std::hash::{Hash, Hasher};
use std::sync::LazyLock;

use rustc_hash::{FxHashSet, FxHasher};

use crate::event::common_rank;
use crate::text::calendar::month;
use crate::text::latin::latin;
use crate::text::senses::Senses;
use crate::text::term::{Term, fingerprint};

/// Function words that two sentences share whatever they say.
const FUNCTION_WORDS: &[&str] = &[
    "a", "an", "the", "of", "to", "in", "on", "at", "for", "by", "and", "or", "but", "is", "are", "was", "were", "be", "been", "has",
    "have", "had", "it", "its", "that", "this", "these", "those", "as", "with", "from", "he", "she", "they", "his", "her", "their", "i",
    "you", "we", "who", "which", "said", "says", "will", "would",
];

/// The letters of the longest of them: most words need not be looked up.
const LONGEST_FUNCTION_WORD: usize = 5;

/// Whether a folded word is one that two sentences share whatever they say.
pub(super) fn is_function_word(word: &str) -> bool {
    static SET: LazyLock<FxHashSet<&str>> = LazyLock::new(|| FUNCTION_WORDS.iter().copied().collect());
    word.len() <= LONGEST_FUNCTION_WORD && SET.contains(word)
}

/// Whether a term says something by itself.
pub(super) fn is_content(term: &Term) -> bool {
    (term.word.chars().nth(1).is_some() || term.is_number()) && !is_function_word(&term.word)
}

fn is_number(term: &Term) -> bool {
    term.is_number() || term.is_number_word()
}

/// By what the words of a report are compared with those of another.
#[derive(Debug, Clone, Copy)]
pub(super) struct Reading {
    senses: &'static Senses,
    is_english: bool,
    /// Whether the other report is in another language, so that names, numbers and months are all that can be found in it.
    across_languages: bool,
}

impl Reading {
    /// The language as a BCP 47 code.
    pub(super) fn new(language: &str, across_languages: bool) -> Self {
        Self { senses: Senses::of(language), is_english: language == "en", across_languages }
    }

    /// What a term is compared by: a stem, that of another word of the same sense, a name in Latin letters; nothing for a word that says
    /// nothing by itself.
    pub(super) fn key<'t>(&self, term: &'t Term) -> Option<Cow<'t, str>> {
        if self.across_languages {
            return across_languages(term);
        }
        // Languages without a list of function words: the shortest words are taken for such.
        let says_nothing = if self.is_english { !is_content(term) } else { !is_number(term) && is_short_and_small(&term.word) };
        (!says_nothing).then(|| Cow::Borrowed(self.senses.stem(&term.stem)))
    }

    /// The letters that are compared of a term with that key.
    fn letters<'t>(&self, term: &'t Term, key: &'t str) -> &'t str {
        if self.across_languages { key } else { self.senses.same_as(&term.stem).map_or(&term.word, |sense| sense.word) }
    }
}

fn across_languages(term: &Term) -> Option<Cow<'_, str>> {
    if is_number(term) {
        return Some(Cow::Borrowed(&term.stem));
    }
    if let Some(month) = month(&term.word) {
        return Some(Cow::Owned(format!("month {month}")));
    }
    term.capital.then(|| Cow::Owned(latin(&term.word)))
}

/// Whether it has up to three letters of a script that tells small letters from capitals; in others a word of two letters says much.
fn is_short_and_small(word: &str) -> bool {
    const LONGEST: usize = 3;
    word.chars().all(char::is_lowercase) && word.chars().nth(LONGEST).is_none()
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
    /// Reads the features off a sentence's terms.
    pub(super) fn of(terms: &[Term], reading: Reading) -> Self {
        let mut features = Self::default();
        let in_capitals = is_in_capitals(terms);
        let mut padded = Vec::new();
        for (place, term) in terms.iter().enumerate() {
            let Some(key) = reading.key(term) else { continue };
            let hash = fingerprint(key.chars());
            let is_number = is_number(term);
            let is_name = term.capital && !is_number && !in_capitals && (place > 0 || common_rank(hash).is_none());
            features.stems.push(Stem { hash, is_number, is_name });
            push_grams(reading.letters(term, &key), &mut padded, &mut features.grams);
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

/// The 4-grams of a word with a blank before and after it, which `padded` is lent for; a shorter one is its own.
fn push_grams(word: &str, padded: &mut Vec<char>, grams: &mut Vec<u32>) {
    const LENGTH: usize = 4;
    padded.clear();
    padded.extend(std::iter::once(' ').chain(word.chars()).chain(std::iter::once(' ')));
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
        let features = Features::of(&found, Reading::new("en", false));
        let of = |is: fn(&Stem) -> bool| -> Vec<String> {
            let is_marked = |term: &&Term| features.stems.iter().any(|stem| is(stem) && stem.hash == fingerprint(term.stem.chars()));
            found.iter().filter(is_marked).map(|term| term.word.clone()).collect()
        };
        (of(|stem| stem.is_name), of(|stem| stem.is_number))
    }

    #[test]
    fn no_function_word_is_longer_than_is_looked_up() {
        assert!(FUNCTION_WORDS.iter().all(|word| is_function_word(word)));
    }

    #[test]
    fn what_is_compared_depends_on_the_languages() {
        for (text, language, across, want) in [
            ("The quakes shook the town of Selim", "en", false, "earthquak shook town selim"),
            ("Das Beben traf die Stadt im Mai", "de", false, "beb traf stadt"),
            ("Das Beben traf am 3. Mai Selim", "de", true, "das beben 3 month 5 selim"),
            ("3 мая в Харькове", "ru", true, "3 month 5 kharkove"),
            ("北京 地震", "zh", false, "北京 地震"),
        ] {
            let reading = Reading::new(language, across);
            let found = terms(text, language);
            let keys: Vec<_> = found.iter().filter_map(|term| reading.key(term)).collect();
            assert_eq!(keys.join(" "), want, "{text}");
        }
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
