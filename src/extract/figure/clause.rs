//! Reads an English clause backwards from a figure: the verb that leads to it, that verb's object, its subject.

mod phrase;

use super::noun::{self, NounPhrase};
use super::part_of_speech::{Part, part};
use super::word_list::is_one_of;
use crate::text::calendar;
use crate::text::token::Words;

/// Tokens from a figure back to its verb, and over an aside between commas.
const TO_VERB: usize = 10;
const ASIDE: usize = 14;

/// Prepositions that lead from a verb or a noun to its value: `rose to`, `cut by`, `a rise of`; others begin a remark beside it.
const OF_VALUE: &str = "to by from at above below under over as than between";

/// Nouns that say when, not what, beside those of the calendar.
const TIMES: &str = "year years quarter quarters month months week weeks day days hour hours minute minutes season decade time period half \
    morning evening afternoon night last next first second third fourth early late earlier previous recent past";

/// Whether a word says when.
pub(super) fn is_time_word(key: &str) -> bool {
    is_one_of(TIMES, key) || calendar::month_in(key, "en").is_some() || calendar::weekday(key).is_some()
}

/// Verbs whose subject a bare number behind them counts: `the toll reached 12`, but not `they treated 12`.
const MEASURING: &str = "is are was were be been being reach reaches reached hit hits total totals totaled totalled totaling totalling exceed exceeds \
    exceeded average averages averaged number numbers numbered numbering equal equals equaled top tops topped topping pass passes passed vote votes voted \
    become becomes became remain remains remained measure measures measured measuring register registered registering stand stands stood read reads";

/// Prepositions that are part of a figure, as its bound.
const BOUNDS: &str = "above below over under between";

/// Verbs that only go with another.
const AUXILIARY: &str =
    "is are was were be been being have has had do does did will would can could may might must shall should 's 're 've 'll";

/// Verbs that say little without what follows them: `goes up by`, `came to`.
const LIGHT: &str = "go goes went gone come comes came get gets got make makes made put puts set sets let lets";

/// Nouns that stand for the number of what follows.
pub(super) const NUMBERS: &str = "number numbers total count";

/// What of a clause leads to a figure.
#[derive(Debug, Clone, PartialEq, Default)]
pub(super) struct Lead {
    /// What the figure is said of.
    pub phrase: Option<NounPhrase>,
    /// The verb that says it, unless it is an auxiliary.
    pub verb: Option<usize>,
    /// Whether it is said of the number of the noun: `the number of people who died rose to …`.
    pub is_number_of: bool,
}

/// A clause that is read backwards; tokens of figures and dates are `taken` and name nothing.
#[derive(Clone, Copy)]
pub(super) struct Clause<'w, 'a> {
    pub words: &'w Words<'a>,
    pub taken: &'w [bool],
    /// Whether the figure is a length of time: what lasts is told more often than where.
    pub is_time: bool,
    /// Whether the figure is a bare number: then it can be the object of a verb that does not measure its subject.
    pub counts: bool,
}

impl<'w, 'a> Clause<'w, 'a> {
    /// The clause of a figure of whatever kind.
    pub(super) fn plain(words: &'w Words<'a>, taken: &'w [bool]) -> Self {
        Self { words, taken, is_time: false, counts: false }
    }

    fn is_taken(self, at: usize) -> bool {
        self.taken.get(at).copied().unwrap_or_default()
    }

    fn part(self, at: usize) -> Part {
        if self.is_taken(at) { Part::BesideVerb } else { part(self.words, at) }
    }

    /// What leads to the figure whose first token is `start`.
    pub(super) fn lead(self, start: usize) -> Lead {
        let start = self.before_determiners(start);
        let preposition = start.checked_sub(1).filter(|&at| self.part(at) == Part::Preposition || self.words.key(at) == "to");
        let bound = Some(start).filter(|&at| is_one_of(BOUNDS, self.words.key(at)));
        let preposition = preposition.or(bound);
        let to_value = preposition.is_none_or(|at| is_one_of(OF_VALUE, self.words.key(at)));
        if let Some(and) = start.checked_sub(1).filter(|&at| self.words.key(at) == "or") {
            return Lead { phrase: self.base_of_time(and), ..Lead::default() };
        }
        let opens = start
            .checked_sub(1)
            .is_none_or(|at| matches!(self.part(at), Part::Comma | Part::Boundary | Part::Joining | Part::Relative) && !self.is_taken(at));
        if opens || preposition.is_some_and(|at| self.words.key(at) == "of") {
            return Lead::default();
        }
        let end = preposition.unwrap_or(start);
        if let Some(verb) = self.verb_before(end) {
            return self.of_verb(verb, end, preposition, to_value);
        }
        let near = self.base(end).filter(|_| to_value || self.is_for(preposition));
        Lead { phrase: near.map(|near| self.climbed(near)), ..Lead::default() }
    }

    fn is_for(self, preposition: Option<usize>) -> bool {
        !self.is_time && preposition.is_some_and(|at| self.words.key(at) == "for")
    }

    /// Whose age the figure is: `Ann Lee, 45`, `a man aged 45`.
    pub(super) fn bearer(self, start: usize) -> Option<NounPhrase> {
        let before = start.checked_sub(1)?;
        let aged = is_one_of("aged age", self.words.key(before)) || self.part(before) == Part::Comma;
        if aged { self.base(before) } else { self.lead(start).phrase }
    }

    /// The noun phrase that ends right before a place.
    pub(super) fn named(self, end: usize) -> Option<NounPhrase> {
        self.base(end)
    }

    /// The object of the verb where the figure is its value (`raised rates by …`), else the subject.
    fn of_verb(self, verb: usize, end: usize, preposition: Option<usize>, to_value: bool) -> Lead {
        let object = self.object(verb, end).filter(|object| to_value || object.tokens.end == end);
        let by_lasting = self.is_time && preposition.is_some_and(|at| self.words.key(at) == "for") && object.is_none();
        match (object, preposition) {
            (Some(object), Some(_)) if to_value || self.is_for(preposition) => Lead { phrase: Some(object), ..Lead::default() },
            (_, Some(_)) if !to_value && !by_lasting => Lead::default(),
            _ => {
                let is_object = self.counts && preposition.is_none() && !is_one_of(MEASURING, self.words.key(verb));
                let phrase = if is_object { None } else { self.subject(verb) };
                self.of_number(Lead { phrase, verb: Some(verb).filter(|&at| self.is_finite(at)), is_number_of: false })
            }
        }
    }

    /// The place before the articles in front of a figure: `the 34 who …`.
    fn before_determiners(self, start: usize) -> usize {
        (0..start).rev().find(|&at| self.part(at) != Part::Determiner).map_or(0, |at| at + 1)
    }

    /// What is counted where the subject is a number: `people` in `the number of people in the camps`; nothing but its state in `the number
    /// of dead`.
    fn of_number(self, lead: Lead) -> Lead {
        let of = lead.phrase.as_ref().filter(|found| is_one_of(NUMBERS, self.words.key(found.head))).map(|found| found.tokens.end);
        let Some(counted) = of.filter(|&at| self.words.key(at) == "of").map(|at| at + 1) else { return lead };
        match noun::phrase_at(self.words, counted, "en") {
            Some(phrase) => Lead { phrase: Some(phrase), is_number_of: true, ..lead },
            None => Lead { is_number_of: true, ..lead },
        }
    }

    /// Whether a verb says something by itself and stands in a form that can be shown beside its subject.
    fn is_finite(self, at: usize) -> bool {
        const BEFORE_BASE: &str = "to will would can could may might must shall should";
        let before = (0..at).rev().find(|&place| self.part(place) != Part::BesideVerb || self.words.key(place) == "to");
        let is_base = before.is_some_and(|place| is_one_of(BEFORE_BASE, self.words.key(place)));
        !is_base && !is_one_of(AUXILIARY, self.words.key(at)) && !is_one_of(LIGHT, self.words.key(at))
    }

    /// The noun phrase right behind a verb, before the place `end`: `key rate` in `raised its key rate by`.
    fn object(self, verb: usize, end: usize) -> Option<NounPhrase> {
        let from = (verb + 1..end).find(|&at| self.part(at) != Part::Determiner)?;
        let behind = (from..end).find(|&at| self.part(at) != Part::Noun || self.is_taken(at)).unwrap_or(end);
        if behind > from { self.base(behind) } else { None }
    }

    /// The nearest verb before a place in its clause.
    fn verb_before(self, end: usize) -> Option<usize> {
        for at in (end.saturating_sub(TO_VERB)..end).rev() {
            match self.part(at) {
                Part::Verb | Part::Participle => return Some(at),
                Part::Boundary | Part::Comma => return None,
                _ => {}
            }
        }
        None
    }

    /// The subject of the verb at a place.
    fn subject(self, verb: usize) -> Option<NounPhrase> {
        let mut end = self.verbs_skipped(verb);
        let relative = end.checked_sub(1).filter(|&at| self.part(at) == Part::Relative).or_else(|| self.relative_before_saying(end));
        if let Some(relative) = relative {
            end = relative - usize::from(relative > 0 && self.part(relative - 1) == Part::Comma);
        }
        let nearest = self.base(end);
        let is_participle = self.part(verb) == Part::Participle && self.words.key(verb).ends_with("ing");
        if is_participle || relative.is_some() && !self.is_time {
            return nearest.map(|near| self.climbed(near));
        }
        self.first_of_phrase(end).or_else(|| nearest.map(|near| self.climbed(near)))
    }

    /// The place before a chain of verbs and what stands beside them, and before an aside that parts them from their subject.
    fn verbs_skipped(self, verb: usize) -> usize {
        let mut end = verb;
        let is_of_chain = |at: usize| match self.part(at) {
            Part::BesideVerb => !self.is_taken(at),
            // In `when a mill burned has risen` the first verb is another clause's.
            Part::Verb => is_one_of(AUXILIARY, self.words.key(at)) || !is_one_of(AUXILIARY, self.words.key(at + 1)),
            _ => false,
        };
        while end > 0 && is_of_chain(end - 1) {
            end -= 1;
        }
        let closes = end.checked_sub(1).filter(|&at| self.part(at) == Part::Comma);
        let opens = closes.and_then(|close| (close.saturating_sub(ASIDE)..close).rev().find(|&at| self.part(at) == Part::Comma));
        opens.unwrap_or(end)
    }

    /// The relative word of a clause that somebody is said to say: `that` in `talks that agencies said had lasted`.
    fn relative_before_saying(self, end: usize) -> Option<usize> {
        let saying = end.checked_sub(1).filter(|&at| is_one_of("said says say reported claimed announced", self.words.key(at)))?;
        (saying.saturating_sub(5)..saying).rev().find(|&at| self.part(at) == Part::Relative)
    }
}
