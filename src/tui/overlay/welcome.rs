//! The hint of the first start: three lines at the foot of the library, until something is opened or Escape is pressed.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use crate::text::Span;
use crate::text::wrap::wrap;
use crate::tui::action::Action;
use crate::tui::keymap::{Context, Keymap, notation};
use crate::tui::theme::{Role, Theme};
use crate::tui::widget::frame;
use crate::tui::widget::paint::Pen;

/// The most columns of the box.
const COLUMNS: u16 = 72;

/// Draws the hint where it leaves half of the screen free.
pub fn view(keymap: &Keymap, contexts: &[Context], area: Rect, theme: &Theme, buffer: &mut Buffer) {
    let width = COLUMNS.min(area.width);
    let room = usize::from(width.saturating_sub(4)).max(1);
    let texts = lines(keymap, contexts);
    let lines: Vec<&str> =
        texts.iter().flat_map(|text| wrap(text, Span::whole(text), room).into_iter().map(|line| line.of(text))).collect();
    let height = lines.len() as u16 + 2;
    if height > area.height / 2 {
        return;
    }
    let outer = Rect { x: area.x + (area.width - width) / 2, y: area.bottom() - height, width, height };
    frame::draw(outer, "Welcome", theme, buffer);
    let inner = frame::inside(outer);
    for (row, line) in (0..inner.height).zip(lines) {
        Pen::new(buffer, theme, inner, row).text(line, Role::Text);
    }
}

/// The hint, with the keys as they are now; what has no key is left out.
fn lines(keymap: &Keymap, contexts: &[Context]) -> [String; 3] {
    let line = |parts: &[(Action, &str)]| {
        let part = |&(action, does): &(Action, &str)| {
            let keys = keymap.keys_of(contexts, action).into_iter().next()?;
            Some(format!("{} {does}", notation::label(keys)))
        };
        parts.iter().filter_map(part).collect::<Vec<_>>().join(" · ")
    };
    [
        line(&[(Action::Open, "opens a report"), (Action::Compare, "compares it with another"), (Action::Close, "closes")]),
        line(&[(Action::Help, "lists the keys that work here"), (Action::Palette, "finds any action by its words")]),
        line(&[(Action::Themes, "chooses a theme"), (Action::Undo, "undoes any change"), (Action::Cancel, "hides this hint")]),
    ]
}
