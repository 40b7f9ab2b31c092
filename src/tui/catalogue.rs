//! What the library holds, as far as the screens know it, and the changes to it that can be undone.

use crate::article::ArticleId;
use crate::library::{ArticleLine, Bookmark, EventId, Kept, Passage};
use crate::tui::effect::Effect;

/// The articles' lines and the bookmarks.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Catalogue {
    /// The articles, newest first, the undated ones last.
    pub articles: Vec<ArticleLine>,
    /// The bookmarks, newest first.
    pub bookmarks: Vec<Bookmark>,
    /// Whether the articles are the built-in sample.
    pub sample: bool,
    /// Whether the library has been listed yet.
    pub listed: bool,
}

impl Catalogue {
    /// The line of an article.
    #[must_use]
    pub fn article(&self, id: &ArticleId) -> Option<&ArticleLine> {
        self.articles.iter().find(|line| line.id == *id)
    }

    /// The other reports of the event that an article reports, newest first.
    pub fn other_reports<'a>(&'a self, id: &'a ArticleId) -> impl Iterator<Item = &'a ArticleLine> {
        let event: Option<EventId> = self.article(id).map(|line| line.event);
        self.articles.iter().filter(move |line| Some(line.event) == event && line.id != *id)
    }

    /// The passages kept of an article, with their bookmarks.
    pub fn passages_of<'a>(&'a self, id: &'a ArticleId) -> impl Iterator<Item = (&'a Bookmark, &'a Passage)> {
        let passages = self.bookmarks.iter().flat_map(|bookmark| passages(&bookmark.kept).map(move |passage| (bookmark, passage)));
        passages.filter(move |(_, passage)| passage.article == *id)
    }

    /// Makes a change.
    pub fn apply(&mut self, change: &Change) {
        match change {
            Change::Read { articles, read } => self.each(articles, |line| line.read = *read),
            Change::Starred { articles, starred } => self.each(articles, |line| line.starred = *starred),
            Change::Kept(bookmark) => {
                self.bookmarks.push(bookmark.clone());
                self.bookmarks.sort_by_key(|kept| std::cmp::Reverse((kept.created, kept.id)));
            }
            Change::Removed(bookmark) => self.bookmarks.retain(|kept| kept.id != bookmark.id),
            Change::Edited { after, .. } => {
                self.bookmarks.iter_mut().filter(|kept| kept.id == after.id).for_each(|kept| *kept = after.clone());
            }
        }
        if let Change::Kept(bookmark) | Change::Removed(bookmark) = change {
            self.count_bookmarks(bookmark);
        }
    }

    fn each(&mut self, ids: &[ArticleId], set: impl Fn(&mut ArticleLine)) {
        self.articles.iter_mut().filter(|line| ids.contains(&line.id)).for_each(set);
    }

    /// Brings the counts in the article lines up to date for the articles of a bookmark.
    fn count_bookmarks(&mut self, bookmark: &Bookmark) {
        for passage in passages(&bookmark.kept) {
            let count = self.passages_of(&passage.article).count();
            self.each(std::slice::from_ref(&passage.article), |line| line.bookmarks = count);
        }
    }
}

/// The one or two passages of a bookmark.
pub fn passages(kept: &Kept) -> impl Iterator<Item = &Passage> {
    let (first, second) = match kept {
        Kept::One(passage) => (passage.as_ref(), None),
        Kept::Two(pair) => (&pair.0, Some(&pair.1)),
    };
    std::iter::once(first).chain(second)
}

/// A change to what the user made, with all that is needed to take it back.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Change {
    /// Articles became read or unread: those that were not so before.
    Read {
        /// Which articles.
        articles: Vec<ArticleId>,
        /// What they are now.
        read: bool,
    },
    /// Articles got or lost their star: those that were not so before.
    Starred {
        /// Which articles.
        articles: Vec<ArticleId>,
        /// What they are now.
        starred: bool,
    },
    /// A bookmark was made.
    Kept(Bookmark),
    /// A bookmark was deleted.
    Removed(Bookmark),
    /// A bookmark's note or tags were edited.
    Edited {
        /// What it was.
        before: Bookmark,
        /// What it is now.
        after: Bookmark,
    },
}

impl Change {
    /// The change that takes it back.
    #[must_use]
    pub fn inverse(&self) -> Self {
        match self.clone() {
            Self::Read { articles, read } => Self::Read { articles, read: !read },
            Self::Starred { articles, starred } => Self::Starred { articles, starred: !starred },
            Self::Kept(bookmark) => Self::Removed(bookmark),
            Self::Removed(bookmark) => Self::Kept(bookmark),
            Self::Edited { before, after } => Self::Edited { before: after, after: before },
        }
    }

    /// What makes it last.
    #[must_use]
    pub fn effect(&self) -> Effect {
        match self.clone() {
            Self::Read { articles, read } => Effect::SetRead { articles, read },
            Self::Starred { articles, starred } => Effect::SetStarred { articles, starred },
            Self::Kept(bookmark) | Self::Edited { after: bookmark, .. } => Effect::PutBookmark(bookmark),
            Self::Removed(bookmark) => Effect::RemoveBookmark(bookmark.id),
        }
    }

    /// What happened, in a few words.
    #[must_use]
    pub fn describe(&self) -> String {
        let counted = |articles: &[ArticleId]| match articles.len() {
            1 => String::new(),
            number => format!(": {number} articles"),
        };
        match self {
            Self::Read { articles, read: true } => format!("Marked read{}", counted(articles)),
            Self::Read { articles, read: false } => format!("Marked unread{}", counted(articles)),
            Self::Starred { articles, starred: true } => format!("Starred{}", counted(articles)),
            Self::Starred { articles, starred: false } => format!("Star taken{}", counted(articles)),
            Self::Kept(_) => "Bookmarked".to_owned(),
            Self::Removed(_) => "Bookmark deleted".to_owned(),
            Self::Edited { .. } => "Bookmark changed".to_owned(),
        }
    }
}

/// Changes made and taken back.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct History {
    done: Vec<Change>,
    undone: Vec<Change>,
}

impl History {
    /// Notes a change; what was taken back before cannot be redone any more.
    pub fn made(&mut self, change: Change) {
        self.undone.clear();
        self.done.push(change);
    }

    /// The change that takes the last one back.
    pub fn undo(&mut self) -> Option<Change> {
        let change = self.done.pop()?;
        let inverse = change.inverse();
        self.undone.push(change);
        Some(inverse)
    }

    /// The last change taken back, to be made again.
    pub fn redo(&mut self) -> Option<Change> {
        let change = self.undone.pop()?;
        self.done.push(change.clone());
        Some(change)
    }
}
