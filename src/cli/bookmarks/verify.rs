//! `parallax bookmarks verify`: whether the kept words still stand in their pages.

use std::collections::BTreeMap;

use serde_json::{Value, json};

use super::with_tag;
use crate::article::{Article, ArticleId};
use crate::cli::page::named;
use crate::cli::session::open_file;
use crate::cli::{BookmarksVerify, Error, Outcome, Reading, Session};
use crate::export::citation::{quoted, reference};
use crate::export::json;
use crate::export::text::{Layout, Mark};
use crate::library::{Bookmark, Library, Passage, Standing, Verified, verify};
use crate::text::counted::counted;
use crate::text::width::clip;

/// Columns of a passage's words that a line shows where it is not for a terminal.
const WORDS: usize = 60;

/// What a passage was looked up in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Looked {
    /// The file it was kept from.
    File,
    /// The library's copy: there is no file, as of what came through standard input, or it is gone.
    Library,
    Nowhere,
}

/// A passage, how it stands, and where that was seen.
struct Checked<'a> {
    passage: &'a Passage,
    verified: Verified,
    looked: Looked,
    /// Why the file, which is there, could not be read.
    trouble: Option<String>,
}

pub(super) fn run(arguments: &BookmarksVerify, session: &mut Session<'_>) -> Result<Outcome, Error> {
    let library = session.bookmarks_to_read()?;
    let bookmarks = with_tag(library.bookmarks()?, arguments.tag.as_deref(), session)?;
    let mut counts: BTreeMap<Standing, usize> = BTreeMap::new();
    for bookmark in &bookmarks {
        let passages = bookmark.kept.passages();
        let checked = passages.into_iter().map(|passage| check(passage, &library)).collect::<Result<Vec<_>, _>>()?;
        let standing = checked.iter().map(|one| one.verified.standing).max().unwrap_or(Standing::Missing);
        *counts.entry(standing).or_default() += 1;
        if arguments.json {
            writeln!(session.out, "{}", json::line(&described(bookmark, standing, &checked)))?;
        } else {
            let layout = session.surroundings.layout;
            write!(session.out, "{}", checked.iter().map(|one| text(one, layout)).collect::<String>())?;
        }
    }
    if !arguments.json && !bookmarks.is_empty() {
        let parts = Standing::ALL.iter().filter_map(|standing| Some(format!("{} {}", counts.get(standing)?, standing.as_str())));
        writeln!(session.out, "{}: {}", counted(bookmarks.len(), "bookmark"), parts.collect::<Vec<_>>().join(", "))?;
    }
    let is_lost = counts.keys().any(|standing| standing.is_lost());
    Ok(if is_lost { Outcome::Trouble } else { Outcome::of(session) })
}

/// Looks a passage up in its file, else in the library.
fn check<'a>(passage: &'a Passage, library: &Library) -> Result<Checked<'a>, Error> {
    let kept = library.article(&passage.article)?;
    let path = library.page_of(passage)?.filter(|path| named(path).0.is_file());
    let mut trouble = None;
    if let Some(path) = path {
        match read(&path, &passage.article) {
            // As it was read when it was added, whatever format was named then.
            Ok(article) if article.id == passage.article && kept.is_some() => {}
            Ok(article) => return Ok(Checked { passage, verified: verify(passage, &article.body), looked: Looked::File, trouble }),
            Err(why) => trouble = Some(why),
        }
        if trouble.is_none() {
            let verified = kept.map(|article| verify(passage, &article.body));
            let verified = verified.unwrap_or(Verified { standing: Standing::Missing, now: Vec::new() });
            return Ok(Checked { passage, verified, looked: Looked::File, trouble });
        }
        return Ok(Checked { passage, verified: Verified { standing: Standing::Altered, now: Vec::new() }, looked: Looked::File, trouble });
    }
    Ok(match kept {
        Some(article) => Checked { passage, verified: verify(passage, &article.body), looked: Looked::Library, trouble },
        None => Checked { passage, verified: Verified { standing: Standing::Missing, now: Vec::new() }, looked: Looked::Nowhere, trouble },
    })
}

/// The article in a file, or why there is none. Of several the one that was kept, else the one in its place.
fn read(path: &std::path::Path, id: &ArticleId) -> Result<Article, String> {
    let items = open_file(path, Reading { keep_all: false, format: None });
    let mut found = Err("no article in it".to_owned());
    for item in items {
        match item.read().read {
            Ok(ingested) if ingested.article.id == *id => return Ok(ingested.article),
            Ok(ingested) if found.is_err() => found = Ok(ingested.article),
            Err(problem) if found.is_err() => found = Err(problem.to_string()),
            Ok(_) | Err(_) => {}
        }
    }
    found
}

fn described(bookmark: &Bookmark, standing: Standing, checked: &[Checked<'_>]) -> Value {
    let of = |one: &Checked<'_>| {
        json!({
            "article": one.passage.article.as_str(),
            "file": one.passage.citation.file,
            "url": one.passage.citation.url,
            "exact": one.passage.words(),
            "standing": one.verified.standing.as_str(),
            "now": one.verified.now,
            "looked_in": match one.looked {
                Looked::File => Some("file"),
                Looked::Library => Some("library"),
                Looked::Nowhere => None,
            },
            "error": one.trouble,
        })
    };
    json!({ "bookmark": bookmark.id.0, "standing": standing.as_str(), "passages": checked.iter().map(of).collect::<Value>() })
}

/// `altered  “A herd of 12 goats …” — Harbour Post, …`, and below it what stands there now.
fn text(one: &Checked<'_>, layout: Layout) -> String {
    let standing = one.verified.standing;
    let mark = if standing.is_lost() { Mark::Differing } else { Mark::Quiet };
    let words = quoted(&one.passage.words());
    let label = layout.paint(&format!("{:8}", standing.as_str()), mark);
    let mut out = format!("{label}{}\n", clip(&words, layout.columns.saturating_sub(8).max(WORDS)).0);
    let mut below = |text: &str| {
        out.extend(layout.hanging("        ", text, Mark::Quiet).into_iter().map(|line| line + "\n"));
    };
    below(&reference(&one.passage.citation));
    for now in &one.verified.now {
        below(&format!("now: {}", quoted(now)));
    }
    if standing == Standing::Altered && one.verified.now.is_empty() && one.trouble.is_none() {
        below("nothing like it stands in the page now");
    }
    if let Some(trouble) = &one.trouble {
        below(&format!("the page can no longer be read: {trouble}"));
    }
    if one.looked == Looked::Library {
        below("no file; looked up in the library's copy");
    }
    out
}
