//! The two database files: their tables, and how an older file is brought up to date.

use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use rusqlite::{Connection, ErrorCode, TransactionBehavior};

use super::error::Error;

/// How long a write waits for another window's.
pub(super) const PATIENCE: Duration = Duration::from_secs(5);

/// What one of the two database files holds.
#[derive(Debug, Clone, Copy)]
pub(super) struct Schema {
    /// The file's name in the library's folder.
    pub(super) file_name: &'static str,
    /// The name it has inside the connection.
    name: &'static str,
    /// Marks the file as ours in its header (`PRAGMA application_id`).
    application: u32,
    /// How much is flushed to the disk: what the user made must survive a power cut, the articles can be added again.
    synchronous: &'static str,
    /// Whether a copy is kept, and the whole file checked, because it cannot be made again.
    precious: bool,
    /// Step `n` leads from format `n` to format `n + 1`; steps are added, never changed.
    migrations: &'static [&'static str],
}

/// What the user made.
pub(super) const USER: Schema = Schema {
    file_name: "user.db",
    name: "main",
    application: 0x504c_5855,
    synchronous: "FULL",
    precious: true,
    migrations: &[
        "
        CREATE TABLE main.reading (
            article TEXT PRIMARY KEY,
            read INTEGER NOT NULL DEFAULT 0,
            starred INTEGER NOT NULL DEFAULT 0,
            place TEXT
        ) WITHOUT ROWID;
        -- AUTOINCREMENT: the id of a deleted bookmark must stay free for its return.
        CREATE TABLE main.bookmark (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            note TEXT NOT NULL,
            tags TEXT NOT NULL,
            created TEXT NOT NULL
        );
        CREATE TABLE main.passage (
            bookmark INTEGER NOT NULL,
            side INTEGER NOT NULL,
            article TEXT NOT NULL,
            file TEXT NOT NULL,
            title TEXT,
            source TEXT,
            author TEXT,
            published TEXT,
            url TEXT,
            anchor TEXT NOT NULL,
            PRIMARY KEY (bookmark, side)
        ) WITHOUT ROWID;
        CREATE INDEX main.passage_article ON passage (article, bookmark);
    ",
        "
        -- A place was the first words on the screen alone; now the cursor has its own.
        UPDATE main.reading SET place = json_object('cursor', json(place), 'top', json(place), 'above', 0) WHERE place IS NOT NULL;
        CREATE TABLE main.remembered (
            name TEXT PRIMARY KEY,
            value TEXT NOT NULL
        ) WITHOUT ROWID;
    ",
    ],
};

/// The articles: can be rebuilt from the pages.
pub(super) const ARTICLES: Schema = Schema {
    file_name: "articles.db",
    name: "articles",
    application: 0x504c_5841,
    synchronous: "NORMAL",
    precious: false,
    migrations: &["
        CREATE TABLE articles.article (
            number INTEGER PRIMARY KEY,
            id TEXT NOT NULL UNIQUE,
            file TEXT NOT NULL,
            title TEXT,
            opening TEXT NOT NULL,
            source TEXT,
            source_key TEXT,
            author TEXT,
            published TEXT,
            day TEXT,
            moment INTEGER,
            event INTEGER NOT NULL,
            grouped INTEGER NOT NULL DEFAULT 0
        );
        CREATE INDEX articles.article_event ON article (event, source);
        CREATE INDEX articles.article_ungrouped ON article (number) WHERE grouped = 0;
        -- Apart from the lines, so that listing never reads past a body.
        CREATE TABLE articles.page (
            article INTEGER PRIMARY KEY,
            metadata TEXT NOT NULL,
            blocks BLOB NOT NULL
        );
        -- What tells of an article's event, apart from the pages for the same reason.
        CREATE TABLE articles.signature (
            article INTEGER PRIMARY KEY,
            words BLOB NOT NULL
        );
    "],
};

/// A database file of a library, or its stand-in in memory.
#[derive(Debug)]
pub(super) struct Database {
    schema: Schema,
    /// None in memory.
    path: Option<PathBuf>,
    /// As messages name it.
    shown: String,
}

impl Database {
    /// The database of that schema in a library's folder, or in memory without one.
    pub(super) fn new(schema: Schema, folder: Option<&Path>) -> Self {
        let path = folder.map(|folder| folder.join(schema.file_name));
        let shown = path.as_ref().map_or_else(|| schema.file_name.to_owned(), |path| path.display().to_string());
        Self { schema, path, shown }
    }

    /// What SQLite opens.
    pub(super) fn location(&self) -> &Path {
        self.path.as_deref().unwrap_or(Path::new(":memory:"))
    }

    /// Names the file in what went wrong.
    pub(super) fn checked<T>(&self, result: rusqlite::Result<T>) -> Result<T, Error> {
        result.map_err(|error| Error::of(&self.shown, error))
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
        self.checked(log_ahead(connection, name))?;
        self.checked(connection.pragma_update(Some(name), "synchronous", synchronous))?;
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
            let what = "a database of another program; it was left as it is".to_owned();
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
            found => {
                let what = format!("damaged ({}); it was left as it is", found.replace('\n', " "));
                Err(Error::Damaged { file: self.shown.clone(), what })
            }
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
    use super::super::{Anchor, Library, Place};
    use super::*;
    use crate::text::span::Span;

    const FIRST: Schema = Schema { migrations: &["CREATE TABLE main.note (text TEXT)"], ..USER };
    const SECOND: Schema =
        Schema { migrations: &["CREATE TABLE main.note (text TEXT)", "ALTER TABLE main.note ADD COLUMN tag TEXT DEFAULT 'none'"], ..USER };

    fn open(schema: Schema, folder: &Path) -> Result<Connection, Error> {
        let database = Database::new(schema, Some(folder));
        let mut connection = Connection::open(database.location()).unwrap();
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
    fn another_programs_database_is_left_as_it_is() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("user.db");
        Connection::open(&file).unwrap().execute("CREATE TABLE feeds (url TEXT)", []).unwrap();
        let error = open(FIRST, folder.path()).unwrap_err();
        assert!(error.to_string().contains("another program"), "{error}");
    }
}
