//! Changes to what the user made, and those taken back.

use crate::article::ArticleId;
use crate::library::{Bookmark, Decision, EventPair, Pairing};
use crate::tui::effect::Effect;

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
    /// It was decided of articles that they report one event, or that they do not.
    Grouped(Vec<Grouping>),
    /// Something was decided of two passages of a comparison.
    Decided {
        /// Which two.
        pairing: Pairing,
        /// What was decided of them before.
        before: Option<Decision>,
        /// What is decided of them now.
        after: Option<Decision>,
    },
}

/// What is decided of the event of two articles, and what was before.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Grouping {
    /// Which two.
    pub pair: EventPair,
    /// What was decided of them before.
    pub before: Option<Decision>,
    /// What is decided of them now.
    pub after: Option<Decision>,
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
            Self::Decided { pairing, before, after } => Self::Decided { pairing, before: after, after: before },
            Self::Grouped(groupings) => {
                let inverse = |grouping: Grouping| Grouping { before: grouping.after, after: grouping.before, ..grouping };
                Self::Grouped(groupings.into_iter().map(inverse).collect())
            }
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
            Self::Decided { pairing, after, .. } => Effect::Decide(pairing, after),
            Self::Grouped(groupings) => {
                Effect::DecideEvents(groupings.into_iter().map(|grouping| (grouping.pair, grouping.after)).collect())
            }
        }
    }

    /// What happened, as a sentence of its own.
    #[must_use]
    pub fn announce(&self) -> String {
        let words = self.describe();
        let mut letters = words.chars();
        letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
    }

    /// What happened, in a few words: `marked read`.
    #[must_use]
    pub fn describe(&self) -> String {
        let counted = |articles: &[ArticleId]| match articles.len() {
            1 => String::new(),
            number => format!(": {number} articles"),
        };
        match self {
            Self::Read { articles, read: true } => format!("marked read{}", counted(articles)),
            Self::Read { articles, read: false } => format!("marked unread{}", counted(articles)),
            Self::Starred { articles, starred: true } => format!("starred{}", counted(articles)),
            Self::Starred { articles, starred: false } => format!("star taken{}", counted(articles)),
            Self::Kept(_) => "bookmark set".to_owned(),
            Self::Removed(_) => "bookmark deleted".to_owned(),
            Self::Edited { before, after } if before.tags == after.tags => "note changed".to_owned(),
            Self::Edited { .. } => "tags changed".to_owned(),
            Self::Grouped(groupings) => match groupings.first().and_then(|grouping| grouping.after) {
                Some(Decision::Together) => "merged into one event".to_owned(),
                Some(Decision::Apart) => "split out of the event".to_owned(),
                None => "decision on the event taken back".to_owned(),
            },
            Self::Decided { after: Some(Decision::Together), .. } => "put together".to_owned(),
            Self::Decided { after: Some(Decision::Apart), .. } => "declared not the same".to_owned(),
            Self::Decided { after: None, .. } => "decision taken back".to_owned(),
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

    /// The last change, to be taken back.
    pub fn undo(&mut self) -> Option<Change> {
        let change = self.done.pop()?;
        self.undone.push(change.clone());
        Some(change)
    }

    /// The last change taken back, to be made again.
    pub fn redo(&mut self) -> Option<Change> {
        let change = self.undone.pop()?;
        self.done.push(change.clone());
        Some(change)
    }
}
