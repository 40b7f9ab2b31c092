//! The terminal's mouse: asked for and given back, and its events as gestures.

use std::fmt;
use std::io;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};

use crossterm::event::{MouseButton, MouseEvent, MouseEventKind};
use crossterm::{Command, execute};
use ratatui::layout::Position;

use crate::tui::mouse::{Gesture, Mouse};

/// The longest time between the two presses of a double click.
const DOUBLE: Duration = Duration::from_millis(400);

/// Whether the mouse is the program's; known to all, for a panic gives it back, and whoever comes back to the program takes it again.
static WANTED: AtomicBool = AtomicBool::new(true);

/// Switches the mouse on or off, from now on and after every suspension.
pub(super) fn switch(on: bool) -> io::Result<()> {
    want(on);
    if on { execute!(io::stdout(), Capture) } else { execute!(io::stdout(), Release) }
}

/// Whether the mouse is to be asked for when the terminal is taken over.
pub(super) fn want(on: bool) {
    WANTED.store(on, Ordering::Relaxed);
}

/// Asks for the mouse, if it is wanted.
pub(super) fn take() -> io::Result<()> {
    if WANTED.load(Ordering::Relaxed) { execute!(io::stdout(), Capture) } else { Ok(()) }
}

/// Has the terminal report buttons, the wheel and motion with a button held, in decimal numbers (modes 1000, 1002 and 1006). The library's
/// own command also asks for every motion without a button: a stream of events for nothing.
struct Capture;

/// Has the terminal keep the mouse to itself.
pub(super) struct Release;

impl Command for Capture {
    fn write_ansi(&self, out: &mut impl fmt::Write) -> fmt::Result {
        out.write_str("\u{1b}[?1000h\u{1b}[?1002h\u{1b}[?1006h")
    }

    #[cfg(windows)]
    fn execute_winapi(&self) -> io::Result<()> {
        crossterm::event::EnableMouseCapture.execute_winapi()
    }

    #[cfg(windows)]
    fn is_ansi_code_supported(&self) -> bool {
        false
    }
}

impl Command for Release {
    fn write_ansi(&self, out: &mut impl fmt::Write) -> fmt::Result {
        out.write_str("\u{1b}[?1006l\u{1b}[?1002l\u{1b}[?1000l")
    }

    #[cfg(windows)]
    fn execute_winapi(&self) -> io::Result<()> {
        crossterm::event::DisableMouseCapture.execute_winapi()
    }

    #[cfg(windows)]
    fn is_ansi_code_supported(&self) -> bool {
        false
    }
}

/// Tells double clicks from two clicks.
#[derive(Debug, Default)]
pub(super) struct Clicks {
    last: Option<(Instant, Position)>,
}

impl Clicks {
    /// The gesture that an event is; `None` where nothing comes of it.
    pub(super) fn gesture(&mut self, event: MouseEvent, now: Instant) -> Option<Mouse> {
        let at = Position::new(event.column, event.row);
        let gesture = match event.kind {
            MouseEventKind::ScrollUp => Gesture::WheelUp,
            MouseEventKind::ScrollDown => Gesture::WheelDown,
            MouseEventKind::Down(MouseButton::Left) => self.press(at, now),
            MouseEventKind::Drag(MouseButton::Left) => Gesture::Drag,
            MouseEventKind::Up(MouseButton::Left) => Gesture::Release,
            _ => return None,
        };
        Some(Mouse { gesture, at })
    }

    fn press(&mut self, at: Position, now: Instant) -> Gesture {
        let is_second = self.last.is_some_and(|(before, place)| place == at && now.duration_since(before) <= DOUBLE);
        self.last = (!is_second).then_some((now, at));
        if is_second { Gesture::DoubleClick } else { Gesture::Click }
    }
}

#[cfg(test)]
mod tests {
    use crossterm::event::KeyModifiers;

    use super::*;

    #[test]
    fn two_quick_presses_on_one_cell_are_a_double_click() {
        let start = Instant::now();
        let mut clicks = Clicks::default();
        let mut press = |column, after| {
            let kind = MouseEventKind::Down(MouseButton::Left);
            let event = MouseEvent { kind, column, row: 3, modifiers: KeyModifiers::NONE };
            clicks.gesture(event, start + Duration::from_millis(after)).map(|mouse| mouse.gesture)
        };
        for (column, after, want) in [
            (5, 0, Gesture::Click),
            (5, 200, Gesture::DoubleClick),
            (5, 300, Gesture::Click),
            (5, 900, Gesture::Click),
            (6, 950, Gesture::Click),
        ] {
            assert_eq!(press(column, after), Some(want), "{column} {after}");
        }
    }

    #[test]
    fn other_buttons_and_mere_motion_do_nothing() {
        for kind in [MouseEventKind::Moved, MouseEventKind::Down(MouseButton::Right), MouseEventKind::ScrollLeft] {
            let event = MouseEvent { kind, column: 0, row: 0, modifiers: KeyModifiers::NONE };
            assert_eq!(Clicks::default().gesture(event, Instant::now()), None);
        }
    }
}
