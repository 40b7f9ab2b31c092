//! Ends a body above the updates of a feed that stands below it on its page.

use super::decide::State;
use crate::ingest::block::Mark;
use crate::ingest::page::Page;

/// The most words of a line that is a time alone: `5:56 PM`, `21 minutes ago`.
const LONGEST_TIME: usize = 3;

/// The least paragraphs of a report above a feed of updates, or above readers' comments.
pub(super) const LEAST_ABOVE: usize = 2;

/// The same where each update has a heading below its time.
const LEAST_ABOVE_HEADINGS: usize = 1;

/// Blocks below the time of an update among which its text begins.
const UPDATE: usize = 2;

/// Ends the body above the first of several lines that are a time alone: they open the updates of a feed.
pub(super) fn end_above_updates(page: &Page, states: &mut [State]) {
    let Some(first) = states.iter().position(|state| *state == State::Body) else { return };
    let is_time = |at: &usize| page.traits[*at].timed && page.traits[*at].words <= LONGEST_TIME && !is_in_box(page, states, *at);
    let is_paragraph = |at: &usize| states[*at] == State::Body && page.traits[*at].is_prose();
    let paragraphs = |from: usize, to: usize| (from..to).filter(is_paragraph).count();
    // An update has its text right below its time; in a box of links there is none.
    let has_text = |at: &usize| states.iter().skip(at + 1).take(UPDATE).any(|state| *state == State::Body);
    let mut lines = (first + 1..states.len()).filter(is_time).skip_while(|at| !has_text(at));
    let (Some(line), Some(next)) = (lines.next(), lines.next()) else { return };
    let least = if has_heading(page, line) { LEAST_ABOVE_HEADINGS } else { LEAST_ABOVE };
    let (begin, end) = match paragraphs(first, line) {
        // Nothing but a list of what happened stands above: the first update is the report.
        0 if paragraphs(line, next) >= LEAST_ABOVE => (line, next),
        above if above >= least => (first, line),
        _ => return,
    };
    states.iter_mut().take(begin).for_each(|state| *state = State::Before);
    states.iter_mut().skip(end).for_each(|state| *state = State::After);
}

/// Whether a line stands in a box inside the report, such as a film's: the element that the paragraph above it stands in goes on below.
fn is_in_box(page: &Page, states: &[State], at: usize) -> bool {
    let parent = |at: usize| page.tree.as_ref().map(|tree| tree.parent(at));
    let is_body = |at: &usize| states[*at] == State::Body;
    let is_paragraph = |at: &usize| is_body(at) && page.traits[*at].is_prose();
    let Some(text) = (0..at).rev().find(is_paragraph).and_then(parent) else { return false };
    parent(at) != Some(text) && (at + 1..states.len()).take(BELOW_BOX).filter(is_body).any(|below| parent(below) == Some(text))
}

/// Blocks below a line in a box among which the report goes on.
const BELOW_BOX: usize = 8;

/// Whether the block below is a heading.
fn has_heading(page: &Page, at: usize) -> bool {
    page.blocks.get(at + 1).is_some_and(|next| matches!(next.mark, Mark::Heading(_)))
}

#[cfg(test)]
mod tests {
    use crate::ingest::{Options, ingest};

    const BODY: [&str; 4] = [
        "The harbour of Orne will be closed to large ships from April until the autumn, the town said on Monday evening.",
        "Ships of more than thirty metres will have to use the new harbour on the other side of the bay until the work is done.",
        "The basin was last dug out eleven years ago, and the two ferries to the islands have touched ground there since.",
        "Fishermen fear that the longer way will cost them a working hour every day, and they want the town to pay for it.",
    ];

    fn read(inner: &str) -> String {
        let page = format!("<html><body><article><h1>Harbour of Orne to close</h1><p>By Jane Smith</p>{inner}</article></body></html>");
        ingest(page.as_bytes(), "page.html", Options::default()).unwrap().article.body.text().to_owned()
    }

    #[test]
    fn the_updates_of_a_live_page_are_not_its_report() {
        let post =
            |time: &str, text: &str| format!("<div class='live-post'><time>{time}</time><h3>Harbour of Orne</h3><p>{text}</p></div>");
        assert_eq!(read(&format!("<p>{}</p>{}{}", BODY[0], post("16:20", BODY[1]), post("15:50", BODY[2]))), BODY[0]);
    }

    #[test]
    fn the_first_update_of_a_page_of_updates_is_its_report() {
        let post = |time: &str, text: &str| format!("<article><time>{time}</time><h2>Harbour of Orne</h2>{text}</article>");
        let events = "<section><h2>Key events</h2><ul><li>4.20pm Harbour to close</li><li>3.50pm Mayor to speak</li></ul></section>";
        let first = format!("<p>{}</p><p>{}</p>", BODY[0], BODY[1]);
        let page = [events.to_owned(), post("4.20pm", &first), post("3.50pm", &format!("<p>{}</p>", BODY[2]))].concat();
        assert_eq!(read(&page), ["Harbour of Orne", BODY[0], BODY[1]].join("\n"));
    }

    #[test]
    fn the_boxes_of_films_do_not_end_a_report() {
        let film = |time: &str| format!("<div class='player'><h3>Film of the harbour</h3><div><span>{time}</span></div></div>");
        let [one, two, three, four] = BODY.map(|text| format!("<p>{text}</p>"));
        assert!(read(&[one, two, film("14 hours ago"), three, film("1 day ago"), four].concat()).ends_with(BODY[3]));
    }
}
