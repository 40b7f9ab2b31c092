//! The title of the page's window, which is the first line of a page that was saved as text: headline, sections and the site's name.

use crate::ingest::block::Mark;
use crate::ingest::body::outline::Outline;
use crate::text::span::{after, before};

/// Marks between a headline and the site's name in a page's title.
pub(in crate::ingest::metadata) const SITE_MARKS: &[&str] = &[" - ", " | ", " – ", " — ", " :: ", " : ", " • ", " · ", " » "];

/// The most words of a site's name.
const SITE_WORDS: usize = 4;

/// How many names of sections and sites stand behind a headline.
const MOST_SUFFIXES: usize = 3;

/// Blocks above the body that tell a whole page, with its menu, from a text that begins with its headline.
const LEAST_MENU: usize = 6;

/// Whether a block is the window's title: the first line of a page that was saved as text.
pub(in crate::ingest::metadata) fn is_window_title(outline: &Outline<'_>, at: usize) -> bool {
    let (page, traits) = (outline.page, outline.traits(at));
    let is_page = page.tree.is_none() && page.header.is_none() && outline.first >= LEAST_MENU;
    at == 0 && is_page && outline.block(at).mark != Mark::Item && traits.inner_stops == 0 && !outline.block(at).text.ends_with('.')
}

/// A page title without sections and the site's name: what stands before a mark when the page has that as a line of its own, or the mark
/// is `|`; in the window's title a name behind any mark is the site's. What stands behind the first colon when the page has that as a line.
pub(super) fn without_site(text: &str, is_line: impl Fn(&str) -> bool, is_window: bool) -> &str {
    if let Some((_, headline)) = text.split_once(": ").filter(|(_, headline)| headline.contains(' ') && is_line(headline)) {
        return headline;
    }
    if let Some((head, ..)) = suffixes(text).filter(|(head, ..)| is_line(head)).last() {
        return head;
    }
    let mut cut = text;
    let mut first = None;
    for (head, site, mark) in suffixes(text) {
        let is_same = first.is_none_or(|first| first == mark);
        let is_site = mark == " | " || (is_window && is_name(site));
        if !is_same || !is_site || (first.is_some() && !is_window) {
            break;
        }
        (cut, first) = (head, Some(mark));
    }
    cut
}

/// Whether all words of a site's name are capitalised, small ones between them aside.
fn is_name(site: &str) -> bool {
    let is_capital = |word: &str| word.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit());
    site.split(' ').next().is_some_and(is_capital)
        && site.split(' ').all(|word| is_capital(word) || matches!(word, "of" | "and" | "&" | "de" | "the"))
}

/// What stands before the last mark, before the one before it, and so on, each with the name behind it and the mark.
pub(in crate::ingest::metadata) fn suffixes(text: &str) -> impl Iterator<Item = (&str, &str, &'static str)> {
    let next = |(head, ..): &(&str, &str, &'static str)| site_suffix(before(text, head.len()));
    std::iter::successors(site_suffix(text), next).take(MOST_SUFFIXES)
}

/// A headline, the site's name behind it, and the mark between them.
pub(in crate::ingest) fn site_suffix(text: &str) -> Option<(&str, &str, &'static str)> {
    // The mark begins with a blank, and its own and those between the words of a name are all that stand behind it.
    let blanks = text.rmatch_indices(' ').take(SITE_WORDS + 1).map(|(at, _)| at);
    let is_letter = |at: usize| after(text, at + 1).starts_with(|c: char| c.is_ascii_alphanumeric());
    let mark_at = |at: usize| SITE_MARKS.iter().find(|mark| after(text, at).starts_with(**mark)).map(|mark| (at, *mark));
    let mut marks = blanks.filter(|at| !is_letter(*at)).filter_map(mark_at);
    let (at, mark) = marks.next()?;
    let (head, site) = (before(text, at).trim(), after(text, at + mark.len()).trim());
    let is_site = (1..=SITE_WORDS).contains(&site.split(' ').count()) && head.split(' ').count() >= 3;
    is_site.then_some((head, site, mark))
}

#[cfg(test)]
mod tests {
    use crate::ingest::{Options, ingest};

    use super::*;

    #[test]
    fn sections_and_sites_are_cut_off() {
        const TITLE: &str = "Lamp of the lighthouse to be repaired";
        for (behind, is_line, is_window, want) in [
            (" - Velm Courier", true, false, ""),
            (" - Velm Courier", false, false, " - Velm Courier"),
            (" - Velm Courier", false, true, ""),
            (" : VelmAM", false, true, ""),
            (" | Coast | Velmsonian", false, true, ""),
            (" | Coast | Velmsonian", true, false, ""),
            (" | Coast | Velmsonian", false, false, " | Coast"),
            (" - for good", false, true, " - for good"),
            ("", true, true, ""),
        ] {
            let text = format!("{TITLE}{behind}");
            assert_eq!(without_site(&text, |head| is_line && head == TITLE, is_window), format!("{TITLE}{want}"), "{behind}");
        }
    }

    #[test]
    fn the_first_line_of_a_page_is_the_title_of_its_window() {
        const TITLE: &str = "Lighthouse at Cape Velm to be repaired";
        const BODY: &str = "The old lighthouse at Cape Velm will be repaired from April until the autumn, the council said on Monday.\n\n\
                            \"We have to mend the lamp before the winter,\" the keeper, Paula Lund, told the people of the town.\n\n\
                            The repair costs about four million euros, and most of it is paid by the region that owns the cape.\n";
        let menu = "News\nSport\nWeather\nTravel\nOpinion\nVideo\nJobs\nLetters\nShop\nEvents\nHealth\nMoney\nCars\nHomes\nRadio";
        for (above, title, source) in [
            (format!("{TITLE} - VC\n{menu}"), TITLE, Some("VC")),
            (format!("{TITLE} : VelmAM\n{menu}\n{TITLE}"), TITLE, Some("VelmAM")),
            (format!("{TITLE} | Coast | Velmsonian\n{menu}\n{TITLE}\nBy Jane Smith"), TITLE, Some("Velmsonian")),
            (
                format!("{TITLE} - Velm Courier\n{menu}\nRepair of lighthouse at Cape Velm in April\nBy Jane Smith"),
                "Repair of lighthouse at Cape Velm in April",
                Some("Velm Courier"),
            ),
        ] {
            let article = ingest(format!("{above}\n\n{BODY}").as_bytes(), "page.txt", Options::default()).unwrap().article;
            assert_eq!((article.title(), article.source()), (Some(title), source), "{above}");
        }
    }
}
