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

#[test]
fn hostile_files_take_no_time() {
    let home = Home::new();
    home.page("nested.html", format!("<html><body>{}", "<div>word ".repeat(300_000)));
    home.page("line.json", format!("{{\"title\": \"Goats\", \"text\": \"{}\"}}", format!("{REPORT}\\n\\n").repeat(4_000)));
    home.page("deep.json", format!("[{}", "{\"a\":".repeat(2_000_000)));
    home.page("deep.md", format!("---\ntitle: Goats\n---\n{}", ">".repeat(2_000_000)));
    home.page("styles.html", "<font size=1><p>x</p>".repeat(100_000));
    let ran = home.run(&["add", "nested.html", "line.json", "deep.json", "deep.md", "styles.html"]);
    assert_eq!(ran.out, "added 1, unchanged 0, refused 4\n", "{}", ran.messages);
    assert!(ran.said("parallax: deep.json: broken JSON at line 1, column 636: recursion limit exceeded"), "{}", ran.messages);
}
