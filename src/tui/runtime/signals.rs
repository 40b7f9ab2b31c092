//! Signals that ask the program to end: they become a message, so that the terminal is put back and places are kept.

use std::io;
use std::sync::mpsc::Sender;
use std::thread;

use signal_hook::consts::{SIGHUP, SIGTERM};
use signal_hook::iterator::Signals;

use crate::tui::message::Message;

/// Waits for the first of them, on a thread that does nothing else.
pub(super) fn listen(send: Sender<Message>) -> io::Result<()> {
    let mut signals = Signals::new([SIGTERM, SIGHUP])?;
    let wait = move || {
        if signals.forever().next().is_some() {
            // Nobody listens any more only when the program ends anyway.
            let _ = send.send(Message::Terminated);
        }
    };
    thread::Builder::new().name("signals".to_owned()).spawn(wait).map(drop)
}
