//! What is read off whole pages: titles, outlets, authors, days.

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
        ("Orne Compass\nWeather", "© 2024 Orne Compass", Some("Orne Compass"), vec![Evidence::Masthead, Evidence::Copyright]),
        ("Orne Compass\nWeather", "", None, vec![]),
        ("News provided by Orne Compass", "", Some("Orne Compass"), vec![Evidence::Byline]),
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
        ("<title>Print: Orne digs out its harbour</title>", "</h1><h2>Orne digs out its harbour</h2><h1>", "Orne digs out its harbour"),
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
