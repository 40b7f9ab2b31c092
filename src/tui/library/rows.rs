//! The rows of the list: headings, events and articles.

use jiff::civil::Date;
use rustc_hash::FxHashSet;

use super::arrangement::Arrangement;
use super::finder::Hit;
use super::headline::source;
use super::keys::Closeness;
use crate::article::Published;
use crate::library::{ArticleLine, EventId};
use crate::tui::catalogue::Catalogue;
use crate::tui::widget::prose::date;

/// Which articles are shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub(super) enum Shelf {
    /// All of them.
    #[default]
    All,
    /// Unread ones.
    Unread,
    /// Starred ones.
    Starred,
}

impl Shelf {
    /// Whether an article stands on it.
    pub(super) fn has(self, line: &ArticleLine) -> bool {
        match self {
            Self::All => true,
            Self::Unread => !line.read,
            Self::Starred => line.starred,
        }
    }
}

/// One row of the list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Row {
    /// What the articles below have in common, and how many they are.
    Heading(Heading, usize),
    /// An event of several reports.
    Event {
        /// Its first report among the hits.
        first: usize,
        /// How many of its reports are listed.
        reports: usize,
        /// Whether they are folded away.
        is_folded: bool,
    },
    /// An article.
    Article {
        /// Its number in the catalogue.
        number: usize,
        /// What stands above it.
        place: Place,
    },
}

/// What a heading says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Heading {
    /// A day.
    Day(Date),
    /// No date is known.
    Undated,
    /// The source of this article.
    Source(usize),
    /// Not read yet.
    Unread,
    /// Read.
    Read,
    /// Found by shortened words, the closest first.
    Shortened,
}

impl Heading {
    /// The heading's words.
    pub(super) fn label(self, catalogue: &Catalogue) -> String {
        match self {
            Self::Day(day) => date(day),
            Self::Undated => "Undated".to_owned(),
            Self::Source(number) => catalogue.articles().get(number).map_or_else(String::new, source),
            Self::Unread => "Unread".to_owned(),
            Self::Read => "Read".to_owned(),
            Self::Shortened => "Shortened words".to_owned(),
        }
    }
}

/// What stands above an article, and so need not stand in its row.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Place {
    /// Its day.
    UnderDay,
    /// Its source.
    UnderSource,
    /// Its event.
    InEvent,
    /// Neither.
    Alone,
}

/// The events whose reports are folded away.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct Folds {
    all: bool,
    /// Those of which the opposite is true.
    except: FxHashSet<EventId>,
}

impl Folds {
    /// Folds all events, or none.
    pub(super) fn set_all(&mut self, all: bool) {
        *self = Self { all, except: FxHashSet::default() };
    }

    /// Folds an event, or unfolds it.
    pub(super) fn toggle(&mut self, event: EventId) {
        if !self.except.remove(&event) {
            self.except.insert(event);
        }
    }

    fn has(&self, event: EventId) -> bool {
        self.all != self.except.contains(&event)
    }
}

/// The rows for these hits. Those that have the filter's words shortened come last, the closest first, whatever the arrangement.
pub(super) fn rows(hits: &[Hit], arrangement: Arrangement, folds: &Folds, catalogue: &Catalogue) -> Vec<Row> {
    if arrangement == Arrangement::Events {
        return events(hits, folds, catalogue);
    }
    let mut rows = Vec::with_capacity(hits.len() + hits.len() / 4);
    let mut open = None;
    for hit in hits.iter().filter(|hit| hit.closeness == Closeness::Exact) {
        let Some(line) = catalogue.articles().get(hit.number) else { continue };
        let heading = heading(arrangement, hit.number, line);
        put_under(&mut rows, &mut open, heading, catalogue);
        rows.push(Row::Article { number: hit.number, place: place(arrangement, heading) });
    }
    let mut shortened: Vec<Hit> = hits.iter().filter(|hit| hit.closeness != Closeness::Exact).copied().collect();
    shortened.sort_by_key(|hit| hit.closeness);
    if !shortened.is_empty() {
        rows.push(Row::Heading(Heading::Shortened, shortened.len()));
    }
    rows.extend(shortened.iter().map(|hit| Row::Article { number: hit.number, place: Place::Alone }));
    rows
}

/// Begins a heading where it is another one than that of the article before, and counts the article under it.
fn put_under(rows: &mut Vec<Row>, open: &mut Option<usize>, heading: Option<Heading>, catalogue: &Catalogue) {
    let current = open.and_then(|at| rows.get_mut(at));
    match (heading, current) {
        (Some(new), Some(Row::Heading(old, count))) if is_same(new, *old, catalogue) => *count += 1,
        (Some(new), _) => {
            *open = Some(rows.len());
            rows.push(Row::Heading(new, 1));
        }
        (None, _) => *open = None,
    }
}

fn is_same(one: Heading, other: Heading, catalogue: &Catalogue) -> bool {
    let source = |number: usize| catalogue.articles().get(number).map(|line| line.source.as_deref());
    match (one, other) {
        (Heading::Source(one), Heading::Source(other)) => source(one) == source(other),
        _ => one == other,
    }
}

fn heading(arrangement: Arrangement, number: usize, line: &ArticleLine) -> Option<Heading> {
    if arrangement == Arrangement::Relevance {
        return None;
    }
    let Some(day) = line.published.map(Published::day) else { return Some(Heading::Undated) };
    match arrangement {
        Arrangement::Date | Arrangement::Events => Some(Heading::Day(day)),
        Arrangement::Source => Some(Heading::Source(number)),
        Arrangement::UnreadFirst => Some(if line.read { Heading::Read } else { Heading::Unread }),
        Arrangement::Title | Arrangement::Relevance => None,
    }
}

fn place(arrangement: Arrangement, heading: Option<Heading>) -> Place {
    match (arrangement, heading) {
        (Arrangement::Date | Arrangement::Events, _) => Place::UnderDay,
        (_, Some(Heading::Source(_))) => Place::UnderSource,
        _ => Place::Alone,
    }
}

/// Events under the days of their last reports; a report that is alone stands for its event.
fn events(hits: &[Hit], folds: &Folds, catalogue: &Catalogue) -> Vec<Row> {
    let line = |hit: &Hit| catalogue.articles().get(hit.number);
    let mut rows = Vec::with_capacity(hits.len() * 2);
    let mut open = None;
    let mut first = 0;
    for reports in hits.chunk_by(|one, other| line(one).map(|line| line.event) == line(other).map(|line| line.event)) {
        let event = reports.first().and_then(line).map(|line| line.event);
        let last_to_come = event.and_then(|event| catalogue.reports(event).next());
        let day = last_to_come.and_then(|line| line.published).map_or(Heading::Undated, |published| Heading::Day(published.day()));
        put_under(&mut rows, &mut open, Some(day), catalogue);
        let is_folded = reports.len() > 1 && event.is_some_and(|event| folds.has(event));
        if reports.len() > 1 {
            rows.push(Row::Event { first, reports: reports.len(), is_folded });
        }
        if !is_folded {
            let place = if reports.len() > 1 { Place::InEvent } else { Place::UnderDay };
            rows.extend(reports.iter().map(|hit| Row::Article { number: hit.number, place }));
        }
        first += reports.len();
    }
    rows
}
