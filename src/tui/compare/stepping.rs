//! Stepping: what `n` and `N` lead to on each tab, and finding words in both reports.

use std::collections::BTreeSet;

use crate::compare::{Relation, Side};

use super::block::Block;
use super::choices::Tab;
use super::differences::{Stepping, names_differ};
use super::state::Shown;
use super::stops::Stops;

/// Below this width the status line has room for numbers only.
const NARROW: u16 = 50;

impl Shown {
    /// Notes which blocks `n` and `N` stop at.
    pub(super) fn find_stops(&mut self) {
        let blocks = self.viewport.table().blocks();
        let stepping = self.choices.stepping;
        self.stops = match (self.choices.tab, self.stepped_rows()) {
            (Tab::Passages, Some(rows)) => stops_at(blocks, |block| rows.range(block.entries.clone()).next().is_some()),
            (Tab::Passages, None) => {
                let numbers = blocks.iter().map(|block| self.differences.numbers(stepping, &block.entries));
                Stops::at_numbers(numbers, self.differences.total(stepping))
            }
            (Tab::Quotes | Tab::Figures | Tab::Names, _) => stops_at(blocks, |block| block.mark == Some(Relation::Differs)),
        };
    }

    /// The rows to stop at, where what is stepped through is no difference: each is one thing.
    fn stepped_rows(&self) -> Option<BTreeSet<usize>> {
        let spans = match self.choices.stepping {
            Stepping::Differences | Stepping::Figures | Stepping::Quotations => return None,
            Stepping::Names => {
                let rows = self.reports.comparison.rows.iter().enumerate();
                return Some(rows.filter(|(_, row)| names_differ(row)).map(|(number, _)| number).collect());
            }
            Stepping::Bookmarks => Side::BOTH.map(|side| self.kept.of(side)),
            Stepping::Matches => Side::BOTH.map(|side| self.found[side as usize].as_slice()),
        };
        let places = self.reports.places();
        let places = &places;
        let rows = Side::BOTH.into_iter().zip(spans).flat_map(|(side, spans)| spans.iter().filter_map(move |&span| places.row(side, span)));
        Some(rows.collect())
    }

    /// Steps through something else from now on.
    pub(super) fn step_through(&mut self, stepping: Stepping) {
        self.choices.stepping = stepping;
        if stepping != Stepping::Matches {
            self.found = Default::default();
        }
        self.find_stops();
    }

    /// Looks for words in both reports; no words end the search.
    pub(super) fn find(&mut self, query: &str) {
        let (reports, searched) = (&self.reports, &mut self.searched);
        self.found = Side::BOTH.map(|side| searched[side as usize].find(reports.body(side), query));
        self.step_through(if query.is_empty() { Stepping::default() } else { Stepping::Matches });
    }

    /// Goes to the next or previous stop, round and round, and opens the fold it lies in; whether there is any.
    pub(super) fn step(&mut self, back: bool) -> bool {
        let next = self.stops.next(self.viewport.current(), back);
        let Some(block) = next.and_then(|block| self.viewport.table().blocks().get(block)) else { return false };
        let (folded, entries) = (block.folded, block.entries.clone());
        let row = self.stepped_rows().and_then(|rows| rows.range(entries.clone()).next().copied());
        match row.filter(|_| folded) {
            Some(row) => self.go_to_row(row),
            None => self.viewport.go_to(entries.start),
        }
        true
    }

    /// `difference 3/17`, or how many there are while the reader is on none; and what lasts until a key ends it.
    pub(super) fn position(&self) -> String {
        let stop = Some(self.stop()).filter(|stop| !stop.is_empty());
        let apart = (!self.choices.locked).then(|| "scroll lock off".to_owned());
        let marked = self.marked.map(|_| "one passage marked".to_owned());
        [marked, apart, stop].into_iter().flatten().collect::<Vec<_>>().join(" · ")
    }

    fn stop(&self) -> String {
        let noun = match self.choices.tab {
            Tab::Passages => self.choices.stepping.noun(),
            Tab::Quotes => Stepping::Quotations.noun(),
            Tab::Figures => Stepping::Figures.noun(),
            Tab::Names => return String::new(),
        };
        self.stops.position(self.viewport.current(), noun, self.area.width < NARROW)
    }
}

fn stops_at(blocks: &[Block], is_stop: impl Fn(&Block) -> bool) -> Stops {
    Stops::at_blocks(blocks.iter().enumerate().filter(|(_, block)| is_stop(block)).map(|(number, _)| number))
}
