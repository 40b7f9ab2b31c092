//! The title as a person would give it: the headline above the body, never a caption, a menu entry or the site's name.

use rustc_hash::FxHashSet;

use crate::article::{Evidence, Found};
use crate::ingest::body::outline::Outline;
use crate::text::fold::key;
use crate::text::span::before;

use super::{agree, carousel, said};

mod candidate;
pub(in crate::ingest) mod window;

use candidate::{Above, Candidate, MAIN_SHARE, content_words};
use window::{SITE_MARKS, is_window_title};

/// A title, and the first block that is it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::ingest) struct Titled {
    pub(in crate::ingest) title: Found<String>,
    /// None for a title that stands on no line of the page.
    pub(super) block: Option<usize>,
    /// It is the page's highest heading, near the body, in the report's own words.
    is_main: bool,
}

/// What a candidate must be worth; a line that shares nothing with the report and has no other sign stays below.
const LEAST_WORTH: f32 = 2.5;

/// Reads the title; `None` where the page has none.
pub(in crate::ingest) fn title(outline: &Outline<'_>) -> Option<Titled> {
    let said = said::titles(&outline.page.said);
    let heading = heading(outline, &said);
    let Some(first) = said.iter().find(|title| is_some_words(title)) else { return heading };
    // The heading as readers see it, where it is what machines are told, or the report's own words.
    if let Some(mut found) = heading.filter(|found| found.is_main || shares(&found.title.value, &said)) {
        if let Some(told) = inside(&found.title.value, &said, &outline.page.said.titles) {
            found.title = Found::new(told.to_owned(), Evidence::Metadata);
        }
        if said.iter().any(|title| key(title) == key(&found.title.value)) || !found.is_main {
            agree(&mut found.title, Evidence::Metadata);
        }
        return Some(found);
    }
    let first = headline_on_page(&lines_above(outline), first).unwrap_or(first);
    let folded = key(first);
    let block = outline.outside().map(|(at, _)| at).take_while(|at| *at < outline.first).find(|at| outline.key(*at) == folded);
    Some(Titled { title: Found::new(first.to_owned(), Evidence::Metadata), block, is_main: false })
}

/// The folded lines above the body and the one that it begins with.
fn lines_above<'a>(outline: &Outline<'a>) -> FxHashSet<&'a str> {
    let above = outline.outside().map(|(at, _)| at).take_while(|at| *at < outline.first);
    above
        .chain(std::iter::once(outline.first))
        .filter(|at| outline.block(*at).text.chars().count() <= LONGEST_LINE)
        .map(|at| outline.key(at))
        .collect()
}

/// The most characters of a line that is a headline.
const LONGEST_LINE: usize = 300;

/// What stands before a mark in a title that machines are told, or behind it, when the page has that as a line of its own and not the
/// whole: the site and its sections stand on the other side, or what the page is for (`Print: …`).
fn headline_on_page<'a>(lines: &FxHashSet<&str>, title: &'a str) -> Option<&'a str> {
    if lines.contains(key(title).as_str()) {
        return None;
    }
    let is_blankless = is_blankless(title);
    let marks = SITE_MARKS.iter().chain(if is_blankless { BARE_MARKS } else { &[] });
    let mut cuts: Vec<usize> = marks.flat_map(|mark| title.match_indices(*mark)).map(|(at, _)| at).collect();
    cuts.sort_unstable_by(|a, b| b.cmp(a));
    let heads = cuts.into_iter().take(MOST_CUTS).map(|at| before(title, at).trim());
    let mut parts = heads.chain(SITE_MARKS.iter().chain(&[": "]).filter_map(|mark| title.split_once(*mark)).map(|(_, tail)| tail.trim()));
    parts.find(|part| is_some_words(part) && lines.contains(key(part).as_str()))
}

/// The most places at which a title is cut.
const MOST_CUTS: usize = 6;

/// Marks before the site's name where a language puts no blanks between words.
pub(super) const BARE_MARKS: &[&str] = &["_", "-", "|", "｜", "－", "—", "–"];

/// Whether a text is written in signs of which each is a word or a syllable.
pub(super) fn is_blankless(text: &str) -> bool {
    text.chars().any(|c| matches!(c, '\u{3040}'..='\u{30ff}' | '\u{3400}'..='\u{9fff}'))
}

/// Whether a title is more than a word; some languages put no blanks between theirs.
fn is_some_words(title: &str) -> bool {
    title.contains(' ') || (!title.is_ascii() && title.chars().count() >= if is_blankless(title) { 6 } else { 12 })
}

/// Whether more than half of a heading's words are in one of the titles.
fn shares(heading: &str, said: &[String]) -> bool {
    let words: FxHashSet<String> = content_words(heading).collect();
    said.iter().any(|title| content_words(title).filter(|word| words.contains(word)).count() * 2 > words.len())
}

/// The most titles in a page's head that a heading is held against.
const MOST_STATED: usize = 16;

/// The headline that machines are told twice and that the heading begins or ends with, when the heading has something of its own
/// besides: headline and standfirst or date stand in one element on some pages.
fn inside<'a>(heading: &str, said: &'a [String], stated: &[String]) -> Option<&'a String> {
    let heading = key(heading);
    let is_told = |title: &str| said.iter().filter(|other| key(other) == key(title)).count();
    let begins = |title: &&String| {
        let title = key(title);
        heading.strip_prefix(&*title).is_some_and(|rest| rest.starts_with(' '))
            || heading.strip_suffix(&*title).is_some_and(|rest| rest.ends_with(' '))
    };
    // A heading that machines are told as it is holds nothing but the headline.
    if stated.iter().take(MOST_STATED).any(|title| key(title) == heading) {
        return None;
    }
    said.iter().find(|title| begins(title) && is_told(title) >= 2)
}

/// The heading above the body.
fn heading(outline: &Outline<'_>, said: &[String]) -> Option<Titled> {
    let page = Above::of(outline, said);
    let others = carousel::entries(outline);
    let own = (0..=outline.first).filter(|at| !others.contains(at));
    let mut candidates: Vec<Candidate> = own.filter_map(|at| Candidate::read(outline, at, &page)).collect();
    lower_what_follows_a_headline(&mut candidates);
    raise_what_the_window_says(outline, &mut candidates);
    let best = candidates.iter().max_by(|a, b| a.worth.total_cmp(&b.worth)).filter(|best| best.worth >= LEAST_WORTH)?;
    let same = || candidates.iter().filter(|other| other.key == best.key);
    // Of a headline written twice, the one in small letters is the headline; the other was capitalised by the site.
    let chosen = same().min_by(|a, b| a.capitals.total_cmp(&b.capitals)).unwrap_or(best);
    let in_header = same().any(|other| header_has_rest(outline) && other.block == 0);
    let below = same().any(|other| !(header_has_rest(outline) && other.block == 0));
    let mut title = Found::new(chosen.text.to_owned(), if below { Evidence::Heading } else { Evidence::HeaderLine });
    if in_header {
        agree(&mut title, Evidence::HeaderLine);
    }
    let is_on_line = |at: &usize| !(header_has_rest(outline) && *at == 0);
    let block = same().map(|other| other.block).filter(is_on_line).min().unwrap_or(0);
    // The window's title, with the site's name behind it, is no line among whose neighbours byline and date stand.
    let is_window = |other: &&Candidate| is_window_title(outline, other.block) && other.text.len() < outline.block(other.block).text.len();
    let block = if same().any(|other| is_window(&other)) {
        same().filter(|other| !is_window(other)).map(|other| other.block).min()
    } else {
        Some(block)
    };
    let is_main = same().any(|other| other.is_main && other.shared >= MAIN_SHARE);
    Some(Titled { title, block, is_main })
}

/// Whether the first block is what followed the crawler's header line.
fn header_has_rest(outline: &Outline<'_>) -> bool {
    outline.page.header.as_ref().is_some_and(|header| header.has_rest)
}

/// Blocks below a headline in which its standfirst and captions stand.
const BELOW_HEADLINE: usize = 6;

/// A standfirst or caption shares as much with the report as the headline does, but stands below it.
fn lower_what_follows_a_headline(candidates: &mut [Candidate]) {
    for at in 1..candidates.len() {
        let (above, below) = candidates.split_at_mut(at);
        let Some(candidate) = below.first_mut().filter(|candidate| !candidate.stands_out) else { continue };
        let is_near = |other: &&Candidate| other.block + BELOW_HEADLINE >= candidate.block && !other.key.ends_with(&candidate.key);
        if above.iter().filter(is_near).any(Candidate::is_headline) {
            candidate.worth -= 1.5;
        }
    }
}

/// Words of the window's title that a headline on the page shares, where the two are told in different words.
const SHARED_WORDS: usize = 4;

/// What the window's title says in other words, or once more, is the headline, whatever lines of figures and names the body begins with.
fn raise_what_the_window_says(outline: &Outline<'_>, candidates: &mut [Candidate]) {
    let Some(window) = candidates.first().filter(|first| first.block == 0 && is_window_title(outline, 0)) else { return };
    let (told, words): (String, FxHashSet<String>) = (window.key.clone(), content_words(window.text).collect());
    let mut is_again = false;
    for other in candidates.iter_mut().skip(1).filter(|other| other.key == told) {
        other.worth += 3.0;
        is_again = true;
    }
    if is_again {
        return;
    }
    // A sentence that repeats the words is the standfirst.
    let may_be = |other: &&mut Candidate| {
        let traits = outline.traits(other.block);
        traits.words <= LONGEST_HEADLINE && !(traits.ends_sentence && traits.inner_stops == 0)
    };
    let shared = |other: &Candidate| {
        let own: FxHashSet<String> = content_words(other.text).collect();
        own.intersection(&words).count()
    };
    let most = |count: usize| count >= SHARED_WORDS || (count + 1 >= SHARED_WORDS && count * 2 > words.len());
    let others = candidates.iter_mut().skip(1).filter(may_be).map(|other| (shared(other), other)).filter(|(count, _)| most(*count));
    // Of equals the shortest one: others have something beside the headline.
    if let Some((_, other)) = others.max_by_key(|(count, other)| (*count, std::cmp::Reverse(other.text.len()))) {
        other.worth += 4.0;
    }
}

/// The most words of a headline that tells what the window's title does.
const LONGEST_HEADLINE: usize = 20;
