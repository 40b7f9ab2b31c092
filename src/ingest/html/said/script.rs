//! Times of publication in a page's programs: `"publishDate": "2024-02-05T10:00:00Z"` in what it hands to its own code and to counters.

use crate::text::span::{Span, after, before};

/// Parts of names of such values; each name has one of them.
const PARTS: &[&str] = &["ublish", "ubDate", "ubdate", "ublication", "ub_date", "PUBLISH", "PUBLICATION"];

/// The letters of names of such values in small letters, in full.
const NAMES: &[&str] = &[
    "pubdate",
    "publishdate",
    "publisheddate",
    "publishtime",
    "publishedtime",
    "publishdatetime",
    "publisheddatetime",
    "publishedat",
    "publishat",
    "published",
    "publishedon",
    "publishedtimestamp",
    "publishtimestamp",
    "publicationdate",
    "publicationtime",
    "publicationdatetime",
    "datepublished",
    "datepublication",
    "datepublish",
    "datetimepublished",
    "firstpublished",
    "firstpublisheddate",
    "firstpublishedat",
    "firstpublisheddatetime",
    "publishedfirst",
    "originalpublisheddate",
    "originalpublicationdate",
];

/// What sites write before such a name.
const OWNERS: &[&str] = &["article", "page", "content", "story", "post", "news", "item", "dc", "meta", "og"];

/// The most values that are noted; a page of one report has a few.
const MOST_VALUES: usize = 24;

/// The most bytes of a name and of a value.
const LONGEST: usize = 48;

/// The values in one script, as written.
pub(super) fn times(script: &str, found: &mut Vec<String>) {
    for part in PARTS {
        for (at, _) in script.match_indices(part) {
            if found.len() >= MOST_VALUES {
                return;
            }
            let (start, end) = name_around(script, at);
            if is_known(Span::new(start, end).of(script)) {
                found.extend(value(after(script, end)).map(str::to_owned));
            }
        }
    }
}

/// The whole name around a place in it.
fn name_around(script: &str, at: usize) -> (usize, usize) {
    let is_part = |c: &char| c.is_ascii_alphanumeric() || matches!(c, '_' | '-');
    let before: usize = before(script, at).chars().rev().take(LONGEST).take_while(is_part).count();
    let length: usize = after(script, at).chars().take(LONGEST).take_while(is_part).count();
    (at - before, at + length)
}

fn is_known(name: &str) -> bool {
    let letters: String = name.chars().filter(char::is_ascii_alphabetic).map(|c| c.to_ascii_lowercase()).collect();
    let bare = || OWNERS.iter().filter_map(|owner| letters.strip_prefix(owner));
    NAMES.contains(&letters.as_str()) || bare().any(|name| NAMES.contains(&name))
}

/// The text between quotation marks after the name, when there is a number in it: `": "…"`, `= '…'`, `\":\"…\"`.
fn value(rest: &str) -> Option<&str> {
    const QUOTES: [char; 2] = ['"', '\''];
    let rest = rest.trim_start_matches('\\');
    let rest = rest.strip_prefix(QUOTES).unwrap_or(rest).trim_start();
    let rest = rest.strip_prefix([':', '=', ','])?.trim_start().trim_start_matches('\\').strip_prefix(QUOTES)?;
    let end = rest.char_indices().take(LONGEST).find(|&(_, c)| QUOTES.contains(&c) || c == '\\').map(|(at, _)| at)?;
    Some(before(rest, end)).filter(|value| value.contains(|c: char| c.is_ascii_digit()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(script: &str) -> Vec<String> {
        let mut found = Vec::new();
        times(script, &mut found);
        found
    }

    #[test]
    fn values_by_name() {
        for (script, want) in [
            (r#"var page = {"publishDate": "2024-02-05T10:00:00Z", "id": 7};"#, &["2024-02-05T10:00:00Z"][..]),
            ("dataLayer.push({article_publication_date:'5 February 2024'})", &["5 February 2024"]),
            (r#"window.x = "{\"datePublished\":\"2024-02-05\"}""#, &["2024-02-05"]),
            ("utag.data['page_pubDate'] = '2024-02-05'", &[]),
            ("ga('set', 'published', '2024-02-05')", &["2024-02-05"]),
            (r#"{"unpublishDate": "2024-02-05", "publisher": "Harbour Post", "publishedBy": "Jane 2", "pubDate": "", "x": "7"}"#, &[]),
            (r#"{"published": true, "publishDate": null, "publishTime": 7}"#, &[]),
        ] {
            assert_eq!(read(script), want, "{script}");
        }
    }

    #[test]
    fn long_and_broken_scripts_take_linear_time() {
        assert_eq!(read(&"publish".repeat(100_000)), Vec::<String>::new());
        assert_eq!(read(&"\"pubDate\":".repeat(100_000)), Vec::<String>::new());
        assert_eq!(read(&"\"pubDate\":\"x\",".repeat(100_000)), Vec::<String>::new());
        assert_eq!(read(&"\"pubDate\":\"1\",".repeat(1_000)).len(), MOST_VALUES);
    }
}
