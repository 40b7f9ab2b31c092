//! The names tab: whom and what only one side mentions, then what both do.

use crate::compare::{NamePair, Pair, Relation, Side};
use crate::extract::Name;
use crate::tui::theme::Role;

use super::Reports;
use super::block::{Block, Cell};

/// The blocks of the tab: the names on one side only face each other as lists, not as pairs.
#[must_use]
pub fn blocks(reports: &Reports) -> Vec<Block> {
    let (shared, alone): (Vec<&NamePair>, Vec<&NamePair>) =
        reports.comparison.names.iter().partition(|name| matches!(name.pair, Pair::Both(..)));
    let groups = [("Only on this side", None, alone), ("On both sides", Some(Relation::Same), shared)];
    let mut blocks = Vec::new();
    for (number, (title, mark, names)) in groups.into_iter().enumerate().filter(|(_, (.., names))| !names.is_empty()) {
        let cell = |side| list(reports, side, title, &names);
        blocks.push(Block {
            mark,
            entries: number..number + 1,
            heading: None,
            left: cell(Side::Left),
            right: cell(Side::Right),
            folded: false,
            joined: false,
        });
    }
    blocks
}

/// One line for each name of a side, as that side writes it, with the number of mentions.
fn list(reports: &Reports, side: Side, title: &str, names: &[&NamePair]) -> Cell {
    let known = &reports.claims(side).names;
    let mut cell = Cell::own(title.to_owned(), Role::Strong);
    let listed: Vec<&Name> = names.iter().filter_map(|name| known.get(name.pair.side(side)?)).collect();
    if listed.is_empty() {
        return cell.and("\nnobody and nothing", Role::Dim);
    }
    for name in listed {
        cell = cell.and(&format!("\n{}", name.text), Role::Text);
        if name.mentions.len() > 1 {
            cell = cell.and(&format!(" ×{}", name.mentions.len()), Role::Dim);
        }
    }
    cell
}
