//! `parallax add`: saved pages into the library.

use std::env;
use std::iter;
use std::path::{Path, PathBuf};

use super::addresses::{Brought, Note, bring, parted};
use super::ahead::{Ahead, ahead};
use super::page::{self, Walk};
use super::session::{Content, Done, Item, open_file};
use super::{Add, Error, FormatName, Outcome, Reading, Session};
use crate::article::{Article, ArticleId, named};
use crate::ingest::{self, Ingested};
use crate::library::{Added, Library};

/// Articles kept at once: a run that is cut off loses fewer than these, and another window waits only that long.
const LOT: usize = 200;

pub(super) fn run(arguments: &Add, session: &mut Session<'_>) -> Result<Outcome, Error> {
    let mut intake = Intake {
        library: session.library()?,
        format: arguments.format,
        main_only: arguments.main_only,
        lot: Vec::with_capacity(LOT),
        pages: Vec::new(),
        fetched: Vec::new(),
        folder: env::current_dir().ok().and_then(|folder| folder.into_os_string().into_string().ok()),
        added: 0,
        unchanged: 0,
        refused: 0,
    };
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
    format: Option<FormatName>,
    main_only: bool,
    lot: Vec<Article>,
    /// The pages of several stories among them, and how many they are.
    pages: Vec<(ArticleId, usize)>,
    /// What servers said of the pages of the articles so far.
    fetched: Vec<Note>,
    /// Where relative paths begin.
    folder: Option<String>,
    added: usize,
    unchanged: usize,
    refused: usize,
}

impl Intake {
    fn take_all(&mut self, paths: &[PathBuf], session: &mut Session<'_>) -> Result<(), Error> {
        let (addresses, paths) = parted(paths);
        ahead(Item::read, |ahead| {
            for found in Walk::new(&paths) {
                session.count_file()?;
                match found {
                    Ok(path) => self.take(&path, ahead, session)?,
                    Err((path, problem)) => {
                        self.refused += 1;
                        session.complain(&path.display().to_string(), &problem)?;
                    }
                }
            }
            for address in addresses {
                session.count_file()?;
                self.fetch(address, ahead, session)?;
            }
            while let Some(done) = ahead.next() {
                self.note(done, session)?;
            }
            Ok::<_, Error>(())
        })?;
        self.keep()?;
        for note in self.fetched.drain(..) {
            note.keep(&mut self.library)?;
        }
        Ok(self.library.group_events()?)
    }

    /// Takes all articles of a file; one that is in the library is not read a second time.
    fn take(&mut self, path: &Path, ahead: &mut Ahead<'_, '_, Item, Done>, session: &mut Session<'_>) -> Result<(), Error> {
        let reading = Reading { keep_all: false, format: self.format };
        self.take_items(open_file(path, reading), ahead, session)
    }

    /// Takes all articles that stand at an address; a page that the server says is unchanged is not sent again.
    fn fetch(&mut self, address: &str, ahead: &mut Ahead<'_, '_, Item, Done>, session: &mut Session<'_>) -> Result<(), Error> {
        let options = ingest::Options { keep_all: false, format: self.format.map(ingest::Format::from) };
        match bring(address, options, &self.library, session)? {
            Brought::Items(items, note) => {
                self.fetched.push(note);
                self.take_items(items, ahead, session)?;
            }
            Brought::Unchanged => self.unchanged += 1,
            Brought::Nothing => self.refused += 1,
        }
        Ok(())
    }

    fn take_items(&mut self, items: Vec<Item>, ahead: &mut Ahead<'_, '_, Item, Done>, session: &mut Session<'_>) -> Result<(), Error> {
        for item in items {
            if let Content::Saved(saved) = &item.content
                && let Some(id) = saved.id()
                && let Some(stories) = self.library.stories(id)?
            {
                self.unchanged += if self.main_only { 1 } else { stories };
                session.warn(&item.name, &item.warnings)?;
                session.warn(&named(&item.name, item.entry), &saved.warnings())?;
                continue;
            }
            if let Some(done) = ahead.push(item) {
                self.note(done, session)?;
            }
        }
        Ok(())
    }

    /// Notes an article that was read, and the other stories on its page.
    fn note(&mut self, done: Done, session: &mut Session<'_>) -> Result<(), Error> {
        let is_typed = page::is_standard_input(Path::new(&done.name));
        if done.read.is_err() {
            // What could not be read is asked for in full the next time.
            self.fetched.retain(|note| note.page != done.name);
        }
        match session.take(done)? {
            Ok(Ingested { article, others, .. }) => {
                let others = others.into_iter().filter(|_| !self.main_only);
                let id = article.id.clone();
                let before = self.lot.len();
                self.lot.extend(iter::once(article).chain(others).map(|it| if is_typed { from_standard_input(it) } else { it }));
                let stories = self.lot.len() - before;
                self.pages.extend((stories > 1).then_some((id, stories)));
            }
            Err(_) => self.refused += 1,
        }
        // A page and its other stories are kept together or not at all: a page that is there is not read again.
        if self.lot.len() >= LOT { self.keep() } else { Ok(()) }
    }

    /// Keeps what has gathered.
    fn keep(&mut self) -> Result<(), Error> {
        let answers = self.library.add_some(&self.lot)?;
        let new: Vec<ArticleId> =
            self.lot.drain(..).zip(&answers).filter(|(_, added)| **added == Added::New).map(|(article, _)| article.id).collect();
        self.added += new.len();
        self.unchanged += answers.len() - new.len();
        if let Some(folder) = &self.folder {
            self.library.note_folder(&new, folder)?;
        }
        for (id, stories) in self.pages.drain(..) {
            self.library.note_stories(&id, stories)?;
        }
        Ok(())
    }
}

/// A page from standard input under a name that a citation can give.
fn from_standard_input(article: Article) -> Article {
    Article { file: "standard input".to_owned(), ..article }
}
