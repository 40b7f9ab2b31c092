//! What is laid over a screen: help, a line of text, a choice, a sheet. The one on top of the stack has the keys.

pub mod choice;
pub mod help;
pub mod palette;
mod picking;
pub mod prompt;
pub mod sheet;
pub mod themes;
pub mod welcome;
pub mod which_key;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use crate::article::ArticleId;
use crate::tui::action::Action;
use crate::tui::intent::{Reply, Topic};
use crate::tui::keymap::Key;
use crate::tui::scene::Scene;
use crate::tui::theme::Theme;

/// Something laid over the screen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Overlay {
    /// All keys that work here.
    Help(help::State),
    /// All actions that work here.
    Palette(palette::State),
    /// A line of text is being typed, in the status line.
    Prompt(prompt::State),
    /// Articles to choose from.
    Choice(choice::State),
    /// A text to read.
    Sheet(sheet::State),
    /// Themes to choose from.
    Themes(themes::State),
}

/// What came of a key or an action.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Outcome {
    /// The overlay stays.
    Stay,
    /// The overlay goes.
    Close,
    /// The overlay goes, and the screen carries out an action.
    Run(Action),
    /// A line of text comes along; a finished one takes the overlay away.
    Reply(Topic, Reply),
    /// The overlay goes, and two articles are compared.
    Compare(ArticleId, ArticleId),
    /// The theme of this name is looked at.
    ThemeTried(String),
    /// The overlay goes, and the theme of this name is kept.
    ThemeChosen(String),
    /// The overlay goes, and the theme of this name comes back.
    ThemeLeft(String),
}

impl Overlay {
    /// What the keys do here, for the footer; the first one is worth the most.
    #[must_use]
    pub fn hints(&self) -> &'static [&'static str] {
        match self {
            Self::Help(_) | Self::Palette(_) => &["Esc closes", "Enter runs", "↑ ↓ move", "type to filter"],
            Self::Choice(_) => &["Esc closes", "Enter compares", "j k move"],
            Self::Sheet(sheet) if sheet.then().is_some() => &["Esc closes", "Enter opens the reader", "j k scroll"],
            Self::Sheet(_) => &["Esc closes", "j k scroll"],
            Self::Themes(_) => &["Esc takes the former back", "Enter keeps", "j k try another"],
            Self::Prompt(_) => &[],
        }
    }

    /// Whether keys are text here, not actions.
    #[must_use]
    pub fn takes_text(&self) -> bool {
        matches!(self, Self::Help(_) | Self::Palette(_) | Self::Prompt(_))
    }

    /// Takes a key as text or editing.
    pub fn key(&mut self, key: Key) -> Outcome {
        match self {
            Self::Help(state) => state.key(key),
            Self::Palette(state) => state.key(key),
            Self::Prompt(state) => state.key(key),
            Self::Choice(_) | Self::Sheet(_) | Self::Themes(_) => Outcome::Stay,
        }
    }

    /// Takes pasted text.
    pub fn pasted(&mut self, text: &str) -> Outcome {
        match self {
            Self::Help(state) => state.pasted(text),
            Self::Palette(state) => state.pasted(text),
            Self::Prompt(state) => state.pasted(text),
            Self::Choice(_) | Self::Sheet(_) | Self::Themes(_) => Outcome::Stay,
        }
    }

    /// Carries out an action.
    pub fn update(&mut self, action: Action, scene: &Scene<'_>) -> Outcome {
        match (self, action) {
            (Self::Themes(state), action) => state.update(action, scene),
            (_, Action::Cancel | Action::Close | Action::Back) => Outcome::Close,
            (Self::Choice(state), action) => state.update(action, scene),
            (Self::Sheet(state), action) => state.update(action, scene),
            (Self::Help(_) | Self::Palette(_) | Self::Prompt(_), _) => Outcome::Stay,
        }
    }

    /// Draws over the screen; a line being typed is drawn by the status line.
    pub fn view(&self, scene: &Scene<'_>, theme: &Theme, buffer: &mut Buffer) {
        match self {
            Self::Help(state) => state.view(scene.area, theme, buffer),
            Self::Palette(state) => state.view(scene.area, theme, buffer),
            Self::Choice(state) => state.view(scene, theme, buffer),
            Self::Sheet(state) => state.view(scene.area, theme, buffer),
            Self::Themes(state) => state.view(scene.area, theme, buffer),
            Self::Prompt(_) => {}
        }
    }
}

/// The rows inside a box of this many rows.
fn rows_inside(area: Rect) -> usize {
    usize::from(area.height.saturating_sub(2))
}
