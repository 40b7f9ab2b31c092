//! The pages that the body model is trained on: gold paths read off marked bodies, and variants as other crawlers would give them.

#![cfg(test)]

use std::collections::HashMap;
use std::io::Read;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use serde_json::Value;

use crate::ingest::block::Block;
use crate::ingest::body::decide::State;
use crate::ingest::body::features::{Features, features};
use crate::ingest::body::outline::Outline;
use crate::ingest::body::weights::Weights;
use crate::ingest::body::{states_by, steps};
use crate::ingest::page::Page;
use crate::ingest::{charset, dump, html};

impl Example {
    /// A page to learn from; `gold` says what its blocks are that are steps of the path.
    pub(super) fn new((kind, name, part): (String, String, u128), page: Page, gold: impl FnOnce(&[Block]) -> Gold) -> Self {
        let features = of_steps(&page, features(&page));
        let blocks = of_steps(&page, page.blocks.clone());
        Self { kind, name, is_html: page.tree.is_some(), part, gold: gold(&blocks), page: page.into(), blocks, features }
    }

    /// Where the blocks stand once the program has read the page by these weights.
    pub(super) fn states_by(&self, weights: &Weights) -> Vec<State> {
        let outline = Outline::of_path(&self.page, states_by(&self.page, weights));
        outline.map_or_else(|| vec![State::Before; self.blocks.len()], |outline| of_steps(&self.page, outline.states))
    }
}

/// What belongs to the blocks of a page that are steps of the path.
pub(super) fn of_steps<T>(page: &Page, of_blocks: Vec<T>) -> Vec<T> {
    of_blocks.into_iter().zip(steps(page)).filter(|(_, is_step)| *is_step).map(|(of_block, _)| of_block).collect()
}

/// A page of the training data.
#[derive(Clone)]
pub(super) struct Example {
    /// Which tool or whom it comes from.
    pub(super) kind: String,
    pub(super) name: String,
    pub(super) is_html: bool,
    /// Which part of the data it belongs to: pages of one site are in one part.
    pub(super) part: u128,
    /// All of it.
    pub(super) page: Arc<Page>,
    /// What is a step of the path.
    pub(super) blocks: Vec<Block>,
    pub(super) features: Vec<Features>,
    pub(super) gold: Gold,
}

/// What people said of a page's body.
#[derive(Clone)]
pub(super) enum Gold {
    /// All of its text; the state of each block was read off it.
    Path {
        /// One for each block.
        states: Vec<State>,
        /// The body.
        text: String,
    },
    /// Some pieces that belong to it and some that do not.
    Pieces {
        /// Whether a block is body, where a piece tells.
        sides: Vec<Option<bool>>,
        /// Pieces of the body.
        with: Vec<String>,
        /// Pieces of the rest of the page.
        without: Vec<String>,
    },
}

pub(super) fn words(text: &str) -> Vec<&str> {
    text.split(|c: char| !c.is_alphanumeric() && c != '_').filter(|word| !word.is_empty()).collect()
}

/// The word 4-grams of a text, as the article-extraction-benchmark counts them.
pub(super) fn grams(text: &str) -> HashMap<Vec<&str>, usize> {
    let words = words(text);
    let mut grams = HashMap::new();
    for gram in words.windows(4.min(words.len().max(1))) {
        *grams.entry(gram.to_vec()).or_default() += 1;
    }
    grams
}

pub(super) fn read_pages() -> Vec<Example> {
    let path = PathBuf::from(std::env::var("PARALLAX_PAGES").expect("PARALLAX_PAGES names the training data"));
    let lines = std::fs::read_to_string(&path).unwrap();
    let folder = path.parent().unwrap();
    lines.lines().map(|line| example(&serde_json::from_str(line).unwrap(), folder)).collect()
}

fn example(record: &Value, folder: &Path) -> Example {
    let text = |name: &str| record[name].as_str().unwrap_or_default().to_owned();
    let page = match record["html"].as_str() {
        Some(file) => html::read(&unpacked(&folder.join(file))).0,
        None => dump::read(&crate::text::sanitize::clean(&text("text")).0),
    };
    let pieces = |name: &str| -> Vec<String> {
        record[name].as_array().into_iter().flatten().filter_map(Value::as_str).map(str::to_owned).collect()
    };
    let (with, without): (Vec<String>, Vec<String>) = (pieces("with"), [pieces("without"), pieces("comments")].concat());
    let is_whole = with.is_empty();
    let given = record["dump"].as_str().or(record["gold_kind"].as_str()).unwrap_or_default();
    let kind = if is_whole { given } else { "pieces" };
    let part = twox_hash::XxHash3_128::oneshot(text("split_key").as_bytes()) % PARTS;
    Example::new((kind.to_owned(), text("id"), part), page, |blocks| {
        if is_whole {
            let text = text("gold_body");
            return Gold::Path { states: gold_path(blocks, &text), text };
        }
        Gold::Pieces { sides: sides(blocks, &with, &without), with, without }
    })
}

/// The letters and digits of a text.
pub(super) fn letters(text: &str) -> String {
    text.chars().filter(|c| c.is_alphanumeric()).collect()
}

/// The least letters of a foreign piece that tells of a block which has more than it.
const LEAST_PIECE: usize = 20;

/// Which blocks hold a piece of the body, and which a piece of the rest.
fn sides(blocks: &[Block], with: &[String], without: &[String]) -> Vec<Option<bool>> {
    let (with, without): (Vec<String>, Vec<String>) =
        (with.iter().map(|piece| letters(piece)).collect(), without.iter().map(|piece| letters(piece)).collect());
    let texts: Vec<String> = blocks.iter().map(|block| letters(&block.text)).collect();
    // Of several blocks that hold a piece the longest is meant: the others are teasers of it.
    let holder = |piece: &String| (0..texts.len()).filter(|&at| texts[at].contains(piece)).max_by_key(|&at| texts[at].len());
    let own: Vec<usize> = with.iter().filter_map(holder).collect();
    let is_foreign = |text: &String| {
        without.iter().any(|piece| text.contains(piece.as_str()) && (piece.len() >= LEAST_PIECE || piece.len() * 2 >= text.len()))
    };
    let side = |at: usize| if own.contains(&at) { Some(true) } else { is_foreign(&texts[at]).then_some(false) };
    (0..texts.len()).map(side).collect()
}

/// The text of a gzipped page.
fn unpacked(file: &Path) -> String {
    let mut bytes = Vec::new();
    flate2::read::GzDecoder::new(std::fs::File::open(file).unwrap()).read_to_end(&mut bytes).unwrap();
    charset::decode(&bytes, None).map(|(text, _)| text.into_owned()).unwrap_or_default()
}

/// How many parts the data are cut into; each is held out once.
pub(super) const PARTS: u128 = 5;

/// Which blocks the gold body holds: long ones by their 4-grams, each of which counts once, short ones between them by their words.
fn gold_path(blocks: &[Block], gold: &str) -> Vec<State> {
    let mut open = grams(gold);
    let mut inside: Vec<Option<bool>> = Vec::new();
    for block in blocks {
        let words = words(&block.text);
        if words.len() < 6 {
            inside.push(None);
            continue;
        }
        let hits = words.windows(4).filter(|gram| open.get(*gram).is_some_and(|n| *n > 0)).count();
        let is_in = hits * 2 > words.len() - 3;
        if is_in {
            words.windows(4).for_each(|gram| {
                open.entry(gram.to_vec()).and_modify(|n| *n = n.saturating_sub(1));
            });
        }
        inside.push(Some(is_in));
    }
    let padded = format!(" {} ", words(gold).join(" "));
    let first = inside.iter().position(|i| *i == Some(true));
    let last = inside.iter().rposition(|i| *i == Some(true));
    let (Some(first), Some(last)) = (first, last) else { return vec![State::Before; blocks.len()] };
    (0..blocks.len())
        .map(|at| match inside[at] {
            _ if at < first => State::Before,
            _ if at > last => State::After,
            Some(true) => State::Body,
            None if padded.contains(&format!(" {} ", words(&blocks[at].text).join(" "))) => State::Body,
            _ => State::Insert,
        })
        .collect()
}
