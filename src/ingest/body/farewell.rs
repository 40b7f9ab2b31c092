//! Takes off the end of a body what no longer reports: who else worked on it, what the reader should do, legal notes.

use super::closing::end_above_closing;
use super::decide::State;
use super::plea::end_above_plea;
use super::traits::Traits;
use super::updates::{LEAST_ABOVE, end_above_updates};
use crate::ingest::block::Mark;
use crate::ingest::boilerplate::{Class, classes};
use crate::ingest::ending::ending;
use crate::ingest::metadata::source::credited_agency;
use crate::ingest::page::Page;
use crate::text::fold::key;
use crate::text::span::before;

/// The most words of a paragraph that says goodbye to the reader.
const LONGEST_FAREWELL: usize = 45;

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
    with_paragraphs_above_contributors(page, states);
    end_above_copyright(page, states);
    end_above_updates(page, states);
    end_above_responses(page, states);
    end_above_author(page, states);
    end_above_contributors(page, states);
    end_above_closing(page, states);
    end_above_plea(page, states);
    for at in (0..states.len()).rev() {
        match states[at] {
            State::After => {}
            State::Insert if page.traits[at].phrases.has(Class::Notice) => states[at] = State::After,
            State::Body if is_farewell(page, at) || is_about_author(page, at) || is_topic(page, at) || is_call(page, at) => {
                states[at] = State::After;
            }
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
    let (text, traits) = (&page.blocks[at].text, &page.traits[at]);
    if credited_agency(text).is_some() {
        return true;
    }
    let phrases = match ending(text) {
        Some((0, _)) => return true,
        // What is glued to a paragraph says nothing of it.
        Some((end, _)) => classes(before(text, end)),
        None => traits.phrases,
    };
    let asks = [Class::Promotion, Class::Comments, Class::Legal, Class::Credit, Class::Notice].iter().any(|class| phrases.has(*class));
    asks && !traits.quoted && traits.words <= LONGEST_FAREWELL
}

/// The most words of a topic below a report.
const LONGEST_TOPIC: usize = 3;

/// Words before the topics of a report, folded: English, German, French, Spanish, Russian, Ukrainian.
const TOPICS: &[&str] = &[
    "tags:",
    "topics:",
    "filed under:",
    "schlagworte:",
    "themen:",
    "mots-cles :",
    "mots-cles:",
    "etiquetas:",
    "temas:",
    "теги:",
    "темы:",
    "теми:",
];

/// Whether the last line of a body is a topic, or the button below it: a word or two without a stop, and no item of a longer list
/// without links.
fn is_topic(page: &Page, at: usize) -> bool {
    let (traits, block) = (&page.traits[at], &page.blocks[at]);
    if TOPICS.iter().any(|start| page.keys[at].starts_with(start)) {
        return true;
    }
    let is_item = block.mark == Mark::Item;
    let is_linked = page.tree.as_ref().is_some_and(|tree| tree.places[at].is_link());
    let is_cell = page.tree.as_ref().is_some_and(|tree| tree.places[at].is_in_table());
    let goes_with_above =
        at.checked_sub(1).is_some_and(|above| page.blocks[above].mark == Mark::Item || page.blocks[above].text.ends_with(':'));
    let is_free = is_linked || !(is_item && goes_with_above);
    let is_plain = matches!(block.mark, Mark::None | Mark::Item) && !is_cell;
    let is_word = block.text.chars().all(|c| c.is_alphabetic() || matches!(c, ' ' | '-' | '\'' | '’' | '#' | '&'));
    is_plain && is_free && is_word && traits.words <= LONGEST_TOPIC && !traits.ends_sentence && !traits.quoted
}

/// The most words of a line that calls the reader.
const LONGEST_CALL: usize = 8;

/// Whether the last line of a body calls the reader to what the line below it asks for: `Join our community!`.
fn is_call(page: &Page, at: usize) -> bool {
    let traits = &page.traits[at];
    let asks = page.traits.get(at + 1).is_some_and(Traits::asks);
    asks && traits.words <= LONGEST_CALL && !traits.quoted && page.blocks[at].text.ends_with(['!', '?'])
}

/// Ends the body above a copyright line: no report goes on below the page's own.
fn end_above_copyright(page: &Page, states: &mut [State]) {
    let Some(first) = states.iter().position(|state| *state == State::Body) else { return };
    let is_copyright = |at: &usize| {
        let text = &page.keys[*at];
        (text.starts_with('©') || text.starts_with("(c) ") || text.starts_with("copyright ")) && text.contains(|c: char| c.is_ascii_digit())
    };
    if let Some(line) = (first + 1..states.len()).find(is_copyright).filter(|&line| 2 * line > states.len()) {
        states.iter_mut().skip(line).for_each(|state| *state = State::After);
    }
}

/// Paragraphs between the body and a line of contributors that are the body's last ones.
const LAST_ABOVE_CONTRIBUTORS: usize = 2;

/// Prose between the body and a line of contributors is body.
fn with_paragraphs_above_contributors(page: &Page, states: &mut [State]) {
    let Some(last) = states.iter().rposition(|state| *state == State::Body) else { return };
    let prose = (last + 1..states.len()).take(LAST_ABOVE_CONTRIBUTORS).take_while(|&at| {
        let traits = &page.traits[at];
        traits.is_prose() && traits.phrases.is_empty() && !names_contributors(&page.keys[at])
    });
    let end = prose.last().unwrap_or(last) + 1;
    if page.keys.get(end).is_some_and(|line| names_contributors(line)) {
        states.iter_mut().take(end).skip(last + 1).for_each(|state| *state = State::Body);
    }
}

/// The most words of a line over readers' comments: `3 responses`, `Anna says:`.
const LONGEST_RESPONSE_LINE: usize = 4;

/// Words at the end of a line over a reader's comment, folded: English, German, French, Spanish, Russian, Ukrainian.
const SAYS: &[&str] = &[" says:", " sagt:", " schreibt:", " dit :", " dice:", " пишет:", " говорит:", " пише:"];

/// Ends the body above readers' comments: above the line that counts them, or the first of several with a name and a time.
fn end_above_responses(page: &Page, states: &mut [State]) {
    let Some(first) = states.iter().position(|state| *state == State::Body) else { return };
    let is_short = |at: &usize| page.traits[*at].words <= LONGEST_RESPONSE_LINE;
    let counts = |at: &usize| {
        page.traits[*at].phrases.has(Class::Comments) && page.blocks[*at].text.starts_with(|c: char| c.is_ascii_digit()) && is_short(at)
    };
    let says = |at: &usize| is_short(at) && SAYS.iter().any(|words| page.keys[*at].ends_with(words));
    let is_timed = |at: usize| page.traits.get(at + 1).is_some_and(|next| (next.timed || next.dated) && !next.is_prose());
    let above = |line: usize| (first..line).filter(|&at| states[at] == State::Body && page.traits[at].is_prose()).count();
    let said: Vec<usize> = (first + 1..states.len()).filter(says).filter(|&at| is_timed(at)).collect();
    let counted = (first + 1..states.len()).find(|at| counts(at) && above(*at) >= LEAST_ABOVE);
    let line = counted.into_iter().chain(said.first().copied().filter(|at| said.len() > 1 && above(*at) >= LEAST_ABOVE)).min();
    if let Some(line) = line {
        states.iter_mut().skip(line).for_each(|state| *state = State::After);
    }
}

/// Words before the name of an author over a note on them, folded: English, German, French, Spanish, Russian, Ukrainian.
const ABOUT: &[&str] = &["about ", "uber ", "a propos de ", "sobre ", "об ", "о ", "про "];

/// Words between an author's name and what they are, in the same languages.
const IS: &[&str] = &[
    " is ",
    " has ",
    " writes ",
    " covers ",
    " reports ",
    " joined ",
    " works ",
    " ist ",
    " schreibt ",
    " berichtet ",
    " arbeitet ",
    " est ",
    " ecrit ",
    " couvre ",
    " es ",
    " escribe ",
    " cubre ",
    " является ",
    " пишет ",
    " — ",
    " – ",
    " є ",
    " пише ",
];

/// The most words of a note on an author.
const LONGEST_NOTE: usize = 90;

/// Paragraphs at the end of the body among which the heading over a note on the author is looked for.
const LAST_OF_NOTE: usize = 4;

/// Ends the body above the heading over a note on its author.
fn end_above_author(page: &Page, states: &mut [State]) {
    let is_heading = |at: &usize| {
        let name = ABOUT.iter().find_map(|about| page.keys[*at].strip_prefix(about));
        page.traits[*at].words <= 6 && name.is_some_and(|name| is_author(page, *at, name))
    };
    let body = (0..states.len()).rev().filter(|&at| states[at] == State::Body).take(LAST_OF_NOTE);
    let above = body.last().unwrap_or(states.len());
    if let Some(line) = (above..states.len()).find(|at| matches!(states[*at], State::Body | State::Insert) && is_heading(at)) {
        states.iter_mut().skip(line).for_each(|state| *state = State::After);
    }
}

/// Whether a paragraph says who the author is: `Jane Smith is a reporter in Orne.`
fn is_about_author(page: &Page, at: usize) -> bool {
    let text = &page.blocks[at].text;
    let name = IS.iter().filter_map(|is| text.split_once(is)).map(|(name, _)| name).min_by_key(|name| name.len());
    page.traits[at].words <= LONGEST_NOTE && !page.traits[at].quoted && name.is_some_and(|name| is_author(page, at, &key(name)))
}

/// Whether a folded name is an author's as the page tells machines, or as a byline above has it.
fn is_author(page: &Page, below: usize, name: &str) -> bool {
    let told = page.said.authors.iter().flatten().any(|author| key(author) == name);
    let is_in = |at: usize| {
        let traits = &page.traits[at];
        !traits.is_prose()
            && (traits.byline || traits.lone_name)
            && format!(" {} ", words_of(&page.blocks[at].text)).contains(&format!(" {name} "))
    };
    // A name alone may be that of somebody in the report.
    let is_whole = (2..=4).contains(&name.split(' ').count());
    let is_first = || {
        name.chars().count() > 2 && !name.contains(' ') && !(0..below).any(|at| page.traits[at].is_prose() && page.keys[at].contains(name))
    };
    (is_whole && told) || ((is_whole || is_first()) && (0..below).any(is_in))
}

/// The words of a text, folded, without the marks between them.
fn words_of(text: &str) -> String {
    key(text)
        .split(|c: char| c.is_whitespace() || matches!(c, ',' | '|' | '/' | ':' | '(' | ')'))
        .filter(|word| !word.is_empty())
        .collect::<Vec<_>>()
        .join(" ")
}

/// Ends the body above a line of contributors among its last paragraphs.
fn end_above_contributors(page: &Page, states: &mut [State]) {
    let body = (0..states.len()).rev().filter(|&at| states[at] == State::Body);
    let line = body.take(LAST_PARAGRAPHS).filter(|&at| names_contributors(&page.keys[at])).last();
    if let Some(line) = line {
        states.iter_mut().skip(line).for_each(|state| *state = State::After);
    }
}

/// Whether every sentence of a short folded paragraph says who worked on the report.
fn names_contributors(folded: &str) -> bool {
    folded.split(' ').count() <= LONGEST_FAREWELL
        && !folded.contains(['"', '\u{201c}', '\u{201e}', '\u{ab}'])
        && folded.split_inclusive(". ").all(|sentence| CONTRIBUTIONS.iter().any(|cue| sentence.contains(cue)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ingest::{Options, ingest};

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
            assert_eq!(names_contributors(&key(line)), want, "{line}");
        }
    }

    const BODY: [&str; 3] = [
        "The harbour of Orne will be closed from April until the autumn, the town said on Monday evening after a long meeting.",
        "The work costs about four million euros, and most of it is paid by the region, the harbour master told the council.",
        "Ships of more than thirty metres will have to use the new port on the other side of the bay, the harbour master said.",
    ];

    fn read(below: &str) -> String {
        let page = format!("Harbour of Orne to close\n\nBy Jane Smith\n\n{}\n\n{below}\n", BODY.join("\n\n"));
        ingest(page.as_bytes(), "page.txt", Options::default()).unwrap().article.body.text().to_owned()
    }

    #[test]
    fn a_farewell_is_no_report() {
        for below in [
            "About Jane Smith\n\nJane Smith is a freelance writer who lives in Orne. Her work has been in many papers of the coast and beyond.",
            "Jane Smith is a freelance writer who lives in Orne and likes the sea.",
            "The post Harbour of Orne to close appeared first on Harbour Post.",
            "This article was originally published by Harbour Wire. Read the original article.",
            "Sometimes we include links to online shops. If you click on one and buy something, we may earn a commission.",
            "Reach the reporter at jane@post.example",
            "Jane Smith has covered the coast since 2011 and lives in Orne.",
            "Source: Reuters",
            "Tags: harbour, Orne",
            "• Coast",
            "Next Up In Coast\n\n1. Ferry fares go up again The company says that fuel costs more than last year.\n\n2. A bench that talks to walkers The town of Varn has put it beside the mill.",
            "3 responses\n\nanna says:\n\n5 February 2024\n\nI think that the harbour should stay open for all ships, and that the town is wrong about it.",
        ] {
            assert_eq!(read(below), BODY.join("\n"), "{below}");
        }
    }

    #[test]
    fn an_agency_named_as_the_source_is_kept_apart() {
        for (line, agency) in [("Source: Reuters", "Reuters"), ("Quelle: dpa", "dpa"), ("Источник: ТАСС", "ТАСС")] {
            let parts = BODY.map(|part| format!("<p>{part}</p>")).concat();
            let page =
                format!("<h1>Harbour of Orne to close</h1><p>By Jane Smith</p>{parts}<p>Related: Mayor opens a bridge</p><p>{line}</p>");
            let article = ingest(page.as_bytes(), "page.html", Options::default()).unwrap().article;
            assert_eq!(article.metadata.agency.map(|found| found.value).as_deref(), Some(agency), "{line}");
        }
    }

    #[test]
    fn who_is_no_author_is_reported_on() {
        let last =
            "Paula Lund is a former sailor who has led the harbour of Orne for twelve years, and she will stay until the work is done.";
        assert_eq!(read(last), [BODY.join("\n"), last.to_owned()].join("\n"));
    }

    #[test]
    fn the_last_paragraph_above_a_line_of_contributors_is_body() {
        let last = "The bonds of the town fell by two cents after the news.";
        assert!(read(&format!("{last}\n\n(Reporting by Jane Smith; editing by Paul Lund)")).ends_with(last));
    }
}
