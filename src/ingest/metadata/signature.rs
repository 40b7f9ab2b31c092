//! A line right under a headline that names who wrote it without a word that says so: beside a role, an agency, an outlet or a time.

use crate::ingest::agency::is_agency;
use crate::text::fold::key;
use crate::text::span::{Span, after};

use super::byline::{is_role, lone_names};
use super::date::{short_date, weekday, written_dates};
use super::person::is_stock;
use super::source::has_outlet_word;

/// Who such a line names.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Signature {
    pub(super) names: Vec<String>,
    pub(super) agency: Option<String>,
    /// A role, an agency or a time beside the names says that they wrote it.
    pub(super) is_sure: bool,
}

/// The most words of such a line, of a role, and of an outlet's name in it.
const MOST_WORDS: usize = 16;
/// See [`MOST_WORDS`].
const ROLE_WORDS: usize = 4;
/// See [`MOST_WORDS`].
const OUTLET_WORDS: usize = 3;

/// The most parts of such a line that marks divide.
const MOST_PARTS: usize = 4;

/// Words before a role, folded, by language.
const BEFORE_ROLES: &[&str] =
    &["senior", "chief", "staff", "special", "associate", "assistant", "deputy", "guest", "freelance", "contributing"];

/// Words for agencies that are not named, folded, by language.
const SOME_AGENCIES: &[&str] = &["agencies", "agenturen", "agences", "agencias", "агентства", "агенції"];

/// Words before an agency that worked with the author, folded, by language.
const WITH: &[&str] = &["with", "mit", "avec", "con", "с", "з", "за"];

/// Words of clocks and of the furniture around a date, folded, by language.
const AROUND_TIMES: &[&str] =
    &["uhr", "am", "pm", "a.m.", "p.m.", "at", "um", "à", "updated", "published", "posted", "share", "all", "follow"];

/// Reads a line as a signature; `None` when it holds anything else.
pub(super) fn signature(line: &str) -> Option<Signature> {
    if line.split(' ').nth(MOST_WORDS).is_some() || line.contains(['?', '!', '"', '“', '„', '«']) {
        return None;
    }
    let bare = without_dates(line);
    let marked = bare.replace(" - ", "|");
    let parts = marked.split([',', '|', '/', '•', '·', '(', ')', '—', '–', ';']);
    let mut parts = parts.map(without_times).filter(|part| !part.is_empty());
    let has_time = bare.len() < line.len() || marked.split(' ').any(is_time);
    let (names, role) = people(parts.next()?)?;
    let mut found = Signature { names, agency: None, is_sure: has_time || role };
    for (at, part) in parts.enumerate() {
        let is_named = at < MOST_PARTS && found.add(part);
        if !is_named {
            return None;
        }
    }
    Some(found)
}

impl Signature {
    /// Takes what stands beside the names; false when it is nothing that does.
    fn add(&mut self, part: &str) -> bool {
        let (first, rest) = part.split_once(' ').unwrap_or((part, ""));
        let name = if WITH.contains(&key(first).as_str()) { rest } else { part };
        if is_agency(name) || SOME_AGENCIES.contains(&key(name).as_str()) {
            self.agency = Some(name).filter(|name| !SOME_AGENCIES.contains(&key(name).as_str())).map(str::to_owned);
            self.is_sure = true;
            return true;
        }
        let words = name.split(' ').count();
        if is_role(name) && words <= ROLE_WORDS {
            self.agency = self.agency.take().or_else(|| Some(first).filter(|first| is_agency(first)).map(str::to_owned));
            self.is_sure = true;
            return true;
        }
        words <= OUTLET_WORDS && name.split(' ').all(|word| word.starts_with(char::is_uppercase))
    }
}

/// The names that are a part, and whether a role stands behind them: `Jane Smith Senior Contributor`.
fn people(part: &str) -> Option<(Vec<String>, bool)> {
    let is_person = |names: &Vec<String>| names.iter().all(|name| !is_agency(name) && !has_outlet_word(name) && !is_stock(name));
    let words: Vec<&str> = part.split(' ').collect();
    let start = words.iter().position(|word| BEFORE_ROLES.contains(&key(word).as_str()) || is_role(word)).unwrap_or(words.len());
    let (name, role) = (words.get(..start)?.join(" "), words.get(start..)?.join(" "));
    if !role.is_empty() && !is_role(&role) {
        return None;
    }
    lone_names(&name).filter(is_person).map(|names| (names, !role.is_empty()))
}

/// The line without the dates in it.
fn without_dates(line: &str) -> String {
    let mut dates: Vec<Span> = written_dates(line).into_iter().map(|date| date.span).collect();
    if dates.is_empty() {
        dates.extend(short_date(line).map(|date| date.span));
    }
    let mut out = String::with_capacity(line.len());
    let mut from = 0;
    for date in dates {
        out.push_str(Span::new(from, date.start.max(from)).of(line));
        out.push('|');
        from = date.end.max(from);
    }
    out.push_str(after(line, from));
    out
}

/// A part without the words of times around it.
fn without_times(part: &str) -> &str {
    let mut part = part.trim();
    while !part.is_empty() {
        let (first, rest) = part.split_once(' ').unwrap_or((part, ""));
        let (front, last) = part.rsplit_once(' ').unwrap_or(("", part));
        part = if is_time(first) {
            rest.trim_start()
        } else if is_time(last) {
            front.trim_end()
        } else {
            break;
        };
    }
    part
}

/// Whether a word is a clock's, a weekday or one around them.
fn is_time(word: &str) -> bool {
    let bare = key(word.trim_matches([',', '|', ':', '.']));
    let is_clock = bare.starts_with(|c: char| c.is_ascii_digit()) && (bare.contains([':', '.']) || bare.ends_with(['m', 'h']));
    !bare.is_empty() && (is_clock || AROUND_TIMES.contains(&bare.as_str()) || (bare.chars().count() > 2 && weekday(&bare).is_some()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn who_a_line_names() {
        for (line, names, agency, is_sure) in [
            ("Jane Smith, AP Science Writer", "Jane Smith", Some("AP"), true),
            ("JANE SMITH, FUTURES", "Jane Smith", None, false),
            ("February 5, 2024 Jane Smith", "Jane Smith", None, true),
            ("Jane Smith Senior Contributor", "Jane Smith", None, true),
            ("Jane Smith / Staff reporter", "Jane Smith", None, true),
            ("Jane Smith — Monday, 5 February 2024, 14:10", "Jane Smith", None, true),
            ("Олена Коваль — понеділок, 5 лютого 2024, 14:10", "Олена Коваль", None, true),
            ("H. Dufour (avec AFP)", "H. Dufour", Some("AFP"), true),
            ("M. Ibáñez / Agencias", "M. Ibáñez", None, true),
            ("05.02.24, 14:10 Uhr | Johanna Köhler, dpa", "Johanna Köhler", Some("dpa"), true),
            ("17:55 Ketil Brandvik", "Ketil Brandvik", None, true),
            ("Jane Smith", "Jane Smith", None, false),
        ] {
            let want = Signature { names: vec![names.to_owned()], agency: agency.map(str::to_owned), is_sure };
            assert_eq!(signature(line), Some(want), "{line}");
        }
        for line in [
            "Orne Gazette, 5 February 2024",
            "Lamp of the lighthouse to be repaired",
            "5 February 2024",
            "Jane Smith, who keeps the lamp",
            "Reuters, Orne",
            "Pixabay Pictures, 5 February 2024",
            "",
        ] {
            assert_eq!(signature(line), None, "{line}");
        }
    }
}
