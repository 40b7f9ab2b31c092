//! The compare screen: two reports of one event, side by side.

mod state;
mod update;
mod view;

pub use state::State;
pub use update::{answered, update};
pub use view::view;
