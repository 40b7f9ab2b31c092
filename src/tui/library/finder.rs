//! Which articles are listed: those of the shelf that the filter leaves, in the order of the arrangement.

use super::answers::Answers;
use super::arrangement::Arrangement;
use super::keys::{Closeness, Keys};
use super::query::Query;
use super::rows::Shelf;
use crate::library::ArticleLine;
use crate::tui::catalogue::Catalogue;

/// An article that is listed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Hit {
    /// Its number in the catalogue.
    pub number: usize,
    /// How closely its headline has the words of the filter.
    pub closeness: Closeness,
}

/// Finds, and keeps what makes the next finding quick.
#[derive(Debug, Clone, PartialEq, Default)]
pub(super) struct Finder {
    order: Vec<usize>,
    keys: Option<Keys>,
    hits: Vec<Hit>,
    /// What the hits answer; none when something has changed since.
    answered: Option<(Shelf, Query)>,
}

impl Finder {
    /// The articles listed, in their order.
    pub(super) fn hits(&self) -> &[Hit] {
        &self.hits
    }

    /// The catalogue has other articles.
    pub(super) fn forget(&mut self) {
        *self = Self::default();
    }

    /// Orders the articles, or those that answer a search.
    pub(super) fn arrange(&mut self, arrangement: Arrangement, answers: Option<&Answers>, catalogue: &Catalogue) {
        self.order = answers.map_or_else(|| arrangement.order(catalogue), |answers| answers.order(arrangement, catalogue));
        self.answered = None;
    }

    /// Finds. Where no more can be found than the last time, only what was found then is looked at.
    pub(super) fn find(&mut self, on: Shelf, query: &Query, catalogue: &Catalogue) {
        let articles = catalogue.articles();
        self.prepare(query, articles);
        let is_narrower =
            self.answered.as_ref().is_some_and(|(before, earlier)| *before == Shelf::All && earlier.is_lasting() && query.narrows(earlier));
        let keys = self.keys.as_ref();
        let hit = |number: usize| {
            let line = articles.get(number).filter(|line| on.has(line))?;
            closeness(number, line, query, keys).map(|closeness| Hit { number, closeness })
        };
        if is_narrower {
            self.hits = self.hits.iter().filter_map(|before| hit(before.number)).collect();
        } else {
            self.hits = self.order.iter().filter_map(|&number| hit(number)).collect();
        }
        self.answered = Some((on, query.clone()));
    }

    fn prepare(&mut self, query: &Query, articles: &[ArticleLine]) {
        if query.needs_keys() {
            let keys = self.keys.get_or_insert_with(|| Keys::of(articles));
            if query.words.iter().any(|word| word.is_cased) {
                keys.prepare_case(articles);
            }
        }
    }
}

/// How closely an article is what the filter asks for; `None` when it is not.
fn closeness(number: usize, line: &ArticleLine, query: &Query, keys: Option<&Keys>) -> Option<Closeness> {
    let source = keys.map_or("", |keys| keys.source(number));
    if !query.terms.iter().all(|term| term.is_met(line, source)) {
        return None;
    }
    query.words.iter().try_fold(Closeness::Exact, |so_far, word| Some(so_far.and(keys?.find(number, word)?)))
}
