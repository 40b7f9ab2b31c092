//! The command line: one file for each command.

mod compare;
mod events;
mod page;
mod show;

use std::io::{self, Write};
use std::path::PathBuf;

use clap::{Args, Parser, Subcommand};

/// A terminal reader for saved news that lays two reports of one event side by side.
#[derive(Debug, Parser)]
#[command(name = "parallax", version)]
pub struct Arguments {
    /// What to do; without one, the library opens.
    #[command(subcommand)]
    pub command: Option<Command>,
}

/// The commands.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Print articles, cleaned.
    Show(Show),
    /// Lay reports of one event side by side.
    Compare(Compare),
    /// Tell which articles report the same event.
    Events(Events),
}

/// How pages are read.
#[derive(Debug, Clone, Copy, Args)]
pub struct Reading {
    /// Treat every paragraph as body: drop nothing.
    #[arg(long)]
    pub keep_all: bool,
}

/// `parallax show`
#[derive(Debug, Args)]
pub struct Show {
    /// Files, or ids of articles in the library.
    #[arg(required = true)]
    pub pages: Vec<PathBuf>,
    /// One JSON object a line.
    #[arg(long)]
    pub json: bool,
    #[command(flatten)]
    #[expect(missing_docs, reason = "clap would print it")]
    pub reading: Reading,
}

/// `parallax compare`
#[derive(Debug, Args)]
pub struct Compare {
    /// Two or more files, or ids of articles in the library.
    #[arg(required = true, num_args = 2..)]
    pub pages: Vec<PathBuf>,
    /// One JSON object a line, one line for every pair.
    #[arg(long)]
    pub json: bool,
    #[command(flatten)]
    #[expect(missing_docs, reason = "clap would print it")]
    pub reading: Reading,
}

/// `parallax events`
#[derive(Debug, Args)]
pub struct Events {
    /// Files and folders; without any, the library.
    pub paths: Vec<PathBuf>,
    /// One JSON array.
    #[arg(long)]
    pub json: bool,
    #[command(flatten)]
    #[expect(missing_docs, reason = "clap would print it")]
    pub reading: Reading,
}

/// How a command ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Outcome {
    /// All went well.
    Done,
    /// Some of it went wrong and was said.
    Trouble,
}

/// Carries out a command: data to `out`, messages to `messages`.
///
/// # Errors
/// Only when `out` or `messages` cannot be written.
pub fn run(command: &Command, out: &mut dyn Write, messages: &mut dyn Write) -> io::Result<Outcome> {
    match command {
        Command::Show(arguments) => show::run(arguments, out, messages),
        Command::Compare(arguments) => compare::run(arguments, out, messages),
        Command::Events(arguments) => events::run(arguments, out, messages),
    }
}
