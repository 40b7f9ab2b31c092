//! Keys as they come: counts and sequences are gathered until they mean something.

use super::{Code, Context, Key, Keymap, Lookup};
use crate::tui::action::Action;

/// The key map and what was typed of a sequence so far.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Keyboard {
    /// The keys and what they mean.
    pub keymap: Keymap,
    typed: Vec<Key>,
    count: Option<usize>,
}

/// What a key press came to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Press {
    /// An action, with the count typed before it.
    Action(Action, Option<usize>),
    /// More keys are needed.
    Pending,
    /// Escape cleared what was typed.
    Cleared,
    /// The keys mean nothing here.
    Unbound(Vec<Key>),
}

impl Keyboard {
    /// The greatest count; more digits are ignored.
    const MOST: usize = 99_999;

    /// A keyboard on which nothing was typed.
    #[must_use]
    pub fn new(keymap: Keymap) -> Self {
        Self { keymap, typed: Vec::new(), count: None }
    }

    /// Takes a key.
    pub fn press(&mut self, contexts: &[Context], key: Key) -> Press {
        if key == Key::plain(Code::Escape) && (!self.typed.is_empty() || self.count.is_some()) {
            self.clear();
            return Press::Cleared;
        }
        self.typed.push(key);
        if self.is_count(contexts, key) {
            self.typed.clear();
            return Press::Pending;
        }
        match self.keymap.lookup(contexts, &self.typed) {
            Lookup::Pending => Press::Pending,
            Lookup::Matched(action) => {
                let count = self.count;
                self.clear();
                Press::Action(action, count)
            }
            Lookup::Unbound => {
                let keys = std::mem::take(&mut self.typed);
                self.clear();
                Press::Unbound(keys)
            }
        }
    }

    /// The keys of an unfinished sequence.
    #[must_use]
    pub fn typed(&self) -> &[Key] {
        &self.typed
    }

    /// What was typed so far, for the status line: `5g`.
    #[must_use]
    pub fn pending(&self) -> String {
        let count = self.count.map(|count| count.to_string()).unwrap_or_default();
        count + &super::notation::label(&self.typed)
    }

    fn clear(&mut self) {
        self.typed.clear();
        self.count = None;
    }

    /// Takes a digit into the count: a zero only behind another digit, and no digit that is a key of its own here.
    fn is_count(&mut self, contexts: &[Context], key: Key) -> bool {
        let [only] = self.typed.as_slice() else { return false };
        let Some(digit) = only.text().and_then(|c| c.to_digit(10)) else { return false };
        let is_key = self.keymap.lookup(contexts, &[key]) != Lookup::Unbound;
        if self.count.is_none() && (digit == 0 || is_key) {
            return false;
        }
        let longer = self.count.unwrap_or(0) * 10 + digit as usize;
        self.count = Some(longer.min(Self::MOST));
        true
    }
}

#[cfg(test)]
mod tests {
    use super::super::notation::parse;
    use super::*;

    const HERE: &[Context] = &[Context::Reader, Context::Global];

    fn type_in(contexts: &[Context], text: &str) -> (Keyboard, Vec<Press>) {
        let mut keyboard = Keyboard::new(Keymap::built_in().0);
        let presses = parse(text).unwrap().into_iter().map(|key| keyboard.press(contexts, key)).collect();
        (keyboard, presses)
    }

    #[test]
    fn counts_go_with_the_action() {
        let (keyboard, presses) = type_in(HERE, "12G");
        assert_eq!(presses, [Press::Pending, Press::Pending, Press::Action(Action::GoBottom, Some(12))]);
        assert_eq!(keyboard.pending(), "");
        assert_eq!(type_in(HERE, "10j").1.last(), Some(&Press::Action(Action::MoveDown, Some(10))));
    }

    #[test]
    fn a_digit_that_is_a_key_counts_only_behind_another() {
        let library = [Context::Library, Context::Global];
        assert_eq!(type_in(&library, "2").1, [Press::Action(Action::ShowUnread, None)]);
        assert_eq!(type_in(&library, "42j").1.last(), Some(&Press::Action(Action::MoveDown, Some(42))));
    }

    #[test]
    fn sequences_wait_and_escape_clears_them() {
        let (keyboard, presses) = type_in(HERE, "5g");
        assert_eq!(presses.last(), Some(&Press::Pending));
        assert_eq!(keyboard.pending(), "5g");
        let (keyboard, presses) = type_in(HERE, "5g<Esc>");
        assert_eq!((presses.last(), keyboard.pending().as_str()), (Some(&Press::Cleared), ""));
        assert_eq!(type_in(HERE, "gx").1.last(), Some(&Press::Unbound(parse("gx").unwrap())));
    }
}
