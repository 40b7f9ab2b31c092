//! The quotes tab: speaker by speaker, what each side gives of the same words.

use std::collections::HashMap;

use crate::compare::{Pair, QuotationPair, QuotationVerdict, Relation, Side};
use crate::extract::Quotation;
use crate::text::{Span, span};
use crate::tui::theme::Role;

use super::Reports;
use super::block::{Block, Cell};

/// The blocks of the tab: the speakers in the order of the comparison, which puts discrepancies first. `first` is the side in the first
/// column. What is said of several quotations in a row is said once.
#[must_use]
pub fn blocks(reports: &Reports, first: Side) -> Vec<Block> {
    let pairs = &reports.comparison.quotations;
    let mut said: Option<Cell> = None;
    let blocks = by_speaker(pairs).into_iter().filter_map(|number| Some(block(reports, number, pairs.get(number)?, first)));
    let once = blocks.map(|mut block| {
        if block.heading == said {
            block.heading = None;
        } else {
            said.clone_from(&block.heading);
        }
        block
    });
    once.collect()
}

/// The numbers of the pairs, those of one speaker together.
fn by_speaker(pairs: &[QuotationPair]) -> Vec<usize> {
    let mut place: HashMap<Option<&str>, usize> = HashMap::new();
    for (number, pair) in pairs.iter().enumerate() {
        place.entry(pair.speaker.as_deref()).or_insert(number);
    }
    let mut numbers: Vec<usize> = (0..pairs.len()).collect();
    numbers.sort_by_key(|&number| pairs.get(number).and_then(|pair| place.get(&pair.speaker.as_deref())));
    numbers
}

fn block(reports: &Reports, number: usize, pair: &QuotationPair, first: Side) -> Block {
    let speaker = pair.speaker.clone().unwrap_or_else(|| "Speaker not named".to_owned());
    let heading = Cell::own(speaker, Role::Strong).and(&format!(" · {}", verdict(reports, pair, first)), Role::Dim);
    let mut cells = Side::BOTH.map(|side| quotation(reports, side, pair.pair).map(|found| cell(reports, side, found)).unwrap_or_default());
    mark_words(reports, pair, &mut cells);
    let [left, right] = cells;
    Block { mark: Some(mark(pair)), entries: number..number + 1, heading: Some(heading), left, right, folded: false, joined: false }
}

fn quotation(reports: &Reports, side: Side, pair: Pair<usize>) -> Option<&Quotation> {
    reports.claims(side).quotations.get(pair.side(side)?)
}

fn mark(pair: &QuotationPair) -> Relation {
    match pair.verdict {
        QuotationVerdict::Identical => Relation::Same,
        QuotationVerdict::WordingDiffers | QuotationVerdict::Truncated | QuotationVerdict::SpeakerDiffers => Relation::Differs,
        QuotationVerdict::Paraphrased => Relation::Reworded,
        QuotationVerdict::LeftOnly => Relation::Only(Side::Left),
        QuotationVerdict::RightOnly => Relation::Only(Side::Right),
    }
}

/// The verdict in words.
fn verdict(reports: &Reports, pair: &QuotationPair, first: Side) -> String {
    let place = |side: Side| if side == first { "left" } else { "right" };
    match pair.verdict {
        QuotationVerdict::Identical => "said alike".to_owned(),
        QuotationVerdict::WordingDiffers => "worded differently".to_owned(),
        QuotationVerdict::Truncated => match pair.fuller {
            Some(fuller) => format!("shorter on the {}", place(fuller.other())),
            None => "given in part".to_owned(),
        },
        QuotationVerdict::SpeakerDiffers => {
            let name = |side| quotation(reports, side, pair.pair).and_then(Quotation::speaker_name).unwrap_or("nobody named");
            format!("attributed to {} on the left, to {} on the right", name(first), name(first.other()))
        }
        QuotationVerdict::Paraphrased => "quoted on one side, retold on the other".to_owned(),
        QuotationVerdict::LeftOnly => format!("no close match found on the {}", place(Side::Right)),
        QuotationVerdict::RightOnly => format!("no close match found on the {}", place(Side::Left)),
    }
}

/// The quotation as the article prints it; words that break in stay, marked as an aside.
fn cell(reports: &Reports, side: Side, quotation: &Quotation) -> Cell {
    let body = &reports.article(side).body;
    let spans: Vec<Span> = quotation.spans.iter().map(|&span| with_marks(body.text(), span)).collect();
    let mut cell = Cell::default();
    for span in spans {
        match cell.pieces.last_mut() {
            Some(piece) if body.paragraph_at(piece.start) == body.paragraph_at(span.start) => {
                cell.roles.push((Span::new(piece.end, span.start), Role::Dim));
                *piece = piece.hull(span);
            }
            _ => cell.pieces.push(span),
        }
    }
    cell
}

/// Marks the words that the other side's quotation lacks: loud where the two differ, quiet in a retelling.
fn mark_words(reports: &Reports, pair: &QuotationPair, [left, right]: &mut [Cell; 2]) {
    let role = match pair.verdict {
        QuotationVerdict::WordingDiffers | QuotationVerdict::Truncated => Role::QuoteChanged,
        QuotationVerdict::Paraphrased => Role::Wording,
        QuotationVerdict::Identical | QuotationVerdict::SpeakerDiffers | QuotationVerdict::LeftOnly | QuotationVerdict::RightOnly => return,
    };
    for (cell, words) in [left, right].into_iter().zip(reports.comparison.differing_words(pair, &reports.left, &reports.right)) {
        cell.roles.extend(words.into_iter().map(|span| (span, role)));
    }
}

/// The span with the quotation marks that stand right around it.
fn with_marks(text: &str, inner: Span) -> Span {
    let is_mark =
        |c: &char| matches!(c, '"' | '“' | '”' | '„' | '‟' | '«' | '»' | '‘' | '’' | '\'' | '「' | '」' | '『' | '』' | '‹' | '›');
    let before = span::before(text, inner.start).chars().next_back().filter(is_mark).map_or(0, char::len_utf8);
    let after = span::after(text, inner.end).chars().next().filter(is_mark).map_or(0, char::len_utf8);
    Span::new(inner.start - before, inner.end + after)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_around_a_quotation_belong_to_it() {
        let text = "He said: “Yes.” Then";
        assert_eq!(with_marks(text, Span::new(12, 16)).of(text), "“Yes.”");
        assert_eq!(with_marks(text, Span::new(0, 7)).of(text), "He said");
    }
}
