//! What is searched for: words, phrases, beginnings of words, what must not be there, and conditions such as `source:post`; what is wrong in
//! it is said with its place.

use std::fmt;

use jiff::civil::Date;

use super::days::days;
use super::words::{is_dense, pieces};
use crate::text::span::Span;

/// A search as it was meant.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Search {
    /// All of these must hold.
    pub(super) clauses: Vec<Clause>,
    /// What the reader did with an article.
    pub(super) states: Vec<State>,
}

/// One of several things must be there, or none of them may be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Clause {
    pub(super) any_of: Vec<Wanted>,
    pub(super) is_excluded: bool,
}

/// Something that the index can find.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Wanted {
    /// These pieces, one behind the other.
    Words { place: Place, keys: Vec<String>, is_beginning: bool },
    /// Published on one of these days, both included.
    Published(Option<Date>, Option<Date>),
}

/// Where words are looked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Place {
    Text,
    Title,
    Source,
    Author,
}

/// A condition on what the reader did, or on the event.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum State {
    Read(bool),
    Starred(bool),
    Bookmarked(bool),
    Event(i64),
}

/// What is wrong in a query, and where.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    /// The character it begins at, counted from 1.
    pub column: usize,
    /// What is wrong, a clause.
    pub what: String,
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "column {}: {}", self.column, self.what)
    }
}

/// The conditions there are, as they are written.
const NAMES: &str = "source: author: title: before: after: since: until: on: event: is: has:";

/// The fewest letters that may stand for all words that begin so.
const SHORTEST_BEGINNING: usize = 2;

/// What a part of a query asks for.
enum Meaning {
    Find(Wanted),
    Keep(State),
}

impl Search {
    /// Reads a query as it was typed.
    ///
    /// # Errors
    /// The first thing that is wrong in it.
    pub fn parse(text: &str) -> Result<Self, Problem> {
        let mut search = Self::default();
        let mut joins: Option<usize> = None;
        for part in parts(text)? {
            if part.is_or(text) {
                if joins.is_some() || search.clauses.is_empty() {
                    return Err(part.problem(text, "OR stands between two things to look for"));
                }
                joins = Some(part.span.start);
                continue;
            }
            search.take(&part, text, joins.take().is_some())?;
        }
        if let Some(start) = joins {
            return Err(problem(text, start, "OR stands between two things to look for"));
        }
        let is_something = !search.states.is_empty() || search.clauses.iter().any(|clause| !clause.is_excluded);
        if is_something { Ok(search) } else { Err(problem(text, 0, "nothing to look for; name a word that is to be there")) }
    }

    fn take(&mut self, part: &Part, text: &str, is_joined: bool) -> Result<(), Problem> {
        match (part.meaning(text)?, self.clauses.last_mut()) {
            (Meaning::Find(wanted), Some(last)) if is_joined => {
                if part.is_excluded || last.is_excluded {
                    return Err(part.problem(text, "OR cannot join what must not be there"));
                }
                last.any_of.push(wanted);
            }
            (Meaning::Keep(_), _) if is_joined => return Err(part.problem(text, "OR joins words, names and days only")),
            (Meaning::Find(wanted), _) => self.clauses.push(Clause { any_of: vec![wanted], is_excluded: part.is_excluded }),
            (Meaning::Keep(state), _) => self.states.push(state),
        }
        Ok(())
    }

    /// The words and phrases that are looked for in texts, to be shown where they stand.
    pub(super) fn shown(&self) -> impl Iterator<Item = (&[String], bool)> {
        let clauses = self.clauses.iter().filter(|clause| !clause.is_excluded);
        clauses.flat_map(|clause| &clause.any_of).filter_map(|wanted| match wanted {
            Wanted::Words { place: Place::Text | Place::Title, keys, is_beginning } => Some((keys.as_slice(), *is_beginning)),
            _ => None,
        })
    }
}

/// A part of a query: what stands between two blanks outside of quotation marks.
struct Part {
    /// All of it.
    span: Span,
    is_excluded: bool,
    /// The name before the colon.
    name: Option<Span>,
    /// The rest, marks and star taken away.
    value: Span,
    is_phrase: bool,
    is_beginning: bool,
}

impl Part {
    fn is_or(&self, text: &str) -> bool {
        !self.is_phrase && self.span.of(text) == "OR"
    }

    fn problem(&self, text: &str, what: &str) -> Problem {
        problem(text, self.span.start, what)
    }

    fn meaning(&self, text: &str) -> Result<Meaning, Problem> {
        let value = self.value.of(text);
        let name = self.name.map_or("", |name| name.of(text)).to_ascii_lowercase();
        let words = |place| self.words(text, place).map(Meaning::Find);
        let published = |first, last| Ok(Meaning::Find(Wanted::Published(first, last)));
        let (first, last) = match name.as_str() {
            "before" | "after" | "since" | "until" | "on" => {
                let wrong = || self.problem(text, &format!("“{value}” is no date; write 2024, 2024-02 or 2024-02-01"));
                days(value).ok_or_else(wrong)?
            }
            _ => (Date::ZERO, Date::ZERO),
        };
        match name.as_str() {
            "" => words(Place::Text),
            "source" => words(Place::Source),
            "author" => words(Place::Author),
            "title" => words(Place::Title),
            "before" => published(None, first.yesterday().ok()),
            "after" => published(last.tomorrow().ok(), None),
            "since" => published(Some(first), None),
            "until" => published(None, Some(last)),
            "on" => published(Some(first), Some(last)),
            "is" | "has" => self.state(text, &name, value).map(Meaning::Keep),
            "event" if self.is_excluded => Err(self.problem(text, "an event can be asked for, not left out")),
            "event" => value
                .parse()
                .map(|number| Meaning::Keep(State::Event(number)))
                .map_err(|_| self.problem(text, "an event is named by its number in `parallax events`")),
            _ => Err(self.problem(text, &format!("{name}: is not known; there are {NAMES} (a colon in a text stands in quotation marks)"))),
        }
    }

    fn state(&self, text: &str, name: &str, value: &str) -> Result<State, Problem> {
        let holds = !self.is_excluded;
        match (name, value.to_ascii_lowercase().as_str()) {
            ("is", "read") => Ok(State::Read(holds)),
            ("is", "unread") => Ok(State::Read(!holds)),
            ("is", "starred") => Ok(State::Starred(holds)),
            ("has", "bookmark" | "bookmarks") => Ok(State::Bookmarked(holds)),
            ("is", _) => Err(self.problem(text, "is: takes unread, read or starred")),
            _ => Err(self.problem(text, "has: takes bookmark")),
        }
    }

    fn words(&self, text: &str, place: Place) -> Result<Wanted, Problem> {
        let keys: Vec<String> = pieces(self.value.of(text)).into_iter().map(|piece| piece.key).collect();
        let Some(last) = keys.last() else {
            return Err(self.problem(text, &format!("no letter or figure in “{}”", self.span.of(text))));
        };
        // A word that is one character of a script without blanks stands inside the pairs of the index.
        let is_one_character = keys.len() == 1 && last.chars().nth(1).is_none() && last.chars().all(is_dense);
        if self.is_beginning && !is_one_character && last.chars().count() < SHORTEST_BEGINNING {
            return Err(self.problem(text, "two letters at least stand before *"));
        }
        Ok(Wanted::Words { place, is_beginning: self.is_beginning || is_one_character, keys })
    }
}

fn problem(text: &str, at: usize, what: &str) -> Problem {
    Problem { column: Span::new(0, at).of(text).chars().count() + 1, what: what.to_owned() }
}

/// Cuts a query into its parts.
fn parts(text: &str) -> Result<Vec<Part>, Problem> {
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(start) = first(text, at, |c| !c.is_whitespace()) {
        let (part, end) = part(text, start)?;
        found.push(part);
        at = end;
    }
    Ok(found)
}

/// The first byte from `at` on whose character is like that.
fn first(text: &str, at: usize, is_it: impl Fn(char) -> bool) -> Option<usize> {
    Span::new(at, text.len()).of(text).char_indices().find(|(_, c)| is_it(*c)).map(|(byte, _)| at + byte)
}

/// The part that starts at a byte, and where it ends.
fn part(text: &str, start: usize) -> Result<(Part, usize), Problem> {
    let is_mark = |c: char| matches!(c, '"' | '“' | '”' | '„' | '«' | '»');
    let from = |at: usize| Span::new(at, text.len()).of(text);
    let is_excluded = from(start).starts_with('-');
    let begin = start + usize::from(is_excluded);
    let letters = from(begin).bytes().take_while(u8::is_ascii_alphabetic).count();
    let is_named = letters > 0 && from(begin + letters).starts_with(':');
    let name = is_named.then(|| Span::new(begin, begin + letters));
    let value = begin + if is_named { letters + 1 } else { 0 };
    let quoted = from(value).chars().next().filter(|c| is_mark(*c)).map(|mark| value + mark.len_utf8());
    let close = |open: usize| first(text, open, is_mark).ok_or_else(|| problem(text, value, "the quotation mark is not closed"));
    let (value, end) = if let Some(open) = quoted {
        let close = close(open)?;
        (Span::new(open, close), close + from(close).chars().next().map_or(0, char::len_utf8))
    } else {
        let end = first(text, value, |c| c.is_whitespace() || is_mark(c)).unwrap_or(text.len());
        let beginning = Span::new(value, end).of(text).trim_end_matches('*').len();
        (Span::new(value, value + beginning), value + beginning)
    };
    let asterisks = from(end).bytes().take_while(|byte| *byte == b'*').count();
    let span = Span::new(start, end + asterisks);
    Ok((Part { span, is_excluded, name, value, is_phrase: quoted.is_some(), is_beginning: asterisks > 0 }, span.end))
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    fn words(place: Place, text: &str) -> Wanted {
        let is_beginning = text.ends_with('*');
        let keys = text.trim_end_matches('*').split(' ').map(str::to_owned).collect();
        Wanted::Words { place, keys, is_beginning }
    }

    fn clause(any_of: Vec<Wanted>) -> Clause {
        Clause { any_of, is_excluded: false }
    }

    #[test]
    fn queries_are_read() {
        let word = |text| words(Place::Text, text);
        let not = |wanted| Clause { any_of: vec![wanted], is_excluded: true };
        for (text, clauses, states) in [
            ("Old quay", vec![clause(vec![word("old")]), clause(vec![word("quay")])], vec![]),
            ("\"Old quay\" -ferry", vec![clause(vec![word("old quay")]), not(word("ferry"))], vec![]),
            ("quay OR “old port” harb*", vec![clause(vec![word("quay"), word("old port")]), clause(vec![word("harb*")])], vec![]),
            ("half-time", vec![clause(vec![word("half time")])], vec![]),
            ("source:\"Évening Post\"", vec![clause(vec![words(Place::Source, "evening post")])], vec![]),
            ("-source:post pier", vec![not(words(Place::Source, "post")), clause(vec![word("pier")])], vec![]),
            ("\"going ma\"*", vec![clause(vec![word("going ma*")])], vec![]),
            ("or", vec![clause(vec![word("or")])], vec![]),
            ("京 東京都", vec![clause(vec![word("京*")]), clause(vec![word("東京 京都")])], vec![]),
            ("is:unread event:7 -has:bookmark", vec![], vec![State::Read(false), State::Event(7), State::Bookmarked(false)]),
            ("after:2024-01", vec![clause(vec![Wanted::Published(Some(date(2024, 2, 1)), None)])], vec![]),
            ("\"10:30\"", vec![clause(vec![word("10 30")])], vec![]),
            ("10:30", vec![clause(vec![word("10 30")])], vec![]),
        ] {
            assert_eq!(Search::parse(text), Ok(Search { clauses, states }), "{text}");
        }
    }

    #[test]
    fn what_is_wrong_is_said_with_its_place() {
        for (text, want) in [
            ("", "column 1: nothing to look for"),
            ("-ferry", "column 1: nothing to look for"),
            ("pier “old quay", "column 6: the quotation mark is not closed"),
            ("é sorce:post", "column 3: sorce: is not known; there are source: author:"),
            ("pier before:2024-13", "column 6: “2024-13” is no date"),
            ("pier -- quay", "column 6: no letter or figure in “--”"),
            ("pier a*", "column 6: two letters at least"),
            ("OR pier", "column 1: OR stands between"),
            ("pier OR", "column 6: OR stands between"),
            ("pier OR -quay", "column 9: OR cannot join"),
            ("pier OR is:read", "column 9: OR joins words"),
            ("is:old", "column 1: is: takes"),
            ("has:cake", "column 1: has: takes"),
            ("event:first", "column 1: an event is named by its number"),
            ("source:", "column 1: no letter or figure in “source:”"),
        ] {
            let said = Search::parse(text).unwrap_err().to_string();
            assert!(said.starts_with(want), "{text}: {said}");
        }
    }
}
