//! What the reader remembers.

use std::sync::Arc;

use super::layout::column;
use super::passage::{Steps, Unit, claim_marks, kept_spans, marked_quotations, span_of};
use crate::article::Body;
use crate::export::text;
use crate::library::search::hits_in;
use crate::library::{Anchor, BookmarkId};
use crate::text::counted::counted;
use crate::text::span::Span;
use crate::tui::action::Action;
use crate::tui::catalogue::Catalogue;
use crate::tui::effect::{ArticleRef, Reading, RequestId};
use crate::tui::find::{Asked, Searched};
use crate::tui::outline::{LAYOUT, Outline};
use crate::tui::scene::Scene;
use crate::tui::theme::Role;
use crate::tui::widget::prose::{Prose, Spot};

/// The reader.
#[derive(Debug, Clone, PartialEq)]
pub struct State {
    /// The article that is shown or waited for.
    pub article: ArticleRef,
    awaited: Option<RequestId>,
    pub(super) reading: Option<Arc<Reading>>,
    /// The passage to go to once the article is there.
    goal: Option<Anchor>,
    /// What was searched for in the library, until the article is there.
    sought: Option<Arc<Asked>>,
    /// The first byte of the passage that the article was opened at.
    pub(super) visited: Option<usize>,
    pub(super) page: Page,
    /// The byte of the body the keys act on.
    pub(super) cursor: usize,
    pub(super) selection: Option<Selection>,
    pub(super) find: Find,
    /// The word on which the mouse's button is held.
    pub(super) pressed: Option<usize>,
    /// What its quotations and figures look like.
    pub(super) claims: Vec<(Span, Role)>,
    /// The places of its bookmarks, and the bookmarks they were found for.
    pub(super) kept: Kept,
    /// The addresses that are being offered, by their letters.
    pub(super) links: Vec<(char, Span)>,
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
    /// How many lines the screen shows.
    pub height: usize,
    /// The columns and the mode that `prose` was set for.
    set_for: Option<(u16, bool)>,
    /// The words that the reader put at the top, and the line that shows them now: a narrow screen and back moves nothing.
    held: Option<(usize, Option<Spot>)>,
}

impl Page {
    /// Whether the byte of the body at `offset` is on the screen.
    pub(super) fn shows(&self, offset: usize) -> bool {
        (self.top..self.top + self.height).contains(&self.prose.line_of(offset))
    }

    /// The words at the top; none while the article's head stands there.
    pub(super) fn top_words(&self) -> Option<Spot> {
        match self.held {
            Some((top, words)) if top == self.top => words,
            _ => (self.top > 0).then(|| self.prose.spot(self.top)),
        }
    }

    /// Puts these words at the top, as far as the page goes on below them.
    pub(super) fn put_at_top(&mut self, words: Option<Spot>) {
        self.top = words.map_or(0, |spot| self.prose.line_at(spot)).min(self.last_top());
        self.held = Some((self.top, words));
    }

    /// The greatest first line: the last line stands at the foot of the screen.
    pub(super) fn last_top(&self) -> usize {
        self.prose.lines.len().saturating_sub(self.height)
    }
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
    pub searched: Searched,
    pub steps: Steps,
    /// Where the cursor was when the search began.
    pub origin: usize,
}

/// Where the article's bookmarks stand; looked for anew only when there are others.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct Kept {
    bookmarks: Option<Vec<BookmarkId>>,
    pub spans: Vec<Span>,
}

impl Kept {
    fn refresh(&mut self, reading: &Reading, catalogue: &Catalogue) {
        let bookmarks: Vec<BookmarkId> = catalogue.passages_in(&reading.article).map(|(bookmark, _)| bookmark.id).collect();
        if self.bookmarks.as_ref() != Some(&bookmarks) {
            self.spans = kept_spans(reading, catalogue);
            self.bookmarks = Some(bookmarks);
        }
    }
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
            sought: None,
            visited: None,
            page: Page::default(),
            cursor: 0,
            selection: None,
            pressed: None,
            find: Find { query: String::new(), hits: Vec::new(), searched: Searched::default(), steps: Steps::Hits, origin: 0 },
            claims: Vec::new(),
            kept: Kept::default(),
            links: Vec::new(),
            jumps: Vec::new(),
        }
    }

    /// A reader that waits for its article, to be opened at what a search found.
    #[must_use]
    pub fn at_hit(article: ArticleRef, search: Arc<Asked>) -> Self {
        Self { sought: Some(search), ..Self::new(article, None) }
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
        let visited = goal.as_ref().and_then(|anchor| span_of(anchor, &reading.article.body)).map(|span| span.start);
        let place = scene.catalogue.places.get(&reading.article.id).or(reading.place.as_ref()).cloned();
        self.find.searched = Searched::default();
        self.kept = Kept::default();
        self.claims = claim_marks(&reading.claims);
        self.reading = Some(reading);
        self.fit(scene);
        if let Some(place) = place {
            self.resume(&place, scene);
            // Whoever looks at a passage can jump back to the own place.
            self.jumps.extend(visited.map(|_| self.cursor));
        }
        if let Some(offset) = visited {
            self.visited = visited;
            self.go_to(offset, scene);
        }
        if let Some(asked) = self.sought.take() {
            self.show_hits(&asked, scene);
        }
        visited.is_some() || goal.is_none()
    }

    /// Has `n` and `N` step through what was searched for in the library, and goes to where most of it stands together.
    fn show_hits(&mut self, asked: &Asked, scene: &Scene<'_>) {
        let Some((hits, best)) = self.body().map(|body| hits_in(body, &asked.search)) else { return };
        self.find.query.clone_from(&asked.text);
        (self.find.steps, self.find.hits) = (Steps::Hits, hits);
        if let Some(offset) = best {
            self.jumps.push(self.cursor);
            self.go_to(offset, scene);
        }
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
        let column = column(scene.area, scene.measure);
        let wanted = (column.width, self.page.as_saved);
        let Some(reading) = &self.reading else { return };
        self.kept.refresh(reading, scene.catalogue);
        let (words, was_shown) = (self.page.top_words(), self.page.shows(self.cursor));
        let height = usize::from(column.height);
        let is_same = self.page.set_for == Some(wanted) && self.page.height == height;
        if self.page.set_for != Some(wanted) {
            self.page.prose = Prose::new(&reading.article, usize::from(wanted.0).max(1), wanted.1);
            self.page.set_for = Some(wanted);
        }
        self.page.height = height;
        if !is_same {
            self.page.put_at_top(words);
            if was_shown {
                self.reveal_cursor();
            }
        }
        self.page.held = Some((self.page.top, words));
    }

    /// Scrolls as little as brings the cursor's line on the screen; the page as saved also shows what has no cursor.
    pub(super) fn reveal_cursor(&mut self) {
        if !self.page.as_saved {
            let line = self.page.prose.line_of(self.cursor);
            self.page.top = self.page.top.clamp((line + 1).saturating_sub(self.page.height).min(line), line);
        }
    }

    /// Puts the cursor on a byte and its line in sight.
    pub(super) fn go_to(&mut self, offset: usize, scene: &Scene<'_>) {
        let height = usize::from(column(scene.area, scene.measure).height);
        let line = self.page.prose.line_of(offset);
        let around = (height / 4).min(height.saturating_sub(1) / 2);
        let most = line.saturating_sub(around);
        let least = (line + around + 1).saturating_sub(height).min(most);
        self.cursor = offset;
        self.page.top = self.page.top.clamp(least, most).min(self.page.last_top());
        if line == self.page.prose.line_of(0) && line < height {
            self.page.top = 0;
        }
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
    pub(super) fn stops(&self) -> Vec<Span> {
        let Some(reading) = &self.reading else { return Vec::new() };
        let claims = &reading.claims;
        let mut spans: Vec<Span> = match self.find.steps {
            Steps::Hits => self.find.hits.clone(),
            Steps::Figures => claims.figures.iter().map(|figure| figure.span).collect(),
            Steps::Quotations => marked_quotations(claims).map(crate::extract::Quotation::hull).collect(),
            Steps::Names => claims.names.iter().flat_map(|name| name.mentions.iter().copied()).collect(),
            Steps::Bookmarks => self.kept.spans.clone(),
        };
        spans.sort_unstable();
        spans
    }

    /// Searches the body.
    pub(super) fn search(&mut self, query: &str) {
        query.clone_into(&mut self.find.query);
        self.find.steps = Steps::Hits;
        let reading = self.reading.clone();
        self.find.hits = reading.map(|reading| self.find.searched.find(reading.article.body.text(), query)).unwrap_or_default();
    }

    /// Where the reader is, for the status line: `figure 3/17 · 42%`.
    #[must_use]
    pub fn position(&self) -> String {
        let stops = self.stops();
        let stepping = self.find.steps != Steps::Hits || !self.find.query.is_empty();
        let last = self.page.last_top();
        let percent = (self.page.top * 100).checked_div(last).unwrap_or(100);
        let mut parts = Vec::new();
        if stepping {
            let (noun, here) = (self.find.steps.noun(), stops.iter().position(|stop| stop.start == self.cursor));
            parts.push(match here {
                Some(number) => format!("{noun} {}/{}", number + 1, stops.len()),
                None if stops.is_empty() => format!("no {noun}"),
                None => counted(stops.len(), noun),
            });
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
        if self.page.as_saved {
            return &[Action::PageAsSaved, Action::Find, Action::Cancel];
        }
        &[Action::Bookmark, Action::Compare, Action::Find, Action::StepQuotations, Action::Details, Action::Back]
    }

    /// Whether there is another report of the event to compare this one with.
    #[must_use]
    pub fn can_compare(&self, catalogue: &Catalogue) -> bool {
        catalogue.other_reports(self.article.id()).next().is_some()
    }

    /// Whether a passage is being selected.
    #[must_use]
    pub fn is_selecting(&self) -> bool {
        self.selection.is_some()
    }

    /// The article as lines of text; the page as it was saved while that is shown.
    #[must_use]
    pub fn outline(&self) -> Option<Outline> {
        let article = &self.reading.as_ref()?.article;
        let text = if self.page.as_saved { text::page(article, LAYOUT) } else { text::article(article, LAYOUT) };
        Some(Outline::titled(article.title().unwrap_or(&article.name()), text))
    }

    /// Shows another article in the same reader.
    pub(super) fn turn_to(&mut self, article: ArticleRef) {
        let as_saved = self.page.as_saved;
        *self = Self::new(article, None);
        self.page.as_saved = as_saved;
    }
}
