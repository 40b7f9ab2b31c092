//! Problems in a file of the reader's own (configuration, keys, theme): collected with file and line, shown once, never fatal.

use std::fmt;
use std::ops::Range;

/// One problem.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Diagnostic {
    /// The file's name.
    pub file: String,
    /// The line, counted from 1; 0 for the file as a whole.
    pub line: usize,
    /// What is wrong.
    pub message: String,
}

impl fmt::Display for Diagnostic {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.line {
            0 => write!(f, "{}: {}", self.file, self.message),
            line => write!(f, "{}:{line}: {}", self.file, self.message),
        }
    }
}

/// Collects the problems of one file.
#[derive(Debug)]
pub(crate) struct Located<'a> {
    file: &'a str,
    text: &'a str,
    found: Vec<Diagnostic>,
}

impl<'a> Located<'a> {
    pub(crate) fn new(file: &'a str, text: &'a str) -> Self {
        Self { file, text, found: Vec::new() }
    }

    /// Notes a problem at a byte range of the file.
    pub(crate) fn report(&mut self, place: Option<Range<usize>>, message: &str) {
        let start = place.map_or(0, |range| range.start);
        let line = 1 + self.text.bytes().take(start).filter(|&b| b == b'\n').count();
        self.found.push(Diagnostic { file: self.file.to_owned(), line, message: message.to_owned() });
    }

    /// Notes a name that nothing has, with the nearest that something has.
    pub(crate) fn unknown<'n>(&mut self, place: Range<usize>, what: &str, name: &str, known: impl Iterator<Item = &'n str>) {
        let hint = nearest(name, known).map(|near| format!("; did you mean `{near}`?")).unwrap_or_default();
        self.report(Some(place), &format!("no {what} is called `{name}`{hint}"));
    }

    pub(crate) fn into_diagnostics(mut self) -> Vec<Diagnostic> {
        self.found.sort_by_key(|found| found.line);
        self.found
    }
}

/// The known name most like a mistyped one, if any is alike enough.
#[must_use]
pub fn nearest<'n>(name: &str, known: impl Iterator<Item = &'n str>) -> Option<&'n str> {
    /// Below this, two names have too little in common to suggest one for the other.
    const ALIKE: f32 = 0.6;
    let likeness = |other: &str| similar::TextDiff::from_chars(name, other).ratio();
    let best = known.map(|other| (likeness(other), other)).max_by(|a, b| a.0.total_cmp(&b.0))?;
    (best.0 >= ALIKE).then_some(best.1)
}
