//! When it was published and last changed: what machines are told, date lines and the address, weighed by where they stand and what they say.

mod lines;
mod settle;
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
        address: told.url.as_deref().and_then(address::day),
    };
    let read = lines::read(outline, title, &stated);
    settle::settle(&stated, read)
}
