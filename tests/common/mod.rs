//! What the tests of the screens share: a small library of made-up reports and an app without threads, clock or terminal.

#![allow(dead_code, reason = "each test file uses its own part")]
#![allow(clippy::unwrap_used, clippy::panic, clippy::expect_used, reason = "a test says so by panicking")]

pub(crate) mod palette;
pub(crate) mod png;
pub(crate) mod svg;

use jiff::Timestamp;
use parallax::article::{Article, ArticleId, DropReason, Evidence, Fate, Found, Metadata, PageBlock, ParagraphKind, Published};
use parallax::export::citation::Style;
use parallax::library::Library;
use parallax::tui::App;
use parallax::tui::effect::Effect;
use parallax::tui::keymap::{Keymap, notation};
use parallax::tui::message::Message;
use parallax::tui::runtime::carry_out;
use parallax::tui::status::Status;
use parallax::tui::theme::Themes;
use ratatui::Terminal;
use ratatui::backend::TestBackend;
use ratatui::buffer::Buffer;

/// The made-up reports: title, source, date and authors on a line each, then the page; `# ` marks what is not the report's own text.
const REPORTS: &[(&str, &str)] = &[
    ("bridge_courier.txt", include_str!("../fixtures/reports/bridge_courier.txt")),
    ("bridge_northern.txt", include_str!("../fixtures/reports/bridge_northern.txt")),
    ("bridge_radio.txt", include_str!("../fixtures/reports/bridge_radio.txt")),
    ("heat_courier.txt", include_str!("../fixtures/reports/heat_courier.txt")),
    ("heat_plain.txt", include_str!("../fixtures/reports/heat_plain.txt")),
    ("orchestra_tokyo.txt", include_str!("../fixtures/reports/orchestra_tokyo.txt")),
    ("otter_post.txt", include_str!("../fixtures/reports/otter_post.txt")),
    ("notice_undated.txt", include_str!("../fixtures/reports/notice_undated.txt")),
];

/// All reports as articles.
pub(crate) fn articles() -> Vec<Article> {
    REPORTS.iter().map(|(file, text)| article(file, text)).collect()
}

/// The report in this file.
pub(crate) fn report(file: &str) -> Article {
    let (file, text) = REPORTS.iter().find(|(known, _)| *known == file).unwrap();
    article(file, text)
}

fn article(file: &str, text: &str) -> Article {
    let mut lines = text.lines();
    let mut head = || lines.next().filter(|line| !line.is_empty());
    let (title, source, published, authors) = (head(), head(), head(), head());
    let found = |text: Option<&str>, from| text.map(|text| Found::new(text.to_owned(), from));
    let metadata = Metadata {
        title: found(title, Evidence::Heading),
        source: found(source, Evidence::Masthead),
        published: published.and_then(Published::parse).map(|at| Found::new(at, Evidence::DateLine)),
        authors: authors.map(|names| Found::new(names.split(", ").map(str::to_owned).collect(), Evidence::Byline)),
        charset: Some("windows-1252 (guessed)".to_owned()),
        ..Metadata::default()
    };
    let page = lines.filter(|line| !line.is_empty()).map(|line| match line.strip_prefix("# ") {
        Some(dropped) => PageBlock { text: dropped.to_owned(), fate: Fate::Dropped(DropReason::Navigation) },
        None => PageBlock { text: line.to_owned(), fate: Fate::Body(ParagraphKind::Prose) },
    });
    Article::new(ArticleId::of_page(text.as_bytes()), format!("reports/{file}"), metadata, page.collect())
}

/// An app on a library, driven by keys; effects are carried out at once.
pub(crate) struct Harness {
    pub(crate) app: App,
    library: Library,
    terminal: Terminal<TestBackend>,
    /// What was put on the clipboard, the last thing last.
    pub(crate) copied: Vec<String>,
    /// What was written to files and given to commands: where to, and the text.
    pub(crate) written: Vec<(String, String)>,
    /// The addresses and files that were opened elsewhere.
    pub(crate) opened: Vec<String>,
    pub(crate) is_done: bool,
    /// Effects that wait because [`Harness::hold`] was asked for.
    held: Option<Vec<Effect>>,
}

impl Harness {
    /// The app on the library of made-up reports.
    pub(crate) fn new(columns: u16, rows: u16) -> Self {
        let mut library = Library::in_memory().unwrap();
        library.add(&articles()).unwrap();
        Self::on(library, columns, rows)
    }

    /// The app on the built-in sample library, as a first start shows it.
    pub(crate) fn sample(columns: u16, rows: u16) -> Self {
        let mut library = Library::in_memory().unwrap();
        library.show_sample().unwrap();
        Self::on(library, columns, rows)
    }

    /// The app on a library.
    pub(crate) fn on(library: Library, columns: u16, rows: u16) -> Self {
        let app = App::new(Keymap::built_in().0, Themes::built_in());
        let terminal = Terminal::new(TestBackend::new(columns, rows)).unwrap();
        let mut harness =
            Self { app, library, terminal, copied: Vec::new(), written: Vec::new(), opened: Vec::new(), is_done: false, held: None };
        harness.send(Message::Resized { columns, rows });
        let effects = harness.app.start(None);
        harness.run(effects);
        harness
    }

    /// The app on the library of made-up reports, before it is listed: [`Harness::release`] lists it.
    pub(crate) fn starting(columns: u16, rows: u16) -> Self {
        let mut harness = Self::new(columns, rows);
        harness.app = App::new(Keymap::built_in().0, Themes::built_in());
        harness.hold().send(Message::Resized { columns, rows });
        let effects = harness.app.start(None);
        harness.run(effects);
        harness
    }

    /// The library, for what another program would find in it.
    pub(crate) fn library(&mut self) -> &mut Library {
        &mut self.library
    }

    /// Ends this app and starts another on the same library, as the next day would.
    pub(crate) fn restarted(self, columns: u16, rows: u16) -> Self {
        Self::on(self.library, columns, rows)
    }

    /// Types keys, in the notation of the key map.
    pub(crate) fn keys(&mut self, keys: &str) -> &mut Self {
        for key in notation::parse(keys).unwrap() {
            self.send(Message::Key(key));
        }
        self
    }

    /// Changes the terminal's size.
    pub(crate) fn resize(&mut self, columns: u16, rows: u16) -> &mut Self {
        self.terminal.backend_mut().resize(columns, rows);
        self.send(Message::Resized { columns, rows });
        self
    }

    /// Lets something happen.
    pub(crate) fn send(&mut self, message: Message) -> &mut Self {
        let effects = self.app.update(message);
        self.run(effects);
        self
    }

    /// From now on effects wait, as behind a slow disk, until [`Harness::release`].
    pub(crate) fn hold(&mut self) -> &mut Self {
        self.held = Some(Vec::new());
        self
    }

    /// Carries out what waited.
    pub(crate) fn release(&mut self) -> &mut Self {
        let held = self.held.take().unwrap_or_default();
        self.run(held);
        self
    }

    fn run(&mut self, effects: Vec<Effect>) {
        if let Some(held) = &mut self.held {
            held.extend(effects);
            return;
        }
        for effect in effects {
            let answer = match effect {
                Effect::Quit => {
                    self.is_done = true;
                    None
                }
                Effect::Cite(passages) => {
                    self.copied.push(Style::default().cite(&passages));
                    Some(Message::Said(Status::success("Copied")))
                }
                Effect::Copy(text) => {
                    self.copied.push(text);
                    Some(Message::Said(Status::success("Copied")))
                }
                Effect::Write { file: place, text } | Effect::Pipe { command: place, text } => {
                    self.written.push((place, text));
                    None
                }
                Effect::EditNote { bookmark, note } => {
                    self.opened.push(note.clone());
                    Some(Message::NoteWritten { bookmark, note: format!("{note}\nA second line.") })
                }
                Effect::Browse(place) | Effect::Edit(place) => {
                    self.opened.push(place);
                    None
                }
                work => carry_out(&mut self.library, work, Timestamp::UNIX_EPOCH),
            };
            if let Some(answer) = answer {
                self.send(answer);
            }
        }
    }

    /// The cells of a frame.
    pub(crate) fn buffer(&mut self) -> Buffer {
        let app = &self.app;
        self.terminal.draw(|frame| _ = parallax::tui::view(app, app.theme(), frame.buffer_mut())).unwrap();
        self.terminal.backend().buffer().clone()
    }

    /// The screen as text, without blanks at the ends of lines.
    pub(crate) fn screen(&mut self) -> String {
        let buffer = self.buffer();
        let rows = buffer.content().chunks(usize::from(buffer.area.width));
        let lines: Vec<String> = rows.map(row_text).collect();
        lines.join("\n")
    }

    /// The line at the foot.
    pub(crate) fn status(&mut self) -> String {
        self.screen().lines().last().unwrap_or_default().to_owned()
    }

    /// Fails unless the screen shows every one of these texts.
    #[track_caller]
    pub(crate) fn shows(&mut self, texts: &[&str]) -> &mut Self {
        let screen = self.screen();
        for text in texts {
            assert!(screen.contains(text), "not on the screen: {text}\n{screen}");
        }
        self
    }

    /// Fails when the screen shows one of these texts.
    #[track_caller]
    pub(crate) fn hides(&mut self, texts: &[&str]) -> &mut Self {
        let screen = self.screen();
        for text in texts {
            assert!(!screen.contains(text), "on the screen: {text}\n{screen}");
        }
        self
    }
}

/// A row's text; the cell behind a wide character is left out.
fn row_text(row: &[ratatui::buffer::Cell]) -> String {
    let mut text = String::new();
    let mut hidden = 0;
    for cell in row {
        if hidden > 0 {
            hidden -= 1;
            continue;
        }
        text.push_str(cell.symbol());
        hidden = parallax::text::width::width(cell.symbol()).saturating_sub(1);
    }
    text.trim_end().to_owned()
}
