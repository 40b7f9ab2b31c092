//! Which reports come together, and which do not.

#![cfg(test)]

use super::*;
use crate::article::{Article, ArticleId, Evidence, Fate, Found, Metadata, PageBlock, ParagraphKind, Published};

fn report(day: &str, text: &str) -> Signature {
    let page = vec![PageBlock { text: text.to_owned(), fate: Fate::Body(ParagraphKind::Prose) }];
    let published = Published::parse(day).map(|day| Found::new(day, Evidence::HeaderLine));
    let metadata = Metadata { published, ..Metadata::default() };
    Signature::of(&Article::new(ArticleId::of_page(text.as_bytes()), "page.txt".to_owned(), metadata, page))
}

const FERRY: &str = "The ferry Marina ran aground off Port Selim on Monday and 40 passengers were taken off by helicopter.";
const FERRY_TOO: &str = "Helicopters took 40 passengers off the ferry Marina, which had run aground near Port Selim.";
const BUDGET: &str = "The parliament of Costara passed the budget for next year after a debate of nine hours about pensions.";

fn groups(reports: &[(&str, &str)]) -> Vec<Vec<usize>> {
    let signatures: Vec<Signature> = reports.iter().map(|(day, text)| report(day, text)).collect();
    events(&signatures).into_iter().map(|event| event.articles).collect()
}

#[test]
fn reports_of_one_event_come_together() {
    assert_eq!(groups(&[("2024-03-04", FERRY), ("2024-03-05", BUDGET), ("2024-03-05", FERRY_TOO)]), [vec![0, 2], vec![1]]);
    assert_eq!(groups(&[("", FERRY), ("", BUDGET), ("", FERRY_TOO)]), [vec![0, 2], vec![1]]);
    assert_eq!(groups(&[]), Vec::<Vec<usize>>::new());
}

#[test]
fn days_keep_look_alikes_apart() {
    assert_eq!(groups(&[("2024-03-04", FERRY), ("2024-03-08", FERRY_TOO)]).len(), 2);
    assert_eq!(groups(&[("2024-03-04", FERRY), ("2024-03-07", FERRY_TOO)]).len(), 1);
}

#[test]
fn a_report_without_words_stands_alone() {
    assert_eq!(groups(&[("2024-03-04", ""), ("2024-03-04", ""), ("2024-03-04", FERRY)]).len(), 3);
    assert!(likeness(&Signature::default(), &Signature::default()).score() < 0.05);
}

#[test]
fn likeness_is_between_nothing_and_everything() {
    let (one, other) = (report("", FERRY), report("", BUDGET));
    assert!((likeness(&one, &one).whole - 1.0).abs() < 1e-5 && likeness(&one, &one).score() > 0.99);
    assert!(likeness(&one, &other).score() < 0.05);
}

const QUAKE: &str = "A magnitude 5.6 earthquake struck the island of Orsa on Sunday, injuring five people, state television said. Buildings \
                     in the town of Dargan were damaged.";
const QUAKE_TOO: &str = "Five people were hurt when a quake of magnitude 5.6 hit Orsa on Sunday. Houses in Dargan were damaged, television \
                         reported.";
const SISTER_QUAKE: &str = "A magnitude 6.1 earthquake struck the island of Orsa on Friday, killing ten people and injuring 50. Seven villages \
                            near Tumban were levelled, the governor said.";

/// What tells reports of one event from those of another that is much like it.
#[test]
fn like_events_are_told_apart() {
    for (name, one, other, same) in [
        ("the same event in other words", QUAKE, QUAKE_TOO, true),
        ("the same place, another day, other counts", QUAKE, SISTER_QUAKE, false),
        (
            "the same court, other people",
            "A court in Velden sentenced Rolf Anders, the former mayor, to four years in prison on Monday for taking bribes.",
            "A court in Velden sentenced Maria Stein, a nurse, to nine years in prison on Thursday for killing two patients.",
            false,
        ),
        (
            "the same template of a site",
            "Weather for Port Selim: sunny, 24 degrees, wind from the west. Read more in our app.",
            "Traffic for Merrow: bridge closed, delays of 20 minutes on the ring road. Read more in our app.",
            false,
        ),
    ] {
        assert_eq!(
            groups(&[("", one), ("", other)]).len() == 1,
            same,
            "{name}: {}",
            likeness(&report("", one), &report("", other)).score()
        );
    }
}

/// The same people do the like on another day: the days tell.
#[test]
fn the_like_on_another_day_is_another_event() {
    let won = "Carla Voss won the Selim marathon in 2 hours 24 minutes on Sunday, ahead of Ines Orr and 4,000 other runners.";
    let third = "Carla Voss came third in the Selim marathon on Saturday after 2 hours 31 minutes; Dana Holm won before 6,500 runners.";
    assert_eq!(groups(&[("2024-05-05", won), ("2025-05-03", third)]).len(), 2);
    assert_eq!(groups(&[("2024-05-05", won), ("2024-05-06", won)]).len(), 1, "a day apart");
    assert_eq!(groups(&[("2024-05-05", won), ("", third)]).len(), 2, "a day that is missing rules nothing out");
}

/// A look back at an earlier event is a report of its own.
#[test]
fn a_recap_does_not_join_what_it_looks_back_on() {
    let recap = "Parliament debated a law on building safety for nine hours on Wednesday and adjourned without a vote. Minister Ada Lind said \
                 every house in the republic needs a check by 2030. The opposition under Paul Orm called the plan too dear and asked for \
                 subsidies of 40 million crowns. Engineers and insurers back the bill, which would ban brick chimneys. Committee chair Nils \
                 Aber expects a decision in autumn. The law was promised after last year's quake on the island of Orsa.";
    let score = |text| likeness(&report("", recap), &report("", text)).score();
    assert_eq!(groups(&[("", QUAKE), ("", recap), ("", QUAKE_TOO)]), [vec![0, 2], vec![1]], "{} {}", score(QUAKE), score(QUAKE_TOO));
}

/// Two short reports that name the same two people and tell of two things.
#[test]
fn sharing_two_names_is_not_sharing_an_event() {
    let school = "Mayor Ida Holt opened a school for 300 pupils. The building cost four million crowns. Parents had waited for it since the old \
                  roof fell in. Her deputy Paul Brandt praised the carpenters. Lessons begin after the holidays.";
    let parking = "Drivers will pay more for a place to park. Ida Holt put up the fee by a third from next month. Shopkeepers fear that \
                   customers will stay away. What comes in goes to buses, Paul Brandt said. A petition has 900 signatures.";
    let school_too = "A school that cost four million crowns was opened by mayor Ida Holt. It has room for 300 pupils. Deputy mayor Paul Brandt \
                      thanked the carpenters. The roof of the old one had fallen in.";
    let score = |one, other| likeness(&report("", one), &report("", other)).score();
    // They stay near the line: on days far apart, or among other reports, the names alone bring nothing together.
    assert!(score(school, parking) < 0.6 && score(school, school_too) > 0.99, "{}", score(school, parking));
    assert_eq!(groups(&[("2024-05-01", school), ("2024-05-06", parking), ("2024-05-02", school_too)]), [vec![0, 2], vec![1]]);
}

/// Why two reports are of one event can be told.
#[test]
fn the_likeness_says_what_speaks_for_and_against() {
    let found = likeness(&report("", QUAKE), &report("", SISTER_QUAKE));
    assert_eq!(found.same_weekday, Some(false));
    assert!(found.counts_conflicting > 0);
    let same = likeness(&report("", QUAKE), &report("", QUAKE_TOO));
    assert_eq!((same.same_weekday, same.counts_conflicting), (Some(true), 0));
    assert!(same.lead_names_found > found.lead_names_found);
}

/// Whichever report comes first, and however the days stand.
#[test]
fn a_stream_gives_the_same_groups_in_any_order() {
    let reports = [("2024-03-03", QUAKE), ("2024-03-08", SISTER_QUAKE), ("2024-03-04", QUAKE_TOO), ("2024-03-03", FERRY), ("", BUDGET)];
    let sets = |order: &[usize]| {
        let found = groups(&order.iter().map(|&n| reports[n]).collect::<Vec<_>>());
        let mut sets: Vec<Vec<usize>> = found.into_iter().map(|group| group.into_iter().map(|n| order[n]).collect()).collect();
        for set in &mut sets {
            set.sort_unstable();
        }
        sets.sort();
        sets
    };
    assert_eq!(sets(&[0, 1, 2, 3, 4]), [vec![0, 2], vec![1], vec![3], vec![4]]);
    assert_eq!(sets(&[4, 3, 2, 1, 0]), sets(&[0, 1, 2, 3, 4]));
}
