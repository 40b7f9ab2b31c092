//! What goes wrong when reports are laid side by side, each as a small pair.

use super::*;
use parallax::article::{Evidence, Found, Published};
use parallax::compare::Reason;
use parallax::extract::Figure;
use parallax::ingest::{self, ingest};

/// An article of one sentence a paragraph.
fn report(language: Option<&str>, sentences: &[&str]) -> Article {
    let block = |text: &&str| PageBlock { text: (*text).to_owned(), fate: Fate::Body(ParagraphKind::Prose) };
    let metadata = Metadata { language: language.map(|code| Found::new(code.to_owned(), Evidence::Text)), ..Metadata::default() };
    Article::new(ArticleId::of_page(sentences.concat().as_bytes()), "page.txt".to_owned(), metadata, sentences.iter().map(block).collect())
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

/// The verdicts on the figures that both sides have, with the words of each.
fn figures(left: &Article, right: &Article) -> Vec<(&'static str, String, String)> {
    let comparison = laid(left, right);
    let words = |article: &Article, claims: &[Figure], number: usize| article.body.words(claims[number].span).to_owned();
    let both = comparison.figures.iter().filter_map(|pair| match pair.pair {
        Pair::Both(one, other) => {
            Some((pair.verdict.as_str(), words(left, &comparison.left.figures, one), words(right, &comparison.right.figures, other)))
        }
        _ => None,
    });
    both.collect()
}

/// The verdicts on the quotations of both sides.
fn quotations(left: &Article, right: &Article) -> Vec<&'static str> {
    laid(left, right).quotations.iter().map(|pair| pair.verdict.as_str()).collect()
}

fn page(text: &str) -> Article {
    ingest(text.as_bytes(), "page.txt", ingest::Options::default()).unwrap().article
}

#[test]
fn captions_and_pointers_to_other_stories_are_no_rows() {
    let body = "The ferry Marina ran aground off Port Selim on Monday with 120 people on board, the coast guard said.\n\n\
                Helicopters took 40 passengers off before the tide turned, and the others spent the night in the lounge.\n\n\
                Captain Pavel Orr blamed a broken rudder, which had been repaired in the spring of last year.";
    let dump = format!(
        "Ferry runs aground off Port Selim\n\nThe ferry Marina off Port Selim on Monday. (Photo: Ida Holt/Handout)\n\n{body}\n\nRead more: Ferry Marina had run aground before"
    );
    let (left, right) = (page(&dump), page(&format!("Marina aground\n\n{body}")));
    let comparison = laid(&left, &right);
    for row in &comparison.rows {
        let words: String = row.left.iter().map(|&n| left.body.words(left.body.sentences()[n].span)).collect();
        assert!(!words.contains("Photo") && !words.contains("Read more") && row.left.len() == row.right.len(), "{words}");
    }
}

#[test]
fn a_headline_is_no_row() {
    let body = "The ferry Marina ran aground off Port Selim on Monday with 120 people on board, the coast guard said.\n\n\
                Helicopters took 40 passengers off before the tide turned, and the others spent the night in the lounge.";
    let (left, right) = (page(&format!("Ferry Marina runs aground off Port Selim\n\n{body}")), page(&format!("Marina aground\n\n{body}")));
    assert_eq!(left.title(), Some("Ferry Marina runs aground off Port Selim"));
    assert!(laid(&left, &right).rows.iter().all(|row| row.left == row.right && !row.left.is_empty()));
}

#[test]
fn the_same_words_are_said_to_be_the_same_words() {
    let copy = ["The ferry Marina ran aground off Port Selim on Monday with 120 people on board."];
    let comparison = laid(&report(None, &copy), &report(None, &copy));
    assert!(comparison.rows[0].reasons.contains(&Reason::SameText));
}

#[test]
fn figures_of_earlier_events_are_not_held_against_the_news() {
    let left = report(None, &["The earthquake in Orsa killed 12 people on Sunday.", "In 2003 an earthquake in Orsa killed 300 people."]);
    let right = report(None, &["The earthquake in Orsa killed 12 people on Sunday.", "In 1959 an earthquake in Orsa killed 41 people."]);
    assert_eq!(figures(&left, &right), [("same", "12".to_owned(), "12".to_owned())]);
}

#[test]
fn a_toll_that_grew_is_a_later_count() {
    let at = |text: &str, published: &str| {
        let mut article = report(None, &[text]);
        article.metadata.published = Published::parse(published).map(|time| Found::new(time, Evidence::Metadata));
        article
    };
    let early = at("The earthquake in Orsa killed 12 people.", "2024-03-03T18:00:00Z");
    let late = at("The earthquake in Orsa killed 19 people.", "2024-03-04T09:00:00Z");
    let comparison = laid(&early, &late);
    let pair = comparison.figures.iter().find(|pair| matches!(pair.pair, Pair::Both(..))).unwrap();
    assert_eq!((pair.verdict.as_str(), pair.later), ("compatible", Some(Side::Right)));
}

#[test]
fn a_bound_is_met_by_more() {
    let left = report(None, &["At least 60 people died in the mudslide near Orsa."]);
    let right = report(None, &["The mudslide near Orsa killed 84 people."]);
    assert_eq!(figures(&left, &right).iter().map(|found| found.0).collect::<Vec<_>>(), ["compatible"]);
}

#[test]
fn other_numbers_of_the_dead_are_not_the_same() {
    let left = report(None, &["The fire in the mill of Velden killed 12 people on Monday."]);
    let right = report(None, &["The fire in the mill of Velden killed 20 people on Monday."]);
    assert_eq!(figures(&left, &right).iter().map(|found| found.0).collect::<Vec<_>>(), ["conflict"]);
}

#[test]
fn a_name_with_other_titles_is_one_person_and_a_namesake_is_not() {
    let both = |left: &str, right: &str| {
        let comparison = laid(&report(None, &[left]), &report(None, &[right]));
        comparison.names.iter().filter(|name| matches!(name.pair, Pair::Both(..))).map(|name| name.text.clone()).collect::<Vec<_>>()
    };
    let told = "In Selim, Prime Minister Olha Vorolenska met Peter Berg.";
    assert_eq!(both(told, "In Selim, Mrs Vorolenska spoke to Peter Berg."), ["Selim", "Olha Vorolenska", "Peter Berg"]);
    assert_eq!(both(told, "In Selim, Anna Berg spoke to Olha Vorolenska."), ["Selim", "Olha Vorolenska"]);
}

#[test]
fn a_statement_may_be_given_to_who_reads_it() {
    for (left, right) in [
        (
            "\"We will rebuild every school in the valley,\" the ministry said.",
            "\"We will rebuild every school in the valley,\" ministry spokeswoman Anna Berg said.",
        ),
        (
            "Anna Berg said: \"My father told me 'never sell the boat' and I listened to him.\"",
            "“My father told me ‘never sell the boat’ and I listened to him,” Anna Berg said.",
        ),
        (
            "\"We will rebuild every school in the valley,\" Anna Berg wrote on Twitter.",
            "Anna Berg: “We will rebuild every school in the valley.”",
        ),
    ] {
        assert_eq!(quotations(&report(None, &[left]), &report(None, &[right])), ["identical"], "{left}");
    }
}

#[test]
fn every_kind_of_marks_holds_the_same_words() {
    let told = report(None, &["\"We will rebuild every school in the valley by spring,\" Anna Berg said."]);
    for other in [
        &["'We will rebuild every school in the valley by spring,' Anna Berg said."][..],
        &["« We will rebuild every school in the valley by spring », Anna Berg said."],
        &["„We will rebuild every school in the valley by spring“, Anna Berg said."],
        &["“We will rebuild every school", "“in the valley by spring,” Anna Berg said."],
    ] {
        assert_eq!(quotations(&told, &report(None, other)), ["identical"], "{other:?}");
    }
}

#[test]
fn numbers_are_read_by_the_language_and_the_unit() {
    let german = report(Some("de"), &["Der Turm von Selim steht seit 1.500 Tagen leer und kostet 2,5 Milliarden Euro."]);
    let english = report(Some("en"), &["The tower of Selim has stood empty for 1,500 days and costs 2.5 billion euros."]);
    assert_eq!(figures(&german, &english).iter().map(|found| found.0).collect::<Vec<_>>(), ["same", "same"]);
    for (left, right, want) in [
        ("The slick off Selim is 10 nautical miles long.", "The slick off Selim is 18.5 kilometres long.", "same"),
        ("The crane in Velden weighed 20 short tons.", "The crane in Velden weighed 18.1 tonnes.", "same"),
        ("It was 104 degrees Fahrenheit in Orsa on Monday.", "It was 40 degrees Celsius in Orsa on Monday.", "same"),
    ] {
        let found = figures(&report(None, &[left]), &report(None, &[right]));
        let verdicts: Vec<&str> = found.iter().map(|found| found.0).collect();
        assert!(verdicts == [want] || verdicts == ["compatible"], "{left}: {found:?}");
    }
    // A pound of money is none of mass, and a dollar of one country none of another.
    for (left, right) in [
        ("The stall in Orsa sold fish for £20 on Monday.", "The stall in Orsa sold 20 pounds of fish on Monday."),
        ("The ticket to Orsa costs A$40 from May on.", "The ticket to Orsa costs US$90 from May on."),
    ] {
        assert_eq!(figures(&report(None, &[left]), &report(None, &[right])), [], "{left}");
    }
}

#[test]
fn words_that_only_look_like_numbers_are_no_figures() {
    let told = report(
        None,
        &[
            "One has to wait, and it took but a second.",
            "In March they may march through the old quarter of Selim.",
            "No one knows, the one thing is sure.",
            "Falcon 9 left from pad 39A, as section 8 of the law and flight 370 show.",
        ],
    );
    let found = laid(&told, &told);
    let written: Vec<&str> = found.left.figures.iter().map(|figure| told.body.words(figure.span)).collect();
    assert_eq!(written, Vec::<&str>::new());
}

#[test]
fn names_that_every_sentence_has_do_not_tell_which_sentences_belong_together() {
    let told = [
        "Mayor Rolf Anders of Velden opened a swimming pool with a slide.",
        "Rolf Anders of Velden grew up on a farm with forty geese.",
        "Velden owes a bank twelve million crowns, Mayor Rolf Anders wrote.",
        "Choirs from Velden sang for Mayor Rolf Anders in the rain.",
        "Rolf Anders thanked bricklayers from Velden and neighbouring Orsa.",
        "Lifeguards pulled a dog out before Rolf Anders of Velden spoke.",
    ];
    let retold = [
        "On forty geese and a farm looks back Mayor Rolf Anders of Velden.",
        "A slide is part of the swimming pool of Velden, opened by Rolf Anders.",
        "Crowns, twelve million of them, a bank wants from Velden and Rolf Anders.",
        "Bricklayers from Orsa and Velden were thanked by Mayor Rolf Anders.",
        "Rolf Anders of Velden spoke after a dog was pulled out by lifeguards.",
        "In rain sang choirs of Velden, Rolf Anders being mayor.",
    ];
    let found = linked(&laid(&report(None, &told), &report(None, &retold)));
    let want = [(0, 1), (1, 0), (2, 2), (3, 5), (4, 3), (5, 4)].map(|(one, other)| (vec![one], vec![other]));
    assert_eq!(found, want);
}
