//! What the reader is on, in its context: the paragraphs of both reports that hold it and those around them, at the full width of the screen.

use crate::compare::Side;
use crate::text::Span;
use crate::tui::action::Action;
use crate::tui::intent::{Entry, Sheet};
use crate::tui::theme::Role;
use crate::tui::widget::prose::date_and_time;

use super::choices::Tab;
use super::state::Shown;

/// The most columns of a line of context.
const COLUMNS: u16 = 104;

/// From so many lines of the table on, the paragraphs before and after have their place in a context.
const HIGH: usize = 20;

impl Shown {
    /// Where the two reports have what the reader is on: a row's passages, a claim, every mention of a name.
    pub(super) fn spans_here(&self) -> [Vec<Span>; 2] {
        let comparison = &self.reports.comparison;
        let Some((block, entry)) = self.current().zip(self.viewport.entry()) else { return Default::default() };
        match self.choices.tab {
            Tab::Passages => Side::BOTH.map(|side| match block.cell(side) {
                cell if cell.own.is_some() => Vec::new(),
                cell => cell.pieces.clone(),
            }),
            Tab::Quotes => comparison.quotations.get(entry).map(|pair| comparison.quotation_spans(pair.pair)).unwrap_or_default(),
            Tab::Figures => comparison.figures.get(entry).map(|pair| comparison.figure_spans(pair.pair)).unwrap_or_default(),
            Tab::Names => Side::BOTH.map(|side| {
                let name = comparison.names.get(entry).and_then(|pair| self.reports.claims(side).names.get(pair.pair.side(side)?));
                name.map(|name| name.mentions.clone()).unwrap_or_default()
            }),
        }
    }

    /// The row of the passages tab that shows what the reader is on.
    pub(super) fn row_here(&self) -> Option<usize> {
        let places = self.reports.places();
        Side::BOTH.into_iter().zip(self.spans_here()).find_map(|(side, spans)| places.row(side, *spans.first()?))
    }

    /// Both contexts, the first column's report first; none where neither report has anything here.
    pub(super) fn context(&self) -> Option<Sheet> {
        let spans = self.spans_here();
        if spans.iter().all(Vec::is_empty) {
            return None;
        }
        let (first, pane) = (self.choices.first, self.pane_here(&spans));
        let mut entries = Vec::new();
        for side in [first, first.other()] {
            if !entries.is_empty() {
                entries.push(Entry::Gap);
            }
            entries.push(Entry::Heading(self.heading(side)));
            entries.extend(self.paragraphs(side, &spans[side as usize]));
        }
        let title = format!("In context · Enter opens {}", self.reports.source(pane));
        Some(Sheet { columns: COLUMNS, then: Some(Action::OpenReader), ..Sheet::new(&title, entries) })
    }

    /// The side to read on: the active one, unless only the other one has something here.
    pub(super) fn pane_here(&self, spans: &[Vec<Span>; 2]) -> Side {
        let pane = self.choices.pane;
        if spans[pane as usize].is_empty() { pane.other() } else { pane }
    }

    /// `Reuters · Wed 13 Sep 2023`.
    fn heading(&self, side: Side) -> String {
        let published = self.reports.article(side).published().map_or_else(|| "undated".to_owned(), date_and_time);
        format!("{} · {published}", self.reports.source(side))
    }

    /// The paragraphs that hold these spans, what is around their sentences dimmed; of a passage or a claim the paragraphs before and after
    /// too.
    fn paragraphs(&self, side: Side, spans: &[Span]) -> Vec<Entry> {
        let body = &self.reports.article(side).body;
        if spans.is_empty() {
            let none =
                if self.choices.tab == Tab::Names { "This report does not name it." } else { "No close match was found in this report." };
            return vec![Entry::Text(none.to_owned())];
        }
        let mut numbers: Vec<usize> = spans.iter().filter_map(|span| body.paragraph_at(span.start)).collect();
        // On a low screen they would push away what they are the context of.
        if self.choices.tab != Tab::Names && self.viewport.height() >= HIGH {
            let around = numbers.iter().flat_map(|&number| number.saturating_sub(1)..=number + 1);
            numbers = around.filter(|&number| number < body.paragraphs().len()).collect();
            numbers.sort_unstable();
        }
        numbers.dedup();
        let role = self.role_here();
        let entry = |number: usize| {
            let whole = body.paragraphs().get(number)?.span;
            let inside = || spans.iter().filter_map(|span| span.intersection(whole));
            let sentences = body.sentences().iter().map(|sentence| sentence.span).filter(|sentence| whole.covers(*sentence));
            let around = sentences.filter(|sentence| inside().all(|span| !span.overlaps(*sentence))).map(|sentence| (sentence, Role::Dim));
            let shift = |(span, role): (Span, Role)| (Span::new(span.start - whole.start, span.end - whole.start), role);
            let marks = around.chain(inside().filter_map(|span| Some((span, role?)))).map(shift).collect();
            Some(Entry::Words { text: whole.of(body.text()).to_owned(), marks })
        };
        let mut entries: Vec<Entry> = numbers.into_iter().filter_map(entry).flat_map(|words| [words, Entry::Gap]).collect();
        entries.pop();
        entries
    }

    /// How what the reader is on is marked; a passage needs no mark beside what is dimmed around it.
    fn role_here(&self) -> Option<Role> {
        match self.choices.tab {
            Tab::Passages => None,
            Tab::Quotes => Some(Role::Quotation),
            Tab::Figures => Some(Role::Figure),
            Tab::Names => Some(Role::Name),
        }
    }
}
