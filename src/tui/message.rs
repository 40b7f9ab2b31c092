//! Messages: everything that can happen to the app.

use std::sync::Arc;

use crate::article::{Article, ArticleId};
use crate::compare::Comparison;
use crate::library::search::Found;
use crate::library::{ArticleLine, Bookmark, BookmarkId, Decision, EventPair, Pairing};
use crate::tui::effect::{Gathered, Kinship, Locate, Reading, RequestId};
use crate::tui::find::Asked;
use crate::tui::keymap::Key;
use crate::tui::mouse::Mouse;
use crate::tui::status::Status;

/// Something happened.
#[derive(Debug, Clone, PartialEq)]
pub enum Message {
    /// A key was pressed.
    Key(Key),
    /// Something was done with the mouse.
    Mouse(Mouse),
    /// Text was pasted.
    Pasted(String),
    /// The terminal has this size now.
    Resized {
        /// Cells across.
        columns: u16,
        /// Cells down.
        rows: u16,
    },
    /// The library was listed.
    Listed {
        /// The articles, newest first, the undated ones last.
        articles: Vec<ArticleLine>,
        /// The bookmarks, newest first.
        bookmarks: Vec<Bookmark>,
        /// What was decided of the events of articles.
        decided: Vec<(EventPair, Decision)>,
        /// Whether the articles are the built-in sample.
        sample: bool,
        /// The article that the list was left on the last time.
        left_on: Option<ArticleId>,
        /// How the list was arranged the last time, by name.
        arrangement: Option<String>,
    },
    /// An article was loaded.
    Loaded {
        /// The request it answers.
        request: RequestId,
        /// The article.
        reading: Arc<Reading>,
    },
    /// Two articles were compared.
    Compared {
        /// The request it answers.
        request: RequestId,
        /// The left article.
        left: Box<Article>,
        /// The right article.
        right: Box<Article>,
        /// What they agree and differ on.
        comparison: Box<Comparison>,
        /// What the reader decided of their passages.
        decisions: Vec<(Pairing, Decision)>,
    },
    /// The reports of an event were compared each with each.
    Gathered {
        /// The request it answers.
        request: RequestId,
        /// The reports.
        gathered: Arc<Gathered>,
    },
    /// What a report has in common with others was found out.
    Related {
        /// The report.
        article: ArticleId,
        /// It with each of the others.
        kinships: Vec<Kinship>,
    },
    /// The versions of an article, in the order in which they came in.
    Versions(Vec<ArticleId>),
    /// The full text of the library was searched.
    Found {
        /// The request it answers.
        request: RequestId,
        /// What for.
        asked: Arc<Asked>,
        /// What answers.
        found: Found,
    },
    /// The bookmarks whose words can no longer be placed were found.
    Orphans {
        /// The request it answers.
        request: RequestId,
        /// Which bookmarks.
        orphans: Vec<BookmarkId>,
    },
    /// A bookmark was made.
    Kept(Bookmark),
    /// What was to be kept is kept already, perhaps from another window.
    Known {
        /// By this bookmark.
        bookmark: Bookmark,
        /// The note that was to go with it.
        note: String,
    },
    /// The reader wrote a note in the editor.
    NoteWritten {
        /// The bookmark.
        bookmark: BookmarkId,
        /// Its note now.
        note: String,
    },
    /// It was found out where an article lies.
    Located {
        /// In the web or on the disk.
        what: Locate,
        /// The address or the file, if there is one.
        found: Option<String>,
    },
    /// The runtime has something to say of what it did.
    Said(Status),
    /// Something could not be done.
    Failed {
        /// The request that failed, where it was one.
        request: Option<RequestId>,
        /// What could not be done, as a clause: `the bookmark was not kept`.
        what: String,
        /// Why.
        why: String,
    },
    /// The system asks the program to end.
    Terminated,
}
