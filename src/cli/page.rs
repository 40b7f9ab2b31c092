//! Reads pages from files, and says in one line what is wrong with one.

use std::collections::HashSet;
use std::ffi::OsStr;
use std::fs::{self, File};
use std::io::{self, Read};
use std::path::{Path, PathBuf};

use thiserror::Error;

use super::Reading;
use crate::article::{Article, DropReason, Fate, ParagraphKind};
use crate::ingest::{self, Ingested, LARGEST_PAGE, Refusal};
use crate::library::{self, SHORTEST_PREFIX};

/// What is wrong with a path or a page, for people, without its name.
#[derive(Debug, Error)]
pub(super) enum Problem {
    #[error("no such file")]
    Missing,
    #[error("no such file; for an article of the library, give at least {SHORTEST_PREFIX} digits of its id")]
    ShortId,
    #[error("no such file, and no article in the library with an id that starts so")]
    Unknown,
    #[error("no such file, and the ids of {0} articles in the library start so; give more digits")]
    Ambiguous(usize),
    #[error("a folder, not a file")]
    Folder,
    #[error("a folder that was read already, by another name")]
    ReadAlready,
    #[error("not a regular file (a device, a pipe or a socket)")]
    Special,
    #[error("no permission to read it")]
    Forbidden,
    #[error("an HTML page; only plain text (.txt) can be brought in so far")]
    Html,
    #[error("not a plain-text page (.txt)")]
    OtherKind,
    #[error(transparent)]
    Refused(#[from] Refusal),
    #[error("{0}")]
    Unreadable(String),
    #[error("no such file, and the library cannot be asked: {0}")]
    Library(String),
}

impl From<io::Error> for Problem {
    fn from(error: io::Error) -> Self {
        match error.kind() {
            io::ErrorKind::NotFound => Self::Missing,
            io::ErrorKind::PermissionDenied => Self::Forbidden,
            _ => Self::Unreadable(library::system_words(&error)),
        }
    }
}

impl From<super::Error> for Problem {
    fn from(error: super::Error) -> Self {
        Self::Library(error.to_string())
    }
}

impl From<library::Error> for Problem {
    fn from(error: library::Error) -> Self {
        Self::Library(error.to_string())
    }
}

/// Digits of a whole id.
const LONGEST_ID: usize = 32;

/// The argument that stands for standard input.
const STANDARD_INPUT: &str = "-";

/// Endings of file names that tell of HTML.
const HTML: &[&str] = &["html", "htm", "xhtml", "mhtml"];

/// Reads and ingests one file, or standard input for `-`.
pub(super) fn read(path: &Path, reading: Reading) -> Result<Ingested, Problem> {
    ingested(&bytes(path)?, path, reading)
}

/// The article on a page that was read from a file.
pub(super) fn ingested(page: &[u8], path: &Path, reading: Reading) -> Result<Ingested, Problem> {
    let options = ingest::Options { keep_all: reading.keep_all, ..ingest::Options::default() };
    Ok(ingest::ingest(page, &path.to_string_lossy(), options)?)
}

/// What stands in a file, or comes from standard input for `-`.
///
/// The kind of file is looked at before it is opened: to open a pipe would wait for a writer.
pub(super) fn bytes(path: &Path) -> Result<Vec<u8>, Problem> {
    if is_standard_input(path) {
        return Ok(at_most_a_page(io::stdin().lock())?);
    }
    let kind = fs::metadata(path)?.file_type();
    if kind.is_dir() {
        return Err(Problem::Folder);
    }
    if !kind.is_file() {
        return Err(Problem::Special);
    }
    Ok(at_most_a_page(File::open(path)?)?)
}

/// At most one byte more than a page may have: enough to see that it is too large.
fn at_most_a_page(source: impl Read) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    source.take(LARGEST_PAGE as u64 + 1).read_to_end(&mut bytes)?;
    Ok(bytes)
}

/// Whether an argument stands for standard input.
pub(super) fn is_standard_input(path: &Path) -> bool {
    path == Path::new(STANDARD_INPUT)
}

/// The first digits of an article's id, if a path that names no file can be that.
pub(super) fn id_prefix(path: &Path) -> Result<&str, Problem> {
    let is_id = |text: &&str| (1..=LONGEST_ID).contains(&text.len()) && text.bytes().all(|b| b.is_ascii_hexdigit());
    let digits = path.to_str().filter(is_id).ok_or(Problem::Missing)?;
    if digits.len() < SHORTEST_PREFIX { Err(Problem::ShortId) } else { Ok(digits) }
}

/// An article of the library as if its page had been read with everything kept.
pub(super) fn with_all_kept(article: Article) -> Article {
    let Article { id, file, metadata, mut page, .. } = article;
    for block in &mut page {
        block.fate = match block.fate {
            Fate::Dropped(DropReason::HeaderLine) => continue,
            Fate::Dropped(_) => Fate::Body(ParagraphKind::Prose),
            body @ Fate::Body(_) => body,
        };
    }
    Article::new(id, file, metadata, page)
}

/// Why a file is not brought into the library, going by its name; one that cannot be read at all says so when it is read.
pub(super) fn wrong_kind(path: &Path) -> Option<Problem> {
    if !path.is_file() {
        return None;
    }
    let ending = path.extension().and_then(OsStr::to_str).unwrap_or_default().to_ascii_lowercase();
    match ending.as_str() {
        "txt" => None,
        _ if is_standard_input(path) => None,
        html if HTML.contains(&html) => Some(Problem::Html),
        _ => Some(Problem::OtherKind),
    }
}

/// All files below some paths, folders walked in the order of names; a folder is entered once, whatever links lead to it.
#[derive(Debug)]
pub(super) struct Walk {
    open: Vec<PathBuf>,
    entered: HashSet<PathBuf>,
}

impl Walk {
    pub(super) fn new(paths: &[PathBuf]) -> Self {
        Self { open: paths.iter().rev().cloned().collect(), entered: HashSet::new() }
    }

    fn enter(&mut self, folder: &Path) -> Result<(), Problem> {
        if !self.entered.insert(fs::canonicalize(folder)?) {
            return Err(Problem::ReadAlready);
        }
        let mut below = fs::read_dir(folder)?.map(|entry| Ok(entry?.path())).collect::<io::Result<Vec<_>>>()?;
        below.sort_unstable_by(|a, b| b.cmp(a));
        self.open.append(&mut below);
        Ok(())
    }
}

impl Iterator for Walk {
    type Item = Result<PathBuf, (PathBuf, Problem)>;

    fn next(&mut self) -> Option<Self::Item> {
        while let Some(path) = self.open.pop() {
            if !path.is_dir() {
                return Some(Ok(path));
            }
            if let Err(problem) = self.enter(&path) {
                return Some(Err((path, problem)));
            }
        }
        None
    }
}
