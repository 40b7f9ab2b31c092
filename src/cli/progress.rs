//! How far the reading of files has come: a line that moves on a terminal, a line now and then elsewhere; nothing where it is done at once.

use std::io::{self, Write};
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::thread;
use std::time::{Duration, Instant};

use super::page::Walk;
use crate::text::width::clip;

/// How long nothing is shown, and then between two changes, on a terminal.
const PAUSE: Duration = Duration::from_millis(300);
/// The same where lines stay.
const PAUSE_OF_LINES: Duration = Duration::from_secs(10);

/// How far it has come.
#[derive(Debug)]
pub(super) struct Progress {
    on_terminal: bool,
    columns: usize,
    files: u64,
    bytes: u64,
    start: Instant,
    last: Instant,
    shown: bool,
    all: Arc<All>,
}

/// What there is to be read, as far as that was counted.
#[derive(Debug, Default)]
struct All {
    files: AtomicU64,
    bytes: AtomicU64,
    is_known: AtomicBool,
    is_over: AtomicBool,
}

impl Progress {
    pub(super) fn new(on_terminal: bool, columns: usize) -> Self {
        let now = Instant::now();
        Self { on_terminal, columns, files: 0, bytes: 0, start: now, last: now, shown: false, all: Arc::default() }
    }

    /// Counts in the background what there is below some paths, so that it can be told how long it takes.
    pub(super) fn expect(&mut self, paths: &[PathBuf]) {
        (self.start, self.last) = (Instant::now(), Instant::now());
        let (all, paths) = (Arc::clone(&self.all), paths.to_vec());
        let count = move || {
            for path in Walk::new(&paths).flatten() {
                if all.is_over.load(Ordering::Relaxed) {
                    return;
                }
                let size = path.metadata().map_or(0, |about| about.len());
                all.files.fetch_add(1, Ordering::Relaxed);
                all.bytes.fetch_add(size, Ordering::Relaxed);
            }
            all.is_known.store(true, Ordering::Release);
        };
        // Without it no time is told, that is all.
        let _ = thread::Builder::new().name("count".to_owned()).spawn(count);
    }

    /// One file more, of so many bytes.
    pub(super) fn step(&mut self, bytes: u64, messages: &mut dyn Write) -> io::Result<()> {
        self.files += 1;
        self.bytes += bytes;
        let pause = if self.on_terminal { PAUSE } else { PAUSE_OF_LINES };
        if self.last.elapsed() >= pause {
            let line = self.line(self.start.elapsed());
            self.show(&line, messages)?;
        }
        Ok(())
    }

    /// Says what is being done, where that takes long.
    pub(super) fn say(&mut self, what: &str, messages: &mut dyn Write) -> io::Result<()> {
        if self.on_terminal && self.start.elapsed() >= PAUSE { self.show(what, messages) } else { Ok(()) }
    }

    fn show(&mut self, line: &str, messages: &mut dyn Write) -> io::Result<()> {
        self.last = Instant::now();
        if !self.on_terminal {
            return writeln!(messages, "parallax: {line}");
        }
        self.shown = true;
        write!(messages, "\r{}\u{1b}[K", clip(line, self.columns.saturating_sub(1)).0)?;
        messages.flush()
    }

    /// `1,200 of 100,000 files · 6 of 540 MB · 310 a second · 5 min left`
    fn line(&self, elapsed: Duration) -> String {
        let is_known = self.all.is_known.load(Ordering::Acquire);
        let (all_files, all_bytes) = (self.all.files.load(Ordering::Relaxed), self.all.bytes.load(Ordering::Relaxed));
        let is_bounded = is_known && all_files >= self.files;
        let seconds = elapsed.as_secs_f64().max(0.001);
        let mut parts = Vec::new();
        if is_bounded && self.on_terminal {
            parts.push(bar(self.files as f64 / all_files.max(1) as f64));
        }
        if is_bounded {
            parts.push(format!("{} of {} files", grouped(self.files), grouped(all_files)));
            parts.push(format!("{} of {} MB", megabytes(self.bytes), megabytes(all_bytes)));
        } else {
            parts.push(format!("{} files", grouped(self.files)));
            parts.push(format!("{} MB", megabytes(self.bytes)));
        }
        parts.push(format!("{} a second", grouped((self.files as f64 / seconds) as u64)));
        if is_bounded && self.files > 0 {
            parts.push(format!("{} left", time((all_files - self.files) as f64 * seconds / self.files as f64)));
        }
        parts.join(" · ")
    }

    /// Takes the line off, before a message and at the end.
    pub(super) fn clear(&mut self, messages: &mut dyn Write) -> io::Result<()> {
        if std::mem::take(&mut self.shown) {
            write!(messages, "\r\u{1b}[K")?;
        }
        Ok(())
    }
}

impl Drop for Progress {
    fn drop(&mut self) {
        self.all.is_over.store(true, Ordering::Relaxed);
    }
}

/// `━━━━╌╌╌╌╌╌`
fn bar(share: f64) -> String {
    const CELLS: usize = 20;
    let full = ((share * CELLS as f64) as usize).min(CELLS);
    "━".repeat(full) + &"╌".repeat(CELLS - full)
}

/// `100,000`
fn grouped(number: u64) -> String {
    let digits = number.to_string();
    let mut out = String::with_capacity(digits.len() + digits.len() / 3);
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            out.push(',');
        }
        out.push(digit);
    }
    out
}

fn megabytes(bytes: u64) -> String {
    grouped(bytes.div_ceil(1_000_000))
}

/// `40 s`, `5 min`, `2 h 10 min`
fn time(seconds: f64) -> String {
    let seconds = seconds as u64;
    match (seconds / 3_600, seconds / 60 % 60) {
        (0, 0) => format!("{seconds} s"),
        (0, minutes) => format!("{minutes} min"),
        (hours, minutes) => format!("{hours} h {minutes} min"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn progress(all: Option<(u64, u64)>, on_terminal: bool) -> Progress {
        let mut progress = Progress::new(on_terminal, 80);
        (progress.files, progress.bytes) = (1_200, 6_000_000);
        if let Some((files, bytes)) = all {
            progress.all.files.store(files, Ordering::Relaxed);
            progress.all.bytes.store(bytes, Ordering::Relaxed);
            progress.all.is_known.store(true, Ordering::Release);
        }
        progress
    }

    #[test]
    fn the_line_tells_how_far_it_is_and_how_long_it_takes() {
        let after = |seconds| Duration::from_secs(seconds);
        assert_eq!(progress(None, true).line(after(4)), "1,200 files · 6 MB · 300 a second");
        let known = Some((100_000, 540_000_000));
        assert_eq!(progress(known, false).line(after(4)), "1,200 of 100,000 files · 6 of 540 MB · 300 a second · 5 min left");
        assert!(progress(known, true).line(after(4)).starts_with("╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌ · 1,200 of"));
        assert!(progress(Some((1_600, 8_000_000)), true).line(after(4)).starts_with("━━━━━━━━━━━━━━━╌╌╌╌╌ · "));
        // More than were counted: files have come in meanwhile.
        assert_eq!(progress(Some((900, 5)), false).line(after(4)), "1,200 files · 6 MB · 300 a second");
    }

    #[test]
    fn times_are_told_as_people_tell_them() {
        for (seconds, want) in [(0.4, "0 s"), (59.0, "59 s"), (61.0, "1 min"), (7_900.0, "2 h 11 min")] {
            assert_eq!(time(seconds), want);
        }
    }

    #[test]
    fn nothing_is_written_for_what_is_done_at_once_and_nothing_moves_where_lines_stay() {
        let mut out = Vec::new();
        let mut quick = Progress::new(true, 80);
        quick.step(10, &mut out).unwrap();
        quick.clear(&mut out).unwrap();
        assert!(out.is_empty());
        let mut slow = Progress::new(false, 80);
        slow.last = slow.last.checked_sub(PAUSE_OF_LINES).unwrap();
        slow.step(10, &mut out).unwrap();
        slow.clear(&mut out).unwrap();
        let line = String::from_utf8(out).unwrap();
        assert!(line.starts_with("parallax: 1 files") && line.ends_with('\n') && !line.contains('\r'), "{line}");
    }
}
