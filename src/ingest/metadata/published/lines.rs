//! The dates that readers see: date lines, elements named for a time, the agency slug.

use jiff::civil::Date;
use rustc_hash::FxHashSet;

use crate::article::{Evidence, Found, Published};
use crate::ingest::body::outline::Outline;
use crate::ingest::boilerplate::Class;
use crate::ingest::caption::has_credit;
use crate::ingest::html::class::Purpose;
use crate::ingest::html::said::mark::{About, Mark, Naming};
use crate::ingest::metadata::date::{Written, short_date, written_dates};
use crate::ingest::metadata::said::time;
use crate::ingest::metadata::{agree, carousel};
use crate::text::fold::key;
use crate::text::span::{Span, before};

use super::masthead::is_site_day;
use super::settle::Stated;
use super::words::{Says, is_others, says};

/// What readers see of publication and change.
#[derive(Debug, Default)]
pub(super) struct Lines {
    pub(super) published: Option<Read>,
    pub(super) updated: Option<Found<Published>>,
}

/// A date of publication that stands on the page.
#[derive(Debug)]
pub(super) struct Read {
    pub(super) found: Found<Published>,
    /// It is said to be the date of publication, by a word, an element's name, or the crawler.
    pub(super) is_firm: bool,
}

/// What a date line must be worth to be believed; an undated article is better than a wrong date.
const LEAST_WORTH: f32 = 2.0;

/// The first year in which reports were published on the web.
const FIRST_YEAR: i16 = 1990;

/// A date that a line or an element gives.
struct Candidate {
    date: Written,
    says: Says,
    from: Evidence,
    worth: f32,
}

/// Reads the dates of a page.
pub(super) fn read(outline: &Outline<'_>, title: Option<usize>, stated: &Stated) -> Lines {
    let header = outline.page.header.as_ref().map(|header| header.day);
    let known: Vec<Date> = stated.days().chain(header).collect();
    let others = carousel::entries(outline);
    let lines = super::super::lines(outline).filter(|at| !others.contains(at));
    let mut candidates: Vec<Candidate> = lines.flat_map(|at| in_block(outline, at, title, &known)).collect();
    candidates.extend(in_marks(outline, title).filter(|(at, _)| !others.contains(at)).map(|(_, candidate)| candidate));
    candidates.extend(in_dateline(outline));
    candidates.extend(below_place(outline));
    candidates.extend(short_below_title(outline, title));
    settle_order(&mut candidates, outline, &known);
    // Before the web a day is what a report is about, unless the page says more.
    candidates.retain(|candidate| {
        candidate.date.day.year() >= FIRST_YEAR || candidate.says == Says::Published || known.contains(&candidate.date.day)
    });
    let worth = |candidate: &Candidate| {
        candidate.worth + if header == Some(candidate.date.day) || stated.days().any(|day| day == candidate.date.day) { 3.0 } else { 0.0 }
    };
    let best = |says: &[Says]| {
        let fitting = candidates.iter().filter(|c| says.contains(&c.says) && c.worth >= LEAST_WORTH);
        // Of equals the first one: the last may belong to the next story.
        fitting.rev().max_by(|a, b| worth(a).total_cmp(&worth(b)))
    };
    let updated = best(&[Says::Updated]);
    let published = best(&[Says::Published, Says::Nothing]);
    let is_firm = published.is_some_and(|best| best.says == Says::Published || header == Some(best.date.day));
    // A page that only says when it was changed is dated by that.
    let fallback = updated.filter(|_| stated.published.is_none() && stated.address.is_none());
    Lines {
        published: published_with(published.or(fallback), header, &candidates)
            .map(|found| Read { found, is_firm: is_firm || header.is_some() }),
        updated: updated.map(|candidate| Found::new(candidate.date.published(), candidate.from)),
    }
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

/// Decides `03/04/2024` by the dates that leave nothing open, then by the page's language; one that stays open is no date.
fn settle_order(candidates: &mut Vec<Candidate>, outline: &Outline<'_>, known: &[Date]) {
    let firm: FxHashSet<Date> =
        candidates.iter().filter(|c| c.date.other.is_none()).map(|c| c.date.day).chain(known.iter().copied()).collect();
    let order = order(outline);
    candidates.retain_mut(|candidate| match candidate.date.other {
        Some(other) if firm.contains(&other) => {
            candidate.date.day = other;
            true
        }
        Some(_) if firm.contains(&candidate.date.day) => true,
        Some(other) => {
            candidate.date.day = if order == Some(Order::DayFirst) { other } else { candidate.date.day };
            order.is_some()
        }
        None => true,
    });
}

/// The order in which a language or a country writes day and month between strokes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Order {
    DayFirst,
    MonthFirst,
}

/// The order on this page: English is written both ways, and only the page's own word for its country tells which.
fn order(outline: &Outline<'_>) -> Option<Order> {
    const DAY_FIRST: &[&str] = &["en-gb", "en-au", "en-nz", "en-ie", "en-in", "en-za"];
    let said = outline.page.said.language.as_deref().map(|language| language.to_lowercase().replace('_', "-"));
    match (outline.page.language, said.as_deref()) {
        (None, None) => None,
        (Some("en") | None, Some("en-us")) => Some(Order::MonthFirst),
        (Some("en") | None, Some(said)) => DAY_FIRST.contains(&said).then_some(Order::DayFirst),
        (Some(language), _) => (language != "en").then_some(Order::DayFirst),
    }
}

/// The dates of one block outside the body, those that are `known` from elsewhere wherever they stand.
fn in_block(outline: &Outline<'_>, at: usize, title: Option<usize>, known: &[Date]) -> Vec<Candidate> {
    let (text, traits) = (&outline.block(at).text, outline.traits(at));
    // A caption tells when its picture was taken.
    let is_caption = || traits.phrases.has(Class::Caption) || has_credit(text, outline.key(at));
    if !traits.dated || is_caption() || traits.phrases.has(Class::Legal) || title == Some(at) {
        return Vec::new();
    }
    let names_title = title.is_some_and(|title| outline.key(at).starts_with(outline.key(title)));
    if traits.words > 12 && traits.is_prose() && !names_title {
        return Vec::new();
    }
    let in_head = title.is_some_and(|title| (title..=outline.first).contains(&at));
    let place = match place_worth(outline, at, title) {
        // `Bridge opens was posted on 5 February 2024`: wherever it stands.
        place if names_title => place.max(2.0),
        place if in_head => place,
        place => place + named_worth(outline, at),
    };
    let place = if is_in_box(outline, at, title) { place - 3.0 } else { place };
    let is_site_day = is_site_day(outline, at, title);
    let mut from = 0;
    let mut candidates = Vec::new();
    for date in written_dates(text).into_iter().filter(|date| !is_site_day || known.contains(&date.day)) {
        let words = key(Span::new(from, date.span.start).of(text));
        let above = at.checked_sub(1).filter(|above| outline.block(*above).text.len() < 30).map(|above| outline.key(above));
        if is_others(&words) || above.is_some_and(is_others) {
            from = date.span.end;
            continue;
        }
        let says = says(&words).or_else(|| above.filter(|_| from == 0).and_then(says)).unwrap_or(Says::Nothing);
        from = date.span.end;
        let worth = place
            + if says == Says::Nothing { 0.0 } else { 1.5 }
            + if traits.byline { 2.0 } else { 0.0 }
            + if date.time.is_some() { 0.5 } else { 0.0 }
            + if date.span == Span::whole(text) { 1.0 } else { 0.0 };
        let evidence = if traits.byline { Evidence::Byline } else { Evidence::DateLine };
        candidates.push(Candidate { date, says, from: evidence, worth });
    }
    candidates
}

/// What the names of the elements around a block say for and against its date.
fn named_worth(outline: &Outline<'_>, at: usize) -> f32 {
    let Some(place) = outline.page.tree.as_ref().and_then(|tree| tree.places.get(at)) else { return 0.0 };
    let is_for = |purposes: &[Purpose]| purposes.iter().any(|purpose| place.is_for(*purpose));
    let named = if is_for(&[Purpose::Date, Purpose::Byline]) { 1.0 } else { 0.0 };
    let aside = is_for(&[Purpose::Comments, Purpose::Related, Purpose::Caption]);
    named - if aside { 3.0 } else { 0.0 }
}

/// Whether a block stands in a table beside the text, with the dates of what the text is about; but some pages are tables as a whole.
fn is_in_box(outline: &Outline<'_>, at: usize, title: Option<usize>) -> bool {
    is_in_table(outline, at) && !title.is_some_and(|title| is_in_table(outline, title))
}

fn is_in_table(outline: &Outline<'_>, at: usize) -> bool {
    outline.page.tree.as_ref().and_then(|tree| tree.places.get(at)).is_some_and(crate::ingest::html::tree::Place::is_in_table)
}

/// What a date line's place is worth: best between title and body, next to the title, or right above the body.
fn place_worth(outline: &Outline<'_>, at: usize, title: Option<usize>) -> f32 {
    if at > outline.last {
        return if at <= outline.last + 2 { 1.0 } else { -3.0 };
    }
    if at > outline.first {
        // The standfirst may have been taken for the first paragraph.
        return if at <= outline.first + super::super::TOP_OF_BODY { 1.0 } else { 0.0 };
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

/// Blocks below the body in which the article's own foot stands.
const FOOT: usize = 4;

/// The dates of elements that are named for a time, with the blocks in which they stand.
fn in_marks(outline: &Outline<'_>, title: Option<usize>) -> impl Iterator<Item = (usize, Candidate)> {
    let in_head = |mark: &Mark| title.is_some_and(|title| (title..=outline.first).contains(&mark.block));
    let is_own = |mark: &&Mark| (!mark.aside || in_head(mark)) && !is_in_box(outline, mark.block, title);
    let dated = outline.page.said.marks.iter().filter(is_own);
    let dated: Vec<(&Mark, Written)> = dated.filter_map(|mark| Some((mark, date_of(mark)?))).collect();
    // Below the body other stories begin; a time there counts when it is near, or when the page has no other.
    let days: Vec<Date> = dated.iter().filter(|(mark, _)| mark.about == About::Published).map(|(_, date)| date.day).collect();
    let is_only = days.iter().all(|day| Some(day) == days.first());
    let is_only_time = dated.iter().all(|(_, date)| Some(date.day) == dated.first().map(|(_, first)| first.day));
    let candidate = move |(mark, date): (&Mark, Written)| {
        let says = match mark.about {
            About::Published => Says::Published,
            About::Updated => Says::Updated,
            _ => Says::Nothing,
        };
        let place = place_worth(outline, mark.block, title);
        let in_foot = mark.block <= outline.last + FOOT || is_only;
        let is_telling = mark.about == About::Published || (is_only_time && mark.naming == Naming::Element && mark.about == About::Time);
        let is_below = mark.block > outline.last && is_telling && in_foot;
        let naming = match mark.naming {
            Naming::Property => 3.0,
            Naming::Element => 1.5,
            Naming::Class => 1.0,
        };
        let worth = if is_below { place.max(0.5) } else { place } + naming + if says == Says::Nothing { 0.0 } else { 1.5 };
        let from = if mark.machine.is_some() || mark.naming == Naming::Property { Evidence::Metadata } else { Evidence::DateLine };
        (mark.block, Candidate { date, says, from, worth })
    };
    dated.into_iter().map(candidate)
}

/// The date of an element: what machines are told, else what readers see.
fn date_of(mark: &Mark) -> Option<Written> {
    if matches!(mark.about, About::Title | About::Author) {
        return None;
    }
    let told = mark.machine.as_deref().and_then(time).map(Written::of);
    told.or_else(|| written_dates(&mark.text).first().copied()).or_else(|| short_date(&mark.text))
}

/// Blocks below the title in which a day with a short year may stand, and the most words of its line.
const BELOW_TITLE: usize = 5;
/// See [`BELOW_TITLE`].
const SHORT_WORDS: usize = 12;

/// `05.02.24, 14:05 Uhr` right below the title: the clock beside it says that it is a day.
fn short_below_title(outline: &Outline<'_>, title: Option<usize>) -> Option<Candidate> {
    let title = title?;
    let is_line = |at: &usize| {
        let traits = outline.traits(*at);
        traits.timed && !traits.dated && traits.words <= SHORT_WORDS
    };
    let date =
        (title + 1..outline.first.min(title + BELOW_TITLE + 1)).filter(is_line).find_map(|at| short_date(&outline.block(at).text))?;
    Some(Candidate { date, says: Says::Nothing, from: Evidence::DateLine, worth: 3.0 })
}

/// The date in the agency slug.
fn in_dateline(outline: &Outline<'_>) -> Option<Candidate> {
    let slug = outline.dateline.as_ref()?;
    let date = *written_dates(before(&outline.block(outline.first).text, slug.length)).first()?;
    Some(Candidate { date, says: Says::Nothing, from: Evidence::Dateline, worth: 2.5 })
}

/// The most words of a place and a day on a line of their own.
const LONGEST_PLACE: usize = 9;

/// `Orne, 5 February 2024` on a line of its own at the top of the body, as press offices write.
fn below_place(outline: &Outline<'_>) -> Option<Candidate> {
    let date = (outline.first..=outline.last.min(outline.first + 1)).find_map(|at| {
        let text = outline.block(at).text.trim_end_matches(['-', '–', '—', '.', ':', ' ']);
        let date = *written_dates(text).first()?;
        let place = before(text, date.span.start).trim_end();
        let is_place = place.ends_with(',') && place.starts_with(char::is_uppercase) && outline.traits(at).words <= LONGEST_PLACE;
        (is_place && date.span.end == text.len()).then_some(date)
    })?;
    Some(Candidate { date, says: Says::Nothing, from: Evidence::Dateline, worth: 2.5 })
}
