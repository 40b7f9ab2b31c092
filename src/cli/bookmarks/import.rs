//! `parallax bookmarks import`: bookmarks that were exported as annotations; those that are known already stay as they are.

use crate::cli::{BookmarksImport, Error, Outcome, Session, page};
use crate::export::bookmarks::annotation;
use crate::library::{Bookmark, Keeping, Library};

pub(super) fn run(arguments: &BookmarksImport, session: &mut Session<'_>) -> Result<Outcome, Error> {
    let name = arguments.file.display().to_string();
    let text = match page::bytes(&arguments.file).map(String::from_utf8) {
        Ok(Ok(text)) => text,
        Ok(Err(_)) => return refuse(&name, "not valid UTF-8", session),
        Err(problem) => return refuse(&name, &problem.to_string(), session),
    };
    let (bookmarks, unread) = match annotation::read(&text) {
        Ok(read) => read,
        Err(why) => return refuse(&name, &why, session),
    };
    for one in &unread {
        session.complain(&format!("{name}: {}", one.name), &one.why)?;
    }
    let mut library = session.library()?;
    let (mut imported, mut known) = (0, 0);
    for bookmark in bookmarks {
        match library.add_bookmark(bookmark.kept.clone(), &bookmark.note, &bookmark.tags, bookmark.created)? {
            Keeping::New(_) => imported += 1,
            Keeping::Known(own) => {
                known += 1;
                merge(&own, &bookmark, &mut library, session)?;
            }
        }
    }
    writeln!(session.out, "imported {imported}, known {known}, refused {}", unread.len())?;
    Ok(Outcome::of(session))
}

fn refuse(name: &str, why: &str, session: &mut Session<'_>) -> Result<Outcome, Error> {
    session.complain(name, &why)?;
    Ok(Outcome::Trouble)
}

/// Adds to a known bookmark what it lacks: tags, and a note where it has none. A note of one's own is never replaced.
fn merge(own: &Bookmark, imported: &Bookmark, library: &mut Library, session: &mut Session<'_>) -> Result<(), Error> {
    let mut merged = own.clone();
    let new_tags: Vec<String> = imported.tags.iter().filter(|tag| !own.tags.contains(tag)).cloned().collect();
    merged.tags.extend(new_tags);
    if own.note.is_empty() {
        merged.note.clone_from(&imported.note);
    } else if !imported.note.is_empty() && imported.note != own.note {
        session.note(&format!("bookmark {}: its note differs from the one in the file; yours is kept", own.id.0))?;
    }
    if merged != *own {
        library.put_bookmark(&merged)?;
    }
    Ok(())
}
