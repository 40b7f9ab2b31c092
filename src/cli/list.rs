//! `parallax list`: the library by date.

use std::collections::BTreeMap;

use jiff::civil::Date;
use serde_json::{Value, json};

use super::{Error, List, Outcome, Session, Surroundings};
use crate::article::Published;
use crate::export::json;
use crate::export::text::{Layout, Mark};
use crate::library::{ArticleLine, Bookmark, EventId, Library, Query};
use crate::text::width::{clip, pad, width};

/// Digits of an id that are shown; enough to name an article to `show` and `compare`.
pub(super) const ID_DIGITS: usize = 8;

/// Where a title has less room than this, in cells, it stands on lines of its own.
const LEAST_TITLE: usize = 28;

/// The widest column of sources.
const WIDEST_SOURCE: usize = 24;

pub(super) fn run(arguments: &List, session: &mut Session<'_>) -> Result<Outcome, Error> {
    let List { since, until, source, event, json } = arguments;
    let query = Query { since: *since, until: *until, source: source.clone(), event: event.map(EventId), ..Query::default() };
    let library = session.library_to_read()?;
    let lines = library.list(&query)?;
    if *json {
        for line in &lines {
            writeln!(session.out, "{}", json::line(&described(line)))?;
        }
    } else {
        write!(session.out, "{}", text(&lines, &session.surroundings))?;
    }
    if lines.is_empty() {
        explain_none(arguments, &library, session)?;
    }
    Ok(Outcome::of(session))
}

/// Says why nothing is listed.
fn explain_none(arguments: &List, library: &Library, session: &mut Session<'_>) -> Result<(), Error> {
    let has_event = |event| library.list(&Query { event: Some(EventId(event)), ..Query::default() }).map(|lines| !lines.is_empty());
    match arguments.event {
        Some(event) if !has_event(event)? => session.fail(&format!("there is no event {event}; parallax events lists them"))?,
        _ if library.count()? == 0 => session.note("the library is empty; parallax add PATH brings pages in")?,
        _ => session.note("no article is like that")?,
    }
    Ok(())
}

/// What `parallax` alone shows where there is no terminal: all articles, or the sample.
pub(super) fn all(session: &mut Session<'_>) -> Result<Outcome, Error> {
    let library = session.library_or_sample()?;
    if library.is_sample() {
        session.note("the library is empty, so this is the built-in sample; parallax add PATH brings pages in")?;
    }
    write!(session.out, "{}", text(&library.list(&Query::default())?, &session.surroundings))?;
    Ok(Outcome::Done)
}

pub(super) fn described(line: &ArticleLine) -> Value {
    json!({
        "id": line.id.as_str(),
        "file": line.file,
        "entry": line.entry,
        "title": line.title,
        "opening": line.opening,
        "source": line.source,
        "author": line.author,
        "published": line.published.map(Published::rfc3339),
        "read": line.read,
        "starred": line.starred,
        "bookmarks": line.bookmarks,
        "event": line.event.0,
        "sources": line.event_sources,
        "origins": line.event_origins,
        "versions": line.versions,
    })
}

/// Day headings with the articles of each day under them; titles are cut only where a terminal would break them.
fn text(lines: &[ArticleLine], surroundings: &Surroundings) -> String {
    let Layout { color, columns } = surroundings.layout;
    let layout = Layout { color, columns: if surroundings.on_terminal { columns } else { usize::MAX } };
    let day = |line: &ArticleLine| line.published.map(Published::day);
    let mut counts: BTreeMap<Option<Date>, usize> = BTreeMap::new();
    for line in lines {
        *counts.entry(day(line)).or_default() += 1;
    }
    let source = |line: &ArticleLine| width(line.source.as_deref().unwrap_or_default());
    let sources = lines.iter().map(source).max().unwrap_or(0).min(WIDEST_SOURCE);
    let mut out = String::new();
    let mut last = None;
    for line in lines {
        if last != Some(day(line)) {
            out.push_str(if last.is_some() { "\n" } else { "" });
            let name = day(line).map_or_else(|| "Undated".to_owned(), |day| day.strftime("%a %-d %b %Y").to_string());
            let count = counts.get(&day(line)).copied().unwrap_or(0);
            out.push_str(&layout.paint(&format!("{name} · {count}"), Mark::Strong));
            out.push('\n');
            last = Some(day(line));
        }
        out.push_str(entry(line, sources, layout).trim_end());
        out.push('\n');
    }
    out
}

/// `3f2a91c0  14:23  Harbour Post  Pier reopens  ≋3 ★`
fn entry(line: &ArticleLine, sources: usize, layout: Layout) -> String {
    let id = line.id.as_str().get(..ID_DIGITS).unwrap_or_default();
    let time = line.published.and_then(Published::time).map_or_else(String::new, |time| time.strftime("%H:%M").to_string());
    let source = pad(line.source.as_deref().unwrap_or_default(), sources);
    let marks = [
        (line.event_sources > 1).then(|| line.sources_mark()),
        (line.versions > 1).then(|| format!("v{}", line.versions)),
        line.starred.then(|| "★".to_owned()),
        (line.bookmarks > 0).then(|| format!("{}{}", Bookmark::SIGN, line.bookmarks)),
    ];
    let marks = marks.into_iter().flatten().collect::<Vec<_>>().join(" ");
    let before = format!("  {id}  {time:5}  {source}  ");
    let room = layout.columns.saturating_sub(width(&before) + width(&marks) + 2);
    let title = line.title.as_deref().unwrap_or(&line.opening);
    let mark = if line.read { Mark::Plain } else { Mark::Strong };
    if room < LEAST_TITLE {
        return stacked(line, title, &marks, layout, mark);
    }
    format!("{}{}  {marks}", layout.paint(&before, Mark::Quiet), layout.paint(&clip(title, room).0, mark))
}

/// The title below the rest, where they do not fit beside each other.
fn stacked(line: &ArticleLine, title: &str, marks: &str, layout: Layout, mark: Mark) -> String {
    let id = line.id.as_str().get(..ID_DIGITS).unwrap_or_default();
    let time = line.published.and_then(Published::time).map(|time| time.strftime("%H:%M").to_string());
    let room = layout.columns.saturating_sub(ID_DIGITS + width(marks) + 13).max(1);
    let source = line.source.as_deref().map(|source| clip(source, room).0.into_owned());
    let about = [Some(id.to_owned()), time, source].into_iter().flatten().collect::<Vec<_>>().join("  ");
    let title = layout.hanging("    ", title, mark).join("\n");
    format!("  {}  {marks}\n{title}", layout.paint(&about, Mark::Quiet))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::article::ArticleId;

    fn line() -> ArticleLine {
        ArticleLine {
            id: ArticleId::of_page(b"page"),
            file: "pier.txt".to_owned(),
            entry: None,
            title: Some("The pier is open again after a long winter of repairs".to_owned()),
            opening: String::new(),
            source: Some("Harbour Post".to_owned()),
            author: None,
            published: Published::parse("2024-03-02T07:40:00Z"),
            read: true,
            starred: true,
            bookmarks: 0,
            event: EventId(1),
            event_sources: 2,
            origin: 1,
            event_origins: 2,
            versions: 1,
        }
    }

    #[test]
    fn a_title_is_cut_or_stands_below_as_there_is_room() {
        let id = ArticleId::of_page(b"page").as_str().get(..8).unwrap().to_owned();
        let shown = |columns| entry(&line(), 12, Layout { columns, color: false });
        assert_eq!(shown(usize::MAX), format!("  {id}  07:40  Harbour Post  The pier is open again after a long winter of repairs  ≋2 ★"));
        assert_eq!(shown(72), format!("  {id}  07:40  Harbour Post  The pier is open again after a l…  ≋2 ★"));
        assert_eq!(shown(36), format!("  {id}  07:40  Harbour Po…  ≋2 ★\n    The pier is open again after a\n    long winter of repairs"));
        assert!((36..200).all(|columns| shown(columns).lines().all(|line| width(line) <= columns)));
    }
}
