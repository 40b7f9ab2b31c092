//! `parallax bookmarks export`: the kept passages for other programs.

use std::collections::BTreeMap;

use super::with_tag;
use crate::article::{Article, ArticleId};
use crate::cli::{BookmarksExport, Error, Outcome, Session, file};
use crate::compare::{Options, compare};
use crate::config::Config;
use crate::export::bookmarks::{Evidence, annotation, csv, differences, markdown};
use crate::export::citation::Cited;
use crate::library::{Bookmark, Kept, Library};

pub(super) fn run(arguments: &BookmarksExport, session: &mut Session<'_>) -> Result<Outcome, Error> {
    let library = session.bookmarks_to_read()?;
    let bookmarks = library.bookmarks()?;
    let bookmarks = with_tag(bookmarks, arguments.tag.as_deref(), session)?;
    let references: Vec<&Bookmark> = bookmarks.iter().collect();
    let text = if arguments.csv {
        csv(&references)
    } else if arguments.json_ld {
        annotation::collection(&references)
    } else if let Some(name) = &arguments.cite {
        match cited(name.as_deref(), &references, session)? {
            Some(text) => text,
            None => return Ok(Outcome::Trouble),
        }
    } else {
        markdown(&evidence(bookmarks, &library)?)
    };
    match &arguments.output {
        Some(path) => file::write(path, &text, &[], session)?,
        None => write!(session.out, "{text}")?,
    }
    Ok(Outcome::of(session))
}

/// Every passage in the style of a name, or in the reader's usual one.
fn cited(name: Option<&str>, bookmarks: &[&Bookmark], session: &mut Session<'_>) -> Result<Option<String>, Error> {
    let (config, problems) = Config::of_environment();
    for problem in problems {
        session.fail(&problem)?;
    }
    let style = match config.style(name) {
        Ok(style) => style,
        Err(unknown) => {
            session.fail(&unknown)?;
            return Ok(None);
        }
    };
    let passages: Vec<Cited> = bookmarks.iter().flat_map(|bookmark| bookmark.kept.passages()).map(Cited::from).collect();
    let mut text = style.cite(&passages);
    if !text.is_empty() {
        text.push('\n');
    }
    Ok(Some(text))
}

/// The bookmarks with what the passages of each pair differ on, as far as their articles are in the library.
fn evidence(bookmarks: Vec<Bookmark>, library: &Library) -> Result<Vec<Evidence>, Error> {
    let mut articles: BTreeMap<ArticleId, Option<Article>> = BTreeMap::new();
    let mut found = Vec::new();
    for bookmark in bookmarks {
        let mut differing = None;
        if let Kept::Two(pair) = &bookmark.kept {
            for id in [&pair.0.article, &pair.1.article] {
                if !articles.contains_key(id) {
                    articles.insert(id.clone(), library.article(id)?);
                }
            }
            let article = |id: &ArticleId| articles.get(id).and_then(Option::as_ref);
            if let Some((left, right)) = article(&pair.0.article).zip(article(&pair.1.article)) {
                let stretches = [pair.0.spans(&left.body).collect(), pair.1.spans(&right.body).collect()];
                differing = Some(differences([left, right], &compare(left, right, &Options::default()), &stretches));
            }
        }
        found.push(Evidence { bookmark, differences: differing });
    }
    Ok(found)
}
