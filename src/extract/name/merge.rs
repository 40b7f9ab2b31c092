//! Variants of one name: surname and full name, acronym, transliteration.

use rustc_hash::FxHashMap;

use super::run::{Mention, is_acronym};
use super::tables::{FAMILY_NAMES_FIRST, MEN, OF_BODIES, OF_MEN, OF_WOMEN, WOMEN};
use super::{Gender, gender_of};
use crate::extract::lexicon::Words;
use crate::text::fold::key;
use crate::text::span::Span;

/// One way to write a name, with its mentions.
#[derive(Debug)]
pub(super) struct Form {
    pub(super) words: Vec<String>,
    pub(super) mentions: Vec<Mention>,
    gender: Option<Gender>,
    acronym: bool,
}

/// The forms of the mentions, by first mention; a courtesy title keeps `Mr. Clinton` apart from `Mrs. Clinton`.
pub(super) fn forms(text: &str, mentions: Vec<Mention>) -> Vec<Form> {
    let mut numbers: FxHashMap<(Vec<String>, Option<Gender>), usize> = FxHashMap::default();
    let mut forms: Vec<Form> = Vec::new();
    for mention in mentions {
        let gender = gender_of(&mention.words, mention.title.map(|title| title.of(text)));
        let courtesy = gender.filter(|_| mention.words.len() == 1);
        let number = *numbers.entry((mention.words.clone(), courtesy)).or_insert(forms.len());
        if let Some(form) = forms.get_mut(number) {
            form.gender = form.gender.or(gender);
            form.mentions.push(mention);
        } else {
            let acronym = mention.words.len() == 1 && is_acronym(mention.span.of(text));
            forms.push(Form { words: mention.words.clone(), mentions: vec![mention], gender, acronym });
        }
    }
    forms
}

/// For each form, the fuller form that it is a variant of, or itself.
pub(super) fn merged(forms: &[Form]) -> Vec<usize> {
    let index = Index::of(forms);
    let mut parents: Vec<usize> = (0..forms.len()).map(|number| index.fuller(forms, number).unwrap_or(number)).collect();
    for (number, other) in transliterations(forms) {
        let (a, b) = (root(&parents, number), root(&parents, other));
        parents[a.max(b)] = a.min(b);
    }
    (0..forms.len()).map(|number| root(&parents, number)).collect()
}

/// The end of a chain of variants; chains only lead to fuller or earlier forms.
fn root(parents: &[usize], number: usize) -> usize {
    let mut at = number;
    for _ in 0..parents.len() {
        match parents.get(at) {
            Some(&parent) if parent != at => at = parent,
            _ => break,
        }
    }
    at
}

/// Forms by the words that shorter variants share with them.
struct Index {
    last: FxHashMap<String, Vec<usize>>,
    first_words: FxHashMap<String, Vec<usize>>,
    initials: FxHashMap<String, usize>,
}

impl Index {
    fn of(forms: &[Form]) -> Self {
        let mut index = Self { last: FxHashMap::default(), first_words: FxHashMap::default(), initials: FxHashMap::default() };
        for (number, form) in forms.iter().enumerate().filter(|(_, form)| form.words.len() > 1) {
            if let (Some(first), Some(last)) = (form.words.first(), form.words.last()) {
                index.last.entry(last.clone()).or_default().push(number);
                index.first_words.entry(first.clone()).or_default().push(number);
            }
            index.initials.entry(initials(&form.words)).or_insert(number);
        }
        index
    }

    /// The fuller form of a short one.
    fn fuller(&self, forms: &[Form], number: usize) -> Option<usize> {
        let form = &forms[number];
        if form.acronym {
            return self.initials.get(&form.words.concat().replace('.', "")).copied();
        }
        let candidates = |map: &FxHashMap<String, Vec<usize>>, word: Option<&String>| -> Vec<usize> {
            let all = word.and_then(|word| map.get(word)).map(Vec::as_slice).unwrap_or_default();
            all.iter().copied().filter(|&other| is_fuller(&forms[other], form)).collect()
        };
        let mut found = candidates(&self.last, form.words.last());
        if found.is_empty() && form.words.len() == 1 {
            found = candidates(&self.first_words, form.words.first());
            found.retain(|&other| forms[other].is_person() || FAMILY_NAMES_FIRST.contains(form.words[0].as_str()));
        }
        // The one introduced last before the short form is used, else the first one after.
        found.iter().rev().find(|&&other| other < number).or_else(|| found.first()).copied()
    }
}

/// Pairs of forms that differ by a letter or two, as transliterations do.
fn transliterations(forms: &[Form]) -> Vec<(usize, usize)> {
    let mut buckets: FxHashMap<(usize, Option<char>), Vec<usize>> = FxHashMap::default();
    for (number, form) in forms.iter().enumerate().filter(|(_, form)| !form.acronym) {
        let bucket = buckets.entry((form.words.len(), form.words[0].chars().next())).or_default();
        if bucket.len() < LARGEST_BUCKET {
            bucket.push(number);
        }
    }
    let mut found = Vec::new();
    for bucket in buckets.values() {
        for (n, &a) in bucket.iter().enumerate() {
            found.extend(bucket[n + 1..].iter().filter(|&&b| are_transliterations(&forms[a], &forms[b])).map(|&b| (a, b)));
        }
    }
    found.sort_unstable();
    found
}

/// The most forms with one initial that are compared with each other; more is a list of names, not a report.
const LARGEST_BUCKET: usize = 200;

fn initials(words: &[String]) -> String {
    words.iter().filter_map(|word| word.chars().next()).collect()
}

/// Whether `long` can be the full name of `short`: it ends (or begins) with its words, and names a person of no other gender.
fn is_fuller(long: &Form, short: &Form) -> bool {
    let same_gender = long.gender.zip(short.gender).is_none_or(|(a, b)| a == b);
    let ends = long.words.ends_with(&short.words) || (short.words.len() == 1 && long.words.starts_with(&short.words));
    long.words.len() > short.words.len() && same_gender && ends && long.may_be_person()
}

impl Form {
    /// Whether nothing speaks against a person.
    fn may_be_person(&self) -> bool {
        (1..=5).contains(&self.words.len()) && !self.words.iter().any(|word| OF_BODIES.contains(word.as_str()) || word == "of")
    }

    /// Whether something speaks for a person: a title, a given name, a family name in front, an age or `who` behind.
    pub(super) fn is_person(&self) -> bool {
        let first = self.words.first().filter(|_| self.words.len() > 1).map(String::as_str).unwrap_or_default();
        let given = MEN.contains(first) || WOMEN.contains(first) || FAMILY_NAMES_FIRST.contains(first);
        self.may_be_person() && (given || self.mentions.iter().any(|mention| mention.title.is_some() || mention.personal))
    }
}

/// Whether two forms of as many words differ by one letter (six letters and more) or two (eight and more).
fn are_transliterations(a: &Form, b: &Form) -> bool {
    let same_gender = a.gender.zip(b.gender).is_none_or(|(a, b)| a == b);
    let (a, b) = (a.words.join(" "), b.words.join(" "));
    let most = match a.chars().count().min(b.chars().count()) {
        0..6 => return false,
        6..8 => 1,
        _ => 2,
    };
    same_gender && edit_distance(&a, &b, most) <= most
}

/// Levenshtein distance, or more than `most`.
fn edit_distance(a: &str, b: &str, most: usize) -> usize {
    let (a, b): (Vec<char>, Vec<char>) = (a.chars().collect(), b.chars().collect());
    if a.len().abs_diff(b.len()) > most {
        return most + 1;
    }
    let mut row: Vec<usize> = (0..=b.len()).collect();
    for (i, x) in a.iter().enumerate() {
        let mut diagonal = i;
        row[0] = i + 1;
        for (j, y) in b.iter().enumerate() {
            let above = row[j + 1];
            row[j + 1] = (diagonal + usize::from(x != y)).min(above + 1).min(row[j] + 1);
            diagonal = above;
        }
    }
    row.last().copied().unwrap_or(0)
}

/// The gender that a courtesy title or a given name tells.
pub(super) fn gender(words: &[String], title: Option<&str>) -> Option<Gender> {
    let title = title.map(key).unwrap_or_default();
    let has = |list: &Words| title.split_whitespace().any(|word| list.contains(word));
    let first = words.first().filter(|_| words.len() > 1).map(String::as_str).unwrap_or_default();
    match (has(&OF_WOMEN) || WOMEN.contains(first), has(&OF_MEN) || MEN.contains(first)) {
        (true, false) => Some(Gender::Woman),
        (false, true) => Some(Gender::Man),
        _ => None,
    }
}

/// The fullest way to write the name: most words, then the one used most, then the first.
pub(super) fn fullest(text: &str, spans: impl Iterator<Item = Span>) -> &str {
    let mut counts: Vec<(&str, usize)> = Vec::new();
    for words in spans.map(|span| span.of(text)) {
        match counts.iter_mut().find(|(known, _)| *known == words) {
            Some((_, count)) => *count += 1,
            None => counts.push((words, 1)),
        }
    }
    let size = |(words, count): &(&str, usize)| (words.split([' ', '-']).count(), *count);
    counts.into_iter().rev().max_by_key(size).map_or("", |(words, _)| words)
}
