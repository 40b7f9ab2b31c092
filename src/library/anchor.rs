//! Anchors: a passage kept as exact words with context, so that it is found again in a changed page and never moved silently.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};
use twox_hash::XxHash3_128;

use crate::article::Body;
use crate::text::fold::key;
use crate::text::span::{Span, after, before};

/// The exact words of a passage, what stood around them, and where (W3C text quote and text position selectors in one).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Anchor {
    /// The words.
    pub exact: String,
    /// Up to 32 characters before them.
    pub prefix: String,
    /// Up to 32 characters after them.
    pub suffix: String,
    /// First byte in the body it was made on.
    pub start: usize,
    /// The same place in Unicode code points; earlier versions did not keep it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub position: Option<usize>,
    /// Hash of that body's text (XXH3, 128 bits, hexadecimal).
    pub body: String,
}

/// Where an anchor lies in a body now.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Anchored {
    /// The body is the one it was made on.
    Intact(Span),
    /// The body changed; the same words stand here, and nowhere else with as much of their context.
    Moved(Span),
    /// The words cannot be placed for certain.
    Orphan,
}

impl Anchored {
    /// Where it lies, if its words can be placed.
    #[must_use]
    pub fn span(self) -> Option<Span> {
        match self {
            Self::Intact(span) | Self::Moved(span) => Some(span),
            Self::Orphan => None,
        }
    }
}

/// Characters of context on either side.
const CONTEXT: usize = 32;

/// Words this long, in characters, are taken to be the same passage without any of their context; `on Tuesday` is not.
const TELLING: usize = 24;

/// Context shorter than this, in characters, stands in too many places to tell one.
const SHORTEST_CONTEXT: usize = 8;

/// Bytes that may have been put into a passage, beyond its own length again.
const LONGEST_INSERTION: usize = 200;

/// The share of words from which on a sentence is taken for a later form of the passage.
const ALIKE: f32 = 0.5;

impl Anchor {
    /// Anchors a span of a body.
    #[must_use]
    pub fn of(body: &Body, span: Span) -> Self {
        let text = body.text();
        let head = before(text, span.start);
        let from = head.char_indices().rev().nth(CONTEXT - 1).map_or(0, |(at, _)| at);
        Self {
            exact: body.words(span).to_owned(),
            prefix: after(head, from).to_owned(),
            suffix: after(text, span.end).chars().take(CONTEXT).collect(),
            start: span.start,
            position: Some(before(text, span.start).chars().count()),
            body: hash(text),
        }
    }

    /// Whether the other anchors the very same passage: the same words at the same place, or in the same context where the page has
    /// changed in between.
    #[must_use]
    pub fn is_same(&self, other: &Self) -> bool {
        let is_same_place =
            if self.body == other.body { self.start == other.start } else { self.prefix == other.prefix && self.suffix == other.suffix };
        self.exact == other.exact && is_same_place
    }

    /// Finds the passage in a body.
    #[must_use]
    pub fn find(&self, body: &Body) -> Anchored {
        let text = body.text();
        let kept = Span::new(self.start, self.start + self.exact.len());
        if self.body == hash(text) && kept.of(text) == self.exact {
            return Anchored::Intact(kept);
        }
        let places = self.occurrences(text);
        let contexts = |at: &usize| self.contexts(text, *at);
        let telling = self.exact.chars().count() >= TELLING;
        match places.as_slice() {
            [only] if telling || contexts(only) > 0 => Anchored::Moved(Span::new(*only, *only + self.exact.len())),
            [] | [_] => Anchored::Orphan,
            several => {
                let most = several.iter().map(contexts).max().unwrap_or(0);
                let mut best = several.iter().filter(|at| contexts(at) == most);
                match (best.next(), best.next()) {
                    (Some(&at), None) if most > 0 => Anchored::Moved(Span::new(at, at + self.exact.len())),
                    _ => Anchored::Orphan,
                }
            }
        }
    }

    /// What stands in the place of words that cannot be placed: what the same context encloses, or else the sentence that has most of them.
    ///
    /// It is shown beside the words that were kept, never taken for them.
    #[must_use]
    pub fn instead(&self, body: &Body) -> Option<Span> {
        self.within_context(body.text()).or_else(|| self.likest_sentence(body))
    }

    /// What the context encloses, if it stands in one place only.
    fn within_context(&self, text: &str) -> Option<Span> {
        if [&self.prefix, &self.suffix].iter().any(|context| context.chars().count() < SHORTEST_CONTEXT) {
            return None;
        }
        let longest = self.exact.len() * 2 + LONGEST_INSERTION;
        let mut places = text.match_indices(&self.prefix).filter_map(|(at, prefix)| {
            let start = at + prefix.len();
            let end = start + after(text, start).find(&self.suffix)?;
            (end - start <= longest).then(|| Span::new(start, end))
        });
        let first = places.next()?;
        places.next().is_none().then_some(first)
    }

    /// The sentence that shares most words with those that were kept.
    fn likest_sentence(&self, body: &Body) -> Option<Span> {
        let kept = words(&self.exact);
        let likeness = |sentence: &str| {
            let there = words(sentence);
            let shared = there.iter().filter(|word| kept.contains(*word)).count();
            2.0 * shared as f32 / (kept.len() + there.len()).max(1) as f32
        };
        let sentences = body.sentences().iter().map(|sentence| (likeness(body.words(sentence.span)), sentence.span));
        let best = sentences.max_by(|one, other| one.0.total_cmp(&other.0).then(other.1.cmp(&one.1)))?;
        (best.0 >= ALIKE).then_some(best.1)
    }

    /// First bytes of all places with the exact words, overlapping ones too.
    fn occurrences(&self, text: &str) -> Vec<usize> {
        let Some(first) = self.exact.chars().next() else { return Vec::new() };
        let mut found = Vec::new();
        let mut from = 0;
        while let Some(at) = after(text, from).find(&self.exact) {
            found.push(from + at);
            from += at + first.len_utf8();
        }
        found
    }

    /// On how many sides (0 to 2) the context is the one kept. No context was kept only at the body's edge, and fits only there.
    fn contexts(&self, text: &str, at: usize) -> usize {
        let (head, tail) = (before(text, at), after(text, at + self.exact.len()));
        let left = if self.prefix.is_empty() { head.is_empty() } else { head.ends_with(&self.prefix) };
        let right = if self.suffix.is_empty() { tail.is_empty() } else { tail.starts_with(&self.suffix) };
        usize::from(left) + usize::from(right)
    }
}

/// The different words of a text, case and accents aside.
fn words(text: &str) -> BTreeSet<String> {
    key(text).split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).map(str::to_owned).collect()
}

fn hash(text: &str) -> String {
    format!("{:032x}", XxHash3_128::oneshot(text.as_bytes()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::article::ParagraphKind;

    fn body(text: &str) -> Body {
        Body::new(text.lines().map(|line| (line, ParagraphKind::Prose)), "en")
    }

    fn anchor(text: &str, words: &str) -> Anchor {
        let at = text.find(words).unwrap();
        Anchor::of(&body(text), Span::new(at, at + words.len()))
    }

    const REPORT: &str = "The bridge was closed on Monday.\nEngineers found cracks in two pillars, the mayor said.\nIt opens on Monday.";

    #[test]
    fn an_unchanged_body_gives_the_very_span() {
        let at = REPORT.rfind("on Monday").unwrap();
        let second = Anchor::of(&body(REPORT), Span::new(at, at + 9));
        assert_eq!(second.find(&body(REPORT)), Anchored::Intact(Span::new(at, at + 9)));
    }

    #[test]
    fn context_is_cut_by_characters() {
        let kept = anchor(&format!("{}word{}", "é".repeat(50), "ü".repeat(50)), "word");
        assert_eq!((kept.prefix, kept.suffix), ("é".repeat(32), "ü".repeat(32)));
    }

    #[test]
    fn where_words_stand_after_a_change() {
        let cases = [
            ("a paragraph came before", "Update.\n".to_owned() + REPORT, "cracks in two pillars", Some("cracks in two pillars")),
            (
                "long words, all context gone",
                "Now: Engineers found cracks in two pillars! So.".to_owned(),
                "Engineers found cracks in two pillars",
                Some("Engineers found cracks in two pillars"),
            ),
            ("the words were changed", REPORT.replace("two", "three"), "cracks in two pillars", None),
            ("short words, once, elsewhere", "We shall meet on Monday at noon in the hall.".to_owned(), "on Monday", None),
            ("twice, without context", "closed on Monday, closed on Monday, so what".to_owned(), "closed on Monday", None),
        ];
        for (what, changed, words, want) in cases {
            let found = match anchor(REPORT, words).find(&body(&changed)) {
                Anchored::Moved(span) => Some(span.of(&changed).to_owned()),
                Anchored::Orphan => None,
                Anchored::Intact(_) => panic!("{what}: the body did change"),
            };
            assert_eq!(found.as_deref(), want, "{what}");
        }
    }

    #[test]
    fn the_right_one_of_two_is_chosen() {
        let changed = "Update.\n".to_owned() + REPORT;
        let at = REPORT.rfind("on Monday").unwrap();
        let second = Anchor::of(&body(REPORT), Span::new(at, at + 9));
        assert_eq!(second.find(&body(&changed)), Anchored::Moved(Span::new(at + 8, at + 17)));
    }

    #[test]
    fn the_same_passage_is_known_again() {
        let first = anchor(REPORT, "on Monday");
        let at = REPORT.rfind("on Monday").unwrap();
        let second = Anchor::of(&body(REPORT), Span::new(at, at + 9));
        let moved = anchor(&("Update.\n".to_owned() + REPORT), "Engineers found cracks");
        assert!(first.is_same(&first) && !first.is_same(&second));
        assert!(!moved.is_same(&anchor(REPORT, "Engineers found")));
        assert!(anchor(&format!("{REPORT}\nMore."), "cracks in two").is_same(&anchor(REPORT, "cracks in two")));
    }

    #[test]
    fn what_stands_instead_of_changed_words() {
        let cases = [
            ("another number", REPORT.replace("two", "three"), "cracks in two pillars", Some("cracks in three pillars")),
            (
                "another sentence around it",
                "The bridge is shut.\nInspectors found cracks in three of the pillars, said the mayor.".to_owned(),
                "Engineers found cracks in two pillars, the mayor said.",
                Some("Inspectors found cracks in three of the pillars, said the mayor."),
            ),
            ("nothing of it", "A herd of goats visited the town hall.".to_owned(), "cracks in two pillars", None),
        ];
        for (what, changed, words, want) in cases {
            let changed = body(&changed);
            let found = anchor(REPORT, words).instead(&changed).map(|span| changed.words(span));
            assert_eq!(found, want, "{what}");
        }
    }

    #[test]
    fn the_place_is_also_counted_in_characters() {
        assert_eq!(anchor("Über den Fluß führt eine Brücke.", "Brücke").position, Some(25));
        let old = r#"{"exact":"a","prefix":"","suffix":"","start":0,"body":"00"}"#;
        assert_eq!(serde_json::from_str::<Anchor>(old).unwrap().position, None);
    }

    #[test]
    fn an_empty_passage_is_nowhere_in_a_changed_body() {
        let empty = Anchor::of(&body(REPORT), Span::new(0, 0));
        assert_eq!(empty.find(&body("Other.")), Anchored::Orphan);
    }
}
