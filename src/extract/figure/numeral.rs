//! Reads one written number: digits by the marks of a language, number words, parts, magnitudes, vague counts.

use std::ops::Range;

use super::noun;
use super::number_words::{Lexicon, MAGNITUDE_LETTERS, VagueCount};
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
    fn new(tokens: Range<usize>, value: f64, form: Form) -> Self {
        Self { tokens, value, magnitude: 1.0, place: place_of(value), form }
    }

    /// The same number with a magnitude written elsewhere (`5 to 6 million`).
    pub(super) fn times(mut self, magnitude: f64) -> Self {
        self.value *= magnitude;
        self.place *= magnitude;
        self.magnitude *= magnitude;
        self
    }

    fn until(mut self, end: usize) -> Self {
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

/// The number that begins at a token, if one does.
pub(super) fn numeral_at(words: &Words<'_>, at: usize, setting: Setting<'_>) -> Option<Numeral> {
    let lexicon = Lexicon::of(setting.language);
    if words.is_number(at) {
        return digits(words, at, setting).map(|numeral| with_half(words, numeral, lexicon)).map(|n| with_magnitude(words, n, setting));
    }
    if words.is_word(at) {
        return vague(words, at, lexicon)
            .or_else(|| part(words, at, setting))
            .or_else(|| spelled(words, at, lexicon).map(|n| with_half(words, n, lexicon)).map(|n| with_magnitude(words, n, setting)));
    }
    let fraction = unicode_fraction(words.word(at))?;
    Some(with_magnitude(words, Numeral::new(at..at + 1, fraction, Form::Part), setting))
}

/// Languages that write `1.500,5`.
const DOT_GROUPS: &[&str] = &["de", "es", "it", "pt", "nl", "tr", "id", "da", "sv", "nb", "no", "ro", "hr", "sr", "sl", "el"];
/// Languages besides these that write the decimal mark as a comma.
const COMMA_DECIMALS: &[&str] = &["fr", "ru", "uk", "pl", "cs", "sk", "bg", "fi", "hu", "lt", "lv", "et", "be", "kk"];

fn digits(words: &Words<'_>, at: usize, setting: Setting<'_>) -> Option<Numeral> {
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
        Some((_, decimals)) => 10f64.powi(-(decimals.len().min(300) as i32)),
        None => place_of(value),
    };
    value.is_finite().then_some((value, place))
}

/// What one step of the last digit that is not zero is worth, in a whole number; a thousandth in any other.
fn place_of(value: f64) -> f64 {
    if value.fract() != 0.0 {
        return 0.001;
    }
    let mut place = 1.0;
    while value != 0.0 && place < 1e15 && (value / (place * 10.0)).fract() == 0.0 {
        place *= 10.0;
    }
    place
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

fn unicode_fraction(mark: &str) -> Option<f64> {
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

/// A number in words: `twenty-three`, `two hundred and five thousand`, `a million`.
fn spelled(words: &Words<'_>, at: usize, lexicon: &Lexicon) -> Option<Numeral> {
    let mut reading = Spelled { at, ..Spelled::default() };
    if lexicon.is_article(words.key(at)) || words.key(at) == "per" {
        lexicon.magnitude(words.key(at + 1)).filter(|_| words.key(at) != "per" && !words.touches_next(at))?;
        reading.at = at + 1;
        reading.current = 1.0;
    } else if lexicon.number(words.key(at)).is_none() {
        return None;
    }
    while reading.step(words, lexicon) {}
    let value = reading.total + reading.current;
    let magnitude = if reading.magnitude > 0.0 { reading.magnitude } else { 1.0 };
    let numeral = Numeral { magnitude, ..Numeral::new(at..reading.at, value, Form::Words) };
    Some(decimals(words, numeral, lexicon))
}

/// `three point five`.
fn decimals(words: &Words<'_>, numeral: Numeral, lexicon: &Lexicon) -> Numeral {
    let mut at = numeral.tokens.end;
    if words.key(at) != "point" || numeral.magnitude > 1.0 {
        return numeral;
    }
    let (mut value, mut place) = (numeral.value, 1.0);
    at += 1;
    while let Some(digit) = lexicon.number(words.key(at)).filter(|digit| *digit < 10.0 && place > 1e-6) {
        place /= 10.0;
        value += digit * place;
        at += 1;
    }
    if place < 1.0 { Numeral { place, ..Numeral::new(numeral.tokens.start..at, value, Form::Words) } } else { numeral }
}

/// A number in words while it is being read.
#[derive(Default)]
struct Spelled {
    at: usize,
    /// What magnitudes from a thousand up have closed.
    total: f64,
    /// What is below the next magnitude.
    current: f64,
    /// The last magnitude; 0 before the first.
    magnitude: f64,
}

impl Spelled {
    /// Takes the next word if it goes on the number.
    fn step(&mut self, words: &Words<'_>, lexicon: &Lexicon) -> bool {
        let joined = words.key(self.at) == "-" && words.touches_previous(self.at) && words.touches_next(self.at);
        let linked = self.current + self.total > 0.0 && (words.key(self.at) == "and" || words.key(self.at) == "y");
        let at = self.at + usize::from(joined || linked);
        let key = words.key(at);
        let taken = if let Some(value) = lexicon.number(key) {
            let follows = !linked || (self.current % 100.0 == 0.0 && value < 100.0) || (value < 10.0 && words.key(self.at) == "y");
            follows && self.fits(value) && self.add(value)
        } else if let Some(magnitude) = lexicon.magnitude(key) {
            !linked && self.multiply(magnitude)
        } else {
            false
        };
        if taken {
            self.at = at + 1;
        }
        taken
    }

    /// Whether a value goes on the number: `twenty` takes `three`, not `thirty`.
    fn fits(&self, value: f64) -> bool {
        let below = self.current % 100.0;
        if value >= 100.0 {
            return self.current == 0.0;
        }
        let open = below == 0.0 && (self.current > 0.0 || self.total > 0.0 || self.magnitude == 0.0);
        open || (below >= 20.0 && below % 10.0 == 0.0 && value < 10.0)
    }

    fn add(&mut self, value: f64) -> bool {
        let first = self.current == 0.0 && self.total == 0.0;
        let repeated_zero = value == 0.0 && !first;
        self.current += value;
        !repeated_zero
    }

    fn multiply(&mut self, magnitude: f64) -> bool {
        if self.current == 0.0 {
            return false;
        }
        if magnitude < 1000.0 {
            let fits = self.current < 100.0;
            if fits {
                self.current *= magnitude;
                self.magnitude = self.magnitude.max(magnitude);
            }
            return fits;
        }
        if self.total > 0.0 && magnitude >= self.magnitude {
            return false;
        }
        self.total += self.current * magnitude;
        self.current = 0.0;
        self.magnitude = magnitude;
        true
    }
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

/// A part of a whole, of a magnitude or of a unit: `a third`, `half a million`, `half an hour`, `three quarters of`.
fn part(words: &Words<'_>, at: usize, setting: Setting<'_>) -> Option<Numeral> {
    let lexicon = Lexicon::of(setting.language);
    let key = words.key(at);
    if let Some(part) = lexicon.part(key) {
        return bare_part(words, at, part, setting);
    }
    let article = lexicon.is_article(key);
    let count = if article { 1.0 } else { lexicon.number(key).filter(|count| (1.0..100.0).contains(count))? };
    let noun = if words.key(at + 1) == "-" && words.touches_next(at) { at + 2 } else { at + 1 };
    let part = lexicon.part(words.key(noun)).filter(|part| count <= *part * 4.0)?;
    let end = noun + 1;
    let one = count <= 1.0;
    let multiplied = multiplied(words, end, count / part, at, setting);
    if multiplied.is_some() || article && part == 2.0 && words.key(end) != "of" {
        return multiplied;
    }
    let plural = words.key(noun).ends_with('s') || setting.language != "en";
    let is_period = words.key(noun).starts_with("quarter") && !matches!(words.key(end), "of" | "the") && !noun::is_stop(words, end);
    if one == plural && setting.language == "en" || is_period {
        return None;
    }
    let stands_alone = !one || names_a_share(words, at, end);
    stands_alone.then(|| Numeral { place: 1.0 / part, ..Numeral::new(at..end, count / part, Form::Part) })
}

/// `half` or `quarter` without an article.
fn bare_part(words: &Words<'_>, at: usize, part: f64, setting: Setting<'_>) -> Option<Numeral> {
    let lexicon = Lexicon::of(setting.language);
    let other = matches!(words.key_before(at, 1), "first" | "second" | "other" | "the" | "this" | "that" | "last" | "each" | "a" | "final");
    if let Some(numeral) = multiplied(words, at + 1, 1.0 / part, at, setting).filter(|_| !other) {
        return Some(numeral);
    }
    if part > 2.0 {
        return None;
    }
    if lexicon.is_article(words.key(at + 1)) && unit_at(words, at + 2, setting.language, false).is_some() {
        return Some(Numeral { place: 0.5, ..Numeral::new(at..at + 2, 0.5, Form::Words) });
    }
    let of_whole = matches!(words.key(at + 1), "of" | "the" | "its" | "their" | "his" | "her" | "all" | "our" | "these" | "those");
    (of_whole && !other).then(|| Numeral { place: 0.5, ..Numeral::new(at..at + 1, 0.5, Form::Part) })
}

/// A part of a magnitude: `half a million`, `three quarters of a billion`, `quarter million`.
fn multiplied(words: &Words<'_>, end: usize, share: f64, start: usize, setting: Setting<'_>) -> Option<Numeral> {
    let lexicon = Lexicon::of(setting.language);
    let at = if matches!(words.key(end), "of" | "-") { end + 1 } else { end };
    let at = if lexicon.is_article(words.key(at)) { at + 1 } else { at };
    let magnitude = lexicon.magnitude(words.key(at)).filter(|magnitude| *magnitude > 10.0)?;
    let numeral = Numeral { place: 0.25, ..Numeral::new(start..at + 1, share, Form::Words) };
    (at == end || words.key(at) != "hundred").then(|| numeral.times(magnitude))
}

/// Whether `a third` is a share here and not the third of a row.
fn names_a_share(words: &Words<'_>, at: usize, end: usize) -> bool {
    const BEFORE: &[&str] =
        &["by", "about", "around", "nearly", "almost", "roughly", "over", "than", "under", "some", "least", "approximately"];
    words.key(end) == "of" || (noun::is_stop(words, end) && words.key(end) != "-") || BEFORE.contains(&words.key_before(at, 1))
}

/// `dozens`, `tens of thousands`, `several hundred`, `a couple of hundred`.
fn vague(words: &Words<'_>, at: usize, lexicon: &Lexicon) -> Option<Numeral> {
    let key = words.key(at);
    if let Some(count) = lexicon.vague_count(key) {
        let of = matches!(words.key(at + 1), "of" | "de" | "von");
        let second = lexicon.vague_count(words.key(at + 2)).filter(|_| of);
        if second.is_none() && ((key == "tens" || key == "scores") && !(of && key == "scores") || words.key_before(at, 1) == "-") {
            return None;
        }
        let (count, end) = second.map_or((count, at + 1), |second| (count_of(count, second.written.0), at + 3));
        return Some(Numeral::new(at..end, count.written.0, Form::Vague(count)));
    }
    let start = at;
    let at = if lexicon.is_article(key) { at + 1 } else { at };
    let (least, greatest) = lexicon.vague_factor(words.key(at))?;
    let next = if words.key(at + 1) == "of" { at + 2 } else { at + 1 };
    let magnitude = lexicon.magnitude(words.key(next))?;
    let written = (least * magnitude, Some(greatest * magnitude));
    let count = VagueCount { written, allowed: (least * magnitude, greatest * magnitude) };
    Some(Numeral::new(start..next + 1, least * magnitude, Form::Vague(count)))
}

fn count_of(count: VagueCount, each: f64) -> VagueCount {
    VagueCount {
        written: (count.written.0 * each, count.written.1.map(|next| next * each)),
        allowed: (count.allowed.0 * each, count.allowed.1 * each),
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
        "cent" | "cents" | "score" | "tn" => !words.touches_previous(at),
        _ => false,
    };
    let goes_up = numeral.magnitude <= 1.0 || numeral.magnitude < 1e6 && factor >= 1e6 || factor >= 1e7 && numeral.magnitude < 1e7;
    !ambiguous && goes_up && factor != 20.0
}

/// `12m`, `4.3M`, `8 B`: million only where money or things are counted, else a metre.
fn magnitude_letter(words: &Words<'_>, at: usize, setting: Setting<'_>) -> Option<f64> {
    let (_, factor) = *MAGNITUDE_LETTERS.iter().find(|(letter, _)| *letter == words.word(at))?;
    let glued = words.touches_previous(at);
    if words.touches_next(at) && (words.is_number(at + 1) || matches!(words.key(at + 1), "/" | "²" | "³" | "^")) {
        return None;
    }
    let counted = || unit_at(words, at + 1, setting.language, false).is_some() || noun::is_counted(words, at + 1, setting.language);
    let article = matches!(words.key_before(at, 2), "a" | "an" | "the");
    let reads = match words.word(at) {
        "k" | "K" | "MM" => glued,
        "M" => glued || setting.money || counted(),
        "m" => setting.money || (glued && !article && counted()),
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
