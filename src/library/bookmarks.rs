//! Bookmarks: kept passages and pairs of passages, each with all that is needed to cite it without the article.

use std::collections::BTreeMap;

use jiff::Timestamp;
use rusqlite::{Connection, Row, named_params, params};

use super::anchor::Anchor;
use super::articles::{self, unreadable, unwritable};
use crate::article::{Article, ArticleId, Published};

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

impl Kept {
    /// The passage, or the left and the right one.
    #[must_use]
    pub fn passages(&self) -> Vec<&Passage> {
        match self {
            Self::One(passage) => vec![passage],
            Self::Two(pair) => vec![&pair.0, &pair.1],
        }
    }
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

/// All bookmarks, newest first.
pub(super) fn list(connection: &Connection) -> rusqlite::Result<Vec<Bookmark>> {
    // One transaction: a bookmark that another window deletes meanwhile is read whole or not at all.
    let transaction = connection.unchecked_transaction()?;
    let mut passages = passages(&transaction)?;
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
        anchor: serde_json::from_str(row.get_ref("anchor")?.as_str()?).map_err(unreadable)?,
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

/// Keeps a new bookmark under an id that none ever had; its own `id` is not looked at.
pub(super) fn add(connection: &mut Connection, bookmark: Bookmark) -> rusqlite::Result<Bookmark> {
    let transaction = connection.transaction()?;
    transaction.prepare_cached("INSERT INTO main.bookmark (note, tags, created) VALUES (?1, ?2, ?3)")?.execute(params![
        bookmark.note,
        tags(&bookmark)?,
        bookmark.created.to_string()
    ])?;
    let bookmark = Bookmark { id: BookmarkId(transaction.last_insert_rowid()), ..bookmark };
    write_passages(&transaction, &bookmark)?;
    transaction.commit()?;
    Ok(bookmark)
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
    for (side, Passage { article, citation, anchor }) in (0_i64..).zip(bookmark.kept.passages()) {
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
            ":anchor": serde_json::to_string(anchor).map_err(unwritable)?,
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
    use crate::text::span::Span;

    fn passage(article: &Article, start: usize, end: usize) -> Passage {
        let anchor = Anchor::of(&article.body, Span::new(start, end));
        Passage { article: article.id.clone(), citation: Citation::of(article), anchor }
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
        let older = library.add_bookmark(one, "check the date", &["ferry".into(), "to do".into()], at(100)).unwrap();
        let newer = library.add_bookmark(two, "", &[], at(200)).unwrap();
        assert_eq!(library.bookmarks().unwrap(), [newer, older]);
        let counts: Vec<usize> = library.list(&Query::default()).unwrap().iter().map(|line| line.bookmarks).collect();
        assert_eq!(counts, [2, 1], "a pair counts in both its articles");
    }

    #[test]
    fn deletion_can_be_undone_and_an_id_is_never_given_twice() {
        let mut library = Library::in_memory().unwrap();
        let kept = || Kept::One(Box::new(passage(&article("a", "s", "", "The ferry is back."), 4, 9)));
        let first = library.add_bookmark(kept(), "first", &[], at(100)).unwrap();
        library.remove_bookmark(first.id).unwrap();
        let second = library.add_bookmark(kept(), "second", &[], at(200)).unwrap();
        assert_ne!(first.id, second.id);
        library.put_bookmark(&first).unwrap();
        assert_eq!(library.bookmarks().unwrap(), [second, first]);
    }

    #[test]
    fn a_changed_bookmark_takes_the_place_of_the_old_one() {
        let mut library = Library::in_memory().unwrap();
        let kept = Kept::One(Box::new(passage(&article("a", "s", "", "The ferry is back."), 4, 9)));
        let made = library.add_bookmark(kept, "", &[], at(100)).unwrap();
        let changed = Bookmark { note: "now with a note".into(), tags: vec!["tag".into()], ..made };
        library.put_bookmark(&changed).unwrap();
        assert_eq!(library.bookmarks().unwrap(), [changed]);
    }
}
