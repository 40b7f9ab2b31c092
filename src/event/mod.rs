//! Which articles report the same event.

pub mod signature;

pub use signature::Signature;

/// Articles that report one event; an article that stands alone is an event of one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Event {
    /// Numbers of the articles, ascending.
    pub articles: Vec<usize>,
}

/// Groups reports by event: every report is in exactly one; events in the order of their first report.
#[must_use]
pub fn events(signatures: &[Signature]) -> Vec<Event> {
    (0..signatures.len()).map(|article| Event { articles: vec![article] }).collect()
}
