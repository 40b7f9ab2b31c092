//! What the user says of an article in place of what its page says: title, source, date. It is found by the page, so that it outlives every
//! indexing, and what the page says stays beside it.

use rusqlite::{Connection, OptionalExtension, params};

use super::articles::{self, published};
use super::search::index;
use crate::article::{Article, ArticleId, Evidence, Found, Published};
use crate::event::Signature;
use crate::text::fold;

/// What the user says; where that is nothing, what the page says holds.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Correction {
    /// The title.
    pub title: Option<String>,
    /// The source.
    pub source: Option<String>,
    /// When it was published.
    pub published: Option<Published>,
}

/// What the user says of an article.
pub(super) fn correction(connection: &Connection, id: &ArticleId) -> rusqlite::Result<Correction> {
    let mut select = connection.prepare_cached("SELECT title, source, published FROM main.correction WHERE article = ?1")?;
    let read =
        |row: &rusqlite::Row<'_>| Ok(Correction { title: row.get("title")?, source: row.get("source")?, published: published(row)? });
    Ok(select.query_row([id.as_str()], read).optional()?.unwrap_or_default())
}

/// An article as the user corrected it.
pub(super) fn corrected(connection: &Connection, mut article: Article) -> rusqlite::Result<Article> {
    let Correction { title, source, published } = correction(connection, &article.id)?;
    if let Some(title) = title {
        article.metadata.title = Some(Found::new(title, Evidence::User));
    }
    if let Some(source) = source {
        article.metadata.source = Some(Found::new(source, Evidence::User));
    }
    if let Some(published) = published {
        article.metadata.published = Some(Found::new(published, Evidence::User));
    }
    Ok(article)
}

/// Keeps what the user says of an article in place of what was kept before, and brings lists, index and events up to date.
pub(super) fn correct(connection: &mut Connection, id: &ArticleId, correction: &Correction) -> rusqlite::Result<()> {
    let transaction = connection.transaction()?;
    let Correction { title, source, published } = correction;
    if *correction == Correction::default() {
        transaction.execute("DELETE FROM main.correction WHERE article = ?1", [id.as_str()])?;
    } else {
        transaction.execute(
            "INSERT OR REPLACE INTO main.correction (article, title, source, published) VALUES (?1, ?2, ?3, ?4)",
            params![id.as_str(), title, source, published.map(Published::rfc3339)],
        )?;
    }
    if let Some(article) = articles::article(&transaction, id)? {
        tell_anew(&transaction, &article)?;
    }
    transaction.commit()
}

/// Writes what lists, index and events know of an article anew.
fn tell_anew(connection: &Connection, article: &Article) -> rusqlite::Result<()> {
    let id = article.id.as_str();
    let (number, is_shown): (i64, bool) =
        connection
            .query_row("SELECT number, newer IS NULL FROM articles.article WHERE id = ?1", [id], |row| Ok((row.get(0)?, row.get(1)?)))?;
    let published = article.published();
    connection.execute(
        "UPDATE articles.article
         SET title = ?2, source = ?3, source_key = ?4, published = ?5, day = ?6, moment = ?7, grouped = 0
         WHERE number = ?1",
        params![
            number,
            article.title(),
            article.source(),
            article.source().map(fold::key),
            published.map(Published::rfc3339),
            published.map(|at| at.day().to_string()),
            published.map(Published::sort_key),
        ],
    )?;
    connection
        .execute("UPDATE articles.signature SET words = ?2 WHERE article = ?1", params![number, Signature::of(article).to_bytes()])?;
    connection.execute("DELETE FROM articles.key_word WHERE article = ?1", [number])?;
    if is_shown {
        index::remove(connection, number)?;
        index::add(connection, number, article)?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::super::fixture::article;
    use super::super::search::Search;
    use super::super::{Library, Query};
    use super::*;

    const TEXT: &str = "The ferry Marina ran aground off Port Selim on Monday evening, and forty passengers were taken off by helicopter.";

    #[test]
    fn what_the_user_says_holds_everywhere_outlives_indexing_and_is_taken_back() {
        let folder = tempfile::tempdir().unwrap();
        let mut library = Library::open(folder.path()).unwrap();
        let (wrong, other) = (article("Home", "Post", "", TEXT), article("Ferry aground", "Daily", "2024-03-04", TEXT));
        library.add(&[wrong.clone(), other.clone()]).unwrap();
        let correction = Correction {
            title: Some("Ferry aground off Port Selim".to_owned()),
            source: Some("Harbour Gazette".to_owned()),
            published: Published::parse("2024-03-05"),
        };
        library.correct(&wrong.id, &correction).unwrap();
        assert_eq!(library.correction(&wrong.id).unwrap(), correction);
        let check = |library: &Library| {
            let line = library.list(&Query::default()).unwrap().remove(0);
            assert_eq!(
                (line.title, line.source, line.published),
                (correction.title.clone(), correction.source.clone(), correction.published)
            );
            let whole = library.article(&wrong.id).unwrap().unwrap();
            assert_eq!((whole.title(), whole.published()), (correction.title.as_deref(), correction.published));
            let found = library.search(&Search::parse("title:selim source:gazette on:2024-03-05").unwrap(), 9).unwrap();
            assert_eq!(found.articles, std::slice::from_ref(&wrong.id));
        };
        check(&library);
        drop(library);
        std::fs::remove_file(folder.path().join("articles.db")).unwrap();
        let mut library = Library::open(folder.path()).unwrap();
        library.add(&[other, wrong.clone()]).unwrap();
        check(&library);
        library.begin_anew().unwrap();
        library.index_some(10).unwrap();
        library.group_events().unwrap();
        check(&library);
        library.correct(&wrong.id, &Correction::default()).unwrap();
        assert_eq!(library.article(&wrong.id).unwrap(), Some(wrong.clone()));
        assert!(library.search(&Search::parse("source:gazette").unwrap(), 9).unwrap().articles.is_empty());
    }
}
