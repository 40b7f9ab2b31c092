//! The mouse, as the screens know it.

use ratatui::layout::{Position, Rect};

/// Something done with the mouse.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Mouse {
    /// What.
    pub gesture: Gesture,
    /// On which cell of the terminal.
    pub at: Position,
}

/// What the mouse does; buttons other than the left one do nothing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Gesture {
    /// The wheel turns one notch up.
    WheelUp,
    /// The wheel turns one notch down.
    WheelDown,
    /// The button is pressed.
    Click,
    /// It is pressed a second time at once on the same cell; the first press was a [`Gesture::Click`].
    DoubleClick,
    /// The mouse moves with the button held.
    Drag,
    /// The button is released.
    Release,
}

/// Lines that one notch of the wheel scrolls.
pub const WHEEL_LINES: usize = 3;

impl Mouse {
    /// The row of an area that is pointed at, counted from 0.
    #[must_use]
    pub fn row_of(&self, area: Rect) -> Option<usize> {
        area.contains(self.at).then(|| usize::from(self.at.y - area.y))
    }

    /// Whether the wheel turns, and then down.
    #[must_use]
    pub fn wheel(&self) -> Option<bool> {
        match self.gesture {
            Gesture::WheelUp => Some(false),
            Gesture::WheelDown => Some(true),
            Gesture::Click | Gesture::DoubleClick | Gesture::Drag | Gesture::Release => None,
        }
    }
}
