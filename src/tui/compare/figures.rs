//! The figures tab: what is measured, and what each side gives for it.

use crate::compare::{FigurePair, FigureVerdict, Side};

use super::Reports;
use super::table::{Block, Cell, Emphasis, Mark};

/// The blocks of the tab: conflicts first, then what can both be true, then what only one side gives, then what is the same.
#[must_use]
pub fn blocks(reports: &Reports, first: Side) -> Vec<Block> {
    let pairs = &reports.comparison.figures;
    let mut order: Vec<usize> = (0..pairs.len()).collect();
    order.sort_by_key(|&number| pairs.get(number).map(|pair| urgency(pair.verdict)));
    order.into_iter().filter_map(|number| Some(block(reports, number, pairs.get(number)?, first))).collect()
}

fn urgency(verdict: FigureVerdict) -> u8 {
    match verdict {
        FigureVerdict::Conflict => 0,
        FigureVerdict::Compatible => 1,
        FigureVerdict::LeftOnly | FigureVerdict::RightOnly => 2,
        FigureVerdict::Same => 3,
    }
}

fn block(reports: &Reports, number: usize, pair: &FigurePair, first: Side) -> Block {
    let mut told = format!(" · {}", verdict(pair.verdict, first));
    if let Some(note) = &pair.note {
        told.push_str(" · ");
        told.push_str(note);
    }
    let measured = if pair.measures.is_empty() { "Not said what it counts".to_owned() } else { capitalized(&pair.measures) };
    let cell = |side: Side| {
        let figure = pair.pair.side(side).and_then(|figure| reports.claims(side).figures.get(figure));
        figure.map_or_else(Cell::default, |figure| {
            let emphasis = if pair.verdict.is_discrepancy() { vec![(figure.span, Emphasis::Figure)] } else { Vec::new() };
            Cell { own: None, pieces: vec![figure.span], emphasis }
        })
    };
    Block {
        mark: Some(mark(pair.verdict)),
        entries: number..number + 1,
        heading: Some(Cell::own(measured, Emphasis::Title).and(&told, Emphasis::Aside)),
        left: cell(Side::Left),
        right: cell(Side::Right),
        folded: false,
    }
}

fn mark(verdict: FigureVerdict) -> Mark {
    match verdict {
        FigureVerdict::Same => Mark::Same,
        FigureVerdict::Compatible => Mark::Reworded,
        FigureVerdict::Conflict => Mark::Differs,
        FigureVerdict::LeftOnly => Mark::Only(Side::Left),
        FigureVerdict::RightOnly => Mark::Only(Side::Right),
    }
}

/// The verdict in words.
fn verdict(verdict: FigureVerdict, first: Side) -> String {
    let missing = |side: Side| format!("no close match found on the {}", if side == first { "left" } else { "right" });
    match verdict {
        FigureVerdict::Same => "the same".to_owned(),
        FigureVerdict::Compatible => "both can be true".to_owned(),
        FigureVerdict::Conflict => "both cannot be true".to_owned(),
        FigureVerdict::LeftOnly => missing(Side::Right),
        FigureVerdict::RightOnly => missing(Side::Left),
    }
}

/// The words with a capital at the start, as a heading has it.
fn capitalized(words: &str) -> String {
    let mut rest = words.chars();
    rest.next().map(|first| first.to_uppercase().chain(rest).collect()).unwrap_or_default()
}
