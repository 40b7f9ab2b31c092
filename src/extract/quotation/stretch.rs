//! The marked stretches of an article, and which of them are titles or names rather than words quoted.

use crate::article::{Body, Sentence};
use crate::text::fold::key;
use crate::text::marks::{Marked, marked};
use crate::text::span::{Span, after, before};

/// One marked stretch, with places in the body.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Stretch {
    /// With the marks.
    pub(super) outer: Span,
    /// Without them and the white space inside them.
    pub(super) inner: Span,
    /// The paragraph it stands in.
    pub(super) paragraph: usize,
    /// Whether it is never closed here and goes on in the next paragraph.
    pub(super) goes_on: bool,
    /// Whether it goes on from the paragraph before.
    pub(super) continues: bool,
}

/// The marked stretches of the body that may be words quoted, in order.
pub(super) fn stretches(body: &Body) -> Vec<Stretch> {
    let mut found: Vec<Stretch> = Vec::new();
    for (number, paragraph) in body.paragraphs().iter().enumerate() {
        let text = body.words(paragraph.span);
        let next = body.paragraphs().get(number + 1).map_or("", |next| body.words(next.span));
        let from_before = found.last().is_some_and(|last| last.goes_on && last.paragraph + 1 == number);
        for (order, stretch) in marked(text).into_iter().enumerate() {
            let goes_on = !stretch.closed && opens_with_mark(next);
            let outer = if stretch.closed || goes_on { stretch.outer } else { capped(body, number, stretch) };
            let inner = Span::new(stretch.inner.start, stretch.inner.end.min(outer.end));
            if inner.trimmed(text).is_empty() || is_title(text, stretch) {
                continue;
            }
            let at = paragraph.span.start;
            let continues = order == 0 && from_before && stretch.outer.start == 0;
            found.push(Stretch { outer: outer.shifted(at), inner: inner.trimmed(text).shifted(at), paragraph: number, goes_on, continues });
        }
    }
    found
}

fn opens_with_mark(text: &str) -> bool {
    text.trim_start().starts_with(['"', '“', '„', '«', '»', '‘', '\'', '「', '`'])
}

/// An opening mark that nothing closes marks no more than its own sentence; at the head of a paragraph, all of it.
fn capped(body: &Body, paragraph: usize, stretch: Marked) -> Span {
    if stretch.outer.start == 0 {
        return stretch.outer;
    }
    let shift = body.paragraphs().get(paragraph).map_or(0, |found| found.span.start);
    let sentence: Option<&Sentence> = body.sentence_at(shift + stretch.outer.start).and_then(|at| body.sentences().get(at));
    let end = sentence.map_or(stretch.outer.end, |found| found.span.end.saturating_sub(shift).min(stretch.outer.end));
    Span::new(stretch.outer.start, end)
}

/// Words that are written small in titles.
const SMALL_IN_TITLES: &[&str] = &[
    "a", "an", "the", "of", "in", "on", "at", "to", "for", "and", "or", "but", "with", "by", "from", "is", "as", "de", "la", "le", "les",
    "du", "und", "der", "die", "das", "y", "el", "и", "в", "на", "vs.", "v.",
];

/// Words that give a thing its name: `a show called “Brokers”`.
const NAMING: &[&str] = &[
    "called",
    "titled",
    "entitled",
    "named",
    "dubbed",
    "nicknamed",
    "so-called",
    "known",
    "as",
    "namens",
    "genannte",
    "intitulé",
    "titulado",
    "dit",
];

/// Whether a stretch is the title of a work, a slogan or a nickname: every word that counts has a capital, and it does not stand as speech.
fn is_title(text: &str, stretch: Marked) -> bool {
    let words: Vec<&str> = stretch.inner.of(text).split_whitespace().collect();
    if words.len() <= 2 && is_between_names(text, stretch.outer) {
        return true;
    }
    let content: Vec<&&str> = words.iter().filter(|word| !SMALL_IN_TITLES.contains(&key(word).as_str())).collect();
    let shouted = words.iter().all(|word| !word.chars().any(char::is_lowercase));
    let capitals = content
        .iter()
        .all(|word| word.trim_start_matches(|c: char| !c.is_alphanumeric()).starts_with(|c: char| c.is_uppercase() || c.is_numeric()));
    if words.len() > LONGEST_TITLE || shouted || !capitals {
        return false;
    }
    let ahead = before(text, stretch.outer.start).trim_end();
    let last = key(ahead.rsplit(char::is_whitespace).next().unwrap_or_default());
    if NAMING.contains(&last.as_str()) {
        return true;
    }
    let ends_as_speech = stretch.inner.of(text).trim_end().ends_with(['?', '!', '…']);
    let speech_before = ahead.is_empty() || ahead.ends_with([',', ':', '.', '?', '!', '”', '"']);
    let may_be_speech = stretch.inner.of(text).trim_end().ends_with([',', '.']) && speech_before;
    content.len() >= 2 && !ends_as_speech && !may_be_speech && !ahead.ends_with([',', ':'])
}

/// The most words a title in running text has.
const LONGEST_TITLE: usize = 10;

/// `Dwayne "The Rock" Johnson`
fn is_between_names(text: &str, outer: Span) -> bool {
    let ahead = before(text, outer.start).trim_end().rsplit(char::is_whitespace).next().unwrap_or_default();
    let behind = after(text, outer.end).trim_start();
    let closed_up = !after(text, outer.end).starts_with([',', '.', ';', ':']);
    closed_up && ahead.starts_with(char::is_uppercase) && ahead.ends_with(char::is_alphabetic) && behind.starts_with(char::is_uppercase)
}
