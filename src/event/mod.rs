//! Which articles report the same event.

mod cluster;
pub mod signature;
mod stored;

pub use signature::Signature;

/// Articles that report one event; an article that stands alone is an event of one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Event {
    /// Numbers of the articles, ascending.
    pub articles: Vec<usize>,
}

/// Groups reports by event: every report is in exactly one; events in the order of their first report.
///
/// TF-IDF of lead and whole text, names weighing more, reports more than three days apart kept apart; average linkage.
#[must_use]
pub fn events(signatures: &[Signature]) -> Vec<Event> {
    let clusters = cluster::Clusters::of(signatures.len(), &cluster::edges(signatures));
    clusters.into_groups().into_iter().map(|articles| Event { articles }).collect()
}

/// How alike two reports are as wholes, 0 to 1, whatever their days.
#[must_use]
pub fn similarity(left: &Signature, right: &Signature) -> f32 {
    cluster::similarity(left, right)
}

/// Whether two reports are alike enough, and near enough in time, to report the same event.
#[must_use]
pub fn is_same_event(left: &Signature, right: &Signature) -> bool {
    cluster::within_window(left.day, right.day) && similarity(left, right) >= cluster::threshold(left.day, right.day)
}
