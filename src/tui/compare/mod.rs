//! The compare screen: two reports of one event, side by side.
//!
//! [`table`] is what every tab is drawn from: blocks of two facing cells, laid out into screen lines of which each shows both sides, so that
//! the columns cannot drift apart. [`rows`], [`quotes`], [`figures`] and [`names`] make the blocks of the four tabs out of one
//! [`Comparison`](crate::compare::Comparison); [`viewport`] is what of a table is on the screen.

pub mod block;
pub mod choices;
mod context;
mod decide;
pub mod differences;
pub mod figures;
pub mod fold;
pub mod geometry;
pub mod header;
pub mod kept;
pub mod minimap;
mod moved;
pub mod names;
pub mod notes;
mod pointer;
pub mod quotes;
pub mod reports;
pub mod rows;
#[cfg(test)]
mod specimen;
mod state;
mod stepping;
pub mod stops;
pub mod table;
mod update;
mod view;
pub mod viewport;
pub mod why;

pub use pointer::pointed;
pub use reports::Reports;
pub use state::State;
pub use update::{answered, update};
pub use view::view;
