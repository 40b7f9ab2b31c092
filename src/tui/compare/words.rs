//! The words of two quotations that differ.

use similar::{Algorithm, capture_diff_slices};

use crate::text::fold::word_key;
use crate::text::token::{TokenKind, tokens};
use crate::text::{Span, span};

/// The stretches of each text whose words the other lacks, by a word difference (Myers) that is blind to case and punctuation.
#[must_use]
pub fn differing(left: &str, right: &str) -> (Vec<Span>, Vec<Span>) {
    let ((left_words, left_keys), (right_words, right_keys)) = (keyed(left), keyed(right));
    let mut found = (Vec::new(), Vec::new());
    for change in capture_diff_slices(Algorithm::Myers, &left_keys, &right_keys) {
        if change.tag() != similar::DiffTag::Equal {
            found.0.extend(stretch(left_words.get(change.old_range())));
            found.1.extend(stretch(right_words.get(change.new_range())));
        }
    }
    found
}

/// The words and numbers of a text with their comparison keys.
fn keyed(text: &str) -> (Vec<Span>, Vec<String>) {
    let words = tokens(text).into_iter().filter(|token| token.kind != TokenKind::Mark);
    words.map(|token| (token.span, word_key(token.span.of(text)))).unzip()
}

fn stretch(words: Option<&[Span]>) -> Option<Span> {
    let words = words?;
    Some(words.first()?.hull(*words.last()?))
}

/// The span with the quotation marks that stand right around it.
#[must_use]
pub fn with_marks(text: &str, inner: Span) -> Span {
    let is_mark =
        |c: &char| matches!(c, '"' | '“' | '”' | '„' | '‟' | '«' | '»' | '‘' | '’' | '\'' | '「' | '」' | '『' | '』' | '‹' | '›');
    let before = span::before(text, inner.start).chars().next_back().filter(is_mark).map_or(0, char::len_utf8);
    let after = span::after(text, inner.end).chars().next().filter(is_mark).map_or(0, char::len_utf8);
    Span::new(inner.start - before, inner.end + after)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_that_differ_are_found_on_both_sides() {
        for (left, right, want_left, want_right) in [
            ("We will never give up", "we will never give up!", vec![], vec![]),
            ("We will never give up", "We shall never surrender", vec!["will", "give up"], vec!["shall", "surrender"]),
            ("It is over, for good", "It is over", vec!["for good"], vec![]),
            ("", "New words", vec![], vec!["New words"]),
        ] {
            let (in_left, in_right) = differing(left, right);
            assert_eq!(in_left.iter().map(|span| span.of(left)).collect::<Vec<_>>(), want_left, "{left}");
            assert_eq!(in_right.iter().map(|span| span.of(right)).collect::<Vec<_>>(), want_right, "{right}");
        }
    }

    #[test]
    fn marks_around_a_quotation_belong_to_it() {
        let text = "He said: “Yes.” Then";
        assert_eq!(with_marks(text, Span::new(12, 16)).of(text), "“Yes.”");
        assert_eq!(with_marks(text, Span::new(0, 7)).of(text), "He said");
    }
}
