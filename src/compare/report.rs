//! One side of a comparison: its sentences as terms and features, beside the article and what it claims.

use std::borrow::Cow;

use crate::article::Article;
use crate::event::Signature;
use crate::extract::{Claims, claims};
use crate::text::span::Span;
use crate::text::term::{Term, fingerprint, terms};

use super::features::{Features, Reading};
use super::kin::Spelt;

/// The most sentences of one side that are held against the other's: some ten times a long read.
const MOST_SENTENCES: usize = 2_000;

/// An article read as far as that can be done without the other: once for any number of comparisons.
#[derive(Debug)]
pub struct Prepared<'a> {
    pub(super) article: &'a Article,
    pub(super) claims: Claims,
    /// The terms of the whole body; their spans point into it.
    terms: Vec<Term>,
    /// What of each sentence is compared with a report in the same language.
    compared: Compared,
    /// What tells which event it reports.
    pub(super) signature: Signature,
}

impl<'a> Prepared<'a> {
    /// Reads an article.
    #[must_use]
    pub fn of(article: &'a Article) -> Self {
        Self::with(article, claims(article))
    }

    /// Reads an article of which it is known what it claims.
    pub(super) fn with(article: &'a Article, claims: Claims) -> Self {
        let language = language(article);
        let terms = terms(article.body.text(), language);
        let compared = Compared::read(article, &terms, Reading::new(language, false));
        let signature = Signature::of_terms(article, &terms);
        Self { article, claims, terms, compared, signature }
    }
}

/// What of a report's words is compared.
#[derive(Debug, Clone)]
struct Compared {
    /// What of each sentence is compared.
    features: Vec<Features>,
    /// The words that may have kin, of the sentences that are compared.
    spelt: Vec<Spelt>,
}

impl Compared {
    fn read(article: &Article, terms: &[Term], reading: Reading) -> Self {
        let sentences = article.body.sentences();
        let features = sentences.iter().map(|sentence| Features::of(within(terms, sentence.span), reading)).collect();
        let end = sentences.iter().take(MOST_SENTENCES).next_back().map_or(0, |sentence| sentence.span.end);
        let keys = within(terms, Span::new(0, end)).iter().filter_map(|term| reading.key(term));
        Self { features, spelt: Spelt::all(keys.map(|key| (fingerprint(key.chars()), key))) }
    }
}

/// One side of a comparison.
pub(super) struct Report<'a> {
    pub article: &'a Article,
    pub claims: &'a Claims,
    terms: &'a [Term],
    words: Cow<'a, Compared>,
}

impl<'a> Report<'a> {
    /// One side that is held against another article, with what it claims beside that.
    pub(super) fn of(prepared: &'a Prepared<'a>, claims: &'a Claims, other: &Article) -> Self {
        let article = prepared.article;
        let across_languages = are_foreign(article, other);
        let words = if across_languages {
            Cow::Owned(Compared::read(article, &prepared.terms, Reading::new(language(article), true)))
        } else {
            Cow::Borrowed(&prepared.compared)
        };
        Self { article, claims, terms: &prepared.terms, words }
    }

    /// The features of the sentences that are compared; those of a very long report's end are not.
    pub(super) fn compared(&self) -> &[Features] {
        self.words.features.get(..MOST_SENTENCES.min(self.len())).unwrap_or_default()
    }

    /// The words that may have kin in the other report.
    pub(super) fn spelt(&self) -> &[Spelt] {
        &self.words.spelt
    }

    /// Says so when the report is too long to be compared as a whole.
    pub(super) fn degraded(&self) -> Option<String> {
        let file = self.article.name();
        (self.len() > MOST_SENTENCES)
            .then(|| format!("only the first {MOST_SENTENCES} of {} sentences of {file} were compared", self.len()))
    }

    /// How many sentences it has.
    pub(super) fn len(&self) -> usize {
        self.words.features.len()
    }

    /// The words of the body at a place.
    pub(super) fn words(&self, span: Span) -> &'a str {
        self.article.body.words(span)
    }

    /// The terms that lie in a stretch of the body.
    pub(super) fn terms_in(&self, span: Span) -> &'a [Term] {
        within(self.terms, span)
    }

    /// The terms of the body in order.
    pub(super) fn body_terms(&self) -> &'a [Term] {
        self.terms
    }

    /// The folded words of the body in order.
    pub(super) fn body_words(&self) -> impl Iterator<Item = &'a str> {
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
