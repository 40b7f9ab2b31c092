//! The plain text of a crawled page -> its blocks.

mod lines;
pub(super) mod markup;

use super::block::Block;
use super::header::header;
use super::page::{Header, Page};
use crate::text::span::after;

/// Cuts a clean text into blocks.
pub(super) fn read(text: &str) -> Page {
    let start = text.len() - text.trim_start_matches('\n').len();
    let (first, rest) = after(text, start).split_once('\n').unwrap_or((after(text, start), ""));
    let Some(line) = header(first) else { return Page::new(None, lines::blocks(text), None) };
    let mut found = Vec::new();
    found.extend((!line.rest.is_empty()).then(|| Block::plain(line.rest)));
    let header = Header { day: line.day, words: line.words.to_owned(), has_rest: !found.is_empty() };
    found.extend(lines::blocks(rest));
    Page::new(Some(header), found, None)
}
