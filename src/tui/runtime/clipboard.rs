//! The clipboard: the desktop's own program, else tmux, else the terminal, else a file; and what is said of it.

use std::env;
use std::fs;
use std::io::{self, Write};
use std::path::PathBuf;
use std::process::{Command, Stdio};
use std::sync::mpsc;
use std::thread;
use std::time::Duration;

use super::terminal::Terminal;
use crate::text::sanitize::clean_line;
use crate::text::width::clip;
use crate::tui::message::Message;
use crate::tui::status::Status;

/// The most bytes that go through the terminal: terminals cap what they take (xterm and tmux near 74 kB of base64).
const MOST_THROUGH_TERMINAL: usize = 55_000;
/// Columns of the copied text that the status line repeats.
const SHOWN: usize = 32;

/// A way to the clipboard.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Way {
    /// A program that takes the text at its standard input.
    Program(&'static str, &'static [&'static str]),
    /// The terminal itself (OSC 52).
    Terminal,
    /// A file, for what is too long for the others.
    File,
}

/// What decides which ways there are.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
struct Around {
    /// The desktops that can be reached; none at the other end of a connection.
    desktops: Vec<Desktop>,
    tmux: bool,
}

/// What has a clipboard of its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Desktop {
    Wayland,
    X11,
    Mac,
}

impl Desktop {
    /// The programs that put a text on its clipboard.
    fn programs(self) -> &'static [Way] {
        match self {
            Self::Wayland => &[Way::Program("wl-copy", &[])],
            Self::X11 => &[Way::Program("xclip", &["-selection", "clipboard"]), Way::Program("xsel", &["--clipboard", "--input"])],
            Self::Mac => &[Way::Program("pbcopy", &[])],
        }
    }
}

impl Around {
    fn look() -> Self {
        let is_set = |name| env::var_os(name).is_some_and(|value| !value.is_empty());
        let is_remote = ["SSH_CONNECTION", "SSH_TTY", "SSH_CLIENT"].into_iter().any(is_set);
        let there =
            [(is_set("WAYLAND_DISPLAY"), Desktop::Wayland), (is_set("DISPLAY"), Desktop::X11), (cfg!(target_os = "macos"), Desktop::Mac)];
        let desktops = there.into_iter().filter(|(is_there, _)| *is_there && !is_remote).map(|(_, desktop)| desktop);
        Self { desktops: desktops.collect(), tmux: is_set("TMUX") }
    }

    /// The ways for a text of so many bytes, the surest first.
    fn ways(&self, bytes: usize) -> Vec<Way> {
        let mut ways: Vec<Way> = self.desktops.iter().flat_map(|desktop| desktop.programs()).copied().collect();
        ways.extend(self.tmux.then_some(Way::Program("tmux", &["load-buffer", "-w", "-"])));
        ways.push(if bytes <= MOST_THROUGH_TERMINAL { Way::Terminal } else { Way::File });
        ways
    }
}

/// Copies a text by the first way that works, and says which that was.
pub(super) fn copy(text: &str) -> Message {
    let mut last = String::new();
    for way in Around::look().ways(text.len()) {
        let done = match way {
            Way::Program(program, arguments) => feed(program, arguments, text).map(|()| format!("Copied with {program}")),
            Way::Terminal => Terminal::copy(text).map(|()| "Copied through the terminal, if it allows it".to_owned()),
            Way::File => write(text).map(|file| format!("Too long for the terminal\u{2019}s clipboard: written to {}", file.display())),
        };
        match done {
            Ok(how) => return Message::Said(Status::success(clean_line(&how)).hint(excerpt(text))),
            Err(error) => last = error.to_string(),
        }
    }
    Message::Failed { request: None, what: "Not copied".to_owned(), why: last }
}

/// The beginning of a text, on one line.
fn excerpt(text: &str) -> String {
    clip(&clean_line(text), SHOWN).0.into_owned()
}

/// Gives a program a text; one that does not end soon counts as failed.
fn feed(program: &str, arguments: &[&str], text: &str) -> io::Result<()> {
    /// Longer than a program takes that only keeps a text.
    const PATIENCE: Duration = Duration::from_secs(1);
    let mut command = Command::new(program);
    let mut child = command.args(arguments).stdin(Stdio::piped()).stdout(Stdio::null()).stderr(Stdio::null()).spawn()?;
    let (send, done) = mpsc::channel();
    let text = text.to_owned();
    thread::Builder::new().name("clipboard".to_owned()).spawn(move || {
        let written = child.stdin.take().map_or(Ok(()), |mut input| input.write_all(text.as_bytes()));
        let ended = written.and_then(|()| child.wait());
        // Nobody waits any more when it took too long.
        let _ = send.send(ended);
    })?;
    match done.recv_timeout(PATIENCE) {
        Ok(Ok(status)) if status.success() => Ok(()),
        Ok(Ok(status)) => Err(io::Error::other(format!("{program}: {status}"))),
        Ok(Err(error)) => Err(error),
        Err(_) => Err(io::Error::other(format!("{program} does not end"))),
    }
}

/// Writes a text where only its owner can read it.
fn write(text: &str) -> io::Result<PathBuf> {
    let folders = directories::ProjectDirs::from("", "", "parallax").ok_or_else(|| io::Error::other("there is no home folder"))?;
    let file = folders.cache_dir().join("copied.txt");
    fs::create_dir_all(folders.cache_dir())?;
    let mut options = fs::OpenOptions::new();
    options.write(true).create(true).truncate(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options.open(&file)?.write_all(text.as_bytes())?;
    Ok(file)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_desktops_program_comes_first_unless_it_is_elsewhere() {
        let names = |desktops: &[Desktop], tmux, bytes| {
            let around = Around { desktops: desktops.to_vec(), tmux };
            let name = |way| match way {
                Way::Program(program, _) => program,
                Way::Terminal => "terminal",
                Way::File => "file",
            };
            around.ways(bytes).into_iter().map(name).collect::<Vec<_>>()
        };
        assert_eq!(names(&[Desktop::Wayland, Desktop::X11], true, 10), ["wl-copy", "xclip", "xsel", "tmux", "terminal"]);
        assert_eq!(names(&[], true, 10), ["tmux", "terminal"]);
        assert_eq!(names(&[Desktop::Mac], false, 10), ["pbcopy", "terminal"]);
        assert_eq!(names(&[], false, MOST_THROUGH_TERMINAL + 1), ["file"], "no terminal takes that much");
    }

    #[test]
    fn a_program_that_is_not_there_or_fails_is_an_error() {
        assert!(feed("no-such-program-as-this", &[], "text").is_err());
        #[cfg(unix)]
        assert!(feed("false", &[], "text").is_err() && feed("cat", &[], &"long ".repeat(100_000)).is_ok());
    }
}
