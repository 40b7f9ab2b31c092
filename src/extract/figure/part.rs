//! Reads parts of a whole (`two-thirds`, `half a million`) and counts without a number (`dozens`, `several hundred`).

use super::noun;
use super::number_words::{Lexicon, VagueCount};
use super::numeral::{Form, Numeral, Setting};
use super::unit::unit_at;
use super::word_list::is_one_of;
use crate::text::token::Words;

/// A part of a whole, of a magnitude or of a unit: `a third`, `half a million`, `half an hour`, `three quarters of`.
pub(super) fn part(words: &Words<'_>, at: usize, setting: Setting<'_>) -> Option<Numeral> {
    let lexicon = Lexicon::of(setting.language);
    let key = words.key(at);
    if let Some(share) = of_point(words, at, lexicon) {
        return Some(share);
    }
    if let Some(part) = lexicon.part(key) {
        return bare_part(words, at, part, setting);
    }
    if let Some(share) = one_in(words, at, lexicon) {
        return Some(share);
    }
    let article = lexicon.is_article(key);
    let count = if article { 1.0 } else { lexicon.number(key).filter(|count| (1.0..100.0).contains(count))? };
    let noun = if words.key(at + 1) == "-" && words.touches_next(at) { at + 2 } else { at + 1 };
    let part = lexicon.part(words.key(noun)).filter(|part| count <= *part * 4.0)?;
    let end = noun + 1;
    let one = count <= 1.0;
    let multiplied = multiplied(words, end, count / part, at, setting);
    let is_added = words.key_before(at, 1) == "and" && article;
    if multiplied.is_some() || article && part < 3.0 && (words.key(end) != "of" || is_added) {
        return multiplied;
    }
    let plural = words.key(noun).ends_with('s') || setting.language != "en";
    let is_period = words.key(noun).starts_with("quarter")
        && !matches!(words.key(end), "of" | "the")
        && !compares(words, end)
        && !noun::is_stop(words, end);
    if one == plural && setting.language == "en" || is_period {
        return None;
    }
    let stands_alone = !one || setting.language != "en" || names_a_share(words, at, end);
    stands_alone.then(|| Numeral { place: 1.0 / part, ..Numeral::new(at..end, count / part, Form::Part) })
}

/// A part of a percentage point: `a quarter-point`, `half a point`, `three-quarters of a percentage point`.
fn of_point(words: &Words<'_>, at: usize, lexicon: &Lexicon) -> Option<Numeral> {
    let is_article = lexicon.is_article(words.key(at));
    let count = if is_article { Some(1.0) } else { lexicon.number(words.key(at)) };
    let noun = if count.is_some() { at + 1 + usize::from(words.key(at + 1) == "-") } else { at };
    let part = lexicon.part(words.key(noun))?;
    let share = count.unwrap_or(1.0) / part;
    let found = share < 1.0 && after_points(words, noun + 1).is_some();
    found.then(|| Numeral { place: share.min(0.5), ..Numeral::new(at..noun + 1, share, Form::Words) })
}

/// The place behind the `point` that a part is of, from the place behind the part.
pub(super) fn after_points(words: &Words<'_>, from: usize) -> Option<usize> {
    let of = from + usize::from(matches!(words.key(from), "of" | "-"));
    let article = of + usize::from(matches!(words.key(of), "a" | "one"));
    let point = article + usize::from(words.key(article) == "percentage");
    (words.key(point) == "point").then_some(point + 1)
}

/// Shares that are nouns of their own, without an article or a number; folded.
const NAMED_SHARES: &str = "halfte moitie mitad половина половину половины треть трети четверть четверти третина третину чверть чверти";

/// Wholes that people take a few of: `one in five`, `nine out of ten`.
const WHOLES: &[f64] = &[3.0, 4.0, 5.0, 6.0, 8.0, 10.0, 20.0, 50.0, 100.0, 1000.0];

/// `one in five residents`, `2 in 5 homes`, `nine out of ten`: a share.
pub(super) fn one_in(words: &Words<'_>, at: usize, lexicon: &Lexicon) -> Option<Numeral> {
    let count = |at: usize| lexicon.number(words.key(at)).or_else(|| words.word(at).parse().ok()).filter(|_| !words.word(at).contains('.'));
    let out = words.key(at + 1) == "out" && words.key(at + 2) == "of";
    // `one house in five`
    let noun_between =
        words.key(at) == "one" && words.is_word(at + 1) && words.key(at + 2) == "in" && !noun::is_boundary(words.key(at + 1), "en");
    let whole_at = if out || noun_between { at + 3 } else { at + 2 };
    if !out && !noun_between && words.key(at + 1) != "in" {
        return None;
    }
    let (some, whole) = (count(at)?, count(whole_at)?);
    if noun_between && (noun::is_counted(words, whole_at + 1, "en") || unit_at(words, whole_at + 1, "en", false).is_some()) {
        return None;
    }
    let counted = noun::is_counted(words, whole_at + 1, "en") && unit_at(words, whole_at + 1, "en", false).is_none();
    let fits = (1.0..10.0).contains(&some) && some < whole && WHOLES.contains(&whole);
    let meant = fits
        && (noun_between
            || counted
            || words.key(whole_at + 1) == "of"
            || noun::is_stop(words, whole_at + 1) && (out || some < 2.0) && words.key(whole_at + 1) != "-");
    meant.then(|| Numeral { place: 1.0 / whole, ..Numeral::new(at..whole_at + 1, some / whole, Form::Part) })
}

/// `half` or `quarter` without an article.
fn bare_part(words: &Words<'_>, at: usize, part: f64, setting: Setting<'_>) -> Option<Numeral> {
    let lexicon = Lexicon::of(setting.language);
    let other = matches!(words.key_before(at, 1), "first" | "second" | "other" | "the" | "this" | "that" | "last" | "each" | "a" | "final");
    if let Some(numeral) = multiplied(words, at + 1, 1.0 / part, at, setting).filter(|_| !other) {
        return Some(numeral);
    }
    if is_one_of(NAMED_SHARES, words.key(at)) {
        return Some(Numeral { place: 1.0 / part, ..Numeral::new(at..at + 1, 1.0 / part, Form::Part) });
    }
    if part > 2.0 {
        return None;
    }
    let hyphen = words.key(at + 1) == "-" && words.touches_next(at) && words.touches_next(at + 1);
    if hyphen && unit_at(words, at + 2, setting.language, false).is_some() && words.key(at + 2) != "year" {
        return Some(Numeral { place: 0.5, ..Numeral::new(at..at + 1, 0.5, Form::Words) });
    }
    if lexicon.is_article(words.key(at + 1)) && unit_at(words, at + 2, setting.language, false).is_some() {
        return Some(Numeral { place: 0.5, ..Numeral::new(at..at + 2, 0.5, Form::Words) });
    }
    let of_whole = matches!(words.key(at + 1), "of" | "the" | "its" | "their" | "his" | "her" | "all" | "our" | "these" | "those");
    (of_whole && !other).then(|| Numeral { place: 0.5, ..Numeral::new(at..at + 1, 0.5, Form::Part) })
}

/// A part of a magnitude: `half a million`, `three quarters of a billion`, `quarter million`.
fn multiplied(words: &Words<'_>, end: usize, share: f64, start: usize, setting: Setting<'_>) -> Option<Numeral> {
    let lexicon = Lexicon::of(setting.language);
    let at = if matches!(words.key(end), "of" | "-") { end + 1 } else { end };
    let at = if lexicon.is_article(words.key(at)) { at + 1 } else { at };
    let magnitude = lexicon.magnitude(words.key(at)).filter(|magnitude| *magnitude > 10.0)?;
    let numeral = Numeral { place: 0.25, ..Numeral::new(start..at + 1, share, Form::Words) };
    (at == end || words.key(at) != "hundred").then(|| numeral.times(magnitude))
}

/// Whether a share is how much more or less: `a quarter fewer`.
fn compares(words: &Words<'_>, end: usize) -> bool {
    is_one_of("fewer less more higher lower smaller larger cheaper dearer", words.key(end))
}

/// Whether `a third` is a share here and not the third of a row.
fn names_a_share(words: &Words<'_>, at: usize, end: usize) -> bool {
    const BEFORE: &str = "by about around nearly almost roughly over than under some least approximately";
    let of_which = words.key_before(at, 2) == "of" && matches!(words.key_before(at, 1), "which" | "whom");
    words.key(end) == "of"
        || of_which
        || compares(words, end)
        || (noun::is_stop(words, end) && words.key(end) != "-")
        || is_one_of(BEFORE, words.key_before(at, 1))
}

/// `dozens`, `tens of thousands`, `several hundred`, `a couple of hundred`.
pub(super) fn vague(words: &Words<'_>, at: usize, lexicon: &Lexicon) -> Option<Numeral> {
    let key = words.key(at);
    if let Some(count) = lexicon.vague_count(key) {
        let of = matches!(words.key(at + 1), "of" | "de" | "von");
        let second = lexicon.vague_count(words.key(at + 2)).filter(|_| of);
        if second.is_none() && ((key == "tens" || key == "scores") && !(of && key == "scores") || words.key_before(at, 1) == "-") {
            return None;
        }
        let (count, end) = second.map_or((count, at + 1), |second| (count_of(count, second.written.0), at + 3));
        return Some(Numeral::new(at..end, count.written.0, Form::Vague(count)));
    }
    let start = at;
    let at = if lexicon.is_article(key) { at + 1 } else { at };
    let (least, greatest) = lexicon.vague_factor(words.key(at))?;
    let next = if words.key(at + 1) == "of" { at + 2 } else { at + 1 };
    let magnitude = lexicon.magnitude(words.key(next))?;
    let written = (least * magnitude, Some(greatest * magnitude));
    let count = VagueCount { written, allowed: (least * magnitude, greatest * magnitude) };
    Some(Numeral::new(start..next + 1, least * magnitude, Form::Vague(count)))
}

fn count_of(count: VagueCount, each: f64) -> VagueCount {
    VagueCount {
        written: (count.written.0 * each, count.written.1.map(|next| next * each)),
        allowed: (count.allowed.0 * each, count.allowed.1 * each),
    }
}
