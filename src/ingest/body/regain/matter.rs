//! What is asked of the blocks around a body that is to be completed: whether they read as a report, stand where it does, share its words.

use rustc_hash::{FxHashMap, FxHashSet};

use crate::ingest::body::cohesion::{Stem, content_words};
use crate::ingest::body::decide::State;
use crate::ingest::body::foreign::body;
use crate::ingest::body::traits::{LONGEST_CAPTION, Traits};
use crate::ingest::caption::begins_or_points_as_caption;
use crate::ingest::code;
use crate::ingest::html::tree::{STANDING, Tree};
use crate::ingest::page::Page;
use crate::text::fold::key;

/// The least content words of the body in a paragraph that speaks to the reader.
const LEAST_OF_READER: usize = 3;

/// The least words of a sentence that is no byline, whatever names and days are in it.
const LEAST_WITH_NAME: usize = 20;

/// The most words of a heading of a part.
pub(super) const LONGEST_SUBHEAD: usize = 12;

/// What a note on rights has among its first words, folded: English, German, French, Spanish, Russian, Ukrainian.
const RIGHTS: &[&str] = &["copyright", "urheberrecht", "droits d'auteur", "derechos de autor", "авторски", "авторськ"];

/// A body that is to be completed.
pub(super) struct Matter<'a> {
    pub(super) page: &'a Page,
    pub(super) states: &'a mut [State],
    /// The content words of the body, once asked for.
    stems: Option<FxHashSet<Stem>>,
    /// Where the body's prose stands in the page's tree, once asked for.
    home: Option<Home>,
}

/// The elements around most of a body's prose.
struct Home {
    element: usize,
    standings: FxHashSet<([u64; STANDING], usize)>,
}

impl<'a> Matter<'a> {
    pub(super) fn of(page: &'a Page, states: &'a mut [State]) -> Self {
        Self { page, states, stems: None, home: None }
    }

    pub(super) fn traits(&self, at: usize) -> &'a Traits {
        let page = self.page;
        &page.traits[at]
    }

    pub(super) fn is_aside(&self, at: usize) -> bool {
        self.page.asides[at].is_some()
    }

    pub(super) fn is_line_of_code(&self, at: usize) -> bool {
        self.page.tree.is_none() && code::is_line_of_code(&self.page.blocks[at].text)
    }

    /// Whether a block stands where the body's prose does; in plain text nobody knows. What stands elsewhere is a box, which ends nothing.
    pub(super) fn may_be_home(&mut self, at: usize) -> bool {
        let Some(tree) = &self.page.tree else { return true };
        let home = self.home.get_or_insert_with(|| home(self.page, tree, self.states));
        tree.stands_in(at, home.element) || home.standings.contains(&tree.standing(at))
    }

    /// Whether a block is a sentence that nothing marks as other than the report's.
    pub(super) fn is_plain_sentence(&self, at: usize) -> bool {
        let traits = self.traits(at);
        let asks = traits.asks();
        traits.is_sentence() && !asks && !self.is_aside(at) && self.speaks_of_matter(at)
    }

    /// Whether a line of plain text is the heading of two paragraphs or more; other stories have one below each headline.
    pub(super) fn heads_paragraphs(&self, at: usize) -> bool {
        let traits = self.traits(at);
        let is_plain = traits.phrases.is_empty() && !traits.byline && !traits.dated && !traits.ends_sentence;
        let is_sentence = |at: usize| at < self.states.len() && self.is_plain_sentence(at);
        self.page.tree.is_none() && is_plain && traits.words <= LONGEST_SUBHEAD && is_sentence(at + 1) && is_sentence(at + 2)
    }

    /// Whether a block has sentences of its own and nothing that asks the reader, names a writer or credits a picture.
    pub(super) fn reads_as_report(&mut self, at: usize) -> bool {
        let traits = self.traits(at);
        let asks = traits.asks();
        traits.is_sentence() && self.speaks_of_matter(at) && (!asks || self.shares(at, LEAST_OF_READER))
    }

    pub(super) fn speaks_of_matter(&self, at: usize) -> bool {
        let traits = self.traits(at);
        let is_byline = traits.byline && traits.words < LEAST_WITH_NAME;
        let says_more = is_byline || traits.address || traits.picture_credit || traits.glued_credit || traits.breaks_off;
        let is_linked = self.page.tree.as_ref().is_some_and(|tree| tree.places[at].is_link() || tree.places[at].is_hidden());
        let is_note = || RIGHTS.iter().any(|word| self.page.keys[at].contains(word));
        !says_more && !is_linked && traits.phrases.is_empty() && !is_note()
    }

    pub(super) fn is_caption(&self, at: usize) -> bool {
        self.traits(at).words <= LONGEST_CAPTION && begins_or_points_as_caption(&self.page.blocks[at].text)
    }

    /// Whether a paragraph stands right below another story's headline.
    pub(super) fn is_card(&self, at: usize) -> bool {
        let Some(above) = at.checked_sub(1).filter(|&above| self.states[above] != State::Body && !self.is_aside(above)) else {
            return false;
        };
        let traits = self.traits(above);
        let stands_there = self.page.tree.as_ref().is_none_or(|tree| {
            let is_at_home = self.home.as_ref().is_some_and(|home| tree.parent(at) == home.element) && !tree.places[above].is_link();
            tree.are_neighbours(above, at) && !is_at_home
        });
        traits.is_headline_like()
            && !traits.picture_credit
            && stands_there
            && traits.phrases.is_empty()
            && !self.is_line_of_code(above)
            && !self.heads_paragraphs(above)
    }

    /// Whether a paragraph begins with a name that stands alone on a line of the page, as those of authors do, and not in the body.
    pub(super) fn opens_with_author(&self, at: usize, end: usize) -> bool {
        let name = key(self.page.blocks[at].text.split(' ').next().unwrap_or_default());
        let has_name = |text: &str| text.split(|c: char| !c.is_alphanumeric()).any(|word| word == name);
        let is_named = |other: usize| {
            let traits = self.traits(other);
            (traits.byline || traits.lone_name) && !traits.is_prose() && has_name(&self.page.keys[other])
        };
        name.chars().count() > 2
            && (0..at).any(is_named)
            && !(0..=end).any(|at| self.states[at] == State::Body && has_name(&self.page.keys[at]))
    }

    /// Whether at least so many content words of a block stand in the body.
    pub(super) fn shares(&mut self, at: usize, least: usize) -> bool {
        let (page, states) = (self.page, &*self.states);
        let stems = self.stems.get_or_insert_with(|| body(states).flat_map(|at| content_words(&page.keys[at])).collect());
        content_words(&page.keys[at]).iter().filter(|stem| stems.contains(*stem)).count() >= least
    }
}

/// Where most of the body's prose stands.
fn home(page: &Page, tree: &Tree, states: &[State]) -> Home {
    let mut words = FxHashMap::<usize, usize>::default();
    let mut standings = FxHashSet::default();
    for at in body(states).filter(|&at| page.traits[at].is_prose()) {
        *words.entry(tree.parent(at)).or_default() += page.traits[at].words;
        standings.insert(tree.standing(at));
    }
    let element = words.into_iter().max_by_key(|&(element, words)| (words, std::cmp::Reverse(element))).map_or(0, |(element, _)| element);
    Home { element, standings }
}
