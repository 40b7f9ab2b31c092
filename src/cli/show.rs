//! `parallax show`: articles, cleaned.

use std::io::{self, Write};

use serde_json::json;

use super::{Outcome, Show, page};
use crate::export;
use crate::extract::claims;

pub(super) fn run(arguments: &Show, out: &mut dyn Write, messages: &mut dyn Write) -> io::Result<Outcome> {
    let mut outcome = Outcome::Done;
    for path in &arguments.pages {
        match page::read(path, arguments.reading) {
            Ok(ingested) => writeln!(out, "{}", export::json::article(&ingested.article, &claims(&ingested.article)))?,
            Err(error) => {
                outcome = Outcome::Trouble;
                writeln!(messages, "parallax: {}: {error}", path.display())?;
                writeln!(out, "{}", json!({ "file": path.to_string_lossy(), "error": error }))?;
            }
        }
    }
    Ok(outcome)
}
