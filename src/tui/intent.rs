//! Intents: what a screen wants beyond its own state; the app carries them out.

use std::sync::Arc;

use crate::article::ArticleId;
use crate::library::{Anchor, ArticleLine, Kept};
use crate::text::Span;
use crate::tui::action::Action;
use crate::tui::catalogue::{Catalogue, Change};
use crate::tui::effect::{ArticleRef, Effect, Purpose, Reading};
use crate::tui::event::MOST_REPORTS;
use crate::tui::find::Asked;
use crate::tui::status::Status;
use crate::tui::theme::Role;

/// What a screen wants.
#[derive(Debug, Clone, PartialEq)]
pub enum Intent {
    /// Put a screen on top of this one.
    Open(Opening),
    /// Take this screen away.
    Back,
    /// Load an article for this screen; the app issues the request.
    Load(ArticleRef, Purpose),
    /// Compare two articles for this screen; the app issues the request.
    Compare(ArticleRef, ArticleRef),
    /// Lay the reports of an article's event out on the event sheet.
    Event(ArticleId),
    /// Mark an article as read because it was opened.
    Opened(ArticleId),
    /// Make a change that can be undone.
    Change(Change),
    /// Keep a passage or a pair; can be undone.
    Keep(Kept),
    /// Ask for a note on a passage or a pair, and keep both; can be undone.
    Annotate(Kept),
    /// Ask for the tags of the bookmark of a passage or a pair; can be undone.
    Tag(Kept),
    /// Find the bookmarks whose words can no longer be placed.
    FindOrphans,
    /// Ask for one line of text.
    Ask(Question),
    /// Offer articles to compare with this one.
    Choose {
        /// The article that is compared.
        with: ArticleId,
        /// The articles to choose from.
        among: Vec<ArticleId>,
    },
    /// Lay a text over the screen.
    Show(Sheet),
    /// Say something in the status line.
    Say(Status),
    /// Remember a byte of an article's body under a letter, for this session.
    Mark(ArticleId, char, usize),
    /// Set how wide the text column is, in cells.
    Measure(u16),
    /// Have the runtime do something that the app need not know about.
    Run(Effect),
}

impl Intent {
    /// Opens the comparison of two articles of the library.
    #[must_use]
    pub fn compare(left: &ArticleId, right: &ArticleId) -> Self {
        Self::Open(Opening::Compare { left: ArticleRef::Kept(left.clone()), right: ArticleRef::Kept(right.clone()), at: None })
    }

    /// Compares an article with another report of its event: with the only one, or with one that the reader chooses.
    #[must_use]
    pub fn compare_event(id: &ArticleId, catalogue: &Catalogue) -> Self {
        let ids = |lines: Vec<&ArticleLine>| -> Vec<ArticleId> { lines.into_iter().map(|line| line.id.clone()).collect() };
        let (distinct, _) = catalogue.distinct_reports(id);
        // Where there is nothing else, two saved variants of the report itself are worth a look.
        let others = if distinct.is_empty() { ids(catalogue.other_reports(id).collect()) } else { ids(distinct) };
        match others.as_slice() {
            [] => Self::Say(Status::plain("No other report of this event").hint("select any two in the library with Space")),
            [other] => Self::compare(id, other),
            _ => Self::Choose { with: id.clone(), among: others },
        }
    }
}

impl Opening {
    /// The event sheet of these reports, or of as many as it takes.
    #[must_use]
    pub fn event(mut articles: Vec<ArticleRef>) -> Self {
        let left_out = articles.len().saturating_sub(MOST_REPORTS);
        articles.truncate(MOST_REPORTS);
        Self::Event { articles, left_out }
    }
}

/// A screen to open, and where.
#[derive(Debug, Clone, PartialEq)]
pub enum Opening {
    /// The reader.
    Reader {
        /// The article.
        article: ArticleRef,
        /// The article, where it is loaded already.
        loaded: Option<Arc<Reading>>,
        /// The passage to go to, instead of where the reader stopped.
        at: Option<Anchor>,
    },
    /// The compare screen.
    Compare {
        /// The left article.
        left: ArticleRef,
        /// The right article.
        right: ArticleRef,
        /// The passages to go to, left and right.
        at: Option<Box<(Anchor, Anchor)>>,
    },
    /// The reader, at what a search found.
    Hit {
        /// The article.
        article: ArticleRef,
        /// The article, where it is loaded already.
        loaded: Option<Arc<Reading>>,
        /// The search.
        search: Arc<Asked>,
    },
    /// The event sheet.
    Event {
        /// The reports.
        articles: Vec<ArticleRef>,
        /// How many more there are of the event.
        left_out: usize,
    },
    /// The bookmarks screen.
    Bookmarks,
}

/// A line of text to ask for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Question {
    /// What it is for.
    pub topic: Topic,
    /// What stands there already.
    pub text: String,
}

/// What a line of text is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Topic {
    /// Words to find in the text.
    Find,
    /// Letters to filter the list of articles by.
    Filter,
    /// What to search the full text of the library for; the app takes it.
    Search,
    /// Words to filter the bookmarks by.
    FilterBookmarks,
    /// A bookmark's note; the app takes it for those who ask with [`Intent::Annotate`].
    Note,
    /// A bookmark's tags.
    Tags,
    /// The letter of an address to open; the letters there are stand in the question.
    FollowLink,
    /// The file to write what the screen shows to.
    Write,
    /// The command to give what the screen shows to.
    Pipe,
    /// The letter of a mark to set.
    SetMark,
    /// The letter of a mark to go to; the letters there are stand in the question.
    GoToMark,
}

impl Topic {
    /// Whether one letter or digit is the whole answer.
    #[must_use]
    pub fn is_letter(self) -> bool {
        matches!(self, Self::SetMark | Self::GoToMark | Self::FollowLink)
    }
}

/// How a line of text comes along.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Reply {
    /// It reads so far.
    Typing(String),
    /// It is finished.
    Done(String),
    /// It was given up.
    Cancelled,
}

/// A text laid over the screen: a title and lines of label and value.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sheet {
    /// What it is about.
    pub title: String,
    /// The entries in order.
    pub entries: Vec<Entry>,
    /// The most columns of the box.
    pub columns: u16,
    /// What Enter runs, the sheet taken away.
    pub then: Option<Action>,
}

impl Sheet {
    /// A sheet to read.
    #[must_use]
    pub fn new(title: &str, entries: Vec<Entry>) -> Self {
        /// Room for a label and a comfortable line.
        const COLUMNS: u16 = 84;
        Self { title: title.to_owned(), entries, columns: COLUMNS, then: None }
    }
}

/// One entry of a sheet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Entry {
    /// A value with its label.
    Field(String, String),
    /// Running text.
    Text(String),
    /// Words of an article with marks on them, the last on top.
    Words {
        /// The words.
        text: String,
        /// Roles on spans of them.
        marks: Vec<(Span, Role)>,
    },
    /// A heading.
    Heading(String),
    /// An empty line.
    Gap,
}
