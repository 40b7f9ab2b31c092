//! What must hold for every text, however strange: nothing is lost, nothing is invented, nothing reaches a terminal that acts on it.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test says so by panicking")]

use parallax::article::Article;
use parallax::compare::{Comparison, Options, RowKind, Side, compare};
use parallax::extract::claims;
use parallax::ingest::{self, Format, ingest};
use proptest::prelude::*;

/// Lines such as saved pages have: prose with quotations and figures, menus, credits, and noise.
fn line() -> impl Strategy<Value = String> {
    let word = "[A-Z]?[a-z]{1,9}";
    let prose = prop::collection::vec(word, 1..40).prop_map(|words| format!("{}.", words.join(" ")));
    let quotation =
        (prop::collection::vec(word, 1..12), "[A-Z][a-z]{2,8}").prop_map(|(words, who)| format!("“{},” {who} said.", words.join(" ")));
    let figure =
        (1u32..100_000, "[a-z]{3,8}").prop_map(|(n, noun)| format!("At least {n} {noun}s were counted, {} per cent of them.", n % 100));
    prop_oneof![4 => prose, 2 => quotation, 2 => figure, 1 => Just(String::new()), 1 => "\\PC{0,60}", 1 => any::<String>()]
}

fn page() -> impl Strategy<Value = String> {
    prop::collection::vec(line(), 0..30).prop_map(|lines| lines.join("\n"))
}

fn article(page: &str, keep_all: bool) -> Option<Article> {
    ingest(page.as_bytes(), "page.txt", ingest::Options { keep_all, ..ingest::Options::default() }).ok().map(|ingested| ingested.article)
}

/// Letters and digits alone: what must survive every cut.
fn letters(text: &str) -> String {
    text.chars().filter(|c| c.is_alphanumeric()).collect()
}

fn compared(left: &Article, right: &Article) -> Comparison {
    compare(left, right, &Options::default())
}

/// What a row says, with its sides named.
fn sides(comparison: &Comparison, side: Side) -> Vec<(Vec<usize>, Vec<usize>)> {
    let mut rows: Vec<_> = comparison.rows.iter().map(|r| (r.side(side).to_vec(), r.side(side.other()).to_vec())).collect();
    rows.sort();
    rows
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn an_ingested_page_is_clean_and_whole(page in page(), keep_all: bool) {
        if let Some(article) = article(&page, keep_all) {
            let kept: String = article.page.iter().map(|block| block.text.as_str()).collect();
            prop_assert!(!article.body.text().chars().any(|c| c.is_control() && c != '\n'));
            prop_assert!(!kept.chars().any(|c| c.is_control() && c != '\n'));
            let (clean, _) = parallax::text::sanitize::clean(&page);
            let (mut have, mut want): (Vec<char>, Vec<char>) = (letters(&kept).chars().collect(), letters(&clean).chars().collect());
            have.sort_unstable();
            want.sort_unstable();
            prop_assert_eq!(have, want, "kept and dropped text together are the page");
        }
    }

    #[test]
    fn sentences_cover_the_body(page in page()) {
        if let Some(article) = article(&page, true) {
            let told: String = article.body.sentences().iter().map(|s| article.body.words(s.span)).collect();
            prop_assert_eq!(letters(&told), letters(article.body.text()));
        }
    }

    #[test]
    fn claims_stand_in_the_body(page in page()) {
        if let Some(article) = article(&page, true) {
            let claims = claims(&article);
            let body = article.body.text();
            for quotation in &claims.quotations {
                prop_assert!(quotation.spans.iter().all(|span| !span.of(body).is_empty()));
                prop_assert!(quotation.spans.windows(2).all(|pair| pair[0].end <= pair[1].start));
            }
            for figure in &claims.figures {
                prop_assert!(figure.span.covers(figure.number) && !figure.number.of(body).is_empty());
                prop_assert!(figure.value.min.zip(figure.value.max).is_none_or(|(min, max)| min <= max));
            }
        }
    }

    #[test]
    fn every_sentence_stands_in_exactly_one_row(left in page(), right in page()) {
        if let Some((left, right)) = article(&left, true).zip(article(&right, true)) {
            let comparison = compared(&left, &right);
            for (side, article) in [(Side::Left, &left), (Side::Right, &right)] {
                let mut told: Vec<usize> = comparison.rows.iter().flat_map(|row| row.side(side).to_vec()).collect();
                told.sort_unstable();
                prop_assert_eq!(told, (0..article.body.sentences().len()).collect::<Vec<_>>());
            }
        }
    }

    #[test]
    fn segments_rebuild_their_sentences(left in page(), right in page()) {
        if let Some((left, right)) = article(&left, true).zip(article(&right, true)) {
            for row in compared(&left, &right).rows.iter().filter(|row| row.kind() == RowKind::Aligned) {
                for (side, article) in [(Side::Left, &left), (Side::Right, &right)] {
                    let cut: String = row.segments(side).iter().map(|s| article.body.words(s.span)).collect();
                    let whole: String = row.side(side).iter().map(|&n| article.body.words(article.body.sentences()[n].span)).collect();
                    prop_assert_eq!(letters(&cut), letters(&whole));
                }
            }
        }
    }

    #[test]
    fn exchanging_the_articles_exchanges_the_sides(left in page(), right in page()) {
        if let Some((left, right)) = article(&left, true).zip(article(&right, true)) {
            let (one, other) = (compared(&left, &right), compared(&right, &left));
            prop_assert_eq!(sides(&one, Side::Left), sides(&other, Side::Right));
            prop_assert_eq!(one.discrepancies(), other.discrepancies());
        }
    }

    #[test]
    fn an_article_does_not_differ_from_itself(page in page()) {
        if let Some(article) = article(&page, true) {
            let comparison = compared(&article, &article);
            prop_assert_eq!(comparison.discrepancies(), 0);
        }
    }
}

/// Pieces of every format, whole, broken and strange.
const PIECES: &[&str] = &[
    "<rss><channel>",
    "<item>",
    "</item>",
    "<title>",
    "</title>",
    "<description>",
    "<![CDATA[",
    "]]>",
    "&amp;",
    "&#27;",
    "&nbsp;",
    "<feed>",
    "<entry>",
    "</entry>",
    "<content type=\"xhtml\">",
    "</content>",
    "<author><name>",
    "<?xml version=\"1.0\"?>",
    "<!--",
    "-->",
    "{\"text\": \"",
    "\"title\": \"\\u001b[31m",
    "\", ",
    "\"}",
    "[",
    "]",
    "{\"items\": [",
    "\\u202e",
    "\n",
    "---\n",
    "title: ",
    "author:\n  - ",
    "+++\n",
    "# ",
    "> ",
    "- ",
    "[a](http://b)",
    "MIME-Version: 1.0\n",
    "Content-Type: multipart/related; boundary=x\n\n",
    "--x\n",
    "Content-Type: text/html\n",
    "Content-Transfer-Encoding: quoted-printable\n\n",
    "=1B[31m",
    "=\n",
    "<html>",
    "<p>",
    "</p>",
    "<br>",
    "<article><h2>The council of the town voted twice</h2><p>By Jane Smith\u{1b}[2J, 5 February 2024</p>",
    "</article>",
    "<meta property=\"og:title\" content=\"",
    "\">",
    "\u{1b}[2J",
    "\u{9b}31m",
    "\u{202e}",
    ";base64,",
];

fn piece() -> impl Strategy<Value = String> {
    let prose = "The council of the town met on Monday and voted twice, the mayor said after the meeting in the old hall. ";
    prop_oneof![
        6 => prop::sample::select(PIECES).prop_map(str::to_owned),
        2 => Just(prose.to_owned()),
        1 => "\\PC{0,20}",
        1 => any::<String>(),
    ]
}

/// All that an article shows.
fn shown(article: &Article) -> String {
    let metadata = &article.metadata;
    let texts = [&metadata.title, &metadata.source, &metadata.agency].into_iter().flatten().map(|found| found.value.clone());
    let names = metadata.authors.iter().flat_map(|found| found.value.clone());
    let blocks = article.page.iter().map(|block| block.text.clone());
    texts.chain(names).chain(metadata.url.clone()).chain(metadata.language().map(str::to_owned)).chain(blocks).collect()
}

/// What the articles of a file show.
fn shown_of(bytes: &[u8], options: ingest::Options) -> Vec<String> {
    let opened = ingest::open(bytes, "page", options).into_iter().flat_map(|opened| opened.articles).flatten();
    let read = opened.filter_map(|saved| saved.read().ok());
    read.flat_map(|ingested| std::iter::once(ingested.article).chain(ingested.others)).map(|article| shown(&article)).collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    #[test]
    fn any_file_is_read_or_refused_and_shows_nothing_that_acts(
        pieces in prop::collection::vec(piece(), 0..30),
        keep_all: bool,
        format in prop::sample::select(vec![
            None, Some(Format::Dump), Some(Format::Html), Some(Format::Markdown), Some(Format::Feed), Some(Format::Text),
        ]),
    ) {
        for shown in shown_of(pieces.concat().as_bytes(), ingest::Options { keep_all, format }) {
            prop_assert!(!shown.contains(|c: char| c.is_control() || ('\u{202a}'..='\u{202e}').contains(&c)), "{shown:?}");
        }
    }

    #[test]
    fn any_bytes_in_an_envelope_are_read_or_refused(
        start in prop::sample::select(vec![
            "\u{1f}\u{8b}\u{8}\0\0\0\0\0\0\u{3}",
            "MIME-Version: 1.0\nContent-Type: text/html\nContent-Transfer-Encoding: base64\n\n",
            "MIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=x\n\n--x\n",
        ]),
        bytes in prop::collection::vec(any::<u8>(), 0..300),
    ) {
        let start: Vec<u8> = start.chars().map(|c| c as u8).collect();
        for shown in shown_of(&[start, bytes].concat(), ingest::Options::default()) {
            prop_assert!(!shown.contains(char::is_control), "{shown:?}");
        }
    }
}
