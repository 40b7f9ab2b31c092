//! Draws the library screen.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::State;
use super::arrangement::Arrangement;
use super::layout::{layout, notice};
use super::line::{Columns, Mode, article_row, event_row};
use super::query::Query;
use super::rows::{Heading, Place, Row};
use crate::library::ArticleLine;
use crate::text::width::width;
use crate::tui::scene::Scene;
use crate::tui::theme::{Role, Theme};
use crate::tui::widget::paint::Pen;
use crate::tui::widget::prose::{UNKNOWN_SOURCE, View};

/// Draws into the scene's area.
pub fn view(state: &State, scene: &Scene<'_>, theme: &Theme, buffer: &mut Buffer) {
    let layout = layout(scene);
    if let Some(notice) = notice(scene.catalogue) {
        Pen::new(buffer, theme, layout.notice, 0).skip(1).text(notice, Role::Dim);
    }
    if state.rows.is_empty() {
        empty(state, scene, layout.list, theme, buffer);
    }
    let query = Query::parse(&state.filter);
    for (line, number) in (0..layout.list.height).zip(state.top..state.rows.len()) {
        let mut pen = Pen::new(buffer, theme, layout.list, line);
        let Some(row) = state.rows.get(number) else { continue };
        let is_selected = {
            let mut articles = state.articles_of(row, scene.catalogue).peekable();
            articles.peek().is_some() && articles.all(|line| state.selection.has(&line.id))
        };
        let mode = Mode { is_cursor: number == state.cursor, is_selected };
        match row {
            Row::Heading(heading, count) => _ = pen.skip(1).text(&heading_text(state, *heading, *count, scene), Role::Heading),
            Row::Event { is_folded, .. } => {
                let reports: Vec<&ArticleLine> = state.articles_of(row, scene.catalogue).collect();
                event_row(&mut pen, &reports, *is_folded, &query, mode);
            }
            Row::Article { number, place } => {
                if let Some(line) = scene.catalogue.articles().get(*number) {
                    let columns = columns(state, layout.list.width, *place);
                    article_row(&mut pen, line, scene.catalogue, &query, columns, mode);
                }
            }
        }
    }
    // Beside an empty list, what was shown last would be taken for what was found.
    let is_empty = state.rows.is_empty() && scene.catalogue.listed;
    if let Some(area) = layout.preview.filter(|_| !is_empty) {
        preview(state, area, scene, theme, buffer);
    }
}

/// `Tue 14 May 2024 · 2`, in the list by event with what is counted.
fn heading_text(state: &State, heading: Heading, count: usize, scene: &Scene<'_>) -> String {
    let label = heading.label(scene.catalogue);
    match (state.arrangement, count) {
        (Arrangement::Events, 1) => format!("{label} · 1 event"),
        (Arrangement::Events, _) => format!("{label} · {count} events"),
        _ => format!("{label} · {count}"),
    }
}

fn empty(state: &State, scene: &Scene<'_>, area: Rect, theme: &Theme, buffer: &mut Buffer) {
    let text = match (scene.catalogue.listed, scene.catalogue.articles().is_empty(), state.filter.is_empty()) {
        (false, _, _) => "Opening the library …",
        (true, true, _) => "The library is empty. To read your own reports: parallax add FOLDER",
        (true, false, false) => "Nothing matches the filter. Esc clears it.",
        (true, false, true) => "Nothing here. 1 shows all articles.",
    };
    Pen::new(buffer, theme, area, 1).skip(2).text(text, Role::Dim);
}

/// The column for the time stands only where there is room and some article has a time.
fn columns(state: &State, list: u16, place: Place) -> Columns {
    let has_room = list >= 56;
    let when = match place {
        Place::UnderDay | Place::InEvent => 7 * usize::from(has_room && state.has_times),
        Place::UnderSource | Place::Alone => 13 * usize::from(has_room),
    };
    let source = if place == Place::UnderSource { 0 } else { state.sources.columns(usize::from(list)) };
    Columns { when, source, place }
}

/// How wide the sources' names are.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct SourceColumn {
    /// How many articles have a name of so many cells.
    counts: Vec<usize>,
}

impl SourceColumn {
    /// The widest the column may be on a wide list.
    const WIDEST: usize = 28;

    /// Counts the names of these articles.
    pub(super) fn of(articles: &[ArticleLine]) -> Self {
        let mut counts = vec![0; Self::WIDEST + 2];
        for line in articles {
            let cells = width(line.source.as_deref().unwrap_or(UNKNOWN_SOURCE)).min(Self::WIDEST + 1);
            counts.iter_mut().skip(cells).take(1).for_each(|count| *count += 1);
        }
        Self { counts }
    }

    /// The cells in which nine names in ten stand whole, within what a list of this width can spare: a rare long name takes nothing from
    /// the titles.
    fn columns(&self, list: usize) -> usize {
        let most = match list {
            ..48 => list / 4,
            48..64 => list * 3 / 10,
            _ => list * 2 / 5,
        }
        .clamp(1, Self::WIDEST);
        let all: usize = self.counts.iter().sum();
        let mut whole = 0;
        let enough = self.counts.iter().position(|count| {
            whole += count;
            whole * 10 >= all * 9
        });
        enough.unwrap_or(most).clamp(1, most)
    }
}

fn preview(state: &State, area: Rect, scene: &Scene<'_>, theme: &Theme, buffer: &mut Buffer) {
    for row in 0..area.height {
        let line = Rect { x: area.x - 3, width: 1, ..area };
        Pen::new(buffer, theme, line, row).text("│", Role::Border);
    }
    let Some(reading) = &state.preview.reading else { return };
    let column = Rect { width: area.width.min(scene.measure), ..area };
    let view = View { body: reading.article.body.text(), top: state.preview.top, marks: &state.preview.marks };
    state.preview.prose.draw(view, column, theme, buffer);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_column_is_as_wide_as_the_names_need_between_limits() {
        let counted = |names: &[(usize, usize)]| {
            let mut counts = vec![0; SourceColumn::WIDEST + 2];
            for &(cells, count) in names {
                counts[cells] = count;
            }
            SourceColumn { counts }
        };
        for (names, list, want) in [
            (&[(4, 3), (18, 2)][..], 50, 15),
            (&[(4, 3), (18, 2)], 40, 10),
            (&[(4, 3)], 80, 4),
            (&[(9, 40), (29, 1)], 80, 9),
            (&[(9, 4), (29, 1)], 80, 28),
            (&[(24, 5)], 50, 15),
            (&[], 80, 1),
        ] {
            assert_eq!(counted(names).columns(list), want, "{names:?} {list}");
        }
    }
}
