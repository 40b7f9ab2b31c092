//! `parallax events`: which articles report the same event.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Value, json};

use super::ahead::ahead;
use super::page::Walk;
use super::session::{Done, Item, open_file};
use super::{Error, Events, Outcome, Session};
use crate::article::{Article, Published, named};
use crate::event::{Signature, events, origins};
use crate::export::json;
use crate::export::text::{Layout, Mark, origin, published};
use crate::library::Query;
use crate::text::counted::counted;

/// A report, as far as telling of its event needs it.
struct Report {
    file: String,
    title: Option<String>,
    source: Option<String>,
    published: Option<Published>,
    /// The first report with the same text, by a number of its own.
    origin: u32,
}

/// An event by number, and its reports.
struct Group {
    event: i64,
    reports: Vec<Report>,
}

pub(super) fn run(arguments: &Events, session: &mut Session<'_>) -> Result<Outcome, Error> {
    let groups = if arguments.paths.is_empty() { of_library(session)? } else { of_files(arguments, session)? };
    if arguments.json {
        writeln!(session.out, "{}", json::line(&groups.iter().map(described).collect()))?;
    } else {
        let layout = session.surroundings.layout;
        for (number, group) in groups.iter().enumerate() {
            write!(session.out, "{}{}", if number > 0 { "\n" } else { "" }, text(group, layout))?;
        }
    }
    Ok(Outcome::of(session))
}

/// The library's events, the one with the newest report first.
fn of_library(session: &Session<'_>) -> Result<Vec<Group>, Error> {
    let mut groups: Vec<Group> = Vec::new();
    let mut places = BTreeMap::new();
    for line in session.library_to_read()?.list(&Query::default())? {
        let place = *places.entry(line.event).or_insert_with(|| {
            groups.push(Group { event: line.event.0, reports: Vec::new() });
            groups.len() - 1
        });
        let file = named(&line.file, line.entry).into_owned();
        let report = Report { file, title: line.title, source: line.source, published: line.published, origin: line.origin as u32 };
        if let Some(group) = groups.get_mut(place) {
            group.reports.push(report);
        }
    }
    Ok(groups)
}

/// The events of files, numbered from 1; only what is needed of an article is kept, so that a large folder can be looked at.
fn of_files(arguments: &Events, session: &mut Session<'_>) -> Result<Vec<Group>, Error> {
    let (mut reports, mut signatures) = (Vec::new(), Vec::new());
    let look_at = |item: Item| {
        let done = item.read();
        let known = done.read.as_ref().ok().map(|ingested| (report(&ingested.article), Signature::of(&ingested.article)));
        (done, known)
    };
    let mut note = |(done, known): (Done, Option<(Report, Signature)>), session: &mut Session<'_>| -> Result<(), Error> {
        let _ = session.take(done)?;
        if let Some((report, signature)) = known {
            reports.push(Some(report));
            signatures.push(signature);
        }
        Ok(())
    };
    ahead(look_at, |ahead| {
        for found in Walk::new(&arguments.paths) {
            session.count_file(0)?;
            match found {
                Ok(path) => {
                    for item in open_file(&path, arguments.reading) {
                        ahead.push(item).map_or(Ok(()), |known| note(known, session))?;
                    }
                }
                Err((path, problem)) => session.complain(&path.display().to_string(), &problem)?,
            }
        }
        while let Some(known) = ahead.next() {
            note(known, session)?;
        }
        Ok::<_, Error>(())
    })?;
    session.end_count()?;
    let mut take = |numbers: &[usize]| {
        let texts: Vec<Signature> = numbers.iter().filter_map(|&number| signatures.get(number).cloned()).collect();
        let found = origins(&texts).into_iter().zip(numbers);
        found.filter_map(|(origin, &number)| Some(Report { origin: origin as u32, ..reports.get_mut(number)?.take()? })).collect()
    };
    Ok((1..).zip(events(&signatures)).map(|(event, found)| Group { event, reports: take(&found.articles) }).collect())
}

fn report(article: &Article) -> Report {
    let (title, source) = (article.title().map(str::to_owned), article.source().map(str::to_owned));
    Report { title, source, published: article.published(), file: article.name().into_owned(), origin: 0 }
}

impl Group {
    /// When the first and the last report were published.
    fn times(&self) -> Option<(Published, Published)> {
        let times = || self.reports.iter().filter_map(|report| report.published);
        Some((times().min_by_key(|at| at.sort_key())?, times().max_by_key(|at| at.sort_key())?))
    }

    fn sources(&self) -> usize {
        self.reports.iter().filter_map(|report| report.source.as_deref()).collect::<BTreeSet<_>>().len()
    }

    /// How many different texts there are: agency copy in several sources is one.
    fn origins(&self) -> usize {
        self.reports.iter().map(|report| report.origin).collect::<BTreeSet<_>>().len()
    }
}

fn described(group: &Group) -> Value {
    let times = group.times();
    json!({
        "event": group.event,
        "articles": group.reports.iter().map(|report| &report.file).collect::<Vec<_>>(),
        "first": times.map(|(first, _)| first.rfc3339()),
        "last": times.map(|(_, last)| last.rfc3339()),
        "sources": group.sources(),
        "origins": group.origins(),
    })
}

/// A heading, and a line or two for each report.
fn text(group: &Group, layout: Layout) -> String {
    let days = match group.times() {
        None => "undated".to_owned(),
        Some((first, last)) if first.day() == last.day() => published(Published::Day(first.day())),
        Some((first, last)) => format!("{} to {}", published(Published::Day(first.day())), published(Published::Day(last.day()))),
    };
    let (reports, sources) = (group.reports.len(), group.sources());
    let sources = match (sources, group.origins()) {
        (0, _) => "source unknown".to_owned(),
        (sources, origins) if origins < sources => format!("{}, {}", counted(sources, "source"), counted(origins, "origin")),
        (sources, _) => counted(sources, "source"),
    };
    let counts = format!("{}, {sources}", counted(reports, "report"));
    let heading = layout.paint(&format!("Event {} · {days} · {counts}", group.event), Mark::Strong) + "\n";
    let reports = group.reports.iter().map(|report| {
        let title = layout.paint(report.title.as_deref().unwrap_or("(no title)"), Mark::Plain);
        let about = origin(report.source.as_deref(), Some(&report.file), report.published);
        format!("  {title}\n    {}\n", layout.paint(&about, Mark::Quiet))
    });
    heading + &reports.collect::<String>()
}
