//! Which articles of the library report the same event, kept with each article.

use rusqlite::{Connection, params};

use super::articles::{self, Added};
use crate::article::Article;
use crate::event::{Signature, events};

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

/// Groups all articles anew when some came in since the last time, also in a run that was cut off.
fn regroup(connection: &Connection) -> rusqlite::Result<()> {
    // The write comes first: it takes the lock, so that no other window adds between the reading and the writing.
    if connection.execute("UPDATE articles.article SET grouped = 1 WHERE grouped = 0", [])? == 0 {
        return Ok(());
    }
    let (members, signatures) = signatures(connection)?;
    let mut join = connection.prepare_cached("UPDATE articles.article SET event = ?2 WHERE number = ?1")?;
    for event in events(&signatures) {
        let reports: Vec<&Member> = event.articles.iter().filter_map(|&number| members.get(number)).collect();
        let Some(first) = reports.iter().map(|member| member.number).min() else { continue };
        for member in reports.iter().filter(|member| member.event != first) {
            join.execute(params![member.number, first])?;
        }
    }
    Ok(())
}

/// An article by number, and the event it is in so far.
struct Member {
    number: i64,
    event: i64,
}

/// All articles in the order in which they came, with their signatures.
fn signatures(connection: &Connection) -> rusqlite::Result<(Vec<Member>, Vec<Signature>)> {
    let mut statement = connection.prepare_cached(
        "SELECT number, event, id, day, words FROM articles.article JOIN articles.signature ON signature.article = number ORDER BY number",
    )?;
    let rows = statement.query_map([], |row| {
        let day: Option<String> = row.get("day")?;
        let day = day.and_then(|day| day.parse().ok());
        let signature = match Signature::from_bytes(day, row.get_ref("words")?.as_blob()?) {
            Some(signature) => signature,
            // Another version took it otherwise.
            None => articles::article(connection, &articles::id(row, "id")?)?.map(|article| Signature::of(&article)).unwrap_or_default(),
        };
        Ok((Member { number: row.get("number")?, event: row.get("event")? }, signature))
    })?;
    rows.collect::<rusqlite::Result<Vec<_>>>().map(|all| all.into_iter().unzip())
}

#[cfg(test)]
mod tests {
    use super::super::fixture::article;
    use super::super::{Library, Query};

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
