//! Comparisons as Markdown: sources, passages that face each other, quotes, figures and names.

use super::escape::{code, inline, link, strong};
use super::table;
use crate::article::Article;
use crate::compare::{Comparison, Matrix, MatrixKind, MatrixRow, Pair, Row, SegmentKind, Side, claims_of, matrix, pairs};
use crate::export::passage::{self, Piece};
use crate::export::provenance::{FactKind, NAMES, facts, title};
use crate::export::text::claim_text;
use crate::export::{text, words};
use crate::extract::Claims;

/// The comparison of two reports; of three and more, the event sheet and the comparison of every pair. The comparisons stand in the order
/// of [`pairs`].
#[must_use]
pub fn comparisons(articles: &[Article], comparisons: &[Comparison]) -> String {
    let mut out = String::new();
    let is_pair = articles.len() == 2;
    if !is_pair {
        out.push_str(&sheet(articles, comparisons));
    }
    for ((left, right), comparison) in pairs(articles.len()).zip(comparisons) {
        let page = Page { left: &articles[left], right: &articles[right], comparison, level: if is_pair { 1 } else { 2 } };
        out.push_str(if is_pair { "" } else { "\n" });
        out.push_str(&page.written());
    }
    out
}

/// A comparison on its way to Markdown.
struct Page<'a> {
    left: &'a Article,
    right: &'a Article,
    comparison: &'a Comparison,
    level: usize,
}

impl Page<'_> {
    fn article(&self, side: Side) -> &Article {
        match side {
            Side::Left => self.left,
            Side::Right => self.right,
        }
    }

    fn written(&self) -> String {
        let title = format!("{} {}\n", "#".repeat(self.level), inline(&title(self.left, self.right)));
        let degraded = self.comparison.degraded.as_deref();
        let degraded = degraded.map(|reason| format!("\nCompared by a simpler method: {}.\n", inline(reason))).unwrap_or_default();
        let summary = format!("{}. {}", capitalized(&words::same_event(self.comparison)), words::differences(self.comparison));
        let parts = [
            title,
            sources(&[self.left, self.right]),
            format!("{}\n{degraded}", inline(&summary)),
            self.section("Passages", self.passages()),
            self.section("Quotes", self.quotations()),
            self.section("Figures", self.figures()),
            self.section("Names", self.names()),
        ];
        parts.join("\n")
    }

    fn section(&self, name: &str, content: String) -> String {
        let content = if content.is_empty() { "None.\n".to_owned() } else { content };
        format!("{} {name}\n\n{content}", "#".repeat(self.level + 1))
    }

    fn passages(&self) -> String {
        let relations = self.comparison.relations(&self.comparison.differences(self.left, self.right));
        let rows = self.comparison.rows.iter().zip(relations).map(|(row, relation)| {
            let [left, right] = Side::BOTH.map(|side| self.passage(side, row));
            vec![left, relation.glyph(Side::Left).replace('=', "\\="), right]
        });
        let rows: Vec<Vec<String>> = rows.collect();
        if rows.is_empty() {
            return String::new();
        }
        let legend = words::RELATIONS.map(|relation| format!("{} {}", inline(relation.glyph(Side::Left)), words::relation(relation)));
        format!("{}\n{}.\n", table(&["A", "", "B"], &rows), legend.join(" · "))
    }

    /// One side of a row on one line, with what differs in strong type.
    fn passage(&self, side: Side, row: &Row) -> String {
        let body = &self.article(side).body;
        let stretches = passage::stretches(body, row.side(side)).into_iter().map(|stretch| {
            let pieces = passage::pieces(body.text(), stretch.span, row.segments(side));
            let gap = if stretch.follows_gap { "… " } else { "" };
            format!("{gap}{}", marked(&pieces).trim())
        });
        stretches.collect::<Vec<_>>().join("<br>")
    }

    fn quotations(&self) -> String {
        let rows: Vec<Vec<String>> = self
            .comparison
            .quotations
            .iter()
            .map(|found| {
                let speaker = inline(found.speaker.as_deref().unwrap_or("speaker unknown"));
                self.claim(MatrixKind::Quotation, found.pair, words::quotation_verdict(found), found.verdict.is_discrepancy(), speaker)
            })
            .collect();
        claims("Speaker", &rows)
    }

    fn figures(&self) -> String {
        let rows: Vec<Vec<String>> = self
            .comparison
            .figures
            .iter()
            .map(|found| {
                let verdict = words::figure_verdict(found);
                self.claim(MatrixKind::Figure, found.pair, &verdict, found.verdict.is_discrepancy(), inline(&found.measures))
            })
            .collect();
        claims("Measures", &rows)
    }

    fn claim(&self, kind: MatrixKind, pair: Pair<usize>, verdict: &str, differs: bool, about: String) -> Vec<String> {
        let [left, right] = Side::BOTH.map(|side| {
            let text = pair.side(side).and_then(|number| claim_text(kind, number, self.article(side), self.comparison.claims(side)));
            inline(&text.unwrap_or_default())
        });
        let verdict = if differs { strong(None, &format!("≠ {verdict}"), None) } else { inline(verdict) };
        vec![about, verdict, left, right]
    }

    fn names(&self) -> String {
        let groups = words::names(self.comparison).into_iter().filter(|(_, names)| !names.is_empty());
        let lines: Vec<String> = groups.map(|(label, names)| format!("- {label}: {}", inline(&names))).collect();
        if lines.is_empty() { String::new() } else { lines.join("\n") + "\n" }
    }
}

/// Pieces on one line; of other wording nothing is made, it would be half of the text.
fn marked(pieces: &[Piece<'_>]) -> String {
    let mut out = String::new();
    for (number, piece) in pieces.iter().enumerate() {
        let before = number.checked_sub(1).and_then(|number| pieces.get(number)).and_then(|piece| piece.words.chars().next_back());
        let after = pieces.get(number + 1).and_then(|piece| piece.words.chars().next());
        match piece.kind {
            Some(SegmentKind::Quotation | SegmentKind::Figure | SegmentKind::Name | SegmentKind::Negation) => {
                out.push_str(&strong(before, piece.words, after));
            }
            Some(SegmentKind::Same | SegmentKind::Wording) | None => out.push_str(&inline(piece.words)),
        }
    }
    out
}

fn claims(about: &str, rows: &[Vec<String>]) -> String {
    if rows.is_empty() { String::new() } else { table(&[about, "Verdict", "A", "B"], rows) }
}

/// All that is known of where the reports come from, a column for each.
fn sources(articles: &[&Article]) -> String {
    let known: Vec<_> = articles.iter().map(|article| facts(article)).collect();
    let rows = NAMES.iter().filter_map(|name| {
        let cells: Vec<String> = known
            .iter()
            .map(|facts| {
                let fact = facts.iter().find(|fact| fact.name == *name);
                fact.map_or(String::new(), |fact| match fact.kind {
                    FactKind::Words => inline(&fact.value),
                    FactKind::Address => link(&fact.value),
                    FactKind::Exact => code(&fact.value),
                })
            })
            .collect();
        cells.iter().any(|cell| !cell.is_empty()).then(|| [vec![(*name).to_owned()], cells].concat())
    });
    let rows: Vec<Vec<String>> = rows.collect();
    let letters: Vec<String> = (0..articles.len()).map(|report| text::letter(report).to_string()).collect();
    let heading: Vec<&str> = ["Report"].into_iter().chain(letters.iter().map(String::as_str)).collect();
    table(&heading, &rows)
}

/// Each quotation, figure and fact with what every report has of it.
fn sheet(articles: &[Article], comparisons: &[Comparison]) -> String {
    let matrix: Matrix = matrix(articles, comparisons);
    let claims = claims_of(articles.len(), comparisons);
    let rows: Vec<Vec<String>> = matrix.rows.iter().map(|row| sheet_row(articles, &claims, row)).collect();
    let letters: Vec<String> = (0..articles.len()).map(|report| text::letter(report).to_string()).collect();
    let heading: Vec<&str> = ["", "About"].into_iter().chain(letters.iter().map(String::as_str)).collect();
    let table = if rows.is_empty() { "None.\n".to_owned() } else { table(&heading, &rows) };
    let sources = sources(&articles.iter().collect::<Vec<_>>());
    format!(
        "# Event sheet of {} reports\n\n{sources}\n## What each report has\n\nAn empty cell: no close match in that report.\n\n{table}",
        articles.len()
    )
}

fn sheet_row(articles: &[Article], claims: &[&Claims], row: &MatrixRow) -> Vec<String> {
    let cells = row.cells.iter().enumerate().map(|(report, cell)| {
        let Some(cell) = cell else { return String::new() };
        let texts = cell.numbers.iter().filter_map(|&number| claim_text(row.kind, number, &articles[report], claims[report]));
        let text = texts.collect::<Vec<_>>().join(" … ");
        if row.differs && cell.variant > 0 { strong(None, &text, None) } else { inline(&text) }
    });
    let sign = if row.differs { "≠" } else { "" };
    let kind = format!("{}{}", words::matrix_kind(row.kind), words::matrix_remark(row));
    let about = if row.about.is_empty() { kind } else { format!("{kind}: {}", inline(&row.about)) };
    [sign.to_owned(), about].into_iter().chain(cells).collect()
}

fn capitalized(text: &str) -> String {
    let mut chars = text.chars();
    chars.next().map_or(String::new(), |first| first.to_uppercase().chain(chars).collect())
}
