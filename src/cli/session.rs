//! One run of a command: where its data and messages go, and whether all went well.

use std::fmt::Display;
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use thiserror::Error;

use super::page::{self, Problem};
use super::progress::Progress;
use super::{Reading, Surroundings};
use crate::article::{Article, named};
use crate::ingest::{Ingested, Opened, Refusal, Saved};
use crate::library::{self, Library};
use crate::text::sanitize::clean_line;

/// What ends a command.
#[derive(Debug, Error)]
pub enum Error {
    /// Data or messages cannot be written.
    #[error("standard output: {}", library::system_words(.0))]
    Output(#[from] io::Error),
    /// The library cannot be read or written.
    #[error(transparent)]
    Library(#[from] library::Error),
    /// There is no folder for the library.
    #[error("there is no home folder to keep the library in; set PARALLAX_LIBRARY to one")]
    Homeless,
}

/// How far a run went wrong, as far as that was said.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Trouble {
    /// Not at all.
    None,
    /// Something had to be cleaned out of a page; all was done.
    Warned,
    /// Something could not be done.
    Failed,
}

/// One article that an argument names, still to be read.
pub(super) struct Item {
    /// The file as given.
    pub(super) name: String,
    /// Which of its articles it is, where it may have several.
    pub(super) entry: Option<usize>,
    pub(super) content: Content,
    /// What had to be done to the file, said with its first article.
    pub(super) warnings: Vec<String>,
}

/// An article that was read, or why there is none.
pub(super) struct Done {
    /// The file as given.
    pub(super) name: String,
    /// Which of its articles it is, where it may have several.
    pub(super) entry: Option<usize>,
    pub(super) read: Result<Ingested, Problem>,
    pub(super) warnings: Vec<String>,
}

/// Where an article is.
pub(super) enum Content {
    /// In a file.
    Saved(Box<Saved>),
    /// In the library.
    Kept(Box<Article>),
    /// Nowhere, for this reason.
    Failed(Problem),
}

impl Item {
    fn of(name: &str, entry: Option<usize>, saved: Result<Saved, Refusal>) -> Self {
        let content = saved.map_or_else(|refusal| Content::Failed(refusal.into()), |saved| Content::Saved(Box::new(saved)));
        Self { name: name.to_owned(), entry, content, warnings: Vec::new() }
    }

    fn failed(name: String, entry: Option<usize>, problem: Problem) -> Self {
        Self { name, entry, content: Content::Failed(problem), warnings: Vec::new() }
    }

    /// Reads the article; [`Session::take`] says what there is to say.
    pub(super) fn read(self) -> Done {
        let Self { name, entry, content, warnings } = self;
        let read = match content {
            Content::Kept(article) => Ok(Ingested { article: *article, warnings: Vec::new(), others: Vec::new() }),
            Content::Failed(problem) => Err(problem),
            Content::Saved(saved) => saved.read().map_err(Problem::from),
        };
        Done { name, entry, read, warnings }
    }
}

/// One run of a command.
pub struct Session<'a> {
    /// What the program finds around it.
    pub surroundings: Surroundings,
    /// Data.
    pub out: &'a mut dyn Write,
    /// Messages.
    pub messages: &'a mut dyn Write,
    pub(super) trouble: Trouble,
    /// The library, once an id was looked up in it.
    looked_up: Option<Library>,
    progress: Progress,
}

impl<'a> Session<'a> {
    /// A run that writes data to `out` and messages to `messages`.
    pub fn new(surroundings: Surroundings, out: &'a mut dyn Write, messages: &'a mut dyn Write) -> Self {
        let progress = Progress::new(surroundings.messages_on_terminal, surroundings.layout.columns);
        Self { surroundings, out, messages, trouble: Trouble::None, looked_up: None, progress }
    }

    /// Has what there is below some paths counted, so that it can be told how long it takes.
    pub(super) fn expect_files(&mut self, paths: &[PathBuf]) {
        self.progress.expect(paths);
    }

    /// Counts a file of so many bytes where a person waits for many.
    pub(super) fn count_file(&mut self, bytes: u64) -> io::Result<()> {
        self.progress.step(bytes, self.messages)
    }

    /// Says what is being done where that takes long.
    pub(super) fn say_doing(&mut self, what: &str) -> io::Result<()> {
        self.progress.say(what, self.messages)
    }

    /// Takes the count off the screen.
    pub(super) fn end_count(&mut self) -> io::Result<()> {
        self.progress.clear(self.messages)
    }

    /// Says in one line what is wrong with something.
    pub(super) fn complain(&mut self, what: &str, reason: &dyn Display) -> io::Result<()> {
        self.fail(&format!("{what}: {reason}"))
    }

    /// Says in one line what went wrong.
    pub(super) fn fail(&mut self, message: &dyn Display) -> io::Result<()> {
        self.trouble = Trouble::Failed;
        self.note(&message.to_string())
    }

    /// Says in one line what had to be done to a page's text.
    pub(super) fn warn(&mut self, what: &str, warnings: &[String]) -> io::Result<()> {
        if warnings.is_empty() {
            return Ok(());
        }
        self.trouble = self.trouble.max(Trouble::Warned);
        self.note(&format!("{what}: {}", warnings.join("; ")))
    }

    /// Says what is no trouble.
    pub(super) fn note(&mut self, text: &str) -> io::Result<()> {
        self.end_count()?;
        writeln!(self.messages, "parallax: {}", clean_line(text))
    }

    /// Adds a line to what was said.
    pub(super) fn add_to_message(&mut self, text: &str) -> io::Result<()> {
        writeln!(self.messages, "{}", clean_line(text))
    }

    /// Says that there are other whole stories on a page, and how to ask for them.
    pub(super) fn note_others(&mut self, file: &str, count: usize) -> io::Result<()> {
        match count {
            0 => Ok(()),
            1 => self.note(&format!("{file}: one more whole story on this page: {file}#2")),
            _ => self.note(&format!("{file}: {count} more whole stories on this page: {file}#2 to {file}#{}", count + 1)),
        }
    }

    /// The library's folder.
    pub(super) fn folder(&self) -> Result<&Path, Error> {
        self.surroundings.library.as_deref().ok_or(Error::Homeless)
    }

    /// The library to be changed, made where there is none.
    pub(super) fn library(&self) -> Result<Library, Error> {
        Ok(Library::open(self.folder()?)?.writable()?)
    }

    /// The library for the screens, made where there is none; one that can only be read will do.
    pub(super) fn library_for_screens(&self) -> Result<Library, Error> {
        Ok(Library::open(self.folder()?)?)
    }

    /// The library for a command that only reads: an empty one stands in where there is none, and no file is made.
    pub(super) fn library_to_read(&self) -> Result<Library, Error> {
        Ok(Library::open_to_read(self.folder()?)?)
    }

    /// The library for a command that reads only what the user made: damaged articles are said, and do not stand in its way.
    pub(super) fn bookmarks_to_read(&mut self) -> Result<Library, Error> {
        match self.library_to_read() {
            Err(Error::Library(damage)) => {
                let library = Library::open_without_articles(self.folder()?)?;
                self.fail(&damage)?;
                Ok(library)
            }
            done => done,
        }
    }

    /// The library as the screens show it: an empty one shows the sample.
    pub(super) fn library_or_sample(&self) -> Result<Library, Error> {
        let mut library = self.library_to_read()?;
        if library.count()? == 0 {
            library.show_sample()?;
        }
        Ok(library)
    }

    /// The articles that an argument names: those of a file or of standard input, one of them where a number is given, or one of the
    /// library.
    pub(super) fn open(&mut self, argument: &Path, reading: Reading) -> Vec<Item> {
        let items = open_file(argument, reading);
        match <[Item; 1]>::try_from(items) {
            Ok([Item { content: Content::Failed(Problem::Missing), name, .. }]) => {
                let content = self.kept(argument, reading).map_or_else(Content::Failed, |article| Content::Kept(Box::new(article)));
                vec![Item { name, entry: None, content, warnings: Vec::new() }]
            }
            Ok(item) => item.into(),
            Err(items) => items,
        }
    }

    /// Reads an article; what is wrong with it, and what had to be done to its text, is also said.
    pub(super) fn read(&mut self, item: Item) -> io::Result<Result<Article, Problem>> {
        Ok(self.take(item.read())?.map(|ingested| ingested.article))
    }

    /// Takes what was read of an article, and what else stands on its page; what is wrong with it, and what had to be done to its text, is
    /// said.
    pub(super) fn take(&mut self, done: Done) -> io::Result<Result<Ingested, Problem>> {
        self.warn(&done.name, &done.warnings)?;
        let name = named(&done.name, done.entry);
        match &done.read {
            Ok(ingested) => self.warn(&name, &ingested.warnings)?,
            Err(problem) => self.complain(&name, problem)?,
        }
        Ok(done.read)
    }

    /// The one article that an argument names; what is wrong with it is also said.
    pub(super) fn article(&mut self, argument: &Path, reading: Reading) -> io::Result<Result<Article, Problem>> {
        match <[Item; 1]>::try_from(self.open(argument, reading)) {
            Ok([item]) => self.read(item),
            Err(items) => {
                let file = argument.display().to_string();
                let problem = Problem::Several { count: items.len(), file: file.clone() };
                self.complain(&file, &problem)?;
                Ok(Err(problem))
            }
        }
    }

    /// The one article of the library whose id starts so.
    fn kept(&mut self, argument: &Path, reading: Reading) -> Result<Article, Problem> {
        let prefix = page::id_prefix(argument)?;
        let library = match self.looked_up.take() {
            Some(library) => library,
            None => self.library_or_sample()?,
        };
        let library = self.looked_up.insert(library);
        match library.ids_starting(prefix)?.as_slice() {
            [] => Err(Problem::Unknown),
            [id] => {
                let article = library.article(id)?.ok_or(Problem::Unknown)?;
                Ok(if reading.keep_all { page::with_all_kept(article) } else { article })
            }
            several => Err(Problem::Ambiguous(several.len())),
        }
    }
}

/// The articles of a file, or one of them.
pub(super) fn open_file(argument: &Path, reading: Reading) -> Vec<Item> {
    let (path, number) = page::named(argument);
    let name = path.display().to_string();
    match page::open(&path, reading) {
        Ok(opened) => some_items(&name, opened, number),
        Err(problem) => vec![Item::failed(argument.display().to_string(), None, problem)],
    }
}

/// The articles of a page that goes by this name.
pub(super) fn items_of(name: &str, opened: Result<Opened, Refusal>) -> Vec<Item> {
    match opened {
        Ok(opened) => some_items(name, opened, None),
        Err(refusal) => vec![Item::failed(name.to_owned(), None, refusal.into())],
    }
}

/// The articles of a page, or the one of a number.
fn some_items(name: &str, opened: Opened, number: Option<usize>) -> Vec<Item> {
    let count = opened.articles.len();
    let story = number.filter(|_| !opened.is_list);
    let is_wanted = |at: &usize| story.is_some() || number.is_none_or(|number| at + 1 == number);
    let found = opened.articles.into_iter().enumerate().filter(|(at, _)| is_wanted(at));
    let entry = |at: usize| if opened.is_list { Some(at + 1) } else { story.filter(|number| *number > 1) };
    let read_as = |saved: Saved| saved.story(story.unwrap_or(1));
    let mut items: Vec<Item> = found.map(|(at, saved)| Item::of(name, entry(at), saved.map(read_as))).collect();
    if items.is_empty() {
        items.push(Item::failed(name.to_owned(), number, Problem::NoSuchEntry(count)));
    }
    if let Some(first) = items.first_mut() {
        first.warnings = opened.warnings;
    }
    items
}
