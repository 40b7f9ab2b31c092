//! In which order the articles are listed, and under which headings.

use std::cmp::Reverse;

use crate::library::{ArticleLine, EventId};
use crate::text::fold;
use crate::tui::catalogue::Catalogue;

/// How the list is arranged. The undated articles come last in every one of them, in a group of their own.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub(super) enum Arrangement {
    /// By day, newest first.
    #[default]
    Date,
    /// By source, each newest first.
    Source,
    /// By title.
    Title,
    /// Unread ones, then those read, each newest first.
    UnreadFirst,
    /// Events with their reports under them.
    Events,
    /// Those that answer a search, the best one first.
    Relevance,
}

impl Arrangement {
    const ALL: [Self; 5] = [Self::Date, Self::Source, Self::Title, Self::UnreadFirst, Self::Events];

    /// The name under which it is remembered.
    pub(super) fn name(self) -> &'static str {
        match self {
            Self::Date => "date",
            Self::Source => "source",
            Self::Title => "title",
            Self::UnreadFirst => "unread first",
            Self::Events => "events",
            Self::Relevance => "relevance",
        }
    }

    /// The arrangement of this name.
    pub(super) fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|arrangement| arrangement.name() == name)
    }

    /// What the status line calls it; nothing for the usual one.
    pub(super) fn label(self) -> Option<&'static str> {
        match self {
            Self::Date => None,
            Self::Source => Some("by source"),
            Self::Title => Some("by title"),
            Self::UnreadFirst => Some("unread first"),
            Self::Events => Some("by event"),
            Self::Relevance => Some("best first"),
        }
    }

    /// The numbers of all articles in this order.
    pub(super) fn order(self, catalogue: &Catalogue) -> Vec<usize> {
        let articles = catalogue.articles();
        let line = |number: usize| articles.get(number);
        let is_undated = |number: usize| line(number).is_none_or(|line| line.published.is_none());
        let mut order: Vec<usize> = (0..articles.len()).collect();
        match self {
            // As the catalogue has them; the answers to a search have an order of their own.
            Self::Date | Self::Relevance => {}
            Self::Source => order.sort_by_cached_key(|&number| (is_undated(number), line(number).map(source_key))),
            Self::Title => order.sort_by_cached_key(|&number| (is_undated(number), line(number).map(title_key))),
            Self::UnreadFirst => order.sort_by_key(|&number| (is_undated(number), line(number).is_some_and(|line| line.read))),
            Self::Events => return by_event(catalogue),
        }
        order
    }
}

/// Sources by name, those without one last; names that differ in accents alone stay apart.
fn source_key(line: &ArticleLine) -> (bool, String, &str) {
    let source = line.source.as_deref().unwrap_or("");
    (source.is_empty(), fold::key(source), source)
}

/// Titles by their letters and figures: a quotation mark at the start is no letter.
fn title_key(line: &ArticleLine) -> String {
    let key = fold::key(line.title.as_deref().filter(|title| !title.is_empty()).unwrap_or(&line.opening));
    key.trim_start_matches(|c: char| !c.is_alphanumeric()).to_owned()
}

/// Events by the day of their last report, newest first; within a day those that most sources report, then by their last report.
fn by_event(catalogue: &Catalogue) -> Vec<usize> {
    let articles = catalogue.articles();
    // The reports of an event stand in the catalogue's order: the first one is the last to have come.
    let mut events: Vec<(EventId, usize)> = articles
        .iter()
        .enumerate()
        .filter(|(number, line)| catalogue.report_numbers(line.event).first() == Some(number))
        .map(|(number, line)| (line.event, number))
        .collect();
    events.sort_by_key(|&(_, first)| {
        let line = articles.get(first);
        let day = line.and_then(|line| line.published).map(crate::article::Published::day);
        (Reverse(day), Reverse(line.map_or(0, |line| line.event_sources)), first)
    });
    events.iter().flat_map(|&(event, _)| catalogue.report_numbers(event).iter().copied()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_lead_back() {
        for arrangement in Arrangement::ALL {
            assert_eq!(Arrangement::named(arrangement.name()), Some(arrangement));
        }
    }
}
