//! Draws the event sheet.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::State;
use super::layout::{Columns, GAP, GUTTER, Lines};
use super::state::table_area;
use crate::compare::{Matrix, MatrixKind, MatrixRow};
use crate::text::sanitize::clean_line;
use crate::tui::effect::Gathered;
use crate::tui::scene::Scene;
use crate::tui::theme::{Role, Theme};
use crate::tui::widget::paint::Pen;
use crate::tui::widget::prose::{UNKNOWN_SOURCE, date_and_time};

/// Draws into the scene's area.
pub fn view(state: &State, scene: &Scene<'_>, theme: &Theme, buffer: &mut Buffer) {
    let area = scene.area;
    let mut heading = Pen::new(buffer, theme, area, 0);
    heading.skip(2).text("Event sheet", Role::Heading);
    let Some(gathered) = state.gathered.as_deref() else {
        let said = if state.awaited().is_some() { "Reading and comparing …" } else { "Nothing to show" };
        Pen::new(buffer, theme, table_area(area), 0).skip(2).text(said, Role::Dim);
        return;
    };
    heading.text(&counts(&gathered.matrix, state), Role::Dim);
    head(state, gathered, area, theme, buffer);
    let table = table_area(area);
    let mut row = 0;
    for (number, lines) in &state.drawn {
        let Some(about) = gathered.matrix.rows.get(*number) else { continue };
        draw_row(state, *number == state.cursor, about, lines, (table, row), theme, buffer);
        row += lines.height() as u16 + 1;
    }
}

/// From so many cells on, what is hidden is told in words.
const MORE_COLUMNS: usize = 12;

fn counts(matrix: &Matrix, state: &State) -> String {
    let differing = matrix.rows.iter().filter(|row| row.differs).count();
    let besides = if state.left_out > 0 { format!(" · {} reports more", state.left_out) } else { String::new() };
    format!("   {differing} of {} rows differ · {} reports{besides}", matrix.rows.len(), state.articles.len())
}

/// The reports over their columns: source and day, and how many sentences only they have.
fn head(state: &State, gathered: &Gathered, area: Rect, theme: &Theme, buffer: &mut Buffer) {
    let columns = state.columns;
    let mut source = Pen::new(buffer, theme, area, 1);
    let hidden = gathered.articles.len().saturating_sub(columns.shown);
    let more = match hidden {
        0 => String::new(),
        _ if columns.about < MORE_COLUMNS => format!("+{hidden} h l"),
        _ => format!("{hidden} more: h l"),
    };
    source.skip(GUTTER as u16).cell(&more, columns.about, Role::Dim);
    for report in columns.reports() {
        let Some(article) = gathered.articles.get(report) else { continue };
        let mark = if state.picked.contains(&report) { "● " } else { "" };
        let name = article.source().unwrap_or(UNKNOWN_SOURCE);
        let role = if report == state.focused { Role::TabActive } else { Role::Source };
        source.skip(GAP as u16).cell(&format!("{mark}{}", clean_line(name)), columns.report, role);
    }
    let mut dates = Pen::new(buffer, theme, area, 2);
    dates.skip(GUTTER as u16).cell("", columns.about, Role::Dim);
    for report in columns.reports() {
        let day =
            gathered.articles.get(report).and_then(crate::article::Article::published).map_or_else(|| "undated".to_owned(), date_and_time);
        dates.skip(GAP as u16).cell(&day, columns.report, Role::Date);
    }
    let mut rule = Pen::new(buffer, theme, area, 3);
    rule.skip(2).text(&"─".repeat(usize::from(area.width.saturating_sub(4))), Role::Border);
}

fn draw_row(
    state: &State,
    is_cursor: bool,
    about: &MatrixRow,
    lines: &Lines,
    (table, top): (Rect, u16),
    theme: &Theme,
    buffer: &mut Buffer,
) {
    let columns: Columns = state.columns;
    for line in 0..lines.height() {
        let mut pen = Pen::new(buffer, theme, table, top + line as u16);
        pen.cell(if is_cursor { "▌" } else { "" }, 2, Role::CursorMark);
        let (sign, role) = match (line, about.differs) {
            (0, true) => ("≠", Role::VerdictDiffers),
            // Other numbers that can all be true, or other words: no disagreement, and not the same.
            (0, false) if about.compatible || (about.kind == MatrixKind::Fact && about.told_by() > 1) => ("≈", Role::Aligned),
            (0, false) if about.told_by() > 1 => ("=", Role::Aligned),
            _ => ("", Role::Text),
        };
        pen.cell(sign, GUTTER - 2, role);
        pen.cell(lines.about.get(line).map_or("", String::as_str), columns.about, Role::Strong);
        for (cell, report) in lines.cells.iter().zip(columns.reports()) {
            let text = match cell {
                Some(cell) => cell.get(line).map_or("", String::as_str),
                None if line == 0 => "·",
                None => "",
            };
            // No report is the one by which the others are judged: where they differ, all are shown so.
            let role = match cell {
                None => Role::Dim,
                Some(_) if about.differs => Role::VerdictDiffers,
                Some(_) => Role::Text,
            };
            let is_focused = is_cursor && report == state.focused && line < lines.height();
            pen.cell(if is_focused { "▏" } else { "" }, GAP, Role::CursorMark).cell(text, columns.report, role);
        }
    }
}
