//! Tells people from what stands in bylines beside them: outlets, picture stocks, and names that the headline is about.

use crate::ingest::agency::names_agency;
use crate::text::fold::key;

use super::byline::is_desk;
use super::source::has_outlet_word;

/// Stocks of pictures, folded.
const STOCKS: &[&str] = &[
    "pixabay",
    "unsplash",
    "pexels",
    "getty",
    "shutterstock",
    "istock",
    "istockphoto",
    "alamy",
    "adobe",
    "flickr",
    "wikimedia",
    "imago",
    "depositphotos",
    "dreamstime",
    "freepik",
    "picture-alliance",
    "gettyimages",
];

/// Words behind their names, folded.
const BEHIND_STOCKS: &[&str] = &["images", "image", "stock", "commons", "photo", "photos", "pictures", "com"];

/// Whether a name is a stock of pictures: `Pixabay`, `Getty Images`.
pub(super) fn is_stock(name: &str) -> bool {
    let folded = key(name);
    let first = folded.split(' ').next().unwrap_or_default();
    let mut rest = folded.split(' ').skip(1);
    STOCKS.contains(&first) && rest.all(|word| BEHIND_STOCKS.contains(&word))
}

/// The most words of a person's name before an outlet's, and the least of both.
const NAME_WORDS: usize = 2;
/// See [`NAME_WORDS`].
const BOTH_WORDS: usize = 4;

/// Surnames that are words for outlets as well: they make no outlet of two words.
const SURNAMES: &[&str] = &["post", "star", "sun", "press", "mail", "globe", "mirror", "standard", "wire", "day", "today"];

/// The people among the names of a line with a word that says who wrote it: outlets beside them go.
pub(super) fn of_cue(names: Vec<String>) -> Option<Vec<String>> {
    let mut names: Vec<String> = names.into_iter().filter(|name| !is_stock(name)).map(without_outlet).collect();
    let is_person = |name: &String| !names_agency(name) && !is_outlet(name);
    if names.iter().any(is_person) {
        names.retain(|name| !is_outlet(name) || names_agency(name));
    }
    (!names.is_empty()).then_some(names)
}

/// The people among the names of a line that only its form makes a byline: nobody of whom the headline speaks, and no outlet.
pub(super) fn of_form(names: Vec<String>, title: Option<&str>) -> Option<Vec<String>> {
    let title = title.map(|title| format!(" {} ", words(title)));
    let is_told_of = |name: &str| title.as_ref().is_some_and(|title| title.contains(&format!(" {} ", words(name))));
    let names: Vec<String> = names.into_iter().filter(|name| !is_stock(name)).map(without_outlet).collect();
    let names: Vec<String> = names.into_iter().filter(|name| names_agency(name) || !(is_outlet(name) || is_told_of(name))).collect();
    (!names.is_empty()).then_some(names)
}

/// The folded words of a text, one blank between them.
fn words(text: &str) -> String {
    let folded = key(text);
    folded.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ")
}

/// `Jane Smith Orne Gazette` is Jane Smith.
fn without_outlet(name: String) -> String {
    let words: Vec<&str> = name.split(' ').collect();
    if words.len() < BOTH_WORDS || words.len() > BOTH_WORDS + 1 || is_desk(&name) || names_agency(&name) || key(&name).starts_with("the ") {
        return name;
    }
    let last = words.last().copied().unwrap_or_default();
    if has_outlet_word(last) { words.into_iter().take(NAME_WORDS).collect::<Vec<_>>().join(" ") } else { name }
}

/// Whether a name is an outlet's by its last word.
fn is_outlet(name: &str) -> bool {
    let last = name.rsplit(' ').next().unwrap_or(name);
    has_outlet_word(last) && !is_desk(name) && (!SURNAMES.contains(&key(last).as_str()) || key(name).starts_with("the "))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn people_and_others() {
        let list = |names: &[&str]| names.iter().map(|name| (*name).to_owned()).collect::<Vec<_>>();
        let joined = |names: Option<Vec<String>>| names.unwrap_or_default().join(", ");
        for (names, cued, formed) in [
            (&["Jane Smith"][..], "Jane Smith", "Jane Smith"),
            (&["Jane Smith", "Orne Gazette"], "Jane Smith", "Jane Smith"),
            (&["Orne Gazette"], "Orne Gazette", ""),
            (&["Pixabay"], "", ""),
            (&["Getty Images"], "", ""),
            (&["Wikimedia Foundation"], "Wikimedia Foundation", "Wikimedia Foundation"),
            (&["Jane Smith Orne Gazette"], "Jane Smith", "Jane Smith"),
            (&["Emily Post"], "Emily Post", "Emily Post"),
            (&["Cape Velm"], "Cape Velm", ""),
            (&["Jane Smith", "Reuters"], "Jane Smith, Reuters", "Jane Smith, Reuters"),
            (&["The Orne Post news desk"], "The Orne Post news desk", "The Orne Post news desk"),
        ] {
            assert_eq!(joined(of_cue(list(names))), cued, "{names:?}");
            assert_eq!(joined(of_form(list(names), Some("Lighthouse at Cape Velm: lamp repaired"))), formed, "{names:?}");
        }
    }
}
