//! The blocks of a page: what stands on a line, in a paragraph or in a cell of its own.

use super::dump::markup;

/// What a page shows of a block's role on it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Mark {
    /// Nothing.
    None,
    /// A heading and its level, 1 the highest.
    Heading(u8),
    /// A bullet.
    Item,
    /// A quotation set apart.
    Quote,
}

/// One block of the page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Block {
    /// Its words, white space made single, marks of Markdown taken off.
    pub(super) text: String,
    /// Its role as the page shows it.
    pub(super) mark: Mark,
    /// Whether a blank line stands above it.
    pub(super) after_blank: bool,
}

impl Block {
    /// A block without a role, as the first line of a page is.
    pub(super) fn plain(text: &str) -> Self {
        Self::marked(&markup::plain(text), Mark::None, true)
    }

    /// A block of these words in this role.
    pub(super) fn marked(text: &str, mark: Mark, after_blank: bool) -> Self {
        Self { text: single_spaced(text), mark, after_blank }
    }
}

fn single_spaced(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for word in text.split_whitespace() {
        if !out.is_empty() {
            out.push(' ');
        }
        out.push_str(word);
    }
    out
}
