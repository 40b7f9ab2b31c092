//! The features of an HTML page's blocks that come from where they stand; those of their words are the same as in a dump.

use rustc_hash::FxHashMap;

use super::class::PURPOSES;
use super::neighbours::{self, Neighbours};
use super::richness::Richness;
use super::tree::{Place, Tag, Tree, Within};
use crate::ingest::body::features::Feature;
use crate::ingest::body::traits::Traits;
use crate::ingest::page::Page;

/// The features of place of each block, in the order of the table of weights.
pub(in crate::ingest) fn features(page: &Page, tree: &Tree) -> Vec<Vec<Feature>> {
    let text = Text::of(page, tree);
    (0..page.blocks.len()).map(|at| text.measure(at)).collect()
}

/// How the page's prose is spread over its elements.
struct Text<'a> {
    page: &'a Page,
    tree: &'a Tree,
    /// Words of prose under each element, at any depth.
    prose: Vec<usize>,
    /// Words and linked words under each element.
    words: Vec<(f32, f32)>,
    /// Words of prose in elements written alike.
    alike: FxHashMap<u64, usize>,
    /// What each element is part of.
    lists: Vec<List>,
    total: usize,
    main: usize,
    neighbours: Neighbours<'a>,
    richness: Richness,
    /// Whether each element lies in the one that is named as the article's text, if there is one with most of the prose.
    in_article_body: Option<Vec<bool>>,
}

/// What kinds of lists are around an element.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
struct List {
    /// Its parts have a date or a name each, as readers' comments have.
    dated: bool,
    /// Its parts have a line each that is a link, as promotions of other stories have.
    linked: bool,
}

/// The least parts of a list.
const LEAST_PARTS: usize = 3;

/// Finds lists: elements side by side that are written alike, most of which have a date or a link of their own.
fn lists(page: &Page, tree: &Tree) -> Vec<List> {
    let mut marked = vec![List::default(); tree.containers.len()];
    for (place, traits) in tree.places.iter().zip(&page.traits) {
        let mark = &mut marked[place.container];
        mark.dated |= !traits.is_prose() && (traits.dated || traits.timed || traits.byline);
        mark.linked |= place.linked > 0.9 && traits.words >= 3;
    }
    for at in (1..tree.containers.len()).rev() {
        let (mark, parent) = (marked[at], tree.containers[at].parent);
        marked[parent].dated |= mark.dated;
        marked[parent].linked |= mark.linked;
    }
    let mut groups: FxHashMap<(usize, u64), [usize; 3]> = FxHashMap::default();
    for (container, mark) in tree.containers.iter().zip(&marked).skip(1) {
        let [parts, dated, linked] = groups.entry((container.parent, container.likeness)).or_default();
        *parts += 1;
        *dated += usize::from(mark.dated);
        *linked += usize::from(mark.linked);
    }
    let mut lists = vec![List::default(); tree.containers.len()];
    for (at, container) in tree.containers.iter().enumerate().skip(1) {
        let around = lists[container.parent];
        let [parts, dated, linked] = groups.get(&(container.parent, container.likeness)).copied().unwrap_or_default();
        let most = |count: usize| parts >= LEAST_PARTS && count * 3 >= parts * 2;
        lists[at] = List { dated: around.dated || most(dated), linked: around.linked || most(linked) };
    }
    lists
}

/// The element whose own paragraphs have the most words of prose.
fn main_container(page: &Page, tree: &Tree) -> usize {
    let mut direct = vec![0_usize; tree.containers.len()];
    for (place, traits) in tree.places.iter().zip(&page.traits).filter(|(place, traits)| traits.is_prose() && place.linked < 0.5) {
        direct[tree.containers[place.container].parent] += traits.words;
    }
    direct.iter().enumerate().max_by_key(|&(at, words)| (*words, std::cmp::Reverse(at))).map_or(0, |(at, _)| at)
}

/// Of all words, and those of them that are links, the share of the latter.
fn share_of_links((all, linked): (f32, f32)) -> f32 {
    if all > 0.0 { linked / all } else { 0.0 }
}

/// Of the prose in elements named as an article's text, the one that is believed has at least this part: a half.
const MOST_OF_NAMED: usize = 2;

/// Which elements lie in the one that is named as the article's text: that with most of the prose among all named so.
fn article_body(tree: &Tree, prose: &[usize]) -> Option<Vec<bool>> {
    let mut named = vec![false; tree.containers.len()];
    let mut outermost = Vec::new();
    for (at, container) in tree.containers.iter().enumerate().skip(1) {
        named[at] = named[container.parent] || container.is_article_body;
        if container.is_article_body && !named[container.parent] && prose[at] > 0 {
            outermost.push(at);
        }
    }
    let all: usize = outermost.iter().map(|&at| prose[at]).sum();
    let best = outermost.into_iter().max_by_key(|&at| (prose[at], std::cmp::Reverse(at))).filter(|&at| prose[at] * MOST_OF_NAMED >= all)?;
    let mut inside = vec![false; tree.containers.len()];
    inside[best] = true;
    for at in best + 1..tree.containers.len() {
        inside[at] = inside[tree.containers[at].parent];
    }
    Some(inside)
}

impl<'a> Text<'a> {
    fn of(page: &'a Page, tree: &'a Tree) -> Self {
        let (mut prose, mut words) = (vec![0_usize; tree.containers.len()], vec![(0.0, 0.0); tree.containers.len()]);
        let mut alike: FxHashMap<u64, usize> = FxHashMap::default();
        let mut total = 0;
        for (place, traits) in tree.places.iter().zip(&page.traits) {
            let count = if traits.is_prose() && place.linked < 0.5 { traits.words } else { 0 };
            prose[place.container] += count;
            total += count;
            *alike.entry(tree.containers[place.container].likeness).or_default() += count;
            let (all, linked) = &mut words[place.container];
            *all += traits.words as f32;
            *linked += traits.words as f32 * place.linked;
        }
        // Elements come in the page's order, each behind the one around it.
        for at in (1..tree.containers.len()).rev() {
            let parent = tree.containers[at].parent;
            prose[parent] += prose[at];
            let (all, linked) = words[at];
            words[parent].0 += all;
            words[parent].1 += linked;
        }
        let lists = lists(page, tree);
        let richness = Richness::of(page, tree, |at| share_of_links(words[at]));
        let in_article_body = article_body(tree, &prose);
        let main = main_container(page, tree);
        let neighbours = Neighbours::of(page, tree, main);
        Self { page, tree, prose, words, alike, lists, total: total.max(1), main, neighbours, richness, in_article_body }
    }

    fn likeness(&self, place: &Place) -> u64 {
        self.tree.containers[place.container].likeness
    }

    fn parent(&self, container: usize) -> usize {
        self.tree.containers[container].parent
    }

    fn share(&self, container: usize) -> f32 {
        self.prose[container] as f32 / self.total as f32
    }

    /// Share of the words under an element that are links.
    fn linked(&self, container: usize) -> f32 {
        share_of_links(self.words[container])
    }

    /// How many elements up from a block the main element is around it too.
    fn steps_to_main(&self, container: usize) -> (usize, usize) {
        let (mut here, mut there) = (container, self.main);
        let (mut up, mut down) = (0, 0);
        while here != there {
            if self.tree.containers[here].depth >= self.tree.containers[there].depth {
                here = self.parent(here);
                up += 1;
            } else {
                there = self.parent(there);
                down += 1;
            }
        }
        (up, down)
    }

    fn measure(&self, at: usize) -> Vec<Feature> {
        let place = &self.tree.places[at];
        let flag = |holds: bool| f32::from(u8::from(holds));
        let parent = self.parent(place.container);
        let grand = self.parent(parent);
        let (up, down) = self.steps_to_main(place.container);
        let mut found = Vec::with_capacity(super::features::COUNT);
        found.extend([
            ("linked", place.linked),
            ("all linked", flag(place.linked > 0.9)),
            ("stressed", place.stressed),
            ("hidden", flag(place.hidden)),
            ("prose under the parent", self.share(parent)),
            ("prose under the grandparent", self.share(grand)),
            ("links under the parent", self.linked(parent)),
            ("links under the grandparent", self.linked(grand)),
            ("written like the prose", self.alike.get(&self.likeness(place)).copied().unwrap_or(0) as f32 / self.total as f32),
            ("child of the main element", flag(up == 1 && down == 0)),
            ("near the main element", flag(up <= 2 && down <= 1)),
            ("deep in the main element", flag(up > 2 && down == 0)),
            ("beside the main element", flag(down == 1)),
            ("far from the main element", (down as f32 / 6.0).min(1.0)),
            ("in a list of dated parts", flag(self.lists[place.container].dated)),
            ("in a list of linked parts", flag(self.lists[place.container].linked)),
            ("in the text for machines", flag(place.said)),
            ("not in the text for machines", flag(self.tree.has_said_body && !place.said)),
            ("in the richest element", flag(self.richness.is_inside(place.container))),
            ("beside the richest element", flag(self.richness.is_beside(place.container))),
            ("in the named article body", flag(self.in_article_body.as_ref().is_some_and(|inside| inside[place.container]))),
            ("outside the named article body", flag(self.in_article_body.as_ref().is_some_and(|inside| !inside[place.container]))),
        ]);
        found.extend(self.neighbours.measure(at, |element| self.share(element), self.total));
        found.extend(Tag::ALL.map(|(tag, name)| (name, flag(place.tag == tag))));
        found.extend(Within::NAMES.iter().enumerate().map(|(number, (_, _, name))| (*name, flag(place.within.has(number)))));
        let kind = Kind::of(place, &self.page.traits[at]);
        let standing = [up == 1 && down == 0, self.richness.is_inside(place.container), down >= 2];
        for (names, holds) in KINDS_BY_PLACE.iter().zip(standing) {
            found.extend(names.iter().zip(Kind::ALL).map(|(name, known)| (*name, flag(holds && known == kind))));
        }
        for (purpose, [near, far]) in PURPOSES {
            let is_near = place.near.has(purpose);
            found.extend([(near, flag(is_near)), (far, flag(place.far.has(purpose)))]);
        }
        found
    }
}

/// How many features of place a block has.
const COUNT: usize = 22 + neighbours::COUNT + 7 + 10 + 12 + 32;

/// What a block looks like, whatever element it stands in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    Prose,
    Linked,
    Heading,
    Line,
}

impl Kind {
    const ALL: [Self; 4] = [Self::Prose, Self::Linked, Self::Heading, Self::Line];

    fn of(place: &Place, traits: &Traits) -> Self {
        match place.tag {
            _ if place.linked > 0.7 => Self::Linked,
            _ if traits.is_prose() => Self::Prose,
            Tag::Heading => Self::Heading,
            _ => Self::Line,
        }
    }
}

/// The names of what a block looks like and where it stands, together.
const KINDS_BY_PLACE: [[&str; 4]; 3] = [
    ["prose of the main element", "links of the main element", "heading of the main element", "line of the main element"],
    ["prose in the richest element", "links in the richest element", "heading in the richest element", "line in the richest element"],
    [
        "prose far from the main element",
        "links far from the main element",
        "heading far from the main element",
        "line far from the main element",
    ],
];
