//! What the bookmarks screen remembers.

use std::collections::BTreeSet;
use std::sync::Arc;

use ratatui::layout::Rect;

use super::entry::{Line, lines, searched};
use crate::library::{Bookmark, BookmarkId};
use crate::text::counted::counted;
use crate::text::fold;
use crate::tui::action::Action;
use crate::tui::catalogue::Catalogue;
use crate::tui::effect::RequestId;
use crate::tui::find::Searched;
use crate::tui::outline::{Outline, cited};
use crate::tui::scene::Scene;
use crate::tui::status::Status;

/// The bookmarks screen.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct State {
    /// The bookmarks that the filter leaves, by their number in the catalogue, each with its lines.
    pub(super) entries: Vec<(usize, Arc<[Line]>)>,
    /// The lines of each bookmark that was listed, and what the filter searches of those that were searched.
    laid: Vec<Option<Arc<[Line]>>>,
    texts: Vec<Option<Text>>,
    /// The entry the keys act on.
    pub(super) cursor: usize,
    /// The first line on the screen.
    pub(super) top: usize,
    pub(super) filter: String,
    /// Bookmarks whose words can no longer be placed.
    orphans: BTreeSet<BookmarkId>,
    awaited: Option<RequestId>,
    /// The reader asked for the check, and is told what came of it.
    is_checking: bool,
    pub(super) order: Order,
    columns: usize,
}

/// Cells left of an entry's words: the cursor's mark, the bookmark's mark and blanks.
pub(super) const MARGIN: u16 = 5;
/// The widest an entry's words go.
const WIDEST: u16 = 90;

impl State {
    /// The catalogue is another one: everything is made anew.
    pub fn refresh(&mut self, catalogue: &Catalogue) {
        self.laid = catalogue.bookmarks.iter().map(|_| None).collect();
        self.texts = catalogue.bookmarks.iter().map(|_| None).collect();
        self.list(catalogue);
    }

    /// Filter or order are others: lists the bookmarks anew.
    pub(super) fn list(&mut self, catalogue: &Catalogue) {
        let words: Vec<&str> = self.filter.split_whitespace().collect();
        let bookmarks = catalogue.bookmarks.iter().zip(&mut self.texts).enumerate();
        let shown = bookmarks.filter_map(|(number, (bookmark, text))| {
            let is_shown = words.iter().all(|word| text.get_or_insert_with(|| Text::of(bookmark)).has(word));
            is_shown.then_some(number)
        });
        let mut shown: Vec<usize> = shown.collect();
        if self.order != Order::Newest {
            shown.sort_by_cached_key(|&number| catalogue.bookmarks.get(number).map(|bookmark| self.order.key(bookmark)));
        }
        self.entries = shown.into_iter().map(|number| (number, self.lines(number, catalogue))).collect();
        self.cursor = self.cursor.min(self.entries.len().saturating_sub(1));
    }

    /// A bookmark's lines, laid out once for a width.
    fn lines(&mut self, number: usize, catalogue: &Catalogue) -> Arc<[Line]> {
        let (Some(bookmark), Some(laid)) = (catalogue.bookmarks.get(number), self.laid.get_mut(number)) else { return Arc::default() };
        let (columns, orphans) = (self.columns.max(1), &self.orphans);
        Arc::clone(laid.get_or_insert_with(|| lines(bookmark, columns, orphans.contains(&bookmark.id)).into()))
    }

    /// Brings what depends on the size and the cursor up to date.
    pub fn fit(&mut self, scene: &Scene<'_>) {
        let columns = usize::from(scene.area.width.saturating_sub(MARGIN + 1).min(WIDEST));
        if self.columns != columns {
            self.columns = columns;
            self.refresh(scene.catalogue);
        }
        let height = usize::from(list_area(scene.area).height);
        let above: usize = self.entries.iter().take(self.cursor).map(|(_, lines)| lines.len()).sum();
        let own = self.entries.get(self.cursor).map_or(0, |(_, lines)| lines.len());
        let all: usize = self.entries.iter().map(|(_, lines)| lines.len()).sum();
        self.top = self.top.clamp((above + own).saturating_sub(height).min(above), above).min(all.saturating_sub(height));
    }

    /// The bookmark the keys act on.
    pub(in crate::tui) fn current<'a>(&self, catalogue: &'a Catalogue) -> Option<&'a Bookmark> {
        catalogue.bookmarks.get(self.entries.get(self.cursor)?.0)
    }

    /// The app asked under this id which bookmarks are orphans.
    pub fn requested(&mut self, request: RequestId) {
        self.awaited = Some(request);
    }

    /// The request whose answer is waited for.
    #[must_use]
    pub fn awaited(&self) -> Option<RequestId> {
        self.awaited
    }

    /// The reader asks whether the words still stand in their articles.
    pub(super) fn check(&mut self) {
        self.is_checking = true;
    }

    /// Which bookmarks are orphans is known; what to say of it, where it was asked for.
    pub fn checked(&mut self, orphans: Vec<BookmarkId>, catalogue: &Catalogue) -> Option<Status> {
        self.awaited = None;
        self.orphans = orphans.into_iter().collect();
        self.refresh(catalogue);
        let all = catalogue.bookmarks.len();
        std::mem::take(&mut self.is_checking).then(|| match self.orphans.len() {
            0 => Status::success(format!("{} checked: all words stand in their articles", counted(all, "bookmark"))),
            lost => Status::error(format!("{lost} of {} can no longer be placed", counted(all, "bookmark"))),
        })
    }

    /// Which bookmarks are orphans cannot be told; the status line says why.
    pub fn failed(&mut self) {
        self.awaited = None;
    }

    /// Where the reader is, for the status line.
    #[must_use]
    pub fn position(&self, catalogue: &Catalogue) -> String {
        let (shown, all) = (self.entries.len(), catalogue.bookmarks.len());
        let filter = if self.filter.is_empty() { String::new() } else { format!("/{} · ", self.filter) };
        match (shown, all) {
            (0, _) => format!("{filter}0 of {all} bookmarks"),
            _ => format!("{filter}bookmark {} of {shown}", self.cursor + 1),
        }
    }

    /// The bookmarks that are listed, as they are cited.
    #[must_use]
    pub fn outline(&self, catalogue: &Catalogue) -> Option<Outline> {
        (!self.entries.is_empty()).then(|| Outline::titled("bookmarks", cited(self.listed(catalogue).into_iter())))
    }

    /// The bookmarks that the filter leaves, in the order of the list.
    #[must_use]
    pub fn listed<'a>(&self, catalogue: &'a Catalogue) -> Vec<&'a Bookmark> {
        self.entries.iter().filter_map(|(number, _)| catalogue.bookmarks.get(*number)).collect()
    }

    /// The likeliest keys now, for the footer.
    #[must_use]
    pub fn hints(&self) -> &'static [Action] {
        &[Action::Open, Action::Annotate, Action::Tag, Action::Delete, Action::CopyCitation, Action::Find]
    }
}

/// What the filter searches of a bookmark.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Text {
    text: String,
    searched: Searched,
}

impl Text {
    fn of(bookmark: &Bookmark) -> Self {
        Self { text: searched(bookmark), searched: Searched::default() }
    }

    fn has(&mut self, word: &str) -> bool {
        !self.searched.find(&self.text, word).is_empty()
    }
}

/// In which order the bookmarks are listed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) enum Order {
    /// The last one first.
    #[default]
    Newest,
    /// By the source of what is kept.
    Source,
    /// By the title of the article.
    Title,
}

impl Order {
    fn key(self, bookmark: &Bookmark) -> String {
        let passages = bookmark.kept.passages();
        let citation = passages.first().map(|passage| &passage.citation);
        let part = citation.and_then(|citation| if self == Self::Source { citation.source.as_ref() } else { citation.title.as_ref() });
        fold::key(part.map_or("", String::as_str))
    }
}

/// The list, below the heading.
pub(super) fn list_area(area: Rect) -> Rect {
    let above = area.height.min(2);
    Rect { y: area.y + above, height: area.height - above, ..area }
}
