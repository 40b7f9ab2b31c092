//! Takes off the beginning of a body the lines that say who wrote it and when, and adds to its end what only the page's end hides.

use super::decide::State;
use super::traits::Traits;
use crate::ingest::block::Mark;
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
    without_first_labels(page, states);
}

/// The most words of a label above the first paragraph.
const LONGEST_FIRST: usize = 4;

/// The most labels above the first paragraph.
const MOST_FIRST: usize = 6;

/// Begins the body below lines of a word or two that are no sentence, heading or item: buttons, counters, names of the page's parts.
fn without_first_labels(page: &Page, states: &mut [State]) {
    let Some(first) = states.iter().position(|state| *state == State::Body) else { return };
    let is_label = |at: &usize| {
        let (traits, block) = (&page.traits[*at], &page.blocks[*at]);
        let is_plain = block.mark == Mark::None && !block.text.ends_with(':') && !traits.quoted;
        states[*at] != State::Body || (is_plain && traits.words <= LONGEST_FIRST && !traits.ends_sentence)
    };
    let labels = (first..states.len().min(first + MOST_FIRST)).take_while(is_label).count();
    let end = first + labels;
    // Above a list or among lines alike it is one of them.
    let opens_prose = labels > 0 && states.get(end) == Some(&State::Body) && page.traits[end].is_prose();
    states.iter_mut().take(end).skip(first).filter(|_| opens_prose).for_each(|state| *state = State::Before);
    without_lines_above_head(page, states);
}

/// Begins the body below a line that is no sentence when a headline stands between it and the next one.
fn without_lines_above_head(page: &Page, states: &mut [State]) {
    for _ in 0..MOST_FIRST {
        let mut body = (0..states.len()).filter(|&at| states[at] == State::Body);
        let (Some(first), Some(next)) = (body.next(), body.next()) else { return };
        let traits = &page.traits[first];
        let is_headline = |at: usize| matches!(page.blocks[at].mark, Mark::Heading(1 | 2));
        let is_text = traits.is_sentence() || traits.quoted || page.blocks[first].text.ends_with(':');
        if is_text || traits.words > LONGEST_LINE || !(first + 1..next).any(is_headline) {
            return;
        }
        states.iter_mut().take(next).skip(first).for_each(|state| *state = State::Before);
    }
}

/// Whether a line says who wrote the report or when.
fn is_head(traits: &Traits) -> bool {
    let says_so = traits.byline || traits.dated || traits.lone_name;
    says_so && traits.words <= LONGEST_LINE && !traits.ends_sentence && !traits.quoted
}

/// Blocks at the top of a body among which the lines below its standfirst stand.
const TOP: usize = 16;

/// The most paragraphs of a standfirst.
const LONGEST_STANDFIRST: usize = 2;

/// The most words of a line that says nothing by itself: a counter, `Published`.
const LONGEST_LABEL: usize = 2;

/// Takes the lines of names and dates out that stand below a standfirst, with the labels and counters among them and right below them.
pub(super) fn without_head_below_standfirst(page: &Page, states: &mut [State]) {
    let Some(first) = states.iter().position(|state| *state == State::Body) else { return };
    let is_line = |at: &usize| {
        let traits = &page.traits[*at];
        page.blocks[*at].mark != Mark::Quote
            && states[*at] == State::Body
            && !traits.is_prose()
            && !traits.ends_sentence
            && !traits.quoted
            && traits.words <= LONGEST_LINE
    };
    let top = first + 1..states.len().min(first + TOP);
    let Some(start) = top.clone().take(LONGEST_STANDFIRST).find(is_line) else { return };
    let run: Vec<usize> = (start..top.end).take_while(is_line).collect();
    let is_label = |at: usize| page.traits[at].words <= LONGEST_LABEL && !matches!(page.blocks[at].mark, Mark::Heading(_));
    let is_dated = |at: usize| (page.traits[at].dated || page.traits[at].byline) && is_head(&page.traits[at]);
    let Some(last) = run.iter().rposition(|&at| is_dated(at)) else { return };
    let begin = run.iter().position(|&at| is_head(&page.traits[at]) || is_label(at)).unwrap_or(last);
    let end = run.iter().skip(last + 1).take_while(|&&at| is_label(at)).count() + last + 1;
    let goes_on = run.last().is_some_and(|last| states.iter().skip(last + 1).any(|state| *state == State::Body));
    if goes_on {
        run.into_iter().take(end).skip(begin).for_each(|at| states[at] = State::Insert);
    }
}

/// Goes on with the body to the end of the page where nothing but a last paragraph or two of prose stands there: with nothing below it, an
/// ending looks like the beginning of what is no report.
pub(super) fn with_ending(page: &Page, states: &mut [State]) {
    let Some(last) = states.iter().rposition(|state| *state == State::Body) else { return };
    let rest: Vec<usize> = (last + 1..states.len()).filter(|&at| page.asides[at].is_none()).collect();
    let is_report = |traits: &Traits| {
        let says_more =
            traits.byline || traits.dated || traits.address || traits.picture_credit || traits.glued_credit || traits.breaks_off;
        traits.is_prose() && !says_more && !traits.to_reader && traits.phrases.is_empty()
    };
    let in_one_place = page.tree.as_ref().is_none_or(|tree| rest.iter().all(|&at| tree.are_neighbours(last, at)));
    if (1..=MOST_LAST).contains(&rest.len()) && in_one_place && rest.iter().all(|&at| is_report(&page.traits[at])) {
        for at in rest {
            states[at] = State::Body;
        }
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
