//! Takes links to other stories out of the middle of an HTML page's body.

use std::ops::Range;

use rustc_hash::FxHashSet;

use super::decide::State;
use super::foreign::{body, insert, words};
use crate::ingest::boilerplate::Class;
use crate::ingest::html::class::Purpose;
use crate::ingest::html::tree::Tree;
use crate::ingest::page::Page;
use crate::text::fold::key;

/// Words of a link to another story.
const LINK: Range<usize> = 4..31;

/// Takes out links to other stories; of a page of links they are the body.
pub(super) fn without_cross_links(page: &Page, tree: &Tree, states: &mut [State]) {
    let below: FxHashSet<&String> = (0..states.len())
        .filter(|&at| states[at] == State::After && tree.places[at].is_link() && LINK.contains(&page.traits[at].words))
        .map(|at| &page.keys[at])
        .collect();
    let is_cross_link = |at: &usize| {
        let (text, traits, place) = (&page.blocks[*at].text, &page.traits[*at], &tree.places[*at]);
        // A link alone may be the heading of a part: it is for another story where something says so.
        let is_said =
            traits.phrases.has(Class::Related) || place.is_for(Purpose::Related) || (text.starts_with('[') && text.ends_with(']'));
        let is_link = place.is_link() && (below.contains(&page.keys[*at]) || (!traits.quoted && (is_said || invites(text))));
        LINK.contains(&traits.words) && (is_link || names_site(text))
    };
    let links: Vec<usize> = body(states).filter(is_cross_link).collect();
    if words(page, links.iter().copied()) * 4 < words(page, body(states)) {
        insert(states, &links);
    }
}

/// Words with a colon before the headline of another story, folded, by language: English, German, French, Spanish, Russian, Ukrainian.
const INVITATIONS: &[&str] = &[
    "read:",
    "watch:",
    "see:",
    "listen:",
    "related:",
    "more:",
    "lesen:",
    "mehr:",
    "lire:",
    "voir:",
    "lea:",
    "vea:",
    "читать:",
    "смотреть:",
    "читати:",
    "дивитися:",
];

fn invites(text: &str) -> bool {
    INVITATIONS.contains(&key(text.trim_start_matches('[')).split(' ').next().unwrap_or_default())
}

/// Whether a line begins with where the story that it names is: `On HarbourPost.com: …`.
fn names_site(text: &str) -> bool {
    let mut words = text.split(' ');
    let (first, site) = (words.next().unwrap_or_default(), words.next().unwrap_or_default());
    let name = site.strip_suffix(':').unwrap_or_default();
    let is_host = name.rsplit_once('.').is_some_and(|(head, end)| head.len() > 2 && (2..=6).contains(&end.len()) && end.is_ascii());
    matches!(first, "On" | "Auf" | "Bei" | "Sur" | "En" | "На") && is_host
}

#[cfg(test)]
mod tests {
    use super::names_site;

    #[test]
    fn lines_that_name_a_site() {
        for (text, want) in
            [("On HarbourPost.com: Ferry fares go up", true), ("On Monday: Ferry fares go up", false), ("On the list: Ferry fares", false)]
        {
            assert_eq!(names_site(text), want, "{text}");
        }
    }
}
