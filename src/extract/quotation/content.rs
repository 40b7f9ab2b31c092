//! What a cue reports: the words before or after it, up to where the next cue takes over.

use std::ops::Range;

use super::cue::{Cue, Order};
use super::phrase::{is_day, skip_back, source_after};
use crate::extract::lexicon::{Lexicon, VerbClass};
use crate::extract::unit::{Unit, UnitKind};

/// On which side of its cue the reported words stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Side {
    /// `“…,” he said`
    Before,
    /// `he said “…”`
    After,
    /// `“…,” he said, “…”`
    Around,
}

/// The reported words of one cue, as ranges of units, and where they stand.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Content {
    pub(super) pieces: Vec<Range<usize>>,
    pub(super) side: Side,
}

/// What the cue number `which` reports, if the sentence shows it.
pub(super) fn content(units: &[Unit], cues: &[Cue], which: usize, lexicon: &Lexicon) -> Option<Content> {
    let cue = cues.get(which)?;
    let quoted_before = adjacent_quoted(units, cue, lexicon);
    let after = content_after(units, cues, which, lexicon);
    if let Some(quoted) = quoted_before.filter(|quoted| after.is_none() || opens_sentence(units, quoted.start)) {
        let before = before_with_quoted(units, quoted);
        return Some(match continued(units, cue) {
            Some(rest) => Content { pieces: vec![before, rest], side: Side::Around },
            None => Content { pieces: vec![before], side: Side::Before },
        });
    }
    if let Some(range) = after {
        let first = clause_left_open(units, cues, which, range.start).into_iter();
        return Some(Content { pieces: first.chain(std::iter::once(range)).collect(), side: Side::After });
    }
    clause_before(units, cues, which, lexicon).map(|pieces| Content { pieces, side: Side::Before })
}

/// The marked stretches that stand right before cue and source.
fn adjacent_quoted(units: &[Unit], cue: &Cue, lexicon: &Lexicon) -> Option<Range<usize>> {
    let takes_clause_after = matches!(cue.class, VerbClass::Judge | VerbClass::Promise | VerbClass::Urge);
    if cue.order == Order::Participle || (takes_clause_after && !closes(units, cue, lexicon)) {
        return None;
    }
    let mut end = if cue.order == Order::VerbSubject { skip_back(units, cue.start(), lexicon) } else { cue.start() };
    while end.checked_sub(1).is_some_and(|at| matches!(units[at].kind, UnitKind::Mark(',' | '—' | '–' | '-' | '―'))) {
        end -= 1;
    }
    let mut start = end;
    while start.checked_sub(1).is_some_and(|at| units[at].quoted().is_some()) {
        start -= 1;
    }
    (start < end).then_some(start..end)
}

/// Whether nothing but a linking word stands before the unit.
fn opens_sentence(units: &[Unit], at: usize) -> bool {
    units[..at].iter().filter(|unit| unit.is_word()).count() <= 1
}

/// The reported words that end with a marked stretch: the stretch alone when it is a sentence of its own.
fn before_with_quoted(units: &[Unit], quoted: Range<usize>) -> Range<usize> {
    let is_own_sentence = opens_sentence(units, quoted.start) || units[quoted.start].capital;
    let start = if is_own_sentence { quoted.start } else { clause_start(units, quoted.start) };
    start..quoted.end
}

/// Where the clause around `at` opens: after the last semicolon or colon, or at the sentence's start.
fn clause_start(units: &[Unit], at: usize) -> usize {
    (0..at).rev().find(|&n| units[n].is_mark(';') || units[n].is_mark(':')).map_or(0, |n| n + 1)
}

/// The second half of `“…,” he said, “…”`; behind an aside only words that go on small, as in `he said, turning round, “and …”`.
fn continued(units: &[Unit], cue: &Cue) -> Option<Range<usize>> {
    let start = (cue.end()..units.len()).find(|&at| units[at].quoted().is_some())?;
    let is_next = units[cue.end()..start].iter().all(|unit| !unit.is_word());
    let goes_on = !units[start].capital && units[start - 1].is_mark(',');
    let end = (start..units.len()).take_while(|&at| units[at].quoted().is_some()).last()? + 1;
    (is_next || goes_on).then_some(start..end)
}

/// The words after the cue.
fn content_after(units: &[Unit], cues: &[Cue], which: usize, lexicon: &Lexicon) -> Option<Range<usize>> {
    let cue = &cues[which];
    let start = match cue.order {
        Order::Source => after_source(units, cue)?,
        Order::VerbSubject => after_inverted(units, cue, lexicon)?,
        Order::SubjectVerb | Order::Participle => after_verb(units, cues, which, lexicon)?,
    };
    let end = end_of_content(units, cues, which, start);
    (start < end).then_some(start..end)
}

/// `According to X, …`: what follows the comma, when the phrase opens the sentence.
fn after_source(units: &[Unit], cue: &Cue) -> Option<usize> {
    let opens = units[..cue.verb.start].iter().filter(|unit| unit.is_word()).count() <= 2;
    let comma = (cue.end()..units.len()).find(|&at| units[at].is_mark(','))?;
    (opens && comma - cue.end() < 12).then_some(comma + 1)
}

/// `Said Trump: “…”`
fn after_inverted(units: &[Unit], cue: &Cue, lexicon: &Lexicon) -> Option<usize> {
    let at = cue.end();
    let next = units.get(at)?;
    if next.is_in(&lexicon.that) {
        return Some(at + 1);
    }
    (next.is_mark(':') || next.is_mark(',')).then(|| units.get(at + 1)?.quoted().map(|_| at + 1)).flatten()
}

/// Where the reported words begin after `X said`.
fn after_verb(units: &[Unit], cues: &[Cue], which: usize, lexicon: &Lexicon) -> Option<usize> {
    let cue = &cues[which];
    let start = cue.verb.end;
    let next = units.get(start)?;
    if next.is_in(&lexicon.that) {
        return (cue.class != VerbClass::Judge).then_some(start + usize::from(next.is("that") || next.is("dass") || next.is("que")));
    }
    if is_quoted_next(units, start) {
        return Some(first_quoted(units, start));
    }
    if let Some(clause) = bare_clause(units, cue, lexicon) {
        return Some(clause);
    }
    let limit =
        cues.get(which + 1).map_or(units.len(), |next| if next.order == Order::Participle { next.verb.start } else { next.start() });
    later_opening(units, start..limit.min(start + 25), cue)
}

fn is_quoted_next(units: &[Unit], at: usize) -> bool {
    let skip = usize::from(units.get(at).is_some_and(|unit| matches!(unit.kind, UnitKind::Mark(',' | ':' | '—' | '–' | '-'))));
    units.get(at + skip).is_some_and(|unit| unit.quoted().is_some())
}

fn first_quoted(units: &[Unit], at: usize) -> usize {
    (at..units.len()).find(|&n| units[n].quoted().is_some()).unwrap_or(at)
}

/// `said he would`, `told them he would`, `vowed to go`, `urged them to go`.
fn bare_clause(units: &[Unit], cue: &Cue, lexicon: &Lexicon) -> Option<usize> {
    let start = cue.verb.end;
    match cue.class {
        VerbClass::Say => opens_phrase(units, start, lexicon).then_some(start),
        VerbClass::Tell => {
            let addressee = source_after(units, start, lexicon)?;
            let next = units.get(addressee.end)?;
            (next.is_in(&lexicon.that) || opens_phrase(units, addressee.end, lexicon)).then(|| addressee.end + usize::from(next.is("that")))
        }
        VerbClass::Promise => units.get(start).filter(|unit| unit.is("to") || unit.is("not")).map(|_| start),
        VerbClass::Urge => {
            let addressee = source_after(units, start, lexicon)?;
            units.get(addressee.end).filter(|unit| unit.is("to") || unit.is("not")).map(|_| addressee.end)
        }
        VerbClass::State => opens_clause(units, start, lexicon).then_some(start),
        VerbClass::Utter | VerbClass::Judge => None,
    }
}

/// Whether a clause can open here: with a word that is no preposition, day or adverb.
fn opens_phrase(units: &[Unit], at: usize, lexicon: &Lexicon) -> bool {
    units.get(at).is_some_and(|unit| {
        unit.is_word()
            && !unit.is_in(&lexicon.prepositions)
            && !is_day(unit)
            && !unit.is_one_of(&["so", "and", "but", "more", "little", "nothing", "too", "no", "yes"])
            && (unit.capital || !unit.key.ends_with("ly"))
    })
}

/// Whether a subject and its verb stand here: `he would`, `Latinos have`, `the PAC will`.
fn opens_clause(units: &[Unit], at: usize, lexicon: &Lexicon) -> bool {
    const AUXILIARIES: &[&str] =
        &["is", "was", "are", "were", "has", "had", "have", "will", "would", "could", "should", "may", "might", "can", "did", "does", "do"];
    const SUBJECTS: &[&str] = &["he", "she", "they", "there", "we", "it", "i", "you"];
    let Some(first) = units.get(at) else { return false };
    let next_is_verb = units.get(at + 1).is_some_and(|unit| unit.is_word() && !unit.is_in(&lexicon.prepositions) && !is_day(unit));
    let is_pronoun = SUBJECTS.iter().any(|word| first.is(word) || first.key.strip_prefix(word).is_some_and(|rest| rest.starts_with('\'')));
    let auxiliary = (at + 1..units.len().min(at + 6)).find(|&n| units[n].is_one_of(AUXILIARIES) || !units[n].is_word());
    (is_pronoun && next_is_verb) || (opens_phrase(units, at, lexicon) && auxiliary.is_some_and(|n| units[n].is_word()))
}

/// Behind an addressee or adverbial: a `that`, a colon, or a marked sentence.
fn later_opening(units: &[Unit], range: Range<usize>, cue: &Cue) -> Option<usize> {
    if cue.class == VerbClass::Judge {
        return None;
    }
    for at in range.clone() {
        let unit = units.get(at)?;
        if unit.is_mark(';') {
            return None;
        }
        if unit.is("that") && cue.class != VerbClass::Promise && !units[range.start..at].iter().any(|unit| unit.is_mark(',')) {
            return Some(at + 1);
        }
        if (unit.is_mark(':') || unit.is_mark(',')) && units.get(at + 1).is_some_and(|next| next.quoted().is_some()) {
            return Some(at + 1);
        }
        if unit.is_mark(':') && matches!(cue.class, VerbClass::Say | VerbClass::State | VerbClass::Tell) {
            return Some(at + 1);
        }
    }
    None
}

/// Where the reported words end: before the next cue that is not part of them, or with the sentence.
fn end_of_content(units: &[Unit], cues: &[Cue], which: usize, start: usize) -> usize {
    let mut end = units.len();
    for next in cues.iter().skip(which + 1).filter(|next| next.start() >= start) {
        let at = next.start();
        let after_comma = at.checked_sub(1).is_some_and(|n| units[n].is_mark(',') || units[n].is_mark('—'));
        let takes_over = match next.order {
            Order::Participle => {
                let link = (at.saturating_sub(3)..at).find(|&n| units[n].is_one_of(&["and", "but"]));
                if let Some(link) = link.filter(|&link| link > start) {
                    end = end.min(link);
                }
                after_comma
            }
            Order::Source | Order::VerbSubject => after_comma || next.order == Order::Source,
            Order::SubjectVerb => {
                let joined = at.checked_sub(1).filter(|&n| units[n].is_one_of(&["and", "but", "while", "although", "though"]));
                if let Some(link) = joined.filter(|&link| link > start + 2) {
                    end = end.min(link);
                }
                let closes = units.get(next.end()).is_none_or(|unit| !unit.is_word() && unit.quoted().is_none());
                after_comma && closes
            }
        };
        if takes_over {
            end = end.min(at);
        }
    }
    while end > start && matches!(units[end - 1].kind, UnitKind::Mark('.' | ',' | ':' | ';' | '—')) {
        end -= 1;
    }
    end
}

/// `…, X said.`: the clause before, when the comma shows that it is reported.
fn clause_before(units: &[Unit], cues: &[Cue], which: usize, lexicon: &Lexicon) -> Option<Vec<Range<usize>>> {
    let cue = &cues[which];
    if cue.order == Order::Participle || matches!(cue.class, VerbClass::Judge | VerbClass::Promise | VerbClass::Urge) {
        return None;
    }
    let at = cue.start();
    let comma = at.checked_sub(1)?;
    let is_set_off = units[comma].is_mark(',') || units[comma].is_mark('—') || cue.order == Order::Source;
    let end = if units[comma].is_word() || units[comma].quoted().is_some() { at } else { comma };
    let start = cues[..which].iter().filter(|earlier| earlier.order == Order::Source).map(Cue::end).max().unwrap_or(0).min(end);
    let words = units[start..end].iter().filter(|unit| unit.is_word() || unit.quoted().is_some()).count();
    let rest = units.get(cue.end()).filter(|unit| unit.is_mark(',')).and_then(|_| remainder(units, cue.end() + 1));
    let is_adverbial = units[start..end].first().is_some_and(|unit| unit.is_in(&lexicon.prepositions) || unit.key.ends_with("ing"))
        && !units[start..end].iter().any(|unit| unit.is_in(&lexicon.between));
    if !is_set_off || !closes(units, cue, lexicon) || ((words < 3 || is_adverbial) && rest.is_none()) {
        return None;
    }
    Some(std::iter::once(start..end).chain(rest).collect())
}

/// `If he goes, she said, “it will be worse”`: the clause before the cue, when the marked words after it go on small.
fn clause_left_open(units: &[Unit], cues: &[Cue], which: usize, start: usize) -> Option<Range<usize>> {
    let cue = cues.get(which)?;
    let comma = cue.start().checked_sub(1)?;
    let goes_on = units[start].quoted().is_some() && !units[start].capital && units[start - 1].is_mark(',');
    let is_first = which == 0 && cue.order != Order::Participle && cue.source.is_some();
    (goes_on && is_first && units[comma].is_mark(',') && comma > 1).then_some(0..comma)
}

/// Whether nothing that the verb could take follows it: the sentence ends, or an adverbial opens.
fn closes(units: &[Unit], cue: &Cue, lexicon: &Lexicon) -> bool {
    let mut at = cue.end();
    if cue.class == VerbClass::Tell && cue.order == Order::SubjectVerb {
        at = source_after(units, at, lexicon).map_or(at, |addressee| addressee.end);
    }
    units.get(at).is_none_or(|unit| {
        let is_adverb =
            unit.key.ends_with("ly") || unit.key.ends_with("ing") || unit.is_one_of(&["again", "too", "there", "here", "publicly", "who"]);
        !unit.is_word() || unit.is_in(&lexicon.prepositions) || is_day(unit) || is_adverb || unit.is_in(&lexicon.clause_openers)
    })
}

/// The words after `, X said,` in the middle of a sentence: they go on with the reported clause.
fn remainder(units: &[Unit], start: usize) -> Option<Range<usize>> {
    let first = units.get(start)?;
    let goes_on = first.is_word()
        && !first.key.ends_with("ing")
        && !first.is_one_of(&["citing", "but", "and", "in", "with", "who", "which", "when", "while", "as"]);
    let end = (start..units.len()).rev().find(|&at| units[at].is_word() || units[at].quoted().is_some())? + 1;
    (goes_on && start < end).then_some(start..end)
}
