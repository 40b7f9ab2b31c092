//! Noun phrases around a cue: who speaks, read off the words before or after the verb.

use std::ops::Range;

use crate::extract::lexicon::{self, Lexicon, VerbClass, VerbForm};
use crate::extract::unit::{Unit, UnitKind};

/// The most units a source may have; beyond that the sentence was misread.
const LONGEST: usize = 45;

/// The subject of the verb at `verb`, before it: `Trump`, `the judge, who …,`, `Rep. Marcia Fudge (D-Ohio)`.
pub(super) fn subject_before(units: &[Unit], verb: usize, lexicon: &Lexicon) -> Option<Range<usize>> {
    let end = skip_back(units, verb, lexicon);
    let last = units.get(end.checked_sub(1)?)?;
    match last.kind {
        UnitKind::Word => phrase_ending(units, end, lexicon),
        UnitKind::Mark(')') => phrase_ending(units, opening_bracket(units, end - 1)?, lexicon).map(|found| found.start..end),
        UnitKind::Mark(',' | '—' | '–' | '-') => before_aside(units, end - 1, lexicon),
        _ => None,
    }
}

/// Goes back over adverbs and auxiliaries: the end of the subject.
pub(super) fn skip_back(units: &[Unit], verb: usize, lexicon: &Lexicon) -> usize {
    let mut end = verb;
    while let Some(unit) = end.checked_sub(1).and_then(|at| units.get(at)) {
        let on_day = is_day(unit) && end >= 2 && units[end - 2].is_in(&lexicon.prepositions);
        if !(unit.is_in(&lexicon.between) || is_adverb(unit) || on_day) {
            break;
        }
        end -= if on_day { 2 } else { 1 };
    }
    end
}

fn is_adverb(unit: &Unit) -> bool {
    unit.is_word() && !unit.capital && unit.key.len() > 4 && unit.key.ends_with("ly")
}

fn opening_bracket(units: &[Unit], close: usize) -> Option<usize> {
    (close.saturating_sub(12)..close).rev().find(|&at| units.get(at).is_some_and(|unit| unit.is_mark('(')))
}

/// The phrase that ends before the unit `end`, back to where its clause opens.
fn phrase_ending(units: &[Unit], end: usize, lexicon: &Lexicon) -> Option<Range<usize>> {
    let mut start = end;
    while start > 0 && end - start < LONGEST {
        let unit = &units[start - 1];
        if unit.is_mark(')') {
            let Some(open) = opening_bracket(units, start - 1) else { break };
            start = open;
        } else if !unit.is_word() || (opens_clause(units, start - 1, lexicon) && !joins_names(units, start - 1)) {
            break;
        } else {
            start -= 1;
        }
    }
    noun_phrase_in(units, start..end, lexicon)
}

/// Whether a new clause opens with the unit at `at`.
fn opens_clause(units: &[Unit], at: usize, lexicon: &Lexicon) -> bool {
    let unit = &units[at];
    let is_cue = || {
        lexicon
            .verb(&unit.key)
            .is_some_and(|verb| verb.form == VerbForm::Past && matches!(verb.class, VerbClass::Say | VerbClass::Tell) && !unit.capital)
    };
    unit.is_in(&lexicon.clause_openers) || is_cue()
}

/// `and` between two names: `Senators Cruz and Kasich`.
fn joins_names(units: &[Unit], at: usize) -> bool {
    let is_name = |at: usize| units.get(at).is_some_and(|unit| unit.capital);
    units[at].is_one_of(&["and", "or", "und", "et", "y", "и", "і", "та"]) && at.checked_sub(1).is_some_and(is_name) && is_name(at + 1)
}

/// What of a stretch of words is the noun phrase at its end: an adverbial before it is cut off.
fn noun_phrase_in(units: &[Unit], range: Range<usize>, lexicon: &Lexicon) -> Option<Range<usize>> {
    let (mut start, end) = (range.start, range.end);
    while start < end && (is_adverb(&units[start]) || is_leading_word(&units[start])) {
        start += 1;
    }
    if start < end && (units[start].is_in(&lexicon.prepositions) || is_day(&units[start])) {
        start = last_phrase_start(units, start + 1..end, lexicon)?;
    }
    if start < end && units[start].is_in(&lexicon.pronouns) {
        return Some(start..start + 1);
    }
    let opens_as_verb =
        |unit: &Unit| !unit.capital && lexicon.verb(&unit.key).is_some_and(|verb| verb.form == VerbForm::Past) || unit.is("to");
    (start < end && !is_day(&units[end - 1]) && !opens_as_verb(&units[start])).then_some(start..end)
}

fn is_leading_word(unit: &Unit) -> bool {
    unit.is_one_of(&[
        "also",
        "then",
        "still",
        "now",
        "meanwhile",
        "however",
        "instead",
        "yet",
        "so",
        "but",
        "and",
        "even",
        "later",
        "indeed",
        "here",
        "there",
    ])
}

/// Where the last noun phrase of a stretch opens: at its last determiner or pronoun, or at the run of capitals that ends it.
fn last_phrase_start(units: &[Unit], range: Range<usize>, lexicon: &Lexicon) -> Option<usize> {
    let opener = range.clone().rev().find(|&at| units[at].is_in(&lexicon.determiners) || units[at].is_in(&lexicon.pronouns));
    let run = range.clone().rev().take_while(|&at| units[at].capital && !is_day(&units[at])).last();
    match (opener, run) {
        (_, Some(run)) if run > range.start => Some(run),
        (Some(opener), _) if opener > range.start => Some(opener),
        _ => None,
    }
}

/// A day or month, which no one is.
pub(super) fn is_day(unit: &Unit) -> bool {
    unit.is_word() && lexicon::is_day(&unit.key)
}

/// The phrase before an aside that ends with the comma or dash at `close`: `Larry David, playing …,`.
fn before_aside(units: &[Unit], close: usize, lexicon: &Lexicon) -> Option<Range<usize>> {
    let mark = units[close].kind;
    let mut best = None;
    for at in (close.saturating_sub(LONGEST)..close).rev() {
        let unit = &units[at];
        if unit.quoted().is_some() || unit.is_mark(';') || unit.is_mark(':') {
            break;
        }
        if unit.kind != mark {
            continue;
        }
        match phrase_ending(units, at, lexicon).filter(|found| names_someone(units, found.clone(), lexicon)) {
            Some(found) => best = Some(found.start..close),
            None if best.is_some() => break,
            None => {}
        }
    }
    best
}

/// Whether a phrase can open with the name of a source: no verb in it, and a name, determiner or pronoun in front.
fn names_someone(units: &[Unit], range: Range<usize>, lexicon: &Lexicon) -> bool {
    const AUXILIARIES: &[&str] =
        &["is", "was", "are", "were", "has", "had", "have", "been", "be", "will", "would", "did", "does", "do", "can", "could"];
    let words = &units[range];
    let opens = words.first().is_some_and(|unit| unit.capital || unit.is_in(&lexicon.determiners) || unit.is_in(&lexicon.pronouns));
    let is_participle = |unit: &Unit| unit.key.ends_with("ed") || unit.key.ends_with("ing");
    let has_verb =
        words.iter().enumerate().any(|(at, unit)| unit.is_one_of(AUXILIARIES) || ((at == 0 || !unit.capital) && is_participle(unit)));
    opens && !has_verb
}

/// The source that begins at `start`: after `said` or `according to`.
pub(super) fn source_after(units: &[Unit], start: usize, lexicon: &Lexicon) -> Option<Range<usize>> {
    let first = units.get(start).filter(|unit| unit.is_word())?;
    if first.is_in(&lexicon.that) || first.is_in(&lexicon.prepositions) || is_day(first) || is_adverb(first) {
        return None;
    }
    if first.is_in(&lexicon.pronouns) {
        return Some(start..start + 1);
    }
    let mut end = start + 1;
    let mut in_apposition = !first.capital;
    while let Some(unit) = units.get(end).filter(|_| end - start < LONGEST) {
        if unit.is_mark(',') {
            if !goes_on_after_comma(units, end + 1, lexicon) {
                break;
            }
            in_apposition = true;
        } else if unit.is_mark('(') {
            let Some(close) = (end..units.len().min(end + 12)).find(|&at| units[at].is_mark(')')) else { break };
            end = close;
        } else if !unit.is_word() || ends_source(unit, in_apposition, lexicon) {
            break;
        }
        end += 1;
    }
    while end > start
        && !units[end - 1].is_mark(')')
        && (!units[end - 1].is_word() || (end > start + 1 && units[end - 1].key.len() <= 3 && units[end - 1].is_in(&lexicon.determiners)))
    {
        end -= 1;
    }
    (end > start).then_some(start..end)
}

/// Whether a source ends before this word; inside an apposition, places and fields still belong to it.
fn ends_source(unit: &Unit, in_apposition: bool, lexicon: &Lexicon) -> bool {
    const OF_A_NAME: &[&str] = &["of", "for", "de", "von", "du", "del", "и"];
    const OF_AN_OFFICE: &[&str] = &["in", "at", "from", "with", "to", "on", "about", "by", "who", "and", "und", "et", "y"];
    if is_day(unit) || unit.is_one_of(OF_A_NAME) {
        return is_day(unit);
    }
    if unit.is_one_of(OF_AN_OFFICE) {
        return !in_apposition && !unit.is("and");
    }
    unit.is_in(&lexicon.prepositions) || unit.is_in(&lexicon.clause_openers) || unit.is_in(&lexicon.that)
}

/// Whether the words after a comma still describe the source.
fn goes_on_after_comma(units: &[Unit], at: usize, lexicon: &Lexicon) -> bool {
    units.get(at).is_some_and(|unit| {
        let is_participle = !unit.capital && unit.key.ends_with("ing");
        let described = unit.is_word() && !unit.is_in(&lexicon.clause_openers) && !unit.is_in(&lexicon.pronouns);
        described && !is_participle && !is_day(unit) && (unit.is("who") || !unit.is_in(&lexicon.prepositions) || unit.is("of"))
    })
}
