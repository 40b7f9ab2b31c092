//! The input thread: waits for the terminal's events and sends them as messages.

use std::io;
use std::sync::mpsc::Sender;
use std::sync::{Arc, Condvar, Mutex, PoisonError};
use std::thread;
use std::time::{Duration, Instant};

use crossterm::event::{self, Event, KeyCode, KeyEvent, KeyEventKind, KeyModifiers};
use crossterm::terminal;

use super::mouse::Clicks;
use crate::tui::keymap::{Code, Key};
use crate::tui::message::Message;

/// Stops the reading of keys while another program has the terminal.
#[derive(Debug, Clone, Default)]
pub(super) struct Gate {
    shared: Arc<(Mutex<Passage>, Condvar)>,
}

/// Whether keys are to be read, and whether the thread that reads them waits.
#[derive(Debug, Default)]
struct Passage {
    closed: bool,
    waits: bool,
}

impl Gate {
    /// Has the thread read no more; `false` when it does not come to rest.
    #[cfg(unix)]
    pub(super) fn close(&self) -> bool {
        /// Longer than any event takes to be read.
        const PATIENCE: Duration = Duration::from_secs(2);
        let (passage, changed) = &*self.shared;
        let mut passage = passage.lock().unwrap_or_else(PoisonError::into_inner);
        passage.closed = true;
        // A change of the terminal's size is an event like a key: the thread wakes up, and finds the gate closed.
        if signal_hook::low_level::raise(signal_hook::consts::SIGWINCH).is_err() {
            passage.closed = false;
            return false;
        }
        let (mut passage, _) =
            changed.wait_timeout_while(passage, PATIENCE, |passage| !passage.waits).unwrap_or_else(PoisonError::into_inner);
        passage.closed = passage.waits;
        passage.waits
    }

    /// Has the thread read again.
    #[cfg(unix)]
    pub(super) fn open(&self) {
        let (passage, changed) = &*self.shared;
        passage.lock().unwrap_or_else(PoisonError::into_inner).closed = false;
        changed.notify_all();
    }

    /// Waits while the gate is closed.
    fn pass(&self) {
        let (passage, changed) = &*self.shared;
        let mut passage = passage.lock().unwrap_or_else(PoisonError::into_inner);
        while passage.closed {
            passage.waits = true;
            changed.notify_all();
            passage = changed.wait(passage).unwrap_or_else(PoisonError::into_inner);
        }
        passage.waits = false;
    }
}

/// Starts the thread. It ends with the program, or when nobody listens any more.
pub(super) fn listen(send: Sender<Message>, gate: Gate) -> io::Result<()> {
    // From the first call on, changes of the size are heard; the size may have changed since the first frame.
    event::poll(Duration::ZERO)?;
    let (columns, rows) = terminal::size()?;
    let _ = send.send(Message::Resized { columns, rows });
    let read = move || {
        let mut clicks = Clicks::default();
        loop {
            let message = match event::read() {
                Ok(Event::Mouse(event)) => clicks.gesture(event, Instant::now()).map(Message::Mouse),
                Ok(event) => message(event),
                // The terminal is gone.
                Err(_) => Some(Message::Terminated),
            };
            gate.pass();
            let is_end = message == Some(Message::Terminated);
            let is_heard = message.is_none_or(|message| send.send(message).is_ok());
            if is_end || !is_heard {
                return;
            }
        }
    };
    thread::Builder::new().name("input".to_owned()).spawn(read).map(drop)
}

fn message(event: Event) -> Option<Message> {
    match event {
        // Some terminals and Windows report the release of a key too.
        Event::Key(key) if key.kind != KeyEventKind::Release => translate(key).map(Message::Key),
        Event::Paste(text) => Some(Message::Pasted(text)),
        Event::Resize(columns, rows) => Some(Message::Resized { columns, rows }),
        Event::Key(_) | Event::FocusGained | Event::FocusLost | Event::Mouse(_) => None,
    }
}

/// The terminal's key as ours; the case of a letter says whether Shift is held.
fn translate(event: KeyEvent) -> Option<Key> {
    let held = |modifier| event.modifiers.contains(modifier);
    let code = match event.code {
        // A terminal that is not raw yet, and some that never are, send a line feed for Enter.
        KeyCode::Char('j') if held(KeyModifiers::CONTROL) => return Some(Key::plain(Code::Enter)),
        KeyCode::Char(c) => Code::Char(c),
        KeyCode::F(number) => Code::Function(number),
        KeyCode::Enter => Code::Enter,
        KeyCode::Esc => Code::Escape,
        KeyCode::Backspace => Code::Backspace,
        KeyCode::Tab | KeyCode::BackTab => Code::Tab,
        KeyCode::Delete => Code::Delete,
        KeyCode::Insert => Code::Insert,
        KeyCode::Up => Code::Up,
        KeyCode::Down => Code::Down,
        KeyCode::Left => Code::Left,
        KeyCode::Right => Code::Right,
        KeyCode::Home => Code::Home,
        KeyCode::End => Code::End,
        KeyCode::PageUp => Code::PageUp,
        KeyCode::PageDown => Code::PageDown,
        _ => return None,
    };
    let has_case = matches!(code, Code::Char(c) if c != ' ');
    let shift = !has_case && (held(KeyModifiers::SHIFT) || event.code == KeyCode::BackTab);
    Some(Key { code, ctrl: held(KeyModifiers::CONTROL), alt: held(KeyModifiers::ALT), shift })
}

#[cfg(test)]
mod tests {
    use super::super::super::keymap::notation::parse;
    use super::*;

    #[test]
    fn keys_are_read_as_they_are_written() {
        let key = |code, modifiers| translate(KeyEvent::new(code, modifiers));
        for (code, modifiers, written) in [
            (KeyCode::Char('G'), KeyModifiers::SHIFT, "G"),
            (KeyCode::Char('d'), KeyModifiers::CONTROL, "<C-d>"),
            (KeyCode::BackTab, KeyModifiers::SHIFT, "<S-Tab>"),
            (KeyCode::Char(' '), KeyModifiers::SHIFT, "<S-Space>"),
            (KeyCode::Left, KeyModifiers::ALT, "<A-Left>"),
            (KeyCode::Char('j'), KeyModifiers::CONTROL, "<Enter>"),
        ] {
            assert_eq!(key(code, modifiers), parse(written).unwrap().first().copied(), "{written}");
        }
        assert_eq!(key(KeyCode::CapsLock, KeyModifiers::NONE), None);
    }

    #[test]
    fn a_key_acts_when_it_is_pressed_not_when_it_is_released() {
        let released = KeyEvent::new_with_kind(KeyCode::Char('j'), KeyModifiers::NONE, KeyEventKind::Release);
        assert_eq!(message(Event::Key(released)), None);
    }
}
