//! The library screen: the articles by day, by source, by title or by event, and the selected one beside them.

mod answers;
mod arrangement;
mod finder;
mod group;
mod headline;
mod keys;
mod layout;
mod line;
mod marking;
mod pointer;
mod preview;
mod query;
mod rows;
mod selection;
mod state;
mod update;
mod view;
mod why;
mod word;

pub use pointer::pointed;
pub use state::State;
pub use update::{answered, update};
pub use view::view;
pub use why::sheet as why;
pub(in crate::tui) use word::matches;
