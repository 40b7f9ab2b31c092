//! What the reader did with an article: read it, starred it, stopped somewhere in it; and what the screens were left like.

use rusqlite::{Connection, OptionalExtension, params};
use serde::{Deserialize, Serialize};

use super::anchor::Anchor;
use super::articles::{unreadable, unwritable};
use crate::article::ArticleId;

/// Where the reader stopped, as words: they are found again at any width, and in a page that changed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Place {
    /// The words the keys act on.
    pub cursor: Anchor,
    /// The first words of the body on the screen; none while the article's head stands at the top.
    pub top: Option<Anchor>,
    /// Lines on the screen above those words: blank ones, the end of the head.
    pub above: usize,
}

/// What the screens remember from one run to the next.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Remembered {
    /// The theme last chosen, by name.
    Theme,
    /// The article that the list was left on, by id.
    Article,
    /// Whether the hint of the first start was shown.
    Welcome,
    /// How the list is arranged, by name.
    Arrangement,
    /// Whether the mouse is left to the terminal: `off`.
    Mouse,
}

impl Remembered {
    fn name(self) -> &'static str {
        match self {
            Self::Theme => "theme",
            Self::Article => "article",
            Self::Welcome => "welcome",
            Self::Arrangement => "arrangement",
            Self::Mouse => "mouse",
        }
    }
}

pub(super) fn remembered(connection: &Connection, what: Remembered) -> rusqlite::Result<Option<String>> {
    connection.query_row("SELECT value FROM main.remembered WHERE name = ?1", [what.name()], |row| row.get(0)).optional()
}

pub(super) fn remember(connection: &Connection, what: Remembered, value: Option<&str>) -> rusqlite::Result<()> {
    let done = match value {
        Some(value) => connection.execute("INSERT OR REPLACE INTO main.remembered (name, value) VALUES (?1, ?2)", [what.name(), value]),
        None => connection.execute("DELETE FROM main.remembered WHERE name = ?1", [what.name()]),
    };
    done.map(|_| ())
}

pub(super) fn set_read(connection: &mut Connection, ids: &[ArticleId], read: bool) -> rusqlite::Result<()> {
    let set = "INSERT INTO main.reading (article, read) VALUES (?1, ?2) ON CONFLICT (article) DO UPDATE SET read = excluded.read";
    set_all(connection, set, ids, read)
}

pub(super) fn set_starred(connection: &mut Connection, ids: &[ArticleId], starred: bool) -> rusqlite::Result<()> {
    let set = "INSERT INTO main.reading (article, starred) VALUES (?1, ?2) ON CONFLICT (article) DO UPDATE SET starred = excluded.starred";
    set_all(connection, set, ids, starred)
}

fn set_all(connection: &mut Connection, set: &str, ids: &[ArticleId], value: bool) -> rusqlite::Result<()> {
    let transaction = connection.transaction()?;
    for id in ids {
        transaction.prepare_cached(set)?.execute(params![id.as_str(), value])?;
    }
    transaction.commit()
}

pub(super) fn place(connection: &Connection, id: &ArticleId) -> rusqlite::Result<Option<Place>> {
    let kept: Option<Option<String>> =
        connection.query_row("SELECT place FROM main.reading WHERE article = ?1", [id.as_str()], |row| row.get(0)).optional()?;
    kept.flatten().map(|json| serde_json::from_str(&json).map_err(unreadable)).transpose()
}

pub(super) fn set_place(connection: &Connection, id: &ArticleId, place: &Place) -> rusqlite::Result<()> {
    let json = serde_json::to_string(place).map_err(unwritable)?;
    let set = "INSERT INTO main.reading (article, place) VALUES (?1, ?2) ON CONFLICT (article) DO UPDATE SET place = excluded.place";
    connection.execute(set, params![id.as_str(), json]).map(|_| ())
}

#[cfg(test)]
mod tests {
    use super::super::fixture::article;
    use super::super::{Library, Query};
    use super::*;
    use crate::text::span::Span;

    #[test]
    fn read_star_and_place_do_not_disturb_each_other() {
        let mut library = Library::in_memory().unwrap();
        let kept = article("a", "s", "", "The ferry is back in service.");
        library.add(std::slice::from_ref(&kept)).unwrap();
        let ids = std::slice::from_ref(&kept.id);
        let state = |library: &Library| {
            let line = &library.list(&Query::default()).unwrap()[0];
            (line.read, line.starred, library.place(&kept.id).unwrap())
        };
        assert_eq!(state(&library), (false, false, None));
        let anchor = |start, end| Anchor::of(&kept.body, Span::new(start, end));
        let place = Place { cursor: anchor(4, 9), top: Some(anchor(0, 9)), above: 1 };
        library.set_place(&kept.id, &place).unwrap();
        library.set_starred(ids, true).unwrap();
        library.set_read(ids, true).unwrap();
        assert_eq!(state(&library), (true, true, Some(place.clone())));
        library.set_read(ids, false).unwrap();
        assert_eq!(state(&library), (false, true, Some(place)));
    }

    #[test]
    fn what_is_remembered_can_be_changed_and_forgotten() {
        let mut library = Library::in_memory().unwrap();
        for value in [Some("dusk"), Some("paper"), None] {
            library.remember(Remembered::Theme, value).unwrap();
            assert_eq!(library.remembered(Remembered::Theme).unwrap().as_deref(), value);
            assert_eq!(library.remembered(Remembered::Article).unwrap(), None);
        }
    }
}
