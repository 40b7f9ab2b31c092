//! Bytes -> articles: which text on a saved page is the report, and what the page says about it.

mod agency;
mod aside;
mod block;
mod body;
mod boilerplate;
mod caption;
mod charset;
mod code;
mod dateline;
mod digest;
mod dump;
mod ending;
mod fate;
mod feed;
mod field;
mod format;
mod header;
mod headline;
mod html;
mod kind;
mod language;
mod live;
mod markdown;
mod metadata;
mod mhtml;
mod mojibake;
mod notes;
mod packed;
mod page;
mod picture_links;
mod post;
mod reading;
mod refusal;
mod saved;
mod saved_from;
mod stories;

use std::borrow::Cow;

use crate::article::{Article, ArticleId};

use charset::{Charset, Ground};
use html::said::Said;

pub use format::Format;
pub use kind::{TOP, no_page};
pub use refusal::Refusal;
pub use saved::Saved;

/// How to read a page.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Options {
    /// Every paragraph is body: nothing is dropped, nothing taken out as title or byline, nothing refused for being short; only a leading
    /// ` date YYYY-MM-DD Title` line is still read.
    pub keep_all: bool,
    /// How the page is written; told by its content where not given.
    pub format: Option<Format>,
}

/// An article, and what its reader should know of how it was read.
#[derive(Debug, Clone, PartialEq)]
pub struct Ingested {
    /// The article.
    pub article: Article,
    /// What was done to the page's text, a sentence each: escape codes taken out, a character set guessed.
    pub warnings: Vec<String>,
    /// The other whole stories on its page, numbered from 2 in the page's order.
    pub others: Vec<Article>,
}

/// A saved page that was opened: the articles that are in it, still to be read.
#[derive(Debug)]
pub struct Opened {
    /// The articles in the file's order, or why there is none in that place.
    pub articles: Vec<Result<Saved, Refusal>>,
    /// Whether it is a file of several articles, which are named by their number; also when there is one in it.
    pub is_list: bool,
    /// What has to be said of the file as a whole.
    pub warnings: Vec<String>,
}

/// What is known of a page that was not read from a file: what the server said that sent it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Envelope<'a> {
    /// The character set.
    pub charset: Option<&'a str>,
    /// The address.
    pub url: Option<&'a str>,
}

/// The most bytes that the text of a page may have, embedded pictures aside.
pub const LARGEST_PAGE: usize = 16 * 1024 * 1024;

/// The most bytes of a file: pictures, or thousands of articles, may be in it.
pub const LARGEST_FILE: usize = 4 * LARGEST_PAGE;

/// Opens a saved page; `file` is its path as given.
///
/// # Errors
/// Says why there is nothing to be read in it.
pub fn open(bytes: &[u8], file: &str, options: Options) -> Result<Opened, Refusal> {
    open_in(bytes, file, options, Envelope::default())
}

/// Opens a page of which something is known that does not stand in it.
///
/// # Errors
/// Says why there is nothing to be read in it.
pub fn open_in(bytes: &[u8], file: &str, options: Options, envelope: Envelope<'_>) -> Result<Opened, Refusal> {
    let mut warnings = Vec::new();
    let unpacked = unpacked(bytes, &mut warnings)?;
    let id = ArticleId::of_page(&unpacked);
    let enclosed = mhtml::read(&unpacked);
    if enclosed.as_ref().is_some_and(|page| page.is_cut_off) {
        warnings.push("the page is cut off".to_owned());
    }
    let url = enclosed.as_ref().and_then(|page| page.url.clone()).or_else(|| envelope.url.map(str::to_owned));
    let (page, named) = enclosed.as_ref().map_or((&*unpacked, envelope.charset), |page| (page.bytes.as_slice(), page.charset.as_deref()));
    let (text, charset) = charset::decode(page, named).ok_or(Refusal::Binary)?;
    let text = saved_from::without_data(&text);
    let format =
        options.format.unwrap_or_else(|| if enclosed.as_ref().is_some_and(|page| page.is_html) { Format::Html } else { Format::of(&text) });
    if format != Format::Feed && text.len() > LARGEST_PAGE {
        return Err(Refusal::TooLarge(LARGEST_PAGE >> 20));
    }
    if options == Options::default() && format == Format::Dump && code::is_code(&text) {
        return Err(Refusal::Kind("the source of a program"));
    }
    let (text, repair) = mojibake::repaired(&text);
    warnings.extend(repair.map(mojibake::Repair::describe));
    let shared = saved::Shared { file: file.into(), charset, keep_all: options.keep_all };
    if format == Format::Feed {
        return list(&text, &shared, warnings);
    }
    let url = url.or_else(|| (format == Format::Html).then(|| saved_from::address(&text)).flatten());
    let said = Said { url, ..Said::default() };
    let saved = Saved::page(&shared, id, format, text.into_owned(), said);
    Ok(Opened { articles: vec![Ok(saved)], is_list: false, warnings })
}

/// Opens a file of several articles.
fn list(text: &str, shared: &saved::Shared, mut warnings: Vec<String>) -> Result<Opened, Refusal> {
    let entries = feed::read(text)?;
    warnings.extend(guess(shared.charset));
    warnings.extend(entries.warning);
    let numbered = (1..).zip(entries.found);
    let articles = numbered.map(|(number, entry)| entry.map(|entry| Saved::entry(shared, number, entry))).collect();
    Ok(Opened { articles, is_list: true, warnings })
}

/// Reads a page that is one article.
///
/// # Errors
/// Says why there is no article in it, or that there are several.
pub fn ingest(bytes: &[u8], file: &str, options: Options) -> Result<Ingested, Refusal> {
    let mut opened = open(bytes, file, options)?;
    if opened.articles.len() > 1 {
        return Err(Refusal::Several(opened.articles.len()));
    }
    let mut ingested = opened.articles.pop().ok_or(Refusal::NoEntries)??.read()?;
    ingested.warnings.splice(..0, opened.warnings);
    Ok(ingested)
}

/// The bytes of a file, unpacked where they are packed; or why they are no page.
fn unpacked<'a>(bytes: &'a [u8], warnings: &mut Vec<String>) -> Result<Cow<'a, [u8]>, Refusal> {
    if bytes.len() > LARGEST_FILE {
        return Err(Refusal::TooLarge(LARGEST_FILE >> 20));
    }
    let bytes = if packed::is_packed(bytes) {
        let unpacked = packed::unpack(bytes, LARGEST_FILE).map_err(|trouble| match trouble {
            packed::Trouble::TooLarge => Refusal::Bomb(LARGEST_FILE >> 20),
            packed::Trouble::Damaged => Refusal::Damaged,
        })?;
        if !unpacked.is_whole {
            warnings.push("the gzip file is damaged or cut off; what comes before the damage was read".to_owned());
        }
        Cow::Owned(unpacked.bytes)
    } else {
        Cow::Borrowed(bytes)
    };
    if let Some(kind) = kind::inside(&bytes) {
        return Err(Refusal::Kind(kind));
    }
    if bytes.iter().all(u8::is_ascii_whitespace) { Err(Refusal::Empty) } else { Ok(bytes) }
}

/// What has to be said of a character set that the page does not name.
fn guess(charset: Charset) -> Option<String> {
    (charset.ground == Ground::Guessed).then(|| format!("not valid UTF-8; read as {}", charset.name))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::text::sanitize;

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
            (b"\x7fELF\0\0".to_vec(), Refusal::Kind("a program")),
            (b"page\0\x01".to_vec(), Refusal::Binary),
            (b"\xff\xfe\x81\x8d\x9d bad".to_vec(), Refusal::Binary),
            (vec![b'a'; LARGEST_PAGE + 1], Refusal::TooLarge(16)),
            (vec![b'a'; LARGEST_FILE + 1], Refusal::TooLarge(64)),
            (b"%PDF-1.4".to_vec(), Refusal::Kind("a PDF document")),
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
