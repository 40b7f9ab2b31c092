//! Files of several articles (feeds, JSON, JSON lines) -> their entries, each with what it says of itself and its text.

mod json;
mod xml;

use super::Refusal;
use super::html::said::Said;
use crate::article::ArticleId;

/// One article as a feed or a crawler's file holds it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Entry {
    /// All it says but its text.
    pub(super) said: Said,
    /// Its text, as words or as HTML.
    pub(super) text: String,
}

/// The entries of a file in order; one that cannot be read has its reason in its place.
#[derive(Debug, Default)]
pub(super) struct Entries {
    pub(super) found: Vec<Result<Entry, Refusal>>,
    /// What a reader has to be told of the file as a whole.
    pub(super) warning: Option<String>,
}

/// Reads a file of several articles.
///
/// # Errors
/// Says why not even one entry can be read.
pub(super) fn read(text: &str) -> Result<Entries, Refusal> {
    let text = text.trim_start_matches('\u{feff}');
    let entries = if text.trim_start().starts_with(['{', '[']) { json::read(text)? } else { xml::read(text)? };
    if entries.found.is_empty() { Err(Refusal::NoEntries) } else { Ok(entries) }
}

/// Whether a text is such a file, by its first characters.
pub(super) fn is_feed(head: &str) -> bool {
    json::is_json(head) || xml::is_feed(head)
}

impl Entry {
    /// The entry's name for good: it is the same in every file that the same entry is in, and another when the outlet changed its words.
    pub(super) fn id(&self) -> ArticleId {
        let Said { titles, authors, published, url, .. } = &self.said;
        let lists = [titles, &authors.concat(), published].map(|list| list.join("\u{1}"));
        let parts = [url.as_deref().unwrap_or_default(), &lists[0], &lists[1], &lists[2], &self.text];
        ArticleId::of_page(parts.join("\0").as_bytes())
    }
}

/// The line of a place in a text, counted from 1.
fn line_at(text: &str, offset: usize) -> usize {
    1 + text.bytes().take(offset).filter(|byte| *byte == b'\n').count()
}

/// The text of a piece of HTML in one line.
fn plain(html: &str) -> String {
    if !html.contains(['<', '&']) {
        return html.split_whitespace().collect::<Vec<_>>().join(" ");
    }
    let (page, _) = super::html::read(html);
    page.blocks.iter().map(|block| block.text.as_str()).collect::<Vec<_>>().join(" ")
}
