//! Draws the compare screen.

use ratatui::buffer::Buffer;

use super::State;
use crate::tui::scene::Scene;
use crate::tui::theme::{Role, Theme};

/// Draws into the scene's area.
pub fn view(state: &State, scene: &Scene<'_>, theme: &Theme, buffer: &mut Buffer) {
    let text = if state.awaited().is_some() { "Comparing …" } else { "" };
    buffer.set_stringn(scene.area.x, scene.area.y, text, usize::from(scene.area.width), theme.style(Role::Dim));
}
