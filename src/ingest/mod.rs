//! Bytes -> article: which text on a saved page is the report, and what the page says about it.

mod agency;
mod block;
mod body;
mod boilerplate;
mod caption;
mod charset;
mod dateline;
mod dump;
mod fate;
mod format;
mod header;
mod html;
mod language;
mod metadata;
mod page;

use std::borrow::Cow;

use thiserror::Error;

use crate::article::{Article, ArticleId, DropReason, Evidence, Fate, Found, Metadata, PageBlock, ParagraphKind, Published};
use crate::text::sanitize::{self, Cleaned};

use body::outline::Outline;
use charset::{Charset, Ground};
use page::Page;

pub use format::Format;

/// How to read a page.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Options {
    /// Every paragraph is body: nothing is dropped, nothing taken out as title or byline, nothing refused for being short; only a leading
    /// ` date YYYY-MM-DD Title` line is still read.
    pub keep_all: bool,
    /// How the page is written; told by its content where not given.
    pub format: Option<Format>,
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
    /// More bytes than a page has.
    #[error("larger than {0} MB, too large for a saved page")]
    TooLarge(usize),
    /// Nothing on the page reads like a report.
    #[error("no article found in it")]
    NoArticle,
    /// Nothing reads like a report in the character set that was guessed.
    #[error("not valid UTF-8, and no article found in it read as {0}")]
    NoArticleIn(&'static str),
}

/// An article, and what its reader should know of how it was read.
#[derive(Debug, Clone, PartialEq)]
pub struct Ingested {
    /// The article.
    pub article: Article,
    /// What was done to the page's text, a sentence each: escape codes taken out, a character set guessed.
    pub warnings: Vec<String>,
}

/// The most bytes a page may have.
pub const LARGEST_PAGE: usize = 16 * 1024 * 1024;

/// Reads a saved page; `file` is its path as given.
///
/// # Errors
/// Says why when there is no article in it.
pub fn ingest(bytes: &[u8], file: &str, options: Options) -> Result<Ingested, Refusal> {
    let (text, charset) = page_text(bytes)?;
    let text = charset::without_mojibake(&text);
    let format = options.format.unwrap_or_else(|| Format::of(&text));
    let (read, cleaned) = if format == Format::Html {
        let (page, cleaned) = html::read(&text);
        let read = || {
            article_of(&page).or_else(|refusal| html::other_readings(&text, &page).find_map(|page| article_of(&page).ok()).ok_or(refusal))
        };
        (if options.keep_all { Ok(every_block(&page)) } else { read() }, cleaned)
    } else {
        let (text, cleaned) = sanitize::clean(&text);
        (if options.keep_all { Ok(every_line(&text)) } else { article_of(&dump::read(&text)) }, cleaned)
    };
    let is_guessed = charset.ground == Ground::Guessed;
    let (mut metadata, blocks) = read.map_err(|refusal| if is_guessed { Refusal::NoArticleIn(charset.name) } else { refusal })?;
    metadata.charset = Some(charset.describe());
    let article = Article::new(ArticleId::of_page(bytes), file.to_owned(), metadata, blocks);
    Ok(Ingested { article, warnings: said(charset, cleaned) })
}

/// What has to be said of a page's text, without a look for the article on it; nothing of one that is no text.
#[must_use]
pub fn warnings(bytes: &[u8]) -> Vec<String> {
    page_text(bytes).map(|(text, charset)| said(charset, sanitize::clean(&text).1)).unwrap_or_default()
}

fn said(charset: Charset, cleaned: Cleaned) -> Vec<String> {
    let guessed = (charset.ground == Ground::Guessed).then(|| format!("not valid UTF-8; read as {}", charset.name));
    guessed.into_iter().chain(cleaned.warning().map(str::to_owned)).collect()
}

/// The page as text, or why it is none.
fn page_text(bytes: &[u8]) -> Result<(Cow<'_, str>, Charset), Refusal> {
    if bytes.len() > LARGEST_PAGE {
        return Err(Refusal::TooLarge(LARGEST_PAGE >> 20));
    }
    if bytes.iter().all(u8::is_ascii_whitespace) {
        return Err(Refusal::Empty);
    }
    charset::decode(bytes, None).ok_or(Refusal::Binary)
}

/// Finds the report on the page and reads what the page says about it.
fn article_of(page: &Page) -> Result<(Metadata, Vec<PageBlock>), Refusal> {
    let outline = Outline::of(page).ok_or(Refusal::NoArticle)?;
    let title = metadata::title::title(&outline);
    let outline = match &title {
        Some(found) => outline.below(&found.title.value).ok_or(Refusal::NoArticle)?,
        None => outline,
    };
    let metadata = metadata::read(&outline, title);
    let blocks = fate::page(&outline, &metadata);
    Ok((metadata, blocks))
}

/// Every line of the page is a paragraph of the body, but for the header line.
fn every_line(text: &str) -> (Metadata, Vec<PageBlock>) {
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

/// Every block of an HTML page is a paragraph of the body; what it says to machines still counts.
fn every_block(page: &Page) -> (Metadata, Vec<PageBlock>) {
    let blocks = page.blocks.iter().map(|block| PageBlock { text: block.text.clone(), fate: Fate::Body(ParagraphKind::Prose) });
    (metadata::said_alone(&page.said), blocks.collect())
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn read(page: &str) -> Result<Article, Refusal> {
        ingest(page.as_bytes(), "page.txt", Options::default()).map(|ingested| ingested.article)
    }

    const REPORT: &str = "Bridge to open in spring\n\nThe new bridge over the river will open in spring, the mayor said on Monday, two years \
                          later than planned.\n\nIt cost the town about forty million euros, most of which the region paid.\n";

    #[test]
    fn what_is_no_page_is_refused() {
        for (bytes, want) in [
            (b"".to_vec(), Refusal::Empty),
            (b" \n\t\r\n".to_vec(), Refusal::Empty),
            (b"\x7fELF\0\0".to_vec(), Refusal::Binary),
            (b"\xff\xfe\x81\x8d\x9d bad".to_vec(), Refusal::Binary),
            (vec![b'a'; LARGEST_PAGE + 1], Refusal::TooLarge(16)),
            (b"Home\nNews\nSport\n".to_vec(), Refusal::NoArticle),
            ("\u{200b}\u{200b}".as_bytes().to_vec(), Refusal::NoArticle),
        ] {
            assert_eq!(ingest(&bytes, "page.txt", Options::default()).map(|_| ()), Err(want));
        }
    }

    #[test]
    fn nothing_is_dropped_when_all_is_kept() {
        let page = " date 2024-02-05 Bridge opens\nBy Jane Smith\nShort.\n\nShare\n";
        let article = ingest(page.as_bytes(), "page.txt", Options { keep_all: true, ..Options::default() }).unwrap().article;
        assert_eq!(article.body.text(), "By Jane Smith\nShort.\nShare");
        assert_eq!((article.title(), article.author()), (Some("Bridge opens"), None));
    }

    #[test]
    fn a_huge_line_is_no_paragraph_and_takes_no_time() {
        let line = "word and [more](/x) * of, ".repeat(60_000);
        let article = read(&format!("{REPORT}\n{line}\n")).unwrap();
        assert!(line.len() > 1 << 20 && article.body.text().len() < 400);
        assert_eq!(read(&line), Err(Refusal::NoArticle));
    }

    /// The letters and digits of a text: what must be found again, kept or dropped.
    fn letters(text: &str) -> String {
        text.chars().filter(|c| c.is_alphanumeric()).collect()
    }

    /// Lines of the kinds that pages have, and lines of anything.
    fn line() -> impl Strategy<Value = String> {
        prop_oneof![
            3 => Just("The council met on Monday and voted twice, the mayor said after the meeting in the old town hall.".to_owned()),
            2 => "[A-Z][a-z]{2,8}( [a-z]{2,9}){4,20}[.?!]",
            1 => Just(String::new()),
            1 => "(#{1,3}|\\*|>|•) [A-Z][a-z]{2,8}( [a-z]{2,9}){1,6}",
            1 => Just("By Jane SmithJohn Public February 5, 2024 2:10 PM".to_owned()),
            1 => Just("(NEWTOWN, Feb 5 (Wire) - ".to_owned()),
            1 => "(Share|Comments|Read more|© 2024 Post|Follow us|\\*\\*Menu\\*\\*|_x_)",
            2 => "\\PC{0,60}",
        ]
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(200))]

        #[test]
        fn kept_and_dropped_cover_the_page(lines in prop::collection::vec(line(), 1..40), header in any::<bool>()) {
            let page = format!("{}{}", if header { " date 2024-02-05 " } else { "" }, lines.join("\n"));
            // The address of a link is markup, not a word of the page.
            prop_assume!(!page.contains("]("));
            if let Ok(article) = read(&page) {
                let blocks: String = article.page.iter().map(|block| letters(&block.text)).collect();
                prop_assert_eq!(blocks, letters(&sanitize::clean(&page).0));
                prop_assert!(!article.page.iter().any(|block| block.text.chars().any(char::is_control)));
            }
        }

        #[test]
        fn any_bytes_are_read_or_refused(bytes in prop::collection::vec(any::<u8>(), 0..600), text in "(?s).{0,400}") {
            let _ = ingest(&bytes, "page.txt", Options::default());
            let _ = read(&text);
        }
    }
}
