//! Runs of capitals: each place where the article names someone or something, with the title before it.

use std::ops::Range;

use rustc_hash::FxHashSet;

use super::tables::{CONNECTORS, DAYS, GERMAN_NOUNS, HEADS_WITH_OF, OPENERS, TITLES};
use crate::article::Body;
use crate::extract::quotation::unit::{Unit, units};
use crate::text::span::Span;

/// One place where a name stands.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Mention {
    /// The name without title and possessive ending.
    pub(super) span: Span,
    /// Its words as keys, hyphens parted: `kim jong un`.
    pub(super) words: Vec<String>,
    /// The title or role before it.
    pub(super) title: Option<Span>,
    /// Whether what follows is said of a person: `, who`, `, 59,`.
    pub(super) personal: bool,
}

/// All mentions of the body, in order.
pub(super) fn mentions(body: &Body, language: &str) -> Vec<Mention> {
    let sentences: Vec<Vec<Unit>> = body.sentences().iter().map(|sentence| units(body.text(), sentence.span, &[])).collect();
    let evidence = Evidence::gather(&sentences, language);
    sentences.iter().filter(|units| !is_headline(units)).flat_map(|units| mentions_in(body.text(), units, &evidence)).collect()
}

/// What the article itself shows about its capitals.
struct Evidence {
    /// Words with a capital in the middle of a sentence.
    capital: FxHashSet<String>,
    /// Words written small somewhere.
    small: FxHashSet<String>,
    /// Words of the language that open sentences.
    openers: &'static [&'static str],
    /// Whether the language writes its nouns with capitals.
    nouns_are_capital: bool,
}

impl Evidence {
    fn gather(sentences: &[Vec<Unit>], language: &str) -> Self {
        let code = language.split('-').next().unwrap_or_default();
        let openers = OPENERS.iter().find(|(of, _)| *of == code).map_or(&[][..], |(_, words)| words);
        let mut evidence = Self { openers, capital: FxHashSet::default(), small: FxHashSet::default(), nouns_are_capital: code == "de" };
        for units in sentences.iter().filter(|units| !is_headline(units)) {
            for (at, unit) in units.iter().enumerate().filter(|(_, unit)| unit.is_word()) {
                let set = if !unit.capital {
                    &mut evidence.small
                } else if opens(units, at) {
                    continue;
                } else {
                    &mut evidence.capital
                };
                set.insert(without_possessive(&unit.key).to_owned());
            }
        }
        evidence
    }

    /// Whether a capital at the head of a sentence can be a name: it is one elsewhere, or no common word.
    fn names(&self, key: &str, alone: bool) -> bool {
        let key = without_possessive(key);
        !self.openers.contains(&key) && (self.capital.contains(key) || (!alone && !self.small.contains(key)))
    }
}

/// Headlines and headings write every word with a capital.
fn is_headline(units: &[Unit]) -> bool {
    let long: Vec<&Unit> = units.iter().filter(|unit| unit.is_word() && unit.key.chars().count() > 3).collect();
    long.len() >= 4 && long.iter().filter(|unit| unit.capital).count() * 10 >= long.len() * 8
}

/// Whether the word stands where any word has a capital: first, or after an opening mark or a colon.
fn opens(units: &[Unit], at: usize) -> bool {
    at.checked_sub(1).is_none_or(|before| !(units[before].is_word() || units[before].is_mark(',') || units[before].is_mark('(')))
}

fn without_possessive(key: &str) -> &str {
    key.strip_suffix("'s").or_else(|| key.strip_suffix('\'')).unwrap_or(key)
}

fn is_possessive(unit: &Unit) -> bool {
    unit.key.ends_with("'s")
}

fn mentions_in(text: &str, units: &[Unit], evidence: &Evidence) -> Vec<Mention> {
    let mut found = Vec::new();
    let mut at = 0;
    while at < units.len() {
        let Some(run) = run_from(units, at, evidence) else {
            at += 1;
            continue;
        };
        at = run.end;
        found.extend(mention_of(text, units, run, evidence));
    }
    found
}

/// The run of capitals that begins at `start`, connectors inside it.
fn run_from(units: &[Unit], start: usize, evidence: &Evidence) -> Option<Range<usize>> {
    if !is_capital(units, start) {
        return None;
    }
    let mut end = start + 1;
    while end < units.len() && !is_possessive(&units[end - 1]) {
        if is_capital(units, end) {
            end += 1;
        } else if let Some(next) = over_connectors(units, start, end) {
            end = next + 1;
        } else {
            break;
        }
    }
    let lead = opens(units, start) && !evidence.names(&units[start].key, end - start == 1);
    let skipped = usize::from(lead || evidence.openers.contains(&units[start].key.as_str()));
    (start + skipped <= end).then_some(start + skipped..end)
}

fn is_capital(units: &[Unit], at: usize) -> bool {
    // `April Mellody`: a month that is a given name stands before another name.
    let is_given_name = |unit: &Unit| {
        unit.is_one_of(&["april", "may", "june", "august"]) && units.get(at + 1).is_some_and(|next| next.capital && next.is_word())
    };
    units.get(at).is_some_and(|unit| unit.is_word() && unit.capital && (!unit.is_one_of(DAYS) || is_given_name(unit)))
}

/// The capital behind one or two connectors, where they join a name; `of` only behind the head of a body.
fn over_connectors(units: &[Unit], start: usize, at: usize) -> Option<usize> {
    let length = (at..units.len().min(at + 3)).take_while(|&n| units[n].is_one_of(CONNECTORS)).count();
    let joins_of = || units[start..at].last().is_some_and(|unit| HEADS_WITH_OF.contains(&unit.key.as_str()));
    let has_of = units[at..at + length].iter().any(|unit| unit.is_one_of(&["of", "for"]));
    let only_the = units.get(at).is_some_and(|unit| unit.is("the"));
    ((1..=2).contains(&length) && is_capital(units, at + length) && !only_the && (!has_of || joins_of())).then_some(at + length)
}

/// The mention in a run: its title cut off; none when nothing but a title is left.
fn mention_of(text: &str, units: &[Unit], run: Range<usize>, evidence: &Evidence) -> Option<Mention> {
    let title_end = run.clone().rev().find(|&at| is_title(&units[at])).map(|at| at + 1);
    let name = title_end.unwrap_or(run.start)..run.end;
    if name.is_empty() {
        return None;
    }
    let role_start = role_before(units, if title_end.is_some() { run.start } else { name.start }, evidence);
    let title = if title_end.is_some() || role_start < name.start {
        Some(Span::new(units[role_start].span.start, units[name.start - 1].span.end))
    } else {
        None
    };
    let last = &units[name.end - 1];
    let mut span = Span::new(units[name.start].span.start, last.span.end);
    if is_possessive(last) {
        let shorter = last.span.of(text).chars().rev().take(2).map(char::len_utf8).sum::<usize>();
        span = Span::new(span.start, span.end - shorter);
    }
    let words: Vec<String> = units[name.clone()].iter().flat_map(|unit| split_key(&unit.key)).collect();
    if span.of(text).chars().count() < 2 || is_noun(&words, title.is_some(), span.of(text), evidence) {
        return None;
    }
    Some(Mention { span, words, title, personal: is_personal(units, name.end) })
}

/// In a language that writes nouns with capitals, a single one without a title says nothing.
fn is_noun(words: &[String], has_title: bool, text: &str, evidence: &Evidence) -> bool {
    let is_acronym = text.chars().count() > 1 && text.chars().all(char::is_uppercase);
    let has_noun = words.iter().any(|word| GERMAN_NOUNS.contains(&word.as_str()));
    evidence.nouns_are_capital && !is_acronym && !has_title && (words.len() < 2 || has_noun)
}

fn split_key(key: &str) -> Vec<String> {
    without_possessive(key).split(['-', '‐']).map(|word| word.trim_end_matches('.').to_owned()).filter(|word| !word.is_empty()).collect()
}

fn is_title(unit: &Unit) -> bool {
    unit.is_one_of(TITLES)
}

/// Where the role in front of a name opens: `North Korean leader`, `State Department spokesman`, `former foreign minister`.
fn role_before(units: &[Unit], name: usize, evidence: &Evidence) -> usize {
    let is_role = |at: usize| units[at].is_word() && !units[at].capital && is_title(&units[at]);
    if !name.checked_sub(1).is_some_and(is_role) {
        return name;
    }
    let mut start = name - 1;
    while start > 0 && name - start < 7 {
        let unit = &units[start - 1];
        if !unit.is_word()
            || evidence.openers.contains(&unit.key.as_str())
            || (!unit.capital && units[start].capital)
            || is_possessive(unit)
        {
            break;
        }
        start -= 1;
    }
    start
}

/// Whether an age or `who` follows.
fn is_personal(units: &[Unit], at: usize) -> bool {
    let follows = |unit: &Unit| unit.is("who") || (unit.key.len() == 2 && unit.key.bytes().all(|b| b.is_ascii_digit()));
    units.get(at).is_some_and(|unit| unit.is("who") || unit.is_mark(',')) && units.get(at + 1).is_some_and(follows)
        || units.get(at).is_some_and(|unit| unit.is("who"))
}
