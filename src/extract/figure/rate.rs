//! What a figure is counted against: `a month`, `per share`, `/day`.

use super::unit::unit_at;
use super::unit_table::Kind;
use super::word_list::is_one_of;
use crate::text::token::Words;

/// One of what the figure holds for.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Rate {
    /// As the unit writes it: `month`, `share`.
    pub symbol: String,
    /// Its length in seconds, if it is a time.
    pub seconds: Option<f64>,
}

/// English nouns that `a` makes a rate after a sum of money.
const PRICED: &str = "share barrel head person piece night ticket game bottle copy unit pop side seat job vote pupil student child household \
    family customer employee worker user vehicle car pack bushel dozen";

/// Words that make `a year` a point in time and no rate.
const POINTS_IN_TIME: &str = "ago later earlier before after old prior from since";

/// Words for one, by any language that news of ours is in, before the unit of a rate.
const PER: &str = "per each every pro par por в на je";

/// The rate that begins at a token, and the place after it; `money` when what is measured is a price.
pub(super) fn rate_at(words: &Words<'_>, at: usize, language: &str, money: bool) -> Option<(Rate, usize)> {
    let annum = words.key(at + 1) == "annum" || (words.key(at) == "p" && words.key(at + 1) == "." && words.key(at + 2) == "a");
    if annum {
        let end = if words.key(at) == "p" { at + 3 } else { at + 2 };
        return Some((Rate { symbol: "year".to_owned(), seconds: Some(31_556_952.0) }, end));
    }
    let hyphen = usize::from(words.key(at) == "-");
    let key = words.key(at + hyphen);
    let article =
        matches!(key, "a" | "an") || (language == "fr" || language == "de" || language == "es") && matches!(key, "la" | "die" | "al");
    let slash = key == "/" && words.touches_next(at);
    if !article && !slash && !is_one_of(PER, key) {
        return None;
    }
    let next = at + hyphen + 1;
    let next = if words.key(next) == "-" || matches!(words.key(next), "single" | "other") { next + 1 } else { next };
    let names_a_rate = |key: &str| if article { money && is_one_of(PRICED, key) } else { !slash || money };
    measured(words, next, language, article, money).or_else(|| named(words, next, language, names_a_rate))
}

fn measured(words: &Words<'_>, at: usize, language: &str, article: bool, money: bool) -> Option<(Rate, usize)> {
    let found = unit_at(words, at, language, false)?;
    let unit = found.unit;
    let is_time = unit.kind == Kind::Duration;
    let fits = (is_time || !article || money) && unit.kind != Kind::Percent && unit.kind != Kind::Money;
    if !fits || is_one_of(POINTS_IN_TIME, words.key(found.end)) {
        return None;
    }
    Some((Rate { symbol: unit.symbol.clone(), seconds: is_time.then_some(unit.factor) }, found.end))
}

fn named(words: &Words<'_>, at: usize, language: &str, names_a_rate: impl Fn(&str) -> bool) -> Option<(Rate, usize)> {
    let key = words.key(at);
    let is_noun = words.is_word(at) && !super::noun::is_boundary(key, language);
    (is_noun && names_a_rate(key)).then(|| (Rate { symbol: key.trim_end_matches("'s").to_owned(), seconds: None }, at + 1))
}
