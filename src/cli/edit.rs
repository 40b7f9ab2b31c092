//! `parallax edit`: corrects what a page says of itself, or takes that back.

use super::{Edit, Error, Outcome, Session};
use crate::article::{Found, Published};
use crate::library::Correction;

pub(super) fn run(arguments: &Edit, session: &mut Session<'_>) -> Result<Outcome, Error> {
    let mut library = session.library()?;
    let id = match library.ids_starting(&arguments.article)?.as_slice() {
        [only] => only.clone(),
        [] => {
            session.fail(&format!("{}: no article in the library with an id that starts so", arguments.article))?;
            return Ok(Outcome::of(session));
        }
        several => {
            session.fail(&format!("{}: the ids of {} articles start so; give more digits", arguments.article, several.len()))?;
            return Ok(Outcome::of(session));
        }
    };
    let before = library.correction(&id)?;
    let Edit { title, source, date, undo, .. } = arguments;
    let correction = Correction {
        title: title.clone().or(before.title.filter(|_| !undo)),
        source: source.clone().or(before.source.filter(|_| !undo)),
        published: date.or(before.published.filter(|_| !undo)),
    };
    library.correct(&id, &correction)?;
    let Some(article) = library.article(&id)? else { return Ok(Outcome::of(session)) };
    let metadata = &article.metadata;
    let from = [
        ("title", article.title().map(str::to_owned), metadata.title.as_ref().map(Found::describe)),
        ("source", article.source().map(str::to_owned), metadata.source.as_ref().map(Found::describe)),
        ("date", article.published().map(Published::rfc3339), metadata.published.as_ref().map(Found::describe)),
    ];
    for (name, value, from) in from {
        let from = from.map(|from| format!(" ({from})")).unwrap_or_default();
        writeln!(session.out, "{name}: {}{from}", crate::text::sanitize::clean_line(value.as_deref().unwrap_or("unknown")))?;
    }
    Ok(Outcome::of(session))
}
