//! Takes out of the body what stands in it and is none of the report: other stories in a box, links to them, captions above their
//! credits, notices of the site, times alone, what the page hides.

use std::ops::Range;

use rustc_hash::FxHashSet;

use super::cross_links::without_cross_links;
use super::decide::State;
use crate::ingest::block::Mark;
use crate::ingest::boilerplate::Class;
use crate::ingest::caption::begins_or_points_as_caption;
use crate::ingest::html::tree::Tree;
use crate::ingest::page::Page;
use crate::ingest::post;

use super::traits::LONGEST_CAPTION;

/// Makes inserts of all blocks of the body that are none of the report.
pub(super) fn without_foreign(page: &Page, states: &mut [State]) {
    without_notices(page, states);
    without_captions_above_credits(page, states);
    with_whole_posts(page, states);
    if let Some(tree) = &page.tree {
        without_hidden(page, tree, states);
        without_boxes(page, tree, states);
        without_cross_links(page, tree, states);
    }
    // What was an insert above the first paragraph left is before the body now.
    let first = states.iter().position(|state| *state == State::Body).unwrap_or(states.len());
    for state in states.iter_mut().take(first).filter(|state| **state == State::Insert) {
        *state = State::Before;
    }
}

pub(super) fn body(states: &[State]) -> impl Iterator<Item = usize> + '_ {
    (0..states.len()).filter(|&at| states[at] == State::Body)
}

pub(super) fn words(page: &Page, blocks: impl Iterator<Item = usize>) -> usize {
    blocks.map(|at| page.traits[at].words).sum()
}

pub(super) fn insert(states: &mut [State], blocks: &[usize]) {
    for &at in blocks {
        states[at] = State::Insert;
    }
}

/// The most words of a notice.
const LONGEST_NOTICE: usize = 60;

/// The most words of a line that is a time alone.
const LONGEST_TIME: usize = 3;

/// What a line that offers a newsletter says, folded, in languages that have another word for one.
const NEWSLETTERS: &[&str] = &["newsletter", "infolettre", "boletin", "рассылк", "розсилк"];

/// Names of short codes, which a site's programs should have made a button or a player of; what others enclose is text.
const SHORT_CODES: &[&str] = &[
    "button",
    "btn",
    "cta",
    "gallery",
    "playlist",
    "embed",
    "video",
    "audio",
    "youtube",
    "twitter",
    "tweet",
    "instagram",
    "contact-form",
    "contact-form-7",
    "poll",
    "ad",
];

/// The most words of an offer of a newsletter, and of a short code.
const LONGEST_OFFER: usize = 40;

fn without_notices(page: &Page, states: &mut [State]) {
    let is_notice = |at: &usize| {
        let (text, traits) = (&page.blocks[*at].text, &page.traits[*at]);
        let code = text.strip_prefix('[').and_then(|code| code.split([' ', ']']).next()).filter(|_| text.ends_with(']'));
        let is_short_code = code.is_some_and(|code| SHORT_CODES.contains(&code)) && traits.words <= LONGEST_OFFER;
        let is_offer = || traits.phrases.has(Class::Promotion) && NEWSLETTERS.iter().any(|word| page.keys[*at].contains(word));
        let is_time = traits.timed && traits.words <= LONGEST_TIME;
        let says = traits.phrases.has(Class::Notice) && traits.words <= LONGEST_NOTICE;
        is_short_code
            || is_time
            || is_button(page, *at)
            || (!traits.quoted && ends_in_call(text))
            || (!traits.quoted && (says || (traits.words <= LONGEST_OFFER && traits.to_reader && is_offer())))
    };
    insert(states, &body(states).filter(is_notice).collect::<Vec<_>>());
}

/// Lines over advertisements between two paragraphs, folded: English, German, French, Spanish, Russian, Ukrainian.
const LABELS: &[&str] = &["advert", "anzeige", "werbung", "publicite", "publicidad", "реклама"];

/// The most words of a button.
const LONGEST_BUTTON: usize = 4;

/// Whether a line is a button or a label of the page: `Share on …`, `Advert`; headings and items may say the same.
fn is_button(page: &Page, at: usize) -> bool {
    let (traits, block) = (&page.traits[at], &page.blocks[at]);
    let says = [Class::Sharing, Class::Furniture, Class::Promotion].iter().any(|class| traits.phrases.has(*class));
    let is_label = LABELS.contains(&page.keys[at].as_str());
    block.mark == Mark::None && (says || is_label) && traits.words <= LONGEST_BUTTON && !traits.ends_sentence
}

/// What promotions call to in capitals at their end.
const CALLS: &[&str] = &[
    "REGISTER HERE",
    "REGISTER NOW",
    "CLICK HERE",
    "SIGN UP",
    "SIGN UP HERE",
    "SIGN UP TODAY",
    "SIGN UP NOW",
    "SUBSCRIBE",
    "SUBSCRIBE NOW",
    "SUBSCRIBE HERE",
    "DOWNLOAD",
    "DOWNLOAD NOW",
    "LEARN MORE",
    "READ MORE",
    "RSVP",
    "FOR IOS",
    "FOR ANDROID",
    "JETZT ANMELDEN",
    "JETZT LESEN",
    "INSCRIVEZ-VOUS",
    "SUSCRÍBETE",
    "ПОДПИСАТЬСЯ",
    "ПІДПИСАТИСЯ",
];

/// The most words of a promotion that calls.
const LONGEST_CALL: usize = 60;

/// Whether a text ends in a call in capitals.
fn ends_in_call(text: &str) -> bool {
    let text = text.trim_end_matches(|c: char| !c.is_alphanumeric());
    let ends = |call: &&str| text.strip_suffix(*call).is_some_and(|rest| rest.ends_with(|c: char| !c.is_alphanumeric()));
    let is_for_store = text.ends_with("iOS") && text.contains("DOWNLOAD");
    (CALLS.iter().any(ends) || is_for_store) && text.split(' ').nth(LONGEST_CALL).is_none()
}

/// The most words of a line that is a picture's credit and nothing else.
const LONGEST_CREDIT: usize = 7;

/// Takes the block above a credit out where both are alone in an element, or where it shows who stands where.
fn without_captions_above_credits(page: &Page, states: &mut [State]) {
    let spans = page.tree.as_ref().map(Tree::spans).unwrap_or_default();
    let are_alone = |at: usize| match &page.tree {
        Some(tree) => tree.around(at, &spans) == (at - 1..at + 1),
        None => {
            !page.blocks[at].after_blank && page.blocks[at - 1].after_blank && page.blocks.get(at + 1).is_none_or(|next| next.after_blank)
        }
    };
    let is_caption = |at: &usize| {
        let (above, credit) = (&page.traits[at - 1], &page.traits[*at]);
        let is_credit = credit.picture_credit && credit.words <= LONGEST_CREDIT;
        let may_be = states[at - 1] == State::Body && above.words <= LONGEST_CAPTION && !above.quoted;
        is_credit && may_be && (are_alone(*at) || begins_or_points_as_caption(&page.blocks[at - 1].text))
    };
    let captions: Vec<usize> = (1..states.len()).filter(is_caption).map(|at| at - 1).collect();
    insert(states, &captions);
}

/// A post of a social network is kept with the line that says whose it is, or dropped with it.
fn with_whole_posts(page: &Page, states: &mut [State]) {
    let (Some(first), Some(last)) = (body(states).next(), body(states).last()) else { return };
    for post in post::posts(&page.blocks).filter(|post| first <= post.start && post.end <= last + 2) {
        let state = states[post.start];
        if matches!(state, State::Body | State::Insert) {
            states.iter_mut().take(post.end).skip(post.start).for_each(|own| *own = state);
        }
    }
}

/// Takes out sentences that the page hides, unless it hides most of the body until a script shows it; code in a hidden element is what a
/// script makes colourful.
fn without_hidden(page: &Page, tree: &Tree, states: &mut [State]) {
    let is_text = |at: usize| page.traits[at].is_sentence();
    let hidden: Vec<usize> = body(states).filter(|&at| tree.places[at].is_hidden() && is_text(at)).collect();
    if words(page, hidden.iter().copied()) * 2 < words(page, body(states)) {
        insert(states, &hidden);
    }
}

/// Blocks below the heading of a box among which its byline stands.
const HEAD: usize = 3;

/// The most boxes of a report; a report of more parts with a byline each is the work of several people.
const MOST_BOXES: usize = 2;

/// Takes elements out that have a heading and a byline of their own, and body above and below.
fn without_boxes(page: &Page, tree: &Tree, states: &mut [State]) {
    let (Some(first), Some(last)) = (body(states).next(), body(states).last()) else { return };
    let bylines: FxHashSet<&String> = (0..first).filter(|&at| page.traits[at].byline).map(|at| &page.keys[at]).collect();
    let is_byline = |at: usize| page.traits[at].byline && !page.traits[at].is_prose() && !bylines.contains(&page.keys[at]);
    let is_box = |span: &Range<usize>| {
        let head = span.start + 1..span.end.min(span.start + 1 + HEAD);
        span.start > first && span.end <= last && matches!(page.blocks[span.start].mark, Mark::Heading(2..)) && head.clone().any(is_byline)
    };
    let mut boxes: Vec<Range<usize>> = tree.spans().into_iter().flatten().filter(is_box).collect();
    boxes.sort_by_key(|span| (span.start, std::cmp::Reverse(span.end)));
    boxes.dedup_by_key(|span| span.start);
    let inside: Vec<usize> = boxes.iter().cloned().flatten().filter(|&at| states[at] == State::Body).collect();
    if boxes.len() <= MOST_BOXES && words(page, inside.iter().copied()) * 2 < words(page, body(states)) {
        insert(states, &inside);
    }
}

#[cfg(test)]
mod tests {
    use crate::ingest::{Options, ingest};

    const ABOVE: &str = "<p>The harbour of Orne will be closed from April until the autumn, the town said on Monday evening after a long meeting of its council.</p>\
                         <p>The work costs about four million euros, and most of it is paid by the region, as the harbour master told the council of Orne.</p>";
    const BELOW: &str = "<p>Ships of more than thirty metres will have to use the new port on the other side of the bay, the harbour master of Orne said.</p>\
                         <p>The council will vote on the fees for the new port of Orne in March, when the region has said how much of them it will pay.</p>";

    fn body(middle: &str, below: &str) -> String {
        let page = format!(
            "<html><body><article><h1>Harbour of Orne to close</h1><p>By Jane Smith</p>{ABOVE}{middle}{BELOW}</article>{below}</body></html>"
        );
        ingest(page.as_bytes(), "page.html", Options::default()).unwrap().article.body.text().to_owned()
    }

    #[test]
    fn what_is_none_of_the_report() {
        const STORY: &str =
            "<p>The ferry to the islands was cancelled on Sunday because of the wind, said the company that runs it for the region.</p>";
        for (middle, part) in [
            (format!("<div class='x'><h3>Ferry is cancelled</h3><p>By John Public for the Post</p>{STORY}</div>"), "ferry"),
            (
                "<article class='recommended'><a href='/x'><p>How the storm changes the fish market of Orne</p></a></article>".to_owned(),
                "fish market",
            ),
            ("<p><a href='/x'>[Read: Storm tears the roof off the fish market of Orne]</a></p>".to_owned(), "fish market"),
            ("<p>On HarbourPost.com: Ferry fares go up again in summer</p>".to_owned(), "fares"),
            ("<p>Sign up for our weekly newsletter and get all the news of the harbour sent to you.</p>".to_owned(), "newsletter"),
            ("<p>This slideshow requires JavaScript.</p>".to_owned(), "slideshow"),
            ("<p>[button link=\"/x\"]See all pictures[/button]</p>".to_owned(), "button"),
            ("<p style='display:none'>The quay of Orne was built two hundred years ago by workers from the mountains, says the museum.</p>".to_owned(), "museum"),
            ("<div><div>Harbour master Paula Lund and the mayor look at the water of the bay in the rain.</div><p>Photo: AFP</p></div>".to_owned(), "rain"),
            ("<div>16:20</div>".to_owned(), "16:20"),
        ] {
            let text = body(&middle, "");
            assert!(!text.to_lowercase().contains(part), "{part}: {text}");
            assert!(text.contains("four million") && text.contains("vote on the fees"), "{part}: {text}");
        }
    }

    #[test]
    fn a_link_that_stands_again_below() {
        let link = "<h3><a href='/x'>I fled the storm in a boat of my uncle</a></h3>";
        let below = format!("<h2>Related Articles</h2><ul><li>{link}</li><li><a href='/y'>Elephant goes to a film in spring</a></li></ul>");
        assert!(!body(link, &below).contains("my uncle"));
    }

    #[test]
    fn what_is_the_report() {
        for (middle, part) in [
            (
                "<h3><a href='/x'>A dredger from the shop of Orne</a></h3><p>It digs two hundred tons a day out of the harbour, says its maker, and needs a crew of four.</p>",
                "from the shop",
            ),
            ("<p>[sourcecode]dredge --depth 4[/sourcecode]</p>", "--depth"),
            (
                "<h3>What the work costs</h3><p>The dredgers alone cost a million euros, by the count of the harbour office in Orne.</p>",
                "dredgers",
            ),
            (
                "<p>\"Sign up for our newsletter\" is what you read on every wall of the harbour now, said one of the fishermen.</p>",
                "every wall",
            ),
            (
                "<blockquote><p>We have to dig it out before the winter.</p>&mdash; Paula Lund (@paulalund) <a href='/x'>February 5, 2024</a></blockquote>",
                "@paulalund",
            ),
        ] {
            assert!(body(middle, "").contains(part), "{part}: {}", body(middle, ""));
        }
    }
}
