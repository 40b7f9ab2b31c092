//! Bytes -> article: which text on a saved page is the report, and what the page says about it.

mod agency;
mod boilerplate;
mod dump;
mod fate;
mod header;
mod language;
mod metadata;

use std::borrow::Cow;

use thiserror::Error;

use crate::article::{Article, ArticleId, DropReason, Evidence, Fate, Found, Metadata, PageBlock, ParagraphKind, Published};
use crate::text::sanitize::{self, Cleaned};

use dump::Dump;
use dump::outline::Outline;

/// How to read a page.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Options {
    /// Every paragraph is body: nothing is dropped, nothing taken out as title or byline, nothing refused for being short; only a leading
    /// ` date YYYY-MM-DD Title` line is still read.
    pub keep_all: bool,
}

/// Why a page is not brought in.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum Refusal {
    /// No bytes, or white space alone.
    #[error("the file is empty")]
    Empty,
    /// Bytes that are no text.
    #[error("a binary file, not a saved page")]
    Binary,
    /// Bytes that are no UTF-8.
    #[error("not valid UTF-8 (byte {0})")]
    NotUtf8(usize),
    /// More bytes than a page has.
    #[error("larger than {0} MB, too large for a saved page")]
    TooLarge(usize),
    /// Nothing on the page reads like a report.
    #[error("no article found in it")]
    NoArticle,
}

/// An article, and what had to be cleaned out of the page to get it.
#[derive(Debug, Clone, PartialEq)]
pub struct Ingested {
    /// The article.
    pub article: Article,
    /// Control characters and escape codes that were taken out.
    pub cleaned: Cleaned,
}

/// The most bytes a page may have.
pub const LARGEST_PAGE: usize = 16 * 1024 * 1024;

/// Reads a saved page; `file` is its path as given.
///
/// # Errors
/// Says why when there is no article in it.
pub fn ingest(bytes: &[u8], file: &str, options: Options) -> Result<Ingested, Refusal> {
    let (text, cleaned) = page_text(bytes)?;
    let id = ArticleId::of_page(bytes);
    let (metadata, page) = if options.keep_all { keep_all(&text) } else { article_of(&text)? };
    Ok(Ingested { article: Article::new(id, file.to_owned(), metadata, page), cleaned })
}

/// The page as clean text, or why it is none.
fn page_text(bytes: &[u8]) -> Result<(Cow<'_, str>, Cleaned), Refusal> {
    if bytes.len() > LARGEST_PAGE {
        return Err(Refusal::TooLarge(LARGEST_PAGE >> 20));
    }
    if bytes.iter().all(u8::is_ascii_whitespace) {
        return Err(Refusal::Empty);
    }
    if bytes.contains(&0) {
        return Err(Refusal::Binary);
    }
    let text = std::str::from_utf8(bytes).map_err(|error| Refusal::NotUtf8(error.valid_up_to()))?;
    Ok(sanitize::clean(text.strip_prefix('\u{feff}').unwrap_or(text)))
}

/// Finds the report on the page and reads what the page says about it.
fn article_of(text: &str) -> Result<(Metadata, Vec<PageBlock>), Refusal> {
    let dump = Dump::read(text);
    let outline = Outline::of(&dump).ok_or(Refusal::NoArticle)?;
    let title = metadata::title::title(&outline);
    let outline = match &title {
        Some(found) => outline.below(&found.title.value).ok_or(Refusal::NoArticle)?,
        None => outline,
    };
    let metadata = metadata::read(&outline, title);
    let page = fate::page(&outline, &metadata);
    Ok((metadata, page))
}

/// Every line of the page is a paragraph of the body, but for the header line.
fn keep_all(text: &str) -> (Metadata, Vec<PageBlock>) {
    let mut metadata = Metadata::default();
    let mut page = Vec::new();
    for line in text.lines().map(str::trim).filter(|line| !line.is_empty()) {
        if page.is_empty()
            && let Some(header) = header::header(line)
        {
            metadata.published = Some(Found::new(Published::Day(header.day), Evidence::HeaderLine));
            metadata.title = (!header.rest.is_empty()).then(|| Found::new(header.rest.to_owned(), Evidence::HeaderLine));
            page.push(PageBlock { text: line.to_owned(), fate: Fate::Dropped(DropReason::HeaderLine) });
            continue;
        }
        page.push(PageBlock { text: line.to_owned(), fate: Fate::Body(ParagraphKind::Prose) });
    }
    (metadata, page)
}
