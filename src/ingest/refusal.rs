//! Why a page, or an article of a file, is not brought in.

use thiserror::Error;

/// Why a page is not brought in.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum Refusal {
    /// No bytes, or white space alone.
    #[error("the file is empty")]
    Empty,
    /// Bytes that are no text.
    #[error("a binary file, not a saved page")]
    Binary,
    /// A file of a kind that is known and no page.
    #[error("{0}, not a saved page")]
    Kind(&'static str),
    /// More bytes than a page has.
    #[error("larger than {0} MB, too large for a saved page")]
    TooLarge(usize),
    /// A packed file in which there is more than a page has.
    #[error("unpacks to more than {0} MB, too large for a saved page")]
    Bomb(usize),
    /// A packed file of which nothing can be unpacked.
    #[error("a damaged gzip file")]
    Damaged,
    /// Nothing on the page reads like a report.
    #[error("no article found in it (--keep-all takes the whole page)")]
    NoArticle,
    /// Nothing on the page reads like a report, though it says of itself what it is about.
    #[error("no article found in it, only its head: {0} (--keep-all takes the whole page)")]
    OnlyHead(String),
    /// Nothing reads like a report in the character set that was guessed.
    #[error("not valid UTF-8, and no article found in it read as {0}")]
    NoArticleIn(&'static str),
    /// A feed or a list in which nothing is.
    #[error("no articles in it")]
    NoEntries,
    /// A feed that is cut off above the end of its first entry.
    #[error("cut off before its first article ends")]
    CutOff,
    /// An entry of a feed with a title at most.
    #[error("an entry without a text")]
    NoText,
    /// A record that is no JSON.
    #[error("broken JSON at line {line}, column {column}: {reason}")]
    BrokenJson {
        /// The line, counted from 1.
        line: usize,
        /// The column, counted from 1.
        column: usize,
        /// What is wrong there.
        reason: String,
    },
    /// A feed in which no entry can be read.
    #[error("broken XML at line {line}: {reason}")]
    BrokenXml {
        /// The line, counted from 1.
        line: usize,
        /// What is wrong there.
        reason: String,
    },
    /// One article was asked for.
    #[error("{0} articles in it")]
    Several(usize),
    /// A story was asked for by a number that is too high.
    #[error("no article of that number; {0} in it")]
    NoSuchStory(usize),
}
