//! The words of a body around what was searched for.

use super::query::Search;
use super::words::{Piece, pieces};
use crate::article::Body;
use crate::text::span::Span;

/// A stretch of a body with what was found in it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Snippet {
    /// The words on one line.
    pub text: String,
    /// What was found, in `text`.
    pub hits: Vec<Span>,
    /// The byte of the body that the words begin at.
    pub start: usize,
    /// Whether the body goes on before and after.
    pub is_cut: (bool, bool),
}

/// Pieces before the first hit and in all: a line or two.
const BEFORE: usize = 8;
const LENGTH: usize = 34;

impl Snippet {
    /// The stretch of a body that has the most different things that were searched for.
    pub(super) fn of(body: &Body, search: &Search) -> Self {
        let text = body.text();
        let pieces = pieces(text);
        let found = found(&pieces, search);
        let first = best(&found);
        let start = first.map_or(0, |hit| hit.piece.saturating_sub(BEFORE));
        let end = (start + LENGTH).min(pieces.len());
        let part = pieces.get(start..end).unwrap_or_default();
        let Some(span) = part.first().zip(part.last()).map(|(first, last)| first.span.hull(last.span)) else {
            return Self { text: String::new(), hits: Vec::new(), start: 0, is_cut: (false, false) };
        };
        // The stop behind the last word, or the quotation mark before the first one, belongs to it.
        let before = Span::new(0, span.start).of(text).chars().rev().take_while(|c| !c.is_whitespace() && !c.is_alphanumeric());
        let after = Span::new(span.end, text.len()).of(text).chars().take_while(|c| !c.is_whitespace() && !c.is_alphanumeric());
        let span = Span::new(span.start - before.map(char::len_utf8).sum::<usize>(), span.end + after.map(char::len_utf8).sum::<usize>());
        let mut hits: Vec<Span> = found.iter().map(|hit| hit.span).filter(|hit| span.start <= hit.start && hit.end <= span.end).collect();
        hits.sort_unstable_by_key(|hit| hit.start);
        hits.dedup();
        let hits = hits.into_iter().map(|hit| Span::new(hit.start - span.start, hit.end - span.start)).collect();
        Self {
            // A line break takes one byte, as a blank does, so that the hits stand where they stood.
            text: span.of(text).replace('\n', " "),
            hits,
            start: span.start,
            is_cut: (start > 0, end < pieces.len()),
        }
    }
}

/// All that a search finds in a body, in the order of the text, and the first byte of where most of it stands together.
#[must_use]
pub fn hits_in(body: &Body, search: &Search) -> (Vec<Span>, Option<usize>) {
    let found = found(&pieces(body.text()), search);
    let best = best(&found).map(|hit| hit.span.start);
    let mut spans: Vec<Span> = found.into_iter().map(|hit| hit.span).collect();
    spans.sort_unstable();
    spans.dedup();
    (spans, best)
}

/// Something found in a body.
#[derive(Debug, Clone, Copy)]
struct Hit {
    /// Which of the things that are searched for.
    wanted: usize,
    /// The number of its first piece.
    piece: usize,
    span: Span,
}

/// Everything found, in the order of the body.
fn found(pieces: &[Piece], search: &Search) -> Vec<Hit> {
    let mut hits = Vec::new();
    for (wanted, (keys, is_beginning)) in search.shown().enumerate() {
        let Some((last, firsts)) = keys.split_last() else { continue };
        for (piece, window) in pieces.windows(keys.len()).enumerate() {
            let Some((ending, others)) = window.split_last() else { continue };
            let ends = if is_beginning { ending.key.starts_with(last) } else { ending.key == *last };
            if ends && others.iter().zip(firsts).all(|(piece, key)| piece.key == *key) {
                let span = others.first().map_or(ending.span, |first| first.span.hull(ending.span));
                hits.push(Hit { wanted, piece, span });
            }
        }
    }
    hits.sort_by_key(|hit| hit.piece);
    hits
}

/// The hit from which on a snippet has the most different things.
fn best(hits: &[Hit]) -> Option<Hit> {
    let mut best = None;
    let mut most = 0;
    // Beyond this a body repeats itself.
    for (number, hit) in hits.iter().enumerate().take(200) {
        let near = hits.iter().skip(number).take(LENGTH).take_while(|other| other.piece < hit.piece + LENGTH - BEFORE);
        let mut different: Vec<usize> = near.map(|other| other.wanted).collect();
        different.sort_unstable();
        different.dedup();
        if different.len() > most {
            (most, best) = (different.len(), Some(*hit));
        }
    }
    best
}

#[cfg(test)]
mod tests {
    use super::super::super::fixture::article;
    use super::*;

    fn marked(text: &str, query: &str) -> String {
        let snippet = Snippet::of(&article("", "s", "", text).body, &Search::parse(query).unwrap());
        let mut shown = snippet.text.clone();
        for hit in snippet.hits.iter().rev() {
            shown.insert(hit.end, ']');
            shown.insert(hit.start, '[');
        }
        let (before, after) = snippet.is_cut;
        format!("{}{shown}{}", if before { "…" } else { "" }, if after { "…" } else { "" })
    }

    #[test]
    fn the_hits_stand_in_their_words() {
        for (text, query, want) in [
            ("The old quay burnt.\nNobody was hurt.", "QUAY hurt", "The old [quay] burnt. Nobody was [hurt]."),
            ("“Old quays,” he said.", "quay*", "“Old [quays],” he said."),
            ("An old, quiet quay: the old quay.", "\"old quay\"", "An old, quiet quay: the [old quay]."),
            ("Café closed", "cafe -bar", "[Café] closed"),
            ("新しい東京都の", "東京", "新しい[東京]都の"),
            ("Nothing here", "quay", "Nothing here"),
        ] {
            assert_eq!(marked(text, query), want, "{text} / {query}");
        }
    }

    #[test]
    fn the_best_stretch_is_shown() {
        let filler = "word ".repeat(60);
        let text = format!("A quay. {filler}The quay and the ferry. {filler}");
        let shown = marked(&text, "quay ferry");
        assert!(shown.starts_with("…word") && shown.contains("The [quay] and the [ferry].") && shown.ends_with('…'), "{shown}");
    }
}
