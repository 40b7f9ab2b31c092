//! The five real pages: what a careful person reads off them, against what the program does. Ignored where they are not beside the checkout.

#![allow(clippy::unwrap_used, clippy::panic, clippy::expect_used, reason = "a test says so by panicking")]

use std::fs;
use std::path::PathBuf;

use parallax::article::Article;
use parallax::ingest::{Options, ingest};
use serde_json::Value;

fn folder() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../shared/seeds")
}

fn expected() -> Value {
    serde_json::from_str(&fs::read_to_string(folder().join("expected.json")).unwrap()).unwrap()
}

fn article(file: &str) -> Article {
    ingest(&fs::read(folder().join(file)).unwrap(), file, Options::default()).unwrap().article
}

/// A comparison key: quotation marks and blanks unified, case ignored.
fn fold(text: &str) -> String {
    text.split_whitespace().map(parallax::text::fold::key).collect::<Vec<_>>().join(" ")
}

/// Whether one text stands in the other, or both are missing.
fn agree(want: Option<&str>, got: Option<&str>) -> bool {
    match (want.map(fold), got.map(fold)) {
        (Some(want), Some(got)) => want.contains(&got) || got.contains(&want),
        (want, got) => want == got,
    }
}

#[test]
#[cfg_attr(not(has_seeds), ignore = "the five real pages are not beside this checkout")]
fn articles_are_read_as_a_careful_person_reads_them() {
    let mut wrong = Vec::new();
    for want in expected()["articles"].as_array().unwrap() {
        let file = want["file"].as_str().unwrap();
        let got = article(file);
        let body = fold(got.body.text());
        let mut check = |holds: bool, what: String| {
            if !holds {
                wrong.push(format!("{file}: {what}"));
            }
        };
        check(want["title"].as_str().map(fold) == got.title().map(fold), format!("title {:?}", got.title()));
        check(agree(want["source"].as_str(), got.source()), format!("source {:?}", got.source()));
        check(agree(want["author"].as_str(), got.author().as_deref()), format!("author {:?}", got.author()));
        let day = got.published().map(|at| at.day().to_string());
        check(want["date"].as_str() == day.as_deref(), format!("date {day:?}"));
        check(body.starts_with(&fold(want["body_starts"].as_str().unwrap())), format!("body starts {body:.60}"));
        check(body.ends_with(&fold(want["body_ends"].as_str().unwrap())), format!("body of {} bytes ends elsewhere", body.len()));
        for text in want["not_in_body"].as_array().unwrap() {
            check(!body.contains(&fold(text.as_str().unwrap())), format!("body holds {text}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
