//! Who holds which office, as the text tells it: `the minister` and `the ministry` are whoever does.

use super::{Found, Speakers};
use crate::extract::name::is_title_word;
use crate::extract::unit::Unit;
use crate::text::span::Span;

/// How many offices or mentions back `the minister` and `the ministry` are followed.
const OFFICES_BACK: usize = 500;

/// Who holds an office, as the text tells from `at` on.
pub(super) struct Office {
    at: usize,
    /// Its words as keys, the head last.
    words: Vec<String>,
    holder: String,
    name: Option<usize>,
}

impl Office {
    /// Whether the word is one of the office's, or names the same country: `North Korea's leader` is `the North Korean leader`.
    fn is_of(&self, word: &str) -> bool {
        self.words.iter().any(|own| own == word || is_of_one_country(own.trim_end_matches("'s"), word))
    }
}

/// Whether the words begin alike and end as a country and its adjective do: `Russia` and `Russian`, `China` and `Chinese`.
fn is_of_one_country(one: &str, other: &str) -> bool {
    const STEM: usize = 4;
    const ENDING: usize = 3;
    let shared = one.chars().zip(other.chars()).take_while(|(a, b)| a == b).count();
    shared >= STEM && one.chars().count().max(other.chars().count()) - shared <= ENDING
}

impl Speakers<'_> {
    /// `the minister`, `the ministry`: whoever holds the office, or the body with that word in its name.
    pub(super) fn office_holder(&self, source: Span, head: &[Unit]) -> Found {
        if let Some(office) = self.office_of(head, source.start) {
            return office.name.map_or_else(|| Found::Description(office.holder.clone()), Found::Name);
        }
        let is_definite = head.first().is_some_and(|unit| unit.is_one_of(&["the", "this", "der", "die", "das", "le", "la", "el"]));
        let noun = head.last().map(|unit| unit.key.as_ref()).unwrap_or_default();
        let before = self.mentions.partition_point(|(span, _)| span.start < source.start);
        let body = self.mentions[..before].iter().rev().take(OFFICES_BACK).find(|(_, number)| {
            self.names.get(*number).is_some_and(|name| !name.person && name.text.split(' ').any(|word| word.eq_ignore_ascii_case(noun)))
        });
        body.filter(|_| is_definite && head.len() <= 3).map_or(Found::Unknown, |(_, number)| Found::Name(*number))
    }

    /// The latest office before `at` that the words of the phrase fit: its head is theirs, and their other words with capitals are in it.
    pub(super) fn office_of(&self, head: &[Unit], at: usize) -> Option<&Office> {
        let first = head.first()?;
        let (noun, rest) = head.split_last()?;
        let is_definite = first.is_one_of(&["the", "this", "der", "le", "el"]) || head.len() == 1;
        if !is_definite || !is_title_word(&noun.key) {
            return None;
        }
        let told = self
            .offices
            .iter()
            .rev()
            .take(OFFICES_BACK)
            .filter(|office| office.at < at && office.words.last().map(String::as_str) == Some(noun.key.as_ref()));
        let mut fits = told.filter(|office| rest.iter().filter(|unit| unit.capital && !unit.is("the")).all(|unit| office.is_of(&unit.key)));
        fits.next()
    }

    /// The offices that titles before names and appositions after them tell.
    pub(super) fn offices_told(&self) -> Vec<Office> {
        let mut offices = Vec::new();
        for &(span, number) in &self.mentions {
            let Some(name) = self.names.get(number).filter(|name| name.person) else { continue };
            if let Some(title) = name.title.as_ref().filter(|_| name.mentions.first() == Some(&span)) {
                let words = title.split(' ').map(str::to_lowercase).collect();
                offices.push(Office { at: span.start, words, holder: name.text.clone(), name: Some(number) });
            }
            offices.extend(self.apposition(span).map(|words| Office {
                at: span.end,
                words,
                holder: name.text.clone(),
                name: Some(number),
            }));
        }
        offices
    }

    /// `Shoigu, Secretary of the Security Council,`: the words up to the office's head.
    fn apposition(&self, mention: Span) -> Option<Vec<String>> {
        let sentence = self.body.sentences().get(self.body.sentence_at(mention.start)?)?;
        let rest = Span::new(mention.end, sentence.span.end.min(mention.end + 120));
        let after = self.body.words(rest).strip_prefix(", ")?;
        let words: Vec<String> = after.split([',', '.', ';']).next()?.split_whitespace().map(str::to_lowercase).collect();
        let head = words.iter().position(|word| is_title_word(word))?;
        Some(words.into_iter().take(head + 1).collect())
    }

    /// A described source can be taken up again: `the spokesman` after `a spokesman for the Foreign Ministry`.
    pub(super) fn remember(&mut self, source: Span, head: &[Unit], holder: &str) {
        let governed = head.iter().position(|unit| unit.is_in(&self.lexicon.prepositions)).unwrap_or(head.len());
        let words: Vec<String> = head[..governed].iter().map(|unit| unit.key.to_string()).collect();
        if words.last().is_some_and(|word| is_title_word(word)) {
            self.offices.push(Office { at: source.start, words, holder: holder.to_owned(), name: None });
        }
    }
}
