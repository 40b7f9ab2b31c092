//! What a page says about itself: title, source, authors, date; each value with all the places that say it.

mod author;
pub(super) mod byline;
pub(super) mod date;
mod published;
mod source;
pub(super) mod title;

use crate::article::{Evidence, Found, Metadata};

use super::dump::outline::Outline;

use title::Titled;

/// Reads the metadata off a page whose body and title are known.
pub(super) fn read(outline: &Outline<'_>, title: Option<Titled>) -> Metadata {
    let title_block = title.as_ref().map(|found| found.block);
    let dates = published::dates(outline, title_block);
    let authors = author::authors(outline, title_block);
    let source =
        source::source(outline, title.as_ref().map(|found| &found.title.value), authors.as_ref().map(|found| found.value.as_slice()));
    Metadata {
        title: title.map(|found| found.title),
        source: source.outlet,
        authors,
        agency: source.agency,
        published: dates.published,
        updated: dates.updated,
        url: None,
        language: outline.dump.language.map(str::to_owned),
    }
}

/// Adds evidence to a value that already stands.
fn agree<T>(found: &mut Found<T>, from: Evidence) {
    if !found.from.contains(&from) {
        found.from.push(from);
    }
}
