//! The command line: one file for each command.

mod add;
mod addresses;
mod ahead;
mod arguments;
mod bookmarks;
mod compare;
mod doctor;
mod edit;
mod events;
mod file;
mod files;
mod list;
mod manual;
mod page;
mod paths;
mod progress;
mod search;
mod session;
mod show;
mod surroundings;

use crate::article::Article;
use crate::config::{self, Config};
use crate::library::Library;
use crate::text::sanitize::clean;

pub use arguments::{
    Add, Arguments, Bookmarks, BookmarksCommand, BookmarksExport, BookmarksImport, BookmarksList, BookmarksVerify, Color, Command, Compare,
    Completions, ConfigArguments, Doctor, Edit, Events, FormatName, Keys, List, Man, Reading, Search, Show,
};
use session::Trouble;
pub use session::{Error, Session};
pub use surroundings::Surroundings;

/// How a command ended.
#[derive(Debug)]
pub enum Outcome {
    /// All went well.
    Done,
    /// Some of it went wrong and was said.
    Trouble,
    /// What was asked for cannot be understood.
    Misused,
    /// `compare --exit-code`: there are discrepancies.
    Discrepancies,
    /// `compare --exit-code`: not all could be compared.
    NotCompared,
    /// The screens are to be opened with this library.
    Open(Box<Library>, Opening),
    /// The keys of the screens are to be printed, for people or as JSON.
    Keys {
        /// As JSON.
        json: bool,
    },
    /// The reader's own files are to be checked.
    Check,
}

/// What the screens open on.
#[derive(Debug)]
pub enum Opening {
    /// The list of articles.
    Library,
    /// Two articles, side by side.
    Compare(Box<(Article, Article)>),
    /// The event sheet of three articles or more.
    Event(Vec<Article>),
}

impl Outcome {
    /// The program's exit code.
    #[must_use]
    pub fn exit_code(&self) -> u8 {
        match self {
            Self::Done | Self::Open(..) | Self::Keys { .. } | Self::Check => 0,
            Self::Trouble | Self::Discrepancies => 1,
            Self::NotCompared | Self::Misused => 2,
        }
    }

    fn of(session: &Session<'_>) -> Self {
        if session.trouble == Trouble::None { Self::Done } else { Self::Trouble }
    }
}

/// Carries out a command; without one, the library opens on a terminal and is listed elsewhere.
///
/// # Errors
/// When data cannot be written or the library cannot be used; what is wrong with one page is only said.
pub fn run(command: Option<&Command>, session: &mut Session<'_>) -> Result<Outcome, Error> {
    match command {
        None if session.surroundings.interactive => Ok(Outcome::Open(Box::new(session.library_for_screens()?), Opening::Library)),
        None => list::all(session),
        Some(Command::Add(arguments)) => add::run(arguments, session),
        Some(Command::List(arguments)) => list::run(arguments, session),
        Some(Command::Show(arguments)) => show::run(arguments, session),
        Some(Command::Compare(arguments)) => compare::run(arguments, session),
        Some(Command::Events(arguments)) => events::run(arguments, session),
        Some(Command::Search(arguments)) => search::run(arguments, session),
        Some(Command::Bookmarks(arguments)) => bookmarks::run(arguments, session),
        Some(Command::Doctor(arguments)) => doctor::run(arguments, session),
        Some(Command::Edit(arguments)) => edit::run(arguments, session),
        Some(Command::Keys(Keys { json })) => Ok(Outcome::Keys { json: *json }),
        Some(Command::Config(arguments)) => config(arguments, session),
        Some(Command::Paths) => paths::run(session),
        Some(Command::Completions(arguments)) => manual::completions(arguments, session),
        Some(Command::Man(arguments)) => manual::man(arguments, session),
    }
}

/// Prints the settings as they are without the reader, checks the reader's own, or says where they are.
fn config(arguments: &ConfigArguments, session: &mut Session<'_>) -> Result<Outcome, Error> {
    if arguments.check {
        return Ok(Outcome::Check);
    }
    if arguments.print_default {
        write!(session.out, "{}", config::DEFAULT)?;
        return Ok(Outcome::Done);
    }
    match Config::path() {
        Some(path) if path.is_file() => {
            session.note(&path.display().to_string())?;
            let text = std::fs::read_to_string(&path)?;
            write!(session.out, "{}", clean(&text).0)?;
        }
        Some(path) => session.note(&format!("{} is not there, and need not be; --print-default shows what it may say", path.display()))?,
        None => session.note("there is no home folder to look for config.toml in")?,
    }
    Ok(Outcome::Done)
}
