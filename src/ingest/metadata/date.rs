//! Reads written dates and clock times: every common form and language order, with a four-digit year.

use jiff::civil::{Date, Time};
use jiff::tz::Offset;

use crate::article::Published;
use crate::text::span::Span;

mod clock;
mod forms;
mod pieces;
mod summer;
mod words;

use clock::{clock_at, clock_before};
use forms::{Day, date, date_at, month};
use pieces::{Piece, pieces, skip};
pub(in crate::ingest) use words::weekday;
use words::{MONTH_IN_KOREAN, half_in_signs, is_filler};

/// A date as it stands in a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::ingest) struct Written {
    /// From its first to its last character, time and zone included.
    pub(in crate::ingest) span: Span,
    /// The day; of `03/04/2024` the reading with the month first.
    pub(in crate::ingest) day: Date,
    /// The day read the other way round, where the form leaves it open (`03/04/2024`).
    pub(in crate::ingest) other: Option<Date>,
    /// The time on the clock.
    pub(in crate::ingest) time: Option<Time>,
    /// The clock's distance from UTC.
    pub(in crate::ingest) offset: Option<Offset>,
}

impl Written {
    /// A date that machines are told, with no words of its own.
    pub(in crate::ingest) fn of(told: Published) -> Self {
        let offset = if let Published::Zoned(_, offset) = told { Some(offset) } else { None };
        Self { span: Span::new(0, 0), day: told.day(), other: None, time: told.time(), offset }
    }

    /// The date as exact as it is written.
    pub(in crate::ingest) fn published(self) -> Published {
        match (self.time, self.offset) {
            (None, _) => Published::Day(self.day),
            (Some(time), None) => Published::Local(self.day.to_datetime(time)),
            (Some(time), Some(offset)) => Published::Zoned(self.day.to_datetime(time), offset),
        }
    }
}

/// All dates in a text, in order.
pub(in crate::ingest) fn written_dates(text: &str) -> Vec<Written> {
    if may_have_year(text) { dates_among(&pieces(text)) } else { Vec::new() }
}

/// The dates in a text, and whether there is a time of day in it (`7:14 AM`, `18:05`).
#[derive(Debug, Default)]
pub(in crate::ingest) struct Dates {
    /// The dates in their order.
    pub(in crate::ingest) written: Vec<Written>,
    /// A time of day, with or without a date.
    pub(in crate::ingest) has_clock_time: bool,
}

impl Dates {
    /// Reads a text.
    pub(in crate::ingest) fn of(text: &str) -> Self {
        if !text.contains(|c: char| c.is_ascii_digit()) {
            return Self::default();
        }
        let pieces = pieces(text);
        let has_clock_time = (0..pieces.len()).any(|at| clock_at(&pieces, at).is_some());
        Self { written: dates_among(&pieces), has_clock_time }
    }
}

/// Whether four digits follow each other in a text: no date goes without its year.
fn may_have_year(text: &str) -> bool {
    text.as_bytes().chunk_by(|a, b| a.is_ascii_digit() == b.is_ascii_digit()).any(|run| run.len() >= 4 && run[0].is_ascii_digit())
}

fn dates_among(pieces: &[Piece]) -> Vec<Written> {
    let mut found = Vec::new();
    let mut at = 0;
    while at < pieces.len() {
        match date_at(pieces, at) {
            Some(date) => {
                let (written, end) = with_time(pieces, at, &date);
                found.push(written);
                at = end;
            }
            None => at += 1,
        }
    }
    found
}

/// A day with two digits for its year, as German pages write it: `05.02.24`. Only an element that is named for a date may hold one;
/// elsewhere it is as likely a version or an address.
pub(in crate::ingest) fn short_date(text: &str) -> Option<Written> {
    let pieces = pieces(text);
    pieces.windows(5).enumerate().find_map(|(at, window)| {
        let [day, mark, month, mark_again, year] = window else { return None };
        let has_marks = mark.is_mark(&['.']) && mark_again.is_mark(&['.']);
        let is_alone = !pieces.get(at + 5).is_some_and(|next| next.is_mark(&['.']));
        let date = date(2000 + year.number(2..=2)?, month.number(1..=2)?, day.number(1..=2)?).filter(|_| has_marks && is_alone)?;
        Some(with_time(&pieces, at, &Day { date, other: None, end: at + 5 }).0)
    })
}

/// The first day of a text that stands without its year, put into one: `5 February`, `Feb. 5, 14:05`, `2月5日`.
pub(in crate::ingest) fn day_in_year(text: &str, year: i16) -> Option<Written> {
    let pieces = pieces(text);
    let year = u32::try_from(year).ok()?;
    (0..pieces.len()).find_map(|at| {
        let (month, day, end) = day_and_month(&pieces, at)?;
        let has_year = pieces.get(end..).unwrap_or_default().iter().take(2).any(|piece| piece.number(4..=4).is_some());
        let date = date(year, month, day).filter(|_| !has_year)?;
        Some(with_time(&pieces, at, &Day { date, other: None, end }).0)
    })
}

/// The month, the day and the number of the piece after them: `5 February`, `5. Februar`, `5 de febrero`, `February 5th`, `2月5日`.
fn day_and_month(pieces: &[Piece], at: usize) -> Option<(u32, u32, usize)> {
    let number = |at: usize| pieces.get(at).and_then(|piece| piece.number(1..=2));
    if let Some(first) = number(at) {
        if pieces.get(at + 1).is_some_and(|piece| piece.is_word(&["月", MONTH_IN_KOREAN])) {
            return Some((first, number(at + 2)?, at + 3));
        }
        let name = skip(pieces, at + 1, |p| p.is_word(&["st", "nd", "rd", "th", "er", "of", "de"]) || p.is_mark(&['.', '-']), 2);
        return Some((month(pieces.get(name)?)?, first, name + 1));
    }
    let month = month(pieces.get(at)?)?;
    let day = skip(pieces, at + 1, |p| p.is_mark(&['.', '-']), 1);
    let end = skip(pieces, day + 1, |p| p.is_word(&["st", "nd", "rd", "th"]), 1);
    // `May 14:05` is a month and a clock, `May 5.5` a number.
    let goes_on = pieces.get(end).is_some_and(|p| p.is_mark(&[':'])) || number(end).is_some();
    if goes_on { None } else { Some((month, number(day)?, end)) }
}

/// Adds the time after the date, or else the one before it.
fn with_time(pieces: &[Piece], start: usize, date: &Day) -> (Written, usize) {
    let from =
        skip(pieces, date.end, |p| p.word().is_some_and(is_filler) || p.is_mark(&[',', '.', '|', '-', '–', '—', '•', '·', '(', '/']), 3);
    let half = from.checked_sub(1).and_then(|at| pieces.get(at)?.word()).and_then(half_in_signs);
    let (first, clock, end) = match clock_at(pieces, from).map(|(clock, end)| (clock.in_half(half), end)) {
        Some((clock, end)) => (start, Some(clock), end),
        None => match clock_before(pieces, start) {
            Some((clock, first)) => (first, Some(clock), date.end),
            None => (start, None, date.end),
        },
    };
    let span = Span::new(pieces[first].span().start, pieces[end - 1].span().end);
    let (time, offset) = clock.map_or((None, None), |clock| (Some(clock.time), clock.zone.and_then(|zone| zone.on(date.date))));
    (Written { span, day: date.date, other: date.other, time, offset }, end)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Vec<String> {
        written_dates(text).into_iter().map(|written| written.published().rfc3339()).collect()
    }

    #[test]
    fn every_common_form() {
        for (text, want) in [
            ("2024-02-05", "2024-02-05"),
            ("Gazette05-02-2024", "2024-02-05"),
            ("13-07-2024", "2024-07-13"),
            ("13.07.2024", "2024-07-13"),
            ("13/07/2024", "2024-07-13"),
            ("07/13/2024", "2024-07-13"),
            ("February 5, 2024", "2024-02-05"),
            ("Sept. 5, 2024", "2024-09-05"),
            ("Feb 5,2024", "2024-02-05"),
            ("5 February 2024", "2024-02-05"),
            ("14th Sep, 2024", "2024-09-14"),
            ("the 5th of February, 2024", "2024-02-05"),
            ("5-Feb-2024", "2024-02-05"),
            ("5. Februar 2024", "2024-02-05"),
            ("1er février 2024", "2024-02-01"),
            ("5 de febrero de 2024", "2024-02-05"),
            ("5 февраля 2024 года", "2024-02-05"),
            ("21 листопада 2026", "2026-11-21"),
            ("الاثنين 5 فبراير 2024", "2024-02-05"),
            ("الاثنين 5 شباط / فبراير 2024", "2024-02-05"),
            ("2024年2月5日", "2024-02-05"),
            ("2024年02月05日(月)", "2024-02-05"),
            ("2024년 2월 5일", "2024-02-05"),
            ("2024. 2. 5.", "2024-02-05"),
        ] {
            assert_eq!(read(text), [want], "{text}");
        }
    }

    #[test]
    fn times_and_zones() {
        for (text, want) in [
            ("February 5, 2024 2:23 PM", "2024-02-05T14:23:00-00:00"),
            ("February 5, 2024 | 02:10 AM", "2024-02-05T02:10:00-00:00"),
            ("Feb 5, 2024, 10:28am EST", "2024-02-05T10:28:00-05:00"),
            ("5 فبراير 2024 09:22 مساءً", "2024-02-05T21:22:00-00:00"),
            ("5 February 2024 at 9.30 p.m. GMT", "2024-02-05T21:30:00Z"),
            ("5 February 2024, 12 am", "2024-02-05T00:00:00-00:00"),
            ("2024-02-05T14:23:10+05:30", "2024-02-05T14:23:00+05:30"),
            ("2024-02-05 14:23 UTC+2", "2024-02-05T14:23:00+02:00"),
            ("2024-02-05T14:23:10Z", "2024-02-05T14:23:00Z"),
            ("5 février 2024 à 14h05", "2024-02-05T14:05:00-00:00"),
            ("5. Februar 2024 um 14:05 Uhr", "2024-02-05T14:05:00-00:00"),
            ("14:05, 5 февраля 2024", "2024-02-05T14:05:00-00:00"),
            ("5 February 2024, 9:27 AM ET", "2024-02-05T09:27:00-05:00"),
            ("July 5, 2024 at 9:27 p.m. PT", "2024-07-05T21:27:00-07:00"),
            ("5 juillet 2024 à 14:05 et après", "2024-07-05T14:05:00-00:00"),
            ("8:05 AM EDT, Mon February 5, 2024", "2024-02-05T08:05:00-04:00"),
            ("February 5, 20242:05 PM UTC", "2024-02-05T14:05:00Z"),
            ("5 February 202414:05", "2024-02-05T14:05:00-00:00"),
            ("5 February 2024 14.05 GMT", "2024-02-05T14:05:00Z"),
            ("5 February 2024 14.05 tonnes", "2024-02-05"),
            ("2:05 PM on February 5, 2024", "2024-02-05T14:05:00-00:00"),
            ("2024年2月5日 14:05", "2024-02-05T14:05:00-00:00"),
            ("2024年2月5日14时05分", "2024-02-05T14:05:00-00:00"),
            ("2024年2月5日 14時5分", "2024-02-05T14:05:00-00:00"),
            ("2024年2月5日下午2:05", "2024-02-05T14:05:00-00:00"),
            ("2024년 2월 5일 오후 2:05", "2024-02-05T14:05:00-00:00"),
            ("2024년 2월 5일 오전 12시 5분", "2024-02-05T00:05:00-00:00"),
            ("2024-02-05 14：05", "2024-02-05T14:05:00-00:00"),
        ] {
            assert_eq!(read(text), [want], "{text}");
        }
    }

    #[test]
    fn what_is_no_date() {
        for text in
            ["Sept 13", "Room 5, 2024 Main Street", "32 January 2024", "1,200.50", "2024", "in May 2024", "99-99-2024", "5 March 24"]
        {
            assert_eq!(read(text), Vec::<String>::new(), "{text}");
        }
    }

    #[test]
    fn years_of_two_digits() {
        for (text, want) in [
            ("05.02.24", Some("2024-02-05")),
            ("Mo 5.2.24, 14:05 Uhr", Some("2024-02-05T14:05:00-00:00")),
            ("1.2.3.4", None),
            ("5/2/24", None),
        ] {
            assert_eq!(short_date(text).map(|written| written.published().rfc3339()).as_deref(), want, "{text}");
        }
    }

    #[test]
    fn days_without_a_year() {
        for (text, want) in [
            ("Feb 5", Some("2024-02-05")),
            ("Monday, Feb. 5th, 2:05 pm", Some("2024-02-05T14:05:00-00:00")),
            ("5. Februar, 14:05 Uhr", Some("2024-02-05T14:05:00-00:00")),
            ("5 de febrero", Some("2024-02-05")),
            ("14:05, 5 февраля", Some("2024-02-05T14:05:00-00:00")),
            ("2月5日 14:05", Some("2024-02-05T14:05:00-00:00")),
            ("5 February 2023", None),
            ("Feb 5, 2023", None),
            ("May 14:05", None),
            ("32 May", None),
        ] {
            assert_eq!(day_in_year(text, 2024).map(|written| written.published().rfc3339()).as_deref(), want, "{text}");
        }
    }

    #[test]
    fn an_open_order_keeps_both_readings() {
        let open = written_dates("03/04/2024")[0];
        assert_eq!((open.day.to_string(), open.other.map(|d| d.to_string())), ("2024-03-04".into(), Some("2024-04-03".into())));
        assert_eq!(written_dates("03/03/2024")[0].other, None);
    }

    #[test]
    fn clock_times() {
        for (text, want) in [("7:14 AM", true), ("18:05", true), ("2 to 1", false), ("3.5 percent", false)] {
            assert_eq!(Dates::of(text).has_clock_time, want, "{text}");
        }
    }
}
