//! One run of a command: where its data and messages go, and whether all went well.

use std::io::{self, Write};
use std::path::{Path, PathBuf};

use thiserror::Error;

use super::page::{self, Problem};
use super::progress::Progress;
use super::{Color, Reading};
use crate::article::Article;
use crate::export::text::Layout;
use crate::ingest::Ingested;
use crate::library::{self, Library};
use crate::text::sanitize::{Cleaned, clean_line};

/// What the program finds around it.
#[derive(Debug, Clone)]
pub struct Surroundings {
    /// Whether a person can look at standard output and answer at standard input.
    pub interactive: bool,
    /// Whether messages go to a terminal, so that progress can be shown.
    pub messages_on_terminal: bool,
    /// What data is laid out for.
    pub layout: Layout,
    /// The folder of the library, where one can be told.
    pub library: Option<PathBuf>,
}

/// Columns where there is no terminal to ask.
const COLUMNS: usize = 80;

impl Surroundings {
    /// Asks the environment and the terminal.
    ///
    /// The library lies in `$PARALLAX_LIBRARY`, else in `parallax` in the user's folder for data (`$XDG_DATA_HOME` or what the system has).
    #[must_use]
    pub fn look(color: Color) -> Self {
        use std::io::IsTerminal;
        let set = |name: &str| std::env::var_os(name).filter(|value| !value.is_empty());
        let on_terminal = io::stdout().is_terminal();
        let asked = set("COLUMNS").and_then(|value| value.to_str()?.parse().ok());
        let measured = || if on_terminal { crossterm::terminal::size().ok() } else { None };
        let color = match color {
            Color::Always => true,
            Color::Never => false,
            Color::Auto => on_terminal && set("NO_COLOR").is_none() && set("TERM").is_none_or(|term| term != "dumb"),
        };
        let library = set("PARALLAX_LIBRARY").map(PathBuf::from);
        let data = || directories::ProjectDirs::from("", "", "parallax").map(|folders| folders.data_dir().to_owned());
        Self {
            interactive: on_terminal && io::stdin().is_terminal(),
            messages_on_terminal: io::stderr().is_terminal(),
            layout: Layout {
                columns: asked.or_else(|| measured().map(|(columns, _)| usize::from(columns))).unwrap_or(COLUMNS).max(20),
                color,
            },
            library: library.or_else(data),
        }
    }
}

/// What ends a command.
#[derive(Debug, Error)]
pub enum Error {
    /// Data or messages cannot be written.
    #[error("standard output: {0}")]
    Output(#[from] io::Error),
    /// The library cannot be read or written.
    #[error(transparent)]
    Library(#[from] library::Error),
    /// There is no folder for the library.
    #[error("there is no home folder to keep the library in; set PARALLAX_LIBRARY to one")]
    Homeless,
}

/// One run of a command.
pub struct Session<'a> {
    /// What the program finds around it.
    pub surroundings: Surroundings,
    /// Data.
    pub out: &'a mut dyn Write,
    /// Messages.
    pub messages: &'a mut dyn Write,
    /// Whether something went wrong that was said.
    pub(super) trouble: bool,
    /// Opened when the first id is looked up.
    library: Option<Library>,
    progress: Progress,
}

impl<'a> Session<'a> {
    /// A run that writes data to `out` and messages to `messages`.
    pub fn new(surroundings: Surroundings, out: &'a mut dyn Write, messages: &'a mut dyn Write) -> Self {
        let progress = Progress::new(surroundings.messages_on_terminal);
        Self { surroundings, out, messages, trouble: false, library: None, progress }
    }

    /// Counts a file where a person waits for many.
    pub(super) fn count_file(&mut self) -> io::Result<()> {
        self.progress.step(self.messages)
    }

    /// Takes the count off the screen.
    pub(super) fn end_count(&mut self) -> io::Result<()> {
        self.progress.clear(self.messages)
    }

    /// Says in one line what is wrong with something.
    pub(super) fn complain(&mut self, what: &str, reason: &dyn std::fmt::Display) -> io::Result<()> {
        self.trouble = true;
        self.end_count()?;
        writeln!(self.messages, "parallax: {}: {}", clean_line(what), clean_line(&reason.to_string()))
    }

    /// Says what is no trouble.
    pub(super) fn note(&mut self, text: &str) -> io::Result<()> {
        writeln!(self.messages, "parallax: {}", clean_line(text))
    }

    /// The library's folder.
    pub(super) fn folder(&self) -> Result<&Path, Error> {
        self.surroundings.library.as_deref().ok_or(Error::Homeless)
    }

    /// The library, made where there is none.
    pub(super) fn library(&self) -> Result<Library, Error> {
        Ok(Library::open(self.folder()?)?)
    }

    /// The library for a command that only reads: an empty one stands in where there is none, and no file is made.
    pub(super) fn library_to_read(&self) -> Result<Library, Error> {
        let folder = self.folder()?;
        Ok(if folder.is_dir() { Library::open(folder)? } else { Library::in_memory()? })
    }

    /// The article of a file, of standard input, or of the library; what is wrong with it is also said.
    pub(super) fn article(&mut self, argument: &Path, reading: Reading) -> Result<Result<Article, Problem>, Error> {
        let name = argument.display().to_string();
        let found = match page::read(argument, reading) {
            Err(Problem::Missing) => self.kept(argument, reading)?,
            Ok(ingested) => Ok(self.checked(&name, ingested)?),
            Err(problem) => Err(problem),
        };
        if let Err(problem) = &found {
            self.complain(&name, problem)?;
        }
        Ok(found)
    }

    /// The article of a page, with a message when the page tried to act on the terminal.
    pub(super) fn checked(&mut self, name: &str, Ingested { article, cleaned }: Ingested) -> io::Result<Article> {
        let Cleaned { escapes, bidi, .. } = cleaned;
        if escapes > 0 {
            self.complain(name, &"terminal escape codes in the text were removed")?;
        }
        if bidi > 0 {
            self.complain(name, &"marks that reverse the reading direction were made visible")?;
        }
        Ok(article)
    }

    /// The one article of the library whose id starts so.
    fn kept(&mut self, argument: &Path, reading: Reading) -> Result<Result<Article, Problem>, Error> {
        let Some(prefix) = argument.to_str().filter(|text| page::is_id(text)) else { return Ok(Err(Problem::Missing)) };
        if self.library.is_none() {
            let mut library = self.library_to_read()?;
            if library.count()? == 0 {
                library.show_sample()?;
            }
            self.library = Some(library);
        }
        let Some(library) = &self.library else { return Ok(Err(Problem::Missing)) };
        Ok(match library.ids_starting(prefix)?.as_slice() {
            [] => Err(Problem::Unknown),
            [id] => match library.article(id)? {
                Some(article) => Ok(if reading.keep_all { page::with_all_kept(article) } else { article }),
                None => Err(Problem::Unknown),
            },
            several => Err(Problem::Ambiguous(several.len())),
        })
    }
}
