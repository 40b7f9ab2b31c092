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

impl Block {
    /// Whether this is the large first letter of the text that follows it.
    pub(super) fn is_drop_cap_of(&self, next: &str) -> bool {
        let mut letters = self.text.chars();
        letters.next().is_some_and(char::is_uppercase) && letters.next().is_none() && next.trim_start().starts_with(char::is_lowercase)
    }

    /// Whether the line breaks off in the middle of a sentence that goes on in the next line.
    pub(super) fn is_broken_off_before(&self, next: &str) -> bool {
        let is_open = self.text.ends_with(|c: char| c.is_alphanumeric() || matches!(c, ',' | '-' | '–'));
        is_open && self.text.split(' ').nth(LEAST_OPEN).is_some() && next.trim_start().starts_with(char::is_lowercase)
    }

    /// Adds the text that belongs to it; a large first letter is glued to its word, unless a blank stands between.
    pub(super) fn go_on(&mut self, next: &str) {
        if !self.is_drop_cap_of(next) || next.starts_with(char::is_whitespace) {
            self.text.push(' ');
        }
        self.text.push_str(&single_spaced(next));
    }
}

/// Words of a line from which on it may be a sentence that breaks off; lists have shorter ones.
const LEAST_OPEN: usize = 5;

fn single_spaced(text: &str) -> String {
    let is_odd = |pair: &[u8]| pair[1] <= b' ' && (pair[0] == b' ' || pair[1] != b' ');
    let has_ends = text.starts_with(|c| c <= ' ') || text.ends_with(' ');
    if text.is_ascii() && !has_ends && !text.as_bytes().windows(2).any(is_odd) {
        return text.to_owned();
    }
    let mut out = String::with_capacity(text.len());
    for word in text.split_whitespace() {
        if !out.is_empty() {
            out.push(' ');
        }
        out.push_str(word);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_drop_cap_and_a_line_that_breaks_off_go_on() {
        for (first, next, want) in [
            ("T", "he light failed.", Some("The light failed.")),
            ("A", " light failed.", Some("A light failed.")),
            ("T", "Then it came back.", None),
            ("The light of the old tower", "failed again.", Some("The light of the old tower failed again.")),
            ("The light of the old tower failed.", "again", None),
            ("salt and pepper", "flour", None),
        ] {
            let mut block = Block::plain(first);
            let goes_on = block.is_drop_cap_of(next) || block.is_broken_off_before(next);
            if goes_on {
                block.go_on(next);
            }
            assert_eq!(goes_on.then_some(block.text.as_str()), want, "{first} {next}");
        }
    }
}
