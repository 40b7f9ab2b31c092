//! The title as a person would give it: the headline above the body, never a caption, a menu entry or the site's name.

use rustc_hash::{FxHashMap, FxHashSet};

use crate::article::{Evidence, Found};
use crate::ingest::block::Mark;
use crate::ingest::body::outline::Outline;
use crate::ingest::boilerplate::Class;
use crate::ingest::html::class::Purpose;
use crate::ingest::language::Languages;
use crate::text::fold::{key, word_key};
use crate::text::span::before;

use super::{agree, carousel, said};

pub(in crate::ingest) mod window;

use window::{SITE_MARKS, is_window_title, suffixes, without_site};

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

/// Paragraphs of the body whose words a title is held against.
const LEAD: usize = 5;

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
    let block = outline.outside().take_while(|(at, _)| *at < outline.first).find(|(_, block)| key(&block.text) == folded).map(|(at, _)| at);
    Some(Titled { title: Found::new(first.to_owned(), Evidence::Metadata), block, is_main: false })
}

/// The folded lines above the body and the one that it begins with.
fn lines_above(outline: &Outline<'_>) -> FxHashSet<String> {
    let above = outline.outside().take_while(|(at, _)| *at < outline.first).map(|(_, block)| &block.text);
    above
        .chain(std::iter::once(&outline.block(outline.first).text))
        .filter(|text| text.chars().count() <= LONGEST_LINE)
        .map(|text| key(text))
        .collect()
}

/// The most characters of a line that is a headline.
const LONGEST_LINE: usize = 300;

/// What stands before a mark in a title that machines are told, when the page has that as a line of its own and not the whole: the site
/// and its sections stand behind it.
fn headline_on_page<'a>(lines: &FxHashSet<String>, title: &'a str) -> Option<&'a str> {
    if lines.contains(&key(title)) {
        return None;
    }
    let is_blankless = is_blankless(title);
    let marks = SITE_MARKS.iter().chain(if is_blankless { BARE_MARKS } else { &[] });
    let mut cuts: Vec<usize> = marks.flat_map(|mark| title.match_indices(*mark)).map(|(at, _)| at).collect();
    cuts.sort_unstable_by(|a, b| b.cmp(a));
    let heads = cuts.into_iter().take(MOST_CUTS).map(|at| before(title, at).trim());
    heads.filter(|head| is_some_words(head)).find(|head| lines.contains(&key(head)))
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

/// The least share of a headline's words that the report's first paragraphs have.
const HEADLINE_SHARE: f32 = 0.4;

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

/// The most that the distance from the body takes from the window's title, which stands above the whole menu.
const MOST_OF_WINDOW: f32 = 1.2;

/// What candidates are held against.
struct Above {
    /// The words of the body's first paragraphs.
    lead: FxHashSet<String>,
    /// The folded blocks above the body, and those with the site's name cut off, with their number.
    lines: FxHashMap<String, usize>,
    /// The headlines that machines are told, folded.
    said: Vec<String>,
}

impl Above {
    fn of(outline: &Outline<'_>, said: &[String]) -> Self {
        let mut lines = FxHashMap::default();
        for (_, block) in outline.outside().take_while(|(at, _)| *at < outline.first) {
            *lines.entry(key(&block.text)).or_default() += 1;
            for (headline, ..) in suffixes(&block.text) {
                *lines.entry(key(headline)).or_default() += 1;
            }
        }
        Self {
            lead: outline.lead().take(LEAD).flat_map(content_words).collect(),
            lines,
            said: said.iter().map(|title| key(title)).collect(),
        }
    }

    /// How often a folded line stands there.
    fn count(&self, line: &str) -> usize {
        self.lines.get(line).copied().unwrap_or(0)
    }
}

/// The least share of the words of a page's highest heading that the report's first paragraphs have.
const MAIN_SHARE: f32 = 0.3;

/// Blocks above the body in which that heading stands.
const NEAR_BODY: usize = 12;

/// A block that may be the title.
struct Candidate<'a> {
    block: usize,
    text: &'a str,
    key: String,
    capitals: f32,
    /// The share of its words that the body's first paragraphs have.
    shared: f32,
    /// It is marked up as a heading, or written more than once.
    stands_out: bool,
    /// It is the highest heading, some words long, and near the body.
    is_main: bool,
    worth: f32,
}

impl<'a> Candidate<'a> {
    fn read(outline: &Outline<'a>, at: usize, page: &Above) -> Option<Self> {
        let (block, traits) = (outline.block(at), outline.traits(at));
        let is_heading = matches!(block.mark, Mark::Heading(_));
        let most_words = if is_heading { 40 } else { 30 };
        let barred =
            [Class::Navigation, Class::Sharing, Class::Promotion, Class::Comments, Class::Legal].iter().any(|c| traits.phrases.has(*c));
        // A word alone is a title when machines are told the same.
        let is_told = is_heading && page.said.contains(&key(&block.text));
        let least_words = if is_told { 1 } else { 2 };
        let is_line =
            (least_words..=most_words).contains(&traits.words) && (is_told || !(traits.byline || traits.glued_credit || traits.lone_name));
        if barred
            || !is_line
            || traits.picture_credit
            || is_trail(&block.text)
            || (!is_heading && is_no_headline(&block.text))
            || (at == outline.first && !is_heading && traits.ends_sentence)
        {
            return None;
        }
        // What the line begins with has been counted once for the line itself.
        let is_line = |part: &str| page.count(&key(part)) > usize::from(block.text.starts_with(part));
        let text = without_site(&block.text, is_line, is_window_title(outline, at));
        let words: Vec<String> = content_words(text).collect();
        let shared = words.iter().filter(|word| page.lead.contains(*word)).count() as f32 / words.len().max(2) as f32;
        let key = key(text);
        let stands_out = is_heading || page.count(&key) > 1;
        let is_main = block.mark == Mark::Heading(1) && traits.words >= 3 && at + NEAR_BODY >= outline.first;
        let mut candidate = Self { block: at, text, key, capitals: traits.capitals, shared, stands_out, is_main, worth: 0.0 };
        candidate.worth = candidate.weigh(outline, page);
        Some(candidate)
    }

    /// Whether it has the form of a headline, and its words are the report's.
    fn is_headline(&self) -> bool {
        self.text.split(' ').count() >= 4
            && self.shared >= HEADLINE_SHARE
            && self.worth >= LEAST_WORTH
            && !self.text.ends_with(['.', ',', ':'])
    }

    /// Sums up the signs for and against; each is worth what a careful reader would give it.
    fn weigh(&self, outline: &Outline<'_>, page: &Above) -> f32 {
        let (block, traits) = (outline.block(self.block), outline.traits(self.block));
        let sign = |holds: bool, worth: f32| if holds { worth } else { 0.0 };
        let is_window = is_window_title(outline, self.block);
        let distance = (outline.first - self.block) as f32;
        let near = self.block.saturating_sub(2)..(self.block + 6).min(outline.first);
        let dated = near.filter(|at| *at != self.block).any(|at| outline.traits(at).byline || outline.traits(at).dated);
        let is_again = page.count(&self.key) > 1;
        4.0 * self.shared
            + sign(block.mark == Mark::Heading(1), 3.5)
            + sign(matches!(block.mark, Mark::Heading(2..)), 1.0)
            + sign(header_has_rest(outline) && self.block == 0, 1.0)
            + sign(is_again, 1.5)
            + sign(page.said.contains(&self.key), 4.0)
            + sign(dated, 1.5)
            + sign(traits.words >= 5, 1.0)
            + sign(self.text.len() < block.text.len(), 1.0)
            - sign(traits.ends_sentence && self.text.ends_with('.'), 2.0)
            - sign(traits.inner_stops > 0, 1.0)
            - sign(block.mark == Mark::Item, 1.5)
            - sign(traits.words < 3, 1.0)
            - sign(traits.phrases.has(Class::Caption) || traits.phrases.has(Class::Related) || traits.phrases.has(Class::Furniture), 3.0)
            - sign(traits.dated, 2.0)
            - (0.12 * distance).min(if is_window { MOST_OF_WINDOW } else { 3.0 })
            + self.named(outline)
    }

    /// What the names of the elements around it say.
    fn named(&self, outline: &Outline<'_>) -> f32 {
        let Some(place) = outline.page.tree.as_ref().and_then(|tree| tree.places.get(self.block)) else { return 0.0 };
        let aside = [Purpose::Related, Purpose::Comments, Purpose::Navigation].iter().any(|purpose| place.is_for(*purpose));
        let title = matches!(outline.block(self.block).mark, Mark::Heading(_)) && place.is_for(Purpose::Title);
        let sign = |holds: bool, worth: f32| if holds { worth } else { 0.0 };
        sign(title, 1.0) - sign(aside, 2.0)
    }
}

/// Whether the text is the way to the page through the site's menu: `Home > Business > Companies`.
fn is_trail(text: &str) -> bool {
    [" > ", " » ", " › ", " >> ", " / "].iter().any(|mark| text.matches(mark).count() >= 2)
}

/// The most words of a headline that is a quotation.
const QUOTATION_WORDS: usize = 16;

/// Whether a line is a long quotation, an account's post, an entry of a numbered list, or data behind their labels.
fn is_no_headline(text: &str) -> bool {
    let is_quotation = text.starts_with(['"', '“', '„', '«']) && text.split(' ').count() >= QUOTATION_WORDS;
    let number = text.trim_start_matches(|c: char| c.is_ascii_digit());
    let is_entry = number.len() < text.len() && number.starts_with(". ");
    let labels = text.split(' ').filter(|word| word.len() > 1 && word.ends_with(':')).count();
    is_quotation || is_entry || text.starts_with('@') || labels > 1
}

/// The words of a text that carry meaning, folded.
fn content_words(text: &str) -> impl Iterator<Item = String> {
    let words = text.split(|c: char| !c.is_alphanumeric() && !matches!(c, '\'' | '’'));
    words.map(word_key).filter(|word| word.chars().count() >= 3 && !Languages::ALL.have_common(word))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_that_are_no_headlines() {
        for (text, want) in [
            ("\"We have waited for this lamp for twenty years, and now that it is here nobody believes it,\" the keeper said", true),
            ("\"We have waited for this lamp\"", false),
            ("2. Ships & Ports", true),
            ("@velmcourier the lighthouse is to be repaired", true),
            ("Built: 1904 Height: 40 metres Keeper: Paula Lund", true),
            ("Lighthouse of Velm: lamp to be repaired", false),
            ("40 lamps for the lighthouse", false),
        ] {
            assert_eq!(is_no_headline(text), want, "{text}");
        }
        assert!(is_trail("Home / Coast / Lighthouse at Cape") && !is_trail("Lamp / light"));
    }
}
