//! Quotations of one utterance, and of two.

use super::*;
use crate::article::{Article, ArticleId, Fate, Metadata, PageBlock, ParagraphKind};
use crate::compare::{Comparison, Side, compare};
use crate::text::span::Span;

pub(super) fn article(text: &str) -> Article {
    let page = text.lines().map(|line| PageBlock { text: line.to_owned(), fate: Fate::Body(ParagraphKind::Prose) }).collect();
    Article::new(ArticleId::of_page(text.as_bytes()), "page.txt".to_owned(), Metadata::default(), page)
}

pub(super) fn compared(left: &str, right: &str) -> Comparison {
    compare(&article(left), &article(right), &Options::default())
}

/// Verdicts of all pairs, and which side gives more.
fn verdicts(left: &str, right: &str) -> Vec<(&'static str, Option<Side>)> {
    compared(left, right).quotations.iter().map(|pair| (pair.verdict.as_str(), pair.fuller)).collect()
}

#[test]
fn one_utterance_in_two_reports() {
    for (left, right, want) in [
        (
            "\"We will rebuild every school in the valley,\" Anna Berg said.",
            "Anna Berg promised: “we will rebuild every school in the valley…”",
            ("identical", None),
        ),
        (
            "\"We will honour every promise to our neighbours,\" Anna Berg said.",
            "\"We will honor every promise to our neighbors,\" Anna Berg said.",
            ("identical", None),
        ),
        (
            "\"We will rebuild every school in the valley,\" Anna Berg said.",
            "\"We will rebuild every school in the valley before the winter comes,\" Anna Berg said.",
            ("truncated", Some(Side::Right)),
        ),
        (
            "\"Every school and every bridge in the valley must be rebuilt before winter,\" Anna Berg said.",
            "\"Before winter we have to rebuild the bridges and schools of this valley,\" said Anna Berg.",
            ("wording_differs", None),
        ),
        (
            "\"We will rebuild every school in the valley,\" Anna Berg said.",
            "\"We will rebuild every school in the valley,\" Peter Lund said.",
            ("speaker_differs", None),
        ),
        (
            "\"The heroic crew stayed on board until the last passenger had left,\" Anna Berg said.",
            "Anna Berg praised the \"heroic\" crew.",
            ("truncated", Some(Side::Left)),
        ),
        (
            "\"They're not going to rebuild the f***ing wall,\" Anna Berg said.",
            "\"They are not going to rebuild the fucking wall!\" Anna Berg said.",
            ("identical", None),
        ),
        (
            "\"All this talk of the wall is plain balderdash, and you know it,\" Anna Berg said.",
            "Anna Berg dismissed the talk as \"balderdash\".",
            ("truncated", Some(Side::Left)),
        ),
    ] {
        assert_eq!(verdicts(left, right), [want], "{left}\n{right}");
    }
}

#[test]
fn two_utterances_that_share_words_are_not_one() {
    for (left, right) in [
        ("\"We will rebuild the school,\" Anna Berg said.", "\"The school bus was late again on Monday,\" Anna Berg said."),
        ("\"I think that we are going to win,\" Anna Berg said.", "\"I think that we are going to lose money,\" Peter Lund said."),
        ("\"It is a great day for the city,\" Anna Berg said.", "\"A great victory was denied to us,\" Peter Lund said."),
        // One speaker on one matter, in sentences told alike, but no phrase in common and most words different.
        (
            "\"Judge Hale did not ask us for a summary. The members voted to open the report and the town deserves it,\" Anna Berg said of the dam.",
            "\"Open the dam report to the public, Judge Hale,\" Anna Berg said of the dam.",
        ),
    ] {
        assert_eq!(verdicts(left, right), [("left_only", None), ("right_only", None)], "{left}\n{right}");
    }
}

#[test]
fn sentences_of_one_quotation_face_two() {
    let long =
        "\"The harbour will open in spring, whatever the weather. Nobody in the valley will lose a day of pay over this,\" Anna Berg said.";
    let short = "\"Nobody in the valley will lose a day of pay over this,\" Anna Berg said. Of the works Anna Berg said: \"The harbour will surely open in spring, whatever the weather is.\"";
    let mut found = verdicts(long, short);
    found.sort_by_key(|found| found.0);
    assert_eq!(found, [("truncated", Some(Side::Left)), ("wording_differs", None)]);
}

#[test]
fn what_the_user_declared_unrelated_is_not_paired() {
    let text = "\"We will rebuild every school in the valley,\" Anna Berg said.";
    let whole = Span::whole(text);
    let options = Options { rejected: vec![(whole, whole)], ..Options::default() };
    let comparison = compare(&article(text), &article(text), &options);
    assert_eq!(comparison.quotations.len(), 2);
    assert!(comparison.rows.iter().all(|row| row.left.is_empty() || row.right.is_empty()));
}

#[test]
fn only_those_who_are_named_beside_the_words_are_two_speakers() {
    let words = "\"We will rebuild every school in the valley by spring,\"";
    for (left, right, want) in [
        (format!("{words} Anna Berg said."), format!("{words} Peter Lund said."), "speaker_differs"),
        // Whom a pronoun means is a guess.
        (format!("Anna Berg came to Selim. {words} she said."), format!("Peter Lund came to Selim. {words} he said."), "identical"),
    ] {
        assert_eq!(verdicts(&left, &right).iter().map(|found| found.0).collect::<Vec<_>>(), [want], "{left}");
    }
    // Two people may use the same two words.
    let (left, right) = ("Anna Berg spoke of the \"clean harbour\".", "Peter Lund called for a \"clean harbour\".");
    assert!(verdicts(left, right).iter().all(|found| found.0 != "speaker_differs"));
}
