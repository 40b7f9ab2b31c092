//! Gives back to the body lines that stand between its paragraphs and belong to them: the items of its lists, the headings of its parts.

use std::ops::Range;

use super::decide::State;
use super::foreign::body;
use crate::ingest::block::Mark;
use crate::ingest::page::Page;

/// The most items of a list that are given back for the line above it alone.
const MOST_ITEMS: usize = 40;

/// Gives back the items and the headings.
pub(super) fn with_neighbours(page: &Page, states: &mut [State]) {
    with_items(page, states);
    with_unmarked_items(page, states);
    with_remarks(page, states);
    with_rows(page, states);
    with_subheads(page, states);
}

/// Elements up from a row to one that is around the paragraph above its table.
const ROW: usize = 6;

/// Blocks above a table among which the paragraph stands that it follows.
const ABOVE_ROWS: usize = 3;

/// The least rows of a table that is given back for the paragraph above it alone.
const LEAST_ROWS: usize = 3;

/// Keeps the rows of a table together: they follow those that are body, or the paragraph right above them.
fn with_rows(page: &Page, states: &mut [State]) {
    let Some(tree) = &page.tree else { return };
    let is_row = |at: usize| tree.places[at].is_row() && page.asides[at].is_none() && !tree.places[at].is_hidden();
    let mut start = 0;
    while start < states.len() {
        let end = start + (start..states.len()).take_while(|&at| is_row(at)).count();
        // A table's own caption or heading may stand between.
        let above = (start.saturating_sub(ABOVE_ROWS)..start).rev().find(|&at| states[at] == State::Body);
        let is_body = (start..end).any(|at| states[at] == State::Body);
        let follows = above.is_some_and(|above| page.traits[above].words > 3 && tree.are_within(above, start, ROW));
        if is_body || (follows && end >= start + LEAST_ROWS) {
            (start..end).for_each(|at| states[at] = State::Body);
        }
        start = end.max(start + 1);
    }
}

/// Whether a line says by itself that it is none of the report, or is a link.
fn is_foreign(page: &Page, at: usize) -> bool {
    let traits = &page.traits[at];
    let is_linked = page.tree.as_ref().is_some_and(|tree| tree.places[at].is_link() || tree.places[at].is_hidden());
    page.asides[at].is_some() || !traits.phrases.is_empty() || traits.picture_credit || traits.address || is_linked
}

/// Runs of items, the line above each with them.
fn lists(page: &Page) -> Vec<Range<usize>> {
    let mut runs: Vec<Range<usize>> = Vec::new();
    for at in (0..page.blocks.len()).filter(|&at| page.blocks[at].mark == Mark::Item) {
        match runs.last_mut() {
            Some(run) if run.end == at => run.end = at + 1,
            _ => runs.push(at..at + 1),
        }
    }
    runs
}

/// Keeps a list together: without links it follows the line above it that ends in a colon, or those of its items that are body.
fn with_items(page: &Page, states: &mut [State]) {
    let (Some(first), Some(last)) = (body(states).next(), body(states).last()) else { return };
    for run in lists(page).into_iter().filter(|run| run.end > first && run.start <= last + 1) {
        let above = run.start.checked_sub(1).filter(|&above| page.asides[above].is_none());
        let leads = above.is_some_and(|above| page.blocks[above].text.ends_with(':') && !is_foreign(page, above));
        let bodies = run.clone().filter(|&at| states[at] == State::Body).count();
        // In plain text links look like items.
        let is_body = bodies > 0 && (leads || page.tree.is_some() || bodies * 3 >= run.len() * 2);
        let is_led = leads && above.is_some_and(|above| states[above] == State::Body) && run.len() <= MOST_ITEMS;
        if !is_body && !is_led {
            continue;
        }
        let is_near = |at: usize| page.tree.as_ref().is_none_or(|tree| above.is_none_or(|above| is_led || tree.are_near(above, at)));
        for at in run.filter(|&at| !is_foreign(page, at) && is_near(at)) {
            states[at] = State::Body;
        }
        if let Some(above) = above.filter(|&above| leads && above >= first) {
            states[above] = State::Body;
        }
    }
}

/// The most words of an item that has no mark.
const LONGEST_ITEM: usize = 16;

/// The most items without a mark.
const MOST_UNMARKED: usize = 12;

/// Whether a line is one of several short ones below a line that ends in a colon, with a sentence below them.
pub(super) fn is_listed(page: &Page, at: usize) -> bool {
    let is_item = |at: &usize| {
        let (traits, block) = (&page.traits[*at], &page.blocks[*at]);
        let says_more = !traits.phrases.is_empty() || traits.byline || traits.dated || traits.picture_credit;
        let is_plain = block.mark == Mark::None && !block.text.ends_with(':') && page.asides[*at].is_none();
        is_plain && !says_more && !traits.ends_sentence && traits.words <= LONGEST_ITEM
    };
    let is_text = |at: usize| page.traits[at].is_sentence();
    let above = (0..=at).rev().take(MOST_UNMARKED).find(|at| !is_item(at));
    let below = (at..page.blocks.len()).take(MOST_UNMARKED).find(|at| !is_item(at));
    let leads =
        above.is_some_and(|above| above < at && page.blocks[above].text.ends_with(':') && page.traits[above].words >= LEAST_LEADING);
    leads && below.is_some_and(|below| below > at && is_text(below) && page.traits[below].phrases.is_empty())
}

/// The least words of a line that leads to a list without marks: `Three members voted no:`.
const LEAST_LEADING: usize = 3;

/// Keeps the lines of a list without marks between two blocks of the body.
fn with_unmarked_items(page: &Page, states: &mut [State]) {
    let (Some(first), Some(last)) = (body(states).next(), body(states).last()) else { return };
    for at in first + 1..last {
        if states[at] == State::Insert && is_listed(page, at) && !is_foreign(page, at) && states[at - 1] == State::Body {
            states[at] = State::Body;
        }
    }
}

/// The least words of a remark on a line of its own.
const LEAST_REMARK: usize = 3;

/// Keeps remarks with figures between two blocks of the body: `($1 = 8.63 crowns)`.
fn with_remarks(page: &Page, states: &mut [State]) {
    let (Some(first), Some(last)) = (body(states).next(), body(states).last()) else { return };
    let is_remark = |at: &usize| {
        let (text, traits) = (&page.blocks[*at].text, &page.traits[*at]);
        let has_figure = text.starts_with('(') && text.ends_with(')') && text.contains(|c: char| c.is_ascii_digit());
        has_figure && traits.words >= LEAST_REMARK && !traits.byline && !traits.dated && !is_foreign(page, *at)
    };
    let remarks: Vec<usize> = (first + 1..last).filter(|&at| states[at] == State::Insert).filter(is_remark).collect();
    for at in remarks {
        states[at] = State::Body;
    }
}

/// Keeps the headings of an HTML page's parts where others of their level are kept: between paragraphs of the body, linked or not.
fn with_subheads(page: &Page, states: &mut [State]) {
    let Some(tree) = &page.tree else { return };
    let (Some(first), Some(last)) = (body(states).next(), body(states).last()) else { return };
    let level = |at: usize| if let Mark::Heading(level) = page.blocks[at].mark { Some(level) } else { None };
    let mut kept = [false; 8];
    for level in body(states).filter_map(level) {
        kept[usize::from(level.min(7))] = true;
    }
    for at in first + 1..last {
        let Some(level) = level(at) else { continue };
        let next = (at + 1..=last).find(|&next| page.asides[next].is_none());
        let traits = &page.traits[at];
        let says_more = !traits.phrases.is_empty() || traits.byline || traits.dated || tree.places[at].is_hidden();
        let stands_over = next.is_some_and(|next| states[next] == State::Body && tree.are_near(at, next));
        let is_like_others = kept[usize::from(level.min(7))] || !tree.places[at].is_link();
        if states[at] == State::Insert && page.asides[at].is_none() && !says_more && stands_over && is_like_others {
            states[at] = State::Body;
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::ingest::{Options, ingest};

    const ABOVE: &str =
        "The ferry company of Senn moves three of its lines to the old quay in April, because the new one has to be mended.";
    const BELOW: &str = "The town of Senn will pay for a bus between the two quays, which runs every ten minutes until midnight, it said.";

    fn read(page: &str) -> String {
        ingest(page.as_bytes(), "page", Options::default()).unwrap().article.body.text().to_owned()
    }

    #[test]
    fn a_list_stays_whole() {
        let items = ["Senn express", "Isle line: leaves at eight on weekdays and at ten on Sundays", "Night boat"];
        let html = items.map(|item| format!("<li>{item}</li>")).concat();
        let dump = items.map(|item| format!("• {item}\n")).concat();
        for page in [
            format!(
                "<h1>Ferries move to the old quay</h1><p>By Ada Moor</p><p>{ABOVE}</p><p>The lines that move are:</p><ul>{html}</ul><p>{BELOW}</p><p>{ABOVE}</p>"
            ),
            format!("Ferries move to the old quay\nBy Ada Moor\n{ABOVE}\nThe lines that move are:\n{dump}{BELOW}\n{ABOVE}\n"),
        ] {
            let body = read(&page);
            assert!(items.iter().all(|item| body.contains(item)) && body.contains("that move are:"), "{body}");
        }
    }

    #[test]
    fn linked_subheads_are_kept_with_the_others() {
        let part = |heading: &str| format!("<h3>{heading}</h3><p>{ABOVE}</p><p>{BELOW}</p>");
        let page = format!(
            "<h1>Ferries move to the old quay</h1><p>By Ada Moor</p><p>{ABOVE}</p>{}{}{}",
            part("What the town will pay"),
            part("<a href='/x'>How the isles are reached</a>"),
            part("<a href='/y'>Where the night boat lands</a>")
        );
        let body = read(&page);
        assert!(["What the town", "How the isles", "Where the night"].iter().all(|heading| body.contains(heading)), "{body}");
    }
}
