//! The outlet that published the report, and the agency it is credited to: never a `Source: Agency` line taken for the outlet.

use crate::article::{Evidence, Found};
use crate::ingest::agency::{is_agency, names_agency};
use crate::ingest::block::Mark;
use crate::ingest::body::outline::Outline;
use crate::ingest::boilerplate::{Class, Classes};
use crate::text::fold::key;
use crate::text::span::{after, before};

use super::agree;
use super::byline::{lone_names, seam};
use super::date::written_dates;
use super::title::window::{is_window_title, suffixes};

mod tagline;
mod words;

use tagline::in_tagline;
use words::{ABOUT, COMPANY_WORDS, DESKS, MASTHEADS, MENU_WORDS, NO_NAMES, OUTLET_WORDS, PROMOTIONS, PUBLISHERS, SECTIONS};

/// Who published it and whose text it is.
#[derive(Debug, Default, PartialEq)]
pub(super) struct Sources {
    pub(super) outlet: Option<Found<String>>,
    pub(super) agency: Option<Found<String>>,
}

/// A name for the outlet that some line gives.
#[derive(Debug, Clone)]
struct Candidate {
    name: String,
    from: Evidence,
    worth: f32,
}

/// What a name must be worth, all lines that give it taken together.
const LEAST_WORTH: f32 = 2.0;

/// The most words of an outlet's name on a line of its own.
const MOST_NAME_WORDS: usize = 4;

/// Blocks at the top of a page in which its masthead may stand as a line of its own, a weak sign by itself.
const TOP: usize = 12;

/// Reads outlet and agency.
pub(super) fn source(outline: &Outline<'_>, title: Option<&String>, authors: Option<&[String]>) -> Sources {
    let mut candidates: Vec<Candidate> =
        outline.outside().flat_map(|(at, _)| in_block(outline, at, title.map(String::as_str), authors)).collect();
    candidates.extend(authors.into_iter().flatten().filter_map(|author| in_desk(author)));
    let credit = outline.dateline.as_ref().and_then(|slug| slug.credit.as_deref());
    // `efe-epa`, `dpa/hbd`
    let agency = credit
        .and_then(|credit| std::iter::once(credit).chain(credit.split(['-', '/'])).map(str::trim).find(|part| is_agency(part)))
        .map(|agency| Found::new(agency.to_owned(), Evidence::Dateline));
    candidates.extend(credit.filter(|_| agency.is_none()).and_then(in_credit));
    let outlet = believed(&candidates).map(|found| as_written(outline, found));
    Sources { outlet, agency: agency.or_else(|| source_line(outline)) }
}

/// The name that the lines together are worth most for.
fn believed(candidates: &[Candidate]) -> Option<Found<String>> {
    let total = |name: &str| total_worth(candidates, name);
    let best = candidates.iter().max_by(|a, b| total(&a.name).total_cmp(&total(&b.name)))?;
    let mut same: Vec<&Candidate> = candidates.iter().filter(|c| same(&c.name, &best.name)).collect();
    same.sort_by(|a, b| b.worth.total_cmp(&a.worth));
    let longest = same.iter().map(|c| c.name.as_str()).max_by_key(|name| name.len())?;
    let mut found = Found::new(longest.to_owned(), same.first()?.from);
    for candidate in same {
        agree(&mut found, candidate.from);
    }
    (total(&best.name) >= LEAST_WORTH).then_some(found)
}

/// A name in capitals as the page writes it elsewhere: `HARBOUR POST` is `Harbour Post`.
fn as_written(outline: &Outline<'_>, mut outlet: Found<String>) -> Found<String> {
    if outlet.value.chars().any(char::is_lowercase) {
        return outlet;
    }
    let folded = key(&outlet.value);
    let length = outlet.value.split(' ').count();
    let written = outline.page.blocks.iter().find_map(|block| {
        let words: Vec<&str> = block.text.split_whitespace().map(|word| word.trim_end_matches(['.', ',', ':', ';'])).collect();
        let is_it = |run: &&[&str]| {
            let is_cased = |word: &&str| word.starts_with(char::is_uppercase) && word.chars().skip(1).any(char::is_lowercase);
            run.iter().all(is_cased) && key(&run.join(" ")) == folded
        };
        words.windows(length).find(is_it).map(|run| run.join(" "))
    });
    if let Some(written) = written {
        outlet.value = written;
    }
    outlet
}

/// What all lines together say for a name; the same kind of line counts once, as furniture repeats itself.
fn total_worth(candidates: &[Candidate], name: &str) -> f32 {
    let mut kinds: Vec<(Evidence, f32)> = Vec::new();
    for candidate in candidates.iter().filter(|c| same(&c.name, name)) {
        match kinds.iter_mut().find(|(kind, _)| *kind == candidate.from) {
            Some((_, worth)) => *worth = worth.max(candidate.worth),
            None => kinds.push((candidate.from, candidate.worth)),
        }
    }
    kinds.iter().map(|(_, worth)| worth).sum()
}

/// Whether two names are one outlet's: `The Harbour Post` and `Harbour Post`.
pub(super) fn same(one: &str, other: &str) -> bool {
    let bare = |name: &str| key(name).trim_start_matches("the ").trim().to_owned();
    bare(one) == bare(other)
}

/// All names that one block gives.
fn in_block(outline: &Outline<'_>, at: usize, title: Option<&str>, authors: Option<&[String]>) -> Vec<Candidate> {
    let (text, traits) = (outline.block(at).text.as_str(), outline.traits(at));
    let mut found = Vec::new();
    if traits.glued_credit {
        found.extend(in_glued_credit(text, authors));
    }
    if traits.dated && at < outline.first {
        found.extend(in_glued_date(text));
    }
    if traits.phrases.has(Class::Legal) {
        found.extend(in_copyright(text));
    }
    found.extend(in_lone_line(outline, at));
    found.extend(title.and_then(|title| above_date(outline, at, title)));
    if at > outline.last {
        found.extend(in_publisher(text));
    }
    if traits.words <= 30 {
        let folded = key(text);
        found.extend(in_promotion(text, &folded));
        found.extend(in_about(text, &folded));
        found.extend(in_masthead(text));
        found.extend(in_tagline(text));
        found.extend(title.and_then(|title| in_page_title(text, title, is_window_title(outline, at))));
    }
    found.retain(|candidate| is_name(&candidate.name) && !is_section(&candidate.name));
    found
}

/// A short line of its own in the masthead or right above the byline: a weak sign, as menus have such lines as well.
fn in_lone_line(outline: &Outline<'_>, at: usize) -> Option<Candidate> {
    let (text, traits) = (outline.block(at).text.as_str(), outline.traits(at));
    if at >= TOP || traits.words > MOST_NAME_WORDS || traits.phrases != Classes::default() {
        return None;
    }
    let (first, rest) = text.split_once(' ').unwrap_or((text, ""));
    let name = if MENU_WORDS.contains(&key(first).as_str()) { rest } else { text };
    if outline.outside().any(|(_, block)| block.mark == Mark::Item && block.text == name) {
        return None;
    }
    let is_above_byline = at + 1 < outline.first && outline.traits(at + 1).byline && !traits.byline && name.contains(' ');
    let from = if is_above_byline { Evidence::Byline } else { Evidence::Masthead };
    Some(Candidate { name: name.to_owned(), from, worth: 1.0 })
}

/// A name with a word such as `Post`, alone on the line between the title and the day.
fn above_date(outline: &Outline<'_>, at: usize, title: &str) -> Option<Candidate> {
    let (text, traits) = (outline.block(at).text.as_str(), outline.traits(at));
    // Three words may be a person's name with an outlet's behind it.
    let is_line = (traits.words <= 2 || text.starts_with("The "))
        && traits.words <= MOST_NAME_WORDS
        && at > 0
        && at + 1 < outline.first
        && outline.traits(at + 1).dated
        && !traits.dated;
    let fits = is_line && has_outlet_word(text) && name_run(text).is_some_and(|run| run == text) && !names_agency(text);
    (fits && key(&outline.block(at - 1).text) == key(title)).then(|| Candidate {
        name: text.to_owned(),
        from: Evidence::DateLine,
        worth: 2.5,
    })
}

/// `Published by The Harbour Post`.
fn in_publisher(text: &str) -> Option<Candidate> {
    let folded = key(text);
    let start = PUBLISHERS.iter().find(|cue| folded.starts_with(**cue))?.chars().count();
    let rest: String = text.chars().skip(start).collect();
    let name = name_run(rest.trim_start_matches([':', ' ']))?;
    Some(Candidate { name, from: Evidence::Copyright, worth: 1.5 })
}

/// `Harbour PostJane Smith`: the credit under a link to another story of the same outlet.
fn in_glued_credit(text: &str, authors: Option<&[String]>) -> Option<Candidate> {
    let (outlet, author) = parted(text)?;
    let names = lone_names(author)?;
    let is_author = authors.is_some_and(|known| names.iter().all(|name| known.iter().any(|k| key(k).contains(&key(name)))));
    let worth = if is_author || has_outlet_word(outlet) { 2.5 } else { 1.0 };
    Some(Candidate { name: outlet.to_owned(), from: Evidence::Promotion, worth })
}

/// What stands before and behind the place where two names are glued together.
pub(super) fn parted(text: &str) -> Option<(&str, &str)> {
    let (start, word) = words(text).find(|(_, word)| seam(word).is_some())?;
    let cut = start + seam(word)?;
    Some((before(text, cut), after(text, cut)))
}

/// `Gazette05-02-2024`: the outlet glued to the date line above the body.
fn in_glued_date(text: &str) -> Option<Candidate> {
    let date = *written_dates(text).first()?;
    let name = before(text, date.span.start);
    let is_glued = name.ends_with(char::is_alphabetic) && name.split(' ').count() <= 5;
    is_glued.then(|| Candidate { name: name.to_owned(), from: Evidence::DateLine, worth: 6.0 })
}

/// `© 2024 The Harbour Post. All rights reserved.`
fn in_copyright(text: &str) -> Option<Candidate> {
    let start = text.find('©').map(|at| at + '©'.len_utf8()).or_else(|| key(text).starts_with("copyright").then_some("copyright".len()))?;
    let rest = after(text, start).trim_start_matches(|c: char| !c.is_alphabetic());
    let rest = rest.strip_prefix("Copyright").unwrap_or(rest).trim_start_matches(|c: char| !c.is_alphabetic());
    let rest = rest.strip_prefix("by ").unwrap_or(rest);
    let in_marks = rest.split_once('»').map(|(name, _)| name).filter(|name| name.split(' ').count() <= MOST_NAME_WORDS && is_name(name));
    let is_in_marks = in_marks.is_some();
    let name = in_marks.map(str::to_owned).or_else(|| name_run(rest))?;
    let is_own = |word: &&str| {
        let is_company = COMPANY_WORDS.contains(&key(word.trim_matches(['.', ','])).as_str());
        !is_company && !word.starts_with(|c: char| c.is_ascii_digit())
    };
    let name = name.split(' ').take_while(is_own).collect::<Vec<_>>().join(" ").trim_matches([',', '.', '&', ' ']).to_owned();
    // The right holder is often the publishing house; the outlet shows by a word such as `Post`, or on another line.
    // `Harbour News & Media Limited` is a company's name as a whole; `© 2024 «Маяк»` names an outlet by its marks.
    let is_company = rest.strip_prefix(&name).is_some_and(|rest| rest.starts_with(" & ") || rest.starts_with(" and "));
    let worth = if is_agency(&name) {
        0.0
    } else if !is_company && (has_outlet_word(&name) || is_in_marks) {
        2.0
    } else {
        1.0
    };
    Some(Candidate { name, from: Evidence::Copyright, worth })
}

/// `Support The Harbour Post`, `Follow Harbour Post on …`, `Download the Harbour Post app`.
fn in_promotion(text: &str, folded: &str) -> Option<Candidate> {
    let start = PROMOTIONS.iter().find(|cue| folded.strip_prefix(**cue).is_some_and(|rest| rest.starts_with(' ')))?.len();
    let name = name_run(after(text, start).trim_start())?;
    let worth = if has_outlet_word(&name) { 2.0 } else { 1.0 };
    Some(Candidate { name, from: Evidence::Promotion, worth })
}

/// `About Harbour Post` and nothing else: a weak sign, as reports have such headings as well.
fn in_about(text: &str, folded: &str) -> Option<Candidate> {
    let cue = ABOUT.iter().find(|cue| folded.strip_prefix(**cue).is_some_and(|rest| rest.starts_with(' ')))?;
    let name = text.splitn(cue.split(' ').count() + 1, ' ').last()?;
    let fits = name.split(' ').count() <= MOST_NAME_WORDS && name_run(name).is_some_and(|run| run == name);
    fits.then(|| Candidate { name: name.to_owned(), from: Evidence::Promotion, worth: 1.0 })
}

/// `Harbour Post homepage`, `Harbour Post logo`.
fn in_masthead(text: &str) -> Option<Candidate> {
    let (name, last) = text.rsplit_once(' ')?;
    let last = key(last);
    let fits = MASTHEADS.contains(&last.as_str()) && name.split(' ').count() <= 4 && name_run(name).is_some_and(|run| run == name);
    // Sections have a `home` too.
    let worth = if last == "home" { 1.0 } else { 2.0 };
    fits.then(|| Candidate { name: name.to_owned(), from: Evidence::Masthead, worth })
}

/// The most words that a headline is held against.
const MOST_TITLE_WORDS: usize = 40;

/// Words that the window's title shares with the headline where it tells it in other words.
const SHARED_WORDS: usize = 3;

/// The site's name behind the headline in the page's title: the last one, behind those of its sections.
fn in_page_title(text: &str, title: &str, is_window: bool) -> Option<Candidate> {
    let (head, site, _) = suffixes(text).next()?;
    let is_told = suffixes(text).any(|(head, ..)| key(head) == key(title));
    let shares = || {
        let (head, title) = (key(head), key(title));
        let own: Vec<&str> = title.split(' ').take(MOST_TITLE_WORDS).filter(|word| word.chars().count() > 3).collect();
        head.split(' ').filter(|word| own.contains(word)).count() >= SHARED_WORDS
    };
    let is_named = || site.split(' ').all(|word| word.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit()));
    let worth = if is_told {
        4.0
    } else if is_window && is_named() && shares() {
        2.5
    } else {
        return None;
    };
    Some(Candidate { name: site.to_owned(), from: Evidence::Masthead, worth })
}

/// `The Harbour Post news desk` in a byline.
fn in_desk(author: &str) -> Option<Candidate> {
    let folded = key(author);
    let desk = DESKS.iter().find(|desk| folded.ends_with(**desk))?;
    let outlet = before(author, author.len().checked_sub(desk.len())?);
    let outlet = outlet.rsplit_once(" and ").map_or(outlet, |(_, last)| last);
    is_name(outlet).then(|| Candidate { name: outlet.to_owned(), from: Evidence::Byline, worth: 2.5 })
}

/// `Gazette Point / Point News - 5th Feb, 2024` in an agency slug: the first name is the outlet.
fn in_credit(credit: &str) -> Option<Candidate> {
    let name = credit.split([',', ';', '/']).next()?.split(" - ").next()?.trim();
    let worth = if written_dates(credit).is_empty() { 1.5 } else { 4.0 };
    is_name(name).then(|| Candidate { name: name.to_owned(), from: Evidence::Dateline, worth })
}

/// `Source: Agency` on a line of its own.
fn source_line(outline: &Outline<'_>) -> Option<Found<String>> {
    const CUES: &[&str] = &["source", "sources", "quelle", "fuente", "источник", "джерело", "via"];
    outline.outside().filter(|(at, _)| outline.traits(*at).words <= 8).find_map(|(_, block)| {
        let (cue, name) = block.text.split_once(':')?;
        let name = name.trim().trim_end_matches('.');
        (CUES.contains(&key(cue).trim_end()) && is_agency(name)).then(|| Found::new(name.to_owned(), Evidence::Byline))
    })
}

/// The capitalised words that a text begins with; small words between capitals belong to it.
fn name_run(text: &str) -> Option<String> {
    let mut end = 0;
    for (start, word) in words(text) {
        let bare = word.trim_end_matches([',', '.', '!', ':', ';']);
        let is_name = bare.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit());
        let joins = end > 0 && matches!(word, "of" | "and" | "&" | "de" | "du" | "the");
        if !is_name && !joins {
            break;
        }
        if is_name {
            end = start + bare.len();
        }
        if bare.len() < word.len() {
            break;
        }
    }
    (end > 0).then(|| before(text, end).to_owned())
}

/// Words with the bytes where they start.
fn words(text: &str) -> impl Iterator<Item = (usize, &str)> {
    text.split(' ').scan(0, |at, word| {
        let start = *at;
        *at += word.len() + 1;
        Some((start, word))
    })
}

/// Whether a name has the form of an outlet's rather than of a person's.
pub(super) fn names_outlet(name: &str) -> bool {
    let words = name.split(' ').count();
    has_outlet_word(name) || key(name).starts_with("the ") || !(2..=3).contains(&words)
}

/// Whether a name is a section's or a menu entry's.
pub(super) fn is_section(name: &str) -> bool {
    SECTIONS.contains(&key(name).as_str())
}

/// Whether a word of the name is one for outlets: `Orne Gazette`.
pub(super) fn has_outlet_word(name: &str) -> bool {
    name.split([' ', '-']).any(|word| OUTLET_WORDS.contains(&key(word).as_str()))
}

/// Whether a text can be an outlet's name.
fn is_name(name: &str) -> bool {
    let words = name.split(' ').count();
    name.chars().any(char::is_alphabetic) && (1..=6).contains(&words) && name.len() >= 2 && !NO_NAMES.contains(&key(name).as_str())
}
