//! Full text search: a query is read, the index asked, what it names ranked and shown with the words around the hits.

mod days;
pub(super) mod index;
mod query;
mod rank;
mod snippet;
mod words;

use rusqlite::{Connection, OptionalExtension, params};
use rustc_hash::FxHashSet;

pub use days::days;
pub use query::{Problem, Search};
pub use snippet::{Snippet, hits_in};

use super::articles::{self, ArticleLine};
use crate::article::ArticleId;
use crate::event::Signature;
use query::{Place, State, Wanted};
use rank::Weight;

/// What a search found.
#[derive(Debug, Clone, PartialEq)]
pub struct Found {
    /// The best answers, the best one first.
    pub articles: Vec<ArticleId>,
    /// How many articles answer.
    pub count: usize,
    /// Whether there are more than `count`: then only so many, the last ones to come in, were ranked.
    pub is_more: bool,
    /// Articles that are not in the index yet and were not searched.
    pub unsearched: usize,
}

/// An article that answers a search.
#[derive(Debug, Clone, PartialEq)]
pub struct Hit {
    /// The article.
    pub line: ArticleLine,
    /// Its words around what was searched for.
    pub snippet: Snippet,
}

/// Articles that are ranked at most; beyond this a search names what nearly every article has.
const MOST_RANKED: usize = 1_000;
/// Articles with what is wanted in their titles that are ranked besides, however long ago they came in.
const MOST_TITLES: usize = 300;
/// Articles that are asked for one by one whether they have the words.
const FEW: usize = 300;
/// What a hit in the title counts besides, as a share of what all words weigh.
const IN_TITLE: f32 = 0.5;

/// The best answers to a search, so many of them at most.
pub(super) fn search(connection: &Connection, search: &Search, most: usize) -> rusqlite::Result<Found> {
    // One view of the files, and one lock for the thousand things that are read.
    let connection = &*connection.unchecked_transaction()?;
    let all: i64 = connection.query_row("SELECT coalesce(max(number), 0) FROM articles.article", [], |row| row.get(0))?;
    let candidates = candidates(connection, search)?;
    let is_more = candidates.len() > MOST_RANKED;
    let count = candidates.len().min(MOST_RANKED);
    let mut candidates: Vec<i64> = candidates.into_iter().take(MOST_RANKED).collect();
    let titles = in_titles(connection, search)?;
    if is_more {
        let known: FxHashSet<i64> = candidates.iter().copied().collect();
        candidates.extend(titles.iter().filter(|number| !known.contains(number)));
    }
    let weights = weights(connection, search, all)?;
    let heaviest = rank::score_of_all(&weights);
    let mut ranked = Vec::with_capacity(candidates.len());
    for number in candidates {
        let title = if titles.contains(&number) { heaviest * IN_TITLE } else { 0.0 };
        let words = if weights.is_empty() { 0.0 } else { score(connection, number, &weights)? };
        ranked.push((title + words, number));
    }
    ranked.sort_by(|(one, first), (other, second)| other.total_cmp(one).then(second.cmp(first)));
    let mut id = connection.prepare_cached("SELECT id FROM articles.article WHERE number = ?1")?;
    let best = ranked.into_iter().take(most).map(|(_, number)| id.query_row([number], |row| articles::id(row, "id")));
    let articles = best.collect::<rusqlite::Result<_>>()?;
    Ok(Found { articles, count, is_more, unsearched: articles::unsearched(connection)? })
}

/// An article with its words around what was searched for.
pub(super) fn hit(connection: &Connection, id: &ArticleId, search: &Search) -> rusqlite::Result<Option<Hit>> {
    let Some(article) = articles::article(connection, id)? else { return Ok(None) };
    Ok(Some(Hit { line: articles::one_line(connection, id)?, snippet: Snippet::of(&article.body, search) }))
}

fn score(connection: &Connection, number: i64, weights: &[Weight]) -> rusqlite::Result<f32> {
    let mut select = connection.prepare_cached("SELECT words FROM articles.signature WHERE article = ?1")?;
    let kept = select.query_row([number], |row| Ok(Signature::from_bytes(None, row.get_ref(0)?.as_blob()?))).optional()?;
    Ok(kept.flatten().map_or(0.0, |signature| rank::score(weights, &signature)))
}

/// What each word weighs.
fn weights(connection: &Connection, search: &Search, all: i64) -> rusqlite::Result<Vec<Weight>> {
    let keys: FxHashSet<&str> =
        search.shown().filter(|(_, is_beginning)| !is_beginning).flat_map(|(keys, _)| keys).map(String::as_str).collect();
    let mut weights = Vec::with_capacity(keys.len());
    for key in keys {
        let wanted = Wanted::Words { place: Place::Text, keys: vec![key.to_owned()], is_beginning: false };
        let with = index::spread(connection, &index::one(&wanted, false), all)?;
        weights.push(Weight::new(key, with, all as f32));
    }
    Ok(weights)
}

/// The last articles to come in that have everything in their titles.
fn in_titles(connection: &Connection, search: &Search) -> rusqlite::Result<FxHashSet<i64>> {
    let mut found = FxHashSet::default();
    if !search.states.is_empty() || search.shown().next().is_none() {
        return Ok(found);
    }
    if let Some(expression) = index::expression(&search.clauses, true) {
        index::matching(connection, &expression, |number| {
            found.insert(number);
            Ok(found.len() < MOST_TITLES)
        })?;
    }
    Ok(found)
}

/// The last articles to come in that answer, one more than are ranked.
fn candidates(connection: &Connection, search: &Search) -> rusqlite::Result<Vec<i64>> {
    let expression = index::expression(&search.clauses, false);
    let chosen = Chosen::of(connection, &search.states)?;
    let mut found = Vec::new();
    let mut take = |number: i64| {
        if chosen.has(connection, number)? {
            found.push(number);
        }
        Ok(found.len() <= MOST_RANKED)
    };
    match (&expression, &chosen.only) {
        (Some(expression), Some(few)) if few.len() <= FEW => {
            let mut few: Vec<i64> = few.iter().copied().collect();
            few.sort_unstable_by(|one, other| other.cmp(one));
            for number in index::matching_among(connection, expression, &few)? {
                take(number)?;
            }
        }
        (Some(expression), _) => index::matching(connection, expression, take)?,
        (None, Some(only)) => {
            let mut numbers: Vec<i64> = only.iter().copied().collect();
            numbers.sort_unstable_by(|one, other| other.cmp(one));
            for number in numbers {
                if !take(number)? {
                    break;
                }
            }
        }
        (None, None) => {
            let mut select = connection.prepare_cached("SELECT number FROM articles.article ORDER BY number DESC")?;
            let mut rows = select.query([])?;
            while let Some(row) = rows.next()? {
                if !take(row.get(0)?)? {
                    break;
                }
            }
        }
    }
    Ok(found)
}

/// The articles of which what the reader did, and the event, are as they are wanted.
struct Chosen {
    /// They are among these.
    only: Option<FxHashSet<i64>>,
    /// They are none of these.
    none: FxHashSet<i64>,
    read: Option<bool>,
}

impl Chosen {
    fn of(connection: &Connection, states: &[State]) -> rusqlite::Result<Self> {
        const STARRED: &str = "SELECT number FROM main.reading JOIN articles.article ON id = article WHERE starred = 1";
        const BOOKMARKED: &str = "SELECT DISTINCT number FROM main.passage JOIN articles.article ON id = article";
        const OF_EVENT: &str = "SELECT number FROM articles.article WHERE event = ?1";
        let mut chosen = Self { only: None, none: FxHashSet::default(), read: None };
        let numbers = |statement: &str, event: Option<i64>| {
            let mut select = connection.prepare_cached(statement)?;
            let parameters = event.into_iter().collect::<Vec<_>>();
            select.query_map(rusqlite::params_from_iter(parameters), |row| row.get(0))?.collect::<rusqlite::Result<FxHashSet<i64>>>()
        };
        for state in states {
            match state {
                State::Read(read) if chosen.read == Some(!read) => chosen.only = Some(FxHashSet::default()),
                State::Read(read) => chosen.read = Some(*read),
                State::Starred(true) => chosen.narrow(numbers(STARRED, None)?),
                State::Bookmarked(true) => chosen.narrow(numbers(BOOKMARKED, None)?),
                State::Event(event) => chosen.narrow(numbers(OF_EVENT, Some(*event))?),
                State::Starred(false) => chosen.none.extend(numbers(STARRED, None)?),
                State::Bookmarked(false) => chosen.none.extend(numbers(BOOKMARKED, None)?),
            }
        }
        Ok(chosen)
    }

    fn narrow(&mut self, to: FxHashSet<i64>) {
        self.only = Some(match self.only.take() {
            Some(only) => only.intersection(&to).copied().collect(),
            None => to,
        });
    }

    fn has(&self, connection: &Connection, number: i64) -> rusqlite::Result<bool> {
        if self.only.as_ref().is_some_and(|only| !only.contains(&number)) || self.none.contains(&number) {
            return Ok(false);
        }
        let Some(wanted) = self.read else { return Ok(true) };
        let mut select = connection.prepare_cached(
            "SELECT 1 FROM main.reading WHERE read = 1 AND article = (SELECT id FROM articles.article WHERE number = ?1)",
        )?;
        Ok(select.exists(params![number])? == wanted)
    }
}

#[cfg(test)]
mod tests;
