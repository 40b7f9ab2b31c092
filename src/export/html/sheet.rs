//! The event sheet as the top of a page: each quotation, figure and fact with what every report has of it.

use super::escape::{escape, language};
use super::sources::{cards, class, table};
use super::{Write, add, heading};
use crate::article::Article;
use crate::compare::{Comparison, MatrixRow, claims_of, matrix};
use crate::export::provenance::short_name;
use crate::export::text::{claim_text, letter};
use crate::export::words;
use crate::extract::Claims;

/// The sheet of three reports and more under a title.
pub(super) fn sheet(articles: &[Article], comparisons: &[Comparison], title: &str) -> String {
    let (matrix, claims) = (matrix(articles, comparisons), claims_of(articles.len(), comparisons));
    let reports: Vec<&Article> = articles.iter().collect();
    let mut out = String::from("<header>\n<p class=\"brand\">Parallax</p>\n");
    out.push_str(&heading(1, "top", title));
    out.push_str(&cards(&reports));
    out.push_str("</header>\n");
    out.push_str(&heading(2, "sheet", "What each report has"));
    out.push_str("<div class=\"scroll\">\n<table class=\"sheet\">\n<caption>An empty cell: no close match in that report.</caption>\n<thead><tr><th scope=\"col\">About</th>");
    for (report, article) in articles.iter().enumerate() {
        let name = escape(&short_name(article));
        let _ = write!(out, "<th scope=\"col\"><span class=\"letter {}\">{}</span>{name}</th>", class(report), letter(report));
    }
    out.push_str("</tr></thead>\n<tbody>\n");
    for row in &matrix.rows {
        out.push_str(&sheet_row(articles, &claims, row));
    }
    out.push_str("</tbody>\n</table>\n</div>\n");
    out.push_str(&table(&reports, 2, ""));
    out
}

fn sheet_row(articles: &[Article], claims: &[&Claims], row: &MatrixRow) -> String {
    let mut out = String::new();
    let (kind, about) = (words::matrix_kind(row.kind), escape(&row.about));
    let sign = if row.differs { "<span aria-hidden=\"true\">≠ </span><span class=\"unseen\">differs: </span>" } else { "" };
    let remark = words::matrix_remark(row);
    let about = if about.is_empty() { String::new() } else { format!("<br>{about}") };
    add!(
        out,
        "<tr{}><th scope=\"row\" class=\"verdict\">{sign}{kind}{remark}{about}</th>",
        if row.differs { " class=\"differs\"" } else { "" }
    );
    for (report, cell) in row.cells.iter().enumerate() {
        let Some(cell) = cell else {
            out.push_str("<td class=\"none\"><span class=\"unseen\">no close match</span></td>");
            continue;
        };
        let texts = cell.numbers.iter().filter_map(|&number| claim_text(row.kind, number, &articles[report], claims[report]));
        let text = escape(&texts.collect::<Vec<_>>().join(" … "));
        let language = language(articles[report].metadata.language());
        let (open, close) = if row.differs && cell.variant > 0 { ("<mark>", "</mark>") } else { ("", "") };
        let _ = write!(out, "<td{language} dir=\"auto\">{open}{text}{close}</td>");
    }
    out.push_str("</tr>\n");
    out
}
