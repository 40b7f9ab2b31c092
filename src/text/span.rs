//! Byte ranges into a text: the only place that slices a `str`.

use std::ops::Range;

use serde::{Deserialize, Serialize};

/// A half-open byte range `start..end` into some text, usually an article's body.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Span {
    /// First byte.
    pub start: usize,
    /// One past the last byte.
    pub end: usize,
}

impl Span {
    /// Makes the span `start..end`; an end before the start gives an empty span.
    #[must_use]
    pub fn new(start: usize, end: usize) -> Self {
        Self { start, end: end.max(start) }
    }

    /// The span of a whole text.
    #[must_use]
    pub fn whole(text: &str) -> Self {
        Self { start: 0, end: text.len() }
    }

    /// Length in bytes.
    #[must_use]
    pub fn len(self) -> usize {
        self.end - self.start
    }

    /// Whether nothing lies in the span.
    #[must_use]
    pub fn is_empty(self) -> bool {
        self.start == self.end
    }

    /// Whether the byte at `offset` lies in the span.
    #[must_use]
    pub fn holds(self, offset: usize) -> bool {
        self.start <= offset && offset < self.end
    }

    /// Whether `other` lies wholly inside.
    #[must_use]
    pub fn covers(self, other: Self) -> bool {
        self.start <= other.start && other.end <= self.end
    }

    /// Whether the two share at least one byte.
    #[must_use]
    pub fn overlaps(self, other: Self) -> bool {
        self.start < other.end && other.start < self.end
    }

    /// The bytes both share, if any.
    #[must_use]
    pub fn intersection(self, other: Self) -> Option<Self> {
        self.overlaps(other).then(|| Self::new(self.start.max(other.start), self.end.min(other.end)))
    }

    /// The smallest span that holds both.
    #[must_use]
    pub fn hull(self, other: Self) -> Self {
        Self::new(self.start.min(other.start), self.end.max(other.end))
    }

    /// The same span moved right by `by` bytes: from a part's offsets to the whole's.
    #[must_use]
    pub fn shifted(self, by: usize) -> Self {
        Self { start: self.start + by, end: self.end + by }
    }

    /// The words of `text` that the span names; empty when the span does not lie on character boundaries inside `text`.
    #[must_use]
    pub fn of(self, text: &str) -> &str {
        text.get(self.start..self.end).unwrap_or_default()
    }

    /// The span without white space at either end.
    #[must_use]
    pub fn trimmed(self, text: &str) -> Self {
        let inside = self.of(text);
        let start = self.start + (inside.len() - inside.trim_start().len());
        Self::new(start, start + inside.trim().len())
    }
}

impl From<Range<usize>> for Span {
    fn from(range: Range<usize>) -> Self {
        Self::new(range.start, range.end)
    }
}

/// The text before a byte offset; empty when the offset is not on a character boundary.
#[must_use]
pub fn before(text: &str, offset: usize) -> &str {
    text.get(..offset).unwrap_or_default()
}

/// The text from a byte offset on; empty when the offset is not on a character boundary.
#[must_use]
pub fn after(text: &str, offset: usize) -> &str {
    text.get(offset..).unwrap_or_default()
}

/// The first characters of a text, at most so many.
#[must_use]
pub fn first_chars(text: &str, most: usize) -> &str {
    if text.len() <= most { text } else { text.char_indices().nth(most).map_or(text, |(end, _)| before(text, end)) }
}

/// Turns byte offsets into Unicode code point offsets, for programs that count characters.
///
/// Shape: one pass over the text on creation, a binary search for each offset.
#[derive(Debug)]
pub struct CodePoints {
    /// Byte offset of every 64th code point.
    marks: Vec<usize>,
    text: String,
}

impl CodePoints {
    /// Indexes a text.
    #[must_use]
    pub fn new(text: &str) -> Self {
        let marks = text.char_indices().step_by(Self::STEP).map(|(at, _)| at).collect();
        Self { marks, text: text.to_owned() }
    }

    /// The number of code points that stand before the byte at `offset`.
    #[must_use]
    pub fn at(&self, offset: usize) -> usize {
        let mark = self.marks.partition_point(|&byte| byte <= offset).saturating_sub(1);
        let from = self.marks.get(mark).copied().unwrap_or(0);
        mark * Self::STEP + Span::new(from, offset).of(&self.text).chars().count()
    }

    const STEP: usize = 64;
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spans_relate() {
        let (a, b) = (Span::new(2, 6), Span::new(4, 9));
        assert!(a.overlaps(b) && !a.covers(b) && a.covers(Span::new(3, 6)));
        assert_eq!(a.intersection(b), Some(Span::new(4, 6)));
        assert_eq!(a.hull(b), Span::new(2, 9));
        assert_eq!(a.intersection(Span::new(6, 7)), None);
    }

    #[test]
    fn a_span_off_a_boundary_reads_as_nothing() {
        assert_eq!(Span::new(1, 2).of("é"), "");
        assert_eq!(Span::new(0, 9).of("é"), "");
        assert_eq!(Span::new(0, 2).of("é"), "é");
    }

    #[test]
    fn trimmed_drops_white_space_only() {
        assert_eq!(Span::new(0, 7).trimmed("  ab c "), Span::new(2, 6));
    }

    #[test]
    fn code_points_count_characters() {
        let text = "“é”—".repeat(50);
        let index = CodePoints::new(&text);
        for (count, (byte, _)) in text.char_indices().enumerate() {
            assert_eq!(index.at(byte), count);
        }
        assert_eq!(index.at(text.len()), 200);
    }
}
