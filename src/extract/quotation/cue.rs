//! Cues: the verbs and phrases that mark reported speech in one sentence, with the source they name.

use std::ops::Range;

use super::lexicon::{Lexicon, Verb, VerbClass, VerbForm};
use super::phrase::{is_day, source_after, subject_before};
use super::unit::{Unit, UnitKind};

/// How cue and source stand to each other.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Order {
    /// `Trump said`
    SubjectVerb,
    /// `said Trump`
    VerbSubject,
    /// `according to Trump`
    Source,
    /// `…, adding`: the source is that of the clause before.
    Participle,
}

/// One cue, as ranges of the sentence's units.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Cue {
    /// The verb or phrase.
    pub(super) verb: Range<usize>,
    /// The source, where one is named.
    pub(super) source: Option<Range<usize>>,
    /// What the verb takes.
    pub(super) class: VerbClass,
    /// How the two stand.
    pub(super) order: Order,
}

impl Cue {
    /// First unit of cue and source together; a participle's source stands elsewhere.
    pub(super) fn start(&self) -> usize {
        match (&self.source, self.order) {
            (Some(source), Order::SubjectVerb) => source.start.min(self.verb.start),
            _ => self.verb.start,
        }
    }

    /// One past the last unit of cue and source together.
    pub(super) fn end(&self) -> usize {
        match (&self.source, self.order) {
            (Some(source), Order::VerbSubject | Order::Source) => source.end.max(self.verb.end),
            _ => self.verb.end,
        }
    }
}

/// The cues of a sentence, in order.
pub(super) fn cues(units: &[Unit], lexicon: &Lexicon) -> Vec<Cue> {
    let mut found: Vec<Cue> = Vec::new();
    for at in 0..units.len() {
        if found.last().is_some_and(|cue| at < cue.end() && cue.order != Order::SubjectVerb) {
            continue;
        }
        let cue = source_phrase(units, at, lexicon).or_else(|| signature(units, at)).or_else(|| {
            let verb = lexicon.verb(&units[at].key).filter(|_| units[at].is_word())?;
            cue_of_verb(units, at, verb, &found, lexicon)
        });
        found.extend(cue);
    }
    found
}

/// `according to X`.
fn source_phrase(units: &[Unit], at: usize, lexicon: &Lexicon) -> Option<Cue> {
    let length = lexicon.sources.iter().find_map(|phrase| {
        let stands = phrase.split(' ').enumerate().all(|(n, word)| units.get(at + n).is_some_and(|unit| unit.is(word)));
        stands.then(|| phrase.split(' ').count())
    })?;
    let source = source_after(units, at + length, lexicon)?;
    Some(Cue { verb: at..at + length, source: Some(source), class: VerbClass::Say, order: Order::Source })
}

/// `“…” ― Pamela Padilla`, to the end of the sentence.
fn signature(units: &[Unit], at: usize) -> Option<Cue> {
    let is_dash = |unit: &Unit| matches!(unit.kind, UnitKind::Mark('—' | '–' | '―' | '-'));
    let after_quoted = at.checked_sub(1).is_some_and(|n| units[n].quoted().is_some());
    let start = at + units[at..].iter().take_while(|unit| is_dash(unit)).count();
    let signed = units.get(start..)?;
    let is_name = (1..=LONGEST_SIGNATURE).contains(&signed.len())
        && signed[0].capital
        && signed.iter().all(|unit| unit.capital || !unit.is_word() || unit.key.len() <= 3);
    (start > at && after_quoted && is_name).then(|| Cue {
        verb: at..start,
        source: Some(start..units.len()),
        class: VerbClass::Say,
        order: Order::Source,
    })
}

/// The most units a name under a quotation has.
const LONGEST_SIGNATURE: usize = 8;

fn cue_of_verb(units: &[Unit], at: usize, verb: Verb, earlier: &[Cue], lexicon: &Lexicon) -> Option<Cue> {
    // `States`, `Notes`: in a headline only the plainest verbs are cues.
    if units[at].capital && !matches!(verb.class, VerbClass::Say | VerbClass::Tell) {
        return None;
    }
    let cue = |source, order| Some(Cue { verb: at..at + 1, source, class: verb.class, order });
    if verb.form != VerbForm::Ing && !is_finite(units, at, verb, lexicon) {
        return None;
    }
    if let Some(source) = inverted_subject(units, at, verb, lexicon) {
        return cue(Some(source), Order::VerbSubject);
    }
    if verb.form == VerbForm::Ing && !follows_auxiliary(units, at) {
        let source = earlier.last().and_then(|cue| cue.source.clone()).or_else(|| first_subject(units, at, lexicon));
        return cue(source, Order::Participle);
    }
    let is_infinitive = verb.form == VerbForm::Base && units[at - 1].is("to");
    match subject_before(units, at, lexicon).filter(|_| !is_infinitive) {
        Some(source) => cue(Some(source), Order::SubjectVerb),
        None if is_coordinated(units, at) => {
            let source = earlier.last().and_then(|cue| cue.source.clone()).or_else(|| first_subject(units, at, lexicon));
            cue(source, Order::Participle)
        }
        None => None,
    }
}

/// Whether the word is used as a verb that has a subject, and not as a noun or in the passive.
fn is_finite(units: &[Unit], at: usize, verb: Verb, lexicon: &Lexicon) -> bool {
    const PASSIVE: &[&str] = &["is", "was", "are", "were", "been", "be", "being", "when", "if", "as", "get", "got", "so-called"];
    const MODAL: &[&str] = &[
        "would", "will", "did", "didn't", "could", "may", "might", "must", "should", "can", "does", "doesn't", "do", "don't", "to", "not",
        "not",
    ];
    let Some(before) = at.checked_sub(1).and_then(|n| units.get(n)) else {
        return false;
    };
    let is_possessive = before.key.ends_with("'s") || before.key.ends_with("s'");
    match verb.form {
        VerbForm::Past => !before.is_one_of(PASSIVE) && !is_possessive,
        VerbForm::Base => {
            (before.is_one_of(MODAL) && (!before.is("to") || goes_on_to(units, at)))
                || before.is_one_of(&["they", "we", "i", "you", "who", "people", "also", "and", "often"])
                || (!before.capital && before.key.ends_with('s') && !is_possessive && !before.is_one_of(lexicon.determiners))
                || (before.capital && before.key.ends_with('s') && !is_possessive)
        }
        VerbForm::Third => {
            !is_possessive && before.is_word() && !before.is_one_of(lexicon.determiners) && !before.is_one_of(lexicon.prepositions)
                || before.is_mark(',')
                || before.is_mark(')')
                || before.quoted().is_some()
        }
        VerbForm::Ing => true,
    }
}

/// `went on to say`, `proceeded to tell`: an infinitive that says that it happened.
fn goes_on_to(units: &[Unit], at: usize) -> bool {
    const BEGINNINGS: &[&str] =
        &["on", "proceeded", "continued", "began", "continues", "goes", "quick", "first", "rushed", "paused", "started", "came"];
    at.checked_sub(2).is_some_and(|n| units[n].is_one_of(BEGINNINGS))
}

fn follows_auxiliary(units: &[Unit], at: usize) -> bool {
    at.checked_sub(1).and_then(|n| units.get(n)).is_some_and(|unit| {
        unit.is_one_of(&["is", "was", "are", "were", "been", "be", "'s", "kept", "keeps", "began", "started", "not", "also"])
    })
}

/// `, but called`, `and added`: a second verb with the subject of the first.
fn is_coordinated(units: &[Unit], at: usize) -> bool {
    (at.saturating_sub(3)..at).any(|n| units[n].is_one_of(&["and", "but", "then", "to"]))
}

/// The first noun phrase of the sentence: whoever it is about.
pub(super) fn first_subject(units: &[Unit], before: usize, lexicon: &Lexicon) -> Option<Range<usize>> {
    let start = (0..before.min(units.len())).find(|&at| opens_subject(units, at, lexicon))?;
    if units[start].is_one_of(lexicon.pronouns) {
        return Some(start..start + 1);
    }
    let in_phrase = |unit: &Unit| {
        let is_small_word =
            unit.is_one_of(lexicon.prepositions) || unit.is_one_of(lexicon.clause_openers) || unit.is_one_of(lexicon.between);
        let is_verb = !unit.capital && (unit.key.ends_with("ed") || lexicon.verb(&unit.key).is_some());
        unit.is_word() && !is_verb && (!is_small_word || unit.is_one_of(&["of", "for", "and"]))
    };
    let end = (start + 1..before.min(units.len())).find(|&at| !in_phrase(&units[at])).unwrap_or(before.min(units.len()));
    Some(start..end)
}

/// Whether the sentence's subject can open here: not within an adverbial, and not with an adverb or participle.
fn opens_subject(units: &[Unit], at: usize, lexicon: &Lexicon) -> bool {
    let unit = &units[at];
    let is_small_word = unit.is_one_of(lexicon.prepositions) || unit.is_one_of(lexicon.clause_openers) || unit.is_one_of(lexicon.between);
    let is_adverb = unit.key.ends_with("ly") || unit.key.ends_with("ing") || is_day(unit);
    let names = (unit.capital && unit.is_word()) || unit.is_one_of(lexicon.determiners) || unit.is_one_of(lexicon.pronouns);
    let in_adverbial = (at.saturating_sub(3)..at).any(|n| units[n].is_one_of(lexicon.prepositions));
    names && !is_small_word && !is_adverb && !unit.is_one_of(&["however", "asked", "here", "there", "yes", "no"]) && !in_adverbial
}

/// `“…,” said Trump`, `…, said Trump.`
fn inverted_subject(units: &[Unit], at: usize, verb: Verb, lexicon: &Lexicon) -> Option<Range<usize>> {
    if matches!(verb.class, VerbClass::Judge | VerbClass::Promise | VerbClass::Urge)
        || !matches!(verb.form, VerbForm::Past | VerbForm::Third)
    {
        return None;
    }
    let before = units.get(at.checked_sub(1)?)?;
    let after_quoted = before.quoted().is_some()
        || (matches!(before.kind, UnitKind::Mark(',' | '—' | '–' | '-')) && at.checked_sub(2).is_some_and(|n| units[n].quoted().is_some()));
    let source = source_after(units, at + 1, lexicon)?;
    let closes = units.get(source.end).is_none_or(|unit| !unit.is_word() || !unit.is_one_of(lexicon.between));
    let is_named = units[source.clone()].iter().any(|unit| unit.capital);
    let verbless = !units[source.clone()].iter().any(|unit| unit.is_one_of(lexicon.between) && !unit.is("and"));
    (after_quoted || (before.is_mark(',') && closes && is_named && verbless)).then_some(source)
}
