//! Markdown -> HTML, which has a reader, and what its front matter says.

mod front_matter;

use pulldown_cmark::{Options, Parser, html};

use super::html::said::Said;

pub(super) use front_matter::front_matter;

/// A Markdown file as HTML, and what its front matter says; `CommonMark` with tables, footnotes and struck words.
pub(super) fn as_html(text: &str) -> (String, Said) {
    let found = front_matter(text);
    let (below, said) = found.map_or_else(|| (text, Said::default()), |found| (found.below, found.fields().said()));
    let extensions = Options::ENABLE_TABLES | Options::ENABLE_FOOTNOTES | Options::ENABLE_STRIKETHROUGH;
    let mut out = String::with_capacity(below.len() + below.len() / 8);
    html::push_html(&mut out, Parser::new_ext(below, extensions));
    (out, said)
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
}
