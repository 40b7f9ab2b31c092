//! Names: people, places and bodies that an article mentions, variants merged.

use crate::article::Article;
use crate::text::span::Span;

/// One name with all the places where the article uses it or a variant of it.
#[derive(Debug, Clone, PartialEq)]
pub struct Name {
    /// The fullest form the article has: `Kim Jong Un`.
    pub text: String,
    /// The title or office that stands before it somewhere: `Russian Defence Minister`.
    pub title: Option<String>,
    /// Every mention, in the order of the text.
    pub mentions: Vec<Span>,
    /// Whether it looks like a person: a title before it, a given name, or a pronoun after.
    pub person: bool,
}

/// The names of an article, in the order of first mention.
#[must_use]
pub fn names(_article: &Article) -> Vec<Name> {
    Vec::new()
}
