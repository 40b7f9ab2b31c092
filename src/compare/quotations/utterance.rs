//! The words of a quotation as two of them are held against each other.

use std::borrow::Cow;

use super::spelling;
use crate::compare::features::{is_content, is_function_word};
use crate::compare::report::{Report, language};
use crate::compare::speakers::{Known, known};
use crate::event::common_rank;
use crate::extract::{Quotation, QuotationKind};
use crate::text::fold::key;
use crate::text::sentence::sentences as sentences_in;
use crate::text::span::Span;
use crate::text::term::{Term, fingerprint, one_spelling, terms};

/// Fewer words than this prove nothing by themselves.
pub(super) const PHRASE: usize = 4;

/// From so many letters on a word is seldom said by chance of two things.
const LONG_WORD: usize = 7;

/// The words of a quotation, ready to be compared; words and stems by their fingerprints.
#[derive(Clone)]
pub(super) struct Utterance<'a> {
    pub number: usize,
    pub quotation: &'a Quotation,
    pub speaker: Option<Known>,
    /// All words in order: small letters, digits for number words, one spelling; without marks and editors' brackets.
    pub words: Vec<u32>,
    /// Whether each of the words says something.
    pub telling: Vec<bool>,
    /// All phrases of [`PHRASE`] words, ascending.
    phrases: Vec<u64>,
    /// Stems of the content words in order.
    pub content: Vec<u32>,
    /// The letters of the longest word.
    longest: usize,
    /// The same stems, ascending, each once.
    pub stems: Vec<u32>,
    /// Stems of the content words before and after it in its sentence.
    pub beside: (Option<u32>, Option<u32>),
    pub sentence: usize,
}

impl Utterance<'_> {
    /// Whether it stands between marks, wholly or in part.
    pub(super) fn is_in_marks(&self) -> bool {
        self.quotation.kind != QuotationKind::Indirect
    }

    /// The stem of the only word that says something, of a few between marks; short words are said of many things.
    pub(super) fn single(&self) -> Option<u32> {
        let is_single = self.is_in_marks() && self.content.len() == 1 && self.words.len() < PHRASE && self.longest >= LONG_WORD;
        self.content.first().copied().filter(|_| is_single)
    }

    /// How many content stems both have.
    pub(super) fn shared_stems(&self, other: &Self) -> usize {
        shared(&self.stems, &other.stems)
    }

    /// How many content stems both have that are none of the commonest words.
    pub(super) fn shared_uncommon(&self, other: &Self) -> usize {
        const COMMONEST: usize = 200;
        let is_uncommon = |stem: &&u32| common_rank(**stem).is_none_or(|rank| rank > COMMONEST);
        self.stems.iter().filter(|stem| other.stems.binary_search(stem).is_ok()).filter(is_uncommon).count()
    }

    /// Whether both have a phrase in common.
    pub(super) fn shares_phrase(&self, other: &Self) -> bool {
        shared(&self.phrases, &other.phrases) > 0
    }
}

/// How many entries two ascending lists have in common.
fn shared<T: Ord>(one: &[T], other: &[T]) -> usize {
    let mut others = other.iter().peekable();
    let is_found = |entry: &&T| {
        while others.next_if(|other| other < entry).is_some() {}
        others.next_if_eq(entry).is_some()
    };
    one.iter().filter(is_found).count()
}

/// All quotations of a report, read.
pub(super) fn utterances<'a>(report: &Report<'a>) -> Vec<Utterance<'a>> {
    let quotations = report.claims.quotations.iter().enumerate();
    quotations.map(|(number, quotation)| utterance(report, number, quotation)).collect()
}

fn utterance<'a>(report: &Report<'a>, number: usize, quotation: &'a Quotation) -> Utterance<'a> {
    read(report, number, quotation, &quotation.spans)
}

/// The sentences of a quotation that has several, each read by itself; the short ones prove nothing.
pub(super) fn sentences<'a>(report: &Report<'a>, whole: &Utterance<'a>) -> Vec<Utterance<'a>> {
    let language = language(report.article);
    let of_span = |span: Span| sentences_in(report.words(span), language).into_iter().map(move |sentence| sentence.shifted(span.start));
    let pieces: Vec<Span> = whole.quotation.spans.iter().copied().flat_map(of_span).collect();
    if pieces.len() < 2 {
        return Vec::new();
    }
    let read = pieces.iter().map(|piece| read(report, whole.number, whole.quotation, std::slice::from_ref(piece)));
    read.filter(|part| part.words.len() >= PHRASE).collect()
}

/// Some of the words of a quotation.
fn read<'a>(report: &Report<'a>, number: usize, quotation: &'a Quotation, spans: &[Span]) -> Utterance<'a> {
    let (terms, text) = terms_of(report, spans);
    let (words, telling): (Vec<u32>, Vec<bool>) = terms.iter().flat_map(|term| words_of(term, &text)).unzip();
    let hull = spans.iter().copied().reduce(Span::hull).unwrap_or_else(|| quotation.hull());
    let content: Vec<u32> = terms.iter().filter(|term| is_content(term)).map(stem).collect();
    let mut stems = content.clone();
    stems.sort_unstable();
    stems.dedup();
    Utterance {
        number,
        quotation,
        speaker: known(report, quotation),
        phrases: phrases(&words),
        words,
        telling,
        longest: terms.iter().map(|term| term.word.chars().count()).max().unwrap_or(0),
        content,
        stems,
        beside: beside(report, hull),
        sentence: report.sentence_of(hull),
    }
}

/// A word as it is compared, and whether it says something; `they're` is two. The term's span points into `text`.
fn words_of(term: &Term, text: &str) -> impl Iterator<Item = (u32, bool)> + use<> {
    let read = |word: &str| (fingerprint(word.chars()), word.chars().nth(1).is_some() && !is_function_word(word));
    let written = term.span.of(text);
    let may_be_short = written.contains(['\'', '’']) || term.word == "cannot";
    let folded = if may_be_short { key(written) } else { String::new() };
    let in_full = spelling::in_full(&folded);
    let (first, second) = match &in_full {
        Some((first, second)) => (read(&one_spelling(first)), Some(read(second))),
        None if term.is_number_word() => (read(&term.stem), None),
        None => (read(&one_spelling(&term.word)), None),
    };
    std::iter::once(first).chain(second)
}

fn stem(term: &Term) -> u32 {
    fingerprint(term.stem.chars())
}

fn phrases(words: &[u32]) -> Vec<u64> {
    const SPREAD: u64 = 0x9e37_79b9_7f4a_7c15;
    let phrase = |words: &[u32]| words.iter().fold(0_u64, |sum, &word| (sum ^ u64::from(word)).wrapping_mul(SPREAD).rotate_left(29));
    let mut phrases: Vec<u64> = words.windows(PHRASE).map(phrase).collect();
    phrases.sort_unstable();
    phrases
}

/// The terms of a quotation; a word that an editor's bracket parts, or of which letters are masked, is read as a whole.
fn terms_of<'a>(report: &Report<'a>, spans: &[Span]) -> (Cow<'a, [Term]>, Cow<'a, str>) {
    let body = report.article.body.text();
    if spans.iter().any(|span| report.words(*span).contains(['[', ']']) || spelling::is_masked(report.words(*span))) {
        let text = spans.iter().map(|span| report.words(*span)).collect::<Vec<_>>().join(" ");
        let text = spelling::masked_alike(&text.replace(['[', ']'], ""));
        return (Cow::Owned(terms(&text, language(report.article))), Cow::Owned(text));
    }
    let terms = match spans {
        [span] => Cow::Borrowed(report.terms_in(*span)),
        spans => Cow::Owned(spans.iter().flat_map(|span| report.terms_in(*span)).cloned().collect()),
    };
    (terms, Cow::Borrowed(body))
}

/// Stems of the content words that stand before and after a stretch in its sentence.
fn beside(report: &Report<'_>, stretch: Span) -> (Option<u32>, Option<u32>) {
    let sentence = report.sentence(report.sentence_of(stretch));
    let content = |span| report.terms_in(span).iter().filter(|term| is_content(term)).map(stem);
    (content(Span::new(sentence.start, stretch.start)).next_back(), content(Span::new(stretch.end, sentence.end)).next())
}
