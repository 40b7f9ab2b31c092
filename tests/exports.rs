//! Comparisons as Markdown and as HTML: `UPDATE=1 cargo test --test exports` writes the examples anew.

#![allow(clippy::unwrap_used, clippy::panic, clippy::expect_used, reason = "a test says so by panicking")]

use std::fs;
use std::path::{Path, PathBuf};

use dom_query::Document;
use parallax::article::Article;
use parallax::compare::{Comparison, Options, compare, pairs};
use parallax::export::{html, markdown};
use parallax::ingest;

fn fixture(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures").join(name)
}

fn read(bytes: &[u8], name: &str) -> Article {
    ingest::ingest(bytes, name, ingest::Options::default()).unwrap().article
}

fn report(name: &str) -> Article {
    read(&fs::read(fixture("exports").join(name)).unwrap(), name)
}

fn compared(articles: &[Article]) -> Vec<Comparison> {
    pairs(articles.len()).map(|(left, right)| compare(&articles[left], &articles[right], &Options::default())).collect()
}

/// Holds a page against the example in a file; the program's version and the style sheet are no part of it.
fn holds(name: &str, got: &str) {
    let style = got.split_once("<style>").and_then(|(_, rest)| rest.split_once("</style>")).map_or("", |(style, _)| style);
    let got = if style.is_empty() { got.to_owned() } else { got.replace(style, "") };
    let got = got.replace(&format!("Parallax {}", env!("CARGO_PKG_VERSION")), "Parallax VERSION");
    let file = fixture("exports").join(name);
    if std::env::var_os("UPDATE").is_some() {
        fs::create_dir_all(file.parent().unwrap()).unwrap();
        fs::write(&file, &got).unwrap();
    }
    assert!(fs::read_to_string(&file).unwrap_or_default() == got, "{name} differs; UPDATE=1 writes it anew:\n{got}");
}

#[test]
fn a_pair_reads_as_its_example() {
    let two = [report("ferry_post.md"), report("ferry_wire.md")];
    holds("pair.md", &markdown::comparisons(&two, &compared(&two)));
    holds("pair.html", &html::comparisons(&two, &compared(&two)));
}

#[test]
fn three_reports_have_a_sheet_and_every_pair() {
    let three = ["ferry_post.md", "ferry_wire.md", "ferry_radio.md"].map(report);
    holds("three.md", &markdown::comparisons(&three, &compared(&three)));
    let page = Document::from(html::comparisons(&three, &compared(&three)));
    assert_eq!((page.select("h1").length(), page.select("section.pair > h2").length()), (1, 3));
    let ids: Vec<String> = page.select("[id]").iter().map(|element| element.attr("id").unwrap().to_string()).collect();
    let different: std::collections::BTreeSet<&String> = ids.iter().collect();
    assert_eq!(ids.len(), different.len(), "an id stands twice");
}

/// A report whose every part tries to be more than text.
fn hostile(sign: &str) -> Article {
    let page = format!(
        "---\ntitle: 'Goats <script>alert(1)</script> | \"visit\" {sign}'\nauthor: '<img src=x onerror=alert(1)>'\ndate: 2024-03-02\nurl: 'javascript:alert(1)'\n---\n\n\
         A herd of {sign} goats walked into the town hall of Underbrook on Saturday and stayed, the council said & sighed `</td></table>`.\n\n\
         \"They were <b>better</b> behaved than {sign} of our visitors | <script>alert(2)</script>,\" said Mayor Petra Lindqvist on Sunday.\n\n\
         | a table | of the page |\n\nTwo keepers led the animals back across the river, and volunteers needed {sign} minutes to sweep the stairs.\n"
    );
    read(page.as_bytes(), "\"><script>.md")
}

#[test]
fn nothing_foreign_becomes_a_tag_or_an_attribute() {
    let two = [hostile("12"), hostile("15")];
    let written = html::comparisons(&two, &compared(&two));
    let page = Document::from(written.as_str());
    assert!(page.select("script, img, iframe, object, link, base, form, b[onclick]").is_empty(), "{written}");
    for element in &page.select("*") {
        let node = element.nodes()[0];
        for attribute in node.attrs() {
            let (name, value) = (attribute.name.local.to_string(), attribute.value.to_string());
            assert!(!name.starts_with("on"), "{name}={value}");
            assert!(name != "href" || value.starts_with('#') || value.starts_with("https://"), "{name}={value}");
        }
    }
    assert!(written.contains("&lt;script&gt;alert(1)&lt;/script&gt;"), "the words are kept");
}

#[test]
fn markdown_keeps_its_tables_whatever_stands_in_them() {
    use pulldown_cmark::{Event, Options, Parser, Tag};
    let two = [hostile("12"), hostile("15")];
    let written = markdown::comparisons(&two, &compared(&two));
    let (mut columns, mut cells, mut text) = (0, 0, String::new());
    for event in Parser::new_ext(&written, Options::all() - Options::ENABLE_SMART_PUNCTUATION) {
        match event {
            Event::Start(Tag::Table(alignments)) => columns = alignments.len(),
            Event::Start(Tag::TableRow | Tag::TableHead) => cells = 0,
            Event::Start(Tag::TableCell) => cells += 1,
            Event::End(pulldown_cmark::TagEnd::TableRow) => assert_eq!(cells, columns, "{written}"),
            Event::Html(tag) | Event::InlineHtml(tag) => assert!(["<br>", "<strong>", "</strong>"].contains(&&*tag), "{tag}"),
            Event::Text(words) | Event::Code(words) => text.push_str(&words),
            _ => {}
        }
    }
    assert!(text.contains("<script>alert(1)</script> | \"visit\" 12"), "the words are kept: {text}");
}

#[test]
fn tables_tell_their_headings_and_glyphs_have_words() {
    let two = [report("ferry_post.md"), report("ferry_wire.md")];
    let page = Document::from(html::comparisons(&two, &compared(&two)));
    assert_eq!(page.select("html").attr("lang").as_deref(), Some("en"));
    assert!(page.select("th:not([scope])").is_empty());
    assert!(!page.select(".passages th[scope=row] .unseen").is_empty());
    let glyphs = page.select(".passages tbody .gutter [aria-hidden]").length();
    assert_eq!(glyphs, page.select(".passages tbody .gutter .unseen").length());
    assert!(!page.select("td[lang=en]").is_empty() && !page.select("mark.figure").is_empty());
    assert!(page.select("del, ins").is_empty(), "neither of two reports came first");
}

#[test]
fn two_versions_of_one_page_say_what_was_put_in_and_taken_out() {
    let page = |words: &str| {
        let text = format!(
            "---\ntitle: Goats visit the town hall\ndate: 2024-03-02\nurl: https://post.example/goats\n---\n\n\
             A herd of goats walked into the town hall of Underbrook on Saturday and {words} until the evening, the council said.\n\n\
             Two keepers led the animals back across the river, and volunteers swept the stairs of the building on Sunday.\n"
        );
        read(text.as_bytes(), "goats.md")
    };
    let two = [page("stayed"), page("calmly remained there")];
    let page = Document::from(html::comparisons(&two, &compared(&two)));
    assert_eq!((page.select("del").text().as_ref(), page.select("ins").is_empty()), ("stayed", false));
}
