//! Keys by which a bibliography names its entries: `reed2024pier`.

use std::collections::BTreeSet;

use super::style::Work;
use crate::text::fold::key;

/// Words that tell nothing of a title.
const ARTICLES: [&str; 8] = ["a", "an", "the", "der", "die", "das", "le", "la"];

/// A key of letters and digits for each work, none twice.
pub(super) fn keys(works: &[Work<'_>]) -> Vec<String> {
    let mut taken = BTreeSet::new();
    let unused = |work: &Work<'_>| {
        let key = base(work);
        let numbered = (2..).map(|number| format!("{key}-{number}"));
        let mut names = std::iter::once(key.clone()).chain(numbered);
        names.find(|name| taken.insert(name.clone())).unwrap_or(key)
    };
    works.iter().map(unused).collect()
}

fn base(work: &Work<'_>) -> String {
    let citation = work.citation;
    let first_author = citation.author.as_deref().and_then(|names| names.split(',').next());
    let who = first_author.and_then(|name| words(name).pop()).or_else(|| citation.source.as_deref().and_then(|name| words(name).pop()));
    let year = citation.published.map(|published| published.day().year().to_string());
    let title = words(citation.title.as_deref().unwrap_or_default()).into_iter().find(|word| !ARTICLES.contains(&word.as_str()));
    let base: String = [who, year, title].into_iter().flatten().collect();
    // A title in another script leaves no letters that every program takes.
    if base.chars().any(|c| c.is_ascii_alphabetic()) { base } else { format!("page{}", work.article.as_str().get(..8).unwrap_or_default()) }
}

fn words(text: &str) -> Vec<String> {
    let folded = key(text);
    folded.split(|c: char| !c.is_ascii_alphanumeric()).filter(|word| !word.is_empty()).map(str::to_owned).collect()
}
