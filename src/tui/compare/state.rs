//! What the compare screen remembers.

use std::collections::BTreeSet;

use ratatui::layout::Rect;

use crate::article::Article;
use crate::compare::{Comparison, Side};
use crate::library::{Anchor, Anchored};
use crate::tui::action::Action;
use crate::tui::effect::{ArticleRef, RequestId};
use crate::tui::scene::Scene;

use super::Reports;
use super::block::{Block, Mark};
use super::choices::{Choices, Layout, Tab};
use super::differences::{Differences, RowOfSentence, Stepping, figure_spans, quotation_spans};
use super::fold::{Folding, Folds};
use super::geometry::Geometry;
use super::kept::KeptPassages;
use super::table::{Place, Table};
use super::viewport::Viewport;
use super::{figures, names, quotes, rows};

/// The compare screen.
#[derive(Debug, Clone, PartialEq)]
pub struct State {
    /// The left article.
    pub left: ArticleRef,
    /// The right article.
    pub right: ArticleRef,
    /// The request whose answer is waited for.
    awaited: Option<RequestId>,
    /// The passages to go to once there is something to show.
    at: Option<Box<(Anchor, Anchor)>>,
    /// The cells of the terminal.
    area: Rect,
    pub(super) shown: Option<Box<Shown>>,
}

impl State {
    /// A screen that waits for its comparison; `at` are the passages to go to, left and right.
    #[must_use]
    pub fn new(left: ArticleRef, right: ArticleRef, at: Option<Box<(Anchor, Anchor)>>) -> Self {
        Self { left, right, awaited: None, at, area: Rect::default(), shown: None }
    }

    /// The app asked for the comparison under this id.
    pub fn requested(&mut self, request: RequestId) {
        self.awaited = Some(request);
    }

    /// The request whose answer is waited for.
    #[must_use]
    pub fn awaited(&self) -> Option<RequestId> {
        self.awaited
    }

    /// The comparison that was waited for is there; it is shown as the one before was.
    pub fn compared(&mut self, left: Box<Article>, right: Box<Article>, comparison: Box<Comparison>) {
        self.awaited = None;
        let choices = self.shown.as_ref().map(|shown| shown.choices).unwrap_or_default();
        let mut shown = Shown::new(Reports::new(left, right, comparison), choices, self.area);
        if let Some(passages) = self.at.take() {
            shown.go_to_passages(&passages);
        }
        self.shown = Some(Box::new(shown));
    }

    /// The comparison cannot be made; the status line says why.
    pub fn failed(&mut self) {
        self.awaited = None;
    }

    /// Lays everything out for the screen where its size is another one: the same words stay at the top. Finds the kept passages.
    pub fn fit(&mut self, scene: &Scene<'_>) {
        self.area = scene.area;
        let Some(shown) = &mut self.shown else { return };
        if shown.kept.refresh(&shown.reports, scene.catalogue) {
            shown.find_stops();
        }
        if shown.area != scene.area {
            shown.area = scene.area;
            shown.lay_out();
        }
    }

    /// Where the reader is, for the status line: `difference 3/17`.
    #[must_use]
    pub fn position(&self) -> String {
        self.shown.as_ref().map_or_else(String::new, |shown| shown.position())
    }

    /// The likeliest keys now, for the footer.
    #[must_use]
    pub fn hints(&self) -> &'static [Action] {
        &[Action::NextDifference, Action::NextTab, Action::ExchangeSides, Action::ToggleLayout, Action::Why, Action::Bookmark]
    }
}

/// What there is to show once it is compared.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Shown {
    pub(super) reports: Reports,
    pub(super) choices: Choices,
    pub(super) folds: Folds,
    pub(super) viewport: Viewport,
    pub(super) differences: Differences,
    pub(super) kept: KeptPassages,
    /// The blocks of this tab that are stepped through.
    stops: Vec<usize>,
    /// Where the reader was on each tab: what stood at the top, and the entry the reader was on.
    left_at: [(Option<Place>, Option<usize>); Tab::ALL.len()],
    area: Rect,
}

impl Shown {
    fn new(reports: Reports, choices: Choices, area: Rect) -> Self {
        let mut shown = Self {
            differences: Differences::of(&reports),
            reports,
            kept: KeptPassages::default(),
            choices,
            folds: Folds::default(),
            viewport: Viewport::default(),
            stops: Vec::new(),
            left_at: Default::default(),
            area,
        };
        if choices.layout == Layout::Differences {
            shown.folds.set(Folding::Undisputed);
        }
        shown.lay_out();
        shown
    }

    /// Where everything stands.
    pub(super) fn geometry(&self) -> Geometry {
        Geometry::of(self.area, &self.reports, self.choices)
    }

    /// Lays the tab out anew: the same words stay at the top, the reader stays on the same entry.
    pub(super) fn lay_out(&mut self) {
        self.lay_out_at(self.viewport.place(), self.viewport.entry());
    }

    fn lay_out_at(&mut self, place: Option<Place>, entry: Option<usize>) {
        let geometry = self.geometry();
        let table = Table::lay_out(self.blocks(), &self.reports, geometry.measure);
        self.viewport.show(table, usize::from(geometry.body.height), place, entry);
        self.find_stops();
    }

    fn blocks(&self) -> Vec<Block> {
        match self.choices.tab {
            Tab::Passages => rows::blocks(&self.reports, &self.differences, &self.folds, self.choices.first),
            Tab::Quotes => quotes::blocks(&self.reports, self.choices.first),
            Tab::Figures => figures::blocks(&self.reports, self.choices.first),
            Tab::Names => names::blocks(&self.reports),
        }
    }

    /// Notes which blocks `n` and `N` stop at.
    fn find_stops(&mut self) {
        let rows: BTreeSet<usize> = self.differences.stops(self.choices.stepping).collect();
        let is_stop = |block: &Block| match (self.choices.tab, self.choices.stepping) {
            (Tab::Passages, Stepping::Bookmarks) => Side::BOTH.into_iter().any(|side| self.kept.holds_any_of(side, block.cell(side))),
            (Tab::Passages, _) => rows.range(block.entries.clone()).next().is_some(),
            (Tab::Quotes | Tab::Figures | Tab::Names, _) => block.mark == Some(Mark::Differs),
        };
        let blocks = self.viewport.table().blocks().iter().enumerate();
        self.stops = blocks.filter(|(_, block)| is_stop(block)).map(|(number, _)| number).collect();
    }

    /// Shows another tab where the reader left it.
    pub(super) fn show_tab(&mut self, tab: Tab) {
        if let Some(left) = self.left_at.get_mut(self.choices.tab as usize) {
            *left = (self.viewport.place(), self.viewport.entry());
        }
        self.choices.tab = tab;
        let (place, entry) = self.left_at.get(tab as usize).copied().unwrap_or_default();
        self.lay_out_at(place, entry);
    }

    /// Shows the sides in another way.
    pub(super) fn show_layout(&mut self, layout: Layout) {
        let was = std::mem::replace(&mut self.choices.layout, layout);
        if layout == Layout::Differences {
            self.folds.set(Folding::Undisputed);
        } else if was == Layout::Differences {
            self.folds.set(Folding::Long);
        }
        self.lay_out();
    }

    /// Steps through something else from now on.
    pub(super) fn step_through(&mut self, stepping: Stepping) {
        self.choices.stepping = stepping;
        self.find_stops();
    }

    /// Goes to the next or previous difference, round and round; whether there is any.
    pub(super) fn step(&mut self, back: bool) -> bool {
        let current = self.viewport.current();
        let next = if back {
            self.stops.iter().rev().find(|&&block| block < current).or(self.stops.last())
        } else {
            self.stops.iter().find(|&&block| block > current).or(self.stops.first())
        };
        let Some(entry) = next.and_then(|&block| self.viewport.table().blocks().get(block)).map(|block| block.entries.start) else {
            return false;
        };
        self.viewport.go_to(entry);
        true
    }

    /// `difference 3/17`, or how many there are while the reader is on none.
    fn position(&self) -> String {
        let total = self.stops.len();
        let noun = match self.choices.tab {
            Tab::Passages => self.choices.stepping.noun(),
            Tab::Quotes => Stepping::Quotations.noun(),
            Tab::Figures => Stepping::Figures.noun(),
            Tab::Names => return String::new(),
        };
        match self.stops.binary_search(&self.viewport.current()).ok() {
            Some(number) => format!("{noun} {}/{total}", number + 1),
            None => format!("{noun} –/{total}"),
        }
    }

    /// The block the reader is on.
    pub(super) fn current(&self) -> Option<&Block> {
        self.viewport.table().blocks().get(self.viewport.current())
    }

    /// The row of the passages tab that shows the claim of the current block.
    pub(super) fn row_of_claim(&self) -> Option<usize> {
        let entry = self.viewport.entry()?;
        let spans = match self.choices.tab {
            Tab::Quotes => quotation_spans(&self.reports, self.reports.comparison.quotations.get(entry)?.pair),
            Tab::Figures => figure_spans(&self.reports, self.reports.comparison.figures.get(entry)?.pair),
            Tab::Passages | Tab::Names => return None,
        };
        let rows = RowOfSentence::new(&self.reports);
        Side::BOTH.into_iter().zip(spans).find_map(|(side, span)| rows.at(&self.reports, side, span?))
    }

    /// Shows the row of the passages tab, opened where it is folded.
    pub(super) fn go_to_row(&mut self, row: usize) {
        self.show_tab(Tab::Passages);
        if self.viewport.table().block_of(row).and_then(|block| self.viewport.table().blocks().get(block)).is_some_and(|block| block.folded)
        {
            self.folds.toggle(&self.reports.comparison.rows, &self.differences.marks, row);
            self.lay_out();
        }
        self.viewport.go_to(row);
    }

    /// Goes to the row of kept passages, the left one first.
    fn go_to_passages(&mut self, passages: &(Anchor, Anchor)) {
        let rows = RowOfSentence::new(&self.reports);
        let row = |side: Side, anchor: &Anchor| match anchor.find(&self.reports.article(side).body) {
            Anchored::Intact(span) | Anchored::Moved(span) => rows.at(&self.reports, side, span),
            Anchored::Orphan => None,
        };
        if let Some(row) = row(Side::Left, &passages.0).or_else(|| row(Side::Right, &passages.1)) {
            self.go_to_row(row);
        }
    }
}
