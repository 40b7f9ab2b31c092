//! How many terminal cells a text takes, counted by grapheme cluster as the terminal draws it.

use std::borrow::Cow;

use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

use super::span;

/// Stands where [`clip`] cut a text off.
pub const ELLIPSIS: char = '…';

/// One user-perceived character.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Cluster<'a> {
    /// Its first byte in the text.
    pub start: usize,
    /// Its code points.
    pub text: &'a str,
    /// The cells it takes: 0, 1 or 2.
    pub width: usize,
}

/// The grapheme clusters of a text with their widths (UAX #29, UAX #11).
pub fn clusters(text: &str) -> impl Iterator<Item = Cluster<'_>> {
    let mut start = 0;
    std::iter::from_fn(move || {
        let rest = span::after(text, start);
        let cluster = match lone_character(rest) {
            Some(length) => Cluster { start, text: span::before(rest, length), width: 1 },
            None => rest.graphemes(true).next().map(|text| Cluster { start, text, width: text.width() })?,
        };
        start += cluster.text.len();
        Some(cluster)
    })
}

/// The bytes of the first character, where no look at the tables is needed to see that it is a cluster of its own.
fn lone_character(text: &str) -> Option<usize> {
    let mut characters = text.chars();
    let first = characters.next().filter(|&c| is_plain(c))?;
    characters.next().is_none_or(is_plain).then_some(first.len_utf8())
}

/// The cells a text takes on one line.
#[must_use]
pub fn width(text: &str) -> usize {
    match plain_width(text) {
        Some(cells) => cells,
        None => clusters(text).map(|cluster| cluster.width).sum(),
    }
}

/// The cells of a text whose characters all stand alone in one cell each; `None` where clusters must be looked for.
#[must_use]
pub fn plain_width(text: &str) -> Option<usize> {
    let mut cells = 0;
    for c in text.chars() {
        if !is_plain(c) {
            return None;
        }
        cells += 1;
    }
    Some(cells)
}

/// Letters, digits and marks of the Latin, Greek and Cyrillic scripts, signs of mathematics, lines and blocks: one cell, never part of a
/// longer cluster.
fn is_plain(c: char) -> bool {
    matches!(c, ' '..='~' | '\u{a1}'..='\u{ac}' | '\u{ae}'..='\u{2ff}' | '\u{370}'..='\u{482}' | '\u{48a}'..='\u{52f}' | '\u{2010}'..='\u{2027}' | '\u{2200}'..='\u{22ff}' | '\u{2500}'..='\u{259f}' | '●' | '★')
}

/// The text cut to at most so many cells, an ellipsis in place of what was cut off, and the cells it takes now.
#[must_use]
pub fn clip(text: &str, columns: usize) -> (Cow<'_, str>, usize) {
    if let Some(cells) = plain_width(text).filter(|&cells| cells <= columns) {
        return (Cow::Borrowed(text), cells);
    }
    let mut used = 0;
    let mut cut = (0, 0);
    for cluster in clusters(text) {
        if used + cluster.width > columns {
            return if columns == 0 { (Cow::Borrowed(""), 0) } else { cut_at(text, cut.0) };
        }
        used += cluster.width;
        if used < columns {
            cut = (cluster.start + cluster.text.len(), used);
        }
    }
    (Cow::Borrowed(text), used)
}

/// What stands before a byte, without blanks at its end, and the ellipsis.
fn cut_at(text: &str, offset: usize) -> (Cow<'_, str>, usize) {
    let mut kept = span::before(text, offset).trim_end().to_owned();
    let used = width(&kept);
    kept.push(ELLIPSIS);
    (Cow::Owned(kept), used + 1)
}

/// The text in exactly so many cells: clipped or filled up with blanks.
#[must_use]
pub fn pad(text: &str, columns: usize) -> String {
    let (clipped, used) = clip(text, columns);
    let mut padded = clipped.into_owned();
    padded.extend(std::iter::repeat_n(' ', columns - used));
    padded
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn widths_go_by_cluster() {
        for (text, cells) in
            [("", 0), ("word", 4), ("“é”—", 4), ("e\u{301}", 1), ("北京", 4), ("👩\u{200d}🚀", 2), ("Київ", 4), ("한국", 4), ("🇺🇦", 2)]
        {
            assert_eq!(width(text), cells, "{text:?}");
        }
    }

    #[test]
    fn the_short_way_counts_as_the_long_one() {
        for c in ('\0'..='\u{ffff}').filter(|&c| is_plain(c)) {
            let text = format!("a{c}a");
            assert_eq!(text.graphemes(true).map(UnicodeWidthStr::width).collect::<Vec<_>>(), [1, 1, 1], "{c:?}");
        }
    }

    #[test]
    fn clipping_leaves_room_for_the_ellipsis() {
        for (text, columns, want) in [
            ("Short", 5, "Short"),
            ("Longer title", 8, "Longer…"),
            ("Longer title", 9, "Longer t…"),
            ("北京市", 6, "北京市"),
            ("北京市", 5, "北京…"),
            ("北京市", 4, "北…"),
            ("abc", 1, "…"),
            ("abc", 0, ""),
            ("", 0, ""),
            ("e\u{301}e\u{301}", 1, "…"),
        ] {
            assert_eq!(clip(text, columns), (Cow::Borrowed(want), width(want)), "{text:?} in {columns}");
        }
    }

    #[test]
    fn padding_fills_the_cells() {
        assert_eq!(pad("北", 4), "北  ");
        assert_eq!(pad("北京市", 4), "北… ");
    }

    proptest! {
        #[test]
        fn clusters_are_the_standard_ones(text in "([a-zé ]|\u{301}|\u{200d}|👩|🇺|[\u{1100}\u{1161}]|\\PC){0,20}") {
            let found: Vec<&str> = clusters(&text).map(|cluster| cluster.text).collect();
            prop_assert_eq!(found, text.graphemes(true).collect::<Vec<_>>());
        }

        #[test]
        fn clipped_texts_fit(text in "\\PC{0,40}", columns in 0_usize..30) {
            let (clipped, used) = clip(&text, columns);
            prop_assert_eq!(width(&clipped), used);
            prop_assert!(used <= columns);
            prop_assert_eq!(width(&pad(&text, columns)), columns);
        }
    }
}
