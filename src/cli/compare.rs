//! `parallax compare`: reports of one event side by side.

use std::io::{self, Write};

use super::{Compare, Outcome, page};
use crate::compare::{Options, compare};
use crate::export;

pub(super) fn run(arguments: &Compare, out: &mut dyn Write, messages: &mut dyn Write) -> io::Result<Outcome> {
    let mut articles = Vec::new();
    for path in &arguments.pages {
        match page::read(path, arguments.reading) {
            Ok(ingested) => articles.push(ingested.article),
            Err(error) => writeln!(messages, "parallax: {}: {error}", path.display())?,
        }
    }
    let outcome = if articles.len() == arguments.pages.len() { Outcome::Done } else { Outcome::Trouble };
    for (number, left) in articles.iter().enumerate() {
        for right in articles.iter().skip(number + 1) {
            writeln!(out, "{}", export::json::comparison(left, right, &compare(left, right, &Options::default())))?;
        }
    }
    Ok(outcome)
}
