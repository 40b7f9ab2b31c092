//! Anchors: a passage kept as exact words with context, so that it is found again in a changed page and never moved silently.

use serde::{Deserialize, Serialize};

use crate::article::Body;
use crate::text::span::Span;

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
    /// Hash of that body's text (XXH3, 128 bits, hexadecimal).
    pub body: String,
}

/// Where an anchor lies in a body now.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Anchored {
    /// The body is the one it was made on.
    Intact(Span),
    /// The body changed; the same words stand here, with the same context.
    Moved(Span),
    /// The words cannot be placed for certain.
    Orphan,
}

impl Anchor {
    /// Anchors a span of a body.
    #[must_use]
    pub fn of(body: &Body, span: Span) -> Self {
        Self { exact: body.words(span).to_owned(), prefix: String::new(), suffix: String::new(), start: span.start, body: String::new() }
    }

    /// Finds the passage in a body.
    #[must_use]
    pub fn find(&self, _body: &Body) -> Anchored {
        Anchored::Orphan
    }
}
