//! What a page says about itself: title, source, authors, date; each value with all the places that say it.

mod author;
pub(super) mod byline;

pub(super) mod date;
mod published;
mod said;
mod source;
pub(super) mod title;

use crate::article::{Evidence, Found, Metadata};

use super::body::outline::Outline;
use super::html::said::Said;

use title::Titled;

/// Reads the metadata off a page whose body and title are known.
pub(super) fn read(outline: &Outline<'_>, title: Option<Titled>) -> Metadata {
    let said = &outline.page.said;
    let title_block = title.as_ref().and_then(|found| found.block);
    let dates = published::dates(outline, title_block);
    let author::Writers { authors, agency } = author::writers(outline, title_block);
    let authors = settled(said::authors(said), authors, |one, other| one == other);
    let title_text = title.as_ref().map(|found| &found.title.value);
    let sources = source::source(outline, title_text, authors.as_ref().map(|found| found.value.as_slice()));
    let outlet = settled(said::outlet(said), sources.outlet, |one, other| source::same(one, other));
    let is_outlet = |name: &str| outlet.as_ref().is_some_and(|outlet| source::same(&outlet.value, name));
    let agency = sources.agency.or(agency).filter(|found| !is_outlet(&found.value));
    let authors = authors.and_then(|found| without(found, is_outlet));
    Metadata {
        title: title.map(|found| found.title),
        source: outlet,
        authors,
        agency,
        published: settled(said::published(said), dates.published, |one, other| one.day() == other.day()),
        updated: settled(said::updated(said), dates.updated, |one, other| one.day() == other.day()),
        url: said.url.clone(),
        charset: None,
        language: outline.page.language.map(str::to_owned).or_else(|| said.language.clone()),
    }
}

/// What the page says to machines, its lines left unread.
pub(super) fn said_alone(page: &Said) -> Metadata {
    let found = |text: String| Found::new(text, Evidence::Metadata);
    Metadata {
        title: said::titles(page).into_iter().next().map(found),
        source: said::outlet(page).map(found),
        authors: said::authors(page).map(|names| Found::new(names, Evidence::Metadata)),
        published: said::published(page).map(|when| Found::new(when, Evidence::Metadata)),
        updated: said::updated(page).map(|when| Found::new(when, Evidence::Metadata)),
        url: page.url.clone(),
        language: page.language.clone(),
        ..Metadata::default()
    }
}

/// What the page says to machines goes before what is read off its lines, and is confirmed by it.
fn settled<T>(said: Option<T>, read: Option<Found<T>>, agree: impl Fn(&T, &T) -> bool) -> Option<Found<T>> {
    let Some(said) = said else { return read };
    let mut found = Found::new(said, Evidence::Metadata);
    if let Some(read) = read.filter(|read| agree(&found.value, &read.value)) {
        found.from.extend(read.from);
    }
    Some(found)
}

/// The authors without the names that are an outlet's; `None` when nobody is left.
fn without(mut authors: Found<Vec<String>>, is_outlet: impl Fn(&str) -> bool) -> Option<Found<Vec<String>>> {
    authors.value.retain(|name| !is_outlet(name));
    (!authors.value.is_empty()).then_some(authors)
}

/// Adds evidence to a value that already stands.
fn agree<T>(found: &mut Found<T>, from: Evidence) {
    if !found.from.contains(&from) {
        found.from.push(from);
    }
}

#[cfg(test)]
mod tests {
    use crate::article::{Article, Evidence};
    use crate::ingest::{Options, ingest};

    const BODY: &str = "The old harbour of Orne will be closed from April until the autumn, the town said on Monday evening.\n\n\
                        \"We have to dig it out before the next winter,\" the harbour master, Paula Lund, told the council.\n\n\
                        The work costs about four million euros, and most of it is paid by the region.\n\n\
                        Ships of more than thirty metres will have to use the new port on the other side of the bay.\n";

    fn page(above: &str, below: &str) -> Article {
        let page = format!("{above}\n\n{BODY}\n{below}\n");
        ingest(page.as_bytes(), "page.txt", Options::default()).unwrap().article
    }

    #[test]
    fn titles() {
        for (above, want) in [
            ("Old harbour of Orne to close for half a year", Some("Old harbour of Orne to close for half a year")),
            (" date 2024-02-05 Old harbour of Orne to close", Some("Old harbour of Orne to close")),
            (" date 2024-02-05 Skip to content\nOld harbour to close", Some("Old harbour to close")),
            ("Old Harbour Of Orne To Close\n\nBy Jane Smith\n\nOld harbour of Orne to close", Some("Old harbour of Orne to close")),
            ("Old harbour of Orne to close | Harbour Post\n\nMenu\n\nOld harbour of Orne to close", Some("Old harbour of Orne to close")),
            ("# Why the town must dig\n\nBy Jane Smith, 5 February 2024", Some("Why the town must dig")),
            ("Ships in the old harbour of Orne. (Photo by Jane Smith)", None),
            ("Ships in the old harbour of Orne on Monday. Photograph: Jane Smith/Harbour Post", None),
            (
                "Town digs out its harbour\n\nBy Jane Smith\n\nShips in the old harbour of Orne. Picture: Jane Smith",
                Some("Town digs out its harbour"),
            ),
            (
                "Town to dig out its harbour\n\nThe harbour of Orne will be closed from April until the autumn for ships of any size\n\nBy Jane Smith",
                Some("Town to dig out its harbour"),
            ),
            ("Harbour > Town of Orne > April\n\nTown to dig out its harbour\n\nBy Jane Smith", Some("Town to dig out its harbour")),
            ("Harbour Post: Town to dig out its harbour\n\nTown to dig out its harbour", Some("Town to dig out its harbour")),
            ("Harbour Post", None),
            ("", None),
        ] {
            assert_eq!(page(above, "").title(), want, "{above}");
        }
    }

    #[test]
    fn sources() {
        const TITLE: &str = "Old harbour of Orne to close for half a year";
        for (above, below, want, from) in [
            ("Gazette05-02-2024", "", Some("Gazette"), vec![Evidence::DateLine]),
            (
                "",
                "Other ship sinks in the bay of Orne\nIt was the third one this year.\nThe Harbour PostJane Smith",
                Some("The Harbour Post"),
                vec![Evidence::Promotion],
            ),
            ("", "© 2024 The Harbour Post. All rights reserved.", Some("The Harbour Post"), vec![Evidence::Copyright]),
            (
                "",
                "Support The Harbour Post\nFollow The Harbour Post on Facebook\n© Harbour Post Ltd",
                Some("The Harbour Post"),
                vec![Evidence::Promotion, Evidence::Copyright],
            ),
            (
                "Menu Harbour Letters\n\nHarbour Letters\nBy Jane Smith\n5 February 2024",
                "",
                Some("Harbour Letters"),
                vec![Evidence::Masthead, Evidence::Byline],
            ),
            ("HARBOUR LETTERS", "© 2024 Harbour Letters", Some("Harbour Letters"), vec![Evidence::Masthead, Evidence::Copyright]),
            (
                "Harbour Letters",
                "Published by Harbour Letters, a newspaper",
                Some("Harbour Letters"),
                vec![Evidence::Copyright, Evidence::Masthead],
            ),
            ("", "About Dockside\n© 2024 Dockside Pty Ltd.", Some("Dockside"), vec![Evidence::Promotion, Evidence::Copyright]),
            ("", "Harbour Home\nAbout Dockside", None, vec![]),
            ("* Harbour Life\n\nHarbour Life", "", None, vec![]),
            ("By The Harbour Post news desk", "", Some("The Harbour Post"), vec![Evidence::Byline]),
            ("", "© 2024 Big Holding Inc.", None, vec![]),
            ("", "Source: TASS", None, vec![]),
            ("", "Follow us on Facebook", None, vec![]),
        ] {
            let article = page(&format!("{TITLE}\n\n{above}"), below);
            let got = article.metadata.source.as_ref();
            assert_eq!(
                (got.map(|found| found.value.as_str()), got.map(|found| found.from.clone()).unwrap_or_default()),
                (want, from),
                "{above} / {below}"
            );
        }
        assert_eq!(page(TITLE, "Source: TASS").metadata.agency.map(|found| found.value).as_deref(), Some("TASS"));
        assert_eq!(page(&format!("{TITLE} - Harbour Post\n\n{TITLE}"), "").source(), Some("Harbour Post"));
    }

    #[test]
    fn authors() {
        const TITLE: &str = "Old harbour of Orne to close for half a year";
        for (above, below, want) in [
            ("By Jane Smith", "", Some("Jane Smith")),
            ("By\nJane Smith", "", Some("Jane Smith")),
            ("Jane Smith\n5 February 2024", "", Some("Jane Smith")),
            ("By Jane Smith\nBy Jane Smith", "", Some("Jane Smith")),
            ("By Jane Smith and John Public", "Author: Ana Petrova", Some("Jane Smith, John Public")),
            ("", "Author: Jane Smith", Some("Jane Smith")),
            ("Jane Smith in Upper Orne\n\n5 February 2024", "", Some("Jane Smith")),
            ("By JANE SMITH, Harbour Wire", "", Some("Jane Smith")),
            ("Harbour Wire\n5 February 2024", "", None),
            ("By Reuters", "", None),
            ("Harbour Gazette05-02-2024", "", None),
            ("5 February 2024", "", None),
            ("", "", None),
        ] {
            assert_eq!(page(&format!("{TITLE}\n\n{above}"), below).author().as_deref(), want, "{above} / {below}");
        }
    }

    #[test]
    fn a_row_of_pictures_may_part_byline_and_body() {
        let pictures = "Photo: Ana Ruiz\n\n".repeat(15);
        let above = format!("Old harbour of Orne to be closed from April until autumn\n\nBy Jane Smith\n\n5 February 2024\n\n{pictures}");
        assert_eq!(page(&above, "").author().as_deref(), Some("Jane Smith"));
    }

    #[test]
    fn an_agency_alone_in_a_byline_is_no_author() {
        const TITLE: &str = "Old harbour of Orne to close for half a year";
        for (above, want) in [
            ("Harbour Wire\n5 February 2024", Some("Harbour Wire")),
            ("By Reuters", Some("Reuters")),
            ("By Jane Smith", None),
            ("Harbour Wire05-02-2024", None),
        ] {
            assert_eq!(page(&format!("{TITLE}\n\n{above}"), "").metadata.agency.map(|found| found.value).as_deref(), want, "{above}");
        }
    }

    #[test]
    fn dates() {
        const TITLE: &str = "Old harbour of Orne to close for half a year";
        for (above, want, updated) in [
            (format!("{TITLE}\n\n5 February 2024, 14:05 CET"), Some("2024-02-05T14:05:00+01:00"), None),
            (format!("{TITLE}\n\nPublished 5 February 2024 Updated 6 February 2024"), Some("2024-02-05"), Some("2024-02-06")),
            (format!("{TITLE}\n\nUpdated 6 February 2024"), Some("2024-02-06"), Some("2024-02-06")),
            (format!("{TITLE}\n\nPublished\n5 February 2024"), Some("2024-02-05"), None),
            (format!(" date 2024-02-05 {TITLE}"), Some("2024-02-05"), None),
            (format!(" date 2024-04-03 {TITLE}\n\n03/04/2024"), Some("2024-04-03"), None),
            (format!("{TITLE}\n\n03/04/2024"), None, None),
            (format!("{TITLE}\n\nBy Jane Smith\nTuesday 6 February 2024, 18:45"), Some("2024-02-06T18:45:00-00:00"), None),
            (format!("{TITLE}\n\nShips in the harbour, February 4, 2024. (HP Photo/Jane Smith)"), None, None),
            (format!("Monday, 12 January 2026\nHome\nNews\nSport\nWeather\n\n{TITLE}"), None, None),
            (TITLE.to_owned(), None, None),
        ] {
            let article = page(&above, "");
            let text = |at: Option<crate::article::Published>| at.map(crate::article::Published::rfc3339);
            assert_eq!(text(article.published()).as_deref(), want, "{above}");
            assert_eq!(text(article.metadata.updated.map(|found| found.value)).as_deref(), updated, "{above}");
        }
    }
}
