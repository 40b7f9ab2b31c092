//! A page with its body found: what metadata and fates are read from.

use super::between::with_neighbours;
use super::decide::State;
use super::farewell::without_farewell;
use super::foreign::without_foreign;
use super::head::{with_ending, without_head, without_head_below_standfirst};
use super::inserted::without_inserted;
use super::regain::with_lost;
use super::repeated::without_repeated;
use super::traits::Traits;
use crate::ingest::block::Block;
use crate::ingest::dateline::{Dateline, dateline};
use crate::ingest::headline::is_title;
use crate::ingest::page::Page;
use crate::text::fold::key;

/// A page, where each of its blocks stands, and where the body begins and ends.
#[derive(Debug)]
pub(in crate::ingest) struct Outline<'a> {
    /// The page.
    pub(in crate::ingest) page: &'a Page,
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

/// The least words of an article without a sentence, a list of dates or of results; in plain text such lists are menus.
const LEAST_WORDS_OF_LIST: usize = 60;

/// Lines above a title that stands in the body.
const KICKERS: usize = 4;

impl<'a> Outline<'a> {
    /// Finds the body; `None` when no report is on the page.
    pub(in crate::ingest) fn of(page: &'a Page) -> Option<Self> {
        Self::of_path(page, super::states(page))
    }

    /// The same, from where the model says that each block stands.
    pub(super) fn of_path(page: &'a Page, mut states: Vec<State>) -> Option<Self> {
        with_ending(page, &mut states);
        with_lost(page, &mut states);
        without_data(page, &mut states);
        without_captions(page, &mut states);
        without_foreign(page, &mut states);
        with_neighbours(page, &mut states);
        without_inserted(page, &mut states);
        without_repeated(page, &mut states);
        without_farewell(page, &mut states);
        without_head(page, &mut states);
        without_head_below_standfirst(page, &mut states);
        Self::with(page, states)
    }

    /// All of a page that is the report's own text, but for captions, farewells, and who and when above its first paragraph; `None` of
    /// an empty one.
    pub(in crate::ingest) fn whole(page: &'a Page) -> Option<Self> {
        let lead = page.traits.iter().position(Traits::is_prose).unwrap_or(0);
        let is_head = |traits: &Traits| traits.byline || traits.dated || traits.timed;
        let head = page.traits.iter().take(lead).rposition(is_head).map_or(0, |last| last + 1);
        let state = |at: usize| match page.asides[at] {
            _ if at < head => State::Before,
            Some(_) => State::Insert,
            None => State::Body,
        };
        let mut states: Vec<State> = (0..page.blocks.len()).map(state).collect();
        without_data(page, &mut states);
        without_captions(page, &mut states);
        without_foreign(page, &mut states);
        without_farewell(page, &mut states);
        Self::spanning(page, states).or_else(|| {
            let mut all = vec![State::Body; page.blocks.len()];
            without_data(page, &mut all);
            Self::spanning(page, all)
        })
    }

    fn with(page: &'a Page, states: Vec<State>) -> Option<Self> {
        let outline = Self::spanning(page, states)?;
        let words = outline.kept().map(|traits| traits.words).sum::<usize>();
        let has_sentence = outline.kept().any(|traits| traits.words >= 8 && traits.ends_sentence);
        let is_report = words >= LEAST_WORDS && (has_sentence || (page.tree.is_some() && words >= LEAST_WORDS_OF_LIST));
        is_report.then_some(outline)
    }

    fn spanning(page: &'a Page, states: Vec<State>) -> Option<Self> {
        let first = states.iter().position(|state| *state == State::Body)?;
        let last = states.iter().rposition(|state| *state == State::Body)?;
        let dateline = dateline(&page.blocks[first].text);
        Some(Self { page, states, first, last, dateline })
    }

    /// The outline with other states, unless no report is left.
    pub(in crate::ingest) fn with_states(self, states: Vec<State>) -> Self {
        Self::with(self.page, states).unwrap_or(self)
    }

    /// What is known of the blocks of the body.
    pub(in crate::ingest) fn kept(&self) -> impl Iterator<Item = &'a Traits> {
        self.states.iter().zip(&self.page.traits).filter(|(state, _)| **state == State::Body).map(|(_, traits)| traits)
    }

    /// The outline without its title's repetitions at the top of the body.
    pub(in crate::ingest) fn below(self, title: &str) -> Option<Self> {
        let title = key(title);
        let mut states = self.states;
        let is_repeated = |at: usize| is_title(&self.page.blocks[at].text, &self.page.keys[at], &title);
        // What stands above the title is none of the report: a word or two that say what it is about.
        let above = (self.first..=self.last).take(KICKERS).take_while(|&at| !self.page.traits[at].is_prose() && states[at] == State::Body);
        let kickers = above.clone().position(is_repeated).unwrap_or(0);
        let start = self.first + kickers;
        let end = (start..=self.last).find(|&at| states[at] != State::Body || !is_repeated(at)).unwrap_or(start);
        states.iter_mut().take(end).skip(self.first).filter(|_| end > start).for_each(|state| *state = State::Before);
        without_head(self.page, &mut states);
        Self::with(self.page, states)
    }

    /// A block.
    pub(in crate::ingest) fn block(&self, at: usize) -> &'a Block {
        &self.page.blocks[at]
    }

    /// A block's comparison key.
    pub(in crate::ingest) fn key(&self, at: usize) -> &'a str {
        &self.page.keys[at]
    }

    /// What is known of a block.
    pub(in crate::ingest) fn traits(&self, at: usize) -> &'a Traits {
        &self.page.traits[at]
    }

    /// All blocks that are not body, with their numbers.
    pub(in crate::ingest) fn outside(&self) -> impl Iterator<Item = (usize, &'a Block)> {
        self.page.blocks.iter().enumerate().filter(|(at, _)| self.states[*at] != State::Body)
    }

    /// The first paragraphs of the body, the agency slug cut off.
    pub(in crate::ingest) fn lead(&self) -> impl Iterator<Item = &'a str> {
        let cut = self.dateline.as_ref().map_or(0, |slug| slug.length);
        let from = self.first;
        (from..=self.last).filter(|&at| self.states[at] == State::Body).map(move |at| {
            let text = self.page.blocks[at].text.as_str();
            if at == from { crate::text::span::after(text, cut) } else { text }
        })
    }
}

/// Takes pictures' captions that name who made the picture out of the body; above its first paragraph they are before it.
fn without_captions(page: &Page, states: &mut [State]) {
    let mut above = true;
    for (state, traits) in states.iter_mut().zip(&page.traits) {
        if *state == State::Body {
            match (traits.picture_credit, above) {
                (true, true) => *state = State::Before,
                (true, false) => *state = State::Insert,
                (false, _) => above = false,
            }
        }
    }
}

/// Takes blocks out of the body that are data rather than paragraphs.
fn without_data(page: &Page, states: &mut [State]) {
    for (state, block) in states.iter_mut().zip(&page.blocks) {
        if *state == State::Body && Traits::is_data(block) {
            *state = State::Insert;
        }
    }
}
