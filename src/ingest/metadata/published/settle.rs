//! Decides between what machines are told, what readers see, and the day in the address.

use jiff::Span;
use jiff::civil::{Date, DateTime};
use jiff::tz::Offset;

use crate::article::{Evidence, Found, Published};
use crate::ingest::metadata::agree;

use super::Dates;
use super::lines::Lines;

/// What a page states to machines.
#[derive(Debug, Default)]
pub(super) struct Stated {
    pub(super) published: Option<Published>,
    /// A date of which it is not said what it is.
    pub(super) dated: Option<Published>,
    pub(super) created: Option<Published>,
    pub(super) updated: Option<Published>,
    /// The time that the page's own programs are given; less than what is told to other people's.
    pub(super) scripted: Option<Published>,
    /// The day in the page's address.
    pub(super) address: Option<Date>,
}

impl Stated {
    /// The days that it gives.
    pub(super) fn days(&self) -> impl Iterator<Item = Date> {
        [self.published, self.dated, self.created, self.updated, self.scripted]
            .into_iter()
            .flatten()
            .map(Published::day)
            .chain(self.address)
    }
}

/// Publication and change by all that is known.
pub(super) fn settle(stated: &Stated, lines: Lines) -> Dates {
    let Lines { published: read, updated: read_updated } = lines;
    let updated = match stated.updated.map(exact) {
        Some(updated) => Some(with_evidence(Found::new(updated, Evidence::Metadata), read_updated)),
        None => read_updated,
    };
    let address = || stated.address.map(|day| Found::new(Published::Day(day), Evidence::Address));
    // A date of unknown meaning is told only where readers see none that has a meaning.
    let dated = stated.dated.filter(|_| !read.as_ref().is_some_and(|read| read.is_firm));
    let published = match (stated.published.or(dated).map(exact), read) {
        (Some(told), read) => Some(told_and_read(told, read, stated.address)),
        (None, Some(read)) if read.is_firm || stated.address.is_none_or(|day| apart(day, read.found.value) <= 1) => {
            Some(with_address(read.found, stated.address))
        }
        (None, Some(read)) => address().or(Some(read.found)),
        (None, None) => {
            let created = stated.scripted.or(stated.created).map(|created| Found::new(exact(created), Evidence::Metadata));
            // A page that only says when it was changed is dated by that.
            address().or(created).or_else(|| updated.clone())
        }
    };
    Dates {
        updated: updated.filter(|updated| published.as_ref().is_none_or(|published| !precedes(updated.value, published.value))),
        published,
    }
}

/// Whether a time is certainly before another, whatever the zone that one of them lacks.
fn precedes(one: Published, other: Published) -> bool {
    const HALF_DAY: i64 = 14 * 3600;
    match (one, other) {
        (Published::Zoned(..), Published::Zoned(..)) | (Published::Local(_), Published::Local(_)) => one.sort_key() < other.sort_key(),
        (Published::Day(_), _) | (_, Published::Day(_)) => one.day() < other.day(),
        _ => one.sort_key() + HALF_DAY < other.sort_key(),
    }
}

/// The longest that an address may be older than the publication that machines are told, in days: a page moved to a new
/// system is published anew, its address stays.
const LONGEST_MOVE: i32 = 30;

/// What machines are told goes first, put onto the outlet's calendar by what readers see.
fn told_and_read(told: Published, read: Option<super::lines::Read>, address: Option<Date>) -> Found<Published> {
    let read = read.map(|read| read.found);
    if let Some(day) = address.filter(|day| days_between(*day, told.day()) > LONGEST_MOVE) {
        return with_evidence(Found::new(Published::Day(day), Evidence::Address), read);
    }
    let mut found = Found::new(told, Evidence::Metadata);
    match read {
        Some(read) if read.value.day() == told.day() => {
            // The line may give the hour of a day that machines are told without one.
            if told.time().is_none() && read.value.time().is_some() {
                found.value = read.value;
            }
            found = with_evidence(found, Some(read));
        }
        Some(read) if let Some(local) = on_calendar(told, read.value) => {
            found.value = local;
            read.from.into_iter().for_each(|from| agree(&mut found, from));
        }
        Some(_) => {}
        None => {
            if let Some(local) = address.and_then(|day| on_calendar(told, Published::Day(day))) {
                found.value = local;
            }
        }
    }
    with_address(found, address)
}

/// A moment told in UTC on the calendar of a reader who sees the day before or after: with the clock that the line shows, or as a day.
fn on_calendar(told: Published, seen: Published) -> Option<Published> {
    let Published::Zoned(at, Offset::UTC) = told else { return None };
    if days_between(at.date(), seen.day()).abs() != 1 {
        return None;
    }
    let local = seen.time().map(|time| seen.day().to_datetime(time));
    let zoned = local.and_then(|local| offset_between(at, local).map(|offset| Published::Zoned(local, offset)));
    Some(zoned.unwrap_or(Published::Day(seen.day())))
}

/// The zone whose clock shows `local` at a moment in UTC, when there is one to the quarter of an hour.
fn offset_between(utc: DateTime, local: DateTime) -> Option<Offset> {
    const QUARTER: i64 = 15;
    let seconds = local.duration_since(utc).as_secs();
    let quarters = (seconds + QUARTER * 30).div_euclid(QUARTER * 60);
    let offset = Offset::from_seconds(i32::try_from(quarters * QUARTER * 60).ok()?).ok()?;
    (offset.seconds().abs() <= 14 * 3600 && (seconds - quarters * QUARTER * 60).abs() <= 120).then_some(offset)
}

/// Midnight to the second is how machines are told a day.
fn exact(told: Published) -> Published {
    match told {
        Published::Zoned(at, Offset::UTC) | Published::Local(at) if at.time() == jiff::civil::Time::midnight() => Published::Day(at.date()),
        other => other,
    }
}

fn with_address(mut found: Found<Published>, address: Option<Date>) -> Found<Published> {
    if address == Some(found.value.day()) {
        agree(&mut found, Evidence::Address);
    }
    found
}

/// Adds the places that say the same day.
fn with_evidence(mut found: Found<Published>, read: Option<Found<Published>>) -> Found<Published> {
    for from in read.filter(|read| read.value.day() == found.value.day()).into_iter().flat_map(|read| read.from) {
        agree(&mut found, from);
    }
    found
}

fn apart(day: Date, when: Published) -> i32 {
    days_between(day, when.day()).abs()
}

/// The days from one to the other.
fn days_between(from: Date, to: Date) -> i32 {
    from.until(to).map_or(0, |span: Span| span.get_days())
}

#[cfg(test)]
mod tests {
    use super::super::lines::Read;
    use super::*;

    fn settled(published: Option<&str>, address: Option<&str>, read: Option<(&str, bool)>) -> Option<(String, Vec<Evidence>)> {
        let stated = Stated {
            published: published.and_then(Published::parse),
            address: address.map(|day| day.parse().unwrap()),
            ..Stated::default()
        };
        let found = |text: &str| Found::new(Published::parse(text).unwrap(), Evidence::DateLine);
        let read = read.map(|(text, is_firm)| Read { found: found(text), is_firm });
        settle(&stated, Lines { published: read, updated: None }).published.map(|found| (found.value.rfc3339(), found.from))
    }

    #[test]
    fn machines_readers_and_address() {
        use Evidence::{Address, DateLine, Metadata};
        for (told, address, read, want, from) in [
            (Some("2024-02-05T10:00:00Z"), None, Some(("2024-02-05", true)), "2024-02-05T10:00:00Z", vec![Metadata, DateLine]),
            (Some("2024-02-05"), None, Some(("2024-02-05T10:00:00-00:00", true)), "2024-02-05T10:00:00-00:00", vec![Metadata, DateLine]),
            (Some("2024-02-05T00:00:00Z"), None, None, "2024-02-05", vec![Metadata]),
            (
                Some("2024-02-05T02:30:00Z"),
                None,
                Some(("2024-02-04T21:30:00-00:00", true)),
                "2024-02-04T21:30:00-05:00",
                vec![Metadata, DateLine],
            ),
            (Some("2024-02-05T02:30:00Z"), None, Some(("2024-02-04", true)), "2024-02-04", vec![Metadata, DateLine]),
            (Some("2024-02-05T02:30:00Z"), Some("2024-02-04"), None, "2024-02-04", vec![Metadata, Address]),
            (Some("2024-02-05T02:30:00+01:00"), Some("2024-02-04"), None, "2024-02-05T02:30:00+01:00", vec![Metadata]),
            (Some("2024-02-05T10:00:00Z"), None, Some(("2024-03-09", true)), "2024-02-05T10:00:00Z", vec![Metadata]),
            (Some("2024-02-05T10:00:00Z"), Some("2019-05-01"), None, "2019-05-01", vec![Address]),
            (None, Some("2024-02-05"), Some(("2024-02-05T10:00:00-00:00", false)), "2024-02-05T10:00:00-00:00", vec![DateLine, Address]),
            (None, Some("2024-02-05"), Some(("2024-03-09", false)), "2024-02-05", vec![Address]),
            (None, Some("2024-02-05"), Some(("2024-03-09", true)), "2024-03-09", vec![DateLine]),
            (None, Some("2024-02-05"), None, "2024-02-05", vec![Address]),
        ] {
            assert_eq!(settled(told, address, read), Some((want.to_owned(), from)), "{told:?} {address:?} {read:?}");
        }
        assert_eq!(settled(None, None, None), None);
    }

    #[test]
    fn a_page_made_or_changed_is_dated_by_that_when_nothing_else_is_known() {
        let stated = |created: Option<&str>| Stated {
            created: created.and_then(Published::parse),
            updated: Published::parse("2024-02-09"),
            ..Stated::default()
        };
        let day = |created| settle(&stated(created), Lines::default()).published.map(|found| found.value.rfc3339());
        assert_eq!(day(Some("2024-02-05")).as_deref(), Some("2024-02-05"));
        assert_eq!(day(None).as_deref(), Some("2024-02-09"));
    }
}
