//! Reads numbers in digits: groups and decimal marks of a language, fractions, powers of ten.

use super::numeral::{Form, Numeral, Setting, place_of};
use crate::text::token::Words;

/// Languages that write `1.500,5`.
const DOT_GROUPS: &[&str] = &["de", "es", "it", "pt", "nl", "tr", "id", "da", "sv", "nb", "no", "ro", "hr", "sr", "sl", "el"];
/// Languages besides these that write the decimal mark as a comma.
const COMMA_DECIMALS: &[&str] = &["fr", "ru", "uk", "pl", "cs", "sk", "bg", "fi", "hu", "lt", "lv", "et", "be", "kk"];

/// The number in digits at a token.
pub(super) fn digits(words: &Words<'_>, at: usize, setting: Setting<'_>) -> Option<Numeral> {
    let (text, end) = digit_groups(words, at);
    let (value, place) = read_digits(&text, setting.language)?;
    if words.touches_next(end - 1) && matches!(words.key(end), "st" | "nd" | "rd" | "th") {
        return None;
    }
    let whole = Numeral { place, ..Numeral::new(at..end, value, Form::Digits) };
    if let Some(fraction) = digit_fraction(words, at) {
        return Some(fraction);
    }
    if let Some(power) = scientific(words, end) {
        return Some(whole.times(power.0).until(power.1));
    }
    let mixed = match unicode_fraction(words.word(end)) {
        Some(fraction) => Some((fraction, end + 1)),
        None => digit_fraction(words, end).filter(|_| words.is_number(end)).map(|f| (f.value, f.tokens.end)),
    };
    Some(mixed.map_or(whole, |(fraction, end)| Numeral { place: fraction, ..Numeral::new(at..end, value + fraction, Form::Digits) }))
}

/// The digits at a token with all groups that blanks part (`1 200 000`), also as a tokenised text has them (`80 , 000`, `0 . 6`).
fn digit_groups(words: &Words<'_>, at: usize) -> (String, usize) {
    let mut text = words.word(at).to_owned();
    let mut end = at + 1;
    let is_short = text.len() <= 3 && text.bytes().all(|b| b.is_ascii_digit());
    while is_short && is_group(words, end) && words.span(end - 1..end + 1).len() == words.word(end - 1).len() + 4 {
        text.push_str(words.word(end));
        end += 1;
    }
    while matches!(words.key(end), "," | ".") && !words.touches_previous(end) && !words.touches_next(end) && words.is_number(end + 1) {
        let is_decimal = words.key(end) == "." && !text.contains('.') && !words.word(end + 1).contains('.');
        let grouped = words.key(end) == "," && is_group(words, end + 1) && !text.contains('.');
        if !is_decimal && !grouped {
            break;
        }
        text.push_str(words.key(end));
        text.push_str(words.word(end + 1));
        end += 2;
    }
    (text, end)
}

/// Whether a token is a group of three digits and nothing more.
fn is_group(words: &Words<'_>, at: usize) -> bool {
    let word = words.word(at);
    word.len() == 3 && word.bytes().all(|b| b.is_ascii_digit()) && !(words.touches_next(at) && words.is_word(at + 1))
}

/// Digits as value and worth of the last significant digit; `None` for what is no number (`1.2.3`).
fn read_digits(text: &str, language: &str) -> Option<(f64, f64)> {
    let dots = text.matches('.').count();
    let commas = text.matches(',').count();
    let comma_decimal = DOT_GROUPS.contains(&language) || COMMA_DECIMALS.contains(&language);
    let decimal = match (dots, commas) {
        (0, 0) => None,
        (_, 0) if dots > 1 => return are_groups(text, '.').then(|| plain(text, None)).flatten(),
        (1, 0) if DOT_GROUPS.contains(&language) && are_groups(text, '.') => None,
        (1, 0) => Some('.'),
        (0, 1) if comma_decimal || !are_groups(text, ',') => Some(','),
        (0, _) => None,
        _ if text.rfind('.') > text.rfind(',') => Some('.').filter(|_| dots == 1),
        _ => Some(',').filter(|_| commas == 1),
    };
    plain(text, decimal)
}

/// Whether all marks part groups of three digits.
fn are_groups(text: &str, mark: char) -> bool {
    let mut groups = text.split(mark);
    groups.next().is_some_and(|first| (1..=3).contains(&first.len())) && groups.all(|group| group.len() == 3)
}

fn plain(text: &str, decimal: Option<char>) -> Option<(f64, f64)> {
    let digits: String =
        text.chars().filter(|&c| c.is_ascii_digit() || Some(c) == decimal).map(|c| if c == ',' { '.' } else { c }).collect();
    let value: f64 = digits.parse().ok()?;
    let place = match digits.split_once('.') {
        Some((_, decimals)) => 10f64.powi(-i32::try_from(decimals.len()).unwrap_or(300).min(300)),
        None => place_of(value),
    };
    value.is_finite().then_some((value, place))
}

/// `1/4`: parts that people count in; not `24/7` and not `9/11`.
fn digit_fraction(words: &Words<'_>, at: usize) -> Option<Numeral> {
    const PARTS: &[f64] = &[2.0, 3.0, 4.0, 5.0, 8.0, 10.0, 16.0, 32.0, 40.0, 50.0, 64.0, 100.0];
    if words.key(at + 1) != "/" || !words.is_number(at + 2) || words.key(at + 3) == "/" {
        return None;
    }
    let (above, below) = (words.word(at).parse::<f64>().ok()?, words.word(at + 2).parse::<f64>().ok()?);
    let proper = above > 0.0 && above < below && PARTS.contains(&below);
    proper.then(|| Numeral { place: above / below, ..Numeral::new(at..at + 3, above / below, Form::Part) })
}

/// `½` and its like.
pub(super) fn unicode_fraction(mark: &str) -> Option<f64> {
    const FRACTIONS: &[(&str, f64)] =
        &[("½", 0.5), ("¼", 0.25), ("¾", 0.75), ("⅓", 1.0 / 3.0), ("⅔", 2.0 / 3.0), ("⅕", 0.2), ("⅛", 0.125), ("⅜", 0.375), ("⅝", 0.625)];
    FRACTIONS.iter().find(|(written, _)| *written == mark).map(|(_, value)| *value)
}

/// `×10-8`, `x 10^6`, `e-3` after a number: the power of ten and the place after it.
fn scientific(words: &Words<'_>, at: usize) -> Option<(f64, usize)> {
    let exponent = match words.key(at) {
        "×" | "x" | "*" if words.word(at + 1) == "10" => at + 2,
        "e" if words.touches_previous(at) && words.touches_next(at) => at + 1,
        _ => return None,
    };
    let exponent = if words.key(exponent) == "^" { exponent + 1 } else { exponent };
    let (negative, number) = if words.key(exponent) == "-" { (true, exponent + 1) } else { (false, exponent) };
    let power: i32 = words.word(number).parse().ok().filter(|power| *power <= 300)?;
    words.touches_previous(number).then(|| (10f64.powi(if negative { -power } else { power }), number + 1))
}
