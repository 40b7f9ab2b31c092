//! Takes out of the body what only says again what stands elsewhere on the page: pull quotes, and captions whose credit stands apart.

use super::decide::State;
use super::foreign::{body, insert};
use crate::ingest::block::Mark;
use crate::ingest::page::Page;

/// Words of a pull quote.
const PULLED: std::ops::RangeInclusive<usize> = 5..=45;

/// The most blocks of a page that are looked at as pull quotes: each is looked for in the whole body.
const MOST_PULLED: usize = 40;

/// The most bytes of a body in which they are looked for.
const LONGEST_BODY: usize = 1 << 20;

/// Words of a caption.
const CAPTION: std::ops::RangeInclusive<usize> = 4..=super::traits::LONGEST_CAPTION;

/// Makes inserts of all such blocks.
pub(super) fn without_repeated(page: &Page, states: &mut [State]) {
    without_pull_quotes(page, states);
    without_captions_said_again(page, states);
}

/// A folded text without the marks at its ends.
fn bare(folded: &str) -> &str {
    folded.trim_matches(|c: char| !c.is_alphanumeric())
}

/// Takes out short blocks whose words stand in a longer paragraph of the body.
fn without_pull_quotes(page: &Page, states: &mut [State]) {
    let is_quote = |at: &usize| {
        let (traits, mark) = (&page.traits[*at], page.blocks[*at].mark);
        let stands_out =
            !traits.ends_sentence || traits.quoted || mark == Mark::Quote || matches!(mark, Mark::Heading(_)) || traits.words <= 25;
        let is_title_of_part = matches!(mark, Mark::Heading(_)) && !traits.ends_sentence && !traits.quoted;
        PULLED.contains(&traits.words) && stands_out && !is_title_of_part && mark != Mark::Item
    };
    let size: usize = body(states).map(|at| page.keys[at].len()).sum();
    if size > LONGEST_BODY {
        return;
    }
    let quotes: Vec<usize> = body(states).filter(is_quote).take(MOST_PULLED).collect();
    let is_repeated = |quote: &usize| {
        let words = bare(&page.keys[*quote]);
        body(states)
            .any(|at| at != *quote && page.keys[at].len() > page.keys[*quote].len() + words.len() / 2 && page.keys[at].contains(words))
    };
    let repeated: Vec<usize> = quotes.into_iter().filter(is_repeated).collect();
    insert(states, &repeated);
}

/// Takes out what is the beginning of a caption with its credit, which is none of the body.
fn without_captions_said_again(page: &Page, states: &mut [State]) {
    let is_caption =
        |at: &usize| states[*at] != State::Body && page.traits[*at].picture_credit && CAPTION.contains(&page.traits[*at].words);
    let mut captions: Vec<&str> = (0..states.len()).filter(is_caption).map(|at| bare(&page.keys[at])).collect();
    captions.sort_unstable();
    let is_said_again = |at: &usize| {
        let words = bare(&page.keys[*at]);
        let next = captions.get(captions.partition_point(|caption| *caption < words));
        CAPTION.contains(&page.traits[*at].words) && next.is_some_and(|caption| caption.starts_with(words))
    };
    let repeated: Vec<usize> = body(states).filter(is_said_again).collect();
    insert(states, &repeated);
}

#[cfg(test)]
mod tests {
    use crate::ingest::{Options, ingest};

    const PARTS: [&str; 4] = [
        "The orchard of Lomm gives its pears away this year, because the presses are broken and nobody has a spare part for them.",
        "\"I would rather see a child eat a pear than a wasp,\" said the gardener, Ruth Amsel, who has looked after the trees since 1998.",
        "About nine tonnes hang on the trees, and the town lends ladders and baskets to those who come on Saturday morning.",
        "The presses will be mended in winter, when a smith from the next valley has time for them, the gardener said.",
    ];

    #[test]
    fn what_is_said_again_is_left_out() {
        for again in [
            "<h2>“I would rather see a child eat a pear than a wasp”</h2>",
            "<p>“I would rather see a child eat a pear than a wasp”</p>",
            "<p>Children pick pears in Lomm on Friday</p><div>Children pick pears in Lomm on Friday (Photo: Eva Lind)</div>",
        ] {
            let parts = PARTS.map(|part| format!("<p>{part}</p>"));
            let page = format!("<h1>Pears for everybody</h1><p>By Eva Lind</p>{}{}{again}{}{}", parts[0], parts[1], parts[2], parts[3]);
            let article = ingest(page.as_bytes(), "page.html", Options::default()).unwrap().article;
            assert_eq!(article.body.text(), PARTS.join("\n"), "{again}");
        }
    }
}
