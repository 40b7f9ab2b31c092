//! The terminal: taken over on entering, given back on leaving, however the program ends.

use std::io::{self, Write};
use std::panic;
use std::sync::Once;

use crossterm::clipboard::CopyToClipboard;
use crossterm::event::{DisableBracketedPaste, EnableBracketedPaste};
use crossterm::style::{Print, ResetColor};
use crossterm::terminal::{self, EndSynchronizedUpdate, EnterAlternateScreen, LeaveAlternateScreen, disable_raw_mode, enable_raw_mode};
use crossterm::{cursor, execute};

use super::bidi::Direction;
use super::frame::Frames;
use super::glyphs::Glyphs;
use super::{mouse, work};
use crate::tui::app::App;
use crate::tui::message::Message;
use crate::tui::view::view;

/// The terminal while the program has it.
pub(super) struct Terminal {
    frames: Frames,
    manners: Manners,
}

/// How a terminal wants to be written to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Manners {
    /// The signs it can show.
    pub glyphs: Glyphs,
    /// Who lays out right-to-left text.
    pub direction: Direction,
    /// Whether addresses are links (OSC 8).
    pub hyperlinks: bool,
}

impl Default for Manners {
    fn default() -> Self {
        Self { glyphs: Glyphs::Unicode, direction: Direction::Ours, hyperlinks: true }
    }
}

impl Terminal {
    /// Takes the terminal over; a panic gives it back before its message is printed.
    pub(super) fn enter(manners: Manners) -> io::Result<Self> {
        restore_on_panic();
        take()?;
        Ok(Self { frames: Frames::default(), manners })
    }

    /// Draws a frame of the size that the app knows of; nothing is written where nothing changed.
    pub(super) fn draw(&mut self, app: &App) -> io::Result<()> {
        let manners = self.manners;
        let bytes = self.frames.draw(app.area(), |buffer| {
            let mut painted = view(app, app.theme(), buffer);
            manners.direction.put_into(buffer);
            manners.glyphs.put_into(buffer);
            if !manners.hyperlinks {
                painted.links.clear();
            }
            painted
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
    pub(super) fn copy(text: &str) -> io::Result<()> {
        execute!(io::stdout(), CopyToClipboard::to_clipboard_from(text))
    }
}

impl Drop for Terminal {
    fn drop(&mut self) {
        give_back();
    }
}

/// Asks the terminal to leave the direction of text to the program (ECMA-48, bidirectional support mode), and takes that back.
const EXPLICIT_DIRECTION: &str = "\x1b[8l";
const IMPLICIT_DIRECTION: &str = "\x1b[8h";

fn take() -> io::Result<()> {
    enable_raw_mode()?;
    execute!(io::stdout(), EnterAlternateScreen, EnableBracketedPaste, cursor::Hide, Print(EXPLICIT_DIRECTION))?;
    mouse::take()
}

/// Puts the terminal back. What fails here fails because the terminal is gone: there is nobody to tell.
fn give_back() {
    let mut out = io::stdout();
    let _ = execute!(
        out,
        EndSynchronizedUpdate,
        ResetColor,
        Print(IMPLICIT_DIRECTION),
        mouse::Release,
        DisableBracketedPaste,
        LeaveAlternateScreen,
        cursor::Show
    );
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
