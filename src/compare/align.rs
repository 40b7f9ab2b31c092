//! Puts together the sentences that tell the same thing: links, rows that hold them, and the order of the rows.

use rustc_hash::FxHashMap;

use super::grid::Grid;
use super::prior::Bar;

/// From here on a link is sure.
pub(super) const FIRM: f32 = 0.50;
/// The most sentences of one side in a row.
const LARGEST_BLOCK: usize = 4;

/// The likeness of what the user pinned together; no other pair has it.
pub(super) const PINNED: f32 = 1.0;
/// The likeness of what the user declared unrelated; no other pair has it.
pub(super) const UNRELATED: f32 = 0.0;

/// Two sentences that tell the same thing.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Link {
    pub left: usize,
    pub right: usize,
    pub likeness: f32,
    /// Fingerprints of both sentences with their places, the smaller first.
    pub prints: [(u64, usize); 2],
}

impl Link {
    /// Which of two equal links comes first: the one whose places are nearer, and of mirrored places one by its words, whichever side is
    /// which.
    fn off_diagonal(self) -> (usize, usize, [(u64, usize); 2]) {
        (self.left.abs_diff(self.right), self.left + self.right, self.prints)
    }
}

/// Sentences of both sides that belong into one row; both lists ascending, neither empty.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Block {
    pub left: Vec<usize>,
    pub right: Vec<usize>,
    /// The likeness of its best link.
    pub likeness: f32,
}

/// Pairs of sentences that are alike enough, and nearly as alike as the best that either of them has.
///
/// One fingerprint for each sentence of either side says how many there are, and which of two equal links goes first.
///
/// Many to many and in any order: reports of one event share few sentences one to one, and tell them in their own order.
pub(super) fn links(grid: &Grid<f32>, left_prints: &[u64], right_prints: &[u64], bar: Bar) -> Vec<Link> {
    let (height, width) = (left_prints.len(), right_prints.len());
    let mut best_of_right = vec![0.0_f32; width];
    for left in 0..height {
        best_of_right.iter_mut().zip(grid.row(left)).for_each(|(best, &likeness)| *best = best.max(likeness));
    }
    let mut links = Vec::new();
    for left in 0..height {
        let row = grid.row(left);
        let best_of_left = row.iter().copied().fold(0.0, f32::max);
        for (right, (&likeness, &best)) in row.iter().zip(&best_of_right).enumerate() {
            if likeness >= bar.least && likeness >= bar.near_best * best_of_left.min(best) {
                let print = |prints: &[u64], at: usize| (prints.get(at).copied().unwrap_or_default(), at);
                let (one, other) = (print(left_prints, left), print(right_prints, right));
                links.push(Link { left, right, likeness, prints: [one.min(other), one.max(other)] });
            }
        }
    }
    links
}

/// Gathers links into blocks, the strongest first; each sentence is in at most one.
///
/// A link joins two blocks when it is nearly as sure as the best of them, the sentences then stand next to each other on either side, and
/// the block stays small.
///
/// A sentence that is all but as alike to one that is still free goes to that one before it joins the row of another.
pub(super) fn blocks(mut links: Vec<Link>, grid: &Grid<f32>, bar: Bar) -> Vec<Block> {
    links.sort_by(|a, b| b.likeness.total_cmp(&a.likeness).then(a.off_diagonal().cmp(&b.off_diagonal())));
    let mut gathering = Gathering::default();
    let mut later = Vec::new();
    let by_sentence = BySentence::of(&links);
    for (place, &link) in links.iter().enumerate() {
        if gathering.has_its_own(link, by_sentence.after(place, link, &links)) {
            later.push(link);
        } else {
            gathering.take(link, grid, bar);
        }
    }
    for link in later {
        gathering.take(link, grid, bar);
    }
    let mut blocks: Vec<Block> = gathering.blocks.into_iter().filter(|block| !block.right.is_empty()).collect();
    blocks.sort_by(|a, b| a.left.cmp(&b.left));
    blocks
}

/// Puts sentences that are in no block face to face, or beside what is, where both surely give one measure, be it in values that differ: the reader wants to
/// see them side by side. Reports that are hardly of one event have no such sentences.
pub(super) fn face(blocks: &mut Vec<Block>, sentences: Vec<(usize, usize)>, grid: &Grid<f32>, bar: Bar) {
    if bar.least > FIRM {
        return;
    }
    for (left, right) in sentences.into_iter().filter(|&(left, right)| grid.get(left, right) > UNRELATED) {
        let of_left = blocks.iter().position(|block| block.left.contains(&left));
        let of_right = blocks.iter().position(|block| block.right.contains(&right));
        let alone = Block { left: vec![left], right: vec![right], likeness: bar.least };
        match (of_left, of_right) {
            (None, None) => blocks.push(alone),
            (Some(number), None) | (None, Some(number)) => {
                let Some(block) = blocks.get_mut(number) else { continue };
                let link = Link { left, right, likeness: bar.least, prints: Default::default() };
                let joined = join(Some(block.clone()), None, link);
                if joined.is_compact() && !joined.holds_unrelated(grid) {
                    *block = joined;
                }
            }
            (Some(_), Some(_)) => {}
        }
    }
    blocks.sort_by(|a, b| a.left.cmp(&b.left));
}

#[derive(Default)]
struct Gathering {
    blocks: Vec<Block>,
    of_left: FxHashMap<usize, usize>,
    of_right: FxHashMap<usize, usize>,
}

/// The places of the links of each sentence, in the order of the links.
#[derive(Default)]
struct BySentence {
    left: FxHashMap<usize, Vec<usize>>,
    right: FxHashMap<usize, Vec<usize>>,
}

impl BySentence {
    /// How many of the links that follow one are looked at.
    const MOST: usize = 8;

    fn of(links: &[Link]) -> Self {
        let mut found = Self::default();
        for (place, link) in links.iter().enumerate() {
            found.left.entry(link.left).or_default().push(place);
            found.right.entry(link.right).or_default().push(place);
        }
        found
    }

    /// The next links of the left and of the right sentence of the link at a place.
    fn after<'a>(&'a self, place: usize, link: Link, links: &'a [Link]) -> [impl Iterator<Item = Link> + 'a; 2] {
        let of = |side: &'a FxHashMap<usize, Vec<usize>>, sentence: usize| {
            let places = side.get(&sentence).map(Vec::as_slice).unwrap_or_default();
            let next = places.partition_point(|&other| other <= place);
            let after = places.get(next..).unwrap_or_default().iter().take(Self::MOST);
            after.filter_map(|&other| links.get(other).copied())
        };
        [of(&self.left, link.left), of(&self.right, link.right)]
    }
}

impl Gathering {
    /// Whether one sentence of a link is in a block, and the other has a link as good to one that is in none; `next` are the links of the
    /// left and of the right one that follow.
    fn has_its_own(&self, link: Link, next: [impl Iterator<Item = Link>; 2]) -> bool {
        const AS_GOOD: f32 = 0.95;
        let is_free = |link: Link| (!self.of_left.contains_key(&link.left), !self.of_right.contains_key(&link.right));
        let [mut of_left, mut of_right] = next;
        let is_as_good = |other: Link| other.likeness >= AS_GOOD * link.likeness && is_free(other) == (true, true);
        match is_free(link) {
            (true, false) => of_left.any(is_as_good),
            (false, true) => of_right.any(is_as_good),
            _ => false,
        }
    }

    fn take(&mut self, link: Link, grid: &Grid<f32>, bar: Bar) {
        let (left, right) = (self.of_left.get(&link.left).copied(), self.of_right.get(&link.right).copied());
        if left.is_some() && left == right {
            return;
        }
        let part = |number: Option<usize>| number.and_then(|n| self.blocks.get(n)).cloned();
        let joined = join(part(left), part(right), link);
        if joined.holds_unrelated(grid) || (link.likeness < PINNED && !joined.is_tight(link, bar)) {
            return;
        }
        let number = self.blocks.len();
        self.of_left.extend(joined.left.iter().map(|&sentence| (sentence, number)));
        self.of_right.extend(joined.right.iter().map(|&sentence| (sentence, number)));
        for old in left.into_iter().chain(right) {
            if let Some(block) = self.blocks.get_mut(old) {
                block.right.clear();
            }
        }
        self.blocks.push(joined);
    }
}

/// The sentences of both blocks and of the link between them.
fn join(one: Option<Block>, other: Option<Block>, link: Link) -> Block {
    let mut joined = Block { left: vec![link.left], right: vec![link.right], likeness: link.likeness };
    for block in one.into_iter().chain(other) {
        joined.left.extend(block.left);
        joined.right.extend(block.right);
        joined.likeness = joined.likeness.max(block.likeness);
    }
    for side in [&mut joined.left, &mut joined.right] {
        side.sort_unstable();
        side.dedup();
    }
    joined
}

impl Block {
    /// Whether it would put together what the user declared unrelated.
    fn holds_unrelated(&self, grid: &Grid<f32>) -> bool {
        self.left.iter().any(|&left| self.right.iter().any(|&right| grid.get(left, right) <= UNRELATED))
    }

    /// Whether it is small, and its sentences stand next to each other, or it is one sentence and what the other report tells of it in
    /// several places.
    fn is_compact(&self) -> bool {
        let adjacent = |sentences: &[usize]| sentences.windows(2).all(|pair| matches!(pair, [a, b] if a + 1 == *b));
        let small = self.left.len().max(self.right.len()) <= LARGEST_BLOCK;
        let star = self.left.len().min(self.right.len()) == 1;
        small && (star || (adjacent(&self.left) && adjacent(&self.right)))
    }

    /// Whether it is compact and holds together with the link that was added last.
    fn is_tight(&self, added: Link, bar: Bar) -> bool {
        self.is_compact() && added.likeness >= bar.near_row * self.likeness
    }
}

/// For each block, in the left order, whether it is told in another place on the right: all but the heaviest blocks that both sides
/// tell in the same order (the increasing subsequence with the greatest sum of likeness).
pub(super) fn moved(blocks: &[Block]) -> Vec<bool> {
    let place = |block: &Block| block.right.first().copied().unwrap_or_default();
    let mut chains: Vec<(f32, Option<usize>)> = Vec::with_capacity(blocks.len());
    for (number, block) in blocks.iter().enumerate() {
        let before = blocks.iter().zip(&chains).enumerate().take(number).filter(|(_, (other, _))| place(other) < place(block));
        let best = before.max_by(|(_, (_, a)), (_, (_, b))| a.0.total_cmp(&b.0)).map(|(at, (_, chain))| (at, chain.0));
        chains.push((block.likeness + best.map_or(0.0, |(_, weight)| weight), best.map(|(at, _)| at)));
    }
    let mut moved = vec![true; blocks.len()];
    let heaviest = chains.iter().enumerate().max_by(|(_, a), (_, b)| a.0.total_cmp(&b.0));
    let mut next = heaviest.map(|(number, _)| number);
    while let Some(number) = next {
        if let Some(flag) = moved.get_mut(number) {
            *flag = false;
        }
        next = chains.get(number).and_then(|chain| chain.1);
    }
    moved
}

/// One line of the comparison before it is filled in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Line {
    /// The number of a block.
    Block(usize),
    /// A left sentence without a counterpart.
    Left(usize),
    /// A right sentence without a counterpart.
    Right(usize),
}

/// All lines in reading order: the left report leads; what only the right one tells follows what it follows there.
pub(super) fn order(blocks: &[Block], moved: &[bool], height: usize, width: usize) -> Vec<Line> {
    let in_blocks = |side: fn(&Block) -> &[usize]| -> FxHashMap<usize, usize> {
        blocks.iter().enumerate().flat_map(|(number, block)| side(block).iter().map(move |&sentence| (sentence, number))).collect()
    };
    let (of_left, of_right) = (in_blocks(|block| &block.left), in_blocks(|block| &block.right));
    let mut only_right = (0..width).filter(|sentence| !of_right.contains_key(sentence)).peekable();
    let mut lines = Vec::with_capacity(height + width);
    for sentence in 0..height {
        let Some(&number) = of_left.get(&sentence) else {
            lines.push(Line::Left(sentence));
            continue;
        };
        let Some(first) = blocks.get(number).filter(|b| b.left.first() == Some(&sentence)).and_then(|b| b.right.first()) else { continue };
        if moved.get(number) == Some(&false) {
            while let Some(before) = only_right.next_if(|s| s < first) {
                lines.push(Line::Right(before));
            }
        }
        lines.push(Line::Block(number));
    }
    lines.extend(only_right.map(Line::Right));
    lines
}

#[cfg(test)]
mod tests;
