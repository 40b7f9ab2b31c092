//! The figures tab: what is measured, and what each side gives for it.

use crate::compare::{FigurePair, FigureVerdict, Relation, Side};
use crate::tui::theme::Role;

use super::Reports;
use super::block::{Block, Cell};

/// The blocks of the tab: conflicts first, then what can both be true, each in its sentence; then, as lists, what only one side gives
/// and what is the same. `first` is the side in the first column.
#[must_use]
pub fn blocks(reports: &Reports, first: Side) -> Vec<Block> {
    let pairs = &reports.comparison.figures;
    let mut order: Vec<(usize, &FigurePair)> = pairs.iter().enumerate().collect();
    order.sort_by_key(|(_, pair)| (urgency(pair.verdict), pair.pair.side(first).is_none()));
    let mut blocks: Vec<Block> = Vec::new();
    let mut before = None;
    for (number, pair) in order {
        let group = urgency(pair.verdict);
        blocks.push(match pair.verdict {
            FigureVerdict::Conflict | FigureVerdict::Compatible => in_sentences(reports, number, pair),
            FigureVerdict::LeftOnly | FigureVerdict::RightOnly | FigureVerdict::Same => {
                listed(reports, number, pair, before == Some(group))
            }
        });
        before = Some(group);
    }
    blocks
}

fn urgency(verdict: FigureVerdict) -> u8 {
    match verdict {
        FigureVerdict::Conflict => 0,
        FigureVerdict::Compatible => 1,
        FigureVerdict::LeftOnly | FigureVerdict::RightOnly => 2,
        FigureVerdict::Same => 3,
    }
}

/// Two figures that are not the same, each in the sentence that gives it.
fn in_sentences(reports: &Reports, number: usize, pair: &FigurePair) -> Block {
    let told = match (&pair.note, pair.verdict) {
        (Some(apart), FigureVerdict::Conflict) => format!(" · {apart}"),
        (Some(note), _) => format!(" · {} · {note}", verdict(pair.verdict)),
        (None, _) => format!(" · {}", verdict(pair.verdict)),
    };
    let role = if pair.verdict.is_discrepancy() { Role::FigureChanged } else { Role::Strong };
    let [left, right] = Side::BOTH.map(|side| {
        let body = &reports.article(side).body;
        let figure = pair.pair.side(side).and_then(|figure| reports.claims(side).figures.get(figure));
        let sentence = figure.and_then(|figure| body.sentences().get(body.sentence_at(figure.span.start)?));
        figure.zip(sentence).map_or_else(Cell::default, |(figure, sentence)| Cell {
            own: None,
            pieces: vec![sentence.span],
            roles: vec![(sentence.span, Role::Dim), (figure.span, role)],
        })
    });
    let heading = Some(Cell::own(capitalized(measured(pair).unwrap_or("figures")), Role::Strong).and(&told, Role::Dim));
    Block { mark: Some(mark(pair.verdict)), entries: number..number + 1, heading, left, right, folded: false, joined: false }
}

/// A line of a list: the figure as written, and what it measures.
fn listed(reports: &Reports, number: usize, pair: &FigurePair, joined: bool) -> Block {
    let [left, right] = Side::BOTH.map(|side| {
        let figure = pair.pair.side(side).and_then(|figure| reports.claims(side).figures.get(figure));
        figure.map_or_else(Cell::default, |figure| {
            let written = figure.span.of(reports.body(side)).to_owned();
            let told = measured(pair).map(|measured| format!(" · {measured}")).unwrap_or_default();
            Cell::own(written, Role::Text).and(&told, Role::Dim)
        })
    });
    let heading = (!joined).then(|| Cell::own(capitalized(verdict(pair.verdict)), Role::Strong));
    Block { mark: Some(mark(pair.verdict)), entries: number..number + 1, heading, left, right, folded: false, joined }
}

/// What is measured, where that is sure.
fn measured(pair: &FigurePair) -> Option<&str> {
    Some(pair.measures.as_str()).filter(|measures| !measures.is_empty())
}

fn mark(verdict: FigureVerdict) -> Relation {
    match verdict {
        FigureVerdict::Same => Relation::Same,
        FigureVerdict::Compatible => Relation::Reworded,
        FigureVerdict::Conflict => Relation::Differs,
        FigureVerdict::LeftOnly => Relation::Only(Side::Left),
        FigureVerdict::RightOnly => Relation::Only(Side::Right),
    }
}

/// The verdict in words.
fn verdict(verdict: FigureVerdict) -> &'static str {
    match verdict {
        FigureVerdict::Same => "the same on both sides",
        FigureVerdict::Compatible => "both can be true",
        FigureVerdict::Conflict => "differ",
        FigureVerdict::LeftOnly | FigureVerdict::RightOnly => "no close match found on the other side",
    }
}

/// The words with a capital at the start, as a heading has it.
fn capitalized(words: &str) -> String {
    let mut rest = words.chars();
    rest.next().map(|first| first.to_uppercase().chain(rest).collect()).unwrap_or_default()
}
