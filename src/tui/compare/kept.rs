//! The passages of the two reports that bookmarks keep.

use crate::compare::Side;
use crate::library::BookmarkId;
use crate::text::Span;
use crate::tui::catalogue::Catalogue;

use super::Reports;

/// Where kept passages stand; found anew only when the bookmarks are others.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct KeptPassages {
    bookmarks: Vec<BookmarkId>,
    spans: [Vec<Span>; 2],
}

impl KeptPassages {
    /// Finds the passages of the catalogue's bookmarks in the two bodies; those that cannot be placed are left to the list of bookmarks.
    /// Whether there is anything new.
    pub fn refresh(&mut self, reports: &Reports, catalogue: &Catalogue) -> bool {
        let bookmarks: Vec<BookmarkId> = catalogue.bookmarks.iter().map(|bookmark| bookmark.id).collect();
        if bookmarks == self.bookmarks {
            return false;
        }
        self.bookmarks = bookmarks;
        self.spans = Side::BOTH.map(|side| {
            let article = reports.article(side);
            let passages = catalogue.passages_in(article);
            passages.flat_map(|(_, passage)| passage.spans(&article.body)).collect()
        });
        true
    }

    /// The kept stretches that lie on a line of a side's body.
    pub fn on(&self, side: Side, line: Span) -> impl Iterator<Item = Span> {
        self.spans[side as usize].iter().copied().filter(move |span| span.overlaps(line))
    }

    /// All kept stretches of a side's body.
    #[must_use]
    pub fn of(&self, side: Side) -> &[Span] {
        &self.spans[side as usize]
    }
}
