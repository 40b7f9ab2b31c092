//! A page with its body found: what metadata and fates are read from.

use super::Dump;
use super::block::Block;
use super::dateline::{Dateline, dateline};
use super::decide::State;
use super::farewell::without_farewell;
use super::traits::Traits;
use crate::ingest::caption::has_credit;
use crate::text::fold::key;

/// A dump, where each of its blocks stands, and where the body begins and ends.
#[derive(Debug)]
pub(in crate::ingest) struct Outline<'a> {
    /// The dump.
    pub(in crate::ingest) dump: &'a Dump,
    /// Where each block stands.
    pub(in crate::ingest) states: Vec<State>,
    /// The first block of the body.
    pub(in crate::ingest) first: usize,
    /// The last block of the body.
    pub(in crate::ingest) last: usize,
    /// The agency slug that the first block begins with.
    pub(in crate::ingest) dateline: Option<Dateline>,
}

/// The least words of a report.
const LEAST_WORDS: usize = 20;

impl<'a> Outline<'a> {
    /// Finds the body; `None` when no report is on the page.
    pub(in crate::ingest) fn of(dump: &'a Dump) -> Option<Self> {
        let mut states = dump.states();
        without_data(dump, &mut states);
        without_captions(dump, &mut states);
        without_farewell(dump, &mut states);
        Self::with(dump, states)
    }

    fn with(dump: &'a Dump, states: Vec<State>) -> Option<Self> {
        let first = states.iter().position(|state| *state == State::Body)?;
        let last = states.iter().rposition(|state| *state == State::Body)?;
        let kept = || states.iter().zip(&dump.traits).filter(|(state, _)| **state == State::Body).map(|(_, traits)| traits);
        let is_report = kept().map(|t| t.words).sum::<usize>() >= LEAST_WORDS && kept().any(|t| t.words >= 8 && t.ends_sentence);
        let dateline = dateline(&dump.blocks[first].text);
        is_report.then_some(Self { dump, states, first, last, dateline })
    }

    /// The outline without its title's repetitions at the top of the body.
    pub(in crate::ingest) fn below(self, title: &str) -> Option<Self> {
        let title = key(title);
        let mut states = self.states;
        for (state, block) in states.iter_mut().zip(&self.dump.blocks).skip(self.first).take_while(|(state, _)| **state == State::Body) {
            if key(&block.text) != title {
                break;
            }
            *state = State::Before;
        }
        Self::with(self.dump, states)
    }

    /// A block.
    pub(in crate::ingest) fn block(&self, at: usize) -> &'a Block {
        &self.dump.blocks[at]
    }

    /// What is known of a block.
    pub(in crate::ingest) fn traits(&self, at: usize) -> &'a Traits {
        &self.dump.traits[at]
    }

    /// All blocks that are not body, with their numbers.
    pub(in crate::ingest) fn outside(&self) -> impl Iterator<Item = (usize, &'a Block)> {
        self.dump.blocks.iter().enumerate().filter(|(at, _)| self.states[*at] != State::Body)
    }

    /// The first paragraphs of the body, the agency slug cut off.
    pub(in crate::ingest) fn lead(&self) -> impl Iterator<Item = &'a str> {
        let cut = self.dateline.as_ref().map_or(0, |slug| slug.length);
        let from = self.first;
        (from..=self.last).filter(|&at| self.states[at] == State::Body).map(move |at| {
            let text = self.dump.blocks[at].text.as_str();
            if at == from { crate::text::span::after(text, cut) } else { text }
        })
    }
}

/// The most words of a picture's caption.
const LONGEST_CAPTION: usize = 60;

/// Takes pictures' captions that name who made the picture out of the body; above its first paragraph they are before it.
fn without_captions(dump: &Dump, states: &mut [State]) {
    let mut above = true;
    for ((state, block), traits) in states.iter_mut().zip(&dump.blocks).zip(&dump.traits) {
        if *state == State::Body {
            let is_caption = traits.words <= LONGEST_CAPTION && has_credit(&block.text);
            match (is_caption, above) {
                (true, true) => *state = State::Before,
                (true, false) => *state = State::Insert,
                (false, _) => above = false,
            }
        }
    }
}

/// Takes blocks out of the body that are data rather than paragraphs.
fn without_data(dump: &Dump, states: &mut [State]) {
    for (state, block) in states.iter_mut().zip(&dump.blocks) {
        if *state == State::Body && Traits::is_data(block) {
            *state = State::Insert;
        }
    }
}
