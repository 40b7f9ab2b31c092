//! Parallax: arguments, run, exit code.

use std::io::{self, BufWriter, Write};
use std::process::ExitCode;

use clap::Parser;
use parallax::cli::{self, Arguments, Outcome};

fn main() -> ExitCode {
    let arguments = Arguments::parse();
    let Some(command) = arguments.command else { return ExitCode::SUCCESS };
    let mut out = BufWriter::new(io::stdout().lock());
    let outcome = cli::run(&command, &mut out, &mut io::stderr()).and_then(|outcome| out.flush().map(|()| outcome));
    match outcome {
        Ok(Outcome::Done) => ExitCode::SUCCESS,
        Ok(Outcome::Trouble) => ExitCode::FAILURE,
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => ExitCode::SUCCESS,
        Err(error) => {
            let _ = writeln!(io::stderr(), "parallax: {error}");
            ExitCode::FAILURE
        }
    }
}
