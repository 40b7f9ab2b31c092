//! What can go wrong in the library, with the file it went wrong in.

use rusqlite::ErrorCode;
use thiserror::Error;

/// What can go wrong in the library; each message is one line that starts with the file's name.
#[derive(Debug, Error)]
pub enum Error {
    /// The database refused.
    #[error("{file}: {}", describe(source))]
    Database {
        /// The database file.
        file: String,
        /// What SQLite said.
        #[source]
        source: rusqlite::Error,
    },
    /// The folder cannot be made.
    #[error("{file}: cannot be made: {source}")]
    Folder {
        /// The folder.
        file: String,
        /// What the system said.
        #[source]
        source: std::io::Error,
    },
    /// The file is no library of Parallax, or what is kept in it cannot be read back.
    #[error("{file}: {what}")]
    Damaged {
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
}

impl Error {
    /// What SQLite said of a file, sorted into damage and refusal.
    pub(super) fn of(file: &str, source: rusqlite::Error) -> Self {
        let file = file.to_owned();
        match source {
            rusqlite::Error::FromSqlConversionFailure(_, _, cause) => Self::Damaged { file, what: format!("damaged: {cause}") },
            _ => Self::Database { file, source },
        }
    }
}

/// SQLite's codes in the words of a person; a refused change has changed nothing.
fn describe(error: &rusqlite::Error) -> String {
    let known = match error.sqlite_error_code() {
        Some(ErrorCode::DiskFull) => "the disk is full; nothing was changed",
        Some(ErrorCode::ReadOnly | ErrorCode::PermissionDenied) => "no permission to write it; nothing was changed",
        Some(ErrorCode::CannotOpen) => "cannot be opened or made; is its folder writable?",
        Some(ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked) => "another program is writing to it; nothing was changed, try again",
        Some(ErrorCode::NotADatabase) => "not a library of Parallax, or damaged; it was left as it is",
        Some(ErrorCode::DatabaseCorrupt) => "damaged; it was left as it is",
        Some(ErrorCode::SystemIoFailure) => "the disk could not be read or written; nothing was changed",
        _ => return error.to_string(),
    };
    known.to_owned()
}
