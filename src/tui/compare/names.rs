//! The names tab: whom and what only one side mentions, then what both do; a line for each name.

use crate::compare::{NamePair, Pair, Relation, Side};
use crate::tui::theme::Role;

use super::Reports;
use super::block::{Block, Cell};

/// The blocks of the tab. `first` is the side in the first column, and the first whose own names are listed.
#[must_use]
pub fn blocks(reports: &Reports, first: Side) -> Vec<Block> {
    let mut order: Vec<(usize, &NamePair)> = reports.comparison.names.iter().enumerate().collect();
    order.sort_by_key(|(_, name)| group(name.pair, first));
    let mut before = None;
    let blocks = order.into_iter().map(|(number, name)| {
        let group = group(name.pair, first);
        let joined = before.replace(group) == Some(group);
        block(reports, number, name.pair, joined)
    });
    blocks.collect()
}

/// Those of the first side come first, then those of the second, then those of both.
fn group(pair: Pair<usize>, first: Side) -> u8 {
    match (pair.side(first).is_some(), pair.side(first.other()).is_some()) {
        (true, false) => 0,
        (false, _) => 1,
        (true, true) => 2,
    }
}

fn block(reports: &Reports, number: usize, pair: Pair<usize>, joined: bool) -> Block {
    let (mark, title) = match pair {
        Pair::Both(..) => (Relation::Same, "On both sides".to_owned()),
        Pair::Left(_) => (Relation::Only(Side::Left), format!("Only {} names", reports.source(Side::Left))),
        Pair::Right(_) => (Relation::Only(Side::Right), format!("Only {} names", reports.source(Side::Right))),
    };
    let cell = |side: Side| pair.side(side).map(|name| cell(reports, side, name)).unwrap_or_default();
    Block {
        mark: Some(mark),
        entries: number..number + 1,
        heading: (!joined).then(|| Cell::own(title, Role::Strong)),
        left: cell(Side::Left),
        right: cell(Side::Right),
        folded: false,
        joined,
    }
}

/// A name as its side writes it, with the number of mentions.
fn cell(reports: &Reports, side: Side, number: usize) -> Cell {
    let Some(name) = reports.claims(side).names.get(number) else { return Cell::default() };
    let cell = Cell::own(name.text.clone(), Role::Text);
    if name.mentions.len() > 1 { cell.and(&format!(" ×{}", name.mentions.len()), Role::Dim) } else { cell }
}
