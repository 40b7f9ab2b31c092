//! Where the rows of the event sheet stand: a column for what a row is about, and one for each report that fits.

use crate::compare::{MatrixKind, MatrixRow};
use crate::export::text::claim_text;
use crate::text::Span;
use crate::text::sanitize::clean_line;
use crate::text::wrap::wrap;
use crate::tui::effect::Gathered;

/// The fewest cells of a report's column.
const LEAST_COLUMN: usize = 22;

/// Cells between two columns.
pub(super) const GAP: usize = 2;

/// Cells of the gutter: the cursor's mark, the sign of the row.
pub(super) const GUTTER: usize = 4;

/// Cells left empty at the right edge.
const EDGE: usize = 1;

/// The most lines of a cell, unless the cursor is on its row.
const MOST_LINES: usize = 6;

/// The columns that are shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct Columns {
    /// Cells for what a row is about.
    pub(super) about: usize,
    /// Cells of each report's column.
    pub(super) report: usize,
    /// The first report that is shown.
    pub(super) first: usize,
    /// How many are shown.
    pub(super) shown: usize,
}

impl Columns {
    /// As many columns as fit, so that the report the keys are on is one of them.
    pub(super) fn of(width: u16, reports: usize, focused: usize, first: usize) -> Self {
        let width = usize::from(width);
        let about = (width / 5).clamp(10, 28);
        let free = width.saturating_sub(GUTTER + about);
        let shown = (free / (LEAST_COLUMN + GAP)).clamp(1, reports.max(1));
        let first = first.clamp((focused + 1).saturating_sub(shown), focused).min(reports.saturating_sub(shown));
        Self { about, report: (free.saturating_sub(EDGE) / shown).saturating_sub(GAP).max(1), first, shown }
    }

    /// The numbers of the reports that are shown.
    pub(super) fn reports(self) -> std::ops::Range<usize> {
        self.first..self.first + self.shown
    }
}

/// A row as it is drawn: the lines of what it is about, and of each report that is shown.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct Lines {
    pub(super) about: Vec<String>,
    /// Nothing for a gap.
    pub(super) cells: Vec<Option<Vec<String>>>,
}

impl Lines {
    /// Wraps a row; `whole` shows all of its cells.
    pub(super) fn of(gathered: &Gathered, row: &MatrixRow, columns: Columns, whole: bool) -> Self {
        let kind = match row.kind {
            MatrixKind::Quotation => "quote",
            MatrixKind::Figure => "figure",
            MatrixKind::Fact => "fact",
        };
        let about = if row.about.is_empty() { kind.to_owned() } else { clean_line(&row.about).into_owned() };
        let cell = |report: usize| text(gathered, row, report).map(|text| wrapped(&text, columns.report, whole));
        Self { about: wrapped(&about, columns.about, whole), cells: columns.reports().map(cell).collect() }
    }

    /// How many lines it takes, the empty one below it aside.
    pub(super) fn height(&self) -> usize {
        self.cells.iter().flatten().chain([&self.about]).map(Vec::len).max().unwrap_or(0)
    }
}

fn wrapped(text: &str, columns: usize, whole: bool) -> Vec<String> {
    let lines = wrap(text, Span::whole(text), columns);
    let is_cut = !whole && lines.len() > MOST_LINES;
    let shown = if is_cut { MOST_LINES } else { lines.len() };
    let mut shown: Vec<String> = lines.iter().take(shown).map(|line| line.of(text).to_owned()).collect();
    if let Some(last) = shown.last_mut().filter(|_| is_cut) {
        last.push('…');
    }
    shown
}

/// What a report has of a row, in its own words.
fn text(gathered: &Gathered, row: &MatrixRow, report: usize) -> Option<String> {
    let cell = row.cells.get(report)?.as_ref()?;
    let (article, claims) = (gathered.articles.get(report)?, gathered.claims(report)?);
    let texts: Vec<String> = cell.numbers.iter().filter_map(|&number| claim_text(row.kind, number, article, claims)).collect();
    Some(clean_line(&texts.join(" … ")).into_owned())
}

/// The words of a quotation from its first to its last, of a figure, or of a sentence.
pub(super) fn claim(gathered: &Gathered, kind: MatrixKind, report: usize, number: usize) -> Option<Span> {
    let claims = gathered.claims(report)?;
    match kind {
        MatrixKind::Quotation => claims.quotations.get(number).map(crate::extract::Quotation::hull),
        MatrixKind::Figure => claims.figures.get(number).map(|figure| figure.span),
        MatrixKind::Fact => gathered.articles.get(report)?.body.sentences().get(number).map(|sentence| sentence.span),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_focused_report_is_always_shown() {
        for (width, reports, focused, first, want) in
            [(160, 3, 0, 0, (0, 3)), (80, 5, 4, 0, (3, 2)), (80, 5, 0, 3, (0, 2)), (40, 3, 2, 0, (2, 1)), (100, 8, 3, 2, (2, 3))]
        {
            let columns = Columns::of(width, reports, focused, first);
            assert_eq!((columns.first, columns.shown), want, "{width} {reports} {focused}");
            assert!(GUTTER + columns.about + columns.shown * (columns.report + GAP) <= usize::from(width));
        }
    }

    #[test]
    fn a_long_cell_is_cut_until_the_cursor_is_on_it() {
        let text = "one two three four five six seven eight";
        assert_eq!(wrapped(text, 5, false), ["one", "two", "three", "four", "five", "six…"]);
        assert_eq!(wrapped(text, 5, true).len(), 8);
    }
}
