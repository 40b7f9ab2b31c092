//! What may follow the keys typed so far: a small box above the status line.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use crate::text::width::width;
use crate::tui::action::Action;
use crate::tui::keymap::{Context, Keyboard, notation};
use crate::tui::theme::{Role, Theme};
use crate::tui::widget::frame;
use crate::tui::widget::paint::Pen;

/// Draws the box, if a sequence has been begun.
pub fn view(keyboard: &Keyboard, contexts: &[Context], area: Rect, theme: &Theme, buffer: &mut Buffer) {
    if keyboard.typed().is_empty() {
        return;
    }
    let mut next: Vec<(String, Action)> = keyboard
        .keymap
        .continuations(contexts, keyboard.typed())
        .into_iter()
        .map(|(keys, action)| (notation::label(&keys), action))
        .collect();
    next.sort_by_key(|(_, action)| *action);
    let keys = next.iter().map(|(keys, _)| width(keys)).max().unwrap_or(0);
    let columns = next.iter().map(|(_, action)| keys + 2 + width(action.doc())).max().unwrap_or(0) as u16 + 4;
    let size = (columns.min(area.width), (next.len() as u16 + 2).min(area.height));
    let outer = Rect { x: area.right() - size.0, y: area.bottom() - size.1, width: size.0, height: size.1 };
    frame::draw(outer, &keyboard.pending(), theme, buffer);
    let inner = frame::inside(outer);
    for (row, (label, action)) in (0..inner.height).zip(&next) {
        Pen::new(buffer, theme, inner, row).cell(label, keys, Role::KeyHint).skip(2).text(action.doc(), Role::Text);
    }
}
