//! One written number, however it is written, with its magnitude.

use std::ops::Range;

use super::digits::{digits, unicode_fraction};
use super::noun;
use super::number_words::{Lexicon, MAGNITUDE_LETTERS, VagueCount};
use super::part::{one_in, part, vague};
use super::spelled::spelled;
use super::unit::unit_at;
use crate::text::token::Words;

/// How a number is written.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Form {
    /// `1,200`, `3.2bn`
    Digits,
    /// `twenty-three`, `half a million`
    Words,
    /// `two-thirds`, `1/4`
    Part,
    /// `tens of thousands`, `several hundred`
    Vague(VagueCount),
}

/// A number as written.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Numeral {
    /// The tokens that give it, magnitude included.
    pub tokens: Range<usize>,
    /// The number, magnitudes multiplied out.
    pub value: f64,
    /// The magnitudes alone, multiplied; 1 without any.
    pub magnitude: f64,
    /// What one step of the last significant digit is worth: 100 in `1,200`, 0.1 in `3.5`.
    pub place: f64,
    pub form: Form,
}

impl Numeral {
    pub(super) fn new(tokens: Range<usize>, value: f64, form: Form) -> Self {
        Self { tokens, value, magnitude: 1.0, place: place_of(value), form }
    }

    /// The same number with a magnitude written elsewhere (`5 to 6 million`).
    pub(super) fn times(mut self, magnitude: f64) -> Self {
        self.value *= magnitude;
        self.place *= magnitude;
        self.magnitude *= magnitude;
        self
    }

    /// The same number with tokens up to `end`.
    pub(super) fn until(mut self, end: usize) -> Self {
        self.tokens.end = end;
        self
    }
}

/// What a reader of numbers knows besides the words.
#[derive(Debug, Clone, Copy)]
pub(super) struct Setting<'a> {
    /// BCP 47 code of the article's language.
    pub language: &'a str,
    /// Whether a currency stands before the number.
    pub money: bool,
}

/// Digits with what may follow them.
fn measured_digits(words: &Words<'_>, at: usize, setting: Setting<'_>) -> Option<Numeral> {
    let numeral = with_half(words, digits(words, at, setting)?, Lexicon::of(setting.language));
    Some(with_magnitude(words, numeral, setting))
}

/// The number that begins at a token, if one does.
pub(super) fn numeral_at(words: &Words<'_>, at: usize, setting: Setting<'_>) -> Option<Numeral> {
    let lexicon = Lexicon::of(setting.language);
    if words.is_number(at) {
        return one_in(words, at, lexicon).or_else(|| measured_digits(words, at, setting));
    }
    if words.is_word(at) {
        return vague(words, at, lexicon)
            .or_else(|| part(words, at, setting))
            .or_else(|| spelled(words, at, lexicon).map(|n| with_half(words, n, lexicon)).map(|n| with_magnitude(words, n, setting)));
    }
    let fraction = unicode_fraction(words.word(at))?;
    Some(with_magnitude(words, Numeral::new(at..at + 1, fraction, Form::Part), setting))
}

/// What one step of the last digit that is not zero is worth, in a whole number; a thousandth in any other.
pub(super) fn place_of(value: f64) -> f64 {
    if value.fract() != 0.0 {
        return 0.001;
    }
    let mut place = 1.0;
    while value != 0.0 && place < 1e15 && (value / (place * 10.0)).fract() == 0.0 {
        place *= 10.0;
    }
    place
}

/// `and a half` after a whole number.
fn with_half(words: &Words<'_>, numeral: Numeral, lexicon: &Lexicon) -> Numeral {
    let mut at = numeral.tokens.end;
    let mut place = |key: fn(&str) -> bool| {
        let start = if words.key(at) == "-" && words.touches_next(at) { at + 1 } else { at };
        let found = key(words.key(start));
        if found {
            at = start + 1;
        }
        found
    };
    if !place(|key| key == "and") || !place(|key| matches!(key, "a" | "one" | "three")) {
        return numeral;
    }
    let count = if words.key_before(at, 1) == "three" { 3.0 } else { 1.0 };
    let start = if words.key(at) == "-" { at + 1 } else { at };
    match lexicon.part(words.key(start)).filter(|part| [2.0, 4.0].contains(part)) {
        Some(part) => Numeral { place: 0.5, ..Numeral::new(numeral.tokens.start..start + 1, numeral.value + count / part, numeral.form) },
        None => numeral,
    }
}

/// Multiplies by the magnitudes that follow: `million`, `bn`, `thousand million`, and letters that touch the number.
fn with_magnitude(words: &Words<'_>, numeral: Numeral, setting: Setting<'_>) -> Numeral {
    let lexicon = Lexicon::of(setting.language);
    let mut numeral = numeral;
    for _ in 0..2 {
        let end = numeral.tokens.end;
        let joined = words.key(end) == "-" && words.touches_previous(end) && words.touches_next(end);
        let at = if joined { end + 1 } else { end };
        let word = lexicon.magnitude(words.key(at)).filter(|factor| stands_after_digits(words, at, *factor, setting, &numeral));
        let letter = || magnitude_letter(words, end, setting).filter(|_| numeral.form == Form::Digits);
        let Some((factor, at)) = word.map(|factor| (factor, at)).or_else(|| letter().map(|factor| (factor, end))) else {
            break;
        };
        let dot = words.key(at + 1) == "." && words.touches_next(at) && words.is_word(at + 2) && words.word(at).chars().count() <= 4;
        numeral = numeral.times(factor).until(at + 1 + usize::from(dot));
    }
    numeral
}

/// Whether a magnitude may follow this number: `cent` and `mil` are words of their own after digits.
fn stands_after_digits(words: &Words<'_>, at: usize, factor: f64, setting: Setting<'_>, numeral: &Numeral) -> bool {
    let ambiguous = match words.key(at) {
        "mil" => setting.language == "en" && !setting.money,
        "score" => true,
        "cent" | "cents" | "tn" => !words.touches_previous(at),
        _ => false,
    };
    let goes_up = numeral.magnitude <= 1.0 || numeral.magnitude < 1e6 && factor >= 1e6 || factor >= 1e7 && numeral.magnitude < 1e7;
    !ambiguous && goes_up
}

/// `12m`, `4.3M`, `8 B`: million only where money or things are counted, else a metre.
fn magnitude_letter(words: &Words<'_>, at: usize, setting: Setting<'_>) -> Option<f64> {
    let (_, factor) = *MAGNITUDE_LETTERS.iter().find(|(letter, _)| *letter == words.word(at))?;
    let glued = words.touches_previous(at);
    if words.touches_next(at) && (words.is_number(at + 1) || matches!(words.key(at + 1), "/" | "²" | "³" | "^")) {
        return None;
    }
    let measured = || unit_at(words, at + 1, setting.language, false).is_some();
    let counted = || measured() || noun::is_counted(words, at + 1, setting.language);
    let article = matches!(words.key_before(at, 2), "a" | "an" | "the");
    let reads = match words.word(at) {
        "k" | "K" | "MM" => glued,
        "M" => glued || setting.money || counted(),
        "m" => setting.money || (glued && (measured() || !article && counted())),
        "b" | "T" => setting.money,
        _ => setting.money || counted(),
    };
    reads.then_some(factor)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::span::Span;

    /// The first number of a text: its words and its value.
    fn first(text: &str, language: &str) -> Option<(String, f64)> {
        let words = Words::new(text, Span::whole(text));
        let setting = Setting { language, money: false };
        let numeral = (0..words.len()).find_map(|at| numeral_at(&words, at, setting))?;
        Some((words.span(numeral.tokens).of(text).to_owned(), numeral.value))
    }

    #[test]
    fn digits_by_the_marks_of_a_language() {
        for (text, language, value) in [
            ("1,200", "en", 1200.0),
            ("1.5", "en", 1.5),
            ("1.500", "en", 1.5),
            ("1.500", "de", 1500.0),
            ("1,5", "de", 1.5),
            ("1.234.567,8", "es", 1_234_567.8),
            ("1 200 000", "fr", 1_200_000.0),
            ("12,34,567", "en", 1_234_567.0),
            ("3,25", "ru", 3.25),
            ("80 , 000", "en", 80_000.0),
            ("0 . 6", "en", 0.6),
            ("2.5×10^6", "en", 2.5e6),
            ("9.8e-3", "en", 0.0098),
            ("7 3/4", "en", 7.75),
            ("2½", "en", 2.5),
            ("1/40", "en", 0.025),
        ] {
            let (written, read) = first(text, language).unwrap();
            assert_eq!(written, text);
            assert!((read - value).abs() < 1e-9 * value.abs(), "{text}: {read}");
        }
    }

    #[test]
    fn magnitudes_follow_their_number() {
        for (text, language, value) in [
            ("3.2bn", "en", 3.2e9),
            ("2.5 million", "en", 2.5e6),
            ("1.5-million", "en", 1.5e6),
            ("25 lakh", "en", 2.5e6),
            ("3 crore", "en", 3e7),
            ("12 тыс. человек", "ru", 12_000.0),
            ("3,2 млн евро", "ru", 3.2e6),
            ("2,5 Mrd. Euro", "de", 2.5e9),
            ("4,5 Mio. Menschen", "de", 4.5e6),
            ("12m shells were sent", "en", 12e6),
            ("12m from the shore", "en", 12.0),
            ("a 50m pool", "en", 50.0),
            ("4 мільйони", "uk", 4e6),
        ] {
            let (_, read) = first(text, language).unwrap();
            assert!((read - value).abs() < 1e-9 * value, "{text}: {read}");
        }
    }

    #[test]
    fn numbers_in_words() {
        for (text, written, value) in [
            ("twenty-three miners", "twenty-three", 23.0),
            ("one hundred and five days", "one hundred and five", 105.0),
            ("two hundred fifty thousand", "two hundred fifty thousand", 250_000.0),
            ("a million homes", "a million", 1e6),
            ("half a million homes", "half a million", 5e5),
            ("half a dozen eggs", "half a dozen", 6.0),
            ("half an hour", "half an", 0.5),
            ("one-and-a-half tonnes", "one-and-a-half", 1.5),
            ("two and a half million", "two and a half million", 2.5e6),
            ("two-thirds of homes", "two-thirds", 2.0 / 3.0),
            ("by a fifth.", "a fifth", 0.2),
            ("three quarters of them", "three quarters", 0.75),
            ("three point five per cent", "three point five", 3.5),
            ("eight or nine", "eight", 8.0),
            ("four and five", "four", 4.0),
        ] {
            assert_eq!(first(text, "en"), Some((written.to_owned(), value)), "{text}");
        }
    }

    #[test]
    fn vague_counts() {
        for (text, written, least) in [
            ("dozens of homes", "dozens", 12.0),
            ("tens of thousands of homes", "tens of thousands", 10_000.0),
            ("hundreds of homes", "hundreds", 100.0),
            ("several hundred homes", "several hundred", 300.0),
            ("a couple of hundred homes", "a couple of hundred", 200.0),
        ] {
            assert_eq!(first(text, "en"), Some((written.to_owned(), least)), "{text}");
        }
    }

    #[test]
    fn what_is_no_number() {
        for text in
            ["the third man", "a second chance", "the 19th century", "first half", "scores were level", "version 1.2.3", "half time"]
        {
            assert_eq!(first(text, "en"), None, "{text}");
        }
    }
}
