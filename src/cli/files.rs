//! The files that `add` is reading, until all their articles are kept.

use std::collections::HashMap;
use std::fs;
use std::path::Path;
use std::time::UNIX_EPOCH;

use crate::library::{KnownFile, Stamp};

/// The files that are being read, and those of which all is there.
#[derive(Debug, Default)]
pub(super) struct Files {
    open: HashMap<String, Open>,
    done: Vec<KnownFile>,
}

#[derive(Debug)]
struct Open {
    file: KnownFile,
    /// Articles still to be read.
    left: usize,
    /// Whether something was said of it, which is to be said again the next time.
    is_spoken_of: bool,
}

impl Files {
    /// A file with so many articles to be read, under the name it has in messages.
    pub(super) fn begin(&mut self, name: &str, file: KnownFile, articles: usize) {
        self.open.insert(name.to_owned(), Open { file, left: articles, is_spoken_of: false });
    }

    /// An article of a file was read, and is so many with the other stories of its page; none where there was something to say of it.
    pub(super) fn note(&mut self, name: &str, articles: Option<usize>) {
        let Some(open) = self.open.get_mut(name) else { return };
        open.left = open.left.saturating_sub(1);
        open.file.articles += articles.unwrap_or(0);
        open.is_spoken_of |= articles.is_none();
        if open.left == 0
            && let Some(Open { file, is_spoken_of: false, .. }) = self.open.remove(name)
        {
            self.done.push(file);
        }
    }

    /// The files of which all was read.
    pub(super) fn take_done(&mut self) -> Vec<KnownFile> {
        std::mem::take(&mut self.done)
    }
}

/// What a regular file is like now.
pub(super) fn stamp(path: &Path) -> Option<Stamp> {
    let about = fs::metadata(path).ok().filter(fs::Metadata::is_file)?;
    let changed = about.modified().ok()?.duration_since(UNIX_EPOCH).ok()?;
    Some(Stamp { size: about.len(), changed: i64::try_from(changed.as_nanos()).ok()? })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_done_when_all_its_articles_are() {
        let file = |path: &str| KnownFile { path: path.to_owned(), stamp: Stamp { size: 1, changed: 1 }, articles: 0 };
        let mut files = Files::default();
        files.begin("a", file("/a"), 2);
        files.begin("b", file("/b"), 1);
        files.note("a", Some(3));
        files.note("b", None);
        assert!(files.take_done().is_empty());
        files.note("a", Some(1));
        assert_eq!(files.take_done(), [KnownFile { articles: 4, ..file("/a") }]);
        assert!(files.take_done().is_empty());
    }
}
