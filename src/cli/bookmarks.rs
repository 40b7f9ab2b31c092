//! `parallax bookmarks`: the kept passages.

use serde_json::{Value, json};

use super::{Bookmarks, BookmarksAction, Error, Outcome, Session};
use crate::article::Published;
use crate::export::{citation, json};
use crate::library::{Bookmark, Passage};
use crate::text::sanitize::clean_line;

pub(super) fn run(arguments: &Bookmarks, session: &mut Session<'_>) -> Result<Outcome, Error> {
    let BookmarksAction::List = arguments.action;
    let bookmarks = session.bookmarks_to_read()?.bookmarks()?;
    for (number, bookmark) in bookmarks.iter().enumerate() {
        if arguments.json {
            writeln!(session.out, "{}", json::line(&described(bookmark)))?;
            continue;
        }
        if number > 0 {
            writeln!(session.out)?;
        }
        writeln!(session.out, "{}", citation::kept(&bookmark.kept))?;
        for (label, text) in [("note", bookmark.note.clone()), ("tags", bookmark.tags.join(", "))] {
            if !text.is_empty() {
                writeln!(session.out, "  {label}: {}", clean_line(&text))?;
            }
        }
    }
    if bookmarks.is_empty() {
        session.note("there are no bookmarks yet")?;
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

fn passage(Passage { article, citation, anchor }: &Passage) -> Value {
    json!({
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
        "body": anchor.body,
    })
}
