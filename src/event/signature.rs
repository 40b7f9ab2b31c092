//! What is kept of an article to tell which event it reports: its words, counted for the lead and for the whole, what it counts, the weekdays
//! of its lead, and its day.

use std::sync::LazyLock;

use jiff::civil::Date;
use rustc_hash::{FxHashMap, FxHashSet};

use super::counts::{self, Count};
use crate::article::Article;
use crate::text::calendar::weekday;
use crate::text::fold;
use crate::text::senses::Senses;
use crate::text::term::{Term, fingerprint, terms};

/// How many sentences are the lead, the title aside: who, what, where and when stand there.
const LEAD_SENTENCES: usize = 4;

/// Words that tell nothing about an event.
static STOP_WORDS: LazyLock<FxHashSet<&str>> = LazyLock::new(|| include_str!("stop_words.txt").split_ascii_whitespace().collect());

/// The commonest English words with their rank from 1, by stem; the better rank where two words share a stem.
static COMMON_WORDS: LazyLock<FxHashMap<u32, usize>> = LazyLock::new(|| {
    let mut ranks = FxHashMap::default();
    for (number, word) in include_str!("common_words.txt").split_ascii_whitespace().enumerate() {
        ranks.entry(fingerprint(fold::stem(word, "en").chars())).or_insert(number + 1);
    }
    ranks
});

/// Whether a word tells nothing about an event.
pub(super) fn is_stop_word(word: &str) -> bool {
    STOP_WORDS.contains(word)
}

/// The words of a report, counted for its lead and its whole, what it counts, and its day.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Signature {
    /// The day of publication.
    pub day: Option<Date>,
    /// Ascending by stem, each stem once.
    pub(super) words: Vec<Counted>,
    /// Ascending, without repeats.
    pub(super) counts: Vec<Count>,
    /// The weekdays that the lead names, one bit each.
    pub(super) weekdays: u8,
}

/// What a word is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    Word,
    /// Written with a capital somewhere where not every word is: mostly a name.
    Name,
    Number,
}

/// How often a report has a word.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Counted {
    /// A hash of the stem.
    pub stem: u32,
    /// How often in the title and the first sentences.
    pub lead: u32,
    /// How often in all, the title included.
    pub whole: u32,
    pub kind: Kind,
}

impl Signature {
    /// Reads an article's signature.
    #[must_use]
    pub fn of(article: &Article) -> Self {
        let language = article.metadata.language().unwrap_or("en");
        Self::of_terms(article, &terms(article.body.text(), language))
    }

    /// How often a word stands in the whole, and in the title and the first sentences; none where it does not, or is passed over.
    #[must_use]
    pub fn times(&self, number: u32) -> Option<(u32, u32)> {
        let at = self.words.binary_search_by_key(&number, |word| word.stem).ok()?;
        self.words.get(at).map(|word| (word.whole, word.lead))
    }

    /// How many words were counted.
    #[must_use]
    pub fn length(&self) -> u32 {
        self.words.iter().map(|word| word.whole).sum()
    }

    /// Reads an article's signature off the terms of its body.
    pub(crate) fn of_terms(article: &Article, body: &[Term]) -> Self {
        let language = article.metadata.language().unwrap_or("en");
        let senses = Senses::of(language);
        let title = article.title().map(|title| terms(title, language)).unwrap_or_default();
        let mut reading = Reading { senses, words: FxHashMap::default(), counts: counts::counts(&title, true, senses), weekdays: 0 };
        reading.add(&title, true);
        let mut rest = body;
        for (number, sentence) in article.body.sentences().iter().enumerate() {
            let (terms, after) = rest.split_at(rest.partition_point(|term| term.span.start < sentence.span.end));
            let in_lead = number < LEAD_SENTENCES;
            reading.add(terms, in_lead);
            reading.counts.extend(counts::counts(terms, in_lead, senses));
            if in_lead {
                let named = terms.iter().filter_map(|term| weekday(&term.word));
                reading.weekdays = named.fold(reading.weekdays, |days, day| days | 1 << day);
            }
            rest = after;
        }
        reading.signature(article.published().map(crate::article::Published::day))
    }
}

struct Reading {
    senses: &'static Senses,
    words: FxHashMap<u32, Counted>,
    counts: Vec<Count>,
    weekdays: u8,
}

impl Reading {
    /// Counts the words of one sentence.
    fn add(&mut self, sentence: &[Term], in_lead: bool) {
        for (place, term) in sentence.iter().enumerate() {
            if !term.is_number() && (term.word.chars().nth(1).is_none() || is_stop_word(&term.word)) {
                continue;
            }
            let stem = fingerprint(self.senses.stem(&term.stem).chars());
            let count = self.words.entry(stem).or_insert(Counted { stem, lead: 0, whole: 0, kind: Kind::Word });
            count.whole += 1;
            count.lead += u32::from(in_lead);
            if term.is_number() || term.is_number_word() {
                count.kind = Kind::Number;
            } else if term.capital && count.kind == Kind::Word && (place > 0 || common_rank(fingerprint(term.stem.chars())).is_none()) {
                // An everyday word that opens a sentence has its capital from there.
                count.kind = Kind::Name;
            }
        }
    }

    fn signature(self, day: Option<Date>) -> Signature {
        let mut words: Vec<Counted> = self.words.into_values().collect();
        words.sort_unstable_by_key(|word| word.stem);
        Signature { day, words, counts: counts::merged(self.counts), weekdays: self.weekdays }
    }
}

/// How signatures of reports in a language count a word that is searched for.
#[must_use]
pub fn word_numbers(word: &str, language: &str) -> Vec<u32> {
    let senses = Senses::of(language);
    terms(word, language).iter().map(|term| fingerprint(senses.stem(&term.stem).chars())).collect()
}

/// The place of a word among the commonest of the language, from 1.
pub(crate) fn common_rank(stem: u32) -> Option<usize> {
    COMMON_WORDS.get(&stem).copied()
}
