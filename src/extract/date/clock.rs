//! Times of the day in prose.

use jiff::civil::Time;

use super::{Moment, When};
use crate::text::calendar;
use crate::text::token::Words;

/// The hours in words, from one on.
const HOURS: &[&str] = &["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"];

/// Words before an hour.
const BEFORE_HOURS: &[&str] = &["at", "after", "before", "around", "about", "since", "until", "till", "past", "from", "to"];

/// `10:27 PM`, `7.05am`, `5 p.m.`, `noon` stays a word; `17:22`, `1700 GMT`, `at 9 o'clock`.
pub(super) fn clock(words: &Words<'_>, at: usize, language: &str) -> Option<Moment> {
    if language == "en" && words.is_word(at) {
        return in_words(words, at);
    }
    if !words.is_number(at) || words.key_before(at, 1) == ":" {
        return None;
    }
    let (hours, minutes, next) = hours_and_minutes(words, at)?;
    let (half, end) = half_of_day(words, next);
    let zone = matches!(
        words.word(end),
        "GMT" | "UTC" | "BST" | "EST" | "EDT" | "CET" | "CEST" | "PT" | "ET" | "MSK" | "IST" | "Uhr" | "o'clock" | "o’clock"
    );
    let colon = words.key(at + 1) == ":" && next > at + 1;
    let fits = colon && words.key(next) != "." || half.is_some() || zone;
    let hours = match half {
        Some(true) if hours < 12 => hours + 12,
        Some(false) if hours == 12 => 0,
        _ => hours,
    };
    let time = Time::new(i8::try_from(hours).ok()?, i8::try_from(minutes).ok()?, 0, 0).ok();
    fits.then_some(Moment { tokens: at..end + usize::from(zone), when: When::Clock(time) })
}

fn hours_and_minutes(words: &Words<'_>, at: usize) -> Option<(i16, i16, usize)> {
    let word = words.word(at);
    let two = |text: &str| (text.len() == 2).then(|| text.parse::<i16>().ok()).flatten().filter(|minutes| *minutes < 60);
    if words.key(at + 1) == ":" && words.touches_next(at) && words.touches_next(at + 1) {
        let minutes = two(words.word(at + 2))?;
        let seconds = words.key(at + 3) == ":" && two(words.word(at + 4)).is_some();
        return Some((hour(word)?, minutes, at + 3 + 2 * usize::from(seconds)));
    }
    if let Some((hours, minutes)) = word.split_once('.') {
        return Some((hour(hours)?, two(minutes)?, at + 1));
    }
    if word.len() == 4 {
        let number: i16 = word.parse().ok()?;
        return (number / 100 < 24 && number % 100 < 60).then_some((number / 100, number % 100, at + 1));
    }
    Some((hour(word)?, 0, at + 1))
}

fn hour(text: &str) -> Option<i16> {
    text.parse().ok().filter(|hour| text.len() <= 2 && (0..=24).contains(hour))
}

/// Whether `a.m.` or `p.m.` stands at a token (`true` for the second), and the place after it.
fn half_of_day(words: &Words<'_>, at: usize) -> (Option<bool>, usize) {
    let letter = |key: &str| match key {
        "am" | "a" => Some(false),
        "pm" | "p" => Some(true),
        _ => None,
    };
    let Some(half) = letter(words.key(at)) else { return (None, at) };
    if words.key(at).len() == 2 {
        return (Some(half), at + 1);
    }
    let spelled = words.key(at + 1) == "." && words.key(at + 2) == "m";
    let spaced = words.key(at + 1) == "m" && !words.touches_next(at);
    match (spelled, spaced) {
        (true, _) => (Some(half), at + 3 + usize::from(words.key(at + 3) == "." && words.touches_next(at + 2))),
        (_, true) => (Some(half), at + 2),
        _ => (None, at),
    }
}

/// `shortly after four on Wednesday morning`, `at nine o'clock`, `around six in the evening`.
fn in_words(words: &Words<'_>, at: usize) -> Option<Moment> {
    let hour = HOURS.iter().position(|hour| *hour == words.key(at))? as i8 + 1;
    let key = |back: usize| words.key(at + back);
    if matches!(key(1), "o'clock" | "oclock") {
        return Some(Moment { tokens: at..at + 2, when: When::Clock(Time::new(hour, 0, 0, 0).ok()) });
    }
    let is_part_of_day = |key: &str| matches!(key, "morning" | "afternoon" | "evening" | "night");
    let on_day = key(1) == "on" && calendar::weekday(key(2)).is_some() || calendar::weekday(key(1)).is_some();
    let in_part = key(1) == "in" && key(2) == "the" && is_part_of_day(key(3)) || key(1) == "this" && is_part_of_day(key(2));
    let is_late = in_part && [key(2), key(3)].iter().any(|key| matches!(*key, "afternoon" | "evening"));
    let hour = if is_late && hour < 12 { hour + 12 } else { hour };
    let is_time = BEFORE_HOURS.contains(&words.key_before(at, 1)) && (on_day || in_part);
    is_time.then(|| Moment { tokens: at..at + 1, when: When::Clock(Time::new(hour, 0, 0, 0).ok()) })
}

#[cfg(test)]
mod tests {
    use super::super::moments;
    use super::*;
    use crate::text::span::Span;

    fn read(text: &str) -> Vec<(String, When)> {
        let words = Words::new(text, Span::whole(text));
        moments(&words, "en", None).into_iter().map(|m| (words.span(m.tokens).of(text).to_owned(), m.when)).collect()
    }

    #[test]
    fn times_of_the_day() {
        for (text, written, hour, minute) in [
            ("at 10:27 PM on site", "10:27 PM", 22, 27),
            ("from 7.05am on", "7.05am", 7, 5),
            ("at 5 p.m. sharp", "5 p.m.", 17, 0),
            ("at 1700 GMT it rose", "1700 GMT", 17, 0),
            ("at 12 a.m. it rose", "12 a.m.", 0, 0),
            ("shortly after four on Wednesday morning", "four", 4, 0),
            ("at nine o'clock it rose", "nine o'clock", 9, 0),
            ("around six in the evening it rose", "six", 18, 0),
        ] {
            assert_eq!(read(text), [(written.to_owned(), When::Clock(Time::new(hour, minute, 0, 0).ok()))], "{text}");
        }
    }

    #[test]
    fn a_number_is_no_time() {
        for text in
            ["after four of them left", "two on Monday and three on Tuesday", "won by three on Saturday", "at nine sites in the town"]
        {
            assert_eq!(read(text), [], "{text}");
        }
    }
}
