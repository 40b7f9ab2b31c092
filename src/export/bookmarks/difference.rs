//! On what the two passages of a pair differ, in words.

use crate::article::Article;
use crate::compare::{Comparison, Difference, MatrixKind, Side, Subject};
use crate::export::text::claim_text;
use crate::export::words::{figure_verdict, quotation_verdict};
use crate::text::Span;

/// The differences of a comparison whose words stand in these stretches of the two bodies, a line each:
/// `figure conflict: deaths: 12 | 15`.
#[must_use]
pub fn differences(articles: [&Article; 2], comparison: &Comparison, stretches: &[Vec<Span>; 2]) -> Vec<String> {
    let stands_in = |found: &Difference| {
        Side::BOTH.iter().all(|&side| {
            let kept = &stretches[side as usize];
            // A side that has no words of it, as of a negation, has none to stand elsewhere.
            found.side(side).is_empty() || found.side(side).iter().any(|span| kept.iter().any(|kept| kept.overlaps(*span)))
        })
    };
    let found = comparison.differences(articles[0], articles[1]);
    found.iter().filter(|found| stands_in(found)).map(|found| described(articles, comparison, found)).collect()
}

fn described(articles: [&Article; 2], comparison: &Comparison, found: &Difference) -> String {
    let both = |kind, pair: crate::compare::Pair<usize>| {
        let text = |side: Side| claim_text(kind, pair.side(side)?, articles[side as usize], comparison.claims(side));
        Side::BOTH.map(|side| text(side).unwrap_or_else(|| "—".to_owned())).join(" | ")
    };
    let about = |name: Option<&str>| name.filter(|name| !name.is_empty()).map(|name| format!("{name}: ")).unwrap_or_default();
    match found.subject {
        Subject::Quotation => comparison.quotations.get(found.number).map(|pair| {
            format!("quote {}: {}{}", quotation_verdict(pair), about(pair.speaker.as_deref()), both(MatrixKind::Quotation, pair.pair))
        }),
        Subject::Figure => comparison
            .figures
            .get(found.number)
            .map(|pair| format!("figure {}: {}{}", figure_verdict(pair), about(Some(&pair.measures)), both(MatrixKind::Figure, pair.pair))),
        Subject::Negation => {
            let words =
                |side: Side| found.side(side).iter().map(|span| articles[side as usize].body.words(*span)).collect::<Vec<_>>().join(" ");
            let sides = Side::BOTH.map(|side| Some(words(side)).filter(|words| !words.is_empty()).unwrap_or_else(|| "—".to_owned()));
            Some(format!("negation: {}", sides.join(" | ")))
        }
    }
    .unwrap_or_default()
}
