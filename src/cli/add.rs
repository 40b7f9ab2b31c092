//! `parallax add`: saved pages into the library.

use std::env;
use std::iter;
use std::path::{Path, PathBuf};

use super::addresses::{Brought, Note, bring, parted};
use super::ahead::{Ahead, ahead};
use super::files::{self, Files};
use super::page::{self, Walk};
use super::session::{Content, Done, Item, open_file};
use super::{Add, Error, FormatName, Outcome, Reading, Session};
use crate::article::{Article, ArticleId, named};
use crate::ingest::{self, Ingested};
use crate::library::{Added, KnownFile, Library, Stamp};

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
        files: Files::default(),
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
    files: Files,
    /// Where relative paths begin.
    folder: Option<String>,
    added: usize,
    unchanged: usize,
    refused: usize,
}

impl Intake {
    fn take_all(&mut self, paths: &[PathBuf], session: &mut Session<'_>) -> Result<(), Error> {
        let (addresses, paths) = parted(paths);
        session.expect_files(&paths);
        ahead(Item::read, |ahead| {
            for found in Walk::new(&paths) {
                match found {
                    Ok(path) => {
                        let stamp = files::stamp(&path);
                        session.count_file(stamp.map_or(0, |stamp| stamp.size))?;
                        self.take(&path, stamp, ahead, session)?;
                    }
                    Err((path, problem)) => {
                        session.count_file(0)?;
                        self.refused += 1;
                        session.complain(&path.display().to_string(), &problem)?;
                    }
                }
            }
            for address in addresses {
                session.count_file(0)?;
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
        self.finish(session)
    }

    /// Takes the articles of an older library into the index, and finds the events; cut off, it goes on the next time.
    fn finish(&mut self, session: &mut Session<'_>) -> Result<(), Error> {
        loop {
            let left = self.library.index_some(LOT)?;
            if left == 0 {
                break;
            }
            session.say_doing(&format!("taking an older library into the index · {left} articles left"))?;
        }
        while self.library.group_some()? {
            session.say_doing(&format!("finding events · {} articles left", self.library.ungrouped()?))?;
        }
        Ok(())
    }

    /// Takes all articles of a file; a file that has not changed is not read, an article that is in the library not a second time.
    fn take(
        &mut self,
        path: &Path,
        stamp: Option<Stamp>,
        ahead: &mut Ahead<'_, '_, Item, Done>,
        session: &mut Session<'_>,
    ) -> Result<(), Error> {
        // Read otherwise it may have other articles.
        let stamp = stamp.filter(|_| self.format.is_none() && !self.main_only);
        let place = stamp.zip(self.folder.as_ref().and_then(|folder| Path::new(folder).join(path).into_os_string().into_string().ok()));
        if let Some((stamp, place)) = &place
            && let Some(articles) = self.library.unchanged_file(place, *stamp)?
        {
            self.unchanged += articles;
            return Ok(());
        }
        let reading = Reading { keep_all: false, format: self.format };
        let items = open_file(path, reading);
        let name = path.display().to_string();
        if let Some((stamp, place)) = place {
            self.files.begin(&name, KnownFile { path: place, stamp, articles: 0 }, items.len());
        }
        self.take_items(items, ahead, session)
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

    /// Takes the articles of one file or address.
    fn take_items(&mut self, items: Vec<Item>, ahead: &mut Ahead<'_, '_, Item, Done>, session: &mut Session<'_>) -> Result<(), Error> {
        for item in items {
            if let Content::Saved(saved) = &item.content
                && let Some(id) = saved.id()
                && let Some(stories) = self.library.stories(id)?
            {
                self.unchanged += if self.main_only { 1 } else { stories };
                let is_quiet = item.warnings.is_empty() && saved.warnings().is_empty();
                self.files.note(&item.name, is_quiet.then_some(stories));
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
        let name = done.name.clone();
        let had_warnings = !done.warnings.is_empty();
        if let Ok(Ingested { article, others, warnings }) = session.take(done)? {
            let is_quiet = warnings.is_empty() && !had_warnings;
            self.files.note(&name, is_quiet.then_some(1 + others.len()));
            let others = others.into_iter().filter(|_| !self.main_only);
            let id = article.id.clone();
            let before = self.lot.len();
            self.lot.extend(iter::once(article).chain(others).map(|it| if is_typed { from_standard_input(it) } else { it }));
            let stories = self.lot.len() - before;
            self.pages.extend((stories > 1).then_some((id, stories)));
        } else {
            self.refused += 1;
            // What could not be read is asked for in full the next time.
            self.fetched.retain(|note| note.page != name);
            self.files.note(&name, None);
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
        Ok(self.library.note_files(&self.files.take_done())?)
    }
}

/// A page from standard input under a name that a citation can give.
fn from_standard_input(article: Article) -> Article {
    Article { file: "standard input".to_owned(), ..article }
}
