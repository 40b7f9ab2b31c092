//! Who and what only one side mentions, variants of a name taken as one.

use std::borrow::Cow;

use rustc_hash::{FxHashMap, FxHashSet};

use super::report::{Report, are_foreign};
use super::{NamePair, Pair, Side};
use crate::article::Fate;
use crate::extract::Name;
use crate::text::fold;
use crate::text::latin::sound;
use crate::text::term::words;

/// A name with the words it is compared by.
struct Folded {
    number: usize,
    words: Vec<String>,
    /// The first letters of its words, those that only join left out.
    initials: String,
    person: bool,
}

/// Both sides' names: those that both have, then those only one has, in the order of the left, then of the right report.
///
/// A name counts as one-sided only when its words stand nowhere on the other page, its headline and dropped text included.
pub(super) fn pair_names(left: &Report<'_>, right: &Report<'_>) -> Vec<NamePair> {
    let across = are_foreign(left.article, right.article);
    let (left_names, right_names) = (folded(&left.claims.names, across), folded(&right.claims.names, across));
    let mut taken = vec![false; right_names.len()];
    let mut pairs = Vec::new();
    let mut only = Vec::new();
    for name in &left_names {
        match right_names.iter().position(|other| is_variant(name, other)) {
            Some(at) => {
                taken.get_mut(at).map(|slot| std::mem::replace(slot, true));
                pairs.push((Pair::Both(name.number, right_names.get(at).map_or(0, |other| other.number)), name.words.len()));
            }
            None => only.push(name),
        }
    }
    let mut named: Vec<NamePair> = pairs.into_iter().filter_map(|(pair, _)| named(pair, left, right)).collect();
    named.extend(one_sided(only.into_iter(), right, across).into_iter().filter_map(|number| self::named(Pair::Left(number), left, right)));
    let rest = right_names.iter().zip(&taken).filter(|(_, taken)| !**taken).map(|(name, _)| name);
    let rest = rest.filter(|name| !left_names.iter().any(|other| is_variant(other, name)));
    named.extend(one_sided(rest, left, across).into_iter().filter_map(|number| self::named(Pair::Right(number), left, right)));
    named
}

/// The words of a name, folded; `across` languages as they sound in either script.
fn folded(names: &[Name], across: bool) -> Vec<Folded> {
    const JOINING: &[&str] = &["of", "the", "and", "for", "on", "in"];
    let words = |name: &Name| -> Vec<String> {
        fold::key(&name.text)
            .split(|c: char| !c.is_alphanumeric())
            .filter(|w| !w.is_empty())
            .map(|w| as_heard(w, across).into_owned())
            .collect()
    };
    let initials = |words: &[String]| words.iter().filter(|w| !JOINING.contains(&w.as_str())).filter_map(|w| w.chars().next()).collect();
    let folded = |(number, name): (usize, &Name)| {
        let words = words(name);
        Folded { number, initials: initials(&words), words, person: name.person }
    };
    names.iter().enumerate().map(folded).collect()
}

fn as_heard(word: &str, across: bool) -> Cow<'_, str> {
    if across { Cow::Owned(sound(word)) } else { Cow::Borrowed(word) }
}

/// The pair with its fullest form.
fn named(pair: Pair<usize>, left: &Report<'_>, right: &Report<'_>) -> Option<NamePair> {
    let name =
        |side: Side, report: &Report<'_>| pair.side(side).and_then(|number| report.claims.names.get(number)).map(|name| name.text.clone());
    let forms = name(Side::Left, left).into_iter().chain(name(Side::Right, right));
    let text = forms.reduce(|one, other| if other.chars().count() > one.chars().count() { other } else { one })?;
    Some(NamePair { pair, text })
}

/// The numbers of those names whose words do not stand one after the other anywhere on the other page.
fn one_sided<'a>(names: impl Iterator<Item = &'a Folded>, other: &Report<'_>, across: bool) -> Vec<usize> {
    let body: Vec<Cow<'_, str>> = other.body_words().map(|word| as_heard(word, across)).collect();
    let not_in_body = not_among(names.collect(), &body);
    if not_in_body.is_empty() {
        return Vec::new();
    }
    let dropped = other.article.page.iter().filter(|block| !matches!(block.fate, Fate::Body(_))).map(|block| block.text.as_str());
    let words: Vec<String> = dropped.chain(other.article.title()).flat_map(words).collect();
    let rest: Vec<Cow<'_, str>> = words.iter().map(|word| as_heard(word, across)).collect();
    not_among(not_in_body, &rest).into_iter().map(|name| name.number).collect()
}

/// The names whose words do not stand one after the other among these.
///
/// Shape: one pass over the words, each held against the names that begin with it.
fn not_among<'a>(names: Vec<&'a Folded>, words: &[Cow<'_, str>]) -> Vec<&'a Folded> {
    let mut by_first: FxHashMap<&str, Vec<&Folded>> = FxHashMap::default();
    for name in &names {
        if let Some(first) = name.words.first() {
            by_first.entry(first).or_default().push(name);
        }
    }
    let mut found: FxHashSet<usize> = FxHashSet::default();
    for (at, word) in words.iter().enumerate() {
        let Some(beginning) = by_first.get_mut(word.as_ref()) else { continue };
        let stands_here = |name: &Folded| {
            let here = words.get(at..at + name.words.len());
            here.is_some_and(|here| here.iter().zip(&name.words).all(|(word, wanted)| word.as_ref() == wanted))
        };
        beginning.retain(|name| {
            let is_here = stands_here(name);
            if is_here {
                found.insert(name.number);
            }
            !is_here
        });
    }
    names.into_iter().filter(|name| !found.contains(&name.number)).collect()
}

/// Whether two names are forms of one: the same words, a person's shorter form, an acronym, or another transliteration.
fn is_variant(one: &Folded, other: &Folded) -> bool {
    one.words == other.words
        || ((one.person || other.person) && (is_part(one, other) || is_part(other, one) || is_respelt(&one.words, &other.words)))
        || is_acronym(one, other)
        || is_acronym(other, one)
}

/// `Shoigu` is part of `Sergei Shoigu`.
fn is_part(part: &Folded, whole: &Folded) -> bool {
    !part.words.is_empty() && part.words.len() < whole.words.len() && part.words.iter().all(|word| whole.words.contains(word))
}

/// `IAEA` is `International Atomic Energy Agency`.
fn is_acronym(short: &Folded, long: &Folded) -> bool {
    let [acronym] = short.words.as_slice() else { return false };
    long.words.len() > 1 && acronym.chars().nth(1).is_some() && *acronym == long.initials
}

/// `Zelenskyy` is `Zelensky`: the same number of words, each the same or all but the same.
fn is_respelt(one: &[String], other: &[String]) -> bool {
    one.len() == other.len() && one.iter().zip(other).all(|(a, b)| a == b || is_transliteration(a, b))
}

/// Whether two long words of one initial differ in two letters at most.
pub(super) fn is_transliteration(one: &str, other: &str) -> bool {
    const SHORTEST: usize = 6;
    const MOST_EDITS: usize = 2;
    let long = |word: &str| word.chars().count() >= SHORTEST;
    one.chars().next() == other.chars().next() && long(one) && long(other) && edits(one, other) <= MOST_EDITS
}

/// Levenshtein's distance.
fn edits(one: &str, other: &str) -> usize {
    let other: Vec<char> = other.chars().collect();
    let mut costs: Vec<usize> = (0..=other.len()).collect();
    for (row, a) in one.chars().enumerate() {
        let mut diagonal = row;
        let mut before = row + 1;
        for (cost, b) in costs.iter_mut().skip(1).zip(&other) {
            let replaced = diagonal + usize::from(a != *b);
            diagonal = *cost;
            *cost = replaced.min(*cost + 1).min(before + 1);
            before = *cost;
        }
        if let Some(first) = costs.first_mut() {
            *first = row + 1;
        }
    }
    costs.last().copied().unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn variant(one: &str, other: &str, person: bool) -> bool {
        let name = |text: &str| Name { text: text.to_owned(), title: None, mentions: Vec::new(), person };
        let (one, other) = (folded(&[name(one)], false), folded(&[name(other)], false));
        is_variant(&one[0], &other[0])
    }

    #[test]
    fn forms_of_one_name() {
        for (one, other, person, want) in [
            ("Kim Jong-Un", "Kim Jong Un", true, true),
            ("Lindner", "Marta Lindner", true, true),
            ("Volodymyr Zelenskyy", "Volodymyr Zelensky", true, true),
            ("IAEA", "International Atomic Energy Agency", false, true),
            ("Slovakia", "Slovenia", false, false),
            ("Defence Ministry", "Russian Defence Ministry", false, false),
            ("Anna Berg", "Peter Berg", true, false),
        ] {
            assert_eq!(variant(one, other, person), want, "{one} / {other}");
            assert_eq!(variant(other, one, person), want, "{other} / {one}");
        }
    }

    #[test]
    fn edits_are_counted() {
        for (one, other, want) in [("", "abc", 3), ("kitten", "sitting", 3), ("same", "same", 0)] {
            assert_eq!(edits(one, other), want);
        }
    }
}
