//! Which element holds the article's text, judged by its paragraphs alone: the scores of Readability (Arc90, 2009; Mozilla's version).
//!
//! Each paragraph is worth its commas and its length; what it is worth goes to the elements around it, less the further out they are. The
//! model takes the outcome as one witness among others.

use super::class::{Purpose, Purposes};
use super::tree::Tree;
use crate::ingest::page::Page;

/// Elements around a paragraph that its worth goes to.
const REACH: usize = 5;

/// What an element's names are worth.
const NAMES_WORTH: f32 = 25.0;

/// The least letters of a paragraph that counts.
const LEAST_LETTERS: usize = 25;

/// Names of what belongs to a page, not to its text.
const FOREIGN: [Purpose; 9] = [
    Purpose::Related,
    Purpose::Sharing,
    Purpose::Promotion,
    Purpose::Advertisement,
    Purpose::Comments,
    Purpose::Navigation,
    Purpose::Sidebar,
    Purpose::Footer,
    Purpose::Notice,
];

/// The richest element, and which others go with it.
#[derive(Debug)]
pub(super) struct Richness {
    /// For each element whether it lies in the richest one.
    inside: Vec<bool>,
    /// For each element whether it lies in one beside the richest that is rich as well.
    beside: Vec<bool>,
}

impl Richness {
    /// Weighs the elements of a page; `linked` is the share of words under each that are links.
    pub(super) fn of(page: &Page, tree: &Tree, linked: impl Fn(usize) -> f32) -> Self {
        let mut worth = vec![0.0_f32; tree.containers.len()];
        for (place, (block, traits)) in tree.places.iter().zip(page.blocks.iter().zip(&page.traits)) {
            if block.text.len() < LEAST_LETTERS || place.hidden {
                continue;
            }
            let own = 1.0 + traits.commas * traits.words as f32 + (block.text.len() as f32 / 100.0).min(3.0);
            let mut at = place.container;
            for level in 0..REACH {
                let parent = tree.containers[at].parent;
                if parent == at {
                    break;
                }
                at = parent;
                worth[at] += own / [1.0, 2.0, 6.0, 9.0, 12.0][level];
            }
        }
        for (at, worth) in worth.iter_mut().enumerate().filter(|(_, worth)| **worth > 0.0) {
            *worth = (*worth + names_worth(tree.containers[at].names)) * (1.0 - linked(at));
        }
        let richest = (0..worth.len()).max_by(|a, b| worth[*a].total_cmp(&worth[*b]).then(b.cmp(a))).unwrap_or(0);
        Self::around(tree, &worth, richest)
    }

    fn around(tree: &Tree, worth: &[f32], richest: usize) -> Self {
        let bar = (worth[richest] * 0.2).max(10.0);
        let alike = tree.containers[richest].likeness;
        let is_rich = |at: usize| {
            let bonus = if tree.containers[at].likeness == alike { worth[richest] * 0.2 } else { 0.0 };
            worth[at] > 0.0 && worth[at] + bonus >= bar
        };
        let parent = tree.containers[richest].parent;
        let (mut inside, mut beside) = (vec![false; worth.len()], vec![false; worth.len()]);
        inside[richest] = true;
        for at in 1..worth.len() {
            let above = tree.containers[at].parent;
            inside[at] |= inside[above];
            beside[at] = beside[above] || (above == parent && at != richest && richest != 0 && is_rich(at));
        }
        Self { inside, beside }
    }

    /// Whether an element lies in the richest one.
    pub(super) fn is_inside(&self, container: usize) -> bool {
        self.inside[container]
    }

    /// Whether an element lies in a rich one beside the richest.
    pub(super) fn is_beside(&self, container: usize) -> bool {
        self.beside[container]
    }
}

fn names_worth(names: Purposes) -> f32 {
    let is_text = if names.has(Purpose::Text) { NAMES_WORTH } else { 0.0 };
    let is_foreign = if FOREIGN.iter().any(|purpose| names.has(*purpose)) { NAMES_WORTH } else { 0.0 };
    is_text - is_foreign
}

#[cfg(test)]
mod tests {
    use crate::ingest::html;

    #[test]
    fn the_element_with_the_paragraphs_is_the_richest() {
        let paragraph = "<p>The harbour of Orne will be closed, the town said, from April until the autumn, and ships go elsewhere.</p>";
        let page = format!("<div><ul><li>Home</li></ul></div><div id=a>{}</div><div id=b>{paragraph}</div>", paragraph.repeat(4));
        let (page, _) = html::read(&page);
        let tree = page.tree.as_ref().unwrap();
        let richness = super::Richness::of(&page, tree, |_| 0.0);
        let inside: Vec<bool> = tree.places.iter().map(|place| richness.is_inside(place.container)).collect();
        assert_eq!(inside, [false, true, true, true, true, false]);
    }
}
