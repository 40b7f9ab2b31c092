//! The app: a stack of screens, overlays on top, and one `update` through which everything happens.

mod answers;
mod bookmarks;
mod intents;
mod keys;
mod pointer;
mod search;
mod versions;

use ratatui::layout::Rect;

use crate::library::{Kept, Remembered};
use crate::tui::catalogue::{Catalogue, History};
use crate::tui::diagnostic::Diagnostic;
use crate::tui::effect::{Effect, RequestId};
use crate::tui::intent::Opening;
use crate::tui::keymap::{Keyboard, Keymap};
use crate::tui::library;
use crate::tui::message::Message;
use crate::tui::overlay::Overlay;
use crate::tui::scene::Scene;
use crate::tui::screen::Screen;
use crate::tui::status::{Messages, Status};
use crate::tui::theme::{Theme, Themes};
use crate::tui::view::Regions;

/// Everything the program remembers while it runs.
#[derive(Debug)]
#[expect(clippy::struct_excessive_bools, reason = "each is a choice of its own that the reader may make")]
pub struct App {
    /// From the first screen to the one that is shown; never empty.
    pub(super) screens: Vec<Screen>,
    /// From the lowest to the one that has the keys.
    pub(super) overlays: Vec<Overlay>,
    pub(super) catalogue: Catalogue,
    history: History,
    pub(super) keyboard: Keyboard,
    themes: Themes,
    pub(super) messages: Messages,
    pub(super) area: Rect,
    measure: u16,
    /// Whether only the text is to be seen.
    pub(super) zen: bool,
    /// What the note being typed is for.
    noted: Option<Kept>,
    /// What the tags being typed are for.
    tagged: Option<Kept>,
    /// The search whose answer is waited for.
    searching: Option<RequestId>,
    /// A search that could not be understood, to be mended.
    misread: Option<String>,
    requests: u64,
    /// Whether the hint of the first start is shown.
    pub(super) welcomes: bool,
    /// Whether the mouse is the program's.
    mouse: bool,
    done: bool,
}

/// The width of a text column that the program starts with.
pub(super) const MEASURE: u16 = 72;

impl App {
    /// An app on the library screen.
    #[must_use]
    pub fn new(keymap: Keymap, themes: Themes) -> Self {
        Self {
            screens: vec![Screen::Library(Box::default())],
            overlays: Vec::new(),
            catalogue: Catalogue::default(),
            history: History::default(),
            keyboard: Keyboard::new(keymap),
            themes,
            messages: Messages::default(),
            area: Rect::default(),
            measure: MEASURE,
            zen: false,
            noted: None,
            tagged: None,
            searching: None,
            misread: None,
            requests: 0,
            welcomes: false,
            mouse: true,
            done: false,
        }
    }

    /// Begins: asks for the list, and opens another screen than the library if one is wanted.
    pub fn start(&mut self, opening: Option<Opening>) -> Vec<Effect> {
        let mut effects = match opening {
            // Without the library below it, the screen given on the command line is the first and only one.
            Some(opening) => {
                self.screens.clear();
                self.open(opening)
            }
            None => Vec::new(),
        };
        effects.push(Effect::List);
        effects
    }

    /// Shows the hint of the first start, and has it remembered: once is enough.
    pub fn welcome(&mut self) -> Effect {
        self.welcomes = true;
        Effect::Remember(Remembered::Welcome, Some("shown".to_owned()))
    }

    /// Says what is wrong with theme and key map files.
    pub fn report(&mut self, problems: &[Diagnostic]) {
        for problem in problems {
            self.messages.say(Status::error(problem.to_string()).hint("the default is used"));
        }
        if problems.len() > 1 {
            let told = format!("{} problems in the files of keys and themes", problems.len());
            self.messages.say(Status::error(told).hint("g! shows them; the defaults are used"));
        }
    }

    /// Says what the reader has to know before anything is done.
    pub fn warn(&mut self, what: &str) {
        self.messages.say(Status::error(what));
    }

    /// Takes in what happened; gives what the runtime shall do.
    pub fn update(&mut self, message: Message) -> Vec<Effect> {
        let mut effects = match message {
            Message::Key(key) => self.key(key),
            Message::Mouse(mouse) => self.pointed(mouse),
            Message::Pasted(text) => self.pasted(&text),
            Message::Resized { columns, rows } => {
                self.area = Rect::new(0, 0, columns, rows);
                Vec::new()
            }
            Message::Terminated => self.quit(),
            answer => self.answered(answer),
        };
        // Who opens something has found the keys.
        self.welcomes &= self.screens.len() == 1;
        effects.extend(self.fit());
        effects
    }

    /// Whether the program shall end.
    #[must_use]
    pub fn is_done(&self) -> bool {
        self.done
    }

    /// The cells of the terminal.
    #[must_use]
    pub fn area(&self) -> Rect {
        self.area
    }

    /// The theme in use.
    #[must_use]
    pub fn theme(&self) -> &Theme {
        self.themes.current()
    }

    /// What the screen on top sees.
    pub(super) fn scene(&self) -> Scene<'_> {
        let area = Regions::of(self.area, self.zen).body;
        Scene { area, catalogue: &self.catalogue, measure: self.measure, zen: self.zen, count: None }
    }

    /// Whether the line at the foot has nothing to say that zen mode would show.
    pub(super) fn is_silent(&self) -> bool {
        self.overlays.is_empty() && self.messages.shown().is_none() && self.keyboard.pending().is_empty()
    }

    /// Screens and overlays to be changed, and what they see.
    fn stage(&mut self, count: Option<usize>) -> (&mut Vec<Screen>, &mut Vec<Overlay>, Scene<'_>) {
        let area = Regions::of(self.area, self.zen).body;
        let scene = Scene { area, catalogue: &self.catalogue, measure: self.measure, zen: self.zen, count };
        (&mut self.screens, &mut self.overlays, scene)
    }

    /// Has the screen on top bring itself up to date.
    fn fit(&mut self) -> Vec<Effect> {
        let (screens, _, scene) = self.stage(None);
        let intents = screens.last_mut().map(|screen| screen.fit(&scene)).unwrap_or_default();
        self.carry_out_all(intents)
    }

    /// A new request's id.
    fn request(&mut self) -> RequestId {
        self.requests += 1;
        RequestId(self.requests)
    }

    /// Takes the screen on top away; the last one stays.
    fn pop(&mut self) -> Vec<Effect> {
        if self.screens.len() == 1 {
            return Vec::new();
        }
        let Some(gone) = self.screens.pop() else { return Vec::new() };
        if let (Screen::Reader(reader), Some(Screen::Library(library))) = (&gone, self.screens.last_mut()) {
            library.go_to(reader.article.id(), &self.catalogue);
        }
        let place = self.place_on(&gone);
        if let Some(place) = &place {
            self.note_place(place);
        }
        place.into_iter().collect()
    }

    /// Where the reader stops on a screen, in an article or in the list, to be kept.
    fn place_on(&self, screen: &Screen) -> Option<Effect> {
        match screen {
            Screen::Reader(reader) => reader.place(),
            Screen::Library(library) if self.catalogue.listed => {
                let article = library.place(&self.catalogue).map(|id| id.to_string());
                Some(Effect::Remember(Remembered::Article, article))
            }
            Screen::Library(_) | Screen::Compare(_) | Screen::Event(_) | Screen::Bookmarks(_) => None,
        }
    }

    /// Knows a place that is about to be kept.
    fn note_place(&mut self, effect: &Effect) {
        if let Effect::SetPlace { article, place } = effect {
            self.catalogue.places.insert(article.clone(), place.clone());
        }
    }

    /// Ends the program; places are kept first.
    fn quit(&mut self) -> Vec<Effect> {
        self.done = true;
        let screens = std::mem::replace(&mut self.screens, vec![Screen::Library(Box::<library::State>::default())]);
        let mut effects: Vec<Effect> = screens.iter().filter_map(|screen| self.place_on(screen)).collect();
        effects.push(Effect::Quit);
        effects
    }
}
