//! Names of authors as pages state them one by one, without cues, roles, addresses and outlets.

use crate::ingest::agency::{is_agency, names_agency};
use crate::text::fold::key;

use super::byline::{byline, is_desk, is_particle, is_role, lone_names, unshout};
use super::site::Site;

/// The most authors of a report.
const MOST_NAMES: usize = 60;

/// The most words of an author's name.
const LONGEST_NAME: usize = 6;

/// The names in statements, each once; an agency and the site's own desk stay only when nobody else is named.
pub(super) fn names(written: &[String], site: &Site<'_>) -> Vec<String> {
    let mut names: Vec<String> = Vec::new();
    for name in written.iter().take(MOST_NAMES).flat_map(|written| in_statement(written, site)) {
        if !site.is(&name) && !names.iter().any(|known| key(known) == key(&name)) {
            names.push(name);
        }
    }
    let is_person = |name: &String| !names_agency(name) && !is_organisation(name, site);
    if names.iter().any(is_person) {
        names.retain(is_person);
    }
    without_lone_words(names)
}

/// Beside people with their full names a word alone is a place, an outlet or a role: `Jane Smith, Futures`.
pub(super) fn without_lone_words(mut names: Vec<String>) -> Vec<String> {
    if names.iter().any(|name| name.contains(' ')) {
        names.retain(|name| name.contains(' '));
    }
    names
}

/// Whether all of some names are among others.
pub(super) fn have_all(names: &[String], some: &[String]) -> bool {
    some.iter().all(|name| names.iter().any(|known| key(known) == key(name)))
}

/// The names in one statement.
fn in_statement(written: &str, site: &Site<'_>) -> Vec<String> {
    let written = written.trim().trim_end_matches([',', ';']);
    if written.contains("://") || written.starts_with(['@', '/', '{']) {
        return Vec::new();
    }
    let bare = without_addresses(written);
    // `Jane Smith for The Harbour Post`
    let bare =
        bare.split_once(" for ").filter(|(_, rest)| rest.starts_with(char::is_uppercase)).map_or(&*bare, |(name, _)| name).to_owned();
    let desk = site.begins(&bare) && bare.split(' ').count() <= LONGEST_NAME;
    if desk {
        return vec![bare];
    }
    let cued = byline(&bare).filter(|found| found.has_cue).map(|found| found.names);
    if let Some(names) = cued.or_else(|| lone_names(&bare)) {
        return names.into_iter().filter(|name| is_somebody(name)).collect();
    }
    // Between semicolons stands a person each, with roles behind commas.
    let people: Vec<&str> = if bare.contains(';') {
        bare.split(';').filter_map(|part| part.split(',').next()).collect()
    } else {
        bare.split([',', '|', '&', '/', '•', '·', '+']).flat_map(|part| part.split(" and ")).flat_map(|part| part.split(" und ")).collect()
    };
    let parts = people.into_iter().map(|part| part.trim().trim_start_matches("By ").trim_start_matches("by ").trim());
    let names = parts.flat_map(|part| lone_names(part).unwrap_or_else(|| vec![unshout(part)]));
    names.filter(|name| is_somebody(name)).collect()
}

/// Whether a part of a statement names somebody: with a capital, and no role, degree, button or account of the site.
fn is_somebody(name: &str) -> bool {
    let words: Vec<&str> = name.split(' ').collect();
    let is_named = name.chars().any(|c| c.is_alphabetic() && !c.is_lowercase());
    // `Show all posts` is a button; one small word may be a part of a name.
    let small = words.iter().filter(|word| word.starts_with(char::is_lowercase) && !is_particle(word)).count();
    (1..=LONGEST_NAME).contains(&words.len())
        && is_named
        && small <= 1
        && name.chars().count() > 1
        && !name.contains(char::is_numeric)
        && !is_nobody(name)
        && !is_host(name)
        && (is_desk(name) || !is_role(name))
}

/// Whether beside people the name is an organisation's: the site's own with a word behind it, or a few capitals.
fn is_organisation(name: &str, site: &Site<'_>) -> bool {
    // Agencies' own desks: `AP Auto Writer`.
    let of_agency =
        || matches!(name.split_once(' '), Some((first, rest)) if is_agency(first) && rest.split(' ').count() <= 2 && first.len() <= 3);
    let is_body = || key(name).split(' ').any(|word| ORGANISATIONS.contains(&word));
    site.begins(name) || of_agency() || is_body() || (name.len() <= 5 && name.trim_end_matches('.').chars().all(char::is_uppercase))
}

/// Words in the names of bodies that people belong to, folded, by language.
const ORGANISATIONS: &[&str] = &[
    "university",
    "institute",
    "college",
    "department",
    "foundation",
    "hospital",
    "laboratory",
    "society",
    "association",
    "ministry",
    "company",
    "inc",
    "ltd",
    "llc",
    "gmbh",
    "universitat",
    "institut",
    "hochschule",
    "verein",
    "stiftung",
    "ministerium",
    "universite",
    "fondation",
    "ministere",
    "universidad",
    "instituto",
    "fundacion",
    "ministerio",
    "университет",
    "институт",
    "фонд",
    "університет",
    "інститут",
];

/// Whether the name is an address: `harbourpost.example`.
fn is_host(name: &str) -> bool {
    let end = name.rsplit_once('.').map(|(_, end)| end);
    !name.contains(' ') && end.is_some_and(|end| (2..=4).contains(&end.len()) && end.bytes().all(|byte| byte.is_ascii_alphabetic()))
}

/// Accounts and roles that are nobody's name, degrees and buttons, folded, by language.
const NOBODY: &[&str] = &[
    "admin",
    "administrator",
    "root",
    "user",
    "guest",
    "guest author",
    "guest post",
    "editor",
    "editors",
    "staff",
    "staff writer",
    "staff reporter",
    "webmaster",
    "web desk",
    "anonymous",
    "agency",
    "agencies",
    "news agencies",
    "unknown",
    "author",
    "authors",
    "contributor",
    "contributors",
    "none",
    "null",
    "undefined",
    "published",
    "posted",
    "follow",
    "show authors",
    "show more",
    "by",
    "phd",
    "ph.d",
    "ph.d.",
    "md",
    "m.d.",
    "dr",
    "dr.",
    "prof",
    "prof.",
    "ma",
    "msc",
    "ba",
    "mba",
    "jr",
    "jr.",
    "esq",
    "redaktion",
    "die redaktion",
    "redaktor",
    "gastautor",
    "gastbeitrag",
    "unbekannt",
    "von",
    "folgen",
    "redaction",
    "la redaction",
    "par",
    "redaccion",
    "la redaccion",
    "por",
    "редакция",
    "редактор",
    "админ",
    "автор",
    "редакція",
    "адмін",
];

fn is_nobody(name: &str) -> bool {
    NOBODY.contains(&key(name).as_str())
}

/// The words without mail addresses, names with `@`, and what stands in brackets.
fn without_addresses(written: &str) -> String {
    let mut out = String::with_capacity(written.len());
    let mut depth = 0_usize;
    for word in written.split_whitespace() {
        depth += word.matches(['(', '[', '<']).count();
        let in_brackets = depth > 0;
        depth = depth.saturating_sub(word.matches([')', ']', '>']).count());
        if !in_brackets && !word.contains('@') {
            out.push_str(if out.is_empty() { "" } else { " " });
            out.push_str(word);
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use crate::ingest::html::said::Said;

    use super::*;

    #[test]
    fn names_are_cleaned() {
        let said = Said { sources: vec!["Harbour".to_owned()], ..Said::default() };
        for (written, want) in [
            (&["Jane Smith"][..], "Jane Smith"),
            (&["By Jane Smith and John Public"], "Jane Smith, John Public"),
            (&["Jane Smith", "JANE SMITH", "https://post.example/jane"], "Jane Smith"),
            (&["Jane Smith, Science Editor"], "Jane Smith"),
            (&["Jane Smith (jane@post.example)"], "Jane Smith"),
            (&["Jane Smith, PhD", "John Public, MD"], "Jane Smith, John Public"),
            (&["Jane Smith, Reuters"], "Jane Smith"),
            (&["Jane Smith", "Associated Press"], "Jane Smith"),
            (&["Reuters"], "Reuters"),
            (&["admin"], ""),
            (&["Redaktion"], ""),
            (&["@jane"], ""),
            (&["Sports Desk"], "Sports Desk"),
            (&["山田太郎"], "山田太郎"),
            (&["Jane SmithAna Ruiz, The Associated Press"], "Jane Smith, Ana Ruiz"),
            (&["Jane Smith, UK."], "Jane Smith"),
            (&["Jane Smith, Futures"], "Jane Smith"),
            (&["JANE SMITH, AP AUTO WRITER"], "Jane Smith"),
            (&["Jane Smith for Harbour Weekly"], "Jane Smith"),
            (&["Regan"], "Regan"),
            (&["Jane Smith", "The University of Orne"], "Jane Smith"),
            (&["Jane Smith, Harbour News"], "Jane Smith"),
            (&["Jane Smith", "HPN"], "Jane Smith"),
            (&["Jane Smith, harbour.com"], "Jane Smith"),
            (&["Jane Smith, Head of Ships, Orne; John Public, Pilot"], "Jane Smith, John Public"),
            (&["Harbour staff reporter", "Reuters in Orne"], "Harbour staff reporter, Reuters in Orne"),
            (&["Jane Smith + FOLLOW"], "Jane Smith"),
            (&["Why you can trust Harbour"], ""),
            (&["Ana de la Cruz"], "Ana de la Cruz"),
        ] {
            let written: Vec<String> = written.iter().map(|name| (*name).to_owned()).collect();
            assert_eq!(names(&written, &Site::of(&said)).join(", "), want, "{written:?}");
        }
    }
}
