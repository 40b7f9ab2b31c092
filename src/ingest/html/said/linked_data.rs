//! Linked data (JSON-LD, schema.org): the article among the things that a page describes.

use dom_query::Document;
use serde_json::Value;

use super::Said;

/// Types of schema.org that are a report.
const REPORTS: &[&str] = &[
    "NewsArticle",
    "Article",
    "ReportageNewsArticle",
    "AnalysisNewsArticle",
    "BackgroundNewsArticle",
    "OpinionNewsArticle",
    "ReviewNewsArticle",
    "AskPublicNewsArticle",
    "LiveBlogPosting",
    "BlogPosting",
    "Report",
    "TechArticle",
    "ScholarlyArticle",
    "SocialMediaPosting",
    "WebPage",
    "Product",
];

/// How deep lists and graphs may nest.
const DEEPEST: usize = 6;

/// Adds what the page's linked data say.
pub(super) fn read(document: &Document, said: &mut Said) {
    for script in document.select(r#"script[type="application/ld+json"]"#).nodes() {
        let text = script.text();
        let text = text.trim().trim_start_matches("<!--").trim_end_matches("-->").trim().trim_end_matches(';');
        // Line breaks inside strings are common and not allowed.
        let joined = text.replace(['\n', '\r', '\t'], " ");
        let Ok(value) = serde_json::from_str::<Value>(&joined) else { continue };
        let mut found = Vec::new();
        collect(&value, 0, &mut found);
        found.sort_by_key(|(rank, _)| *rank);
        for (_, thing) in found {
            add(thing, said);
        }
    }
}

/// All reports in a value with the rank of their type.
fn collect<'a>(value: &'a Value, depth: usize, found: &mut Vec<(usize, &'a Value)>) {
    if depth > DEEPEST {
        return;
    }
    match value {
        Value::Array(items) => items.iter().for_each(|item| collect(item, depth + 1, found)),
        Value::Object(fields) => {
            let rank = types(value).filter_map(|name| REPORTS.iter().position(|known| *known == name)).min();
            found.extend(rank.map(|rank| (rank, value)));
            let inner = ["@graph", "mainEntity", "mainEntityOfPage", "itemListElement", "hasPart"];
            inner.iter().filter_map(|key| fields.get(*key)).for_each(|item| collect(item, depth + 1, found));
        }
        _ => {}
    }
}

fn types(value: &Value) -> impl Iterator<Item = &str> {
    let (one, many) = match &value["@type"] {
        Value::String(name) => (Some(name.as_str()), None),
        Value::Array(names) => (None, Some(names)),
        _ => (None, None),
    };
    one.into_iter().chain(many.into_iter().flatten().filter_map(Value::as_str)).map(|name| name.rsplit('/').next().unwrap_or(name))
}

fn add(thing: &Value, said: &mut Said) {
    let text = |key: &str| texts(&thing[key]);
    said.titles.extend(text("headline"));
    said.published.extend(text("datePublished"));
    said.updated.extend(text("dateModified"));
    said.descriptions.extend(text("description"));
    said.authors.extend(names(&thing["author"]).into_iter().chain(names(&thing["creator"])));
    said.sources.extend(names(&thing["publisher"]));
    said.body = said.body.take().or_else(|| text("articleBody").into_iter().next());
    said.url = said.url.take().or_else(|| text("url").into_iter().next());
    said.language = said.language.take().or_else(|| text("inLanguage").into_iter().next());
}

/// A text or a list of texts.
fn texts(value: &Value) -> Vec<String> {
    match value {
        Value::String(text) if !text.trim().is_empty() => vec![text.trim().to_owned()],
        Value::Array(items) => items.iter().flat_map(texts).collect(),
        _ => Vec::new(),
    }
}

/// The names of a person, an organisation, or several.
fn names(value: &Value) -> Vec<String> {
    match value {
        Value::Object(fields) => fields.get("name").map(texts).unwrap_or_default(),
        Value::Array(items) => items.iter().flat_map(names).collect(),
        other => texts(other),
    }
}
