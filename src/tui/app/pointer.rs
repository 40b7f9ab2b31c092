//! From the mouse to what it does: what lies on top takes it.

use super::App;
use crate::library::Remembered;
use crate::tui::action::Action;
use crate::tui::effect::Effect;
use crate::tui::keymap::{Code, Key};
use crate::tui::mouse::{Gesture, Mouse, WHEEL_LINES};
use crate::tui::overlay::Outcome;
use crate::tui::status::Status;
use crate::tui::view::Regions;

impl App {
    /// Takes what the mouse does.
    pub(super) fn pointed(&mut self, mouse: Mouse) -> Vec<Effect> {
        if matches!(mouse.gesture, Gesture::Click | Gesture::DoubleClick) {
            self.messages.key_pressed();
        }
        if !self.overlays.is_empty() {
            return mouse.wheel().map(|down| self.turn_overlay(down)).unwrap_or_default();
        }
        // What starts on a cell that there is not is no gesture; what is dragged may end anywhere.
        let is_inside = Regions::of(self.area, self.zen).body.contains(mouse.at);
        if !is_inside && !matches!(mouse.gesture, Gesture::Drag | Gesture::Release) {
            return Vec::new();
        }
        let (screens, _, scene) = self.stage(None);
        let intents = screens.last_mut().map(|screen| screen.pointed(mouse, &scene)).unwrap_or_default();
        self.carry_out_all(intents)
    }

    /// The wheel moves what lies over the screen; a line being typed has nothing to move.
    fn turn_overlay(&mut self, down: bool) -> Vec<Effect> {
        let (_, overlays, scene) = self.stage(Some(WHEEL_LINES));
        let Some(overlay) = overlays.last_mut() else { return Vec::new() };
        if !overlay.takes_text() {
            let outcome = overlay.update(if down { Action::MoveDown } else { Action::MoveUp }, &scene);
            return self.overlay_outcome(outcome);
        }
        let key = Key::plain(if down { Code::Down } else { Code::Up });
        let outcomes: Vec<Outcome> = (0..WHEEL_LINES).map(|_| overlay.key(key)).collect();
        outcomes.into_iter().flat_map(|outcome| self.overlay_outcome(outcome)).collect()
    }

    /// Gives the mouse to the terminal, or takes it back; remembered.
    pub(super) fn toggle_mouse(&mut self) -> Vec<Effect> {
        self.mouse = !self.mouse;
        let text = if self.mouse { "The mouse scrolls, clicks and selects here" } else { "The mouse is the terminal's own again" };
        self.messages.say(Status::plain(text).hint("F2 switches"));
        let remembered = (!self.mouse).then(|| "off".to_owned());
        vec![Effect::Mouse(self.mouse), Effect::Remember(Remembered::Mouse, remembered)]
    }

    /// Whether the mouse is the program's or the terminal's.
    pub fn set_mouse(&mut self, on: bool) {
        self.mouse = on;
    }
}
