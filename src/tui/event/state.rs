//! What the event sheet remembers.

use std::sync::Arc;

use ratatui::layout::Rect;
use rustc_hash::FxHashMap;

use crate::compare::{MatrixKind, MatrixRow};
use crate::export::text;
use crate::text::fold::key;
use crate::tui::action::Action;
use crate::tui::effect::{ArticleRef, Gathered, RequestId};
use crate::tui::outline::{LAYOUT, Outline};
use crate::tui::scene::Scene;

use super::layout::{Columns, Lines};

/// The event sheet.
#[derive(Debug, Clone, PartialEq)]
pub struct State {
    /// The reports, in the order of their columns.
    pub articles: Vec<ArticleRef>,
    /// How many reports of the event there are besides.
    pub left_out: usize,
    awaited: Option<RequestId>,
    pub(super) gathered: Option<Arc<Gathered>>,
    /// The row the keys are on.
    pub(super) cursor: usize,
    /// The report the keys are on.
    pub(super) focused: usize,
    /// The reports picked to be compared, at most two.
    pub(super) picked: Vec<usize>,
    pub(super) columns: Columns,
    /// Rows as they are laid out, and for which columns.
    laid: FxHashMap<usize, Lines>,
    laid_for: Columns,
    /// The rows that are drawn, from the first one on the screen.
    pub(super) drawn: Vec<(usize, Lines)>,
    top: usize,
    area: Rect,
}

/// Rows above the table: the heading, the reports, a rule.
const ABOVE: u16 = 4;

/// The cells of the table.
pub(super) fn table_area(area: Rect) -> Rect {
    let above = ABOVE.min(area.height);
    Rect { y: area.y + above, height: area.height - above, ..area }
}

impl State {
    /// A sheet that waits for its reports.
    #[must_use]
    pub fn new(articles: Vec<ArticleRef>, left_out: usize) -> Self {
        Self {
            articles,
            left_out,
            awaited: None,
            gathered: None,
            cursor: 0,
            focused: 0,
            picked: Vec::new(),
            laid: FxHashMap::default(),
            laid_for: Columns::default(),
            columns: Columns::default(),
            drawn: Vec::new(),
            top: 0,
            area: Rect::default(),
        }
    }

    /// The app asked for the reports under this id.
    pub fn requested(&mut self, request: RequestId) {
        self.awaited = Some(request);
    }

    /// The request whose answer is waited for.
    #[must_use]
    pub fn awaited(&self) -> Option<RequestId> {
        self.awaited
    }

    /// The reports are there, read and compared.
    pub fn gathered(&mut self, gathered: Arc<Gathered>) {
        self.awaited = None;
        let mut gathered = Arc::unwrap_or_clone(gathered);
        by_speaker(&mut gathered.matrix.rows);
        self.gathered = Some(Arc::new(gathered));
    }

    /// The reports cannot be had; the status line says why.
    pub fn failed(&mut self) {
        self.awaited = None;
    }

    /// The rows of the sheet.
    pub(super) fn rows(&self) -> &[MatrixRow] {
        self.gathered.as_ref().map_or(&[], |gathered| &gathered.matrix.rows)
    }

    /// Lays out the rows that the screen shows, the cursor's among them.
    pub fn fit(&mut self, scene: &Scene<'_>) {
        let Some(gathered) = self.gathered.clone() else { return };
        self.area = scene.area;
        self.cursor = self.cursor.min(self.rows().len().saturating_sub(1));
        self.columns = Columns::of(scene.area.width, gathered.articles.len(), self.focused, self.columns.first);
        let height = usize::from(table_area(scene.area).height);
        let least = self.least_top(&gathered, height);
        self.top = self.top.clamp(least, self.cursor);
        self.drawn = self.laid_out(&gathered, height);
    }

    /// Lays out a row, or takes it as it was laid out for the same columns before.
    fn lines(&mut self, gathered: &Gathered, number: usize) -> Lines {
        let Some(row) = gathered.matrix.rows.get(number) else { return Lines::default() };
        if number == self.cursor {
            return Lines::of(gathered, row, self.columns, true);
        }
        if self.laid_for != self.columns {
            self.laid.clear();
            self.laid_for = self.columns;
        }
        self.laid.entry(number).or_insert_with(|| Lines::of(gathered, row, self.columns, false)).clone()
    }

    /// The first row that may stand at the top with all of the cursor's row on the screen.
    fn least_top(&mut self, gathered: &Gathered, height: usize) -> usize {
        let mut used = 0;
        let mut least = self.cursor;
        for number in (0..gathered.matrix.rows.len().min(self.cursor + 1)).rev() {
            let is_cursor = number == self.cursor;
            used += self.lines(gathered, number).height() + usize::from(!is_cursor);
            if used > height || number < self.top {
                break;
            }
            least = number;
        }
        least
    }

    /// The rows from the top one on, as many as the height takes.
    fn laid_out(&mut self, gathered: &Gathered, height: usize) -> Vec<(usize, Lines)> {
        let mut used = 0;
        let mut drawn = Vec::new();
        for number in self.top..gathered.matrix.rows.len() {
            if used >= height {
                break;
            }
            let lines = self.lines(gathered, number);
            used += lines.height() + 1;
            drawn.push((number, lines));
        }
        drawn
    }

    /// The row that is drawn on a line of the table.
    pub(super) fn row_at(&self, line: usize) -> Option<usize> {
        let mut end = 0;
        self.drawn.iter().find_map(|(number, lines)| {
            end += lines.height() + 1;
            (line < end).then_some(*number)
        })
    }

    /// How many rows a page is.
    pub(super) fn page(&self) -> usize {
        self.drawn.len().saturating_sub(1).max(1)
    }

    /// Where the reader is, for the status line.
    #[must_use]
    pub fn position(&self) -> String {
        let rows = self.rows().len();
        if rows == 0 { String::new() } else { format!("row {}/{rows}", self.cursor + 1) }
    }

    /// The report in the column that the keys are on.
    pub(in crate::tui) fn focused_article(&self) -> Option<&ArticleRef> {
        self.articles.get(self.focused)
    }

    /// The sheet as lines of text.
    #[must_use]
    pub fn outline(&self) -> Option<Outline> {
        let gathered = self.gathered.as_ref()?;
        let title = gathered.articles.first().and_then(|article| article.title()).unwrap_or("event");
        Some(Outline::titled(title, text::sheet(&gathered.articles, &gathered.comparisons, LAYOUT)))
    }

    /// The reports and what they have; none while they are being read.
    #[must_use]
    pub fn reports(&self) -> Option<&Gathered> {
        self.gathered.as_deref()
    }

    /// The likeliest keys now, for the footer.
    #[must_use]
    pub fn hints(&self) -> &'static [Action] {
        if self.picked.is_empty() {
            &[Action::Open, Action::Select, Action::NextDifference, Action::FocusRight, Action::Bookmark, Action::Back]
        } else {
            &[Action::Compare, Action::Select, Action::Cancel, Action::NextDifference]
        }
    }
}

/// Puts the quotations of a speaker behind the first one of them, and the figures that only one report gives behind all else.
fn by_speaker(rows: &mut [MatrixRow]) {
    let mut first: FxHashMap<String, usize> = FxHashMap::default();
    let places: Vec<usize> = rows
        .iter()
        .enumerate()
        .map(|(number, row)| match row.kind {
            MatrixKind::Quotation if !row.about.is_empty() => *first.entry(key(&row.about).replace('-', " ")).or_insert(number),
            _ => number,
        })
        .collect();
    let is_lone = |number: usize| rows.get(number).is_some_and(|row| row.kind == MatrixKind::Figure && row.told_by() == 1);
    let mut numbers: Vec<(bool, usize, usize)> =
        places.into_iter().zip(0..).map(|(place, number)| (is_lone(number), place, number)).collect();
    numbers.sort_unstable();
    let ordered: Vec<MatrixRow> = numbers.iter().filter_map(|&(.., number)| rows.get(number).cloned()).collect();
    rows.clone_from_slice(&ordered);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_quotations_of_a_speaker_stand_together() {
        let row = |kind, about: &str| MatrixRow {
            kind,
            about: about.to_owned(),
            hub: (0, 0),
            cells: Vec::new(),
            differs: false,
            compatible: false,
        };
        let mut rows = vec![
            row(MatrixKind::Quotation, "Holm"),
            row(MatrixKind::Figure, "toll"),
            row(MatrixKind::Quotation, "Marrow"),
            row(MatrixKind::Quotation, "holm"),
            row(MatrixKind::Quotation, ""),
            row(MatrixKind::Quotation, ""),
        ];
        by_speaker(&mut rows);
        let order: Vec<&str> = rows.iter().map(|row| row.about.as_str()).collect();
        assert_eq!(order, ["Holm", "holm", "toll", "Marrow", "", ""]);
    }
}
