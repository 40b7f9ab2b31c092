//! Who and what only one side mentions, variants of a name taken as one.

use rustc_hash::FxHashMap;

use super::report::Report;
use super::{NamePair, Pair, Side};
use crate::article::Fate;
use crate::extract::Name;
use crate::text::fold;
use crate::text::term::words;

/// A name with the words it is compared by.
struct Folded {
    number: usize,
    words: Vec<String>,
    person: bool,
}

/// Both sides' names: those that both have, then those only one has, in the order of the left, then of the right report.
///
/// A name counts as one-sided only when its words stand nowhere on the other page, its headline and dropped text included.
pub(super) fn pair_names(left: &Report<'_>, right: &Report<'_>) -> Vec<NamePair> {
    let (left_names, right_names) = (folded(&left.claims.names), folded(&right.claims.names));
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
    named.extend(one_sided(only.into_iter(), right).into_iter().filter_map(|number| self::named(Pair::Left(number), left, right)));
    let rest = right_names.iter().zip(&taken).filter(|(_, taken)| !**taken).map(|(name, _)| name);
    let rest = rest.filter(|name| !left_names.iter().any(|other| is_variant(other, name)));
    named.extend(one_sided(rest, left).into_iter().filter_map(|number| self::named(Pair::Right(number), left, right)));
    named
}

fn folded(names: &[Name]) -> Vec<Folded> {
    let words =
        |name: &Name| fold::key(&name.text).split(|c: char| !c.is_alphanumeric()).filter(|w| !w.is_empty()).map(str::to_owned).collect();
    names.iter().enumerate().map(|(number, name)| Folded { number, words: words(name), person: name.person }).collect()
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
fn one_sided<'a>(names: impl Iterator<Item = &'a Folded>, other: &Report<'_>) -> Vec<usize> {
    let body = Running::of(other.body_words());
    let not_in_body: Vec<&Folded> = names.filter(|name| !body.has(&name.words)).collect();
    if not_in_body.is_empty() {
        return Vec::new();
    }
    let dropped = other.article.page.iter().filter(|block| !matches!(block.fate, Fate::Body(_))).map(|block| block.text.as_str());
    let words: Vec<String> = dropped.chain(other.article.title()).flat_map(words).collect();
    let rest = Running::of(words.iter().map(String::as_str));
    not_in_body.into_iter().filter(|name| !rest.has(&name.words)).map(|name| name.number).collect()
}

/// Words in a row, with the places of each.
struct Running<'a> {
    words: Vec<&'a str>,
    places: FxHashMap<&'a str, Vec<usize>>,
}

impl<'a> Running<'a> {
    fn of(words: impl Iterator<Item = &'a str>) -> Self {
        let words: Vec<&str> = words.collect();
        let mut places: FxHashMap<&str, Vec<usize>> = FxHashMap::default();
        for (place, word) in words.iter().enumerate() {
            places.entry(word).or_default().push(place);
        }
        Self { words, places }
    }

    /// Whether these words stand in it one after the other.
    fn has(&self, wanted: &[String]) -> bool {
        let places = wanted.first().and_then(|first| self.places.get(first.as_str())).map(Vec::as_slice).unwrap_or_default();
        places.iter().any(|&place| {
            let here = self.words.get(place..place + wanted.len());
            here.is_some_and(|here| here.iter().zip(wanted).all(|(word, wanted)| word == wanted))
        })
    }
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
    const JOINING: &[&str] = &["of", "the", "and", "for", "on", "in"];
    let [acronym] = short.words.as_slice() else { return false };
    let initials: String =
        long.words.iter().filter(|word| !JOINING.contains(&word.as_str())).filter_map(|word| word.chars().next()).collect();
    long.words.len() > 1 && acronym.chars().count() > 1 && *acronym == initials
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
        let (one, other) = (folded(&[name(one)]), folded(&[name(other)]));
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
