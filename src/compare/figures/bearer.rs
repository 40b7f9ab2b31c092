//! Whose a figure is: the name before it, and who is given it (`gives the army 9 billion`).

use rustc_hash::FxHashSet;

use super::super::report::Report;
use crate::extract::Figure;
use crate::text::span::Span;

/// Words before a noun.
const DETERMINERS: &[&str] = &["the", "a", "an", "its", "his", "her", "their", "our", "every", "each"];

/// Whose a figure is, as far as the words before it tell.
pub(super) struct Bearers<'a> {
    /// The stem of the last word of the nearest name.
    name: Option<&'a str>,
    /// The stem of a noun right before the figure, behind its article.
    receiver: Option<&'a str>,
    /// The stems of the sentence.
    sentence: FxHashSet<&'a str>,
}

/// All places where a report names somebody or something, ascending.
pub(super) fn mentions(report: &Report<'_>) -> Vec<Span> {
    let mut mentions: Vec<Span> = report.claims.names.iter().flat_map(|name| name.mentions.iter().copied()).collect();
    mentions.sort_unstable();
    mentions
}

/// Reads whose a figure is; `mentions` are those of its report.
pub(super) fn bearers<'a>(report: &'a Report<'_>, figure: &Figure, mentions: &[Span]) -> Bearers<'a> {
    let sentence = report.sentence(report.sentence_of(figure.span));
    let before = report.terms_in(Span::new(sentence.start, figure.span.start.max(sentence.start)));
    let is_name = |span: Span| {
        let before = mentions.partition_point(|mention| mention.start <= span.start);
        before.checked_sub(1).and_then(|at| mentions.get(at)).is_some_and(|mention| mention.covers(span))
    };
    let receiver = match before {
        [.., article, noun] if DETERMINERS.contains(&article.word.as_str()) => Some(noun.stem.as_str()),
        _ => None,
    };
    let name = before.iter().rev().find(|term| term.capital && is_name(term.span)).map(|term| term.stem.as_str());
    Bearers { name, receiver, sentence: report.terms_in(sentence).iter().map(|term| term.stem.as_str()).collect() }
}

impl Bearers<'_> {
    /// Whether each is somebody's of whom the other's sentence says nothing.
    pub(super) fn differ(&self, other: &Self) -> bool {
        let apart = |one: Option<&str>, theirs: Option<&str>| {
            one.zip(theirs).is_some_and(|(one, theirs)| !other.sentence.contains(one) && !self.sentence.contains(theirs))
        };
        apart(self.name, other.name) || apart(self.receiver, other.receiver)
    }
}
