//! How well an article answers a search: how often it has the words, in its lead above all, and how rare these are.

use crate::event::{Signature, word_numbers};

/// Languages by whose rules a word of a search may be stemmed; `xx` leaves it as it is.
const LANGUAGES: [&str; 7] = ["en", "de", "fr", "es", "ru", "uk", "xx"];

/// Robertson and Zaragoza 2009, *The Probabilistic Relevance Framework*: how soon a word that comes again stops to count, and how much a long
/// report must have more of it.
const SATURATION: f32 = 1.2;
const LENGTH: f32 = 0.4;
/// Words that a report has about, stop words aside.
const USUAL_LENGTH: f32 = 350.0;
/// How often a word in title or first sentences counts besides.
const IN_LEAD: f32 = 3.0;

/// A word of a search with what it weighs.
#[derive(Debug)]
pub(super) struct Weight {
    /// As signatures know it, in each language.
    numbers: Vec<u32>,
    rarity: f32,
}

impl Weight {
    /// Of a word that stands in `with` of `all` articles.
    pub(super) fn new(key: &str, with: f32, all: f32) -> Self {
        let mut numbers: Vec<u32> = LANGUAGES.iter().flat_map(|language| word_numbers(key, language)).collect();
        numbers.sort_unstable();
        numbers.dedup();
        Self { numbers, rarity: ((all - with + 0.5).max(0.0) / (with + 0.5)).ln_1p() }
    }
}

/// What an article can have at most.
pub(super) fn score_of_all(weights: &[Weight]) -> f32 {
    weights.iter().map(|weight| weight.rarity).sum()
}

/// How well an article answers, 0 where its words are not counted.
pub(super) fn score(weights: &[Weight], signature: &Signature) -> f32 {
    let length = 1.0 - LENGTH + LENGTH * signature.length() as f32 / USUAL_LENGTH;
    let part = |weight: &Weight| {
        let times = |number: &u32| signature.times(*number).map_or(0.0, |(whole, lead)| whole as f32 + IN_LEAD * lead as f32);
        let times = weight.numbers.iter().map(times).fold(0.0, f32::max);
        weight.rarity * times / (times + SATURATION * length)
    };
    weights.iter().map(part).sum()
}

#[cfg(test)]
mod tests {
    use super::super::super::fixture::article;
    use super::*;

    #[test]
    fn rare_words_and_leads_count() {
        let of = |text: &str| Signature::of(&article("", "s", "", text));
        let weights = [Weight::new("piers", 10.0, 1_000.0), Weight::new("council", 500.0, 1_000.0)];
        let score = |text: &str| score(&weights, &of(text));
        assert!(score("A pier burnt.") > score("The council met."));
        assert!(score("A pier burnt, and another pier too.") > score("A pier burnt."));
        let late = "One. Two. Three. Four. Five. A pier burnt.";
        assert!(score("A pier burnt.") > score(late) && score(late) > 0.0);
        assert!(score("Nothing happened.") < 1e-6);
    }
}
