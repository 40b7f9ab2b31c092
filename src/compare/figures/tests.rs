//! Figures of one measure, and of two.

use super::matter::matter;
use super::specimen::exact;
use super::*;
use crate::article::{Article, ArticleId, Fate, Metadata, PageBlock, ParagraphKind, Published};
use crate::compare::compare;

#[test]
fn an_event_has_one_toll_and_its_talks_one_length() {
    let matter_of = |figure: &Figure| matter(figure, "people").map(|(_, thing, state)| (thing.to_owned(), state.to_owned()));
    let killed = exact(12.0, "peopl", "kill");
    assert_eq!(matter_of(&killed), matter_of(&exact(23.0, "person", "kill")));
    assert_ne!(matter_of(&killed), matter_of(&exact(23.0, "peopl", "miss")));
    assert_eq!(matter_of(&exact(12.0, "hous", "kill")), None);
    let lasting = |head: &str| Figure { dimension: Dimension::Duration, ..exact(7200.0, head, "last") };
    assert!(matter_of(&lasting("talk")).is_some() && matter_of(&lasting("talk")) != matter_of(&lasting("storm")));
    let mut earlier = killed;
    earlier.measures.historical = true;
    assert_eq!(matter_of(&earlier), None);
    let aged = Figure { dimension: Dimension::Age, ..exact(51.0, "pell", "") };
    assert!(matter(&aged, "Pell").is_some() && matter(&aged, "man").is_none());
}

/// Values and verdicts of the pairs of two reports of one sentence each, and of what only one side gives.
fn paired(left: &str, right: &str) -> Vec<&'static str> {
    let article = |text: &str| {
        let page = vec![PageBlock { text: text.to_owned(), fate: Fate::Body(ParagraphKind::Prose) }];
        Article::new(ArticleId::of_page(text.as_bytes()), "page.txt".to_owned(), Metadata::default(), page)
    };
    let comparison = compare(&article(left), &article(right), &Options::default());
    comparison.figures.iter().filter(|pair| matches!(pair.pair, Pair::Both(..))).map(|pair| pair.verdict.as_str()).collect()
}

#[test]
fn what_is_named_alike_or_told_in_one_value_is_paired_in_any_sentence() {
    for (left, right, want) in [
        (
            "Records list $310 for hats and $5,612.40 at the Tarn Island Holistic Retreat.",
            "In spring the mayor took a $90 dinner and a $5,512.40 rest at the Tarn Island Holistic Retreat.",
            &["conflict"][..],
        ),
        (
            "Records list $90 at Orla Books and $5,612.40 at the Tarn Island Holistic Retreat.",
            "He took a $310 dinner at Velden House in Merrow and a $5,512.40 rest at the Tarn Island Holistic Retreat.",
            &["conflict"],
        ),
        (
            "Among the gifts named in the 48-page indictment are trips between 2009 and 2016.",
            "A 47-page indictment of the mayor was read out in Velden on Monday.",
            &["conflict"],
        ),
        ("The mill had sales of €2.5bn, it said.", "Revenue was 2,500 million euros after a dry year.", &["same"]),
        ("Rates fell by a quarter-point.", "Rates fell by 0.25 percentage points.", &["same"]),
        ("Records list $310 for hats.", "In spring the mayor paid $90 for a dinner.", &[]),
        ("Sales of the mill rose 7 per cent.", "Revenue of the mill came to 2,500 million euros, 7% more than the year before.", &["same"]),
    ] {
        assert_eq!(paired(left, right), want, "{left}\n{right}");
    }
}

/// Both would be called a conflict if only the words around them were looked at.
#[test]
fn what_cannot_be_of_one_measure_is_no_conflict() {
    for (left, right) in [
        (
            "The new lamp of Brightwell is the thinnest 17-inch lamp.",
            "The new lamp of Brightwell, the thinnest of all, is 0.98 inches thick.",
        ),
        ("Velden opened the season with eight losses in ten games.", "Velden had a good season before a six-game loss to Orsa."),
        (
            "In his year at Velden Ivar Brun ran 269 yards and scored two touchdowns.",
            "In his year at Velden Ola Lind ran 716 yards and scored five touchdowns.",
        ),
        ("The talks in Merrow lasted four hours.", "The lockdown in Merrow lasted nine hours."),
        ("On Saturday 20,000 people marched in Velden.", "On Sunday 30,000 people marched in Velden."),
        (
            "Of the 23 smugglers of Selim 12 are Lornes and 11 are Costarans.",
            "The police of Selim took 12 Lorne and 11 Costaran smugglers.",
        ),
        ("In spring Brun missed 10 of the 16 games of Velden.", "In spring Brun missed 10 games of Velden."),
        ("A .357-caliber revolver was found in Velden.", "A .38 caliber revolver was found in Velden."),
        ("The mayor spent over $300 at the shop in Velden.", "The mayor spent $5,587 at the shop in Velden."),
        ("Brightwell lost 35.7 percent of its value in Velden.", "Brightwell lost over 10 percent of its value in Velden."),
    ] {
        assert!(!paired(left, right).contains(&"conflict"), "{left}\n{right}");
    }
}

#[test]
fn a_price_without_its_cents_is_the_same_price() {
    assert_eq!(paired("The lamp of Brightwell costs $99.99.", "The lamp of Brightwell costs $99."), ["compatible"]);
}

#[test]
fn gates_keep_other_things_apart() {
    let killed = exact(12.0, "peopl", "kill");
    assert!(may_be_compared(&killed, &exact(14.0, "victim", "dead")));
    assert!(!may_be_compared(&killed, &exact(14.0, "peopl", "injur")));
    assert!(!may_be_compared(&killed, &exact(14.0, "hous", "kill")));
    let mut of_another_year = exact(14.0, "peopl", "kill");
    of_another_year.measures.historical = true;
    assert!(!may_be_compared(&killed, &of_another_year));
    let mut money = exact(14.0, "peopl", "kill");
    money.dimension = Dimension::Money("USD".to_owned());
    assert!(!may_be_compared(&killed, &money));
}

#[test]
fn a_day_alone_does_not_tell_which_came_later() {
    let at = |text: &str| Published::parse(text);
    assert_eq!(later_side(at("2024-05-01"), at("2024-05-02T08:00:00Z")), Some(Side::Right));
    assert_eq!(later_side(at("2024-05-02"), at("2024-05-02T08:00:00Z")), None);
    assert_eq!(later_side(at("2024-05-02T09:00:00Z"), at("2024-05-02T08:00:00Z")), Some(Side::Left));
    assert_eq!(later_side(None, at("2024-05-02")), None);
}
