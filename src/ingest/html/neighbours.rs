//! What an HTML page's block has above and below it: the elements that end and begin there, links, and the main element's prose.

use std::ops::Range;

use rustc_hash::FxHashMap;

use super::tree::Tree;
use crate::ingest::body::features::Feature;
use crate::ingest::page::Page;

/// How many features of its neighbours a block has.
pub(super) const COUNT: usize = 11;

/// Blocks above, and blocks below, that are looked at for links.
const REACH: usize = 3;

/// The blocks of a page as neighbours of each other.
#[derive(Debug)]
pub(super) struct Neighbours<'a> {
    tree: &'a Tree,
    /// The seam above each block, and one below the last.
    seams: Vec<Seam>,
    /// Words of prose in elements that are written alike and stand in elements written alike.
    alike: FxHashMap<(u64, u64), usize>,
    /// From the first to the last paragraph of prose that stands in the main element itself.
    main: Range<usize>,
}

/// The elements that end and begin between two blocks, the outermost of each; none where one block stands around the other.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
struct Seam {
    ends: Option<usize>,
    begins: Option<usize>,
}

impl Seam {
    fn between(tree: &Tree, (mut above, mut below): (usize, usize)) -> Self {
        let mut seam = Self::default();
        while above != below {
            if tree.containers[above].depth >= tree.containers[below].depth {
                seam.ends = Some(above);
                above = tree.containers[above].parent;
            } else {
                seam.begins = Some(below);
                below = tree.containers[below].parent;
            }
        }
        seam
    }
}

impl<'a> Neighbours<'a> {
    /// The neighbours on a page with this main element.
    pub(super) fn of(page: &Page, tree: &'a Tree, main_element: usize) -> Self {
        let between = tree.places.windows(2).map(|pair| Seam::between(tree, (pair[0].container, pair[1].container)));
        let seams = std::iter::once(Seam::default()).chain(between).chain([Seam::default()]).collect();
        let mut alike: FxHashMap<(u64, u64), usize> = FxHashMap::default();
        let mut main: Option<Range<usize>> = None;
        for (at, (place, traits)) in tree.places.iter().zip(&page.traits).enumerate() {
            if !traits.is_prose() || place.linked >= 0.5 {
                continue;
            }
            *alike.entry(path(tree, place.container)).or_default() += traits.words;
            if tree.containers[place.container].parent == main_element {
                main.get_or_insert(at..at).end = at + 1;
            }
        }
        Self { tree, seams, alike, main: main.unwrap_or(0..tree.places.len()) }
    }

    /// The features of a block; `share` is an element's share of the page's prose, `total` the words of that.
    pub(super) fn measure(&self, at: usize, share: impl Fn(usize) -> f32, total: usize) -> [Feature; COUNT] {
        let flag = |holds: bool| f32::from(u8::from(holds));
        let (above, below) = (self.seams[at], self.seams[at + 1]);
        let prose = |element: Option<usize>| element.map_or(0.0, &share);
        let is_beside = |other: usize| other < self.tree.places.len() && self.tree.parent(other) == self.tree.parent(at);
        let alike = self.alike.get(&path(self.tree, self.tree.places[at].container)).copied().unwrap_or(0);
        [
            ("prose in the element that ends above", prose(above.ends)),
            ("prose in the element that begins here", prose(above.begins)),
            ("prose in the element that ends here", prose(below.ends)),
            ("prose in the element that begins below", prose(below.begins)),
            ("beside the block above", flag(at.checked_sub(1).is_some_and(is_beside))),
            ("beside the block below", flag(is_beside(at + 1))),
            ("links above", self.links(at.saturating_sub(REACH)..at)),
            ("links below", self.links(at + 1..at + 1 + REACH)),
            ("above the prose of the main element", flag(at < self.main.start)),
            ("below the prose of the main element", flag(at >= self.main.end)),
            ("written and placed like the prose", alike as f32 / total as f32),
        ]
    }

    /// How many of the blocks are links, as a share of [`REACH`].
    fn links(&self, blocks: Range<usize>) -> f32 {
        let end = blocks.end.min(self.tree.places.len());
        let places = self.tree.places.get(blocks.start..end).unwrap_or_default();
        places.iter().filter(|place| place.linked > 0.7).count() as f32 / REACH as f32
    }
}

/// How an element and the one around it are written.
fn path(tree: &Tree, container: usize) -> (u64, u64) {
    let own = tree.containers[container];
    (own.likeness, tree.containers[own.parent].likeness)
}

#[cfg(test)]
mod tests {
    use crate::ingest::html;

    const LONG: &str = "The harbour of Orne will be closed to large ships from April until the autumn, the town said on Monday.";

    #[test]
    fn what_stands_above_and_below() {
        let page = html::read(&format!(
            "<nav><a href='/'>Start page</a></nav><div><h1>Harbour</h1><div class='text'><p>{LONG}</p><p>{LONG}</p></div></div>\
             <ul><li><a href='/a'>Bakery</a></li></ul>"
        ))
        .0;
        let features = html::features(&page, page.tree.as_ref().unwrap());
        let value = |at: usize, name: &str| features[at].iter().find(|(known, _)| *known == name).unwrap().1;
        for (name, want) in [
            ("prose in the element that ends above", [0.0, 0.0, 0.0, 0.5, 1.0]),
            ("prose in the element that begins here", [0.0, 1.0, 1.0, 0.5, 0.0]),
            ("prose in the element that ends here", [0.0, 0.0, 0.5, 1.0, 0.0]),
            ("prose in the element that begins below", [1.0, 1.0, 0.5, 0.0, 0.0]),
            ("beside the block above", [0.0, 0.0, 0.0, 1.0, 0.0]),
            ("beside the block below", [0.0, 0.0, 1.0, 0.0, 0.0]),
            ("above the prose of the main element", [1.0, 1.0, 0.0, 0.0, 0.0]),
            ("below the prose of the main element", [0.0, 0.0, 0.0, 0.0, 1.0]),
            ("written and placed like the prose", [0.0, 0.0, 1.0, 1.0, 0.0]),
        ] {
            assert!(want.iter().enumerate().all(|(at, want)| (value(at, name) - want).abs() < 0.01), "{name}");
        }
        assert!(value(1, "links above") > 0.3 && value(3, "links below") > 0.3 && value(2, "links below") > 0.3);
    }
}
