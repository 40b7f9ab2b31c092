//! Trains the weights of the body model: a conditional random field whose gold paths come from pages with a body marked by people.
//!
//! `PARALLAX_PAGES=pages.jsonl cargo test --lib train_the_body_model -- --ignored --nocapture` reads records with `text` (a dump),
//! `gold_body` and `split_key` (what must not stand in both halves), prints F1 on both halves when trained on one of them, then trains
//! on all pages and writes `weights.tsv`. The loss is the softmax-margin of Gimpel and Smith (2010): a block that lies on the wrong side
//! of the body costs by its share of the page's gold words.
//!
//! The dumps of the training data all come from three tools. So that other dumps are read as well, each page is also given in variants
//! that a crawler might have made of it: without marks, without blank lines, with promotion of other stories put in.

#![cfg(test)]
#![expect(clippy::print_stdout, reason = "figures for the person who trains")]

use std::collections::HashMap;

use serde_json::Value;

use super::block::{Block, Mark};
use super::decide::{State, Values, best_path};
use super::features::{COUNT, Features, features};
use super::traits::Traits;
use super::weights::{Column, ROLES, Weights};
use super::{Dump, Languages};

/// Passes over all pages.
const ROUNDS: usize = 160;
/// Step of the optimiser (Adam).
const STEP: f32 = 0.06;
/// Weight of the squared weights in the loss.
const SHRINK: f32 = 0.004;
/// What is known beforehand: towards these weights, and towards zero elsewhere, the training leans where the pages say little.
const KNOWN: &[(&str, usize, f32)] = &[
    ("byline", 0, -2.0),
    ("byline", 2, -2.0),
    ("glued credit", 0, -3.0),
    ("glued credit", 2, 2.0),
    ("glued credit below", 0, -1.5),
    ("promotion", 0, -1.5),
    ("comments", 0, -1.5),
    ("legal", 0, -2.0),
    ("sharing", 0, -2.0),
    ("navigation", 0, -2.0),
    ("related", 0, -2.0),
    ("furniture", 0, -1.5),
    ("caption", 0, -2.0),
    ("related", 4, 1.5),
    ("comments", 4, 1.5),
    ("promotion", 4, 1.0),
];
/// What all blocks of a body together cost when they are missed.
const COST: f32 = 12.0;
/// The most that one block costs.
const DEAREST: f32 = 3.0;

/// A page of the training data.
#[derive(Clone)]
struct Page {
    dump: String,
    half: bool,
    blocks: Vec<Block>,
    features: Vec<Features>,
    gold: Vec<State>,
    gold_text: String,
}

fn words(text: &str) -> Vec<&str> {
    text.split(|c: char| !c.is_alphanumeric() && c != '_').filter(|word| !word.is_empty()).collect()
}

/// The word 4-grams of a text, as the scorer counts them.
fn grams(text: &str) -> HashMap<Vec<&str>, usize> {
    let words = words(text);
    let mut grams = HashMap::new();
    for gram in words.windows(4.min(words.len().max(1))) {
        *grams.entry(gram.to_vec()).or_default() += 1;
    }
    grams
}

fn read_pages() -> Vec<Page> {
    let path = std::env::var("PARALLAX_PAGES").expect("PARALLAX_PAGES names the training data");
    let lines = std::fs::read_to_string(path).unwrap();
    lines.lines().map(|line| page(&serde_json::from_str(line).unwrap())).collect()
}

fn page(record: &Value) -> Page {
    let text = |name: &str| record[name].as_str().unwrap_or_default().to_owned();
    let (clean, _) = crate::text::sanitize::clean(record["text"].as_str().unwrap());
    let dump = Dump::read(&clean);
    let gold_text = text("gold_body");
    let features = features(&dump.blocks, &dump.traits);
    let gold = gold_path(&dump.blocks, &gold_text);
    let half = twox_hash::XxHash3_128::oneshot(text("split_key").as_bytes()).is_multiple_of(2);
    Page { dump: text("dump"), half, features, gold, gold_text, blocks: dump.blocks }
}

/// How many variants of a page there are.
const VARIANTS: usize = 3;

/// What stands below reports on many sites: self-written, a box that asks for money and one for a newsletter.
const BELOW: &[&str] = &[
    "Author: Jane Smith",
    "Support our reporting. Be part of it.",
    "Reporting costs money, and our readers pay for it. Help us with as little as $2 a month, and thank you for reading.",
    "Harbour Daily",
    "News from",
    "the coast in your",
    "inbox",
    "5:10 PM",
];

/// The page as another crawler might have given it; `donor` gives the words of the other stories.
fn variant(page: &Page, donor: &Page, number: usize) -> Page {
    let mut made: Vec<(Block, State)> = page.blocks.iter().cloned().zip(page.gold.iter().copied()).collect();
    let first = page.gold.iter().position(|s| *s == State::Body).unwrap_or(0);
    let last = page.gold.iter().rposition(|s| *s == State::Body).unwrap_or(0);
    match number {
        // Links to other stories in the middle and at the end, as blogs of one outlet have them.
        0 => {
            let middle = first + (last - first) * (donor.blocks.len() % 5 + 1) / 7;
            let foot =
                BELOW.iter().map(|line| (Block { after_blank: donor.blocks.len().is_multiple_of(3), ..Block::plain(line) }, State::After));
            let end = last + 1;
            made.splice(end..end, foot);
            for (at, state) in [(last + 1, State::After), (middle + 1, State::Insert)] {
                made.splice(at..at, card(donor, at, true).into_iter().map(|block| (block, state)));
            }
        }
        // Hardly anything but the report, without blank lines.
        1 => {
            made.truncate(last + 1 + donor.blocks.len() % 3);
            made.drain(..first.saturating_sub(4));
            for (block, _) in &mut made {
                block.after_blank = false;
            }
        }
        // The report with blank lines, and the beginnings of other stories below.
        _ => {
            made.truncate(last + 1);
            let below = (0..4).flat_map(|n| card(donor, n, false)).map(|block| (block, State::After));
            made.extend(below);
            made.drain(..first.saturating_sub(6));
        }
    }
    for (block, _) in &mut made {
        block.mark = Mark::None;
    }
    made.splice(0..0, card(donor, 1, false).into_iter().map(|block| (block, State::Before)));
    let (blocks, mut gold): (Vec<Block>, Vec<State>) = made.into_iter().unzip();
    if !gold.contains(&State::Body) {
        gold.fill(State::Before);
    }
    let traits: Vec<Traits> = blocks.iter().map(|block| Traits::of(block, Languages::ALL)).collect();
    let features = features(&blocks, &traits);
    Page { dump: format!("variant {number}"), half: page.half, blocks, features, gold, gold_text: page.gold_text.clone() }
}

/// A link to another story: a headline, a sentence, and on some sites the outlet glued to the author.
fn card(donor: &Page, number: usize, has_credit: bool) -> Vec<Block> {
    let paragraphs: Vec<&str> = donor.gold_text.lines().filter(|line| line.split(' ').count() > 12).collect();
    let Some(teaser) = paragraphs.get(number % paragraphs.len().max(1)) else { return Vec::new() };
    let headline: Vec<&str> = teaser.split(' ').take(7 + number % 5).collect();
    let mut lines =
        vec![headline.join(" ").trim_end_matches(['.', ',']).to_owned(), teaser.split_inclusive(". ").take(1 + number % 2).collect()];
    lines.extend(
        has_credit.then(|| ["The Harbour PostJane Smith", "Daily CourierJohn Public", "Nordland TimesAna Petrova"][number % 3].to_owned()),
    );
    let blocks = lines.iter().enumerate().map(|(n, line)| Block { after_blank: n == 0, ..Block::plain(line) });
    blocks.collect()
}

/// The pages with their variants; a donor comes from the same half.
fn with_variants(pages: &[&Page]) -> Vec<Page> {
    let mut all: Vec<Page> = pages.iter().map(|page| (*page).clone()).collect();
    for (at, page) in pages.iter().enumerate().filter(|(_, page)| page.gold.contains(&State::Body)) {
        all.extend((0..VARIANTS).map(|number| variant(page, pages[(at * 7 + 10 + number * 3) % pages.len()], number)));
    }
    all
}

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

/// The log of a sum of exponentials.
fn log_sum(values: &[f32]) -> f32 {
    let most = values.iter().copied().fold(f32::NEG_INFINITY, f32::max);
    if most == f32::NEG_INFINITY { most } else { most + values.iter().map(|v| (v - most).exp()).sum::<f32>().ln() }
}

/// Worth of each step into each state of a block, with the cost of the wrong side added.
fn costly_step(values: Values, from: State, to: State, gold: State, cost: f32) -> f32 {
    let wrong = (to == State::Body) != (gold == State::Body);
    values.step(from, to) + if wrong { cost } else { 0.0 }
}

/// Adds a page's gradient: what the gold path has less what the model expects.
fn add_gradient(page: &Page, weights: &Weights, gradient: &mut [Column; ROLES.len()]) {
    let gold_words = words(&page.gold_text).len().max(50) as f32;
    let costs: Vec<f32> = page.blocks.iter().map(|b| (COST * words(&b.text).len() as f32 / gold_words).min(DEAREST)).collect();
    let values: Vec<Values> = page.features.iter().map(|f| weights.values(f)).collect();
    let step = |at: usize, from, to| costly_step(values[at], from, to, page.gold[at], costs[at]);
    let length = values.len();
    let mut forward = vec![[f32::NEG_INFINITY; 4]; length + 1];
    forward[0][0] = 0.0;
    for at in 0..length {
        for to in State::ALL {
            let sums: Vec<f32> = to.predecessors().iter().map(|&from| forward[at][from as usize] + step(at, from, to)).collect();
            forward[at + 1][to as usize] = log_sum(&sums);
        }
    }
    let mut backward = [0.0, 0.0, f32::NEG_INFINITY, 0.0];
    let total = log_sum(&[forward[length][0], forward[length][1], forward[length][3]]);
    for at in (0..length).rev() {
        let mut expected = [0.0_f32; ROLES.len()];
        let mut next = [Vec::new(), Vec::new(), Vec::new(), Vec::new()];
        let before = if at == 0 { State::Before } else { page.gold[at - 1] };
        for to in State::ALL {
            for &from in to.predecessors() {
                let worth = step(at, from, to) + backward[to as usize];
                next[from as usize].push(worth);
                let likely = (forward[at][from as usize] + worth - total).exp();
                let gold = f32::from(u8::from(from == before && to == page.gold[at]));
                for &role in roles(from, to) {
                    expected[role] += gold - likely;
                }
            }
        }
        for (role, amount) in expected.into_iter().enumerate().filter(|(_, amount)| amount.abs() > 1e-6) {
            page.features[at].iter().enumerate().for_each(|(feature, (_, value))| gradient[role][feature] += amount * value);
        }
        backward = next.map(|sums| log_sum(&sums));
    }
}

/// The columns of the table that a step is worth.
fn roles(from: State, to: State) -> &'static [usize] {
    match (from, to) {
        (State::Before, State::Body) => &[0, 1],
        (_, State::Body) => &[0],
        (State::Body, State::Insert) => &[2, 3],
        (_, State::Insert) => &[2],
        (State::Body, State::After) => &[4],
        _ => &[],
    }
}

fn known(names: &Features) -> Weights {
    let mut weights = Weights::zero();
    for (name, role, weight) in KNOWN {
        let feature = names.iter().position(|(known, _)| known == name).expect("a feature of that name");
        weights.columns[*role][feature] = *weight;
    }
    weights
}

fn train(pages: &[Page]) -> Weights {
    let known = known(&pages[0].features[0]);
    let mut weights = known.clone();
    let (mut mean, mut square) = (Weights::zero().columns, Weights::zero().columns);
    for round in 1..=ROUNDS {
        let mut gradient = Weights::zero().columns;
        for page in pages {
            add_gradient(page, &weights, &mut gradient);
        }
        for role in 0..ROLES.len() {
            for feature in 0..COUNT {
                let slope =
                    gradient[role][feature] / pages.len() as f32 - SHRINK * (weights.columns[role][feature] - known.columns[role][feature]);
                mean[role][feature] = 0.9 * mean[role][feature] + 0.1 * slope;
                square[role][feature] = 0.999 * square[role][feature] + 0.001 * slope * slope;
                let (m, s) = (
                    mean[role][feature] / (1.0 - 0.9_f32.powf(round as f32)),
                    square[role][feature] / (1.0 - 0.999_f32.powf(round as f32)),
                );
                weights.columns[role][feature] += STEP * (1.0 - round as f32 / (ROUNDS + 1) as f32) * m / (s.sqrt() + 1e-8);
            }
        }
    }
    weights
}

/// Mean precision, mean recall and the F1 of the two, as the scorer has them.
fn measure<'a>(pages: impl Iterator<Item = &'a Page>, path: impl Fn(&Page) -> Vec<State>) -> (f64, f64, f64) {
    let (mut precision, mut recall) = (Vec::new(), Vec::new());
    for page in pages {
        let path = path(page);
        let kept: Vec<&str> = page.blocks.iter().zip(path).filter(|(_, s)| *s == State::Body).map(|(b, _)| b.text.as_str()).collect();
        let kept = kept.join("\n");
        let (got, gold) = (grams(&kept), grams(&page.gold_text));
        let hit: usize = got.iter().map(|(gram, n)| n.min(gold.get(gram).unwrap_or(&0))).sum();
        let count = |grams: &HashMap<Vec<&str>, usize>| grams.values().sum::<usize>().max(1) as f64;
        if !got.is_empty() {
            precision.push(hit as f64 / count(&got));
        }
        recall.push(hit as f64 / count(&gold));
    }
    let mean = |values: &[f64]| values.iter().sum::<f64>() / values.len().max(1) as f64;
    let (p, r) = (mean(&precision), mean(&recall));
    (2.0 * p * r / (p + r).max(1e-9), p, r)
}

fn report(name: &str, pages: &[&Page], path: impl Fn(&Page) -> Vec<State>) {
    for dump in ["html-text", "html2text", "inscriptis", "variant 0", "variant 1", "variant 2"] {
        if !pages.iter().any(|page| page.dump.starts_with(dump)) {
            continue;
        }
        let (f1, precision, recall) = measure(pages.iter().copied().filter(|page| page.dump.starts_with(dump)), &path);
        println!("{name:28} {dump:12} f1 {f1:.4}  precision {precision:.4}  recall {recall:.4}");
    }
}

#[test]
#[ignore = "needs pages with a gold body; see the top of the file"]
fn train_the_body_model() {
    let pages = read_pages();
    let all: Vec<&Page> = pages.iter().collect();
    let (one, other): (Vec<&Page>, Vec<&Page>) = all.iter().copied().partition(|page| page.half);
    report("gold blocks", &all, |page| page.gold.clone());
    for (name, here, there) in [("first half", &one, &other), ("second half", &other, &one)] {
        let weights = train(&with_variants(here));
        report(&format!("{name}, seen"), here, |page| best_path(&page.features, &weights));
        let unseen = with_variants(there);
        report(&format!("{name}, the other unseen"), &unseen.iter().collect::<Vec<_>>(), |page| best_path(&page.features, &weights));
    }
    let weights = train(&with_variants(&all));
    report("all, seen", &all, |page| best_path(&page.features, &weights));
    let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("src/ingest/dump/weights.tsv");
    std::fs::write(path, table(&weights, &pages[0].features[0])).unwrap();
}

/// The table of weights, with the features' names.
pub(super) fn table(weights: &Weights, names: &Features) -> String {
    let mut lines = vec![format!("feature\t{}", ROLES.join("\t"))];
    for (feature, (name, _)) in names.iter().enumerate() {
        let numbers: Vec<String> = weights.columns.iter().map(|column| format!("{:.3}", column[feature])).collect();
        lines.push(format!("{name}\t{}", numbers.join("\t")));
    }
    lines.join("\n") + "\n"
}

/// `PARALLAX_PAGE=page.txt cargo test --lib explain_a_page -- --ignored --nocapture` shows what the model makes of each block.
#[test]
#[ignore = "a tool to look at one page"]
fn explain_a_page() {
    let text = std::fs::read_to_string(std::env::var("PARALLAX_PAGE").expect("PARALLAX_PAGE names a page")).unwrap();
    let (clean, _) = crate::text::sanitize::clean(&text);
    let dump = Dump::read(&clean);
    let features = features(&dump.blocks, &dump.traits);
    for ((block, features), state) in dump.blocks.iter().zip(&features).zip(dump.states()) {
        let worth = Weights::trained().values(features);
        let start: String = block.text.chars().take(70).collect();
        println!("{state:7?} {:6.1} {:6.1} {:6.1} {:6.1} {:6.1}  {start}", worth.body, worth.begin, worth.insert, worth.open, worth.end);
    }
}
