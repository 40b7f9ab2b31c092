//! The forms in which a day with its year is written.

use jiff::civil::Date;

use super::pieces::{Piece, skip};
use super::words::{MONTH_IN_KOREAN, YEAR_IN_KOREAN};
use crate::text::calendar;

/// A day, its other reading, and the number of the piece after it.
pub(super) struct Day {
    pub(super) date: Date,
    pub(super) other: Option<Date>,
    pub(super) end: usize,
}

pub(super) fn date_at(pieces: &[Piece], at: usize) -> Option<Day> {
    year_first(pieces, at).or_else(|| day_first(pieces, at)).or_else(|| month_first(pieces, at)).or_else(|| numeric(pieces, at))
}

pub(super) fn date(year: u32, month: u32, day: u32) -> Option<Date> {
    let in_range = (1900..=2100).contains(&year);
    Date::new(i16::try_from(year).ok()?, i8::try_from(month).ok()?, i8::try_from(day).ok()?).ok().filter(|_| in_range)
}

/// `2024-02-05`, `2024/02/05`, `2024年2月5日`.
fn year_first(pieces: &[Piece], at: usize) -> Option<Day> {
    let [year, first, month, second, day] = pieces.get(at..at + 5)? else { return None };
    let same_mark = ['-', '/', '.'].into_iter().any(|mark| first.is_mark(&[mark]) && second.is_mark(&[mark]));
    let signs = first.is_word(&["年", YEAR_IN_KOREAN]) && second.is_word(&["月", MONTH_IN_KOREAN]);
    let day = date(year.number(4..=4)?, month.number(1..=2)?, day.number(1..=2)?).filter(|_| same_mark || signs)?;
    Some(Day { date: day, other: None, end: at + 5 })
}

/// `5 February 2024`, `5th of Feb., 2024`, `5. Februar 2024`, `5 de febrero de 2024`, `5-Feb-2024`, `5 февраля 2024`.
fn day_first(pieces: &[Piece], at: usize) -> Option<Day> {
    let day = pieces.get(at)?.number(1..=2)?;
    let name = skip(pieces, at + 1, |p| p.is_word(&["st", "nd", "rd", "th", "er", "of", "de"]) || p.is_mark(&['.', '-', '/', 'º']), 2);
    let number = month(pieces.get(name)?)?;
    // `5 شباط / فبراير 2024` names the month twice.
    let is_twice = pieces.get(name + 1).is_some_and(|p| p.is_mark(&['/'])) && pieces.get(name + 2).and_then(month) == Some(number);
    let name = if is_twice { name + 2 } else { name };
    let year = skip(pieces, name + 1, |p| p.is_word(&["de", "del", "of"]) || p.is_mark(&['.', ',', '-', '/', '\'']), 2);
    let day = date(pieces.get(year)?.number(4..=4)?, number, day)?;
    Some(Day { date: day, other: None, end: year + 1 })
}

/// `February 5, 2024`, `Feb. 5th 2024`.
fn month_first(pieces: &[Piece], at: usize) -> Option<Day> {
    let month = month(pieces.get(at)?)?;
    let number = skip(pieces, at + 1, |p| p.is_mark(&['.', '-']), 1);
    let day = pieces.get(number)?.number(1..=2)?;
    let year = skip(pieces, number + 1, |p| p.is_word(&["st", "nd", "rd", "th"]) || p.is_mark(&[',', '.', '-']), 2);
    let day = date(pieces.get(year)?.number(4..=4)?, month, day)?;
    Some(Day { date: day, other: None, end: year + 1 })
}

/// `13-07-2025`, `13.07.2025`, `13/07/2025`, `07/13/2025`: the day first, but for `/`, which leaves the order open.
fn numeric(pieces: &[Piece], at: usize) -> Option<Day> {
    let [first, mark, second, mark_again, year] = pieces.get(at..at + 5)? else { return None };
    let same_mark = ['-', '/', '.'].into_iter().find(|&c| mark.is_mark(&[c]) && mark_again.is_mark(&[c]))?;
    let (first, second, year) = (first.number(1..=2)?, second.number(1..=2)?, year.number(4..=4)?);
    let (day_first, month_first) = (date(year, second, first), date(year, first, second));
    let (day, other) = match (same_mark, day_first, month_first) {
        ('/', Some(one), Some(two)) if one != two => (two, Some(one)),
        (_, Some(day), _) | (_, None, Some(day)) => (day, None),
        _ => return None,
    };
    Some(Day { date: day, other, end: at + 5 })
}

/// The number of the month that a piece names.
pub(super) fn month(piece: &Piece) -> Option<u32> {
    calendar::month(piece.word()?).and_then(|number| u32::try_from(number).ok())
}
