//! The articles that answer a search, which the list then shows alone.

use std::sync::Arc;

use rustc_hash::FxHashSet;

use super::arrangement::Arrangement;
use crate::article::ArticleId;
use crate::tui::catalogue::Catalogue;
use crate::tui::find::Asked;

/// The articles that answer a search.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Answers {
    /// What was searched for.
    pub asked: Arc<Asked>,
    /// How the list was arranged before.
    pub before: Arrangement,
    /// The best one first.
    articles: Vec<ArticleId>,
}

impl Answers {
    pub(super) fn new(asked: Arc<Asked>, articles: &[ArticleId], before: Arrangement) -> Self {
        Self { asked, before, articles: articles.to_vec() }
    }

    /// Their numbers in the catalogue, arranged.
    pub(super) fn order(&self, arrangement: Arrangement, catalogue: &Catalogue) -> Vec<usize> {
        let numbers = self.articles.iter().filter_map(|id| catalogue.number_of(id));
        if arrangement == Arrangement::Relevance {
            return numbers.collect();
        }
        let numbers: FxHashSet<usize> = numbers.collect();
        let mut order = arrangement.order(catalogue);
        order.retain(|number| numbers.contains(number));
        order
    }
}
