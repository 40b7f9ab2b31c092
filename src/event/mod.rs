//! Which articles report the same event.

mod cluster;
mod counts;
mod likeness;
pub(crate) mod logistic;
mod neighbours;
mod origin;
mod rarity;
pub mod signature;
mod stored;
#[cfg(test)]
mod training;

pub use likeness::Likeness;
pub use origin::{origins, text_in_common};
pub use rarity::Rarity;
pub(crate) use signature::common_rank;
pub use signature::{Signature, word_numbers};

/// Articles that report one event; an article that stands alone is an event of one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Event {
    /// Numbers of the articles, ascending.
    pub articles: Vec<usize>,
}

/// What the user decided of two reports each: numbers of reports, whatever their words and days say.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Decisions {
    /// They report one event.
    pub together: Vec<(usize, usize)>,
    /// They do not; goes before what would bring them together by a third report.
    pub apart: Vec<(usize, usize)>,
}

/// Groups reports by event: every report is in exactly one; events in the order of their first report.
///
/// A trained model says how likely each two report one event; reports more than three days apart are kept apart; average linkage.
#[must_use]
pub fn events(signatures: &[Signature]) -> Vec<Event> {
    events_decided(signatures, &Decisions::default())
}

/// Groups reports by event as [`events`] does, around what the user decided.
#[must_use]
pub fn events_decided(signatures: &[Signature], decisions: &Decisions) -> Vec<Event> {
    events_by(signatures, &Rarity::among(signatures), decisions)
}

/// Groups reports as [`events_decided`] does, where they are some of many: how rare words are among the many is told.
#[must_use]
pub fn events_by(signatures: &[Signature], rarity: &Rarity, decisions: &Decisions) -> Vec<Event> {
    let clusters = cluster::Clusters::of(signatures.len(), &neighbours::edges(signatures, rarity), decisions);
    clusters.into_groups().into_iter().map(|articles| Event { articles }).collect()
}

/// What speaks for and against two reports being of one event, whatever their days.
#[must_use]
pub fn likeness(left: &Signature, right: &Signature) -> Likeness {
    Likeness::between(left, right)
}

/// Reports of one event are at most so many days apart.
pub const WINDOW_DAYS: i32 = neighbours::WINDOW_DAYS;

/// Whether two reports can be of one event as far as their days tell.
#[must_use]
pub fn are_near_in_time(left: &Signature, right: &Signature) -> bool {
    neighbours::within_window(left.day, right.day)
}

/// Whether two reports are alike enough, and near enough in time, to report the same event.
#[must_use]
pub fn is_same_event(left: &Signature, right: &Signature, likeness: &Likeness) -> bool {
    are_near_in_time(left, right) && likeness.score() >= neighbours::threshold(left.day, right.day)
}

#[cfg(test)]
mod tests;
