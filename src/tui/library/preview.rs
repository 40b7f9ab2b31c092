//! The article beside the list.

use std::sync::Arc;

use crate::article::ArticleId;
use crate::text::span::Span;
use crate::tui::effect::{Reading, RequestId};
use crate::tui::reader::claim_marks;
use crate::tui::theme::Role;
use crate::tui::widget::prose::Prose;

/// The article beside the list.
#[derive(Debug, Clone, PartialEq, Default)]
pub(super) struct Preview {
    /// The request whose answer is waited for.
    pub awaited: Option<RequestId>,
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
}

impl Preview {
    /// The article is there.
    pub(super) fn loaded(&mut self, reading: Arc<Reading>) {
        self.awaited = None;
        self.top = 0;
        self.columns = 0;
        self.marks = claim_marks(&reading.claims);
        self.reading = Some(reading);
    }

    /// Sets the article in lines, if the article or the width is another one.
    pub(super) fn set(&mut self, columns: usize) {
        if let Some(reading) = &self.reading
            && self.columns != columns
        {
            self.prose = Prose::new(&reading.article, columns, false);
            self.columns = columns;
        }
    }

    /// Scrolls by so many lines, not past the end.
    pub(super) fn scroll(&mut self, lines: isize, height: usize) {
        let most = self.prose.lines.len().saturating_sub(height);
        self.top = self.top.saturating_add_signed(lines).min(most);
    }
}
