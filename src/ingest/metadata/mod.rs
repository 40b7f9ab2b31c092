//! What a page says about itself: title, source, authors, date; each value with all the places that say it.

mod address;
mod author;
pub(super) mod byline;
mod carousel;
#[cfg(test)]
mod credit_lines;

pub(super) mod date;
mod name;
mod person;
mod published;
mod publisher;
mod said;
mod signature;
mod site;
mod source;
pub(super) mod title;

use crate::article::{Evidence, Found, Metadata};

use super::agency::names_agency;
use super::body::decide::State;
use super::body::outline::Outline;
use super::html::said::Said;

use name::have_all;
use title::Titled;

/// Reads the metadata off a page whose body and title are known.
pub(super) fn read(outline: &Outline<'_>, title: Option<Titled>) -> Metadata {
    let said = &outline.page.said;
    let title_block = title.as_ref().and_then(|found| found.block);
    let published::Dates { published, updated } = published::dates(outline, title_block);
    let author::Writers { authors, agency } = author::writers(outline, title_block, title.as_ref().map(|found| found.title.value.as_str()));
    let (authors, said_agency) = people(settled_authors(said, authors));
    let title_text = title.as_ref().map(|found| &found.title.value);
    let sources = source::source(outline, title_text, authors.as_ref().map(|found| found.value.as_slice()));
    let outlet = settled_outlet(said, title_text.map(String::as_str), sources.outlet);
    let is_outlet = |name: &str| outlet.as_ref().is_some_and(|outlet| source::same(&outlet.value, name));
    let agency = sources.agency.or(agency).or(said_agency).filter(|found| !is_outlet(&found.value));
    // Who signs as a person writes under their own name, though the site may have the same.
    let is_no_person = |name: &str| is_outlet(name) && source::names_outlet(name);
    let is_signed = authors.as_ref().is_some_and(|found| found.from.contains(&Evidence::Byline));
    let authors = authors.and_then(|found| if is_signed { without(found, is_no_person) } else { without(found, is_outlet) });
    Metadata {
        title: title.map(|found| found.title),
        source: outlet,
        authors,
        agency,
        published,
        updated,
        url: said.url.clone(),
        charset: None,
        language: outline.page.language.map(str::to_owned).or_else(|| said.language.clone()),
    }
}

/// Whether a block at an edge of the body is a line that says who and when, and no paragraph.
fn is_edge_line(outline: &Outline<'_>, at: usize) -> bool {
    let traits = outline.traits(at);
    (at == outline.first || at == outline.last) && !traits.ends_sentence && (traits.byline || traits.dated)
}

/// Blocks at the top of the body among which a date line may stand, where the standfirst was taken for its first paragraph.
const TOP_OF_BODY: usize = 3;

/// The most words of a line with a date and nothing else.
const DATE_WORDS: usize = 6;

/// The blocks that are no paragraphs of the body.
fn lines(outline: &Outline<'_>) -> impl Iterator<Item = usize> {
    let is_date = |at: usize| {
        let traits = outline.traits(at);
        at <= outline.first + TOP_OF_BODY && traits.dated && traits.words <= DATE_WORDS && !traits.ends_sentence
    };
    let is_line = move |at: &usize| outline.states[*at] != State::Body || is_edge_line(outline, *at) || is_date(*at);
    (0..outline.page.blocks.len()).filter(is_line)
}

/// What the page says to machines, its lines left unread.
pub(super) fn said_alone(page: &Said) -> Metadata {
    let found = |text: String| Found::new(text, Evidence::Metadata);
    let time = |written: &[String]| said::first_time(written).map(|when| Found::new(when, Evidence::Metadata));
    let (authors, agency) = people(settled_authors(page, None));
    Metadata {
        title: said::titles(page).into_iter().next().map(found),
        source: settled_outlet(page, None, None),
        authors,
        agency,
        published: time(&page.published),
        updated: time(&page.updated),
        url: page.url.clone(),
        language: page.language.clone(),
        ..Metadata::default()
    }
}

/// The authors that machines are told, confirmed or completed by the byline that readers see; the maker of the page counts
/// where that names nobody else.
fn settled_authors(said: &Said, read: Option<Found<Vec<String>>>) -> Option<Found<Vec<String>>> {
    let told = said::authors(said);
    let told = told.or_else(|| said::owners(said).filter(|owners| read.as_ref().is_none_or(|read| have_all(owners, &read.value))));
    let (Some(told), Some(read)) = (&told, &read) else { return told.map(|names| Found::new(names, Evidence::Metadata)).or(read) };
    let value = if have_all(&read.value, told) && read.from.contains(&Evidence::Byline) { &read.value } else { told };
    let mut found = Found::new(value.clone(), Evidence::Metadata);
    if have_all(&read.value, told) || have_all(told, &read.value) {
        read.from.iter().for_each(|from| agree(&mut found, *from));
    }
    Some(found)
}

/// The outlet that machines are told, or that stands beside the headline in the window's title, confirmed by the page's lines; where
/// nothing names it, the host of the page's address.
fn settled_outlet(page: &Said, title: Option<&str>, read: Option<Found<String>>) -> Option<Found<String>> {
    let site = site::Site::of(page);
    let Some(said) = said::outlet(page).or_else(|| said::outlet_in_title(page, title?)) else {
        // One line alone may be a section or another site.
        let is_firm = |read: &Found<String>| site.host().is_none() || site.is(&read.value) || read.from.len() > 1;
        return read.filter(is_firm).or_else(|| site.host().map(|host| Found::new(host.to_owned(), Evidence::Address)));
    };
    let said = publisher::outlet(page, said, read.as_ref().map(|read| read.value.as_str()));
    let mut found = Found::new(said, Evidence::Metadata);
    if let Some(read) = read.filter(|read| source::same(&found.value, &read.value)) {
        found.from.extend(read.from);
    }
    Some(found)
}

/// The agency among the authors, who stay alone where there are other people; an agency that is told as the author is both.
fn people(authors: Option<Found<Vec<String>>>) -> (Option<Found<Vec<String>>>, Option<Found<String>>) {
    let Some(found) = authors else { return (None, None) };
    let (agencies, people): (Vec<String>, Vec<String>) = found.value.into_iter().partition(|name| names_agency(name));
    let without_place = |name: &String| name.split_once(" in ").map_or(name.as_str(), |(name, _)| name).to_owned();
    let agency = agencies.first().map(|name| Found { value: without_place(name), from: found.from.clone() });
    (Some(Found { value: if people.is_empty() { agencies } else { people }, from: found.from }), agency)
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
            ("", "© 2024 «Маяк»", Some("Маяк"), vec![Evidence::Copyright]),
            ("From Portpedia, the free encyclopedia of ports", "", Some("Portpedia"), vec![Evidence::Masthead]),
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
    fn a_byline_below_a_repeated_headline_counts_at_any_distance() {
        const TITLE: &str = "Old harbour of Orne to be closed from April until autumn";
        let menu = "News\nSport\nTravel\nVideo\nJobs\nLetters\nShop\nEvents\n";
        let pictures = "Photo: Ana Ruiz\n\n".repeat(40);
        let above = format!("{TITLE} - Harbour Post\n{menu}\n{TITLE}\nBy Jane Smith\n5 February 2024\n\n{pictures}\n{TITLE}");
        let article = page(&above, "");
        assert_eq!((article.title(), article.author().as_deref()), (Some(TITLE), Some("Jane Smith")));
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

    fn paragraphs() -> String {
        format!("<p>{}</p>", BODY.replace("\n\n", "</p><p>"))
    }

    fn html(head: &str, above: &str) -> Article {
        let body = paragraphs();
        let page = format!(
            "<html><head><title>Old harbour to close</title>{head}</head><body><h1>Old harbour to close</h1>{above}{body}</body></html>"
        );
        ingest(page.as_bytes(), "page.html", Options::default()).unwrap().article
    }

    #[test]
    fn authors_told_to_machines_and_read_by_people() {
        const OWNER: &str = "<meta name='author' content='Orne Holding'>";
        const TOLD: &str = "<meta name='byl' content='By Jane Smith'>";
        for (head, above, author, agency) in [
            (TOLD, "", Some("Jane Smith"), None),
            (TOLD, "<p>By Jane Smith and John Public</p>", Some("Jane Smith, John Public"), None),
            (TOLD, "<p>By John Public</p>", Some("Jane Smith"), None),
            (OWNER, "<p>By John Public</p>", Some("John Public"), None),
            (OWNER, "", Some("Orne Holding"), None),
            (OWNER, "<p><a rel=author href=/>Ana Ruiz</a> <span class=role>Harbour editor</span></p>", Some("Ana Ruiz"), None),
            ("", "<p class=byline>Ana Ruiz 3 min Follow</p>", Some("Ana Ruiz"), None),
            ("<meta name='byl' content='Reuters in Orne'>", "", Some("Reuters in Orne"), Some("Reuters")),
            ("<meta name='byl' content='Jane Smith'><meta property='og:site_name' content='Jane Smith'>", "", None, None),
            ("<meta property='og:site_name' content='Jane Smith'>", "<p>By Jane Smith</p>", Some("Jane Smith"), None),
        ] {
            let article = html(head, above);
            let found = (article.author(), article.metadata.agency.map(|found| found.value));
            assert_eq!((found.0.as_deref(), found.1.as_deref()), (author, agency), "{head} / {above}");
        }
    }

    #[test]
    fn dates_of_elements_and_of_boxes() {
        for (head, above, want) in [
            ("", "<time datetime=2024-02-05>Monday</time>", Some("2024-02-05")),
            ("", "<p><span class=post-date>05.02.24</span></p>", Some("2024-02-05")),
            ("", "<p class=text>05.02.24</p>", None),
            ("", "<table><tr><th>Founded</th><td>5 February 1904</td></tr></table>", None),
            ("", "<table><tr><th>First ship</th><td>5 February 1904</td></tr></table>", None),
            ("<meta name=date content=2024-02-09>", "<p class=x>Published: 5 February 2024</p>", Some("2024-02-05")),
            ("<meta name=date content=2024-02-09>", "<p class=x>5 February 2024</p>", Some("2024-02-09")),
            ("<meta name=datePublished content=2024-02-09>", "<p class=x>Published: 5 February 2024</p>", Some("2024-02-09")),
        ] {
            let published = html(head, above).published().map(crate::article::Published::rfc3339);
            assert_eq!(published.as_deref(), want, "{head} / {above}");
        }
        let slashes = |language: &str| {
            let article = ingest(
                format!("<html lang={language}><body><h1>Old harbour to close</h1><p>03/04/2024</p><p>{BODY}</p></body></html>").as_bytes(),
                "page.html",
                Options::default(),
            );
            article.unwrap().article.published().map(crate::article::Published::rfc3339)
        };
        assert_eq!(slashes("en-US").as_deref(), Some("2024-03-04"));
        assert_eq!((slashes("en-GB").as_deref(), slashes("en").as_deref()), (Some("2024-04-03"), None));
    }

    #[test]
    fn dates_that_need_another() {
        const SAVED: &str = "<!--\n Page saved with SingleFile \n saved date: Tue Feb 06 2024 10:00:00 GMT+0100 (Central) \n-->";
        const CHANGED: &str = "<meta property=article:modified_time content=2024-02-09>";
        const ADDRESS: &str = "<link rel=canonical href=https://post.example/2023/02/harbour>";
        const PROGRAM: &str = "<script>var page = {\"publishDate\": \"2024-02-05T10:00:00Z\"}</script>";
        const OTHERS: &str = "<script>[{\"publishDate\": \"2024-02-05\"}, {\"publishDate\": \"2024-02-04\"}]</script>";
        for (head, above, want) in [
            (SAVED, "<p>Monday, Feb 5, 2:05 pm</p>", Some("2024-02-05T14:05:00-00:00")),
            (SAVED, "<p>3 hours ago</p>", Some("2024-02-06")),
            (SAVED, "", None),
            (CHANGED, "<p>By Jane Smith, Feb 5</p>", Some("2024-02-05")),
            (CHANGED, "<p>3 hours ago</p>", Some("2024-02-09")),
            (ADDRESS, "<p>Feb 5</p>", Some("2023-02-05")),
            (ADDRESS, "<p>Mar 5</p>", None),
            ("", "<p>Feb 5</p>", None),
            ("", "<p>3 hours ago</p>", None),
            (PROGRAM, "", Some("2024-02-05T10:00:00Z")),
            (PROGRAM, "<p>4 February 2024</p>", Some("2024-02-04")),
            (OTHERS, "", None),
            ("", "<p>5 February 1904</p>", None),
        ] {
            let published = html(head, above).published().map(crate::article::Published::rfc3339);
            assert_eq!(published.as_deref(), want, "{head} / {above}");
        }
    }

    #[test]
    fn many_statements_take_linear_time() {
        let titles = "<meta property=og:title content='Old harbour to close - Post'><meta name=byl content='Jane Smith'>".repeat(20_000);
        let names = "{\"name\": \"Jane Smith\"},".repeat(20_000);
        let data = format!("<script type=application/ld+json>{{\"@type\": \"NewsArticle\", \"author\": [{names}]}}</script>");
        let times = "<time datetime=2024-02-05>03/04/2024</time><p>03/04/2024</p>".repeat(5_000);
        let article = html(&format!("{titles}{data}"), &times);
        assert_eq!((article.title(), article.author().as_deref()), (Some("Old harbour to close"), Some("Jane Smith")));
    }

    #[test]
    fn titles_of_html_pages() {
        let title = |said: &str, heading: &str| {
            let paragraphs = paragraphs();
            let page = format!("<html><head>{said}</head><body><h1>{heading}</h1><p>By Jane Smith</p>{paragraphs}</body></html>");
            ingest(page.as_bytes(), "page.html", Options::default()).unwrap().article.title().map(str::to_owned)
        };
        let told = "<meta property=og:title content='Orne digs out its harbour'><title>Orne digs out its harbour - Post</title>";
        for (said, heading, want) in [
            (told, "Orne digs out its harbour", "Orne digs out its harbour"),
            (told, "Harbour of Orne to be closed until autumn", "Harbour of Orne to be closed until autumn"),
            (told, "The magazine of us all", "Orne digs out its harbour"),
            (told, "Orne digs out its harbour <span>Jan 17</span>", "Orne digs out its harbour"),
            ("<title>泥船渡海湾的故事_海港网</title>", "<i></i></h1><h2>泥船渡海湾的故事</h2><h1>", "泥船渡海湾的故事"),
            ("<title>Orne digs - Harbours - The magazine</title>", "</h1><p>Orne digs</p><h1>", "Orne digs"),
            ("<title>Mudlark - Post</title><meta property=og:site_name content=Post>", "Mudlark", "Mudlark"),
        ] {
            assert_eq!(title(said, heading).as_deref(), Some(want), "{heading}");
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
