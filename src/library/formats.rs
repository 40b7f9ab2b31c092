//! Tests that files of every earlier format are brought up to date with all that is in them.

use std::path::Path;

use rusqlite::Connection;

use super::fixture::article;
use super::schema::{ARTICLES, Schema, USER};
use super::search::Search;
use super::{Anchor, Library, Query};
use crate::article::Article;
use crate::event::Signature;
use crate::text::Span;

const TEXT: &str = "The ferry is back in service.\nIt had been out for a week, Captain Ruth Olsen said.";

/// Steps that are in the hands of users: how long each is, and the sum of its bytes. A step that is there is never changed.
const USER_STEPS: [(usize, u32); 3] = [(977, 62_041), (356, 25_793), (439, 26_987)];
const ARTICLES_STEPS: [(usize, u32); 3] = [(1068, 71_501), (113, 8217), (448, 35_877)];

fn sum(step: &str) -> (usize, u32) {
    (step.len(), step.bytes().map(u32::from).sum())
}

#[test]
fn steps_that_users_have_taken_are_as_they_were() {
    for (schema, steps) in [(USER, USER_STEPS), (ARTICLES, ARTICLES_STEPS)] {
        let found: Vec<(usize, u32)> = schema.migrations.iter().take(steps.len()).map(|step| sum(step)).collect();
        assert_eq!(found, steps, "{}", schema.file_name);
    }
}

/// A file as a program left it that knew only the first steps.
fn made_by_earlier(schema: Schema, format: usize, folder: &Path, statements: &[(&str, &[&dyn rusqlite::ToSql])]) {
    let file = folder.join(schema.file_name);
    let is_main = schema.name == "main";
    let connection = if is_main { Connection::open(&file) } else { Connection::open_in_memory() }.unwrap();
    if !is_main {
        connection.execute("ATTACH ?1 AS articles", [file.to_str().unwrap()]).unwrap();
    }
    for step in &schema.migrations[..format] {
        connection.execute_batch(step).unwrap();
    }
    for (statement, values) in statements {
        connection.execute(statement, *values).unwrap();
    }
    connection.pragma_update(Some(schema.name), "application_id", schema.application).unwrap();
    connection.pragma_update(Some(schema.name), "user_version", format as u32).unwrap();
}

fn fill_articles(kept: &Article, format: usize, folder: &Path) {
    let blocks = zstd::encode_all(serde_json::to_vec(&kept.page).unwrap().as_slice(), 3).unwrap();
    let metadata = serde_json::to_string(&kept.metadata).unwrap();
    made_by_earlier(
        ARTICLES,
        format,
        folder,
        &[
            (
                "INSERT INTO articles.article (number, id, file, title, opening, source, source_key, published, day, moment, event, grouped)
                 VALUES (1, ?1, ?2, 'Ferry back', 'The ferry', 'Post', 'post', '2024-03-02', '2024-03-02', 0, 1, 1)",
                &[&kept.id.as_str(), &kept.file],
            ),
            ("INSERT INTO articles.page (article, metadata, blocks) VALUES (1, ?1, ?2)", &[&metadata, &blocks]),
            ("INSERT INTO articles.signature (article, words) VALUES (1, ?1)", &[&Signature::of(kept).to_bytes()]),
        ],
    );
}

#[test]
fn articles_of_every_earlier_format_are_read_searched_and_grouped() {
    let kept = article("Ferry back", "Post", "2024-03-02", TEXT);
    for format in 1..ARTICLES.migrations.len() {
        let folder = tempfile::tempdir().unwrap();
        fill_articles(&kept, format, folder.path());
        let mut library = Library::open(folder.path()).unwrap();
        assert_eq!(library.article(&kept.id).unwrap().as_ref(), Some(&kept), "format {format}");
        library.index_some(10).unwrap();
        library.group_events().unwrap();
        let found = library.search(&Search::parse("olsen on:2024-03").unwrap(), 9).unwrap();
        assert_eq!((found.articles.len(), found.unsearched), (1, 0), "format {format}");
        let line = library.list(&Query::default()).unwrap().remove(0);
        assert_eq!((line.versions, line.event_sources, line.event_origins), (1, 1, 1), "format {format}");
        let second = article("Ferry is back", "Daily", "2024-03-02", TEXT);
        library.add(&[second]).unwrap();
        assert_eq!(library.list(&Query::default()).unwrap()[0].event_sources, 2, "format {format}");
    }
}

/// From this format on a passage may have several stretches.
const SEVERAL_STRETCHES: usize = 4;

#[test]
fn what_the_user_made_in_every_earlier_format_is_there_and_was_copied_before() {
    let kept = article("Ferry back", "Post", "2024-03-02", TEXT);
    let anchor = serde_json::to_string(&Anchor::of(&kept.body, Span::new(4, 9))).unwrap();
    for format in 1..USER.migrations.len() {
        let folder = tempfile::tempdir().unwrap();
        let id = kept.id.as_str();
        let anchor = if format < SEVERAL_STRETCHES { anchor.clone() } else { format!("[{anchor}]") };
        made_by_earlier(
            USER,
            format,
            folder.path(),
            &[
                ("INSERT INTO main.reading (article, read, starred) VALUES (?1, 1, 1)", &[&id]),
                ("INSERT INTO main.bookmark (note, tags, created) VALUES ('look again', '[\"ferry\"]', '2024-03-05T10:00:00Z')", &[]),
                (
                    "INSERT INTO main.passage (bookmark, side, article, file, title, anchor) VALUES (1, 0, ?1, 'a.txt', 'Ferry back', ?2)",
                    &[&id, &anchor],
                ),
            ],
        );
        let mut library = Library::open(folder.path()).unwrap();
        library.add(std::slice::from_ref(&kept)).unwrap();
        let line = library.list(&Query::default()).unwrap().remove(0);
        assert_eq!((line.read, line.starred, line.bookmarks), (true, true, 1), "format {format}");
        let bookmark = library.bookmarks().unwrap().remove(0);
        assert_eq!((bookmark.note.as_str(), bookmark.tags.as_slice()), ("look again", ["ferry".to_owned()].as_slice()));
        let copy = Connection::open(folder.path().join(format!("user.db.format-{format}"))).unwrap();
        assert_eq!(copy.query_row("SELECT note FROM bookmark", [], |row| row.get::<_, String>(0)).unwrap(), "look again");
    }
}
