//! What the filter searches and the list shows of an article: source and title.

use crate::library::ArticleLine;
use crate::text::sanitize::clean_line;
use crate::tui::widget::prose::UNKNOWN_SOURCE;

/// Source and title.
pub(super) struct Headline {
    /// The outlet.
    pub source: String,
    /// The title, or the first words of the body.
    pub title: String,
}

/// Source and title of an article, fit for a terminal.
pub(super) fn headline(line: &ArticleLine) -> Headline {
    let title = line.title.as_deref().filter(|title| !title.is_empty()).unwrap_or(&line.opening);
    Headline { source: source(line), title: clean_line(title).into_owned() }
}

/// The source's name, fit for a terminal.
pub(super) fn source(line: &ArticleLine) -> String {
    clean_line(line.source.as_deref().unwrap_or(UNKNOWN_SOURCE)).into_owned()
}

impl Headline {
    /// Source and title with one blank between, as the filter numbers their letters.
    pub(super) fn searched(&self) -> String {
        format!("{} {}", self.source, self.title)
    }
}
