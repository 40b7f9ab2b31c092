//! What a page says of itself to machines: linked data, Open Graph and other meta elements, microdata.

mod linked_data;
mod meta;

use dom_query::Document;

/// What a page says of itself to machines, the source that is believed first coming first.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(in crate::ingest) struct Said {
    /// Headlines.
    pub(in crate::ingest) titles: Vec<String>,
    /// The title of the window.
    pub(in crate::ingest) page_title: Option<String>,
    /// Names of the outlet.
    pub(in crate::ingest) sources: Vec<String>,
    /// Names of authors, as written; several in one string are possible.
    pub(in crate::ingest) authors: Vec<String>,
    /// Times of publication as written.
    pub(in crate::ingest) published: Vec<String>,
    /// Times of the last change as written.
    pub(in crate::ingest) updated: Vec<String>,
    /// The page's own address.
    pub(in crate::ingest) url: Option<String>,
    /// Its language (BCP 47).
    pub(in crate::ingest) language: Option<String>,
    /// Summaries.
    pub(in crate::ingest) descriptions: Vec<String>,
    /// The article's text.
    pub(in crate::ingest) body: Option<String>,
    /// The letters of the text, folded.
    pub(in crate::ingest) letters: String,
}

/// The least letters of a text that is the whole article and not its beginning.
const LEAST_BODY: usize = 400;

impl Said {
    /// Whether the page gives its article's text.
    pub(super) fn has_body(&self) -> bool {
        !self.letters.is_empty()
    }

    /// Whether a block stands in the text that the page gives.
    pub(super) fn has_in_body(&self, block: &str) -> bool {
        self.has_body() && self.letters.contains(&letters(block))
    }

    fn note_body(&mut self) {
        let found = self.body.as_deref().map(letters).unwrap_or_default();
        if found.len() >= LEAST_BODY {
            self.letters = found;
        }
    }
}

/// Reads all that a document says.
pub(super) fn read(document: &Document) -> Said {
    let mut said = Said::default();
    linked_data::read(document, &mut said);
    meta::read(document, &mut said);
    said.note_body();
    said
}

/// The letters and digits of a text in small letters.
fn letters(text: &str) -> String {
    text.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}
