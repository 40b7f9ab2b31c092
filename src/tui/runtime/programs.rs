//! Other programs: the browser and the editor. They are given addresses and files as arguments, never through a shell.

use std::env;
use std::ffi::OsStr;
use std::io::{self, Write};
use std::path::{Path, absolute};
use std::process::{Child, Command, ExitStatus, Stdio};
#[cfg(unix)]
use std::sync::Arc;
#[cfg(unix)]
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::Sender;
use std::thread;
use std::time::{Duration, Instant};

use super::input::Gate;
use super::terminal::Terminal;
use crate::text::sanitize::clean_line;
use crate::tui::message::Message;
use crate::tui::status::Status;

/// Browsers that need the terminal.
const IN_TERMINAL: &[&str] = &["lynx", "w3m", "links", "links2", "elinks", "browsh", "carbonyl", "chawan", "cha"];

/// What opens an address where `BROWSER` names nothing.
const OPENERS: &[&str] = if cfg!(target_os = "macos") {
    &["open"]
} else if cfg!(windows) {
    &["rundll32 url.dll,FileProtocolHandler"]
} else {
    &["xdg-open"]
};

/// Starts other programs.
pub(super) struct Programs {
    gate: Gate,
    answers: Sender<Message>,
    /// Whether Ctrl-C ends this program: not while another one has the terminal.
    #[cfg(unix)]
    alone: Arc<AtomicBool>,
}

impl Programs {
    pub(super) fn new(gate: Gate, answers: Sender<Message>) -> Self {
        Self {
            gate,
            answers,
            #[cfg(unix)]
            alone: Arc::new(AtomicBool::new(true)),
        }
    }

    /// Opens an address in the browser.
    pub(super) fn browse(&self, address: &str, terminal: &mut Terminal) -> io::Result<Vec<Message>> {
        if !is_web_address(address) {
            return Ok(vec![failed(&format!("“{address}” is no address of a page"))]);
        }
        let named = env::var("BROWSER").unwrap_or_default();
        let browsers = named.split(':').filter(|name| !name.trim().is_empty()).chain(OPENERS.iter().copied());
        for browser in browsers {
            let Some(words) = words_with(browser, address) else { continue };
            if IN_TERMINAL.contains(&file_name(&words)) {
                return self.in_terminal(&words, terminal);
            }
            match start(&words) {
                Ok(child) => {
                    self.watch(child, file_name(&words).to_owned());
                    let said = Status::success(format!("Opened with {}", clean_line(file_name(&words)))).hint(clean_line(address));
                    return Ok(vec![Message::Said(said)]);
                }
                Err(error) if error.kind() == io::ErrorKind::NotFound => {}
                Err(error) => return Ok(vec![failed(&format!("{}: {error}", file_name(&words)))]),
            }
        }
        Ok(vec![failed(&format!("there is neither a browser that BROWSER names nor {}", OPENERS.join(" or ")))])
    }

    /// Opens a file in the editor, which has the terminal until it ends.
    pub(super) fn edit(&self, file: &str, terminal: &mut Terminal) -> io::Result<Vec<Message>> {
        let path = Path::new(file);
        if !path.is_file() {
            return Ok(vec![failed(&format!("there is no file {file} here"))]);
        }
        let editor = ["VISUAL", "EDITOR"].into_iter().find_map(|name| env::var(name).ok().filter(|value| !value.trim().is_empty()));
        let Some(editor) = editor else { return Ok(vec![failed("no editor is named: set VISUAL or EDITOR")]) };
        // A name that begins with a hyphen is no option.
        let path = absolute(path)?.to_string_lossy().into_owned();
        let words: Vec<String> = editor.split_whitespace().map(str::to_owned).chain([path]).collect();
        self.in_terminal(&words, terminal)
    }

    /// Gives a text to a command of the reader's, as a shell reads it; what the command prints stays until Enter is pressed.
    #[cfg(unix)]
    pub(super) fn pipe(&self, line: &str, text: String, terminal: &mut Terminal) -> io::Result<Vec<Message>> {
        let run = || {
            let mut child = Command::new("sh").args(["-c", line]).stdin(Stdio::piped()).spawn()?;
            let input = child.stdin.take();
            let feed = thread::spawn(move || input.map_or(Ok(()), |mut input| input.write_all(text.as_bytes())));
            let status = child.wait()?;
            // A command that does not read to the end, as `head`, is none the worse for it.
            drop(feed.join());
            let mut out = io::stdout();
            out.write_all(b"\n[Enter goes back]")?;
            out.flush()?;
            io::stdin().read_line(&mut String::new())?;
            Ok(status)
        };
        self.lent(line, terminal, run)
    }

    #[cfg(not(unix))]
    pub(super) fn pipe(&self, line: &str, _: String, terminal: &mut Terminal) -> io::Result<Vec<Message>> {
        self.in_terminal(&[line.to_owned()], terminal)
    }

    /// Runs a program in the terminal, and takes the terminal back when it ends.
    #[cfg(unix)]
    fn in_terminal(&self, words: &[String], terminal: &mut Terminal) -> io::Result<Vec<Message>> {
        let Some(mut command) = command(words) else { return Ok(Vec::new()) };
        self.lent(file_name(words), terminal, || command.status())
    }

    /// Lends the terminal to what runs, and says how that ended unless it ended well.
    #[cfg(unix)]
    fn lent(&self, name: &str, terminal: &mut Terminal, run: impl FnOnce() -> io::Result<ExitStatus>) -> io::Result<Vec<Message>> {
        if !self.gate.close() {
            return Ok(vec![failed("the keyboard cannot be handed over")]);
        }
        self.heed_interrupts(false)?;
        let (ended, redrawn) = terminal.lend(run)?;
        self.heed_interrupts(true)?;
        self.gate.open();
        let trouble = match ended {
            Ok(status) if status.success() => None,
            Ok(status) => Some(failed(&ended_with(name, status))),
            Err(error) => Some(failed(&format!("{name} cannot be started: {error}"))),
        };
        Ok(redrawn.into_iter().chain(trouble).collect())
    }

    #[cfg(not(unix))]
    fn in_terminal(&self, words: &[String], _: &mut Terminal) -> io::Result<Vec<Message>> {
        let _ = &self.gate;
        Ok(vec![failed(&format!("{} cannot be given the terminal on this system", file_name(words)))])
    }

    /// Ctrl-C in an editor goes to all programs of the terminal: it is not meant for this one.
    #[cfg(unix)]
    fn heed_interrupts(&self, heed: bool) -> io::Result<()> {
        use signal_hook::consts::{SIGINT, SIGQUIT};
        use signal_hook::flag::register_conditional_default;

        // The first time one is lent the terminal.
        if !heed && Arc::strong_count(&self.alone) == 1 {
            register_conditional_default(SIGINT, Arc::clone(&self.alone))?;
            register_conditional_default(SIGQUIT, Arc::clone(&self.alone))?;
        }
        self.alone.store(heed, Ordering::SeqCst);
        Ok(())
    }

    /// Waits for a program that runs beside this one, and says so when it fails at once.
    fn watch(&self, mut child: Child, name: String) {
        /// A program that ends badly later did open the page.
        const AT_ONCE: Duration = Duration::from_secs(10);
        let (answers, begun) = (self.answers.clone(), Instant::now());
        let wait = move || {
            if let Ok(status) = child.wait()
                && !status.success()
                && begun.elapsed() < AT_ONCE
            {
                // Nobody listens any more only when the program ends anyway.
                let _ = answers.send(failed(&ended_with(&name, status)));
            }
        };
        // Without the thread the program still runs; only its failure goes unseen.
        let _ = thread::Builder::new().name("browser".to_owned()).spawn(wait);
    }
}

fn failed(why: &str) -> Message {
    Message::Failed { request: None, what: "Not opened".to_owned(), why: clean_line(why).into_owned() }
}

fn ended_with(name: &str, status: ExitStatus) -> String {
    format!("{name} ended with {status}")
}

/// Only pages of the web, so that no page's address can name a file, a script or an option of the browser.
fn is_web_address(address: &str) -> bool {
    let lower = address.to_ascii_lowercase();
    let is_web = lower.strip_prefix("https://").or_else(|| lower.strip_prefix("http://")).is_some_and(|rest| !rest.is_empty());
    is_web && !address.chars().any(|c| c.is_whitespace() || c.is_control())
}

/// A browser's command with the address in the place of `%s`, else behind it.
fn words_with(browser: &str, address: &str) -> Option<Vec<String>> {
    let mut words: Vec<String> = browser.split_whitespace().filter(|word| *word != "&").map(str::to_owned).collect();
    words.first()?;
    let has_place = words.iter().any(|word| word.contains("%s"));
    if has_place {
        words = words.iter().map(|word| word.replace("%s", address)).collect();
    } else {
        words.push(address.to_owned());
    }
    Some(words)
}

fn file_name(words: &[String]) -> &str {
    let program = words.first().map_or("", String::as_str);
    Path::new(program).file_name().and_then(OsStr::to_str).unwrap_or(program)
}

fn command(words: &[String]) -> Option<Command> {
    let (program, arguments) = words.split_first()?;
    let mut command = Command::new(program);
    command.args(arguments);
    Some(command)
}

/// Starts a program beside this one; neither keys nor the screen are for it.
fn start(words: &[String]) -> io::Result<Child> {
    let mut command = command(words).ok_or(io::ErrorKind::NotFound)?;
    command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
    #[cfg(unix)]
    std::os::unix::process::CommandExt::process_group(&mut command, 0);
    command.spawn()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_pages_of_the_web_are_opened() {
        for address in ["https://news.example/a?b=c&d=$(e)", "HTTP://news.example"] {
            assert!(is_web_address(address), "{address}");
        }
        for address in ["javascript:alert(1)", "file:///etc/passwd", "-new-window", "https://", "https://a b", "https://a\u{1b}[2J", ""] {
            assert!(!is_web_address(address), "{address}");
        }
    }

    #[test]
    fn the_address_is_one_argument_wherever_it_stands() {
        let words = |browser| words_with(browser, "https://a.example/$(b);c");
        assert_eq!(words("firefox --new-tab"), Some(["firefox", "--new-tab", "https://a.example/$(b);c"].map(str::to_owned).to_vec()));
        assert_eq!(words("w3m -o x=%s &"), Some(["w3m", "-o", "x=https://a.example/$(b);c"].map(str::to_owned).to_vec()));
        assert_eq!(words(" "), None);
        assert_eq!(file_name(&words("/usr/bin/w3m").unwrap()), "w3m");
    }
}
