//! Reads pages from files, and says in one line what is wrong with one.

use std::fs::{self, File};
use std::io::{self, Read};
use std::path::{Path, PathBuf};

use crate::ingest::{self, Ingested, LARGEST_PAGE};

use super::Reading;

/// Reads and ingests one file; the error is one line for people, without the file's name.
pub(super) fn read(path: &Path, reading: Reading) -> Result<Ingested, String> {
    let bytes = bytes_of(path).map_err(|error| describe(&error))?;
    let options = ingest::Options { keep_all: reading.keep_all };
    ingest::ingest(&bytes, &path.to_string_lossy(), options).map_err(|refusal| refusal.to_string())
}

/// At most one byte more than a page may have: enough to see that it is too large.
fn bytes_of(path: &Path) -> io::Result<Vec<u8>> {
    let file = File::open(path)?;
    if file.metadata()?.is_dir() {
        return Err(io::Error::new(io::ErrorKind::IsADirectory, "a folder, not a file"));
    }
    let mut bytes = Vec::new();
    file.take(LARGEST_PAGE as u64 + 1).read_to_end(&mut bytes)?;
    Ok(bytes)
}

/// What went wrong with a file, in the words of a person.
fn describe(error: &io::Error) -> String {
    match error.kind() {
        io::ErrorKind::NotFound => "no such file".to_owned(),
        io::ErrorKind::PermissionDenied => "no permission to read it".to_owned(),
        _ => error.to_string(),
    }
}

/// All files below the paths, folders walked, in the order of their names; with what could not be walked.
pub(super) fn walk(paths: &[PathBuf]) -> (Vec<PathBuf>, Vec<(PathBuf, String)>) {
    let (mut files, mut refused) = (Vec::new(), Vec::new());
    let mut open: Vec<PathBuf> = paths.iter().rev().cloned().collect();
    while let Some(path) = open.pop() {
        if !path.is_dir() {
            files.push(path);
            continue;
        }
        match fs::read_dir(&path).and_then(|entries| entries.map(|e| e.map(|e| e.path())).collect::<io::Result<Vec<_>>>()) {
            Ok(mut below) => {
                below.sort_unstable_by(|a, b| b.cmp(a));
                open.extend(below);
            }
            Err(error) => refused.push((path, describe(&error))),
        }
    }
    (files, refused)
}
