//! Values -> text for people: wrapped to a width, marked with colours only when asked.

mod article;
mod comparison;
mod sheet;

pub use article::{article, page};
pub use comparison::{claim_text, comparison};
pub use sheet::{letter, sheet};

use crate::article::Published;
use crate::text::sanitize::clean_line;
use crate::text::width::width;
use crate::text::{Span, wrap};

/// What the text is laid out for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Layout {
    /// Cells in a line.
    pub columns: usize,
    /// Whether the terminal may be told to mark words.
    pub color: bool,
}

/// How words are marked.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Mark {
    /// Not at all.
    Plain,
    /// Titles and headings.
    Strong,
    /// What is said about the text rather than by it.
    Quiet,
    /// On what two reports differ.
    Differing,
    /// What was searched for.
    Found,
}

impl Mark {
    /// The parameters of "select graphic rendition" (ECMA-48, 8.3.117): attributes, and colours every terminal has.
    fn parameters(self) -> Option<&'static str> {
        match self {
            Self::Plain => None,
            Self::Strong => Some("1"),
            Self::Quiet => Some("2"),
            Self::Differing => Some("1;31"),
            Self::Found => Some("1;4"),
        }
    }
}

impl Layout {
    /// A stretch of one line, safe for a terminal, and marked if this layout has colours.
    #[must_use]
    pub fn paint(self, text: &str, mark: Mark) -> String {
        let text = clean_line(text);
        match mark.parameters() {
            Some(parameters) if self.color && !text.is_empty() => format!("\u{1b}[{parameters}m{text}\u{1b}[0m"),
            _ => text.into_owned(),
        }
    }

    /// The same layout with fewer cells in a line.
    fn narrower(self, by: usize) -> Self {
        Self { columns: self.columns.saturating_sub(by).max(1), ..self }
    }

    /// A text in lines; `first` stands before the first one, blanks as wide before the others.
    #[must_use]
    pub fn hanging(self, first: &str, text: &str, mark: Mark) -> Vec<String> {
        let text = clean_line(text);
        let indent = width(first);
        let lines = wrap::wrap(&text, Span::whole(&text), self.narrower(indent).columns);
        let before = std::iter::once(first.to_owned()).chain(std::iter::repeat(" ".repeat(indent)));
        before.zip(lines).map(|(before, line)| before + &self.paint(line.of(&text), mark)).collect()
    }
}

/// Lines as one text that ends with a line feed.
fn text_of(lines: &[String]) -> String {
    lines.iter().flat_map(|line| [line.as_str(), "\n"]).collect()
}

/// A time of publication in words: `Wed 13 Sep 2023, 14:23 +05:30`, as much of it as is known.
#[must_use]
pub fn published(published: Published) -> String {
    let day = published.day().strftime("%a %-d %b %Y");
    match published {
        Published::Day(_) => day.to_string(),
        Published::Local(at) => format!("{day}, {}", at.strftime("%H:%M")),
        Published::Zoned(at, jiff::tz::Offset::UTC) => format!("{day}, {} UTC", at.strftime("%H:%M")),
        Published::Zoned(at, _) => {
            let written = published.rfc3339();
            let zone = written.get(written.len() - "+00:00".len()..).unwrap_or_default();
            format!("{day}, {} {zone}", at.strftime("%H:%M"))
        }
    }
}

/// Source, author and time in one line, as far as they are known.
#[must_use]
pub fn origin(source: Option<&str>, author: Option<&str>, at: Option<Published>) -> String {
    let at = at.map(published);
    [source, author, at.as_deref()].into_iter().flatten().collect::<Vec<_>>().join(" · ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_in_words() {
        for (rfc3339, words) in [
            ("2023-09-13", "Wed 13 Sep 2023"),
            ("2023-09-03T04:05:00-00:00", "Sun 3 Sep 2023, 04:05"),
            ("2023-09-13T14:23:00Z", "Wed 13 Sep 2023, 14:23 UTC"),
            ("2023-09-13T14:23:00-03:30", "Wed 13 Sep 2023, 14:23 -03:30"),
        ] {
            assert_eq!(published(Published::parse(rfc3339).unwrap()), words);
        }
    }

    #[test]
    fn paint_lets_nothing_through_that_acts_on_a_terminal() {
        let (plain, colored) = (Layout { columns: 20, color: false }, Layout { columns: 20, color: true });
        assert_eq!(plain.paint("a\u{1b}[31mb\nc", Mark::Strong), "ab c");
        assert_eq!(colored.paint("a\u{1b}[31mb", Mark::Strong), "\u{1b}[1mab\u{1b}[0m");
        assert_eq!(colored.paint("ab", Mark::Plain), "ab");
    }

    #[test]
    fn lines_hang() {
        let layout = Layout { columns: 12, color: false };
        assert_eq!(layout.hanging("• ", "one two three four", Mark::Plain), ["• one two", "  three four"]);
    }
}
