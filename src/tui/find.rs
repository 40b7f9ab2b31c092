//! Finds words in a text as a reader means them: small letters find capitals, plain letters find accented ones.

use crate::library::search::Search;
use crate::text::fold;
use crate::text::span::Span;

/// The places of a query in a text, one after another. A query with a capital letter is found as it is written.
#[must_use]
pub fn occurrences(text: &str, query: &str) -> Vec<Span> {
    Searched::default().find(text, query)
}

/// A search of the library as it was asked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Asked {
    /// As it was typed.
    pub text: String,
    /// As it was meant.
    pub search: Search,
}

/// A text that is searched again and again while a query is typed: its letters are folded once.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Searched {
    folded: Option<Folded>,
}

impl Searched {
    /// The places of a query in the text, which is the same every time.
    pub fn find(&mut self, text: &str, query: &str) -> Vec<Span> {
        if query.chars().any(char::is_uppercase) {
            return text.match_indices(query).map(|(at, found)| Span::new(at, at + found.len())).collect();
        }
        self.folded.get_or_insert_with(|| Folded::of(text)).find(query)
    }
}

/// The letters of a text that are compared, and where each of their bytes comes from.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
struct Folded {
    letters: String,
    /// The byte of the text for each byte of the letters, and the text's length.
    sources: Vec<usize>,
}

impl Folded {
    fn of(text: &str) -> Self {
        let mut folded = Self { letters: String::with_capacity(text.len()), sources: Vec::with_capacity(text.len() + 1) };
        for (byte, c) in text.char_indices() {
            if c.is_ascii() {
                folded.letters.push(c.to_ascii_lowercase());
            } else {
                fold::push_key(c.encode_utf8(&mut [0; 4]), &mut folded.letters);
            }
            folded.sources.resize(folded.letters.len(), byte);
        }
        folded.sources.push(text.len());
        folded
    }

    fn find(&self, query: &str) -> Vec<Span> {
        let wanted = fold::key(query);
        if wanted.is_empty() {
            return Vec::new();
        }
        let source = |at: usize| self.sources.get(at).copied().unwrap_or_default();
        self.letters.match_indices(&wanted).map(|(at, found)| Span::new(source(at), source(at + found.len()))).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn found_as_a_reader_means_it() {
        for (text, query, want) in [
            ("Kim met Kim", "kim", vec!["Kim", "Kim"]),
            ("Kim met kim", "Kim", vec!["Kim"]),
            ("Łódź and Café", "cafe", vec!["Café"]),
            ("“No,” he said", "\"no", vec!["“No"]),
            ("aaa", "aa", vec!["aa"]),
            ("abc", "", vec![]),
            ("abc", "abcd", vec![]),
            ("e\u{301}te\u{301}", "ete", vec!["e\u{301}te\u{301}"]),
        ] {
            let found: Vec<&str> = occurrences(text, query).into_iter().map(|span| span.of(text)).collect();
            assert_eq!(found, want, "{text} / {query}");
        }
    }
}
