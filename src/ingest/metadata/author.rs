//! Who wrote it: the bylines around the body, each name once.

use crate::article::{Evidence, Found};
use crate::ingest::agency::{is_agency, names_agency};
use crate::ingest::body::decide::State;
use crate::ingest::body::outline::Outline;
use crate::ingest::html::said::mark::{About, Mark, Naming};
use crate::text::fold::key;

use super::byline::{Byline, byline, is_cue, leading_names, lone_names, name_in_place};
use super::date::day_in_year;
use super::name::{names, without_lone_words};
use super::signature::{Signature, signature};
use super::site::Site;
use super::source::{has_outlet_word, parted};
use super::{carousel, is_edge_line, person};

/// Blocks above the body, below it, and below the title, in which a byline may stand; a row of pictures may part title and body.
const ABOVE: usize = 14;
/// See [`ABOVE`].
const BELOW: usize = 4;
/// See [`ABOVE`].
const BELOW_TITLE: usize = 4;

/// Who wrote it, and the agency that a byline names alone.
#[derive(Debug, Default)]
pub(super) struct Writers {
    pub(super) authors: Option<Found<Vec<String>>>,
    pub(super) agency: Option<Found<String>>,
}

/// Reads the authors; a byline with a cue goes before one without, one above the body before one below.
pub(super) fn writers(outline: &Outline<'_>, title: Option<usize>, headline: Option<&str>) -> Writers {
    let is_near = |at: &usize| at + ABOVE >= outline.first || title.is_some_and(|title| *at <= title + BELOW_TITLE);
    let end = outline.first + usize::from(is_edge_line(outline, outline.first));
    let others = carousel::entries(outline);
    let is_own = |at: &usize| !others.contains(at);
    let above: Vec<usize> = (title.unwrap_or(0)..end).filter(is_near).filter(is_own).collect();
    let repeated = below_repeated_title(outline, title, end);
    let near_title = title.map(|at| (at.saturating_sub(3)..at).collect::<Vec<_>>()).unwrap_or_default();
    let below: Vec<usize> = (outline.last + 1..outline.page.blocks.len().min(outline.last + 1 + BELOW)).collect();
    let inserts: Vec<usize> = (outline.first..outline.last).filter(|&at| outline.states[at] == State::Insert).collect();
    // A word alone in an element for the author is an account, an outlet or a company, where a byline names people in full.
    let has_full_name = |names: &Vec<String>| names.iter().any(|name| name.contains(' '));
    let cued = |blocks: &[usize]| with_cue(outline, blocks).and_then(person::of_cue);
    let formed = |names: Option<Vec<String>>| names.and_then(|names| person::of_form(names, headline));
    let ways: [&dyn Fn() -> Option<Vec<String>>; 14] = [
        &|| in_marks(outline, title, Naming::Property).filter(has_full_name),
        &|| cued(&above).filter(has_full_name),
        &|| in_marks(outline, title, Naming::Property),
        &|| cued(&above),
        &|| below_cue(outline, &above),
        &|| cued(&repeated),
        &|| formed(without_cue(outline, &above)),
        &|| formed(beside_date(outline, &above, title)),
        &|| formed(signed(outline, &above, title)),
        &|| formed(glued_to_outlet(outline, &near_title)),
        &|| cued(&near_title),
        &|| cued(&below),
        &|| cued(&inserts),
        &|| in_marks(outline, title, Naming::Class),
    ];
    let mut writers = Writers::default();
    for names in ways.iter().filter_map(|way| way()) {
        let (agencies, people): (Vec<String>, Vec<String>) = names.into_iter().partition(|name| names_agency(name));
        writers.agency = writers.agency.or_else(|| agencies.into_iter().next().map(|agency| Found::new(agency, Evidence::Byline)));
        if !people.is_empty() {
            writers.authors = Some(Found::new(without_lone_words(people), Evidence::Byline));
            break;
        }
    }
    writers.agency = writers.agency.or_else(|| agency_line(outline, &above, title));
    writers
}

/// The blocks right below a headline that stands more than once, however far from the body: a row of pictures may part them.
fn below_repeated_title(outline: &Outline<'_>, title: Option<usize>, end: usize) -> Vec<usize> {
    let Some(title) = title else { return Vec::new() };
    let text = &outline.block(title).text;
    let again = (title..end).filter(|&at| outline.block(at).text == *text);
    again.flat_map(|at| at + 1..end.min(at + 1 + BELOW_TITLE)).take(MOST_BELOW).collect()
}

/// The most blocks that are looked at below repeated headlines.
const MOST_BELOW: usize = 64;

/// Blocks around title and body in which an element that is named for the author belongs to the article.
const MARKED: usize = 12;

/// The names in elements that are named for the author: the ones nearest to the title, or else to the body's end.
fn in_marks(outline: &Outline<'_>, title: Option<usize>, naming: Naming) -> Option<Vec<String>> {
    let top = title.unwrap_or(outline.first).min(outline.first).saturating_sub(MARKED);
    let in_head = |mark: &Mark| title.is_some_and(|title| (title..=outline.first).contains(&mark.block));
    let is_own = |mark: &&Mark| mark.about == About::Author && mark.naming == naming && (!mark.aside || in_head(mark));
    let marks = outline.page.said.marks.iter().filter(is_own);
    let marks: Vec<&Mark> = marks.filter(|mark| (top..=outline.last + BELOW).contains(&mark.block)).collect();
    // Names side by side are one byline; those of the next story, or of a box below, are another.
    let mut groups = marks.chunk_by(|one, next| next.block <= one.block + 2);
    groups.find_map(|group| {
        let written: Vec<String> = match naming {
            Naming::Class => group.iter().filter_map(|mark| leading_names(&mark.text)).flatten().collect(),
            _ => group.iter().map(|mark| mark.text.clone()).collect(),
        };
        let names = names(&written, &Site::of(&outline.page.said));
        (!names.is_empty()).then_some(names)
    })
}

/// The names of all bylines with a cue in these blocks.
fn with_cue(outline: &Outline<'_>, blocks: &[usize]) -> Option<Vec<String>> {
    let (mut names, mut agencies): (Vec<String>, Vec<String>) = (Vec::new(), Vec::new());
    let lines = blocks.iter().filter(|&&at| outline.traits(at).byline).filter_map(|&at| byline(&outline.block(at).text));
    for line in lines.filter(|line| line.has_cue) {
        agencies.extend(line.agency);
        for name in line.names {
            if !names.iter().any(|known| key(known).contains(&key(&name))) {
                names.push(name);
            }
        }
    }
    names.extend(agencies);
    (!names.is_empty()).then_some(names)
}

/// The names on the line below one that is a cue alone.
fn below_cue(outline: &Outline<'_>, blocks: &[usize]) -> Option<Vec<String>> {
    let cued = blocks.iter().filter(|&&at| is_cue(&outline.block(at).text) && blocks.contains(&(at + 1)));
    cued.map(|&at| at + 1).find_map(|at| lone_names(&outline.block(at).text))
}

/// The names of the last line that begins with names and goes on with a date.
fn without_cue(outline: &Outline<'_>, blocks: &[usize]) -> Option<Vec<String>> {
    blocks.iter().rev().filter(|&&at| outline.traits(at).byline).find_map(|&at| byline(&outline.block(at).text)).map(|byline| {
        let Byline { mut names, agency, .. } = byline;
        names.extend(agency);
        names
    })
}

/// A line of names alone, or of a name and a place, that touches a date line.
fn beside_date(outline: &Outline<'_>, blocks: &[usize], title: Option<usize>) -> Option<Vec<String>> {
    // A name that stands above the title as well is a menu entry.
    let in_menu = |at: usize| (0..blocks.first().copied().unwrap_or(0)).any(|above| outline.block(above).text == outline.block(at).text);
    let is_dated = |at: usize| blocks.contains(&at) && (outline.traits(at).dated || is_clock(outline, at));
    let touches = |at: usize| at.checked_sub(1).is_some_and(is_dated) || is_dated(at + 1);
    blocks.iter().filter(|&&at| Some(at) != title && touches(at) && !in_menu(at)).find_map(|&at| {
        let text = &outline.block(at).text;
        if outline.traits(at).lone_name { lone_names(text) } else { name_in_place(text) }
    })
}

/// The most words of a line with a day without its year, and a year that has all days.
const DAY_WORDS: usize = 4;
/// See [`DAY_WORDS`].
const LEAP_YEAR: i16 = 2024;

/// The most words of a line with a day or a time and little else.
const TIME_WORDS: usize = 6;

/// Whether a block is a line with a time of day or a day without its year: `Monday 6:30PM`, `Mon, Feb 5`.
fn is_clock(outline: &Outline<'_>, at: usize) -> bool {
    let traits = outline.traits(at);
    let is_day = || traits.words <= DAY_WORDS && day_in_year(&outline.block(at).text, LEAP_YEAR).is_some();
    traits.words <= TIME_WORDS && !traits.ends_sentence && (traits.timed || is_day())
}

/// The names of the first line right below the title that says by a role, an agency or a time that they wrote it, that stands above a
/// date, or that is written twice.
fn signed(outline: &Outline<'_>, blocks: &[usize], title: Option<usize>) -> Option<Vec<String>> {
    let title = title?;
    let is_line = |at: &usize| (title + 1..=title + BELOW_TITLE).contains(at) && !outline.traits(*at).ends_sentence;
    blocks.iter().copied().filter(is_line).find_map(|at| {
        let Signature { mut names, agency, is_sure } = signature(&outline.block(at).text)?;
        let agency =
            agency.map(
                |agency| {
                    if agency.len() <= SHORT_AGENCY && agency.starts_with(char::is_uppercase) { agency.to_uppercase() } else { agency }
                },
            );
        let is_next = |next: usize| {
            let is_dated = outline.traits(next).dated && outline.traits(next).words <= MOST_DATED;
            is_dated || is_clock(outline, next) || outline.block(next).text == outline.block(at).text
        };
        // Below a date and a caption an agency stands behind the name of whoever took the picture.
        let is_credit = agency.is_some() && at > title + 1 && !(outline.traits(at - 1).dated || is_clock(outline, at - 1));
        let is_sure = is_sure && (outline.traits(at).dated || !is_credit);
        let is_proven = is_sure || (blocks.contains(&(at + 1)) && is_next(at + 1));
        names.extend(agency);
        is_proven.then_some(names)
    })
}

/// The most letters of an agency's name that is an abbreviation; some sites write it as a word.
const SHORT_AGENCY: usize = 3;

/// The most words of a date line below a signature.
const MOST_DATED: usize = 12;

/// `Orne GazetteJane Smith` above the title and its date: the name is glued to the outlet's.
fn glued_to_outlet(outline: &Outline<'_>, blocks: &[usize]) -> Option<Vec<String>> {
    let glued = blocks.iter().filter(|&&at| outline.traits(at).glued_credit && outline.traits(at + 1).dated);
    glued.filter_map(|&at| parted(&outline.block(at).text)).find_map(
        |(outlet, name)| {
            if has_outlet_word(outlet) { lone_names(name) } else { None }
        },
    )
}

/// The most words of a line with an agency and its place.
const AGENCY_WORDS: usize = 5;

/// `Reuters, Orne` or `AFP, ORNE` below the title.
fn agency_line(outline: &Outline<'_>, blocks: &[usize], title: Option<usize>) -> Option<Found<String>> {
    let title = title?;
    let near = blocks.iter().filter(|&&at| (title + 1..=title + BELOW_TITLE).contains(&at) && outline.traits(at).words <= AGENCY_WORDS);
    near.filter_map(|&at| outline.block(at).text.split_once(',')).find_map(|(agency, place)| {
        let place = place.trim().trim_end_matches([',', '.', ':']);
        let is_place = place.split(' ').all(|word| word.starts_with(char::is_uppercase));
        (is_place && agency.starts_with(char::is_uppercase) && is_agency(agency)).then(|| Found::new(agency.to_owned(), Evidence::Byline))
    })
}
