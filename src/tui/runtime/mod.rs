//! The shell around the app: terminal, threads, clock, library. One channel brings everything that happens.

mod bidi;
mod clipboard;
mod files;
mod frame;
mod glyphs;
mod input;
mod kinship;
mod mouse;
mod note;
mod pen;
mod programs;
mod scroll;
mod settings;
#[cfg(unix)]
mod signals;
mod terminal;
mod work;

use std::io;
use std::sync::mpsc::{self, Receiver};

use input::Gate;
use programs::Programs;
pub use settings::Settings;
use terminal::Terminal;
use work::Worker;
pub use work::carry_out;

use crate::article::ArticleId;
use crate::export::citation::Style;
use crate::library::{Library, Remembered};
use crate::tui::app::App;
use crate::tui::effect::{ArticleRef, Effect};
use crate::tui::intent::Opening;
use crate::tui::message::Message;

/// The screen to start on.
#[derive(Debug, Clone, PartialEq)]
pub enum Start {
    /// The library.
    Library,
    /// The reader with an article of the library.
    Read(ArticleId),
    /// The comparison of two articles, of the library or given by value.
    Compare {
        /// The left one.
        left: ArticleRef,
        /// The right one.
        right: ArticleRef,
    },
    /// The event sheet of three articles or more.
    Event(Vec<ArticleRef>),
}

impl Start {
    fn opening(self) -> Option<Opening> {
        match self {
            Self::Library => None,
            Self::Read(id) => Some(Opening::Reader { article: ArticleRef::Kept(id), loaded: None, at: None }),
            Self::Event(articles) => Some(Opening::event(articles)),
            Self::Compare { left, right } => Some(Opening::Compare { left, right, at: None }),
        }
    }
}

/// Runs the program on the terminal until the reader leaves it.
///
/// # Errors
/// When the terminal cannot be set up or written to; it is put back in any case.
pub fn run(library: Library, start: Start) -> io::Result<()> {
    // A library that cannot be read says so as soon as it is listed.
    let chosen = library.remembered(Remembered::Theme).ok().flatten();
    run_with(library, start, Settings::from_environment(chosen.as_deref()))
}

/// Runs the program with these keys and themes.
///
/// # Errors
/// When the terminal cannot be set up or written to; it is put back in any case.
pub fn run_with(library: Library, start: Start, settings: Settings) -> io::Result<()> {
    let mut app = App::new(settings.keymap, settings.themes);
    app.report(&settings.problems);
    let mut welcome = None;
    if let Some(refusal) = library.refusal() {
        app.warn(&format!("The library can only be read, nothing you do is kept: {refusal}"));
    } else if start == Start::Library && library.remembered(Remembered::Welcome).is_ok_and(|shown| shown.is_none()) {
        welcome = Some(app.welcome());
    }
    let has_mouse = library.remembered(Remembered::Mouse).ok().flatten().as_deref() != Some("off");
    app.set_mouse(has_mouse);
    mouse::want(has_mouse);
    let (send, receive) = mpsc::channel();
    // Before the terminal is taken over: from then on no signal may end the program behind its back.
    #[cfg(unix)]
    signals::listen(send.clone())?;
    let mut terminal = Terminal::enter(settings.manners)?;
    let (columns, rows) = crossterm::terminal::size()?;
    let mut effects = app.update(Message::Resized { columns, rows });
    effects.extend(app.start(start.opening()));
    effects.extend(welcome);
    // The first frame waits for nothing: not for the library, not for a thread.
    terminal.draw(&app)?;

    let worker = Worker::start(library, send.clone())?;
    let gate = Gate::default();
    input::listen(send.clone(), gate.clone())?;
    let programs = Programs::new(gate, send);
    let means = Means { worker: &worker, programs: &programs, cite: &settings.cite };
    let outcome = run_loop(&mut app, &mut terminal, &means, &receive, effects);
    // The worker finishes what it was given, so that nothing the reader made is lost.
    worker.finish();
    drop(terminal);
    outcome
}

/// What effects are carried out with, the terminal aside.
struct Means<'a> {
    worker: &'a Worker,
    programs: &'a Programs,
    cite: &'a Style,
}

fn run_loop(
    app: &mut App,
    terminal: &mut Terminal,
    Means { worker, programs, cite }: &Means<'_>,
    receive: &Receiver<Message>,
    mut effects: Vec<Effect>,
) -> io::Result<()> {
    loop {
        // What the key changes by itself is shown before anything else is begun.
        terminal.draw(app)?;
        let mut is_changed = false;
        for effect in effects.drain(..) {
            let answers = match effect {
                Effect::Suspend => terminal.suspend()?.into_iter().collect(),
                Effect::Redraw => terminal.redraw()?.into_iter().collect(),
                Effect::Copy(text) => vec![clipboard::copy(&text)],
                Effect::Cite(passages) => vec![clipboard::copy(&cite.cite(&passages))],
                Effect::Browse(address) => programs.browse(&address, terminal)?,
                Effect::Edit(file) => programs.edit(&file, terminal)?,
                Effect::EditNote { bookmark, note } => note::edit(bookmark, &note, programs, terminal)?,
                Effect::Write { file, text } => vec![files::write(&file, &text)],
                Effect::Pipe { command, text } => programs.pipe(&command, text, terminal)?,
                Effect::Mouse(on) => {
                    mouse::switch(on)?;
                    Vec::new()
                }
                Effect::Quit => return Ok(()),
                work => {
                    worker.submit(work);
                    Vec::new()
                }
            };
            for answer in answers {
                app.update(answer);
                is_changed = true;
            }
        }
        if is_changed {
            terminal.draw(app)?;
        }
        // Waits for the first message, and takes what else has come before it draws again.
        let Ok(first) = receive.recv() else { return Ok(()) };
        effects.extend(app.update(first));
        for message in receive.try_iter() {
            effects.extend(app.update(message));
        }
    }
}
