//! Cuts the agency slug off a first paragraph: `HARBOURTON, Feb 5 (Wire) - The bridge …`.

use crate::ingest::agency::is_agency;
use crate::text::span::{after, before};

/// An agency slug.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::ingest) struct Dateline {
    /// Its bytes, the blank after it included.
    pub(in crate::ingest) length: usize,
    /// What stands between its brackets or slashes.
    pub(in crate::ingest) credit: Option<String>,
}

/// The most bytes of a slug.
const LONGEST: usize = 160;

/// The most words of the place and the day.
const MOST_WORDS: usize = 9;

/// The least letters of a place in capitals.
const LEAST_LETTERS: usize = 3;

/// Reads the slug that a paragraph begins with.
pub(in crate::ingest) fn dateline(paragraph: &str) -> Option<Dateline> {
    bracketed(paragraph, '(', ')')
        .or_else(|| bracketed(paragraph, '/', '/'))
        .or_else(|| piped(paragraph))
        .or_else(|| dashed(paragraph))
        .filter(|slug| slug.length < paragraph.len())
}

/// `PLACE, Month day (Agency) -`, `(Agency) —`, `PLACE, day month. /AGENCY/.`
fn bracketed(paragraph: &str, open: char, close: char) -> Option<Dateline> {
    let at = paragraph.find(open).filter(|at| *at < LONGEST)?;
    bracketed_at(paragraph, at, open, close).or_else(|| {
        // The first brackets may hold the country: `Place (Country) (Agency) –`.
        let next = after(paragraph, at + 1).find(open).map(|next| at + 1 + next).filter(|next| *next < LONGEST)?;
        bracketed_at(paragraph, next, open, close).filter(|slug| open == '(' && slug.credit.as_deref().is_some_and(has_agency))
    })
}

fn bracketed_at(paragraph: &str, start: usize, open: char, close: char) -> Option<Dateline> {
    let inside = after(paragraph, start + 1);
    let length = inside.find(close).filter(|length| *length < LONGEST)?;
    let credit = before(inside, length).trim();
    let tail = after(inside, length + 1);
    // `(agency).-` is how agencies of the Spanish-speaking world end it.
    let tail = tail.strip_prefix('.').filter(|rest| rest.starts_with(['-', '–', '—'])).unwrap_or(tail);
    let ends = slug_end(tail, if open == '/' { &['.', '-', '–', '—', ':'] } else { &['-', '–', '—', ':'] })?;
    let place = before(paragraph, start);
    let is_slug = is_place(place) && (is_credit(credit) || is_code(place, credit, ends));
    is_slug.then(|| Dateline { length: paragraph.len() - ends.len(), credit: Some(credit.to_owned()) })
}

/// `Place, Country | Agency | The …`
fn piped(paragraph: &str) -> Option<Dateline> {
    let (place, rest) = paragraph.split_once(" | ").filter(|(place, _)| place.len() < LONGEST)?;
    let (credit, text) = rest.split_once(" | ")?;
    let is_slug = is_place(place) && is_agency(credit);
    is_slug.then(|| Dateline { length: paragraph.len() - text.trim_start().len(), credit: Some(credit.trim().to_owned()) })
}

/// Whether an agency is among the names of a credit: `efe-epa`.
fn has_agency(credit: &str) -> bool {
    is_agency(credit) || credit.split(['-', '/']).any(is_agency)
}

/// `PLACE, Month day —`, `PLACE (day month) –`: without an agency the place must be in capitals.
fn dashed(paragraph: &str) -> Option<Dateline> {
    let is_capital = |c: char| c.is_uppercase() || !c.is_alphabetic();
    if !paragraph.chars().take(LEAST_LETTERS).all(is_capital) {
        return None;
    }
    let mut blanks = paragraph.match_indices([' ', '\u{2014}']).take_while(|(at, _)| *at < LONGEST);
    let (start, _) = blanks.find(|(at, _)| slug_end(after(paragraph, *at), &['-', '–', '—']).is_some())?;
    let place = before(paragraph, start);
    let first = place.split([' ', ',']).next().unwrap_or_default();
    let in_capitals = first.chars().count() >= LEAST_LETTERS && first.chars().all(is_capital);
    let rest = slug_end(after(paragraph, start), &['-', '–', '—'])?;
    // After the dash an agency may be named: `PLACE, 5 Feb - Agency.`
    let named = rest.split_once(". ").filter(|(name, _)| name.len() < 40 && is_agency(name));
    let (rest, credit) = named.map_or((rest, None), |(name, rest)| (rest, Some(name.to_owned())));
    (in_capitals && is_place(place)).then(|| Dateline { length: paragraph.len() - rest.trim_start().len(), credit })
}

/// What follows the marks that end a slug, if they stand here.
fn slug_end<'a>(tail: &'a str, marks: &[char]) -> Option<&'a str> {
    let trimmed = tail.trim_start();
    let rest = trimmed.trim_start_matches(marks);
    (rest.len() < trimmed.len() && !rest.starts_with(char::is_numeric)).then(|| rest.trim_start())
}

/// Whether the words before the credit are a place and a day, or nothing: capitals, numbers, months.
fn is_place(text: &str) -> bool {
    let words: Vec<&str> = text.split_whitespace().collect();
    let is_small = |word: &str| word.starts_with(char::is_lowercase);
    // Some languages write months small; a day stands before them.
    let small_only_after_number = words.windows(2).all(|pair| !is_small(pair[1]) || pair[0].ends_with(|c: char| c.is_ascii_digit()));
    words.len() <= MOST_WORDS
        && !words.first().is_some_and(|word| is_small(word))
        && small_only_after_number
        && !text.contains(['"', '“', ';', '?', '!'])
}

/// Whether the words between brackets name somebody: they begin with a capital or are an agency, and are few.
fn is_credit(text: &str) -> bool {
    text.split_whitespace().count() <= 12
        && (text.starts_with(char::is_uppercase) || has_agency(text))
        && !text.contains(['"', '“', '?', '!'])
}

/// Whether the brackets hold the small letters of an agency or an author, as German papers print them: `Orne (hmw) – Die Brücke …`.
fn is_code(place: &str, credit: &str, rest: &str) -> bool {
    let is_letters = |part: &str| (2..=4).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_lowercase());
    let is_named = place.split([' ', '/', '-']).filter(|word| !word.is_empty()).all(|word| word.starts_with(char::is_uppercase));
    is_named
        && !place.trim().is_empty()
        && credit.split('/').all(is_letters)
        && rest.starts_with(|c: char| c.is_uppercase() || "„\"“«".contains(c))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn slugs_are_cut() {
        for (text, rest, credit) in [
            ("HARBOURTON, Feb 5 (Reuters) - The bridge is open.", "The bridge is open.", Some("Reuters")),
            (
                "Harbourton, Feb 5 (Gazette Point / Point News - 5th Feb, 2024 ) :The bridge",
                "The bridge",
                Some("Gazette Point / Point News - 5th Feb, 2024"),
            ),
            ("(AP) — The bridge is open.", "The bridge is open.", Some("AP")),
            ("HARBOURTON — The bridge is open.", "The bridge is open.", None),
            ("HARBOURTON, Ohio, Feb. 5 -- The bridge is open.", "The bridge is open.", None),
            ("Neu Orne (hmw) – Die Brücke ist offen.", "Die Brücke ist offen.", Some("hmw")),
            ("Orne (dpa/hbd) - Die Brücke", "Die Brücke", Some("dpa/hbd")),
            ("МОСКВА, 5 февраля. /ТАСС/. Мост открыт.", "Мост открыт.", Some("ТАСС")),
            ("Orne, 5 feb (efe-epa).- El puente", "El puente", Some("efe-epa")),
            ("Orne (Norway) (AFP) – The bridge", "The bridge", Some("AFP")),
            ("Orne, Norway | AFP | The bridge", "The bridge", Some("AFP")),
            ("МОСКВА, 5 фев - РИА Новости. Мост открыт.", "Мост открыт.", Some("РИА Новости")),
        ] {
            let slug = dateline(text).unwrap_or_else(|| panic!("{text}"));
            assert_eq!((after(text, slug.length), slug.credit.as_deref()), (rest, credit), "{text}");
        }
    }

    #[test]
    fn what_is_no_slug() {
        for text in [
            "The bridge (built in 1904) - the oldest of the town - is open.",
            "Jane Smith (Labour) said the bridge was open - at last.",
            "The bridge is open — at last.",
            "Jane Smith (left) – the mayor – opened it.",
            "NASA will launch 3-4 rockets.",
            "He said he would come (Monday) : nobody believed him.",
            "HARBOURTON —",
            "Bridge of Orne (left) (built in 1904) - the oldest",
            "Ships | Harbour | The bridge",
        ] {
            assert_eq!(dateline(text), None, "{text}");
        }
    }
}
