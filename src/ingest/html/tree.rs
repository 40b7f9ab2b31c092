//! Where the blocks of an HTML page stand in its tree of elements.

use super::class::{Purpose, Purposes};
use crate::article::DropReason;

/// The elements that hold text, and where each block stands.
#[derive(Debug, Default)]
pub(in crate::ingest) struct Tree {
    /// One for each block of the page.
    pub(in crate::ingest) places: Vec<Place>,
    /// The elements that open a block of their own; the first is the page.
    pub(super) containers: Vec<Container>,
    /// Whether the page gives its article's text to machines as well.
    pub(super) has_said_body: bool,
}

/// An element.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Container {
    /// The element around it.
    pub(super) parent: usize,
    /// How many elements are around it.
    pub(super) depth: usize,
    /// Its name and classes, hashed: the parts of a list, and the paragraphs of a text, are written alike.
    pub(super) likeness: u64,
    /// What its own names say it is for.
    pub(super) names: Purposes,
    /// Whether its names are ones that sites give to the element of an article's text alone.
    pub(super) is_article_body: bool,
    /// Whether it is an element for a story that makes sense alone.
    pub(super) is_story: bool,
}

/// Where one block stands.
#[derive(Debug, Clone, Copy)]
pub(in crate::ingest) struct Place {
    /// The element whose text it is.
    pub(super) container: usize,
    /// That element's name.
    pub(super) tag: Tag,
    /// The elements around it, at any distance.
    pub(super) within: Within,
    /// What its own element and the two around it are for.
    pub(super) near: Purposes,
    /// What all elements around it are for.
    pub(super) far: Purposes,
    /// Share of its letters that are links, 0 to 1.
    pub(super) linked: f32,
    /// Share of its letters that are bold or slanted, 0 to 1.
    pub(super) stressed: f32,
    /// Whether the page hides it at first.
    pub(super) hidden: bool,
    /// Whether it is a row of a table of data.
    pub(super) row: bool,
    /// Why it is none of the article's text, where an element around it says so by its name.
    pub(in crate::ingest) beside: Option<DropReason>,
    /// Whether it stands in the text that the page gives to machines.
    pub(super) said: bool,
}

/// Elements by which it is told how a block stands.
pub(in crate::ingest) const STANDING: usize = 3;

/// Elements up from two blocks among which there is one around both.
const NEAR: usize = 3;

impl Tree {
    /// Whether two blocks stand in one element, or in two next to each other inside one.
    pub(in crate::ingest) fn are_neighbours(&self, one: usize, other: usize) -> bool {
        let container = |at: usize| self.places.get(at).map(|place| place.container);
        container(one) == container(other) || self.parent(one) == self.parent(other)
    }

    /// The element that the block's own element stands in.
    pub(in crate::ingest) fn parent(&self, at: usize) -> usize {
        self.places.get(at).and_then(|place| self.containers.get(place.container)).map_or(0, |own| own.parent)
    }

    /// Whether a block is text of an element, or stands in an element right inside it.
    pub(in crate::ingest) fn stands_in(&self, at: usize, element: usize) -> bool {
        self.parent(at) == element || self.places.get(at).is_some_and(|place| place.container == element)
    }

    /// How a block stands: its element and the two around it as they are written, and the one around them. The paragraphs of a text
    /// often have an element or two each around them, all written alike.
    pub(in crate::ingest) fn standing(&self, at: usize) -> ([u64; STANDING], usize) {
        let mut element = self.places.get(at).map_or(0, |place| place.container);
        let mut written = [0; STANDING];
        for own in &mut written {
            let container = self.containers.get(element).copied().unwrap_or_default();
            *own = container.likeness;
            element = container.parent;
        }
        (written, element)
    }

    /// Whether one of the elements right around a block is right around another one as well.
    pub(in crate::ingest) fn are_near(&self, one: usize, other: usize) -> bool {
        self.are_within(one, other, NEAR)
    }

    /// Whether one of so many elements around a block is around another one as well, no further up; the page itself counts for nothing.
    pub(in crate::ingest) fn are_within(&self, one: usize, other: usize, steps: usize) -> bool {
        let around = |at: usize| {
            let own = self.places.get(at).map_or(0, |place| place.container);
            std::iter::successors(Some(own), |&at| self.containers.get(at).map(|own| own.parent)).take(steps)
        };
        around(one).any(|element| element != 0 && around(other).any(|other| other == element))
    }

    /// Whether a block stands in an element inside the one whose text another block is.
    pub(in crate::ingest) fn is_inside(&self, inner: usize, outer: usize) -> bool {
        let container = |at: usize| self.places.get(at).map(|place| place.container);
        container(inner).and_then(|inner| self.containers.get(inner)).is_some_and(|inner| Some(inner.parent) == container(outer))
    }
}

impl Place {
    /// Whether the block's own element, or one of the two around it, is for that.
    pub(in crate::ingest) fn is_for(&self, purpose: Purpose) -> bool {
        self.near.has(purpose)
    }

    /// Whether nearly all of it is a link.
    pub(in crate::ingest) fn is_link(&self) -> bool {
        self.linked > 0.95
    }

    /// Whether the page hides it at first.
    pub(in crate::ingest) fn is_hidden(&self) -> bool {
        self.hidden
    }

    /// Whether all of it is bold or slanted, and it stands in no table.
    pub(in crate::ingest) fn is_bold(&self) -> bool {
        self.stressed > 0.9 && !self.is_in_table()
    }

    /// Whether it is a whole row of a table.
    pub(in crate::ingest) fn is_row(&self) -> bool {
        self.row
    }

    /// Whether it stands in a table.
    pub(in crate::ingest) fn is_in_table(&self) -> bool {
        self.within.has(Within::TABLE)
    }
}

/// The kinds of elements that text stands in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Tag {
    Paragraph,
    Heading,
    Item,
    Quote,
    Cell,
    Caption,
    Division,
}

impl Tag {
    /// All with the names of their features.
    pub(super) const ALL: [(Self, &'static str); 7] = [
        (Self::Paragraph, "in a paragraph"),
        (Self::Heading, "in a heading"),
        (Self::Item, "in a list item"),
        (Self::Quote, "in a block quote"),
        (Self::Cell, "in a table cell"),
        (Self::Caption, "in a figure caption"),
        (Self::Division, "in a division"),
    ];
}

/// Elements around a block that HTML gives a meaning to, one bit each.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Within(u16);

impl Within {
    /// The names with the bits in their order, the roles that mean the same, and the names of their features.
    pub(super) const NAMES: [(&'static str, &'static str, &'static str); 10] = [
        ("article", "article", "within article"),
        ("main", "main", "within main"),
        ("nav", "navigation", "within nav"),
        ("header", "banner", "within header"),
        ("footer", "contentinfo", "within footer"),
        ("aside", "complementary", "within aside"),
        ("figure", "figure", "within figure"),
        ("form", "form", "within form"),
        ("table", "table", "within table"),
        ("blockquote", "blockquote", "within blockquote"),
    ];

    /// The number of the table in [`Self::NAMES`].
    const TABLE: usize = 8;

    /// The number of the block quote in [`Self::NAMES`].
    pub(super) const QUOTE: usize = 9;

    /// The numbers of menus and asides in [`Self::NAMES`].
    const ASIDE: [usize; 2] = [2, 5];

    /// With the element of that name and role.
    pub(super) fn and(self, name: &str, role: &str) -> Self {
        let bit = Self::NAMES.iter().position(|(tag, label, _)| *tag == name || *label == role);
        Self(self.0 | bit.map_or(0, |bit| 1 << bit))
    }

    /// Whether it stands in a menu or beside the text.
    pub(super) fn is_aside(self) -> bool {
        Self::ASIDE.iter().any(|number| self.has(*number))
    }

    /// Whether the element with that number in [`Self::NAMES`] is around it.
    pub(super) fn has(self, number: usize) -> bool {
        self.0 & (1 << number) != 0
    }
}
