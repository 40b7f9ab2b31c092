//! Ends the body above what its outlet asks of the reader: money, a subscription, a click; and above the other stories that follow it.

use rustc_hash::FxHashSet;

use super::cohesion::{Stem, content_words};
use super::decide::State;
use super::foreign::body;
use crate::ingest::boilerplate::Class;
use crate::ingest::page::Page;

/// Of all words of a body, the share that a plea and what follows it may have: a third.
const MOST: usize = 3;

/// Content words that a paragraph shares with the report above it; a short one has fewer to share.
const LEAST_SHARED: usize = 2;

/// The most words of a short paragraph.
const SHORT: usize = 20;

/// The most pleas of a page that are looked at.
const MOST_PLEAS: usize = 8;

/// The most paragraphs in another element than a plea that are other stories; more are readers' comments.
const MOST_ELSEWHERE: usize = 4;

/// The most words of a line above a plea that goes with it: `Join our community!`.
const LONGEST_CALL: usize = 8;

/// Ends the body above the first plea below which nothing is the report's; the plea itself may be an insert by now.
pub(super) fn end_above_plea(page: &Page, states: &mut [State]) {
    let blocks: Vec<usize> = body(states).collect();
    let (Some(&first), Some(&last)) = (blocks.first(), blocks.last()) else { return };
    let words = |blocks: &[usize]| blocks.iter().map(|&at| page.traits[at].words).sum::<usize>();
    let above = |at: usize| blocks.partition_point(|&block| block < at);
    let is_plea = |at: &usize| asks(page, *at) && page.traits[*at].phrases.has(Class::Promotion) && page.traits[*at].ends_sentence;
    let is_late = |at: &usize| words(&blocks[above(*at)..]) * MOST <= words(&blocks);
    let mut pleas =
        (first + 1..=last).rev().filter(|&at| states[at] == State::Body || states[at] == State::Insert).filter(is_plea).take(MOST_PLEAS);
    let mut end = None;
    for plea in pleas.by_ref().take_while(is_late) {
        if !is_followed_by_others(page, states, plea, blocks.split_at(above(plea))) {
            break;
        }
        end = Some(plea);
    }
    let Some(plea) = end else { return };
    let is_call = |at: usize| {
        let traits = &page.traits[at];
        traits.words <= LONGEST_CALL && !page.blocks[at].text.ends_with('.') && !traits.quoted
    };
    let end = if plea > first + 1 && is_call(plea - 1) { plea - 1 } else { plea };
    states.iter_mut().skip(end).for_each(|state| *state = State::After);
}

/// Whether all below a plea asks the reader, is another story's, or shares no words with the report.
fn is_followed_by_others(page: &Page, states: &[State], plea: usize, (above, below): (&[usize], &[usize])) -> bool {
    let stems: FxHashSet<Stem> = above.iter().flat_map(|&at| content_words(&page.keys[at])).collect();
    let is_of_report = |&at: &usize| {
        let shared = content_words(&page.keys[at]).iter().filter(|stem| stems.contains(*stem)).count();
        shared >= LEAST_SHARED || (shared > 0 && page.traits[at].words <= SHORT)
    };
    // The element of the last paragraph above is the report's.
    let last = above.iter().rev().find(|at| page.traits[**at].is_prose());
    let is_at_home = |at: usize| match (&page.tree, last) {
        (Some(tree), Some(&last)) => tree.parent(at) == tree.parent(last) && page.traits[at].is_sentence(),
        _ => false,
    };
    let stands_elsewhere = |at: usize| page.tree.as_ref().is_some_and(|tree| !tree.are_near(plea, at));
    let are_few = below.iter().filter(|at| stands_elsewhere(**at)).count() <= MOST_ELSEWHERE;
    // Teasers stand one below each headline; of two sentences below each other the second is none.
    let is_plain = |at: usize| {
        let traits = &page.traits[at];
        traits.is_sentence() && traits.phrases.is_empty() && !asks(page, at)
    };
    let goes_on = |at: usize| page.tree.is_none() && is_plain(at) && below.binary_search(&(at - 1)).is_ok() && is_plain(at - 1);
    below.iter().all(|at| {
        let is_others = || (are_few && stands_elsewhere(*at)) || is_foreign(page, states, *at) || !is_of_report(at);
        asks(page, *at) || (!is_at_home(*at) && !goes_on(*at) && is_others())
    })
}

fn asks(page: &Page, at: usize) -> bool {
    page.traits[at].asks()
}

/// Whether a paragraph stands below a headline that is none of the body.
fn is_foreign(page: &Page, states: &[State], at: usize) -> bool {
    let above = at.checked_sub(1).filter(|&above| states[above] != State::Body);
    above.is_some_and(|above| page.traits[above].is_headline_like() && page.traits[above].phrases.is_empty())
}

#[cfg(test)]
mod tests {
    use crate::ingest::{Options, ingest};

    const PARTS: [&str; 4] = [
        "The library of Ombury lends garden tools from Monday, and forty people stood in line for the first of them, its head said.",
        "There are nine spades, four saws and a machine that cuts hedges, which has to be back before dark, because it is loud.",
        "The tools were given by families that moved to the city, and the library had kept them in its cellar for six years.",
        "The town pays for new handles, and a smith grinds the blades twice a year, for as long as the money lasts, the head said.",
    ];

    #[test]
    fn a_plea_ends_the_report() {
        for plea in [
            "Join the Ombury Post community!\n\nGet the latest news sent to your phone, and our best stories on Sunday.\n\nAll you have to do is open the camera of your phone and look at the code.",
            "If you liked this story, please support our journalism with a gift. Your gift pays for all you read here.",
        ] {
            let page = format!("Library lends garden tools\n\nBy Nora Pell\n\n{}\n\n{plea}\n", PARTS.join("\n\n"));
            let article = ingest(page.as_bytes(), "page.txt", Options::default()).unwrap().article;
            assert_eq!(article.body.text(), PARTS.join("\n"), "{plea}");
        }
    }
}
