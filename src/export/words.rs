//! What a comparison found, in words; the left report is A, the right one B.

use crate::compare::{Comparison, FigurePair, FigureVerdict, MatrixKind, MatrixRow, Pair, QuotationPair, QuotationVerdict, Relation, Side};
use crate::text::counted::counted;

/// The letter of a side.
#[must_use]
pub fn letter(side: Side) -> &'static str {
    match side {
        Side::Left => "A",
        Side::Right => "B",
    }
}

/// Whether the two report the same event, and how sure that is.
#[must_use]
pub fn same_event(comparison: &Comparison) -> String {
    let same = comparison.same_event;
    let verdict = if same.likely { "probably the same event" } else { "probably not the same event" };
    format!("{verdict} ({:.2})", same.score)
}

/// What the glyph of a row says.
#[must_use]
pub fn relation(relation: Relation) -> &'static str {
    match relation {
        Relation::Same => "the same",
        Relation::Reworded => "reworded",
        Relation::Moved => "told in another place",
        Relation::Weak => "weak match",
        Relation::Only(Side::Left) => "only A",
        Relation::Only(Side::Right) => "only B",
        Relation::Differs => "a quote, figure or negation differs",
    }
}

/// All relations, in the order of the legend.
pub const RELATIONS: [Relation; 7] = [
    Relation::Same,
    Relation::Reworded,
    Relation::Differs,
    Relation::Moved,
    Relation::Weak,
    Relation::Only(Side::Left),
    Relation::Only(Side::Right),
];

/// The verdict on a quotation.
#[must_use]
pub fn quotation_verdict(found: &QuotationPair) -> &'static str {
    match (found.verdict, found.fuller) {
        (QuotationVerdict::Identical, _) => "same words",
        (QuotationVerdict::WordingDiffers, _) => "worded differently",
        (QuotationVerdict::Truncated, Some(Side::Left)) => "cut short in B",
        (QuotationVerdict::Truncated, Some(Side::Right)) => "cut short in A",
        (QuotationVerdict::Truncated, None) => "cut short",
        (QuotationVerdict::SpeakerDiffers, _) => "attributed to someone else",
        (QuotationVerdict::Paraphrased, _) => "retold",
        (QuotationVerdict::LeftOnly, _) => "only A",
        (QuotationVerdict::RightOnly, _) => "only B",
    }
}

/// The verdict on a figure, with why it is that where it says so.
#[must_use]
pub fn figure_verdict(found: &FigurePair) -> String {
    let verdict = match found.verdict {
        FigureVerdict::Same => "same",
        FigureVerdict::Compatible => "compatible",
        FigureVerdict::Conflict => "conflict",
        FigureVerdict::LeftOnly => "only A",
        FigureVerdict::RightOnly => "only B",
    };
    let note = found.note.as_deref().map(|note| format!(" ({note})")).unwrap_or_default();
    format!("{verdict}{note}")
}

/// The names that both have, only A and only B, each group in one line.
#[must_use]
pub fn names(comparison: &Comparison) -> [(&'static str, String); 3] {
    let only = |wanted: fn(Pair<usize>) -> bool| {
        let names = comparison.names.iter().filter(|name| wanted(name.pair));
        names.map(|name| name.text.as_str()).collect::<Vec<_>>().join(", ")
    };
    [
        ("both", only(|pair| matches!(pair, Pair::Both(..)))),
        ("only A", only(|pair| matches!(pair, Pair::Left(_)))),
        ("only B", only(|pair| matches!(pair, Pair::Right(_)))),
    ]
}

/// What the two differ on, as one sentence says it.
#[must_use]
pub fn differences(comparison: &Comparison) -> String {
    let counts = comparison.counts();
    let parts = [(counts.quotations, "quote"), (counts.figures, "figure"), (counts.negations, "negation")];
    let said: Vec<String> = parts.into_iter().filter(|(count, _)| *count > 0).map(|(count, what)| counted(count, what)).collect();
    match said.split_last() {
        None => "The two differ on no quote and no figure that both have.".to_owned(),
        Some((last, [])) => format!("The two differ on {last}."),
        Some((last, before)) => format!("The two differ on {} and {last}.", before.join(", ")),
    }
}

/// What a row of the event sheet is about, in one word.
#[must_use]
pub fn matrix_kind(kind: MatrixKind) -> &'static str {
    match kind {
        MatrixKind::Quotation => "quote",
        MatrixKind::Figure => "figure",
        MatrixKind::Fact => "fact",
    }
}

/// What is to be said of a row besides whose words differ: that what the reports have can all be true.
#[must_use]
pub fn matrix_remark(row: &MatrixRow) -> &'static str {
    match (row.differs, row.compatible, row.kind) {
        (true, ..) | (_, false, _) => "",
        (_, _, MatrixKind::Quotation) => ", also in other words",
        _ => ", can all be true",
    }
}
