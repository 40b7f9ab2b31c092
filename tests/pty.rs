//! The real program in a real terminal: it starts, follows the size, and leaves the terminal as it found it, however it ends.

#![cfg(unix)]
#![allow(clippy::unwrap_used, clippy::panic, clippy::expect_used, reason = "a test says so by panicking")]

use std::io::{Read, Write};
use std::num::NonZero;
use std::process::Command;
use std::sync::mpsc::{self, Receiver};
use std::thread;
use std::time::{Duration, Instant};

use portable_pty::{Child, CommandBuilder, MasterPty, PtySize, native_pty_system};
use tempfile::TempDir;

/// A test that takes longer has failed.
const PATIENCE: Duration = Duration::from_mins(1);

/// The program in a terminal of its own.
struct Session {
    master: Box<dyn MasterPty + Send>,
    child: Box<dyn Child + Send + Sync>,
    keyboard: Box<dyn Write + Send>,
    output: Receiver<Vec<u8>>,
    screen: vt100::Parser,
    /// Every byte the program wrote.
    written: Vec<u8>,
    _home: TempDir,
}

impl Session {
    /// Starts the program on an empty library, which shows the sample.
    fn start(columns: u16, rows: u16, environment: &[(&str, &str)]) -> Self {
        let home = tempfile::tempdir().unwrap();
        let size = PtySize { rows, cols: columns, pixel_width: 0, pixel_height: 0 };
        let pair = native_pty_system().openpty(size).unwrap();
        let mut command = CommandBuilder::new(env!("CARGO_BIN_EXE_parallax"));
        command.env_clear();
        command.env("TERM", "xterm-256color");
        command.env("HOME", home.path());
        command.env("PARALLAX_LIBRARY", home.path().join("library"));
        for (name, value) in environment {
            command.env(name, value);
        }
        let child = pair.slave.spawn_command(command).unwrap();
        let mut reader = pair.master.try_clone_reader().unwrap();
        let (send, output) = mpsc::channel();
        thread::spawn(move || {
            let mut bytes = [0; 4096];
            while let Ok(count @ 1..) = reader.read(&mut bytes) {
                if send.send(bytes[..count].to_vec()).is_err() {
                    return;
                }
            }
        });
        let keyboard = pair.master.take_writer().unwrap();
        let screen = vt100::Parser::new(cells(rows), cells(columns), 0);
        Self { master: pair.master, child, keyboard, output, screen, written: Vec::new(), _home: home }
    }

    /// Types bytes, as the terminal sends them.
    fn types(&mut self, bytes: &str) -> &mut Self {
        self.keyboard.write_all(bytes.as_bytes()).unwrap();
        self.keyboard.flush().unwrap();
        self
    }

    /// Changes the terminal's size.
    fn resize(&mut self, columns: u16, rows: u16) {
        self.screen.screen_mut().set_size(cells(rows), cells(columns));
        self.master.resize(PtySize { rows, cols: columns, pixel_width: 0, pixel_height: 0 }).unwrap();
    }

    /// Waits until the screen is as wanted.
    #[track_caller]
    fn until(&mut self, what: &str, is_so: impl Fn(&vt100::Screen) -> bool) -> &mut Self {
        assert!(self.came_within(PATIENCE, is_so), "never: {what}\n{}", self.screen.screen().contents());
        self
    }

    /// Whether the screen became as wanted in that time.
    fn came_within(&mut self, time: Duration, is_so: impl Fn(&vt100::Screen) -> bool) -> bool {
        let deadline = Instant::now() + time;
        while !is_so(self.screen.screen()) {
            let Ok(bytes) = self.output.recv_timeout(deadline.saturating_duration_since(Instant::now())) else { return false };
            self.screen.process(&bytes);
            self.written.extend(bytes);
        }
        true
    }

    #[track_caller]
    fn shows(&mut self, text: &str) -> &mut Self {
        self.until(text, |screen| screen.contents().contains(text))
    }

    #[track_caller]
    fn hides(&mut self, text: &str) -> &mut Self {
        self.until(&format!("not {text}"), |screen| !screen.contents().contains(text))
    }

    /// Waits until the terminal is as it was before the program.
    #[track_caller]
    fn is_given_back(&mut self) -> &mut Self {
        self.until("the terminal is given back", |screen| {
            !screen.alternate_screen() && !screen.hide_cursor() && !screen.bracketed_paste() && !has_mouse(screen)
        })
    }

    fn signal(&mut self, name: &str) -> &mut Self {
        let process = self.child.process_id().unwrap().to_string();
        assert!(Command::new("kill").args([&format!("-{name}"), &process]).status().unwrap().success());
        self
    }

    /// Ends the program with `Q`.
    fn quit(&mut self) {
        self.types("Q").is_given_back();
        assert!(self.child.wait().unwrap().success());
    }
}

impl Drop for Session {
    fn drop(&mut self) {
        let _ = self.child.kill();
    }
}

fn has_mouse(screen: &vt100::Screen) -> bool {
    screen.mouse_protocol_mode() != vt100::MouseProtocolMode::None
}

fn cells(count: u16) -> NonZero<u16> {
    NonZero::new(count).unwrap()
}

#[test]
fn it_starts_opens_an_article_and_leaves_the_terminal_as_it_was() {
    let mut session = Session::start(100, 30, &[]);
    session.shows("The sample library").shows("18 unread");
    session.until("the alternate screen", |screen| screen.alternate_screen() && screen.bracketed_paste());
    session.types("\r").shows("i details").types("\x1b").hides("i details").quit();
}

#[test]
fn the_first_frame_waits_for_no_work_and_an_enter_typed_ahead_is_no_strange_key() {
    let mut session = Session::start(100, 30, &[]);
    // The line feed of an Enter that was typed before the terminal is raw.
    session.types("\n").shows("18 articles");
    let written = String::from_utf8_lossy(&session.written).into_owned();
    let (waiting, listed) = (written.find("Opening the library"), written.find("Wed 25 Jun 2025"));
    assert!(waiting.is_some() && waiting < listed, "{written}");
    assert!(!session.screen.screen().contents().contains("is no key here"));
    session.quit();
}

#[test]
fn it_follows_the_size_of_the_terminal() {
    let mut session = Session::start(120, 30, &[]);
    session.shows("articles").shows("│");
    session.resize(60, 20);
    session.until("the list alone", |screen| {
        let last = screen.rows(0, 60).nth(19).unwrap_or_default();
        last.contains("unread") && !screen.contents().contains('│')
    });
    session.quit();
}

#[test]
fn a_signal_to_end_gives_the_terminal_back() {
    for signal in ["TERM", "HUP"] {
        let mut session = Session::start(80, 24, &[]);
        session.shows("articles").signal(signal).is_given_back();
        assert!(session.child.wait().unwrap().success(), "{signal}");
    }
}

#[test]
fn suspended_it_gives_the_terminal_back_and_continued_it_draws_again() {
    let mut session = Session::start(80, 24, &[]);
    session.shows("articles").types("\x1a").is_given_back();
    // The terminal is given back a moment before the program stops, and one that has not stopped yet cannot be continued.
    let is_drawn = |screen: &vt100::Screen| screen.alternate_screen() && screen.contents().contains("articles");
    let drawn = (0..600).any(|_| session.signal("CONT").came_within(Duration::from_millis(100), is_drawn));
    assert!(drawn, "never drawn again");
    session.types("?").shows("type to filter").types("\x1b").hides("type to filter").quit();
}

#[test]
fn the_mouse_is_the_programs_until_it_is_switched_off() {
    let mut session = Session::start(80, 24, &[]);
    session.shows("articles").until("the mouse", has_mouse);
    // A press on the fourth line, and one on cell zero, which no terminal has.
    session
        .types("\x1b[<0;9;4M\x1b[<0;9;4m")
        .until("the line", |screen| screen.contents().lines().nth(3).is_some_and(|line| line.starts_with('▌')));
    session.types("\x1b[<0;0;0M\x1b[<64;0;0M").types("?").shows("type to filter").types("\x1b").hides("type to filter");
    session.types("\x1bOQ").until("no mouse", |screen| !has_mouse(screen)).shows("terminal's own");
    session.types("\x1bOQ").until("the mouse", has_mouse).quit();
}

#[test]
fn pasted_text_is_never_run_as_keys() {
    let mut session = Session::start(80, 24, &[]);
    session
        .shows("articles")
        .types("\x1b[200~QQ\r\x1b[201~")
        .types("?")
        .shows("type to filter")
        .types("\x1b")
        .hides("type to filter")
        .quit();
}

#[test]
fn a_frame_is_shown_whole_or_not_at_all() {
    let mut session = Session::start(80, 24, &[]);
    session.shows("articles").quit();
    let count = |sequence: &[u8]| session.written.windows(sequence.len()).filter(|window| *window == sequence).count();
    assert!(count(b"\x1b[?2026h") > 0 && count(b"\x1b[?2026h") <= count(b"\x1b[?2026l"));
}

#[test]
fn without_colours_the_selected_line_still_stands_out() {
    let mut session = Session::start(80, 24, &[("NO_COLOR", "1"), ("PARALLAX_THEME", "dusk")]);
    session.shows("articles").until("a reversed line", |screen| {
        (0..24).any(|row| (0..80).filter(|&column| screen.cell(row, column).is_some_and(vt100::Cell::inverse)).count() > 40)
    });
    let coloured = (0..24).flat_map(|row| (0..80).map(move |column| (row, column))).find(|&(row, column)| {
        let cell = session.screen.screen().cell(row, column).unwrap();
        cell.fgcolor() != vt100::Color::Default || cell.bgcolor() != vt100::Color::Default
    });
    assert_eq!(coloured, None);
    session.quit();
}

#[test]
fn a_theme_is_taken_from_the_environment_and_an_unknown_one_is_named() {
    let mut session = Session::start(80, 24, &[("PARALLAX_THEME", "dusk")]);
    session
        .shows("articles")
        .until("the theme's ground", |screen| screen.cell(5, 5).unwrap().bgcolor() == vt100::Color::Rgb(0x1b, 0x1f, 0x27))
        .quit();
    let mut session = Session::start(80, 24, &[("PARALLAX_THEME", "dawn")]);
    session.shows("no theme is called `dawn`").quit();
}
