//! `parallax bookmarks`: the kept passages: listed, exported, looked up in their pages, and brought in.

mod export;
mod import;
mod verify;

use serde_json::{Value, json};

use super::{Bookmarks, BookmarksCommand, Error, Outcome, Session};
use crate::article::Published;
use crate::export::{citation, json};
use crate::library::{Anchor, Bookmark, Passage};
use crate::text::fold::key;
use crate::text::sanitize::clean_line;

pub(super) fn run(arguments: &Bookmarks, session: &mut Session<'_>) -> Result<Outcome, Error> {
    match &arguments.command {
        None => list(arguments.list.json, arguments.list.tag.as_deref(), session),
        Some(BookmarksCommand::List(list_arguments)) => list(list_arguments.json, list_arguments.tag.as_deref(), session),
        Some(BookmarksCommand::Export(arguments)) => export::run(arguments, session),
        Some(BookmarksCommand::Verify(arguments)) => verify::run(arguments, session),
        Some(BookmarksCommand::Import(arguments)) => import::run(arguments, session),
    }
}

/// The bookmarks with a tag, case and accents aside; all without one. That there are none is said.
fn with_tag(bookmarks: Vec<Bookmark>, tag: Option<&str>, session: &mut Session<'_>) -> Result<Vec<Bookmark>, Error> {
    if bookmarks.is_empty() {
        session.note("there are no bookmarks yet")?;
        return Ok(bookmarks);
    }
    let Some(tag) = tag else { return Ok(bookmarks) };
    let wanted = key(tag.trim_start_matches('#'));
    let tagged: Vec<Bookmark> = bookmarks.into_iter().filter(|bookmark| bookmark.tags.iter().any(|tag| key(tag) == wanted)).collect();
    if tagged.is_empty() {
        session.note(&format!("no bookmark has the tag {tag}"))?;
    }
    Ok(tagged)
}

fn list(as_json: bool, tag: Option<&str>, session: &mut Session<'_>) -> Result<Outcome, Error> {
    let bookmarks = session.bookmarks_to_read()?.bookmarks()?;
    for (number, bookmark) in with_tag(bookmarks, tag, session)?.iter().enumerate() {
        if as_json {
            writeln!(session.out, "{}", json::line(&described(bookmark)))?;
            continue;
        }
        if number > 0 {
            writeln!(session.out)?;
        }
        writeln!(session.out, "{}", citation::kept(&bookmark.kept))?;
        for (line, text) in bookmark.note.lines().enumerate() {
            writeln!(session.out, "  {} {}", if line == 0 { "note:" } else { "     " }, clean_line(text))?;
        }
        if !bookmark.tags.is_empty() {
            writeln!(session.out, "  tags: {}", clean_line(&bookmark.tags.join(", ")))?;
        }
    }
    Ok(Outcome::of(session))
}

fn described(bookmark: &Bookmark) -> Value {
    json!({
        "bookmark": bookmark.id.0,
        "created": bookmark.created.to_string(),
        "note": bookmark.note,
        "tags": bookmark.tags,
        "passages": bookmark.kept.passages().into_iter().map(passage).collect::<Value>(),
    })
}

fn passage(passage: &Passage) -> Value {
    let Passage { article, citation, anchor, .. } = passage;
    let mut value = json!({
        "article": article.as_str(),
        "file": citation.file,
        "title": citation.title,
        "source": citation.source,
        "author": citation.author,
        "published": citation.published.map(Published::rfc3339),
        "url": citation.url,
        "exact": anchor.exact,
        "prefix": anchor.prefix,
        "suffix": anchor.suffix,
        "start": anchor.position,
        "body": anchor.body,
    });
    if !passage.more.is_empty() {
        value["more"] = passage.more.iter().map(stretch).collect();
    }
    value
}

fn stretch(anchor: &Anchor) -> Value {
    json!({ "exact": anchor.exact, "prefix": anchor.prefix, "suffix": anchor.suffix, "start": anchor.position })
}
