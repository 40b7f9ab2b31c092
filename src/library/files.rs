//! The files that were read, so that one that has not changed need not be read again.

use rusqlite::{Connection, OptionalExtension, params};

/// What tells whether a file has changed without a look into it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Stamp {
    /// Its bytes.
    pub size: u64,
    /// When it was last written to, in nanoseconds since 1970.
    pub changed: i64,
}

/// A file all of whose articles are in the library.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KnownFile {
    /// Its whole path.
    pub path: String,
    /// What it was like when it was read.
    pub stamp: Stamp,
    /// How many articles it has.
    pub articles: usize,
}

/// How many articles a file has that was read when it was as it is now; none when it must be read.
pub(super) fn unchanged(connection: &Connection, path: &str, stamp: Stamp) -> rusqlite::Result<Option<usize>> {
    let mut select = connection.prepare_cached("SELECT articles FROM articles.file WHERE path = ?1 AND size = ?2 AND changed = ?3")?;
    let count = select.query_row(params![path, stamp.size.cast_signed(), stamp.changed], |row| row.get::<_, u32>(0)).optional()?;
    Ok(count.map(|count| count as usize))
}

/// Notes files all of whose articles are there.
pub(super) fn note(connection: &mut Connection, files: &[KnownFile]) -> rusqlite::Result<()> {
    let transaction = connection.transaction()?;
    for KnownFile { path, stamp, articles } in files {
        transaction
            .prepare_cached("INSERT OR REPLACE INTO articles.file (path, size, changed, articles) VALUES (?1, ?2, ?3, ?4)")?
            .execute(params![path, stamp.size.cast_signed(), stamp.changed, *articles as u32])?;
    }
    transaction.commit()
}

#[cfg(test)]
mod tests {
    use super::super::Library;
    use super::*;

    #[test]
    fn a_file_is_known_while_it_is_as_it_was() {
        let mut library = Library::in_memory().unwrap();
        let stamp = Stamp { size: 10, changed: 7 };
        library.note_files(&[KnownFile { path: "/a.txt".to_owned(), stamp, articles: 2 }]).unwrap();
        assert_eq!(library.unchanged_file("/a.txt", stamp).unwrap(), Some(2));
        assert_eq!(library.unchanged_file("/b.txt", stamp).unwrap(), None);
        let later = Stamp { changed: 8, ..stamp };
        assert_eq!(library.unchanged_file("/a.txt", later).unwrap(), None);
        library.note_files(&[KnownFile { path: "/a.txt".to_owned(), stamp: later, articles: 3 }]).unwrap();
        assert_eq!((library.unchanged_file("/a.txt", later).unwrap(), library.unchanged_file("/a.txt", stamp).unwrap()), (Some(3), None));
    }
}
