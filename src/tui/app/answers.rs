//! Answers from the runtime: what was asked for arrives, or cannot be had.

use std::sync::Arc;

use super::App;
use crate::tui::compare::Reports;
use crate::tui::effect::{Effect, Locate, Reading, RequestId};
use crate::tui::library;
use crate::tui::message::Message;
use crate::tui::overlay::{Overlay, sheet};
use crate::tui::screen::Screen;
use crate::tui::status::Status;

impl App {
    /// Takes an answer; one to a request that nobody waits for any more is dropped.
    pub(super) fn answered(&mut self, message: Message) -> Vec<Effect> {
        match message {
            Message::Listed { articles, bookmarks, decided, sample, left_on, arrangement } => {
                self.catalogue.decided = decided.into_iter().collect();
                self.catalogue.set_articles(articles);
                (self.catalogue.bookmarks, self.catalogue.sample) = (bookmarks, sample);
                let is_first = !std::mem::replace(&mut self.catalogue.listed, true);
                if let (true, Some(Screen::Library(library))) = (is_first, self.screens.first_mut()) {
                    library.begin(arrangement.as_deref());
                }
                self.refresh();
                if let (true, Some(id), Some(Screen::Library(library))) = (is_first, left_on, self.screens.first_mut()) {
                    library.go_to(&id, &self.catalogue);
                }
            }
            Message::Loaded { request, reading } if self.came_ahead(request, Some(&reading)) => {}
            Message::Loaded { request, reading } => self.loaded(request, reading),
            Message::Compared { request, left, right, comparison, decisions } => {
                if let Some(Screen::Compare(state)) = self.waiting(request) {
                    state.compared(Reports::new(left, right, comparison, decisions));
                }
            }
            Message::Gathered { request, gathered } => {
                if let Some(Screen::Event(state)) = self.waiting(request) {
                    state.gathered(gathered);
                }
            }
            Message::Versions(versions) => return self.open_versions(&versions),
            Message::Found { request, asked, found } => return self.found(request, asked, &found),
            Message::Orphans { request, orphans } => {
                let found = self.screens.iter_mut().find(|screen| screen.awaited() == Some(request));
                if let Some(Screen::Bookmarks(state)) = found {
                    let said = state.checked(orphans, &self.catalogue);
                    if let Some(status) = said {
                        self.messages.say(status);
                    }
                }
            }
            Message::Related { article, kinships } => {
                let sheet = library::why(&article, &kinships, &self.catalogue);
                self.overlays.push(Overlay::Sheet(sheet::State::new(sheet)));
            }
            Message::Kept(bookmark) => self.bookmark_made(bookmark),
            Message::NoteWritten { bookmark, note } => return self.note_written(bookmark, note),
            Message::Known { bookmark, note } => return self.bookmark_known(bookmark, &note),
            Message::Said(status) => self.messages.say(status),
            Message::Located { what, found } => return self.located(what, found),
            Message::Failed { request: Some(request), .. } if self.came_ahead(request, None) => {}
            Message::Failed { request, what, why } => return self.failed(request, &what, &why),
            Message::Key(_) | Message::Mouse(_) | Message::Pasted(_) | Message::Resized { .. } | Message::Terminated => {}
        }
        Vec::new()
    }

    /// Opens an article where it lies.
    fn located(&mut self, what: Locate, found: Option<String>) -> Vec<Effect> {
        match (what, found) {
            (Locate::Address, Some(address)) => vec![Effect::Browse(address)],
            (Locate::File, Some(file)) => vec![Effect::Edit(file)],
            (Locate::Address, None) => {
                self.messages.say(Status::plain("This article's page gives no address"));
                Vec::new()
            }
            (Locate::File, None) => {
                self.messages.say(Status::plain("This article was not read from a file"));
                Vec::new()
            }
        }
    }

    fn waiting(&mut self, request: RequestId) -> Option<&mut Screen> {
        self.screens.iter_mut().find(|screen| screen.awaited() == Some(request))
    }

    /// Gives a list the article that it asked for ahead; `false` when it is none. That it cannot be had is said when it is wanted.
    fn came_ahead(&mut self, request: RequestId, reading: Option<&Arc<Reading>>) -> bool {
        self.screens.iter_mut().any(|screen| match screen {
            Screen::Library(state) => state.came_ahead(request, reading.cloned()),
            _ => false,
        })
    }

    fn refresh(&mut self) {
        for screen in &mut self.screens {
            if let Screen::Library(state) = screen {
                state.refresh(&self.catalogue);
            }
        }
        self.refresh_bookmarks();
    }

    fn loaded(&mut self, request: RequestId, reading: Arc<Reading>) {
        let (screens, _, scene) = self.stage(None);
        let is_placed = match screens.iter_mut().find(|screen| screen.awaited() == Some(request)) {
            Some(Screen::Library(state)) => {
                state.loaded(reading);
                true
            }
            Some(Screen::Reader(state)) => state.loaded(reading, &scene),
            _ => true,
        };
        if !is_placed {
            let status = Status::error("The bookmarked words cannot be placed in this article any more");
            self.messages.say(status.hint("they are kept in the list of bookmarks"));
        }
    }

    /// Says what failed. A change that was not kept is taken from the screens by listing the library anew.
    fn failed(&mut self, request: Option<RequestId>, what: &str, why: &str) -> Vec<Effect> {
        self.messages.say(Status::error(format!("{what}: {why}")));
        match request {
            Some(request) => {
                if let Some(screen) = self.waiting(request) {
                    screen.failed();
                }
                Vec::new()
            }
            None => vec![Effect::List],
        }
    }
}
