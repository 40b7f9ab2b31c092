//! What stands above a row, or beside it where one side has nothing.

use crate::compare::{Difference, QuotationVerdict, Row, Side, Subject};
use crate::text::width::clip;
use crate::tui::theme::Role;

use super::Reports;
use super::block::Cell;
use super::differences::Differences;
use super::rows::role_of;

/// So much of a quotation that stands elsewhere is shown, in cells.
const QUOTED_COLUMNS: usize = 56;

/// What is said of a row: where each side tells it, and where the other half of a difference stands.
#[must_use]
pub fn note(reports: &Reports, differences: &Differences, number: usize, first: Side) -> Option<Cell> {
    let row = reports.comparison.rows.get(number)?;
    let moved = row.moved.then(|| moved_note(reports, row, first)).flatten();
    let mut note = moved.map(|text| Cell::own(text, Role::Dim));
    for side in [first, first.other()] {
        for found in differences.halves_in(number, side) {
            let Some((place, words)) = other_half(reports, found, side.other(), first) else { continue };
            let so_far = note.map_or_else(Cell::default, |note| note.and("\n", Role::Dim));
            note = Some(so_far.and(&place, Role::Dim).and(&words, role_of(found.subject)));
        }
    }
    note
}

/// Where each side tells what stands in another order.
fn moved_note(reports: &Reports, row: &Row, first: Side) -> Option<String> {
    let paragraph = |side: Side| Some(reports.article(side).body.sentences().get(*row.side(side).first()?)?.paragraph + 1);
    let (here, there) = (paragraph(first)?, paragraph(first.other())?);
    Some(if here == there {
        format!("⇅ told in another order, in paragraph {here} of both")
    } else {
        format!("⇅ moved: paragraph {here} on the left, {there} on the right")
    })
}

/// The half of a difference that stands in another row, on `side`: where it is, and its words.
fn other_half(reports: &Reports, found: &Difference, side: Side, first: Side) -> Option<(String, String)> {
    let span = *found.side(side).first()?;
    let paragraph = reports.article(side).body.paragraph_at(span.start)? + 1;
    let place = format!("≠ in paragraph {paragraph} on the {}", if side == first { "left" } else { "right" });
    if found.subject != Subject::Quotation {
        return Some((place + ": ", span.of(reports.body(side)).to_owned()));
    }
    let pair = reports.comparison.quotations.get(found.number)?;
    let quotation = reports.claims(side).quotations.get(pair.pair.side(side)?)?;
    let told = match (pair.verdict, quotation.speaker_name()) {
        (QuotationVerdict::SpeakerDiffers, Some(speaker)) => format!(", given to {speaker}: "),
        (QuotationVerdict::SpeakerDiffers, None) => ", given to nobody by name: ".to_owned(),
        _ => ": ".to_owned(),
    };
    let words = quotation.shown(reports.body(side)).replace('\n', " ");
    Some((place + &told, format!("“{}”", clip(&words, QUOTED_COLUMNS).0)))
}
