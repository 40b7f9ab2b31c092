//! Bookmarks as W3C Web Annotations (<https://www.w3.org/TR/annotation-model/>), written and read back.

mod read;

pub use read::{Unread, read};

use serde_json::{Value, json};
use twox_hash::XxHash3_128;

use crate::article::Published;
use crate::export::json::escaped;
use crate::library::{Anchor, Bookmark, Passage};

/// The names of ours, for what the model has none: which side of a pair a target is, and the hash of the text it was made on.
const OWN_NAMES: &str = "urn:x-parallax:";

/// What a hash is written behind.
const HASH: &str = "xxh3-128:";

/// A collection with one page that holds every bookmark, in their order.
#[must_use]
pub fn collection(bookmarks: &[&Bookmark]) -> String {
    let items: Vec<Value> = bookmarks.iter().map(|bookmark| annotation(bookmark)).collect();
    let ids: String = items.iter().filter_map(|item| item["id"].as_str()).collect();
    let id = urn(&ids);
    let collection = json!({
        "@context": ["http://www.w3.org/ns/anno.jsonld", { "parallax": OWN_NAMES }],
        "id": id,
        "type": "AnnotationCollection",
        "label": "Bookmarks of Parallax",
        "total": items.len(),
        "generator": { "id": format!("{OWN_NAMES}program"), "type": "Software", "name": format!("Parallax {}", env!("CARGO_PKG_VERSION")) },
        "first": { "id": format!("{id}#page"), "type": "AnnotationPage", "partOf": id, "startIndex": 0, "items": items },
    });
    escaped(&format!("{collection:#}\n"))
}

fn annotation(bookmark: &Bookmark) -> Value {
    let mut body: Vec<Value> = Vec::new();
    if !bookmark.note.is_empty() {
        body.push(json!({ "type": "TextualBody", "value": bookmark.note, "format": "text/plain", "purpose": "commenting" }));
    }
    body.extend(
        bookmark.tags.iter().map(|tag| json!({ "type": "TextualBody", "value": tag, "format": "text/plain", "purpose": "tagging" })),
    );
    let passages = bookmark.kept.passages();
    let is_pair = passages.len() == 2;
    let mut target: Vec<Value> = Vec::new();
    for (side, passage) in ["left", "right"].into_iter().zip(&passages) {
        target.extend(passage.anchors().map(|anchor| resource(passage, anchor, is_pair.then_some(side))));
    }
    let mut value = json!({
        "id": id(bookmark),
        "type": "Annotation",
        "motivation": if is_pair { json!(["bookmarking", "linking"]) } else { json!("bookmarking") },
        "created": bookmark.created.to_string(),
    });
    if !body.is_empty() {
        value["body"] = body.into();
    }
    value["target"] = target.into();
    value
}

/// One stretch of an article; several stretches of one side are several targets with the same source.
fn resource(passage: &Passage, anchor: &Anchor, side: Option<&str>) -> Value {
    let mut selector =
        vec![json!({ "type": "TextQuoteSelector", "exact": anchor.exact, "prefix": anchor.prefix, "suffix": anchor.suffix })];
    if let Some(start) = anchor.position {
        // Code points into the body's paragraphs joined by one line feed.
        let end = start + anchor.exact.chars().count();
        selector.push(json!({ "type": "TextPositionSelector", "start": start, "end": end }));
    }
    let mut value = json!({
        "type": "SpecificResource",
        "source": source(passage),
        "selector": selector,
        "state": { "type": "oa:State", "parallax:text": format!("{HASH}{}", anchor.body), "parallax:byte": anchor.start },
    });
    if let Some(side) = side {
        value["parallax:side"] = side.into();
    }
    value
}

/// The article: its address, or a name made of its hash where it has none.
fn source(passage: &Passage) -> Value {
    let citation = &passage.citation;
    let page = format!("{HASH}{}", passage.article);
    let mut source = json!({
        "id": citation.url.clone().unwrap_or_else(|| format!("{OWN_NAMES}page:{}", passage.article)),
        "type": "Text",
        "dcterms:identifier": page,
        "parallax:file": citation.file,
    });
    let known = [
        ("dcterms:title", citation.title.clone()),
        ("dcterms:publisher", citation.source.clone()),
        ("dcterms:creator", citation.author.clone()),
        ("dcterms:issued", citation.published.map(Published::rfc3339)),
    ];
    for (name, value) in known {
        if let Some(value) = value {
            source[name] = value.into();
        }
    }
    source
}

/// The same for the same passages kept at the same moment, wherever it is exported.
fn id(bookmark: &Bookmark) -> String {
    let mut named = bookmark.created.to_string();
    for passage in bookmark.kept.passages() {
        for anchor in passage.anchors() {
            named.extend([passage.article.as_str(), "\n", &anchor.exact, "\n", &anchor.start.to_string(), "\n"]);
        }
    }
    urn(&named)
}

/// A name of the form of RFC 9562, version 8: made of a hash.
fn urn(named: &str) -> String {
    let hash = XxHash3_128::oneshot(named.as_bytes());
    let versioned = hash & !(0xf << 76) & !(0x3 << 62) | (0x8 << 76) | (0x2 << 62);
    let digits = format!("{versioned:032x}");
    let mut written = String::from("urn:uuid:");
    for (at, digit) in digits.chars().enumerate() {
        if matches!(at, 8 | 12 | 16 | 20) {
            written.push('-');
        }
        written.push(digit);
    }
    written
}

#[cfg(test)]
mod tests {
    use jiff::Timestamp;

    use super::*;
    use crate::article::{Article, ArticleId, Fate, Metadata, PageBlock, ParagraphKind};
    use crate::library::{BookmarkId, Kept};
    use crate::text::Span;

    fn article(page: &str, url: Option<&str>) -> Article {
        let metadata = Metadata { url: url.map(str::to_owned), ..Metadata::default() };
        let block = PageBlock { text: page.to_owned(), fate: Fate::Body(ParagraphKind::Prose) };
        Article::new(ArticleId::of_page(page.as_bytes()), "é.txt".into(), metadata, vec![block])
    }

    fn bookmark(kept: Kept) -> Bookmark {
        let created = Timestamp::from_second(1_700_000_000).unwrap();
        Bookmark { id: BookmarkId(0), kept, note: "One.\nTwo.".into(), tags: vec!["pier".into()], created }
    }

    fn two() -> [Bookmark; 2] {
        let (left, right) =
            (article("Über dem Fluß: it opens. Rain. Dearer.", Some("https://a.example/x")), article("It opens late.", None));
        let pair =
            (Passage::of(&left, &[Span::new(17, 26), Span::new(33, 40)]).unwrap(), Passage::of(&right, &[Span::new(0, 14)]).unwrap());
        [bookmark(Kept::One(Box::new(pair.0.clone()))), bookmark(Kept::Two(Box::new(pair)))]
    }

    #[test]
    fn what_is_written_is_read_back() {
        let bookmarks = two();
        let written = collection(&bookmarks.iter().collect::<Vec<_>>());
        let (read, unread) = read(&written).unwrap();
        assert_eq!((read.as_slice(), unread.len()), (bookmarks.as_slice(), 0), "{written}");
    }

    #[test]
    fn the_model_has_what_it_requires() {
        let bookmarks = two();
        let value: Value = serde_json::from_str(&collection(&bookmarks.iter().collect::<Vec<_>>())).unwrap();
        let pair = &value["first"]["items"][1];
        assert_eq!(pair["target"].as_array().unwrap().len(), 3);
        let selector = &pair["target"][0]["selector"];
        assert_eq!((selector[1]["start"].as_u64(), selector[1]["end"].as_u64()), (Some(15), Some(24)), "{selector}");
        assert!(pair["id"].as_str().unwrap().starts_with("urn:uuid:") && pair["id"] != value["first"]["items"][0]["id"]);
        assert_eq!(pair["id"].as_str().unwrap().len(), "urn:uuid:".len() + 36);
    }
}
