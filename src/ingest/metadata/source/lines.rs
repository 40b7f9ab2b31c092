//! The lines of a page that name its outlet, one kind after the other.

use super::words::{ABOUT, COMPANY_WORDS, DESKS, MASTHEADS, MENU_WORDS, OFFERS, PROMOTIONS, PROVIDERS, PUBLISHERS};
use super::{Candidate, has_outlet_word, is_name};
use crate::article::Evidence;
use crate::ingest::agency::{is_agency, names_agency};
use crate::ingest::block::Mark;
use crate::ingest::body::outline::Outline;
use crate::ingest::boilerplate::Classes;
use crate::ingest::metadata::byline::{lone_names, seam};
use crate::ingest::metadata::date::written_dates;
use crate::ingest::metadata::title::window::suffixes;
use crate::text::fold::key;
use crate::text::span::{after, before};

/// The most words of an outlet's name on a line of its own.
const MOST_NAME_WORDS: usize = 4;

/// Blocks at the top of a page in which its masthead may stand as a line of its own, a weak sign by itself.
const TOP: usize = 12;

/// A short line of its own in the masthead or right above the byline: a weak sign, as menus have such lines as well.
pub(super) fn in_lone_line(outline: &Outline<'_>, at: usize) -> Option<Candidate> {
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
pub(super) fn above_date(outline: &Outline<'_>, at: usize, title: &str) -> Option<Candidate> {
    let (text, traits) = (outline.block(at).text.as_str(), outline.traits(at));
    // Three words may be a person's name with an outlet's behind it.
    let is_line = (traits.words <= 2 || text.starts_with("The "))
        && traits.words <= MOST_NAME_WORDS
        && at > 0
        && at + 1 < outline.first
        && outline.traits(at + 1).dated
        && !traits.dated;
    let fits = is_line && has_outlet_word(text) && name_run(text).is_some_and(|run| run == text) && !names_agency(text);
    (fits && outline.key(at - 1) == key(title)).then(|| Candidate { name: text.to_owned(), from: Evidence::DateLine, worth: 2.5 })
}

/// `Published by The Harbour Post`.
pub(super) fn in_publisher(text: &str, folded: &str) -> Option<Candidate> {
    Some(Candidate { name: behind(PUBLISHERS, text, folded)?, from: Evidence::Copyright, worth: 1.5 })
}

/// `News provided by Harbour Post`.
pub(super) fn in_provider(text: &str, folded: &str) -> Option<Candidate> {
    Some(Candidate { name: behind(PROVIDERS, text, folded)?, from: Evidence::Byline, worth: 3.0 })
}

/// The name behind one of these beginnings.
fn behind(cues: &[&str], text: &str, folded: &str) -> Option<String> {
    let start = cues.iter().find(|cue| folded.starts_with(**cue))?.chars().count();
    let rest: String = text.chars().skip(start).collect();
    name_run(rest.trim_start_matches([':', ' ']))
}

/// `Harbour PostJane Smith`: the credit under a link to another story of the same outlet.
pub(super) fn in_glued_credit(text: &str, authors: Option<&[String]>) -> Option<Candidate> {
    let (outlet, author) = parted(text)?;
    let names = lone_names(author)?;
    let is_author = authors.is_some_and(|known| names.iter().all(|name| known.iter().any(|k| key(k).contains(&key(name)))));
    let worth = if is_author || has_outlet_word(outlet) { 2.5 } else { 1.0 };
    Some(Candidate { name: outlet.to_owned(), from: Evidence::Promotion, worth })
}

/// What stands before and behind the place where two names are glued together.
pub(in crate::ingest::metadata) fn parted(text: &str) -> Option<(&str, &str)> {
    let (start, word) = words(text).find(|(_, word)| seam(word).is_some())?;
    let cut = start + seam(word)?;
    Some((before(text, cut), after(text, cut)))
}

/// `Gazette05-02-2024`: the outlet glued to the date line above the body.
pub(super) fn in_glued_date(text: &str) -> Option<Candidate> {
    let date = *written_dates(text).first()?;
    let name = before(text, date.span.start);
    let is_glued = name.ends_with(char::is_alphabetic) && name.split(' ').count() <= 5;
    is_glued.then(|| Candidate { name: name.to_owned(), from: Evidence::DateLine, worth: 6.0 })
}

/// `© 2024 The Harbour Post. All rights reserved.`
pub(super) fn in_copyright(text: &str, folded: &str) -> Option<Candidate> {
    let start = text.find('©').map(|at| at + '©'.len_utf8()).or_else(|| folded.starts_with("copyright").then_some("copyright".len()))?;
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

/// Whether a line begins with these words and goes on.
fn begins_with(line: &str, words: &str) -> bool {
    line.as_bytes().get(words.len()) == Some(&b' ') && line.starts_with(words)
}

/// `Support The Harbour Post`, `Follow Harbour Post on …`, `Download the Harbour Post app`.
pub(super) fn in_promotion(text: &str, folded: &str) -> Option<Candidate> {
    let start = PROMOTIONS.iter().find(|cue| begins_with(folded, cue))?.len();
    let run = name_run(after(text, start).trim_start())?;
    let is_own = |word: &&str| !OFFERS.contains(&key(word).as_str());
    let name = run.split(' ').take_while(is_own).collect::<Vec<_>>().join(" ");
    let worth = if has_outlet_word(&name) { 2.0 } else { 1.0 };
    Some(Candidate { name, from: Evidence::Promotion, worth })
}

/// `About Harbour Post` and nothing else: a weak sign, as reports have such headings as well.
pub(super) fn in_about(text: &str, folded: &str) -> Option<Candidate> {
    let cue = ABOUT.iter().find(|cue| begins_with(folded, cue))?;
    let name = text.splitn(cue.split(' ').count() + 1, ' ').last()?;
    let fits = name.split(' ').count() <= MOST_NAME_WORDS && name_run(name).is_some_and(|run| run == name);
    fits.then(|| Candidate { name: name.to_owned(), from: Evidence::Promotion, worth: 1.0 })
}

/// `Harbour Post homepage`, `Harbour Post logo`.
pub(super) fn in_masthead(text: &str) -> Option<Candidate> {
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
pub(super) fn in_page_title(text: &str, title: &str, is_window: bool) -> Option<Candidate> {
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
pub(super) fn in_desk(author: &str) -> Option<Candidate> {
    let folded = key(author);
    let desk = DESKS.iter().find(|desk| folded.ends_with(**desk))?;
    let outlet = before(author, author.len().checked_sub(desk.len())?);
    let outlet = outlet.rsplit_once(" and ").map_or(outlet, |(_, last)| last);
    is_name(outlet).then(|| Candidate { name: outlet.to_owned(), from: Evidence::Byline, worth: 2.5 })
}

/// `Gazette Point / Point News - 5th Feb, 2024` in an agency slug: the first name is the outlet.
pub(super) fn in_credit(credit: &str) -> Option<Candidate> {
    let name = credit.split([',', ';', '/']).next()?.split(" - ").next()?.trim();
    let worth = if written_dates(credit).is_empty() { 1.5 } else { 4.0 };
    is_name(name).then(|| Candidate { name: name.to_owned(), from: Evidence::Dateline, worth })
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
