//! Finds what an amount is said of: the noun before its verb.

use super::noun::{self, NounPhrase};
use super::state;
use super::word_list::is_one_of;
use crate::text::token::Words;

/// Prepositions whose noun is not the subject: `talks with delegations lasted …`.
const PREPOSITIONS: &str = "of with in for at on between by from to among across as after before than over and or mit von in de avec con";

/// Those among them that bind a noun to the one before it, as in `talks with delegations at the spaceport that lasted …`.
const BINDING: &str = "of with in at on between from to among von de con";

/// Words that begin another clause, whose subject it is not.
const SPEAKING: &str = "said says say told tells added reported announced claimed";

/// Words that take up the noun before them as the subject of their clause.
const RELATIVE: &str = "that which who die der das qui que";

/// Tokens from one noun back to the next, and from one comma of an aside to the other.
const REACH: usize = 10;
const ASIDE: usize = 14;

/// The subject of the verb that leads to the figure at `start`: `talks` in `talks that lasted for four hours`, in `talks with delegations
/// lasted four hours`, in `talks, first in private, lasted four hours`, and in `talks that agencies said had lasted four hours`. Tokens
/// of other figures are `taken` and name nothing.
pub(super) fn subject(words: &Words<'_>, start: usize, language: &str, taken: &[bool]) -> Option<NounPhrase> {
    let is_taken = |at: usize| taken.get(at).copied().unwrap_or_default();
    let is_noun = |at: usize| {
        let key = words.key(at);
        let is_name = words.is_word(at) && !is_taken(at) && !noun::is_boundary(key, language);
        is_name && state::extent(key).is_none() && !state::is_verb(key, language) && !noun::is_verb_like(key)
    };
    let mut at = before_aside(words, start, language).unwrap_or(start);
    let mut prepositions = PREPOSITIONS;
    let mut found = None;
    for _ in 0..6 {
        let mut places = (at.saturating_sub(REACH)..at).rev();
        let head = match places.find(|&place| ends_clause(words, place) || is_noun(place)) {
            Some(place) if is_noun(place) && !ends_clause(words, place) => place,
            Some(place) if found.is_none() => {
                let Some(relative) = relative_before(words, place) else { break };
                (at, prepositions) = (relative, BINDING);
                continue;
            }
            _ => break,
        };
        let mut first = head;
        while first > 0 && head - first < 4 && is_noun(first - 1) {
            first -= 1;
        }
        found = Some(NounPhrase { tokens: first..head + 1, head });
        let mut before = first.saturating_sub(1);
        while before > 0 && (is_taken(before) || is_determiner(words.key(before))) {
            before -= 1;
        }
        if relative_clause(words, before) {
            (at, prepositions) = (before, BINDING);
        } else if first > 0 && is_one_of(prepositions, words.key(before)) {
            at = before;
        } else {
            break;
        }
    }
    found
}

fn ends_clause(words: &Words<'_>, at: usize) -> bool {
    matches!(words.key(at), ";" | "." | ":" | "\"") || is_one_of(SPEAKING, words.key(at))
}

/// Whether the token takes up a noun before it and somebody is said to say so: `talks that agencies said had lasted …`.
fn relative_clause(words: &Words<'_>, at: usize) -> bool {
    at > 0 && is_one_of(RELATIVE, words.key(at)) && (at + 1..at + 6).any(|place| is_one_of(SPEAKING, words.key(place)))
}

/// The relative word that opens the clause of a speaking verb: `that` in `that Russian agencies said`.
fn relative_before(words: &Words<'_>, speaking: usize) -> Option<usize> {
    let is_speaking = is_one_of(SPEAKING, words.key(speaking));
    (speaking.saturating_sub(5)..speaking).rev().find(|&at| is_speaking && at > 0 && is_one_of(RELATIVE, words.key(at)))
}

/// Where an aside between the subject and its verb opens: the first comma of `talks, first in private, lasted four hours`.
fn before_aside(words: &Words<'_>, start: usize, language: &str) -> Option<usize> {
    let verb = (start.saturating_sub(4)..start).rev().find(|&at| state::is_verb(words.key(at), language))?;
    let close = verb.checked_sub(1).filter(|&at| words.key(at) == ",")?;
    (close.saturating_sub(ASIDE)..close).rev().find(|&at| words.key(at) == ",")
}

fn is_determiner(key: &str) -> bool {
    is_one_of("the a an their his her its these those this that our die der das le la les el los", key)
}
