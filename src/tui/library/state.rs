//! What the library screen remembers.

use std::sync::Arc;

use super::layout::{Layout, layout};
use super::rows::{Row, Shelf, rows};
use crate::article::{ArticleId, Published};
use crate::text::width::width;
use crate::tui::action::Action;
use crate::tui::catalogue::Catalogue;
use crate::tui::effect::{ArticleRef, Purpose, Reading, RequestId};
use crate::tui::intent::Intent;
use crate::tui::scene::Scene;
use crate::tui::widget::list::scrolled;
use crate::tui::widget::prose::Prose;

/// The library screen.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct State {
    pub(super) rows: Vec<Row>,
    /// The row the keys act on; always an article's, where there is one.
    pub(super) cursor: usize,
    pub(super) top: usize,
    /// Selected articles in the order in which they were selected.
    pub(super) selected: Vec<ArticleId>,
    /// Where a range being selected began.
    pub(super) range: Option<usize>,
    pub(super) shelf: Shelf,
    pub(super) filter: String,
    pub(super) preview: Preview,
    /// Cells of the longest source's name.
    pub(super) longest_source: usize,
    /// Whether some article was published at a known time of day.
    pub(super) has_times: bool,
}

/// The article beside the list.
#[derive(Debug, Clone, PartialEq, Default)]
pub(super) struct Preview {
    awaited: Option<RequestId>,
    /// The article that is shown or waited for.
    wanted: Option<ArticleId>,
    pub reading: Option<Arc<Reading>>,
    pub prose: Prose,
    columns: usize,
    pub top: usize,
}

impl State {
    /// The catalogue is another one: the rows are made anew, the cursor stays on its article.
    pub fn refresh(&mut self, catalogue: &Catalogue) {
        let current = self.current(catalogue).map(|line| line.id.clone());
        self.longest_source = catalogue.articles.iter().filter_map(|line| line.source.as_deref()).map(width).max().unwrap_or(0);
        self.has_times = catalogue.articles.iter().any(|line| line.published.and_then(Published::time).is_some());
        self.list(catalogue);
        if let Some(id) = current {
            self.go_to(&id, catalogue);
        }
    }

    /// Makes the rows; the cursor goes to the first article.
    pub(super) fn list(&mut self, catalogue: &Catalogue) {
        self.rows = rows(&catalogue.articles, self.shelf, &self.filter);
        self.range = None;
        self.cursor = 0;
        self.cursor = self.article_from(0, true).unwrap_or(0);
    }

    /// Puts the cursor on an article, if it is listed.
    pub fn go_to(&mut self, id: &ArticleId, catalogue: &Catalogue) {
        let is_it = |row: &Row| matches!(row, Row::Article { number, .. } if catalogue.articles.get(*number).is_some_and(|l| l.id == *id));
        if let Some(row) = self.rows.iter().position(is_it) {
            self.cursor = row;
        }
    }

    /// The article the keys act on.
    pub(in crate::tui) fn current<'a>(&self, catalogue: &'a Catalogue) -> Option<&'a crate::library::ArticleLine> {
        match self.rows.get(self.cursor)? {
            Row::Article { number, .. } => catalogue.articles.get(*number),
            Row::Day(_) => None,
        }
    }

    /// The nearest article's row from `row` on, downwards or upwards.
    pub(super) fn article_from(&self, row: usize, down: bool) -> Option<usize> {
        let is_article = |row: &usize| matches!(self.rows.get(*row), Some(Row::Article { .. }));
        if down { (row..self.rows.len()).find(is_article) } else { (0..=row.min(self.rows.len())).rev().find(is_article) }
    }

    /// Brings what depends on the size and the cursor up to date; asks for the article to preview.
    pub fn fit(&mut self, scene: &Scene<'_>) -> Vec<Intent> {
        let Layout { list, preview, .. } = layout(scene);
        self.top = scrolled(self.top, self.cursor, self.rows.len(), usize::from(list.height));
        // The heading above the first article is part of it.
        if self.cursor == 1 {
            self.top = 0;
        }
        let (Some(area), Some(line)) = (preview, self.current(scene.catalogue)) else { return Vec::new() };
        self.preview.set(usize::from(area.width.min(scene.measure)));
        if self.preview.wanted.as_ref() == Some(&line.id) {
            return Vec::new();
        }
        self.preview.wanted = Some(line.id.clone());
        vec![Intent::Load(ArticleRef::Kept(line.id.clone()), Purpose::Preview)]
    }

    /// The app asked for the preview under this id.
    pub fn requested(&mut self, request: RequestId) {
        self.preview.awaited = Some(request);
    }

    /// The request whose answer is waited for.
    #[must_use]
    pub fn awaited(&self) -> Option<RequestId> {
        self.preview.awaited
    }

    /// The article to preview is there.
    pub fn loaded(&mut self, reading: Arc<Reading>) {
        self.preview.awaited = None;
        self.preview.top = 0;
        self.preview.columns = 0;
        self.preview.reading = Some(reading);
    }

    /// The preview cannot be loaded; the status line says why.
    pub fn failed(&mut self) {
        self.preview.awaited = None;
    }

    /// The cursor's article, where it is loaded already.
    pub(super) fn loaded_article(&self, id: &ArticleId) -> Option<Arc<Reading>> {
        self.preview.reading.clone().filter(|reading| reading.article.id == *id)
    }

    /// Where the reader is, for the status line.
    #[must_use]
    pub fn position(&self, catalogue: &Catalogue) -> String {
        let shown = self.rows.iter().filter(|row| matches!(row, Row::Article { .. })).count();
        if !catalogue.listed {
            return String::new();
        }
        let all = catalogue.articles.len();
        let unread = catalogue.articles.iter().filter(|line| !line.read).count();
        let mut parts = Vec::new();
        if !self.selected.is_empty() {
            parts.push(format!("{} selected", self.selected.len()));
        }
        match self.shelf {
            Shelf::All => {}
            Shelf::Unread => parts.push("unread only".to_owned()),
            Shelf::Starred => parts.push("starred only".to_owned()),
        }
        if !self.filter.is_empty() {
            parts.push(format!("/{}", self.filter));
        }
        parts.push(if shown == all { format!("{all} articles") } else { format!("{shown} of {all} articles") });
        parts.push(format!("{unread} unread"));
        parts.join(" · ")
    }

    /// Whether what is selected, or the cursor's article, can be compared.
    #[must_use]
    pub fn can_compare(&self, catalogue: &Catalogue) -> bool {
        let has_others = |id: &ArticleId| catalogue.other_reports(id).next().is_some();
        match self.selected.as_slice() {
            [] => self.current(catalogue).is_some_and(|line| has_others(&line.id)),
            [only] => has_others(only),
            more => more.len() == 2,
        }
    }

    /// The article to come back to the next time. None on the newest: whoever stands at the top wants to see what comes in.
    #[must_use]
    pub fn place(&self, catalogue: &Catalogue) -> Option<ArticleId> {
        let line = self.current(catalogue)?;
        let is_newest = catalogue.articles.first().is_some_and(|first| first.id == line.id);
        (!is_newest).then(|| line.id.clone())
    }

    /// The likeliest keys now, for the footer.
    #[must_use]
    pub fn hints(&self) -> &'static [Action] {
        match self.selected.len() {
            0 => &[Action::Open, Action::Compare, Action::Find, Action::Star, Action::Bookmarks],
            1 => &[Action::Select, Action::Compare, Action::Star, Action::ToggleRead, Action::Cancel],
            _ => &[Action::Compare, Action::Star, Action::ToggleRead, Action::Cancel],
        }
    }
}

impl Preview {
    /// Sets the article in lines, if the article or the width is another one.
    fn set(&mut self, columns: usize) {
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
