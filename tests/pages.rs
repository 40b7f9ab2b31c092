//! Dirty pages of many shapes in `tests/fixtures/pages`, each with what is to be read off it in a file beside it.

#![allow(clippy::unwrap_used, clippy::panic, clippy::expect_used, reason = "a test says so by panicking")]

use std::fs;
use std::path::Path;

use parallax::article::{Article, ParagraphKind, Published};
use parallax::ingest::{Options, open};

/// An article as the expectations write it: the metadata, a blank line, a line for each paragraph with a mark for its kind.
fn written(article: &Article) -> String {
    let metadata = &article.metadata;
    let published = metadata.published.as_ref().map(|found| format!("{} ({})", found.value.rfc3339(), found.describe()));
    let mut lines = vec![];
    for (name, value) in [
        ("title", article.title().map(str::to_owned)),
        ("source", article.source().map(str::to_owned)),
        ("author", article.author()),
        ("agency", metadata.agency.as_ref().map(|found| found.value.clone())),
        ("published", published),
        ("updated", metadata.updated.as_ref().map(|found| Published::rfc3339(found.value))),
        ("language", metadata.language().map(str::to_owned)),
    ] {
        lines.push(format!("{name}: {}", value.unwrap_or_else(|| "-".to_owned())));
    }
    lines.extend(metadata.url.as_ref().map(|url| format!("url: {url}")));
    lines.push(String::new());
    for paragraph in article.body.paragraphs() {
        let mark = match paragraph.kind {
            ParagraphKind::Prose => "",
            ParagraphKind::Subhead => "## ",
            ParagraphKind::ListItem => "* ",
            ParagraphKind::BlockQuote => "> ",
        };
        lines.push(format!("{mark}{}", article.body.words(paragraph.span)));
    }
    lines.join("\n") + "\n"
}

/// Lines that differ, for a message that can be read.
fn differences(want: &str, got: &str) -> String {
    let change = similar::TextDiff::from_lines(want, got);
    let lines: Vec<String> =
        change.iter_all_changes().filter(|c| c.tag() != similar::ChangeTag::Equal).map(|c| format!("{}{c}", c.tag())).collect();
    lines.concat()
}

/// What is read off a file; of several articles each under its number, with what is said of the file above them.
fn read(page: &[u8]) -> String {
    let opened = match open(page, "page", Options::default()) {
        Ok(opened) => opened,
        Err(refusal) => return format!("refused: {refusal}\n"),
    };
    let mut parts: Vec<String> = opened.warnings.iter().map(|warning| format!("warning: {warning}\n")).collect();
    for (number, saved) in (1..).zip(opened.articles) {
        let (article, others) = match saved.and_then(|saved| saved.read()) {
            Ok(ingested) => (written(&ingested.article), ingested.others),
            Err(refusal) => (format!("refused: {refusal}\n"), Vec::new()),
        };
        parts.push(if opened.is_list { format!("[{number}]\n{article}") } else { article });
        parts.extend(others.iter().map(|other| format!("[{}]\n{}", other.entry.unwrap_or_default(), written(other))));
    }
    parts.join("\n")
}

#[test]
fn pages_are_read_as_expected() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/pages");
    let mut wrong = Vec::new();
    let mut pages = 0;
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.extension().is_some_and(|extension| extension == "expected") {
            continue;
        }
        pages += 1;
        let want = fs::read_to_string(path.with_extension("expected")).unwrap_or_default();
        let got = read(&fs::read(&path).unwrap());
        if got != want {
            wrong.push(format!("{}:\n{}", path.file_name().unwrap().to_string_lossy(), differences(&want, &got)));
        }
    }
    assert!(pages >= 18, "only {pages} pages");
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
