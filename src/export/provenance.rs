//! Where a report comes from, as a table tells it: each thing that is known, by name.

use super::text;
use crate::article::Article;
use crate::text::counted::counted;
use crate::text::sanitize::clean_line;

/// One thing that is known of a report.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Fact {
    pub(super) name: &'static str,
    pub(super) value: String,
    pub(super) kind: FactKind,
}

/// How a fact is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum FactKind {
    Words,
    /// An address that may be followed.
    Address,
    /// A hash or a file's name: every character counts.
    Exact,
}

/// The names of all facts, in the order of the table.
pub(super) const NAMES: [&str; 11] =
    ["Title", "Source", "Author", "Agency", "Published", "Updated", "Language", "Address", "File", "Page hash (XXH3-128)", "Text"];

/// What is known of a report, in the order of [`NAMES`].
pub(super) fn facts(article: &Article) -> Vec<Fact> {
    let metadata = &article.metadata;
    let with_place = |value: String, place: String| format!("{value} ({place})");
    let at = |found: &crate::article::Found<_>| with_place(text::published(found.value), found.describe());
    let paragraphs = counted(article.body.paragraphs().len(), "paragraph");
    let dropped = match article.dropped().count() {
        0 => String::new(),
        count => format!(", {} of the page left out", counted(count, "block")),
    };
    let address = metadata.url.clone();
    let is_link = address.as_deref().is_some_and(is_web_address);
    let words = FactKind::Words;
    let known = [
        ("Title", article.title().map(str::to_owned), words),
        ("Source", article.source().map(str::to_owned), words),
        ("Author", article.author(), words),
        ("Agency", metadata.agency.as_ref().map(|found| found.value.clone()), words),
        ("Published", metadata.published.as_ref().map(at), words),
        ("Updated", metadata.updated.as_ref().map(at), words),
        ("Language", metadata.language().map(str::to_owned), words),
        ("Address", address, if is_link { FactKind::Address } else { FactKind::Exact }),
        ("File", Some(article.name().into_owned()), FactKind::Exact),
        ("Page hash (XXH3-128)", Some(article.id.as_str().to_owned()), FactKind::Exact),
        ("Text", Some(format!("{paragraphs}{dropped}")), words),
    ];
    let known = known.into_iter().filter_map(|(name, value, kind)| Some((name, value?, kind)));
    known.map(|(name, value, kind)| Fact { name, value: clean_line(&value).into_owned(), kind }).collect()
}

/// What a report is called where there is room for one name: its source, else its title, else its file.
pub(super) fn short_name(article: &Article) -> String {
    let name = article.source().or(article.title()).map_or_else(|| article.name(), Into::into);
    clean_line(&name).into_owned()
}

/// What a comparison is called: after the two sources, where both are known.
pub(super) fn title(left: &Article, right: &Article) -> String {
    match (left.source(), right.source()) {
        (Some(left), Some(right)) => clean_line(&format!("{left} and {right}, side by side")).into_owned(),
        _ => "Two reports, side by side".to_owned(),
    }
}

/// Whether an address is one that a reader may follow: other schemes could act on the reader's machine.
pub(super) fn is_web_address(address: &str) -> bool {
    let rest = ["https://", "http://"].iter().find_map(|scheme| address.strip_prefix(scheme));
    rest.is_some_and(|rest| !rest.is_empty() && !rest.contains(|c: char| c.is_whitespace() || c.is_control()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::article::{ArticleId, Evidence, Fate, Found, Metadata, PageBlock, ParagraphKind, Published};

    #[test]
    fn what_is_unknown_is_left_out_and_the_place_of_a_date_is_told() {
        let published = Published::parse("2024-03-02").map(|day| Found::new(day, Evidence::DateLine));
        let metadata = Metadata { published, url: Some("javascript:alert(1)".into()), ..Metadata::default() };
        let block = PageBlock { text: "The pier is open.".into(), fate: Fate::Body(ParagraphKind::Prose) };
        let article = Article::new(ArticleId::of_page(b""), "pier.txt".into(), metadata, vec![block]);
        let found = facts(&article);
        let names: Vec<&str> = found.iter().map(|fact| fact.name).collect();
        assert_eq!(names, ["Published", "Address", "File", "Page hash (XXH3-128)", "Text"]);
        assert!(names.iter().all(|name| NAMES.contains(name)));
        assert_eq!((found[0].value.as_str(), found[1].kind), ("Sat 2 Mar 2024 (date line)", FactKind::Exact));
        assert_eq!(short_name(&article), "pier.txt");
    }
}
