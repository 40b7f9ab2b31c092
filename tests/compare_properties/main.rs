//! What holds for every comparison, whatever the reports say.

#![allow(clippy::unwrap_used, clippy::panic, clippy::expect_used, reason = "a test says so by panicking")]

mod pitfalls;

use parallax::article::{Article, ArticleId, Fate, Metadata, PageBlock, ParagraphKind};
use parallax::compare::{Comparison, Options, Pair, RowKind, Side, compare};
use proptest::prelude::*;

/// Sentences that share words, speakers and figures in all the ways that matter.
const SENTENCES: &[&str] = &[
    "The ferry Marina ran aground off Port Selim on Monday with 120 people on board.",
    "On Monday the Marina, a ferry, ran aground near Port Selim.",
    "About 115 passengers were taken to the shore, the coast guard said.",
    "\u{201c}We heard a loud noise and then the lights went out,\u{201d} passenger Ida Holt said.",
    "\"We heard a noise, and the lights went out,\" said Ida Holt.",
    "Captain Pavel Orr praised the \"calm\" crew.",
    "\"The calm crew did all that could be done for the passengers,\" Orr said.",
    "The ship was built in 1987 and repaired twice.",
    "No one was hurt.",
    "At least three people were hurt, the hospital in Port Selim said.",
    "Caf\u{e9} owners handed out tea \u{2013} and blankets.",
    "It was dark.",
];

fn article(numbers: &[usize]) -> Article {
    let sentence = |number: &usize| SENTENCES[number % SENTENCES.len()];
    let paragraph = |part: &[usize]| part.iter().map(sentence).collect::<Vec<_>>().join(" ");
    let block = |part: &[usize]| PageBlock { text: paragraph(part), fate: Fate::Body(ParagraphKind::Prose) };
    let page: Vec<PageBlock> = numbers.chunks(2).map(block).collect();
    Article::new(ArticleId::of_page(b"page"), "page.txt".to_owned(), Metadata::default(), page)
}

fn articles() -> impl Strategy<Value = Article> {
    prop::collection::vec(0..SENTENCES.len(), 0..12).prop_map(|numbers| article(&numbers))
}

fn laid(left: &Article, right: &Article) -> Comparison {
    compare(left, right, &Options::default())
}

fn swapped(pair: Pair<usize>) -> (Option<usize>, Option<usize>) {
    (pair.side(Side::Right), pair.side(Side::Left))
}

fn straight(pair: Pair<usize>) -> (Option<usize>, Option<usize>) {
    (pair.side(Side::Left), pair.side(Side::Right))
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn every_sentence_is_in_exactly_one_row(left in articles(), right in articles()) {
        let comparison = laid(&left, &right);
        for (side, article) in [(Side::Left, &left), (Side::Right, &right)] {
            let mut seen: Vec<usize> = comparison.rows.iter().flat_map(|row| row.side(side).to_vec()).collect();
            seen.sort_unstable();
            prop_assert_eq!(seen, (0..article.body.sentences().len()).collect::<Vec<_>>());
        }
        let leads = comparison.rows.iter().filter_map(|row| row.left.first());
        prop_assert!(leads.clone().zip(leads.skip(1)).all(|(one, next)| one < next), "the left order leads");
    }

    #[test]
    fn segments_rebuild_their_sentences(left in articles(), right in articles()) {
        let comparison = laid(&left, &right);
        for row in comparison.rows.iter().filter(|row| row.kind() == RowKind::Aligned) {
            for (side, article) in [(Side::Left, &left), (Side::Right, &right)] {
                let sentences = row.side(side).iter().map(|&n| article.body.words(article.body.sentences()[n].span));
                let segments = row.segments(side).iter().map(|segment| article.body.words(segment.span));
                prop_assert_eq!(sentences.collect::<String>(), segments.collect::<String>());
            }
        }
    }

    #[test]
    fn exchanging_the_sides_exchanges_the_result(left in articles(), right in articles()) {
        let (one, other) = (laid(&left, &right), laid(&right, &left));
        let mut rows: Vec<_> = one.rows.iter().map(|row| (row.left.clone(), row.right.clone())).collect();
        let mut mirrored: Vec<_> = other.rows.iter().map(|row| (row.right.clone(), row.left.clone())).collect();
        rows.sort();
        mirrored.sort();
        prop_assert_eq!(rows, mirrored);
        let mut quotations: Vec<_> = one.quotations.iter().map(|pair| straight(pair.pair)).collect();
        let mut mirrored: Vec<_> = other.quotations.iter().map(|pair| swapped(pair.pair)).collect();
        quotations.sort();
        mirrored.sort();
        prop_assert_eq!(quotations, mirrored);
        let mut figures: Vec<_> = one.figures.iter().map(|pair| straight(pair.pair)).collect();
        let mut mirrored: Vec<_> = other.figures.iter().map(|pair| swapped(pair.pair)).collect();
        figures.sort();
        mirrored.sort();
        prop_assert_eq!(figures, mirrored);
    }

    #[test]
    fn an_article_agrees_with_itself(numbers in prop::sample::subsequence((0..SENTENCES.len()).collect::<Vec<_>>(), 0..SENTENCES.len())) {
        let article = article(&numbers);
        let comparison = laid(&article, &article);
        prop_assert_eq!(comparison.discrepancies(), 0);
        for row in &comparison.rows {
            let says_something = row.left.iter().chain(&row.right).any(|&n| {
                article.body.words(article.body.sentences()[n].span).split_whitespace().count() > 3
            });
            prop_assert!(row.left == row.right || !says_something, "{:?}", row);
            prop_assert!(!row.moved);
        }
    }
}

#[test]
fn empty_and_very_long_reports_are_compared() {
    let empty = article(&[]);
    assert!(laid(&empty, &empty).rows.is_empty());
    let long = article(&(0..2_400).collect::<Vec<_>>());
    let comparison = laid(&long, &article(&[0, 3, 5]));
    assert!(comparison.degraded.unwrap().contains("2000"));
    assert!(comparison.rows.len() > 2_390);
}
