//! The plain text of a crawled page -> its blocks, and which of them are the body.

pub(super) mod block;
mod cohesion;
mod dateline;
pub(super) mod decide;
mod farewell;
mod features;
mod markup;
pub(super) mod outline;
#[cfg(test)]
mod training;
pub(super) mod traits;
mod weights;

use block::{Block, blocks};
use decide::{State, best_path};
use features::features;
use traits::Traits;
use weights::Weights;

use super::header::header;
use super::language::{self, Languages};
use crate::text::span::after;

/// A dump cut into blocks, with what is known of each.
#[derive(Debug)]
pub(super) struct Dump {
    /// The day and the words of the crawler's header line.
    pub(super) header: Option<(jiff::civil::Date, String)>,
    /// Whether the first block is what followed the header on its line.
    pub(super) header_has_rest: bool,
    /// The blocks in the page's order, the header line's own words aside.
    pub(super) blocks: Vec<Block>,
    /// The traits of each block.
    pub(super) traits: Vec<Traits>,
    /// The language, as a BCP 47 code.
    pub(super) language: Option<&'static str>,
}

impl Dump {
    /// Cuts a clean text into blocks.
    pub(super) fn read(text: &str) -> Self {
        let start = text.len() - text.trim_start_matches('\n').len();
        let (first, rest) = after(text, start).split_once('\n').unwrap_or((after(text, start), ""));
        let header = header(first);
        let mut found = Vec::new();
        found.extend(header.filter(|h| !h.rest.is_empty()).map(|h| Block::plain(h.rest)));
        let header_has_rest = !found.is_empty();
        found.extend(blocks(if header.is_some() { rest } else { text }));
        let words = found.iter().flat_map(|block| block.text.split(' '));
        let language = language::detect(words);
        let languages = language.map_or(Languages::ALL, |(languages, _)| languages);
        let traits = found.iter().map(|block| Traits::of(block, languages)).collect();
        let header = header.map(|h| (h.day, h.words.to_owned()));
        Self { header, header_has_rest, blocks: found, traits, language: language.map(|(_, code)| code) }
    }

    /// Where each block stands: before the body, in it, between its parts, after it.
    pub(super) fn states(&self) -> Vec<State> {
        let features = features(&self.blocks, &self.traits);
        best_path(&features, Weights::trained())
    }
}
