//! Takes off the beginning of a body the lines that say who wrote it and when, and adds to its end what only the page's end hides.

use super::decide::State;
use super::traits::Traits;
use crate::ingest::page::Page;

/// The most words of a line of names or dates.
const LONGEST_LINE: usize = 16;

/// The most paragraphs that a body is given back where nothing stands below them.
const MOST_LAST: usize = 2;

/// Begins the body below its lines of names and dates: those who look for author and date find them above it.
pub(super) fn without_head(page: &Page, states: &mut [State]) {
    let Some(first) = states.iter().position(|state| *state == State::Body) else { return };
    let has_more = |at: usize| states.iter().skip(at + 1).any(|state| *state == State::Body);
    let end = (first..states.len()).find(|&at| states[at] != State::Body || !is_head(&page.traits[at]) || !has_more(at)).unwrap_or(first);
    states.iter_mut().take(end).skip(first).for_each(|state| *state = State::Before);
}

/// Whether a line says who wrote the report or when.
fn is_head(traits: &Traits) -> bool {
    let says_so = traits.byline || traits.dated || traits.lone_name;
    says_so && traits.words <= LONGEST_LINE && !traits.ends_sentence && !traits.quoted
}

/// Goes on with the body to the end of the page where nothing but a last paragraph or two of prose stands there: with nothing below it, an
/// ending looks like the beginning of what is no report.
pub(super) fn with_ending(page: &Page, states: &mut [State]) {
    let Some(last) = states.iter().rposition(|state| *state == State::Body) else { return };
    let rest = page.traits.get(last + 1..).unwrap_or_default();
    let is_report = |traits: &Traits| {
        let says_more =
            traits.byline || traits.dated || traits.address || traits.picture_credit || traits.glued_credit || traits.breaks_off;
        traits.is_prose() && !says_more && !traits.to_reader && traits.phrases.iter().next().is_none()
    };
    let in_one_place = page.tree.as_ref().is_none_or(|tree| (last + 1..states.len()).all(|at| tree.are_neighbours(last, at)));
    if (1..=MOST_LAST).contains(&rest.len()) && in_one_place && rest.iter().all(is_report) {
        states.iter_mut().skip(last + 1).for_each(|state| *state = State::Body);
    }
}

#[cfg(test)]
mod tests {
    use crate::article::{Article, DropReason};
    use crate::ingest::{Options, ingest};

    const SENTENCES: [&str; 4] = [
        "The old lighthouse at Cape Velm will be repaired from April until the autumn, the town said on Monday after a long debate.",
        "The council voted for the work by nine to four, and the mayor said that the region would pay for most of what it costs.",
        "Ships will be guided by a light on a barge until then, the harbour master told the council, who had asked for two of them.",
        "A new lamp was ordered in the north and is expected to be in its place before the first storms reach the cape again.",
    ];

    fn read(page: &str) -> Article {
        ingest(page.as_bytes(), "page", Options::default()).unwrap().article
    }

    #[test]
    fn the_last_paragraph_of_the_page_is_the_reports() {
        let broken = SENTENCES.join("<br><br>");
        let parted = SENTENCES.map(|sentence| format!("<p>{sentence}</p>")).concat();
        let head = "<h1>Lighthouse at Cape Velm to be repaired</h1><p>By Jane Smith</p><p>5 February 2024</p>";
        let dump = format!("Lighthouse at Cape Velm to be repaired\n\n{}", SENTENCES.join("\n\n"));
        for page in [format!("{head}<div>{broken}</div>"), format!("{head}{parted}"), dump] {
            assert_eq!(read(&page).body.paragraphs().len(), SENTENCES.len(), "{page}");
        }
    }

    #[test]
    fn lines_of_names_and_dates_are_no_paragraphs() {
        let parted = SENTENCES.map(|sentence| format!("<p>{sentence}</p>")).concat();
        for (lines, author) in [
            ("<p>Jane Smith, Bob Ray</p><p>Published 5 February 2024 14:10 GMT</p>", "Jane Smith, Bob Ray"),
            ("<p>Jane Smith</p><p>Published 5 February 2024</p>", "Jane Smith"),
        ] {
            let article = read(&format!("<h1>Lighthouse at Cape Velm to be repaired</h1>{lines}{parted}"));
            assert_eq!((article.author().as_deref(), article.body.paragraphs().len()), (Some(author), SENTENCES.len()), "{lines}");
            assert!(article.published().is_some() && article.dropped().all(|(_, why)| why != DropReason::Navigation), "{lines}");
        }
    }
}
