//! Quotations end to end: self-written reports and what must be read from them.

use proptest::prelude::*;

use super::*;
use crate::article::{ArticleId, Evidence, Fate, Found, Metadata, PageBlock, ParagraphKind};
use crate::extract::name::names;

fn report(text: &str, language: &str, kind: ParagraphKind) -> Article {
    let page = text.lines().map(|line| PageBlock { text: line.to_owned(), fate: Fate::Body(kind) }).collect();
    let metadata = Metadata { language: Some(Found::new(language.to_owned(), Evidence::Text)), ..Metadata::default() };
    Article::new(ArticleId::of_page(text.as_bytes()), String::new(), metadata, page)
}

/// `kind: words | more words = name (words that name the source)` for each quotation.
fn read_in(text: &str, language: &str, kind: ParagraphKind) -> Vec<String> {
    let article = report(text, language, kind);
    let body = article.body.text();
    let found = quotations(&article, &names(&article));
    let line = |quotation: &Quotation| {
        let words = quotation.spans.iter().map(|span| span.of(body)).collect::<Vec<_>>().join(" | ");
        let name = quotation.speaker_name().unwrap_or("?");
        let source = quotation.speaker.as_ref().and_then(|speaker| speaker.span).map_or("?", |span| span.of(body));
        format!("{}: {words} = {name} ({source})", quotation.kind.as_str())
    };
    found.iter().map(line).collect()
}

fn read(text: &str) -> Vec<String> {
    read_in(text, "en", ParagraphKind::Prose)
}

#[track_caller]
fn check(cases: &[(&str, &[&str])]) {
    for (text, want) in cases {
        assert_eq!(read(text), *want, "{text}");
    }
}

#[test]
fn speaker_before_and_after() {
    check(&[
        ("“We will rebuild,” said Mayor Ana Petrov.", &["direct: We will rebuild, = Ana Petrov (Mayor Ana Petrov)"]),
        ("“We will rebuild,” Ana Petrov told reporters on Monday.", &["direct: We will rebuild, = Ana Petrov (Ana Petrov)"]),
        ("Ana Petrov said: “We will rebuild.”", &["direct: We will rebuild. = Ana Petrov (Ana Petrov)"]),
        (
            "Ana Petrov, the mayor of Velsk, said, “We will rebuild.”",
            &["direct: We will rebuild. = Ana Petrov (Ana Petrov, the mayor of Velsk)"],
        ),
        (
            "A researcher of the institute, Jon Eide, said: “We will rebuild.”",
            &["direct: We will rebuild. = Jon Eide (A researcher of the institute, Jon Eide)"],
        ),
        (
            "“We will rebuild,” said the chief engineer of the builder Morven, Jon Eide.",
            &["direct: We will rebuild, = Jon Eide (the chief engineer of the builder Morven, Jon Eide)"],
        ),
        (
            "The court, whose president, Ana Petrov, told deputies that it was “sold with a price that nobody believed”, is split.",
            &["mixed: sold with a price that nobody believed = Ana Petrov (The court, whose president, Ana Petrov)"],
        ),
        ("“Boil it,” advised Dr Ana Petrov, the chief physician.", &["direct: Boil it, = Ana Petrov (Dr Ana Petrov, the chief physician)"]),
        (
            "Jon Eide rose. Eide lifted a glass.\nDrinking to Petrov's health, he praised “the making of a strong town”.",
            &["direct: the making of a strong town = ? (he)"],
        ),
        (
            "Oda Brekke said that she was tired.\nOn Cathedral Square the baker Nell Osgood waits. “We stay,” she said.",
            &["indirect: she was tired = Oda Brekke (Oda Brekke)", "direct: We stay, = Nell Osgood (she)"],
        ),
        ("“Is it over?” Ana Petrov asked.", &["direct: Is it over? = Ana Petrov (Ana Petrov)"]),
        ("“Enough!” Ana Petrov thundered.", &["direct: Enough! = Ana Petrov (Ana Petrov)"]),
        ("“Enough!” Ana Petrov growled.", &["direct: Enough! = Ana Petrov (Ana Petrov)"]),
        ("“Nobody left the room.” ― Ana Petrov", &["direct: Nobody left the room. = Ana Petrov (Ana Petrov)"]),
    ]);
}

#[test]
fn one_utterance_in_several_spans() {
    check(&[
        ("“We stay,” Ana Petrov said, “and we rebuild.”", &["direct: We stay, | and we rebuild. = Ana Petrov (Ana Petrov)"]),
        ("“We stay,” Ana Petrov said. “Nobody leaves.”", &["direct: We stay, | Nobody leaves. = Ana Petrov (Ana Petrov)"]),
        ("“We stay,” Ana Petrov said, looking up, “and we rebuild.”", &["direct: We stay, | and we rebuild. = Ana Petrov (Ana Petrov)"]),
        (
            "“We stay,” Ana Petrov said. “Nobody leaves.\n“That is all I know.”",
            &["direct: We stay, | Nobody leaves. | That is all I know. = Ana Petrov (Ana Petrov)"],
        ),
    ]);
}

#[test]
fn mixed_and_indirect_speech() {
    check(&[
        ("Ana Petrov said the harbour was “badly hit” and closed.", &["mixed: badly hit = Ana Petrov (Ana Petrov)"]),
        ("Ana Petrov praised the “heroic” crews.", &["mixed: heroic = Ana Petrov (Ana Petrov)"]),
        ("Ana Petrov said that the harbour was closed.", &["indirect: the harbour was closed = Ana Petrov (Ana Petrov)"]),
        ("The harbour was closed, Ana Petrov said on Monday.", &["indirect: The harbour was closed = Ana Petrov (Ana Petrov)"]),
        ("The harbour, Ana Petrov said, was closed by noon.", &["indirect: The harbour | was closed by noon = Ana Petrov (Ana Petrov)"]),
        ("According to Ana Petrov, the harbour was closed.", &["indirect: the harbour was closed = Ana Petrov (Ana Petrov)"]),
        ("The harbour was closed, according to Ana Petrov.", &["indirect: The harbour was closed = Ana Petrov (Ana Petrov)"]),
        ("Ana Petrov told the council that the harbour was closed.", &["indirect: the harbour was closed = Ana Petrov (Ana Petrov)"]),
        ("Ana Petrov vowed to reopen the harbour.", &["indirect: to reopen the harbour = Ana Petrov (Ana Petrov)"]),
        (
            "Ana Petrov said the harbour was closed, adding that it was safe.",
            &["indirect: the harbour was closed = Ana Petrov (Ana Petrov)", "indirect: it was safe = Ana Petrov (Ana Petrov)"],
        ),
    ]);
}

#[test]
fn what_reports_nothing() {
    for text in [
        "His report was long and the note on it short.",
        "In the first week, Ana Petrov announced the plan.",
        "Ana Petrov did not come to the harbour.",
        "I think this is wrong and you believe it too.",
    ] {
        assert_eq!(read(text), Vec::<String>::new(), "{text}");
    }
}

#[test]
fn sources_are_resolved_through_the_article() {
    let lead = "Foreign Minister Peter Brandt met Anna Mollin, the mayor of Velsk, on Monday.\n";
    for (text, want) in [
        ("“It went well,” Brandt said.", "direct: It went well, = Peter Brandt (Brandt)"),
        ("“It went well,” Mr. Brandt said.", "direct: It went well, = Peter Brandt (Mr. Brandt)"),
        ("“It went well,” the foreign minister said.", "direct: It went well, = Peter Brandt (the foreign minister)"),
        ("“It went well,” the mayor said.", "direct: It went well, = Anna Mollin (the mayor)"),
        ("“It went well,” she said.", "direct: It went well, = Anna Mollin (she)"),
        ("“It went well,” he said.", "direct: It went well, = Peter Brandt (he)"),
        ("“It went well,” a bystander said.", "direct: It went well, = ? (a bystander)"),
        ("“It went well,” a spokesman for Brandt said.", "direct: It went well, = spokesman for Brandt (a spokesman for Brandt)"),
        ("“It went well,” said Brandt's spokeswoman, Lena Otte.", "direct: It went well, = Lena Otte (Brandt's spokeswoman, Lena Otte)"),
    ] {
        assert_eq!(read(&format!("{lead}{text}")).last().map(String::as_str), Some(want), "{text}");
    }
}

#[test]
fn offices_and_bodies_speak() {
    check(&[
        (
            "A spokesman for the Harbour Ministry said the port was closed.\n“It reopens soon,” the spokesman said.",
            &[
                "indirect: the port was closed = spokesman for the Harbour Ministry (A spokesman for the Harbour Ministry)",
                "direct: It reopens soon, = spokesman for the Harbour Ministry (the spokesman)",
            ],
        ),
        (
            "The Harbour Ministry closed the port. “It reopens soon,” the ministry said.",
            &["direct: It reopens soon, = Harbour Ministry (the ministry)"],
        ),
        ("“The fleet is ready,” KCNA said.", &["direct: The fleet is ready, = KCNA (KCNA)"]),
        ("He held “useful and frank” talks, as reported by the KCNA agency.", &["mixed: useful and frank = KCNA (the KCNA agency)"]),
        (
            "KCNA's first report was short, but its later report said he was “willing” to come.",
            &["mixed: willing = KCNA (its later report)"],
        ),
    ]);
}

#[test]
fn words_without_a_cue_of_their_own() {
    check(&[
        (
            "Ana Petrov waited for the vote. Then she spoke.\nPetrov continued:\n“The harbour belongs to all of us.”",
            &["direct: The harbour belongs to all of us. = Ana Petrov (Petrov)"],
        ),
        (
            "“We stay,” Ana Petrov said.\n“The harbour belongs to all of us, and it will open.”",
            &[
                "direct: We stay, = Ana Petrov (Ana Petrov)",
                "direct: The harbour belongs to all of us, and it will open. = Ana Petrov (Ana Petrov)",
            ],
        ),
        ("“The harbour belongs to all of us.”\n- Ana Petrov.", &["direct: The harbour belongs to all of us. = Ana Petrov (Ana Petrov)"]),
    ]);
}

#[test]
fn scare_quotes_titles_and_nicknames_are_no_quotations() {
    for text in [
        "The so-called “smart” bins were emptied on Monday.",
        "She starred in “The Long Harbour” and two other films.",
        "A show called “Brokers” opens in May.",
        "Dwayne “Rocky” Petrov won the race.",
        "They played ‘hide and seek’ all day.",
    ] {
        assert_eq!(read(text), Vec::<String>::new(), "{text}");
    }
}

#[test]
fn what_somebody_is_called_is_quoted() {
    check(&[
        ("Ana Petrov called Jon Eide “reckless.” Eide left.", &["mixed: reckless. = Ana Petrov (Ana Petrov)"]),
        ("Ana Petrov called Mr. Eide a “Harbour Thief” twice.", &["mixed: Harbour Thief = Ana Petrov (Ana Petrov)"]),
        ("Ana Petrov described her rival as “the Ferryman”.", &["mixed: the Ferryman = Ana Petrov (Ana Petrov)"]),
        ("Ana Petrov, the mayor, on Tuesday called the plan of the port “dead”.", &["mixed: dead = Ana Petrov (Ana Petrov, the mayor)"]),
    ]);
    for text in [
        "Ana Petrov spoke of a law called the “Clean Harbour Act” of last year.",
        "Ana Petrov said so in her new book, “Salt,” which sold well.",
        "Ana Petrov plays a nurse in the “Ferry” series.",
    ] {
        assert!(read(text).iter().all(|line| line.starts_with("indirect")), "{:?}", read(text));
    }
}

#[test]
fn nouns_of_saying_tell_what_was_said() {
    check(&[
        (
            "The council laughed at Ana Petrov's claim that the harbour had “sunk twice”.",
            &["mixed: sunk twice = Ana Petrov (Ana Petrov's claim)"],
        ),
        ("Jon Eide left. Nobody liked his claim that the harbour had “sunk twice”.", &["mixed: sunk twice = Jon Eide (his)"]),
        (
            "Nobody heard the warning by Ana Petrov that the wall would break.",
            &["indirect: the wall would break = Ana Petrov (Ana Petrov)"],
        ),
        ("Ana Petrov waited. She's predicting the harbour will do “very well” next year.", &["mixed: very well = Ana Petrov (She's)"]),
    ]);
    for text in ["The claim that the wall would break was old.", "They paid the claim for the wall."] {
        assert_eq!(read(text), Vec::<String>::new(), "{text}");
    }
}

#[test]
fn single_marks_of_headlines_are_no_quotations() {
    let body = "“We stay here,” Ana Petrov said. “We rebuild,” she said.";
    assert_eq!(read(&format!("{body}\n‘No way out’")).len(), read(body).len());
    assert_eq!(read(&format!("{body}\nPetrov says ‘no way out’ of the harbour")).len(), read(body).len());
    assert_eq!(read("‘We stay here,’ Ana Petrov said.").len(), 1);
    // Where speech stands between single marks, a short paragraph of it is none the less speech.
    let british =
        "‘He told us “wait” and “stay”, and then we heard nothing more from the harbour for three long winter days,’ Ana Petrov said.";
    assert_eq!(read(&format!("{british}\n‘We stay here,’ she said.")).len(), 2);
}

#[test]
fn marks_that_are_lost() {
    check(&[
        ("The “first was left open. Later “we stay here,” Ana Petrov said.", &["mixed: we stay here, = Ana Petrov (Ana Petrov)"]),
        ("We will rebuild it all,” Ana Petrov said.", &["direct: We will rebuild it all, = Ana Petrov (Ana Petrov)"]),
        ("Ana Petrov said: “We will rebuild. The crews left at noon.", &["direct: We will rebuild. = Ana Petrov (Ana Petrov)"]),
        ("“We stay.\n“We rebuild,” Ana Petrov said.", &["direct: We stay. | We rebuild, = Ana Petrov (Ana Petrov)"]),
    ]);
}

#[test]
fn every_style_of_mark() {
    for text in [
        "\"We stay here,\" Ana Petrov said.",
        "“We stay here,” Ana Petrov said.",
        "„We stay here,“ Ana Petrov said.",
        "«We stay here,» Ana Petrov said.",
        "« We stay here, » Ana Petrov said.",
        "»We stay here,« Ana Petrov said.",
        "'We stay here,' Ana Petrov said.",
        "‘We stay here,’ Ana Petrov said.",
        "``We stay here,'' Ana Petrov said.",
        "「We stay here,」 Ana Petrov said.",
    ] {
        assert_eq!(read(text), ["direct: We stay here, = Ana Petrov (Ana Petrov)"], "{text}");
    }
}

#[test]
fn other_languages() {
    for (language, text, want) in [
        (
            "de",
            "„Wir bleiben hier“, sagte Bürgermeisterin Lena Otte am Montag.",
            "direct: Wir bleiben hier = Lena Otte (Bürgermeisterin Lena Otte)",
        ),
        (
            "fr",
            "« Nous restons ici », a déclaré le ministre Marc Durel lundi.",
            "direct: Nous restons ici = Marc Durel (le ministre Marc Durel)",
        ),
        ("es", "«Nos quedamos», dijo el ministro Juan Olmo el martes.", "direct: Nos quedamos = Juan Olmo (el ministro Juan Olmo)"),
        ("ru", "«Мы остаёмся здесь», — заявил министр Иван Крылов.", "direct: Мы остаёмся здесь = Иван Крылов (министр Иван Крылов)"),
        ("uk", "«Ми лишаємося тут», — заявив міністр Петро Гай.", "direct: Ми лишаємося тут = Петро Гай (міністр Петро Гай)"),
    ] {
        assert_eq!(read_in(text, language, ParagraphKind::Prose), [want], "{text}");
    }
}

#[test]
fn block_quotes_and_transcripts_need_no_marks() {
    let block = read_in("The harbour belongs to all of us.", "en", ParagraphKind::BlockQuote);
    assert_eq!(block, ["direct: The harbour belongs to all of us. = ? (?)"]);
    let lines = read("PETROV: The harbour is open.\nOTTE: Since when?");
    assert_eq!(lines, ["direct: The harbour is open. = PETROV (PETROV)", "direct: Since when? = OTTE (OTTE)"]);
}

proptest! {
    #[test]
    fn spans_lie_in_one_paragraph_each_and_ascend(text in r#"([A-Z]?[a-zé]{0,6}[ ,.“”"'«»:—\n]{0,2}|said |Ana Petrov |that |he |according to ){0,60}"#) {
        let article = report(&text, "en", ParagraphKind::Prose);
        let body = article.body.text();
        for quotation in quotations(&article, &names(&article)) {
            prop_assert!(!quotation.spans.is_empty());
            for span in &quotation.spans {
                prop_assert!(!span.of(body).trim().is_empty(), "{:?} in {:?}", span, body);
                prop_assert!(!span.of(body).contains('\n'));
            }
            prop_assert!(quotation.spans.windows(2).all(|pair| pair[0].end <= pair[1].start));
        }
    }

    #[test]
    fn no_text_makes_it_panic(text in any::<String>(), language in "en|de|fr|es|ru|uk|zz") {
        let article = report(&text, &language, ParagraphKind::Prose);
        let _ = quotations(&article, &names(&article));
    }
}
