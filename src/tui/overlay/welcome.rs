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
    let (long, brief) = (lines(keymap, contexts, &LONG), lines(keymap, contexts, &BRIEF));
    let broken = |texts: &'_ [String; 3]| -> Vec<String> {
        texts.iter().flat_map(|text| wrap(text, Span::whole(text), room).into_iter().map(|line| line.of(text).to_owned())).collect()
    };
    let fits = |lines: &Vec<String>| (lines.len() as u16 + 2) * 2 <= area.height;
    let Some(lines) = [broken(&long), broken(&brief)].into_iter().find(fits) else { return };
    let height = lines.len() as u16 + 2;
    let outer = Rect { x: area.x + (area.width - width) / 2, y: area.bottom() - height, width, height };
    frame::draw(outer, "Welcome", theme, buffer);
    let inner = frame::inside(outer);
    for (row, line) in (0..inner.height).zip(lines) {
        Pen::new(buffer, theme, inner, row).text(&line, Role::Text);
    }
}

/// An action and what it does, in a few words.
type Part = (Action, &'static str);

/// Three lines.
const LONG: [&[Part]; 3] = [
    &[(Action::Open, "opens a report"), (Action::Compare, "compares it with another"), (Action::Close, "closes")],
    &[(Action::Help, "lists the keys that work here"), (Action::Palette, "finds any action by its words")],
    &[(Action::Themes, "chooses a theme"), (Action::Undo, "undoes any change"), (Action::Cancel, "hides this hint")],
];

/// The same for a small screen.
const BRIEF: [&[Part]; 3] = [
    &[(Action::Open, "opens"), (Action::Compare, "compares"), (Action::Close, "closes")],
    &[(Action::Help, "lists the keys"), (Action::Undo, "undoes")],
    &[(Action::Cancel, "hides this hint")],
];

/// The hint, with the keys as they are now; what has no key is left out.
fn lines(keymap: &Keymap, contexts: &[Context], parts: &[&[Part]; 3]) -> [String; 3] {
    parts.map(|parts| {
        let part = |&(action, does): &Part| {
            let keys = keymap.keys_of(contexts, action).into_iter().next()?;
            Some(format!("{} {does}", notation::label(keys)))
        };
        parts.iter().filter_map(part).collect::<Vec<_>>().join(" · ")
    })
}
