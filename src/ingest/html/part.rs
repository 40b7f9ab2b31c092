//! The elements of a page that are stories, and the tree of a part of a page.

use std::ops::Range;

use super::class::Purpose;
use super::tree::{Container, Place, Tree};

/// What an element around a story is never for.
const FOREIGN: [Purpose; 4] = [Purpose::Comments, Purpose::Promotion, Purpose::Advertisement, Purpose::Navigation];

impl Place {
    /// Whether nobody would look for a story here: comments, advertisements, what the page hides.
    pub(in crate::ingest) fn is_foreign(&self) -> bool {
        self.hidden || self.within.is_aside() || FOREIGN.iter().any(|purpose| self.far.has(*purpose))
    }
}

impl Tree {
    /// The blocks of the outermost elements that are stories and of which `is_taken` holds no block, in the page's order.
    pub(in crate::ingest) fn stories(&self, is_taken: impl Fn(usize) -> bool) -> Vec<Range<usize>> {
        let spans = self.spans();
        let mut taken = vec![false; self.containers.len()];
        self.places.iter().enumerate().for_each(|(at, place)| taken[place.container] |= is_taken(at));
        for at in (1..self.containers.len()).rev() {
            taken[self.containers[at].parent] |= taken[at];
        }
        let mut inside = vec![false; self.containers.len()];
        let mut found = Vec::new();
        for (at, container) in self.containers.iter().enumerate().skip(1) {
            let is_story = container.is_story && !taken[at] && !inside[container.parent];
            inside[at] = inside[container.parent] || is_story;
            found.extend(spans[at].clone().filter(|_| is_story));
        }
        found.sort_by_key(|span| span.start);
        found
    }

    /// The blocks under each element, at any depth; none of an element without text.
    pub(in crate::ingest) fn spans(&self) -> Vec<Option<Range<usize>>> {
        let mut spans: Vec<Option<Range<usize>>> = vec![None; self.containers.len()];
        for (at, place) in self.places.iter().enumerate() {
            spans[place.container].get_or_insert(at..at).end = at + 1;
        }
        // Elements come in the page's order, each behind the one around it.
        for at in (1..self.containers.len()).rev() {
            if let Some(span) = spans[at].clone() {
                let around = spans[self.containers[at].parent].get_or_insert(span.clone());
                *around = around.start.min(span.start)..around.end.max(span.end);
            }
        }
        spans
    }

    /// The blocks of the element that the block's own element stands in.
    pub(in crate::ingest) fn around(&self, block: usize, spans: &[Option<Range<usize>>]) -> Range<usize> {
        let parent = self.containers[self.places[block].container].parent;
        spans.get(parent).cloned().flatten().unwrap_or(block..block + 1)
    }

    /// The tree of a range of blocks: their elements and those around them.
    pub(in crate::ingest) fn part(&self, range: Range<usize>) -> Self {
        let places = self.places.get(range).unwrap_or_default();
        let mut kept: Vec<usize> = vec![0];
        let mut seen = rustc_hash::FxHashSet::from_iter([0]);
        for place in places {
            let mut at = place.container;
            while seen.insert(at) {
                kept.push(at);
                at = self.containers[at].parent;
            }
        }
        kept.sort_unstable();
        let number = |old: usize| kept.binary_search(&old).unwrap_or(0);
        let containers = kept.iter().map(|&old| Container { parent: number(self.containers[old].parent), ..self.containers[old] });
        let places = places.iter().map(|place| Place { container: number(place.container), said: false, ..*place });
        Self { places: places.collect(), containers: containers.collect(), has_said_body: false }
    }
}
