//! The palette: every action that works here, those without a key too; typing finds one by the letters of its words, Enter runs it.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::Outcome;
use super::picking::{Picked, Picking};
use crate::text::Span;
use crate::text::width::{clusters, width};
use crate::tui::action::Action;
use crate::tui::keymap::{Context, Key, Keymap, notation};
use crate::tui::library::matches;
use crate::tui::theme::{Role, Theme};
use crate::tui::widget::frame;
use crate::tui::widget::list::scrolled;
use crate::tui::widget::paint::Pen;

/// The actions and what was typed to find one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct State {
    entries: Vec<Entry>,
    picking: Picking,
}

/// An action, and its usual key if it has one.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Entry {
    action: Action,
    key: Option<String>,
}

/// The most columns and rows of the box.
const SIZE: (u16, u16) = (92, 24);
/// The rows above the list: what was typed, and a space.
const ABOVE: u16 = 2;

impl State {
    /// Everything that works in these contexts: the screen's own actions first, each group in the order of the table.
    #[must_use]
    pub fn new(keymap: &Keymap, contexts: &[Context]) -> Self {
        let works = |action: Action| contexts.iter().position(|&context| keymap.works(context, action));
        let key = |action: Action| keymap.keys_of(contexts, action).first().map(|keys| notation::label(keys));
        let mut actions: Vec<(usize, Action)> = Action::ALL.iter().filter_map(|&action| Some((works(action)?, action))).collect();
        actions.sort_unstable();
        let others = actions.into_iter().map(|(_, action)| action).filter(|&action| action != Action::Palette);
        Self { entries: others.map(|action| Entry { action, key: key(action) }).collect(), picking: Picking::default() }
    }

    /// The entries that match, the best first, each with the letters of its help that do.
    fn shown(&self) -> Vec<(&Entry, Vec<usize>)> {
        let query = self.picking.input.text();
        let mut shown: Vec<_> = self.entries.iter().filter_map(|entry| Some((entry, found(entry.action, query)?))).collect();
        // Letters that stand together near the beginning are what was meant.
        let spread =
            |letters: &Vec<usize>| (letters.last().zip(letters.first()).map(|(last, first)| last - first), letters.first().copied());
        shown.sort_by_key(|(_, letters)| (letters.is_empty() && !query.trim().is_empty(), spread(letters)));
        shown
    }

    pub(super) fn key(&mut self, key: Key) -> Outcome {
        match self.picking.key(key, self.shown().len()) {
            Picked::Not => Outcome::Stay,
            Picked::Closed => Outcome::Close,
            Picked::This => self.shown().get(self.picking.cursor).map_or(Outcome::Stay, |(entry, _)| Outcome::Run(entry.action)),
        }
    }

    pub(super) fn pasted(&mut self, text: &str) -> Outcome {
        self.picking.pasted(text);
        Outcome::Stay
    }

    pub(super) fn view(&self, area: Rect, theme: &Theme, buffer: &mut Buffer) {
        let shown = self.shown();
        // The upper edge stays where it is while typing leaves fewer and fewer.
        let most = frame::centred(area, SIZE.0, SIZE.1.min(self.entries.len() as u16 + 2 + ABOVE));
        let outer = Rect { height: most.height.min(shown.len().max(1) as u16 + 2 + ABOVE), ..most };
        frame::draw(outer, "Actions", theme, buffer);
        let inner = frame::inside(outer);
        self.picking.draw(&mut Pen::new(buffer, theme, inner, 0));
        let above = ABOVE.min(inner.height);
        let list = Rect { y: inner.y + above, height: inner.height - above, ..inner };
        if shown.is_empty() {
            Pen::new(buffer, theme, list, 0).text("no action has these letters", Role::Dim);
        }
        let top = scrolled(0, self.picking.cursor, shown.len(), usize::from(list.height));
        for (row, (number, (entry, letters))) in (0..list.height).zip(shown.iter().enumerate().skip(top)) {
            let mut pen = Pen::new(buffer, theme, list, row);
            if number == self.picking.cursor {
                pen.on(Role::Cursor);
            }
            pen.right(entry.key.as_deref().unwrap_or_default(), Role::KeyHint).right("  ", Role::Text);
            let doc = entry.action.doc();
            let marks: Vec<(Span, Role)> = letters.iter().map(|&at| (Span::new(at, at + 1), Role::FilterHit)).collect();
            let room = usize::from(pen.room());
            let room = if width(doc) > room { room.saturating_sub(1) } else { room };
            let end = clusters(doc).take(room).last().map_or(0, |cluster| cluster.start + cluster.text.len());
            pen.marked(doc, Span::new(0, end), &marks, Role::Text).text(if end < doc.len() { "…" } else { "" }, Role::Text);
        }
    }
}

/// The bytes of an action's help that a query finds; none of them where it is the name in key map files that it finds.
fn found(action: Action, query: &str) -> Option<Vec<usize>> {
    // Help is written in plain letters, as a test proves, so that a letter is a byte.
    matches(action.doc(), query).or_else(|| matches(action.name(), query).map(|_| Vec::new()))
}
