//! A screen as lines of text, without columns: to be written to a file, or given to another program.

use crate::export::{citation, text};
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
