//! Draws one line of the list: an article or an event.

use super::headline::{Headline, headline};
use super::query::Query;
use super::rows::Place;
use super::word::letters;
use crate::article::Published;
use crate::library::{ArticleLine, Bookmark};
use crate::text::counted::counted;
use crate::text::span::Span;
use crate::text::width::{ELLIPSIS, clip};
use crate::tui::catalogue::Catalogue;
use crate::tui::theme::Role;
use crate::tui::widget::paint::Pen;

/// How wide the parts of an article's line are, in cells.
#[derive(Debug, Clone, Copy)]
pub(super) struct Columns {
    /// Time or date.
    pub when: usize,
    /// The source.
    pub source: usize,
    /// What stands above the line.
    pub place: Place,
}

/// What is particular about a line.
#[derive(Debug, Clone, Copy)]
pub(super) struct Mode {
    /// The keys act on it.
    pub is_cursor: bool,
    /// It is selected.
    pub is_selected: bool,
}

/// Draws an article.
pub(super) fn article_row(pen: &mut Pen<'_>, line: &ArticleLine, catalogue: &Catalogue, query: &Query, columns: Columns, mode: Mode) {
    begin(pen, !line.read, mode);
    if columns.place == Place::InEvent {
        pen.skip(2);
    }
    if columns.when > 0 {
        pen.cell(&when(line, columns.place, catalogue), columns.when, Role::Date);
    }
    let headline = headline(line);
    let found = found(&headline, query);
    marks_at_right(pen, line, columns.place);
    if columns.source > 0 {
        highlighted(pen, &headline.source, columns.source, (&hits(&headline.source, 0, &found), Role::Source));
        pen.skip(2);
    }
    let role = match (mode.is_selected, line.read) {
        (true, _) => Role::Strong,
        (false, true) => Role::TitleRead,
        (false, false) => Role::Text,
    };
    let room = usize::from(pen.room());
    let before_title = headline.source.chars().count() + 1;
    highlighted(pen, &headline.title, room, (&hits(&headline.title, before_title, &found), role));
}

/// Draws an event: the title of its first report, how many sources report it, and on which days. The reports stand newest first.
pub(super) fn event_row(pen: &mut Pen<'_>, reports: &[&ArticleLine], is_folded: bool, query: &Query, mode: Mode) {
    let days = || reports.iter().filter_map(|line| line.published).map(Published::day);
    let first = reports.iter().rfind(|line| line.published.is_some()).or(reports.last());
    let Some(first) = first else { return };
    begin(pen, reports.iter().any(|line| !line.read), mode);
    pen.cell(if is_folded { "▸" } else { "▾" }, 2, Role::Border);
    pen.right(" ", Role::Text);
    if pen.room() >= 48 {
        let span = days().min().zip(days().max()).map(|(from, to)| stretch(from, to)).unwrap_or_default();
        pen.right(&span, Role::Date).right("  ", Role::Text);
    }
    if reports.iter().any(|line| line.starred) {
        pen.right("★", Role::Star).right(" ", Role::Text);
    }
    // Reports whose pages name no source are counted as what they are.
    let told = match (first.event_sources, first.event_origins) {
        (0, _) => counted(reports.len(), "report"),
        (sources, origins) if origins < sources => format!("{}, {}", counted(sources, "source"), counted(origins, "origin")),
        (sources, _) => counted(sources, "source"),
    };
    pen.right(&told, Role::Event).right(" ", Role::Text);
    let headline = headline(first);
    let found = found(&headline, query);
    let room = usize::from(pen.room());
    let before_title = headline.source.chars().count() + 1;
    highlighted(pen, &headline.title, room, (&hits(&headline.title, before_title, &found), Role::Strong));
}

fn begin(pen: &mut Pen<'_>, is_unread: bool, mode: Mode) {
    if mode.is_cursor {
        pen.on(Role::Cursor);
    }
    let selected = if mode.is_selected { "✓" } else { " " };
    let unread = if is_unread { "●" } else { " " };
    pen.cell(if mode.is_cursor { "▌" } else { " " }, 1, Role::CursorMark).cell(unread, 1, Role::Unread).cell(selected, 1, Role::CursorMark);
}

/// The time under its day, else the date; within an event, the date of a report of another day than the event stands under.
fn when(line: &ArticleLine, place: Place, catalogue: &Catalogue) -> String {
    let Some(published) = line.published else { return String::new() };
    let time = || published.time().map(|time| time.strftime("%H:%M").to_string()).unwrap_or_default();
    match place {
        Place::UnderDay => time(),
        Place::InEvent => {
            let day = catalogue.reports(line.event).next().and_then(|line| line.published).map(Published::day);
            if day == Some(published.day()) { time() } else { published.day().strftime("%-d %b").to_string() }
        }
        Place::UnderSource | Place::Alone => published.day().strftime("%-d %b %Y").to_string(),
    }
}

/// `14 May`, `14–16 May`, `30 Apr – 2 May`, with the years where they differ.
fn stretch(from: jiff::civil::Date, to: jiff::civil::Date) -> String {
    let (start, end) = match (from.year() == to.year(), from.month() == to.month(), from == to) {
        (true, true, true) => return to.strftime("%-d %b").to_string(),
        (true, true, false) => return format!("{}–{}", from.day(), to.strftime("%-d %b")),
        (true, false, _) => (from.strftime("%-d %b"), to.strftime("%-d %b")),
        (false, _, _) => (from.strftime("%-d %b %Y"), to.strftime("%-d %b %Y")),
    };
    format!("{start} – {end}")
}

/// The marks at the end of a line: reports of the event, bookmarks, star.
fn marks_at_right(pen: &mut Pen<'_>, line: &ArticleLine, place: Place) {
    pen.right(" ", Role::Text);
    let is_counted = line.event_sources > 1 && place != Place::InEvent;
    let marks = [
        (line.starred, "★".to_owned(), Role::Star),
        (line.bookmarks > 0, format!("{}{}", Bookmark::SIGN, line.bookmarks), Role::BookmarkMark),
        (is_counted, line.sources_mark(), Role::Event),
        (line.versions > 1, format!("v{}", line.versions), Role::Event),
    ];
    for (_, mark, role) in marks.into_iter().filter(|(shown, ..)| *shown) {
        pen.right(&mark, role).right(" ", Role::Text);
    }
}

/// The letters (by number) that the words of the filter are found by; sorted.
fn found(headline: &Headline, query: &Query) -> Vec<usize> {
    let mut found: Vec<usize> = Vec::new();
    if query.words.is_empty() {
        return found;
    }
    let text = &headline.searched();
    for word in &query.words {
        let (letters, numbers) = letters(text, word.is_cased);
        let places = word.places(&letters).unwrap_or_default();
        found.extend(places.into_iter().filter_map(|place| numbers.get(place)));
    }
    found.sort_unstable();
    found
}

/// The found letters of a part whose first letter has the number `first`, as spans.
fn hits(text: &str, first: usize, found: &[usize]) -> Vec<(Span, Role)> {
    if found.is_empty() {
        return Vec::new();
    }
    let letters = text.char_indices().enumerate().filter(|(number, _)| found.binary_search(&(first + number)).is_ok());
    letters.map(|(_, (at, c))| (Span::new(at, at + c.len_utf8()), Role::FilterHit)).collect()
}

/// A text in so many cells with marks on it; marks on what is cut off lie on the ellipsis.
fn highlighted(pen: &mut Pen<'_>, text: &str, columns: usize, (marks, role): (&[(Span, Role)], Role)) {
    let (shown, used) = clip(text, columns.min(usize::from(pen.room())));
    let pad = columns.saturating_sub(used) as u16;
    let kept = if shown == text { shown.len() } else { shown.trim_end_matches(ELLIPSIS).len() };
    let ellipsis = Span::new(kept, shown.len());
    let marks: Vec<(Span, Role)> = marks.iter().map(|&(span, mark)| (if span.end <= kept { span } else { ellipsis }, mark)).collect();
    pen.marked(&shown, Span::whole(&shown), &marks, role).skip(pad);
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn stretches_of_days_say_no_more_than_needed() {
        for (from, to, want) in [
            (date(2024, 5, 14), date(2024, 5, 14), "14 May"),
            (date(2024, 5, 14), date(2024, 5, 16), "14–16 May"),
            (date(2024, 4, 30), date(2024, 5, 2), "30 Apr – 2 May"),
            (date(2023, 12, 31), date(2024, 1, 1), "31 Dec 2023 – 1 Jan 2024"),
        ] {
            assert_eq!(stretch(from, to), want);
        }
    }
}
