//! The articles that new ones may share an event with: found by the words that weigh most in their leads, within a window of days.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

use jiff::Span;
use jiff::civil::Date;
use rusqlite::{Connection, params};
use rustc_hash::FxHashMap;

use super::articles;
use crate::event::{Rarity, Signature, WINDOW_DAYS};

/// An article by number, its day, and the event it is in so far.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Member {
    pub(super) number: i64,
    pub(super) day: Option<Date>,
    pub(super) event: i64,
    /// The first article with the same text.
    pub(super) origin: i64,
}

/// What grouping new articles can change.
pub(super) struct Near {
    /// How rare words are in those days.
    pub(super) rarity: Rarity,
    /// The articles in the order in which they came, each with its whole event.
    pub(super) members: Vec<Member>,
    numbers: BTreeSet<i64>,
}

/// Words of its lead by which an article is found.
const KEY_WORDS: usize = 16;
/// Articles looked at for each new one, those with most key words in common; each brings its event along.
const MOST: usize = 12;
/// Articles that are looked at for one key word: one that more have tells little.
const MOST_OF_A_WORD: u32 = 300;
/// Reports of an event that are compared with new ones, its first and the last to come in: so many tell what it is about.
const MOST_OF_AN_EVENT: u32 = 100;
/// Articles by which it is judged how rare words are, and how many days around the new ones.
const SAMPLE: u32 = 600;
const SAMPLE_DAYS: i32 = 7;

impl Near {
    /// Keeps the key words of new articles, and finds the articles near them.
    pub(super) fn of(connection: &Connection, fresh: &BTreeSet<i64>) -> rusqlite::Result<Self> {
        let fresh = fresh.iter().map(|&number| member(connection, number)).collect::<rusqlite::Result<Vec<_>>>()?;
        let rarity = rarity(connection, &fresh)?;
        let mut insert = connection.prepare_cached("INSERT OR IGNORE INTO articles.key_word (word, day, article) VALUES (?1, ?2, ?3)")?;
        let mut wanted = Vec::with_capacity(fresh.len());
        for member in &fresh {
            let words = rarity.key_words(&signature(connection, member)?, KEY_WORDS);
            for word in &words {
                insert.execute(params![word, day_number(member.day), member.number])?;
            }
            wanted.push((member, words));
        }
        let mut numbers: BTreeSet<i64> = fresh.iter().map(|member| member.number).collect();
        for (member, words) in &wanted {
            // What is looked at already takes no other's place.
            let found = alike(connection, member, words)?.into_iter().filter(|number| !numbers.contains(number));
            let found: Vec<i64> = found.take(MOST).collect();
            numbers.extend(found);
        }
        Ok(Self { rarity, members: Vec::new(), numbers })
    }

    /// Takes the articles near and some more, each with its whole event.
    pub(super) fn take_whole_events(&mut self, connection: &Connection, more: &BTreeSet<i64>) -> rusqlite::Result<()> {
        let mut events = BTreeSet::new();
        let mut members = BTreeMap::new();
        for &number in self.numbers.union(more) {
            let member = member(connection, number)?;
            events.insert(member.event);
            members.insert(number, member);
        }
        let mut select = connection.prepare_cached(
            "SELECT number, day, event, origin FROM articles.article WHERE number = ?1 AND event = ?1
             UNION SELECT * FROM (SELECT number, day, event, origin FROM articles.article WHERE event = ?1 ORDER BY number DESC LIMIT ?2)",
        )?;
        for event in events {
            for found in select.query_map(params![event, MOST_OF_AN_EVENT], read_member)? {
                let found = found?;
                members.insert(found.number, found);
            }
        }
        self.members = members.into_values().collect();
        Ok(())
    }
}

fn read_member(row: &rusqlite::Row<'_>) -> rusqlite::Result<Member> {
    let day: Option<String> = row.get("day")?;
    let day = day.and_then(|day| day.parse().ok());
    Ok(Member { number: row.get("number")?, day, event: row.get("event")?, origin: row.get("origin")? })
}

fn member(connection: &Connection, number: i64) -> rusqlite::Result<Member> {
    let mut select = connection.prepare_cached("SELECT number, day, event, origin FROM articles.article WHERE number = ?1")?;
    select.query_row([number], read_member)
}

/// How rare words are among the articles of the days around new ones, as far as some of them tell.
fn rarity(connection: &Connection, fresh: &[Member]) -> rusqlite::Result<Rarity> {
    let days = || fresh.iter().filter_map(|member| member.day);
    let around = Span::new().days(SAMPLE_DAYS);
    let first = days().min().map(|day| day.saturating_sub(around).to_string());
    let last = days().max().map(|day| day.saturating_add(around).to_string());
    let mut select = connection.prepare_cached(
        "SELECT * FROM (SELECT number, day, event, origin FROM articles.article WHERE day BETWEEN ?1 AND ?2 LIMIT ?3)
         UNION SELECT * FROM (SELECT number, day, event, origin FROM articles.article WHERE day IS NULL LIMIT ?4)",
    )?;
    let members = select.query_map(params![first, last, SAMPLE, SAMPLE / 4], read_member)?.collect::<rusqlite::Result<Vec<_>>>()?;
    let missing = fresh.iter().filter(|member| !members.contains(member)).take(SAMPLE as usize - members.len().min(SAMPLE as usize));
    let sample = members.iter().chain(missing).map(|member| signature(connection, member)).collect::<rusqlite::Result<Vec<_>>>()?;
    Ok(Rarity::among(&sample))
}

/// The articles that have key words in common with one, those with most first, near enough in time or undated; of an undated one, at any time.
fn alike(connection: &Connection, member: &Member, words: &[u32]) -> rusqlite::Result<Vec<i64>> {
    let window = Span::new().days(WINDOW_DAYS);
    let days = member
        .day
        .map_or((0, i64::MAX), |day| (day_number(Some(day.saturating_sub(window))), day_number(Some(day.saturating_add(window)))));
    let mut select = connection.prepare_cached(
        "SELECT * FROM (SELECT article FROM articles.key_word WHERE word = ?1 AND day BETWEEN ?2 AND ?3 LIMIT ?4)
         UNION SELECT * FROM (SELECT article FROM articles.key_word WHERE word = ?1 AND day = 0 LIMIT ?4)",
    )?;
    let mut shared: FxHashMap<i64, usize> = FxHashMap::default();
    for word in words {
        for article in select.query_map(params![word, days.0, days.1, MOST_OF_A_WORD], |row| row.get(0))? {
            *shared.entry(article?).or_default() += 1;
        }
    }
    let mut shared: Vec<(i64, usize)> = shared.into_iter().collect();
    shared.sort_unstable_by_key(|&(article, count)| (Reverse(count), Reverse(article)));
    Ok(shared.into_iter().map(|(article, _)| article).collect())
}

/// A day as a number that grows with time; 0 for none.
fn day_number(day: Option<Date>) -> i64 {
    day.map_or(0, |day| (i64::from(day.year()) * 100 + i64::from(day.month())) * 100 + i64::from(day.day()))
}

pub(super) fn signature(connection: &Connection, member: &Member) -> rusqlite::Result<Signature> {
    let mut statement = connection.prepare_cached("SELECT words FROM articles.signature WHERE article = ?1")?;
    let kept = statement.query_row([member.number], |row| Ok(Signature::from_bytes(member.day, row.get_ref(0)?.as_blob()?)))?;
    // Another version took it otherwise.
    kept.map_or_else(|| Ok(Signature::of(&articles::numbered(connection, member.number)?)), Ok)
}

#[cfg(test)]
mod tests {
    use super::super::Library;
    use super::super::fixture::article;
    use super::*;

    #[test]
    fn near_is_what_shares_key_words_within_the_window_with_its_whole_event() {
        let mut library = Library::in_memory().unwrap();
        let reports = [
            ("Dam breaks above Skarn", "2024-03-02", "The dam above Skarn broke on Friday, engineer Ilse Varga said."),
            ("Orchestra tours Chile", "2024-03-02", "An orchestra played Mahler in Valdivia."),
            ("Flood reaches Skarn", "2024-03-04", "Below the dam at Skarn the flood reached two bridges."),
            ("Skarn a year on", "2025-03-02", "Skarn still has no dam, engineer Ilse Varga said."),
            ("Who built at Skarn?", "", "Engineer Ilse Varga knew the dam."),
        ];
        let articles: Vec<_> = reports.iter().map(|(title, day, text)| article(title, "Post", day, text)).collect();
        library.add(&articles).unwrap();
        library.connection.execute("UPDATE articles.article SET event = number WHERE number != 3", []).unwrap();
        library.connection.execute("UPDATE articles.article SET event = 2 WHERE number = 3", []).unwrap();
        let near = |number: i64| {
            let fresh = BTreeSet::from([number]);
            let mut near = Near::of(&library.connection, &fresh).unwrap();
            near.take_whole_events(&library.connection, &fresh).unwrap();
            near.members.iter().map(|member| member.number).collect::<Vec<_>>()
        };
        assert_eq!(near(1), [1, 2, 3, 5], "the orchestra is in the event of the flood");
        assert_eq!(near(4), [4, 5], "a year apart");
        assert_eq!(near(5), [1, 2, 3, 4, 5], "the undated may belong to any day");
    }
}
