//! The event sheet as text: each quotation, figure and fact with what every report has of it.

use super::article::head;
use super::comparison::rule;
use super::{Layout, Mark, claim_text, text_of};
use crate::article::Article;
use crate::compare::{Comparison, Matrix, MatrixRow, claims_of, matrix};
use crate::export::words::{matrix_kind, matrix_remark};
use crate::extract::Claims;

/// The letter that a report goes by on the sheet: A to Z, then again from A.
#[must_use]
pub fn letter(report: usize) -> char {
    ('A'..='Z').cycle().nth(report).unwrap_or('A')
}

/// The whole sheet; the comparisons of all pairs of the articles stand in the order of [`pairs`](crate::compare::pairs).
#[must_use]
pub fn sheet(articles: &[Article], comparisons: &[Comparison], layout: Layout) -> String {
    let matrix = &matrix(articles, comparisons);
    let claims = claims_of(articles.len(), comparisons);
    let mut lines = Vec::new();
    for (report, article) in articles.iter().enumerate() {
        let names = std::iter::once(letter(report)).chain(std::iter::repeat(' '));
        lines.extend(names.zip(head(article, layout.narrower(3))).map(|(name, line)| format!("{name}  {line}")));
    }
    lines.extend(layout.hanging("", &counts(matrix), Mark::Quiet));
    lines.extend([String::new(), rule("Event sheet", layout)]);
    for row in &matrix.rows {
        lines.push(String::new());
        lines.extend(row_lines(articles, &claims, row, layout));
    }
    text_of(&lines)
}

fn counts(matrix: &Matrix) -> String {
    let differing = matrix.rows.iter().filter(|row| row.differs).count();
    let alone: Vec<String> = matrix.alone.iter().enumerate().map(|(report, count)| format!("{} {count}", letter(report))).collect();
    format!("rows {} · differing {differing} · sentences without a close match: {}", matrix.rows.len(), alone.join(", "))
}

fn row_lines(articles: &[Article], claims: &[&Claims], row: &MatrixRow, layout: Layout) -> Vec<String> {
    let kind = matrix_kind(row.kind);
    let gaps: Vec<String> = row.cells.iter().enumerate().filter(|(_, cell)| cell.is_none()).map(|(n, _)| letter(n).to_string()).collect();
    let not_in = if gaps.is_empty() { String::new() } else { format!(" · no close match in {}", gaps.join(", ")) };
    let about = if row.about.is_empty() { String::new() } else { format!(" · {}", layout.paint(&row.about, Mark::Strong)) };
    let (label, mark) =
        if row.differs { (format!("≠ {kind}"), Mark::Differing) } else { (format!("{kind}{}", matrix_remark(row)), Mark::Quiet) };
    let mut lines = vec![format!("{}{about}{}", layout.paint(&label, mark), layout.paint(&not_in, Mark::Quiet))];
    for (report, cell) in row.cells.iter().enumerate().filter_map(|(report, cell)| Some((report, cell.as_ref()?))) {
        let texts: Vec<String> =
            cell.numbers.iter().filter_map(|&number| claim_text(row.kind, number, &articles[report], claims[report])).collect();
        let mark = if row.differs && cell.variant > 0 { Mark::Differing } else { Mark::Plain };
        lines.extend(layout.hanging(&format!("{}  ", letter(report)), &texts.join(" … "), mark));
    }
    lines
}
