//! Trains the weights of the body model: a conditional random field whose gold paths come from pages with a body marked by people.
//!
//! `PARALLAX_PAGES=pages.jsonl cargo test --lib train_the_body_model -- --ignored --nocapture` reads one record a line, prints how well
//! the program reads each part of the pages when trained on the others, then trains on all pages and writes the table of weights. A record has
//! `text` (a dump) or `html` (a gzipped page's file), `split_key` (what must stand in one part), and `gold_body`, or else `with` and
//! `without`: pieces that belong to the body and pieces that do not. Where only pieces are known, all paths that agree with them are gold
//! (a hidden-state conditional random field, Quattoni et al. 2007). The loss is the softmax-margin of Gimpel and Smith (2010): a block
//! that lies on the wrong side of the body costs by its share of the page's gold words.

#![cfg(test)]
#![expect(clippy::print_stdout, reason = "what the model makes of a page, for the person who trains")]

mod climb;
mod known;
mod lesson;
mod pages;
mod report;
mod variants;

use super::decide::State;
use super::features::{Features, features};
use super::outline::Outline;
use super::weights::{Kind, ROLES, Weights};
use crate::ingest::{dump, html};

use climb::train;
use pages::{Example, PARTS, read_pages};
use report::{misses, report};
use variants::with_variants;

/// What is learned from: dumps with their variants, HTML pages as they are.
fn lessons_of(pages: &[&Example]) -> Vec<Example> {
    if pages.iter().any(|page| page.is_html) { pages.iter().map(|page| (*page).clone()).collect() } else { with_variants(pages) }
}

#[test]
#[ignore = "needs pages with a gold body; see the top of the file"]
fn train_the_body_model() {
    let pages = read_pages();
    let all: Vec<&Example> = pages.iter().collect();
    let mut unseen: Vec<(Example, Vec<State>)> = Vec::new();
    for part in 0..PARTS {
        let (there, here): (Vec<&Example>, Vec<&Example>) = all.iter().copied().partition(|page| page.part == part);
        let weights = train(&lessons_of(&here));
        unseen.extend(lessons_of(&there).into_iter().map(|page| (page.states_by(&weights), page)).map(|(states, page)| (page, states)));
    }
    if std::env::var_os("PARALLAX_MISSES").is_some() {
        for (page, path) in &unseen {
            misses(&(page, path.clone()));
        }
    }
    report("each part held out", &unseen.iter().map(|(page, path)| (page, path.clone())).collect::<Vec<_>>());
    let weights = train(&lessons_of(&all));
    report("all, seen", &all.iter().map(|page| (*page, page.states_by(&weights))).collect::<Vec<_>>());
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

/// `PARALLAX_PAGE=page.txt cargo test --lib explain_a_page -- --ignored --nocapture` shows what the model makes of each
/// block, and where it stands in the end.
#[test]
#[ignore = "a tool to look at one page"]
fn explain_a_page() {
    let bytes = std::fs::read(std::env::var("PARALLAX_PAGE").expect("PARALLAX_PAGE names a page")).unwrap();
    let text = String::from_utf8_lossy(&bytes);
    let is_html = text.trim_start().starts_with('<');
    let page = if is_html { html::read(&text).0 } else { dump::read(&crate::text::sanitize::clean(&text).0) };
    let kind = if is_html { Kind::Html } else { Kind::Text };
    let path = super::states(&page);
    let outline = Outline::of_path(&page, path.clone()).map_or_else(|| path.clone(), |outline| outline.states);
    for (((block, features), state), after) in page.blocks.iter().zip(&features(&page)).zip(path).zip(outline) {
        let worth = Weights::trained(kind).values(features);
        let start: String = block.text.chars().take(70).collect();
        let numbers = [worth.body, worth.begin, worth.insert, worth.open, worth.end, worth.resume].map(|number| format!("{number:6.1}"));
        println!("{state:7?} {after:7?} {}  {start}", numbers.join(" "));
    }
}
