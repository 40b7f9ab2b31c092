//! What is kept of an article to tell which event it reports: its words, counted for the lead and for the whole, and its day.

use std::sync::LazyLock;

use jiff::civil::Date;
use rustc_hash::{FxHashMap, FxHashSet};

use crate::article::Article;
use crate::text::fold;
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

/// The words of a report, counted for its lead and its whole, and its day.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Signature {
    /// The day of publication.
    pub day: Option<Date>,
    /// Ascending by stem, each stem once.
    pub(super) words: Vec<Counted>,
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
    /// Whether it is written with a capital somewhere: mostly a name.
    pub is_name: bool,
}

impl Signature {
    /// Reads an article's signature.
    #[must_use]
    pub fn of(article: &Article) -> Self {
        let language = article.metadata.language.as_deref().unwrap_or("en");
        let title = article.title().map(|title| terms(title, language)).unwrap_or_default();
        let body = terms(article.body.text(), language);
        let lead_end = article.body.sentences().iter().take(LEAD_SENTENCES).next_back().map_or(0, |sentence| sentence.span.end);
        let mut counts = Counts::default();
        for term in &title {
            counts.add(term, true);
        }
        for term in &body {
            counts.add(term, term.span.start < lead_end);
        }
        Self { day: article.published().map(crate::article::Published::day), words: counts.sorted() }
    }
}

#[derive(Default)]
struct Counts(FxHashMap<u32, Counted>);

impl Counts {
    fn add(&mut self, term: &Term, in_lead: bool) {
        let is_content = term.is_number() || (term.word.chars().nth(1).is_some() && !STOP_WORDS.contains(term.word.as_str()));
        if is_content {
            let stem = fingerprint(term.stem.chars());
            let count = self.0.entry(stem).or_insert(Counted { stem, lead: 0, whole: 0, is_name: false });
            count.whole += 1;
            count.lead += u32::from(in_lead);
            count.is_name |= term.capital;
        }
    }

    fn sorted(self) -> Vec<Counted> {
        let mut words: Vec<Counted> = self.0.into_values().collect();
        words.sort_unstable_by_key(|word| word.stem);
        words
    }
}

/// The place of a word among the commonest of the language, from 1.
pub(super) fn common_rank(stem: u32) -> Option<usize> {
    COMMON_WORDS.get(&stem).copied()
}
