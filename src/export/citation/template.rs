//! The reader's own citations: `[{author}: ]“{words}” ({source}[, {date:%-d %b %Y}]). {address}`.
//!
//! A field in braces stands for what is known; what is in brackets is left out where one of its fields is not known. Braces and brackets
//! that are to be printed are doubled.

use std::iter::Peekable;
use std::str::CharIndices;

use thiserror::Error;

use super::style::Cited;
use super::{address, quoted};
use crate::text::sanitize::clean_line;
use crate::text::span::Span;

/// What a template can ask for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Field {
    /// The passage.
    Words,
    /// The passage within double marks, its own marks made single ones.
    Quote,
    /// The title.
    Title,
    /// The outlet.
    Source,
    /// All authors, separated by commas.
    Author,
    /// The day of publication, as a format of `strftime` has it.
    Date(String),
    /// The day and time of publication, RFC 3339.
    Published,
    /// The web address.
    Url,
    /// The page's file.
    File,
    /// The web address, or the file where there is none.
    Address,
    /// The hash of the page, by which the library names the article.
    Hash,
}

impl Field {
    /// The names of all fields.
    pub const NAMES: [&str; 12] =
        ["words", "quote", "title", "source", "author", "date", "year", "published", "url", "file", "address", "hash"];

    fn named(name: &str, format: Option<&str>) -> Option<Self> {
        Some(match name {
            "words" => Self::Words,
            "quote" => Self::Quote,
            "title" => Self::Title,
            "source" => Self::Source,
            "author" => Self::Author,
            "date" => Self::Date(format.unwrap_or("%Y-%m-%d").to_owned()),
            "year" => Self::Date("%Y".to_owned()),
            "published" => Self::Published,
            "url" => Self::Url,
            "file" => Self::File,
            "address" => Self::Address,
            "hash" => Self::Hash,
            _ => return None,
        })
    }

    fn of(&self, cited: &Cited) -> Option<String> {
        let citation = &cited.citation;
        let value = match self {
            Self::Words => Some(cited.words.trim().to_owned()),
            Self::Quote => Some(quoted(&cited.words)),
            Self::Title => citation.title.clone(),
            Self::Source => citation.source.clone(),
            Self::Author => citation.author.clone(),
            Self::Date(format) => citation.published.and_then(|at| jiff::fmt::strtime::format(format, at.day()).ok()),
            Self::Published => citation.published.map(crate::article::Published::rfc3339),
            Self::Url => citation.url.clone(),
            Self::File => Some(citation.file.clone()),
            Self::Address => Some(address(citation).to_owned()),
            Self::Hash => Some(cited.article.as_str().to_owned()),
        };
        value.filter(|value| !value.is_empty()).map(|value| clean_line(&value).into_owned())
    }
}

/// A template, ready to be filled.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Template(Vec<Part>);

#[derive(Debug, Clone, PartialEq, Eq)]
enum Part {
    Text(String),
    Field(Field),
    /// Left out where one of its fields is not known.
    Optional(Vec<Part>),
}

/// What is wrong with a template, and at which character of it, counted from 1.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[error("{message} at character {at}")]
pub struct TemplateProblem {
    /// The character.
    pub at: usize,
    /// What is wrong.
    pub message: String,
}

impl Template {
    /// Reads a template.
    ///
    /// # Errors
    /// For a field that there is not, and for braces and brackets that are not closed.
    pub fn parse(text: &str) -> Result<Self, TemplateProblem> {
        let mut reader = Reader { text, rest: text.char_indices().peekable() };
        let parts = reader.parts(None)?;
        if parts.iter().any(Part::has_field) {
            Ok(Self(parts))
        } else {
            Err(reader.problem(0, "no field such as {words} in it".to_owned()))
        }
    }

    /// The template filled for a passage.
    #[must_use]
    pub fn fill(&self, cited: &Cited) -> String {
        filled(&self.0, cited, false).unwrap_or_default()
    }
}

impl Part {
    fn has_field(&self) -> bool {
        match self {
            Self::Text(_) => false,
            Self::Field(_) => true,
            Self::Optional(parts) => parts.iter().any(Self::has_field),
        }
    }
}

/// The parts one after the other; nothing where a field is not known and all are needed.
fn filled(parts: &[Part], cited: &Cited, needs_all: bool) -> Option<String> {
    let mut out = String::new();
    for part in parts {
        match part {
            Part::Text(text) => out.push_str(text),
            Part::Field(field) => match field.of(cited) {
                Some(value) => out.push_str(&value),
                None if needs_all => return None,
                None => {}
            },
            Part::Optional(parts) => out.push_str(&filled(parts, cited, true).unwrap_or_default()),
        }
    }
    Some(out)
}

/// Reads a template character by character.
struct Reader<'a> {
    text: &'a str,
    rest: Peekable<CharIndices<'a>>,
}

impl Reader<'_> {
    /// The parts up to the end, or up to the bracket that closes the one opened at a byte. Brackets do not nest: one more would hide what
    /// is left out when.
    fn parts(&mut self, opened: Option<usize>) -> Result<Vec<Part>, TemplateProblem> {
        let (mut parts, mut text) = (Vec::new(), String::new());
        while let Some((at, c)) = self.rest.next() {
            let is_doubled = matches!(c, '{' | '}' | '[' | ']') && self.rest.next_if(|(_, next)| *next == c).is_some();
            match c {
                _ if is_doubled => text.push(c),
                ']' if opened.is_some() => {
                    parts.extend((!text.is_empty()).then_some(Part::Text(text)));
                    return Ok(parts);
                }
                '[' if opened.is_some() => return Err(self.problem(at, "a bracket within brackets".to_owned())),
                '[' | '{' => {
                    if !text.is_empty() {
                        parts.push(Part::Text(std::mem::take(&mut text)));
                    }
                    parts.push(if c == '{' { Part::Field(self.field(at)?) } else { Part::Optional(self.parts(Some(at))?) });
                }
                ']' | '}' => return Err(self.problem(at, format!("`{c}` closes nothing; doubled it stands for itself"))),
                other => text.push(other),
            }
        }
        if let Some(at) = opened {
            return Err(self.problem(at, "`[` is not closed".to_owned()));
        }
        parts.extend((!text.is_empty()).then_some(Part::Text(text)));
        Ok(parts)
    }

    fn field(&mut self, opened: usize) -> Result<Field, TemplateProblem> {
        let start = opened + 1;
        let Some((end, _)) = self.rest.by_ref().find(|(_, c)| *c == '}') else {
            return Err(self.problem(opened, "`{` is not closed".to_owned()));
        };
        let written = Span::new(start, end).of(self.text);
        let (name, format) = written.split_once(':').map_or((written, None), |(name, format)| (name, Some(format)));
        let Some(field) = Field::named(name.trim(), format) else {
            return Err(self.problem(opened, format!("no field is called `{}`; there are {}", name.trim(), Field::NAMES.join(", "))));
        };
        match (&field, format) {
            (Field::Date(pattern), _) if jiff::fmt::strtime::format(pattern, jiff::civil::date(2000, 1, 1)).is_err() => {
                Err(self.problem(opened, format!("`{pattern}` is no format of a date")))
            }
            (Field::Date(_), _) | (_, None) => Ok(field),
            (_, Some(_)) => Err(self.problem(opened, format!("only `date` takes a format, not `{name}`"))),
        }
    }

    fn problem(&self, byte: usize, message: String) -> TemplateProblem {
        TemplateProblem { at: Span::new(0, byte).of(self.text).chars().count() + 1, message }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::article::{ArticleId, Published};
    use crate::library::Citation;

    fn cited(author: Option<&str>) -> Cited {
        let citation = Citation {
            file: "pier.txt".into(),
            title: Some("Pier\u{1b}[1m reopens".into()),
            author: author.map(str::to_owned),
            published: Published::parse("2024-03-02"),
            ..Citation::default()
        };
        Cited { words: "It opens. ".into(), citation, article: ArticleId::of_page(b"") }
    }

    #[test]
    fn what_is_not_known_takes_its_bracket_along() {
        let template = Template::parse("[{author} ({year}): ]“{words}”[, {source}][, {date:%-d %b %Y}]; {address} {{[[x]]}}").unwrap();
        assert_eq!(template.fill(&cited(Some("Ann Reed"))), "Ann Reed (2024): “It opens.”, 2 Mar 2024; pier.txt {[x]}");
        assert_eq!(template.fill(&cited(None)), "“It opens.”, 2 Mar 2024; pier.txt {[x]}");
        assert_eq!(Template::parse("{title}|{url}\n{published}").unwrap().fill(&cited(None)), "Pier reopens|\n2024-03-02");
        let spoken = Cited { words: "“It opens,” she said.".into(), ..cited(None) };
        assert_eq!(Template::parse("{quote}").unwrap().fill(&spoken), "“‘It opens,’ she said.”");
    }

    #[test]
    fn what_is_wrong_is_said_with_its_place() {
        for (text, want) in [
            (
                "é {titel}",
                "no field is called `titel`; there are words, quote, title, source, author, date, year, published, url, file, address, hash at character 3",
            ),
            ("{title", "`{` is not closed at character 1"),
            ("[{title}", "`[` is not closed at character 1"),
            ("[{title}[x]]", "a bracket within brackets at character 9"),
            ("{title}]", "`]` closes nothing; doubled it stands for itself at character 8"),
            ("{date:%Q%}", "`%Q%` is no format of a date at character 1"),
            ("{title:%Y}", "only `date` takes a format, not `title` at character 1"),
            ("plain", "no field such as {words} in it at character 1"),
        ] {
            assert_eq!(Template::parse(text).unwrap_err().to_string(), want, "{text}");
        }
    }
}
