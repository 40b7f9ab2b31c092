//! What holds for every comparison, whatever the reports say.

#![allow(clippy::unwrap_used, clippy::panic, clippy::expect_used, reason = "a test says so by panicking")]

use parallax::article::{Article, ArticleId, Evidence, Fate, Found, Metadata, PageBlock, ParagraphKind};
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

/// What goes wrong when reports are laid side by side, each as a small pair.
mod pitfalls {
    use super::*;

    /// An article of one sentence a paragraph.
    fn report(language: Option<&str>, sentences: &[&str]) -> Article {
        let block = |text: &&str| PageBlock { text: (*text).to_owned(), fate: Fate::Body(ParagraphKind::Prose) };
        let metadata = Metadata { language: language.map(|code| Found::new(code.to_owned(), Evidence::Text)), ..Metadata::default() };
        Article::new(
            ArticleId::of_page(sentences.concat().as_bytes()),
            "page.txt".to_owned(),
            metadata,
            sentences.iter().map(block).collect(),
        )
    }

    fn linked(comparison: &Comparison) -> Vec<(Vec<usize>, Vec<usize>)> {
        let rows = comparison.rows.iter().filter(|row| row.kind() == RowKind::Aligned);
        rows.map(|row| (row.left.clone(), row.right.clone())).collect()
    }

    #[test]
    fn agency_copy_is_aligned_in_full() {
        let copy = [
            "The ferry Marina ran aground off Port Selim on Monday with 120 people on board.",
            "Helicopters took 40 passengers off before the tide turned.",
            "Captain Pavel Orr blamed a broken rudder.",
            "The ship was built in 1987.",
            "Nobody was hurt.",
            "The coast guard will tow it to Merrow on Tuesday.",
        ];
        let other = copy.map(|sentence| sentence.replace("Helicopters took", "Two helicopters lifted"));
        let other: Vec<&str> = other.iter().map(String::as_str).collect();
        let comparison = laid(&report(None, &copy), &report(None, &other));
        assert_eq!(linked(&comparison), (0..copy.len()).map(|n| (vec![n], vec![n])).collect::<Vec<_>>());
        assert!(comparison.rows.iter().all(|row| !row.moved));
    }

    #[test]
    fn a_background_paragraph_is_not_the_news() {
        let left = ["A magnitude 5.6 earthquake struck Orsa on Sunday and injured five people.", "Schools stay closed until Wednesday."];
        let right = ["Parliament passed a law on building safety on Thursday.", "In 2003 an earthquake killed 300 people in the north."];
        assert_eq!(linked(&laid(&report(None, &left), &report(None, &right))), []);
    }

    #[test]
    fn moved_is_said_of_what_stands_elsewhere() {
        let told = [
            "The court in Velden sentenced former mayor Rolf Anders to four years in prison.",
            "Prosecutor Ida Lenz had asked for six years because of the 300,000 euros in bribes.",
            "Builder Max Horn confessed that he paid the mayor in a car park behind the station.",
        ];
        let comparison = laid(&report(None, &told), &report(None, &[told[2], told[0], told[1]]));
        let moved: Vec<(usize, bool)> = comparison.rows.iter().map(|row| (row.left[0], row.moved)).collect();
        assert_eq!(moved, [(0, false), (1, false), (2, true)]);
    }

    #[test]
    fn a_pair_in_other_words_and_spellings_is_found() {
        for (one, other) in [
            ("Prime Minister Olha Vorolenska resigned on Friday.", "Premier Olga Vorolenskaya quit on Friday."),
            ("The neighbours organised a defence of the harbour.", "Neighbors organized the defense of the harbor."),
            ("Costara's president met the king of Merrow.", "The Costaran president and the king met in Merrow."),
        ] {
            assert_eq!(linked(&laid(&report(None, &[one]), &report(None, &[other]))).len(), 1, "{one}");
        }
    }

    #[test]
    fn reports_in_two_languages_meet_in_names_and_figures_and_say_so() {
        let left = ["Olena Kovalenko won 5,400 votes in Kharkiv on 3 May.", "The night was quiet and the streets were empty."];
        let right = ["Олена Коваленко отримала 5400 голосів у Харкові 3 травня.", "Опозиція вимагає перерахунку."];
        let comparison = laid(&report(Some("en"), &left), &report(Some("uk"), &right));
        assert_eq!(linked(&comparison), [(vec![0], vec![0])]);
        assert!(comparison.degraded.unwrap().contains("another language"));
        assert_eq!(laid(&report(Some("en"), &left), &report(Some("en"), &left)).degraded, None);
    }

    #[test]
    fn a_language_without_word_lists_is_compared_by_letters_and_digits() {
        let left = ["Presidentti Aino Virta avasi sillan maanantaina.", "Silta maksoi 40 miljoonaa euroa.", "Sää oli kylmä."];
        let right = ["Silta maksoi noin 40 miljoonaa euroa.", "Presidentti Virta avasi uuden sillan."];
        let found = linked(&laid(&report(Some("fi"), &left), &report(Some("fi"), &right)));
        assert_eq!(found, [(vec![0], vec![1]), (vec![1], vec![0])]);
    }
}
