//! When it was published and last changed: what machines are told, date lines and the address, weighed by where they stand and what they say.

mod lines;
mod masthead;
mod settle;
mod undated;
mod words;

use crate::article::{Found, Published};
use crate::ingest::body::outline::Outline;

use super::{address, said};

/// Publication and last change.
#[derive(Debug, Default, PartialEq)]
pub(super) struct Dates {
    pub(super) published: Option<Found<Published>>,
    pub(super) updated: Option<Found<Published>>,
}

/// Reads the dates of a page.
pub(super) fn dates(outline: &Outline<'_>, title: Option<usize>) -> Dates {
    let told = &outline.page.said;
    let stated = settle::Stated {
        published: said::first_time(&told.published),
        dated: said::first_time(&told.dated),
        created: said::first_time(&told.created),
        updated: said::first_time(&told.updated),
        scripted: scripted(&told.scripted),
        address: told.url.as_deref().and_then(address::day),
    };
    let read = lines::read(outline, title, &stated);
    let dates = settle::settle(&stated, read);
    if dates.published != dates.updated {
        return dates;
    }
    // Nothing, or the day of the last change alone, is known.
    let published = undated::published(outline, title).or(dates.published);
    Dates { published, ..dates }
}

/// The time in the page's programs, when all that they give are of one day: other stories have times there as well.
fn scripted(written: &[String]) -> Option<Published> {
    let times: Vec<Published> = written.iter().filter_map(|text| said::time(text)).collect();
    let first = *times.first()?;
    times.iter().all(|time| time.day() == first.day()).then_some(first)
}
