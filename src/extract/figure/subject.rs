//! Finds what an amount is said of: the noun before its verb.

use super::noun::{self, NounPhrase};
use super::state;
use super::word_list::is_one_of;
use crate::text::token::Words;

/// Prepositions whose noun is not the subject: `talks with delegations lasted …`.
const PREPOSITIONS: &str = "of with in for at on between by from to among across as after before than over and or mit von in de avec con";

/// Words that begin another clause, whose subject it is not.
const SPEAKING: &str = "said says say told tells added reported announced claimed";

/// Tokens from one noun back to the next.
const REACH: usize = 10;

/// The subject of the verb that leads to the figure at `start`: `talks` in `talks that lasted for four hours`, and in `talks with
/// delegations lasted four hours`. Tokens of other figures are `taken` and name nothing.
pub(super) fn subject(words: &Words<'_>, start: usize, language: &str, taken: &[bool]) -> Option<NounPhrase> {
    let is_noun = |at: usize| {
        let key = words.key(at);
        let is_name = words.is_word(at) && !taken.get(at).copied().unwrap_or_default() && !noun::is_boundary(key, language);
        is_name && state::extent(key).is_none() && !state::is_verb(key, language) && !noun::is_verb_like(key)
    };
    let ends_clause = |at: usize| matches!(words.key(at), ";" | "." | ":" | "\"") || is_one_of(SPEAKING, words.key(at));
    let mut at = start;
    let mut found = None;
    for _ in 0..6 {
        let Some(head) = (at.saturating_sub(REACH)..at).rev().take_while(|&place| !ends_clause(place)).find(|&place| is_noun(place)) else {
            break;
        };
        let mut first = head;
        while first > 0 && head - first < 4 && is_noun(first - 1) {
            first -= 1;
        }
        found = Some(NounPhrase { tokens: first..head + 1, head });
        let determined = first.saturating_sub(1);
        let before = if is_determiner(words.key(determined)) { determined.saturating_sub(1) } else { determined };
        if first == 0 || !is_one_of(PREPOSITIONS, words.key(before)) {
            break;
        }
        at = before;
    }
    found
}

fn is_determiner(key: &str) -> bool {
    is_one_of("the a an their his her its these those this that our die der das le la les el los", key)
}
