//! Help: every action that works here with its keys, made from the key map; typing filters, Enter runs.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::Outcome;
use super::picking::{Picked, Picking};
use crate::text::Span;
use crate::text::width::width;
use crate::text::wrap::wrap;
use crate::tui::action::Action;
use crate::tui::find::occurrences;
use crate::tui::keymap::{Context, Key, Keymap, notation};
use crate::tui::theme::{Role, Theme};
use crate::tui::widget::frame;
use crate::tui::widget::list::scrolled;
use crate::tui::widget::paint::Pen;

/// The list of keys and what was typed to filter it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct State {
    entries: Vec<Entry>,
    picking: Picking,
}

/// An action and its keys, the likeliest first.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Entry {
    action: Action,
    keys: Vec<String>,
}

impl Entry {
    /// As many of the keys as fit, but at least one: half a key is none.
    fn keys_in(&self, columns: usize) -> String {
        let mut keys = String::new();
        for key in &self.keys {
            if !keys.is_empty() && width(&keys) + 1 + width(key) > columns {
                break;
            }
            keys.push_str(if keys.is_empty() { "" } else { " " });
            keys.push_str(key);
        }
        keys
    }
}

/// The most columns and rows of the box.
const SIZE: (u16, u16) = (76, 40);
/// The rows above the list: what was typed, and a space.
const ABOVE: u16 = 2;
/// The blanks between the keys and what they do.
const GAP: usize = 2;

impl State {
    /// Everything that works in these contexts: the screen's own actions first, each group in the order of the table.
    #[must_use]
    pub fn new(keymap: &Keymap, contexts: &[Context]) -> Self {
        let is_own = |action: Action| {
            let own = contexts.iter().filter(|context| **context != Context::Global);
            own.flat_map(|&context| keymap.bindings(context)).any(|(_, bound)| bound == action)
        };
        let mut entries: Vec<Entry> = Action::ALL.iter().filter_map(|&action| entry(keymap, contexts, action)).collect();
        entries.sort_by_key(|entry| !is_own(entry.action));
        Self { entries, picking: Picking::default() }
    }

    fn shown(&self) -> Vec<&Entry> {
        let words: Vec<&str> = self.picking.input.text().split_whitespace().collect();
        let is_shown = |entry: &Entry| {
            let text = format!("{} {} {}", entry.action.doc(), entry.action.name(), entry.keys.join(" "));
            words.iter().all(|word| !occurrences(&text, word).is_empty())
        };
        self.entries.iter().filter(|entry| is_shown(entry)).collect()
    }

    pub(super) fn key(&mut self, key: Key) -> Outcome {
        match self.picking.key(key, self.shown().len()) {
            Picked::Not => Outcome::Stay,
            Picked::Closed => Outcome::Close,
            Picked::This => self.shown().get(self.picking.cursor).map_or(Outcome::Stay, |entry| Outcome::Run(entry.action)),
        }
    }

    pub(super) fn pasted(&mut self, text: &str) -> Outcome {
        self.picking.pasted(text);
        Outcome::Stay
    }

    pub(super) fn view(&self, area: Rect, theme: &Theme, buffer: &mut Buffer) {
        let most = frame::centred(area, SIZE.0, SIZE.1.min(self.entries.len() as u16 + 4));
        let columns = usize::from(frame::inside(most).width);
        // The upper edge stays where it is while typing leaves fewer and fewer.
        let outer = Rect { height: most.height.min(self.lines(columns).1.len().max(1) as u16 + 2 + ABOVE), ..most };
        frame::draw(outer, "Keys", theme, buffer);
        let inner = frame::inside(outer);
        self.picking.draw(&mut Pen::new(buffer, theme, inner, 0));
        let above = ABOVE.min(inner.height);
        let list = Rect { y: inner.y + above, height: inner.height - above, ..inner };
        self.list(list, theme, buffer);
    }

    /// Draws the entries around the cursor: the keys, and beside them what they do, in as many lines as it takes.
    fn list(&self, area: Rect, theme: &Theme, buffer: &mut Buffer) {
        let (keys, lines) = self.lines(usize::from(area.width));
        if lines.is_empty() {
            Pen::new(buffer, theme, area, 0).text("no key does this here; : finds actions without one", Role::Dim);
        }
        let cursor = lines.iter().rposition(|(number, ..)| *number == self.picking.cursor).unwrap_or(0);
        let top = scrolled(0, cursor, lines.len(), usize::from(area.height));
        for (row, (number, label, line, doc)) in (0..area.height).zip(lines.iter().skip(top)) {
            let mut pen = Pen::new(buffer, theme, area, row);
            if *number == self.picking.cursor {
                pen.on(Role::Cursor);
            }
            pen.cell(label, keys, Role::KeyHint).skip(GAP as u16).text(line.of(doc), Role::Text);
        }
    }

    /// The cells that keys take, and the lines: the number of the entry, its keys on the first one, and part of what it does.
    fn lines(&self, columns: usize) -> (usize, Vec<(usize, String, Span, &'static str)>) {
        let keys = self.entries.iter().map(|entry| width(&entry.keys_in(columns / 3))).max().unwrap_or(0);
        let mut lines = Vec::new();
        for (number, entry) in self.shown().into_iter().enumerate() {
            let doc = entry.action.doc();
            let labels = std::iter::once(entry.keys_in(columns / 3)).chain(std::iter::repeat(String::new()));
            let wrapped = wrap(doc, Span::whole(doc), columns.saturating_sub(keys + GAP));
            lines.extend(wrapped.into_iter().zip(labels).map(|(line, label)| (number, label, line, doc)));
        }
        (keys, lines)
    }
}

/// An action's entry, if it has a key in these contexts.
fn entry(keymap: &Keymap, contexts: &[Context], action: Action) -> Option<Entry> {
    let keys = keymap.keys_of(contexts, action);
    let keys: Vec<String> = keys.iter().take(3).map(|keys| notation::label(keys)).collect();
    (!keys.is_empty()).then_some(Entry { action, keys })
}
