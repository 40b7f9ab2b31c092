//! Dates and times in prose, resolved against the day of publication.

mod clock;

use std::ops::Range;

use jiff::ToSpan;
use jiff::civil::{Date, Time, Weekday};

use crate::text::calendar;
use crate::text::token::Words;

use clock::clock;

/// What a date or time in the text says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum When {
    /// From one day to another, both included; the same day twice for a single day.
    Days(Date, Date),
    /// A day of the year whose year nobody can tell.
    Anniversary,
    /// A year, or the first of several (`2015-16`, `the 1990s`); `certain` unless it may be a count as well.
    Year {
        /// The year.
        year: i16,
        /// Whether a word beside it says that it is a year.
        certain: bool,
    },
    /// A time of the day.
    Clock(Option<Time>),
}

/// A date or time in the text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Moment {
    /// Its tokens.
    pub tokens: Range<usize>,
    /// What it says.
    pub when: When,
}

/// Days named by their distance from the day of publication.
const RELATIVE_DAYS: &[(&str, i64)] = &[("today", 0), ("tonight", 0), ("yesterday", -1), ("tomorrow", 1)];

/// Words before four digits that make them a year, by any language.
const YEAR_CUES: &[&str] = &[
    "in", "since", "by", "until", "till", "before", "after", "during", "early", "late", "mid", "from", "of", "year", "circa", "ad",
    "spring", "summer", "autumn", "fall", "winter", "im", "seit", "bis", "jahr", "en", "depuis", "desde", "ano", "в", "с", "до", "к", "у",
    "з", "act",
];

/// The dates and times of a sentence, in order; `published` resolves `on Friday` and days without a year.
#[must_use]
pub fn moments(words: &Words<'_>, language: &str, published: Option<Date>) -> Vec<Moment> {
    let mut found = Vec::new();
    let mut at = 0;
    while at < words.len() {
        let moment = clock(words, at, language)
            .or_else(|| numeric(words, at, language))
            .or_else(|| named_month(words, at, language, published))
            .or_else(|| relative(words, at, language, published))
            .or_else(|| year(words, at));
        match moment {
            Some(moment) => {
                at = moment.tokens.end.max(at + 1);
                found.push(moment);
            }
            None => at += 1,
        }
    }
    found
}

fn whole(words: &Words<'_>, at: usize) -> Option<i16> {
    let word = words.word(at);
    (word.len() <= 4 && words.is_number(at)).then(|| word.parse().ok()).flatten()
}

/// A number that can be a day of a month: `9`, `9th`; and the place after it.
fn day(words: &Words<'_>, at: usize) -> Option<(i8, usize)> {
    let day = whole(words, at).filter(|day| (1..=31).contains(day) && words.word(at).len() <= 2)?;
    let ordinal = words.touches_next(at) && matches!(words.key(at + 1), "st" | "nd" | "rd" | "th" | "er");
    let dot = words.touches_next(at) && words.key(at + 1) == "." && words.is_word(at + 2);
    (ordinal || dot || !words.touches_next(at) || !words.is_word(at + 1)).then(|| (day as i8, at + 1 + usize::from(ordinal || dot)))
}

/// The number of a month and the place after its name and full stop.
fn month(words: &Words<'_>, at: usize, language: &str) -> Option<(i8, usize)> {
    let key = words.key(at);
    if !words.is_word(at) || (key == "may" || key == "march" || key == "mar") && !words.is_capitalised(at) {
        return None;
    }
    let in_english = || if language == "en" { None } else { calendar::month_in(key, "en") };
    let month = calendar::month_in(key, language).or_else(in_english)?;
    let dot = words.key(at + 1) == "." && key.chars().count() <= 4 && (words.touches_next(at) || words.is_number(at + 2));
    let is_word = month.is_short && language != "en" && !dot;
    (!is_word).then_some((month.number, at + 1 + usize::from(dot)))
}

/// A year after a date, with the comma or `of` before it, and the place after it.
fn year_after(words: &Words<'_>, at: usize) -> (Option<i16>, usize) {
    let start = if matches!(words.key(at), "," | "of" | "de" | "del") { at + 1 } else { at };
    match whole(words, start).filter(|year| (1000..2200).contains(year)) {
        Some(year) => (Some(year), start + 1),
        None => (None, at),
    }
}

/// `September 13, 2023`, `13 September`, `Sept. 13-15`, `March 2024`.
fn named_month(words: &Words<'_>, at: usize, language: &str, published: Option<Date>) -> Option<Moment> {
    if let Some((month, next)) = month(words, at, language) {
        if let Some((day, next)) = day(words, next).filter(|(_, next)| !words.word(*next).starts_with(':')) {
            let next = second_day(words, next).unwrap_or(next);
            let (year, end) = year_after(words, next);
            return Some(Moment { tokens: at..end, when: on(year, month, day, published) });
        }
        let (year, end) = year_after(words, next);
        return year.map(|year| Moment { tokens: at..end, when: in_month(year, month) });
    }
    let (day_number, next) = day(words, at)?;
    let next = second_day(words, next).unwrap_or(next);
    let next = if matches!(words.key(next), "of" | "de") { next + 1 } else { next };
    let (month, next) = month(words, next, language)?;
    let (year, end) = year_after(words, next);
    // In `the 19 Sept. 11 hijackers` the month goes with the day behind it.
    let goes_on = year.is_none() && day(words, next).is_some();
    (!goes_on).then(|| Moment { tokens: at..end, when: on(year, month, day_number, published) })
}

/// The place after `-15` or `to 15` behind a day.
fn second_day(words: &Words<'_>, at: usize) -> Option<usize> {
    matches!(words.key(at), "-" | "and" | "to" | "/").then(|| day(words, at + 1)).flatten().map(|(_, next)| next)
}

fn on(year: Option<i16>, month: i8, day: i8, published: Option<Date>) -> When {
    let of = |year| Date::new(year, month, day).ok();
    let near = |published: Date| {
        let days = |date: &Date| date.since(published).map_or(i32::MAX, |span| span.get_days().abs());
        [published.year() - 1, published.year(), published.year() + 1].into_iter().filter_map(of).min_by_key(days)
    };
    year.map_or_else(|| published.and_then(near), of).map_or(When::Anniversary, |date| When::Days(date, date))
}

fn in_month(year: i16, month: i8) -> When {
    Date::new(year, month, 1).map_or(When::Anniversary, |first| When::Days(first, first.last_of_month()))
}

/// `2023-09-13`, `13.09.2023`, `9/13/2023`: month first only in English with slashes.
fn numeric(words: &Words<'_>, at: usize, language: &str) -> Option<Moment> {
    let (numbers, end) = dashed(words, at).or_else(|| dotted(words, at))?;
    let [a, b, c] = numbers;
    let american = language == "en" && words.key(at + 1) == "/" && b > 12 || language == "en" && words.key(at + 1) == "/" && a <= 12;
    let (year, month, day) = if a > 31 {
        (a, b, c)
    } else if american {
        (c, a, b)
    } else {
        (c, b, a)
    };
    let year = if year < 100 { year + 2000 } else { year };
    let date = Date::new(year, i8::try_from(month).ok()?, i8::try_from(day).ok()?).ok()?;
    Some(Moment { tokens: at..end, when: When::Days(date, date) })
}

fn dashed(words: &Words<'_>, at: usize) -> Option<([i16; 3], usize)> {
    let mark = words.key(at + 1);
    let same = matches!(mark, "-" | "/") && words.key(at + 3) == mark && (0..4).all(|by| words.touches_next(at + by));
    same.then(|| Some(([whole(words, at)?, whole(words, at + 2)?, whole(words, at + 4)?], at + 5))).flatten()
}

fn dotted(words: &Words<'_>, at: usize) -> Option<([i16; 3], usize)> {
    if !words.is_number(at) {
        return None;
    }
    let parts: Vec<i16> = words.word(at).split('.').map(|part| part.parse().unwrap_or(-1)).collect();
    match parts.as_slice() {
        [day @ 1..=31, month @ 1..=12, year @ 1000..=2200] => Some(([*day, *month, *year], at + 1)),
        _ => None,
    }
}

/// `Friday`, `yesterday`: the latest such day that is not after publication, for news looks back.
fn relative(words: &Words<'_>, at: usize, language: &str, published: Option<Date>) -> Option<Moment> {
    if language != "en" || !words.is_word(at) {
        return None;
    }
    let published = published?;
    let key = words.key(at);
    let date = if let Some((_, days)) = RELATIVE_DAYS.iter().find(|(word, _)| *word == key) {
        published.checked_add((*days).days()).ok()?
    } else {
        let weekday = Weekday::from_monday_zero_offset(calendar::weekday(key)?).ok()?;
        let back = (7 + i64::from(published.weekday().to_monday_zero_offset()) - i64::from(weekday.to_monday_zero_offset())) % 7;
        let next = words.key_before(at, 1) == "next";
        published.checked_add(if next { (7 - back).days() } else { (-back).days() }).ok()?
    };
    Some(Moment { tokens: at..at + 1, when: When::Days(date, date) })
}

/// `2019`, `2015-16`, `the 1990s`, `1939 to 1945`.
fn year(words: &Words<'_>, at: usize) -> Option<Moment> {
    let year = whole(words, at).filter(|year| words.word(at).len() == 4 && (1000..2200).contains(year))?;
    let before = words.key_before(at, 1);
    let glued = words.touches_previous(at) && !matches!(before, "(" | "'" | "\"" | "-" | "[" | "/");
    let decade = words.touches_next(at) && words.key(at + 1) == "s";
    if glued || (words.touches_next(at) && words.is_word(at + 1) && !decade) {
        return None;
    }
    let span = (matches!(words.key(at + 1), "-" | "/" | "to" | "and" | "until"))
        .then(|| whole(words, at + 2).filter(|_| !(words.touches_next(at + 2) && words.is_word(at + 3))))
        .flatten()
        .filter(|last| {
            words.word(at + 2).len() == 4 && *last > year && *last < 2200 || words.word(at + 2).len() == 2 && *last == year % 100 + 1
        });
    let modern = (1900..2100).contains(&year);
    let cued = YEAR_CUES.contains(&before) || month(words, at.wrapping_sub(1), "en").is_some();
    let certain = decade || span.is_some() && modern || before == "(" && words.key(at + 1) == ")" || cued && year % 500 != 0;
    let spanned_old = span.is_some() && (cued || before == "between") && year < 1900 && year % 50 != 0;
    let cued_old = cued && year % 100 != 0 && (1500..2200).contains(&year) || matches!(before, "ad" | "circa");
    if !(modern || decade || spanned_old || cued_old) {
        return None;
    }
    let end = if decade {
        at + 2
    } else if span.is_some() {
        at + 3
    } else {
        at + 1
    };
    Some(Moment { tokens: at..end, when: When::Year { year, certain: certain || spanned_old } })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::span::Span;

    fn read(text: &str) -> Vec<(String, When)> {
        let words = Words::new(text, Span::whole(text));
        let published = Some(jiff::civil::date(2023, 9, 14));
        moments(&words, "en", published).into_iter().map(|m| (words.span(m.tokens).of(text).to_owned(), m.when)).collect()
    }

    fn day(year: i16, month: i8, day: i8) -> When {
        let date = jiff::civil::date(year, month, day);
        When::Days(date, date)
    }

    #[test]
    fn days() {
        for (text, written, when) in [
            ("It opened on September 13, 2023.", "September 13, 2023", day(2023, 9, 13)),
            ("on 13 Sept. 2023 he left", "13 Sept. 2023", day(2023, 9, 13)),
            ("on March 29 he left", "March 29", day(2023, 3, 29)),
            ("on December 30 he left", "December 30", day(2023, 12, 30)),
            ("dated 2023-09-13 in full", "2023-09-13", day(2023, 9, 13)),
            ("dated 13.09.2023 in full", "13.09.2023", day(2023, 9, 13)),
            ("He left on Wednesday", "Wednesday", day(2023, 9, 13)),
            ("He left on Thursday", "Thursday", day(2023, 9, 14)),
            ("He left yesterday", "yesterday", day(2023, 9, 13)),
        ] {
            assert_eq!(read(text), [(written.to_owned(), when)], "{text}");
        }
    }

    #[test]
    fn years() {
        let year = |year, certain| When::Year { year, certain };
        for (text, written, when) in [
            ("It fell in 1989.", "1989", year(1989, true)),
            ("the 2015-16 season", "2015-16", year(2015, true)),
            ("the 1990s were calm", "1990s", year(1990, true)),
            ("The 2016 election", "2016", year(2016, false)),
            ("from 1939 to 1945 it", "1939 to 1945", year(1939, true)),
        ] {
            assert_eq!(read(text), [(written.to_owned(), when)], "{text}");
        }
        assert_eq!(read("He paid 1,990 for 1478 points at 5835 units"), []);
    }
}
