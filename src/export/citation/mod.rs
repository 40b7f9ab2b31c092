//! Citations: a passage's words with all that is needed to find them again, in one of several styles or one of the reader's own.

mod bibtex;
mod csl;
mod key;
mod style;
mod template;

pub use style::{Cited, Style};
pub use template::{Field, Template, TemplateProblem};

use super::markdown::{escaped_line, inline, link};
use super::provenance::is_web_address;
use crate::library::{Citation, Kept};
use crate::text::sanitize::clean_line;

/// A passage ready to paste: its words, and on a line below who wrote them where.
///
/// Marks within the words become single ones, so that nobody takes the outlet's words for those of whoever cites them.
#[must_use]
pub fn plain(passage: &str, citation: &Citation) -> String {
    format!("{}\n— {}", quoted(passage), reference(citation))
}

/// Words within double marks, on one line.
#[must_use]
pub fn quoted(words: &str) -> String {
    format!("“{}”", within_marks(&clean_line(words.trim())))
}

/// Double marks as they stand between double marks.
fn within_marks(words: &str) -> String {
    let single = |c: char| match c {
        '“' => '‘',
        '”' => '’',
        '„' => '‚',
        '"' => '\'',
        '«' => '‹',
        '»' => '›',
        other => other,
    };
    words.chars().map(single).collect()
}

/// A passage with its reference as a Markdown quotation.
#[must_use]
pub fn markdown(passage: &str, citation: &Citation) -> String {
    let quoted: String = passage.lines().map(|line| format!("> {}\n", escaped_line(line))).collect::<Vec<_>>().join(">\n");
    format!("{quoted}>\n> — {}\n", markdown_reference(citation))
}

/// All passages of a bookmark as [`plain`] gives them, the left one first.
#[must_use]
pub fn kept(kept: &Kept) -> String {
    kept.passages().into_iter().map(|passage| plain(&passage.words(), &passage.citation)).collect::<Vec<_>>().join("\n")
}

/// `Ann Lee, “Bridge opens”, The Herald, 13 September 2023, https://…`: what the page did not say is left out.
#[must_use]
pub fn reference(citation: &Citation) -> String {
    reference_with(citation, |title| format!("“{title}”"))
}

/// The address, or the file where the page has none.
#[must_use]
pub fn address(citation: &Citation) -> &str {
    citation.url.as_deref().unwrap_or(&citation.file)
}

/// What [`reference()`] tells, in Markdown: the title in italics, the address a link.
#[must_use]
pub fn markdown_reference(citation: &Citation) -> String {
    let title = citation.title.as_deref().map(|title| format!("*{}*", inline(title.trim())));
    let address = match citation.url.as_deref().filter(|address| is_web_address(address)) {
        Some(address) => link(address),
        None => inline(address(citation)),
    };
    let parts = [citation.author.as_deref().map(inline), title, citation.source.as_deref().map(inline), day(citation), Some(address)];
    parts.into_iter().flatten().collect::<Vec<_>>().join(", ")
}

/// `13 September 2023`
fn day(citation: &Citation) -> Option<String> {
    citation.published.map(|published| published.day().strftime("%-d %B %Y").to_string())
}

fn reference_with(citation: &Citation, title: impl Fn(&str) -> String) -> String {
    let (author, title) = (citation.author.clone(), citation.title.as_deref().map(title));
    let parts = [author, title, citation.source.clone(), day(citation), Some(address(citation).to_owned())];
    clean_line(&parts.into_iter().flatten().collect::<Vec<_>>().join(", ")).into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::article::{ArticleId, Body, ParagraphKind, Published};
    use crate::library::{Anchor, Passage};
    use crate::text::Span;

    fn full() -> Citation {
        Citation {
            file: "pages/pier.txt".into(),
            title: Some("Pier reopens".into()),
            source: Some("Harbour Post".into()),
            author: Some("Ann Reed, Bo Lind".into()),
            published: Published::parse("2024-03-02T19:00:00-00:00"),
            url: Some("https://harbour.example/pier".into()),
        }
    }

    #[test]
    fn everything_known_is_cited() {
        let want = "“The pier reopens.”\n— Ann Reed, Bo Lind, “Pier reopens”, Harbour Post, 2 March 2024, https://harbour.example/pier";
        assert_eq!(plain("The pier reopens.", &full()), want);
    }

    #[test]
    fn a_quotation_within_the_words_has_single_marks() {
        let bare = Citation { file: "pier.txt".into(), ..Citation::default() };
        assert_eq!(plain("“It is\nsafe,” she said.", &bare), "“‘It is safe,’ she said.”\n— pier.txt");
    }

    #[test]
    fn what_is_unknown_is_left_out() {
        let bare = Citation { file: "pier.txt".into(), ..Citation::default() };
        assert_eq!(reference(&bare), "pier.txt");
        let body = Body::new([("The pier reopens.", ParagraphKind::Prose)], "en");
        let anchor = Anchor::of(&body, Span::new(0, 16));
        let passage = Passage { article: ArticleId::of_page(b""), citation: bare, anchor, more: Vec::new() };
        let pair = Kept::Two(Box::new((passage.clone(), passage)));
        assert_eq!(kept(&pair), ["“The pier reopens”\n— pier.txt"; 2].join("\n"));
    }

    #[test]
    fn markdown_quotes_every_paragraph() {
        let cited = Citation { url: None, ..full() };
        let want = "> One.\n>\n> Two.\n>\n> — Ann Reed, Bo Lind, *Pier reopens*, Harbour Post, 2 March 2024, pages/pier.txt\n";
        assert_eq!(markdown("One.\nTwo.", &cited), want);
        assert!(markdown("- *One*", &full()).starts_with("> \\- \\*One\\*\n"));
        assert!(markdown("One.", &full()).ends_with("2 March 2024, <https://harbour.example/pier>\n"));
    }
}
