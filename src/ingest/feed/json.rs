//! JSON Feed, JSON lines, and lists of records as crawlers and news services write them.

use serde_json::{Deserializer, Map, Value};

use super::{Entries, Entry, line_at};
use crate::ingest::Refusal;
use crate::ingest::field::{Field, Fields, field};
use crate::text::span::after;

/// Whether a text begins as JSON with named values does.
pub(super) fn is_json(head: &str) -> bool {
    let head = head.trim_start();
    let object = head.strip_prefix('[').map_or(head, str::trim_start);
    let Some(rest) = object.strip_prefix('{').map(str::trim_start) else { return false };
    // A name in quotation marks with a colon behind it.
    let named = rest.strip_prefix('"').and_then(|rest| rest.split_once('"')).is_some_and(|(_, rest)| rest.trim_start().starts_with(':'));
    named || (rest.starts_with('}') && object.len() < head.len())
}

/// Reads all records; of a file that breaks off, those above that place.
pub(super) fn read(text: &str) -> Result<Entries, Refusal> {
    if let Some(list) = text.trim_start().strip_prefix('[') {
        let start = text.len() - list.len();
        return list_of(text, start);
    }
    let first = text.lines().find(|line| !line.trim().is_empty()).unwrap_or_default();
    if is_object(first) || !text.trim_end().ends_with('}') { Ok(lines(text)) } else { one_or_more(text) }
}

fn is_object(line: &str) -> bool {
    line.trim_end().ends_with('}') && serde_json::from_str::<serde::de::IgnoredAny>(line).is_ok()
}

/// A record on each line.
fn lines(text: &str) -> Entries {
    let mut entries = Entries::default();
    for (number, line) in (1..).zip(text.lines()).filter(|(_, line)| !line.trim().is_empty()) {
        match serde_json::from_str(line) {
            Ok(value) => take(value, &mut entries),
            Err(error) => entries.found.push(Err(broken(number, error.column(), &error))),
        }
    }
    entries
}

/// One record over many lines, or several one behind the other.
fn one_or_more(text: &str) -> Result<Entries, Refusal> {
    let mut entries = Entries::default();
    for value in Deserializer::from_str(text).into_iter::<Value>() {
        match value {
            Ok(value) => take(value, &mut entries),
            Err(error) => {
                let refusal = broken(error.line(), error.column(), &error);
                return ended(entries, refusal);
            }
        }
    }
    Ok(entries)
}

/// The records of a list that begins at a place in the text, one by one.
fn list_of(text: &str, start: usize) -> Result<Entries, Refusal> {
    let mut entries = Entries::default();
    let mut at = start;
    loop {
        at = text.len() - after(text, at).trim_start_matches(|c: char| c.is_whitespace() || c == ',').len();
        let rest = after(text, at);
        if rest.starts_with(']') {
            return Ok(entries);
        }
        let mut values = Deserializer::from_str(rest).into_iter::<Value>();
        match values.next() {
            Some(Ok(value)) => take(value, &mut entries),
            Some(Err(error)) => {
                // The reader counts from the record on.
                let line = line_at(text, at) + error.line().saturating_sub(1);
                return ended(entries, broken(line, error.column(), &error));
            }
            None => {
                let refusal = Refusal::BrokenJson { line: line_at(text, at), column: 1, reason: "the list has no end".to_owned() };
                return ended(entries, refusal);
            }
        }
        at += values.byte_offset();
    }
}

/// A file of which the rest cannot be read.
fn ended(mut entries: Entries, refusal: Refusal) -> Result<Entries, Refusal> {
    if entries.found.is_empty() {
        return Err(refusal);
    }
    entries.warning = Some(format!("{refusal}; only the {} articles above it were read", entries.found.len()));
    Ok(entries)
}

fn broken(line: usize, column: usize, error: &serde_json::Error) -> Refusal {
    let reason = error.to_string();
    let reason = reason.split(" at line ").next().unwrap_or_default().replace("EOF", "end of text");
    Refusal::BrokenJson { line, column, reason }
}

/// Names under which files keep the list of their records.
const LISTS: &[&str] =
    &["items", "articles", "entries", "results", "posts", "stories", "documents", "docs", "hits", "news", "data", "response"];

/// Names under which a record keeps what is in it.
const WRAPPERS: &[&str] = &["_source", "article", "data", "story", "item", "doc", "document", "record"];

/// How deep records may be wrapped.
const DEEPEST: usize = 3;

/// Takes what one value holds: a record, or a list of them with what their feed says for all.
fn take(value: Value, entries: &mut Entries) {
    let Value::Object(object) = value else {
        entries.found.push(Err(Refusal::NoText));
        return;
    };
    match records(&object, 0) {
        Some((feed, records)) => entries.found.extend(records.iter().map(|record| entry(record.as_object(), Some(feed)))),
        None if has_empty_list(&object) => {}
        None => entries.found.push(entry(Some(&object), None)),
    }
}

/// The list of records in an object that is none itself, and the object that holds it.
fn records(object: &Map<String, Value>, depth: usize) -> Option<(&Map<String, Value>, &Vec<Value>)> {
    if depth > DEEPEST || object.keys().any(|name| matches!(field(name), Some((Field::Text | Field::Page, _)))) {
        return None;
    }
    LISTS.iter().filter_map(|name| object.get(*name)).find_map(|value| match value {
        Value::Array(list) if list.iter().any(Value::is_object) => Some((object, list)),
        Value::Object(inner) => records(inner, depth + 1),
        _ => None,
    })
}

fn has_empty_list(object: &Map<String, Value>) -> bool {
    object.iter().all(|(name, _)| !matches!(field(name), Some((Field::Text | Field::Page, _))))
        && LISTS.iter().any(|name| object.get(*name).and_then(Value::as_array).is_some_and(Vec::is_empty))
}

fn entry(record: Option<&Map<String, Value>>, feed: Option<&Map<String, Value>>) -> Result<Entry, Refusal> {
    let fields = fields(record.ok_or(Refusal::NoText)?, 0);
    let text = fields.text().filter(|text| !text.trim().is_empty()).ok_or(Refusal::NoText)?;
    let mut said = fields.said();
    if let Some(feed) = feed {
        let of_feed = self::fields(feed, 0).said();
        said.sources.extend(of_feed.titles);
        said.language = said.language.or(of_feed.language);
        if said.authors.concat().is_empty() {
            said.authors = of_feed.authors;
        }
    }
    Ok(Entry { said, text })
}

/// What a record says, and where it says nothing of an article itself, what is wrapped in it.
fn fields(record: &Map<String, Value>, depth: usize) -> Fields {
    let mut fields = Fields::default();
    record.iter().for_each(|(name, value)| fields.add(name, texts(value, 0)));
    let inner = || WRAPPERS.iter().find_map(|name| record.get(*name).and_then(Value::as_object));
    if fields.text().is_none()
        && depth < DEEPEST
        && let Some(inner) = inner()
    {
        let wrapped = self::fields(inner, depth + 1);
        fields.join(wrapped);
    }
    fields
}

/// Names of a value's own text, where it is an object: of a person, an outlet, a paragraph.
const OWN_TEXTS: &[&str] = &["name", "rendered", "value", "text", "#text", "title", "content", "html", "plain", "full", "date", "url"];

/// A text, a number, or what a list or an object of them holds.
fn texts(value: &Value, depth: usize) -> Vec<String> {
    match value {
        Value::String(text) => vec![text.clone()],
        Value::Number(number) => vec![number.to_string()],
        Value::Array(items) if depth < DEEPEST => items.iter().flat_map(|item| texts(item, depth + 1)).collect(),
        Value::Object(fields) if depth < DEEPEST => OWN_TEXTS
            .iter()
            .filter_map(|name| fields.get(*name))
            .map(|value| texts(value, depth + 1))
            .find(|found| !found.is_empty())
            .unwrap_or_default(),
        _ => Vec::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ingest::html::said::Said;

    fn texts_of(json: &str) -> Vec<Result<String, Refusal>> {
        read(json).unwrap().found.into_iter().map(|entry| entry.map(|entry| entry.text)).collect()
    }

    fn first(json: &str) -> Entry {
        read(json).unwrap().found.remove(0).unwrap()
    }

    #[test]
    fn json_is_told_by_its_first_name() {
        for (text, want) in [
            ("{\"url\": \"x\"", true),
            (" [\n { \"a\" :1", true),
            ("[{}]", true),
            ("{curly} words", false),
            ("{\"We go,\" she said}", false),
            ("[1] The bridge", false),
            ("[Menu](https://post.example)", false),
            ("{}", false),
            ("", false),
        ] {
            assert_eq!(is_json(text), want, "{text}");
        }
    }

    #[test]
    fn records_in_every_arrangement() {
        let ok = |text: &str| Ok(text.to_owned());
        for (json, want) in [
            ("{\"text\": \"One\"}\n\n{\"text\": \"Two\"}\n", vec![ok("One"), ok("Two")]),
            ("{\n \"text\": \"One\"\n}\n{\n \"text\": \"Two\"\n}", vec![ok("One"), ok("Two")]),
            ("[{\"text\": \"One\"},\n {\"text\": \"Two\"}]", vec![ok("One"), ok("Two")]),
            (
                "{\"articles\": [{\"content\": \"One\"}, {\"title\": \"No text\"}, 5]}",
                vec![ok("One"), Err(Refusal::NoText), Err(Refusal::NoText)],
            ),
            ("{\"response\": {\"results\": [{\"body\": \"One\"}]}}", vec![ok("One")]),
            ("{\"_source\": {\"maintext\": \"One\"}}", vec![ok("One")]),
            ("{\"title\": {\"rendered\": \"T\"}, \"content\": {\"rendered\": \"<p>One\"}}", vec![ok("<p>One")]),
            ("{\"text\": [\"One\", {\"type\": \"p\", \"text\": \"Two\"}]}", vec![ok("One\n\nTwo")]),
            ("{\"text\": \" \", \"summary\": \"Sum\"}", vec![ok("Sum")]),
            ("{\"items\": []}", vec![]),
            ("{\"items\": [\"red\"], \"text\": \"One\"}", vec![ok("One")]),
        ] {
            assert_eq!(texts_of(json), want, "{json}");
        }
    }

    #[test]
    fn what_records_say() {
        let found = first(
            "{\"url\": \"https://post.example/a\", \"headline\": \"Bridge\", \"authors\": [\"Jane Smith\", {\"name\": \"John Public\"}],\
              \"source\": {\"id\": null, \"name\": \"Harbour Post\"}, \"timestamp\": 1707141600, \"lang\": \"en\", \"text\": \"Words\", \"tags\": [\"x\"]}",
        );
        let want = Said {
            titles: vec!["Bridge".into()],
            sources: vec!["Harbour Post".into()],
            authors: vec![vec!["Jane Smith".into(), "John Public".into()]],
            published: vec!["2024-02-05T14:00:00Z".into()],
            url: Some("https://post.example/a".into()),
            language: Some("en".into()),
            ..Said::default()
        };
        assert_eq!(found, Entry { said: want, text: "Words".into() });
        let of_feed = first(
            "{\"version\": \"https://jsonfeed.org/version/1.1\", \"title\": \"Harbour Post\", \"language\": \"en\", \"authors\": [{\"name\": \"Desk\"}],\
              \"items\": [{\"id\": \"1\", \"content_html\": \"<p>Words\", \"date_published\": \"2024-02-05\"}]}",
        );
        assert_eq!((of_feed.said.sources.join(""), of_feed.said.authors.concat().join("")), ("Harbour Post".into(), "Desk".into()));
    }

    #[test]
    fn a_bad_line_is_named_and_the_rest_goes_on() {
        let found = texts_of("{\"text\": \"One\"}\n{\"text\": \"Two\n\n{\"text\": \"Three\"}\n");
        let Err(refusal) = &found[1] else { panic!("{found:?}") };
        assert!(refusal.to_string().starts_with("broken JSON at line 2, column 13: end of text while parsing a string"), "{refusal}");
        assert_eq!((found.len(), found[2].clone()), (3, Ok("Three".to_owned())));
        let first = texts_of("{\"text\": \n{\"text\": \"Two\"}\n{\"text\": \"Th");
        assert!(first[0].is_err() && first[1].is_ok() && first[2].is_err());
    }

    #[test]
    fn of_a_list_that_breaks_off_the_whole_records_are_read() {
        for (end, warning) in [
            ("", "broken JSON at line 3, column 1: the list has no end"),
            ("{\"text\": \"Th", "broken JSON at line 3, column 12: end of text while parsing a string"),
            ("{\"text\" 5}]", "broken JSON at line 3, column 9: expected `:`"),
        ] {
            let read = read(&format!("[{{\"text\": \"One\"}},\n{{\"text\": \"Two\"}},\n{end}")).unwrap();
            assert_eq!((read.found.len(), read.warning), (2, Some(format!("{warning}; only the 2 articles above it were read"))));
        }
        assert!(matches!(read("[{\"text\": "), Err(Refusal::BrokenJson { line: 1, .. })));
        assert!(matches!(read("{\n\"text\": 5,\n}"), Err(Refusal::BrokenJson { line: 3, .. })));
    }

    #[test]
    fn deep_nesting_is_refused_in_no_time() {
        assert!(read(&format!("[{}", "{\"data\":".repeat(200_000))).is_err());
        assert!(read(&format!("[{}", "[".repeat(1_000_000))).is_err());
    }
}
