//! The words of a quotation as two of them are held against each other.

use std::borrow::Cow;

use crate::compare::features::{is_content, is_function_word};
use crate::compare::report::{Report, language};
use crate::compare::speakers::{Known, known};
use crate::extract::{Quotation, QuotationKind};
use crate::text::span::Span;
use crate::text::term::{Term, fingerprint, one_spelling, terms};

/// Fewer words than this prove nothing by themselves.
pub(super) const PHRASE: usize = 4;

/// The words of a quotation, ready to be compared; words and stems by their fingerprints.
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

    /// How many content stems both have.
    pub(super) fn shared_stems(&self, other: &Self) -> usize {
        shared(&self.stems, &other.stems)
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
    let terms = terms_of(report, quotation);
    let (words, telling): (Vec<u32>, Vec<bool>) = terms.iter().map(word).unzip();
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
        content,
        stems,
        beside: beside(report, quotation.hull()),
        sentence: report.sentence_of(quotation.hull()),
    }
}

/// A word as it is compared, and whether it says something.
fn word(term: &Term) -> (u32, bool) {
    let word = if term.is_number_word() { Cow::Borrowed(term.stem.as_str()) } else { one_spelling(&term.word) };
    (fingerprint(word.chars()), word.chars().nth(1).is_some() && !is_function_word(&word))
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

/// The terms of a quotation; a word that an editor's bracket parts is read as a whole.
fn terms_of<'a>(report: &'a Report<'_>, quotation: &Quotation) -> Cow<'a, [Term]> {
    let text = || quotation.text(report.article.body.text());
    if quotation.spans.iter().any(|span| report.words(*span).contains(['[', ']'])) {
        return Cow::Owned(terms(&text().replace(['[', ']'], ""), language(report.article)));
    }
    match quotation.spans.as_slice() {
        [span] => Cow::Borrowed(report.terms_in(*span)),
        spans => Cow::Owned(spans.iter().flat_map(|span| report.terms_in(*span)).cloned().collect()),
    }
}

/// Stems of the content words that stand before and after a stretch in its sentence.
fn beside(report: &Report<'_>, stretch: Span) -> (Option<u32>, Option<u32>) {
    let sentence = report.sentence(report.sentence_of(stretch));
    let content = |span| report.terms_in(span).iter().filter(|term| is_content(term)).map(stem);
    (content(Span::new(sentence.start, stretch.start)).next_back(), content(Span::new(stretch.end, sentence.end)).next())
}
