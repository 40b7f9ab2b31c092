//! The reader: one article in one column.

mod details;
mod layout;
mod links;
mod marks;
mod motion;
mod passage;
mod place;
mod pointer;
mod state;
mod update;
mod view;

pub use links::shown as links;
pub use passage::claim_marks;
pub use pointer::pointed;
pub use state::State;
pub use update::{answered, update};
pub use view::view;
