//! What screens want, carried out.

use std::sync::Arc;

use super::App;
use crate::article::ArticleId;
use crate::tui::catalogue::Change;
use crate::tui::effect::{ArticleRef, Effect, Purpose, Reading};
use crate::tui::intent::{Intent, Opening};
use crate::tui::overlay::{Overlay, choice, prompt, sheet};
use crate::tui::screen::Screen;
use crate::tui::status::Status;
use crate::tui::{bookmarks, compare, event, reader};

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
            Intent::Event(id) => return self.open_event(&id),
            Intent::Opened(id) => return self.opened(&id),
            Intent::Change(change) => return self.change(change),
            Intent::Keep(kept) => return self.keep(kept),
            Intent::Annotate(kept) => return self.annotate(kept),
            Intent::Tag(kept) => self.tag(kept),
            Intent::FindOrphans => {
                let request = self.request();
                if let Some(screen) = self.screens.last_mut() {
                    screen.requested(request);
                }
                return vec![Effect::FindOrphans { request }];
            }
            Intent::Ask(question) => self.overlays.push(Overlay::Prompt(prompt::State::new(&question))),
            Intent::Choose { with, among } => self.overlays.push(Overlay::Choice(choice::State::new(with, among))),
            Intent::Show(sheet) => self.overlays.push(Overlay::Sheet(sheet::State::new(sheet))),
            Intent::Say(status) => self.messages.say(status),
            Intent::Mark(article, letter, offset) => {
                self.catalogue.marks.entry(article).or_default().insert(letter, offset);
            }
            Intent::Measure(measure) => self.measure = measure,
            Intent::Run(effect) => {
                self.note_place(&effect);
                return vec![effect];
            }
        }
        Vec::new()
    }

    /// Puts a screen on top and asks for what it shows. The place on the screen below is kept: it is where to come back to from there.
    pub(super) fn open(&mut self, opening: Opening) -> Vec<Effect> {
        let place = self.screens.last().and_then(|screen| self.place_on(screen));
        if let Some(place) = &place {
            self.note_place(place);
        }
        let mut effects = self.show(opening);
        // Behind what the reader waits for.
        effects.extend(place);
        effects
    }

    fn show(&mut self, opening: Opening) -> Vec<Effect> {
        match opening {
            Opening::Reader { article, loaded, at } => {
                let state = reader::State::new(article.clone(), at);
                self.show_reader(article, state, loaded)
            }
            Opening::Hit { article, loaded, search } => {
                let state = reader::State::at_hit(article.clone(), search);
                self.show_reader(article, state, loaded)
            }
            Opening::Compare { left, right, at } => {
                // Nobody has read an article for comparing it: it stays unread until it is opened.
                self.screens.push(Screen::Compare(Box::new(compare::State::new(left.clone(), right.clone(), at))));
                vec![self.compare(left, right)]
            }
            Opening::Event { articles, left_out } => {
                let mut state = event::State::new(articles.clone(), left_out);
                let request = self.request();
                state.requested(request);
                self.screens.push(Screen::Event(Box::new(state)));
                vec![Effect::Gather { request, articles }]
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

    /// Puts a reader on the screen, and asks for its article unless that is loaded.
    fn show_reader(&mut self, article: ArticleRef, mut state: reader::State, loaded: Option<Arc<Reading>>) -> Vec<Effect> {
        let mut effects = self.opened(article.id());
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

    /// Opens the sheet of an article's event, the article itself first.
    fn open_event(&mut self, id: &ArticleId) -> Vec<Effect> {
        let (others, copies) = self.catalogue.distinct_reports(id);
        let others = others.into_iter().map(|line| ArticleRef::Kept(line.id.clone()));
        let articles: Vec<ArticleRef> = std::iter::once(ArticleRef::Kept(id.clone())).chain(others).collect();
        if articles.len() < 2 {
            let what = if copies > 0 { "Only copies of this report tell of its event" } else { "No other report of this event" };
            self.messages.say(Status::plain(what).hint("select any in the library with Space"));
            return Vec::new();
        }
        if copies > 0 {
            self.messages.say(Status::plain(format!("A report that was saved several times stands here once: {copies} left out")));
        }
        self.open(Opening::event(articles))
    }

    fn load(&mut self, article: ArticleRef, purpose: Purpose) -> Effect {
        let request = self.request();
        match self.screens.last_mut() {
            Some(Screen::Library(library)) if purpose == Purpose::Ahead => library.requested_ahead(request),
            Some(screen) => screen.requested(request),
            None => {}
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

    /// Makes a change that can be undone.
    pub(super) fn change(&mut self, change: Change) -> Vec<Effect> {
        let mut effects = vec![change.effect()];
        self.make(&change, "u undoes");
        effects.extend(self.compare_anew(&change));
        self.history.made(change);
        effects
    }

    /// Takes the last change back, and says which that was.
    pub(super) fn undo(&mut self) -> Vec<Effect> {
        let Some(change) = self.history.undo() else {
            self.messages.say(Status::plain("Nothing to undo"));
            return Vec::new();
        };
        let inverse = change.inverse();
        self.apply(&inverse);
        self.relist();
        self.messages.say(Status::success(format!("Undone: {}", change.describe())).hint("Ctrl-r redoes"));
        std::iter::once(inverse.effect()).chain(self.compare_anew(&inverse)).collect()
    }

    /// Makes the last change anew that was taken back, and says which that was.
    pub(super) fn redo(&mut self) -> Vec<Effect> {
        let Some(change) = self.history.redo() else {
            self.messages.say(Status::plain("Nothing to redo"));
            return Vec::new();
        };
        self.apply(&change);
        self.relist();
        self.messages.say(Status::success(format!("Redone: {}", change.describe())).hint("u undoes"));
        std::iter::once(change.effect()).chain(self.compare_anew(&change)).collect()
    }

    /// Has the lists show what belongs on them now: whoever takes a change back looks for what it concerned.
    fn relist(&mut self) {
        let (screens, _, scene) = self.stage(None);
        for screen in screens {
            if let Screen::Library(state) = screen {
                state.relist(scene.catalogue);
            }
        }
    }

    /// Asks anew for the comparisons of two articles of whose passages something was decided.
    fn compare_anew(&mut self, change: &Change) -> Vec<Effect> {
        let Change::Decided { pairing, .. } = change else { return Vec::new() };
        let mut effects = Vec::new();
        for number in 0..self.screens.len() {
            let request = self.request();
            if let Some(Screen::Compare(state)) = self.screens.get_mut(number)
                && state.is_of(&pairing.articles)
            {
                state.requested_anew(request);
                effects.push(Effect::Compare { request, left: state.left.clone(), right: state.right.clone() });
            }
        }
        effects
    }

    /// Makes a change on the screens and says so.
    pub(super) fn make(&mut self, change: &Change, hint: &str) {
        self.apply(change);
        self.messages.say(Status::success(change.announce()).hint(hint));
    }

    fn apply(&mut self, change: &Change) {
        self.catalogue.apply(change);
        if matches!(change, Change::Kept(_) | Change::Removed(_) | Change::Edited { .. }) {
            self.refresh_bookmarks();
        }
    }

    pub(super) fn refresh_bookmarks(&mut self) {
        for screen in &mut self.screens {
            if let Screen::Bookmarks(state) = screen {
                state.refresh(&self.catalogue);
            }
        }
    }
}
