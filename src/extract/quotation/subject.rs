//! Whom a sentence is about, where no cue names a source: its first noun phrase, or the name before a colon.

use std::ops::Range;

use super::cue::LONGEST_SIGNATURE;
use super::phrase::is_day;
use crate::extract::lexicon::Lexicon;
use crate::extract::unit::{Unit, UnitKind};

/// The first noun phrase of the sentence: whoever it is about.
pub(super) fn first_subject(units: &[Unit], before: usize, lexicon: &Lexicon) -> Option<Range<usize>> {
    let start = (dateline(units)..before.min(units.len())).find(|&at| opens_subject(units, at, lexicon))?;
    if units[start].is_in(&lexicon.pronouns) {
        return Some(start..start + 1);
    }
    let in_phrase = |at: usize| {
        let unit = &units[at];
        let is_small_word = unit.is_in(&lexicon.prepositions) || unit.is_in(&lexicon.clause_openers) || unit.is_in(&lexicon.between);
        let is_verb = !unit.capital && (unit.key.ends_with("ed") || unit.is_one_of(IRREGULAR_PASTS) || lexicon.verb(&unit.key).is_some());
        let follows = &units[at - 1];
        let after_name = !unit.capital && follows.capital && !follows.key.ends_with("'s") && !units[start].is_in(&lexicon.determiners);
        unit.is_word() && !is_verb && (!after_name || is_small_word) && (!is_small_word || unit.is_one_of(&["of", "for", "and"]))
    };
    let end = (start + 1..before.min(units.len())).find(|&at| !in_phrase(at)).unwrap_or(before.min(units.len()));
    Some(start..end)
}

/// Past forms without `-ed` that often stand behind a subject.
const IRREGULAR_PASTS: &[&str] = &[
    "sought", "made", "met", "took", "gave", "went", "came", "got", "put", "saw", "kept", "ran", "led", "left", "won", "lost", "held",
    "brought", "threw", "drew", "became", "sent", "built", "stood", "spent", "struck", "drove", "rose", "fell", "fought", "hit", "cut",
    "set", "spoke", "knew", "felt",
];

/// The units of `WASHINGTON (UPI) —` at the head of a report.
fn dateline(units: &[Unit]) -> usize {
    let dash = units.iter().take(LONGEST_DATELINE).position(|unit| matches!(unit.kind, UnitKind::Mark('—' | '–' | '-')));
    dash.filter(|&at| units[..at].iter().all(|unit| !unit.is_word() || unit.capital || unit.key.starts_with(|c: char| c.is_ascii_digit())))
        .map_or(0, |at| at + 1)
}

/// The most units a dateline has.
const LONGEST_DATELINE: usize = 12;

/// The names right before a colon: `Philip Bump: “…”`.
pub(super) fn names_before(units: &[Unit], colon: usize) -> Option<Range<usize>> {
    let is_part = |at: &usize| units[*at].is_word() && (units[*at].capital || units[*at].is("and"));
    let start = (0..colon).rev().take_while(is_part).last()?;
    let opens = start.checked_sub(1).is_none_or(|n| !units[n].is_word());
    (opens && units[start].capital && colon - start <= LONGEST_SIGNATURE).then_some(start..colon)
}

/// Whether the sentence's subject can open here: not within an adverbial, and not with an adverb or participle.
fn opens_subject(units: &[Unit], at: usize, lexicon: &Lexicon) -> bool {
    let unit = &units[at];
    let is_small_word = unit.is_in(&lexicon.prepositions) || unit.is_in(&lexicon.clause_openers) || unit.is_in(&lexicon.between);
    let is_adverb = unit.key.ends_with("ly") || unit.key.ends_with("ing") || is_day(unit);
    let names = (unit.capital && unit.is_word()) || unit.is_in(&lexicon.determiners) || unit.is_in(&lexicon.pronouns);
    let in_adverbial = (at.saturating_sub(3)..at).any(|n| units[n].is_in(&lexicon.prepositions));
    names && !is_small_word && !is_adverb && !unit.is_one_of(&["however", "asked", "here", "there", "yes", "no"]) && !in_adverbial
}
