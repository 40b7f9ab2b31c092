//! Finds what an amount is said of.

use super::clause::{Clause, Lead};
use super::noun::{self, NounPhrase};
use super::state;
use super::word_list::is_one_of;
use crate::text::token::Words;

/// Prepositions whose noun is not the subject, in languages whose clauses are not read: `die Zahl der Toten in …`.
const PREPOSITIONS: &str = "mit von in de avec con dans en sur bei im и та с з от від";

/// Tokens from one noun back to the next.
const REACH: usize = 10;

/// What is known of the figure whose subject is asked for.
#[derive(Clone, Copy)]
pub(super) struct Asked<'a> {
    /// Tokens of other figures and of dates: they name nothing.
    pub taken: &'a [bool],
    /// Whether it is a length of time.
    pub is_time: bool,
    /// Whether it is a bare number.
    pub counts: bool,
}

/// What leads to the figure at `start`: the subject or object it is said of, and the verb.
pub(super) fn lead(words: &Words<'_>, start: usize, language: &str, asked: Asked<'_>) -> Lead {
    let Asked { taken, is_time, counts } = asked;
    if language == "en" {
        return Clause { words, taken, is_time, counts }.lead(start);
    }
    Lead { phrase: nearest(words, start, language, taken), ..Lead::default() }
}

/// The noun nearest before a place, or the one on which it hangs by prepositions.
fn nearest(words: &Words<'_>, start: usize, language: &str, taken: &[bool]) -> Option<NounPhrase> {
    let is_taken = |at: usize| taken.get(at).copied().unwrap_or_default();
    let is_noun = |at: usize| {
        let key = words.key(at);
        words.is_word(at) && !is_taken(at) && !noun::is_boundary(key, language) && !state::is_verb(key, language)
    };
    let mut at = start;
    let mut found = None;
    for _ in 0..6 {
        let ends = |place: usize| matches!(words.key(place), ";" | "." | ":" | "\"");
        let Some(head) = (at.saturating_sub(REACH)..at).rev().find(|&place| ends(place) || is_noun(place)).filter(|&at| is_noun(at)) else {
            break;
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
        if first == 0 || !is_one_of(PREPOSITIONS, words.key(before)) {
            break;
        }
        at = before;
    }
    found
}

fn is_determiner(key: &str) -> bool {
    is_one_of("die der das le la les el los", key)
}
