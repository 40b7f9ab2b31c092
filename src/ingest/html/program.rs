//! The text of an article that a page hands to its own program as JSON: pages that are drawn by a program have none in their elements.

use rustc_hash::FxHashSet;
use serde_json::{Deserializer, Map, Value};

use super::said::Said;
use crate::ingest::reading::is_html;
use crate::text::fold::key;
use crate::text::span::after;

/// Names under which such JSON keeps text and what is in a node of it, the one that counts first.
const TEXT: &[&str] = &[
    "text",
    "data",
    "content",
    "value",
    "html",
    "children",
    "nodes",
    "contentElements",
    "content_elements",
    "items",
    "body",
    "paragraphs",
];

/// Names under which a node says which element it is.
const KINDS: &[&str] = &["type", "tag", "tagName", "nodeType", "name"];

/// The elements that are kept.
const ELEMENTS: &[&str] = &["p", "h2", "h3", "h4", "ul", "ol", "li", "blockquote"];

/// Where such JSON may begin in one script; programs have many other braces.
const MOST_BEGINNINGS: usize = 8;

/// The most bytes of all scripts that are looked through.
const MOST_BYTES: usize = 4 << 20;

/// The most bytes of markup that are written to find the richest text.
const MOST_WRITTEN: usize = 16 << 20;

/// The most words of one paragraph that count: a list of whole articles is no list of paragraphs.
const MOST_WORDS: usize = 150;

/// The least words of a text that is an article.
const LEAST_WORDS: usize = 80;

/// The richest list of paragraphs that the programs of a page are given below one of its titles, as the markup of an article. Programs are
/// given other stories too: without the title nobody knows which is the page's.
pub(super) fn article(html: &str, said: &Said) -> Option<String> {
    let titles: FxHashSet<String> = said.titles.iter().chain(&said.page_title).map(|title| key(title)).collect();
    let mut search = Search { titles, best: Text::default(), left: MOST_WRITTEN };
    let mut bytes = 0;
    for program in programs(html) {
        bytes += program.len();
        if search.titles.is_empty() || bytes > MOST_BYTES {
            break;
        }
        beginnings(program).filter_map(|at| first_value(after(program, at))).for_each(|value| search.look_through(&value, false));
    }
    (search.best.words >= LEAST_WORDS).then(|| format!("<article>{}</article>", search.best.markup))
}

/// What stands in the scripts of a page. Nothing else of it is looked at: a page without an article may be of any size and shape.
fn programs(html: &str) -> impl Iterator<Item = &str> {
    html.split("<script").skip(1).filter_map(|script| Some(script.split_once('>')?.1.split("</script").next().unwrap_or_default()))
}

/// Where JSON may begin: at the start of a script, and behind what it is assigned to.
fn beginnings(program: &str) -> impl Iterator<Item = usize> {
    let begins = |(at, _): &(usize, &str)| {
        let above = program.get(..*at).unwrap_or_default().trim_end();
        above.is_empty() || above.ends_with(['=', '('])
    };
    program.match_indices(['{', '[']).filter(begins).map(|(at, _)| at).take(MOST_BEGINNINGS)
}

fn first_value(text: &str) -> Option<Value> {
    Deserializer::from_str(text).into_iter().next()?.ok()
}

/// A text in markup, with the words of its paragraphs that have a sentence.
#[derive(Debug, Default)]
struct Text {
    markup: String,
    words: usize,
}

/// The richest text of the page's own story.
struct Search {
    /// The titles of the page, folded.
    titles: FxHashSet<String>,
    best: Text,
    /// Bytes of markup that may still be written: lists within lists are written at each level.
    left: usize,
}

impl Search {
    /// Notes the richest text in a value, `is_titled` when it is part of what has one of the titles.
    fn look_through(&mut self, value: &Value, is_titled: bool) {
        let found = match value {
            Value::String(text) if is_titled && self.left > 0 => of_string(text),
            Value::Array(parts) if is_titled && self.left > 0 => of_list(parts),
            _ => None,
        };
        self.left = self.left.saturating_sub(found.as_ref().map_or(0, |found| found.markup.len()));
        if let Some(found) = found.filter(|found| found.words > self.best.words) {
            self.best = found;
        }
        match value {
            Value::Array(parts) => parts.iter().for_each(|part| self.look_through(part, is_titled)),
            Value::Object(fields) => {
                let is_titled = is_titled || self.has_title(fields);
                fields.values().for_each(|part| self.look_through(part, is_titled));
            }
            _ => {}
        }
    }

    /// Whether a title is among the fields, or among those of its titles: `"headlines": {"basic": …}`.
    fn has_title(&self, fields: &Map<String, Value>) -> bool {
        let is_title = |value: &Value| value.as_str().is_some_and(|text| self.titles.contains(&key(text)));
        let holds_titles = |name: &str| name.contains("head") || name.contains("title");
        let has_title = |value: &Value| value.as_object().is_some_and(|inner| inner.values().any(is_title));
        fields.iter().any(|(name, value)| is_title(value) || (holds_titles(name) && has_title(value)))
    }
}

/// A whole text in one string, in markup or by lines.
fn of_string(text: &str) -> Option<Text> {
    if text.len() < LEAST_WORDS {
        return None;
    }
    let markup = if is_html(text) { text.to_owned() } else { text.lines().map(|line| in_paragraph(&escaped(line))).collect() };
    let words = markup.split("</p>").map(sentence_words).sum();
    Some(Text { markup, words })
}

/// A list whose parts are paragraphs.
fn of_list(parts: &[Value]) -> Option<Text> {
    let mut found = Text::default();
    for part in parts {
        let mut paragraph = String::new();
        render(part, &mut paragraph);
        found.words += sentence_words(&paragraph);
        let is_block = ELEMENTS.iter().any(|name| paragraph.strip_prefix('<').is_some_and(|rest| rest.starts_with(&format!("{name}>"))));
        found.markup.push_str(&if is_block { paragraph } else { in_paragraph(&paragraph) });
    }
    (found.words > 0).then_some(found)
}

/// The words of a paragraph, up to the most that count, when a sentence ends in it.
fn sentence_words(markup: &str) -> usize {
    let mut text = String::new();
    for part in markup.split('<') {
        text.push_str(part.split_once('>').map_or(part, |(_, text)| text));
    }
    if text.contains(['.', '!', '?', '。', '؟']) { text.split_whitespace().count().min(MOST_WORDS) } else { 0 }
}

/// Writes the text of a node as markup.
fn render(node: &Value, out: &mut String) {
    match node {
        Value::String(text) if is_html(text) => out.push_str(text),
        Value::String(text) => out.push_str(&escaped(text)),
        Value::Array(parts) => parts.iter().for_each(|part| render(part, out)),
        Value::Object(fields) => {
            let kind = KINDS.iter().find_map(|key| ELEMENTS.iter().find(|name| fields.get(*key).and_then(Value::as_str) == Some(**name)));
            let text = TEXT.iter().find_map(|key| fields.get(*key).filter(|text| text.is_string() || text.is_array() || text.is_object()));
            out.extend(kind.map(|name| format!("<{name}>")));
            if let Some(text) = text {
                render(text, out);
            }
            out.extend(kind.map(|name| format!("</{name}>")));
        }
        _ => {}
    }
}

fn in_paragraph(markup: &str) -> String {
    ["<p>", markup, "</p>"].concat()
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;")
}

#[cfg(test)]
mod tests {
    use crate::article::ParagraphKind;
    use crate::ingest::{Options, ingest};

    const TITLE: &str = "Rope factory sells its last rope";

    const OTHER: &str = "The tram to Senn is late today because of ice on its wires. ";

    const PARTS: [&str; 4] = [
        "The rope factory of Senn has sold its last hemp rope, because the ships that it made them for are tied with wire now.",
        "Its owner, Olga Reis, said that the forty people who work there would learn to splice wire before the summer.",
        "The hall where the ropes were laid is four hundred metres long, and the town has asked whether children may run there.",
        "A museum in Brenn takes the oldest of the machines. It will be shown from May, with two of the men who knew how to mend it.",
    ];

    fn page(script: &str) -> String {
        format!(
            "<html><head><title>{TITLE}</title><meta property='og:title' content='{TITLE}'>\
             <meta property='article:published_time' content='2025-03-07T10:00:00Z'></head><body><div id='root'></div>{script}</body></html>"
        )
    }

    #[test]
    fn text_in_a_programs_json_is_the_article() {
        let nodes = |name: &str, text: &str| {
            let parts: Vec<_> = PARTS
                .iter()
                .map(|part| serde_json::json!({name: "p", "children": [{name: "text", text: part}, {name: "iframe", "children": []}]}))
                .collect();
            serde_json::json!({"cache": {"menu": ["Home", "News"], "story": {"headline": TITLE, "teaser": PARTS[0], "body": parts}, "next": {"headline": "Tram to Senn is late", "body": [OTHER.repeat(40)]}}})
        };
        let strings = serde_json::json!({"props": {"article": {"headlines": {"basic": TITLE}, "content_elements": PARTS.map(|part| serde_json::json!({"type": "text", "content": part}))}}});
        let markup = serde_json::json!({"post": {"title": TITLE, "html": PARTS.map(|part| format!("<p>{part}</p>")).concat()}});
        for script in [
            format!("<script>var a = {{}}; window.__STATE__={};(function(){{}})()</script>", nodes("type", "data")),
            format!("<script type='application/json'>{}</script>", nodes("tag", "value")),
            format!("<script id='data' type='application/json'>{strings}</script>"),
            format!("<script>window.DATA = {markup};</script>"),
        ] {
            let article = ingest(page(&script).as_bytes(), "page.html", Options::default()).unwrap().article;
            let read: Vec<&str> = article.body.paragraphs().iter().map(|paragraph| article.body.words(paragraph.span)).collect();
            assert_eq!(read, PARTS, "{script}");
            assert!(article.body.paragraphs().iter().all(|paragraph| paragraph.kind == ParagraphKind::Prose));
            assert_eq!(article.title(), Some(TITLE));
            assert!(article.metadata.published.is_some());
        }
    }

    #[test]
    fn a_program_without_a_text_gives_none() {
        for script in [
            "<script>if(a){b()}</script>",
            "<script>x={\"a\":[1,2,{\"text\":\"Home.\"}]}</script>",
            "<script>x=[[[[[[</script>",
            &format!("<script>x={}</script>", serde_json::json!([OTHER.repeat(40)])),
        ] {
            assert!(ingest(page(script).as_bytes(), "page.html", Options::default()).is_err(), "{script}");
        }
    }
}
