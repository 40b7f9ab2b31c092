//! The index of all words: what is stored for an article, and which articles have what is wanted. Nothing else knows how it is stored.
//!
//! An FTS5 table without content, fed with our own folded pieces: title, body, source, author, and the names of the day. Articles come
//! out in the order in which they came in, the last one first, so that a search for what nearly all have need not look at all.

use rusqlite::{Connection, params};

use super::days;
use super::query::{Clause, Place, Wanted};
use super::words::indexed;
use crate::article::{Article, Published};

/// Takes an article into the index.
pub(in crate::library) fn add(connection: &Connection, number: i64, article: &Article) -> rusqlite::Result<()> {
    let mut insert = connection
        .prepare_cached("INSERT INTO articles.words (rowid, title, body, source, author, day) VALUES (?1, ?2, ?3, ?4, ?5, ?6)")?;
    let of = |text: Option<&str>| indexed(text.unwrap_or_default());
    let day = article.published().map(Published::day).map(|day| days::names(day).collect::<Vec<_>>().join(" "));
    let author = article.author();
    insert
        .execute(params![
            number,
            of(article.title()),
            indexed(article.body.text()),
            of(article.source()),
            of(author.as_deref()),
            day.unwrap_or_default()
        ])
        .map(|_| ())
}

/// Takes an article out of the index.
pub(in crate::library) fn remove(connection: &Connection, number: i64) -> rusqlite::Result<()> {
    connection.prepare_cached("DELETE FROM articles.words WHERE rowid = ?1")?.execute([number]).map(|_| ())
}

/// Takes all articles out of the index.
pub(in crate::library) fn clear(connection: &Connection) -> rusqlite::Result<()> {
    connection.execute("INSERT INTO articles.words (words) VALUES ('delete-all')", []).map(|_| ())
}

/// The articles that have what is wanted, the last one to come in first, until `take` says that it has enough.
pub(super) fn matching(
    connection: &Connection,
    expression: &str,
    mut take: impl FnMut(i64) -> rusqlite::Result<bool>,
) -> rusqlite::Result<()> {
    let mut select = connection.prepare_cached("SELECT rowid FROM articles.words WHERE words MATCH ?1 ORDER BY rowid DESC")?;
    let mut rows = select.query([expression])?;
    while let Some(row) = rows.next()? {
        if !take(row.get(0)?)? {
            break;
        }
    }
    Ok(())
}

/// Which of these articles have what is wanted.
pub(super) fn matching_among(connection: &Connection, expression: &str, numbers: &[i64]) -> rusqlite::Result<Vec<i64>> {
    let mut select = connection.prepare_cached("SELECT rowid FROM articles.words WHERE words MATCH ?1 AND rowid = ?2")?;
    let mut found = Vec::new();
    for number in numbers {
        if select.exists(params![expression, number])? {
            found.push(*number);
        }
    }
    Ok(found)
}

/// In how many of `all` articles something stands: counted where it is rare, else reckoned from the last ones that have it.
pub(super) fn spread(connection: &Connection, expression: &str, all: i64) -> rusqlite::Result<f32> {
    /// As many are counted as tell a rare word from a common one.
    const COUNTED: usize = 1_000;
    let (mut count, mut first) = (0_usize, all);
    matching(connection, expression, |number| {
        (count, first) = (count + 1, number);
        Ok(count < COUNTED)
    })?;
    let seen = if count < COUNTED { all } else { all - first + 1 };
    Ok(count as f32 * all as f32 / seen.max(1) as f32)
}

/// What the index is asked for a search; `None` when it leaves nothing to ask the index for.
pub(super) fn expression(clauses: &[Clause], only_titles: bool) -> Option<String> {
    let (excluded, wanted): (Vec<&Clause>, Vec<&Clause>) = clauses.iter().partition(|clause| clause.is_excluded);
    let each = |clauses: Vec<&Clause>, between: &str| {
        clauses.into_iter().map(|clause| any_of(&clause.any_of, only_titles)).collect::<Vec<_>>().join(between)
    };
    if wanted.is_empty() {
        return None;
    }
    let wanted = each(wanted, " AND ");
    Some(if excluded.is_empty() { wanted } else { format!("({wanted}) NOT ({})", each(excluded, " OR ")) })
}

fn any_of(wanted: &[Wanted], only_titles: bool) -> String {
    let each: Vec<String> = wanted.iter().map(|wanted| one(wanted, only_titles)).collect();
    format!("({})", each.join(" OR "))
}

/// One thing that is wanted, as FTS5 writes it. Keys have no quotation mark in them: they are words.
pub(super) fn one(wanted: &Wanted, only_titles: bool) -> String {
    match wanted {
        Wanted::Words { place, keys, is_beginning } => {
            let columns = match place {
                Place::Text if only_titles => "title",
                Place::Text => "{title body}",
                Place::Title => "title",
                Place::Source => "source",
                Place::Author => "author",
            };
            format!("{columns} : \"{}\"{}", keys.join(" "), if *is_beginning { " *" } else { "" })
        }
        Wanted::Published(first, last) => {
            let names = days::cover(*first, *last);
            // No day at all: a name that no day has.
            let names = if names.is_empty() { "none".to_owned() } else { names.join(" OR ") };
            format!("day : ({names})")
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::query::Search;
    use super::*;

    #[test]
    fn a_search_as_the_index_reads_it() {
        for (text, want) in [
            ("pier quay", "({title body} : \"pier\") AND ({title body} : \"quay\")"),
            ("pier OR \"old quay\" -ferry", "(({title body} : \"pier\" OR {title body} : \"old quay\")) NOT (({title body} : \"ferry\"))"),
            ("harb* source:post", "({title body} : \"harb\" *) AND (source : \"post\")"),
            ("on:2024-02", "(day : (202402))"),
            ("since:2024-02 before:2024-02", "(day : (202402 OR 202403 OR 202404 OR 202405 OR 202406 OR 202407 OR 202408 OR 202409"),
        ] {
            let found = expression(&Search::parse(text).unwrap().clauses, false).unwrap();
            assert!(found.starts_with(want), "{text}: {found}");
        }
        assert_eq!(expression(&Search::parse("is:read").unwrap().clauses, false), None);
        assert_eq!(expression(&Search::parse("pier").unwrap().clauses, true).unwrap(), "(title : \"pier\")");
    }
}
