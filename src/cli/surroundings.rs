//! What the program finds around it: terminal, environment, the library's folder.

use std::io::{self, IsTerminal};
use std::path::PathBuf;

use super::Color;
use crate::config::folders::{self, variable};
use crate::export::text::Layout;

/// What the program finds around it.
#[derive(Debug, Clone)]
pub struct Surroundings {
    /// Whether a person can look at standard output and answer at standard input.
    pub interactive: bool,
    /// Whether data goes to a terminal, so that lines end where it does.
    pub on_terminal: bool,
    /// Whether messages go to a terminal, so that progress can be shown.
    pub messages_on_terminal: bool,
    /// What data is laid out for.
    pub layout: Layout,
    /// The folder of the library, where one can be told.
    pub library: Option<PathBuf>,
}

/// Columns where there is no terminal to ask, and the most where two columns of text are not wanted.
const COLUMNS: usize = 80;

/// Fewer columns than these are not believed.
const FEWEST_COLUMNS: usize = 20;

impl Surroundings {
    /// Asks the environment and the terminal; with `plain` nobody is to answer at a screen, and nothing stands beside anything else.
    #[must_use]
    pub fn look(color: Color, plain: bool) -> Self {
        let on_terminal = io::stdout().is_terminal();
        let columns = columns(on_terminal);
        Self {
            interactive: on_terminal && io::stdin().is_terminal() && !plain,
            on_terminal,
            messages_on_terminal: io::stderr().is_terminal(),
            layout: Layout { columns: if plain { columns.min(COLUMNS) } else { columns }, color: has_color(color, on_terminal) },
            library: folders::library(),
        }
    }
}

fn columns(on_terminal: bool) -> usize {
    let asked = variable("COLUMNS").and_then(|value| value.to_str()?.parse().ok());
    let measured = || crossterm::terminal::size().ok().map(|(columns, _)| usize::from(columns));
    asked.or_else(|| if on_terminal { measured() } else { None }).filter(|columns| *columns >= FEWEST_COLUMNS).unwrap_or(COLUMNS)
}

fn has_color(color: Color, on_terminal: bool) -> bool {
    match color {
        Color::Always => true,
        Color::Never => false,
        Color::Auto => on_terminal && variable("NO_COLOR").is_none() && variable("TERM").is_none_or(|term| term != "dumb"),
    }
}
