//! Linked data (JSON-LD, schema.org): the article among the things that a page describes.

use rustc_hash::FxHashMap;
use serde_json::Value;

use super::{Said, live_blog};

/// Types of schema.org that are a report, those believed first coming first.
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
    "MedicalScholarlyArticle",
    "SocialMediaPosting",
    "DiscussionForumPosting",
    "Review",
    "Recipe",
    "CreativeWork",
    "WebPage",
    "ItemPage",
    "VideoObject",
    "Product",
];

/// How deep lists and graphs may nest.
const DEEPEST: usize = 6;

/// Adds what the page's linked data say.
pub(super) fn read(scripts: &[String], said: &mut Said) {
    let values: Vec<Value> = scripts.iter().filter_map(|script| value(script)).collect();
    let mut things = Things::default();
    for value in &values {
        things.collect(value, 0);
    }
    things.reports.sort_by_key(|(rank, _)| *rank);
    for (_, report) in &things.reports {
        things.add(report, said);
    }
}

/// What people write around a script so that old browsers pass it over.
const WRAPPERS: &[&str] = &["<!--", "-->", "//", "/*", "*/", "<![CDATA[", "]]>", ";"];

/// Reads a script as far as sites break the rules of JSON: wrappers around it, line breaks inside strings, commas too many.
fn value(script: &str) -> Option<Value> {
    let mut text = script.trim();
    while let Some(inner) = WRAPPERS.iter().find_map(|mark| text.strip_prefix(mark).or_else(|| text.strip_suffix(mark))) {
        text = inner.trim();
    }
    let joined = text.replace(['\n', '\r', '\t'], " ");
    serde_json::from_str(&joined).or_else(|_| serde_json::from_str(&without_last_commas(&joined))).ok()
}

/// The text without commas before a closing bracket, which JSON does not allow and people write.
fn without_last_commas(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let (mut in_string, mut escaped) = (false, false);
    for c in text.chars() {
        if !in_string && matches!(c, '}' | ']') {
            let length = out.trim_end().trim_end_matches(',').len();
            out.truncate(length);
        }
        in_string ^= c == '"' && !escaped;
        escaped = c == '\\' && !escaped;
        out.push(c);
    }
    out
}

/// What the page's linked data describe.
#[derive(Default)]
struct Things<'a> {
    /// Reports with the rank of their type.
    reports: Vec<(usize, &'a Value)>,
    /// Things that others name by their identifier.
    named: FxHashMap<&'a str, &'a Value>,
}

impl<'a> Things<'a> {
    fn collect(&mut self, value: &'a Value, depth: usize) {
        if depth > DEEPEST {
            return;
        }
        match value {
            Value::Array(items) => items.iter().for_each(|item| self.collect(item, depth + 1)),
            Value::Object(fields) => {
                let rank = types(value).filter_map(|name| REPORTS.iter().position(|known| *known == name)).min();
                self.reports.extend(rank.map(|rank| (rank, value)));
                if let (Some(id), true) = (value["@id"].as_str(), fields.contains_key("name")) {
                    self.named.entry(id).or_insert(value);
                }
                let inner = ["@graph", "mainEntity", "mainEntityOfPage", "itemListElement", "hasPart"];
                inner.iter().filter_map(|key| fields.get(*key)).for_each(|item| self.collect(item, depth + 1));
            }
            _ => {}
        }
    }

    fn add(&self, report: &Value, said: &mut Said) {
        let text = |key: &str| texts(&report[key]);
        said.titles.extend(text("headline").iter().map(|title| plain(title)));
        said.published.extend(text("datePublished"));
        said.created.extend(text("dateCreated").into_iter().chain(text("uploadDate")));
        said.updated.extend(text("dateModified"));
        said.descriptions.extend(text("description"));
        said.add_authors(self.names(&report["author"], 0));
        said.add_authors(self.names(&report["creator"], 0));
        said.sources.extend(self.names(&report["publisher"], 0));
        if said.updates.is_empty() {
            let plain_texts = |value: &Value| texts(value).iter().map(|text| with_signs(text)).collect();
            said.updates = live_blog::updates(report, plain_texts, |author| self.names(author, 0));
        }
        said.body = said.body.take().or_else(|| text("articleBody").into_iter().next());
        said.url = said.url.take().or_else(|| text("url").into_iter().find(|url| url.contains("://")));
        said.language = said.language.take().or_else(|| text("inLanguage").into_iter().next());
    }

    /// The names of a person, an organisation, or several, given in place or by identifier.
    fn names(&self, value: &Value, depth: usize) -> Vec<String> {
        match value {
            Value::Object(fields) => match fields.get("name") {
                Some(name) => texts(name).iter().map(|name| plain(name)).collect(),
                None if depth == 0 => {
                    let named = value["@id"].as_str().and_then(|id| self.named.get(id));
                    named.map(|thing| self.names(thing, 1)).unwrap_or_default()
                }
                None => Vec::new(),
            },
            Value::Array(items) => items.iter().flat_map(|item| self.names(item, depth)).collect(),
            other => texts(other).iter().map(|name| plain(name)).collect(),
        }
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

/// A text or a list of texts.
fn texts(value: &Value) -> Vec<String> {
    match value {
        Value::String(text) if !text.trim().is_empty() => vec![text.trim().to_owned()],
        Value::Array(items) => items.iter().flat_map(texts).collect(),
        _ => Vec::new(),
    }
}

/// Signs that HTML writes as words, and what they stand for; some pages write them inside JSON as well.
const ENTITIES: &[(&str, &str)] = &[
    ("&quot;", "\""),
    ("&#34;", "\""),
    ("&#39;", "'"),
    ("&#039;", "'"),
    ("&#x27;", "'"),
    ("&apos;", "'"),
    ("&lsquo;", "‘"),
    ("&rsquo;", "’"),
    ("&#8217;", "’"),
    ("&#8216;", "‘"),
    ("&ldquo;", "“"),
    ("&rdquo;", "”"),
    ("&#8220;", "“"),
    ("&#8221;", "”"),
    ("&ndash;", "–"),
    ("&#8211;", "–"),
    ("&mdash;", "—"),
    ("&#8212;", "—"),
    ("&nbsp;", " "),
    ("&lt;", "<"),
    ("&gt;", ">"),
    ("&amp;", "&"),
];

/// A text with HTML's signs as readers see them, white space made single.
fn plain(text: &str) -> String {
    with_signs(&text.split_whitespace().collect::<Vec<_>>().join(" "))
}

fn with_signs(text: &str) -> String {
    let mut text = text.to_owned();
    if text.contains('&') {
        for (written, sign) in ENTITIES {
            text = text.replace(written, sign);
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read_all(scripts: &[&str]) -> Said {
        let mut said = Said::default();
        read(&scripts.iter().map(|script| (*script).to_owned()).collect::<Vec<_>>(), &mut said);
        said
    }

    #[test]
    fn the_report_goes_before_the_page_around_it() {
        let said = read_all(&[
            r#"{"@graph": [{"@type": "WebPage", "datePublished": "2024-02-01"}, {"@type": "Organization", "name": "Harbour Post"}]}"#,
            r#"{"@type": ["Thing", "NewsArticle"], "headline": "Bridge &quot;open&quot;", "datePublished": "2024-02-05",
                "author": [{"@type": "Person", "name": "Jane Smith"}, {"name": "John Public"}], "publisher": {"name": "Harbour Post"}}"#,
        ]);
        assert_eq!(said.published, ["2024-02-05", "2024-02-01"]);
        assert_eq!(
            (said.titles.as_slice(), said.sources.as_slice()),
            (&["Bridge \"open\"".to_owned()][..], &["Harbour Post".to_owned()][..])
        );
        assert_eq!(said.authors, [["Jane Smith", "John Public"]]);
    }

    #[test]
    fn authors_may_be_named_by_identifier() {
        let said = read_all(&[r##"{"@graph": [{"@type": "Article", "author": {"@id": "#jane"}},
            {"@type": "Person", "@id": "#jane", "name": "Jane Smith"}]}"##]);
        assert_eq!(said.authors, [["Jane Smith"]]);
    }

    #[test]
    fn broken_scripts_are_read_as_far_as_they_can_be() {
        for script in [
            r#"{"@type": "NewsArticle", "datePublished": "2024-02-05"}"#,
            "<![CDATA[\n{\"@type\": \"NewsArticle\", \"datePublished\": \"2024-02-05\"}\n]]>",
            "//<![CDATA[\n[{\"@type\": \"NewsArticle\", \"datePublished\": \"2024-02-05\"}]\n//]]>",
            "/*<![CDATA[*/{\"@type\": \"NewsArticle\", \"datePublished\": \"2024-02-05\"}/*]]>*/",
            "<!-- {\"@type\": \"NewsArticle\", \"datePublished\": \"2024-02-05\"} -->",
            "{\"@type\": \"NewsArticle\", \"datePublished\": \"2024-02-05\",};",
            "{\"@type\": \"NewsArticle\", \"description\": \"two\nlines, ]\", \"datePublished\": \"2024-02-05\"}",
        ] {
            assert_eq!(read_all(&[script]).published, ["2024-02-05"], "{script}");
        }
        for script in ["", "{", "]", "no data", "[[[[[[[[[[", "<![CDATA["] {
            assert_eq!(read_all(&[script]), Said::default(), "{script}");
        }
    }
}
