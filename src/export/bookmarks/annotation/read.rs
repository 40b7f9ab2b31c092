//! Reads annotations as Parallax writes them; what is not of that kind is left out and said.

use jiff::Timestamp;
use serde_json::Value;

use super::HASH;
use crate::article::{ArticleId, Published};
use crate::library::{Anchor, Bookmark, BookmarkId, Citation, Kept, Passage};
use crate::text::sanitize::{clean, clean_line};

/// An annotation that is no bookmark, and why.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unread {
    /// Its id, or its number in the file.
    pub name: String,
    /// What it lacks.
    pub why: &'static str,
}

/// The bookmarks in a file: a collection, a page of one, a list, or one annotation alone. Their ids are not those of the library.
///
/// # Errors
/// When it is no JSON, or has no annotations.
pub fn read(text: &str) -> Result<(Vec<Bookmark>, Vec<Unread>), String> {
    let value: Value = serde_json::from_str(text).map_err(|error| format!("no JSON: {error}"))?;
    let items = annotations(&value).ok_or("no annotations in it")?;
    let (mut bookmarks, mut unread) = (Vec::new(), Vec::new());
    for (number, item) in items.iter().enumerate() {
        match bookmark(item) {
            Ok(bookmark) => bookmarks.push(bookmark),
            Err(why) => {
                let name = item["id"].as_str().map_or_else(|| format!("annotation {}", number + 1), |id| clean_line(id).into_owned());
                unread.push(Unread { name, why });
            }
        }
    }
    Ok((bookmarks, unread))
}

fn annotations(value: &Value) -> Option<Vec<&Value>> {
    let of_page = |page: &'_ Value| page["items"].as_array().map(|_| ());
    if let Some(list) = value.as_array() {
        return Some(list.iter().collect());
    }
    if of_page(&value["first"]).is_some() {
        return value["first"]["items"].as_array().map(|items| items.iter().collect());
    }
    if of_page(value).is_some() {
        return value["items"].as_array().map(|items| items.iter().collect());
    }
    (value["type"] == "Annotation").then(|| vec![value])
}

fn bookmark(item: &Value) -> Result<Bookmark, &'static str> {
    let created = item["created"].as_str().and_then(|text| text.parse::<Timestamp>().ok()).ok_or("it has no time of its making")?;
    let bodies = one_or_more(&item["body"]);
    let of = |purpose: &'static str| bodies.iter().filter(move |body| body["purpose"] == purpose).filter_map(|body| body["value"].as_str());
    let note = of("commenting").map(|text| clean(text).0.into_owned()).collect::<Vec<_>>().join("\n");
    let tags = of("tagging").map(|tag| clean_line(tag).trim().to_owned()).filter(|tag| !tag.is_empty()).collect();
    let (mut left, mut right) = (Vec::new(), Vec::new());
    for target in one_or_more(&item["target"]) {
        if target["parallax:side"] == "right" { right.push(target) } else { left.push(target) }
    }
    let left = passage(&left)?;
    let kept = if right.is_empty() { Kept::One(Box::new(left)) } else { Kept::Two(Box::new((left, passage(&right)?))) };
    Ok(Bookmark { id: BookmarkId(0), kept, note, tags, created })
}

fn one_or_more(value: &Value) -> Vec<&Value> {
    match value {
        Value::Array(list) => list.iter().collect(),
        Value::Null => Vec::new(),
        one => vec![one],
    }
}

/// The stretches of one side, all of one article.
fn passage(targets: &[&Value]) -> Result<Passage, &'static str> {
    let first = targets.first().ok_or("it has no target")?;
    let source = &first["source"];
    let text = |name: &str| source[name].as_str().map(|text| clean_line(text).into_owned());
    let page = text("dcterms:identifier").and_then(|name| ArticleId::parse(name.strip_prefix(HASH)?));
    let article = page.ok_or("its target does not say by its hash which saved page it is")?;
    if targets.iter().any(|target| target["source"]["dcterms:identifier"] != source["dcterms:identifier"]) {
        return Err("its targets are of more than two articles");
    }
    let citation = Citation {
        file: text("parallax:file").ok_or("its target does not name a file")?,
        title: text("dcterms:title"),
        source: text("dcterms:publisher"),
        author: text("dcterms:creator"),
        published: text("dcterms:issued").as_deref().and_then(Published::parse),
        url: text("id").filter(|id| !id.starts_with(super::OWN_NAMES)),
    };
    let mut anchors =
        targets.iter().map(|target| anchor(target)).collect::<Option<Vec<_>>>().ok_or("a target has no quoted words")?.into_iter();
    let anchor = anchors.next().ok_or("it has no target")?;
    Ok(Passage { article, citation, anchor, more: anchors.collect() })
}

fn anchor(target: &Value) -> Option<Anchor> {
    let selectors = one_or_more(&target["selector"]);
    let selector = |kind: &str| selectors.iter().find(|selector| selector["type"] == kind);
    let quote = selector("TextQuoteSelector")?;
    let words = |name: &str| quote[name].as_str().map(|text| clean(text).0.into_owned());
    let number = |value: &Value| value.as_u64().and_then(|number| usize::try_from(number).ok());
    Some(Anchor {
        exact: words("exact").filter(|exact| !exact.is_empty())?,
        prefix: words("prefix").unwrap_or_default(),
        suffix: words("suffix").unwrap_or_default(),
        start: number(&target["state"]["parallax:byte"]).unwrap_or_default(),
        position: selector("TextPositionSelector").and_then(|selector| number(&selector["start"])),
        body: target["state"]["parallax:text"].as_str().and_then(|hash| hash.strip_prefix(HASH)).unwrap_or_default().to_owned(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_no_bookmark_is_named() {
        let text = r#"{"type": "AnnotationPage", "items": [
            {"id": "urn:1", "type": "Annotation", "target": "https://a.example"},
            {"type": "Annotation", "created": "2024-03-02T10:00:00Z", "target": {"source": "https://a.example"}}
        ]}"#;
        let (bookmarks, unread) = read(text).unwrap();
        let said: Vec<(&str, &str)> = unread.iter().map(|one| (one.name.as_str(), one.why)).collect();
        let want =
            [("urn:1", "it has no time of its making"), ("annotation 2", "its target does not say by its hash which saved page it is")];
        assert!(bookmarks.is_empty());
        assert_eq!(said, want);
        assert!(read("[").unwrap_err().starts_with("no JSON: "));
        assert_eq!(read("{}").unwrap_err(), "no annotations in it");
    }
}
