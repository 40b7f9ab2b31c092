//! A count that moves while files are read; on a terminal only, and only when it takes long enough to be seen.

use std::io::{self, Write};
use std::time::{Duration, Instant};

/// How long nothing is shown, and then between two changes.
const PAUSE: Duration = Duration::from_millis(300);

/// The count.
#[derive(Debug)]
pub(super) struct Progress {
    visible: bool,
    files: usize,
    last: Instant,
    shown: bool,
}

impl Progress {
    pub(super) fn new(visible: bool) -> Self {
        Self { visible, files: 0, last: Instant::now(), shown: false }
    }

    /// One file more.
    pub(super) fn step(&mut self, messages: &mut dyn Write) -> io::Result<()> {
        self.files += 1;
        if self.visible && self.last.elapsed() >= PAUSE {
            self.last = Instant::now();
            self.shown = true;
            write!(messages, "\r{} files", self.files)?;
            messages.flush()?;
        }
        Ok(())
    }

    /// Takes the count off the line, before a message and at the end.
    pub(super) fn clear(&mut self, messages: &mut dyn Write) -> io::Result<()> {
        if std::mem::take(&mut self.shown) {
            write!(messages, "\r\u{1b}[K")?;
        }
        Ok(())
    }
}
