//! The marked stretches of an article, and which of them are titles or names rather than words quoted.

use crate::article::{Body, ParagraphKind, Sentence};
use crate::text::marks::{Marked, marked, stray_closing};
use crate::text::span::Span;

use super::title::is_title;

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
    let is_transcript = (0..body.paragraphs().len()).filter(|&number| after_speaker_name(body, number).is_some()).count() >= 2;
    let mut found: Vec<Stretch> = Vec::new();
    for number in 0..body.paragraphs().len() {
        let from_before = found.last().is_some_and(|last| last.goes_on && last.paragraph + 1 == number);
        let mut here = marked_in(body, number, from_before);
        if here.is_empty() {
            here.extend(unmarked(body, number, is_transcript));
        }
        found.extend(here);
    }
    leave_out_headlines(body, &mut found);
    found
}

/// Leaves out what stands between single marks in the headlines of a report that gives speech between double ones: the text has it as well.
fn leave_out_headlines(body: &Body, found: &mut Vec<Stretch>) {
    let is_single = |stretch: &Stretch| {
        let words = stretch.outer.of(body.text());
        words.starts_with(['\'', '‘', '’', '‹']) && !words.starts_with("''")
    };
    let is_short = |stretch: &Stretch| {
        let paragraph = body.paragraphs().get(stretch.paragraph);
        paragraph.is_some_and(|paragraph| body.words(paragraph.span).split_whitespace().count() <= LONGEST_HEADLINE)
    };
    let doubles = found.iter().filter(|stretch| !is_single(stretch)).count();
    let singles = found.iter().filter(|stretch| is_single(stretch) && !is_short(stretch)).count();
    if doubles >= TIMES_AS_OFTEN * singles.max(1) {
        let has_double =
            |stretch: &Stretch| body.paragraphs().get(stretch.paragraph).is_some_and(|it| body.words(it.span).contains(['"', '“']));
        found.retain(|stretch| !is_single(stretch) || !is_short(stretch) || has_double(stretch));
    }
}

/// So many times as often as single marks in its running text a report has double ones when those are its marks of speech.
const TIMES_AS_OFTEN: usize = 2;

/// The most words of a headline.
const LONGEST_HEADLINE: usize = 16;

/// The stretches between marks in one paragraph.
fn marked_in(body: &Body, number: usize, from_before: bool) -> Vec<Stretch> {
    let words = |number: usize| body.paragraphs().get(number).map_or("", |paragraph| body.words(paragraph.span));
    let (text, at) = (words(number), body.paragraphs().get(number).map_or(0, |paragraph| paragraph.span.start));
    let mut found = Vec::new();
    for (order, stretch) in marked(text).into_iter().enumerate() {
        let goes_on = !stretch.closed && opens_with_mark(words(number + 1));
        let outer = if stretch.closed || goes_on { stretch.outer } else { capped(body, number, stretch) };
        let inner = Span::new(stretch.inner.start, stretch.inner.end.min(outer.end)).trimmed(text);
        if inner.is_empty() || is_title(text, stretch) {
            continue;
        }
        let continues = order == 0 && from_before && stretch.outer.start == 0;
        found.push(Stretch { outer: outer.shifted(at), inner: inner.shifted(at), paragraph: number, goes_on, continues });
    }
    found
}

/// Words quoted in a paragraph without a pair of marks: a passage set off, a line of a transcript, a sentence whose opening mark is lost.
fn unmarked(body: &Body, number: usize, is_transcript: bool) -> Option<Stretch> {
    let paragraph = body.paragraphs().get(number)?;
    let whole = |span: Span| Some(Stretch { outer: span, inner: span, paragraph: number, goes_on: false, continues: false });
    if paragraph.kind == ParagraphKind::BlockQuote {
        return whole(paragraph.span);
    }
    if let Some(start) = after_speaker_name(body, number).filter(|_| is_transcript) {
        return whole(Span::new(start, paragraph.span.end));
    }
    let closing = stray_closing(body.words(paragraph.span))?.shifted(paragraph.span.start);
    let sentence = body.sentences().get(body.sentence_at(closing.start)?)?;
    let (outer, inner) = (Span::new(sentence.span.start, closing.end), Span::new(sentence.span.start, closing.start).trimmed(body.text()));
    (!inner.is_empty()).then_some(Stretch { outer, inner, paragraph: number, goes_on: false, continues: false })
}

/// Where the words begin in `KELLY: Good evening.`: the byte behind the colon.
fn after_speaker_name(body: &Body, number: usize) -> Option<usize> {
    let span = body.paragraphs().get(number)?.span;
    let (name, words) = body.words(span).split_once(": ")?;
    let is_name = name.split(' ').count() <= 3 && name.chars().all(|c| c.is_uppercase() || matches!(c, ' ' | '.' | '-' | '\'' | '’'));
    // `UPDATED: TUESDAY, 9 MAY` is a stamp.
    let is_speech = words.chars().any(char::is_lowercase);
    (is_name && is_speech && name.chars().filter(|c| c.is_uppercase()).count() > 2).then(|| span.start + name.len() + 2)
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
