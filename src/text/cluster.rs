//! Grapheme clusters that a terminal can draw: floods of joiners and marks are cut down, and where terminals disagree on the cells of a
//! cluster, what they agree on is drawn.

use std::borrow::Cow;
use std::str::Chars;

use unicode_normalization::char::is_combining_mark;
use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

use super::span::{self, Span};
use super::width::{clusters, width};

/// The most marks on one letter: more than Hebrew cantillation or a Tibetan stack needs, and what one cell of tmux holds (21 bytes).
const MOST_MARKS: usize = 6;
/// The most joiners in one emoji: a family of four has three, and so has the longest sequence that Unicode recommends.
const MOST_JOINED: usize = 3;

const ZERO_WIDTH_NON_JOINER: char = '\u{200c}';
const ZERO_WIDTH_JOINER: char = '\u{200d}';

/// The text without the joiners, variation selectors and marks that no writing needs: those that join nothing, and those beyond the most
/// that one letter or emoji can carry.
#[must_use]
pub(super) fn tamed(text: &str) -> Cow<'_, str> {
    let mut cluster = Growing::default();
    let mut rest = text;
    let mut out: Option<String> = None;
    while let Some(c) = rest.chars().next() {
        // Nearly all there is: letters that join nothing and stand on nothing.
        let plain = rest.bytes().position(|byte| byte >= FIRST_MARK).unwrap_or(rest.len());
        let (taken, length) = if plain > 0 {
            cluster = Growing { last: span::before(rest, plain).chars().next_back(), ..Growing::default() };
            (true, plain)
        } else {
            (cluster.takes(c, &span::after(rest, c.len_utf8()).chars()), c.len_utf8())
        };
        if !taken {
            // Everything before the first character that goes is copied then, and not before.
            out.get_or_insert_with(|| span::before(text, text.len() - rest.len()).to_owned());
        } else if let Some(out) = &mut out {
            out.push_str(span::before(rest, length));
        }
        rest = span::after(rest, length);
    }
    out.map_or(Cow::Borrowed(text), Cow::Owned)
}

/// The first byte of U+0300, the first character that is more than a letter of its own.
const FIRST_MARK: u8 = 0xcc;

/// What the cluster that is being read holds already.
#[derive(Debug, Default)]
struct Growing {
    /// The last character that was kept.
    last: Option<char>,
    marks: usize,
    joined: usize,
}

impl Growing {
    /// Whether the cluster takes another character, or the character begins the next cluster; `rest` is what follows it.
    fn takes(&mut self, c: char, rest: &Chars<'_>) -> bool {
        let taken = match c {
            ZERO_WIDTH_JOINER | ZERO_WIDTH_NON_JOINER => self.joins(c, rest.clone().next()),
            // Asks for the text look of an emoji, which terminals give a width of their own choice.
            '\u{fe0e}' => false,
            _ if is_modifier(c) => self.last.is_some_and(has_variants),
            _ if is_combining_mark(c) => self.marks < MOST_MARKS,
            _ => true,
        };
        if taken {
            self.count(c);
        }
        taken
    }

    /// Whether a joiner joins anything: two pictures of one emoji, or the letters of a script that is written joined.
    fn joins(&self, joiner: char, next: Option<char>) -> bool {
        let Some(last) = self.last else { return false };
        let is_emoji = joiner == ZERO_WIDTH_JOINER && (is_picture(last) || is_modifier(last)) && next.is_some_and(is_picture);
        (is_emoji && self.joined < MOST_JOINED) || is_of_joined_script(last)
    }

    fn count(&mut self, c: char) {
        let joins_on = self.last == Some(ZERO_WIDTH_JOINER) && is_picture(c);
        match c {
            ZERO_WIDTH_JOINER => self.joined += 1,
            _ if is_modifier(c) => {}
            _ if is_combining_mark(c) => self.marks += 1,
            _ => {
                self.marks = 0;
                self.joined = if joins_on { self.joined } else { 0 };
            }
        }
        self.last = Some(c);
    }
}

/// What chooses between the looks of the character before: variation selectors and tones of the skin.
fn is_modifier(c: char) -> bool {
    matches!(c, '\u{fe00}'..='\u{fe0f}' | '\u{e0100}'..='\u{e01ef}' | '\u{1f3fb}'..='\u{1f3ff}')
}

/// Whether a modifier can mean anything after this: pictures, the keys `0` to `9`, `#` and `*`, ideographs.
fn has_variants(c: char) -> bool {
    is_picture(c)
        || matches!(c, '0'..='9' | '#' | '*' | '\u{a9}' | '\u{ae}' | '\u{2000}'..='\u{22ff}' | '\u{3000}'..='\u{9fff}' | '\u{20000}'..='\u{3ffff}')
}

/// Pictographs and symbols, roughly Unicode's `Extended_Pictographic`.
fn is_picture(c: char) -> bool {
    matches!(c, '\u{2190}'..='\u{2bff}' | '\u{1f000}'..='\u{1f1e5}' | '\u{1f200}'..='\u{1f3fa}' | '\u{1f400}'..='\u{1faff}')
}

/// Scripts whose letters are shaped by joiners: Arabic, Syriac and their kin, those of India, Myanmar, Khmer, Mongolian.
fn is_of_joined_script(c: char) -> bool {
    matches!(c, '\u{600}'..='\u{dff}' | '\u{1000}'..='\u{109f}' | '\u{1780}'..='\u{18af}' | '\u{fb50}'..='\u{fdff}' | '\u{fe70}'..='\u{fefc}')
}

/// The text in the pieces that are written into cells one after the other, so that every terminal gives them the same cells.
///
/// Some terminals draw a cluster as one, others code point by code point. Where both come to the same width, each code point that takes
/// cells has its own. Where they do not (joined emoji, tones of the skin, emoji selectors), only the first one is drawn, and blanks in
/// place of the rest.
#[must_use]
pub fn symbols(text: &str) -> Vec<&str> {
    let mut symbols = Vec::new();
    for cluster in clusters(text) {
        let first = cluster.text.chars().next().map_or(0, char::len_utf8);
        let first = span::before(cluster.text, first);
        // Two hearts that are joined add up as code points, but each of them with its selector takes two cells.
        let fits = || by_code_point(cluster.text).map(width).sum::<usize>() == cluster.width;
        if adds_up(cluster.text, cluster.width) && fits() || first.width() > cluster.width {
            symbols.extend(by_code_point(cluster.text));
        } else {
            symbols.push(first);
            symbols.extend(std::iter::repeat_n(" ", cluster.width - first.width()));
        }
    }
    symbols
}

/// A cluster cut before each code point that takes cells, but the first.
fn by_code_point(cluster: &str) -> impl Iterator<Item = &str> {
    let starts = cluster.char_indices().skip(1).filter(|(_, c)| c.width() > Some(0)).map(|(at, _)| at);
    let mut start = 0;
    starts.chain([cluster.len()]).map(move |end| Span::new(std::mem::replace(&mut start, end), end).of(cluster))
}

/// Whether a terminal that goes by code points gives a cluster the same cells.
fn adds_up(cluster: &str, width: usize) -> bool {
    cluster.chars().map(|c| c.width().unwrap_or(0)).sum::<usize>() == width
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::super::width::width;
    use super::*;

    #[test]
    fn floods_are_cut_down() {
        let joiners = "\u{200d}".repeat(3000);
        for (flood, want) in [
            (format!("a{joiners}b"), "ab".to_owned()),
            (format!("{joiners}a"), "a".to_owned()),
            (format!("👩{joiners}🚀"), "👩\u{200d}🚀".to_owned()),
            ("a\u{200c}b".to_owned(), "ab".to_owned()),
            ("😀\u{200d}a".to_owned(), "😀a".to_owned()),
            (format!("a{}", "\u{301}".repeat(900)), format!("a{}", "\u{301}".repeat(6))),
            (format!("a{}b\u{301}", "\u{301}\u{200d}".repeat(9)), format!("a{}b\u{301}", "\u{301}".repeat(6))),
            (format!("a{}", "\u{fe0f}".repeat(9)), "a".to_owned()),
            (format!("☎{}", "\u{fe0f}".repeat(9)), "☎\u{fe0f}".to_owned()),
            (format!("👍{}", "🏽".repeat(9)), "👍🏽".to_owned()),
            ("👩\u{200d}".repeat(6) + "👩", "👩\u{200d}👩\u{200d}👩\u{200d}👩👩\u{200d}👩\u{200d}👩".to_owned()),
        ] {
            assert_eq!(tamed(&flood), want, "{flood:?}");
        }
    }

    #[test]
    fn what_writing_needs_stays() {
        for text in [
            "e\u{301}te\u{301}",
            "👨\u{200d}👩\u{200d}👧\u{200d}👦",
            "👩🏽\u{200d}❤\u{fe0f}\u{200d}💋\u{200d}👨🏽",
            "🏳\u{fe0f}\u{200d}🌈",
            "1\u{fe0f}\u{20e3}",
            "🇺🇦",
            "می\u{200c}خواهم",
            "क\u{94d}\u{200d}ष क्षत्रिय",
            "葛\u{e0100}",
            "שָׁ֣לוֹם",
        ] {
            assert!(matches!(tamed(text), Cow::Borrowed(_)), "{text:?}");
        }
    }

    #[test]
    fn symbols_fill_the_same_cells_on_every_terminal() {
        for (text, want) in [
            ("👩\u{200d}🚀!", &["👩", "!"][..]),
            ("👍🏽", &["👍"]),
            ("❤\u{fe0f}x", &["❤", " ", "x"]),
            ("🇺🇦", &["🇺", "🇦"]),
            ("e\u{301}e", &["e\u{301}", "e"]),
            ("北京", &["北", "京"]),
            ("या", &["य", "ा"]),
            ("क्ष", &["क्", "ष"]),
            ("❤\u{fe0f}\u{200d}❤\u{fe0f}", &["❤", " "]),
        ] {
            assert_eq!(symbols(text), want, "{text:?}");
        }
    }

    proptest! {
        #[test]
        fn symbols_take_the_cells_of_the_text(text in "([a-zé1 ]|\u{301}|\u{200d}|\u{fe0f}|🏽|👩|❤|🇺|[\u{1100}\u{1161}]|\\PC){0,20}") {
            let cells: usize = symbols(&text).into_iter().map(width).sum();
            prop_assert_eq!(cells, width(&text));
        }

        #[test]
        fn taming_twice_changes_nothing(text in "([a1 ]|\u{301}|\u{200d}|\u{200c}|\u{fe0f}|🏽|👩|❤|ن|\\PC){0,30}") {
            let once = tamed(&text).into_owned();
            prop_assert_eq!(tamed(&once).into_owned(), once);
        }
    }
}
