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
    home: TempDir,
}

impl Session {
    /// Starts the program on an empty library, which shows the sample.
    fn start(columns: u16, rows: u16, environment: &[(&str, &str)]) -> Self {
        Self::start_in(tempfile::tempdir().unwrap(), columns, rows, environment)
    }

    /// Starts the program on the library in a folder, which is also where it is started.
    fn start_in(home: TempDir, columns: u16, rows: u16, environment: &[(&str, &str)]) -> Self {
        let size = PtySize { rows, cols: columns, pixel_width: 0, pixel_height: 0 };
        let pair = native_pty_system().openpty(size).unwrap();
        let mut command = CommandBuilder::new(env!("CARGO_BIN_EXE_parallax"));
        command.env_clear();
        command.cwd(home.path());
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
        Self { master: pair.master, child, keyboard, output, screen, written: Vec::new(), home }
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
    session.shows("Welcome").types("\x1b").hides("Welcome").shows("│");
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
    let mut session = Session::start(80, 24, &[("PARALLAX_THEME", "dusk"), ("COLORTERM", "truecolor")]);
    session
        .shows("articles")
        .until("the theme's ground", |screen| screen.cell(5, 5).unwrap().bgcolor() == vt100::Color::Rgb(0x1b, 0x1f, 0x27))
        .quit();
    let mut session = Session::start(80, 24, &[("PARALLAX_THEME", "dawn")]);
    session.shows("no theme is called `dawn`").quit();
}

#[test]
fn the_first_start_shows_a_hint_and_the_second_does_not() {
    let mut session = Session::start(100, 30, &[]);
    session.shows("articles").shows("Welcome").types("\x1b").hides("Welcome").quit();
    let home = session.home.path().to_owned();
    let library = home.join("library").display().to_string();
    let mut again = Session::start(100, 30, &[("PARALLAX_LIBRARY", &library)]);
    again.shows("18 unread").hides("Welcome").quit();
}

/// A folder with a page in the library, whose name and address try to be more than a name and an address; and a program to open it with.
fn hostile(script: &str) -> (TempDir, String, &'static str) {
    use std::os::unix::fs::PermissionsExt;

    const NAME: &str = "-x $(touch pwned); `touch pwned`.md";
    let home = tempfile::tempdir().unwrap();
    let page = "---\ntitle: Goats visit the town hall\nurl: https://goats.example/a?x=$(touch${IFS}pwned)&y=`touch${IFS}pwned`\n---\n\n\
        A herd of 12 goats walked into the town hall of Underbrook on Saturday and stayed until the evening, the council said.\n\n\
        Two keepers led the animals back across the river, and volunteers needed an hour to sweep the stairs of the building.\n";
    std::fs::write(home.path().join(NAME), page).unwrap();
    let program = home.path().join("program");
    std::fs::write(&program, format!("#!/bin/sh\n{script}\n")).unwrap();
    std::fs::set_permissions(&program, std::fs::Permissions::from_mode(0o755)).unwrap();
    let mut add = Command::new(env!("CARGO_BIN_EXE_parallax"));
    add.current_dir(home.path()).env("PARALLAX_LIBRARY", home.path().join("library")).args(["add", "--", NAME]);
    let added = add.output().unwrap();
    assert!(added.status.success(), "{}", String::from_utf8_lossy(&added.stderr));
    let program = program.display().to_string();
    (home, program, NAME)
}

/// The file's text, once another program has written all of it.
fn written(file: &std::path::Path) -> String {
    let deadline = Instant::now() + PATIENCE;
    loop {
        match std::fs::read_to_string(file) {
            Ok(text) if text.ends_with('\n') => return text.trim_end_matches('\n').to_owned(),
            _ => assert!(Instant::now() < deadline, "never written: {}", file.display()),
        }
        thread::yield_now();
    }
}

#[test]
fn the_editor_has_the_terminal_and_the_keys_until_it_ends() {
    let (home, program, name) = hostile("printf 'EDITING %s\\n' \"$2\"; read line; printf '%s\\n' \"$1 $2 $line\" > got");
    let editor = format!("{program} --wait");
    let mut session = Session::start_in(home, 100, 30, &[("EDITOR", &editor), ("PATH", "/usr/bin:/bin")]);
    session.shows("Goats visit").types("e").shows("EDITING /").is_given_back();
    session.types("jjQ?\r").shows("1 article").until("the terminal is taken back", vt100::Screen::alternate_screen);
    let path = session.home.path().to_owned();
    let got = written(&path.join("got"));
    assert!(got.starts_with("--wait /") && got.ends_with(&format!("/{name} jjQ?")), "{got}");
    assert!(!path.join("pwned").exists());
    session.types("?").shows("type to filter").types("\x1b").hides("type to filter").quit();
}

#[test]
fn an_editor_that_fails_or_is_not_there_is_said() {
    for (editor, said) in
        [("false", "false ended with exit status: 1"), ("no-such-editor", "no-such-editor cannot be started"), ("", "set VISUAL or EDITOR")]
    {
        let (home, ..) = hostile("");
        let mut session = Session::start_in(home, 120, 30, &[("EDITOR", editor), ("PATH", "/usr/bin:/bin")]);
        session.shows("Goats visit").types("e").shows(said).until("the screen is back", vt100::Screen::alternate_screen).quit();
    }
}

#[test]
fn the_browser_gets_the_address_as_one_argument() {
    let (home, program, _) = hostile("printf '%s|%s\\n' \"$#\" \"$1\" > got");
    let mut session = Session::start_in(home, 140, 30, &[("BROWSER", &program), ("PATH", "/usr/bin:/bin")]);
    session.shows("Goats visit").types("o").shows("Opened with program");
    let path = session.home.path().to_owned();
    assert_eq!(written(&path.join("got")), "1|https://goats.example/a?x=$(touch${IFS}pwned)&y=`touch${IFS}pwned`");
    assert!(!path.join("pwned").exists());
    session.quit();
    let (home, ..) = hostile("");
    let mut session = Session::start_in(home, 120, 30, &[("BROWSER", "no-such-browser"), ("PATH", "/nowhere")]);
    session.shows("Goats visit").types("o").shows("neither a browser that BROWSER names nor").quit();
}

#[test]
fn a_text_is_copied_by_the_desktops_program_and_else_through_the_terminal() {
    let (home, program, _) = hostile("cat > copied; printf '\\n' >> copied");
    let path = home.path().to_owned();
    std::fs::rename(&program, path.join("xclip")).unwrap();
    let search = format!("{}:/usr/bin:/bin", path.display());
    let mut session = Session::start_in(home, 120, 30, &[("DISPLAY", ":7"), ("PATH", &search)]);
    session.shows("Goats visit").types("yt").shows("Copied with xclip · Goats visit the town hall");
    assert_eq!(written(&path.join("copied")), "Goats visit the town hall");
    session.quit();
    let (home, ..) = hostile("");
    let mut session = Session::start_in(home, 120, 30, &[("DISPLAY", ":7"), ("SSH_CONNECTION", "a b"), ("PATH", &search)]);
    session.shows("Goats visit").types("yt").shows("Copied through the terminal, if it allows it · Goats visit").quit();
    let sent = String::from_utf8_lossy(&session.written).into_owned();
    assert!(sent.contains("\u{1b}]52;c;R29hdHMgdmlzaXQgdGhlIHRvd24gaGFsbA=="), "OSC 52");
}

#[test]
fn a_terminal_is_given_no_more_colours_than_it_has() {
    let mut session = Session::start(80, 24, &[("PARALLAX_THEME", "dusk")]);
    session.shows("articles").until("one of 256", |screen| screen.cell(5, 5).unwrap().bgcolor() == vt100::Color::Idx(234)).quit();
    let mut session = Session::start(80, 24, &[("PARALLAX_THEME", "dusk"), ("TERM", "linux")]);
    session.shows("the theme `dusk` needs more colours").types("T").shows("monochrome").hides("paper").quit();
}

#[test]
fn without_colours_what_lies_over_the_screen_shows_where_the_keys_are() {
    let mut session = Session::start(80, 24, &[("NO_COLOR", "1")]);
    let reversed =
        |screen: &vt100::Screen, row: u16| (0..80).filter(|&column| screen.cell(row, column).is_some_and(vt100::Cell::inverse)).count();
    session.shows("18 unread").shows("Welcome").types("\x1b").hides("Welcome").types(":").shows("Actions");
    session.until("a reversed action", |screen| (2..20).any(|row| reversed(screen, row) > 40));
    session.types("\x1b").hides("Actions").types("T").shows("No other theme: NO_COLOR is set").types("\r").shows("b bookmark").types("V");
    let has_selection = |screen: &vt100::Screen| (4..23).any(|row| reversed(screen, row) > 20);
    session.until("a reversed sentence", has_selection).types("\x1b");
    // Only then another key: right behind an escape it would be one with Alt.
    session.until("no selection", |screen| !has_selection(screen)).quit();
}
