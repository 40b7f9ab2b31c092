//! What a page says about itself: title, source, authors, date; each value with all the places that say it.

mod address;
mod author;
pub(super) mod byline;
mod carousel;
#[cfg(test)]
mod credit_lines;

pub(super) mod date;
pub(super) mod language;
mod name;
mod person;
mod published;
mod publisher;
mod said;
mod signature;
mod site;
pub(super) mod source;
#[cfg(test)]
mod tests;
pub(super) mod title;

use crate::article::{Evidence, Found, Metadata};

use super::agency::{names_agency, without_place};
use super::body::decide::State;
use super::body::outline::Outline;
use super::html::said::Said;

use name::have_all;
use title::Titled;

/// Reads the metadata off a page whose body and title are known.
pub(super) fn read(outline: &Outline<'_>, title: Option<Titled>) -> Metadata {
    let said = &outline.page.said;
    let title_block = title.as_ref().and_then(|found| found.block);
    let published::Dates { published, updated } = published::dates(outline, title_block);
    let author::Writers { authors, agency } = author::writers(outline, title_block, title.as_ref().map(|found| found.title.value.as_str()));
    let (authors, said_agency) = people(settled_authors(said, authors));
    let title_text = title.as_ref().map(|found| &found.title.value);
    let sources = source::source(outline, title_text, authors.as_ref().map(|found| found.value.as_slice()));
    let outlet = settled_outlet(said, title_text.map(String::as_str), sources.outlet);
    let is_outlet = |name: &str| outlet.as_ref().is_some_and(|outlet| source::same(&outlet.value, name));
    let agency = sources.agency.or(agency).or(said_agency).filter(|found| !is_outlet(&found.value));
    // Who signs as a person writes under their own name, though the site may have the same.
    let is_no_person = |name: &str| is_outlet(name) && source::names_outlet(name);
    let is_signed = authors.as_ref().is_some_and(|found| found.from.contains(&Evidence::Byline));
    let authors = authors.and_then(|found| if is_signed { without(found, is_no_person) } else { without(found, is_outlet) });
    Metadata {
        title: title.map(|found| found.title),
        source: outlet,
        authors,
        agency,
        published,
        updated,
        url: said.url.clone(),
        charset: None,
        language: language::language(outline.page, outline.lead()),
    }
}

/// Whether a block at an edge of the body is a line that says who and when, and no paragraph.
fn is_edge_line(outline: &Outline<'_>, at: usize) -> bool {
    let traits = outline.traits(at);
    (at == outline.first || at == outline.last) && !traits.ends_sentence && (traits.byline || traits.dated)
}

/// Blocks at the top of the body among which a date line may stand, where the standfirst was taken for its first paragraph.
const TOP_OF_BODY: usize = 3;

/// The most words of a line with a date and nothing else.
const DATE_WORDS: usize = 6;

/// The blocks that are no paragraphs of the body.
fn lines(outline: &Outline<'_>) -> impl Iterator<Item = usize> {
    let is_date = |at: usize| {
        let traits = outline.traits(at);
        at <= outline.first + TOP_OF_BODY && traits.dated && traits.words <= DATE_WORDS && !traits.ends_sentence
    };
    let is_line = move |at: &usize| outline.states[*at] != State::Body || is_edge_line(outline, *at) || is_date(*at);
    (0..outline.page.blocks.len()).filter(is_line)
}

/// What the page says to machines, its lines left unread.
pub(super) fn said_alone(page: &Said) -> Metadata {
    let found = |text: String| Found::new(text, Evidence::Metadata);
    let time = |written: &[String]| said::first_time(written).map(|when| Found::new(when, Evidence::Metadata));
    let (authors, agency) = people(settled_authors(page, None));
    Metadata {
        title: said::titles(page).into_iter().next().map(found),
        source: settled_outlet(page, None, None),
        authors,
        agency,
        published: time(&page.published),
        updated: time(&page.updated),
        url: page.url.clone(),
        language: page.language.clone().map(found),
        ..Metadata::default()
    }
}

/// The authors that machines are told, confirmed or completed by the byline that readers see; the maker of the page counts
/// where that names nobody else.
fn settled_authors(said: &Said, read: Option<Found<Vec<String>>>) -> Option<Found<Vec<String>>> {
    let told = said::authors(said);
    let told = told.or_else(|| said::owners(said).filter(|owners| read.as_ref().is_none_or(|read| have_all(owners, &read.value))));
    let (Some(told), Some(read)) = (&told, &read) else { return told.map(|names| Found::new(names, Evidence::Metadata)).or(read) };
    let value = if have_all(&read.value, told) && read.from.contains(&Evidence::Byline) { &read.value } else { told };
    let mut found = Found::new(value.clone(), Evidence::Metadata);
    if have_all(&read.value, told) || have_all(told, &read.value) {
        read.from.iter().for_each(|from| agree(&mut found, *from));
    }
    Some(found)
}

/// The outlet that machines are told, or that stands beside the headline in the window's title, confirmed by the page's lines; where
/// nothing names it, the host of the page's address.
fn settled_outlet(page: &Said, title: Option<&str>, read: Option<Found<String>>) -> Option<Found<String>> {
    let site = site::Site::of(page);
    let Some(said) = said::outlet(page).or_else(|| said::outlet_in_title(page, title?)) else {
        // One line alone may be a section or another site.
        let is_firm = |read: &Found<String>| site.host().is_none() || site.is(&read.value) || read.from.len() > 1;
        return read.filter(is_firm).or_else(|| site.host().map(|host| Found::new(host.to_owned(), Evidence::Address)));
    };
    let said = publisher::outlet(page, said, read.as_ref().map(|read| read.value.as_str()));
    let mut found = Found::new(said, Evidence::Metadata);
    if let Some(read) = read.filter(|read| source::same(&found.value, &read.value)) {
        found.from.extend(read.from);
    }
    Some(found)
}

/// The agency among the authors, who stay alone where there are other people; an agency that is told as the author is both.
fn people(authors: Option<Found<Vec<String>>>) -> (Option<Found<Vec<String>>>, Option<Found<String>>) {
    let Some(found) = authors else { return (None, None) };
    let (agencies, people): (Vec<String>, Vec<String>) = found.value.into_iter().partition(|name| names_agency(name));
    let agency = agencies.first().map(|name| Found { value: without_place(name).to_owned(), from: found.from.clone() });
    (Some(Found { value: if people.is_empty() { agencies } else { people }, from: found.from }), agency)
}

/// The authors without the names that are an outlet's; `None` when nobody is left.
fn without(mut authors: Found<Vec<String>>, is_outlet: impl Fn(&str) -> bool) -> Option<Found<Vec<String>>> {
    authors.value.retain(|name| !is_outlet(name));
    (!authors.value.is_empty()).then_some(authors)
}

/// Adds evidence to a value that already stands.
fn agree<T>(found: &mut Found<T>, from: Evidence) {
    if !found.from.contains(&from) {
        found.from.push(from);
    }
}
