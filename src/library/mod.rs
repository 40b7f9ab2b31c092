//! The library: all articles, events, bookmarks and reading state, kept in two SQLite files.

pub mod anchor;
mod articles;
mod bookmarks;
mod corrections;
mod database;
mod doctor;
mod error;
mod events;
mod fetched;
mod files;
#[cfg(test)]
mod fixture;
#[cfg(test)]
mod formats;
mod nearby;
mod opening;
mod pairings;
mod reading;
pub mod sample;
mod schema;
pub mod search;
mod state;
mod verify;
mod versions;

use std::path::{Path, PathBuf};

use jiff::Timestamp;
use rusqlite::Connection;

pub use anchor::{Anchor, Anchored};
pub use articles::{Added, ArticleLine, Query, SHORTEST_PREFIX};
pub use bookmarks::{Bookmark, BookmarkId, Citation, Keeping, Kept, Passage};
pub use corrections::Correction;
pub use doctor::{Finding, Salvage};
pub use error::{Error, system_words};
pub use events::EventId;
pub use fetched::Validators;
pub use files::{KnownFile, Stamp};
pub use pairings::{Decision, EventPair, Pairing, event_pair};
pub use reading::read;
pub use state::{Place, Remembered};
pub use verify::{Standing, Verified, verify};

use crate::article::{Article, ArticleId};
use crate::ingest::{Options, ingest};
use database::{Access, Database, PATIENCE, PATIENCE_OF_ARTICLES};
use schema::{ARTICLES, USER};
use search::{Found, Hit, Search};

/// The open library.
///
/// One connection: in it, `main` is `user.db`, what the user made; `articles` is `articles.db`, which can be rebuilt, or the sample in memory.
#[derive(Debug)]
pub struct Library {
    connection: Connection,
    user: Database,
    articles: Database,
    folder: Option<PathBuf>,
    access: Access,
    /// Why it can only be read.
    refusal: Option<Error>,
    is_sample: bool,
}

/// Every method's error names the file and says why; what was asked for has then not been done, not even in part.
#[expect(clippy::missing_errors_doc, reason = "said once above")]
impl Library {
    /// Whether the sample articles are shown.
    #[must_use]
    pub fn is_sample(&self) -> bool {
        self.is_sample
    }

    /// A number for each file that is another one when another program has changed it.
    pub fn state(&self) -> Result<(i64, i64), Error> {
        let state = |name: &str| self.connection.pragma_query_value(Some(name), "data_version", |row| row.get(0));
        let articles = if self.is_sample { i64::from(self.has_own()) } else { self.articles.checked(state("articles"))? };
        Ok((self.user.checked(state("main"))?, articles))
    }

    /// How many articles there are.
    pub fn count(&self) -> Result<usize, Error> {
        self.articles.checked(articles::count(&self.connection))
    }

    /// Adds articles in one transaction: all of them or none. Events are brought up to date. The answers are in the order of the articles.
    ///
    /// Own articles take the place of the sample.
    pub fn add(&mut self, articles: &[Article]) -> Result<Vec<Added>, Error> {
        self.leave_sample()?;
        self.patiently(|connection| events::add(connection, articles))
    }

    /// Adds some of many articles as [`Library::add`] does, but leaves the events to [`Library::group_events`], which looks at all articles.
    /// Until then, or when it is never reached, a new article is an event of its own.
    pub fn add_some(&mut self, articles: &[Article]) -> Result<Vec<Added>, Error> {
        self.leave_sample()?;
        self.patiently(|connection| articles::add(connection, articles))
    }

    /// Brings the events up to date, if articles came in since that was done.
    pub fn group_events(&mut self) -> Result<(), Error> {
        while self.group_some()? {}
        Ok(())
    }

    /// Looks at the events of some of the articles that came in; `false` when all were looked at. Cut off, it goes on the next time.
    pub fn group_some(&mut self) -> Result<bool, Error> {
        self.patiently(events::group_some)
    }

    /// Keeps decisions on the events of articles two by two, or takes them back, and brings the events up to date.
    pub fn decide_events(&mut self, decisions: &[(EventPair, Option<Decision>)]) -> Result<(), Error> {
        self.user.checked(pairings::decide_events(&self.connection, decisions))?;
        let articles: Vec<ArticleId> = decisions.iter().flat_map(|(pair, _)| pair).cloned().collect();
        self.patiently(|connection| events::group_anew(connection, &articles))
    }

    /// Changes the articles, with more patience for another window than a person at the screen has.
    fn patiently<T>(&mut self, change: impl FnOnce(&mut Connection) -> rusqlite::Result<T>) -> Result<T, Error> {
        self.articles.checked(self.connection.busy_timeout(PATIENCE_OF_ARTICLES))?;
        let done = change(&mut self.connection);
        self.articles.checked(self.connection.busy_timeout(PATIENCE))?;
        self.articles.checked(done)
    }

    /// The articles newest first, by the day on their outlets' calendars, then by the moment; the undated ones last.
    pub fn list(&self, query: &Query) -> Result<Vec<ArticleLine>, Error> {
        self.articles.checked(articles::list(&self.connection, query))
    }

    /// The best answers to a search of the full text, so many at most.
    pub fn search(&self, search: &Search, most: usize) -> Result<Found, Error> {
        self.articles.checked(search::search(&self.connection, search, most))
    }

    /// An article that answers a search, with its words around what was searched for.
    pub fn hit(&self, id: &ArticleId, search: &Search) -> Result<Option<Hit>, Error> {
        self.articles.checked(search::hit(&self.connection, id, search))
    }

    /// Takes so many articles at most into the index of words that are not in it yet; how many are left.
    pub fn index_some(&mut self, most: usize) -> Result<usize, Error> {
        self.patiently(|connection| articles::index_some(connection, most))
    }

    /// One article with its body and dropped text; a sample article also when the sample is no longer listed, for what was kept of it.
    pub fn article(&self, id: &ArticleId) -> Result<Option<Article>, Error> {
        let found = self.articles.checked(articles::article(&self.connection, id))?;
        Ok(found.or_else(|| sample_article(id)))
    }

    /// All versions of an article, itself among them, in the order in which they came in.
    pub fn versions(&self, id: &ArticleId) -> Result<Vec<ArticleId>, Error> {
        self.articles.checked(versions::versions(&self.connection, id))
    }

    /// How many stories were taken from this page, its own article among them; `None` where there is no article of it.
    pub fn stories(&self, id: &ArticleId) -> Result<Option<usize>, Error> {
        self.articles.checked(articles::stories(&self.connection, id))
    }

    /// How many articles a file has that was read when it was as it is now; `None` when it must be read.
    pub fn unchanged_file(&self, path: &str, stamp: Stamp) -> Result<Option<usize>, Error> {
        self.articles.checked(files::unchanged(&self.connection, path, stamp))
    }

    /// Notes files all of whose articles are there.
    pub fn note_files(&mut self, known: &[KnownFile]) -> Result<(), Error> {
        self.patiently(|connection| files::note(connection, known))
    }

    /// What the user says of an article in place of what its page says.
    pub fn correction(&self, id: &ArticleId) -> Result<Correction, Error> {
        self.user.checked(corrections::correction(&self.connection, id))
    }

    /// Keeps what the user says of an article in place of what was kept before, and brings the events up to date; nothing takes it back.
    pub fn correct(&mut self, id: &ArticleId, correction: &Correction) -> Result<(), Error> {
        self.patiently(|connection| corrections::correct(connection, id, correction))?;
        self.group_events()
    }

    /// Looks the files over.
    pub fn examine(&self) -> Result<Vec<Finding>, Error> {
        self.articles.checked(doctor::examine(&self.connection))
    }

    /// Has index and events made anew by [`Library::index_some`] and [`Library::group_some`]; what the user decided stays.
    pub fn begin_anew(&mut self) -> Result<(), Error> {
        self.patiently(doctor::begin_anew)
    }

    /// Puts the damaged file of articles in a folder aside, and makes a new one of the articles that can be read in it.
    pub fn salvage(folder: &Path) -> Result<(Self, Salvage), Error> {
        doctor::salvage(folder)
    }

    /// How many articles came in whose events were not looked at yet.
    pub fn ungrouped(&self) -> Result<usize, Error> {
        self.articles.checked(events::ungrouped(&self.connection))
    }

    /// Notes the folder in which the paths of these articles' pages were given.
    pub fn note_folder(&mut self, ids: &[ArticleId], folder: &str) -> Result<(), Error> {
        self.patiently(|connection| articles::note_folder(connection, ids, folder))
    }

    /// Where an article's page lies, whatever the current folder is.
    pub fn path_of(&self, article: &Article) -> Result<PathBuf, Error> {
        let folder = self.articles.checked(articles::folder(&self.connection, &article.id))?;
        Ok(folder.map_or_else(|| PathBuf::from(&article.file), |folder| Path::new(&folder).join(&article.file)))
    }

    /// What a server said the last time that a page was fetched from an address.
    pub fn validators(&self, address: &str) -> Result<Validators, Error> {
        self.articles.checked(fetched::validators(&self.connection, address))
    }

    /// Notes what a server said of a page whose articles are there.
    pub fn note_fetched(&mut self, address: &str, validators: &Validators) -> Result<(), Error> {
        self.patiently(|connection| fetched::note(connection, address, validators))
    }

    /// Where the page of a kept passage was read from, with the number of its article behind `#` where it has one; `None` where no place is
    /// known. That there is still a file is not said.
    pub fn page_of(&self, passage: &Passage) -> Result<Option<PathBuf>, Error> {
        let file = Path::new(&passage.citation.file);
        let folder = self.articles.checked(articles::folder(&self.connection, &passage.article))?;
        Ok(folder.map(|folder| Path::new(&folder).join(file)).or_else(|| file.is_absolute().then(|| file.to_owned())))
    }

    /// Notes how many stories were taken from a page whose article is there, its own among them.
    pub fn note_stories(&mut self, id: &ArticleId, count: usize) -> Result<(), Error> {
        self.patiently(|connection| articles::note_stories(connection, id, count))
    }

    /// The articles whose id starts with these digits (four at least).
    pub fn ids_starting(&self, prefix: &str) -> Result<Vec<ArticleId>, Error> {
        self.articles.checked(articles::ids_starting(&self.connection, prefix))
    }

    /// Sets read or unread.
    pub fn set_read(&mut self, ids: &[ArticleId], read: bool) -> Result<(), Error> {
        self.user.checked(state::set_read(&mut self.connection, ids, read))
    }

    /// Sets or takes the star.
    pub fn set_starred(&mut self, ids: &[ArticleId], starred: bool) -> Result<(), Error> {
        self.user.checked(state::set_starred(&mut self.connection, ids, starred))
    }

    /// Where the reader stopped in an article.
    pub fn place(&self, id: &ArticleId) -> Result<Option<Place>, Error> {
        self.user.checked(state::place(&self.connection, id))
    }

    /// Keeps where the reader stopped.
    pub fn set_place(&mut self, id: &ArticleId, place: &Place) -> Result<(), Error> {
        self.user.checked(state::set_place(&self.connection, id, place))
    }

    /// What the screens remember from one run to the next.
    pub fn remembered(&self, what: Remembered) -> Result<Option<String>, Error> {
        self.user.checked(state::remembered(&self.connection, what))
    }

    /// Remembers something for the next run, or forgets it.
    pub fn remember(&mut self, what: Remembered, value: Option<&str>) -> Result<(), Error> {
        self.user.checked(state::remember(&self.connection, what, value))
    }

    /// All that was decided of the events of articles.
    pub fn event_decisions(&self) -> Result<Vec<(EventPair, Decision)>, Error> {
        self.user.checked(pairings::event_decisions(&self.connection))
    }

    /// What was decided of passages of two articles, the left one's first, in the order in which it was.
    pub fn decisions(&self, left: &ArticleId, right: &ArticleId) -> Result<Vec<(Pairing, Decision)>, Error> {
        self.user.checked(pairings::between(&self.connection, left, right))
    }

    /// Keeps a decision on two passages in place of the one before, or takes it back.
    pub fn decide(&mut self, pairing: Pairing, decision: Option<Decision>) -> Result<(), Error> {
        self.user.checked(pairings::decide(&self.connection, pairing, decision))
    }

    /// All bookmarks, newest first.
    pub fn bookmarks(&self) -> Result<Vec<Bookmark>, Error> {
        self.user.checked(bookmarks::list(&self.connection))
    }

    /// Keeps a passage or a pair, once.
    pub fn add_bookmark(&mut self, kept: Kept, note: &str, tags: &[String], created: Timestamp) -> Result<Keeping, Error> {
        let bookmark = Bookmark { id: BookmarkId(0), kept, note: note.to_owned(), tags: tags.to_vec(), created };
        self.user.checked(bookmarks::add(&mut self.connection, bookmark))
    }

    /// Puts a bookmark (back) as it is given: undo of a deletion, and a changed note or tags.
    pub fn put_bookmark(&mut self, bookmark: &Bookmark) -> Result<(), Error> {
        self.user.checked(bookmarks::put(&mut self.connection, bookmark))
    }

    /// Deletes a bookmark.
    pub fn remove_bookmark(&mut self, id: BookmarkId) -> Result<(), Error> {
        self.user.checked(bookmarks::remove(&mut self.connection, id))
    }
}

/// The two files of a library in a folder: what the user made, and the articles.
#[must_use]
pub fn files(folder: &Path) -> [PathBuf; 2] {
    [USER, ARTICLES].map(|schema| folder.join(schema.file_name))
}

/// The built-in sample pages, ingested; their files are named as if they lay in a folder `sample`.
fn sample_articles() -> Vec<Article> {
    sample::PAGES.iter().filter_map(|(file, page)| read_sample(file, page)).collect()
}

fn sample_article(id: &ArticleId) -> Option<Article> {
    let (file, page) = sample::PAGES.iter().find(|(_, page)| ArticleId::of_page(page.as_bytes()) == *id)?;
    read_sample(file, page)
}

fn read_sample(file: &str, page: &str) -> Option<Article> {
    let ingested = ingest(page.as_bytes(), &format!("sample/{file}"), Options::default());
    ingested.ok().map(|ingested| ingested.article)
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::fixture::article;
    use super::*;

    const TEXT: &str = "The ferry is back in service.";

    #[test]
    fn what_was_kept_is_there_when_opened_again() {
        let folder = tempfile::tempdir().unwrap();
        let below = folder.path().join("made/on the way");
        let kept = article("a", "s", "2024-03-02", TEXT);
        let mut library = Library::open(&below).unwrap();
        library.add(std::slice::from_ref(&kept)).unwrap();
        library.set_starred(std::slice::from_ref(&kept.id), true).unwrap();
        drop(library);
        let line = &Library::open(&below).unwrap().list(&Query::default()).unwrap()[0];
        assert!(line.starred && line.id == kept.id);
    }

    #[test]
    fn lost_articles_take_nothing_of_the_users_along() {
        let folder = tempfile::tempdir().unwrap();
        let kept = article("a", "s", "2024-03-02", TEXT);
        let mut library = Library::open(folder.path()).unwrap();
        library.add(std::slice::from_ref(&kept)).unwrap();
        library.set_starred(std::slice::from_ref(&kept.id), true).unwrap();
        drop(library);
        fs::remove_file(folder.path().join("articles.db")).unwrap();
        let mut library = Library::open(folder.path()).unwrap();
        assert_eq!(library.count().unwrap(), 0);
        library.add(&[kept]).unwrap();
        assert!(library.list(&Query::default()).unwrap()[0].starred);
    }

    #[test]
    fn two_windows_lose_nothing() {
        let folder = tempfile::tempdir().unwrap();
        drop(Library::open(folder.path()).unwrap());
        let window = |name: &'static str| {
            let folder = folder.path().to_owned();
            std::thread::spawn(move || {
                let mut library = Library::open(&folder).unwrap();
                for number in 0..20 {
                    let one = article(&format!("{name} {number}"), "s", "2024-03-02", TEXT);
                    library.set_starred(std::slice::from_ref(&one.id), true).unwrap();
                    library.add(&[one]).unwrap();
                }
            })
        };
        let windows = [window("left"), window("right")];
        for window in windows {
            window.join().unwrap();
        }
        let lines = Library::open(folder.path()).unwrap().list(&Query::default()).unwrap();
        assert_eq!((lines.len(), lines.iter().all(|line| line.starred)), (40, true));
    }

    #[test]
    fn a_note_made_on_the_sample_stays() {
        let folder = tempfile::tempdir().unwrap();
        let mut library = Library::open(folder.path()).unwrap();
        library.show_sample().unwrap();
        let sample = article("sample", "s", "2024-03-02", TEXT);
        let kept = Kept::One(Box::new(Passage::of(&sample, &[crate::text::Span::new(4, 9)]).unwrap()));
        library.add_bookmark(kept, "noted", &[], Timestamp::UNIX_EPOCH).unwrap();
        assert!(library.is_sample());
        library.add(&[article("own", "s", "2024-03-02", TEXT)]).unwrap();
        assert!(!library.is_sample());
        drop(library);
        let library = Library::open(folder.path()).unwrap();
        assert_eq!((library.count().unwrap(), library.bookmarks().unwrap().len()), (1, 1));
    }
}
