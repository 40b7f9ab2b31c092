//! Cuts a text into words, numbers and single marks, each with its place.

use unicode_normalization::char::is_combining_mark;

use super::span::Span;

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
    let mut rest = text.char_indices().peekable();
    while let Some((start, c)) = rest.next() {
        if c.is_whitespace() {
            continue;
        }
        let kind = kind_of(c);
        let mut end = start + c.len_utf8();
        if kind != TokenKind::Mark {
            while let Some(&(at, next)) = rest.peek() {
                if !continues(kind, next, text, at) {
                    break;
                }
                end = at + next.len_utf8();
                rest.next();
            }
        }
        found.push(Token { span: Span::new(start, end), kind });
    }
    found
}

fn kind_of(c: char) -> TokenKind {
    if c.is_ascii_digit() {
        TokenKind::Number
    } else if c.is_alphabetic() || is_combining_mark(c) {
        TokenKind::Word
    } else {
        TokenKind::Mark
    }
}

/// Whether `c`, standing at byte `at`, goes on the token of that kind.
fn continues(kind: TokenKind, c: char, text: &str, at: usize) -> bool {
    let next = || super::span::after(text, at + c.len_utf8()).chars().next();
    match kind {
        TokenKind::Word => {
            c.is_alphabetic() || is_combining_mark(c) || (matches!(c, '\'' | '’') && next().is_some_and(char::is_alphabetic))
        }
        TokenKind::Number => c.is_ascii_digit() || (matches!(c, ',' | '.') && next().is_some_and(|n| n.is_ascii_digit())),
        TokenKind::Mark => false,
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
}
