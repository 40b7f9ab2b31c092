//! Numbers for each block of a page: what it is, what stands around it, where it stands. The model weighs them.

use std::ops::RangeInclusive;

use rustc_hash::FxHashMap;

use crate::ingest::boilerplate::Class;
use crate::ingest::metadata::title::window::site_suffix;

use super::cohesion::{Ties, ties};
use super::traits::Traits;
use crate::ingest::block::{Block, Mark};
use crate::ingest::html;
use crate::ingest::page::Page;

/// How many features of its words a block has.
const COUNT: usize = 76;

/// The most lines of a box of links.
const BOX: usize = 8;

/// A feature's name and its value; most lie between 0 and 1.
pub(in crate::ingest) type Feature = (&'static str, f32);

/// The features of one block, in the order of the table of weights.
pub(super) type Features = Vec<Feature>;

/// The features of all blocks of a page: those of their words, and those of their place where the page is HTML.
pub(super) fn features(page: &Page) -> Vec<Features> {
    let lines = Lines::new(page);
    let places = page.tree.as_ref().map(|tree| html::features(page, tree));
    let mut places = places.into_iter().flatten();
    let both = |at: usize| {
        let mut features = lines.measure(at).to_vec();
        features.extend(places.next().into_iter().flatten());
        features
    };
    (0..page.blocks.len()).map(both).collect()
}

/// A page with what is counted over all of it.
struct Lines<'a> {
    blocks: &'a [Block],
    traits: &'a [Traits],
    /// Whether the text of a block stands on the page once more.
    is_repeated: Vec<bool>,
    /// Words of prose before each block, and in all.
    prose_before: Vec<usize>,
    /// First and one past the last block of each block's group: blocks with no blank line between them.
    groups: Vec<(usize, usize)>,
    ties: Vec<Ties>,
}

impl<'a> Lines<'a> {
    fn new(page: &'a Page) -> Self {
        let (blocks, traits) = (page.blocks.as_slice(), page.traits.as_slice());
        let mut repeats: FxHashMap<&str, usize> = FxHashMap::default();
        let mut prose_before = vec![0];
        for (block, traits) in blocks.iter().zip(traits) {
            *repeats.entry(block.text.as_str()).or_default() += 1;
            // The page's title often stands at the top with the site's name behind it.
            if traits.is_headline_like()
                && let Some((headline, ..)) = site_suffix(&block.text)
            {
                *repeats.entry(headline).or_default() += 1;
            }
            let words = if traits.is_prose() { traits.words } else { 0 };
            prose_before.push(prose_before.last().copied().unwrap_or(0) + words);
        }
        let is_repeated = blocks.iter().map(|block| repeats.get(block.text.as_str()).is_some_and(|&n| n > 1)).collect();
        Self { blocks, traits, is_repeated, prose_before, groups: groups(blocks), ties: ties(&page.keys, traits) }
    }

    /// How many of the blocks at these distances have a trait, as a share; places off the page have none.
    fn share(&self, at: usize, distances: RangeInclusive<isize>, has: impl Fn(&Traits) -> bool) -> f32 {
        let all = (distances.end() - distances.start() + 1) as f32;
        self.around(at, distances).iter().filter(|traits| has(traits)).count() as f32 / all
    }

    /// The traits of the blocks at these distances that are on the page.
    fn around(&self, at: usize, distances: RangeInclusive<isize>) -> &[Traits] {
        let place = |distance: isize| at.saturating_add_signed(distance).min(self.traits.len());
        // A place above the page's first block is none, and not the first one.
        let end = at.checked_add_signed(*distances.end()).map_or(0, |last| (last + 1).min(self.traits.len()));
        self.traits.get(place(*distances.start())..end).unwrap_or_default()
    }

    /// Whether one of the blocks at these distances has a trait.
    fn any(&self, at: usize, distances: RangeInclusive<isize>, has: impl Fn(&Traits) -> bool) -> f32 {
        flag(self.around(at, distances).iter().any(has))
    }

    /// Words of prose in the blocks around, the block itself aside, 0 to 1.
    fn prose_around(&self, at: usize, reach: usize) -> f32 {
        let (from, to) = (at.saturating_sub(reach), (at + reach + 1).min(self.blocks.len()));
        let own = self.prose_before[at + 1] - self.prose_before[at];
        scaled(self.prose_before[to] - self.prose_before[from] - own, 400)
    }

    /// Whether a heading over links to other stories stands above, with nothing but lines between.
    fn is_under_related(&self, at: usize) -> bool {
        let above = self.traits[at.saturating_sub(BOX)..at].iter().rev();
        above.take_while(|traits| !traits.is_prose()).any(|traits| traits.phrases.has(Class::Related))
    }

    /// Whether the group is a link to another story: a headline, a sentence or two, perhaps a credit.
    fn is_card(&self, at: usize) -> bool {
        let (from, to) = self.groups[at];
        let is_headline = self.traits[from].is_headline_like() && self.blocks[from].mark == Mark::None;
        (2..=3).contains(&(to - from)) && is_headline && self.traits[from + 1].words >= 8
    }

    fn measure(&self, at: usize) -> [Feature; COUNT] {
        let (block, traits) = (&self.blocks[at], &self.traits[at]);
        let phrase = |class| flag(traits.phrases.has(class));
        let prose_total = self.prose_before.last().copied().unwrap_or(0).max(1) as f32;
        let (group_start, group_end) = self.groups[at];
        let prose = Traits::is_prose;
        let (ties, under_related) = (self.ties[at], self.is_under_related(at));
        let short = |t: &Traits| t.words <= 6 && !t.ends_sentence;
        [
            ("always", 1.0),
            ("length", scaled(traits.words, 120)),
            ("up to 3 words", flag(traits.words <= 3)),
            ("4 to 9 words", flag((4..=9).contains(&traits.words))),
            ("20 words and more", flag(traits.words >= 20)),
            ("40 words and more", flag(traits.words >= 40)),
            ("ends a sentence", flag(traits.ends_sentence)),
            ("prose", flag(traits.is_prose())),
            ("short sentence", flag(traits.is_short_sentence())),
            ("breaks off", flag(traits.breaks_off)),
            ("several sentences", flag(traits.inner_stops > 0)),
            ("commas", (traits.commas * 8.0).min(1.0)),
            ("common words", (traits.common * 2.0).min(1.0)),
            ("capitals", traits.capitals),
            ("all capitals", flag(traits.shouted)),
            ("digits", (traits.digits * 4.0).min(1.0)),
            ("starts small", flag(traits.starts_small)),
            ("quotation mark", flag(traits.quoted)),
            ("speaks to the reader", flag(traits.asks())),
            ("address", flag(traits.address)),
            ("heading 1", flag(block.mark == Mark::Heading(1))),
            ("heading 2 to 6", flag(matches!(block.mark, Mark::Heading(2..)))),
            ("list item", flag(block.mark == Mark::Item)),
            ("long list item", flag(block.mark == Mark::Item && traits.words >= 12)),
            ("quoted block", flag(block.mark == Mark::Quote)),
            ("repeated", flag(self.is_repeated[at])),
            ("repeated prose", flag(self.is_repeated[at] && traits.words >= 12)),
            ("picture credit", flag(traits.picture_credit)),
            ("picture credit near", self.any(at, -1..=1, |t| t.picture_credit && t.words <= 12)),
            ("navigation", phrase(Class::Navigation)),
            ("sharing", phrase(Class::Sharing)),
            ("furniture", phrase(Class::Furniture)),
            ("promotion", phrase(Class::Promotion)),
            ("related", phrase(Class::Related)),
            ("comments", phrase(Class::Comments)),
            ("legal", phrase(Class::Legal)),
            ("caption", phrase(Class::Caption)),
            ("credit", phrase(Class::Credit)),
            ("agency slug", flag(traits.agency_slug)),
            ("byline", flag(traits.byline)),
            ("date", flag(traits.dated)),
            ("time", flag(traits.timed)),
            ("lone name", flag(traits.lone_name)),
            ("glued credit", flag(traits.glued_credit)),
            ("glued credit below", self.any(at, 1..=2, |t| t.glued_credit)),
            ("prose under a glued credit", self.any(at, -1..=-1, |t| t.glued_credit) * flag(traits.is_prose() && !self.is_card(at))),
            ("card", flag(self.is_card(at))),
            ("headline above", self.any(at, -1..=-1, Traits::is_headline_like)),
            ("headline over a byline", flag(traits.is_headline_like()) * self.any(at, 1..=2, |t| t.byline)),
            ("heading 1 above", flag((at.saturating_sub(12)..at).any(|n| self.blocks[n].mark == Mark::Heading(1)))),
            ("repeated headline above", flag((at.saturating_sub(8)..at).any(|n| self.is_repeated[n] && self.traits[n].is_headline_like()))),
            ("prose next above", self.any(at, -1..=-1, prose)),
            ("prose next below", self.any(at, 1..=1, prose)),
            ("prose above", self.share(at, -5..=-1, prose)),
            ("prose below", self.share(at, 1..=5, prose)),
            ("prose around", self.prose_around(at, 8)),
            ("short above", self.share(at, -4..=-1, short)),
            ("short below", self.share(at, 1..=4, short)),
            ("byline above", self.any(at, -5..=-1, |t| t.byline || t.dated)),
            ("byline below", self.any(at, 1..=4, |t| t.byline || t.dated)),
            ("byline far below", self.any(at, 1..=9, |t| t.byline)),
            ("time above", self.any(at, -2..=-1, |t| t.timed || t.dated)),
            ("related above", self.any(at, -4..=-1, |t| t.phrases.has(Class::Related))),
            ("line under a related line", flag(under_related && !traits.is_prose())),
            ("prose under a related line", flag(under_related && traits.is_prose())),
            ("promotion above", self.any(at, -3..=-1, |t| t.phrases.has(Class::Promotion))),
            ("comments above", self.any(at, -6..=-1, |t| t.phrases.has(Class::Comments))),
            ("comments below", self.any(at, 1..=5, |t| t.phrases.has(Class::Comments))),
            ("share of prose above", self.prose_before[at] as f32 / prose_total),
            ("place on the page", at as f32 / self.blocks.len() as f32),
            ("blank line above", flag(block.after_blank)),
            ("blank line below", flag(at + 1 == group_end)),
            ("words come back above", (ties.above * 2.0).min(1.0)),
            ("words come back below", (ties.below * 2.0).min(1.0)),
            ("words come back across", scaled(ties.across, 30)),
            ("large group", flag(group_end - group_start >= 6)),
        ]
    }
}

fn groups(blocks: &[Block]) -> Vec<(usize, usize)> {
    let mut found = Vec::with_capacity(blocks.len());
    for group in blocks.chunk_by(|_, next| !next.after_blank) {
        let start = found.len();
        found.extend(std::iter::repeat_n((start, start + group.len()), group.len()));
    }
    found
}

fn flag(holds: bool) -> f32 {
    f32::from(u8::from(holds))
}

/// A count on a logarithmic scale, 1 at `most` and beyond.
fn scaled(count: usize, most: usize) -> f32 {
    ((1.0 + count as f32).ln() / (1.0 + most as f32).ln()).min(1.0)
}
