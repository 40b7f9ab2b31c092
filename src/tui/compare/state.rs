//! What the compare screen remembers.

use crate::article::Article;
use crate::compare::Comparison;
use crate::library::Anchor;
use crate::tui::action::Action;
use crate::tui::effect::{ArticleRef, RequestId};

/// The compare screen.
#[derive(Debug, Clone, PartialEq)]
pub struct State {
    /// The left article.
    pub left: ArticleRef,
    /// The right article.
    pub right: ArticleRef,
    /// The request whose answer is waited for.
    awaited: Option<RequestId>,
    shown: Option<Shown>,
}

/// What there is to show once it is compared.
#[derive(Debug, Clone, PartialEq)]
struct Shown {
    left: Box<Article>,
    right: Box<Article>,
    comparison: Box<Comparison>,
}

impl State {
    /// A screen that waits for its comparison; `at` are the passages to go to, left and right.
    #[must_use]
    pub fn new(left: ArticleRef, right: ArticleRef, _at: Option<Box<(Anchor, Anchor)>>) -> Self {
        Self { left, right, awaited: None, shown: None }
    }

    /// The app asked for the comparison under this id.
    pub fn requested(&mut self, request: RequestId) {
        self.awaited = Some(request);
    }

    /// The request whose answer is waited for.
    #[must_use]
    pub fn awaited(&self) -> Option<RequestId> {
        self.awaited
    }

    /// The comparison that was waited for is there.
    pub fn compared(&mut self, left: Box<Article>, right: Box<Article>, comparison: Box<Comparison>) {
        self.awaited = None;
        self.shown = Some(Shown { left, right, comparison });
    }

    /// The comparison cannot be made; the status line says why.
    pub fn failed(&mut self) {
        self.awaited = None;
    }

    /// Where the reader is, for the status line: `difference 3/17`.
    #[must_use]
    pub fn position(&self) -> String {
        let differences = self.shown.as_ref().map_or(0, |shown| shown.comparison.discrepancies());
        format!("{differences} differences")
    }

    /// The likeliest keys now, for the footer.
    #[must_use]
    pub fn hints(&self) -> &'static [Action] {
        &[Action::NextDifference, Action::NextTab, Action::ExchangeSides, Action::ToggleLayout, Action::Why, Action::Bookmark]
    }
}
