//! Opening a library: made where there is none, or only to be read, and as far as the system permits.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use rusqlite::Connection;

use super::database::{Access, Database, PATIENCE};
use super::error::Error;
use super::schema::{ARTICLES, USER};
use super::{Library, events, sample_articles};

/// Every error names the file and says why.
#[expect(clippy::missing_errors_doc, reason = "said once above")]
impl Library {
    /// Opens the library in a folder, making both files where there are none: `articles.db` can be rebuilt, `user.db` is precious.
    ///
    /// Where nothing can be written it is opened to be read, and [`Library::refusal`] says why.
    pub fn open(folder: &Path) -> Result<Self, Error> {
        if !is_there(folder)? {
            let made = fs::create_dir_all(folder);
            made.map_err(|source| Error::Folder { file: folder.display().to_string(), wanted: "made", source })?;
        }
        as_permitted(Access::Make, |access| Self::connect(Some(folder), access))
    }

    /// Opens the library in a folder to read it: what is not there is empty, and nothing is made.
    pub fn open_to_read(folder: &Path) -> Result<Self, Error> {
        if !is_there(folder)? {
            return Self::in_memory();
        }
        as_permitted(Access::Find, |access| Self::connect(Some(folder), access))
    }

    /// Opens what the user made, to read it, without a look at the file of the articles: there seem to be none.
    pub fn open_without_articles(folder: &Path) -> Result<Self, Error> {
        if !is_there(folder)? {
            return Self::in_memory();
        }
        let none = || Database::new(ARTICLES, None, Access::Find);
        as_permitted(Access::Find, |access| Self::connect_files(Database::new(USER, Some(folder), access), none(), access))
    }

    /// An empty library that is gone when the program ends: for tests, and to be read where there is none.
    pub fn in_memory() -> Result<Self, Error> {
        Self::connect(None, Access::Make)
    }

    /// Why nothing can be changed, when the library could be opened only to be read.
    #[must_use]
    pub fn refusal(&self) -> Option<&Error> {
        self.refusal.as_ref()
    }

    /// The library, if it can be changed.
    pub fn writable(self) -> Result<Self, Error> {
        match self.refusal {
            Some(refusal) => Err(refusal),
            None => Ok(self),
        }
    }

    fn connect(folder: Option<&Path>, access: Access) -> Result<Self, Error> {
        let library = Self::connect_files(Database::new(USER, folder, access), Database::new(ARTICLES, folder, access), access)?;
        Ok(Self { folder: folder.map(PathBuf::from), ..library })
    }

    fn connect_files(user: Database, articles: Database, access: Access) -> Result<Self, Error> {
        let mut connection = user.checked(Connection::open(&*user.location()))?;
        user.checked(connection.busy_timeout(PATIENCE))?;
        user.prepare(&mut connection)?;
        let mut library = Self { connection, user, articles, folder: None, access, refusal: None, is_sample: false };
        library.attach()?;
        library.refusal = library.user.writable(&library.connection).and(library.articles.writable(&library.connection)).err();
        library.guard()?;
        Ok(library)
    }

    fn attach(&mut self) -> Result<(), Error> {
        self.articles.checked(self.connection.execute("ATTACH ?1 AS articles", [self.articles.location()]))?;
        self.articles.prepare(&mut self.connection)
    }

    /// Has SQLite refuse every change to a library that is opened to be read, also to what stands in memory for a missing file: it would be lost.
    fn guard(&self) -> Result<(), Error> {
        let is_for_reading = self.access != Access::Make || self.refusal.is_some();
        self.user.checked(self.connection.pragma_update(None, "query_only", is_for_reading))
    }

    /// Turns to other articles; what the user made stays open.
    fn exchange(&mut self, articles: Database) -> Result<(), Error> {
        self.user.checked(self.connection.pragma_update(None, "query_only", false))?;
        self.connection.flush_prepared_statement_cache();
        self.articles.checked(self.connection.execute("DETACH articles", []))?;
        self.articles = articles;
        self.attach()
    }

    /// Shows the built-in sample articles instead of the (empty) own ones, in memory; what the user makes goes on being kept in `user.db`.
    pub fn show_sample(&mut self) -> Result<(), Error> {
        self.exchange(Database::new(ARTICLES, None, self.access))?;
        self.is_sample = true;
        let added = events::add(&mut self.connection, &sample_articles());
        self.articles.checked(added)?;
        self.guard()
    }

    /// Whether there are own articles, as far as another connection can tell.
    pub(super) fn has_own(&self) -> bool {
        let Some(folder) = self.folder.as_deref().filter(|folder| folder.join(ARTICLES.file_name).exists()) else { return false };
        Self::open_to_read(folder).and_then(|own| own.count()).is_ok_and(|count| count > 0)
    }

    /// Turns back from the sample to the own articles, once another program has added some.
    pub fn leave_sample_if_filled(&mut self) -> Result<(), Error> {
        if self.is_sample && self.has_own() { self.leave_sample() } else { Ok(()) }
    }

    /// Turns back from the sample to the own articles.
    pub(super) fn leave_sample(&mut self) -> Result<(), Error> {
        if self.is_sample {
            self.exchange(Database::new(ARTICLES, self.folder.as_deref(), self.access))?;
            self.is_sample = false;
            self.guard()?;
        }
        Ok(())
    }
}

/// Opens a library, and where the system refuses that, to be read only.
fn as_permitted(access: Access, open: impl Fn(Access) -> Result<Library, Error>) -> Result<Library, Error> {
    match open(access) {
        Err(refusal) if refusal.is_refusal() => Ok(Library { refusal: Some(refusal), ..open(Access::Read)? }),
        done => done,
    }
}

/// Whether there is something at the library's place; what is not a folder, or cannot be told, is an error.
fn is_there(folder: &Path) -> Result<bool, Error> {
    let file = folder.display().to_string();
    let unusable = |source| Error::Folder { file: file.clone(), wanted: "used", source };
    // SQLite attaches files by name as text: another spelling would be another file.
    if folder.to_str().is_none() {
        return Err(unusable(io::Error::new(io::ErrorKind::InvalidInput, "its name is not valid UTF-8")));
    }
    match (fs::symlink_metadata(folder), fs::metadata(folder)) {
        (_, Ok(there)) if there.is_dir() => Ok(true),
        (Ok(_), Ok(_)) => Err(Error::NotAFolder { file }),
        (Err(error), _) if error.kind() == io::ErrorKind::NotFound => Ok(false),
        (Err(error), _) | (Ok(_), Err(error)) => Err(unusable(error)),
    }
}

#[cfg(test)]
mod tests {
    use super::super::Query;
    use super::super::fixture::article;
    use super::*;

    const TEXT: &str = "The ferry is back in service.";

    #[test]
    fn windows_may_make_the_library_at_the_same_time() {
        for _ in 0..20 {
            let folder = tempfile::tempdir().unwrap();
            let open = || Library::open(folder.path()).map(|library| library.count());
            std::thread::scope(|scope| {
                let windows = [scope.spawn(open), scope.spawn(open), scope.spawn(open)];
                for window in windows {
                    assert_eq!(window.join().unwrap().unwrap().unwrap(), 0);
                }
            });
        }
    }

    #[test]
    fn a_damaged_file_is_named_and_left_as_it_is() {
        for name in ["user.db", "articles.db"] {
            let folder = tempfile::tempdir().unwrap();
            let file = folder.path().join(name);
            let damaged = b"These are no tables at all. ".repeat(100);
            fs::write(&file, &damaged).unwrap();
            let error = Library::open(folder.path()).unwrap_err().to_string();
            assert!(error.starts_with(&format!("{}: not a library", file.display())), "{error}");
            assert_eq!(Library::open_to_read(folder.path()).unwrap_err().to_string(), error);
            assert_eq!(fs::read(&file).unwrap(), damaged);
        }
    }

    #[test]
    fn a_folder_that_cannot_be_made_is_said() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("file");
        fs::write(&file, "").unwrap();
        let error = Library::open(&file.join("library")).unwrap_err().to_string();
        assert!(error.contains("cannot be used: Not a directory"), "{error}");
    }

    #[test]
    #[cfg(unix)]
    fn a_folder_that_cannot_be_named_as_text_is_refused() {
        use std::os::unix::ffi::OsStrExt;
        let folder = tempfile::tempdir().unwrap();
        let odd = folder.path().join(std::ffi::OsStr::from_bytes(b"caf\xe9"));
        assert!(Library::open(&odd).unwrap_err().to_string().contains("not valid UTF-8"));
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 0);
    }

    #[test]
    fn what_stands_in_the_folders_place_is_said() {
        let place = tempfile::tempdir().unwrap();
        let (file, link) = (place.path().join("file"), place.path().join("link"));
        fs::write(&file, "").unwrap();
        for open in [Library::open, Library::open_to_read] {
            assert!(matches!(open(&file), Err(Error::NotAFolder { .. })));
        }
        #[cfg(unix)]
        {
            std::os::unix::fs::symlink(place.path().join("nowhere"), &link).unwrap();
            assert!(Library::open_to_read(&link).is_err(), "a link that leads nowhere is no empty library");
        }
        assert_eq!(Library::open_to_read(&place.path().join("none")).unwrap().count().unwrap(), 0);
    }

    #[test]
    fn looking_makes_no_files_and_changes_nothing() {
        let folder = tempfile::tempdir().unwrap();
        let mut library = Library::open_to_read(folder.path()).unwrap();
        let error = library.add(&[article("a", "s", "2024-03-02", TEXT)]).unwrap_err().to_string();
        assert!(error.contains("no permission to write it"), "{error}");
        library.show_sample().unwrap();
        assert!(library.count().unwrap() > 0);
        assert!(library.set_starred(&[article("a", "s", "", TEXT).id], true).is_err(), "it would be lost");
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 0);
    }

    #[test]
    #[cfg(unix)]
    fn what_cannot_be_written_is_opened_to_be_read_and_loses_nothing() {
        let folder = tempfile::tempdir().unwrap();
        std::os::unix::fs::symlink("/nowhere/articles.db", folder.path().join("articles.db")).unwrap();
        let mut library = Library::open(folder.path()).unwrap();
        let refusal = library.refusal().unwrap().to_string();
        assert!(refusal.ends_with("articles.db: cannot be made; is its folder writable?"), "{refusal}");
        let kept = article("a", "s", "2024-03-02", TEXT);
        assert!(library.add(std::slice::from_ref(&kept)).is_err(), "what stands in memory for the missing file would lose it");
        assert!(library.set_starred(&[kept.id], true).is_err());
        assert_eq!(library.writable().unwrap_err().to_string(), refusal);
    }

    #[test]
    fn what_the_user_made_is_read_without_the_articles() {
        let folder = tempfile::tempdir().unwrap();
        drop(Library::open(folder.path()).unwrap());
        fs::write(folder.path().join("articles.db"), "no tables".repeat(100)).unwrap();
        let error = Library::open(folder.path()).unwrap_err();
        assert!(matches!(error, Error::DamagedArticles { .. }), "{error}");
        let library = Library::open_without_articles(folder.path()).unwrap();
        assert!(library.bookmarks().unwrap().is_empty());
    }

    #[test]
    fn a_library_is_read_without_a_file_being_written() {
        let folder = tempfile::tempdir().unwrap();
        let kept = article("a", "s", "2024-03-02", TEXT);
        Library::open(folder.path()).unwrap().add(std::slice::from_ref(&kept)).unwrap();
        let files = || {
            let mut names: Vec<_> = fs::read_dir(folder.path()).unwrap().map(|entry| entry.unwrap().file_name()).collect();
            names.sort();
            names
        };
        let before = files();
        let library = Library::connect(Some(folder.path()), Access::Read).unwrap();
        assert_eq!((library.list(&Query::default()).unwrap().len(), library.article(&kept.id).unwrap()), (1, Some(kept)));
        assert!(library.connection.execute("DELETE FROM main.bookmark", []).is_err());
        assert_eq!(files(), before);
    }
}
