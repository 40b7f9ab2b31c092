//! A text to read: labelled values, paragraphs, headings.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::{Outcome, rows_inside};
use crate::text::span::Span;
use crate::text::width::width;
use crate::text::wrap::wrap;
use crate::tui::action::Action;
use crate::tui::intent::{Entry, Sheet};
use crate::tui::scene::Scene;
use crate::tui::theme::{Role, Theme};
use crate::tui::widget::frame;
use crate::tui::widget::paint::Pen;

/// The sheet and its first line on the screen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct State {
    sheet: Sheet,
    top: usize,
}

/// A line of the sheet: a label and a stretch of an entry's words.
struct Line<'a> {
    label: &'a str,
    text: &'a str,
    stretch: Span,
    marks: &'a [(Span, Role)],
    role: Role,
}

impl State {
    /// Shows a sheet from its top.
    #[must_use]
    pub fn new(sheet: Sheet) -> Self {
        Self { sheet, top: 0 }
    }

    pub(super) fn update(&mut self, action: Action, scene: &Scene<'_>) -> Outcome {
        let (outer, lines) = self.layout(scene.area);
        let page = rows_inside(outer);
        let last = lines.len().saturating_sub(page);
        let times = scene.times();
        self.top = match action {
            Action::MoveDown => self.top + times,
            Action::MoveUp => self.top.saturating_sub(times),
            Action::PageDown | Action::HalfPageDown => self.top + page.saturating_sub(1),
            Action::PageUp | Action::HalfPageUp => self.top.saturating_sub(page.saturating_sub(1)),
            Action::GoTop => 0,
            Action::GoBottom => last,
            Action::Open => return self.sheet.then.map_or(Outcome::Stay, Outcome::Run),
            _ => self.top,
        }
        .min(last);
        Outcome::Stay
    }

    pub(super) fn view(&self, area: Rect, theme: &Theme, buffer: &mut Buffer) {
        let (outer, lines) = self.layout(area);
        frame::draw(outer, &self.sheet.title, theme, buffer);
        let inner = frame::inside(outer);
        let label = self.label_columns();
        for (row, line) in (0..inner.height).zip(lines.iter().skip(self.top)) {
            let mut pen = Pen::new(buffer, theme, inner, row);
            if label > 0 {
                pen.cell(line.label, label, Role::Dim).skip(2);
            }
            pen.marked(line.text, line.stretch, line.marks, line.role);
        }
    }

    /// What Enter runs here, if anything.
    pub(super) fn then(&self) -> Option<Action> {
        self.sheet.then
    }

    fn layout(&self, area: Rect) -> (Rect, Vec<Line<'_>>) {
        let columns = self.sheet.columns;
        let width = frame::inside(frame::centred(area, columns, area.height)).width;
        let label = self.label_columns();
        let room = usize::from(width).saturating_sub(if label > 0 { label + 2 } else { 0 }).max(1);
        let lines: Vec<Line<'_>> = self.sheet.entries.iter().flat_map(|entry| lines(entry, room)).collect();
        (frame::centred(area, columns, lines.len() as u16 + 2), lines)
    }

    fn label_columns(&self) -> usize {
        let labels = self.sheet.entries.iter().map(|entry| match entry {
            Entry::Field(label, _) => width(label),
            Entry::Text(_) | Entry::Words { .. } | Entry::Heading(_) | Entry::Gap => 0,
        });
        labels.max().unwrap_or(0)
    }
}

/// An entry in lines of so many columns.
fn lines(entry: &Entry, columns: usize) -> Vec<Line<'_>> {
    let (label, text, role) = match entry {
        Entry::Field(label, value) => (label.as_str(), value.as_str(), Role::Text),
        Entry::Text(text) | Entry::Words { text, .. } => ("", text.as_str(), Role::Text),
        Entry::Heading(text) => ("", text.as_str(), Role::Heading),
        Entry::Gap => ("", "", Role::Text),
    };
    let marks = if let Entry::Words { marks, .. } = entry { marks.as_slice() } else { &[] };
    let mut spans = wrap(text, Span::whole(text), columns);
    if spans.is_empty() {
        spans.push(Span::whole(""));
    }
    let labels = std::iter::once(label).chain(std::iter::repeat(""));
    spans.into_iter().zip(labels).map(|(stretch, label)| Line { label, text, stretch, marks, role }).collect()
}
