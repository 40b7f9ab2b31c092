//! The outlet that published the report, and the agency it is credited to: never a `Source: Agency` line taken for the outlet.

use rustc_hash::FxHashMap;

use crate::article::{Evidence, Found};
use crate::ingest::agency::is_agency;
use crate::ingest::body::outline::Outline;
use crate::ingest::boilerplate::Class;
use crate::text::fold::key;

use super::agree;
use super::title::window::{SITE_MARKS, is_window_title};

mod lines;
mod tagline;
mod words;

pub(super) use lines::parted;
use lines::{
    above_date, in_about, in_copyright, in_credit, in_desk, in_glued_credit, in_glued_date, in_lone_line, in_masthead, in_page_title,
    in_promotion, in_provider, in_publisher,
};
use tagline::in_tagline;
use words::{NO_NAMES, OUTLET_WORDS, SECTIONS};

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
    share_rights(&mut candidates);
    candidates.extend(masthead(outline, title));
    let outlet = believed(&candidates).map(|found| as_written(outline, found));
    Sources { outlet, agency: agency.or_else(|| source_line(outline)) }
}

/// Blocks at the top of a page among which its masthead stands.
const MASTHEAD: usize = 10;

/// The most words of a masthead.
const LONGEST_MASTHEAD: usize = 5;

/// A line alone at the top of the page that the window's title ends or begins with, or that holds the rights: a name needs no word for
/// outlets then.
fn masthead(outline: &Outline<'_>, title: Option<&String>) -> Option<Candidate> {
    let title = title.map(|title| key(title)).unwrap_or_default();
    let window = outline.page.said.page_title.as_deref().or_else(|| outline.page.blocks.first().map(|block| block.text.as_str()));
    let window = window.map(key).unwrap_or_default();
    let is_rights = |at: &usize| outline.key(*at).contains('©') || outline.key(*at).starts_with("copyright");
    let foot: Vec<&str> = (outline.last + 1..outline.page.blocks.len()).filter(is_rights).map(|at| outline.key(at)).collect();
    let is_bound = |rest: &str| !rest.starts_with(char::is_alphanumeric);
    let may_be = |at: &usize| {
        let (name, traits) = (outline.key(*at), outline.traits(*at));
        let is_line = (1..=LONGEST_MASTHEAD).contains(&traits.words) && !traits.ends_sentence && !traits.byline && !traits.dated;
        is_line && name.len() > 2 && name != title && name != window && traits.phrases.is_empty() && is_name(name) && !is_section(name)
    };
    let is_told = |at: &usize| {
        let name = outline.key(*at);
        let ends = |head: &str| SITE_MARKS.iter().any(|mark| head.ends_with(mark));
        let in_title = window.strip_suffix(name).is_some_and(ends) || window.strip_prefix(name).is_some_and(|rest| rest.starts_with(": "));
        let holds_rights = |line: &&str| line.split_once(name).is_some_and(|(head, rest)| is_bound(rest) && head.ends_with([' ', '©']));
        in_title || foot.iter().any(holds_rights)
    };
    let at = (0..outline.first.min(MASTHEAD)).filter(may_be).find(is_told)?;
    Some(Candidate { name: outline.block(at).text.clone(), from: Evidence::Masthead, worth: 3.0 })
}

/// A page on which several hold the rights shows by that none of them to be its outlet: one of them gave the text, or the pictures.
fn share_rights(candidates: &mut [Candidate]) {
    let rights = candidates.iter_mut().filter(|candidate| candidate.from == Evidence::Copyright);
    let mut rights: Vec<&mut Candidate> = rights.collect();
    if rights.windows(2).any(|pair| !same(&pair[0].name, &pair[1].name)) {
        for candidate in &mut rights {
            candidate.worth = candidate.worth.min(SHARED_RIGHT);
        }
    }
}

/// What one of several right holders is worth.
const SHARED_RIGHT: f32 = 1.0;

/// The name that the lines together are worth most for.
fn believed(candidates: &[Candidate]) -> Option<Found<String>> {
    let names: Vec<String> = candidates.iter().map(|candidate| bare(&candidate.name)).collect();
    let totals = total_worths(candidates, &names);
    let total = |at: usize| totals.get(&names[at]).copied().unwrap_or(0.0);
    let best = (0..candidates.len()).max_by(|a, b| total(*a).total_cmp(&total(*b)))?;
    let mut same: Vec<&Candidate> =
        candidates.iter().zip(&names).filter(|(_, name)| **name == names[best]).map(|(found, _)| found).collect();
    same.sort_by(|a, b| b.worth.total_cmp(&a.worth));
    let longest = same.iter().map(|c| c.name.as_str()).max_by_key(|name| name.len())?;
    let mut found = Found::new(longest.to_owned(), same.first()?.from);
    for candidate in same {
        agree(&mut found, candidate.from);
    }
    (total(best) >= LEAST_WORTH).then_some(found)
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

/// What all lines together say for each bare name; the same kind of line counts once, as furniture repeats itself.
fn total_worths<'a>(candidates: &[Candidate], names: &'a [String]) -> FxHashMap<&'a String, f32> {
    let mut kinds: FxHashMap<&String, Vec<(Evidence, f32)>> = FxHashMap::default();
    for (candidate, name) in candidates.iter().zip(names) {
        let kinds = kinds.entry(name).or_default();
        match kinds.iter_mut().find(|(kind, _)| *kind == candidate.from) {
            Some((_, worth)) => *worth = worth.max(candidate.worth),
            None => kinds.push((candidate.from, candidate.worth)),
        }
    }
    kinds.into_iter().map(|(name, kinds)| (name, kinds.iter().map(|(_, worth)| worth).sum())).collect()
}

/// Whether two names are one outlet's: `The Harbour Post` and `Harbour Post`.
pub(super) fn same(one: &str, other: &str) -> bool {
    bare(one) == bare(other)
}

/// A name folded, without its article.
fn bare(name: &str) -> String {
    key(name).trim_start_matches("the ").trim().to_owned()
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
        found.extend(in_copyright(text, outline.key(at)));
    }
    found.extend(in_lone_line(outline, at));
    found.extend(title.and_then(|title| above_date(outline, at, title)));
    found.extend(in_provider(text, outline.key(at)));
    if at > outline.last {
        found.extend(in_publisher(text, outline.key(at)));
    }
    if traits.words <= 30 {
        found.extend(in_promotion(text, outline.key(at)));
        found.extend(in_about(text, outline.key(at)));
        found.extend(in_masthead(text));
        found.extend(in_tagline(text));
        found.extend(title.and_then(|title| in_page_title(text, title, is_window_title(outline, at))));
    }
    found.retain(|candidate| is_name(&candidate.name) && !is_section(&candidate.name));
    found
}

/// `Source: Agency` on a line of its own.
fn source_line(outline: &Outline<'_>) -> Option<Found<String>> {
    outline.outside().find_map(|(_, block)| Some(Found::new(credited_agency(&block.text)?.to_owned(), Evidence::Byline)))
}

/// The agency that a line names as the source, and nothing else: `Source: Agency`.
pub(in crate::ingest) fn credited_agency(line: &str) -> Option<&str> {
    const CUES: &[&str] = &["source", "sources", "quelle", "fuente", "источник", "джерело", "via"];
    const MOST_WORDS: usize = 8;
    let (cue, name) = line.split_once(':')?;
    let name = name.trim().trim_end_matches('.');
    (CUES.contains(&key(cue).trim_end()) && line.split(' ').nth(MOST_WORDS).is_none() && is_agency(name)).then_some(name)
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

/// `Jane Smith` of `Jane Smith · Harbour News ·`: the name before a mark behind which an outlet stands.
pub(super) fn without_outlet(head: &str) -> &str {
    const MARKS: &[char] = &['·', '|', '•'];
    let Some((name, rest)) = head.split_once(MARKS) else { return head };
    let is_outlet = |part: &str| has_outlet_word(part) && part.split(' ').all(|word| word.starts_with(char::is_uppercase));
    let mut others = rest.split(MARKS).map(str::trim).filter(|part| !part.is_empty());
    if others.clone().next().is_some() && others.all(is_outlet) { name.trim_end() } else { head }
}

/// Whether a text can be an outlet's name.
fn is_name(name: &str) -> bool {
    let words = name.split(' ').count();
    name.chars().any(char::is_alphabetic) && (1..=6).contains(&words) && name.len() >= 2 && !NO_NAMES.contains(&key(name).as_str())
}
