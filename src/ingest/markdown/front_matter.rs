//! Front matter: what stands between rules at the top of a Markdown file, in YAML or TOML, as far as it tells of the article.

use crate::ingest::field::{Fields, field};
use crate::text::span::{after, before};

/// The lines between two rules at the top of a file, and the text below.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::ingest) struct FrontMatter<'a> {
    matter: &'a str,
    is_toml: bool,
    /// What stands below it.
    pub(in crate::ingest) below: &'a str,
}

/// Splits front matter off, where there is some: rules alone are ornaments.
pub(in crate::ingest) fn front_matter(text: &str) -> Option<FrontMatter<'_>> {
    let text = text.trim_start();
    [("---", ':', false), ("+++", '=', true)].into_iter().find_map(|(rule, mark, is_toml)| {
        let (_, rest) = text.split_once('\n').filter(|(first, _)| first.trim_end() == rule)?;
        let mut end = 0;
        let line = rest.split_inclusive('\n').find(|line| {
            let is_end = line.trim_end() == rule || (!is_toml && line.trim_end() == "...");
            end += if is_end { 0 } else { line.len() };
            is_end
        })?;
        let matter = before(rest, end);
        // A line of prose may have a colon too.
        let has_key = matter.lines().any(|line| line.split_once(mark).is_some_and(|(key, _)| field(key).is_some()));
        has_key.then(|| FrontMatter { matter, is_toml, below: after(rest, end + line.len()) })
    })
}

fn is_key(key: &str) -> bool {
    !key.is_empty() && key.len() < 40 && key.chars().all(|c| c.is_alphanumeric() || matches!(c, '-' | '_' | '.'))
}

impl FrontMatter<'_> {
    /// What it says under the names that tell of an article.
    pub(super) fn fields(&self) -> Fields {
        if self.is_toml { toml(self.matter) } else { yaml(self.matter) }
    }
}

fn toml(matter: &str) -> Fields {
    let mut fields = Fields::default();
    let Ok(table) = matter.parse::<toml::Table>() else { return fields };
    let text = |value: &toml::Value| match value {
        toml::Value::String(text) => Some(text.clone()),
        toml::Value::Datetime(time) => Some(time.to_string()),
        toml::Value::Integer(number) => Some(number.to_string()),
        _ => None,
    };
    for (name, value) in &table {
        let values = value.as_array().map_or_else(|| text(value).into_iter().collect(), |list| list.iter().filter_map(text).collect());
        fields.add(name, values);
    }
    fields
}

/// Reads the part of YAML that tools write: one value, a list, or folded lines under a name; what is nested deeper tells of nothing here.
fn yaml(matter: &str) -> Fields {
    let mut fields = Fields::default();
    let mut open: Option<(&str, Vec<String>)> = None;
    for line in matter.lines() {
        let is_indented = line.starts_with([' ', '\t']);
        let text = line.trim();
        let item = text.strip_prefix("- ");
        if text.is_empty() || text.starts_with('#') {
            continue;
        }
        match (&mut open, item) {
            (Some((_, values)), Some(item)) => values.push(name_of(item)),
            (Some((_, values)), None) if is_indented => join(values, text),
            _ => {
                if let Some((name, values)) = open.take() {
                    fields.add(name, values);
                }
                open = text.split_once(':').map(|(name, value)| (unquoted_name(name), values_of(value)));
            }
        }
    }
    if let Some((name, values)) = open {
        fields.add(name, values);
    }
    fields
}

fn unquoted_name(name: &str) -> &str {
    name.trim().trim_matches(['"', '\''])
}

/// What stands behind a name: nothing yet, a list in brackets, or one value.
fn values_of(value: &str) -> Vec<String> {
    let value = value.trim();
    // A value that goes on below, folded or as it stands.
    if value.is_empty() || matches!(value, "|" | ">" | "|-" | ">-" | "|+" | ">+" | "~" | "null") {
        return Vec::new();
    }
    match value.strip_prefix('[').and_then(|list| list.strip_suffix(']')) {
        // `[[Name]]` is a link in a notebook.
        Some(list) if !list.starts_with('[') => items(list),
        _ => vec![scalar(value)],
    }
}

/// The items of a list in brackets; a comma within marks is none between items.
fn items(list: &str) -> Vec<String> {
    let mut found = Vec::new();
    let (mut item, mut within) = (String::new(), None);
    for c in list.chars() {
        match (within, c) {
            (None, ',') => found.push(std::mem::take(&mut item)),
            (None, '"' | '\'') if item.trim().is_empty() => {
                within = Some(c);
                item.push(c);
            }
            (Some(mark), _) if c == mark => {
                within = None;
                item.push(c);
            }
            _ => item.push(c),
        }
    }
    found.push(item);
    found.iter().map(|item| scalar(item)).collect()
}

/// An item of a list: a value, or a person with a name.
fn name_of(item: &str) -> String {
    let name = item.split_once(':').filter(|(key, _)| key.trim() == "name").map(|(_, name)| name);
    scalar(name.unwrap_or(item))
}

/// A line that goes on: `name: Jane` below `author:`, or the rest of a folded text.
fn join(values: &mut Vec<String>, text: &str) {
    let nested = text.split_once(": ").filter(|(key, _)| is_key(key));
    match (nested, values.last_mut()) {
        (Some(("name", name)), _) => values.push(scalar(name)),
        (Some(_), _) => {}
        (None, Some(last)) => {
            last.push(' ');
            last.push_str(text);
        }
        (None, None) => values.push(scalar(text)),
    }
}

/// One value without its marks, a comment behind it, and the brackets of a link in a notebook.
fn scalar(value: &str) -> String {
    let value = value.trim();
    let unmarked = if let Some(rest) = value.strip_prefix('"') {
        let end = rest.char_indices().scan(false, |escaped, (at, c)| {
            let ends = c == '"' && !*escaped;
            *escaped = c == '\\' && !*escaped;
            Some((at, ends))
        });
        let end = end.filter(|(_, ends)| *ends).map(|(at, _)| at).next();
        before(rest, end.unwrap_or(rest.len())).replace("\\\"", "\"").replace("\\n", " ").replace("\\\\", "\\")
    } else if let Some(rest) = value.strip_prefix('\'') {
        rest.strip_suffix('\'').unwrap_or(rest).replace("''", "'")
    } else {
        value.split(" #").next().unwrap_or_default().trim().to_owned()
    };
    unmarked.strip_prefix("[[").and_then(|link| link.strip_suffix("]]")).map_or(unmarked.clone(), str::to_owned)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ingest::html::said::Said;

    fn said(text: &str) -> Option<(Said, &str)> {
        front_matter(text).map(|found| (found.fields().said(), found.below))
    }

    #[test]
    fn yaml_as_tools_write_it() {
        let text = "---\n\
            title: \"Bridge \\\"Old Iron\\\" opens: a day late\" # note\n\
            author:\n  - \"[[Jane Smith]]\"\n  - 'John O''Public'\n\
            publication: >-\n  Harbour\n  Post\n\
            date: 2024-02-05T14:00:00+01:00\n\
            tags: [bridges, \"rivers, lakes\"]\n\
            source: https://post.example/bridge\n\
            # a comment\n\
            nested:\n  title: not this\n\
            lang: en\n---\n\nThe bridge.\n";
        let (said, below) = said(text).unwrap();
        assert_eq!(below, "\nThe bridge.\n");
        let want = Said {
            titles: vec!["Bridge \"Old Iron\" opens: a day late".into()],
            sources: vec!["Harbour Post".into()],
            authors: vec![vec!["Jane Smith".into(), "John O'Public".into()]],
            published: vec!["2024-02-05T14:00:00+01:00".into()],
            url: Some("https://post.example/bridge".into()),
            language: Some("en".into()),
            ..Said::default()
        };
        assert_eq!(said, want);
    }

    #[test]
    fn lists_and_people() {
        for (matter, want) in [
            ("authors: [Jane Smith, \"Smith, John\"]", vec!["Jane Smith", "Smith, John"]),
            ("author:\n  name: Jane Smith\n  role: reporter", vec!["Jane Smith"]),
            ("authors:\n- name: Jane Smith\n  mail: j@post.example\n- name: John Public", vec!["Jane Smith", "John Public"]),
            ("author: Jane Smith", vec!["Jane Smith"]),
            ("author:", vec![]),
            ("author: [", vec!["["]),
        ] {
            let text = format!("---\n{matter}\n---\n");
            assert_eq!(said(&text).map(|(said, _)| said.authors.concat()), Some(want.into_iter().map(str::to_owned).collect()), "{matter}");
        }
    }

    #[test]
    fn toml_between_plus_signs() {
        let (said, below) = said("+++\ntitle = \"Bridge opens\"\ndate = 2024-02-05\nauthors = [\"Jane Smith\"]\n+++\nThe bridge.").unwrap();
        assert_eq!((said.titles, said.published, below), (vec!["Bridge opens".to_owned()], vec!["2024-02-05".to_owned()], "The bridge."));
        assert_eq!(said.authors.concat(), ["Jane Smith"]);
    }

    #[test]
    fn rules_alone_are_no_front_matter() {
        for text in ["---\nThe bridge opens.\n---\n", "---\ntitle: never closed\n", "Title\n---\na: b\n---", "---", ""] {
            assert_eq!(front_matter(text), None, "{text}");
        }
    }
}
