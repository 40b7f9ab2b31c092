//! The updates of a live blog in linked data.

use serde_json::Value;

/// One update.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(in crate::ingest) struct Update {
    /// Its headline.
    pub(in crate::ingest) title: Option<String>,
    /// Times of publication as written.
    pub(in crate::ingest) published: Vec<String>,
    /// Times of the last change as written.
    pub(in crate::ingest) updated: Vec<String>,
    /// Who wrote it, as written.
    pub(in crate::ingest) authors: Vec<String>,
    /// Its own address.
    pub(in crate::ingest) url: Option<String>,
    /// Its text, which may be HTML.
    pub(in crate::ingest) text: String,
}

/// The most updates of a page.
const MOST: usize = 1_000;

/// The updates of a thing; those without a text are left out. `texts` reads a text or a list of them, `names` those who are named.
pub(super) fn updates(report: &Value, texts: impl Fn(&Value) -> Vec<String>, names: impl Fn(&Value) -> Vec<String>) -> Vec<Update> {
    let given = &report["liveBlogUpdate"];
    let list = given.as_array().map_or(std::slice::from_ref(given), Vec::as_slice);
    let update = |value: &Value| {
        let first = |key: &str| texts(&value[key]).into_iter().next();
        Some(Update {
            text: first("articleBody").or_else(|| first("text"))?,
            title: first("headline").or_else(|| first("name")),
            published: texts(&value["datePublished"]),
            updated: texts(&value["dateModified"]),
            authors: names(&value["author"]),
            url: first("url").filter(|url| url.contains("://")),
        })
    };
    list.iter().take(MOST).filter_map(update).collect()
}
