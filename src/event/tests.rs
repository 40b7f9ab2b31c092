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
