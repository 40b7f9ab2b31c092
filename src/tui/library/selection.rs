//! The selected articles, in the order in which they were selected.

use rustc_hash::FxHashSet;

use crate::article::ArticleId;

/// The selection; whether an article is in it is told at once, however many there are.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct Selection {
    order: Vec<ArticleId>,
    known: FxHashSet<ArticleId>,
}

impl Selection {
    /// The articles, the first selected first.
    pub(super) fn ids(&self) -> &[ArticleId] {
        &self.order
    }

    /// Whether an article is selected.
    pub(super) fn has(&self, id: &ArticleId) -> bool {
        self.known.contains(id)
    }

    /// Selects an article.
    pub(super) fn add(&mut self, id: &ArticleId) {
        if self.known.insert(id.clone()) {
            self.order.push(id.clone());
        }
    }

    /// Takes an article out.
    pub(super) fn remove(&mut self, id: &ArticleId) {
        if self.known.remove(id) {
            self.order.retain(|selected| selected != id);
        }
    }

    /// Takes all articles out.
    pub(super) fn clear(&mut self) {
        *self = Self::default();
    }
}
