//! The bookmarks screen: every kept passage, with its words.

mod entry;
mod pointer;
mod state;
mod update;
mod view;

pub use pointer::pointed;
pub use state::State;
pub use update::{answered, tags_of, update};
pub use view::view;
