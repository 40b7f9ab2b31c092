//! What the compare screen is about: two articles and what they agree and differ on.

use crate::article::Article;
use crate::compare::{Comparison, Counts, Places, Side};
use crate::extract::Claims;
use crate::library::{Decision, Pairing, Passage};
use crate::text::Span;
use crate::tui::widget::prose::UNKNOWN_SOURCE;

/// Two articles and their comparison.
#[derive(Debug, Clone, PartialEq)]
pub struct Reports {
    /// The left article.
    pub left: Box<Article>,
    /// The right article.
    pub right: Box<Article>,
    /// What they agree and differ on.
    pub comparison: Box<Comparison>,
    /// The comparison in numbers.
    pub counts: Counts,
    /// What the reader decided of their passages, the left one's first.
    pub decisions: Vec<(Pairing, Decision)>,
}

impl Reports {
    /// Puts together what there is to show.
    #[must_use]
    pub fn new(left: Box<Article>, right: Box<Article>, comparison: Box<Comparison>, decisions: Vec<(Pairing, Decision)>) -> Self {
        let counts = comparison.counts();
        Self { left, right, comparison, counts, decisions }
    }

    /// The article of a side.
    #[must_use]
    pub fn article(&self, side: Side) -> &Article {
        match side {
            Side::Left => &self.left,
            Side::Right => &self.right,
        }
    }

    /// The body's text of a side.
    #[must_use]
    pub fn body(&self, side: Side) -> &str {
        self.article(side).body.text()
    }

    /// Where the rows show what stands in the two bodies.
    #[must_use]
    pub fn places(&self) -> Places<'_> {
        self.comparison.places(&self.left, &self.right)
    }

    /// What a side claims.
    #[must_use]
    pub fn claims(&self, side: Side) -> &Claims {
        self.comparison.claims(side)
    }

    /// The source of a side, for people.
    #[must_use]
    pub fn source(&self, side: Side) -> &str {
        self.article(side).source().unwrap_or(UNKNOWN_SOURCE)
    }

    /// Stretches of a side's body as a passage to keep; `None` without any.
    #[must_use]
    pub fn passage(&self, side: Side, stretches: &[Span]) -> Option<Passage> {
        Passage::of(self.article(side), stretches)
    }
}
