//! The words in which two quotations of one utterance differ.

use super::refine::in_step;
use super::{Comparison, QuotationPair, Side};
use crate::article::Article;
use crate::extract::Quotation;
use crate::text::fold::word_key;
use crate::text::span::Span;
use crate::text::token::{TokenKind, tokens};

impl Comparison {
    /// The stretches of each side's body that hold words of a pair's quotation which the other quotation lacks.
    #[must_use]
    pub fn differing_words(&self, pair: &QuotationPair, left: &Article, right: &Article) -> [Vec<Span>; 2] {
        let quotation = |side| self.claims(side).quotations.get(pair.pair.side(side)?);
        let (Some(ours), Some(theirs)) = (quotation(Side::Left), quotation(Side::Right)) else { return Default::default() };
        let (in_ours, in_theirs) = differing(&ours.text(left.body.text()), &theirs.text(right.body.text()));
        [in_body(ours, &in_ours), in_body(theirs, &in_theirs)]
    }
}

/// The stretches of each text whose words the other lacks, by a word difference that is blind to case and punctuation.
fn differing(left: &str, right: &str) -> (Vec<Span>, Vec<Span>) {
    let ((left_words, left_keys), (right_words, right_keys)) = (keyed(left), keyed(right));
    let (left_same, right_same) = in_step(&left_keys, &right_keys);
    (stretches(&left_words, &left_same), stretches(&right_words, &right_same))
}

/// The words and numbers of a text with their comparison keys.
fn keyed(text: &str) -> (Vec<Span>, Vec<String>) {
    let words = tokens(text).into_iter().filter(|token| token.kind != TokenKind::Mark);
    words.map(|token| (token.span, word_key(token.span.of(text)))).unzip()
}

/// The runs of words that are not the same.
fn stretches(words: &[Span], same: &[bool]) -> Vec<Span> {
    let mut found: Vec<Span> = Vec::new();
    let mut before = true;
    for (&word, &same) in words.iter().zip(same) {
        match found.last_mut() {
            Some(stretch) if !same && !before => *stretch = stretch.hull(word),
            _ if !same => found.push(word),
            _ => {}
        }
        before = same;
    }
    found
}

/// Where stretches of a quotation's joined text (pieces parted by one blank) stand in the body.
fn in_body(quotation: &Quotation, stretches: &[Span]) -> Vec<Span> {
    let mut at = 0;
    let mut found = Vec::new();
    for span in &quotation.spans {
        let piece = Span::new(at, at + span.len());
        let shared = stretches.iter().filter_map(|stretch| piece.intersection(*stretch));
        found.extend(shared.map(|shared| Span::new(shared.start - at + span.start, shared.end - at + span.start)));
        at = piece.end + 1;
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::extract::QuotationKind;

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
    fn a_stretch_over_two_pieces_stands_in_both() {
        let quotation =
            Quotation { kind: QuotationKind::Direct, spans: vec![Span::new(1, 8), Span::new(20, 27)], speaker: None, cue: None };
        assert_eq!(in_body(&quotation, &[Span::new(4, 11)]), [Span::new(5, 8), Span::new(20, 23)]);
    }
}
