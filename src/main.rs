//! Parallax: arguments, run, exit code.

use std::io::{self, BufWriter, Write};
use std::path::Path;
use std::process::ExitCode;

use clap::Parser;
use parallax::cli::{self, Arguments, Error, Outcome, Session, Surroundings};
use parallax::library::Library;
use parallax::tui::runtime::{self, Start};

/// Opens the screens on the library of a folder; an empty one shows the sample articles.
fn open(folder: &Path) -> Result<(), Box<dyn std::error::Error>> {
    let mut library = Library::open(folder)?;
    if library.count()? == 0 {
        library.show_sample()?;
    }
    Ok(runtime::run(library, Start::Library)?)
}

fn main() -> ExitCode {
    let arguments = Arguments::parse();
    let surroundings = Surroundings::look(arguments.color);
    let mut out = BufWriter::new(io::stdout().lock());
    let mut messages = io::stderr();
    let outcome = cli::run(arguments.command.as_ref(), &mut Session::new(surroundings, &mut out, &mut messages));
    match outcome.and_then(|outcome| out.flush().map(|()| outcome).map_err(Error::Output)) {
        Ok(Outcome::Open(folder)) => match open(&folder) {
            Ok(()) => ExitCode::SUCCESS,
            Err(error) => {
                let _ = writeln!(messages, "parallax: {error}");
                ExitCode::FAILURE
            }
        },
        Ok(outcome) => ExitCode::from(outcome.exit_code()),
        // The reader has seen enough.
        Err(Error::Output(error)) if error.kind() == io::ErrorKind::BrokenPipe => ExitCode::SUCCESS,
        Err(error) => {
            let _ = writeln!(messages, "parallax: {error}");
            ExitCode::FAILURE
        }
    }
}
