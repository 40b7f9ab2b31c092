//! Takes off the end of a body what no longer reports: who else worked on it, what the reader should do, legal notes.

use super::decide::State;
use crate::ingest::boilerplate::Class;
use crate::ingest::page::Page;
use crate::text::fold::key;

/// The most words of a paragraph that says goodbye to the reader.
const LONGEST_FAREWELL: usize = 45;

/// The most words of a line that is a time alone: `5:56 PM`, `21 minutes ago`.
const LONGEST_TIME: usize = 3;

/// The least paragraphs of a report above a feed of updates.
const LEAST_ABOVE: usize = 2;

/// Paragraphs at the end of the body among which a line of contributors is looked for: a note on the author may stand below it.
const LAST_PARAGRAPHS: usize = 3;

/// What each sentence of a line of contributors has, folded: English, German, French, Spanish.
const CONTRIBUTIONS: &[&str] = &[
    " reported from ",
    " contributed reporting",
    " contributed to this ",
    " contributed.",
    "additional reporting by ",
    "reporting by ",
    "editing by ",
    " trug zu diesem bericht bei",
    " trugen zu diesem bericht bei",
    " a contribue a cet article",
    " ont contribue a cet article",
    " contribuyo a este ",
    " contribuyeron a este ",
];

/// Ends the body above its farewell.
pub(super) fn without_farewell(page: &Page, states: &mut [State]) {
    end_above_copyright(page, states);
    end_above_updates(page, states);
    end_above_contributors(page, states);
    for at in (0..states.len()).rev() {
        match states[at] {
            State::After => {}
            State::Body if is_farewell(page, at) => states[at] = State::After,
            _ => break,
        }
    }
    // What was an insert above a farewell is below the body now.
    let end = states.iter().rposition(|state| *state == State::Body).map_or(0, |last| last + 1);
    for state in states.iter_mut().skip(end).filter(|state| **state == State::Insert) {
        *state = State::After;
    }
}

/// Whether a paragraph asks the reader for something (`Follow her on …`) or is a legal note.
fn is_farewell(page: &Page, at: usize) -> bool {
    let traits = &page.traits[at];
    let asks = [Class::Promotion, Class::Comments, Class::Legal, Class::Credit].iter().any(|class| traits.phrases.has(*class));
    asks && !traits.quoted && traits.words <= LONGEST_FAREWELL
}

/// Ends the body above a copyright line: no report goes on below the page's own.
fn end_above_copyright(page: &Page, states: &mut [State]) {
    let Some(first) = states.iter().position(|state| *state == State::Body) else { return };
    let is_copyright = |at: &usize| {
        let text = key(&page.blocks[*at].text);
        (text.starts_with('©') || text.starts_with("(c) ") || text.starts_with("copyright ")) && text.contains(|c: char| c.is_ascii_digit())
    };
    if let Some(line) = (first + 1..states.len()).find(is_copyright).filter(|&line| 2 * line > states.len()) {
        states.iter_mut().skip(line).for_each(|state| *state = State::After);
    }
}

/// Ends the body above the first of several lines that are a time alone: they open the updates of a feed.
fn end_above_updates(page: &Page, states: &mut [State]) {
    let Some(first) = states.iter().position(|state| *state == State::Body) else { return };
    let is_time = |at: &usize| page.traits[*at].timed && page.traits[*at].words <= LONGEST_TIME;
    let above = |line: usize| (first..line).filter(|&at| states[at] == State::Body).count();
    let mut lines = (first + 1..states.len()).filter(is_time);
    if let (Some(line), Some(_)) = (lines.next(), lines.next())
        && above(line) >= LEAST_ABOVE
    {
        states.iter_mut().skip(line).for_each(|state| *state = State::After);
    }
}

/// Ends the body above a line of contributors among its last paragraphs.
fn end_above_contributors(page: &Page, states: &mut [State]) {
    let body = (0..states.len()).rev().filter(|&at| states[at] == State::Body);
    let line = body.take(LAST_PARAGRAPHS).filter(|&at| names_contributors(&page.blocks[at].text)).last();
    if let Some(line) = line {
        states.iter_mut().skip(line).for_each(|state| *state = State::After);
    }
}

/// Whether every sentence of a short paragraph says who worked on the report.
fn names_contributors(text: &str) -> bool {
    let folded = key(text);
    folded.split(' ').count() <= LONGEST_FAREWELL
        && !folded.contains(['"', '\u{201c}', '\u{201e}', '\u{ab}'])
        && folded.split_inclusive(". ").all(|sentence| CONTRIBUTIONS.iter().any(|cue| sentence.contains(cue)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_of_contributors() {
        for (line, want) in [
            ("Weber reported from Orne.", true),
            ("Weber reported from Orne. Harbour Wire writer Paul Lund in Newtown contributed.", true),
            ("Paul Lund in Newtown contributed to this report.", true),
            ("(Reporting by Anna Weber; Editing by Paul Lund)", true),
            ("Paul Lund a contribué à cet article.", true),
            ("Ships reported from the bay that the light was out. The town repaired it.", false),
            ("The tide contributed to this accident. Nobody was hurt, the harbour master said.", false),
        ] {
            assert_eq!(names_contributors(line), want, "{line}");
        }
    }
}
