//! Where the reports of a page come from: a card for each at the top, and a table of all that is known.

use super::escape::{escape, language};
use super::{Write, add, heading};
use crate::article::Article;
use crate::export::provenance::{Fact, FactKind, NAMES, facts};
use crate::export::text;

/// The reports as cards, with title, source, author and date.
pub(super) fn cards(articles: &[&Article]) -> String {
    let mut out = String::from("<ul class=\"reports\">\n");
    for (report, article) in articles.iter().enumerate() {
        let (letter, class) = (text::letter(report), class(report));
        let language = language(article.metadata.language());
        let title = escape(article.title().unwrap_or(&article.name()));
        let origin = text::origin(article.source(), article.author().as_deref(), article.published());
        add!(out, "<li class=\"report {class}\">");
        add!(
            out,
            "<p class=\"title\"><span class=\"letter {class}\"><span class=\"unseen\">Report </span>{letter}</span><span{language} dir=\"auto\">{title}</span></p>"
        );
        add!(out, "<p class=\"origin\">{}</p>", escape(&origin));
        add!(out, "</li>");
    }
    out.push_str("</ul>\n");
    out
}

/// The class that gives a report its colour; from the third on they share one.
pub(super) fn class(report: usize) -> &'static str {
    match report {
        0 => "a",
        1 => "b",
        _ => "c",
    }
}

/// All that is known of where the reports come from, a column for each.
pub(super) fn table(articles: &[&Article], level: usize, prefix: &str) -> String {
    let known: Vec<Vec<Fact>> = articles.iter().map(|article| facts(article)).collect();
    let mut out = heading(level, &format!("{prefix}sources"), "Sources");
    out.push_str("<div class=\"scroll\">\n<table class=\"sources\">\n<thead><tr><td></td>");
    for report in 0..articles.len() {
        let _ = write!(out, "<th scope=\"col\"><span class=\"letter {}\">{}</span></th>", class(report), text::letter(report));
    }
    out.push_str("</tr></thead>\n<tbody>\n");
    for name in NAMES {
        let facts: Vec<Option<&Fact>> = known.iter().map(|facts| facts.iter().find(|fact| fact.name == name)).collect();
        if facts.iter().any(Option::is_some) {
            let cells: String = facts.into_iter().map(|fact| fact.map_or_else(unknown, cell)).collect();
            add!(out, "<tr><th scope=\"row\">{name}</th>{cells}</tr>");
        }
    }
    out.push_str("</tbody>\n</table>\n</div>\n");
    out
}

fn unknown() -> String {
    "<td class=\"empty\">not known</td>".to_owned()
}

fn cell(fact: &Fact) -> String {
    let value = escape(&fact.value);
    match fact.kind {
        FactKind::Words => format!("<td dir=\"auto\">{value}</td>"),
        FactKind::Address => format!("<td><a href=\"{value}\" rel=\"noreferrer\">{value}</a></td>"),
        FactKind::Exact => format!("<td><code>{value}</code></td>"),
    }
}
