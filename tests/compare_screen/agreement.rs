//! The header, the tabs, the steps, the text and the JSON give the same numbers for the same thing.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use parallax::article::Article;
use parallax::compare::{Comparison, Options, compare};
use parallax::export::{json, text};
use parallax::ingest;

use super::Screen;

/// Cells of the printed text, and the place of the signs between its columns.
const COLUMNS: usize = 160;
const SIGN: usize = (COLUMNS - 5) / 2 + 2;

/// The reports of the sample library by the event in their names (`05_dam_second_evening.txt`), and the golden pairs.
fn pairs() -> Vec<(Article, Article)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let files = |folder: PathBuf| {
        let mut files: Vec<PathBuf> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
        files.sort();
        files
    };
    let mut events: BTreeMap<String, Vec<Article>> = BTreeMap::new();
    for file in files(root.join("src/library/sample")) {
        let name = file.file_name().unwrap().to_str().unwrap();
        events.entry(name.split('_').nth(1).unwrap().to_owned()).or_default().push(article(&file, false));
    }
    for folder in files(root.join("tests/fixtures/pairs")) {
        let sides = ["left.txt", "right.txt"].map(|name| article(&folder.join(name), true));
        events.insert(folder.to_str().unwrap().to_owned(), sides.into());
    }
    let two = |reports: &Vec<Article>| {
        let reports = reports.clone();
        (1..reports.len()).map(move |number| (reports[number - 1].clone(), reports[number].clone()))
    };
    events.values().flat_map(two).collect()
}

fn article(file: &Path, keep_all: bool) -> Article {
    ingest::ingest(&fs::read(file).unwrap(), file.to_str().unwrap(), ingest::Options { keep_all, ..ingest::Options::default() })
        .unwrap()
        .article
}

/// The numbers in the line that tells how many rows are aligned.
fn numbers(line: &str) -> Vec<usize> {
    let (_, counts) = line.split_once("aligned ").unwrap();
    counts.split_whitespace().filter_map(|word| word.parse().ok()).collect()
}

/// How many a position says there are: `2 figures`, `no figures`, `figure 1/2`.
fn total(position: &str) -> usize {
    let number = position.rsplit('/').next().unwrap().split(' ').next().unwrap();
    if number == "no" { 0 } else { number.parse().unwrap() }
}

fn verdicts(value: &serde_json::Value, wanted: &[&str]) -> usize {
    value.as_array().unwrap().iter().filter(|pair| wanted.contains(&pair["verdict"].as_str().unwrap())).count()
}

fn check(left: &Article, right: &Article, comparison: &Comparison) {
    let counts = comparison.counts();
    let what = format!("{} and {}", left.file, right.file);
    let mut wanted = vec![counts.aligned, counts.one_sided[0], counts.one_sided[1], counts.quotations, counts.figures];
    wanted.extend((counts.negations > 0).then_some(counts.negations));

    let mut screen = Screen::of(left.clone(), right.clone(), comparison.clone(), (140, 50));
    let header: String = screen.lines().into_iter().find(|line| line.contains("aligned ")).unwrap();
    assert_eq!(numbers(&header), wanted, "header of {what}");
    let printed = text::comparison(left, right, comparison, text::Layout { columns: COLUMNS, color: false });
    let line = printed.lines().find(|line| line.contains("aligned ")).unwrap();
    assert_eq!(numbers(line), wanted, "text of {what}");

    let value = json::comparison(left, right, comparison);
    assert_eq!(verdicts(&value["quotations"], &["wording_differs", "truncated", "speaker_differs"]), counts.quotations, "{what}");
    assert_eq!(verdicts(&value["figures"], &["conflict"]), counts.figures, "{what}");

    for (keys, wanted) in [
        ("1", counts.quotations + counts.figures + counts.negations),
        ("gq", counts.quotations),
        ("gf", counts.figures),
        ("2", counts.quotations),
        ("3", counts.figures),
    ] {
        screen.press(keys);
        assert_eq!(total(&screen.state.position()), wanted, "{keys} on {what}: {}", screen.state.position());
    }

    screen.press("1 gd zR");
    screen.resize(140, 3000);
    let passages = printed.split_once("── Quotes").unwrap().0;
    let signs = |text: &str, column: usize| text.lines().filter(|line| line.chars().nth(column) == Some('≠')).count();
    let shown = screen.text();
    let rule = shown.lines().find_map(|line| line.chars().position(|c| c == '│')).unwrap();
    assert_eq!(signs(&shown, rule), signs(passages, SIGN), "rows of {what}");
}

#[test]
fn everything_gives_the_same_numbers() {
    let pairs = pairs();
    assert!(pairs.len() >= 15, "{}", pairs.len());
    for (left, right) in pairs {
        let comparison = compare(&left, &right, &Options::default());
        check(&left, &right, &comparison);
    }
}
