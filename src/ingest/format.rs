//! What kind of page a text is, told by its content.

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

/// Bytes of a text that are looked at.
const PROLOGUE: usize = 4096;

/// Elements that are on a page of HTML and hardly in plain text.
const ELEMENTS: &[&str] =
    &["<html", "<head", "<body", "<meta ", "<div", "<article", "<p>", "<p ", "<title", "<script", "<table", "<h1", "<span", "<br"];

impl Format {
    /// Tells the format of a text.
    #[must_use]
    pub fn of(text: &str) -> Self {
        let text = text.trim_start();
        let head = &text.chars().take(PROLOGUE).collect::<String>().to_ascii_lowercase();
        if is_feed(head) || is_json(text) {
            return Self::Feed;
        }
        let has_doctype = head.starts_with("<!doctype html") || head.starts_with("<html");
        let elements = || ELEMENTS.iter().filter(|element| head.contains(*element)).count();
        if has_doctype || (head.starts_with('<') && elements() >= 1) || (head.contains("</") && elements() >= 3) {
            return Self::Html;
        }
        if front_matter(text).is_some() { Self::Markdown } else { Self::Dump }
    }
}

fn is_feed(head: &str) -> bool {
    let is_xml = head.starts_with("<?xml") || head.starts_with("<rss") || head.starts_with("<feed") || head.starts_with("<rdf:rdf");
    is_xml && ["<rss", "<feed", "<rdf:rdf"].iter().any(|root| head.contains(root)) && !head.contains("<html")
}

/// Whether it is a JSON object, a list of them, or one on each line.
fn is_json(text: &str) -> bool {
    let first = text.lines().next().unwrap_or_default();
    let opens = text.starts_with("[{")
        || text.starts_with('{')
        || (text.starts_with('[') && text.trim_start_matches('[').trim_start().starts_with('{'));
    opens && (serde_json::from_str::<serde::de::IgnoredAny>(first).is_ok() || serde_json::from_str::<serde::de::IgnoredAny>(text).is_ok())
}

/// The lines between two rules of hyphens at the top of a Markdown file, and the text below.
pub(super) fn front_matter(text: &str) -> Option<(&str, &str)> {
    let rest = text.trim_start().strip_prefix("---")?.trim_start_matches([' ', '\t']).strip_prefix('\n')?;
    let (matter, below) = rest.split_once("\n---")?;
    let is_matter = matter.lines().any(|line| line.split_once(':').is_some_and(|(key, _)| is_key(key)));
    let below = below.split_once('\n').map_or("", |(_, below)| below);
    is_matter.then_some((matter, below))
}

fn is_key(key: &str) -> bool {
    !key.is_empty() && key.len() < 40 && key.chars().all(|c| c.is_alphanumeric() || matches!(c, '-' | '_' | '.'))
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
            ("{curly} words open this line", Format::Dump),
            ("---\ntitle: Bridge opens\n---\n\nThe bridge.", Format::Markdown),
            ("---\nThe bridge opens.\n---\n", Format::Dump),
            ("# Bridge opens\n\nThe bridge.", Format::Dump),
        ] {
            assert_eq!(Format::of(text), want, "{text}");
        }
    }
}
