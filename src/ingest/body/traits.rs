//! What can be said of one block alone, before its neighbours are looked at.

use std::sync::LazyLock;

use rustc_hash::FxHashSet;

use crate::ingest::boilerplate::{self, Class, Classes};
use crate::ingest::caption::{begins_as_caption, has_credit};
use crate::ingest::language::Languages;
use crate::ingest::metadata::byline::{Line, seam};
use crate::ingest::metadata::date::Dates;

use crate::ingest::block::Block;
use crate::ingest::dateline::dateline;

/// The traits of one block; shares are 0 to 1.
#[expect(clippy::struct_excessive_bools, reason = "each is a yes or no about the block; together they are the model's input")]
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub(in crate::ingest) struct Traits {
    /// Words, by white space; of a script that writes none, two characters are taken for a word.
    pub(in crate::ingest) words: usize,
    /// The last mark ends a sentence; closing quotation marks and brackets aside.
    pub(in crate::ingest) ends_sentence: bool,
    /// It breaks off in `…` or `...`.
    pub(in crate::ingest) breaks_off: bool,
    /// Sentences that end inside it.
    pub(in crate::ingest) inner_stops: usize,
    /// Commas for each word.
    pub(in crate::ingest) commas: f32,
    /// Share of the language's commonest words.
    pub(in crate::ingest) common: f32,
    /// Share of words with a capital, the first word aside.
    pub(in crate::ingest) capitals: f32,
    /// Share of digits among the characters.
    pub(in crate::ingest) digits: f32,
    /// No small letter at all, and some capitals.
    pub(in crate::ingest) shouted: bool,
    /// It begins with a small letter.
    pub(in crate::ingest) starts_small: bool,
    /// It has a quotation mark.
    pub(in crate::ingest) quoted: bool,
    /// It has a word for the reader or for the outlet itself (`you`, `our`).
    pub(in crate::ingest) to_reader: bool,
    /// It has a web or mail address, or a name with `@`.
    pub(in crate::ingest) address: bool,
    /// Boilerplate phrases.
    pub(in crate::ingest) phrases: Classes,
    /// It begins with an agency slug.
    pub(in crate::ingest) agency_slug: bool,
    /// It reads as a byline.
    pub(in crate::ingest) byline: bool,
    /// It names who made a picture, or says that it is about one.
    pub(in crate::ingest) picture_credit: bool,
    /// It is short and has a full date.
    pub(in crate::ingest) dated: bool,
    /// It is short and has a time of day or `ago`.
    pub(in crate::ingest) timed: bool,
    /// A name and nothing else.
    pub(in crate::ingest) lone_name: bool,
    /// Short, with two names glued together: the credit under a link to another story.
    pub(in crate::ingest) glued_credit: bool,
}

/// Words for the reader and for the outlet itself.
const READER_WORDS: &[&str] = &[
    "you",
    "your",
    "our",
    "us",
    "You",
    "Your",
    "Our",
    "Ihnen",
    "Ihre",
    "Ihren",
    "unsere",
    "unseren",
    "unser",
    "vous",
    "votre",
    "vos",
    "nos",
    "notre",
    "usted",
    "ustedes",
    "nuestro",
    "nuestra",
    "вы",
    "вас",
    "вам",
    "ваш",
    "наш",
    "нас",
    "нашем",
    "ви",
    "нашому",
];

/// The most bytes of one of [`READER_WORDS`] with the marks behind it.
const LONGEST_READER_WORD: usize = 18;

fn is_reader_word(word: &str) -> bool {
    static WORDS: LazyLock<FxHashSet<&str>> = LazyLock::new(|| READER_WORDS.iter().copied().collect());
    WORDS.contains(word)
}

/// Marks that end a sentence in one script or another.
const STOPS: &[char] = &['.', '!', '?', '…', '。', '！', '？', '｡', '।', '॥', '؟', '۔', '։', '።', '။'];

/// Scripts that put no space between words, as ranges of characters: Thai and Lao, Burmese, Khmer, kana, Han.
const UNSPACED: &[std::ops::RangeInclusive<char>] = &[
    '\u{e00}'..='\u{eff}',
    '\u{1000}'..='\u{109f}',
    '\u{1780}'..='\u{17ff}',
    '\u{3041}'..='\u{30ff}',
    '\u{3400}'..='\u{9fff}',
    '\u{20000}'..='\u{2ffff}',
];

/// Words after a length of time that has passed.
const AGO: &[&str] = &["ago", "назад", "тому"];

/// Bytes without white space that are no longer one word: a block of them is no line, whatever it is looked at for.
const LONGEST_WORD: usize = 250;

/// The most words of a block that is looked at as a byline or date line.
const LONGEST_LINE: usize = 30;

/// The most words of a picture's caption.
pub(in crate::ingest) const LONGEST_CAPTION: usize = 60;

/// A line of text longer than this, in bytes, is no paragraph of a report but data.
const LONGEST_PARAGRAPH: usize = 1 << 20;

impl Traits {
    /// Reads a block, whose comparison key is given; `languages` says whose common words count.
    pub(in crate::ingest) fn of(block: &Block, folded: &str, languages: Languages) -> Self {
        let text = block.text.as_str();
        let mut traits = Self::of_words(text, languages);
        traits.phrases = boilerplate::classes(folded);
        traits.agency_slug = traits.words >= 6 && dateline(text).is_some();
        traits.picture_credit = traits.words <= LONGEST_CAPTION && (has_credit(text, folded) || begins_as_caption(text, folded));
        if traits.words <= LONGEST_LINE {
            let dates = Dates::of(text);
            let line = Line::of(text);
            traits.byline = line.byline(&dates.written).is_some();
            traits.dated = !dates.written.is_empty();
            traits.timed = dates.has_clock_time || text.split(' ').any(|word| AGO.contains(&word));
            traits.lone_name = traits.words <= 8 && line.is_lone_names();
            traits.glued_credit = traits.words <= 8 && !traits.ends_sentence && text.split(' ').any(|word| seam(word).is_some());
        }
        traits
    }

    fn of_words(text: &str, languages: Languages) -> Self {
        let mut counts = Counts::default();
        for word in text.split_ascii_whitespace() {
            counts.add(word, languages);
        }
        counts.add_unspaced(text);
        let tail = text.trim_end_matches(['"', '”', '“', '’', '\'', '»', ')', ']', '」', '』', '）', ' ']);
        let breaks_off = tail.ends_with('…') || tail.ends_with("...") || text.ends_with("[…]") || text.ends_with("[...]");
        let letters = || text.chars().filter(|c| c.is_alphabetic());
        let share = |count: usize| count as f32 / counts.words.max(1) as f32;
        Self {
            words: counts.words,
            ends_sentence: tail.ends_with(STOPS),
            breaks_off,
            inner_stops: counts.stops.saturating_sub(1),
            commas: share(counts.commas),
            common: share(counts.common),
            capitals: counts.capitals as f32 / counts.words.saturating_sub(1).max(1) as f32,
            digits: text.bytes().filter(u8::is_ascii_digit).count() as f32 / text.len().max(1) as f32,
            shouted: letters().next().is_some() && letters().all(|c| !c.is_lowercase()),
            starts_small: text.starts_with(char::is_lowercase),
            quoted: text.contains('"') || (!text.is_ascii() && text.contains(['“', '”', '„', '«', '»'])),
            to_reader: counts.to_reader,
            address: has_address(text),
            ..Self::default()
        }
    }

    /// Whether it reads like running text: long enough, and ends in a stop.
    pub(in crate::ingest) fn is_prose(&self) -> bool {
        self.words >= 12 && self.ends_sentence && !self.phrases.has(Class::Legal)
    }

    /// Whether it is a short sentence that reports: nothing in it speaks to the reader or of the page.
    pub(in crate::ingest) fn is_short_sentence(&self) -> bool {
        let reports = !self.to_reader && !self.address && !self.byline && !self.dated && self.phrases.is_empty();
        (4..12).contains(&self.words) && self.ends_sentence && !self.breaks_off && reports
    }

    /// Whether it is a sentence of either kind.
    pub(in crate::ingest) fn is_sentence(&self) -> bool {
        self.is_prose() || self.is_short_sentence()
    }

    /// Whether it speaks to the reader in nobody's words but the outlet's.
    pub(in crate::ingest) fn asks(&self) -> bool {
        self.to_reader && !self.quoted
    }

    /// Whether the block is too long to be a paragraph.
    pub(in crate::ingest) fn is_data(block: &Block) -> bool {
        block.text.len() > LONGEST_PARAGRAPH
    }

    /// Whether it has the form of a headline: some words, no stop at the end.
    pub(in crate::ingest) fn is_headline_like(&self) -> bool {
        (4..=28).contains(&self.words) && !self.ends_sentence && !self.byline && !self.dated
    }
}

/// Running counts over a block's words.
#[derive(Default)]
struct Counts {
    words: usize,
    stops: usize,
    commas: usize,
    common: usize,
    capitals: usize,
    to_reader: bool,
}

impl Counts {
    fn add(&mut self, word: &str, languages: Languages) {
        self.words += 1 + word.len() / LONGEST_WORD;
        // Most words end in a letter: no mark of any kind need be looked for at their end.
        let is_bare = word.ends_with(|c: char| c.is_ascii_alphanumeric());
        self.commas += usize::from(!is_bare && word.ends_with([',', ';', '،', '؛']));
        self.stops += usize::from(!is_bare && word.ends_with(STOPS) && word.len() > 3);
        self.capitals += usize::from(self.words > 1 && word.starts_with(char::is_uppercase));
        let without = |marks: [char; 4]| if is_bare { word } else { word.trim_end_matches(marks) };
        self.common += usize::from(languages.have_common(without([',', '.', ';', ':'])));
        self.to_reader |= word.len() <= LONGEST_READER_WORD && is_reader_word(without([',', '.', '!', '?']));
    }

    /// Adds the words, commas and stops of a text in a script without spaces.
    fn add_unspaced(&mut self, text: &str) {
        if text.is_ascii() || !text.contains(is_unspaced) {
            return;
        }
        self.words += text.chars().filter(|c| is_unspaced(*c)).count() / 2;
        self.commas += text.matches(['，', '、', '；']).count();
        self.stops += text.matches(['。', '！', '？']).count();
    }
}

/// Whether a text has a web or mail address, or a name with `@`.
fn has_address(text: &str) -> bool {
    let has_word = |is_address: fn(&str) -> bool| text.split(' ').any(is_address);
    text.contains("://")
        || (text.contains('@') && has_word(|word| word.len() > 1 && word.contains('@')))
        || (text.contains("www.") && has_word(|word| word.starts_with("www.")))
}

fn is_unspaced(c: char) -> bool {
    c >= '\u{e00}' && UNSPACED.iter().any(|script| script.contains(&c))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::fold::key;

    fn traits(text: &str) -> Traits {
        Traits::of(&Block::plain(text), &key(text), Languages::ALL)
    }

    #[test]
    fn prose_and_lines() {
        let prose =
            traits("The council of the old town met on Monday, and it voted twice. \"We are glad,\" the mayor said after the meeting.");
        assert!(prose.is_prose() && prose.quoted && prose.inner_stops == 1 && prose.common > 0.3 && prose.phrases.is_empty());
        assert!(traits("Harbour bridge to open again in spring").is_headline_like());
        assert!(traits("By Jane Smith, February 5, 2024").byline && traits("By Jane Smith, February 5, 2024").dated);
        assert!(traits("Harbour PostJane Smith").glued_credit);
        assert!(traits("The mayor will file a lawsuit on...").breaks_off);
        assert!(traits("NISSAN SENTRA").shouted);
        assert!(traits("Ships in the harbour. Photo: Jane Smith").picture_credit);
    }

    #[test]
    fn prose_in_other_scripts() {
        for text in [
            "市长星期一说，旧港口将从四月关闭到秋天，较大的船只必须使用海湾另一边的新港口。",
            "মেয়র সোমবার জানিয়েছেন, পুরোনো বন্দরটি এপ্রিল থেকে শরৎ পর্যন্ত বন্ধ থাকবে এবং বড় জাহাজ অন্য বন্দর ব্যবহার করবে।",
            "قال رئيس البلدية يوم الاثنين، هل يغلق الميناء القديم من أبريل حتى الخريف وتنتقل السفن الكبيرة إلى الميناء الجديد؟",
        ] {
            assert!(traits(text).is_prose() && traits(text).commas > 0.0, "{text}");
        }
        assert!(!traits("体育 新闻").is_prose());
    }
}
