//! Draws the app: the screen on top, what lies over it, and the status line.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::style::Style;
use ratatui::widgets::{Clear, Widget};

use crate::text::Span;
use crate::text::width::width;
use crate::text::wrap::wrap;
use crate::tui::action::Action;
use crate::tui::app::App;
use crate::tui::keymap::notation;
use crate::tui::overlay::{Overlay, prompt, welcome, which_key};
use crate::tui::painted::Painted;
use crate::tui::status::{Status, Tone};
use crate::tui::theme::{Role, Theme};
use crate::tui::widget::paint::Pen;

/// The fewest columns and rows on which the screens make sense.
const LEAST: (u16, u16) = (32, 8);

/// The parts of the terminal.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Regions {
    /// The screen on top.
    pub body: Rect,
    /// The line at the foot.
    pub status: Rect,
}

impl Regions {
    /// Divides the terminal; in zen mode the line at the foot lies on the screen, and only while it has something to say.
    #[must_use]
    pub fn of(area: Rect, zen: bool) -> Self {
        let status = Rect { y: area.bottom().saturating_sub(1), height: area.height.min(1), ..area };
        let below = if zen { 0 } else { status.height };
        Self { body: Rect { height: area.height - below, ..area }, status }
    }
}

/// Draws a frame; gives what it has besides its cells.
pub fn view(app: &App, theme: &Theme, buffer: &mut Buffer) -> Painted {
    let area = app.area;
    // Another size than the app knows of: it is about to be told.
    if buffer.area != area {
        return Painted::default();
    }
    let ground = theme.style(Role::Text);
    if ground != Style::default() {
        buffer.content.iter_mut().for_each(|cell| _ = cell.set_style(ground));
    }
    if area.width < LEAST.0 || area.height < LEAST.1 {
        too_small(area, theme, buffer);
        return Painted::default();
    }
    let Regions { body, status } = Regions::of(area, app.zen);
    let scene = app.scene();
    if let Some(screen) = app.screens.last() {
        screen.view(&scene, theme, buffer);
    }
    // What lies over the screen covers links.
    let is_bare = app.overlays.is_empty() && app.keyboard.typed().is_empty();
    let links = app.screens.last().filter(|_| is_bare).map(|screen| screen.links(&scene)).unwrap_or_default();
    if app.welcomes && app.overlays.is_empty() {
        welcome::view(&app.keyboard.keymap, app.contexts(), body, theme, buffer);
    }
    for overlay in &app.overlays {
        overlay.view(&scene, theme, buffer);
    }
    let above = Regions::of(area, false).body;
    which_key::view(&app.keyboard, app.contexts(), above, theme, buffer);
    if app.zen {
        if app.is_silent() {
            return Painted { cursor: None, links };
        }
        Clear.render(status, buffer);
        buffer.set_style(status, theme.style(Role::Text));
    }
    Painted { cursor: status_line(app, status, theme, buffer), links }
}

fn too_small(area: Rect, theme: &Theme, buffer: &mut Buffer) {
    let text = format!("Too small: {} columns and {} rows at least", LEAST.0, LEAST.1);
    let lines = wrap(&text, Span::whole(&text), usize::from(area.width));
    let top = area.height.saturating_sub(lines.len() as u16) / 2;
    for (row, line) in (top..area.height).zip(lines) {
        Pen::new(buffer, theme, area, row).text(line.of(&text), Role::Text);
    }
}

/// Draws the line at the foot; gives the cursor's cell while a line is being typed.
fn status_line(app: &App, area: Rect, theme: &Theme, buffer: &mut Buffer) -> Option<Position> {
    let mut pen = Pen::new(buffer, theme, area, 0);
    pen.on(Role::StatusLine).skip(1);
    pen.right(" ", Role::StatusLine).right(&position(app, usize::from(area.width)), Role::StatusLine);
    let pending = app.keyboard.pending();
    if !pending.is_empty() {
        pen.right("  ", Role::StatusLine).right(&pending, Role::KeyHint);
    }
    pen.right("  ", Role::StatusLine);
    match (app.overlays.last(), app.messages.shown()) {
        (Some(Overlay::Prompt(prompt)), _) => return Some(draw_prompt(prompt, area, &mut pen)),
        (_, Some(status)) => message(status, &mut pen),
        (None, None) => hints(app, &mut pen),
        (Some(overlay), None) => overlay_hints(overlay, &mut pen),
    }
    None
}

/// Where the reader is on the screen, unless something lies over it: as much of it as leaves half the line to what can be done, or what was
/// said last its room; of several things the first is said in any case.
fn position(app: &App, columns: usize) -> String {
    let covered = app.overlays.last().is_some_and(|overlay| !matches!(overlay, Overlay::Prompt(_)));
    let Some(screen) = app.screens.last().filter(|_| !covered) else { return String::new() };
    let mut position = screen.position(&app.scene());
    let said = app.messages.shown().map(|status| columns.saturating_sub(width(&status.text) + STATUS_MARGINS));
    let most = said.unwrap_or(columns / 2);
    while width(&position) > most
        && let Some((shorter, _)) = position.rsplit_once(" · ")
    {
        position = shorter.to_owned();
    }
    position
}

/// The hints of what is laid over the screen, as many as fit.
fn overlay_hints(overlay: &Overlay, pen: &mut Pen<'_>) {
    for (number, hint) in overlay.hints().iter().enumerate() {
        let parted = if number > 0 { format!(" · {hint}") } else { (*hint).to_owned() };
        if width(&parted) > usize::from(pen.room()) {
            break;
        }
        pen.text(&parted, Role::StatusLine);
    }
}

fn draw_prompt(prompt: &prompt::State, area: Rect, pen: &mut Pen<'_>) -> Position {
    pen.text(&prompt.label(), Role::KeyHint);
    let label = width(&prompt.label()) as u16;
    let room = usize::from(pen.room()).saturating_sub(1);
    // A long line shows its end, where the typing is.
    let typed = prompt.input.before_cursor();
    let start = crate::text::width::clusters(typed).map(|c| c.start).find(|&at| width(crate::text::span::after(typed, at)) <= room);
    let hidden = start.unwrap_or(0);
    pen.text(crate::text::span::after(prompt.input.text(), hidden), Role::Input);
    if usize::from(pen.room()) > width(prompt.hint()) {
        pen.skip(1).text(prompt.hint(), Role::Dim);
    }
    let column = width(crate::text::span::after(typed, hidden)) as u16;
    Position::new((area.x + 1 + label + column).min(area.right().saturating_sub(1)), area.y)
}

fn message(status: &Status, pen: &mut Pen<'_>) {
    let role = match status.tone {
        Tone::Plain => Role::Text,
        Tone::Success => Role::Success,
        Tone::Error => Role::Error,
    };
    pen.text(&status.text, role);
    if let Some(hint) = status.hint.as_ref().filter(|_| pen.room() >= LEAST_HINT) {
        pen.text(" · ", Role::StatusLine).text(hint, Role::StatusLine);
    }
}

/// The likeliest keys, as many as fit beside the one for help.
fn hints(app: &App, pen: &mut Pen<'_>) {
    let Some(screen) = app.screens.last() else { return };
    let hint = |action: Action| {
        let keys = app.keyboard.keymap.keys_of(screen.contexts(), action).into_iter().next()?;
        Some((notation::label(keys), action.name().replace('-', " ")))
    };
    let columns = |(key, name): &(String, String)| width(key) + 1 + width(name) + HINT_GAP;
    let help = hint(Action::Help);
    // The last hint needs no gap after it.
    let mut room = (usize::from(pen.room()) + HINT_GAP).saturating_sub(help.as_ref().map_or(0, columns));
    for hint in screen.hints(&app.catalogue).into_iter().filter_map(&hint).take_while(|hint| {
        let fits = columns(hint) <= room;
        room = room.saturating_sub(columns(hint));
        fits
    }) {
        draw_hint(&hint, pen);
    }
    if let Some(help) = help {
        draw_hint(&help, pen);
    }
}

/// Blanks at both ends of the line at the foot, and between what is said and where the reader is.
const STATUS_MARGINS: usize = 4;
/// In fewer cells nothing of a hint is worth showing.
const LEAST_HINT: u16 = 12;
/// Cells between two hints.
const HINT_GAP: usize = 3;

fn draw_hint((key, name): &(String, String), pen: &mut Pen<'_>) {
    pen.text(key, Role::KeyHint).skip(1).text(name, Role::StatusLine).skip(HINT_GAP as u16);
}
