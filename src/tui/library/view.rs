//! Draws the library screen.

use std::collections::BTreeSet;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::State;
use super::layout::{layout, notice};
use super::rows::{Row, headline};
use crate::library::{ArticleLine, Bookmark};
use crate::text::span::Span;
use crate::text::width::clip;
use crate::tui::reader::claim_marks;
use crate::tui::scene::Scene;
use crate::tui::theme::{Role, Theme};
use crate::tui::widget::paint::Pen;
use crate::tui::widget::prose::View;

/// Draws into the scene's area.
pub fn view(state: &State, scene: &Scene<'_>, theme: &Theme, buffer: &mut Buffer) {
    let layout = layout(scene);
    if let Some(notice) = notice(scene.catalogue) {
        Pen::new(buffer, theme, layout.notice, 0).skip(1).text(notice, Role::Dim);
    }
    if state.rows.is_empty() {
        empty(state, scene, layout.list, theme, buffer);
    }
    let columns = Columns::of(state, layout.list.width);
    for (line, number) in (0..layout.list.height).zip(state.top..state.rows.len()) {
        let mut pen = Pen::new(buffer, theme, layout.list, line);
        match state.rows.get(number) {
            Some(Row::Day(day)) => _ = pen.skip(1).text(day, Role::Heading),
            Some(Row::Article { number: article, found }) => {
                if let Some(line) = scene.catalogue.articles.get(*article) {
                    let mode = Mode { is_cursor: number == state.cursor, is_selected: state.selected.contains(&line.id) };
                    article_row(&mut pen, line, found, columns, mode);
                }
            }
            None => {}
        }
    }
    if let Some(area) = layout.preview {
        preview(state, area, scene, theme, buffer);
    }
}

fn empty(state: &State, scene: &Scene<'_>, area: Rect, theme: &Theme, buffer: &mut Buffer) {
    let text = match (scene.catalogue.listed, scene.catalogue.articles.is_empty(), state.filter.is_empty()) {
        (false, _, _) => "Opening the library …",
        (true, true, _) => "The library is empty. To read your own reports: parallax add FOLDER",
        (true, false, false) => "Nothing matches the filter. Esc clears it.",
        (true, false, true) => "Nothing here. 1 shows all articles.",
    };
    Pen::new(buffer, theme, area, 1).skip(2).text(text, Role::Dim);
}

/// How wide the parts of an article's row are.
#[derive(Debug, Clone, Copy)]
struct Columns {
    time: usize,
    source: usize,
}

impl Columns {
    /// The time's column stands only where there is room and some article has a time.
    fn of(state: &State, list: u16) -> Self {
        let room = usize::from(list);
        Self { time: if state.has_times && room >= 56 { 7 } else { 0 }, source: state.longest_source.min(room / 4).clamp(1, 20) }
    }
}

/// What is particular about a row.
#[derive(Debug, Clone, Copy)]
struct Mode {
    is_cursor: bool,
    is_selected: bool,
}

fn article_row(pen: &mut Pen<'_>, line: &ArticleLine, found: &BTreeSet<usize>, columns: Columns, mode: Mode) {
    if mode.is_cursor {
        pen.on(Role::Cursor);
    }
    let (mark, mark_role) = if mode.is_selected { ("✓", Role::CursorMark) } else { (if line.read { " " } else { "●" }, Role::Unread) };
    pen.cell(if mode.is_cursor { "▌" } else { " " }, 1, Role::CursorMark).cell(mark, 2, mark_role);
    if columns.time > 0 {
        let time = line.published.and_then(crate::article::Published::time).map(|time| time.strftime("%H:%M").to_string());
        pen.cell(&time.unwrap_or_default(), columns.time, Role::Date);
    }
    let headline = headline(line);
    marks_at_right(pen, line);
    highlighted(pen, &headline.source, columns.source, (&hits(&headline.source, 0, found), Role::Source));
    pen.skip(2);
    let room = usize::from(pen.room());
    let before_title = headline.source.chars().count() + 1;
    let role = match (mode.is_selected, line.read) {
        (true, _) => Role::Strong,
        (false, true) => Role::TitleRead,
        (false, false) => Role::Text,
    };
    highlighted(pen, &headline.title, room, (&hits(&headline.title, before_title, found), role));
}

/// The marks at the end of a row: reports of the event, bookmarks, star.
fn marks_at_right(pen: &mut Pen<'_>, line: &ArticleLine) {
    pen.right(" ", Role::Text);
    let marks = [
        (line.starred, "★".to_owned(), Role::Star),
        (line.bookmarks > 0, format!("{}{}", Bookmark::SIGN, line.bookmarks), Role::BookmarkMark),
        (line.event_sources > 1, format!("≋{}", line.event_sources), Role::Event),
    ];
    for (_, mark, role) in marks.into_iter().filter(|(shown, ..)| *shown) {
        pen.right(&mark, role).right(" ", Role::Text);
    }
}

/// The letters that the filter found, as spans into a text whose first letter has the number `first`.
fn hits(text: &str, first: usize, found: &BTreeSet<usize>) -> Vec<(Span, Role)> {
    let letters = text.char_indices().enumerate().filter(|(number, _)| found.contains(&(first + number)));
    letters.map(|(_, (at, c))| (Span::new(at, at + c.len_utf8()), Role::FilterHit)).collect()
}

/// A text in so many cells with marks on it.
fn highlighted(pen: &mut Pen<'_>, text: &str, columns: usize, (marks, role): (&[(Span, Role)], Role)) {
    let (shown, used) = clip(text, columns.min(usize::from(pen.room())));
    let pad = columns.saturating_sub(used) as u16;
    pen.marked(&shown, Span::whole(&shown), marks, role).skip(pad);
}

fn preview(state: &State, area: Rect, scene: &Scene<'_>, theme: &Theme, buffer: &mut Buffer) {
    for row in 0..area.height {
        let line = Rect { x: area.x - 3, width: 1, ..area };
        Pen::new(buffer, theme, line, row).text("│", Role::Border);
    }
    let Some(reading) = &state.preview.reading else { return };
    let column = Rect { width: area.width.min(scene.measure), ..area };
    let marks = claim_marks(&reading.claims);
    let view = View { body: reading.article.body.text(), top: state.preview.top, marks: &marks };
    state.preview.prose.draw(view, column, theme, buffer);
}
