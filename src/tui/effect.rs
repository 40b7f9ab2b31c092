//! Effects: what an update asks the runtime to do.

use std::sync::Arc;

use crate::article::{Article, ArticleId};
use crate::compare::{Comparison, Matrix, claims_of_report};
use crate::export::citation::Cited;
use crate::extract::Claims;
use crate::library::{Bookmark, BookmarkId, Decision, EventPair, Kept, Pairing, Place, Remembered};
use crate::tui::find::Asked;

/// Names a request for work; an answer to an older one is dropped.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Default)]
pub struct RequestId(pub u64);

/// An article of the library, or one that is not in it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ArticleRef {
    /// To be read from the library.
    Kept(ArticleId),
    /// Given by value.
    Given(Arc<Article>),
}

impl ArticleRef {
    /// Which article it is.
    #[must_use]
    pub fn id(&self) -> &ArticleId {
        match self {
            Self::Kept(id) => id,
            Self::Given(article) => &article.id,
        }
    }
}

/// What an article is loaded for; a newer request for the same purpose makes the older one needless.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Purpose {
    /// The pane beside the list.
    Preview,
    /// The pane beside the list, if the reader goes on as before.
    Ahead,
    /// The reader.
    Reading,
}

/// Where an article lies.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Locate {
    /// Its address in the web.
    Address,
    /// The file it was read from.
    File,
}

/// An article with all that its text is shown with.
#[derive(Debug, Clone, PartialEq)]
pub struct Reading {
    /// The article.
    pub article: Article,
    /// What it claims.
    pub claims: Claims,
    /// Where the reader stopped.
    pub place: Option<Place>,
}

/// The reports of an event, compared each with each.
#[derive(Debug, Clone, PartialEq)]
pub struct Gathered {
    /// The articles, in the order of their columns.
    pub articles: Vec<Article>,
    /// The comparisons of all pairs, in the order of [`pairs`](crate::compare::pairs).
    pub comparisons: Vec<Comparison>,
    /// Their quotations, figures and facts.
    pub matrix: Matrix,
}

impl Gathered {
    /// What a report claims.
    #[must_use]
    pub fn claims(&self, report: usize) -> Option<&Claims> {
        claims_of_report(report, self.articles.len(), &self.comparisons)
    }
}

/// What two reports of the library have in common.
#[derive(Debug, Clone, PartialEq)]
pub struct Kinship {
    /// The other report.
    pub with: ArticleId,
    /// How likely both report one event, 0 to 1, whatever their days.
    pub score: f32,
    /// Names that both have, as the report itself writes them; those it names most come first.
    pub names: Vec<String>,
    /// Figures that both give of one measure, with what is measured.
    pub figures: Vec<String>,
}

/// What the runtime shall do.
#[derive(Debug, Clone, PartialEq)]
pub enum Effect {
    /// List articles and bookmarks.
    List,
    /// Load an article.
    Load {
        /// Comes back with the answer.
        request: RequestId,
        /// Which article.
        article: ArticleRef,
        /// What for.
        purpose: Purpose,
    },
    /// Load two articles and compare them.
    Compare {
        /// Comes back with the answer.
        request: RequestId,
        /// The left one.
        left: ArticleRef,
        /// The right one.
        right: ArticleRef,
    },
    /// Load the reports of an event and compare each with each.
    Gather {
        /// Comes back with the answer.
        request: RequestId,
        /// Which articles.
        articles: Vec<ArticleRef>,
    },
    /// Find out what a report has in common with others.
    Relate {
        /// The report.
        article: ArticleId,
        /// The others.
        others: Vec<ArticleId>,
    },
    /// Search the full text of the library.
    Search {
        /// Comes back with the answer.
        request: RequestId,
        /// What for.
        asked: Arc<Asked>,
    },
    /// Keep articles as read or unread.
    SetRead {
        /// Which articles.
        articles: Vec<ArticleId>,
        /// Read or unread.
        read: bool,
    },
    /// Keep or take the star of articles.
    SetStarred {
        /// Which articles.
        articles: Vec<ArticleId>,
        /// Starred or not.
        starred: bool,
    },
    /// Keep where the reader stopped.
    SetPlace {
        /// In which article.
        article: ArticleId,
        /// Where, in words.
        place: Place,
    },
    /// Remember something for the next run, or forget it.
    Remember(Remembered, Option<String>),
    /// Keep a passage or a pair.
    AddBookmark {
        /// What to keep.
        kept: Kept,
        /// The reader's note.
        note: String,
    },
    /// Keep a bookmark as it is given.
    PutBookmark(Bookmark),
    /// Delete a bookmark.
    RemoveBookmark(BookmarkId),
    /// Keep what was decided of the events of articles, and list the library anew.
    DecideEvents(Vec<(EventPair, Option<Decision>)>),
    /// Keep what was decided of two passages, or take it back.
    Decide(Pairing, Option<Decision>),
    /// Find the bookmarks whose words can no longer be placed in their articles.
    FindOrphans {
        /// Comes back with the answer.
        request: RequestId,
    },
    /// Find the versions of an article.
    FindVersions(ArticleId),
    /// Find out where an article lies, to open it there.
    Locate {
        /// In the web or on the disk.
        what: Locate,
        /// Which article.
        article: ArticleRef,
    },
    /// Open an address in the browser.
    Browse(String),
    /// Open a file in the editor, which has the terminal meanwhile.
    Edit(String),
    /// Write a text to a new file.
    Write {
        /// Where to.
        file: String,
        /// The text.
        text: String,
    },
    /// Give a text to a command, which has the terminal meanwhile.
    Pipe {
        /// The command, as a shell reads it.
        command: String,
        /// The text.
        text: String,
    },
    /// Put a text on the clipboard.
    Copy(String),
    /// Put passages on the clipboard as the reader wants them cited.
    Cite(Vec<Cited>),
    /// Let the reader write a bookmark's note in the editor.
    EditNote {
        /// The bookmark.
        bookmark: BookmarkId,
        /// Its note so far.
        note: String,
    },
    /// Take the mouse, or leave it to the terminal.
    Mouse(bool),
    /// Suspend to the shell.
    Suspend,
    /// Draw every cell anew.
    Redraw,
    /// End the program.
    Quit,
}
