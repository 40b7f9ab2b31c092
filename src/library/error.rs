//! What can go wrong in the library, with the file it went wrong in.

use std::fs;
use std::io;
use std::path::Path;

use rusqlite::ErrorCode;
use rusqlite::ffi::{SQLITE_ERROR, SQLITE_IOERR_SHMSIZE};
use thiserror::Error;

/// What can go wrong in the library; each message is one line that starts with the file's name.
#[derive(Debug, Error)]
pub enum Error {
    /// The database refused; nothing was changed.
    #[error("{file}: {why}")]
    Database {
        /// The database file.
        file: String,
        /// Why, for people.
        why: String,
        /// What SQLite said.
        #[source]
        source: rusqlite::Error,
    },
    /// The folder cannot be made or looked into.
    #[error("{file}: the library's folder cannot be {wanted}: {}", system_words(source))]
    Folder {
        /// The folder.
        file: String,
        /// What was to be done with it, as a participle.
        wanted: &'static str,
        /// What the system said.
        #[source]
        source: io::Error,
    },
    /// Something else stands where the library's folder should be.
    #[error("{file}: no library, for it is not a folder; it was left as it is")]
    NotAFolder {
        /// The path.
        file: String,
    },
    /// The file is no library of Parallax, or what is kept in it cannot be read back.
    #[error("{file}: {what}; it was left as it is")]
    Damaged {
        /// The database file.
        file: String,
        /// What is wrong with it.
        what: String,
    },
    /// The articles' file is damaged; what the user made is in the other one.
    #[error("{file}: {what}; it was left as it is. It holds the articles only, nothing you made: move it away and add the pages again")]
    DamagedArticles {
        /// The database file.
        file: String,
        /// What is wrong with it.
        what: String,
    },
    /// A later version of Parallax made the file.
    #[error("{file}: made by a newer version of Parallax (format {found}, this one knows {known}); it was left as it is")]
    Newer {
        /// The database file.
        file: String,
        /// The file's format.
        found: usize,
        /// The last format this version knows.
        known: usize,
    },
    /// The file can be read but not changed.
    #[error("{file}: no permission to write it")]
    ReadOnly {
        /// The database file.
        file: String,
    },
}

impl Error {
    /// What SQLite said of a file that is not damaged, for people.
    pub(super) fn of_database(file: &str, path: Option<&Path>, source: rusqlite::Error) -> Self {
        let file = file.to_owned();
        match source.sqlite_error_code() {
            Some(ErrorCode::ReadOnly | ErrorCode::PermissionDenied) => Self::ReadOnly { file },
            _ => Self::Database { file, why: why(&source, path), source },
        }
    }

    /// Whether the file might be read though it could not be opened for changes.
    pub(super) fn is_refusal(&self) -> bool {
        use ErrorCode::{CannotOpen, DiskFull, SystemIoFailure};
        match self {
            Self::ReadOnly { .. } => true,
            Self::Database { source, .. } => matches!(source.sqlite_error_code(), Some(CannotOpen | DiskFull | SystemIoFailure)),
            _ => false,
        }
    }
}

/// What is wrong inside a file, where that is what SQLite says.
pub(super) fn damage(error: &rusqlite::Error) -> Option<String> {
    match error {
        rusqlite::Error::FromSqlConversionFailure(_, _, cause) => Some(format!("damaged: {cause}")),
        // All statements are ours and right: it is the tables that are not as they should be.
        rusqlite::Error::SqlInputError { msg, .. } => Some(format!("damaged: {msg}")),
        rusqlite::Error::SqliteFailure(code, Some(said)) if code.extended_code == SQLITE_ERROR => Some(format!("damaged: {said}")),
        _ => match error.sqlite_error_code()? {
            ErrorCode::NotADatabase => Some("not a library of Parallax, or damaged".to_owned()),
            ErrorCode::DatabaseCorrupt => Some("damaged".to_owned()),
            _ => None,
        },
    }
}

const FULL: &str = "the disk is full; what was there is unchanged";

/// SQLite's codes in the words of a person; a refused change has changed nothing.
fn why(error: &rusqlite::Error, path: Option<&Path>) -> String {
    if path.is_some_and(Path::is_dir) {
        return "a folder stands where this file should be".to_owned();
    }
    let lacks_room = error.sqlite_extended_error_code() == Some(SQLITE_IOERR_SHMSIZE);
    let known = match error.sqlite_error_code() {
        Some(ErrorCode::SystemIoFailure) if lacks_room => FULL,
        Some(ErrorCode::DiskFull) => FULL,
        Some(ErrorCode::CannotOpen) => return why_not_opened(path),
        Some(ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked) => "another program is writing to it; nothing was changed, try again",
        Some(ErrorCode::SystemIoFailure) => "the disk cannot be read or written; what was there is unchanged",
        _ => return format!("the database cannot do that: {error}"),
    };
    known.to_owned()
}

/// SQLite does not say why it could not open a file. It is only looked at: to open and close it would take the locks that another
/// connection of this program has on it (POSIX).
fn why_not_opened(path: Option<&Path>) -> String {
    match path.map(fs::metadata) {
        Some(Ok(_)) => "no permission to read it, or to write in its folder".to_owned(),
        Some(Err(error)) if error.kind() != io::ErrorKind::NotFound => format!("cannot be opened: {}", system_words(&error)),
        Some(Err(_)) | None => "cannot be made; is its folder writable?".to_owned(),
    }
}

/// What the system said, without its number for it.
#[must_use]
pub fn system_words(error: &io::Error) -> String {
    let words = error.to_string();
    match words.rsplit_once(" (os error ") {
        Some((said, _)) => said.to_owned(),
        None => words,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_systems_words_stand_without_its_number() {
        assert_eq!(system_words(&io::Error::from_raw_os_error(2)), "No such file or directory");
        assert_eq!(system_words(&io::Error::other("the line is cut")), "the line is cut");
    }

    #[test]
    fn what_sqlite_says_comes_after_words_of_ours() {
        let unknown = rusqlite::Error::InvalidQuery;
        let said = unknown.to_string();
        let error = Error::of_database("user.db", None, unknown).to_string();
        assert_eq!(error, format!("user.db: the database cannot do that: {said}"));
    }
}
