//! Reads numbers in words.

use super::number_words::Lexicon;
use super::numeral::{Form, Numeral};
use crate::text::token::Words;

/// A number in words: `twenty-three`, `two hundred and five thousand`, `a million`.
pub(super) fn spelled(words: &Words<'_>, at: usize, lexicon: &Lexicon) -> Option<Numeral> {
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
