//! The filter of the list: letters in order, each at the start of a word or right behind the one before.

use crate::text::fold;

/// Finds every word of a query in a text; gives the numbers of the letters (code points) that match, or `None` when one is missing.
///
/// A word is found as it stands, or by the starts of words: `kjup` finds `Kim Jong Un … Putin`.
#[must_use]
pub(in crate::tui) fn matches(text: &str, query: &str) -> Option<Vec<usize>> {
    let letters = letters(text);
    let mut found = Vec::new();
    for word in query.split_whitespace() {
        let word: Vec<char> = fold::key(word).chars().collect();
        found.extend(whole(&letters, &word).or_else(|| by_starts(&letters, &word))?);
    }
    found.sort_unstable();
    found.dedup();
    Some(found)
}

/// A folded letter, which letter of the text it stands for, and whether a word starts there.
#[derive(Debug, Clone, Copy)]
struct Letter {
    folded: char,
    number: usize,
    starts_word: bool,
}

fn letters(text: &str) -> Vec<Letter> {
    let mut letters = Vec::with_capacity(text.len());
    let mut inside = false;
    for (number, c) in text.chars().enumerate() {
        let starts_word = c.is_alphanumeric() && !inside;
        inside = c.is_alphanumeric();
        if c.is_ascii() {
            letters.push(Letter { folded: c.to_ascii_lowercase(), number, starts_word });
        } else {
            let folded = fold::key(c.encode_utf8(&mut [0; 4]));
            letters.extend(folded.chars().map(|folded| Letter { folded, number, starts_word }));
        }
    }
    letters
}

fn whole(letters: &[Letter], word: &[char]) -> Option<Vec<usize>> {
    let window = letters.windows(word.len().max(1)).find(|window| window.iter().map(|l| l.folded).eq(word.iter().copied()))?;
    Some(window.iter().map(|letter| letter.number).collect())
}

/// Spreads a query word over the starts of words, going back where that leads nowhere.
fn by_starts(letters: &[Letter], word: &[char]) -> Option<Vec<usize>> {
    fn search(letters: &[Letter], at: usize, word: &[char], found: &mut Vec<usize>) -> bool {
        let Some((&wanted, rest)) = word.split_first() else { return true };
        let free = found.is_empty();
        for (here, letter) in letters.iter().enumerate().skip(at) {
            let follows = !free && here == at;
            if letter.folded == wanted && (follows || letter.starts_word) {
                found.push(letter.number);
                if search(letters, here + 1, rest, found) {
                    return true;
                }
                found.pop();
            }
        }
        false
    }
    let mut found = Vec::new();
    search(letters, 0, word, &mut found).then_some(found)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_and_initials_are_found() {
        for (text, query, want) in [
            ("Kim meets Putin", "meet", Some("meet")),
            ("Kim meets Putin", "kp", Some("KP")),
            ("Kim meets Putin", "kmep", Some("KmeP")),
            ("Kim meets Putin", "putin kim", Some("KimPutin")),
            ("Kim meets Putin", "its", None),
            ("Łódź opens café", "cafe", Some("café")),
            ("The two towers", "twt", Some("twt")),
            ("anything", "", Some("")),
        ] {
            let found = matches(text, query).map(|numbers| numbers.into_iter().filter_map(|n| text.chars().nth(n)).collect::<String>());
            assert_eq!(found.as_deref(), want, "{text} / {query}");
        }
    }
}
