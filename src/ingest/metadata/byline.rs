//! Reads bylines of all shapes: who wrote it, in one line with or without a cue, a role and a date.

use crate::ingest::agency::{is_agency, names_agency};
use crate::text::fold::key;
use crate::text::span::{after, before};

use super::date::written_dates;

mod line;
mod words;

pub(in crate::ingest) use line::Line;
use words::{CREDITS, CUES, DESKS, PARTICLES, PLACE_WORDS, ROLES};

/// A line that names who wrote the report.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::ingest) struct Byline {
    /// The names in the line's order, each once.
    pub(in crate::ingest) names: Vec<String>,
    /// The agency that is named beside people.
    pub(in crate::ingest) agency: Option<String>,
    /// Whether a word says that it is a byline (`By`, `Author:`); else only its form does.
    pub(in crate::ingest) has_cue: bool,
}

/// The most words a byline has.
const LONGEST: usize = 40;

/// Reads a block as a byline; `None` when it is none.
pub(in crate::ingest) fn byline(block: &str) -> Option<Byline> {
    if block.split_whitespace().nth(LONGEST).is_some() {
        return None;
    }
    Line::of(block).byline(&written_dates(block))
}

/// The agency beside people: among the names, or behind a mark of the line.
fn agency_among(names: &[String], line: &str) -> Option<String> {
    let behind = |name: &String| name.match_indices(' ').map(|(at, _)| after(name, at + 1)).find(|rest| is_agency(rest)).map(str::to_owned);
    let alone = || names.iter().find(|name| names_agency(name)).filter(|_| !names.iter().all(|name| names_agency(name))).cloned();
    // `The` begins no name of a person, but that of an agency.
    let behind_mark =
        || line.split([',', '|', '/', '•', '·', '(', ')']).skip(1).map(str::trim).find(|part| is_agency(part)).map(str::to_owned);
    alone().or_else(|| names.iter().find_map(behind)).or_else(behind_mark)
}

/// The names without the agencies they work for; an agency that stands alone stays.
fn without_agencies(names: Vec<String>) -> Vec<String> {
    let person = |name: &String| {
        let words: Vec<&str> = name.split(' ').collect();
        let own = (1..words.len()).find(|&at| is_agency(&words[at..].join(" "))).unwrap_or(words.len());
        (!names_agency(name)).then(|| unshout(&words[..own].join(" ")))
    };
    let people: Vec<String> = names.iter().filter_map(person).collect();
    if people.is_empty() { names } else { people }
}

/// Whether the block is a word such as `By` alone, whose names stand in the next one.
pub(in crate::ingest) fn is_cue(block: &str) -> bool {
    CUES.contains(&key(block).trim_end_matches(':'))
}

/// The names of a block that is names and nothing else.
pub(in crate::ingest) fn lone_names(block: &str) -> Option<Vec<String>> {
    Line::of(block).lone_names()
}

/// The names that a text begins with, whatever follows them: an element that is named for the author holds roles and buttons as well.
pub(super) fn leading_names(text: &str) -> Option<Vec<String>> {
    let line = Line::of(text);
    let (names, _) = line.cue().map_or_else(|| line.read_names(0), |start| line.read_names(start));
    let names: Vec<String> = names.into_iter().filter(|name| (2..=4).contains(&name.split(' ').count())).collect();
    (!names.is_empty()).then(|| without_agencies(names))
}

/// The name before a place (`Jane Smith in Upper Orne`), when the line holds nothing else.
pub(in crate::ingest) fn name_in_place(block: &str) -> Option<Vec<String>> {
    let (name, place) = PLACE_WORDS.iter().find_map(|word| block.split_once(word))?;
    let place: Vec<&str> = place.split(' ').collect();
    let is_place = (1..=MOST_PLACE_WORDS).contains(&place.len()) && place.iter().all(|word| word.starts_with(char::is_uppercase));
    if is_place && !block.ends_with(['.', '!', '?']) { lone_names(name) } else { None }
}

/// The most words of a place.
const MOST_PLACE_WORDS: usize = 4;

/// A name all in capitals as it is written elsewhere: `JANE SMITH` is Jane Smith.
pub(in crate::ingest) fn unshout(name: &str) -> String {
    let letters = name.chars().filter(|c| c.is_alphabetic()).count();
    if letters < 5 || name.chars().any(char::is_lowercase) {
        return name.to_owned();
    }
    let mut at_start = true;
    let mut out = String::with_capacity(name.len());
    for c in name.chars() {
        if at_start {
            out.push(c);
        } else {
            out.extend(c.to_lowercase());
        }
        at_start = !c.is_alphabetic();
    }
    out
}

/// Whether a small word may stand inside a name.
pub(super) fn is_particle(word: &str) -> bool {
    PARTICLES.contains(&word)
}

/// Whether a name is a desk's.
pub(super) fn is_desk(name: &str) -> bool {
    let folded = key(name);
    DESKS.iter().any(|desk| folded.ends_with(&format!(" {desk}")))
}

/// Whether the words are a role and no name: `Science Editor`.
pub(super) fn is_role(name: &str) -> bool {
    key(name).split(' ').next_back().is_some_and(|last| ROLES.contains(&last))
}

/// Where two words that were glued together part: `CourierPetra` after `Courier`; names such as `McDonald` are one word.
pub(in crate::ingest) fn seam(word: &str) -> Option<usize> {
    if word.bytes().skip(1).all(|byte| byte.is_ascii_lowercase()) {
        return None;
    }
    let mut previous = None;
    for (at, c) in word.char_indices() {
        if c.is_uppercase() && previous.is_some_and(char::is_lowercase) {
            let (head, tail) = (before(word, at), after(word, at));
            if head.chars().count() >= 3 && tail.chars().nth(1).is_some_and(char::is_lowercase) && !CREDITS.contains(&head) {
                return Some(at);
            }
        }
        previous = Some(c);
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bylines_of_all_shapes() {
        for (line, want) in [
            ("By Jane Smith", vec!["Jane Smith"]),
            ("by Jane Smith February 5, 2024 2:23 PM 3 min read", vec!["Jane Smith"]),
            ("By JANE SMITH and JOHN MCKAY", vec!["Jane Smith", "John Mckay"]),
            ("Jane Smith Published February 5, 2024 | 02:10 AM", vec!["Jane Smith"]),
            ("Jane Smith February 5, 2024 11:03 PM", vec!["Jane Smith"]),
            ("By Jane Smith, John Q. Public and Ana de la Cruz", vec!["Jane Smith", "John Q. Public", "Ana de la Cruz"]),
            ("By J. R. Hartley, Staff Writer", vec!["J. R. Hartley"]),
            ("Author: Jane Smith", vec!["Jane Smith"]),
            ("Authors: Jane Smith, The Harbour Post news desk", vec!["Jane Smith", "The Harbour Post news desk"]),
            ("by Jane Smith and The Harbour Post news desk February 5, 2024", vec!["Jane Smith and The Harbour Post news desk"]),
            ("By Jane Smith, Harbour.com", vec!["Jane Smith"]),
            ("By Jane Smith - Harbour Contributor 2024-02-05", vec!["Jane Smith"]),
            ("By Jane Smith, Associated Press", vec!["Jane Smith"]),
            ("By Jane Smith Associated Press", vec!["Jane Smith"]),
            ("By JANE SMITH, Harbour Wire", vec!["Jane Smith"]),
            ("By Associated Press", vec!["Associated Press"]),
            ("By Jane SmithJane Smith", vec!["Jane Smith"]),
            ("By Jane Smith By Jane Smith", vec!["Jane Smith"]),
            ("Written by Jean-Luc Martin", vec!["Jean-Luc Martin"]),
            ("Published: 5 February 2024 By Jane Smith", vec!["Jane Smith"]),
            ("Von Max Müller, 5. Februar 2024", vec!["Max Müller"]),
            ("Par Anne Dupont et Luc Petit", vec!["Anne Dupont", "Luc Petit"]),
            ("Автор: Иван Петров", vec!["Иван Петров"]),
            ("Reporting by Jane Smith; Editing by John Public", vec!["Jane Smith"]),
            ("Created 5 February 2024 by Jane Smith", vec!["Jane Smith"]),
            ("Erstellt von Max Müller am Montag, 5. Februar 2024", vec!["Max Müller"]),
            ("Author Jane SmithCategories Ships", vec!["Jane Smith"]),
            ("By Jane Smith, Political Editor, and John Public", vec!["Jane Smith", "John Public"]),
            ("By JANE SMITH and JOHN PUBLIC Associated Press", vec!["Jane Smith", "John Public"]),
            ("Jane Smith · Harbour News · Posted: Feb 5, 2024 9:27 AM", vec!["Jane Smith"]),
            ("Jana Schmidt (dpa) 05.02.2024", vec!["Jana Schmidt"]),
            ("Jana Schmidt Redakteurin 5. Februar 2024", vec!["Jana Schmidt"]),
            ("Von: Jana Schmidt Stand: 06.02.2024", vec!["Jana Schmidt"]),
            ("Text: Jana Schmidt; Fotos: Karl Maier", vec!["Jana Schmidt"]),
            ("Propos recueillis par Jeanne Dupont", vec!["Jeanne Dupont"]),
        ] {
            assert_eq!(byline(line).map(|b| b.names), Some(want.into_iter().map(str::to_owned).collect()), "{line}");
        }
    }

    #[test]
    fn what_is_no_byline() {
        for line in [
            "The bridge was built by Jane Smith in 1904, and nobody had repaired it since.",
            "Monday, February 5, 2024",
            "Published February 5, 2024",
            "Published February 5, 2024 in Politics",
            "Physicists Just Created a Harbour in a Box",
            "Step by step",
            "By the sea",
            "Por Redacción",
            "Text Size",
            "Top News February 5, 2024",
            "Author: Ship24 at sea",
            "This report was first published by Futures and is printed here again.",
            "The bridge was opened on 5 February 2024 by Jane Smith, the mayor of the old town, who had asked for it ever since she was young and poor.",
        ] {
            assert_eq!(byline(line), None, "{line}");
        }
    }

    #[test]
    fn glued_words_part_and_names_do_not() {
        for (word, want) in [
            ("CourierPetra", Some(7)),
            ("McDonald", None),
            ("MacArthur", None),
            ("SmithFebruary", Some(5)),
            ("iPhone", None),
            ("USA", None),
        ] {
            assert_eq!(seam(word), want, "{word}");
        }
    }

    #[test]
    fn a_line_of_names_alone() {
        assert_eq!(lone_names("Jane Smith and John Public"), Some(vec!["Jane Smith".to_owned(), "John Public".to_owned()]));
        for line in ["Politics", "Ships return to harbour", "Jane Smith leaves"] {
            assert_eq!(lone_names(line), None, "{line}");
        }
    }

    #[test]
    fn names_before_roles_and_buttons() {
        for (text, want) in [
            ("Jane Smith / HPN / Updated: 5 February 2024 Share Text Size", vec!["Jane Smith"]),
            ("By Jane Smith | John Public Follow", vec!["Jane Smith", "John Public"]),
            ("Jane Smith, Staff Attorney, Town Hall", vec!["Jane Smith"]),
            ("News Jane Smith", vec![]),
            ("Ships", vec![]),
        ] {
            assert_eq!(leading_names(text).unwrap_or_default(), want, "{text}");
        }
    }

    #[test]
    fn a_name_in_a_place() {
        for (line, want) in [
            ("Jane Smith in Upper Orne", Some("Jane Smith")),
            ("Max Müller in Berlin", Some("Max Müller")),
            ("Anne Dupont à Paris", Some("Anne Dupont")),
            ("Ana Ruiz en Buenos Aires", Some("Ana Ruiz")),
            ("Иван Петров в Москве", Some("Иван Петров")),
            ("Іван Петренко у Києві", Some("Іван Петренко")),
            ("Jane Smith in trouble", None),
            ("Fire in Upper Orne", None),
            ("Jane Smith", None),
        ] {
            assert_eq!(name_in_place(line), want.map(|name| vec![name.to_owned()]), "{line}");
        }
    }
}
