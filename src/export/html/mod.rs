//! Comparisons -> one page of HTML that needs nothing else: no script, no font, no picture, no network.

mod comparison;
mod escape;
mod sheet;
mod sources;

use std::fmt::Write;

use crate::article::Article;
use crate::compare::{Comparison, pairs};
use comparison::Section;
use escape::escape;

const STYLE: &str = include_str!("style.css");

/// The comparison of two reports; of three and more, the event sheet and the comparison of every pair. The comparisons stand in the order
/// of [`pairs`].
#[must_use]
pub fn comparisons(articles: &[Article], comparisons: &[Comparison]) -> String {
    let is_pair = articles.len() == 2;
    let mut title = format!("Event sheet of {} reports", articles.len());
    let mut content = String::new();
    if !is_pair {
        content.push_str(&sheet::sheet(articles, comparisons, &title));
    }
    for (number, ((left, right), comparison)) in pairs(articles.len()).zip(comparisons).enumerate() {
        let prefix = if is_pair { String::new() } else { format!("pair{}-", number + 1) };
        let section = Section { left: &articles[left], right: &articles[right], comparison, level: if is_pair { 1 } else { 2 }, prefix };
        if is_pair {
            title = section.title();
        }
        content.push_str(&section.written());
    }
    page(&title, &content)
}

/// A whole page; the title is escaped here, the content is HTML already.
fn page(title: &str, content: &str) -> String {
    let (title, version) = (escape(title), env!("CARGO_PKG_VERSION"));
    // The policy holds even if an escape were missed: nothing is loaded, nothing runs.
    format!(
        "<!doctype html>
<html lang=\"en\">
<head>
<meta charset=\"utf-8\">
<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">
<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'\">
<meta name=\"referrer\" content=\"no-referrer\">
<meta name=\"color-scheme\" content=\"light dark\">
<meta name=\"generator\" content=\"Parallax {version}\">
<title>{title} · Parallax</title>
<style>
{STYLE}</style>
</head>
<body>
{content}<footer>
<p>Made by Parallax {version} from the saved pages named under “Sources”. A mark shows where the words of two reports differ; none of it is
a judgement of which report is right. “Only A” says that no close match was found in B, and no more.</p>
</footer>
</body>
</html>
"
    )
}

/// An element that is there for its glyph, with the words for those who do not see it.
fn glyph(glyph: &str, words: &str) -> String {
    format!("<span aria-hidden=\"true\">{}</span><span class=\"unseen\">{}</span>", escape(glyph), escape(words))
}

/// A heading of a level that a link can lead to.
fn heading(level: usize, id: &str, text: &str) -> String {
    format!("<h{level} id=\"{}\">{}</h{level}>\n", escape(id), escape(text))
}

/// Adds a line to a page.
macro_rules! add {
    ($out:expr, $($what:tt)*) => {
        // A `String` takes everything.
        let _ = writeln!($out, $($what)*);
    };
}
use add;
