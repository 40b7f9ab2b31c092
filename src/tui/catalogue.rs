//! What the library holds, as far as the screens know it, and the changes to it that can be undone.

use std::collections::BTreeMap;

use rustc_hash::FxHashMap;

use crate::article::ArticleId;
use crate::library::{ArticleLine, Bookmark, Decision, EventId, EventPair, Kept, Pairing, Passage, Place, event_pair};
use crate::tui::effect::Effect;

/// The articles' lines and the bookmarks.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Catalogue {
    /// The articles, newest first, the undated ones last.
    articles: Vec<ArticleLine>,
    /// Where each article stands in that list.
    numbers: FxHashMap<ArticleId, usize>,
    /// The reports of each event, by where they stand.
    events: FxHashMap<EventId, Vec<usize>>,
    unread: usize,
    /// The bookmarks, newest first.
    pub bookmarks: Vec<Bookmark>,
    /// What was decided of the events of articles.
    pub decided: BTreeMap<EventPair, Decision>,
    /// Whether the articles are the built-in sample.
    pub sample: bool,
    /// Whether the library has been listed yet.
    pub listed: bool,
    /// Where the reader stopped in articles since the program started.
    pub places: BTreeMap<ArticleId, Place>,
    /// The marks set in articles since the program started: bytes of the body.
    pub marks: BTreeMap<ArticleId, BTreeMap<char, usize>>,
}

impl Catalogue {
    /// Puts other articles in the place of those there are: newest first, the undated ones last.
    pub fn set_articles(&mut self, articles: Vec<ArticleLine>) {
        self.numbers = articles.iter().enumerate().map(|(number, line)| (line.id.clone(), number)).collect();
        self.events.clear();
        for (number, line) in articles.iter().enumerate() {
            self.events.entry(line.event).or_default().push(number);
        }
        self.unread = articles.iter().filter(|line| !line.read).count();
        self.articles = articles;
    }

    /// The articles, newest first, the undated ones last.
    #[must_use]
    pub fn articles(&self) -> &[ArticleLine] {
        &self.articles
    }

    /// How many articles are unread.
    #[must_use]
    pub fn unread(&self) -> usize {
        self.unread
    }

    /// Where an article stands in the list.
    #[must_use]
    pub fn number_of(&self, id: &ArticleId) -> Option<usize> {
        self.numbers.get(id).copied()
    }

    /// The line of an article.
    #[must_use]
    pub fn article(&self, id: &ArticleId) -> Option<&ArticleLine> {
        self.articles.get(self.number_of(id)?)
    }

    /// All reports of an event, newest first.
    pub fn reports(&self, event: EventId) -> impl Iterator<Item = &ArticleLine> {
        self.report_numbers(event).iter().filter_map(|&number| self.articles.get(number))
    }

    /// Where the reports of an event stand in the list.
    #[must_use]
    pub fn report_numbers(&self, event: EventId) -> &[usize] {
        self.events.get(&event).map_or(&[], Vec::as_slice)
    }

    /// The other reports of the event that an article reports, newest first.
    pub fn other_reports<'a>(&'a self, id: &'a ArticleId) -> impl Iterator<Item = &'a ArticleLine> {
        let reports = self.article(id).map(|line| self.reports(line.event));
        reports.into_iter().flatten().filter(move |line| line.id != *id)
    }

    /// The passages kept of an article, with their bookmarks.
    pub fn passages_of<'a>(&'a self, id: &'a ArticleId) -> impl Iterator<Item = (&'a Bookmark, &'a Passage)> {
        let passages =
            self.bookmarks.iter().flat_map(|bookmark| bookmark.kept.passages().into_iter().map(move |passage| (bookmark, passage)));
        passages.filter(move |(_, passage)| passage.article == *id)
    }

    /// The bookmark that keeps this very passage or pair; the newest of several.
    #[must_use]
    pub fn bookmark_of(&self, kept: &Kept) -> Option<&Bookmark> {
        self.bookmarks.iter().find(|bookmark| bookmark.kept.is_same(kept))
    }

    /// Read or unread for articles: unread only when all of them are read. `None` when none of them is in the library.
    #[must_use]
    pub fn toggle_read(&self, ids: &[ArticleId]) -> Option<Change> {
        let (articles, read) = self.toggle(ids, |line| line.read)?;
        Some(Change::Read { articles, read })
    }

    /// Starred or not for articles: the star is taken only when all of them have it. `None` when none of them is in the library.
    #[must_use]
    pub fn toggle_starred(&self, ids: &[ArticleId]) -> Option<Change> {
        let (articles, starred) = self.toggle(ids, |line| line.starred)?;
        Some(Change::Starred { articles, starred })
    }

    fn toggle(&self, ids: &[ArticleId], is_set: impl Fn(&ArticleLine) -> bool) -> Option<(Vec<ArticleId>, bool)> {
        let mut numbers: Vec<usize> = ids.iter().filter_map(|id| self.number_of(id)).collect();
        numbers.sort_unstable();
        let lines: Vec<&ArticleLine> = numbers.into_iter().filter_map(|number| self.articles.get(number)).collect();
        let set = lines.iter().any(|line| !is_set(line));
        let changed: Vec<ArticleId> = lines.into_iter().filter(|line| is_set(line) != set).map(|line| line.id.clone()).collect();
        (!changed.is_empty()).then_some((changed, set))
    }

    /// What is to be decided so that articles report one event with the first of them, or do not; nothing where it is decided already.
    #[must_use]
    pub fn groupings(&self, first: &ArticleId, others: &[ArticleId], decision: Decision) -> Vec<Grouping> {
        let grouping = |other: &ArticleId| {
            let pair = event_pair(first, other);
            Grouping { before: self.decided.get(&pair).copied(), after: Some(decision), pair }
        };
        others.iter().map(grouping).filter(|grouping| grouping.before != grouping.after).collect()
    }

    /// Makes a change.
    pub fn apply(&mut self, change: &Change) {
        match change {
            Change::Read { articles, read } => self.set_read(articles, *read),
            Change::Starred { articles, starred } => self.each(articles, |line| line.starred = *starred),
            Change::Kept(bookmark) => {
                self.bookmarks.push(bookmark.clone());
                self.bookmarks.sort_by_key(|kept| std::cmp::Reverse((kept.created, kept.id)));
            }
            Change::Removed(bookmark) => self.bookmarks.retain(|kept| kept.id != bookmark.id),
            Change::Edited { after, .. } => {
                self.bookmarks.iter_mut().filter(|kept| kept.id == after.id).for_each(|kept| *kept = after.clone());
            }
            // The library groups the articles and is listed anew.
            Change::Grouped(groupings) => {
                for grouping in groupings {
                    match grouping.after {
                        Some(decision) => self.decided.insert(grouping.pair.clone(), decision),
                        None => self.decided.remove(&grouping.pair),
                    };
                }
            }
            // The comparisons that it concerns are made anew.
            Change::Decided { .. } => {}
        }
        if let Change::Kept(bookmark) | Change::Removed(bookmark) = change {
            self.count_bookmarks(bookmark);
        }
    }

    fn set_read(&mut self, ids: &[ArticleId], read: bool) {
        let mut changed = 0;
        self.each(ids, |line| changed += usize::from(std::mem::replace(&mut line.read, read) != read));
        self.unread = if read { self.unread - changed } else { self.unread + changed };
    }

    fn each(&mut self, ids: &[ArticleId], mut set: impl FnMut(&mut ArticleLine)) {
        for id in ids {
            let line = self.numbers.get(id).and_then(|&number| self.articles.get_mut(number));
            line.into_iter().for_each(&mut set);
        }
    }

    /// Brings the counts in the article lines up to date for the articles of a bookmark.
    fn count_bookmarks(&mut self, bookmark: &Bookmark) {
        for passage in bookmark.kept.passages() {
            let count = self.passages_of(&passage.article).count();
            self.each(std::slice::from_ref(&passage.article), |line| line.bookmarks = count);
        }
    }
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

#[cfg(test)]
mod tests {
    use super::*;

    fn id(text: &str) -> ArticleId {
        ArticleId::of_page(text.as_bytes())
    }

    fn line(text: &str, event: i64, read: bool) -> ArticleLine {
        ArticleLine {
            id: id(text),
            file: String::new(),
            entry: None,
            title: None,
            opening: String::new(),
            source: None,
            author: None,
            published: None,
            read,
            starred: false,
            bookmarks: 0,
            event: EventId(event),
            event_sources: 1,
            origin: 0,
            event_origins: 1,
            versions: 1,
        }
    }

    fn catalogue() -> Catalogue {
        let mut catalogue = Catalogue::default();
        catalogue.set_articles(vec![line("a", 1, false), line("b", 1, true), line("c", 2, false)]);
        catalogue
    }

    #[test]
    fn a_mixed_selection_becomes_read_and_only_what_changed_comes_back() {
        let mut catalogue = catalogue();
        let mut history = History::default();
        let change = catalogue.toggle_read(&[id("a"), id("b")]).unwrap();
        assert_eq!(change, Change::Read { articles: vec![id("a")], read: true });
        catalogue.apply(&change);
        history.made(change.clone());
        assert_eq!(catalogue.unread(), 1);
        assert_eq!(catalogue.toggle_read(&[id("a"), id("b")]).unwrap(), Change::Read { articles: vec![id("a"), id("b")], read: false });
        catalogue.apply(&history.undo().unwrap().inverse());
        assert_eq!(catalogue, self::catalogue());
        assert_eq!((history.redo(), history.redo(), history.undo().is_some()), (Some(change), None, true));
    }

    #[test]
    fn other_reports_are_those_of_the_same_event() {
        let catalogue = catalogue();
        assert_eq!(catalogue.other_reports(&id("a")).map(|line| line.id.clone()).collect::<Vec<_>>(), [id("b")]);
        assert_eq!(catalogue.other_reports(&id("c")).count(), 0);
    }
}
