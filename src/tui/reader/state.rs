//! What the reader remembers.

use std::sync::Arc;

use super::layout::column;
use super::passage::{Steps, Unit, kept_spans, span_of};
use crate::article::Body;
use crate::library::Anchor;
use crate::text::span::Span;
use crate::tui::action::Action;
use crate::tui::catalogue::Catalogue;
use crate::tui::effect::{ArticleRef, Effect, Reading, RequestId};
use crate::tui::find::occurrences;
use crate::tui::scene::Scene;
use crate::tui::widget::prose::Prose;

/// The reader.
#[derive(Debug, Clone, PartialEq)]
pub struct State {
    /// The article that is shown or waited for.
    pub article: ArticleRef,
    awaited: Option<RequestId>,
    pub(super) reading: Option<Arc<Reading>>,
    /// The passage to go to once the article is there.
    goal: Option<Anchor>,
    pub(super) page: Page,
    /// The byte of the body the keys act on.
    pub(super) cursor: usize,
    pub(super) selection: Option<Selection>,
    pub(super) find: Find,
    /// Cursors from before the last jumps.
    pub(super) jumps: Vec<usize>,
}

/// The lines and which of them is the first on the screen.
#[derive(Debug, Clone, PartialEq, Default)]
pub(super) struct Page {
    pub prose: Prose,
    pub top: usize,
    /// Whether the page is shown as it was saved.
    pub as_saved: bool,
    /// The columns and the mode that `prose` was set for.
    set_for: Option<(u16, bool)>,
}

/// A selection from one unit to another.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Selection {
    /// The byte where it began; the other end is the cursor.
    pub anchor: usize,
    pub unit: Unit,
}

/// What is searched for or stepped through.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Find {
    pub query: String,
    pub hits: Vec<Span>,
    pub steps: Steps,
    /// Where the cursor was when the search began.
    pub origin: usize,
}

impl State {
    /// A reader that waits for its article; `at` is the passage to go to instead of where the reader stopped.
    #[must_use]
    pub fn new(article: ArticleRef, at: Option<Anchor>) -> Self {
        Self {
            article,
            awaited: None,
            reading: None,
            goal: at,
            page: Page::default(),
            cursor: 0,
            selection: None,
            find: Find { query: String::new(), hits: Vec::new(), steps: Steps::Hits, origin: 0 },
            jumps: Vec::new(),
        }
    }

    /// The app asked for the article under this id.
    pub fn requested(&mut self, request: RequestId) {
        self.awaited = Some(request);
    }

    /// The request whose answer is waited for.
    #[must_use]
    pub fn awaited(&self) -> Option<RequestId> {
        self.awaited
    }

    /// The article is there. Gives `false` when the passage to go to cannot be placed in it.
    pub fn loaded(&mut self, reading: Arc<Reading>, scene: &Scene<'_>) -> bool {
        self.awaited = None;
        self.page.set_for = None;
        let goal = self.goal.take();
        let last = scene.catalogue.places.get(&reading.article.id);
        let place = goal.as_ref().or(last.or(reading.place.as_ref())).and_then(|anchor| span_of(anchor, &reading.article.body));
        let is_resumed = goal.is_none();
        self.reading = Some(reading);
        self.fit(scene);
        let Some(place) = place else { return is_resumed };
        if is_resumed {
            self.page.top = if place.start == 0 { 0 } else { self.page.prose.line_of(place.start) };
            self.cursor = place.start;
        } else {
            self.go_to(place.start, scene);
        }
        true
    }

    /// The article cannot be loaded; the status line says why.
    pub fn failed(&mut self) {
        self.awaited = None;
    }

    /// The article's body, once it is loaded.
    pub(super) fn body(&self) -> Option<&Body> {
        self.reading.as_ref().map(|reading| &reading.article.body)
    }

    /// Sets the article in lines anew where width or mode are others; the words at the top stay at the top.
    pub fn fit(&mut self, scene: &Scene<'_>) {
        let wanted = (column(scene.area, scene.measure).width, self.page.as_saved);
        let Some(reading) = &self.reading else { return };
        if self.page.set_for != Some(wanted) {
            let words = self.page.prose.offset_from(self.page.top);
            self.page.prose = Prose::new(&reading.article, usize::from(wanted.0).max(1), wanted.1);
            // A title in sight stays in sight.
            self.page.top = if self.page.top == 0 { 0 } else { self.page.prose.line_of(words) };
            self.page.set_for = Some(wanted);
        }
        self.page.top = self.page.top.min(self.last_top(scene));
    }

    /// The greatest first line: the last line stands at the foot of the screen.
    pub(super) fn last_top(&self, scene: &Scene<'_>) -> usize {
        self.page.prose.lines.len().saturating_sub(usize::from(column(scene.area, scene.measure).height))
    }

    /// Puts the cursor on a byte and its line in sight.
    pub(super) fn go_to(&mut self, offset: usize, scene: &Scene<'_>) {
        let height = usize::from(column(scene.area, scene.measure).height);
        let line = self.page.prose.line_of(offset);
        let around = (height / 4).min(height.saturating_sub(1) / 2);
        let most = line.saturating_sub(around);
        let least = (line + around + 1).saturating_sub(height).min(most);
        self.cursor = offset;
        self.page.top = self.page.top.clamp(least, most).min(self.last_top(scene));
        if line == self.page.prose.line_of(0) && line < height {
            self.page.top = 0;
        }
    }

    /// The place to come back to: the first words on the screen.
    #[must_use]
    pub fn place(&self) -> Option<Effect> {
        let (ArticleRef::Kept(id), Some(body)) = (&self.article, self.body()) else { return None };
        let start = if self.page.top == 0 { 0 } else { self.page.prose.offset_from(self.page.top) };
        let line = self.page.prose.body_at(self.page.prose.line_of(start))?;
        Some(Effect::SetPlace { article: id.clone(), place: Anchor::of(body, line) })
    }

    /// What the keys act on: the selection, or the sentence at the cursor.
    pub(super) fn passage(&self) -> Option<Span> {
        let body = self.body()?;
        let passage = match self.selection {
            Some(Selection { anchor, unit }) => unit.at(body, anchor).hull(unit.at(body, self.cursor)),
            None => Unit::Sentence.at(body, self.cursor),
        };
        (!passage.is_empty()).then_some(passage)
    }

    /// What `n` and `N` step through, in the order of the text.
    pub(super) fn stops(&self, catalogue: &Catalogue) -> Vec<Span> {
        let Some(reading) = &self.reading else { return Vec::new() };
        let claims = &reading.claims;
        let mut spans: Vec<Span> = match self.find.steps {
            Steps::Hits => self.find.hits.clone(),
            Steps::Figures => claims.figures.iter().map(|figure| figure.span).collect(),
            Steps::Quotations => claims.quotations.iter().map(crate::extract::Quotation::hull).collect(),
            Steps::Names => claims.names.iter().flat_map(|name| name.mentions.iter().copied()).collect(),
            Steps::Bookmarks => kept_spans(reading, catalogue),
        };
        spans.sort_unstable();
        spans
    }

    /// Searches the body.
    pub(super) fn search(&mut self, query: &str) {
        query.clone_into(&mut self.find.query);
        self.find.steps = Steps::Hits;
        self.find.hits = self.body().map(|body| occurrences(body.text(), query)).unwrap_or_default();
    }

    /// Where the reader is, for the status line: `figure 3/17 · 42%`.
    #[must_use]
    pub fn position(&self, scene: &Scene<'_>) -> String {
        let stops = self.stops(scene.catalogue);
        let stepping = self.find.steps != Steps::Hits || !self.find.query.is_empty();
        let number = stops.partition_point(|stop| stop.start <= self.cursor);
        let last = self.last_top(scene);
        let percent = (self.page.top * 100).checked_div(last).unwrap_or(100);
        let mut parts = Vec::new();
        if stepping {
            parts.push(format!("{} {number}/{}", self.find.steps.noun(), stops.len()));
        }
        if self.page.as_saved {
            parts.push("page as saved".to_owned());
        }
        parts.push(format!("{percent}%"));
        parts.join(" · ")
    }

    /// The likeliest keys now, for the footer.
    #[must_use]
    pub fn hints(&self) -> &'static [Action] {
        if self.selection.is_some() {
            return &[Action::Bookmark, Action::Annotate, Action::CopyCitation, Action::OtherEnd, Action::Cancel];
        }
        &[Action::Bookmark, Action::Compare, Action::Find, Action::StepQuotations, Action::Details, Action::Back]
    }

    /// Whether a passage is being selected.
    #[must_use]
    pub fn is_selecting(&self) -> bool {
        self.selection.is_some()
    }

    /// Shows another article in the same reader.
    pub(super) fn turn_to(&mut self, article: ArticleRef) {
        let as_saved = self.page.as_saved;
        *self = Self::new(article, None);
        self.page.as_saved = as_saved;
    }
}
