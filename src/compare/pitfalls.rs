//! What misleads comparers of news, one case for each: furniture of pages, agency copy, background, growing tolls, bounds, namesakes, speakers
//! of speakers, headlines, stray marks, units, words that look like numbers, other languages, few reports.

#![cfg(test)]

use super::*;
use crate::event::{Signature, likeness};
use crate::ingest::{Options as Reading, ingest};

fn article(text: &str) -> Article {
    ingest(text.as_bytes(), "page.txt", Reading { keep_all: true, ..Reading::default() }).unwrap().article
}

/// Two reports of one event that share three sentences, each with one of its own.
fn pair(left: &str, right: &str) -> (Article, Article, Comparison) {
    const COMMON: &str = "The ferry Marina ran aground off Port Selim on Monday.\nForty passengers were taken off by helicopter.\n\
                          Costara Lines, its owner, promised an inquiry.";
    pair_of(&format!("{COMMON}\n{left}"), &format!("{COMMON}\n{right}"))
}

fn pair_of(left: &str, right: &str) -> (Article, Article, Comparison) {
    let (left, right) = (article(left), article(right));
    let comparison = compare(&left, &right, &Options::default());
    (left, right, comparison)
}

/// How the figures written so are related, if they are paired.
fn figures((left, right, comparison): &(Article, Article, Comparison), one: &str, other: &str) -> Option<FigureVerdict> {
    let found = comparison.figures.iter().find(|found| {
        let Pair::Both(l, r) = found.pair else { return false };
        left.body.words(comparison.left.figures[l].span) == one && right.body.words(comparison.right.figures[r].span) == other
    });
    found.map(|found| found.verdict)
}

fn quotations(comparison: &Comparison) -> Vec<&'static str> {
    comparison.quotations.iter().map(|pair| pair.verdict.as_str()).collect()
}

/// 1: captions and `Read more` stand in both pages and say nothing of the event.
#[test]
fn furniture_of_pages_is_not_aligned() {
    let page = |own: &str| {
        format!(
            "<html><body><article><h1>Ferry aground off Selim</h1><p>The ferry Marina ran aground off Port Selim on Monday, the coastguard \
             of the island said in the morning.</p><figure><img src='f.jpg'><figcaption>A ferry in a storm. Photo: Port Press</figcaption>\
             </figure><p>{own}</p><p><a href='/more'>Read more: Ten ferries that ran aground</a></p><p>Its owner, Costara Lines, promised an \
             inquiry into the accident, the third of its kind in two years.</p></article></body></html>"
        )
    };
    let read = |own: &str| ingest(page(own).as_bytes(), "page.html", Reading::default()).unwrap().article;
    let left = read("Forty passengers were taken off by helicopter while waves of six metres broke over the deck of the ship.");
    let right = read("A helicopter took forty passengers off the ship before noon, and none of them was hurt, a doctor told us.");
    let comparison = compare(&left, &right, &Options::default());
    for (side, article) in [(Side::Left, &left), (Side::Right, &right)] {
        let rows = comparison.rows.iter().flat_map(|row| row.side(side)).map(|&at| article.body.words(article.body.sentences()[at].span));
        assert!(rows.into_iter().all(|sentence| !sentence.contains("Photo:") && !sentence.contains("Read more")));
    }
}

/// 2: one agency's text in two outlets is aligned in full, and said to be the same text.
#[test]
fn agency_copy_is_one_text() {
    let (_, _, comparison) = pair("Divers will look at the hull on Tuesday.", "Divers will look at the hull on Tuesday.");
    assert!(comparison.rows.iter().all(|row| row.kind() == RowKind::Aligned && row.reasons.contains(&Reason::SameText)));
    assert_eq!(comparison.discrepancies(), 0);
}

/// 3, 4 and 5: background of other years, tolls that grow, and bounds.
#[test]
fn what_differs_and_is_no_conflict() {
    let earlier = pair("The accident killed 12 people.", "In 2003 an accident off Selim killed 85 people.");
    assert_eq!(figures(&earlier, "12", "85"), None);
    let toll =
        |day: &str, count: &str| format!(" date {day} Ferry aground\nThe ferry Marina sank off Selim, and {count} people were killed.");
    let grown = pair_of(&toll("2024-05-01", "12"), &toll("2024-05-02", "19"));
    assert_eq!(figures(&grown, "12", "19"), Some(FigureVerdict::Compatible));
    assert_eq!(grown.2.figures.iter().find_map(|pair| pair.later), Some(Side::Right));
    let bound = pair("More than 60 people were on board the Marina.", "On board the Marina were 84 people.");
    assert_eq!(figures(&bound, "More than 60", "84"), Some(FigureVerdict::Compatible));
}

/// 4: a later report repeats the earlier tolls beside its own; today's faces today's.
#[test]
fn earlier_tolls_beside_todays_face_their_own() {
    let early =
        " date 2024-05-02 Toll of Orla slide at 19\nThe slide at Orla killed at least 19 people, up from 12 on Monday, police said.";
    let late = " date 2024-05-03 Toll of Orla slide at 23\nThe slide at Orla killed at least 23 people, up from 19 on Tuesday and 12 on Monday, \
                police said.";
    let found = pair_of(early, late);
    assert_ne!(figures(&found, "at least 19", "12"), Some(FigureVerdict::Conflict));
    assert_eq!(found.2.figures.iter().filter(|pair| pair.verdict.is_discrepancy()).count(), 0);
    assert_eq!(figures(&found, "at least 19", "at least 23"), Some(FigureVerdict::Compatible));
    assert_eq!(figures(&found, "12", "12"), Some(FigureVerdict::Same));
}

/// 6 and 7: namesakes are two, a title that shifts makes no other speaker, and a spokesman speaks for whom he speaks.
#[test]
fn speakers_by_surname_title_and_spokesman() {
    let shifted = pair("“We will raise her,” Captain Ida Holt said.", "“We will raise her,” Ms Holt said. Ida Holt is the captain.");
    assert_eq!(quotations(&shifted.2), ["identical"]);
    let namesakes = pair("“We will raise her by June,” Ida Holt said.", "“We will raise her by June,” Peter Holt said.");
    assert!(!quotations(&namesakes.2).contains(&"identical"), "{:?}", quotations(&namesakes.2));
    let spokesman = pair(
        "“The ship was checked in May,” a spokesman for Costara Lines said.",
        "“The ship was checked in May,” Costara Lines said in a statement.",
    );
    assert_eq!(quotations(&spokesman.2), ["identical"]);
    let inner = pair("“He shouted ‘Jump!’ and we jumped,” Ann Reed said.", "\"He shouted 'Jump!' and we jumped,\" Ann Reed said.");
    assert_eq!(quotations(&inner.2), ["identical"]);
}

/// 8: a headline is compared, but is no sentence of the body.
#[test]
fn headlines_are_not_aligned() {
    let text = " date 2024-05-01 Ferry Marina runs aground off Port Selim\nForty passengers were taken off by helicopter.";
    let (left, _, comparison) =
        pair_of(text, "The ferry Marina ran aground off Port Selim. Forty passengers were taken off by helicopter.");
    assert_eq!(left.body.sentences().len(), 1);
    assert_eq!(comparison.rows.iter().filter(|row| row.kind() == RowKind::Aligned).count(), 1);
}

/// 9: apostrophes, a mark that is never closed, and German marks with an English closer.
#[test]
fn stray_marks_swallow_nothing() {
    let unclosed =
        pair("“We will raise her, Ida Holt said.\nThe harbour's gates don't open before June.", "“We will raise her,” Ida Holt said.");
    let text = unclosed.0.body.text();
    assert!(unclosed.2.left.quotations.iter().all(|quotation| !quotation.text(text).contains("harbour")));
    let german =
        "Der Kapitän sagte: „Wir heben das Schiff“, und ging. Die „Marina” liegt vor Selim auf Grund, und das ist nicht gut für den Hafen.";
    let (article, ..) = pair_of(german, german);
    let claims = crate::extract::claims(&article);
    assert!(claims.quotations.iter().any(|quotation| quotation.text(article.body.text()) == "Wir heben das Schiff"));
}

/// 10: what the same digits mean by language and unit.
#[test]
fn units_are_converted_and_marks_read_by_language() {
    for (left, right, one, other, want) in [
        ("The Marina weighs 900 short tons.", "The Marina weighs 816 tonnes.", "900 short tons", "816 tonnes", true),
        (
            "The Marina lay ten nautical miles off Selim.",
            "The Marina lay 18.5 kilometres off Selim.",
            "ten nautical miles",
            "18.5 kilometres",
            true,
        ),
        (
            "The water off Selim had 50 degrees Fahrenheit.",
            "The water off Selim had 10 degrees Celsius.",
            "50 degrees Fahrenheit",
            "10 degrees Celsius",
            true,
        ),
        ("The fine for the Marina was £2m.", "The fine for the Marina was 2 million pounds.", "£2m", "2 million pounds", true),
        ("The fine for the Marina was £2m.", "The fine for the Marina was $2m.", "£2m", "$2m", false),
    ] {
        let found = figures(&pair(left, right), one, other);
        assert_eq!(matches!(found, Some(FigureVerdict::Same | FigureVerdict::Compatible)), want, "{left} / {right}: {found:?}");
    }
    let german = "Der Schaden an der Fähre Marina vor Selim beträgt 1.500 Euro, und das ist nach Ansicht der Reederei nicht viel für ein Schiff, das seit \
                  vielen Jahren vor der Küste der Insel fährt und das an diesem Tag nur mit der Hilfe der Leute aus dem Hafen gerettet wurde.";
    let figure = crate::extract::claims(&article(german)).figures.into_iter().find(|figure| figure.unit.as_deref() == Some("EUR"));
    assert_eq!(figure.and_then(|figure| figure.value.middle()), Some(1500.0));
}

/// 11: words that look like numbers, dates and ranks.
#[test]
fn words_that_look_like_numbers_count_nothing() {
    for text in ["No one was hurt.", "One should not sail in May.", "The storm may turn.", "A second ship came.", "They march in the dark."]
    {
        assert_eq!(crate::extract::claims(&article(text)).figures.len(), 0, "{text}");
    }
}

/// 13 and 14: of two reports, a common word says little, and two tolls keep two events apart.
#[test]
fn two_reports_are_enough_to_tell_events_apart() {
    let score = |one: &str, other: &str| likeness(&Signature::of(&article(one)), &Signature::of(&article(other))).score();
    let fire = "A fire in a mill in Velden killed 12 people on Monday. Forty firemen fought the flames in Velden until noon.";
    let same = "Twelve people were killed on Monday when a mill in Velden burned. Firemen fought the flames until noon.";
    let other = "A fire in a school in Merrow killed 20 people on Friday. Smoke stood over Merrow until night, police said.";
    assert!(score(fire, same) > 0.8 && score(fire, other) < 0.3, "{} {}", score(fire, same), score(fire, other));
}
