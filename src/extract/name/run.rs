//! Runs of capitals: each place where the article names someone or something, with the title before it.

use std::ops::Range;

use rustc_hash::FxHashSet;

use super::tables::{CONNECTORS, CYRILLIC_ENDINGS, GERMAN_NOUNS, HEADS_WITH_OF, MEN, OCCUPATION_ENDINGS, OCCUPATIONS, WOMEN};
use crate::article::Body;
use crate::extract::lexicon::{Lexicon, is_day};
use crate::extract::unit::{Unit, UnitKind, units};
use crate::text::fold::key;
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
    let lexicon = Lexicon::of(language);
    let all = body.sentences().iter().map(|sentence| units(body.text(), sentence.span, &[]));
    let sentences: Vec<Vec<Unit>> = all.filter(|units| !is_headline(units, lexicon)).collect();
    let mut evidence = Evidence::gather(&sentences, lexicon);
    let read = |evidence: &Evidence<'_>| -> Vec<Mention> {
        sentences.iter().flat_map(|units| mentions_in(body.text(), units, evidence)).collect()
    };
    if evidence.lexicon.nouns_are_capital {
        // The full names tell which single nouns are surnames.
        evidence.surnames = read(&evidence).into_iter().filter_map(|mut mention| mention.words.pop()).collect();
    }
    read(&evidence)
}

/// What the article itself shows about its capitals.
struct Evidence<'u> {
    /// Words with a capital in the middle of a sentence.
    capital: FxHashSet<&'u str>,
    /// Words written small somewhere.
    small: FxHashSet<&'u str>,
    /// Last words of names that stand in full somewhere; needed only where nouns have capitals.
    surnames: FxHashSet<String>,
    lexicon: &'static Lexicon,
}

impl<'u> Evidence<'u> {
    fn gather(sentences: &'u [Vec<Unit>], lexicon: &'static Lexicon) -> Self {
        let none = FxHashSet::default;
        let mut evidence = Self { capital: none(), small: none(), surnames: FxHashSet::default(), lexicon };
        for units in sentences {
            for (at, unit) in units.iter().enumerate().filter(|(_, unit)| unit.is_word()) {
                let set = if !unit.capital {
                    &mut evidence.small
                } else if opens(units, at) {
                    continue;
                } else {
                    &mut evidence.capital
                };
                set.insert(without_possessive(&unit.key));
            }
        }
        evidence
    }

    /// Whether a capital at the head of a sentence can be a name: it is one elsewhere, an acronym, or no common word.
    fn names(&self, word: &str, alone: bool) -> bool {
        let lower = word.to_lowercase();
        let key = without_possessive(&lower);
        let alone = alone && !is_acronym(word);
        !self.lexicon.sentence_openers.contains(key) && (self.capital.contains(key) || (!alone && !self.small.contains(key)))
    }
}

/// Headlines and headings write every word that counts with a capital.
fn is_headline(units: &[Unit], lexicon: &Lexicon) -> bool {
    let is_small = |unit: &Unit| {
        [&lexicon.prepositions, &lexicon.determiners, &lexicon.clause_openers, &lexicon.between].iter().any(|words| unit.is_in(words))
    };
    let counts = |unit: &&Unit| unit.is_word() && !is_small(unit);
    units.iter().filter(counts).count() >= 4 && units.iter().filter(counts).all(|unit| unit.capital)
}

/// Whether the word stands where any word has a capital: first, behind a stop or colon, or right behind an opening mark.
fn opens(units: &[Unit], at: usize) -> bool {
    let Some(before) = at.checked_sub(1).and_then(|n| units.get(n)) else { return true };
    match before.kind {
        UnitKind::Mark(':' | '.' | '?' | '!' | '…') => true,
        UnitKind::Mark(',' | ';' | '(' | ')' | '—' | '–' | '/' | '&') | UnitKind::Word => false,
        UnitKind::Mark(_) | UnitKind::Quoted(_) => before.span.end == units[at].span.start,
    }
}

fn without_possessive(key: &str) -> &str {
    key.strip_suffix("'s").or_else(|| key.strip_suffix('\'')).unwrap_or(key)
}

fn is_possessive(unit: &Unit) -> bool {
    unit.key.ends_with("'s")
}

fn mentions_in(text: &str, units: &[Unit], evidence: &Evidence<'_>) -> Vec<Mention> {
    let mut found = Vec::new();
    let mut at = 0;
    while at < units.len() {
        let Some(run) = run_from(text, units, at, evidence) else {
            at += 1;
            continue;
        };
        at = run.end;
        found.extend(mention_of(text, units, run, evidence));
    }
    found
}

/// The run of capitals that begins at `start`, connectors inside it.
fn run_from(text: &str, units: &[Unit], start: usize, evidence: &Evidence<'_>) -> Option<Range<usize>> {
    if !is_capital(units, start) {
        return None;
    }
    let mut end = start + 1;
    while end < units.len() && !is_possessive(&units[end - 1]) && !closes_place(units, end - 1) {
        if is_capital(units, end) {
            end += 1;
        } else if let Some(next) = over_connectors(units, start, end) {
            end = next + 1;
        } else {
            break;
        }
    }
    let lead = opens(units, start) && !evidence.names(units[start].span.of(text), end - start == 1);
    let skipped = usize::from(lead || evidence.lexicon.sentence_openers.contains(units[start].key.as_ref()));
    (start + skipped <= end).then_some(start + skipped..end)
}

/// Whether an abbreviation ends the name of a place: behind `in Orne, N.S.` another name begins.
fn closes_place(units: &[Unit], at: usize) -> bool {
    let is_dotted = units[at].key.len() > 3 && units[at].key.ends_with('.') && units[at].key.matches('.').count() > 1;
    is_dotted && at >= 2 && units[at - 1].is_mark(',') && units[at - 2].is_word() && units[at - 2].capital
}

fn is_capital(units: &[Unit], at: usize) -> bool {
    // `April Mellody`: a month that is a given name stands before another name.
    let is_given_name = |unit: &Unit| {
        unit.is_one_of(&["april", "may", "june", "august"]) && units.get(at + 1).is_some_and(|next| next.capital && next.is_word())
    };
    let is_time = |unit: &Unit| is_day(&unit.key) || is_month(units, at);
    units.get(at).is_some_and(|unit| unit.is_word() && unit.capital && (!is_time(unit) || is_given_name(unit)))
}

/// Whether a month that is also a family name or a plain word is a month where it stands: `in March`, `3 May`, `late May`.
fn is_month(units: &[Unit], at: usize) -> bool {
    const BEFORE: &[&str] = &["in", "since", "from", "until", "till", "through", "last", "next", "this", "early", "late", "mid"];
    let is_number = |unit: &Unit| unit.key.starts_with(|c: char| c.is_ascii_digit());
    let before = at.checked_sub(1).and_then(|before| units.get(before));
    units.get(at).is_some_and(|unit| unit.is_one_of(&["march", "may"]))
        && (before.is_some_and(|unit| unit.is_one_of(BEFORE) || is_number(unit)) || units.get(at + 1).is_some_and(is_number))
}

/// The capital behind one or two connectors, where they join a name; `of` only behind the head of a body.
fn over_connectors(units: &[Unit], start: usize, at: usize) -> Option<usize> {
    let length = (at..units.len().min(at + 3)).take_while(|&n| units[n].is_in(&CONNECTORS)).count();
    let joins_of = || units[start..at].last().is_some_and(|unit| HEADS_WITH_OF.contains(&unit.key.as_ref()));
    let has_of = units[at..at + length].iter().any(|unit| unit.is_one_of(&["of", "for"]));
    let only_the = units.get(at).is_some_and(|unit| unit.is("the"));
    ((1..=2).contains(&length) && is_capital(units, at + length) && !only_the && (!has_of || joins_of())).then_some(at + length)
}

/// The mention in a run: its title cut off; none when nothing but a title is left.
fn mention_of(text: &str, units: &[Unit], run: Range<usize>, evidence: &Evidence<'_>) -> Option<Mention> {
    let title_end = run.clone().rev().find(|&at| is_title(&units[at])).map(|at| at + 1);
    let title_end = given_name_inside(units, title_end.unwrap_or(run.start)..run.end).filter(|_| title_end.is_some()).or(title_end);
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
    if is_compound(span.of(text)) || span.of(text).chars().count() < 2 || is_noun(&words, title.is_some(), span.of(text), evidence) {
        return None;
    }
    Some(Mention { span, words, title, personal: is_said_of_person(units, &name) || follows_office(units, name.start) })
}

/// Where a given name stands inside a run behind a title: `Пресс-секретарь Кремля Дмитрий Песков`.
fn given_name_inside(units: &[Unit], run: Range<usize>) -> Option<usize> {
    let is_given = |at: usize| units[at].is_in(&MEN) || units[at].is_in(&WOMEN);
    let inner = run.start + 1..run.end.saturating_sub(1);
    inner.into_iter().find(|&at| is_given(at) && !is_given(at - 1))
}

/// `Russian-occupied`, `Korean-language`: an adjective, not a name; `Jong-un` is one.
fn is_compound(text: &str) -> bool {
    !text.contains(' ') && text.split('-').skip(1).any(|part| part.chars().count() > 3 && part.starts_with(char::is_lowercase))
}

/// In a language that writes nouns with capitals, a single one without a title says nothing.
fn is_noun(words: &[String], has_title: bool, text: &str, evidence: &Evidence<'_>) -> bool {
    let has_noun = words.iter().any(|word| GERMAN_NOUNS.contains(word.as_str()));
    let is_surname = words.len() == 1 && evidence.surnames.contains(&words[0]);
    evidence.lexicon.nouns_are_capital && !is_acronym(text) && !has_title && !is_surname && (words.len() < 2 || has_noun)
}

/// The words of a unit as keys; Cyrillic ones without the ending of their case, so that `Пескова` is `Песков`.
fn split_key(word: &str) -> Vec<String> {
    let parts = without_possessive(word).split(['-', '‐']).map(|part| part.trim_end_matches('.'));
    parts.filter(|part| !part.is_empty()).map(|part| key(without_case_ending(part))).collect()
}

fn without_case_ending(word: &str) -> &str {
    CYRILLIC_ENDINGS.iter().filter_map(|ending| word.strip_suffix(ending)).find(|stem| stem.chars().count() >= 4).unwrap_or(word)
}

/// `KCNA`, `U.S.`
pub(super) fn is_acronym(word: &str) -> bool {
    let letters = word.trim_end_matches("’s").trim_end_matches("'s").chars().filter(|c| *c != '.');
    (2..=7).contains(&letters.clone().count()) && letters.into_iter().all(char::is_uppercase)
}

fn is_title(unit: &Unit) -> bool {
    unit.is_word() && super::is_title_word(&unit.key)
}

/// Where the role in front of a name opens: `North Korean leader`, `State Department spokesman`, `former foreign minister`.
fn role_before(units: &[Unit], name: usize, evidence: &Evidence<'_>) -> usize {
    let is_role = |at: usize| units[at].is_word() && !units[at].capital && is_title(&units[at]);
    if !name.checked_sub(1).is_some_and(is_role) {
        return name;
    }
    let mut start = name - 1;
    while start > 0 && name - start < 7 {
        let unit = &units[start - 1];
        let is_small_word =
            evidence.lexicon.sentence_openers.contains(unit.key.as_ref()) || (!unit.capital && evidence.lexicon.verb(&unit.key).is_some());
        let only_opens = unit.capital && opens(units, start - 1) && !evidence.names(&unit.key, true);
        if !unit.is_word() || is_small_word || only_opens || (!unit.capital && (units[start].capital || is_possessive(unit))) {
            break;
        }
        start -= 1;
    }
    start
}

/// Whether what follows is said of a person; in `the cook of the Halmar, who` it is said of the cook.
fn is_said_of_person(units: &[Unit], name: &Range<usize>) -> bool {
    let behind_article = name.start.checked_sub(1).is_some_and(|at| units[at].is("the"));
    !behind_article && is_personal(units, name.end)
}

/// Whether an age, `who`, an office or an occupation follows: `, 59,`, `who`, `, the mayor of Kyiv`.
fn is_personal(units: &[Unit], at: usize) -> bool {
    let Some(next) = units.get(at) else { return false };
    let described = units.get(at + 1..).unwrap_or_default().iter().take(LONGEST_OFFICE).take_while(|unit| unit.is_word());
    let is_age = |unit: &Unit| unit.key.len() == 2 && unit.key.bytes().all(|b| b.is_ascii_digit());
    let mut described = described.peekable();
    let has_age = described.peek().is_some_and(|unit| is_age(unit) || unit.is("who"));
    next.is("who") || (next.is_mark(',') && (has_age || described.any(|unit| is_title(unit) || is_occupation(unit))))
}

fn is_occupation(unit: &Unit) -> bool {
    !unit.capital && (unit.is_in(&OCCUPATIONS) || OCCUPATION_ENDINGS.iter().any(|ending| unit.key.ends_with(ending)))
}

/// Whether an office and a comma stand before the name: `her spokeswoman, Lena Otte`.
fn follows_office(units: &[Unit], at: usize) -> bool {
    at.checked_sub(2).is_some_and(|office| units[office + 1].is_mark(',') && is_title(&units[office]))
}

/// The most words up to the head of an office behind a name.
const LONGEST_OFFICE: usize = 5;
