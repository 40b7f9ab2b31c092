//! `parallax completions` and `parallax man`: made from the same definitions as the command line itself.

use std::fs;
use std::path::Path;

use clap::{Command, CommandFactory};
use clap_mangen::Man as Page;

use super::{Arguments, Completions, Error, Man, Outcome, Session};
use crate::config::nearest;
use crate::library;

pub(super) fn completions(arguments: &Completions, session: &mut Session<'_>) -> Result<Outcome, Error> {
    // The generator would end the program where a pipe is closed.
    let mut script = Vec::new();
    clap_complete::generate(arguments.shell, &mut Arguments::command(), "parallax", &mut script);
    session.out.write_all(&script)?;
    Ok(Outcome::Done)
}

pub(super) fn man(arguments: &Man, session: &mut Session<'_>) -> Result<Outcome, Error> {
    let mut program = Arguments::command().disable_help_subcommand(true);
    program.build();
    if let Some(folder) = &arguments.all {
        return all(&program, folder, session);
    }
    let mut found = &program;
    for word in &arguments.command {
        match found.get_subcommands().find(|command| command.get_name() == word) {
            Some(command) => found = command,
            None => return unknown(found, word, session),
        }
    }
    session.out.write_all(&page(found)?)?;
    Ok(Outcome::Done)
}

fn unknown(command: &Command, word: &str, session: &mut Session<'_>) -> Result<Outcome, Error> {
    let names = command.get_subcommands().map(Command::get_name);
    let hint = nearest(word, names).map(|near| format!("; did you mean `{near}`?")).unwrap_or_default();
    session.fail(&format!("no command is called `{word}`{hint}"))?;
    Ok(Outcome::Trouble)
}

/// The page of a command, as `man` sets it.
fn page(command: &Command) -> Result<Vec<u8>, Error> {
    let mut written = Vec::new();
    let page = Page::new(command.clone()).manual("Parallax Manual");
    page.render_title(&mut written)?;
    page.render_name_section(&mut written)?;
    page.render_synopsis_section(&mut written)?;
    page.render_description_section(&mut written)?;
    page.render_options_section(&mut written)?;
    if command.get_subcommands().next().is_some() {
        page.render_subcommands_section(&mut written)?;
    }
    if let Some(help) = command.get_after_help() {
        written.extend(examples(&help.to_string()).into_bytes());
    }
    if command.get_version().is_some() {
        page.render_version_section(&mut written)?;
    }
    Ok(written)
}

/// The examples and notes below a command's help, line for line as they stand there.
fn examples(help: &str) -> String {
    // A line that begins with a dot or an apostrophe would be a command to the program that sets the page.
    let line = |line: &str| format!("\\&{}\n", line.replace('\\', "\\e").replace('-', "\\-"));
    let heading = if help.starts_with("Examples:") { "EXAMPLES" } else { "NOTES" };
    let lines = help.lines().filter(|line| *line != "Examples:").map(line);
    format!(".SH {heading}\n.nf\n{}.fi\n", lines.collect::<String>())
}

/// Writes a page for the program and for every command below it.
fn all(program: &Command, folder: &Path, session: &mut Session<'_>) -> Result<Outcome, Error> {
    let mut open = vec![(program, program.get_name().to_owned())];
    while let Some((command, name)) = open.pop() {
        let file = folder.join(format!("{name}.1"));
        if let Err(error) = fs::create_dir_all(folder).and_then(|()| fs::write(&file, page(command).map_err(std::io::Error::other)?)) {
            session.complain(&file.display().to_string(), &format!("cannot be written: {}", library::system_words(&error)))?;
            return Ok(Outcome::Trouble);
        }
        writeln!(session.out, "{}", crate::text::sanitize::clean_line(&file.display().to_string()))?;
        let below = command.get_subcommands();
        open.extend(below.map(|command| (command, format!("{name}-{}", command.get_name()))));
    }
    Ok(Outcome::of(session))
}
