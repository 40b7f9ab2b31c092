//! The outlet behind a publishing house: where machines are told the house, it yields to the name that readers know the site by.

use crate::ingest::html::said::Said;
use crate::text::fold::key;

use super::site::Site;
use super::title::window::SITE_MARKS;

/// Words in the names of companies and bodies that publish, folded, by language.
const HOUSE_WORDS: &[&str] = &[
    "inc",
    "llc",
    "ltd",
    "limited",
    "plc",
    "corp",
    "corporation",
    "company",
    "co",
    "group",
    "holding",
    "holdings",
    "publishing",
    "publications",
    "publisher",
    "publishers",
    "broadcasting",
    "foundation",
    "media",
    "network",
    "networks",
    "partners",
    "gmbh",
    "ag",
    "kg",
    "verlag",
    "gruppe",
    "stiftung",
    "sa",
    "sas",
    "sarl",
    "groupe",
    "editions",
    "editorial",
    "grupo",
    "ооо",
    "ао",
    "издательство",
    "тов",
    "видавництво",
];

/// The most parts of a window's title that are looked at.
const MOST_PARTS: usize = 12;

/// The outlet by the name that machines are told, or by the one that the site's address holds as well when the first is a house's;
/// `read` is the outlet that the page's lines name.
pub(super) fn outlet(said: &Said, told: String, read: Option<&str>) -> String {
    let site = Site::of(said);
    if !is_house(&told) || site.is_in_address(&told) {
        return told;
    }
    let titles = said.page_title.iter().flat_map(|title| parts(title)).filter(|part| !part.contains(',')).take(MOST_PARTS);
    let others = said.sources.iter().map(String::as_str).take(MOST_PARTS).chain(read).chain(titles);
    let named = others.map(str::trim).find(|name| !is_house(name) && site.is_in_address(name)).map(str::to_owned);
    named.or_else(|| beginning(&told, &site)).unwrap_or(told)
}

/// The words that a house's name begins with, when they are the site's: `Velm` of `Velm Publishing Group` at `velm.example`.
fn beginning(house: &str, site: &Site<'_>) -> Option<String> {
    let words: Vec<&str> = house.split(' ').collect();
    (1..words.len()).rev().filter_map(|count| Some(words.get(..count)?.join(" "))).find(|name| !is_house(name) && site.is_in_address(name))
}

/// The parts of a title between all marks.
fn parts(title: &str) -> Vec<&str> {
    SITE_MARKS.iter().chain(&[": "]).fold(vec![title], |parts, mark| parts.into_iter().flat_map(|part| part.split(*mark)).collect())
}

fn is_house(name: &str) -> bool {
    name.split([' ', ',', '.', '&']).any(|word| HOUSE_WORDS.contains(&key(word).as_str()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_house_yields_to_the_name_in_the_address() {
        for (told, title, read, host, want) in [
            ("Velm Publishing Group UK", "Lamp to be repaired", None, "velm.example", "Velm"),
            ("Cape Foundation, Inc.", "Lamp - Velmpedia", None, "en.velmpedia.example", "Velmpedia"),
            ("Cape Media", "Lamp to be repaired", Some("Velm Courier"), "velmcourier.example", "Velm Courier"),
            ("Cape Media", "Lamp to be repaired", Some("Orne Gazette"), "velmcourier.example", "Cape Media"),
            ("Courier News & Media Limited", "Lamp to be repaired", None, "thecourier.example", "Courier"),
            ("Velm Foundation", "Lamp - Velm", None, "velmfoundation.example", "Velm Foundation"),
            ("Velm Courier", "Lamp - Velmpedia", None, "velmpedia.example", "Velm Courier"),
        ] {
            let said = Said { page_title: Some(title.to_owned()), url: Some(format!("https://www.{host}/a")), ..Said::default() };
            assert_eq!(outlet(&said, told.to_owned(), read), want, "{told} {host}");
        }
    }
}
