//! A sentence as extraction reads it: words and marks, with each marked stretch as one unit.

use std::borrow::Cow;

use super::lexicon::Words;
use crate::text::span::{Span, after};

/// What a unit is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum UnitKind {
    /// A word or number, with the marks inside it: `Jong-un`, `U.S.`, `Trump's`.
    Word,
    /// A single mark that stands apart.
    Mark(char),
    /// The marked stretch of that number.
    Quoted(usize),
}

/// One unit and its place in the body.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Unit<'a> {
    /// Where it stands.
    pub(super) span: Span,
    /// What it is.
    pub(super) kind: UnitKind,
    /// The word in small letters with straight apostrophes; of a marked stretch, the stop or comma with which it ends; else empty.
    pub(super) key: Cow<'a, str>,
    /// Whether the word, or what stands between the marks, begins with a capital.
    pub(super) capital: bool,
}

impl Unit<'_> {
    /// Whether it is this word (by its key).
    pub(super) fn is(&self, word: &str) -> bool {
        self.kind == UnitKind::Word && self.key == word
    }

    /// Whether it is one of these words.
    pub(super) fn is_one_of(&self, words: &[&str]) -> bool {
        self.kind == UnitKind::Word && words.contains(&self.key.as_ref())
    }

    /// Whether it is a word of this set.
    pub(super) fn is_in(&self, words: &Words) -> bool {
        self.kind == UnitKind::Word && words.contains(self.key.as_ref())
    }

    /// Whether it is this mark.
    pub(super) fn is_mark(&self, mark: char) -> bool {
        self.kind == UnitKind::Mark(mark)
    }

    /// Whether it is a word.
    pub(super) fn is_word(&self) -> bool {
        self.kind == UnitKind::Word
    }

    /// The number of the marked stretch that it is.
    pub(super) fn quoted(&self) -> Option<usize> {
        match self.kind {
            UnitKind::Quoted(number) => Some(number),
            _ => None,
        }
    }
}

/// The units of the body's stretch `range`; `quoted` are the marked stretches in it (number and place), in order.
pub(super) fn units<'a>(body: &'a str, range: Span, quoted: &[(usize, Span)]) -> Vec<Unit<'a>> {
    let mut found = Vec::new();
    let mut at = range.start;
    for &(number, outer) in quoted {
        words(body, Span::new(at, outer.start), false, &mut found);
        let capital = outer.of(body).chars().find(|c| c.is_alphanumeric()).is_some_and(|c| !c.is_lowercase());
        let inside = outer.of(body).trim_end_matches(|c: char| is_quotation_mark(c) || c.is_whitespace());
        let key = inside.chars().next_back().filter(|c| matches!(c, ',' | '.' | '?' | '!' | '…' | '-' | '—' | '–')).map(String::from);
        found.push(Unit { span: outer, kind: UnitKind::Quoted(number), key: Cow::Owned(key.unwrap_or_default()), capital });
        at = outer.end;
    }
    words(body, Span::new(at, range.end), true, &mut found);
    found
}

fn is_quotation_mark(c: char) -> bool {
    matches!(c, '"' | '“' | '”' | '„' | '‟' | '«' | '»' | '‹' | '›' | '‘' | '’' | '‚' | '\'' | '`' | '」' | '』' | '＂')
}

/// Marks that end the word before them, wherever they stand.
fn parts_words(c: char) -> bool {
    matches!(c, '—' | '–' | '―' | '(' | ')' | '[' | ']' | ';' | '"' | '“' | '”' | '„' | '«' | '»' | '…' | '/' | '|')
}

/// Marks that are part of a word only with letters on both sides.
fn ends_words(c: char) -> bool {
    matches!(c, ',' | ':' | '!' | '?' | '\'' | '’' | '‘' | '-' | '*')
}

/// Cuts a stretch without marked words into words and marks; a stop is a mark only where the sentence ends.
fn words<'a>(body: &'a str, range: Span, ends_sentence: bool, found: &mut Vec<Unit<'a>>) {
    let text = range.of(body);
    let mut start = None;
    for (at, c) in text.char_indices() {
        if c.is_ascii_alphanumeric() {
            start.get_or_insert(at);
            continue;
        }
        let rest = || after(text, at + c.len_utf8());
        let next = || rest().chars().next();
        let closes = || ends_sentence && rest().trim_end_matches(['.', '"', '”', '\'', '’', ')', ' ']).is_empty();
        let is_stop = c == '.' && (next() == Some('.') || closes());
        let is_mark = parts_words(c) || (ends_words(c) && (start.is_none() || !next().is_some_and(char::is_alphanumeric))) || is_stop;
        if !(c.is_whitespace() || is_mark) {
            start.get_or_insert(at);
            continue;
        }
        if let Some(from) = start.take() {
            found.push(word(text, Span::new(from, at), range.start));
        }
        if is_mark {
            let span = Span::new(at, at + c.len_utf8()).shifted(range.start);
            found.push(Unit { span, kind: UnitKind::Mark(c), key: Cow::Borrowed(""), capital: false });
        }
    }
    if let Some(from) = start {
        found.push(word(text, Span::new(from, text.len()), range.start));
    }
}

fn word(text: &str, span: Span, shift: usize) -> Unit<'_> {
    let word = span.of(text);
    Unit { span: span.shifted(shift), kind: UnitKind::Word, key: small_letters(word), capital: word.starts_with(char::is_uppercase) }
}

/// A word in small letters with straight apostrophes; most are written so.
fn small_letters(word: &str) -> Cow<'_, str> {
    match word {
        _ if !word.is_ascii() => Cow::Owned(word.to_lowercase().replace(['’', '‘', 'ʼ'], "'")),
        _ if word.bytes().any(|byte| byte.is_ascii_uppercase()) => Cow::Owned(word.to_ascii_lowercase()),
        _ => Cow::Borrowed(word),
    }
}

/// The place of a range of units in the body.
pub(super) fn hull(units: &[Unit]) -> Option<Span> {
    Some(units.first()?.span.hull(units.last()?.span))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Vec<&str> {
        units(text, Span::whole(text), &[]).into_iter().map(|unit| unit.span.of(text)).collect()
    }

    #[test]
    fn words_keep_the_marks_inside_them() {
        assert_eq!(read("Rep. Jeffries (D-N.Y.) said."), ["Rep.", "Jeffries", "(", "D-N.Y.", ")", "said", "."]);
        assert_eq!(
            read("Kim Jong-un’s guards, it’s said—twice: yes?"),
            ["Kim", "Jong-un’s", "guards", ",", "it’s", "said", "—", "twice", ":", "yes", "?"]
        );
        assert_eq!(read("About 1,200.50 at 3:15 p.m."), ["About", "1,200.50", "at", "3:15", "p.m", "."]);
    }

    #[test]
    fn a_marked_stretch_is_one_unit() {
        let text = "He said “no, never” twice.";
        let at = text.find('“').unwrap();
        let end = text.find(" twice").unwrap();
        let found = units(text, Span::whole(text), &[(7, Span::new(at, end))]);
        assert_eq!(found[2].quoted(), Some(7));
        assert_eq!(found.len(), 5);
    }
}
