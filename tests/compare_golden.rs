//! Small pairs of reports, each laid side by side as readable text: `UPDATE=1 cargo test --test compare_golden` writes it anew.

#![allow(clippy::unwrap_used, clippy::panic, clippy::expect_used, reason = "a test says so by panicking")]

use std::fmt::Write;
use std::fs;
use std::path::{Path, PathBuf};

use parallax::article::Article;
use parallax::compare::{Certainty, Comparison, Options, Pair, Row, RowKind, SegmentKind, Side, compare};
use parallax::ingest;
use parallax::text::span::Span;

/// Cells of one column.
const COLUMN: usize = 62;

fn pairs() -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/pairs");
    let mut pairs: Vec<PathBuf> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    pairs.sort();
    pairs
}

fn article(path: &Path) -> Article {
    let bytes = fs::read(path).unwrap();
    ingest::ingest(&bytes, &path.to_string_lossy(), ingest::Options { keep_all: true, ..ingest::Options::default() }).unwrap().article
}

/// A side of a row with what differs marked: `[wording]`, `[!quotation, figure, name or negation!]`.
fn marked(row: &Row, side: Side, article: &Article) -> String {
    let sentences = || row.side(side).iter().map(|&n| article.body.words(article.body.sentences()[n].span)).collect::<Vec<_>>().join(" ");
    if row.kind() != RowKind::Aligned {
        return sentences();
    }
    let mut text = String::new();
    for segment in row.segments(side) {
        let words = article.body.words(segment.span);
        if !text.is_empty() && row.side(side).iter().any(|&n| article.body.sentences()[n].span.start == segment.span.start) {
            text.push(' ');
        }
        match segment.kind {
            SegmentKind::Same => text.push_str(words),
            SegmentKind::Wording => write!(text, "[{words}]").unwrap(),
            SegmentKind::Quotation | SegmentKind::Figure | SegmentKind::Name | SegmentKind::Negation => {
                write!(text, "[!{words}!]").unwrap();
            }
        }
    }
    text
}

fn wrapped(text: &str) -> Vec<String> {
    let mut lines = vec![String::new()];
    for word in text.split_whitespace() {
        let line = lines.last().unwrap();
        if !line.is_empty() && line.chars().count() + 1 + word.chars().count() > COLUMN {
            lines.push(String::new());
        }
        let line = lines.last_mut().unwrap();
        if !line.is_empty() {
            line.push(' ');
        }
        line.push_str(word);
    }
    lines
}

fn sign(row: &Row) -> &'static str {
    match (row.kind(), row.moved, row.certainty) {
        (RowKind::LeftOnly, ..) => "<",
        (RowKind::RightOnly, ..) => ">",
        (RowKind::Aligned, true, Certainty::Firm) => "~",
        (RowKind::Aligned, true, Certainty::Weak) => "~?",
        (RowKind::Aligned, false, Certainty::Firm) => "=",
        (RowKind::Aligned, false, Certainty::Weak) => "=?",
    }
}

fn two_columns(left: &Article, right: &Article, comparison: &Comparison) -> String {
    let mut out = String::new();
    for row in &comparison.rows {
        let (one, other) = (wrapped(&marked(row, Side::Left, left)), wrapped(&marked(row, Side::Right, right)));
        for line in 0..one.len().max(other.len()) {
            let cell = |lines: &[String]| lines.get(line).cloned().unwrap_or_default();
            let sign = if line == 0 { sign(row) } else { "" };
            writeln!(out, "{}", format!("{:COLUMN$} {sign:^3} {}", cell(&one), cell(&other)).trim_end()).unwrap();
        }
    }
    let text = |side: Side, number: usize| match side {
        Side::Left => comparison.left.quotations[number].text(left.body.text()),
        Side::Right => comparison.right.quotations[number].text(right.body.text()),
    };
    let both = |pair: Pair<usize>, text: &dyn Fn(Side, usize) -> String| {
        let side = |side| pair.side(side).map_or("-".to_owned(), |number| text(side, number));
        format!("{} | {}", side(Side::Left), side(Side::Right))
    };
    writeln!(out, "\nquotations").unwrap();
    for pair in &comparison.quotations {
        let speaker = pair.speaker.as_deref().unwrap_or("?");
        writeln!(out, "  {} ({speaker}): {}", pair.verdict.as_str(), both(pair.pair, &text)).unwrap();
    }
    writeln!(out, "\nfigures").unwrap();
    let figure = |side: Side, number: usize| match side {
        Side::Left => left.body.words(comparison.left.figures[number].span).to_owned(),
        Side::Right => right.body.words(comparison.right.figures[number].span).to_owned(),
    };
    for pair in &comparison.figures {
        let note = pair.note.as_ref().map(|note| format!(" ({note})")).unwrap_or_default();
        writeln!(out, "  {}{note}: {}: {}", pair.verdict.as_str(), pair.measures, both(pair.pair, &figure)).unwrap();
    }
    let only = |wanted: fn(&Pair<usize>) -> bool| {
        comparison.names.iter().filter(|name| wanted(&name.pair)).map(|name| name.text.as_str()).collect::<Vec<_>>().join(", ")
    };
    writeln!(out, "\nonly left: {}", only(|pair| matches!(pair, Pair::Left(_)))).unwrap();
    writeln!(out, "only right: {}", only(|pair| matches!(pair, Pair::Right(_)))).unwrap();
    out
}

#[test]
fn small_pairs_read_as_expected() {
    let mut differing = Vec::new();
    for pair in pairs() {
        let (left, right) = (article(&pair.join("left.txt")), article(&pair.join("right.txt")));
        let comparison = compare(&left, &right, &Options::default());
        assert!(comparison.same_event.likely, "{}: {:?}", pair.display(), comparison.same_event);
        let got = two_columns(&left, &right, &comparison);
        let expected = pair.join("expected.txt");
        if std::env::var_os("UPDATE").is_some() {
            fs::write(&expected, &got).unwrap();
        } else if fs::read_to_string(&expected).unwrap_or_default() != got {
            differing.push(format!("{}:\n{got}", pair.display()));
        }
    }
    assert!(differing.is_empty(), "{}", differing.join("\n"));
}

/// What a careful reader noted of a pair, a line each: `linked`, `moved`, `only left`, `only right`, `quotation VERDICT (speaker)` and
/// `figure VERDICT`, then the words of the left and of the right side.
struct Noted<'a> {
    left: &'a Article,
    right: &'a Article,
    comparison: &'a Comparison,
}

impl Noted<'_> {
    fn article(&self, side: Side) -> &Article {
        if side == Side::Left { self.left } else { self.right }
    }

    /// Whether a sentence of a side of the row begins so.
    fn tells(&self, row: &Row, side: Side, words: &str) -> bool {
        let body = &self.article(side).body;
        row.side(side).iter().any(|&n| body.words(body.sentences()[n].span).trim_start_matches('"').starts_with(words.trim_matches('"')))
    }

    fn text(&self, side: Side, pair: Pair<usize>, spans: fn(&Comparison, Side, usize) -> Vec<Span>) -> Option<String> {
        let words = |span: &Span| self.article(side).body.words(*span);
        pair.side(side).map(|number| spans(self.comparison, side, number).iter().map(words).collect::<Vec<_>>().join(" "))
    }

    fn quotations(&self) -> impl Iterator<Item = (String, bool, [Option<String>; 2])> {
        self.comparison.quotations.iter().map(|found| {
            let spans = |comparison: &Comparison, side, number: usize| comparison.claims(side).quotations[number].spans.clone();
            let speaker = found.speaker.as_deref().map(|name| format!(" ({name})")).unwrap_or_default();
            let head = format!("quotation {}{speaker}", found.verdict.as_str());
            (head, found.verdict.is_discrepancy(), Side::BOTH.map(|side| self.text(side, found.pair, spans)))
        })
    }

    fn figures(&self) -> impl Iterator<Item = (String, bool, [Option<String>; 2])> {
        self.comparison.figures.iter().map(|found| {
            let spans = |comparison: &Comparison, side, number: usize| vec![comparison.claims(side).figures[number].span];
            let head = format!("figure {}", found.verdict.as_str());
            (head, found.verdict.is_discrepancy(), Side::BOTH.map(|side| self.text(side, found.pair, spans)))
        })
    }

    fn holds(&self, line: &str) -> bool {
        // What the reader sees and Parallax does not: the note is to be changed once it does.
        if let Some(unseen) = line.strip_prefix("not yet ") {
            return !self.holds(unseen);
        }
        let (head, words) = line.split_once(": ").unwrap();
        let (one, other) = words.split_once(" | ").unwrap_or((words, words));
        let rows = &self.comparison.rows;
        let says = |wanted: &str, text: &Option<String>| text.as_ref().map_or(wanted == "-", |text| text.contains(wanted));
        let is = |wanted: &str, text: &Option<String>| text.as_deref().unwrap_or("-") == wanted;
        match head {
            "linked" => rows.iter().any(|row| self.tells(row, Side::Left, one) && self.tells(row, Side::Right, other)),
            "apart" => !rows.iter().any(|row| self.tells(row, Side::Left, one) && self.tells(row, Side::Right, other)),
            "moved" => rows.iter().any(|row| row.moved && self.tells(row, Side::Left, one)),
            "only left" => rows.iter().any(|row| row.kind() == RowKind::LeftOnly && self.tells(row, Side::Left, one)),
            "only right" => rows.iter().any(|row| row.kind() == RowKind::RightOnly && self.tells(row, Side::Right, one)),
            _ => {
                self.quotations().any(|(found, _, [l, r])| found == head && says(one, &l) && says(other, &r))
                    || self.figures().any(|(found, _, [l, r])| found == head && is(one, &l) && is(other, &r))
            }
        }
    }

    /// The differences that are shown and that the reader did not note.
    fn cried_wolf(&self, notes: &str) -> Vec<String> {
        let is_known = |head: &str, sides: &[Option<String>; 2]| {
            let [one, other] = sides.each_ref().map(|side| side.as_deref().unwrap_or("-"));
            notes
                .lines()
                .filter_map(|line| line.split_once(": "))
                .any(|(known, words)| known == head && words.split_once(" | ").is_some_and(|(l, r)| one.contains(l) && other.contains(r)))
        };
        let shown = self.quotations().chain(self.figures()).filter(|(head, differs, sides)| *differs && !is_known(head, sides));
        shown.map(|(head, _, [l, r])| format!("not noted: {head}: {l:?} | {r:?}")).collect()
    }
}

#[test]
fn small_pairs_say_what_a_careful_reader_notes() {
    let mut missing = Vec::new();
    for pair in pairs() {
        let (left, right) = (article(&pair.join("left.txt")), article(&pair.join("right.txt")));
        let comparison = compare(&left, &right, &Options::default());
        let notes = fs::read_to_string(pair.join("reader.txt")).unwrap();
        let judged = Noted { left: &left, right: &right, comparison: &comparison };
        let name = pair.file_name().unwrap().to_string_lossy().into_owned();
        missing.extend(notes.lines().filter(|line| !judged.holds(line)).map(|line| format!("{name}: {line}")));
        missing.extend(judged.cried_wolf(&notes).into_iter().map(|line| format!("{name}: {line}")));
    }
    assert!(missing.is_empty(), "{}", missing.join("\n"));
}
