//! What kind of page a text is, told by its content.

use crate::text::span::first_chars;

use super::{feed, markdown};

/// How a saved page is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Format {
    /// The plain text of a crawled page.
    Dump,
    /// HTML or XHTML.
    Html,
    /// Markdown, with front matter or without.
    Markdown,
    /// RSS, Atom, a JSON feed, or JSON lines: several articles in one file.
    Feed,
    /// Clean plain text: a title, then the report.
    Text,
}

/// Characters of a text that are looked at.
const PROLOGUE: usize = 4096;

/// Elements that are on a page of HTML and hardly in plain text.
const ELEMENTS: &[&str] =
    &["<html", "<head", "<body", "<meta ", "<div", "<article", "<p>", "<p ", "<title", "<script", "<table", "<h1", "<span", "<br"];

impl Format {
    /// Tells the format of a text.
    #[must_use]
    pub fn of(text: &str) -> Self {
        let text = text.trim_start_matches(|c: char| c.is_whitespace() || c == '\u{feff}');
        let head = &first_chars(text, PROLOGUE).to_ascii_lowercase();
        if feed::is_feed(head) {
            return Self::Feed;
        }
        let has_doctype = head.starts_with("<!doctype html") || head.starts_with("<html");
        let elements = || ELEMENTS.iter().filter(|element| head.contains(*element)).count();
        if has_doctype || (head.starts_with('<') && elements() >= 1) || (head.contains("</") && elements() >= 3) {
            return Self::Html;
        }
        if markdown::front_matter(text).is_some() || markdown::is_markdown(text) { Self::Markdown } else { Self::Dump }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn formats_are_told_apart() {
        for (text, want) in [
            (" date 2024-02-05 Bridge opens\nThe bridge opens.", Format::Dump),
            ("The price is < 5 and > 3 </i>.", Format::Dump),
            ("<!DOCTYPE html><title>x</title>", Format::Html),
            ("\n<!-- saved page --><div><p>Text</p></div>", Format::Html),
            ("<?xml version=\"1.0\"?><!DOCTYPE html PUBLIC \"x\"><html>", Format::Html),
            ("<?xml version=\"1.0\"?>\n<rss version=\"2.0\"><channel>", Format::Feed),
            ("<feed xmlns=\"http://www.w3.org/2005/Atom\">", Format::Feed),
            ("{\"version\": \"https://jsonfeed.org/version/1.1\",\n \"items\": []}", Format::Feed),
            ("{\"url\": \"x\", \"text\": \"y\"}\n{\"url\": \"z\", \"text\": \"w\"}\n", Format::Feed),
            ("[{\"url\": \"x\",\n", Format::Feed),
            ("{\n  \"url\": \"x\"\n}\n", Format::Feed),
            ("{\"text\": \"the first line is broken\n{\"text\": \"y\"}\n", Format::Feed),
            ("{curly} words open this line", Format::Dump),
            ("[Skip to content](#content)\n\nThe bridge.", Format::Dump),
            ("---\ntitle: Bridge opens\n---\n\nThe bridge.", Format::Markdown),
            ("+++\ntitle = \"Bridge opens\"\n+++\n\nThe bridge.", Format::Markdown),
            ("---\nThe bridge opens.\n---\n", Format::Dump),
            ("---\nThe mayor: it opens.\n---\n", Format::Dump),
            ("# Bridge opens\n\nThe bridge.", Format::Dump),
            (
                "# Bridge opens\n\nThe *new* bridge over the river will open in spring, the mayor said.\n\n## Cost\n\n- a lot\n",
                Format::Markdown,
            ),
        ] {
            assert_eq!(Format::of(text), want, "{text}");
        }
    }
}
