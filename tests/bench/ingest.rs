//! How long a page takes to be read: the plain text of a crawled page, and an HTML page with the same report among its furniture.

#![allow(missing_docs, reason = "criterion's macros write undocumented functions")]

use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use parallax::ingest::{Options, ingest};

const MENU: [&str; 8] = ["Home", "Politics", "World", "Business", "Sport", "Arts and Culture", "Weather", "Subscribe to The Harbour Post"];
const SENTENCES: [&str; 6] = [
    "The harbour master, Ida Holt, told the council on Tuesday that the old quay would stay closed until the autumn.",
    "\"We cannot send a ship of three hundred metres through a gap of forty,\" she said after the meeting.",
    "The region pays four of the six million euros, and the town has asked the port authority for the rest.",
    "Ships from Merrow and Costara will have to use the new basin on the other side of the bay until then.",
    "Peter Lund, who speaks for the fishermen, called the plan a gift to the large lines and asked for a second opinion.",
    "The work was to begin in 2019, but a storm tore the dredger from its moorings and nobody has replaced it since.",
];
const LINKS: [&str; 5] = [
    "Fees for large ships to rise by four percent",
    "Ferry runs aground off Port Selim",
    "What the budget means for the islands",
    "Storm closes schools for a second day",
    "Bakery in Upper Orne wins the national prize",
];

/// The lines of a page: a menu, a head, so many paragraphs, links to other stories.
fn lines(paragraphs: usize) -> Vec<String> {
    let menu = (0..40).map(|n| MENU[n % MENU.len()].to_owned());
    let head = ["Old quay to stay closed until autumn", "By Jane Smith", "5 February 2024, 14:05", "3 min read"].map(str::to_owned);
    let sentence = |n: usize| SENTENCES[n % SENTENCES.len()];
    let body = (0..paragraphs).map(|n| format!("{} {}", sentence(n * 5 + 1), sentence(n)));
    let below = (0..80).map(|n| LINKS[n % LINKS.len()].to_owned());
    menu.chain(head).chain(body).chain(below).chain(["© 2024 The Harbour Post. All rights reserved.".to_owned()]).collect()
}

fn dump(paragraphs: usize) -> String {
    lines(paragraphs).join("\n\n")
}

fn html(paragraphs: usize) -> String {
    let lines = lines(paragraphs);
    let (menu, rest) = lines.split_at(40);
    let (head, rest) = rest.split_at(4);
    let (body, below) = rest.split_at(paragraphs);
    let each =
        |lines: &[String], open: &str, close: &str| lines.iter().map(|line| [open, line, close].concat()).collect::<Vec<_>>().join("\n");
    format!(
        "<!DOCTYPE html><html lang=\"en\"><head><title>{title} - The Harbour Post</title></head><body>\n<nav><ul>{}</ul></nav>\n\
         <main><article><h1>{title}</h1><div class=\"meta\">{}</div>{}</article></main>\n<aside class=\"related\">{}</aside></body></html>",
        each(menu, "<li><a href=\"/section\">", "</a></li>"),
        each(&head[1..], "<span>", "</span>"),
        each(body, "<p>", "</p>"),
        each(below, "<div class=\"teaser\"><a href=\"/story\">", "</a></div>"),
        title = head[0],
    )
}

fn pages(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("read");
    for (name, page) in [("a dump of 800 words", dump(20)), ("an HTML page of 800 words", html(20)), ("a dump of 20,000 words", dump(500))]
    {
        group.throughput(Throughput::Bytes(page.len() as u64));
        group.bench_function(name, |bencher| bencher.iter(|| ingest(page.as_bytes(), "page", Options::default())));
    }
    group.finish();
}

criterion_group! {
    name = benches;
    config = Criterion::default().sample_size(20);
    targets = pages
}
criterion_main!(benches);
