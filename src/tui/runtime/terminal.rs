//! The terminal: taken over on entering, given back on leaving, however the program ends.

use std::io::{self, BufWriter, Stdout, Write};
use std::panic;
use std::sync::Once;

use crossterm::clipboard::CopyToClipboard;
use crossterm::event::{DisableBracketedPaste, EnableBracketedPaste};
use crossterm::terminal::{
    BeginSynchronizedUpdate, EndSynchronizedUpdate, EnterAlternateScreen, LeaveAlternateScreen, disable_raw_mode, enable_raw_mode,
};
use crossterm::{cursor, execute, queue};
use ratatui::backend::{Backend, CrosstermBackend};
use ratatui::layout::Rect;
use ratatui::{TerminalOptions, Viewport};

use super::glyphs::Glyphs;
use super::{mouse, work};
use crate::tui::app::App;
use crate::tui::message::Message;
use crate::tui::view::view;

/// The terminal while the program has it.
pub(super) struct Terminal {
    inner: ratatui::Terminal<CrosstermBackend<BufWriter<Stdout>>>,
    glyphs: Glyphs,
}

impl Terminal {
    /// Takes the terminal over; a panic gives it back before its message is printed.
    pub(super) fn enter(glyphs: Glyphs) -> io::Result<Self> {
        restore_on_panic();
        take()?;
        let backend = CrosstermBackend::new(BufWriter::with_capacity(1 << 16, io::stdout()));
        // A fixed viewport follows the app's idea of the size: one that follows the terminal's changes under a frame being drawn.
        let viewport = Viewport::Fixed(Rect::from(((0, 0).into(), backend.size()?)));
        Ok(Self { inner: ratatui::Terminal::with_options(backend, TerminalOptions { viewport })?, glyphs })
    }

    /// Columns and rows.
    pub(super) fn size(&self) -> io::Result<(u16, u16)> {
        let size = self.inner.size()?;
        Ok((size.width, size.height))
    }

    /// Draws a frame; the terminal shows it whole or not at all (mode 2026, ignored where it is not known).
    pub(super) fn draw(&mut self, app: &App) -> io::Result<()> {
        queue!(self.inner.backend_mut(), BeginSynchronizedUpdate)?;
        if self.inner.get_frame().area() != app.area() {
            self.inner.resize(app.area())?;
        }
        let glyphs = self.glyphs;
        self.inner.draw(|frame| {
            view(app, app.theme(), frame);
            glyphs.put_into(frame.buffer_mut());
        })?;
        execute!(self.inner.backend_mut(), EndSynchronizedUpdate)
    }

    /// Forgets what the terminal shows, so that the next frame draws every cell.
    pub(super) fn redraw(&mut self) -> io::Result<Option<Message>> {
        let (columns, rows) = self.size()?;
        // Not `clear`: it asks the terminal where the cursor is, and the input thread would take the answer.
        self.inner.resize(Rect::new(0, 0, columns, rows))?;
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
        execute!(self.inner.backend_mut(), CopyToClipboard::to_clipboard_from(text))
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
    let _ = execute!(out, EndSynchronizedUpdate, mouse::Release, DisableBracketedPaste, LeaveAlternateScreen, cursor::Show);
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
