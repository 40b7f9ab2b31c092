//! The event sheet: all reports of an event beside each other, a row for each quote, figure and fact, gaps visible.

mod layout;
mod pointer;
mod state;
mod update;
mod view;

pub use pointer::pointed;
pub use state::State;
pub use update::update;
pub use view::view;

/// The most reports on one sheet: all pairs of them are compared.
pub const MOST_REPORTS: usize = 8;
