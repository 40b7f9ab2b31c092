//! Trains the model that tells whether two reports are of one event.
//!
//! `PARALLAX_EVENTS=reports.jsonl cargo test --lib train_the_event_model -- --ignored --nocapture` reads records with `text` (a report),
//! `event` (what it reports), `split_key` (what must stand in one part), and where known `title`, `date` and `source_corpus`. It takes the
//! pairs of reports of one corpus whose words are alike at all, prints how the pairs are told apart and how the reports are grouped when
//! each part is held out, then trains on all pairs and writes `weights_of_events.tsv`.

#![cfg(test)]
#![expect(clippy::print_stdout, reason = "figures for the person who trains")]

use std::collections::BTreeMap;

use serde_json::Value;

use super::Signature;
use super::cluster::Clusters;
use super::likeness::FEATURES;
use super::logistic::fit::{fit, held_out, part, table};
use super::logistic::probability;
use super::neighbours::{Edge, pairs, threshold};
use super::rarity::Rarity;
use crate::ingest::{Options, ingest};

/// A report, which event and topic it belongs to.
struct Report {
    signature: Signature,
    event: String,
    part: u128,
    key: String,
}

/// Lines of a saved page that give its date: a reader's library has them as the report's day, not among its words.
fn without_date_lines(text: &str) -> String {
    let is_year = |word: &str| {
        let digits: String = word.chars().filter(char::is_ascii_digit).collect();
        digits.len() == 4 && (digits.starts_with("19") || digits.starts_with("20"))
    };
    let is_date = |line: &&str| line.split_whitespace().count() <= 14 && line.split_whitespace().any(is_year);
    text.lines().filter(|line| !is_date(line)).collect::<Vec<_>>().join("\n")
}

/// The reports of each corpus; with and without the lines that give dates.
fn read() -> BTreeMap<(String, bool), Vec<Report>> {
    let path = std::env::var("PARALLAX_EVENTS").expect("PARALLAX_EVENTS names the training data");
    let mut corpora: BTreeMap<(String, bool), Vec<Report>> = BTreeMap::new();
    for line in std::fs::read_to_string(path).unwrap().lines() {
        let record: Value = serde_json::from_str(line).unwrap();
        let field = |name: &str| record[name].as_str().unwrap_or_default().to_owned();
        let head = if record["date"].is_string() { format!(" date {} {}\n", field("date"), field("title")) } else { String::new() };
        for with_dates in [true, false] {
            let body = if with_dates { field("text") } else { without_date_lines(&field("text")) };
            let page = format!("{head}{body}").replace('\n', "\n\n");
            let Ok(read) = ingest(page.as_bytes(), "report.txt", Options { keep_all: true, ..Options::default() }) else { continue };
            let article = read.article;
            let (signature, part, key) = (Signature::of(&article), part(&field("split_key")), field("split_key"));
            let report = Report { signature, event: field("event"), part, key };
            corpora.entry((field("source_corpus"), with_dates)).or_default().push(report);
        }
    }
    corpora
}

/// Mean over the reports of the harmonic mean's two sides: how pure its group is, and how much of its event is in it (B-cubed).
fn b_cubed(reports: &[Report], groups: &[Vec<usize>]) -> (f64, f64) {
    let (mut pure, mut whole) = (0.0, 0.0);
    for group in groups {
        for &report in group {
            let of_event = |other: &&Report| other.event == reports[report].event;
            let shared = group.iter().filter(|&&other| reports[other].event == reports[report].event).count() as f64;
            pure += shared / group.len() as f64;
            whole += shared / reports.iter().filter(of_event).count() as f64;
        }
    }
    (pure / reports.len() as f64, whole / reports.len() as f64)
}

#[test]
#[ignore = "needs reports with the events they are of; see the top of the file"]
fn train_the_event_model() {
    let corpora = read();
    let (mut examples, mut parts, mut places) = (Vec::new(), Vec::new(), Vec::new());
    for (corpus, reports) in &corpora {
        let signatures: Vec<Signature> = reports.iter().map(|report| report.signature.clone()).collect();
        for (left, right, likeness) in pairs(&signatures, &Rarity::among(&signatures)) {
            let (one, other) = (&reports[left], &reports[right]);
            examples.push((likeness.features(), f32::from(u8::from(one.event == other.event))));
            parts.push(if one.key <= other.key { one.part } else { other.part });
            places.push((corpus, left, right));
        }
    }
    let unseen = held_out(&examples, &parts);
    for (corpus, reports) in &corpora {
        let of_corpus = || places.iter().zip(&unseen).filter(|((other, ..), _)| *other == corpus);
        for factor in [0.7, 0.85, 1.0, 1.15, 1.3] {
            let edge = |(&(_, left, right), score): (&(_, usize, usize), &f32)| {
                let bar: f32 = factor * threshold(reports[left].signature.day, reports[right].signature.day);
                Edge { left, right, strength: score / bar }
            };
            let edges: Vec<Edge> = of_corpus().map(edge).collect();
            let (precision, recall) = b_cubed(reports, &Clusters::of(reports.len(), &edges, &super::Decisions::default()).into_groups());
            let f1 = 2.0 * precision * recall / (precision + recall);
            println!("{corpus:?} at {factor:.2} of the threshold: B-cubed f1 {f1:.3}  precision {precision:.3}  recall {recall:.3}");
        }
    }
    let model = fit(&examples);
    let right = examples.iter().filter(|(x, same)| (probability(model.evidence(x)) >= 0.5) == (*same > 0.5)).count();
    println!("{} pairs, {:.3} of them right when seen", examples.len(), right as f64 / examples.len() as f64);
    let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("src/event/weights_of_events.tsv");
    std::fs::write(path, table(&model, FEATURES)).unwrap();
}
