//! The rows of the list: day headings and articles, as the view and the filter leave them.

use std::collections::BTreeSet;

use super::filter;
use crate::library::ArticleLine;
use crate::text::sanitize::clean_line;
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

/// One row of the list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Row {
    /// A day, and how many of its articles follow.
    Day(String),
    /// An article.
    Article {
        /// Its number in the catalogue.
        number: usize,
        /// The letters of [`headline`] that the filter found.
        found: BTreeSet<usize>,
    },
}

/// What the filter searches and the list shows of an article: source and title.
pub(super) struct Headline {
    /// The outlet.
    pub source: String,
    /// The title, or the first words of the body.
    pub title: String,
}

/// Source and title of an article, fit for a terminal.
pub(super) fn headline(line: &ArticleLine) -> Headline {
    let title = line.title.as_deref().filter(|title| !title.is_empty()).unwrap_or(&line.opening);
    Headline { source: clean_line(line.source.as_deref().unwrap_or("—")).into_owned(), title: clean_line(title).into_owned() }
}

impl Headline {
    /// Source and title with one blank between, as the filter numbers their letters.
    pub(super) fn searched(&self) -> String {
        format!("{} {}", self.source, self.title)
    }
}

/// The rows for these articles, newest first, the undated ones in a group of their own at the end.
pub(super) fn rows(articles: &[ArticleLine], shelf: Shelf, query: &str) -> Vec<Row> {
    let mut rows = Vec::new();
    let mut group: Vec<Row> = Vec::new();
    let mut day = None;
    let shown = articles.iter().enumerate().filter(|(_, line)| match shelf {
        Shelf::All => true,
        Shelf::Unread => !line.read,
        Shelf::Starred => line.starred,
    });
    for (number, line) in shown {
        let found = if query.is_empty() { Some(Vec::new()) } else { filter::matches(&headline(line).searched(), query) };
        let Some(found) = found else { continue };
        let line_day = line.published.map(crate::article::Published::day);
        if line_day != day {
            close(&mut rows, day, &mut group);
            day = line_day;
        }
        group.push(Row::Article { number, found: found.into_iter().collect() });
    }
    close(&mut rows, day, &mut group);
    rows
}

/// Puts a finished group of articles under its heading.
fn close(rows: &mut Vec<Row>, day: Option<jiff::civil::Date>, group: &mut Vec<Row>) {
    if !group.is_empty() {
        let name = day.map_or_else(|| "Undated".to_owned(), date);
        rows.push(Row::Day(format!("{name} · {}", group.len())));
        rows.append(group);
    }
}
