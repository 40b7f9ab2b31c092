//! One side of a comparison, read once: its sentences as terms and features, beside the article and what it claims.

use std::borrow::Cow;

use rustc_hash::FxHashMap;

use crate::article::Article;
use crate::event::Signature;
use crate::extract::Claims;
use crate::text::span::Span;
use crate::text::term::{Term, fingerprint, terms};

use super::features::{Features, Reading};

/// The most sentences of one side that are held against the other's: some ten times a long read.
const MOST_SENTENCES: usize = 2_000;

/// One side of a comparison.
pub(super) struct Report<'a> {
    pub article: &'a Article,
    pub claims: &'a Claims,
    /// The terms of the whole body; their spans point into it.
    terms: Vec<Term>,
    reading: Reading,
    /// What of each sentence is compared.
    pub features: Vec<Features>,
}

impl<'a> Report<'a> {
    /// Reads one side to be held against another article.
    pub(super) fn read(article: &'a Article, claims: &'a Claims, other: &Article) -> Self {
        let reading = Reading::new(language(article), are_foreign(article, other));
        let terms = terms(article.body.text(), language(article));
        let sentences = article.body.sentences();
        let features = sentences.iter().map(|sentence| Features::of(within(&terms, sentence.span), reading)).collect();
        Self { article, claims, terms, reading, features }
    }

    /// The features of the sentences that are compared; those of a very long report's end are not.
    pub(super) fn compared(&self) -> &[Features] {
        self.features.get(..MOST_SENTENCES.min(self.len())).unwrap_or_default()
    }

    /// What the words of the sentences are compared by, by its hash.
    pub(super) fn vocabulary(&self) -> FxHashMap<u32, Cow<'_, str>> {
        let end = self.sentence(self.compared().len().saturating_sub(1)).end;
        let keys = within(&self.terms, Span::new(0, end)).iter().filter_map(|term| self.reading.key(term));
        keys.map(|key| (fingerprint(key.chars()), key)).collect()
    }

    /// What tells which event it reports.
    pub(super) fn signature(&self) -> Signature {
        Signature::of_terms(self.article, &self.terms)
    }

    /// Says so when the report is too long to be compared as a whole.
    pub(super) fn degraded(&self) -> Option<String> {
        let file = self.article.name();
        (self.len() > MOST_SENTENCES)
            .then(|| format!("only the first {MOST_SENTENCES} of {} sentences of {file} were compared", self.len()))
    }

    /// How many sentences it has.
    pub(super) fn len(&self) -> usize {
        self.features.len()
    }

    /// The words of the body at a place.
    pub(super) fn words(&self, span: Span) -> &'a str {
        self.article.body.words(span)
    }

    /// The terms that lie in a stretch of the body.
    pub(super) fn terms_in(&self, span: Span) -> &[Term] {
        within(&self.terms, span)
    }

    /// The folded words of the body in order.
    pub(super) fn body_words(&self) -> impl Iterator<Item = &str> {
        self.terms.iter().map(|term| term.word.as_str())
    }

    /// Where a sentence stands; an empty span if there is none of that number.
    pub(super) fn sentence(&self, number: usize) -> Span {
        self.article.body.sentences().get(number).map_or(Span::new(0, 0), |sentence| sentence.span)
    }

    /// The number of the sentence that holds the beginning of a stretch.
    pub(super) fn sentence_of(&self, span: Span) -> usize {
        self.article.body.sentence_at(span.start).unwrap_or_default()
    }

    /// The numbers of the sentences that a stretch touches.
    pub(super) fn sentences_of(&self, span: Span) -> std::ops::RangeInclusive<usize> {
        self.sentence_of(span)..=self.article.body.sentence_at(span.end.saturating_sub(1).max(span.start)).unwrap_or_default()
    }
}

/// Whether two articles are known to be in different languages.
pub(super) fn are_foreign(one: &Article, other: &Article) -> bool {
    let main = |article: &'_ Article| article.metadata.language().and_then(|code| code.split('-').next()).map(str::to_lowercase);
    main(one).zip(main(other)).is_some_and(|(one, other)| one != other)
}

/// Says so when two articles are in different languages.
pub(super) fn foreign(one: &Article, other: &Article) -> Option<String> {
    are_foreign(one, other).then(|| {
        let (one, other) = (language(one), language(other));
        format!("one report is in another language ({one}, {other}), so that only names, figures and dates were compared")
    })
}

/// The language whose rules an article is read by.
pub(super) fn language(article: &Article) -> &str {
    article.metadata.language().unwrap_or("en")
}

fn within(terms: &[Term], span: Span) -> &[Term] {
    let start = terms.partition_point(|term| term.span.start < span.start);
    let end = terms.partition_point(|term| term.span.end <= span.end);
    terms.get(start..end.max(start)).unwrap_or_default()
}
