//! Finds noun phrases that end at a place of a clause, and what hangs on them.

use super::super::noun::NounPhrase;
use super::super::part_of_speech::Part;
use super::super::word_list::is_one_of;
use super::{Clause, TO_VERB, is_time_word};

/// Tokens from a verb back to the start of its subject.
const TO_START: usize = 16;

/// The most words of a noun phrase that are shown.
const LONGEST: usize = 4;

/// Words that open a clause inside the subject: `the people who died when a mill burned`.
const INNER_CLAUSE: &str = "when after as where since";

/// Participles of what is held to be so: `the number of people known to have died`.
const HELD: &str = "known believed thought feared presumed confirmed reported expected";

impl Clause<'_, '_> {
    /// The noun phrase without prepositions that ends right before a place.
    pub(super) fn base(self, end: usize) -> Option<NounPhrase> {
        let mut last = end.checked_sub(1)?;
        while last > 0 && self.part(last) == Part::BesideVerb {
            last -= 1;
        }
        let is_noun = |at: usize| self.part(at) == Part::Noun && !self.is_taken(at);
        if !is_noun(last) || !self.words.is_word(last) {
            return None;
        }
        let mut first = last;
        while first > 0 && last - first + 1 < LONGEST && is_noun(first - 1) {
            first -= 1;
        }
        while !self.words.is_word(first) {
            first += 1;
        }
        let named = (first..=last).any(|at| self.words.is_word(at) && !is_time_word(self.words.key(at)));
        named.then_some(NounPhrase { tokens: first..last + 1, head: last })
    }

    /// The noun right before a place, also one that says when: `a month or two`.
    pub(super) fn base_of_time(self, end: usize) -> Option<NounPhrase> {
        let head = end.checked_sub(1).filter(|&at| self.words.is_word(at) && self.part(at) == Part::Noun && !self.is_taken(at))?;
        Some(NounPhrase { tokens: head..head + 1, head })
    }

    /// The noun that owns the one found, over `of`: `shares of Tata Sons` are shares.
    pub(super) fn climbed(self, found: NounPhrase) -> NounPhrase {
        let mut before = found.tokens.start;
        while before > 0 && matches!(self.part(before - 1), Part::Determiner) {
            before -= 1;
        }
        let of = before.checked_sub(1).filter(|&at| self.words.key(at) == "of");
        of.and_then(|at| self.base(at)).unwrap_or(found)
    }

    /// The head of the noun phrase that ends at a place, with all that hangs on it: `toll` of `the toll from the dam in the valley`.
    pub(super) fn first_of_phrase(self, end: usize) -> Option<NounPhrase> {
        let start = self.phrase_start(end);
        let opening = (start..end).find(|&at| self.part(at) != Part::Determiner)?;
        let is_break = |at: usize| {
            !self.is_taken(at) && matches!(self.part(at), Part::Preposition | Part::Joining | Part::Participle | Part::Relative)
        };
        let stop = (opening..end).find(|&at| is_break(at)).unwrap_or(end);
        if stop > opening { self.base(stop) } else { None }
    }

    /// Where the noun phrase begins that ends at a place: behind the mark, the verb or the word that opens its clause.
    fn phrase_start(self, end: usize) -> usize {
        let mut at = end;
        while at > 0 && end - at < TO_START {
            let before = at - 1;
            if self.is_taken(before) || !self.ends_phrase(before, end) {
                at = before;
            } else if let Some(inner) = self.held(before).or_else(|| self.inner_clause(before)) {
                at = inner;
            } else {
                break;
            }
        }
        at
    }

    /// Whether a word is no part of the noun phrase that ends at `end`.
    fn ends_phrase(self, at: usize, end: usize) -> bool {
        match self.part(at) {
            Part::Boundary => {
                let is_clause = (at + 1..end).any(|place| matches!(self.part(place), Part::Verb | Part::Participle));
                !(is_clause && is_one_of(INNER_CLAUSE, self.words.key(at)))
            }
            Part::Comma | Part::Verb | Part::Pronoun | Part::Relative => true,
            Part::Joining => self.joins_clauses(at),
            // What a participle says more of the noun is led by a preposition; another one has its own object or clause.
            Part::Participle => self.part(at + 1) == Part::Determiner,
            _ => false,
        }
    }

    /// The place of the word that opens the inner clause of a verb.
    fn inner_clause(self, verb: usize) -> Option<usize> {
        let is_inside = |at: &usize| matches!(self.part(*at), Part::Noun | Part::Determiner | Part::Preposition | Part::BesideVerb);
        let opens = (0..verb).rev().find(|at| !is_inside(at))?;
        (self.part(verb) == Part::Verb && is_one_of(INNER_CLAUSE, self.words.key(opens))).then_some(opens)
    }

    /// The place before a chain of verbs that only says more of the noun before it: `people known to have died`.
    fn held(self, verb: usize) -> Option<usize> {
        let is_verb = |at: &usize| matches!(self.part(*at), Part::Verb | Part::BesideVerb);
        let first = (0..=verb).rev().take_while(is_verb).last()?;
        let opens = if is_one_of(HELD, self.words.key(first)) { first } else { first.checked_sub(1)? };
        (self.part(verb) == Part::Verb && is_one_of(HELD, self.words.key(opens))).then_some(opens)
    }

    /// Whether an `and` joins clauses: when a verb stands before it, or no noun.
    fn joins_clauses(self, and: usize) -> bool {
        let is_noun = and.checked_sub(1).is_some_and(|at| self.part(at) == Part::Noun && !self.is_taken(at));
        let is_verb = |at: &usize| self.part(*at) == Part::Verb;
        let ends = |at: &usize| matches!(self.part(*at), Part::Boundary | Part::Comma | Part::Relative);
        let mut before = (and.saturating_sub(TO_VERB)..and).rev().take_while(|at| !ends(at));
        !is_noun || before.any(|at| is_verb(&at))
    }
}
