//! `parallax search`: the full text of the library.

use serde_json::{Value, json};

use super::list::{self, ID_DIGITS};
use super::{Error, Outcome, Search, Session};
use crate::article::Published;
use crate::export::json;
use crate::export::text::{Layout, Mark};
use crate::library::search::{self, Found, Hit, Snippet};
use crate::text::Span;
use crate::text::width::width;
use crate::text::wrap::wrap;

/// Blanks before the words of a hit.
const INDENT: &str = "    ";

pub(super) fn run(arguments: &Search, session: &mut Session<'_>) -> Result<Outcome, Error> {
    let query = arguments.query.join(" ");
    let wanted = match search::Search::parse(&query) {
        Ok(wanted) => wanted,
        Err(problem) => {
            session.fail(&format!("the query, {problem}"))?;
            // Under the query as it stands behind a prompt of two blanks.
            let before = query.chars().take(problem.column - 1).map(|c| width(c.encode_utf8(&mut [0; 4]))).sum::<usize>();
            session.add_to_message(&format!("  {query}"))?;
            session.add_to_message(&format!("  {}^", " ".repeat(before)))?;
            return Ok(Outcome::Misused);
        }
    };
    let library = session.library_to_read()?;
    let found = library.search(&wanted, arguments.limit)?;
    for (number, id) in found.articles.iter().enumerate() {
        let Some(hit) = library.hit(id, &wanted)? else { continue };
        if arguments.json {
            writeln!(session.out, "{}", json::line(&described(&hit)))?;
        } else {
            let before = if number > 0 { "\n" } else { "" };
            write!(session.out, "{before}{}", text(&hit, session.surroundings.layout))?;
        }
    }
    say_count(&found, library.count()?, session)?;
    Ok(Outcome::of(session))
}

/// Says how many articles answer, where not all of them are shown, and what was not searched.
fn say_count(found: &Found, all: usize, session: &mut Session<'_>) -> Result<(), Error> {
    let Found { articles, count, is_more, unsearched } = found;
    match (articles.len(), is_more) {
        _ if all == 0 => session.note("the library is empty; parallax add PATH brings pages in")?,
        (0, _) if *count == 0 => session.note(&format!("none of {all} articles answers"))?,
        (shown, true) => session.note(&format!("{shown} of more than {count} articles; of so many the last added were ranked"))?,
        (shown, false) if shown < *count => session.note(&format!("{shown} of {count} articles; --limit shows more"))?,
        _ => {}
    }
    if *unsearched > 0 {
        session.fail(&format!("{unsearched} articles of an older library were not searched; parallax add takes them into the index"))?;
    }
    Ok(())
}

fn described(Hit { line, snippet }: &Hit) -> Value {
    let mut described = list::described(line);
    if let Some(fields) = described.as_object_mut() {
        let hits: Vec<[usize; 2]> = snippet.hits.iter().map(|hit| characters(&snippet.text, *hit)).collect();
        fields.insert("snippet".to_owned(), json!({ "text": snippet.text, "hits": hits }));
    }
    described
}

/// A span in characters.
fn characters(text: &str, span: Span) -> [usize; 2] {
    [span.start, span.end].map(|byte| Span::new(0, byte).of(text).chars().count())
}

/// `3f2a91c0  2 Mar 2024  Harbour Post  Pier reopens`, and the words below it.
fn text(Hit { line, snippet }: &Hit, layout: Layout) -> String {
    let id = line.id.as_str().get(..ID_DIGITS).unwrap_or_default();
    let day = line.published.map(Published::day).map_or_else(|| "undated".to_owned(), |day| day.strftime("%-d %b %Y").to_string());
    let before = [id, &day, line.source.as_deref().unwrap_or_default()].into_iter().filter(|part| !part.is_empty());
    let before = before.collect::<Vec<_>>().join("  ") + "  ";
    let title = layout.paint(line.title.as_deref().unwrap_or("(without a title)"), Mark::Strong);
    format!("{}{title}\n{}", layout.paint(&before, Mark::Quiet), words(snippet, layout))
}

/// The words of a hit in lines, what was found marked in them.
fn words(snippet: &Snippet, layout: Layout) -> String {
    let text = snippet.text.as_str();
    let (before, after) = snippet.is_cut;
    let mut out = String::new();
    // Room for the marks of what is left out.
    let columns = layout.columns.saturating_sub(INDENT.len() + 2).max(20);
    let lines = wrap(text, Span::whole(text), columns);
    for (number, line) in lines.iter().enumerate() {
        out.push_str(INDENT);
        out.push_str(if before && number == 0 { "… " } else { "" });
        let mut at = line.start;
        for hit in snippet.hits.iter().filter(|hit| hit.start < line.end && hit.end > line.start) {
            let (start, end) = (hit.start.max(at), hit.end.min(line.end));
            out.push_str(&layout.paint(Span::new(at, start.max(at)).of(text), Mark::Plain));
            out.push_str(&layout.paint(Span::new(start, end.max(start)).of(text), Mark::Found));
            at = end.max(at);
        }
        out.push_str(layout.paint(Span::new(at, line.end).of(text), Mark::Plain).trim_end());
        out.push_str(if after && number + 1 == lines.len() { " …" } else { "" });
        out.push('\n');
    }
    out
}
