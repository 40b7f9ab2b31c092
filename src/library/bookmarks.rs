//! Bookmarks: kept passages and pairs of passages, each with all that is needed to cite it without the article.

use std::borrow::Cow;
use std::collections::BTreeMap;

use jiff::Timestamp;
use rusqlite::{Connection, Row, named_params, params};

use super::anchor::Anchor;
use super::articles::{self, ArticleLine, unreadable, unwritable};
use crate::article::{Article, ArticleId, Body, Published, named};
use crate::text::span::Span;

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
    /// The words and their context; of a passage in several stretches the first.
    pub anchor: Anchor,
    /// The other stretches, where the article tells something else in between.
    pub more: Vec<Anchor>,
}

impl Passage {
    /// What stands between the stretches of a passage where it is shown as one.
    pub const GAP: &str = " […] ";

    /// The passage at these stretches of an article, in their order; `None` without any.
    #[must_use]
    pub fn of(article: &Article, stretches: &[Span]) -> Option<Self> {
        let mut anchors = stretches.iter().map(|&span| Anchor::of(&article.body, span));
        let anchor = anchors.next()?;
        Some(Self { article: article.id.clone(), citation: Citation::of(article), anchor, more: anchors.collect() })
    }

    /// All stretches, the first one first.
    pub fn anchors(&self) -> impl Iterator<Item = &Anchor> {
        std::iter::once(&self.anchor).chain(&self.more)
    }

    /// All words, with a mark of omission between the stretches.
    #[must_use]
    pub fn words(&self) -> Cow<'_, str> {
        match self.more.as_slice() {
            [] => Cow::Borrowed(&self.anchor.exact),
            _ => Cow::Owned(self.anchors().map(|anchor| anchor.exact.as_str()).collect::<Vec<_>>().join(Self::GAP)),
        }
    }

    /// Where the stretches that can be placed for certain stand in a body.
    pub fn spans(&self, body: &Body) -> impl Iterator<Item = Span> {
        self.anchors().filter_map(|anchor| anchor.find(body).span())
    }

    fn is_same(&self, other: &Self) -> bool {
        let has_same = self.anchors().count() == other.anchors().count();
        has_same && self.article == other.article && self.anchors().zip(other.anchors()).all(|(own, other)| own.is_same(other))
    }
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
            file: article.name().into_owned(),
            title: article.title().map(str::to_owned),
            source: article.source().map(str::to_owned),
            author: article.author(),
            published: article.published(),
            url: article.metadata.url.clone(),
        }
    }

    /// What a list line tells for a citation.
    #[must_use]
    pub fn of_line(line: &ArticleLine) -> Self {
        Self {
            file: named(&line.file, line.entry).into_owned(),
            title: line.title.clone(),
            source: line.source.clone(),
            author: line.author.clone(),
            published: line.published,
            url: None,
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

impl Kept {
    /// The passage, or the left and the right one.
    #[must_use]
    pub fn passages(&self) -> Vec<&Passage> {
        match self {
            Self::One(passage) => vec![passage],
            Self::Two(pair) => vec![&pair.0, &pair.1],
        }
    }

    /// Whether the other keeps the very same passage, or the same two in the same order.
    #[must_use]
    pub fn is_same(&self, other: &Self) -> bool {
        let (own, other) = (self.passages(), other.passages());
        own.len() == other.len() && own.iter().zip(&other).all(|(own, other)| own.is_same(other))
    }
}

/// What became of a passage or pair that was to be kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Keeping {
    /// It is kept by this bookmark from now on.
    New(Bookmark),
    /// This bookmark kept it already; nothing was changed.
    Known(Bookmark),
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

impl Bookmark {
    /// What stands for a bookmark on the screens and in lists.
    pub const SIGN: &str = "◆";
}

/// All bookmarks, newest first.
pub(super) fn list(connection: &Connection) -> rusqlite::Result<Vec<Bookmark>> {
    // One transaction: a bookmark that another window deletes meanwhile is read whole or not at all.
    let transaction = connection.unchecked_transaction()?;
    list_within(&transaction)
}

fn list_within(transaction: &Connection) -> rusqlite::Result<Vec<Bookmark>> {
    let mut passages = passages(transaction)?;
    let mut statement = transaction.prepare_cached("SELECT id, note, tags, created FROM main.bookmark ORDER BY created DESC, id DESC")?;
    statement
        .query_map([], |row| {
            let id: i64 = row.get("id")?;
            let kept = kept(passages.remove(&id).unwrap_or_default())
                .ok_or_else(|| unreadable(format!("bookmark {id} has neither one passage nor two")))?;
            let created: String = row.get("created")?;
            Ok(Bookmark {
                id: BookmarkId(id),
                kept,
                note: row.get("note")?,
                tags: serde_json::from_str(row.get_ref("tags")?.as_str()?).map_err(unreadable)?,
                created: created.parse().map_err(|error: jiff::Error| unreadable(error))?,
            })
        })?
        .collect()
}

/// The passages of every bookmark, left before right.
fn passages(connection: &Connection) -> rusqlite::Result<BTreeMap<i64, Vec<Passage>>> {
    let mut statement = connection.prepare_cached("SELECT * FROM main.passage ORDER BY bookmark, side")?;
    let mut found: BTreeMap<i64, Vec<Passage>> = BTreeMap::new();
    for row in statement.query_map([], |row| Ok((row.get("bookmark")?, passage(row)?)))? {
        let (bookmark, passage) = row?;
        found.entry(bookmark).or_default().push(passage);
    }
    Ok(found)
}

fn passage(row: &Row<'_>) -> rusqlite::Result<Passage> {
    let anchors: Vec<Anchor> = serde_json::from_str(row.get_ref("anchor")?.as_str()?).map_err(unreadable)?;
    let mut anchors = anchors.into_iter();
    Ok(Passage {
        article: articles::id(row, "article")?,
        citation: Citation {
            file: row.get("file")?,
            title: row.get("title")?,
            source: row.get("source")?,
            author: row.get("author")?,
            published: articles::published(row)?,
            url: row.get("url")?,
        },
        anchor: anchors.next().ok_or_else(|| unreadable("a passage without words"))?,
        more: anchors.collect(),
    })
}

fn kept(passages: Vec<Passage>) -> Option<Kept> {
    let mut passages = passages.into_iter();
    match (passages.next(), passages.next(), passages.next()) {
        (Some(one), None, None) => Some(Kept::One(Box::new(one))),
        (Some(left), Some(right), None) => Some(Kept::Two(Box::new((left, right)))),
        _ => None,
    }
}

/// Keeps a new bookmark under an id that none ever had; its own `id` is not looked at. What a bookmark keeps already is not kept twice.
pub(super) fn add(connection: &mut Connection, bookmark: Bookmark) -> rusqlite::Result<Keeping> {
    let transaction = connection.transaction()?;
    // The write comes first: it takes the lock, so that no other window keeps the same between the looking and the writing.
    transaction.prepare_cached("INSERT INTO main.bookmark (note, tags, created) VALUES (?1, ?2, ?3)")?.execute(params![
        bookmark.note,
        tags(&bookmark)?,
        bookmark.created.to_string()
    ])?;
    let bookmark = Bookmark { id: BookmarkId(transaction.last_insert_rowid()), ..bookmark };
    write_passages(&transaction, &bookmark)?;
    let is_same = |known: &Bookmark| known.id != bookmark.id && known.kept.is_same(&bookmark.kept);
    if let Some(known) = list_within(&transaction)?.into_iter().find(is_same) {
        transaction.rollback()?;
        return Ok(Keeping::Known(known));
    }
    transaction.commit()?;
    Ok(Keeping::New(bookmark))
}

/// Puts a bookmark where its id says, in place of what is there.
pub(super) fn put(connection: &mut Connection, bookmark: &Bookmark) -> rusqlite::Result<()> {
    let transaction = connection.transaction()?;
    transaction
        .prepare_cached("INSERT OR REPLACE INTO main.bookmark (id, note, tags, created) VALUES (?1, ?2, ?3, ?4)")?
        .execute(params![bookmark.id.0, bookmark.note, tags(bookmark)?, bookmark.created.to_string()])?;
    transaction.execute("DELETE FROM main.passage WHERE bookmark = ?1", [bookmark.id.0])?;
    write_passages(&transaction, bookmark)?;
    transaction.commit()
}

pub(super) fn remove(connection: &mut Connection, id: BookmarkId) -> rusqlite::Result<()> {
    let transaction = connection.transaction()?;
    transaction.execute("DELETE FROM main.bookmark WHERE id = ?1", [id.0])?;
    transaction.execute("DELETE FROM main.passage WHERE bookmark = ?1", [id.0])?;
    transaction.commit()
}

fn write_passages(connection: &Connection, bookmark: &Bookmark) -> rusqlite::Result<()> {
    let mut statement = connection.prepare_cached(
        "INSERT INTO main.passage (bookmark, side, article, file, title, source, author, published, url, anchor)
         VALUES (:bookmark, :side, :article, :file, :title, :source, :author, :published, :url, :anchor)",
    )?;
    for (side, passage) in (0_i64..).zip(bookmark.kept.passages()) {
        let Passage { article, citation, .. } = passage;
        statement.execute(named_params! {
            ":bookmark": bookmark.id.0,
            ":side": side,
            ":article": article.as_str(),
            ":file": citation.file,
            ":title": citation.title,
            ":source": citation.source,
            ":author": citation.author,
            ":published": citation.published.map(Published::rfc3339),
            ":url": citation.url,
            ":anchor": serde_json::to_string(&passage.anchors().collect::<Vec<_>>()).map_err(unwritable)?,
        })?;
    }
    Ok(())
}

fn tags(bookmark: &Bookmark) -> rusqlite::Result<String> {
    serde_json::to_string(&bookmark.tags).map_err(unwritable)
}

#[cfg(test)]
mod tests {
    use super::super::fixture::article;
    use super::super::{Library, Query};
    use super::*;

    fn passage(article: &Article, start: usize, end: usize) -> Passage {
        Passage::of(article, &[Span::new(start, end)]).unwrap()
    }

    #[track_caller]
    fn new<E: std::fmt::Debug>(keeping: Result<Keeping, E>) -> Bookmark {
        let Keeping::New(bookmark) = keeping.unwrap() else { panic!("known already") };
        bookmark
    }

    fn at(second: i64) -> Timestamp {
        Timestamp::from_second(second).unwrap()
    }

    #[test]
    fn passages_and_pairs_are_kept_newest_first() {
        let mut library = Library::in_memory().unwrap();
        let left = article("left", "Post", "2024-03-02", "The ferry is back in service.");
        let right = article("right", "Daily", "", "Ferry service resumes.");
        library.add(&[left.clone(), right.clone()]).unwrap();
        let one = Kept::One(Box::new(passage(&left, 4, 9)));
        let two = Kept::Two(Box::new((passage(&left, 0, 29), passage(&right, 0, 22))));
        let older = new(library.add_bookmark(one, "check the date", &["ferry".into(), "to do".into()], at(100)));
        let newer = new(library.add_bookmark(two, "", &[], at(200)));
        assert_eq!(library.bookmarks().unwrap(), [newer, older]);
        let counts: Vec<usize> = library.list(&Query::default()).unwrap().iter().map(|line| line.bookmarks).collect();
        assert_eq!(counts, [2, 1], "a pair counts in both its articles");
    }

    #[test]
    fn a_passage_may_be_of_several_stretches() {
        let mut library = Library::in_memory().unwrap();
        let report = article("a", "s", "", "The ferry is back. It rained. Tickets are dearer.");
        let passage = Passage::of(&report, &[Span::new(0, 18), Span::new(30, 49)]).unwrap();
        assert_eq!(passage.words(), "The ferry is back. […] Tickets are dearer.");
        assert_eq!(passage.spans(&report.body).count(), 2);
        let kept = new(library.add_bookmark(Kept::One(Box::new(passage)), "", &[], at(100)));
        assert_eq!(library.bookmarks().unwrap(), std::slice::from_ref(&kept));
        let shorter = Kept::One(Box::new(Passage::of(&report, &[Span::new(0, 18)]).unwrap()));
        assert!(!kept.kept.is_same(&shorter));
    }

    #[test]
    fn deletion_can_be_undone_and_an_id_is_never_given_twice() {
        let mut library = Library::in_memory().unwrap();
        let kept = || Kept::One(Box::new(passage(&article("a", "s", "", "The ferry is back."), 4, 9)));
        let first = new(library.add_bookmark(kept(), "first", &[], at(100)));
        library.remove_bookmark(first.id).unwrap();
        let second = new(library.add_bookmark(kept(), "second", &[], at(200)));
        assert_ne!(first.id, second.id);
        library.put_bookmark(&first).unwrap();
        assert_eq!(library.bookmarks().unwrap(), [second, first]);
    }

    #[test]
    fn what_is_kept_already_is_not_kept_twice() {
        let mut library = Library::in_memory().unwrap();
        let (left, right) = (article("left", "s", "", "The ferry is back."), article("right", "s", "", "Ferry resumes."));
        let one = || Kept::One(Box::new(passage(&left, 4, 9)));
        let pair = || Kept::Two(Box::new((passage(&left, 4, 9), passage(&right, 0, 5))));
        let first = new(library.add_bookmark(one(), "first", &[], at(100)));
        let second = new(library.add_bookmark(pair(), "", &[], at(200)));
        assert_eq!(library.add_bookmark(one(), "again", &[], at(300)).unwrap(), Keeping::Known(first.clone()));
        assert_eq!(library.add_bookmark(pair(), "", &[], at(300)).unwrap(), Keeping::Known(second.clone()));
        let other = new(library.add_bookmark(Kept::One(Box::new(passage(&left, 4, 12))), "", &[], at(300)));
        assert_eq!(library.bookmarks().unwrap(), [other, second, first]);
    }

    #[test]
    fn two_windows_keep_the_same_once() {
        let folder = tempfile::tempdir().unwrap();
        drop(Library::open(folder.path()).unwrap());
        let kept = Kept::One(Box::new(passage(&article("a", "s", "", "The ferry is back."), 4, 9)));
        let window = || {
            let mut library = Library::open(folder.path()).unwrap();
            matches!(library.add_bookmark(kept.clone(), "", &[], at(100)).unwrap(), Keeping::New(_))
        };
        let made = std::thread::scope(|scope| {
            let windows: Vec<_> = (0..4).map(|_| scope.spawn(window)).collect();
            windows.into_iter().map(|window| window.join().unwrap()).filter(|made| *made).count()
        });
        assert_eq!((made, Library::open(folder.path()).unwrap().bookmarks().unwrap().len()), (1, 1));
    }

    #[test]
    fn a_changed_bookmark_takes_the_place_of_the_old_one() {
        let mut library = Library::in_memory().unwrap();
        let kept = Kept::One(Box::new(passage(&article("a", "s", "", "The ferry is back."), 4, 9)));
        let made = new(library.add_bookmark(kept, "", &[], at(100)));
        let changed = Bookmark { note: "now with a note".into(), tags: vec!["tag".into()], ..made };
        library.put_bookmark(&changed).unwrap();
        assert_eq!(library.bookmarks().unwrap(), [changed]);
    }
}
