//! Which articles of the library report the same event, kept with each article.

use std::collections::BTreeSet;

use jiff::Span;
use jiff::civil::Date;
use rusqlite::{Connection, params};

use super::articles::{self, Added};
use super::pairings::{self, Decision};
use crate::article::{Article, ArticleId};
use crate::event::{Decisions, Signature, events_decided};

/// Names an event inside this library: the number of its first article, so that it stays when others join.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct EventId(pub i64);

/// Keeps articles and brings the events up to date, in one transaction.
pub(super) fn add(connection: &mut Connection, articles: &[Article]) -> rusqlite::Result<Vec<Added>> {
    let transaction = connection.transaction()?;
    let added = articles::insert_all(&transaction, articles)?;
    regroup(&transaction)?;
    transaction.commit()?;
    Ok(added)
}

/// Brings the events up to date, in one transaction.
pub(super) fn group(connection: &mut Connection) -> rusqlite::Result<()> {
    let transaction = connection.transaction()?;
    regroup(&transaction)?;
    transaction.commit()
}

/// Brings the events of some articles up to date of which something was decided, in one transaction.
pub(super) fn group_anew(connection: &mut Connection, ids: &[ArticleId]) -> rusqlite::Result<()> {
    let transaction = connection.transaction()?;
    for id in ids {
        transaction.execute("UPDATE articles.article SET grouped = 0 WHERE id = ?1", [id.as_str()])?;
    }
    regroup(&transaction)?;
    transaction.commit()
}

/// Looks at the articles that came in since the last time, also in a run that was cut off, and at those they may share an event with.
fn regroup(connection: &Connection) -> rusqlite::Result<()> {
    // The write comes first: it takes the lock, so that no other window adds between the reading and the writing.
    let mut mark = connection.prepare_cached("UPDATE articles.article SET grouped = 1 WHERE grouped = 0 RETURNING number")?;
    let fresh = mark.query_map([], |row| row.get(0))?.collect::<rusqlite::Result<BTreeSet<i64>>>()?;
    if fresh.is_empty() {
        return Ok(());
    }
    let decided = pairings::of_events(connection)?;
    let members = around(members(connection)?, &with_partners(fresh, &decided));
    let signatures = members.iter().map(|member| signature(connection, member)).collect::<rusqlite::Result<Vec<_>>>()?;
    let mut join = connection.prepare_cached("UPDATE articles.article SET event = ?2 WHERE number = ?1")?;
    for event in events_decided(&signatures, &decisions(&members, &decided)) {
        let reports: Vec<&Member> = event.articles.iter().filter_map(|&number| members.get(number)).collect();
        let Some(first) = reports.iter().map(|member| member.number).min() else { continue };
        for member in reports.iter().filter(|member| member.event != first) {
            join.execute(params![member.number, first])?;
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

/// An article by number, its day, and the event it is in so far.
struct Member {
    number: i64,
    day: Option<Date>,
    event: i64,
}

/// All articles in the order in which they came.
fn members(connection: &Connection) -> rusqlite::Result<Vec<Member>> {
    let mut statement = connection.prepare_cached("SELECT number, day, event FROM articles.article ORDER BY number")?;
    let rows = statement.query_map([], |row| {
        let day: Option<String> = row.get("day")?;
        Ok(Member { number: row.get("number")?, day: day.and_then(|day| day.parse().ok()), event: row.get("event")? })
    })?;
    rows.collect()
}

/// How far around a new article others are looked at, in days; well beyond what two reports of one event are apart.
const REACH: i8 = 7;

/// The new articles, those of the days around them and the undated ones, each with its whole event: what grouping can change.
fn around(members: Vec<Member>, fresh: &BTreeSet<i64>) -> Vec<Member> {
    let days: BTreeSet<Option<Date>> = members.iter().filter(|member| fresh.contains(&member.number)).map(|member| member.day).collect();
    // An undated article may belong to any day.
    if days.contains(&None) {
        return members;
    }
    let reach = Span::new().days(REACH);
    let is_near = |day: Date| days.range(Some(day.saturating_sub(reach))..=Some(day.saturating_add(reach))).next().is_some();
    let touched: BTreeSet<i64> = members.iter().filter(|member| member.day.is_none_or(is_near)).map(|member| member.event).collect();
    members.into_iter().filter(|member| touched.contains(&member.event)).collect()
}

fn signature(connection: &Connection, member: &Member) -> rusqlite::Result<Signature> {
    let mut statement = connection.prepare_cached("SELECT words FROM articles.signature WHERE article = ?1")?;
    let kept = statement.query_row([member.number], |row| Ok(Signature::from_bytes(member.day, row.get_ref(0)?.as_blob()?)))?;
    // Another version took it otherwise.
    kept.map_or_else(|| Ok(Signature::of(&articles::numbered(connection, member.number)?)), Ok)
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
    fn only_what_a_new_article_can_change_is_looked_at() {
        let member = |number, day: &str, event| Member { number, day: day.parse().ok(), event };
        let members = || {
            vec![
                member(1, "2024-01-01", 1),
                member(2, "2024-03-01", 2),
                member(3, "2024-03-03", 2),
                member(4, "2024-03-09", 4),
                member(5, "", 5),
                member(6, "2024-03-10", 6),
            ]
        };
        let numbers = |fresh: &[i64]| {
            let found = around(members(), &fresh.iter().copied().collect());
            found.into_iter().map(|member| member.number).collect::<Vec<_>>()
        };
        assert_eq!(numbers(&[6]), [2, 3, 4, 5, 6], "an event within reach comes whole");
        assert_eq!(numbers(&[1]), [1, 5], "the undated may belong to any day");
        assert_eq!(numbers(&[5]), [1, 2, 3, 4, 5, 6]);
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
