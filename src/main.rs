//! Parallax: arguments, run, exit code.

use std::io::{self, BufWriter, Write};
use std::process::ExitCode;
use std::sync::Arc;

use parallax::cli::{self, Arguments, Error, Opening, Outcome, Session, Surroundings};
use parallax::text::sanitize::clean_line;
use parallax::tui::effect::ArticleRef;
use parallax::tui::keymap::list;
use parallax::tui::runtime::{self, Settings, Start};

/// Reading a page makes many short-lived strings: this one hands them out faster than the system's.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> ExitCode {
    let (done, failure_code) = match Arguments::read() {
        Ok(arguments) => (run(&arguments), arguments.failure_code()),
        Err(other) => (explain(&other), 1),
    };
    match done {
        Ok(code) => ExitCode::from(code),
        // The reader has seen enough.
        Err(Error::Output(error)) if error.kind() == io::ErrorKind::BrokenPipe => ExitCode::SUCCESS,
        Err(error) => {
            let _ = writeln!(io::stderr(), "parallax: {}", clean_line(&error.to_string()));
            ExitCode::from(failure_code)
        }
    }
}

/// Prints help, the version, or what is wrong with the command line.
fn explain(other: &clap::Error) -> Result<u8, Error> {
    other.print()?;
    io::stdout().flush()?;
    Ok(u8::try_from(other.exit_code()).unwrap_or(2))
}

fn run(arguments: &Arguments) -> Result<u8, Error> {
    let mut out = BufWriter::new(io::stdout().lock());
    let mut messages = io::stderr();
    let mut session = Session::new(Surroundings::look(arguments.color, arguments.plain), &mut out, &mut messages);
    let outcome = cli::run(arguments.command.as_ref(), &mut session)?;
    out.flush()?;
    let code = outcome.exit_code();
    match outcome {
        Outcome::Open(library, opening) => runtime::run(*library, start(opening))?,
        Outcome::Keys { json } => return print_keys(json, &mut out, &mut messages),
        Outcome::Check => return check(&mut out),
        _ => {}
    }
    Ok(code)
}

/// Prints the keys as the reader's own file makes them; what is wrong with that file is said.
fn print_keys(json: bool, out: &mut impl Write, messages: &mut impl Write) -> Result<u8, Error> {
    let settings = Settings::of_keys();
    for problem in &settings.problems {
        writeln!(messages, "parallax: {}", clean_line(&problem.to_string()))?;
    }
    out.write_all(if json { list::json_lines(&settings.keymap) } else { list::text(&settings.keymap) }.as_bytes())?;
    out.flush()?;
    Ok(u8::from(!settings.problems.is_empty()))
}

/// Tells what is wrong with the reader's own files; nothing is said where nothing is.
fn check(out: &mut impl Write) -> Result<u8, Error> {
    let problems = Settings::check();
    for problem in &problems {
        writeln!(out, "{}", clean_line(&problem.to_string()))?;
    }
    out.flush()?;
    Ok(u8::from(!problems.is_empty()))
}

fn start(opening: Opening) -> Start {
    let given = |article| ArticleRef::Given(Arc::new(article));
    match opening {
        Opening::Library => Start::Library,
        Opening::Event(articles) => Start::Event(articles.into_iter().map(given).collect()),
        Opening::Compare(pair) => Start::Compare { left: given(pair.0), right: given(pair.1) },
    }
}
