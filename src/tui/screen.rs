//! The screens, each a folder of its own, and what the app can ask of any of them.

use ratatui::buffer::Buffer;

use crate::tui::action::Action;
use crate::tui::catalogue::Catalogue;
use crate::tui::effect::{ArticleRef, RequestId};
use crate::tui::intent::{Intent, Reply, Topic};
use crate::tui::keymap::Context;
use crate::tui::mouse::Mouse;
use crate::tui::painted::Link;
use crate::tui::scene::Scene;
use crate::tui::theme::Theme;
use crate::tui::{bookmarks, compare, event, library, reader};

/// A screen on the stack.
#[derive(Debug, Clone, PartialEq)]
pub enum Screen {
    /// The articles by day.
    Library(Box<library::State>),
    /// One article.
    Reader(Box<reader::State>),
    /// Two articles.
    Compare(Box<compare::State>),
    /// Three articles and more.
    Event(Box<event::State>),
    /// The kept passages.
    Bookmarks(Box<bookmarks::State>),
}

impl Screen {
    /// The contexts whose keys work here, the screen's own first.
    #[must_use]
    pub fn contexts(&self) -> &'static [Context] {
        match self {
            Self::Library(_) => &[Context::Library, Context::Global],
            Self::Reader(state) if state.is_selecting() => &[Context::Visual, Context::Reader, Context::Global],
            Self::Reader(_) => &[Context::Reader, Context::Global],
            Self::Compare(_) => &[Context::Compare, Context::Global],
            Self::Event(_) => &[Context::Event, Context::Global],
            Self::Bookmarks(_) => &[Context::Bookmarks, Context::Global],
        }
    }

    /// Carries out an action.
    pub fn update(&mut self, action: Action, scene: &Scene<'_>) -> Vec<Intent> {
        match self {
            Self::Library(state) => library::update(state, action, scene),
            Self::Reader(state) => reader::update(state, action, scene),
            Self::Compare(state) => compare::update(state, action, scene),
            Self::Event(state) => event::update(state, action, scene),
            Self::Bookmarks(state) => bookmarks::update(state, action, scene),
        }
    }

    /// Takes what the mouse does.
    pub fn pointed(&mut self, mouse: Mouse, scene: &Scene<'_>) -> Vec<Intent> {
        match self {
            Self::Library(state) => library::pointed(state, mouse, scene),
            Self::Reader(state) => {
                reader::pointed(state, mouse, scene);
                Vec::new()
            }
            Self::Compare(state) => compare::pointed(state, mouse, scene),
            Self::Event(state) => event::pointed(state, mouse, scene),
            Self::Bookmarks(state) => bookmarks::pointed(state, mouse, scene),
        }
    }

    /// Takes a line of text that the screen asked for.
    pub fn answered(&mut self, topic: Topic, reply: Reply, scene: &Scene<'_>) -> Vec<Intent> {
        match self {
            Self::Library(state) => library::answered(state, topic, reply, scene),
            Self::Reader(state) => reader::answered(state, topic, reply, scene),
            Self::Compare(state) => compare::answered(state, topic, reply),
            Self::Event(_) => Vec::new(),
            Self::Bookmarks(state) => bookmarks::answered(state, topic, reply, scene),
        }
    }

    /// Brings what depends on the size or the catalogue up to date.
    pub fn fit(&mut self, scene: &Scene<'_>) -> Vec<Intent> {
        match self {
            Self::Library(state) => return state.fit(scene),
            Self::Reader(state) => state.fit(scene),
            Self::Compare(state) => state.fit(scene),
            Self::Event(state) => state.fit(scene),
            Self::Bookmarks(state) => state.fit(scene),
        }
        Vec::new()
    }

    /// Draws into the scene's area.
    pub fn view(&self, scene: &Scene<'_>, theme: &Theme, buffer: &mut Buffer) {
        match self {
            Self::Library(state) => library::view(state, scene, theme, buffer),
            Self::Reader(state) => reader::view(state, scene, theme, buffer),
            Self::Compare(state) => compare::view(state, scene, theme, buffer),
            Self::Event(state) => event::view(state, scene, theme, buffer),
            Self::Bookmarks(state) => bookmarks::view(state, scene, theme, buffer),
        }
    }

    /// The cells that lead to an address.
    #[must_use]
    pub fn links(&self, scene: &Scene<'_>) -> Vec<Link> {
        match self {
            Self::Reader(state) => reader::links(state, scene),
            Self::Library(_) | Self::Compare(_) | Self::Event(_) | Self::Bookmarks(_) => Vec::new(),
        }
    }

    /// Where the reader is, for the status line.
    #[must_use]
    pub fn position(&self, scene: &Scene<'_>) -> String {
        match self {
            Self::Library(state) => state.position(scene.catalogue),
            Self::Reader(state) => state.position(),
            Self::Compare(state) => state.position(),
            Self::Event(state) => state.position(),
            Self::Bookmarks(state) => state.position(scene.catalogue),
        }
    }

    /// The likeliest keys now, for the footer; none that can do nothing here.
    #[must_use]
    pub fn hints(&self, catalogue: &Catalogue) -> Vec<Action> {
        let (hints, can_compare) = match self {
            Self::Library(state) => (state.hints(), state.can_compare(catalogue)),
            Self::Reader(state) => (state.hints(), state.can_compare(catalogue)),
            Self::Compare(state) => (state.hints(), false),
            // Any two reports of the sheet can be compared.
            Self::Event(state) => (state.hints(), true),
            Self::Bookmarks(state) => (state.hints(), false),
        };
        hints.iter().copied().filter(|&action| action != Action::Compare || can_compare).collect()
    }

    /// The article that the keys act on.
    #[must_use]
    pub fn subject(&self, catalogue: &Catalogue) -> Option<ArticleRef> {
        match self {
            Self::Library(state) => state.current(catalogue).map(|line| ArticleRef::Kept(line.id.clone())),
            Self::Reader(state) => Some(state.article.clone()),
            Self::Compare(state) => Some(state.active().clone()),
            Self::Event(state) => state.focused_article().cloned(),
            Self::Bookmarks(state) => {
                let bookmark = state.current(catalogue)?;
                bookmark.kept.passages().first().map(|passage| ArticleRef::Kept(passage.article.clone()))
            }
        }
    }

    /// The request whose answer the screen waits for.
    #[must_use]
    pub fn awaited(&self) -> Option<RequestId> {
        match self {
            Self::Library(state) => state.awaited(),
            Self::Reader(state) => state.awaited(),
            Self::Compare(state) => state.awaited(),
            Self::Event(state) => state.awaited(),
            Self::Bookmarks(state) => state.awaited(),
        }
    }

    /// The app asked for the screen's data under this id.
    pub fn requested(&mut self, request: RequestId) {
        match self {
            Self::Library(state) => state.requested(request),
            Self::Reader(state) => state.requested(request),
            Self::Compare(state) => state.requested(request),
            Self::Event(state) => state.requested(request),
            Self::Bookmarks(state) => state.requested(request),
        }
    }

    /// What the screen waits for cannot be had.
    pub fn failed(&mut self) {
        match self {
            Self::Library(state) => state.failed(),
            Self::Reader(state) => state.failed(),
            Self::Compare(state) => state.failed(),
            Self::Event(state) => state.failed(),
            Self::Bookmarks(state) => state.failed(),
        }
    }
}
