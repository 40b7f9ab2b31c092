//! Citations: a passage's words with all that is needed to find them again.

use crate::library::{Citation, Kept, Passage};
use crate::text::sanitize::clean_line;

/// A passage ready to paste: “words” — Source, “Title”, Author, 13 September 2023, address or file.
///
/// Words that have quotation marks of their own get no others around them.
#[must_use]
pub fn plain(passage: &Passage) -> String {
    let words = clean_line(passage.anchor.exact.trim());
    let origin = origin(&passage.citation);
    if words.contains(MARKS) { format!("{words} — {origin}") } else { format!("“{words}” — {origin}") }
}

/// Marks that open or close a quotation.
const MARKS: [char; 8] = ['“', '”', '"', '„', '«', '»', '「', '」'];

/// All passages of a bookmark, one to a line.
#[must_use]
pub fn kept(kept: &Kept) -> String {
    kept.passages().into_iter().map(plain).collect::<Vec<_>>().join("\n")
}

/// Where the words stand; what the page did not say is left out.
fn origin(citation: &Citation) -> String {
    let title = citation.title.as_ref().map(|title| format!("“{title}”"));
    let day = citation.published.map(|published| published.day().strftime("%-d %B %Y").to_string());
    let place = citation.url.as_ref().unwrap_or(&citation.file);
    let parts = [citation.source.as_ref(), title.as_ref(), citation.author.as_ref(), day.as_ref(), Some(place)];
    parts.into_iter().flatten().map(|part| clean_line(part)).collect::<Vec<_>>().join(", ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::article::{ArticleId, Body, ParagraphKind, Published};
    use crate::library::Anchor;
    use crate::text::Span;

    fn passage(citation: Citation) -> Passage {
        let body = Body::new([("The pier reopens, the mayor said.", ParagraphKind::Prose)], "en");
        Passage { article: ArticleId::of_page(b""), citation, anchor: Anchor::of(&body, Span::new(0, 16)) }
    }

    #[test]
    fn everything_known_is_cited() {
        let full = Citation {
            file: "pages/pier.txt".into(),
            title: Some("Pier reopens".into()),
            source: Some("Harbour Post".into()),
            author: Some("Ann Reed, Bo Lind".into()),
            published: Published::parse("2024-03-02T19:00:00-00:00"),
            url: Some("https://harbour.example/pier".into()),
        };
        let want = "“The pier reopens” — Harbour Post, “Pier reopens”, Ann Reed, Bo Lind, 2 March 2024, https://harbour.example/pier";
        assert_eq!(plain(&passage(full)), want);
    }

    #[test]
    fn a_quotation_gets_no_second_marks() {
        let mut quoted = passage(Citation { file: "pier.txt".into(), ..Citation::default() });
        quoted.anchor.exact = "“It is\nsafe,” she said.".into();
        assert_eq!(plain(&quoted), "“It is safe,” she said. — pier.txt");
    }

    #[test]
    fn what_is_unknown_is_left_out() {
        let bare = passage(Citation { file: "pier.txt".into(), ..Citation::default() });
        assert_eq!(plain(&bare), "“The pier reopens” — pier.txt");
        let pair = Kept::Two(Box::new((bare.clone(), bare)));
        assert_eq!(kept(&pair).lines().count(), 2);
    }
}
