//! The passages tab: every sentence of both articles once, in rows or behind a fold.

use std::ops::Range;

use crate::compare::{Certainty, Relation, Row, RowKind, Segment, SegmentKind, Side, Subject};
use crate::text::Span;
use crate::text::counted::counted;
use crate::tui::theme::Role;

use super::Reports;
use super::block::{Block, Cell};
use super::differences::Differences;
use super::fold::{Folds, Run, Sort};
use super::notes::note;

/// The blocks of the tab. `first` is the side in the first column.
#[must_use]
pub fn blocks(reports: &Reports, differences: &Differences, folds: &Folds, first: Side) -> Vec<Block> {
    let mut blocks: Vec<Block> = Vec::new();
    for run in folds.runs(&reports.comparison.rows, &differences.relations) {
        match run.sort {
            _ if run.folded => {
                let joined = blocks.last().is_some_and(|before| before.folded);
                blocks.push(Block { joined, ..folded(reports, &run) });
            }
            Sort::Only(side) => blocks.extend(one_sided(reports, side, run.rows)),
            Sort::Alike | Sort::Perhaps | Sort::Undisputed | Sort::Differs => {
                blocks.extend(run.rows.filter_map(|row| facing(reports, differences, row, first)));
            }
        }
    }
    blocks
}

/// A block for one row.
fn facing(reports: &Reports, differences: &Differences, number: usize, first: Side) -> Option<Block> {
    let row = reports.comparison.rows.get(number)?;
    let note = note(reports, differences, number, first);
    let cell = |side: Side| {
        let unanswered = differences.unanswered_in(number, side).filter(|found| found.subject != Subject::Negation);
        let unanswered = unanswered.flat_map(|found| found.side(side).iter().map(|&span| (span, role_of(found.subject))));
        let roles = row.segments(side).iter().filter_map(|segment| role(differences, row, side, segment)).chain(unanswered).collect();
        Cell { own: None, pieces: stretches(reports, side, row.side(side)), roles }
    };
    let mut block = Block {
        mark: differences.relations.get(number).copied(),
        entries: number..number + 1,
        heading: None,
        left: cell(Side::Left),
        right: cell(Side::Right),
        folded: false,
        joined: false,
    };
    // The cell of the side that has nothing here is the place to say where that side has it.
    match row.kind() {
        RowKind::Aligned => block.heading = note,
        RowKind::LeftOnly => block.right = note.unwrap_or_default(),
        RowKind::RightOnly => block.left = note.unwrap_or_default(),
    }
    Some(block)
}

/// How a stretch of an aligned row's words is shown, if in any special way.
fn role(differences: &Differences, row: &Row, side: Side, segment: &Segment) -> Option<(Span, Role)> {
    let role = match segment.kind {
        SegmentKind::Same => return None,
        SegmentKind::Quotation => Role::QuoteChanged,
        SegmentKind::Name => Role::NameChanged,
        // A figure that the other passage lacks, or that agrees with its figure, is no difference.
        SegmentKind::Figure if differences.holds(Subject::Figure, side, segment.span) => Role::FigureChanged,
        SegmentKind::Figure => Role::Figure,
        SegmentKind::Negation if row.certainty == Certainty::Firm => Role::Negation,
        // A passage that is perhaps about something else says nothing by its "not".
        SegmentKind::Negation | SegmentKind::Wording => Role::Wording,
    };
    Some((segment.span, role))
}

/// The role of the words on which the two differ.
pub(super) fn role_of(subject: Subject) -> Role {
    match subject {
        Subject::Quotation => Role::QuoteChanged,
        Subject::Figure => Role::FigureChanged,
        Subject::Negation => Role::Negation,
    }
}

/// Sentences only one side has: those of one paragraph flow together as they do in the report.
fn one_sided(reports: &Reports, side: Side, rows: Range<usize>) -> Vec<Block> {
    let all = reports.article(side).body.sentences();
    let paragraph = |row: &Row| row.side(side).first().and_then(|&number| all.get(number)).map(|sentence| sentence.paragraph);
    let shown = reports.comparison.rows.get(rows.clone()).unwrap_or_default();
    let mut next = rows.start;
    let paragraphs = shown.chunk_by(|row, after| paragraph(row) == paragraph(after));
    let blocks = paragraphs.map(|rows| {
        let sentences: Vec<usize> = rows.iter().flat_map(|row| row.side(side)).copied().collect();
        let cell = Cell { own: None, pieces: stretches(reports, side, &sentences), roles: Vec::new() };
        let start = next;
        next += rows.len();
        Block::one_sided(side, cell, start..next)
    });
    blocks.collect()
}

/// The summary line for a run of rows.
fn folded(reports: &Reports, run: &Run) -> Block {
    let rows = reports.comparison.rows.get(run.rows.clone()).unwrap_or_default();
    let mut block = match run.sort {
        Sort::Only(side) => {
            let sentences: usize = rows.iter().map(|row| row.side(side).len()).sum();
            let summary = format!("▸ {} only here{}", counted(sentences, "sentence"), claims_in(reports, side, rows));
            Block::one_sided(side, Cell::own(summary, Role::Dim), run.rows.clone())
        }
        Sort::Alike | Sort::Perhaps | Sort::Undisputed | Sort::Differs => Block {
            mark: rows.iter().map(Row::relation).max_by_key(|&relation| weight(relation)),
            entries: run.rows.clone(),
            heading: Some(Cell::own(agreement(rows), Role::Dim)),
            left: Cell::default(),
            right: Cell::default(),
            folded: false,
            joined: false,
        },
    };
    block.folded = true;
    block
}

/// How much it asks for a look: where one glyph stands for many rows, the weightiest is shown.
fn weight(relation: Relation) -> u8 {
    match relation {
        Relation::Same => 0,
        Relation::Reworded => 1,
        Relation::Moved => 2,
        Relation::Weak => 3,
        Relation::Only(_) => 4,
        Relation::Differs => 5,
    }
}

/// What rows without a difference are, in numbers.
fn agreement(rows: &[Row]) -> String {
    let of = |is_of: fn(&Row) -> bool| rows.iter().filter(|row| is_of(row)).count();
    let parts = [
        (of(|row| row.kind() == RowKind::Aligned && row.certainty == Certainty::Firm), "told alike"),
        (of(|row| row.kind() == RowKind::Aligned && row.certainty == Certainty::Weak), "perhaps told alike"),
        (of(|row| row.kind() != RowKind::Aligned), "only on one side"),
    ];
    let mut told = parts.into_iter().filter(|(number, _)| *number > 0);
    let first = told.next().map(|(number, what)| format!("▸ {} {what}", counted(number, "passage")));
    first.into_iter().chain(told.map(|(number, what)| format!("{number} {what}"))).collect::<Vec<_>>().join(", ")
}

/// The quotations and figures in one-sided rows: ` (1 quote, 2 figures)`.
fn claims_in(reports: &Reports, side: Side, rows: &[Row]) -> String {
    let spans: Vec<Span> = rows.iter().flat_map(|row| stretches(reports, side, row.side(side))).collect();
    let inside = |claim: Span| spans.iter().any(|span| span.holds(claim.start));
    let claims = reports.claims(side);
    let quotations = claims.quotations.iter().filter(|quotation| inside(quotation.hull())).count();
    let figures = claims.figures.iter().filter(|figure| inside(figure.span)).count();
    let parts: Vec<String> =
        [(quotations, "quote"), (figures, "figure")].into_iter().filter(|(n, _)| *n > 0).map(|(n, noun)| counted(n, noun)).collect();
    if parts.is_empty() { String::new() } else { format!(" ({})", parts.join(", ")) }
}

/// Sentences as stretches of the body; those that follow each other in one paragraph make one stretch.
fn stretches(reports: &Reports, side: Side, sentences: &[usize]) -> Vec<Span> {
    let all = reports.article(side).body.sentences();
    let mut found: Vec<Span> = Vec::new();
    let mut last: Option<(usize, usize)> = None;
    for (number, sentence) in sentences.iter().filter_map(|&number| Some((number, all.get(number)?))) {
        match found.last_mut() {
            Some(stretch) if last == Some((number.wrapping_sub(1), sentence.paragraph)) => *stretch = stretch.hull(sentence.span),
            _ => found.push(sentence.span),
        }
        last = Some((number, sentence.paragraph));
    }
    found
}

#[cfg(test)]
mod tests {
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
        let glyphs: Vec<&str> =
            blocks_of(&given, Folding::Nothing).iter().filter_map(|block| Some(block.mark?.glyph(Side::Left))).collect();
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
                let sentence =
                    |number: usize| format!("Sentence {number}{}.", " wider-than 北京 it seems".repeat((number * 7 + words) % 4));
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
}
