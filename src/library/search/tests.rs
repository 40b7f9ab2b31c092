//! Searches of a small library, and what they find.

use jiff::Timestamp;

use super::super::fixture::article;
use super::super::{EventId, Kept, Library, Passage, Query};
use super::*;
use crate::article::Article;
use crate::text::span::Span;

fn filled() -> (Library, Vec<Article>) {
    let mut library = Library::in_memory().unwrap();
    let articles = vec![
        article("Old quay burns", "Harbour Post", "2024-03-02", "The old quay burnt in the night.\nNobody was hurt."),
        article("Ferry late again", "Île Libre", "2024-03-05", "The ferry left the quay an hour late."),
        article("Council meets", "Coast Daily", "2023-12-31", "Of the old harbour the council said nothing. The quay is old."),
        article("東京都の選挙", "Coast Daily", "", "新しい東京都知事が選ばれた。"),
    ];
    library.add(&articles).unwrap();
    (library, articles)
}

fn titles(library: &Library, query: &str) -> Vec<String> {
    let found = library.search(&Search::parse(query).unwrap(), 20).unwrap();
    assert_eq!((found.count, found.is_more, found.unsearched), (found.articles.len(), false, 0));
    found.articles.iter().filter_map(|id| library.article(id).unwrap()?.title().map(str::to_owned)).collect()
}

#[test]
fn every_kind_of_query_is_answered() {
    let (library, _) = filled();
    for (query, want) in [
        ("quay", vec!["Old quay burns", "Ferry late again", "Council meets"]),
        ("QUAY burnt", vec!["Old quay burns"]),
        ("\"old quay\"", vec!["Old quay burns"]),
        ("\"old harbour\" OR ferry", vec!["Council meets", "Ferry late again"]),
        ("quay -ferry -council", vec!["Old quay burns"]),
        ("harb*", vec!["Council meets"]),
        ("counc*", vec!["Council meets"]),
        ("source:ile quay", vec!["Ferry late again"]),
        ("source:\"coast daily\" old", vec!["Council meets"]),
        ("title:late", vec!["Ferry late again"]),
        ("quay before:2024", vec!["Council meets"]),
        ("quay after:2024-03-02", vec!["Ferry late again"]),
        ("quay on:2024-03", vec!["Old quay burns", "Ferry late again"]),
        ("quay since:2024-03-06", vec![]),
        ("東京", vec!["東京都の選挙"]),
        ("東京都", vec!["東京都の選挙"]),
        ("都", vec!["東京都の選挙"]),
        ("京東", vec![]),
    ] {
        let mut found = titles(&library, query);
        let mut want = want;
        // What ranks first among equals is told below.
        found.sort();
        want.sort_unstable();
        assert_eq!(found, want, "{query}");
    }
    assert_eq!(titles(&library, "quay")[0], "Old quay burns", "the title has it");
    assert_eq!(titles(&library, "source:coast"), ["東京都の選挙", "Council meets"], "the last to come in first");
}

#[test]
fn what_the_reader_did_is_asked_for() {
    let (mut library, articles) = filled();
    let id = |number: usize| articles[number].id.clone();
    library.set_read(&[id(0)], true).unwrap();
    library.set_starred(&[id(0), id(1)], true).unwrap();
    let passage = Passage::of(&articles[2], &[Span::new(0, 6)]).unwrap();
    library.add_bookmark(Kept::One(Box::new(passage)), "", &[], Timestamp::UNIX_EPOCH).unwrap();
    for (query, want) in [
        ("quay is:unread", vec!["Council meets", "Ferry late again"]),
        ("quay is:read", vec!["Old quay burns"]),
        ("quay -is:starred", vec!["Council meets"]),
        ("is:starred is:unread", vec!["Ferry late again"]),
        ("has:bookmark", vec!["Council meets"]),
        ("is:read is:unread", vec![]),
        ("is:unread -has:bookmark", vec!["Ferry late again", "東京都の選挙"]),
    ] {
        let mut found = titles(&library, query);
        found.sort();
        assert_eq!(found, want, "{query}");
    }
    let EventId(event) = library.list(&Query::default()).unwrap().iter().find(|line| line.id == id(1)).unwrap().event;
    assert_eq!(titles(&library, &format!("event:{event}")), ["Ferry late again"]);
}

#[test]
fn a_hit_shows_its_words_and_its_line() {
    let (library, articles) = filled();
    let search = Search::parse("ferry").unwrap();
    let found = library.search(&search, 20).unwrap();
    let Hit { line, snippet } = library.hit(&found.articles[0], &search).unwrap().unwrap();
    assert_eq!(line, library.list(&Query::default()).unwrap()[0]);
    assert_eq!((snippet.text.as_str(), snippet.hits[0].of(&snippet.text)), ("The ferry left the quay an hour late.", "ferry"));
    let body = &articles[1].body;
    let (spans, best) = hits_in(body, &search);
    assert_eq!((spans[0].of(body.text()), best, snippet.start), ("ferry", Some(4), 0));
}

#[test]
fn what_nearly_all_have_is_ranked_among_the_last_and_by_title() {
    let mut library = Library::in_memory().unwrap();
    let named = article("Quay", "s", "", "The quay is here.");
    let others = (0..MOST_RANKED + 10).map(|number| article(&format!("{number}"), "s", "", "A long way from the quay it was."));
    let articles: Vec<Article> = std::iter::once(named).chain(others).collect();
    library.add_some(&articles).unwrap();
    let found = library.search(&Search::parse("quay").unwrap(), 5).unwrap();
    assert_eq!((found.articles.len(), found.count, found.is_more), (5, MOST_RANKED, true));
    assert_eq!(found.articles[0], articles[0].id);
}

#[test]
fn articles_of_an_older_file_are_searched_once_they_are_in_the_index() {
    let (mut library, articles) = filled();
    for number in 1..=4 {
        index::remove(&library.connection, number).unwrap();
    }
    library.connection.execute("UPDATE articles.article SET searchable = 0", []).unwrap();
    let search = Search::parse("quay").unwrap();
    let found = library.search(&search, 20).unwrap();
    assert_eq!((found.articles.len(), found.unsearched), (0, articles.len()));
    assert_eq!(library.index_some(3).unwrap(), 1);
    assert_eq!(library.index_some(3).unwrap(), 0);
    assert_eq!(titles(&library, "quay").len(), 3);
}
