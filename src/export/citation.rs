//! Citations: a passage's words with all that is needed to find them again.

use crate::library::{Citation, Kept};
use crate::text::sanitize::clean_line;

/// A passage ready to paste: its words, and on a line below who wrote them where.
///
/// Marks within the words become single ones, so that nobody takes the outlet's words for those of whoever cites them.
#[must_use]
pub fn plain(passage: &str, citation: &Citation) -> String {
    let words = clean_line(passage.trim());
    format!("“{}”\n— {}", within_marks(&words), reference(citation))
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
    let quoted: String = passage.lines().map(|line| format!("> {}\n", clean_line(line))).collect::<Vec<_>>().join(">\n");
    format!("{quoted}>\n> — {}\n", reference_with(citation, |title| format!("*{title}*")))
}

/// All passages of a bookmark as [`plain`] gives them, the left one first.
#[must_use]
pub fn kept(kept: &Kept) -> String {
    kept.passages().into_iter().map(|passage| plain(&passage.anchor.exact, &passage.citation)).collect::<Vec<_>>().join("\n")
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

fn reference_with(citation: &Citation, title: impl Fn(&str) -> String) -> String {
    let day = citation.published.map(|published| published.day().strftime("%-d %B %Y").to_string());
    let (author, title) = (citation.author.clone(), citation.title.as_deref().map(title));
    let parts = [author, title, citation.source.clone(), day, Some(address(citation).to_owned())];
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
        let passage = Passage { article: ArticleId::of_page(b""), citation: bare, anchor: Anchor::of(&body, Span::new(0, 16)) };
        let pair = Kept::Two(Box::new((passage.clone(), passage)));
        assert_eq!(kept(&pair), ["“The pier reopens”\n— pier.txt"; 2].join("\n"));
    }

    #[test]
    fn markdown_quotes_every_paragraph() {
        let cited = Citation { url: None, ..full() };
        let want = "> One.\n>\n> Two.\n>\n> — Ann Reed, Bo Lind, *Pier reopens*, Harbour Post, 2 March 2024, pages/pier.txt\n";
        assert_eq!(markdown("One.\nTwo.", &cited), want);
    }
}
