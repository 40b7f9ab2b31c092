//! What is kept of an article to tell which event it reports.

use jiff::civil::Date;

use crate::article::Article;

/// The words of a report, counted for its lead and its whole, and its day.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Signature {
    /// The day of publication.
    pub day: Option<Date>,
}

impl Signature {
    /// Reads an article's signature.
    #[must_use]
    pub fn of(article: &Article) -> Self {
        Self { day: article.published().map(crate::article::Published::day) }
    }
}
