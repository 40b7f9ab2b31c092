//! Markdown -> HTML, which has a reader, and what its front matter says.

mod front_matter;
mod told;

use std::borrow::Cow;

use pulldown_cmark::{Options, Parser, html};

use super::html::said::Said;
use crate::text::span::{Span, after, before};

pub(super) use front_matter::front_matter;
pub(super) use told::is_markdown;

/// A Markdown file as HTML, and what its front matter says; `CommonMark` with tables, footnotes and struck words.
pub(super) fn as_html(text: &str) -> (String, Said) {
    let found = front_matter(text);
    let (below, said) = found.map_or_else(|| (text, Said::default()), |found| (found.below, found.fields().said()));
    let extensions = Options::ENABLE_TABLES | Options::ENABLE_FOOTNOTES | Options::ENABLE_STRIKETHROUGH;
    let mut out = String::with_capacity(below.len() + below.len() / 8);
    html::push_html(&mut out, Parser::new_ext(&shallow(below), extensions));
    (out, said)
}

/// The most quotations and lists that may be open at once; the parser's work grows with the square of their number.
const DEEPEST: usize = 64;

/// The text without those marks at the beginning of a line that open one too many.
fn shallow(text: &str) -> Cow<'_, str> {
    if text.lines().all(|line| too_deep(line).is_none()) {
        return Cow::Borrowed(text);
    }
    let lines = text.split_inclusive('\n').flat_map(|line| match too_deep(line) {
        Some(marks) => [before(line, marks.start), after(line, marks.end)],
        None => [line, ""],
    });
    Cow::Owned(lines.collect())
}

/// The marks of a line that open one quotation or list too many.
fn too_deep(line: &str) -> Option<Span> {
    let bytes = line.as_bytes();
    let (mut at, mut count, mut first) = (0, 0, None);
    while let Some(&byte) = bytes.get(at) {
        let digits = bytes.iter().skip(at).take_while(|byte| byte.is_ascii_digit()).count();
        let is_item = bytes.get(at + digits + 1).is_some_and(u8::is_ascii_whitespace);
        match (byte, bytes.get(at + digits)) {
            (b' ' | b'\t', _) => at += 1,
            (b'>', _) => (at, count) = (at + 1, count + 1),
            (b'-' | b'+' | b'*', _) if is_item => (at, count) = (at + 1, count + 1),
            (_, Some(b'.' | b')')) if digits > 0 && is_item => (at, count) = (at + digits + 1, count + 1),
            _ => break,
        }
        if count == DEEPEST && first.is_none() {
            first = Some(at);
        }
    }
    first.filter(|first| *first < at).map(|first| Span::new(first, at))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_become_elements() {
        let (html, said) = as_html("---\ntitle: Bridge\n---\n# Bridge\n\nThe *new*\nbridge.\n\n- one\n");
        assert_eq!(html, "<h1>Bridge</h1>\n<p>The <em>new</em>\nbridge.</p>\n<ul>\n<li>one</li>\n</ul>\n");
        assert_eq!(said.titles, ["Bridge"]);
    }

    #[test]
    fn marks_that_open_too_much_go() {
        for mark in [">", "> ", "- ", "1. "] {
            let deep = format!("{}word\n\nAfter\n", mark.repeat(100_000));
            let (html, _) = as_html(&deep);
            assert!(html.contains("word") && html.contains("<p>After</p>") && html.len() < 5_000, "{mark}");
        }
        let rule = format!("Above\n\n{}\n\n{}\n", "-".repeat(500), "* ".repeat(40));
        assert!(matches!(shallow(&rule), Cow::Borrowed(_)));
    }
}
