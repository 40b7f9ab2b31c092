//! Who wrote it: the bylines around the body, each name once.

use crate::article::{Evidence, Found};
use crate::ingest::agency::names_agency;
use crate::ingest::body::decide::State;
use crate::ingest::body::outline::Outline;
use crate::ingest::html::said::mark::{About, Mark, Naming};
use crate::text::fold::key;

use super::byline::{Byline, byline, is_cue, leading_names, lone_names, name_in_place};
use super::is_edge_line;
use super::name::{names, without_lone_words};
use super::site::Site;

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
pub(super) fn writers(outline: &Outline<'_>, title: Option<usize>) -> Writers {
    let is_near = |at: &usize| at + ABOVE >= outline.first || title.is_some_and(|title| *at <= title + BELOW_TITLE);
    let end = outline.first + usize::from(is_edge_line(outline, outline.first));
    let above: Vec<usize> = (title.unwrap_or(0)..end).filter(is_near).collect();
    let near_title = title.map(|at| (at.saturating_sub(3)..at).collect::<Vec<_>>()).unwrap_or_default();
    let below: Vec<usize> = (outline.last + 1..outline.page.blocks.len().min(outline.last + 1 + BELOW)).collect();
    let inserts: Vec<usize> = (outline.first..outline.last).filter(|&at| outline.states[at] == State::Insert).collect();
    // A word alone in an element for the author is an account, an outlet or a company, where a byline names people in full.
    let has_full_name = |names: &Vec<String>| names.iter().any(|name| name.contains(' '));
    let ways: [&dyn Fn() -> Option<Vec<String>>; 11] = [
        &|| in_marks(outline, title, Naming::Property).filter(has_full_name),
        &|| with_cue(outline, &above).filter(has_full_name),
        &|| in_marks(outline, title, Naming::Property),
        &|| with_cue(outline, &above),
        &|| below_cue(outline, &above),
        &|| without_cue(outline, &above),
        &|| beside_date(outline, &above, title),
        &|| with_cue(outline, &near_title),
        &|| with_cue(outline, &below),
        &|| with_cue(outline, &inserts),
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
    writers
}

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
    let in_menu = |at: usize| (0..blocks[0]).any(|above| outline.block(above).text == outline.block(at).text);
    let is_dated = |at: usize| blocks.contains(&at) && outline.traits(at).dated;
    let touches = |at: usize| at.checked_sub(1).is_some_and(is_dated) || is_dated(at + 1);
    blocks.iter().filter(|&&at| Some(at) != title && touches(at) && !in_menu(at)).find_map(|&at| {
        let text = &outline.block(at).text;
        if outline.traits(at).lone_name { lone_names(text) } else { name_in_place(text) }
    })
}
