//! What the rows of two reports become on the screen.

use proptest::prelude::*;

use super::super::fold::Folding;
use super::super::specimen::{conflict, differing, figure, reports, row};
use super::super::table::{Arrangement, Line, Measure, Table, Within};
use super::*;
use crate::compare::Pair;
use crate::text::width::width;

fn blocks_of(reports: &Reports, folding: Folding) -> Vec<Block> {
    let mut folds = Folds::default();
    folds.set(folding);
    blocks(reports, &Differences::of(reports), &folds, Side::Left)
}

fn words(reports: &Reports, block: &Block, side: Side) -> Vec<String> {
    let text = block.cell(side).text(reports.body(side));
    block.cell(side).pieces.iter().map(|piece| piece.of(text).to_owned()).collect()
}

#[test]
fn the_gutter_tells_the_kinds_apart() {
    let mut given = reports(&["One. Two. Three. Four. Five. Six."], &["One. Zwei. Drei. Vier. Fünf."], Vec::new());
    let moved = Row { moved: true, ..row(&[2], &[2]) };
    let weak = Row { certainty: Certainty::Weak, ..row(&[3], &[3]) };
    given.comparison.rows = vec![
        row(&[0], &[0]),
        differing(&given, row(&[1], &[1]), SegmentKind::Wording),
        moved,
        weak,
        differing(&given, row(&[4], &[4]), SegmentKind::Negation),
        row(&[5], &[]),
    ];
    let glyphs: Vec<&str> = blocks_of(&given, Folding::Nothing).iter().filter_map(|block| Some(block.mark?.glyph(Side::Left))).collect();
    assert_eq!(glyphs, ["=", "≈", "⇅", "?", "≠", "‹"]);
}

#[test]
fn a_moved_row_says_from_where() {
    let rows = vec![Row { moved: true, ..row(&[0], &[1]) }, row(&[1], &[])];
    let given = reports(&["One. Two."], &["Zero.", "Uno."], rows);
    let heading = blocks_of(&given, Folding::Nothing)[0].heading.clone().unwrap();
    assert_eq!(heading.text(""), "⇅ moved: paragraph 1 on the left, 2 on the right");
}

#[test]
fn one_sided_sentences_of_a_paragraph_flow_together() {
    let rows = vec![row(&[0], &[]), row(&[1], &[]), row(&[2], &[]), row(&[], &[0])];
    let given = reports(&["One. Two.", "Three."], &["Uno."], rows);
    let shown = blocks_of(&given, Folding::Nothing);
    let left: Vec<Vec<String>> = shown.iter().map(|block| words(&given, block, Side::Left)).collect();
    assert_eq!(left, [vec!["One. Two."], vec!["Three."], vec![]]);
    assert_eq!(words(&given, &shown[2], Side::Right), ["Uno."]);
}

#[test]
fn sentences_of_a_row_that_stand_apart_begin_lines() {
    let given = reports(&["One. Two. Three.", "Four."], &["Uno."], vec![row(&[0, 2, 3], &[0]), row(&[1], &[])]);
    assert_eq!(words(&given, &blocks_of(&given, Folding::Nothing)[0], Side::Left), ["One.", "Three.", "Four."]);
}

#[test]
fn long_one_sided_runs_fold_to_one_line() {
    let rows = vec![row(&[0], &[]), row(&[1], &[]), row(&[2], &[]), row(&[3], &[0]), row(&[], &[1]), row(&[], &[2])];
    let given = reports(&["One. Two. Three. Four."], &["Uno. Due. Tre."], rows);
    let shown = blocks_of(&given, Folding::Long);
    assert_eq!(words(&given, &shown[0], Side::Left), ["▸ 3 sentences only here"]);
    assert!(shown[0].folded && shown[0].entries == (0..3));
    assert_eq!(words(&given, &shown[2], Side::Right), ["Uno. Due. Tre.".split_once(' ').unwrap().1]);
}

#[test]
fn everything_undisputed_folds_together_around_the_differences() {
    let mut given = reports(&["One. Two. Three. Four."], &["Uno. Due. Tre."], Vec::new());
    let differs = differing(&given, row(&[1], &[1]), SegmentKind::Negation);
    given.comparison.rows = vec![row(&[0], &[0]), differs, row(&[2], &[]), row(&[3], &[2])];
    let shown = blocks_of(&given, Folding::Undisputed);
    let headings: Vec<Option<&str>> = shown.iter().map(|block| block.heading.as_ref().map(|cell| cell.text(""))).collect();
    assert_eq!(headings, [Some("▸ 1 passage told alike"), None, Some("▸ 1 passage told alike, 1 only on one side")]);
}

#[test]
fn halves_of_a_difference_that_stand_apart_point_at_each_other() {
    let mut given = reports(&["One. Twelve died."], &["Uno.", "Five died."], vec![row(&[0], &[0]), row(&[1], &[]), row(&[], &[1])]);
    for (side, words) in [(Side::Left, "Twelve"), (Side::Right, "Five")] {
        let claimed = figure(&given, side, words);
        let claims = if side == Side::Left { &mut given.comparison.left } else { &mut given.comparison.right };
        claims.figures.push(claimed);
    }
    given.comparison.figures = vec![conflict(0, 0)];
    let shown = blocks_of(&given, Folding::Nothing);
    assert_eq!(words(&given, &shown[1], Side::Right), ["≠ in paragraph 2 on the right: Five"]);
    assert_eq!(words(&given, &shown[2], Side::Left), ["≠ in paragraph 1 on the left: Twelve"]);
    assert!(shown[1..].iter().all(|block| block.mark == Some(Relation::Differs)));
    assert_eq!(shown[1].left.roles.len(), 1);
}

#[test]
fn a_figure_that_only_one_passage_gives_is_no_difference() {
    let mut given = reports(&["Twelve died."], &["People died."], vec![row(&[0], &[0])]);
    given.comparison.rows = vec![differing(&given, row(&[0], &[0]), SegmentKind::Figure)];
    assert_eq!(blocks_of(&given, Folding::Nothing)[0].mark, Some(Relation::Reworded));
    assert_eq!(blocks_of(&given, Folding::Nothing)[0].left.roles[0].1, Role::Figure);
}

/// Rows that show so many sentences of each side once: one-sided, one to one, or two to one.
fn any_rows() -> impl Strategy<Value = Vec<Row>> {
    prop::collection::vec((0_u8..4, any::<bool>(), any::<bool>()), 1..25).prop_map(|kinds| {
        let (mut left, mut right) = (0, 0);
        let mut take = |lefts: usize, rights: usize| {
            let taken = row(&(left..left + lefts).collect::<Vec<_>>(), &(right..right + rights).collect::<Vec<_>>());
            left += lefts;
            right += rights;
            taken
        };
        let rows = kinds.into_iter().map(|(kind, moved, weak)| {
            let taken = match kind {
                0 => take(1, 0),
                1 => take(0, 1),
                2 => take(1, 1),
                _ => take(2, 1),
            };
            let moved = moved && taken.kind() == RowKind::Aligned;
            Row { moved, certainty: if weak { Certainty::Weak } else { Certainty::Firm }, ..taken }
        });
        rows.collect()
    })
}

/// Articles with as many sentences as the rows ask for, two in each paragraph.
fn any_reports() -> impl Strategy<Value = Reports> {
    (any_rows(), 0_usize..9).prop_map(|(rows, words)| {
        let body = |side: Side| {
            let count: usize = rows.iter().map(|row| row.side(side).len()).sum();
            let sentence = |number: usize| format!("Sentence {number}{}.", " wider-than 北京 it seems".repeat((number * 7 + words) % 4));
            let sentences: Vec<String> = (0..count).map(sentence).collect();
            sentences.chunks(2).map(|pair| pair.join(" ")).collect::<Vec<_>>()
        };
        let (left, right) = (body(Side::Left), body(Side::Right));
        reports(&slices(&left), &slices(&right), rows)
    })
}

fn slices(texts: &[String]) -> Vec<&str> {
    texts.iter().map(String::as_str).collect()
}

fn any_folding() -> impl Strategy<Value = Folding> {
    prop::sample::select(vec![Folding::Long, Folding::Agreeing, Folding::Undisputed, Folding::Nothing])
}

proptest! {
    #[test]
    fn every_sentence_is_shown_once_or_folded_once(given in any_reports(), folding in any_folding()) {
        for side in Side::BOTH {
            let mut seen = Vec::new();
            for block in blocks_of(&given, folding) {
                if block.folded {
                    seen.extend(block.entries.clone().flat_map(|row| given.comparison.rows[row].side(side).to_vec()));
                } else {
                    let shown = given.article(side).body.sentences().iter().enumerate();
                    let covered = shown.filter(|(_, sentence)| block.cell(side).pieces.iter().any(|piece| piece.covers(sentence.span)));
                    seen.extend(covered.map(|(number, _)| number));
                }
            }
            prop_assert_eq!(seen, (0..given.article(side).body.sentences().len()).collect::<Vec<_>>());
        }
    }

    #[test]
    fn no_line_is_wider_than_its_column(given in any_reports(), folding in any_folding(), columns in 2_usize..60, stacked in any::<bool>()) {
        let arrangement = if stacked { Arrangement::Stacked(Side::Left) } else { Arrangement::SideBySide };
        let measure = Measure { arrangement, columns, heading: columns };
        let table = Table::lay_out(blocks_of(&given, folding), &given, measure);
        for (_, block, line) in (0..table.height()).filter_map(|line| table.line(line)) {
            let spans = match line {
                Line::Space => Vec::new(),
                Line::Heading(span) => vec![span.of(block.heading.as_ref().unwrap().text(""))],
                Line::Words(pair) => {
                    prop_assert!(!(stacked && matches!(pair, Pair::Both(..))));
                    let of = |side| pair.side(side).map(|span: Span| span.of(block.cell(side).text(given.body(side))));
                    [of(Side::Left), of(Side::Right)].into_iter().flatten().collect()
                }
            };
            prop_assert!(spans.iter().all(|words| width(words) <= columns && !words.is_empty()), "{spans:?}");
        }
    }

    #[test]
    fn words_are_found_again_after_a_resize(given in any_reports(), narrow in 8_usize..30, wide in 30_usize..70, line in 0_usize..40) {
        let lay_out = |columns| {
            let measure = Measure { arrangement: Arrangement::SideBySide, columns, heading: 2 * columns };
            Table::lay_out(blocks_of(&given, Folding::Long), &given, measure)
        };
        let (before, after) = (lay_out(narrow), lay_out(wide));
        let place = before.place(line.min(before.height() - 1)).unwrap();
        let found = after.place(after.line_of(place).unwrap()).unwrap();
        prop_assert_eq!(found.entry, place.entry);
        match (place.within, found.within) {
            (Within::Words(side, byte), Within::Words(found_side, start)) => prop_assert!(found_side != side || start <= byte),
            (within, found) => prop_assert_eq!(within, found),
        }
    }
}
