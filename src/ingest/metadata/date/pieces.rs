//! A text in pieces: numbers, words and marks, in which dates and clocks are looked for.

use crate::text::fold::key;
use crate::text::span::{Span, after};

/// A run of digits, a run of letters, or another character.
#[derive(Debug, Clone)]
pub(super) enum Piece {
    Number(Span, u32, usize),
    Word(Span, String),
    Mark(Span, char),
}

impl Piece {
    pub(super) fn span(&self) -> Span {
        match self {
            Self::Number(span, ..) | Self::Word(span, _) | Self::Mark(span, _) => *span,
        }
    }

    /// The number's value when it has that many digits.
    pub(super) fn number(&self, digits: std::ops::RangeInclusive<usize>) -> Option<u32> {
        match self {
            Self::Number(_, value, length) if digits.contains(length) => Some(*value),
            _ => None,
        }
    }

    pub(super) fn word(&self) -> Option<&str> {
        if let Self::Word(_, word) = self { Some(word) } else { None }
    }

    pub(super) fn is_word(&self, words: &[&str]) -> bool {
        self.word().is_some_and(|word| words.contains(&word))
    }

    pub(super) fn is_mark(&self, marks: &[char]) -> bool {
        matches!(self, Self::Mark(_, mark) if marks.contains(mark))
    }
}

pub(super) fn pieces(text: &str) -> Vec<Piece> {
    let mut found = Vec::new();
    let mut rest = text.char_indices().peekable();
    while let Some((start, c)) = rest.next() {
        let mut end = start + c.len_utf8();
        let same = |next: char| if c.is_ascii_digit() { next.is_ascii_digit() } else { c.is_alphabetic() && next.is_alphabetic() };
        while let Some((at, next)) = rest.next_if(|&(_, next)| same(next)) {
            end = at + next.len_utf8();
        }
        let mut span = Span::new(start, end);
        if c.is_ascii_digit() && is_year_and_hour(span.of(text), after(text, end)) {
            let year = Span::new(start, start + YEAR);
            found.push(Piece::Number(year, year.of(text).parse().unwrap_or(u32::MAX), YEAR));
            span = Span::new(year.end, end);
        }
        if c.is_ascii_digit() {
            found.push(Piece::Number(span, span.of(text).parse().unwrap_or(u32::MAX), span.len()));
        } else if c.is_alphabetic() {
            found.push(Piece::Word(span, key(span.of(text))));
        } else if !c.is_whitespace() {
            found.push(Piece::Mark(span, c));
        }
    }
    found
}

/// The digits of a year.
const YEAR: usize = 4;

/// Whether a year and an hour were glued together: `February 5, 202414:05`.
fn is_year_and_hour(digits: &str, rest: &str) -> bool {
    (YEAR + 1..=YEAR + 2).contains(&digits.len()) && digits.starts_with("20") && rest.starts_with(':')
}

/// The place after at most `most` pieces that may be passed over.
pub(super) fn skip(pieces: &[Piece], from: usize, passes: impl Fn(&Piece) -> bool, most: usize) -> usize {
    from + pieces.iter().skip(from).take(most).take_while(|piece| passes(piece)).count()
}
