//! Ways to write one word that are no other wording: short forms, and oaths of which letters are masked.

use std::borrow::Cow;

/// Endings of short forms and the word that each stands for; `'s` is `is` behind these pronouns only, and `'d` mostly `would`.
const SHORT_FORMS: &[(&str, &str)] = &[("n't", "not"), ("'re", "are"), ("'ve", "have"), ("'ll", "will"), ("'m", "am"), ("'d", "would")];

/// Words behind which `'s` is `is`.
const BEFORE_IS: &[&str] = &["it", "he", "she", "that", "there", "here", "what", "who", "where", "how", "this"];

/// Short forms whose first word is not what is left before the ending.
const IRREGULAR: &[(&str, &str, &str)] =
    &[("can't", "can", "not"), ("cannot", "can", "not"), ("won't", "will", "not"), ("shan't", "shall", "not")];

/// Oaths by their first letters, which some papers print and some mask: `f***ing`, `s--t`.
const OATHS: &[&str] = &["fuck", "motherfuck", "shit", "bullshit", "bitch", "cunt", "goddamn", "asshole"];

/// What a masked oath is read as: its first letter and this.
const MASK: &str = "xxx";

/// The two words that a short form stands for; small letters and straight apostrophes.
pub(super) fn in_full(word: &str) -> Option<(&str, &'static str)> {
    if let Some((_, first, second)) = IRREGULAR.iter().find(|(short, ..)| *short == word) {
        return Some((first, second));
    }
    if let Some(first) = word.strip_suffix("'s").filter(|first| BEFORE_IS.contains(first)) {
        return Some((first, "is"));
    }
    let full = SHORT_FORMS.iter().find_map(|(ending, second)| Some((word.strip_suffix(ending)?, *second)));
    full.filter(|(first, _)| !first.is_empty())
}

/// Whether words may hold an oath, masked or not.
pub(super) fn is_masked(text: &str) -> bool {
    text.split_whitespace().any(|word| masked(word).is_some())
}

/// The text with every oath masked in one way.
pub(super) fn masked_alike(text: &str) -> String {
    text.split_whitespace().map(|word| masked(word).map_or(Cow::Borrowed(word), Cow::Owned)).collect::<Vec<_>>().join(" ")
}

/// An oath as it is compared; none for other words.
fn masked(word: &str) -> Option<String> {
    let is_mask = |c: char| matches!(c, '*' | '-' | '_');
    let word = word.trim_matches(|c: char| !c.is_alphanumeric() && !is_mask(c));
    let first = word.chars().next().filter(char::is_ascii_alphabetic)?;
    let head = word.split(is_mask).next().unwrap_or_default();
    let is_spelled = word.chars().all(|c| c.is_ascii_alphabetic() || is_mask(c) || matches!(c, '\'' | '’'));
    let is_hidden = is_spelled && word.matches(is_mask).count() > 1 && head.len() <= LONGEST_HEAD && !["i", "I", "a", "A"].contains(&head);
    let is_oath = OATHS.iter().any(|oath| word.get(..oath.len()).is_some_and(|start| start.eq_ignore_ascii_case(oath)));
    (word.len() <= LONGEST_OATH && (is_hidden || is_oath)).then(|| format!("{}{MASK}", first.to_ascii_lowercase()))
}

/// The most letters of an oath that are not masked.
const LONGEST_HEAD: usize = 2;

/// The most letters of an oath.
const LONGEST_OATH: usize = 14;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn short_forms_are_two_words() {
        for (short, full) in [
            ("they're", Some(("they", "are"))),
            ("it's", Some(("it", "is"))),
            ("berg's", None),
            ("won't", Some(("will", "not"))),
            ("shouldn't", Some(("should", "not"))),
            ("i'd", Some(("i", "would"))),
            ("harbour", None),
        ] {
            assert_eq!(in_full(short), full, "{short}");
        }
    }

    #[test]
    fn oaths_are_alike_however_masked() {
        for (one, other) in [("that f***ing wall", "that fucking wall"), ("f-----g wall", "fucking wall!"), ("Oh, s---", "oh, shit")] {
            assert_eq!(masked_alike(one).trim_end_matches('!').to_lowercase(), masked_alike(other).trim_end_matches('!').to_lowercase());
            assert!(is_masked(one) && is_masked(other));
        }
        for text in ["a well-known wall", "frank -- and plain", "the ** mark", "2**3"] {
            assert!(!is_masked(text), "{text}");
        }
    }
}
