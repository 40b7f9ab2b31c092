//! A line that may be the headline, and what speaks for and against it.

use rustc_hash::{FxHashMap, FxHashSet};

use crate::ingest::block::Mark;
use crate::ingest::body::outline::Outline;
use crate::ingest::boilerplate::Class;
use crate::ingest::html::class::Purpose;
use crate::ingest::language::Languages;
use crate::text::fold::{key, word_key};

use super::window::{is_window_title, suffixes, without_site};
use super::{LEAST_WORTH, header_has_rest};

/// Paragraphs of the body whose words a title is held against.
const LEAD: usize = 5;

/// The least share of a headline's words that the report's first paragraphs have.
const HEADLINE_SHARE: f32 = 0.4;

/// The most that the distance from the body takes from the window's title, which stands above the whole menu.
const MOST_OF_WINDOW: f32 = 1.2;

/// What candidates are held against.
pub(super) struct Above {
    /// The words of the body's first paragraphs.
    lead: FxHashSet<String>,
    /// The folded blocks above the body, and those with the site's name cut off, with their number.
    lines: FxHashMap<String, usize>,
    /// The headlines that machines are told, folded.
    said: Vec<String>,
}

impl Above {
    pub(super) fn of(outline: &Outline<'_>, said: &[String]) -> Self {
        let mut lines = FxHashMap::default();
        for (at, block) in outline.outside().take_while(|(at, _)| *at < outline.first) {
            *lines.entry(outline.key(at).to_owned()).or_default() += 1;
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
    pub(super) fn count(&self, line: &str) -> usize {
        self.lines.get(line).copied().unwrap_or(0)
    }
}

/// The least share of the words of a page's highest heading that the report's first paragraphs have.
pub(super) const MAIN_SHARE: f32 = 0.3;

/// Blocks above the body in which that heading stands.
const NEAR_BODY: usize = 12;

/// The most words of a masthead, and the fewest times it is repeated.
const MASTHEAD_WORDS: usize = 4;
/// See [`MASTHEAD_WORDS`].
const MASTHEAD_LINES: usize = 3;

/// A block that may be the title.
pub(super) struct Candidate<'a> {
    pub(super) block: usize,
    pub(super) text: &'a str,
    pub(super) key: String,
    pub(super) capitals: f32,
    /// The share of its words that the body's first paragraphs have.
    pub(super) shared: f32,
    /// It is marked up as a heading, or written more than once.
    pub(super) stands_out: bool,
    /// It is the highest heading, some words long, and near the body.
    pub(super) is_main: bool,
    pub(super) worth: f32,
}

impl<'a> Candidate<'a> {
    pub(super) fn read(outline: &Outline<'a>, at: usize, page: &Above) -> Option<Self> {
        let (block, traits) = (outline.block(at), outline.traits(at));
        let is_heading = matches!(block.mark, Mark::Heading(_));
        let most_words = if is_heading { 40 } else { 30 };
        let barred =
            [Class::Navigation, Class::Sharing, Class::Promotion, Class::Comments, Class::Legal].iter().any(|c| traits.phrases.has(*c));
        // A word alone is a title when machines are told the same.
        let is_told = is_heading && page.said.iter().any(|said| said == outline.key(at));
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
    pub(super) fn is_headline(&self) -> bool {
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
            - sign(self.is_masthead(outline, page), 4.0)
            - sign(traits.phrases.has(Class::Caption) || traits.phrases.has(Class::Related) || traits.phrases.has(Class::Furniture), 3.0)
            - sign(traits.dated, 2.0)
            - (0.12 * distance).min(if is_window { MOST_OF_WINDOW } else { 3.0 })
            + self.named(outline)
    }

    /// Whether it is a short line that each part of the page's top repeats, and that has no word of the report.
    fn is_masthead(&self, outline: &Outline<'_>, page: &Above) -> bool {
        outline.traits(self.block).words <= MASTHEAD_WORDS && page.count(&self.key) >= MASTHEAD_LINES && self.shared == 0.0
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
    let may_be = [">", "/", "»", "›"].iter().any(|mark| text.contains(mark));
    may_be && [" > ", " » ", " › ", " >> ", " / "].iter().any(|mark| text.matches(mark).count() >= 2)
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
pub(super) fn content_words(text: &str) -> impl Iterator<Item = String> {
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
