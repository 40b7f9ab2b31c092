//! Articles for the tests of this folder.

use crate::article::{Article, ArticleId, Evidence, Fate, Found, Metadata, PageBlock, ParagraphKind, Published};

/// An article with a title, a source, a time of publication (RFC 3339, empty for none) and one paragraph for each line of text.
pub(super) fn article(title: &str, source: &str, published: &str, text: &str) -> Article {
    let metadata = Metadata {
        title: Some(Found::new(title.to_owned(), Evidence::Heading)),
        source: Some(Found::new(source.to_owned(), Evidence::Masthead)),
        published: Published::parse(published).map(|at| Found::new(at, Evidence::DateLine)),
        ..Metadata::default()
    };
    let page = text.lines().map(|line| PageBlock { text: line.to_owned(), fate: Fate::Body(ParagraphKind::Prose) }).collect();
    let id = ArticleId::of_page(format!("{title}{source}{published}{text}").as_bytes());
    Article::new(id, format!("{source}/{title}.txt"), metadata, page)
}
