//! Passages told in another order: lined up with their counterparts, or each put back to where its report tells it.

use crate::compare::{Relation, RowKind, Side};
use crate::text::Span;
use crate::tui::theme::Role;

use super::Reports;
use super::block::{Block, Cell};

/// Takes the right report's words out of the blocks of moved rows and puts them where that report tells them; the rows of a comparison
/// stand in the left report's order. Folded blocks stay as they are.
pub(super) fn put_back(mut blocks: Vec<Block>, reports: &Reports, first: Side) -> Vec<Block> {
    let mut parted: Vec<(usize, usize, Block)> = Vec::new();
    for at in 0..blocks.len() {
        let Some(sentence) = blocks.get(at).and_then(|block| moved_sentence(block, reports)) else { continue };
        let place = place_of(&blocks, reports, sentence);
        if let Some(block) = blocks.get_mut(at) {
            parted.push((place, sentence, part(block, reports, first)));
        }
    }
    parted.sort_by_key(|(place, sentence, _)| (*place, *sentence));
    let mut parted = parted.into_iter().peekable();
    let mut all = Vec::with_capacity(blocks.len() + parted.len());
    for (at, block) in blocks.into_iter().enumerate() {
        while let Some((_, _, own)) = parted.next_if(|(place, ..)| *place <= at) {
            all.push(own);
        }
        all.push(block);
    }
    all.extend(parted.map(|(_, _, own)| own));
    all
}

/// The first sentence of the right report in a block that shows one moved row.
fn moved_sentence(block: &Block, reports: &Reports) -> Option<usize> {
    let row = reports.comparison.rows.get(block.entries.start).filter(|row| row.moved && row.kind() == RowKind::Aligned)?;
    if block.folded { None } else { row.side(Side::Right).first().copied() }
}

/// The number of the block before which a sentence of the right report stands in its own order: behind the last one that has an earlier
/// sentence in place.
fn place_of(blocks: &[Block], reports: &Reports, sentence: usize) -> usize {
    let in_place = |block: &Block| {
        let rows = reports.comparison.rows.get(block.entries.clone()).unwrap_or_default();
        rows.iter().filter(|row| !row.moved).flat_map(|row| row.side(Side::Right)).any(|own| *own < sentence)
    };
    blocks.iter().rposition(in_place).map_or(0, |at| at + 1)
}

/// Takes the right words out of a block; gives the block that they make alone.
fn part(block: &mut Block, reports: &Reports, first: Side) -> Block {
    let where_told = |side: Side, cell: &Cell| {
        let paragraph = cell.pieces.first().and_then(|piece: &Span| reports.article(side).body.paragraph_at(piece.start));
        let column = if side == first { "left" } else { "right" };
        Cell::own(format!("⇅ in paragraph {} on the {column}", paragraph.map_or(0, |number| number + 1)), Role::Dim)
    };
    let (left_told, right_told) = (where_told(Side::Left, &block.left), where_told(Side::Right, &block.right));
    let right = std::mem::replace(&mut block.right, right_told);
    block.heading = None;
    Block {
        mark: Some(Relation::Moved),
        left: left_told,
        right,
        heading: None,
        joined: false,
        folded: false,
        entries: block.entries.clone(),
    }
}

#[cfg(test)]
mod tests {
    use super::super::differences::Differences;
    use super::super::fold::{Folding, Folds};
    use super::super::rows;
    use super::super::specimen::{reports, row};
    use super::*;
    use crate::compare::Row;

    #[test]
    fn a_moved_passage_goes_back_to_its_place_in_its_report() {
        let moved = |row: Row| Row { moved: true, ..row };
        let left = ["One is here.", "Two is here.", "Three is here."];
        let right = ["Two is there.", "Three is there.", "One is there."];
        let rows = vec![moved(row(&[0], &[2])), row(&[1], &[0]), row(&[2], &[1])];
        let reports = reports(&left, &right, rows);
        let mut folds = Folds::default();
        folds.set(Folding::Nothing);
        let blocks = rows::blocks(&reports, &Differences::of(&reports), &folds, Side::Left);
        let shown = |blocks: &[Block], side: Side| -> Vec<String> {
            let cell = |block: &Block| {
                let cell = block.cell(side);
                cell.pieces.iter().map(|piece| piece.of(cell.text(reports.body(side)))).collect::<Vec<_>>().join(" ")
            };
            blocks.iter().map(cell).collect()
        };
        assert_eq!(shown(&blocks, Side::Right), ["One is there.", "Two is there.", "Three is there."]);
        let apart = put_back(blocks, &reports, Side::Left);
        assert_eq!(shown(&apart, Side::Left), ["One is here.", "Two is here.", "Three is here.", "⇅ in paragraph 1 on the left"]);
        assert_eq!(shown(&apart, Side::Right), ["⇅ in paragraph 3 on the right", "Two is there.", "Three is there.", "One is there."]);
    }
}
