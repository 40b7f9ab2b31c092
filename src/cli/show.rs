//! `parallax show`: articles, cleaned.

use serde_json::{Value, json};

use super::ahead::ahead;
use super::page::Problem;
use super::session::{Done, Item};
use super::{Error, Outcome, Session, Show};
use crate::article::Article;
use crate::export::{self, json, text::Layout};
use crate::extract::claims;
use crate::ingest::Ingested;

/// Lines longer than this are hard to read.
const LONGEST_LINE: usize = 80;

/// An article that was read, and how it is printed.
type Printed = (Done, Option<String>);

pub(super) fn run(arguments: &Show, session: &mut Session<'_>) -> Result<Outcome, Error> {
    let layout = session.surroundings.layout;
    let print = |item: Item| -> Printed {
        let done = item.read();
        let printed = match &done.read {
            Ok(Ingested { article, .. }) if arguments.json => Some(json::line(&json::article(article, &claims(article)))),
            Ok(Ingested { article, .. }) => Some(text(article, arguments.raw, layout)),
            Err(problem) => arguments.json.then(|| json::line(&failed(&done.name, done.entry, problem))),
        };
        (done, printed)
    };
    let mut is_first = true;
    ahead(print, |ahead| {
        for argument in &arguments.pages {
            for item in session.open(argument, arguments.reading) {
                ahead.push(item).map_or(Ok(()), |printed| write(printed, arguments.json, &mut is_first, session))?;
            }
        }
        while let Some(printed) = ahead.next() {
            write(printed, arguments.json, &mut is_first, session)?;
        }
        Ok::<_, Error>(())
    })?;
    Ok(Outcome::of(session))
}

fn write((done, printed): Printed, is_json: bool, is_first: &mut bool, session: &mut Session<'_>) -> Result<(), Error> {
    let read = session.take(done)?;
    let Some(printed) = printed else { return Ok(()) };
    if is_json {
        writeln!(session.out, "{printed}")?;
        return Ok(());
    }
    if let Ok(Ingested { article, others, .. }) = &read {
        session.note_others(&article.file, others.len())?;
    }
    if !std::mem::take(is_first) {
        writeln!(session.out, "\n")?;
    }
    write!(session.out, "{printed}")?;
    Ok(())
}

/// What stands in the place of an article that cannot be read.
fn failed(file: &str, entry: Option<usize>, problem: &Problem) -> Value {
    let mut value = json!({ "file": file, "error": problem.to_string() });
    if let Some(entry) = entry {
        value["entry"] = entry.into();
    }
    value
}

fn text(article: &Article, raw: bool, layout: Layout) -> String {
    let layout = Layout { columns: layout.columns.min(LONGEST_LINE), ..layout };
    if raw { export::text::page(article, layout) } else { export::text::article(article, layout) }
}
