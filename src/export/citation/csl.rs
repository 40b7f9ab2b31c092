//! CSL-JSON, version 1.0: what Zotero, Pandoc and most other programs read.

use serde_json::{Value, json};

use super::key::keys;
use super::quoted;
use super::style::{Cited, Work, works};
use crate::text::sanitize::clean_line;

/// A list of items, one for each article, its passages as annotation.
pub(super) fn items(passages: &[Cited]) -> String {
    let works = works(passages);
    let items: Value = works.iter().zip(keys(&works)).map(|(work, key)| item(work, &key)).collect();
    serde_json::to_string_pretty(&items).unwrap_or_default()
}

fn item(work: &Work<'_>, key: &str) -> Value {
    let citation = work.citation;
    let clean = |text: &str| clean_line(text).into_owned();
    let mut item = json!({ "id": key, "type": "article-newspaper" });
    let mut set = |name: &str, value: Option<Value>| {
        if let Some(value) = value {
            item[name] = value;
        }
    };
    let names = citation.author.as_deref().map(|names| names.split(',').map(str::trim).filter(|name| !name.is_empty()));
    set("title", citation.title.as_deref().map(|title| clean(title).into()));
    set("author", names.map(|names| names.map(|name| json!({ "literal": clean(name) })).collect()));
    set("container-title", citation.source.as_deref().map(|source| clean(source).into()));
    let day = citation.published.map(crate::article::Published::day);
    set("issued", day.map(|day| json!({ "date-parts": [[day.year(), day.month(), day.day()]] })));
    set("URL", citation.url.as_deref().map(|url| clean(url).into()));
    set("archive_location", citation.url.is_none().then(|| clean(&citation.file).into()));
    let quoted: Vec<String> = work.words.iter().map(|words| quoted(words)).collect();
    set("annote", Some(quoted.join(" ").into()));
    item
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::article::{ArticleId, Published};
    use crate::library::Citation;

    #[test]
    fn an_item_has_what_is_known() {
        let published = Published::parse("2024-03-02T10:00:00Z");
        let citation = Citation { file: "pier.txt".into(), author: Some("Ann Reed, Bo Lind".into()), published, ..Citation::default() };
        let written = items(&[Cited { words: "It \u{1b}[1mopens.".into(), citation, article: ArticleId::of_page(b"") }]);
        let want = json!([{
            "id": "reed2024", "type": "article-newspaper", "author": [{ "literal": "Ann Reed" }, { "literal": "Bo Lind" }],
            "issued": { "date-parts": [[2024, 3, 2]] }, "archive_location": "pier.txt", "annote": "“It opens.”",
        }]);
        assert_eq!(serde_json::from_str::<Value>(&written).unwrap(), want);
    }
}
