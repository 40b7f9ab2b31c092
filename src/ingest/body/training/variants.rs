//! Pages as other crawlers would have given them: without marks, without blank lines, with promotion of other stories put in.

#![cfg(test)]

use super::pages::{Example, Gold, of_steps};
use crate::ingest::block::{Block, Mark};
use crate::ingest::body::decide::State;
use crate::ingest::page::Page;

/// How many variants of a page there are.
const VARIANTS: usize = 3;

/// Boxes of links in the middle of reports: the lines above the links and the lines below them, self-written.
const BOXES: &[(&[&str], &[&str])] = &[
    (&["See also"], &[]),
    (&["More on this story", "1", "2", "3"], &["Back", "Forward"]),
    (&["Recommended for you", "Opinion"], &[]),
    (&["Don't miss", "Previous", "Next"], &["See all", "Share"]),
    (&["Mehr dazu"], &[]),
    (&["Auch interessant", "Meinung"], &["Teilen"]),
    (&["À lire aussi"], &[]),
    (&["Advertisement"], &["Article continues below"]),
    (&["Lea también", "Análisis"], &["Compartir"]),
    (&["More about the harbour", "Chosen by our editors"], &[]),
    (&["Читайте также"], &[]),
    (&["Read more"], &["Share this story", "E-mail"]),
    (&[], &[]),
];

/// What stands below reports on some sites: who else worked on them, who the author is; self-written.
const CREDITS: &[&str] = &[
    "Anna Weber in Orne contributed to this report.",
    "Tom Hill writes about the coast and its towns. He came to the Harbour Daily as a photographer.",
    "14 Comments",
    "View all",
    "Without readers there is no Harbour Daily. Become a supporter today.",
];

/// What stands below reports on others: a box that asks for money and one for a newsletter.
const PLEAS: &[&str] = &[
    "Author: Jane Smith",
    "Support our reporting. Be part of it.",
    "Reporting costs money, and our readers pay for it. Help us with as little as $2 a month, and thank you for reading.",
    "Harbour Daily",
    "News from",
    "the coast in your",
    "inbox",
    "5:10 PM",
];

/// The page as another crawler might have given it; `donor` gives the words of the other stories.
fn variant(example: &Example, states: &[State], donor: &Example, number: usize) -> Example {
    let mut made: Vec<(Block, State)> = example.blocks.iter().cloned().zip(states.iter().copied()).collect();
    if number == 0 && donor.blocks.len().is_multiple_of(2) {
        shorten(&mut made, 3 + donor.blocks.len() % 5);
    }
    let first = made.iter().position(|(_, s)| *s == State::Body).unwrap_or(0);
    let last = made.iter().rposition(|(_, s)| *s == State::Body).unwrap_or(0);
    match number {
        // Links to other stories in the middle and at the end, as blogs of one outlet have them.
        0 => {
            let middle = first + (last - first) * (donor.blocks.len() % 5 + 1) / 7;
            let lines = if example.blocks.len().is_multiple_of(3) { CREDITS } else { PLEAS };
            let foot =
                lines.iter().map(|line| (Block { after_blank: donor.blocks.len().is_multiple_of(3), ..Block::plain(line) }, State::After));
            let end = last + 1;
            made.splice(end..end, foot);
            let near_end = last.max(first + 1);
            for (at, state) in [(last + 1, State::After), (near_end, State::Insert), (middle + 1, State::Insert)] {
                made.splice(at..at, card(donor, at, true).into_iter().map(|block| (block, state)));
            }
        }
        // Hardly anything but the report, without blank lines.
        1 => {
            made.truncate(last + 1 + donor.blocks.len() % 3);
            insert_box(&mut made, first, last, donor);
            made.drain(..first.saturating_sub(4));
            for (block, _) in &mut made {
                block.after_blank = false;
            }
        }
        // The report with blank lines, and the beginnings of other stories below.
        _ => {
            made.truncate(last + 1);
            insert_box(&mut made, first, last, donor);
            let below = (0..4).flat_map(|n| card(donor, n, false)).map(|block| (block, State::After));
            made.extend(below);
            made.drain(..first.saturating_sub(6));
        }
    }
    for (block, _) in &mut made {
        block.mark = Mark::None;
    }
    made.splice(0..0, card(donor, 1, false).into_iter().map(|block| (block, State::Before)));
    let (blocks, mut states): (Vec<Block>, Vec<State>) = made.into_iter().unzip();
    if !states.contains(&State::Body) {
        states.fill(State::Before);
    }
    let text = blocks.iter().zip(&states).filter(|(_, s)| **s == State::Body).map(|(b, _)| b.text.as_str()).collect::<Vec<_>>().join("\n");
    // Nothing that a variant has is set aside.
    let page = Page { asides: vec![None; blocks.len()], ..Page::new(None, blocks, None) };
    let states = of_steps(&page, states);
    Example::new((format!("variant {number}"), example.name.clone(), example.part), page, |_| Gold::Path { states, text })
}

/// Leaves the first paragraphs of the body only: many reports are short.
fn shorten(page: &mut Vec<(Block, State)>, paragraphs: usize) {
    let mut seen = 0;
    page.retain(|(_, state)| {
        seen += usize::from(*state == State::Body);
        seen <= paragraphs || *state == State::After
    });
}

/// Puts a box of links between two paragraphs of the body, as often as not above the last one.
fn insert_box(page: &mut Vec<(Block, State)>, first: usize, last: usize, donor: &Example) {
    let number = donor.blocks.len();
    if first >= last {
        return;
    }
    let at = if number.is_multiple_of(2) { last } else { first + 1 + (last - first) * (number % 5) / 6 };
    let (above, below) = BOXES[number % BOXES.len()];
    let links = (0..=number % 3).filter_map(|n| card(donor, number + n, false).into_iter().next());
    let whole = above.iter().map(|line| Block::plain(line)).chain(links).chain(below.iter().map(|line| Block::plain(line)));
    let lined = whole.enumerate().map(|(n, line)| (Block { after_blank: n == 0, ..line }, State::Insert));
    let rest = page.split_off(at.min(page.len()));
    page.extend(lined);
    page.extend(rest);
    page[at..].iter_mut().filter(|(_, state)| *state == State::Body).take(1).for_each(|(block, _)| block.after_blank = true);
}

/// A link to another story: a headline, a sentence, and on some sites the outlet glued to the author.
fn card(donor: &Example, number: usize, has_credit: bool) -> Vec<Block> {
    let Gold::Path { text, .. } = &donor.gold else { return Vec::new() };
    let paragraphs: Vec<&str> = text.lines().filter(|line| line.split(' ').count() > 12).collect();
    let Some(teaser) = paragraphs.get(number % paragraphs.len().max(1)) else { return Vec::new() };
    let headline: Vec<&str> = teaser.split(' ').take(7 + number % 5).collect();
    let mut lines =
        vec![headline.join(" ").trim_end_matches(['.', ',']).to_owned(), teaser.split_inclusive(". ").take(1 + number % 2).collect()];
    lines.extend(
        has_credit.then(|| ["The Harbour PostJane Smith", "Daily CourierJohn Public", "Nordland TimesAna Petrova"][number % 3].to_owned()),
    );
    let blocks = lines.iter().enumerate().map(|(n, line)| Block { after_blank: n == 0, ..Block::plain(line) });
    blocks.collect()
}

/// The pages with their variants; a donor is one of the pages.
pub(super) fn with_variants(pages: &[&Example]) -> Vec<Example> {
    let mut all: Vec<Example> = pages.iter().map(|page| (*page).clone()).collect();
    let whole: Vec<&Example> = pages.iter().copied().filter(|page| matches!(page.gold, Gold::Path { .. })).collect();
    for (at, page) in whole.iter().enumerate() {
        let Gold::Path { states, .. } = &page.gold else { continue };
        if states.contains(&State::Body) {
            all.extend((0..VARIANTS).map(|number| variant(page, states, whole[(at * 7 + 10 + number * 3) % whole.len()], number)));
        }
    }
    all
}
