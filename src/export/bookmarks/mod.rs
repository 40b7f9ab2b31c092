//! Bookmarks -> files for other programs, each passage with all that is needed to find it again.

pub mod annotation;
mod csv;
mod difference;
mod markdown;

pub use csv::csv;
pub use difference::differences;
pub use markdown::markdown;

use crate::library::Bookmark;

/// A bookmark, and what was found of it.
#[derive(Debug, Clone, PartialEq)]
pub struct Evidence {
    /// The bookmark.
    pub bookmark: Bookmark,
    /// On what the two passages of a pair differ, a line each; `None` where that is not known, as their articles are not there.
    pub differences: Option<Vec<String>>,
}
