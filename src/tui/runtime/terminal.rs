//! The terminal: taken over on entering, given back on leaving, however the program ends.

use std::io::{self, Write};
use std::panic;
use std::sync::Once;

use crossterm::clipboard::CopyToClipboard;
use crossterm::event::{DisableBracketedPaste, EnableBracketedPaste};
use crossterm::style::ResetColor;
use crossterm::terminal::{self, EndSynchronizedUpdate, EnterAlternateScreen, LeaveAlternateScreen, disable_raw_mode, enable_raw_mode};
use crossterm::{cursor, execute};

use super::frame::Frames;
use super::glyphs::Glyphs;
use super::{mouse, work};
use crate::tui::app::App;
use crate::tui::message::Message;
use crate::tui::view::view;

/// The terminal while the program has it.
pub(super) struct Terminal {
    frames: Frames,
    glyphs: Glyphs,
}

impl Terminal {
    /// Takes the terminal over; a panic gives it back before its message is printed.
    pub(super) fn enter(glyphs: Glyphs) -> io::Result<Self> {
        restore_on_panic();
        take()?;
        Ok(Self { frames: Frames::default(), glyphs })
    }

    /// Draws a frame of the size that the app knows of; nothing is written where nothing changed.
    pub(super) fn draw(&mut self, app: &App) -> io::Result<()> {
        let glyphs = self.glyphs;
        let bytes = self.frames.draw(app.area(), |buffer| {
            let cursor = view(app, app.theme(), buffer);
            glyphs.put_into(buffer);
            cursor
        });
        if bytes.is_empty() {
            return Ok(());
        }
        let mut out = io::stdout().lock();
        out.write_all(bytes)?;
        out.flush()
    }

    /// Forgets what the terminal shows, so that the next frame draws every cell.
    pub(super) fn redraw(&mut self) -> io::Result<Option<Message>> {
        let (columns, rows) = terminal::size()?;
        self.frames.forget();
        Ok(Some(Message::Resized { columns, rows }))
    }

    /// Gives the terminal back, stops, and takes the terminal over again when the shell goes on with the program.
    pub(super) fn suspend(&mut self) -> io::Result<Option<Message>> {
        give_back();
        #[cfg(unix)]
        signal_hook::low_level::emulate_default_handler(signal_hook::consts::SIGTSTP)?;
        take()?;
        self.redraw()
    }

    /// Lends the terminal to another program, as it was before this one.
    #[cfg(unix)]
    pub(super) fn lend<T>(&mut self, run: impl FnOnce() -> T) -> io::Result<(T, Option<Message>)> {
        give_back();
        let outcome = run();
        take()?;
        Ok((outcome, self.redraw()?))
    }

    /// Hands a text to the terminal for its clipboard (OSC 52), which works over SSH too.
    pub(super) fn copy(&mut self, text: &str) -> io::Result<()> {
        execute!(io::stdout(), CopyToClipboard::to_clipboard_from(text))
    }
}

impl Drop for Terminal {
    fn drop(&mut self) {
        give_back();
    }
}

fn take() -> io::Result<()> {
    enable_raw_mode()?;
    execute!(io::stdout(), EnterAlternateScreen, EnableBracketedPaste, cursor::Hide)?;
    mouse::take()
}

/// Puts the terminal back. What fails here fails because the terminal is gone: there is nobody to tell.
fn give_back() {
    let mut out = io::stdout();
    let _ = execute!(out, EndSynchronizedUpdate, ResetColor, mouse::Release, DisableBracketedPaste, LeaveAlternateScreen, cursor::Show);
    let _ = disable_raw_mode();
    let _ = out.flush();
}

fn restore_on_panic() {
    static HOOKED: Once = Once::new();
    HOOKED.call_once(|| {
        let default = panic::take_hook();
        panic::set_hook(Box::new(move |info| {
            // A panic of the worker is caught and becomes a message; the screen stays.
            if !work::is_worker_thread() {
                give_back();
                default(info);
            }
        }));
    });
}
