//! One of the two database files: opened as far as the system permits, checked, and brought up to date.

use std::borrow::Cow;
use std::fs;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use rusqlite::{Connection, ErrorCode, TransactionBehavior};

use super::error::{self, Error};
use super::schema::Schema;

/// How long a write waits for another window's. Reading never waits.
pub(super) const PATIENCE: Duration = Duration::from_secs(5);

/// How long articles wait to be added: another window may be grouping the events of very many.
pub(super) const PATIENCE_OF_ARTICLES: Duration = Duration::from_mins(2);

/// What may be done with the files.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Access {
    /// What is missing is made.
    Make,
    /// What is missing is empty, and is not made.
    Find,
    /// As `Find`, and nothing is written, not even beside the files: for a folder that permits no more.
    Read,
}

/// A database file of a library, or its stand-in in memory.
#[derive(Debug)]
pub(super) struct Database {
    schema: Schema,
    access: Access,
    /// None in memory.
    path: Option<PathBuf>,
    /// As messages name it.
    shown: String,
}

impl Database {
    /// The database of that schema in a library's folder, or in memory without one.
    ///
    /// A file that is missing and is not to be made has its stand-in in memory, too.
    pub(super) fn new(schema: Schema, folder: Option<&Path>, access: Access) -> Self {
        let path = folder.map(|folder| folder.join(schema.file_name));
        let shown = path.as_ref().map_or_else(|| schema.file_name.to_owned(), |path| path.display().to_string());
        // A file that cannot be looked for is not missing; opening it says why.
        let path = path.filter(|path| access == Access::Make || path.try_exists().unwrap_or(true));
        Self { schema, access, path, shown }
    }

    /// What SQLite opens.
    pub(super) fn location(&self) -> Cow<'_, str> {
        match &self.path {
            None => ":memory:".into(),
            Some(path) if self.access == Access::Read => read_only(path).into(),
            Some(path) => path.to_string_lossy(),
        }
    }

    /// Names the file in what went wrong.
    pub(super) fn checked<T>(&self, result: rusqlite::Result<T>) -> Result<T, Error> {
        result.map_err(|error| match error::damage(&error) {
            Some(what) => self.damaged(what),
            None => Error::of_database(&self.shown, self.path.as_deref(), error),
        })
    }

    fn damaged(&self, what: String) -> Error {
        let file = self.shown.clone();
        if self.schema.precious { Error::Damaged { file, what } } else { Error::DamagedArticles { file, what } }
    }

    /// Says so when the file cannot be changed, though it could be opened.
    pub(super) fn writable(&self, connection: &Connection) -> Result<(), Error> {
        let is_read_only = self.checked(connection.is_readonly(self.schema.name))?;
        if is_read_only { Err(Error::ReadOnly { file: self.shown.clone() }) } else { Ok(()) }
    }

    /// Makes the tables of a file that the connection has open, or brings an older file up to date.
    ///
    /// Nothing is written to a file that is another program's, damaged or newer.
    pub(super) fn prepare(&self, connection: &mut Connection) -> Result<(), Error> {
        let Schema { name, synchronous, precious, migrations, .. } = self.schema;
        let format = self.format(connection)?;
        if precious && format > 0 {
            self.check(connection)?;
        }
        if !self.checked(connection.is_readonly(name))? {
            self.checked(log_ahead(connection, name))?;
            self.checked(connection.pragma_update(Some(name), "synchronous", synchronous))?;
        }
        if format == migrations.len() {
            return Ok(());
        }
        if let Some(path) = &self.path
            && precious
            && format > 0
        {
            let copy = copy_path(path, format);
            self.checked(connection.execute(&format!("VACUUM {name} INTO ?1"), [copy.to_string_lossy()]))?;
        }
        self.checked(self.migrate(connection))
    }

    /// The file's format, 0 for a new one.
    fn format(&self, connection: &Connection) -> Result<usize, Error> {
        let Schema { name, application, migrations, .. } = self.schema;
        // One transaction, one view of the file: another window may be making it just now.
        let connection = self.checked(connection.unchecked_transaction())?;
        let number = |pragma| self.checked(connection.pragma_query_value(Some(name), pragma, |row| row.get::<_, u32>(0)));
        let (marked, format) = (number("application_id")?, number("user_version")? as usize);
        let tables = connection.query_row(&format!("SELECT count(*) FROM {name}.sqlite_schema"), [], |row| row.get::<_, u32>(0));
        let is_new = marked == 0 && self.checked(tables)? == 0;
        if marked != application && !is_new {
            let what = "a database of another program".to_owned();
            return Err(Error::Damaged { file: self.shown.clone(), what });
        }
        let known = migrations.len();
        if format > known {
            return Err(Error::Newer { file: self.shown.clone(), found: format, known });
        }
        Ok(format)
    }

    /// Reads the whole file once, so that damage is said before anything is written on top of it.
    fn check(&self, connection: &Connection) -> Result<(), Error> {
        let found = connection.pragma_query_value(Some(self.schema.name), "quick_check", |row| row.get::<_, String>(0));
        match self.checked(found)? {
            found if found == "ok" => Ok(()),
            found => Err(self.damaged(format!("damaged ({})", found.replace('\n', " ")))),
        }
    }

    /// Takes all missing steps at once; another window may have taken them while this one waited.
    fn migrate(&self, connection: &mut Connection) -> rusqlite::Result<()> {
        let Schema { name, application, migrations, .. } = self.schema;
        let transaction = connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
        let format: u32 = transaction.pragma_query_value(Some(name), "user_version", |row| row.get(0))?;
        for step in migrations.iter().skip(format as usize) {
            transaction.execute_batch(step)?;
        }
        transaction.pragma_update(Some(name), "application_id", application)?;
        transaction.pragma_update(Some(name), "user_version", migrations.len() as u32)?;
        transaction.commit()
    }
}

/// The address under which SQLite reads a file and writes nothing, not even beside it. A log with something in it is part of the file, and
/// another window may be writing; without one the file is whole, and nothing is locked.
fn read_only(path: &Path) -> String {
    let mut log = path.as_os_str().to_owned();
    log.push("-wal");
    let has_log = fs::metadata(&log).is_ok_and(|about| about.len() > 0);
    let how = if has_log { "mode=ro&readonly_shm=1" } else { "immutable=1" };
    let path = path.to_string_lossy().replace('%', "%25").replace('?', "%3f").replace('#', "%23");
    // An absolute path follows an empty host.
    let scheme = if path.starts_with('/') { "file://" } else { "file:" };
    format!("{scheme}{path}?{how}")
}

/// Turns on write-ahead logging. For this SQLite does not wait for other windows, so it is tried again until they are done; they meet here
/// only while a library is made.
fn log_ahead(connection: &Connection, name: &str) -> rusqlite::Result<()> {
    let first = Instant::now();
    loop {
        match connection.pragma_update(Some(name), "journal_mode", "WAL") {
            Err(error) if error.sqlite_error_code() == Some(ErrorCode::DatabaseBusy) && first.elapsed() < PATIENCE => {
                std::thread::sleep(Duration::from_millis(5));
            }
            done => return done,
        }
    }
}

/// Where the copy of an older format goes: `user.db.format-1`, never over a copy that is there.
fn copy_path(file: &Path, format: usize) -> PathBuf {
    let named = |suffix: &str| {
        let mut name = file.as_os_str().to_owned();
        name.push(format!(".format-{format}{suffix}"));
        PathBuf::from(name)
    };
    let later = (2..).map(|copy| named(&format!("-{copy}")));
    std::iter::once(named("")).chain(later).find(|path| !path.exists()).unwrap_or_else(|| named(""))
}

#[cfg(test)]
mod tests {
    use super::super::fixture::article;
    use super::super::schema::USER;
    use super::super::{Anchor, Library, Place};
    use super::*;
    use crate::text::span::Span;

    const FIRST: Schema = Schema { migrations: &["CREATE TABLE main.note (text TEXT)"], ..USER };
    const SECOND: Schema =
        Schema { migrations: &["CREATE TABLE main.note (text TEXT)", "ALTER TABLE main.note ADD COLUMN tag TEXT DEFAULT 'none'"], ..USER };

    fn open(schema: Schema, folder: &Path) -> Result<Connection, Error> {
        let database = Database::new(schema, Some(folder), Access::Make);
        let mut connection = Connection::open(&*database.location()).unwrap();
        database.prepare(&mut connection).map(|()| connection)
    }

    #[test]
    fn an_older_file_is_copied_and_brought_up_to_date() {
        let folder = tempfile::tempdir().unwrap();
        open(FIRST, folder.path()).unwrap().execute("INSERT INTO note VALUES ('kept')", []).unwrap();
        let connection = open(SECOND, folder.path()).unwrap();
        let row: (String, String) = connection.query_row("SELECT text, tag FROM note", [], |r| Ok((r.get(0)?, r.get(1)?))).unwrap();
        assert_eq!(row, ("kept".to_owned(), "none".to_owned()));
        let copy = Connection::open(folder.path().join("user.db.format-1")).unwrap();
        assert_eq!(copy.query_row("SELECT text FROM note", [], |r| r.get::<_, String>(0)).unwrap(), "kept");
    }

    #[test]
    fn a_place_from_before_cursors_were_kept_is_still_one() {
        let folder = tempfile::tempdir().unwrap();
        let kept = article("a", "s", "", "The ferry is back in service.");
        let anchor = Anchor::of(&kept.body, Span::new(4, 9));
        let row = [kept.id.as_str(), &serde_json::to_string(&anchor).unwrap()];
        let first = Schema { migrations: &USER.migrations[..1], ..USER };
        open(first, folder.path()).unwrap().execute("INSERT INTO main.reading (article, place) VALUES (?1, ?2)", row).unwrap();
        let library = Library::open(folder.path()).unwrap();
        let want = Place { cursor: anchor.clone(), top: Some(anchor), above: 0 };
        assert_eq!(library.place(&kept.id).unwrap(), Some(want));
    }

    #[test]
    fn a_bookmark_from_before_passages_had_several_stretches_is_still_one() {
        let folder = tempfile::tempdir().unwrap();
        let kept = article("a", "s", "", "The ferry is back in service.");
        let anchor = Anchor::of(&kept.body, Span::new(4, 9));
        let row = [kept.id.as_str(), &serde_json::to_string(&anchor).unwrap()];
        let before = Schema { migrations: &USER.migrations[..3], ..USER };
        let connection = open(before, folder.path()).unwrap();
        connection.execute("INSERT INTO main.bookmark (note, tags, created) VALUES ('', '[]', '2024-03-02T00:00:00Z')", []).unwrap();
        let passage = "INSERT INTO main.passage (bookmark, side, article, file, anchor) VALUES (1, 0, ?1, 'a.txt', ?2)";
        connection.execute(passage, row).unwrap();
        drop(connection);
        let bookmarks = Library::open(folder.path()).unwrap().bookmarks().unwrap();
        let passages = bookmarks[0].kept.passages();
        assert_eq!((bookmarks.len(), &passages[0].anchor, passages[0].more.len()), (1, &anchor, 0));
    }

    #[test]
    fn a_copy_never_replaces_a_copy() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("user.db");
        assert_eq!(copy_path(&file, 1), folder.path().join("user.db.format-1"));
        std::fs::write(folder.path().join("user.db.format-1"), "x").unwrap();
        assert_eq!(copy_path(&file, 1), folder.path().join("user.db.format-1-2"));
    }

    #[test]
    fn a_newer_file_is_left_as_it_is() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("user.db");
        drop(open(SECOND, folder.path()).unwrap());
        let before = std::fs::read(&file).unwrap();
        let error = open(FIRST, folder.path()).unwrap_err();
        assert!(matches!(error, Error::Newer { found: 2, known: 1, .. }), "{error}");
        assert_eq!(std::fs::read(&file).unwrap(), before);
    }

    #[test]
    fn another_programs_database_is_left_as_it_is() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("user.db");
        Connection::open(&file).unwrap().execute("CREATE TABLE feeds (url TEXT)", []).unwrap();
        let error = open(FIRST, folder.path()).unwrap_err();
        assert!(error.to_string().contains("another program"), "{error}");
    }

    #[test]
    fn a_path_is_spelled_out_in_an_address() {
        assert_eq!(read_only(Path::new("/50% of?/a#1.db")), "file:///50%25 of%3f/a%231.db?immutable=1");
        assert_eq!(read_only(Path::new("below/user.db")), "file:below/user.db?immutable=1");
        assert_eq!(read_only(Path::new("//host/user.db")), "file:////host/user.db?immutable=1");
    }
}
