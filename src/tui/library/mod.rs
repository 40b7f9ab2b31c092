//! The library screen: the articles by day, and the selected one beside them.

mod filter;
mod group;
mod layout;
mod rows;
mod state;
mod update;
mod view;

pub(in crate::tui) use filter::matches;
pub use state::State;
pub use update::{answered, update};
pub use view::view;
