//! The formats of saved pages through the real binary: several articles in one file, named by their number, told by content.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test says so by panicking")]

#[path = "common/home.rs"]
mod home;

use std::io::Write;

use serde_json::Value;

use home::Home;

const REPORT: &str = "A herd of goats walked into the town hall of Underbrook on Saturday and stayed until the evening, the council said.";

/// A feed with an entry for each number of goats.
fn feed(counts: &[usize]) -> String {
    let entry = |count: &usize| {
        format!(
            "<item><title>{count} goats visit the town hall</title><link>https://goats.example/{count}</link>\
             <pubDate>Sat, 02 Mar 2024 1{}:00:00 +0100</pubDate>\
             <description>&lt;p&gt;A herd of {count} goats walked into the town hall of Underbrook on Saturday, the council said.&lt;/p&gt;\
             &lt;p&gt;Two keepers led the animals back across the river before the evening.&lt;/p&gt;</description></item>\n",
            count % 10
        )
    };
    format!("<rss><channel><title>Goat Gazette</title>\n{}</channel></rss>\n", counts.iter().map(entry).collect::<Vec<_>>().concat())
}

#[test]
fn a_feed_saved_again_brings_in_what_is_new() {
    let home = Home::new();
    home.page("feed.xml", feed(&(10..60).collect::<Vec<_>>()));
    assert_eq!(home.run(&["add", "feed.xml"]).out, "added 50, unchanged 0, refused 0\n");
    assert_eq!(home.run(&["add", "feed.xml"]).out, "added 0, unchanged 50, refused 0\n");
    home.page("again.xml", feed(&(9..60).collect::<Vec<_>>()));
    assert_eq!(home.run(&["add", "again.xml"]).out, "added 1, unchanged 50, refused 0\n");
    let listed = home.run(&["list", "--json"]).json();
    let third = listed.iter().find(|line| line["title"] == "12 goats visit the town hall").unwrap();
    assert_eq!((third["file"].as_str(), third["entry"].as_u64()), (Some("feed.xml"), Some(3)));
    let kept = home.run(&["show", "--json", third["id"].as_str().unwrap()]).json().remove(0);
    assert_eq!((&kept["file"], &kept["entry"], &kept["source"]), (&"feed.xml".into(), &3.into(), &"Goat Gazette".into()));
    assert_eq!(kept["paragraphs"][1], "Two keepers led the animals back across the river before the evening.");
}

#[test]
fn an_article_of_a_file_is_named_by_its_number() {
    let home = Home::new();
    home.page("feed.xml", feed(&[12, 40, 13]));
    home.page("odd#2", feed(&[12]));
    let entries: Vec<Value> = home.run(&["show", "--json", "feed.xml"]).json().iter().map(|line| line["entry"].clone()).collect();
    assert_eq!(entries, [1, 2, 3]);
    let second = home.run(&["show", "--json", "feed.xml#2"]).json().remove(0);
    assert_eq!((&second["file"], &second["entry"]), (&"feed.xml".into(), &2.into()));
    assert_eq!(second["published"], "2024-03-02T10:00:00+01:00");
    assert_eq!(home.run(&["show", "--json", "odd#2"]).json()[0]["file"], "odd#2", "a file may have such a name");
    for (arguments, message) in [
        (&["compare", "odd#2", "feed.xml"][..], "parallax: feed.xml: 3 articles in it; name one by its number, such as feed.xml#1"),
        (&["show", "feed.xml#4"], "parallax: feed.xml#4: no article of that number; 3 in it"),
        (&["show", "feed.xml#0"], "parallax: feed.xml#0: no such file"),
        (&["show", "none.xml#1"], "parallax: none.xml#1: no such file"),
    ] {
        let ran = home.run(arguments);
        assert!(ran.said(message), "{arguments:?}: {}", ran.messages);
        assert_eq!(ran.code, Some(1));
    }
    let compared = home.run(&["compare", "--json", "odd#2", "feed.xml#3"]).json().remove(0);
    assert_eq!((&compared["right"]["file"], &compared["right"]["entry"]), (&"feed.xml".into(), &3.into()));
    let events = home.run(&["events", "--json", "feed.xml", "odd#2#1"]).json().remove(0);
    let articles = events.as_array().unwrap().iter().flat_map(|event| event["articles"].as_array().unwrap());
    let mut named: Vec<&str> = articles.map(|name| name.as_str().unwrap()).collect();
    named.sort_unstable();
    assert_eq!(named, ["feed.xml#1", "feed.xml#2", "feed.xml#3", "odd#2#1"]);
}

#[test]
fn bad_records_are_said_by_line_and_number_and_the_rest_goes_on() {
    let home = Home::new();
    let record = |title: &str| format!("{{\"title\": \"{title}\", \"text\": \"{REPORT}\"}}\n");
    home.page("crawl.jsonl", format!("{}{{\"title\"\n{}", record("One"), record("Three")));
    let ran = home.run(&["show", "--json", "crawl.jsonl"]);
    let message = "broken JSON at line 2, column 8: end of text while parsing an object";
    let lines = ran.json();
    let told = [&lines[0]["title"], &lines[1]["error"], &lines[2]["title"]];
    assert_eq!(told, ["One", message, "Three"], "{}", ran.messages);
    assert!(ran.said(&format!("parallax: crawl.jsonl#2: {message}")), "{}", ran.messages);
    assert_eq!(home.run(&["add", "crawl.jsonl"]).out, "added 2, unchanged 0, refused 1\n");
}

#[test]
fn a_file_is_told_by_its_content_and_as_overrides() {
    let home = Home::new();
    let page =
        format!("<html><head><title>Goats</title></head><body><p>{REPORT}</p><p>Two keepers led them back before dark.</p></body></html>");
    let mut packed = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::fast());
    packed.write_all(page.as_bytes()).unwrap();
    home.page("packed.doc", packed.finish().unwrap());
    home.page("page.txt", &page);
    home.page("note.txt", "Goats visit the town hall\n\nBy nobody\n\nShare\n\nTwo keepers led the animals back across the river.\n");
    let show = |arguments: &[&str]| home.run(&[&["show", "--json"], arguments].concat()).json().remove(0);
    let paragraphs = |arguments: &[&str]| show(arguments)["paragraphs"].as_array().map(Vec::len);
    assert_eq!((paragraphs(&["page.txt"]), show(&["packed.doc"])["id"].clone()), (Some(2), show(&["page.txt"])["id"].clone()));
    let note = show(&["--as", "text", "note.txt"]);
    assert_eq!((&note["title"], note["paragraphs"].as_array().unwrap().len()), (&"Goats visit the town hall".into(), 3));
    assert_eq!(paragraphs(&["--as", "text", "--keep-all", "note.txt"]), Some(4));
    assert!(show(&["--as", "dump", "--keep-all", "page.txt"])["paragraphs"][0].as_str().unwrap().starts_with("<html>"));
    assert_eq!(home.run(&["add", "--as", "text", "note.txt"]).out, "added 1, unchanged 0, refused 0\n");
    assert_eq!(home.run(&["show", "--as", "word", "note.txt"]).code, Some(2));
}

/// The paragraphs of a story, each about its own matter.
fn story(matter: &str) -> String {
    format!(
        "<p>The {matter} of Underbrook has to move to the other bank of the river before the winter, the council decided on Saturday.</p>\
         <p>Nobody asked the people who work there, said the head of the {matter}, who heard of it on the radio in the morning.</p>\
         <p>The council wants to build flats in the place of the {matter}, and has promised to pay for half of the move.</p>\
         <p>A petition for the {matter} has been signed by nine hundred people, more than voted in the last election of the council.</p>"
    )
}

/// A page with a main story and others, each with its heading and date.
fn news(matters: &[&str]) -> String {
    let article = |matter: &&str| {
        format!(
            "<article><h2>Council moves the {matter}</h2><p><time datetime=\"2024-03-02\">2 March 2024</time></p>{}</article>",
            story(matter)
        )
    };
    let teaser =
        "<article><h2>Goats visit the town hall</h2><time>1 March 2024</time><p>A herd of goats walked into the hall.</p></article>";
    let articles: String = matters.iter().map(article).collect();
    format!("<html><head></head><body><div>Archive</div>{articles}{teaser}</body></html>")
}

#[test]
fn other_whole_stories_of_a_page_are_articles_of_their_own() {
    let home = Home::new();
    home.page("news.html", news(&["saw mill", "museum", "bakery"]));
    let main = home.run(&["show", "--json", "news.html"]).json();
    assert_eq!((main.len(), &main[0]["title"], &main[0]["entry"]), (1, &"Council moves the saw mill".into(), &Value::Null));
    assert_eq!(home.run(&["show", "--json", "news.html#1"]).json(), main);
    let shown = home.run(&["show", "news.html"]);
    assert!(shown.said("parallax: news.html: 2 more whole stories on this page: news.html#2 to news.html#3"), "{}", shown.messages);
    assert_eq!(shown.code, Some(0));
    let third = home.run(&["show", "--json", "news.html#3"]).json().remove(0);
    assert_eq!(
        (&third["title"], &third["entry"], &third["published"]),
        (&"Council moves the bakery".into(), &3.into(), &"2024-03-02".into())
    );
    assert_eq!(third["paragraphs"].as_array().map(Vec::len), Some(4));
    let ran = home.run(&["show", "--json", "news.html#4"]);
    assert!(ran.said("parallax: news.html#4: no article of that number; 3 in it"), "{}", ran.messages);
    let pair = home.run(&["compare", "--json", "news.html", "news.html#2"]).json().remove(0);
    assert_eq!((&pair["left"]["title"], &pair["right"]["entry"]), (&"Council moves the saw mill".into(), &2.into()));
    assert_eq!(home.run(&["add", "news.html"]).out, "added 3, unchanged 0, refused 0\n");
    assert_eq!(home.run(&["add", "news.html"]).out, "added 0, unchanged 3, refused 0\n", "the same are counted");
    assert_eq!(home.run(&["add", "--main-only", "news.html"]).out, "added 0, unchanged 1, refused 0\n");
    assert_eq!(home.run(&["add", "news.html#3"]).out, "added 0, unchanged 1, refused 0\n");
    let ids = home.run(&["list", "--json"]).json();
    assert!(ids.iter().any(|line| line["id"] == third["id"]) && ids.len() == 3);
    // Saved again with one story more: the main one's page is another, of the others only the new one is.
    home.page("again.html", news(&["saw mill", "museum", "bakery", "fish market"]));
    assert_eq!(home.run(&["add", "again.html"]).out, "added 2, unchanged 2, refused 0\n");
    assert_eq!(home.run(&["add", "again.html"]).out, "added 0, unchanged 4, refused 0\n");
}

#[test]
fn only_the_main_story_is_added_on_demand() {
    let home = Home::new();
    home.page("news.html", news(&["saw mill", "museum"]));
    assert_eq!(home.run(&["add", "--main-only", "news.html"]).out, "added 1, unchanged 0, refused 0\n");
    assert_eq!(home.run(&["add", "news.html#2"]).out, "added 1, unchanged 0, refused 0\n");
    let ran = home.run(&["show", "--json", "--keep-all", "news.html#2"]);
    assert!(ran.said("parallax: news.html#2: no article of that number; 1 in it"), "{}", ran.messages);
}

#[test]
fn the_character_set_is_told_with_how_it_was_found() {
    let home = Home::new();
    let words = "Brücke öffnet früher\n\nDer Bürgermeister sagte am Montag, die Brücke über die Orne öffne früher als geplant, und er dankte \
                 allen Anwohnern für die Geduld, die sie in den zwei Jahren der Arbeiten gehabt hätten.\n";
    let in_latin = |text: &str| text.chars().map(|c| c as u32 as u8).collect::<Vec<u8>>();
    let page = format!("<html><head><meta charset=iso-8859-1><title>Brücke öffnet</title></head><body><p>{words}</p></body></html>");
    let wide: Vec<u8> = words.encode_utf16().flat_map(u16::to_le_bytes).collect();
    let mail =
        ["MIME-Version: 1.0\nContent-Type: text/html; charset=windows-1252\n\n<h1>Br".as_bytes(), b"\xfccke</h1><p>", &in_latin(words)]
            .concat();
    for (name, bytes, charset) in [
        ("plain.txt", words.as_bytes().to_vec(), "UTF-8"),
        ("mark.txt", format!("\u{feff}{words}").into_bytes(), "UTF-8 (byte order mark)"),
        ("declared.html", in_latin(&page), "windows-1252 (declared)"),
        ("envelope.mhtml", mail, "windows-1252 (declared)"),
        ("guessed.txt", in_latin(words), "windows-1252 (guessed)"),
        ("wide.txt", [&b"\xff\xfe"[..], &wide].concat(), "UTF-16LE (byte order mark)"),
        ("wide_unmarked.txt", wide.clone(), "UTF-16LE (guessed)"),
        ("feed.xml", feed(&[12]).into_bytes(), "UTF-8"),
    ] {
        home.page(name, bytes);
        let shown = home.run(&["show", "--json", name]).json().remove(0);
        assert_eq!(shown["charset"], charset, "{name}");
    }
    home.run(&["add", "guessed.txt"]);
    let id = home.run(&["list", "--json"]).json()[0]["id"].as_str().unwrap().to_owned();
    assert_eq!(home.run(&["show", "--json", &id]).json()[0]["charset"], "windows-1252 (guessed)", "it is kept");
}

#[test]
fn hostile_files_take_no_time() {
    let home = Home::new();
    home.page("nested.html", format!("<html><body>{}", "<div>word ".repeat(300_000)));
    home.page("line.json", format!("{{\"title\": \"Goats\", \"text\": \"{}\"}}", format!("{REPORT}\\n\\n").repeat(4_000)));
    home.page("deep.json", format!("[{}", "{\"a\":".repeat(2_000_000)));
    home.page("deep.md", format!("---\ntitle: Goats\n---\n{}", ">".repeat(2_000_000)));
    home.page("styles.html", "<font size=1><p>x</p>".repeat(100_000));
    let top = format!("<html><body><h1>Goats visit the town hall</h1><p>{REPORT}</p>");
    let attributes = (0..50_000).map(|number| format!(" a{number}=x")).collect::<Vec<_>>().concat();
    home.page("attributes.html", format!("{top}<div{attributes}>"));
    home.page("entities.html", format!("{top}{}", "&a".repeat(40_000)));
    home.page("word.html", [top.as_bytes(), &b"\xff\xc0\xaf".repeat(20_000)].concat());
    let mut member = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::fast());
    member.write_all(b"a ").unwrap();
    home.page("members.gz", member.finish().unwrap().repeat(3_000));
    let articles = format!("<article><h2>Goats visit the town hall</h2><p>2 March 2024</p>{}", story("mill"));
    home.page("articles.html", articles.repeat(150));
    let lists = format!("{}\"{}\"{}", "[".repeat(100), REPORT.repeat(8_000), "]".repeat(100));
    home.page("program.html", format!("<title>Goats in town</title><script>x={{\"title\":\"Goats in town\",\"x\":{lists}}}</script>"));
    let paragraphs = format!("{REPORT}\n\n").repeat(12);
    home.page("promotions.txt", [&*paragraphs, &*"Sign up for our newsletter, and tell us.\n\n".repeat(20_000), &*paragraphs].concat());
    let odd = ["attributes.html", "entities.html", "word.html", "members.gz", "articles.html", "program.html", "promotions.txt"];
    let ran = home.run(&[&["show", "--json"], &odd[..]].concat());
    let errors: Vec<bool> = ran.json().iter().map(|line| line["error"].is_string()).collect();
    assert_eq!(errors, [false, false, false, true, false, false, false], "{}", ran.messages);
    let ran = home.run(&["add", "nested.html", "line.json", "deep.json", "deep.md", "styles.html"]);
    assert_eq!(ran.out, "added 1, unchanged 0, refused 4\n", "{}", ran.messages);
    assert!(ran.said("parallax: deep.json: broken JSON at line 1, column 636: recursion limit exceeded"), "{}", ran.messages);
}

/// Whether a character acts on a terminal, or turns the direction of reading.
fn acts(c: char) -> bool {
    (c.is_control() && c != '\n') || ('\u{202a}'..='\u{202e}').contains(&c) || ('\u{2066}'..='\u{2069}').contains(&c)
}

/// Fails where a text in a value acts on a terminal.
fn check(value: &Value) {
    match value {
        Value::String(text) => assert!(!text.contains(acts), "{text:?}"),
        Value::Array(all) => all.iter().for_each(check),
        Value::Object(all) => all.values().for_each(check),
        Value::Null | Value::Bool(_) | Value::Number(_) => {}
    }
}

#[test]
fn nothing_that_acts_on_a_terminal_comes_out_of_metadata() {
    let home = Home::new();
    let bad = "\u{1b}[31m\u{1b}]0;x\u{7}\u{202e}\u{2066}\u{9b}31m";
    let data = serde_json::json!({
        "@type": "NewsArticle", "headline": format!("Goats{bad} visit"), "author": {"name": format!("John{bad} Public")},
        "datePublished": format!("2024-02-05{bad}"), "publisher": {"name": format!("Goat{bad} Gazette")}, "inLanguage": format!("en{bad}"),
        "url": format!("https://goats.example/{bad}"),
    });
    let metas = format!(
        "<meta property=\"og:title\" content=\"Goats{bad} visit\"><meta name=author content=\"Jane{bad} Smith\">\
         <meta property=\"article:published_time\" content=\"2024-02-05{bad}T10:00:00Z\"><link rel=canonical href=\"https://goats.example/{bad}\">"
    );
    let page = |head: &str| {
        format!(
            "<html lang=\"en{bad}\"><head>{head}</head><body><p>By Jane{bad} Smith</p><p>{REPORT}{bad}</p><p>{REPORT}</p></body></html>"
        )
    };
    home.page("data.html", page(&format!("<script type=\"application/ld+json\">{data}</script>")));
    home.page("metas.html", page(&metas));
    home.page(
        "note.md",
        format!("---\ntitle: \"Goats{bad}\"\nauthor: Ja{bad}ne\ndate: 2024{bad}-01-01\nlang: \"en{bad}\"\nsource: Ga{bad}zette\n---\n# Goats{bad}\n\n{REPORT}\n"),
    );
    let record = serde_json::json!({"title": format!("B{bad}"), "author": format!("J{bad}"), "url": format!("https://x{bad}"),
        "language": format!("e{bad}"), "source": format!("P{bad}"), "date": format!("2024-02-05{bad}"), "text": format!("{REPORT}{bad}")});
    home.page("crawl.jsonl", format!("{record}\n{record}\n"));
    let files = ["data.html", "metas.html", "note.md", "crawl.jsonl"];
    let ran = home.run(&[&["show", "--json"], &files[..]].concat());
    let lines = ran.json();
    assert_eq!(lines.len(), 5, "{}", ran.messages);
    lines.iter().for_each(check);
    assert!(lines.iter().all(|line| line["error"].is_null()), "{}", ran.messages);
    let shown = home.run(&[&["show"], &files[..]].concat());
    assert!(!shown.out.contains(acts) && !shown.messages.contains(acts) && !ran.messages.contains(acts));
}

#[test]
fn dates_and_numbers_out_of_range_are_none() {
    let home = Home::new();
    let dates =
        ["999999-99-99T99:99:99Z", "1e999", "-9223372036854775808", "99999999999999999999999", "2024-02-30", "0001-01-01T00:00:00+99:99"];
    let records = dates
        .iter()
        .map(|date| format!("{{\"title\": \"Goats\", \"date\": \"{date}\", \"text\": \"{REPORT}\"}}\n"))
        .collect::<Vec<_>>()
        .concat();
    home.page("crawl.jsonl", records);
    let shown = home.run(&["show", "--json", "crawl.jsonl"]).json();
    assert!(shown.len() == dates.len() && shown.iter().all(|line| line["published"].is_null() && line["error"].is_null()), "{shown:?}");
    let metas =
        dates.iter().map(|date| format!("<meta property=\"article:published_time\" content=\"{date}\">")).collect::<Vec<_>>().concat();
    home.page(
        "page.html",
        format!("<html><head>{metas}</head><body><h1>Goats visit</h1><p>99 February 2024</p><p>{REPORT}</p></body></html>"),
    );
    assert_eq!(home.run(&["show", "--json", "page.html"]).json()[0]["published"], Value::Null);
    home.page(
        "figures.txt",
        format!("Goats visit\n\n{REPORT} It counted 1e999 goats, {} votes and $1e400 trillion trillion.\n", "9".repeat(400)),
    );
    assert_eq!(home.run(&["show", "--json", "figures.txt"]).json().len(), 1);
}
