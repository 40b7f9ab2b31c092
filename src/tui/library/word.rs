//! One word of the filter, and where a text has it: as it stands, or shortened as people shorten.
//!
//! Shortened, a word begins every word of the text it uses, and goes on behind that anywhere within it: `brdg` finds `bridge`, `kju` finds
//! `Kim Jong Un`. Letters strewn over the middles of other words do not count: in a list of titles nearly everything would match.

use crate::text::fold;

/// A word to be found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Word {
    /// Its letters, folded; with their case where it is to be found as it is written.
    pub letters: String,
    /// Whether the case counts: the word has a capital.
    pub is_cased: bool,
    /// Which letters are in it, case aside.
    pub set: LetterSet,
    chars: Vec<char>,
    /// Where in the word each ASCII letter stands: bit `n` for its letter number `n`.
    ascii: Vec<u64>,
}

/// The longest word that is found shortened, too; the walk keeps a bit for each of its beginnings.
const LONGEST: usize = 62;

impl Word {
    /// Reads a word of the filter; `None` when nothing of it is left that could be found.
    pub(super) fn new(word: &str) -> Option<Self> {
        let is_cased = word.chars().any(char::is_uppercase);
        let folded = fold::key(word);
        let letters = if is_cased { cased_key(word) } else { folded.clone() };
        let chars: Vec<char> = letters.chars().collect();
        let ascii = (0..128_u8).map(|c| standing(&chars, char::from(c))).collect();
        (!letters.is_empty()).then(|| Self { set: LetterSet::of(&folded), chars, ascii, letters, is_cased })
    }

    /// Whether whoever has this word has the other one, too.
    pub(super) fn goes_on(&self, other: &Self) -> bool {
        self.letters.starts_with(&other.letters) || (!other.is_cased && fold::key(&self.letters).starts_with(&other.letters))
    }

    /// Whether a folded text has the word shortened; the work is a few steps for each letter.
    pub(super) fn is_shortened_in(&self, text: &str) -> bool {
        let mut walk = Walk::default();
        self.can_be_shortened() && text.chars().any(|c| self.is_complete(walk.step(c, self)))
    }

    /// Where a folded text has the word, as numbers of its letters.
    pub(super) fn places(&self, text: &[char]) -> Option<Vec<usize>> {
        self.whole(text).or_else(|| self.shortened(text))
    }

    fn whole(&self, text: &[char]) -> Option<Vec<usize>> {
        let start = text.windows(self.chars.len()).position(|window| window == self.chars)?;
        Some((start..start + self.chars.len()).collect())
    }

    /// The first place where the word ends, and from there back, the nearest letters that lead to it.
    fn shortened(&self, text: &[char]) -> Option<Vec<usize>> {
        if !self.can_be_shortened() {
            return None;
        }
        let mut walk = Walk::default();
        let mut reached = Vec::with_capacity(text.len());
        let end = text.iter().position(|&c| {
            let beginnings = walk.step(c, self);
            reached.push(beginnings);
            self.is_complete(beginnings)
        })?;
        let begins = |at: usize| at == 0 || text.get(at - 1).is_none_or(|before| !before.is_alphanumeric());
        let mut places = vec![end];
        let mut at = end;
        for length in (1..self.chars.len()).rev() {
            let word = (0..=at).rev().find(|&start| begins(start)).unwrap_or(0);
            let from = if word == at { 0 } else { word };
            at = (from..at).rev().find(|&before| reached.get(before).is_some_and(|beginnings| beginnings >> length & 1 == 1))?;
            places.push(at);
        }
        places.reverse();
        Some(places)
    }

    /// Where in the word a letter stands.
    fn standing(&self, c: char) -> u64 {
        self.ascii.get(c as usize).copied().unwrap_or_else(|| standing(&self.chars, c))
    }

    /// A letter alone is found where it stands, or not at all.
    fn can_be_shortened(&self) -> bool {
        (2..=LONGEST).contains(&self.chars.len())
    }

    fn is_complete(&self, beginnings: u64) -> bool {
        beginnings >> self.chars.len() & 1 == 1
    }
}

/// Where a text in plain letters (ASCII) has every word of a query, as numbers of its letters; `None` when one is missing.
#[must_use]
pub(in crate::tui) fn matches(text: &str, query: &str) -> Option<Vec<usize>> {
    let letters: [Vec<char>; 2] = [text.to_ascii_lowercase(), text.to_owned()].map(|text| text.chars().collect());
    let mut found = Vec::new();
    for word in query.split_whitespace().filter_map(Word::new) {
        found.extend(word.places(&letters[usize::from(word.is_cased)])?);
    }
    found.sort_unstable();
    found.dedup();
    Some(found)
}

/// Where among the first letters a letter stands: bit `n` for number `n`.
fn standing(letters: &[char], c: char) -> u64 {
    letters.iter().take(LONGEST).enumerate().fold(0, |places, (at, &letter)| places | u64::from(letter == c) << at)
}

/// Which beginnings of a word the text so far has, shortened; bit `n` stands for its first `n` letters.
#[derive(Debug, Default)]
struct Walk {
    /// Those that end anywhere so far.
    any: u64,
    /// Those that end in the text's word being read.
    here: u64,
    inside: bool,
}

impl Walk {
    /// Reads a letter of the text; gives the beginnings that end with it.
    fn step(&mut self, c: char, word: &Word) -> u64 {
        if !c.is_alphanumeric() {
            (self.here, self.inside) = (0, false);
            return 0;
        }
        let before = if self.inside { self.here } else { self.any | 1 };
        let ended = (word.standing(c) & before) << 1;
        self.here = if self.inside { self.here | ended } else { ended };
        self.any |= ended;
        self.inside = true;
        ended
    }
}

/// Which letters a text has: a bit for each of a to z and 0 to 9, and some that all others share.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct LetterSet(u64);

impl LetterSet {
    /// The letters of a folded text.
    pub(super) fn of(text: &str) -> Self {
        let bit = |c: char| match c {
            'a'..='z' => c as u32 - 'a' as u32,
            '0'..='9' => 26 + c as u32 - '0' as u32,
            _ => 36 + c as u32 % 28,
        };
        Self(text.chars().fold(0, |set, c| set | 1 << bit(c)))
    }

    /// Whether all letters of another text may be in it; for one letter of a to z or digit, whether it is.
    pub(super) fn has(self, other: Self) -> bool {
        self.0 & other.0 == other.0
    }
}

/// The comparison key of a text that keeps its capitals.
pub(super) fn cased_key(text: &str) -> String {
    let mut key = String::with_capacity(text.len());
    text.chars().for_each(|c| push_cased(c, &mut key));
    key
}

fn push_cased(c: char, key: &mut String) {
    if c.is_ascii() {
        key.push(c);
    } else {
        let folded = fold::key(c.encode_utf8(&mut [0; 4]));
        if c.is_uppercase() { key.extend(folded.chars().flat_map(char::to_uppercase)) } else { key.push_str(&folded) }
    }
}

/// The letters that words are looked for in, each with the number of the code point of the text it stands for.
pub(super) fn letters(text: &str, is_cased: bool) -> (Vec<char>, Vec<usize>) {
    let mut folded = String::new();
    let (mut letters, mut numbers) = (Vec::with_capacity(text.len()), Vec::with_capacity(text.len()));
    for (number, c) in text.chars().enumerate() {
        folded.clear();
        if is_cased {
            push_cased(c, &mut folded);
        } else {
            fold::push_key(c.encode_utf8(&mut [0; 4]), &mut folded);
        }
        letters.extend(folded.chars());
        numbers.resize(letters.len(), number);
    }
    (letters, numbers)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str, word: &str) -> Option<String> {
        let word = Word::new(word).unwrap();
        let (letters, numbers) = letters(text, word.is_cased);
        let folded: String = letters.iter().collect();
        let places = word.places(&letters);
        assert_eq!(places.is_some(), folded.contains(&word.letters) || word.is_shortened_in(&folded), "{text} / {}", word.letters);
        let chars: Vec<char> = text.chars().collect();
        places.map(|places| places.into_iter().map(|place| chars[numbers[place]]).collect())
    }

    #[test]
    fn words_are_found_whole_and_shortened() {
        for (text, word, want) in [
            ("Kim meets Putin", "meet", Some("meet")),
            ("Kim meets Putin", "kp", Some("KP")),
            ("Kim meets Putin", "kmep", Some("KmeP")),
            ("Kim meets Putin", "its", None),
            ("The bridge opens", "brdg", Some("brdg")),
            ("The bridge opens", "rdg", None),
            ("The bridge opens", "tbo", Some("Tbo")),
            ("Łódź opens café", "cafe", Some("café")),
            ("The two towers", "twt", Some("twt")),
            ("New towns, new towers", "nto", Some("Nto")),
            ("Ämter öffnen", "AMT", None),
            ("ÄMTER öffnen", "AMT", Some("ÄMT")),
            ("Apple and apple", "App", Some("App")),
            ("an apple", "App", None),
            ("Ivo Marek Tal", "IMT", Some("IMT")),
            ("東京の橋", "橋", Some("橋")),
            ("abc", "z", None),
        ] {
            assert_eq!(found(text, word).as_deref(), want, "{text} / {word}");
        }
        assert_eq!(Word::new("\u{301}"), None);
    }

    #[test]
    fn the_work_does_not_grow_with_the_ways_to_go_wrong() {
        let text = "a ".repeat(20_000);
        assert_eq!(found(&text, &("a".repeat(40) + "b")), None);
        assert!(found(&text, &"a".repeat(40)).is_some());
    }

    #[test]
    fn a_longer_word_finds_no_more_than_its_beginning() {
        for (long, short, want) in [("bridge", "bri", true), ("Bri", "bri", true), ("bri", "Bri", false), ("bridge", "rid", false)] {
            assert_eq!(Word::new(long).unwrap().goes_on(&Word::new(short).unwrap()), want, "{long} {short}");
        }
    }
}
