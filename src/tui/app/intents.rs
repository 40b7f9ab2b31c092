//! What screens want, carried out.

use super::App;
use crate::article::ArticleId;
use crate::tui::catalogue::Change;
use crate::tui::effect::{ArticleRef, Effect, Purpose};
use crate::tui::intent::{Intent, Opening};
use crate::tui::overlay::{Overlay, choice, prompt, sheet};
use crate::tui::screen::Screen;
use crate::tui::status::Status;
use crate::tui::{bookmarks, compare, reader};

impl App {
    pub(super) fn carry_out_all(&mut self, intents: Vec<Intent>) -> Vec<Effect> {
        intents.into_iter().flat_map(|intent| self.carry_out(intent)).collect()
    }

    pub(super) fn carry_out(&mut self, intent: Intent) -> Vec<Effect> {
        match intent {
            Intent::Open(opening) => return self.open(opening),
            Intent::Back => return self.pop(),
            Intent::Load(article, purpose) => return vec![self.load(article, purpose)],
            Intent::Compare(left, right) => return vec![self.compare(left, right)],
            Intent::Opened(id) => return self.opened(&id),
            Intent::Change(change) => {
                let effect = change.effect();
                self.make(&change, "u undoes");
                self.history.made(change);
                return vec![effect];
            }
            Intent::Keep(kept, note) => return vec![Effect::AddBookmark { kept, note }],
            Intent::Ask(question) => self.overlays.push(Overlay::Prompt(prompt::State::new(&question))),
            Intent::Choose { with, among } => self.overlays.push(Overlay::Choice(choice::State::new(with, among))),
            Intent::Show(sheet) => self.overlays.push(Overlay::Sheet(sheet::State::new(sheet))),
            Intent::Say(status) => self.messages.say(status),
            Intent::Measure(measure) => self.measure = measure,
            Intent::Run(effect) => {
                if let Effect::SetPlace { article, place } = &effect {
                    self.catalogue.places.insert(article.clone(), place.clone());
                }
                return vec![effect];
            }
        }
        Vec::new()
    }

    /// Puts a screen on top and asks for what it shows.
    pub(super) fn open(&mut self, opening: Opening) -> Vec<Effect> {
        match opening {
            Opening::Reader { article, loaded, at } => {
                let mut effects = self.opened(article.id());
                let mut state = reader::State::new(article.clone(), at);
                let is_loaded = loaded.is_some();
                if let Some(reading) = loaded {
                    state.loaded(reading, &self.scene());
                }
                self.screens.push(Screen::Reader(Box::new(state)));
                if !is_loaded {
                    effects.push(self.load(article, Purpose::Reading));
                }
                effects
            }
            Opening::Compare { left, right, at } => {
                let mut effects = self.opened(left.id());
                effects.extend(self.opened(right.id()));
                self.screens.push(Screen::Compare(Box::new(compare::State::new(left.clone(), right.clone(), at))));
                effects.push(self.compare(left, right));
                effects
            }
            Opening::Bookmarks => {
                let mut state = bookmarks::State::default();
                state.refresh(&self.catalogue);
                let request = self.request();
                state.requested(request);
                self.screens.push(Screen::Bookmarks(Box::new(state)));
                vec![Effect::FindOrphans { request }]
            }
        }
    }

    fn load(&mut self, article: ArticleRef, purpose: Purpose) -> Effect {
        let request = self.request();
        if let Some(screen) = self.screens.last_mut() {
            screen.requested(request);
        }
        Effect::Load { request, article, purpose }
    }

    fn compare(&mut self, left: ArticleRef, right: ArticleRef) -> Effect {
        let request = self.request();
        if let Some(screen) = self.screens.last_mut() {
            screen.requested(request);
        }
        Effect::Compare { request, left, right }
    }

    /// Marks an article as read because it was opened: no change of the reader's making, so nothing to undo.
    fn opened(&mut self, id: &ArticleId) -> Vec<Effect> {
        if self.catalogue.article(id).is_none_or(|line| line.read) {
            return Vec::new();
        }
        let change = Change::Read { articles: vec![id.clone()], read: true };
        self.catalogue.apply(&change);
        vec![change.effect()]
    }

    pub(super) fn undo(&mut self) -> Vec<Effect> {
        let undone = self.history.undo();
        self.remake(undone, "Ctrl-r redoes", "Nothing to undo")
    }

    pub(super) fn redo(&mut self) -> Vec<Effect> {
        let redone = self.history.redo();
        self.remake(redone, "u undoes", "Nothing to redo")
    }

    fn remake(&mut self, change: Option<Change>, hint: &str, nothing: &str) -> Vec<Effect> {
        let Some(change) = change else {
            self.messages.say(Status::plain(nothing));
            return Vec::new();
        };
        self.make(&change, hint);
        vec![change.effect()]
    }

    /// Makes a change on the screens and says so.
    pub(super) fn make(&mut self, change: &Change, hint: &str) {
        self.catalogue.apply(change);
        if matches!(change, Change::Kept(_) | Change::Removed(_) | Change::Edited { .. }) {
            self.refresh_bookmarks();
        }
        self.messages.say(Status::success(change.describe()).hint(hint));
    }

    pub(super) fn refresh_bookmarks(&mut self) {
        for screen in &mut self.screens {
            if let Screen::Bookmarks(state) = screen {
                state.refresh(&self.catalogue);
            }
        }
    }
}
