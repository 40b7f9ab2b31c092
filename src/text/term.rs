//! The words of a text as terms: what two texts must share to count as saying the same thing.

use std::borrow::Cow;
use std::hash::Hasher;
use std::sync::LazyLock;

use rustc_hash::{FxHashMap, FxHasher};

use super::fold;
use super::span::Span;
use super::token::{Token, TokenKind, tokens};

/// One word or number, with what it is compared by.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Term {
    /// Where it stands.
    pub span: Span,
    /// The folded word: `united states` and `U.S.` are both `usa`, `1,200` is `1200`.
    pub word: String,
    /// The stem, or the digits of a number word.
    pub stem: String,
    /// Whether it is written with a capital.
    pub capital: bool,
}

impl Term {
    /// Whether it is written in digits.
    #[must_use]
    pub fn is_number(&self) -> bool {
        self.word.starts_with(|c: char| c.is_ascii_digit())
    }

    /// Whether it is a number written as a word.
    #[must_use]
    pub fn is_number_word(&self) -> bool {
        !self.is_number() && self.stem.starts_with(|c: char| c.is_ascii_digit())
    }
}

/// Names that are written in several ways, token by token; the longer form of one beginning comes first.
const ALIASES: &[(&[&str], &str)] = &[
    (&["U", ".", "S", ".", "A"], "usa"),
    (&["U", ".", "S"], "usa"),
    (&["USA"], "usa"),
    (&["US"], "usa"),
    (&["United", "States"], "usa"),
    (&["U", ".", "K"], "uk"),
    (&["UK"], "uk"),
    (&["United", "Kingdom"], "uk"),
    (&["Britain"], "uk"),
    (&["British"], "uk"),
    (&["U", ".", "N"], "unations"),
    (&["UN"], "unations"),
    (&["United", "Nations"], "unations"),
];

/// Number words with the digits they stand for.
const NUMBER_WORDS: &[(&str, &str)] = &[
    ("zero", "0"),
    ("one", "1"),
    ("two", "2"),
    ("three", "3"),
    ("four", "4"),
    ("five", "5"),
    ("six", "6"),
    ("seven", "7"),
    ("eight", "8"),
    ("nine", "9"),
    ("ten", "10"),
    ("eleven", "11"),
    ("twelve", "12"),
    ("thirteen", "13"),
    ("fourteen", "14"),
    ("fifteen", "15"),
    ("sixteen", "16"),
    ("seventeen", "17"),
    ("eighteen", "18"),
    ("nineteen", "19"),
    ("twenty", "20"),
    ("thirty", "30"),
    ("forty", "40"),
    ("fifty", "50"),
    ("sixty", "60"),
    ("seventy", "70"),
    ("eighty", "80"),
    ("ninety", "90"),
    ("dozen", "12"),
    ("first", "1st"),
    ("second", "2nd"),
    ("third", "3rd"),
    ("fourth", "4th"),
    ("fifth", "5th"),
];

/// British endings of English words with the American ones. Both texts are folded alike, so that a word that only looks British does no harm.
const SPELLINGS: &[(&str, &str)] = &[
    ("our", "or"),
    ("ours", "ors"),
    ("oured", "ored"),
    ("ouring", "oring"),
    ("ise", "ize"),
    ("ises", "izes"),
    ("ised", "ized"),
    ("ising", "izing"),
    ("iser", "izer"),
    ("isers", "izers"),
    ("isation", "ization"),
    ("isations", "izations"),
    ("yse", "yze"),
    ("ysed", "yzed"),
    ("tre", "ter"),
    ("tres", "ters"),
    ("ence", "ense"),
    ("ences", "enses"),
    ("ogue", "og"),
    ("amme", "am"),
    ("ammes", "ams"),
    ("elled", "eled"),
    ("elling", "eling"),
    ("eller", "eler"),
    ("ellers", "elers"),
];

/// A folded English word in one of its spellings: `neighbour` and `neighbor` are both `neighbor`.
#[must_use]
pub fn one_spelling(word: &str) -> Cow<'_, str> {
    const SHORTEST_STEM: usize = 3;
    let last = word.as_bytes().last();
    let american = SPELLINGS.iter().filter(|(british, _)| british.as_bytes().last() == last).find_map(|(british, american)| {
        word.strip_suffix(british).filter(|stem| stem.len() >= SHORTEST_STEM).map(|stem| format!("{stem}{american}"))
    });
    american.map_or(Cow::Borrowed(word), Cow::Owned)
}

/// The terms of a text in order, stemmed by the rules of a language (BCP 47); marks are left out.
#[must_use]
pub fn terms(text: &str, language: &str) -> Vec<Term> {
    let mut reader = Reader { text, language, known: FxHashMap::default() };
    let mut found = Vec::with_capacity(text.len() / 5);
    each_piece(text, |piece| {
        found.push(match piece {
            Piece::Alias(span, alias) => Term { span, word: alias.to_owned(), stem: alias.to_owned(), capital: true },
            Piece::Token(token) => reader.term(token),
        });
    });
    found
}

/// The folded words and numbers of a text in order: the `word` of each of its [`terms`].
#[must_use]
pub fn words(text: &str) -> Vec<String> {
    let mut found = Vec::with_capacity(text.len() / 5);
    each_piece(text, |piece| {
        found.push(match piece {
            Piece::Alias(_, alias) => alias.to_owned(),
            Piece::Token(token) if token.kind == TokenKind::Number => token.span.of(text).replace(',', ""),
            Piece::Token(token) => fold::word_key(token.span.of(text)),
        });
    });
    found
}

/// What becomes one term.
enum Piece {
    /// A name that has a form of its own.
    Alias(Span, &'static str),
    /// A word or number.
    Token(Token),
}

fn each_piece(text: &str, mut take: impl FnMut(Piece)) {
    let tokens = tokens(text);
    let mut at = 0;
    while let Some(token) = tokens.get(at) {
        let rest = tokens.get(at..).unwrap_or_default();
        if let Some((length, alias)) = alias(rest, text) {
            let last = rest.get(length - 1).unwrap_or(token);
            take(Piece::Alias(token.span.hull(last.span), alias));
            at += length;
            continue;
        }
        if token.kind != TokenKind::Mark {
            take(Piece::Token(*token));
        }
        at += 1;
    }
}

/// A number that stands for a word or a part of one; two words that share it are all but surely the same.
#[must_use]
pub fn fingerprint(characters: impl IntoIterator<Item = char>) -> u32 {
    let mut hasher = FxHasher::default();
    characters.into_iter().for_each(|c| hasher.write_u32(c as u32));
    let wide = hasher.finish();
    (wide ^ (wide >> 32)) as u32
}

/// How many tokens an alias takes, and what it stands for.
fn alias(rest: &[Token], text: &str) -> Option<(usize, &'static str)> {
    let starts = |form: &[&str]| form.len() <= rest.len() && form.iter().zip(rest).all(|(want, token)| token.span.of(text) == *want);
    // Most words begin otherwise, and need not be looked up.
    let may_start = rest.first().is_some_and(|token| token.span.of(text).starts_with(['U', 'B']));
    ALIASES.iter().filter(|_| may_start).find(|(form, _)| starts(form)).map(|(form, alias)| (form.len(), *alias))
}

/// The digits that a number word stands for.
fn number_word(word: &str) -> Option<&'static str> {
    static DIGITS: LazyLock<FxHashMap<&str, &str>> = LazyLock::new(|| NUMBER_WORDS.iter().copied().collect());
    DIGITS.get(word).copied()
}

/// Reads the terms of one text; a word that comes again is looked up.
struct Reader<'a> {
    text: &'a str,
    language: &'a str,
    /// The folded word and the stem of each word as written.
    known: FxHashMap<&'a str, (String, String)>,
}

impl Reader<'_> {
    fn term(&mut self, token: Token) -> Term {
        let written = token.span.of(self.text);
        if token.kind == TokenKind::Number {
            let word = written.replace(',', "");
            return Term { span: token.span, stem: word.clone(), word, capital: false };
        }
        let language = self.language;
        let (word, stem) = self.known.entry(written).or_insert_with(|| word_and_stem(written, language)).clone();
        Term { span: token.span, word, stem, capital: written.starts_with(char::is_uppercase) }
    }
}

fn word_and_stem(written: &str, language: &str) -> (String, String) {
    let word = fold::word_key(written);
    let spelt = if language == "en" { one_spelling(&word) } else { Cow::Borrowed(word.as_str()) };
    let stem = number_word(&word).map_or_else(|| fold::stem(&spelt, language).into_owned(), str::to_owned);
    (word, stem)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spellings_of_one_name_or_number_are_one_term() {
        for (text, want) in [
            ("The U.S. and the United Kingdom", vec!["the", "usa", "and", "the", "uk"]),
            ("U.S.A. trade, US trade", vec!["usa", "trade", "usa", "trade"]),
            ("tell us: 1,200 and 3.5", vec!["tell", "us", "1200", "and", "3.5"]),
            ("Kim’s talks", vec!["kim", "talk"]),
            ("two dozen, second", vec!["2", "12", "2nd"]),
            ("neighbours organised defences", vec!["neighbor", "organiz", "defens"]),
            ("neighbors organized defenses", vec!["neighbor", "organiz", "defens"]),
        ] {
            assert_eq!(terms(text, "en").into_iter().map(|t| t.stem).collect::<Vec<_>>(), want, "{text}");
        }
    }

    #[test]
    fn every_alias_begins_as_looked_up() {
        assert!(ALIASES.iter().all(|(form, _)| form[0].starts_with(['U', 'B'])));
    }

    #[test]
    fn a_term_keeps_its_place() {
        let text = "In the U.S. Senate";
        let found = terms(text, "en");
        assert_eq!((found[2].span.of(text), found[2].capital, found[1].capital), ("U.S", true, false));
    }
}
