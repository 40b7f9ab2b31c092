//! Keeps the parser's work bounded: takes tags out of HTML that nests deeper, or has more of them, than any page.
//!
//! Browsers have such a bound as well; the parser's work grows with the square of the depth, and with each style left open.

use std::borrow::Cow;
use std::hash::BuildHasher;

use rustc_hash::FxBuildHasher;

use crate::text::span::{Span, after};

/// The most elements around another one, as in browsers.
const DEEPEST: usize = 512;

/// The most styles that are open at once: each is opened again in every block that follows.
const MOST_STYLES: usize = 24;

/// The most attributes of a tag: each is compared with all before it.
const MOST_ATTRIBUTES: usize = 256;

/// The most tags of a page.
const MOST_TAGS: usize = 250_000;

/// Elements that have no end.
const VOID: &[&str] = &["area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr"];

/// Elements whose end is often left out and told by what follows.
const ENDED_BY_OTHERS: &[&str] =
    &["p", "li", "dt", "dd", "tr", "td", "th", "thead", "tbody", "tfoot", "option", "optgroup", "rt", "rp", "html", "head", "body"];

/// Elements that go on in the block that follows when they are left open.
const STYLES: &[&str] = &["a", "b", "big", "code", "em", "font", "i", "nobr", "s", "small", "strike", "strong", "tt", "u"];

/// Elements in which tags are text.
const RAW: &[&str] = &["script", "style", "textarea", "title", "xmp", "iframe", "noembed", "noframes"];

/// The HTML with no more tags, and no deeper, than a page has; all its words stay.
pub(super) fn bounded(html: &str) -> Cow<'_, str> {
    let mut out = String::new();
    let (mut copied, mut at) = (0, 0);
    let mut open = Open::default();
    while let Some(tag) = Tag::next(html, at) {
        if !open.takes(&tag) {
            out.push_str(Span::new(copied, tag.span.start).of(html));
            out.push_str(if STYLES.contains(&tag.name.as_str()) || tag.name == "span" { "" } else { "\n" });
            copied = tag.span.end;
        }
        at = tag.span.end;
        if !tag.is_end && RAW.contains(&tag.name.as_str()) {
            at = end_of_raw(html, at, &tag.name);
        }
    }
    if copied == 0 {
        return Cow::Borrowed(html);
    }
    out.push_str(after(html, copied));
    Cow::Owned(out)
}

/// Where the end tag of an element begins in which tags are text.
fn end_of_raw(html: &str, from: usize, name: &str) -> usize {
    let is_end = |at: &usize| {
        let rest = html.as_bytes().get(at + 2..at + 2 + name.len());
        rest.is_some_and(|rest| rest.eq_ignore_ascii_case(name.as_bytes()))
    };
    after(html, from).match_indices("</").map(|(at, _)| from + at).find(is_end).unwrap_or(html.len())
}

/// A tag.
struct Tag {
    span: Span,
    name: String,
    is_end: bool,
    /// At least as many as it has attributes.
    attributes: usize,
}

impl Tag {
    /// The next tag; comments and declarations are passed over.
    fn next(html: &str, from: usize) -> Option<Self> {
        let bytes = html.as_bytes();
        let mut at = from;
        loop {
            at += bytes.get(at..)?.iter().position(|byte| *byte == b'<')?;
            let rest = bytes.get(at + 1..)?;
            let is_end = rest.first() == Some(&b'/');
            let name: String = rest
                .iter()
                .skip(usize::from(is_end))
                .take_while(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b':'))
                .map(|byte| char::from(byte.to_ascii_lowercase()))
                .collect();
            if name.starts_with(|c: char| c.is_ascii_alphabetic()) {
                let (end, attributes) = end_of_tag(bytes, at + 1);
                return Some(Self { span: Span::new(at, end), name, is_end, attributes });
            }
            at = if rest.starts_with(b"!--") { after(html, at).find("-->").map_or(bytes.len(), |end| at + end + 3) } else { at + 1 };
        }
    }
}

/// Where a tag ends, and how many places it has where an attribute may begin; a mark of its end inside quotation marks is part of a value.
fn end_of_tag(bytes: &[u8], from: usize) -> (usize, usize) {
    let mut quote = None;
    let (mut before, mut attributes) = (b' ', 0);
    let mut is_between = false;
    for (at, &byte) in bytes.iter().enumerate().skip(from) {
        let was_between = std::mem::replace(&mut is_between, quote.is_none() && (byte.is_ascii_whitespace() || byte == b'/'));
        attributes += usize::from(was_between && !is_between);
        match quote {
            Some(mark) if byte == mark => (quote, is_between) = (None, true),
            None if byte == b'>' => return (at + 1, attributes),
            None if matches!(byte, b'"' | b'\'') && before == b'=' => quote = Some(byte),
            _ => {}
        }
        if !byte.is_ascii_whitespace() {
            before = byte;
        }
    }
    (bytes.len(), attributes)
}

/// How far up an element is looked for that is closed before those in it are.
const REACH: usize = 64;

/// The elements that are open.
#[derive(Default)]
struct Open {
    /// Their names, hashed.
    elements: Vec<u64>,
    styles: usize,
    tags: usize,
}

impl Open {
    /// Notes a tag; false when it is one too many.
    fn takes(&mut self, tag: &Tag) -> bool {
        self.tags += 1;
        if self.tags > MOST_TAGS || tag.attributes > MOST_ATTRIBUTES {
            return false;
        }
        let name = tag.name.as_str();
        if VOID.contains(&name) || ENDED_BY_OTHERS.contains(&name) {
            return true;
        }
        let is_style = STYLES.contains(&name);
        let hash = FxBuildHasher.hash_one(name);
        if tag.is_end {
            let was_too_deep = self.elements.len() > DEEPEST;
            let is_too_styled = is_style && self.styles > MOST_STYLES;
            self.styles = self.styles.saturating_sub(usize::from(is_style));
            if let Some(up) = self.elements.iter().rev().take(REACH).position(|open| *open == hash) {
                self.elements.truncate(self.elements.len() - 1 - up);
            }
            return !was_too_deep && !is_too_styled;
        }
        self.elements.push(hash);
        self.styles += usize::from(is_style);
        self.elements.len() <= DEEPEST && (!is_style || self.styles <= MOST_STYLES)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_stays_as_it_is() {
        let page = "<!-- <div> --><html><body class='a>b'><p>One<p>Two<ul><li>x<li>y</ul><script>if (a<b) '<div>'</script><b>c</b> 1 < 2 <";
        assert!(matches!(bounded(page), Cow::Borrowed(_)));
        let unclosed = "<p>word<br>".repeat(5_000);
        assert!(matches!(bounded(&unclosed), Cow::Borrowed(_)));
        let scripts = "<script>'<div>'</script>".repeat(1_000);
        assert!(matches!(bounded(&scripts), Cow::Borrowed(_)));
    }

    #[test]
    fn what_is_too_deep_loses_its_tags_and_keeps_its_words() {
        let deep = format!("{}word{}<p>after", "<div>".repeat(2_000), "</div>".repeat(2_000));
        let out = bounded(&deep);
        assert_eq!((out.matches("<div>").count(), out.matches("</div>").count()), (DEEPEST, DEEPEST));
        assert!(out.contains("word") && out.ends_with("<p>after"));
        let styles = bounded(&"<div><b>x</div>".repeat(1_000)).into_owned();
        assert_eq!((styles.matches("<b>").count(), styles.matches('x').count()), (MOST_STYLES, 1_000));
        let many = bounded(&"<p>x".repeat(MOST_TAGS + 10)).into_owned();
        assert_eq!((many.matches("<p>").count(), many.matches('x').count()), (MOST_TAGS, MOST_TAGS + 10));
        for (attributes, stays) in
            [("a=1 ".repeat(200), true), ("a ".repeat(300), false), ("a='b c'".repeat(300), false), (" ".repeat(900), true)]
        {
            let tag = format!("<p {attributes}>");
            assert_eq!(bounded(&format!("x{tag}y")).contains(&tag), stays, "{attributes}");
        }
    }

    #[test]
    fn any_page_takes_linear_time() {
        for piece in ["<div>", "<div a=\"", "<!--", "</", "<script>", "</b>", "<a><div>", "<"] {
            let _ = bounded(&piece.repeat(300_000));
        }
    }
}
