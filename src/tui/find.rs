//! Finds words in a text as a reader means them: small letters find capitals, plain letters find accented ones.

use crate::text::fold;
use crate::text::span::Span;

/// The places of a query in a text, one after another. A query with a capital letter is found as it is written.
#[must_use]
pub fn occurrences(text: &str, query: &str) -> Vec<Span> {
    let exact = query.chars().any(char::is_uppercase);
    let wanted: Vec<char> = folded(query, exact).into_iter().map(|(_, c)| c).collect();
    let Some(&first) = wanted.first() else { return Vec::new() };
    let letters = folded(text, exact);
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(step) = letters.get(at..).and_then(|rest| rest.iter().position(|&(_, c)| c == first)) {
        at += step;
        let here = letters.get(at..at + wanted.len()).unwrap_or_default();
        if here.len() == wanted.len() && here.iter().map(|&(_, c)| c).eq(wanted.iter().copied()) {
            let start = here.first().map_or(0, |&(byte, _)| byte);
            let end = letters.get(at + wanted.len()).map_or(text.len(), |&(byte, _)| byte);
            found.push(Span::new(start, end));
            at += wanted.len();
        } else {
            at += 1;
        }
    }
    found
}

/// The letters that are compared, each with the byte of the letter it stands for.
fn folded(text: &str, exact: bool) -> Vec<(usize, char)> {
    let mut letters = Vec::with_capacity(text.len());
    for (byte, c) in text.char_indices() {
        if exact {
            letters.push((byte, c));
        } else if c.is_ascii() {
            letters.push((byte, c.to_ascii_lowercase()));
        } else {
            letters.extend(fold::key(c.encode_utf8(&mut [0; 4])).chars().map(|c| (byte, c)));
        }
    }
    letters
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
