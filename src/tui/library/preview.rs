//! The article beside the list.

use std::collections::VecDeque;
use std::sync::Arc;

use crate::article::ArticleId;
use crate::library::search::hits_in;
use crate::text::span::Span;
use crate::tui::effect::{Reading, RequestId};
use crate::tui::find::Asked;
use crate::tui::reader::claim_marks;
use crate::tui::theme::Role;
use crate::tui::widget::prose::Prose;

/// The article beside the list.
#[derive(Debug, Clone, PartialEq, Default)]
pub(super) struct Preview {
    /// The request whose answer is waited for.
    pub awaited: Option<RequestId>,
    /// The request for an article that is loaded ahead, and which article that is.
    ahead: (Option<RequestId>, Option<ArticleId>),
    /// Articles shown lately or loaded ahead, the last one last.
    near: VecDeque<Arc<Reading>>,
    /// The article that is shown or waited for.
    pub wanted: Option<ArticleId>,
    /// The article.
    pub reading: Option<Arc<Reading>>,
    /// It in lines.
    pub prose: Prose,
    /// What its quotations and figures look like.
    pub marks: Vec<(Span, Role)>,
    /// The first line on the screen.
    pub top: usize,
    columns: usize,
    /// What was searched for.
    sought: Option<Arc<Asked>>,
    /// The byte of the body to be shown when the article is set in lines.
    goal: Option<usize>,
}

/// So many articles are kept at hand: those the reader may go back to, and the next one.
const NEAR: usize = 6;

impl Preview {
    /// Wants another article; `false` when it is not at hand and must be loaded.
    pub(super) fn want(&mut self, id: &ArticleId) -> bool {
        self.wanted = Some(id.clone());
        match self.near.iter().find(|reading| reading.article.id == *id).cloned() {
            Some(reading) => {
                self.loaded(reading);
                true
            }
            None => false,
        }
    }

    /// Whether an article is to be loaded ahead: it is neither at hand nor on its way.
    pub(super) fn wants_ahead(&mut self, id: &ArticleId) -> bool {
        let is_known = self.near.iter().any(|reading| reading.article.id == *id) || self.ahead.1.as_ref() == Some(id);
        if !is_known {
            self.ahead = (None, Some(id.clone()));
        }
        !is_known
    }

    /// The app asked under this id for the article to be loaded ahead.
    pub(super) fn requested_ahead(&mut self, request: RequestId) {
        self.ahead.0 = Some(request);
    }

    /// Takes the answer to a request for an article ahead; `false` when it is none.
    pub(super) fn came_ahead(&mut self, request: RequestId, reading: Option<Arc<Reading>>) -> bool {
        if self.ahead.0 != Some(request) {
            return false;
        }
        self.ahead = (None, None);
        match reading {
            Some(reading) if self.awaited.is_some() && self.wanted.as_ref() == Some(&reading.article.id) => self.loaded(reading),
            Some(reading) => self.keep(reading),
            None => {}
        }
        true
    }

    /// The library was listed anew: what is at hand may be another version by now.
    pub(super) fn forget(&mut self) {
        self.near.clear();
    }

    fn keep(&mut self, reading: Arc<Reading>) {
        self.near.retain(|kept| kept.article.id != reading.article.id);
        self.near.push_back(reading);
        if self.near.len() > NEAR {
            self.near.pop_front();
        }
    }

    /// The article is there.
    pub(super) fn loaded(&mut self, reading: Arc<Reading>) {
        self.awaited = None;
        self.top = 0;
        self.columns = 0;
        self.marks = claim_marks(&reading.claims);
        self.mark_sought(&reading);
        self.keep(Arc::clone(&reading));
        self.reading = Some(reading);
    }

    /// Shows from now on what was searched for, or no longer.
    pub(super) fn seek(&mut self, asked: Option<Arc<Asked>>) {
        self.sought = asked;
        if let Some(reading) = self.reading.clone() {
            self.loaded(reading);
        }
    }

    fn mark_sought(&mut self, reading: &Reading) {
        self.goal = None;
        if let Some(asked) = &self.sought {
            let (hits, best) = hits_in(&reading.article.body, &asked.search);
            self.marks.extend(hits.into_iter().map(|hit| (hit, Role::SearchHit)));
            self.goal = best;
        }
    }

    /// Sets the article in lines, if the article or the width is another one; what was searched for is brought in sight once.
    pub(super) fn set(&mut self, columns: usize, height: usize) {
        let Some(reading) = &self.reading else { return };
        if self.columns != columns {
            self.prose = Prose::new(&reading.article, columns, false);
            self.columns = columns;
        }
        if let Some(line) = self.goal.take().map(|byte| self.prose.line_of(byte)).filter(|line| *line >= height) {
            self.top = line.saturating_sub(height / 3).min(self.prose.lines.len().saturating_sub(height));
        }
    }

    /// Scrolls by so many lines, not past the end.
    pub(super) fn scroll(&mut self, lines: isize, height: usize) {
        let most = self.prose.lines.len().saturating_sub(height);
        self.top = self.top.saturating_add_signed(lines).min(most);
    }
}
