//! `parallax show`: articles, cleaned.

use serde_json::{Value, json};

use super::page::Problem;
use super::{Error, Outcome, Session, Show};
use crate::article::Article;
use crate::export::{self, json, text::Layout};
use crate::extract::claims;
use crate::ingest::Ingested;

/// Lines longer than this are hard to read.
const LONGEST_LINE: usize = 80;

pub(super) fn run(arguments: &Show, session: &mut Session<'_>) -> Result<Outcome, Error> {
    let mut is_first = true;
    for argument in &arguments.pages {
        for item in session.open(argument, arguments.reading)? {
            let (name, entry) = (item.name.clone(), item.entry);
            match session.read_page(item)? {
                Ok(Ingested { article, .. }) if arguments.json => {
                    writeln!(session.out, "{}", json::line(&json::article(&article, &claims(&article))))?;
                }
                Ok(Ingested { article, others, .. }) => {
                    session.note_others(&article.file, others.len())?;
                    if !std::mem::take(&mut is_first) {
                        writeln!(session.out, "\n")?;
                    }
                    write!(session.out, "{}", text(&article, arguments.raw, session.surroundings.layout))?;
                }
                Err(problem) if arguments.json => writeln!(session.out, "{}", json::line(&failed(&name, entry, &problem)))?,
                Err(_) => {}
            }
        }
    }
    Ok(Outcome::of(session))
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
