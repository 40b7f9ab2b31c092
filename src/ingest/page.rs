//! A saved page cut into blocks, with what is known of each before the body is looked for.

use std::ops::Range;

use jiff::civil::Date;

use crate::article::DropReason;
use crate::text::fold::key;

use super::aside::asides;
use super::block::Block;
use super::body::traits::Traits;
use super::html::said::Said;
use super::html::said::mark::Mark;
use super::html::tree::Tree;
use super::language::{self, Languages};
use super::{notes, post};

/// A page cut into blocks.
#[derive(Debug)]
pub(super) struct Page {
    /// What the crawler wrote above the page.
    pub(super) header: Option<Header>,
    /// The blocks in the page's order, the header line's own words aside.
    pub(super) blocks: Vec<Block>,
    /// The comparison key of each block.
    pub(super) keys: Vec<String>,
    /// The traits of each block.
    pub(super) traits: Vec<Traits>,
    /// Why blocks are set aside before the report is looked for.
    pub(super) asides: Vec<Option<DropReason>>,
    /// Whether it has footnotes.
    pub(super) has_notes: bool,
    /// Where each block stands in the tree of elements; none for a page of plain text.
    pub(super) tree: Option<Tree>,
    /// What the page says of itself to machines.
    pub(super) said: Said,
    /// The language, as a BCP 47 code.
    pub(super) language: Option<&'static str>,
}

/// A crawler's header line.
#[derive(Debug)]
pub(super) struct Header {
    /// The day it gives.
    pub(super) day: Date,
    /// Its own words.
    pub(super) words: String,
    /// Whether the first block is what followed it on its line.
    pub(super) has_rest: bool,
}

impl Page {
    /// A page of these blocks.
    pub(super) fn new(header: Option<Header>, mut blocks: Vec<Block>, tree: Option<Tree>) -> Self {
        post::mark(&mut blocks);
        let language = language::detect(blocks.iter().flat_map(|block| block.text.split_ascii_whitespace()));
        let languages = language.map_or(Languages::ALL, |(languages, _)| languages);
        let keys: Vec<String> = blocks.iter().map(|block| key(&block.text)).collect();
        let traits: Vec<Traits> = blocks.iter().zip(&keys).map(|(block, key)| Traits::of(block, key, languages)).collect();
        let asides = asides(&blocks, &traits, tree.as_ref());
        let has_notes = notes::has_notes(&blocks);
        Self { header, blocks, keys, traits, asides, has_notes, tree, said: Said::default(), language: language.map(|(_, code)| code) }
    }
    /// A range of its blocks as a page of its own; what the page says of its article to machines does not hold there.
    pub(super) fn part(&self, range: Range<usize>) -> Self {
        let blocks = self.blocks.get(range.clone()).unwrap_or_default().to_vec();
        let keys = self.keys.get(range.clone()).unwrap_or_default().to_vec();
        let traits = self.traits.get(range.clone()).unwrap_or_default().to_vec();
        let language = language::detect(blocks.iter().flat_map(|block| block.text.split_ascii_whitespace())).map(|(_, code)| code);
        let marks = self.said.marks.iter().filter(|mark| range.contains(&mark.block));
        let said = Said {
            sources: self.said.sources.clone(),
            url: self.said.url.clone(),
            language: self.said.language.clone(),
            marks: marks.map(|mark| Mark { block: mark.block - range.start, ..mark.clone() }).collect(),
            ..Said::default()
        };
        let asides = self.asides.get(range.clone()).unwrap_or_default().to_vec();
        let tree = self.tree.as_ref().map(|tree| tree.part(range));
        Self { header: None, blocks, keys, traits, asides, has_notes: self.has_notes, tree, said, language }
    }
}
