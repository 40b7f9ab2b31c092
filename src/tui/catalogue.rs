//! What the library holds, as far as the screens know it, and the changes to it that can be undone.

mod change;

use std::collections::BTreeMap;

use rustc_hash::FxHashMap;

use crate::article::{Article, ArticleId, Published};
use crate::library::{ArticleLine, Bookmark, Decision, EventId, EventPair, Kept, Passage, Place, event_pair};
use crate::text::fold::key;

pub use change::{Change, Grouping, History};

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

/// Whether two are one report saved twice: the same title from the same source on the same day.
fn are_copies(one: &ArticleLine, other: &ArticleLine) -> bool {
    let title = |line: &ArticleLine| key(line.title.as_deref().filter(|title| !title.is_empty()).unwrap_or(&line.opening));
    let day = |line: &ArticleLine| line.published.map(Published::day);
    one.source.is_some() && one.source == other.source && day(one) == day(other) && title(one) == title(other) && !title(one).is_empty()
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

    /// The other reports of the event an article reports, each saved variant of one left out but the newest, and how many were left out.
    #[must_use]
    pub fn distinct_reports<'a>(&'a self, id: &'a ArticleId) -> (Vec<&'a ArticleLine>, usize) {
        let mut distinct: Vec<&ArticleLine> = Vec::new();
        let own = self.article(id);
        let mut copies = 0;
        for line in self.other_reports(id) {
            if own.into_iter().chain(distinct.iter().copied()).any(|known| are_copies(known, line)) {
                copies += 1;
            } else {
                distinct.push(line);
            }
        }
        (distinct, copies)
    }

    /// The passages kept of an article, with their bookmarks.
    pub fn passages_of<'a>(&'a self, id: &'a ArticleId) -> impl Iterator<Item = (&'a Bookmark, &'a Passage)> {
        let passages =
            self.bookmarks.iter().flat_map(|bookmark| bookmark.kept.passages().into_iter().map(move |passage| (bookmark, passage)));
        passages.filter(move |(_, passage)| passage.article == *id)
    }

    /// The passages kept of an article, or of the same page as it was saved another time: from the same address. Whether their words still
    /// stand in this one, their anchors tell.
    pub fn passages_in<'a>(&'a self, article: &'a Article) -> impl Iterator<Item = (&'a Bookmark, &'a Passage)> {
        let passages =
            self.bookmarks.iter().flat_map(|bookmark| bookmark.kept.passages().into_iter().map(move |passage| (bookmark, passage)));
        let address = article.metadata.url.as_ref();
        passages.filter(move |(_, passage)| passage.article == article.id || address.is_some() && passage.citation.url.as_ref() == address)
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::article::{Fate, Metadata, PageBlock, ParagraphKind};
    use crate::text::Span;

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

    #[test]
    fn saved_variants_of_a_report_count_once() {
        let told = |text: &str, source: &str, title: &str| ArticleLine {
            source: Some(source.to_owned()),
            title: Some(title.to_owned()),
            ..line(text, 1, false)
        };
        let mut catalogue = Catalogue::default();
        catalogue.set_articles(vec![
            told("a", "Post", "Dam opens"),
            told("b", "Post", "Dam Opens"),
            told("c", "Wire", "Dam opens"),
            told("d", "Wire", "Dam opens"),
            line("e", 1, false),
            line("f", 1, false),
        ]);
        let own = id("a");
        let (distinct, copies) = catalogue.distinct_reports(&own);
        let ids: Vec<&ArticleId> = distinct.iter().map(|line| &line.id).collect();
        assert_eq!((ids, copies), (vec![&id("c"), &id("e"), &id("f")], 2));
    }

    fn catalogue() -> Catalogue {
        let mut catalogue = Catalogue::default();
        catalogue.set_articles(vec![line("a", 1, false), line("b", 1, true), line("c", 2, false)]);
        catalogue
    }

    #[test]
    fn a_page_saved_again_has_the_passages_kept_of_it_before() {
        let page = |text: &str, url: Option<&str>| {
            let metadata = Metadata { url: url.map(str::to_owned), ..Metadata::default() };
            let block = PageBlock { text: text.to_owned(), fate: Fate::Body(ParagraphKind::Prose) };
            Article::new(id(text), "page.html".to_owned(), metadata, vec![block])
        };
        let (first, address) = (page("The pier is open again after a long winter.", Some("https://a.example")), "https://a.example");
        let kept = Kept::One(Box::new(Passage::of(&first, &[Span::new(4, 23)]).unwrap()));
        let created = jiff::Timestamp::UNIX_EPOCH;
        let bookmark = Bookmark { id: crate::library::BookmarkId(1), kept, note: String::new(), tags: Vec::new(), created };
        let catalogue = Catalogue { bookmarks: vec![bookmark], ..Catalogue::default() };
        let found =
            |article: &Article| catalogue.passages_in(article).flat_map(|(_, passage)| passage.spans(&article.body)).collect::<Vec<_>>();
        assert_eq!(found(&first), [Span::new(4, 23)]);
        assert_eq!(found(&page("Update. The pier is open again after a long winter.", Some(address))), [Span::new(12, 31)]);
        assert_eq!(found(&page("The pier is closed again after a short summer.", Some(address))), []);
        assert_eq!(found(&page("The pier is open again after a long winter!", None)), [], "another page with the same words");
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
