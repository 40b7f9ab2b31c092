//! Cuts a text into words, numbers and single marks, each with its place.

use std::borrow::Cow;
use std::ops::Range;

use unicode_normalization::char::is_combining_mark;

use super::fold;
use super::span::{Span, after};

/// What a token is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum TokenKind {
    /// Letters, with apostrophes between letters (`don't`, `O’Brien`).
    Word,
    /// Digits, with `,` `.` between digits (`1,200.50`).
    Number,
    /// Any other single character that is not white space.
    Mark,
}

/// One token and its place in the text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Token {
    /// Where it stands.
    pub span: Span,
    /// What it is.
    pub kind: TokenKind,
}

/// The tokens of a text, in order; white space is between them and nowhere else, so `12m` is a number touching a word.
#[must_use]
pub fn tokens(text: &str) -> Vec<Token> {
    let mut found = Vec::with_capacity(text.len() / 5);
    found.extend(each_token(text));
    found
}

/// The [`tokens`] of a text one by one.
pub fn each_token(text: &str) -> impl Iterator<Item = Token> + '_ {
    let mut end = 0;
    std::iter::from_fn(move || {
        loop {
            let (start, c) = (end, char_at(text, end)?);
            end += c.len_utf8();
            if !c.is_whitespace() {
                let kind = kind_of(c);
                end = end_of(kind, text, end);
                return Some(Token { span: Span::new(start, end), kind });
            }
        }
    })
}

fn char_at(text: &str, at: usize) -> Option<char> {
    after(text, at).chars().next()
}

/// Where the token of that kind ends whose first character ends at `at`.
fn end_of(kind: TokenKind, text: &str, mut at: usize) -> usize {
    let run = |at: usize, goes_on: fn(&u8) -> bool| after(text, at).bytes().take_while(goes_on).count();
    loop {
        at += match kind {
            TokenKind::Word => run(at, u8::is_ascii_alphabetic),
            TokenKind::Number => run(at, u8::is_ascii_digit),
            TokenKind::Mark => return at,
        };
        match char_at(text, at).filter(|c| continues(kind, *c, text, at)) {
            Some(c) => at += c.len_utf8(),
            None => return at,
        }
    }
}

fn kind_of(c: char) -> TokenKind {
    if c.is_ascii_digit() {
        TokenKind::Number
    } else if c.is_alphabetic() || (!c.is_ascii() && is_combining_mark(c)) {
        TokenKind::Word
    } else {
        TokenKind::Mark
    }
}

/// Whether `c`, standing at byte `at`, goes on the token of that kind.
fn continues(kind: TokenKind, c: char, text: &str, at: usize) -> bool {
    let next = || char_at(text, at + c.len_utf8());
    match kind {
        TokenKind::Word if c.is_ascii() => c.is_ascii_alphabetic() || (c == '\'' && next().is_some_and(char::is_alphabetic)),
        TokenKind::Word => c.is_alphabetic() || is_combining_mark(c) || (c == '’' && next().is_some_and(char::is_alphabetic)),
        TokenKind::Number => c.is_ascii_digit() || (matches!(c, ',' | '.') && next().is_some_and(|n| n.is_ascii_digit())),
        TokenKind::Mark => false,
    }
}

/// The tokens of one stretch of a text, each with its comparison key; a place past either end reads as an empty mark.
#[derive(Debug)]
pub struct Words<'a> {
    text: &'a str,
    tokens: Vec<Token>,
    keys: Vec<Cow<'a, str>>,
}

impl<'a> Words<'a> {
    /// Cuts the stretch of `text` that `span` names; the tokens' spans point into `text`.
    #[must_use]
    pub fn new(text: &'a str, span: Span) -> Self {
        let mut tokens = tokens(span.of(text));
        for token in &mut tokens {
            token.span = token.span.shifted(span.start);
        }
        let keys = tokens.iter().map(|token| fold::key_of(token.span.of(text))).collect();
        Self { text, tokens, keys }
    }

    /// How many tokens there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.tokens.len()
    }

    /// Whether the stretch holds nothing but white space.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.tokens.is_empty()
    }

    /// The token as written.
    #[must_use]
    pub fn word(&self, at: usize) -> &'a str {
        self.tokens.get(at).map_or("", |token| token.span.of(self.text))
    }

    /// The token's comparison key ([`fold::key`]).
    #[must_use]
    pub fn key(&self, at: usize) -> &str {
        self.keys.get(at).map_or("", Cow::as_ref)
    }

    /// The key of the token `back` places before `at`; empty before the first one.
    #[must_use]
    pub fn key_before(&self, at: usize, back: usize) -> &str {
        at.checked_sub(back).map_or("", |place| self.key(place))
    }

    /// What the token is.
    #[must_use]
    pub fn kind(&self, at: usize) -> TokenKind {
        self.tokens.get(at).map_or(TokenKind::Mark, |token| token.kind)
    }

    /// Whether the token is a word.
    #[must_use]
    pub fn is_word(&self, at: usize) -> bool {
        self.kind(at) == TokenKind::Word
    }

    /// Whether the token is a number in digits.
    #[must_use]
    pub fn is_number(&self, at: usize) -> bool {
        self.kind(at) == TokenKind::Number
    }

    /// Whether the token begins with a capital.
    #[must_use]
    pub fn is_capitalised(&self, at: usize) -> bool {
        self.word(at).chars().next().is_some_and(char::is_uppercase)
    }

    /// Whether nothing stands between the token and the next one.
    #[must_use]
    pub fn touches_next(&self, at: usize) -> bool {
        match (self.tokens.get(at), self.tokens.get(at + 1)) {
            (Some(token), Some(next)) => token.span.end == next.span.start,
            _ => false,
        }
    }

    /// Whether nothing stands between the token and the one before it.
    #[must_use]
    pub fn touches_previous(&self, at: usize) -> bool {
        at.checked_sub(1).is_some_and(|before| self.touches_next(before))
    }

    /// From the first byte of the first token to the last byte of the last one.
    #[must_use]
    pub fn span(&self, range: Range<usize>) -> Span {
        let covered = self.tokens.get(range).unwrap_or_default();
        match (covered.first(), covered.last()) {
            (Some(first), Some(last)) => first.span.hull(last.span),
            _ => Span::new(0, 0),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(text: &str) -> Vec<&str> {
        tokens(text).into_iter().map(|t| t.span.of(text)).collect()
    }

    #[test]
    fn words_numbers_and_marks() {
        assert_eq!(words("Don't pay $1,200.50, O’Brien."), ["Don't", "pay", "$", "1,200.50", ",", "O’Brien", "."]);
        assert_eq!(words("12m 10km 3.2bn"), ["12", "m", "10", "km", "3.2", "bn"]);
        assert_eq!(words("4-5 p.m."), ["4", "-", "5", "p", ".", "m", "."]);
        assert_eq!(words("“Ukraine’s” workers'"), ["“", "Ukraine’s", "”", "workers", "'"]);
    }

    #[test]
    fn other_scripts_and_combining_marks() {
        assert_eq!(words("тыс. человек"), ["тыс", ".", "человек"]);
        assert_eq!(words("cafe\u{301} e\u{301}te\u{301}"), ["cafe\u{301}", "e\u{301}te\u{301}"]);
        assert_eq!(words(""), Vec::<&str>::new());
    }

    #[test]
    fn words_know_their_neighbours() {
        let text = "He paid £12m.";
        let words = Words::new(text, Span::new(3, text.len()));
        assert_eq!((words.word(0), words.key(1), words.key_before(1, 2)), ("paid", "£", ""));
        assert!(words.touches_next(1) && words.touches_previous(3) && !words.touches_previous(0) && !words.touches_next(4));
        assert_eq!(words.span(1..4).of(text), "£12m");
        assert_eq!((words.word(9), words.is_word(9), words.span(7..9).len()), ("", false, 0));
    }
}
