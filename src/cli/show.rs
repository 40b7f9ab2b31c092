//! `parallax show`: articles, cleaned.

use serde_json::json;

use super::{Error, Outcome, Session, Show};
use crate::article::Article;
use crate::export::{self, json, text::Layout};
use crate::extract::claims;

/// Lines longer than this are hard to read.
const LONGEST_LINE: usize = 80;

pub(super) fn run(arguments: &Show, session: &mut Session<'_>) -> Result<Outcome, Error> {
    let mut is_first = true;
    for path in &arguments.pages {
        match session.article(path, arguments.reading)? {
            Ok(article) if arguments.json => {
                writeln!(session.out, "{}", json::line(&json::article(&article, &claims(&article))))?;
            }
            Ok(article) => {
                if !std::mem::take(&mut is_first) {
                    writeln!(session.out, "\n")?;
                }
                write!(session.out, "{}", text(&article, arguments.raw, session.surroundings.layout))?;
            }
            Err(problem) if arguments.json => {
                let error = json!({ "file": path.to_string_lossy(), "error": problem.to_string() });
                writeln!(session.out, "{}", json::line(&error))?;
            }
            Err(_) => {}
        }
    }
    Ok(Outcome::of(session))
}

fn text(article: &Article, raw: bool, layout: Layout) -> String {
    let layout = Layout { columns: layout.columns.min(LONGEST_LINE), ..layout };
    if raw { export::text::page(article, layout) } else { export::text::article(article, layout) }
}
