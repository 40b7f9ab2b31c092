//! Trains the model that tells whether two sentences tell the same thing.
//!
//! `PARALLAX_LINKS=pairs.jsonl cargo test --lib train_the_link_model -- --ignored --nocapture` reads records with `left` and `right` (the
//! sentences of two reports), `links` (pairs of their numbers) and `split_key` (what must stand in one part), or with a single sentence on
//! either side and how alike people find them, `score`, 0 to 5. It prints how well both are told when each part is held out, then trains on
//! all and writes `weights_of_links.tsv`.

#![cfg(test)]
#![expect(clippy::print_stdout, reason = "figures for the person who trains")]

use serde_json::Value;

use super::report::{Prepared, Report};
use super::similarity::{FEATURES, features};
use crate::event::logistic::fit::{fit, held_out, part, table};
use crate::extract::Claims;
use crate::ingest::{Options, ingest};

/// The best score that people give.
const ALIKE: f32 = 5.0;

type Example = ([f32; FEATURES.len()], f32);

/// What two texts have in common, pair by pair of their sentences: one sentence a paragraph.
fn rows(left: &[String], right: &[String]) -> Option<Vec<Vec<[f32; FEATURES.len()]>>> {
    let read = |sentences: &[String]| {
        ingest(sentences.join("\n\n").as_bytes(), "report.txt", Options { keep_all: true, ..Options::default() }).ok()
    };
    let (left, right, claims) = (read(left)?.article, read(right)?.article, Claims::default());
    let read = (Prepared::with(&left, Claims::default()), Prepared::with(&right, Claims::default()));
    Some(features(&Report::of(&read.0, &claims, &right), &Report::of(&read.1, &claims, &left)).collect())
}

fn examples(record: &Value) -> Vec<Example> {
    let sentences = |side: &str| -> Vec<String> {
        let list = record[side].as_array().into_iter().flatten();
        list.filter_map(Value::as_str).map(str::to_owned).collect()
    };
    let (left, right) = (sentences("left"), sentences("right"));
    let Some(rows) = rows(&left, &right).filter(|rows| rows.len() == left.len() && rows.iter().all(|row| row.len() == right.len())) else {
        return Vec::new();
    };
    let is_linked = |i: usize, j: usize| record["links"].as_array().is_some_and(|links| links.contains(&serde_json::json!([i, j])));
    let label = |i: usize, j: usize| match record["score"].as_f64() {
        Some(score) => score as f32 / ALIKE,
        None => f32::from(u8::from(is_linked(i, j))),
    };
    rows.iter()
        .enumerate()
        .flat_map(|(i, row)| row.iter().enumerate().map(move |(j, x)| (*x, i, j)))
        .map(|(x, i, j)| (x, label(i, j)))
        .collect()
}

fn pearson(pairs: &[(f32, f32)]) -> f32 {
    let count = pairs.len() as f32;
    let (x, y) = (pairs.iter().map(|p| p.0).sum::<f32>() / count, pairs.iter().map(|p| p.1).sum::<f32>() / count);
    let sum = |f: fn(f32, f32) -> f32| pairs.iter().map(|p| f(p.0 - x, p.1 - y)).sum::<f32>();
    sum(|a, b| a * b) / (sum(|a, _| a * a) * sum(|_, b| b * b)).sqrt()
}

#[test]
#[ignore = "needs pairs of reports with links; see the top of the file"]
fn train_the_link_model() {
    let path = std::env::var("PARALLAX_LINKS").expect("PARALLAX_LINKS names the training data");
    let (mut all, mut parts, mut is_link) = (Vec::new(), Vec::new(), Vec::new());
    for line in std::fs::read_to_string(path).unwrap().lines() {
        let record: Value = serde_json::from_str(line).unwrap();
        let found = examples(&record);
        parts.extend(found.iter().map(|_| part(record["split_key"].as_str().unwrap())));
        is_link.extend(found.iter().map(|_| record["score"].is_null()));
        all.extend(found);
    }
    let unseen = held_out(&all, &parts);
    let of = |links: bool| -> Vec<(f32, f32)> {
        unseen.iter().zip(&all).zip(&is_link).filter(|(_, is)| **is == links).map(|((p, (_, label)), _)| (*p, *label)).collect()
    };
    println!("{} scored pairs, Pearson {:.4}", of(false).len(), pearson(&of(false)));
    let links = of(true);
    for least in [0.0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.8] {
        let kept: Vec<f32> = links.iter().filter(|(p, _)| *p >= least).map(|(_, label)| *label).collect();
        println!("of {} pairs from {least} on {:.3} are linked", kept.len(), kept.iter().sum::<f32>() / kept.len().max(1) as f32);
    }
    let model = fit(&all);
    let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("src/compare/weights_of_links.tsv");
    std::fs::write(path, table(&model, FEATURES)).unwrap();
}
