//! Which articles of the library report the same event, kept with each article.

use std::collections::BTreeSet;

use rusqlite::{Connection, params};

use super::articles::{self, Added};
use super::nearby::{Member, Near, signature};
use super::pairings::{self, Decision};
use crate::article::{Article, ArticleId};
use crate::event::{Decisions, Signature, events_by, origins};

/// Names an event inside this library: the number of its first article, so that it stays when others join.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct EventId(pub i64);

/// Keeps articles and brings the events up to date, in one transaction.
pub(super) fn add(connection: &mut Connection, articles: &[Article]) -> rusqlite::Result<Vec<Added>> {
    let transaction = connection.transaction()?;
    let added = articles::insert_all(&transaction, articles)?;
    while regroup(&transaction)? {}
    transaction.commit()?;
    Ok(added)
}

/// Looks at one lot of the articles that came in since the last time, in one transaction; `false` when all were looked at.
pub(super) fn group_some(connection: &mut Connection) -> rusqlite::Result<bool> {
    let transaction = connection.transaction()?;
    let is_more = regroup(&transaction)?;
    transaction.commit()?;
    Ok(is_more)
}

/// How many articles were not looked at yet.
pub(super) fn ungrouped(connection: &Connection) -> rusqlite::Result<usize> {
    let count = connection.query_row("SELECT count(*) FROM articles.article WHERE grouped = 0", [], |row| row.get::<_, u32>(0));
    count.map(|count| count as usize)
}

/// Brings the events of some articles up to date of which something was decided, in one transaction.
pub(super) fn group_anew(connection: &mut Connection, ids: &[ArticleId]) -> rusqlite::Result<()> {
    let transaction = connection.transaction()?;
    for id in ids {
        transaction.execute("UPDATE articles.article SET grouped = 0 WHERE id = ?1", [id.as_str()])?;
    }
    while regroup(&transaction)? {}
    transaction.commit()
}

/// Articles looked at together; what one of them costs does not hang on how many there are in the library.
const LOT: u32 = 500;

/// Looks at a lot of the articles that came in since the last time, also in a run that was cut off, and at those they may share an event
/// with; `false` when there are none.
fn regroup(connection: &Connection) -> rusqlite::Result<bool> {
    // The write comes first: it takes the lock, so that no other window adds between the reading and the writing.
    let mut mark = connection.prepare_cached(
        "UPDATE articles.article SET grouped = 1
         WHERE number IN (SELECT number FROM articles.article WHERE grouped = 0 ORDER BY day, number LIMIT ?1) RETURNING number",
    )?;
    let fresh = mark.query_map([LOT], |row| row.get(0))?.collect::<rusqlite::Result<BTreeSet<i64>>>()?;
    if fresh.is_empty() {
        return Ok(false);
    }
    let decided = pairings::of_events(connection)?;
    let mut near = Near::of(connection, &fresh)?;
    near.take_whole_events(connection, &with_partners(fresh, &decided))?;
    let members = near.members;
    let signatures = members.iter().map(|member| signature(connection, member)).collect::<rusqlite::Result<Vec<_>>>()?;
    let mut join = connection.prepare_cached("UPDATE articles.article SET event = ?2 WHERE number = ?1")?;
    let mut join_rest = connection.prepare_cached("UPDATE articles.article SET event = ?2 WHERE event = ?1")?;
    for event in events_by(&signatures, &near.rarity, &decisions(&members, &decided)) {
        let reports: Vec<&Member> = event.articles.iter().filter_map(|&number| members.get(number)).collect();
        let Some(first) = reports.iter().map(|member| member.number).min() else { continue };
        for member in reports.iter().filter(|member| member.event != first) {
            join.execute(params![member.number, first])?;
        }
        if reports.len() > 1 {
            note_origins(connection, &members, &signatures, &event.articles)?;
        }
        // An event by whose first report another one was reached is that other one, also with the reports that were too many to look at.
        for member in reports.iter().filter(|member| member.event == member.number && member.number != first) {
            join_rest.execute(params![member.number, first])?;
        }
    }
    Ok(true)
}

/// Keeps which reports of an event are one text.
fn note_origins(connection: &Connection, members: &[Member], signatures: &[Signature], reports: &[usize]) -> rusqlite::Result<()> {
    let texts: Vec<Signature> = reports.iter().filter_map(|&number| signatures.get(number).cloned()).collect();
    let found = origins(&texts);
    let origin = |place: usize| reports.get(place).and_then(|&number| members.get(number)).map(|member| member.origin);
    let mut note = connection.prepare_cached("UPDATE articles.article SET origin = ?2 WHERE number = ?1")?;
    for (place, &number) in reports.iter().enumerate() {
        let text = found.get(place);
        let same = (0..reports.len()).filter(|other| found.get(*other) == text);
        // A text keeps its first report, also where that is too far back to be looked at.
        let (Some(first), Some(member)) = (same.filter_map(origin).min(), members.get(number)) else { continue };
        if member.origin != first {
            note.execute(params![member.number, first])?;
        }
    }
    Ok(())
}

/// The new articles with those that the user put together with them or apart, however far their days are.
fn with_partners(mut fresh: BTreeSet<i64>, decided: &[((i64, i64), Decision)]) -> BTreeSet<i64> {
    let partners = decided.iter().flat_map(|((one, other), _)| [(*one, *other), (*other, *one)]);
    let found: Vec<i64> = partners.filter(|(own, _)| fresh.contains(own)).map(|(_, partner)| partner).collect();
    fresh.extend(found);
    fresh
}

/// What was decided, by the places of the articles among the members.
fn decisions(members: &[Member], decided: &[((i64, i64), Decision)]) -> Decisions {
    let place = |number: i64| members.binary_search_by_key(&number, |member| member.number).ok();
    let of = |wanted: Decision| {
        let wanted = decided.iter().filter(move |(_, decision)| *decision == wanted);
        wanted.filter_map(|((one, other), _)| place(*one).zip(place(*other))).collect()
    };
    Decisions { together: of(Decision::Together), apart: of(Decision::Apart) }
}

#[cfg(test)]
mod tests {
    use super::super::fixture::article;
    use super::super::{Library, Query};
    use super::*;

    #[test]
    fn every_article_is_in_an_event_with_its_sources_counted() {
        let mut library = Library::in_memory().unwrap();
        let one = article("a", "Post", "2024-03-02", "Snow closed the pass.");
        let two = article("b", "Daily", "2024-03-20", "The orchestra toured Chile.");
        library.add(&[one, two]).unwrap();
        let lines = library.list(&Query::default()).unwrap();
        assert_eq!(lines.iter().map(|line| line.event_sources).collect::<Vec<_>>(), [1, 1]);
        assert_ne!(lines[0].event, lines[1].event);
        let chosen = library.list(&Query { event: Some(lines[0].event), ..Query::default() }).unwrap();
        assert_eq!(chosen, lines[..1]);
    }

    #[test]
    fn reports_of_one_event_come_together_whenever_they_are_added() {
        let mut library = Library::in_memory().unwrap();
        let flood = "The dam above Skarn broke on Friday and the flood swept two bridges into the valley, engineer Ilse Varga said.";
        library.add(&[article("Dam breaks above Skarn", "Post", "2024-03-02", flood)]).unwrap();
        library.add(&[article("Orchestra tours Chile", "Daily", "2024-03-02", "The orchestra played Mahler in Valdivia.")]).unwrap();
        let alone = library.list(&Query::default()).unwrap()[0].event;
        library.add(&[article("Skarn dam breaks, bridges gone", "Daily", "2024-03-03", flood)]).unwrap();
        let of = |library: &Library, title: &str| {
            let line = library.list(&Query::default()).unwrap().into_iter().find(|line| line.title.as_deref() == Some(title)).unwrap();
            (line.event, line.event_sources)
        };
        assert_eq!(of(&library, "Dam breaks above Skarn"), of(&library, "Skarn dam breaks, bridges gone"));
        assert_eq!(of(&library, "Dam breaks above Skarn"), (alone, 2), "the event keeps its name");
        assert_eq!(of(&library, "Orchestra tours Chile").1, 1);
        library.connection.execute("UPDATE articles.signature SET words = x'00'", []).unwrap();
        library.connection.execute("UPDATE articles.article SET event = number, grouped = 0", []).unwrap();
        library.group_events().unwrap();
        assert_eq!(of(&library, "Dam breaks above Skarn"), (alone, 2), "a signature of another version is taken anew");
    }

    #[test]
    fn what_the_user_decided_of_events_holds_also_for_articles_added_later() {
        let mut library = Library::in_memory().unwrap();
        let flood = "The dam above Skarn broke on Friday and the flood swept two bridges into the valley, engineer Ilse Varga said.";
        let one = article("Dam breaks above Skarn", "Post", "2024-03-02", flood);
        let two = article("Skarn dam breaks, bridges gone", "Daily", "2024-03-03", flood);
        let far = article("Orchestra tours Chile", "Daily", "2024-06-02", "The orchestra played Mahler in Valdivia.");
        library.add(&[one.clone(), two.clone(), far.clone()]).unwrap();
        let event = |library: &Library, wanted: &Article| {
            library.list(&Query::default()).unwrap().into_iter().find(|line| line.id == wanted.id).unwrap().event
        };
        assert_eq!(event(&library, &one), event(&library, &two));
        let decide = |library: &mut Library, left: &Article, right: &Article, decision| {
            library.decide_events(&[([left.id.clone(), right.id.clone()], decision)]).unwrap();
        };
        decide(&mut library, &one, &two, Some(Decision::Apart));
        assert_ne!(event(&library, &one), event(&library, &two));
        decide(&mut library, &far, &one, Some(Decision::Together));
        assert_eq!(event(&library, &far), event(&library, &one), "three months apart");
        let third = article("Flood at Skarn", "Gazette", "2024-03-02", flood);
        library.add(std::slice::from_ref(&third)).unwrap();
        assert_ne!(event(&library, &one), event(&library, &two), "a third report does not bring them together");
        assert_eq!(library.event_decisions().unwrap().len(), 2);
        decide(&mut library, &one, &two, None);
        decide(&mut library, &one, &far, None);
        assert_eq!(event(&library, &one), event(&library, &two));
        assert_ne!(event(&library, &far), event(&library, &one));
    }

    #[test]
    fn an_event_of_very_many_reports_stays_whole() {
        let mut library = Library::in_memory().unwrap();
        let flood = "The dam above Skarn broke on Friday and the flood swept two bridges into the valley, engineer Ilse Varga said.";
        for lot in 0..4 {
            let reports = (0..60).map(|number| article("Dam breaks above Skarn", &format!("Post {lot} {number}"), "2024-03-02", flood));
            library.add(&reports.collect::<Vec<_>>()).unwrap();
        }
        let events: BTreeSet<_> = library.list(&Query::default()).unwrap().iter().map(|line| line.event).collect();
        assert_eq!(events.len(), 1);
    }

    #[test]
    fn an_undated_report_finds_the_dated_one_it_repeats_and_the_other_way_round() {
        let flood = "The dam above Skarn broke on Friday and the flood swept two bridges into the valley, engineer Ilse Varga said.";
        let reports =
            [article("Dam breaks above Skarn", "Post", "2024-03-02", flood), article("Dam breaks above Skarn", "Daily", "", flood)];
        for order in [[0, 1], [1, 0]] {
            let mut library = Library::in_memory().unwrap();
            for number in order {
                library.add(&reports[number..=number]).unwrap();
            }
            assert_eq!(library.list(&Query::default()).unwrap()[0].event_sources, 2);
        }
    }

    #[test]
    fn an_interrupted_grouping_is_made_good() {
        let mut library = Library::in_memory().unwrap();
        library.add_some(&[article("a", "Post", "2024-03-02", "Snow closed the pass.")]).unwrap();
        let behind = |library: &Library| {
            library.connection.query_row("SELECT count(*) FROM articles.article WHERE grouped = 0", [], |row| row.get::<_, u32>(0)).unwrap()
        };
        assert_eq!((behind(&library), library.list(&Query::default()).unwrap().len()), (1, 1));
        library.add(&[]).unwrap();
        assert_eq!(behind(&library), 0);
    }
}
