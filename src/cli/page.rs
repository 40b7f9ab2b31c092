//! Reads pages from files, and says in one line what is wrong with one.

use std::borrow::Cow;
use std::collections::HashSet;
use std::fs::{self, File};
use std::io::{self, Read};
use std::path::{Path, PathBuf};

use thiserror::Error;

use super::Reading;
use crate::article::{Article, DropReason, Fate, ParagraphKind};
use crate::fetch::Address;
use crate::ingest::{self, LARGEST_FILE, Opened, Refusal, TOP};
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
    #[error("an address in the web; parallax add brings its page into the library")]
    Address,
    #[error("a folder, not a file")]
    Folder,
    #[error("a folder that was read already, by another name")]
    ReadAlready,
    #[error("not a regular file (a device, a pipe or a socket)")]
    Special,
    #[error("no permission to read it")]
    Forbidden,
    #[error("{count} articles in it; name one by its number, such as {file}#1")]
    Several { count: usize, file: String },
    #[error("no article of that number; {0} in it")]
    NoSuchEntry(usize),
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

/// What an argument names: a file, and one of its articles where a number stands behind `#`.
///
/// A file whose own name ends like that is that file.
pub(super) fn named(argument: &Path) -> (Cow<'_, Path>, Option<usize>) {
    let parts = argument.to_str().and_then(|text| text.rsplit_once('#'));
    let numbered = parts.and_then(|(file, number)| Some((file, number.parse().ok().filter(|number| *number > 0)?)));
    match numbered.filter(|_| fs::symlink_metadata(argument).is_err()) {
        Some((file, number)) if is_standard_input(Path::new(file)) || Path::new(file).exists() => {
            (Cow::Owned(PathBuf::from(file)), Some(number))
        }
        _ => (Cow::Borrowed(argument), None),
    }
}

/// Opens the page in a file, or from standard input for `-`.
pub(super) fn open(path: &Path, reading: Reading) -> Result<Opened, Problem> {
    let options = ingest::Options { keep_all: reading.keep_all, format: reading.format.map(ingest::Format::from) };
    Ok(ingest::open(&bytes(path)?, &path.to_string_lossy(), options)?)
}

/// What stands in a file, or comes from standard input for `-`.
///
/// The kind of file is looked at before it is opened: to open a pipe would wait for a writer.
pub(super) fn bytes(path: &Path) -> Result<Vec<u8>, Problem> {
    if is_standard_input(path) {
        return at_most_a_file(io::stdin().lock(), 0);
    }
    if path.to_str().is_some_and(Address::is_meant) {
        return Err(Problem::Address);
    }
    let about = fs::metadata(path)?;
    if about.is_dir() {
        return Err(Problem::Folder);
    }
    if !about.is_file() {
        return Err(Problem::Special);
    }
    at_most_a_file(File::open(path)?, about.len())
}

/// All bytes of a file that may be a page. What its top or its size tells is not read to the end; of a source that does not say how long
/// it is, one byte more than a file may have is enough to see that it is too large.
fn at_most_a_file(mut source: impl Read, size: u64) -> Result<Vec<u8>, Problem> {
    let mut bytes = Vec::new();
    source.by_ref().take(TOP as u64).read_to_end(&mut bytes)?;
    if let Some(kind) = ingest::no_page(&bytes) {
        return Err(Refusal::Kind(kind).into());
    }
    if size > LARGEST_FILE as u64 {
        return Err(Refusal::TooLarge(LARGEST_FILE >> 20).into());
    }
    source.take((LARGEST_FILE + 1 - TOP) as u64).read_to_end(&mut bytes)?;
    Ok(bytes)
}

/// Whether a path stands for standard input.
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
    let Article { id, file, entry, metadata, mut page, .. } = article;
    for block in &mut page {
        block.fate = match block.fate {
            Fate::Dropped(DropReason::HeaderLine) => continue,
            Fate::Dropped(_) => Fate::Body(ParagraphKind::Prose),
            body @ Fate::Body(_) => body,
        };
    }
    Article { entry, ..Article::new(id, file, metadata, page) }
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
