//! The command line: one file for each command.

mod add;
mod arguments;
mod bookmarks;
mod compare;
mod events;
mod list;
mod page;
mod paths;
mod progress;
mod session;
mod show;

use std::path::PathBuf;

pub use arguments::{Add, Arguments, Bookmarks, BookmarksAction, Color, Command, Compare, Events, List, Reading, Show};
pub use session::{Error, Session, Surroundings};

/// How a command ended.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Outcome {
    /// All went well.
    Done,
    /// Some of it went wrong and was said.
    Trouble,
    /// `compare --exit-code`: there are discrepancies.
    Discrepancies,
    /// `compare --exit-code`: not all could be compared.
    NotCompared,
    /// The library is to be opened on the screen, from this folder.
    Open(PathBuf),
}

impl Outcome {
    /// The program's exit code.
    #[must_use]
    pub fn exit_code(&self) -> u8 {
        match self {
            Self::Done | Self::Open(_) => 0,
            Self::Trouble | Self::Discrepancies => 1,
            Self::NotCompared => 2,
        }
    }

    fn of(session: &Session<'_>) -> Self {
        if session.trouble { Self::Trouble } else { Self::Done }
    }
}

/// Carries out a command; without one, the library opens on a terminal and is listed elsewhere.
///
/// # Errors
/// When data cannot be written or the library cannot be used; what is wrong with one page is only said.
pub fn run(command: Option<&Command>, session: &mut Session<'_>) -> Result<Outcome, Error> {
    match command {
        None if session.surroundings.interactive => Ok(Outcome::Open(session.folder()?.to_owned())),
        None => list::all(session),
        Some(Command::Add(arguments)) => add::run(arguments, session),
        Some(Command::List(arguments)) => list::run(arguments, session),
        Some(Command::Show(arguments)) => show::run(arguments, session),
        Some(Command::Compare(arguments)) => compare::run(arguments, session),
        Some(Command::Events(arguments)) => events::run(arguments, session),
        Some(Command::Bookmarks(arguments)) => bookmarks::run(arguments, session),
        Some(Command::Paths) => paths::run(session),
    }
}
