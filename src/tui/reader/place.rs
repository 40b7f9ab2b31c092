//! Where the reader stopped: taken down as words when the article is left, found again when it is opened.

use super::State;
use super::passage::{Unit, span_of};
use crate::article::Body;
use crate::library::{Anchor, Place};
use crate::text::span::Span;
use crate::tui::effect::{ArticleRef, Effect};
use crate::tui::scene::Scene;
use crate::tui::widget::prose::Spot;

impl State {
    /// Keeps the place to come back to; nothing to keep of an article that is not in the library, or was only looked at.
    #[must_use]
    pub fn place(&self) -> Option<Effect> {
        let (ArticleRef::Kept(id), Some(body)) = (&self.article, self.body()) else { return None };
        if self.is_look() {
            return None;
        }
        let cursor = anchor(body, self.cursor);
        let words = self.page.top_words();
        let top = words.map(|spot| spot.offset.map_or_else(|| cursor.clone(), |offset| anchor(body, offset)));
        let above = words.map_or(0, |spot| spot.above);
        Some(Effect::SetPlace { article: id.clone(), place: Place { cursor, top, above } })
    }

    /// Whether the article was opened at a passage, from a bookmark or a comparison, and that passage is still on the screen: this was a
    /// look at the passage. Whoever scrolls on from it is reading there, and comes back there.
    fn is_look(&self) -> bool {
        self.visited.is_some_and(|offset| self.page.shows(offset))
    }

    /// Goes to where the reader stopped; where the words at the top are gone from the page, to the cursor's.
    pub(super) fn resume(&mut self, place: &Place, scene: &Scene<'_>) {
        let Some(body) = self.body() else { return };
        let start = |anchor: &Anchor| span_of(anchor, body).map(|span| span.start);
        let (cursor, top) = (start(&place.cursor), place.top.as_ref().map(start));
        match (top, cursor) {
            (None, _) => self.page.put_at_top(None),
            (Some(offset @ Some(_)), _) => self.page.put_at_top(Some(Spot { offset, above: place.above })),
            (Some(None), Some(cursor)) => self.go_to(cursor, scene),
            (Some(None), None) => {}
        }
        self.cursor = cursor.or(top.flatten()).unwrap_or(0);
        self.reveal_cursor();
    }
}

/// The words from an offset to the end of its sentence.
fn anchor(body: &Body, offset: usize) -> Anchor {
    Anchor::of(body, Span::new(offset, Unit::Sentence.at(body, offset).end))
}
