//! Times of day beside a date: `14:05`, `2.05 p.m. EST`, `14h05`, `14時5分`.

use jiff::civil::Time;
use jiff::tz::Offset;

use super::summer::Zone;
use super::words::{is_hour, is_hour_sign, is_minute_sign, weekday, zone};
use super::{Piece, skip};

/// A time of day, and its distance from UTC.
pub(super) struct Clock {
    pub(super) time: Time,
    pub(super) zone: Option<Zone>,
}

impl Clock {
    /// The time in the half of the day that was named before it: `下午2:05`.
    pub(super) fn in_half(self, is_afternoon: Option<bool>) -> Self {
        let hour = match is_afternoon {
            Some(true) if self.time.hour() < 12 => self.time.hour() + 12,
            Some(false) if self.time.hour() == 12 => 0,
            _ => return self,
        };
        Self { time: Time::new(hour, self.time.minute(), 0, 0).unwrap_or(self.time), ..self }
    }
}

/// The time that ends right before the date (`14:05, 5 February 2024`), and where it starts.
pub(super) fn clock_before(pieces: &[Piece], date: usize) -> Option<(Clock, usize)> {
    (date.saturating_sub(8)..date).find_map(|at| {
        let (clock, end) = clock_at(pieces, at)?;
        let gap = skip(
            pieces,
            end,
            |p| {
                p.is_word(&["on", "am", "le", "el"])
                    || p.word().and_then(weekday).is_some()
                    || p.is_mark(&[',', '|', '-', '–', '•', '·', '/'])
            },
            3,
        );
        (gap == date).then_some((clock, at))
    })
}

/// `14:05`, `2:05 pm`, `2.05 p.m.`, `2 PM`, `14h05`, with seconds and zone; and the number of the piece after it.
pub(super) fn clock_at(pieces: &[Piece], at: usize) -> Option<(Clock, usize)> {
    let hour = pieces.get(at)?.number(1..=2)?;
    let second_part = pieces
        .get(at + 1)
        .filter(|p| p.is_mark(&[':', '.', '：']) || p.is_word(&["h"]) || p.word().is_some_and(is_hour_sign))
        .and(pieces.get(at + 2));
    let in_signs = pieces.get(at + 1).and_then(Piece::word).is_some_and(is_hour_sign);
    let minute = second_part.and_then(|p| p.number(if in_signs { 1..=2 } else { 2..=2 }));
    let mut end = if minute.is_some() { at + 3 } else { at + 1 };
    if in_signs && minute.is_some() && pieces.get(end).and_then(Piece::word).is_some_and(is_minute_sign) {
        end += 1;
    }
    if minute.is_some()
        && pieces.get(end).is_some_and(|p| p.is_mark(&[':']))
        && pieces.get(end + 1).is_some_and(|p| p.number(2..=2).is_some())
    {
        end += 2;
    }
    let half = half_of_day(pieces, end);
    // `14.05` is a number, but for a word behind it.
    let is_number = || {
        let has_dot = pieces.get(at + 1).is_some_and(|p| p.is_mark(&['.']));
        has_dot && !pieces.get(end).and_then(Piece::word).is_some_and(|word| is_hour(word) || CLOCKS.contains(&word))
    };
    if half.is_none() && (minute.is_none() || is_number()) {
        return None;
    }
    let hour = match half {
        Some((true, _)) if hour < 12 => hour + 12,
        Some((false, _)) if hour == 12 => 0,
        _ => hour,
    };
    end = half.map_or(end, |(_, end)| end);
    let time = Time::new(i8::try_from(hour).ok()?, i8::try_from(minute.unwrap_or(0)).ok()?, 0, 0).ok()?;
    let (offset, zone_end) = offset_at(pieces, end);
    let seasonal = || half.and_then(|_| Zone::seasonal(pieces.get(end)?.word()?)).map(|zone| (Some(zone), end + 1));
    let (zone, end) = if offset.is_none() { seasonal() } else { None }.unwrap_or((offset.map(Zone::Fixed), zone_end));
    Some((Clock { time, zone }, end))
}

/// Zones that are no word of any language besides.
const CLOCKS: &[&str] = &["gmt", "utc", "bst", "cet", "cest", "mez", "mesz", "edt", "pst", "pdt", "msk", "мск"];

/// Whether `pm` or `am` stands there, and what comes after it.
fn half_of_day(pieces: &[Piece], at: usize) -> Option<(bool, usize)> {
    let word = pieces.get(at)?.word()?;
    match word {
        "pm" | "am" => Some((word == "pm", at + 1)),
        "مساء" | "صباحا" => Some((word == "مساء", at + 1)),
        "p" | "a" => {
            let rest = pieces.get(at + 1..at + 3)?;
            (rest[0].is_mark(&['.']) && rest[1].is_word(&["m"])).then(|| (word == "p", skip(pieces, at + 3, |p| p.is_mark(&['.']), 1)))
        }
        _ => None,
    }
}

/// The zone after a time: a name, `+02:00`, `UTC+2`.
fn offset_at(pieces: &[Piece], at: usize) -> (Option<Offset>, usize) {
    let from = skip(pieces, at, |p| p.is_mark(&['(']) || p.word().is_some_and(is_hour), 2);
    let named = pieces.get(from).and_then(Piece::word).and_then(zone);
    let sign_at = if named.is_some() { from + 1 } else { from };
    let sign = match pieces.get(sign_at) {
        Some(piece) if piece.is_mark(&['+']) => 1,
        Some(piece) if piece.is_mark(&['-', '−']) => -1,
        _ => return named.map_or((None, at), |seconds| (Offset::from_seconds(seconds).ok(), from + 1)),
    };
    let Some(piece) = pieces.get(sign_at + 1) else { return (None, at) };
    let (seconds, end) = match (piece.number(4..=4), piece.number(1..=2)) {
        (Some(both), _) => (both / 100 * 3600 + both % 100 * 60, sign_at + 2),
        (None, Some(hours)) => {
            let minutes = pieces.get(sign_at + 2).filter(|p| p.is_mark(&[':'])).and(pieces.get(sign_at + 3)).and_then(|p| p.number(2..=2));
            (hours * 3600 + minutes.unwrap_or(0) * 60, if minutes.is_some() { sign_at + 4 } else { sign_at + 2 })
        }
        _ => return (None, at),
    };
    let offset = i32::try_from(seconds).ok().and_then(|seconds| Offset::from_seconds(sign * seconds).ok());
    if offset.is_some() { (offset, end) } else { (None, at) }
}
