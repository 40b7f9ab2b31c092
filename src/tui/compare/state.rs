//! What the compare screen remembers.

use ratatui::layout::Rect;

use crate::article::ArticleId;
use crate::compare::Side;
use crate::export::text;
use crate::library::Anchor;
use crate::text::Span;
use crate::tui::action::Action;
use crate::tui::effect::{ArticleRef, RequestId};
use crate::tui::find::Searched;
use crate::tui::outline::{LAYOUT, Outline};
use crate::tui::scene::Scene;

use super::Reports;
use super::block::Block;
use super::choices::{Choices, Layout, Tab};
use super::differences::{Differences, Stepping};
use super::fold::{Folding, Folds};
use super::geometry::Geometry;
use super::kept::KeptPassages;
use super::stops::Stops;
use super::table::{Place, Table};
use super::viewport::Viewport;
use super::{figures, moved, names, quotes, rows};

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
    /// The words to stay with when it is compared anew.
    stay: Vec<(Side, Anchor)>,
    /// The cells of the terminal.
    area: Rect,
    pub(super) shown: Option<Box<Shown>>,
}

impl State {
    /// A screen that waits for its comparison; `at` are the passages to go to, left and right.
    #[must_use]
    pub fn new(left: ArticleRef, right: ArticleRef, at: Option<Box<(Anchor, Anchor)>>) -> Self {
        Self { left, right, awaited: None, at, stay: Vec::new(), area: Rect::default(), shown: None }
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

    /// Whether these two are what is compared.
    #[must_use]
    pub fn is_of(&self, articles: &[ArticleId; 2]) -> bool {
        let own = [self.left.id(), self.right.id()];
        articles.iter().all(|id| own.contains(&id)) && own.into_iter().all(|id| articles.contains(id))
    }

    /// The app asked for the comparison anew, of which something was decided: the reader stays with the same words.
    pub fn requested_anew(&mut self, request: RequestId) {
        self.awaited = Some(request);
        self.stay = self.shown.as_ref().map(|shown| shown.anchors()).unwrap_or_default();
    }

    /// The comparison that was waited for is there; it is shown as the one before was.
    pub fn compared(&mut self, reports: Reports) {
        self.awaited = None;
        let stay = std::mem::take(&mut self.stay);
        let mut choices = self.shown.as_ref().map(|shown| shown.choices).unwrap_or_default();
        if choices.stepping == Stepping::Matches {
            choices.stepping = Stepping::default();
        }
        let mut shown = Shown::new(reports, choices, self.area);
        shown.go_to_anchors(&stay);
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

    /// The report on the active side.
    pub(in crate::tui) fn active(&self) -> &ArticleRef {
        match self.shown.as_ref().map_or(Side::Left, |shown| shown.choices.pane) {
            Side::Left => &self.left,
            Side::Right => &self.right,
        }
    }

    /// The comparison as lines of text.
    #[must_use]
    pub fn outline(&self) -> Option<Outline> {
        let reports = &self.shown.as_ref()?.reports;
        let text = text::comparison(&reports.left, &reports.right, &reports.comparison, LAYOUT);
        Some(Outline::titled(&format!("{} {}", reports.source(Side::Left), reports.source(Side::Right)), text))
    }

    /// What is compared; none while that is being found out.
    #[must_use]
    pub fn reports(&self) -> Option<&Reports> {
        self.shown.as_ref().map(|shown| &shown.reports)
    }

    /// The likeliest keys now, for the footer.
    #[must_use]
    pub fn hints(&self) -> &'static [Action] {
        match &self.shown {
            Some(shown) if shown.marked.is_some() => &[Action::Pin, Action::Cancel],
            Some(shown) if shown.came_from.is_some() => &[Action::Cancel, Action::Open, Action::Why, Action::Bookmark],
            Some(shown) if shown.stops.blocks().next().is_none() => {
                &[Action::Open, Action::NextTab, Action::ExchangeSides, Action::ToggleLayout, Action::Why, Action::Bookmark]
            }
            _ => &[Action::NextDifference, Action::NextTab, Action::Open, Action::ExchangeSides, Action::ToggleLayout, Action::Why],
        }
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
    /// What is stepped through on this tab.
    pub(super) stops: Stops,
    /// Where the reader was on each tab: what stood at the top, and the entry the reader was on.
    left_at: [(Option<Place>, Option<usize>); Tab::ALL.len()],
    pub(super) area: Rect,
    /// Where the words stand that were looked for, on each side.
    pub(super) found: [Vec<Span>; 2],
    pub(super) searched: [Searched; 2],
    /// The tab from which the reader went to a row of the passages, to come back to.
    pub(super) came_from: Option<Tab>,
    /// The passage that waits for its counterpart.
    pub(super) marked: Option<(Side, Span)>,
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
            stops: Stops::default(),
            left_at: Default::default(),
            area,
            found: Default::default(),
            searched: Default::default(),
            came_from: None,
            marked: None,
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
            Tab::Passages => {
                let blocks = rows::blocks(&self.reports, &self.differences, &self.folds, self.choices.first);
                if self.choices.lined_up { blocks } else { moved::put_back(blocks, &self.reports, self.choices.first) }
            }
            Tab::Quotes => quotes::blocks(&self.reports, self.choices.first),
            Tab::Figures => figures::blocks(&self.reports, self.choices.first),
            Tab::Names => names::blocks(&self.reports, self.choices.first),
        }
    }

    /// Shows another tab where the reader left it.
    pub(super) fn show_tab(&mut self, tab: Tab) {
        if let Some(left) = self.left_at.get_mut(self.choices.tab as usize) {
            *left = (self.viewport.place(), self.viewport.entry());
        }
        self.choices.tab = tab;
        self.came_from = None;
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

    /// The block the reader is on.
    pub(super) fn current(&self) -> Option<&Block> {
        self.viewport.table().blocks().get(self.viewport.current())
    }

    /// Shows the row of the passages tab, opened where it is folded.
    pub(super) fn go_to_row(&mut self, row: usize) {
        self.show_tab(Tab::Passages);
        if self.viewport.table().block_of(row).and_then(|block| self.viewport.table().blocks().get(block)).is_some_and(|block| block.folded)
        {
            self.folds.toggle(&self.reports.comparison.rows, &self.differences.relations, row);
            self.lay_out();
        }
        self.viewport.go_to(row);
    }

    /// Goes to the row of kept passages, the left one first.
    fn go_to_passages(&mut self, passages: &(Anchor, Anchor)) {
        self.go_to_anchors(&[(Side::Left, passages.0.clone()), (Side::Right, passages.1.clone())]);
    }

    /// Goes to the row of the first of these passages that is found.
    fn go_to_anchors(&mut self, anchors: &[(Side, Anchor)]) {
        let places = self.reports.places();
        let row = |(side, anchor): &(Side, Anchor)| places.row(*side, anchor.find(&self.reports.article(*side).body).span()?);
        if let Some(row) = anchors.iter().find_map(row) {
            self.go_to_row(row);
        }
    }

    /// The words of a side in the current block.
    pub(super) fn passage(&self, side: Side) -> Option<Span> {
        let cell = self.current()?.cell(side);
        if cell.own.is_some() { None } else { cell.pieces.iter().copied().reduce(Span::hull) }
    }

    /// The words of a side in the current block, in as many stretches as what the row does not show parts them into.
    pub(super) fn stretches(&self, side: Side) -> Vec<Span> {
        let Some(cell) = self.current().map(|block| block.cell(side)).filter(|cell| cell.own.is_none()) else { return Vec::new() };
        let text = self.reports.body(side);
        let mut stretches: Vec<Span> = Vec::new();
        for &piece in &cell.pieces {
            match stretches.last_mut() {
                Some(last) if Span::new(last.end, piece.start).of(text).trim().is_empty() => *last = last.hull(piece),
                _ => stretches.push(piece),
            }
        }
        stretches
    }

    /// The words of a side in the current block as they are copied: `[…]` stands for what the row does not show.
    pub(super) fn words(&self, side: Side) -> Option<String> {
        let cell = self.current()?.cell(side);
        let pieces = if cell.own.is_some() { &[] } else { cell.pieces.as_slice() };
        let text = self.reports.body(side);
        let words = (0..pieces.len()).map(|at| {
            let left_out = at.checked_sub(1).map(|before| Span::new(pieces[before].end, pieces[at].start.max(pieces[before].end)).of(text));
            let gap = left_out.map_or("", |words| if words.trim().is_empty() { words } else { " […] " });
            format!("{gap}{}", pieces[at].of(text))
        });
        (!pieces.is_empty()).then(|| words.collect())
    }

    /// The words of both sides in the current block.
    fn anchors(&self) -> Vec<(Side, Anchor)> {
        let anchor = |side: Side| Some((side, Anchor::of(&self.reports.article(side).body, self.passage(side)?)));
        Side::BOTH.into_iter().filter_map(anchor).collect()
    }
}
