//! A screen as lines of text, without columns: to be written to a file, or given to another program.

use crate::article::Article;
use crate::compare::Comparison;
use crate::export::bookmarks::{self, Evidence, annotation};
use crate::export::citation::{self, Cited, Style};
use crate::export::{html, markdown, text};
use crate::library::Bookmark;
use crate::tui::catalogue::Catalogue;
use crate::tui::screen::Screen;

/// How the lines are laid out: as wide as mail and terminals take them, without colours.
pub const LAYOUT: text::Layout = text::Layout { columns: 80, color: false };

/// A text and what its file may be called.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Outline {
    /// A name for a file, without a folder.
    pub name: String,
    /// The lines.
    pub text: String,
}

impl Outline {
    /// Names a text after a title: its letters and figures.
    #[must_use]
    pub fn titled(title: &str, text: String) -> Self {
        /// Words that tell a file from its neighbours.
        const WORDS: usize = 6;
        let words = title.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).take(WORDS);
        let stem = words.map(str::to_lowercase).collect::<Vec<_>>().join("-");
        Self { name: format!("{}.txt", if stem.is_empty() { "article" } else { &stem }), text }
    }
}

/// What a screen shows; none while there is nothing on it.
#[must_use]
pub fn outline(screen: &Screen, catalogue: &Catalogue) -> Option<Outline> {
    match screen {
        Screen::Library(state) => state.outline(catalogue),
        Screen::Reader(state) => state.outline(),
        Screen::Compare(state) => state.outline(),
        Screen::Event(state) => state.outline(),
        Screen::Bookmarks(state) => state.outline(catalogue),
    }
}

/// What a screen shows in the form that a file's ending names, where there is such a form of it: a comparison or an event as `.md` or
/// `.html`, bookmarks as `.md`, `.csv`, `.jsonld` or `.bib`.
#[must_use]
pub fn written_as(screen: &Screen, catalogue: &Catalogue, file: &str) -> Option<String> {
    let (_, ending) = file.rsplit_once('.')?;
    let ending = ending.to_lowercase();
    let of_comparisons = |articles: &[Article], comparisons: &[Comparison]| match ending.as_str() {
        "md" | "markdown" => Some(markdown::comparisons(articles, comparisons)),
        "html" | "htm" => Some(html::comparisons(articles, comparisons)),
        _ => None,
    };
    match screen {
        Screen::Compare(state) => {
            let reports = state.reports()?;
            of_comparisons(&[(*reports.left).clone(), (*reports.right).clone()], &[(*reports.comparison).clone()])
        }
        Screen::Event(state) => state.reports().and_then(|gathered| of_comparisons(&gathered.articles, &gathered.comparisons)),
        Screen::Bookmarks(state) => bookmarks_as(&state.listed(catalogue), &ending),
        Screen::Library(_) | Screen::Reader(_) => None,
    }
}

fn bookmarks_as(listed: &[&Bookmark], ending: &str) -> Option<String> {
    let passages = || listed.iter().flat_map(|bookmark| bookmark.kept.passages()).map(Cited::from).collect::<Vec<_>>();
    Some(match ending {
        "md" | "markdown" => {
            let evidence = listed.iter().map(|&bookmark| Evidence { bookmark: bookmark.clone(), differences: None });
            bookmarks::markdown(&evidence.collect::<Vec<_>>())
        }
        "csv" => bookmarks::csv(listed),
        "jsonld" => annotation::collection(listed),
        "bib" => Style::Bibtex.cite(&passages()) + "\n",
        _ => return None,
    })
}

/// Passages one below the other, each as it is cited.
#[must_use]
pub fn cited<'a>(kept: impl Iterator<Item = &'a Bookmark>) -> String {
    let entry = |bookmark: &Bookmark| {
        let note = if bookmark.note.is_empty() { String::new() } else { format!("\n{}", bookmark.note) };
        let tags = bookmark.tags.iter().map(|tag| format!("#{tag}")).collect::<Vec<_>>().join(" ");
        let tags = if tags.is_empty() { tags } else { format!("\n{tags}") };
        format!("{}{note}{tags}\n", citation::kept(&bookmark.kept))
    };
    kept.map(entry).collect::<Vec<_>>().join("\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn files_are_named_after_the_first_words() {
        for (title, want) in [
            ("Fourteen rescued: flood water fills harbour tunnel, says city", "fourteen-rescued-flood-water-fills-harbour.txt"),
            ("../../etc/passwd", "etc-passwd.txt"),
            ("…", "article.txt"),
        ] {
            assert_eq!(Outline::titled(title, String::new()).name, want);
        }
    }
}
