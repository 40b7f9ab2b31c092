//! What the filter asks for: words, and terms such as `source:post` or `before:2024-02`; what is wrong in it leaves everything in sight.

use jiff::civil::Date;

use super::word::Word;
use crate::library::{ArticleLine, search};
use crate::text::fold;

/// A filter as it was meant.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct Query {
    /// Words of source and title.
    pub words: Vec<Word>,
    /// Conditions of their own.
    pub terms: Vec<Term>,
    /// What is wrong, a clause for each; these parts ask for nothing.
    pub problems: Vec<String>,
}

/// A condition.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Term {
    /// The source's name has this in it, folded.
    Source(String),
    /// Published on or after this day, and on or before that one.
    Published(Option<Date>, Option<Date>),
    /// Read or unread.
    Read(bool),
    /// Starred.
    Starred,
    /// Something of it is bookmarked.
    Bookmarked,
}

/// The terms there are, as they are written.
const NAMES: &str = "source: before: after: since: until: on: is: has:";

impl Query {
    /// Reads a filter as it was typed. A value with blanks stands between quotation marks: `source:"evening post"`.
    pub(super) fn parse(text: &str) -> Self {
        let mut query = Self::default();
        for part in parts(text) {
            match term(&part) {
                None => query.words.extend(part.split_whitespace().filter_map(Word::new)),
                Some(Ok(term)) => query.terms.push(term),
                Some(Err(problem)) => query.problems.push(problem),
            }
        }
        query
    }

    /// Whether folded names and titles are needed to answer it.
    pub(super) fn needs_keys(&self) -> bool {
        !self.words.is_empty() || self.terms.iter().any(|term| matches!(term, Term::Source(_)))
    }

    /// Whether the answer stays the same while the reader reads, stars and bookmarks.
    pub(super) fn is_lasting(&self) -> bool {
        !self.terms.iter().any(|term| matches!(term, Term::Read(_) | Term::Starred | Term::Bookmarked))
    }

    /// Whether everything it asks for was among what an earlier one asked for.
    pub(super) fn narrows(&self, earlier: &Self) -> bool {
        let has_words = earlier.words.iter().all(|before| self.words.iter().any(|word| word.goes_on(before)));
        has_words && earlier.terms.iter().all(|before| self.terms.iter().any(|term| term.narrows(before)))
    }
}

impl Term {
    /// Whether an article meets the condition; `source` is its source's name, folded.
    pub(super) fn is_met(&self, line: &ArticleLine, source: &str) -> bool {
        match self {
            Self::Source(name) => source.contains(name),
            Self::Published(first, last) => line.published.is_some_and(|published| {
                let day = published.day();
                first.is_none_or(|first| day >= first) && last.is_none_or(|last| day <= last)
            }),
            Self::Read(read) => line.read == *read,
            Self::Starred => line.starred,
            Self::Bookmarked => line.bookmarks > 0,
        }
    }

    fn narrows(&self, earlier: &Self) -> bool {
        match (self, earlier) {
            (Self::Source(now), Self::Source(before)) => now.contains(before),
            _ => self == earlier,
        }
    }
}

/// The parts of a filter between blanks, quotation marks taken away.
fn parts(text: &str) -> Vec<String> {
    let mut parts = vec![String::new()];
    let mut is_quoted = false;
    for c in text.chars() {
        match (c, parts.last_mut()) {
            ('"', _) => is_quoted = !is_quoted,
            (c, _) if c.is_whitespace() && !is_quoted => parts.push(String::new()),
            (c, Some(part)) => part.push(c),
            (_, None) => {}
        }
    }
    parts.retain(|part| !part.is_empty());
    parts
}

/// Reads a part as a condition; `None` when it is a word.
fn term(part: &str) -> Option<Result<Term, String>> {
    let (name, value) = part.split_once(':')?;
    let is_name = !name.is_empty() && name.chars().all(|c| c.is_ascii_alphabetic());
    let known = is_name.then(|| name.to_ascii_lowercase())?;
    let term = match known.as_str() {
        "source" if fold::key(value).is_empty() => Err("source: wants a name".to_owned()),
        "source" => Ok(Term::Source(fold::key(value))),
        "before" => days(part, value).map(|(first, _)| Term::Published(None, first.yesterday().ok())),
        "after" => days(part, value).map(|(_, last)| Term::Published(last.tomorrow().ok(), None)),
        "since" => days(part, value).map(|(first, _)| Term::Published(Some(first), None)),
        "until" => days(part, value).map(|(_, last)| Term::Published(None, Some(last))),
        "on" => days(part, value).map(|(first, last)| Term::Published(Some(first), Some(last))),
        "is" => match value.to_ascii_lowercase().as_str() {
            "read" => Ok(Term::Read(true)),
            "unread" => Ok(Term::Read(false)),
            "starred" => Ok(Term::Starred),
            _ => Err(format!("{part} is not known; is: takes unread, read or starred")),
        },
        "has" => match value.to_ascii_lowercase().as_str() {
            "bookmark" | "bookmarks" => Ok(Term::Bookmarked),
            _ => Err(format!("{part} is not known; has: takes bookmark")),
        },
        // `Iran: …` is a word of a title.
        _ if value.is_empty() => return None,
        _ => Err(format!("{name}: is not known; there are {NAMES}")),
    };
    Some(term)
}

/// The first and the last day of a year, a month or a day.
fn days(part: &str, value: &str) -> Result<(Date, Date), String> {
    search::days(value).ok_or_else(|| format!("{part} has no date; write 2024, 2024-02 or 2024-02-01"))
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn words_and_conditions_are_told_apart() {
        let days = |first, last| Term::Published(first, last);
        for (text, words, terms) in [
            ("bridge opens", 2, vec![]),
            ("source:post bridge", 1, vec![Term::Source("post".into())]),
            ("source:\"Évening Post\"", 0, vec![Term::Source("evening post".into())]),
            ("before:2024-02-01", 0, vec![days(None, Some(date(2024, 1, 31)))]),
            ("before:2024", 0, vec![days(None, Some(date(2023, 12, 31)))]),
            ("after:2024-01", 0, vec![days(Some(date(2024, 2, 1)), None)]),
            ("since:2024-01", 0, vec![days(Some(date(2024, 1, 1)), None)]),
            ("until:2024-02", 0, vec![days(None, Some(date(2024, 2, 29)))]),
            ("on:2024-02", 0, vec![days(Some(date(2024, 2, 1)), Some(date(2024, 2, 29)))]),
            ("IS:unread is:starred has:bookmark", 0, vec![Term::Read(false), Term::Starred, Term::Bookmarked]),
            ("Iran: 12:30", 2, vec![]),
        ] {
            let query = Query::parse(text);
            assert_eq!((query.words.len(), query.terms, query.problems), (words, terms, vec![]), "{text}");
        }
    }

    #[test]
    fn what_is_wrong_is_said_and_hides_nothing() {
        for (text, problem) in [
            ("before:2024-13", "before:2024-13 has no date; write 2024, 2024-02 or 2024-02-01"),
            ("on:24-1-1", "on:24-1-1 has no date"),
            ("on:2024-02-30", "on:2024-02-30 has no date"),
            ("on:2024-", "on:2024- has no date"),
            ("after:monday", "after:monday has no date"),
            ("is:old", "is:old is not known; is: takes unread, read or starred"),
            ("has:cake", "has:cake is not known"),
            ("sorce:post", "sorce: is not known; there are source: before:"),
            ("source:", "source: wants a name"),
        ] {
            let query = Query::parse(text);
            assert!(
                query.words.is_empty() && query.terms.is_empty() && query.problems.len() == 1 && query.problems[0].starts_with(problem),
                "{text}: {query:?}"
            );
        }
    }

    #[test]
    fn a_letter_more_narrows() {
        for (now, before, want) in [
            ("bridge", "bridg", true),
            ("bridge o", "bridge", true),
            ("source:pos", "source:po", true),
            ("bridge is:unread", "bridge", true),
            ("bridg", "bridge", false),
            ("on:2024-02", "on:2024", false),
        ] {
            assert_eq!(Query::parse(now).narrows(&Query::parse(before)), want, "{now} / {before}");
        }
    }
}
