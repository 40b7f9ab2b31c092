//! Reads numbers in words.

use super::number_words::Lexicon;
use super::numeral::{Form, Numeral};
use super::word_list::is_one_of;
use crate::text::token::Words;

/// A number in words: `twenty-three`, `two hundred and five thousand`, `a million`.
pub(super) fn spelled(words: &Words<'_>, at: usize, lexicon: &Lexicon) -> Option<Numeral> {
    if let Some(value) = compound(words.key(at), lexicon) {
        return Some(Numeral::new(at..at + 1, value, Form::Words));
    }
    let mut reading = Spelled { at, french: lexicon.number("quatre").is_some(), ..Spelled::default() };
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

/// A German number in one word: `fünfundzwanzig`, `zweihundert`, `dreitausend`. `None` for a word of the table itself.
fn compound(key: &str, lexicon: &Lexicon) -> Option<f64> {
    lexicon.number("zwei")?;
    let known = |part: &str| match part {
        "" | "ein" => Some(1.0),
        part => lexicon.number(part),
    };
    let below_hundred = |part: &str| match part.split_once("und") {
        Some((unit, ten)) if !unit.is_empty() => Some(known(unit)? + known(ten).filter(|ten| *ten >= 20.0)?),
        _ => lexicon.number(part),
    };
    let rest = |part: &str, below: &dyn Fn(&str) -> Option<f64>| if part.is_empty() { Some(0.0) } else { below(part) };
    let below_thousand = |part: &str| match part.split_once("hundert") {
        Some((hundreds, ending)) => Some(known(hundreds)? * 100.0 + rest(ending, &below_hundred)?),
        None => below_hundred(part),
    };
    if lexicon.number(key).is_some() || lexicon.magnitude(key).is_some() {
        return None;
    }
    match key.split_once("tausend") {
        Some((thousands, ending)) => {
            let thousands = if thousands.is_empty() { 1.0 } else { below_thousand(thousands)? };
            Some(thousands * 1000.0 + rest(ending, &below_thousand)?)
        }
        None => below_thousand(key),
    }
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
    /// Whether the words are French, which counts on to nineteen after sixty and eighty.
    french: bool,
}

/// Words between the parts of a number.
const LINKS: &str = "and y et";

impl Spelled {
    /// Takes the next word if it goes on the number.
    fn step(&mut self, words: &Words<'_>, lexicon: &Lexicon) -> bool {
        let joined = words.key(self.at) == "-" && words.touches_previous(self.at) && words.touches_next(self.at);
        let linked = self.current + self.total > 0.0 && is_one_of(LINKS, words.key(self.at));
        let at = self.at + usize::from(joined || linked);
        let key = words.key(at);
        let taken = if self.fourscore(key) {
            true
        } else if let Some(value) = lexicon.number(key) {
            let follows = !linked || (self.current % 100.0 == 0.0 && value < 100.0) || (value < 12.0 && words.key(self.at) != "and");
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
        let below_ten = if below >= 60.0 && self.french { 20.0 } else { 10.0 };
        open || (below >= 20.0 && below % 10.0 == 0.0 && value < below_ten)
    }

    /// `quatre-vingt` is eighty.
    fn fourscore(&mut self, key: &str) -> bool {
        let found = self.french && (self.current - 4.0).abs() < 0.5 && matches!(key, "vingt" | "vingts");
        if found {
            self.current = 80.0;
        }
        found
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
