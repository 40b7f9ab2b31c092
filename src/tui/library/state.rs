//! What the library screen remembers.

use std::sync::Arc;

use super::answers::Answers;
use super::arrangement::Arrangement;
use super::finder::{Finder, Hit};
use super::headline::{Headline, headline};
use super::layout::{Layout, layout};
use super::preview::Preview;
use super::query::Query;
use super::rows::{Folds, Row, Shelf, rows};
use super::selection::Selection;
use super::view::SourceColumn;
use crate::article::{ArticleId, Published};
use crate::library::ArticleLine;
use crate::text::counted::counted;
use crate::tui::action::Action;
use crate::tui::catalogue::Catalogue;
use crate::tui::effect::{ArticleRef, Purpose, Reading, RequestId};
use crate::tui::find::Asked;
use crate::tui::intent::Intent;
use crate::tui::outline::Outline;
use crate::tui::scene::Scene;
use crate::tui::widget::list::scrolled;
use crate::tui::widget::prose::date_and_time;

/// The library screen.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct State {
    pub(super) rows: Vec<Row>,
    /// The row the keys act on; always an article's or an event's, where there is one.
    pub(super) cursor: usize,
    pub(super) top: usize,
    pub(super) selection: Selection,
    /// Where a range being selected began.
    pub(super) range: Option<usize>,
    pub(super) shelf: Shelf,
    pub(super) arrangement: Arrangement,
    /// The filter as it was typed.
    pub(super) filter: String,
    /// The articles that answer a search, while no others are shown.
    pub(super) answers: Option<Answers>,
    pub(super) folds: Folds,
    pub(super) preview: Preview,
    pub(super) sources: SourceColumn,
    /// Whether some article was published at a known time of day.
    pub(super) has_times: bool,
    finder: Finder,
    /// Where the cursor was when the article beside the list was another one.
    came_from: usize,
    /// The article the keys acted on last, by which the cursor finds its row in another list.
    here: Option<ArticleId>,
    /// The article the keys acted on before the filter was typed.
    origin: Option<ArticleId>,
}

impl State {
    /// Takes up the arrangement of the last time, by name, unless the reader has chosen one already.
    pub fn begin(&mut self, arrangement: Option<&str>) {
        if self.arrangement == Arrangement::default() {
            self.arrangement = arrangement.and_then(Arrangement::named).unwrap_or_default();
        }
    }

    /// The catalogue has other articles: everything is made anew, the cursor stays on its article.
    pub fn refresh(&mut self, catalogue: &Catalogue) {
        self.sources = SourceColumn::of(catalogue.articles());
        self.has_times = catalogue.articles().iter().any(|line| line.published.and_then(Published::time).is_some());
        self.finder.forget();
        self.preview.forget();
        self.finder.arrange(self.arrangement, self.answers.as_ref(), catalogue);
        self.list(catalogue);
    }

    /// Arranges the list in another way.
    pub(super) fn arrange(&mut self, arrangement: Arrangement, catalogue: &Catalogue) {
        self.arrangement = arrangement;
        self.finder.arrange(arrangement, self.answers.as_ref(), catalogue);
        self.relist(catalogue);
    }

    /// Shows the articles that answer a search, the best one first and under the cursor.
    pub fn show_found(&mut self, asked: Arc<Asked>, articles: &[ArticleId], catalogue: &Catalogue) {
        let before = self.answers.take().map_or(self.arrangement, |answers| answers.before);
        self.preview.seek(Some(Arc::clone(&asked)));
        self.answers = Some(Answers::new(asked, articles, before));
        (self.shelf, self.here) = (Shelf::All, None);
        self.filter.clear();
        self.arrange(Arrangement::Relevance, catalogue);
        self.top = 0;
    }

    /// Shows all articles again, arranged as before the search.
    pub(super) fn leave_answers(&mut self, catalogue: &Catalogue) {
        let Some(answers) = self.answers.take() else { return };
        self.preview.seek(None);
        let arrangement = if self.arrangement == Arrangement::Relevance { answers.before } else { self.arrangement };
        self.arrange(arrangement, catalogue);
    }

    /// The search whose answers are shown.
    #[must_use]
    pub fn asked(&self) -> Option<&Arc<Asked>> {
        self.answers.as_ref().map(|answers| &answers.asked)
    }

    /// Shelf or filter are others: the rows are made anew, the cursor stays on its article.
    pub(in crate::tui) fn relist(&mut self, catalogue: &Catalogue) {
        if self.arrangement == Arrangement::UnreadFirst {
            // What has been read since moves to its place.
            self.finder.arrange(self.arrangement, self.answers.as_ref(), catalogue);
        }
        self.list(catalogue);
    }

    fn list(&mut self, catalogue: &Catalogue) {
        self.finder.find(self.shelf, &Query::parse(&self.filter), catalogue);
        let was_on_event = matches!(self.current_row(), Some(Row::Event { .. }));
        self.set_rows(catalogue);
        self.cursor = self.stop_from(0, true).unwrap_or(0);
        if let Some(id) = self.here.clone() {
            self.go_to(&id, catalogue);
        }
        if was_on_event {
            let is_event = |row: &usize| matches!(self.rows.get(*row), Some(Row::Event { .. }));
            self.cursor = (0..=self.cursor).rev().find(is_event).unwrap_or(self.cursor);
        }
    }

    /// A filter is about to be typed.
    pub(super) fn begin_filter(&mut self) {
        self.origin = self.here.clone();
    }

    /// Takes the filter as it reads now; the cursor goes to the first article that it finds.
    pub(super) fn set_filter(&mut self, filter: String, catalogue: &Catalogue) {
        let is_new = filter != self.filter;
        self.filter = filter;
        self.relist(catalogue);
        if is_new && !self.filter.is_empty() {
            self.cursor = self.stop_from(0, true).unwrap_or(0);
        }
    }

    /// Takes the filter away; the cursor goes back to where it was before one was typed.
    pub(super) fn drop_filter(&mut self, catalogue: &Catalogue) {
        self.here = self.origin.take().or(self.here.take());
        self.filter.clear();
        self.relist(catalogue);
    }

    /// Makes the rows for what is listed.
    pub(super) fn set_rows(&mut self, catalogue: &Catalogue) {
        self.rows = rows(self.finder.hits(), self.arrangement, &self.folds, catalogue);
        self.range = None;
    }

    /// Puts the cursor on an article, or on its event where that is folded; it stays where it is when the article is not listed.
    pub fn go_to(&mut self, id: &ArticleId, catalogue: &Catalogue) {
        let Some(wanted) = catalogue.number_of(id) else { return };
        let is_it = |row: &Row| match row {
            Row::Article { number, .. } => *number == wanted,
            Row::Event { is_folded: true, .. } => self.reports_of(row).iter().any(|hit| hit.number == wanted),
            Row::Event { .. } | Row::Heading(..) => false,
        };
        if let Some(row) = self.rows.iter().position(is_it) {
            self.cursor = row;
        }
    }

    /// The listed reports of an event's row, newest first.
    pub(super) fn reports_of(&self, row: &Row) -> &[Hit] {
        match *row {
            Row::Event { first, reports, .. } => self.finder.hits().get(first..first + reports).unwrap_or(&[]),
            Row::Article { .. } | Row::Heading(..) => &[],
        }
    }

    /// The articles a row stands for: one, all listed ones of an event, none of a heading.
    pub(super) fn articles_of<'a>(&'a self, row: &'a Row, catalogue: &'a Catalogue) -> impl Iterator<Item = &'a ArticleLine> {
        let own = match *row {
            Row::Article { number, .. } => Some(number),
            Row::Event { .. } | Row::Heading(..) => None,
        };
        let numbers = own.into_iter().chain(self.reports_of(row).iter().map(|hit| hit.number));
        numbers.filter_map(|number| catalogue.articles().get(number))
    }

    /// The row the keys act on.
    pub(super) fn current_row(&self) -> Option<&Row> {
        self.rows.get(self.cursor)
    }

    /// The article the keys act on; of an event, its first report.
    pub(in crate::tui) fn current<'a>(&'a self, catalogue: &'a Catalogue) -> Option<&'a ArticleLine> {
        self.article_of(self.current_row()?, catalogue)
    }

    /// The article of a row; of an event, its first report.
    fn article_of<'a>(&'a self, row: &'a Row, catalogue: &'a Catalogue) -> Option<&'a ArticleLine> {
        // The reports stand newest first, those without a date behind the others.
        let reports = self.articles_of(row, catalogue);
        reports.reduce(|so_far, line| if line.published.is_some() || so_far.published.is_none() { line } else { so_far })
    }

    /// The nearest row with something to act on from `row` on, downwards or upwards.
    pub(super) fn stop_from(&self, row: usize, down: bool) -> Option<usize> {
        let is_stop = |row: &usize| matches!(self.rows.get(*row), Some(Row::Article { .. } | Row::Event { .. }));
        if down { (row..self.rows.len()).find(is_stop) } else { (0..=row.min(self.rows.len())).rev().find(is_stop) }
    }

    /// Brings what depends on the size and the cursor up to date; asks for the article to preview.
    pub fn fit(&mut self, scene: &Scene<'_>) -> Vec<Intent> {
        let Layout { list, preview, .. } = layout(scene);
        self.top = scrolled(self.top, self.cursor, self.rows.len(), usize::from(list.height));
        // The heading above the first article is part of it.
        if self.cursor == 1 {
            self.top = 0;
        }
        let mut intents = Vec::new();
        if let (Some(id), Some(_)) = (self.current(scene.catalogue).map(|line| line.id.clone()), preview) {
            intents = self.want(&id, scene.catalogue);
        }
        self.here = self.current(scene.catalogue).map(|line| line.id.clone()).or(self.here.take());
        // Also while nothing is listed: the article waited for may have come.
        if let Some(area) = preview {
            self.preview.set(usize::from(area.width.min(scene.measure)), usize::from(area.height));
        }
        intents
    }

    /// Asks for the article to preview unless it is at hand, and for the one that comes next if the cursor goes on as it went.
    fn want(&mut self, id: &ArticleId, catalogue: &Catalogue) -> Vec<Intent> {
        if self.preview.wanted.as_ref() == Some(id) {
            return Vec::new();
        }
        let mut intents = Vec::new();
        if !self.preview.want(id) {
            intents.push(Intent::Load(ArticleRef::Kept(id.clone()), Purpose::Preview));
        }
        let is_down = self.cursor >= std::mem::replace(&mut self.came_from, self.cursor);
        let next = if is_down { Some(self.cursor + 1) } else { self.cursor.checked_sub(1) };
        let row = next.and_then(|next| self.stop_from(next, is_down)).and_then(|row| self.rows.get(row));
        let ahead = row.and_then(|row| self.article_of(row, catalogue)).map(|line| line.id.clone());
        if let Some(ahead) = ahead.filter(|ahead| self.preview.wants_ahead(ahead)) {
            intents.push(Intent::Load(ArticleRef::Kept(ahead), Purpose::Ahead));
        }
        intents
    }

    /// The app asked under this id for the article that may come next.
    pub fn requested_ahead(&mut self, request: RequestId) {
        self.preview.requested_ahead(request);
    }

    /// The article that may come next is there, or cannot be had; `false` when it was not asked for under this id.
    pub fn came_ahead(&mut self, request: RequestId, reading: Option<Arc<Reading>>) -> bool {
        self.preview.came_ahead(request, reading)
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
        self.preview.loaded(reading);
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
        if !catalogue.listed {
            return String::new();
        }
        let (shown, all) = (self.finder.hits().len(), catalogue.articles().len());
        let mut parts = Vec::new();
        if !self.selection.ids().is_empty() {
            parts.push(format!("{} selected", self.selection.ids().len()));
        }
        match self.shelf {
            Shelf::All => {}
            Shelf::Unread => parts.push("unread only".to_owned()),
            Shelf::Starred => parts.push("starred only".to_owned()),
        }
        parts.push(if shown == all { counted(all, "article") } else { format!("{shown} of {all} articles") });
        if let Some(asked) = self.asked() {
            parts.push(format!("search: {}", asked.text));
        }
        if !self.filter.is_empty() {
            parts.push(format!("/{}", self.filter));
        }
        parts.push(format!("{} unread", catalogue.unread()));
        parts.extend(self.arrangement.label().map(str::to_owned));
        parts.join(" · ")
    }

    /// Whether what is selected, or the cursor's article, can be compared.
    #[must_use]
    pub fn can_compare(&self, catalogue: &Catalogue) -> bool {
        let has_others = |id: &ArticleId| catalogue.other_reports(id).next().is_some();
        match self.selection.ids() {
            [] => self.current(catalogue).is_some_and(|line| has_others(&line.id)),
            [only] => has_others(only),
            more => more.len() == 2,
        }
    }

    /// The article to come back to the next time. None at the top: whoever stands there wants to see what comes in.
    #[must_use]
    pub fn place(&self, catalogue: &Catalogue) -> Option<ArticleId> {
        let line = self.current(catalogue)?;
        let is_newest = catalogue.articles().first().is_some_and(|first| first.id == line.id);
        (!is_newest).then(|| line.id.clone())
    }

    /// The articles that are listed, a line each: date, source, title.
    #[must_use]
    pub fn outline(&self, catalogue: &Catalogue) -> Option<Outline> {
        let entry = |hit: &Hit| {
            let line = catalogue.articles().get(hit.number)?;
            let Headline { source, title } = headline(line);
            Some(format!("{} · {source} · {title}\n", line.published.map_or_else(|| "undated".to_owned(), date_and_time)))
        };
        let listed: String = self.finder.hits().iter().filter_map(entry).collect();
        (!listed.is_empty()).then(|| Outline::titled("articles", listed))
    }

    /// The likeliest keys now, for the footer.
    #[must_use]
    pub fn hints(&self) -> &'static [Action] {
        match (self.selection.ids().len(), self.current_row()) {
            (0, Some(Row::Event { .. })) => &[Action::Open, Action::Compare, Action::ToggleFold, Action::Find],
            (0, _) => &[Action::Open, Action::Compare, Action::Find, Action::Star, Action::Bookmarks],
            (1, _) => &[Action::Select, Action::Compare, Action::Star, Action::ToggleRead, Action::Cancel],
            _ => &[Action::Compare, Action::Star, Action::ToggleRead, Action::Cancel],
        }
    }
}
