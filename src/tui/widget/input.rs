//! A line of text being typed.

use crate::text::span::{after, before};
use crate::text::width::clusters;
use crate::tui::keymap::{Code, Key};

/// The text and where the next character goes.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Input {
    text: String,
    /// A byte offset, always between two clusters.
    cursor: usize,
}

impl Input {
    /// A line that holds this text, the cursor behind it.
    #[must_use]
    pub fn new(text: &str) -> Self {
        Self { text: text.to_owned(), cursor: text.len() }
    }

    /// What was typed.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.text
    }

    /// What stands before the cursor.
    #[must_use]
    pub fn before_cursor(&self) -> &str {
        before(&self.text, self.cursor)
    }

    /// Takes an editing key; `false` when it is none.
    pub fn edit(&mut self, key: Key) -> bool {
        if let Some(c) = key.text() {
            self.insert(c.encode_utf8(&mut [0; 4]));
            return true;
        }
        match (key.code, key.ctrl) {
            (Code::Left, false) | (Code::Char('b'), true) => self.cursor = self.previous(),
            (Code::Right, false) | (Code::Char('f'), true) => self.cursor = self.next(),
            (Code::Home, _) | (Code::Char('a'), true) => self.cursor = 0,
            (Code::End, _) | (Code::Char('e'), true) => self.cursor = self.text.len(),
            (Code::Backspace, false) | (Code::Char('h'), true) => self.remove(self.previous(), self.cursor),
            (Code::Delete, _) | (Code::Char('d'), true) => self.remove(self.cursor, self.next()),
            (Code::Char('w') | Code::Backspace, true) => self.remove(self.word_start(), self.cursor),
            (Code::Char('u'), true) => self.remove(0, self.cursor),
            (Code::Char('k'), true) => self.remove(self.cursor, self.text.len()),
            _ => return false,
        }
        true
    }

    /// Puts a text in at the cursor.
    pub fn insert(&mut self, text: &str) {
        self.text.insert_str(self.cursor, text);
        self.cursor += text.len();
    }

    fn remove(&mut self, start: usize, end: usize) {
        self.text.replace_range(start..end, "");
        self.cursor = start;
    }

    fn previous(&self) -> usize {
        clusters(self.before_cursor()).last().map_or(0, |cluster| cluster.start)
    }

    fn next(&self) -> usize {
        clusters(after(&self.text, self.cursor)).next().map_or(self.cursor, |cluster| self.cursor + cluster.text.len())
    }

    fn word_start(&self) -> usize {
        let word = self.before_cursor().trim_end();
        word.rfind(char::is_whitespace).map_or(0, |at| at + word.get(at..).and_then(|rest| rest.chars().next()).map_or(1, char::len_utf8))
    }
}

#[cfg(test)]
mod tests {
    use super::super::super::keymap::notation::parse;
    use super::*;

    fn typed(start: &str, keys: &str) -> (String, String) {
        let mut input = Input::new(start);
        for key in parse(keys).unwrap() {
            assert!(input.edit(key), "{key}");
        }
        (input.text().to_owned(), input.before_cursor().to_owned())
    }

    #[test]
    fn keys_edit_by_whole_characters() {
        for (start, keys, text, head) in [
            ("", "ab c", "ab c", "ab c"),
            ("né\u{301}e", "<Left><Backspace>", "ne", "n"),
            ("日本", "<Left><Left>x", "x日本", "x"),
            ("one two ", "<C-w>", "one ", "one "),
            ("one two", "<Home><Delete>", "ne two", ""),
            ("one two", "<C-u>", "", ""),
            ("one two", "<C-a><C-k>x", "x", "x"),
            ("👩‍🚀!", "<Home><Right>?", "👩‍🚀?!", "👩‍🚀?"),
        ] {
            assert_eq!(typed(start, keys), (text.to_owned(), head.to_owned()), "{start} {keys}");
        }
    }

    #[test]
    fn other_keys_are_left_to_others() {
        assert!(!Input::default().edit(Key::plain(Code::Enter)));
        assert!(!Input::default().edit(parse("<C-c>").unwrap()[0]));
    }
}
