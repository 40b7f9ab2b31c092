//! Source and title of every article, folded once, so that a filter being typed looks at nothing else.

use super::headline::headline;
use super::word::{LetterSet, Word, cased_key};
use crate::library::ArticleLine;
use crate::text::fold;
use crate::text::span::Span;

/// The folded headlines of all articles, by the articles' numbers.
#[derive(Debug, Clone, PartialEq, Default)]
pub(super) struct Keys {
    text: String,
    lines: Vec<Key>,
    /// The same with capitals; made for the first word that has one.
    cased: Option<(String, Vec<Span>)>,
}

/// One article's part of the text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Key {
    whole: Span,
    source: Span,
    set: LetterSet,
    /// The letters that words begin with.
    initials: LetterSet,
}

impl Keys {
    /// Folds every headline.
    pub(super) fn of(articles: &[ArticleLine]) -> Self {
        let mut text = String::with_capacity(articles.len() * 80);
        let lines = articles.iter().map(|line| {
            let headline = headline(line);
            let start = text.len();
            fold::push_key(&headline.source, &mut text);
            let source = Span::new(start, text.len());
            text.push(' ');
            fold::push_key(&headline.title, &mut text);
            let whole = Span::new(start, text.len());
            let key = whole.of(&text);
            Key { whole, source, set: LetterSet::of(key), initials: initials(key) }
        });
        let lines = lines.collect();
        Self { text, lines, cased: None }
    }

    /// Makes what words with capitals are looked for in.
    pub(super) fn prepare_case(&mut self, articles: &[ArticleLine]) {
        if self.cased.is_none() {
            let mut text = String::with_capacity(self.text.len());
            let spans = articles.iter().map(|line| {
                let start = text.len();
                text.push_str(&cased_key(&headline(line).searched()));
                Span::new(start, text.len())
            });
            self.cased = Some((spans.collect(), text)).map(|(spans, text)| (text, spans));
        }
    }

    /// A source's name, folded.
    pub(super) fn source(&self, number: usize) -> &str {
        self.lines.get(number).map_or("", |key| key.source.of(&self.text))
    }

    /// How closely an article's headline has a word; `None` when it does not have it.
    pub(super) fn find(&self, number: usize, word: &Word) -> Option<Closeness> {
        let key = self.lines.get(number).filter(|key| key.set.has(word.set))?;
        let text = self.searched(number, key, word.is_cased);
        // For one letter the set has told already, unless letters share its bit.
        let is_told = !word.is_cased && matches!(word.letters.as_bytes(), [b'a'..=b'z' | b'0'..=b'9']);
        if is_told || text.contains(&word.letters) {
            return Some(Closeness::Exact);
        }
        let first = word.letters.chars().next().map(|c| LetterSet::of(&fold::key(c.encode_utf8(&mut [0; 4]))))?;
        if !key.initials.has(first) || !word.is_shortened_in(text) {
            return None;
        }
        let letters: Vec<char> = text.chars().collect();
        let places = word.places(&letters)?;
        let stretch = places.last().zip(places.first()).map_or(0, |(last, first)| last - first + 1);
        Some(Closeness::Shortened { skipped: (stretch - places.len()) as u32 })
    }

    fn searched(&self, number: usize, key: &Key, is_cased: bool) -> &str {
        match &self.cased {
            Some((text, spans)) if is_cased => spans.get(number).map_or("", |span| span.of(text)),
            _ => key.whole.of(&self.text),
        }
    }
}

/// How closely a headline has what the filter asks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Closeness {
    /// As it stands.
    Exact,
    /// Shortened.
    Shortened {
        /// Letters of the headline left out between the first and the last one found.
        skipped: u32,
    },
}

impl Closeness {
    /// Of both: as close as the less close one, and all that is left out.
    pub(super) fn and(self, other: Self) -> Self {
        match (self, other) {
            (Self::Exact, closeness) | (closeness, Self::Exact) => closeness,
            (Self::Shortened { skipped }, Self::Shortened { skipped: more }) => Self::Shortened { skipped: skipped.saturating_add(more) },
        }
    }
}

fn initials(key: &str) -> LetterSet {
    let mut inside = false;
    let firsts = key.chars().filter(|c| {
        let starts = c.is_alphanumeric() && !inside;
        inside = c.is_alphanumeric();
        starts
    });
    LetterSet::of(&firsts.collect::<String>())
}
