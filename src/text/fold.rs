//! Comparison keys: what makes two spellings of one word the same word.

use std::borrow::Cow;

use snowball_stemmers_rs::{Algorithm, Stemmer};
use unicode_normalization::char::{decompose_compatible, is_combining_mark};

use super::span::{after, before};

/// The key of a word or phrase: compatibility forms unified, small letters, straight marks, no accents.
#[must_use]
pub fn key(text: &str) -> String {
    if text.is_ascii() {
        return text.to_ascii_lowercase();
    }
    let mut folded = String::with_capacity(text.len());
    push_key(text, &mut folded);
    folded
}

/// The [`key`] of a word or phrase, lent where it is written so.
#[must_use]
pub fn key_of(text: &str) -> Cow<'_, str> {
    let is_key = text.bytes().all(|byte| byte.is_ascii() && !byte.is_ascii_uppercase());
    if is_key { Cow::Borrowed(text) } else { Cow::Owned(key(text)) }
}

/// Adds the [`key`] of a word or phrase to a text.
pub fn push_key(text: &str, folded: &mut String) {
    let start = folded.len();
    let mut rest = text;
    while let Some(c) = rest.chars().next() {
        let plain = rest.bytes().position(|byte| !byte.is_ascii()).unwrap_or(rest.len());
        if plain > 0 {
            folded.push_str(before(rest, plain));
            rest = after(rest, plain);
            continue;
        }
        // Character by character: the order of the marks on a letter does not matter, as all of them go.
        decompose_compatible(c, |part| {
            if !is_combining_mark(part) {
                folded.extend(straight(part).to_lowercase());
            }
        });
        rest = after(rest, c.len_utf8());
    }
    if let Some(added) = folded.get_mut(start..) {
        added.make_ascii_lowercase();
    }
}

/// One character with marks and dashes unified; every kind of quotation mark becomes a straight one, every dash a hyphen.
fn straight(c: char) -> char {
    match c {
        '‘' | '’' | '‚' | '‛' | 'ʼ' | '‹' | '›' | '`' | '´' => '\'',
        '“' | '”' | '„' | '‟' | '«' | '»' => '"',
        '‐'..='―' | '−' => '-',
        _ => c,
    }
}

/// A word's key without a possessive ending: `Russia’s` and `Russia` are one word.
#[must_use]
pub fn word_key(word: &str) -> String {
    let mut folded = key(word);
    if folded.ends_with("'s") {
        folded.truncate(folded.len() - 2);
    }
    if folded.contains('\'') {
        folded.retain(|c| c != '\'');
    }
    folded
}

/// The stem of a folded word by the Snowball rules of a language (BCP 47); the word itself where there are none.
#[must_use]
pub fn stem<'a>(word: &'a str, language: &str) -> Cow<'a, str> {
    thread_local! {
        static ENGLISH: Stemmer = Stemmer::create(Algorithm::English);
    }
    let algorithm = match language {
        "en" => return ENGLISH.with(|stemmer| stemmer.stem(word)),
        "de" => Algorithm::German,
        "fr" => Algorithm::French,
        "es" => Algorithm::Spanish,
        "ru" => Algorithm::Russian,
        "uk" => Algorithm::Ukrainian,
        _ => return Cow::Borrowed(word),
    };
    Stemmer::create(algorithm).stem(word)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spellings_of_one_word() {
        for (one, other) in [("Zelenskyÿ", "zelenskyy"), ("café", "CAFE\u{301}"), ("ﬁre", "fire"), ("“it’s”", "\"it's\""), ("1–2", "1-2")]
        {
            assert_eq!(key(one), key(other));
        }
        assert_eq!(word_key("Russia’s"), "russia");
        assert_eq!(word_key("O’Brien"), "obrien");
    }

    #[test]
    fn stems_by_language() {
        assert_eq!(stem("talks", "en"), "talk");
        assert_eq!(stem("resigned", "en"), stem("resign", "en"));
        assert_eq!(stem("новостями", "ru"), stem("новости", "ru"));
        assert_eq!(stem("talks", "xx"), "talks");
    }
}
