//! `parallax add`: saved pages into the library.

use super::page::{self, Walk};
use super::progress::Progress;
use super::{Add, Error, Outcome, Reading, Session};
use crate::article::Article;
use crate::library::{Added, Library};

/// Articles kept at once: a run that is cut off loses fewer than these, and another window waits only that long.
const LOT: usize = 200;

/// What became of the files so far.
#[derive(Default)]
struct Tally {
    added: usize,
    unchanged: usize,
    refused: usize,
}

pub(super) fn run(arguments: &Add, session: &mut Session<'_>) -> Result<Outcome, Error> {
    let mut library = session.library()?;
    let mut tally = Tally::default();
    let mut progress = Progress::new(session.surroundings.messages_on_terminal);
    let mut lot = Vec::with_capacity(LOT);
    for found in Walk::new(&arguments.paths) {
        progress.step(session.messages)?;
        let read = found.and_then(|path| match page::wrong_kind(&path) {
            Some(problem) => Err((path, problem)),
            None => page::read(&path, Reading { keep_all: false }).map_err(|problem| (path, problem)),
        });
        match read {
            Ok(ingested) => {
                progress.clear(session.messages)?;
                let name = ingested.article.file.clone();
                let article = session.checked(&name, ingested)?;
                lot.push(if name == page::STANDARD_INPUT { named(article) } else { article });
            }
            Err((path, problem)) => {
                tally.refused += 1;
                progress.clear(session.messages)?;
                session.complain(&path.display().to_string(), &problem)?;
            }
        }
        if lot.len() == LOT {
            keep(&mut lot, &mut library, &mut tally)?;
        }
    }
    keep(&mut lot, &mut library, &mut tally)?;
    progress.clear(session.messages)?;
    library.group_events()?;
    writeln!(session.out, "added {}, unchanged {}, refused {}", tally.added, tally.unchanged, tally.refused)?;
    Ok(Outcome::of(session))
}

/// A page from standard input under a name that a citation can give.
fn named(article: Article) -> Article {
    Article { file: "standard input".to_owned(), ..article }
}

fn keep(lot: &mut Vec<Article>, library: &mut Library, tally: &mut Tally) -> Result<(), Error> {
    for added in library.add_some(lot)? {
        match added {
            Added::New => tally.added += 1,
            Added::Unchanged => tally.unchanged += 1,
        }
    }
    lot.clear();
    Ok(())
}
