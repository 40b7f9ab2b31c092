//! What a report counts: numbers with the word that says of what, so that two reports of like events can be told apart by how many.

use super::signature::is_stop_word;
use crate::text::calendar::month;
use crate::text::senses::Senses;
use crate::text::term::{Term, fingerprint};

/// A number with a word beside it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Count {
    /// A hash of the word's stem.
    pub what: u32,
    /// A hash of the number.
    pub number: u32,
    /// Whether it stands in the title or the first sentences.
    pub in_lead: bool,
}

/// Words beside a number that say nothing of what is counted.
const SAY_NOTHING: &[&str] = &["million", "billion", "thousand", "hundred", "percent", "gmt"];
/// How far from its number the word stands at most, after it and before it.
const AFTER: usize = 3;
const BEFORE: usize = 2;

/// The numbers of one sentence, each with the first word after it and the nearest before it that say something.
pub(super) fn counts(sentence: &[Term], in_lead: bool, senses: &Senses) -> Vec<Count> {
    let mut found = Vec::new();
    for (at, number) in sentence.iter().enumerate().filter(|(_, term)| is_number(term) && !is_year(&term.word)) {
        let after = sentence.iter().skip(at + 1).take(AFTER);
        let before = sentence.get(..at).unwrap_or_default().iter().rev().take(BEFORE);
        for word in [nearest(after), nearest(before)].into_iter().flatten() {
            let what = fingerprint(senses.stem(&word.stem).chars());
            found.push(Count { what, number: fingerprint(number.stem.chars()), in_lead });
        }
    }
    found
}

fn is_number(term: &Term) -> bool {
    term.is_number() || term.is_number_word()
}

fn is_year(word: &str) -> bool {
    word.len() == 4 && (word.starts_with("19") || word.starts_with("20")) && word.bytes().all(|digit| digit.is_ascii_digit())
}

/// The first word that says something, unless another number comes first.
fn nearest<'a>(words: impl Iterator<Item = &'a Term>) -> Option<&'a Term> {
    let mut until_number = words.take_while(|term| !is_number(term));
    let word = until_number.find(|term| term.word.chars().nth(2).is_some() && !is_stop_word(&term.word))?;
    (month(&word.word).is_none() && !SAY_NOTHING.contains(&word.word.as_str())).then_some(word)
}

/// Sorted and without repeats; what stands in the lead and elsewhere stands in the lead.
pub(super) fn merged(mut counts: Vec<Count>) -> Vec<Count> {
    counts.sort_unstable_by(|a, b| (a.what, a.number, b.in_lead).cmp(&(b.what, b.number, a.in_lead)));
    counts.dedup_by_key(|count| (count.what, count.number));
    counts
}

/// How many things the lead of either report counts that the other counts as well, with a number in common and with none.
pub(super) fn held_against(left: &[Count], right: &[Count]) -> (usize, usize) {
    let (mut agreeing, mut conflicting) = (0, 0);
    let mut theirs = right.chunk_by(|a, b| a.what == b.what).peekable();
    for ours in left.chunk_by(|a, b| a.what == b.what) {
        let what = ours.first().map(|count| count.what);
        while theirs.next_if(|other| other.first().map(|count| count.what) < what).is_some() {}
        let Some(others) = theirs.next_if(|other| other.first().map(|count| count.what) == what) else { continue };
        for (one, other) in [(ours, others), (others, ours)] {
            if one.iter().any(|count| count.in_lead) {
                let shares = one.iter().filter(|count| count.in_lead).any(|count| other.iter().any(|known| known.number == count.number));
                *if shares { &mut agreeing } else { &mut conflicting } += 1;
            }
        }
    }
    (agreeing, conflicting)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::term::terms;

    fn read(text: &str) -> Vec<Count> {
        merged(counts(&terms(text, "en"), true, Senses::of("en")))
    }

    #[test]
    fn a_number_counts_what_stands_beside_it() {
        let count = |number: &str, what: &str| (fingerprint(what.chars()), fingerprint(number.chars()));
        for (text, want) in [
            ("A magnitude 5.6 earthquake", vec![count("5.6", "earthquak"), count("5.6", "magnitud")]),
            ("It killed twelve of the miners", vec![count("12", "miner"), count("12", "dead")]),
            ("In 1998, on 4 March, 3 million", vec![]),
        ] {
            let mut want = want;
            want.sort_unstable();
            let found: Vec<(u32, u32)> = read(text).iter().map(|found| (found.what, found.number)).collect();
            assert_eq!(found, want, "{text}");
        }
    }

    #[test]
    fn what_both_count_agrees_or_conflicts() {
        for (left, right, want) in [
            ("The fire killed 12 people.", "Twelve people were dead.", (2, 0)),
            ("The fire killed 12 people.", "The fire injured 30 people.", (0, 2)),
            ("The fire killed 12 people.", "Five schools closed.", (0, 0)),
        ] {
            assert_eq!(held_against(&read(left), &read(right)), want, "{left} / {right}");
            assert_eq!(held_against(&read(right), &read(left)), want, "{right} / {left}");
        }
    }
}
