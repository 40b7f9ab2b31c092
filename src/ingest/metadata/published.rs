//! When it was published and last changed: the page's date lines, weighed by where they stand and what they say.

use jiff::civil::Date;

use crate::article::{Evidence, Found, Published};
use crate::ingest::body::outline::Outline;
use crate::ingest::boilerplate::Class;
use crate::text::fold::key;
use crate::text::span::before;

use super::agree;
use super::date::{Written, written_dates};
use crate::ingest::caption::has_credit;

/// Publication and last change.
#[derive(Debug, Default, PartialEq)]
pub(super) struct Dates {
    pub(super) published: Option<Found<Published>>,
    pub(super) updated: Option<Found<Published>>,
}

/// What a date line says of its date.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Says {
    Published,
    Updated,
    Nothing,
}

/// Words that say what a date is, folded, by language: of publication, of change.
const PUBLISHED: &[&str] = &[
    "published",
    "posted",
    "issued",
    "first published",
    "veroffentlicht",
    "erstellt",
    "publie",
    "publicado",
    "опубликовано",
    "опубліковано",
    "создано",
];
/// See [`PUBLISHED`].
const UPDATED: &[&str] = &[
    "updated",
    "update",
    "modified",
    "changed",
    "edited",
    "aktualisiert",
    "mis a jour",
    "actualizado",
    "modifie",
    "обновлено",
    "изменено",
    "оновлено",
];

/// What a date line must be worth to be believed; an undated article is better than a wrong date.
const LEAST_WORTH: f32 = 2.0;

/// A date that a block gives.
struct Candidate {
    date: Written,
    says: Says,
    from: Evidence,
    worth: f32,
}

/// Reads the dates of a page.
pub(super) fn dates(outline: &Outline<'_>, title: Option<usize>) -> Dates {
    let header = outline.page.header.as_ref().map(|header| header.day);
    let mut candidates: Vec<Candidate> = outline.outside().flat_map(|(at, _)| in_block(outline, at, title)).collect();
    candidates.extend(in_dateline(outline));
    settle_order(&mut candidates, header);
    let best = |says: &[Says]| {
        let fitting = candidates.iter().filter(|c| says.contains(&c.says) && c.worth >= LEAST_WORTH);
        fitting.max_by(|a, b| worth_of(a, header).total_cmp(&worth_of(b, header)))
    };
    let updated = best(&[Says::Updated]);
    // A page that only says when it was changed is dated by that.
    let published = best(&[Says::Published, Says::Nothing]).or(updated);
    Dates {
        published: published_with(published, header, &candidates),
        updated: updated.map(|candidate| Found::new(candidate.date.published(), candidate.from)),
    }
}

fn worth_of(candidate: &Candidate, header: Option<Date>) -> f32 {
    candidate.worth + if header == Some(candidate.date.day) { 3.0 } else { 0.0 }
}

/// The date that is believed, with all that agrees; the header's day alone where no line gives one.
fn published_with(best: Option<&Candidate>, header: Option<Date>, candidates: &[Candidate]) -> Option<Found<Published>> {
    let Some(best) = best else { return header.map(|day| Found::new(Published::Day(day), Evidence::HeaderLine)) };
    let mut found = Found::new(best.date.published(), best.from);
    if header == Some(best.date.day) {
        found.from.insert(0, Evidence::HeaderLine);
    }
    for other in candidates.iter().filter(|other| other.date.day == best.date.day && other.worth >= LEAST_WORTH) {
        agree(&mut found, other.from);
    }
    Some(found)
}

/// Decides `03/04/2024` by the dates that leave nothing open; one that stays open is no date.
fn settle_order(candidates: &mut Vec<Candidate>, header: Option<Date>) {
    let firm: Vec<Date> = candidates.iter().filter(|c| c.date.other.is_none()).map(|c| c.date.day).chain(header).collect();
    candidates.retain_mut(|candidate| match candidate.date.other {
        Some(other) if firm.contains(&other) => {
            candidate.date.day = other;
            true
        }
        Some(_) => firm.contains(&candidate.date.day),
        None => true,
    });
}

/// The dates of one block outside the body.
fn in_block(outline: &Outline<'_>, at: usize, title: Option<usize>) -> Vec<Candidate> {
    let (text, traits) = (&outline.block(at).text, outline.traits(at));
    // A caption tells when its picture was taken.
    let is_caption = traits.phrases.has(Class::Caption) || has_credit(text);
    if !traits.dated || is_caption || traits.phrases.has(Class::Legal) || (traits.words > 12 && traits.is_prose()) {
        return Vec::new();
    }
    let place = place_worth(outline, at, title);
    let mut from = 0;
    let mut candidates = Vec::new();
    for date in written_dates(text) {
        let words = key(crate::text::Span::new(from, date.span.start).of(text));
        let above = at.checked_sub(1).map(|above| outline.block(above)).filter(|block| block.text.len() < 30).map(|block| key(&block.text));
        let says = says(&words).or_else(|| above.filter(|_| from == 0).and_then(|above| says(&above))).unwrap_or(Says::Nothing);
        from = date.span.end;
        let worth = place
            + if says == Says::Nothing { 0.0 } else { 1.5 }
            + if traits.byline { 2.0 } else { 0.0 }
            + if date.time.is_some() { 0.5 } else { 0.0 };
        let evidence = if traits.byline { Evidence::Byline } else { Evidence::DateLine };
        candidates.push(Candidate { date, says, from: evidence, worth });
    }
    candidates
}

/// What the words before a date say of it: the last cue counts.
fn says(words: &str) -> Option<Says> {
    let last = |cues: &[&str]| cues.iter().filter_map(|cue| words.rfind(cue)).max();
    match (last(PUBLISHED), last(UPDATED)) {
        (None, None) => None,
        (published, updated) if published > updated => Some(Says::Published),
        _ => Some(Says::Updated),
    }
}

/// What a date line's place is worth: best between title and body, next to the title, or right above the body.
fn place_worth(outline: &Outline<'_>, at: usize, title: Option<usize>) -> f32 {
    if at > outline.last {
        return if at <= outline.last + 2 { 1.0 } else { -3.0 };
    }
    if at > outline.first {
        return 0.0;
    }
    let above_body = outline.first - at;
    match title {
        Some(title) if at >= title => 3.0,
        Some(title) if title - at <= 2 => 2.0,
        // Far above the title stands the clock of the site, not the date of the report.
        Some(_) => -2.0,
        None if above_body <= 4 => 2.0,
        None => -1.0,
    }
}

/// The date in the agency slug.
fn in_dateline(outline: &Outline<'_>) -> Option<Candidate> {
    let slug = outline.dateline.as_ref()?;
    let date = *written_dates(before(&outline.block(outline.first).text, slug.length)).first()?;
    Some(Candidate { date, says: Says::Nothing, from: Evidence::Dateline, worth: 2.5 })
}
