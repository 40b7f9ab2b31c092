//! Words that deny or doubt what the other report states: loud only where the other side tells the same thing without them.

mod table;

use rustc_hash::FxHashMap;

use table::{Manner, TABLES, Table};

use super::features::is_content;
use super::report::Report;
use crate::text::senses::Senses;
use crate::text::span::Span;
use crate::text::term::Term;

/// How far behind such a word stands what it is said of.
const REACH: usize = 4;
/// Content words beside a statement by which it is told to be the same, on either side of it.
const BESIDE: usize = 4;
/// How far from it they stand at most, in words of any kind.
const WITHIN: usize = 12;
/// So many of them are enough to share.
const ENOUGH: usize = 3;
/// Words beside the other report's statement among which one that says as much is looked for.
const NEAR: usize = 8;
/// The most of such words of one side, and the most statements of the other that one is held against.
const MOST: usize = 30;

/// The words of one side of a row in order, with the sentences that hold them.
#[derive(Clone, Copy)]
pub(super) struct Told<'a> {
    pub report: &'a Report<'a>,
    pub sentences: &'a [Span],
    pub terms: &'a [&'a Term],
    /// For each term whether the other side has it too.
    pub same: &'a [bool],
}

/// The terms of one side, by number, that deny or doubt what the other side states.
pub(super) fn turned(one: Told<'_>, other: Told<'_>, language: &str) -> Vec<usize> {
    let Some(table) = TABLES.iter().find(|table| table.language == language) else { return Vec::new() };
    let turning = one.terms.iter().zip(one.same).enumerate().filter(|(_, (_, same))| !**same);
    let turning = turning.filter_map(|(at, (term, _))| Some((at, table.manner(term)?))).take(MOST);
    let turning: Vec<(usize, Manner)> = turning.collect();
    if turning.is_empty() {
        return Vec::new();
    }
    let senses = Senses::of(language);
    let mut places: FxHashMap<&str, Vec<usize>> = FxHashMap::default();
    for (at, term) in other.terms.iter().enumerate().filter(|(_, term)| is_content(term)) {
        places.entry(senses.stem(&term.stem)).or_default().push(at);
    }
    let is_turned = |&(at, manner): &(usize, Manner)| {
        let Some(target) = one.target(at, table) else { return false };
        let found = places.get(senses.stem(&one.terms[target].stem)).map(Vec::as_slice).unwrap_or_default();
        let beside = one.beside(target, table, senses);
        let says_as_much = |&place: &usize| other.says_as_much(place, manner, table);
        let is_same = |&place: &usize| is_told_alike(&beside, &other.beside(place, table, senses));
        found.len() <= MOST && !found.iter().any(says_as_much) && found.iter().any(is_same)
    };
    turning.into_iter().filter(is_turned).map(|(at, _)| at).collect()
}

/// Whether the same words stand beside a statement on both sides: all that one of them has, or most of them.
fn is_told_alike(one: &[&str], other: &[&str]) -> bool {
    let shared = one.iter().filter(|word| other.contains(word)).count();
    let fewer = one.len().min(other.len());
    shared > 0 && shared >= ENOUGH.min(fewer) && 2 * shared >= fewer
}

impl<'a> Told<'a> {
    fn sentence(&self, at: usize) -> Span {
        let span = self.terms.get(at).map_or(Span::new(0, 0), |term| term.span);
        self.sentences.iter().find(|sentence| sentence.covers(span)).copied().unwrap_or(span)
    }

    /// What a word is said of: the next word that says something, in the same clause.
    fn target(&self, at: usize, table: &Table) -> Option<usize> {
        let (word, sentence) = (self.terms.get(at)?, self.sentence(at));
        let is_told =
            |&place: &usize| self.terms.get(place).is_some_and(|term| is_content(term) && !table.between.contains(&term.word.as_str()));
        let target = (at + 1..=at + REACH).find(is_told)?;
        let between = Span::new(word.span.end, self.terms.get(target)?.span.start);
        let in_clause =
            sentence.covers(between) && !self.report.words(between).contains([',', ';', ':', '.', '?', '!', '—', '–', '(', ')']);
        in_clause.then_some(target)
    }

    /// What stands beside a statement in its sentence: stems of the nearest words that say something.
    fn beside(&self, at: usize, table: &Table, senses: &'a Senses) -> Vec<&'a str> {
        let sentence = self.sentence(at);
        let telling = |&place: &usize| {
            let term = self.terms[place];
            is_content(term) && table.manner(term).is_none() && !table.between.contains(&term.word.as_str())
        };
        let inside = |place: &usize| self.terms.get(*place).is_some_and(|term| sentence.covers(term.span));
        let before = (at.saturating_sub(WITHIN)..at).rev().take_while(inside).filter(telling).take(BESIDE);
        let after = (at + 1..=at + WITHIN).take_while(inside).filter(telling).take(BESIDE);
        before.chain(after).map(|place| senses.stem(&self.terms[place].stem)).collect()
    }

    /// Whether a word beside a statement takes it back as well.
    fn says_as_much(&self, at: usize, manner: Manner, table: &Table) -> bool {
        let sentence = self.sentence(at);
        let near = self.terms.get(at.saturating_sub(NEAR)..).unwrap_or_default().iter().take(2 * NEAR + 1);
        near.filter(|term| sentence.covers(term.span)).any(|term| table.is_as_much(&term.word, manner))
    }
}
