//! The library: all articles, events, bookmarks and reading state, kept in two SQLite files.

pub mod anchor;
pub mod sample;

use std::path::Path;

use jiff::Timestamp;
use thiserror::Error;

pub use anchor::{Anchor, Anchored};

use crate::article::{Article, ArticleId, Published};

/// What can go wrong in the library, with the file it went wrong in.
#[derive(Debug, Error)]
pub enum Error {
    /// The database refused.
    #[error("{file}: {source}")]
    Database {
        /// The database file.
        file: String,
        /// What SQLite said.
        #[source]
        source: rusqlite::Error,
    },
    /// The folder cannot be made or read.
    #[error("{file}: {source}")]
    Folder {
        /// The folder.
        file: String,
        /// What the system said.
        #[source]
        source: std::io::Error,
    },
    /// A kept page cannot be read back.
    #[error("{file}: {what}")]
    Damaged {
        /// The database file.
        file: String,
        /// What is wrong with it.
        what: String,
    },
}

/// One article as the list shows it; bodies are read only when shown.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ArticleLine {
    /// Which article.
    pub id: ArticleId,
    /// The page's path as it was given.
    pub file: String,
    /// The title; the list shows the first words of the body where there is none.
    pub title: Option<String>,
    /// The first words of the body.
    pub opening: String,
    /// The source.
    pub source: Option<String>,
    /// The authors, separated by commas.
    pub author: Option<String>,
    /// When it was published.
    pub published: Option<Published>,
    /// Whether it has been opened.
    pub read: bool,
    /// Whether it is starred.
    pub starred: bool,
    /// How many bookmarks point into it.
    pub bookmarks: usize,
    /// The event it reports.
    pub event: EventId,
    /// How many different sources report that event.
    pub event_sources: usize,
}

/// Names an event inside this library.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct EventId(pub i64);

/// Names a bookmark for good.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct BookmarkId(pub i64);

/// A passage of one article, kept as exact words with context.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Passage {
    /// The article.
    pub article: ArticleId,
    /// Its file, title, source, author, date and address when the bookmark was made, so that it can always be cited.
    pub citation: Citation,
    /// The words and their context.
    pub anchor: Anchor,
}

/// What a citation needs to know of an article.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Citation {
    /// The page's path as it was given.
    pub file: String,
    /// The title.
    pub title: Option<String>,
    /// The source.
    pub source: Option<String>,
    /// The authors, separated by commas.
    pub author: Option<String>,
    /// When it was published.
    pub published: Option<Published>,
    /// The address.
    pub url: Option<String>,
}

impl Citation {
    /// What there is to cite of an article.
    #[must_use]
    pub fn of(article: &Article) -> Self {
        Self {
            file: article.file.clone(),
            title: article.title().map(str::to_owned),
            source: article.source().map(str::to_owned),
            author: article.author(),
            published: article.published(),
            url: article.metadata.url.clone(),
        }
    }
}

/// What is kept: one passage, or the two facing passages of a comparison.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Kept {
    /// A passage of one article.
    One(Box<Passage>),
    /// The left and the right passage of a comparison.
    Two(Box<(Passage, Passage)>),
}

/// A bookmark.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Bookmark {
    /// Its name for good.
    pub id: BookmarkId,
    /// The passage or the pair.
    pub kept: Kept,
    /// The reader's note; empty for none.
    pub note: String,
    /// The reader's tags.
    pub tags: Vec<String>,
    /// When it was made.
    pub created: Timestamp,
}

/// What became of an article that was added.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Added {
    /// It is new.
    New,
    /// The same page was there already.
    Unchanged,
}

/// Which articles to list.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Query {
    /// Published on or after this day.
    pub since: Option<jiff::civil::Date>,
    /// Published on or before this day.
    pub until: Option<jiff::civil::Date>,
    /// From sources whose name contains this, case and accents aside.
    pub source: Option<String>,
    /// Reports of this event.
    pub event: Option<EventId>,
}

/// The open library.
#[derive(Debug)]
pub struct Library {}

#[expect(clippy::todo, clippy::missing_errors_doc, reason = "signatures first")]
impl Library {
    /// Opens the library in a folder, making both files where there are none: `articles.db` can be rebuilt, `user.db` is precious.
    pub fn open(_folder: &Path) -> Result<Self, Error> {
        todo!()
    }

    /// A library that is gone when the program ends, for tests.
    pub fn in_memory() -> Result<Self, Error> {
        todo!()
    }

    /// Shows the built-in sample articles instead of the (empty) own ones, in memory; what the user makes goes on being kept in `user.db`.
    pub fn show_sample(&mut self) -> Result<(), Error> {
        todo!()
    }

    /// Whether the sample articles are shown.
    #[must_use]
    pub fn is_sample(&self) -> bool {
        todo!()
    }

    /// How many articles there are.
    pub fn count(&self) -> Result<usize, Error> {
        todo!()
    }

    /// Adds articles in one transaction: all of them or none. Events are brought up to date. The answers are in the order of the articles.
    pub fn add(&mut self, _articles: &[Article]) -> Result<Vec<Added>, Error> {
        todo!()
    }

    /// The articles, newest first, the undated ones last.
    pub fn list(&self, _query: &Query) -> Result<Vec<ArticleLine>, Error> {
        todo!()
    }

    /// One article with its body and dropped text.
    pub fn article(&self, _id: &ArticleId) -> Result<Option<Article>, Error> {
        todo!()
    }

    /// The articles whose id starts with these digits (four at least).
    pub fn ids_starting(&self, _prefix: &str) -> Result<Vec<ArticleId>, Error> {
        todo!()
    }

    /// Sets read or unread.
    pub fn set_read(&mut self, _ids: &[ArticleId], _read: bool) -> Result<(), Error> {
        todo!()
    }

    /// Sets or takes the star.
    pub fn set_starred(&mut self, _ids: &[ArticleId], _starred: bool) -> Result<(), Error> {
        todo!()
    }

    /// Where the reader stopped in an article.
    pub fn place(&self, _id: &ArticleId) -> Result<Option<Anchor>, Error> {
        todo!()
    }

    /// Keeps where the reader stopped.
    pub fn set_place(&mut self, _id: &ArticleId, _place: &Anchor) -> Result<(), Error> {
        todo!()
    }

    /// All bookmarks, newest first.
    pub fn bookmarks(&self) -> Result<Vec<Bookmark>, Error> {
        todo!()
    }

    /// Keeps a passage or a pair.
    pub fn add_bookmark(&mut self, _kept: Kept, _note: &str, _tags: &[String], _created: Timestamp) -> Result<Bookmark, Error> {
        todo!()
    }

    /// Puts a bookmark (back) as it is given: undo of a deletion, and a changed note or tags.
    pub fn put_bookmark(&mut self, _bookmark: &Bookmark) -> Result<(), Error> {
        todo!()
    }

    /// Deletes a bookmark.
    pub fn remove_bookmark(&mut self, _id: BookmarkId) -> Result<(), Error> {
        todo!()
    }
}
