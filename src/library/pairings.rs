//! What the reader decided of two passages that face each other or do not: they tell the same thing, or they are unrelated.

use rusqlite::{Connection, params};

use super::anchor::Anchor;
use super::articles::{unreadable, unwritable};
use crate::article::ArticleId;

/// What was decided of two passages.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Decision {
    /// They tell the same thing.
    Together,
    /// They are unrelated.
    Apart,
}

/// Two passages of two articles, of which something is decided.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pairing {
    /// The two articles.
    pub articles: [ArticleId; 2],
    /// A passage of each.
    pub anchors: [Anchor; 2],
}

impl Pairing {
    /// The same two the other way round.
    #[must_use]
    pub fn exchanged(self) -> Self {
        let ([one, other], [of_one, of_other]) = (self.articles, self.anchors);
        Self { articles: [other, one], anchors: [of_other, of_one] }
    }

    /// The form in which it is kept: the article with the smaller id first.
    fn in_order(self) -> Self {
        let [one, other] = &self.articles;
        if one.as_str() <= other.as_str() { self } else { self.exchanged() }
    }
}

/// What was decided of passages of two articles, the left one's first.
pub(super) fn between(connection: &Connection, left: &ArticleId, right: &ArticleId) -> rusqlite::Result<Vec<(Pairing, Decision)>> {
    let is_exchanged = left.as_str() > right.as_str();
    let (one, other) = if is_exchanged { (right, left) } else { (left, right) };
    let mut statement =
        connection.prepare_cached("SELECT anchors, together FROM main.pairing WHERE one = ?1 AND other = ?2 ORDER BY rowid")?;
    let rows = statement.query_map([one.as_str(), other.as_str()], |row| Ok((row.get::<_, String>(0)?, row.get::<_, bool>(1)?)))?;
    rows.map(|row| {
        let (anchors, together) = row?;
        let anchors: [Anchor; 2] = serde_json::from_str(&anchors).map_err(unreadable)?;
        let pairing = Pairing { articles: [one.clone(), other.clone()], anchors };
        let pairing = if is_exchanged { pairing.exchanged() } else { pairing };
        Ok((pairing, if together { Decision::Together } else { Decision::Apart }))
    })
    .collect()
}

/// Keeps a decision in place of what was decided of the same two passages before; takes it back where there is none.
pub(super) fn decide(connection: &Connection, pairing: Pairing, decision: Option<Decision>) -> rusqlite::Result<()> {
    let Pairing { articles: [one, other], anchors } = pairing.in_order();
    let anchors = serde_json::to_string(&anchors).map_err(unwritable)?;
    let done = match decision {
        Some(decision) => connection.execute(
            "INSERT OR REPLACE INTO main.pairing (one, other, anchors, together) VALUES (?1, ?2, ?3, ?4)",
            params![one.as_str(), other.as_str(), anchors, decision == Decision::Together],
        ),
        None => connection.execute(
            "DELETE FROM main.pairing WHERE one = ?1 AND other = ?2 AND anchors = ?3",
            params![one.as_str(), other.as_str(), anchors],
        ),
    };
    done.map(|_| ())
}

/// Two articles of which it is decided whether they report one event.
pub type EventPair = [ArticleId; 2];

/// The two in the order in which they are kept: the smaller id first.
#[must_use]
pub fn event_pair(one: &ArticleId, other: &ArticleId) -> EventPair {
    if one.as_str() <= other.as_str() { [one.clone(), other.clone()] } else { [other.clone(), one.clone()] }
}

/// Keeps decisions on the events of articles in place of those before; takes them back where there are none.
pub(super) fn decide_events(connection: &Connection, decisions: &[(EventPair, Option<Decision>)]) -> rusqlite::Result<()> {
    for ([one, other], decision) in decisions {
        let [one, other] = event_pair(one, other);
        match decision {
            Some(decision) => connection.execute(
                "INSERT OR REPLACE INTO main.event_decision (one, other, together) VALUES (?1, ?2, ?3)",
                params![one.as_str(), other.as_str(), *decision == Decision::Together],
            )?,
            None => connection.execute("DELETE FROM main.event_decision WHERE one = ?1 AND other = ?2", [one.as_str(), other.as_str()])?,
        };
    }
    Ok(())
}

/// All that was decided of the events of articles.
pub(super) fn event_decisions(connection: &Connection) -> rusqlite::Result<Vec<(EventPair, Decision)>> {
    let mut statement = connection.prepare_cached("SELECT one, other, together FROM main.event_decision ORDER BY one, other")?;
    let rows = statement.query_map([], |row| {
        let ids = [row.get::<_, String>(0)?, row.get::<_, String>(1)?];
        Ok((ids, if row.get(2)? { Decision::Together } else { Decision::Apart }))
    })?;
    let mut found = Vec::new();
    for row in rows {
        let ([one, other], decision) = row?;
        if let (Some(one), Some(other)) = (ArticleId::parse(&one), ArticleId::parse(&other)) {
            found.push(([one, other], decision));
        }
    }
    Ok(found)
}

/// What was decided of the events of the articles that the library has, by their numbers.
pub(super) fn of_events(connection: &Connection) -> rusqlite::Result<Vec<((i64, i64), Decision)>> {
    let mut statement = connection.prepare_cached(
        "SELECT a.number, b.number, d.together FROM main.event_decision d
         JOIN articles.article a ON a.id = d.one JOIN articles.article b ON b.id = d.other",
    )?;
    let rows = statement.query_map([], |row| {
        let decision = if row.get(2)? { Decision::Together } else { Decision::Apart };
        Ok(((row.get(0)?, row.get(1)?), decision))
    })?;
    rows.collect()
}

#[cfg(test)]
mod tests {
    use super::super::Library;
    use super::*;
    use crate::article::{Body, ParagraphKind};
    use crate::text::Span;

    fn pairing(left: &str, right: &str) -> Pairing {
        let anchor = |text: &str| Anchor::of(&Body::new([(text, ParagraphKind::Prose)], "en"), Span::whole(text));
        Pairing { articles: [left, right].map(|text| ArticleId::of_page(text.as_bytes())), anchors: [anchor(left), anchor(right)] }
    }

    #[test]
    fn a_decision_is_kept_changed_and_taken_back_from_either_side() {
        let mut library = Library::in_memory().unwrap();
        let made = pairing("Snow closed the pass.", "The pass is shut.");
        let [left, right] = made.articles.clone();
        library.decide(made.clone(), Some(Decision::Together)).unwrap();
        assert_eq!(library.decisions(&left, &right).unwrap(), [(made.clone(), Decision::Together)]);
        let exchanged = made.clone().exchanged();
        assert_eq!(library.decisions(&right, &left).unwrap(), [(exchanged.clone(), Decision::Together)]);
        library.decide(exchanged, Some(Decision::Apart)).unwrap();
        assert_eq!(library.decisions(&left, &right).unwrap(), [(made.clone(), Decision::Apart)], "one decision for two passages");
        library.decide(made, None).unwrap();
        assert!(library.decisions(&left, &right).unwrap().is_empty());
    }
}
