//! `parallax add`: saved pages into the library.

use std::path::{Path, PathBuf};

use super::page::{self, Problem, Walk};
use super::{Add, Error, Outcome, Reading, Session};
use crate::article::{Article, ArticleId};
use crate::ingest;
use crate::library::{Added, Library};

/// Articles kept at once: a run that is cut off loses fewer than these, and another window waits only that long.
const LOT: usize = 200;

pub(super) fn run(arguments: &Add, session: &mut Session<'_>) -> Result<Outcome, Error> {
    let mut intake = Intake { library: session.library()?, lot: Vec::with_capacity(LOT), added: 0, unchanged: 0, refused: 0 };
    let done = intake.take_all(&arguments.paths, session);
    // Also when the disk is full: what was kept before is kept.
    session.end_count()?;
    let Intake { added, unchanged, refused, .. } = intake;
    writeln!(session.out, "added {added}, unchanged {unchanged}, refused {refused}")?;
    done.map(|()| Outcome::of(session))
}

/// Articles on their way into the library, and what became of the files so far.
struct Intake {
    library: Library,
    lot: Vec<Article>,
    added: usize,
    unchanged: usize,
    refused: usize,
}

impl Intake {
    fn take_all(&mut self, paths: &[PathBuf], session: &mut Session<'_>) -> Result<(), Error> {
        for found in Walk::new(paths) {
            session.count_file()?;
            match found {
                Ok(path) => self.take(&path, session)?,
                Err((path, problem)) => self.refuse(&path, &problem, session)?,
            }
        }
        self.keep()?;
        Ok(self.library.group_events()?)
    }

    /// Takes one file; a page that is in the library is not read a second time.
    fn take(&mut self, path: &Path, session: &mut Session<'_>) -> Result<(), Error> {
        let page = match page::wrong_kind(path).map_or_else(|| page::bytes(path), Err) {
            Ok(page) => page,
            Err(problem) => return self.refuse(path, &problem, session),
        };
        if self.library.has(&ArticleId::of_page(&page))? {
            self.unchanged += 1;
            return Ok(session.warn(&path.display().to_string(), &ingest::warnings(&page))?);
        }
        let ingested = match page::ingested(&page, path, Reading { keep_all: false }) {
            Ok(ingested) => ingested,
            Err(problem) => return self.refuse(path, &problem, session),
        };
        session.warn(&path.display().to_string(), &ingested.warnings)?;
        let article = ingested.article;
        self.lot.push(if page::is_standard_input(path) { named(article) } else { article });
        if self.lot.len() == LOT { self.keep() } else { Ok(()) }
    }

    fn refuse(&mut self, path: &Path, problem: &Problem, session: &mut Session<'_>) -> Result<(), Error> {
        self.refused += 1;
        Ok(session.complain(&path.display().to_string(), problem)?)
    }

    /// Keeps what has gathered.
    fn keep(&mut self) -> Result<(), Error> {
        for added in self.library.add_some(&self.lot)? {
            match added {
                Added::New => self.added += 1,
                Added::Unchanged => self.unchanged += 1,
            }
        }
        self.lot.clear();
        Ok(())
    }
}

/// A page from standard input under a name that a citation can give.
fn named(article: Article) -> Article {
    Article { file: "standard input".to_owned(), ..article }
}
