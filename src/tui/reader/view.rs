//! Draws the reader.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::State;
use super::layout::{column, margin};
use super::links;
use super::passage::{Steps, marked_quotations};
use crate::library::Bookmark;
use crate::text::span::Span;
use crate::tui::effect::Reading;
use crate::tui::scene::Scene;
use crate::tui::theme::{Role, Theme};
use crate::tui::widget::paint::Pen;
use crate::tui::widget::prose::View;

/// Draws into the scene's area.
pub fn view(state: &State, scene: &Scene<'_>, theme: &Theme, buffer: &mut Buffer) {
    let column = column(scene.area, scene.measure);
    let Some(reading) = &state.reading else {
        let text = if state.awaited().is_some() { "Opening the article …" } else { "This article cannot be shown." };
        Pen::new(buffer, theme, column, 1).text(text, Role::Dim);
        return;
    };
    let kept = &state.kept.spans;
    let marks = marks(state, reading, kept);
    let view = View { body: reading.article.body.text(), top: state.page.top, marks: &marks };
    state.page.prose.draw(view, column, theme, buffer);
    links::draw(state, scene, theme, buffer);
    let noted = if scene.zen { &[] } else { kept.as_slice() };
    draw_margin(state, noted, margin(column, scene.area), theme, buffer);
}

/// What is marked in the text that is on the screen, the last on top.
fn marks(state: &State, reading: &Reading, kept: &[Span]) -> Vec<(Span, Role)> {
    let lines = state.page.top..state.page.top + state.page.height;
    let Some(seen) = lines.filter_map(|line| state.page.prose.body_at(line)).reduce(Span::hull) else { return Vec::new() };
    let seen = |span: &Span| span.overlaps(seen);
    let of = |role: Role| move |span: Span| (span, role);
    let mut marks: Vec<(Span, Role)> = state.claims.iter().filter(|(span, _)| seen(span)).copied().collect();
    marks.extend(kept.iter().copied().filter(seen).map(of(Role::Bookmark)));
    if state.find.steps == Steps::Names {
        marks.extend(state.stops().into_iter().filter(seen).map(of(Role::Name)));
    }
    marks.extend(state.find.hits.iter().copied().filter(seen).map(of(Role::SearchHit)));
    let stepping = state.find.steps != Steps::Hits || !state.find.hits.is_empty();
    if stepping {
        marks.extend(here(state, reading).into_iter().map(of(Role::SearchHitCurrent)));
    }
    if state.selection.is_some() {
        marks.extend(state.passage().map(of(Role::Selection)));
    }
    marks
}

/// Where what is stepped through stands at the cursor; a quotation without the words that break into it.
fn here(state: &State, reading: &Reading) -> Vec<Span> {
    if state.find.steps == Steps::Quotations {
        let quotation = marked_quotations(&reading.claims).find(|quotation| quotation.hull().start == state.cursor);
        return quotation.map(|quotation| quotation.spans.clone()).unwrap_or_default();
    }
    state.stops().into_iter().filter(|stop| stop.start == state.cursor).collect()
}

/// Marks the lines of the passage the keys act on, and where bookmarks begin.
fn draw_margin(state: &State, kept: &[Span], area: Rect, theme: &Theme, buffer: &mut Buffer) {
    let passage = state.passage();
    for row in 0..area.height {
        let Some(line) = state.page.prose.body_at(state.page.top + usize::from(row)) else { continue };
        let mut pen = Pen::new(buffer, theme, area, row);
        let begins = kept.iter().any(|span| line.holds(span.start));
        pen.cell(if begins { Bookmark::SIGN } else { "" }, 1, Role::BookmarkMark);
        if passage.is_some_and(|passage| passage.overlaps(line)) {
            pen.cell("▎", 1, Role::CursorMark);
        }
    }
}
