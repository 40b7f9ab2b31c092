//! Trains the weights of the body model: a conditional random field whose gold paths come from pages with a body marked by people.
//!
//! `PARALLAX_PAGES=pages.jsonl cargo test --lib train_the_body_model -- --ignored --nocapture` reads records with `text` (a page),
//! `gold_body` and `split_key` (what must stand in one part), prints F1 on each part of the pages when trained on the others, then trains
//! on all pages and writes `weights.tsv`. The loss is the softmax-margin of Gimpel and Smith (2010): a block that lies on the wrong side
//! of the body costs by its share of the page's gold words.
//!
//! The dumps of the training data all come from three tools. So that other dumps are read as well, each page is also given in variants
//! that a crawler might have made of it: without marks, without blank lines, with promotion of other stories put in.

#![cfg(test)]
#![expect(clippy::print_stdout, reason = "figures for the person who trains")]

use std::collections::HashMap;

mod pages;

use super::decide::{State, Values, best_path};
use super::features::{Features, features};
use super::weights::{Column, Kind, ROLES, Weights};
use crate::ingest::block::Block;
use crate::ingest::{dump, html};

use pages::{Example, PARTS, grams, read_pages, with_variants, words};

/// Passes over all pages.
const ROUNDS: usize = 160;
/// Step of the optimiser (Adam).
const STEP: f32 = 0.06;
/// Weight of the squared weights in the loss.
const SHRINK: f32 = 0.012;
/// What is known beforehand: towards these weights, and towards zero elsewhere, the training leans where the pages say little.
const KNOWN: &[(&str, &str, f32)] = &[
    ("byline", "body", -2.0),
    ("byline", "insert", -2.0),
    ("headline over a byline", "body", -3.0),
    ("headline over a byline", "insert", -4.0),
    ("prose under a glued credit", "body", 2.0),
    ("glued credit", "body", -3.0),
    ("glued credit", "insert", 2.0),
    ("glued credit below", "body", -1.5),
    ("glued credit below", "insert", 1.0),
    ("promotion", "body", -1.5),
    ("comments", "body", -1.5),
    ("legal", "body", -2.0),
    ("sharing", "body", -2.0),
    ("navigation", "body", -2.0),
    ("related", "body", -2.0),
    ("furniture", "body", -1.5),
    ("caption", "body", -2.0),
    ("related", "end", 1.5),
    ("words come back across", "end", -2.0),
    ("words come back across", "insert", 1.0),
    ("line under a related line", "body", -1.5),
    ("line under a related line", "insert", 1.0),
    ("credit", "body", -1.0),
    ("comments", "end", 1.5),
    ("promotion", "end", 1.0),
    ("named related", "body", -1.0),
    ("inside named related", "body", -0.5),
    ("named sharing", "body", -1.0),
    ("inside named sharing", "body", -0.5),
    ("named promotion", "body", -1.0),
    ("inside named promotion", "body", -0.5),
    ("named advertisement", "body", -1.0),
    ("inside named advertisement", "body", -0.5),
    ("named comments", "body", -1.0),
    ("inside named comments", "body", -0.5),
    ("named navigation", "body", -1.0),
    ("inside named navigation", "body", -0.5),
    ("named footer", "body", -1.0),
    ("inside named footer", "body", -0.5),
    ("named notice", "body", -1.0),
    ("inside named notice", "body", -0.5),
    ("within nav", "body", -1.0),
    ("within footer", "body", -1.0),
    ("within aside", "body", -1.0),
    ("within form", "body", -1.0),
    ("within figure", "body", -1.0),
    ("named caption", "body", -1.0),
    ("all linked", "body", -1.0),
    ("in a figure caption", "body", -1.5),
    ("child of the main element", "body", 1.0),
    ("named comments", "end", 0.5),
    ("in a list of dated parts", "body", -1.0),
    ("in a list of linked parts", "body", -1.0),
    ("in a list of dated parts", "end", 0.5),
];
/// What all blocks of a body together cost when they are missed.
const COST: f32 = 16.0;
/// The most that one block costs.
const DEAREST: f32 = 3.0;

/// What the training needs of a page: the features that are not zero, the gold path, and the cost of each block.
struct Lesson {
    features: Vec<Vec<(usize, f32)>>,
    gold: Vec<State>,
    costs: Vec<f32>,
}

impl Lesson {
    fn of(page: &Example) -> Self {
        let gold_words = words(&page.gold_text).len().max(50) as f32;
        let cost = |block: &Block| (COST * words(&block.text).len() as f32 / gold_words).min(DEAREST);
        let present = |features: &Features| {
            features.iter().enumerate().filter(|(_, (_, value))| *value != 0.0).map(|(n, (_, value))| (n, *value)).collect()
        };
        Self {
            features: page.features.iter().map(present).collect(),
            gold: page.gold.clone(),
            costs: page.blocks.iter().map(cost).collect(),
        }
    }

    fn values(&self, at: usize, weights: &Weights) -> Values {
        let sum = |role: usize| self.features[at].iter().map(|(feature, value)| weights.columns[role][*feature] * value).sum();
        Values { body: sum(0), begin: sum(1), insert: sum(2), open: sum(3), end: sum(4) }
    }

    /// Worth of a step, with the cost of the wrong side added.
    fn step(&self, at: usize, values: Values, from: State, to: State) -> f32 {
        let wrong = (to == State::Body) != (self.gold[at] == State::Body);
        values.step(from, to) + if wrong { self.costs[at] } else { 0.0 }
    }

    /// Adds the gradient: what the gold path has less what the model expects, by the forward-backward algorithm.
    fn add_gradient(&self, weights: &Weights, gradient: &mut [Column; ROLES.len()]) {
        let length = self.gold.len();
        let values: Vec<Values> = (0..length).map(|at| self.values(at, weights)).collect();
        let mut forward = vec![[f32::NEG_INFINITY; 4]; length + 1];
        forward[0][0] = 0.0;
        for at in 0..length {
            for to in State::ALL {
                for &from in to.predecessors() {
                    let worth = forward[at][from as usize] + self.step(at, values[at], from, to);
                    forward[at + 1][to as usize] = log_add(forward[at + 1][to as usize], worth);
                }
            }
        }
        let may_end = |state: &State| state.may_end();
        let mut backward = State::ALL.map(|state| if may_end(&state) { 0.0 } else { f32::NEG_INFINITY });
        let ends = State::ALL.into_iter().filter(may_end);
        let total = ends.fold(f32::NEG_INFINITY, |sum, state| log_add(sum, forward[length][state as usize]));
        for at in (0..length).rev() {
            let mut surplus = [0.0_f32; ROLES.len()];
            let mut above = [f32::NEG_INFINITY; 4];
            let gold_from = if at == 0 { State::Before } else { self.gold[at - 1] };
            for to in State::ALL {
                for &from in to.predecessors() {
                    let worth = self.step(at, values[at], from, to) + backward[to as usize];
                    above[from as usize] = log_add(above[from as usize], worth);
                    let gold = f32::from(u8::from(from == gold_from && to == self.gold[at]));
                    let expected = (forward[at][from as usize] + worth - total).exp();
                    for &role in roles(from, to) {
                        surplus[role] += gold - expected;
                    }
                }
            }
            for (column, amount) in gradient.iter_mut().zip(surplus) {
                self.features[at].iter().for_each(|(feature, value)| column[*feature] += amount * value);
            }
            backward = above;
        }
    }
}

/// The log of the sum of two exponentials.
fn log_add(a: f32, b: f32) -> f32 {
    let (low, high) = if a < b { (a, b) } else { (b, a) };
    if low == f32::NEG_INFINITY { high } else { high + (low - high).exp().ln_1p() }
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

/// The weights known beforehand.
fn known(names: &Features) -> Weights {
    let mut weights = Weights::zero(names.len());
    for (name, role, weight) in KNOWN {
        // What is known of places says nothing of a dump.
        let Some(feature) = names.iter().position(|(known, _)| known == name) else { continue };
        let role = ROLES.iter().position(|known| known == role).expect("a role of that name");
        weights.columns[role][feature] = *weight;
    }
    weights
}

/// Climbs the gradient with Adam, the step shrinking to nothing.
fn train(pages: &[Example]) -> Weights {
    let known = known(&pages[0].features[0]);
    let lessons: Vec<Lesson> = pages.iter().map(Lesson::of).collect();
    let mut weights = known.clone();
    let (mut mean, mut square) = (Weights::zero(known.columns[0].len()).columns, Weights::zero(known.columns[0].len()).columns);
    for round in 1..=ROUNDS {
        let mut gradient = Weights::zero(known.columns[0].len()).columns;
        for lesson in &lessons {
            lesson.add_gradient(&weights, &mut gradient);
        }
        for role in 0..ROLES.len() {
            for feature in 0..known.columns[0].len() {
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

/// Mean precision, mean recall and the F1 of the two, as the article-extraction-benchmark has them.
fn measure<'a>(read: impl Iterator<Item = &'a (&'a Example, Vec<State>)>) -> (f64, f64, f64) {
    let (mut precision, mut recall) = (Vec::new(), Vec::new());
    for (page, path) in read {
        let kept: Vec<&str> = page.blocks.iter().zip(path).filter(|(_, s)| **s == State::Body).map(|(b, _)| b.text.as_str()).collect();
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

/// Prints the figures of each kind of page.
fn report(name: &str, read: &[(&Example, Vec<State>)]) {
    for kind in KINDS {
        let of_kind = || read.iter().filter(|(page, _)| page.kind.starts_with(kind));
        if of_kind().next().is_some() {
            let (f1, precision, recall) = measure(of_kind());
            println!("{name:20} {kind:13} f1 {f1:.4}  precision {precision:.4}  recall {recall:.4}");
        }
    }
}

/// Prints the blocks of a page that were put on the wrong side, where they are many.
fn misses(page: &Example, path: &[State]) {
    let (f1, precision, recall) = measure(std::iter::once(&(page, path.to_vec())));
    if f1 > 0.95 {
        return;
    }
    println!("== {} f1 {f1:.3}  precision {precision:.3}  recall {recall:.3}", page.name);
    for ((block, state), gold) in page.blocks.iter().zip(path).zip(&page.gold) {
        if (*state == State::Body) != (*gold == State::Body) && block.text.split(' ').count() > 3 {
            let start: String = block.text.chars().take(110).collect();
            println!("{} {start}", if *gold == State::Body { "missed" } else { "leaked" });
        }
    }
}

/// What is learned from: dumps with their variants, HTML pages as they are.
fn lessons_of(pages: &[&Example]) -> Vec<Example> {
    if pages.iter().any(|page| page.is_html) { pages.iter().map(|page| (*page).clone()).collect() } else { with_variants(pages) }
}

/// The kinds of pages that are reported apart.
const KINDS: [&str; 9] =
    ["html-text", "html2text", "inscriptis", "variant 0", "variant 1", "variant 2", "human", "site-rules", "tool-snapshot"];

#[test]
#[ignore = "needs pages with a gold body; see the top of the file"]
fn train_the_body_model() {
    let pages = read_pages();
    let all: Vec<&Example> = pages.iter().collect();
    let mut unseen: Vec<(Example, Vec<State>)> = Vec::new();
    for part in 0..PARTS {
        let (there, here): (Vec<&Example>, Vec<&Example>) = all.iter().copied().partition(|page| page.part == part);
        let weights = train(&lessons_of(&here));
        unseen.extend(
            lessons_of(&there).into_iter().map(|page| (best_path(&page.features, &weights), page)).map(|(path, page)| (page, path)),
        );
    }
    if std::env::var_os("PARALLAX_MISSES").is_some() {
        for (page, path) in &unseen {
            misses(page, path);
        }
    }
    report("each part held out", &unseen.iter().map(|(page, path)| (page, path.clone())).collect::<Vec<_>>());
    let weights = train(&lessons_of(&all));
    report("all, seen", &all.iter().map(|page| (*page, best_path(&page.features, &weights))).collect::<Vec<_>>());
    let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("src/ingest/body").join(if pages[0].is_html {
        "weights_of_html.tsv"
    } else {
        "weights_of_text.tsv"
    });
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
    let bytes = std::fs::read(std::env::var("PARALLAX_PAGE").expect("PARALLAX_PAGE names a page")).unwrap();
    let text = String::from_utf8_lossy(&bytes);
    let is_html = text.trim_start().starts_with('<');
    let page = if is_html { html::read(&text).0 } else { dump::read(&crate::text::sanitize::clean(&text).0) };
    let kind = if is_html { Kind::Html } else { Kind::Text };
    for ((block, features), state) in page.blocks.iter().zip(&features(&page)).zip(super::states(&page)) {
        let worth = Weights::trained(kind).values(features);
        let start: String = block.text.chars().take(70).collect();
        println!("{state:7?} {:6.1} {:6.1} {:6.1} {:6.1} {:6.1}  {start}", worth.body, worth.begin, worth.insert, worth.open, worth.end);
    }
}
