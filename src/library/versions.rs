//! The versions of an article: one page saved again, with changes. The last one to come in stands in the lists, the others behind it.

use rusqlite::{Connection, OptionalExtension, params};

use super::articles;
use super::search::index;
use crate::article::{Article, ArticleId};
use crate::event::{Signature, text_in_common};

/// Words in common that make two pages at one place versions of one article; a front page has another story every day.
const SAME_ARTICLE: f32 = 0.35;

/// Where a page comes from: its address, without what only tells how somebody got there.
pub(super) fn page_key(article: &Article) -> Option<String> {
    let url = article.metadata.url.as_deref()?;
    let (_, place) = url.split_once("://")?;
    let (place, _) = place.split_once('#').unwrap_or((place, ""));
    let (path, query) = place.split_once('?').unwrap_or((place, ""));
    let is_tracking =
        |part: &&str| ["utm_", "fbclid", "gclid", "ref=", "cmp="].iter().any(|name| part.to_ascii_lowercase().starts_with(name));
    let query: Vec<&str> = query.split('&').filter(|part| !part.is_empty() && !is_tracking(part)).collect();
    let path = path.trim_end_matches('/');
    let path = path.strip_prefix("www.").unwrap_or(path);
    // The front page of a site is no article's place.
    if !path.contains('/') && query.is_empty() {
        return None;
    }
    let query = if query.is_empty() { String::new() } else { format!("?{}", query.join("&")) };
    Some(format!("{path}{query}{}", entry_mark(article.entry)))
}

/// Where a page without an address was saved.
fn place_key(folder: &str, file: &str, entry: Option<usize>) -> String {
    let path = std::path::Path::new(folder).join(file);
    format!("file:{}{}", path.display(), entry_mark(entry))
}

fn entry_mark(entry: Option<usize>) -> String {
    entry.map_or_else(String::new, |entry| format!("#{entry}"))
}

/// Notes in which folder an article's page was saved; without an address that tells of which article it is a version.
pub(super) fn note_place(connection: &Connection, id: &ArticleId, folder: &str) -> rusqlite::Result<()> {
    let mut select = connection.prepare_cached("SELECT number, file, entry, page_key FROM articles.article WHERE id = ?1")?;
    let found = select.query_row([id.as_str()], |row| {
        Ok((row.get::<_, i64>(0)?, row.get::<_, String>(1)?, row.get::<_, Option<u32>>(2)?, row.get::<_, Option<String>>(3)?))
    });
    let Some((number, file, entry, None)) = found.optional()? else { return Ok(()) };
    let key = place_key(folder, &file, entry.map(|entry| entry as usize));
    connection.prepare_cached("UPDATE articles.article SET page_key = ?2 WHERE number = ?1")?.execute(params![number, key])?;
    supersede(connection, number, &key)
}

/// Puts a new article in the place of the one that was saved from the same place, if they are versions of one article.
pub(super) fn supersede(connection: &Connection, number: i64, key: &str) -> rusqlite::Result<()> {
    let mut select = connection.prepare_cached(
        "SELECT number, event FROM articles.article WHERE page_key = ?1 AND newer IS NULL AND number < ?2 ORDER BY number DESC LIMIT 1",
    )?;
    let before = select.query_row(params![key, number], |row| Ok((row.get::<_, i64>(0)?, row.get::<_, i64>(1)?))).optional()?;
    let Some((older, event)) = before else { return Ok(()) };
    if text_in_common(&signature(connection, older)?, &signature(connection, number)?) < SAME_ARTICLE {
        return Ok(());
    }
    let mut put = connection.prepare_cached("UPDATE articles.article SET newer = ?2 WHERE number = ?1 OR newer = ?1")?;
    put.execute(params![older, number])?;
    connection.prepare_cached("UPDATE articles.article SET event = ?2 WHERE number = ?1")?.execute(params![number, event])?;
    index::remove(connection, older)?;
    // What is starred stays so; what has changed is unread.
    let mut star = connection.prepare_cached(
        "INSERT INTO main.reading (article, starred)
         SELECT new.id, 1 FROM articles.article AS old JOIN articles.article AS new ON new.number = ?2
         JOIN main.reading ON reading.article = old.id AND reading.starred = 1 WHERE old.number = ?1
         ON CONFLICT (article) DO UPDATE SET starred = 1",
    )?;
    star.execute(params![older, number]).map(|_| ())
}

fn signature(connection: &Connection, number: i64) -> rusqlite::Result<Signature> {
    let mut select = connection.prepare_cached("SELECT words FROM articles.signature WHERE article = ?1")?;
    let kept = select.query_row([number], |row| Ok(Signature::from_bytes(None, row.get_ref(0)?.as_blob()?)))?;
    kept.map_or_else(|| Ok(Signature::of(&articles::numbered(connection, number)?)), Ok)
}

/// All versions of an article, itself among them, in the order in which they came in.
pub(super) fn versions(connection: &Connection, id: &ArticleId) -> rusqlite::Result<Vec<ArticleId>> {
    let mut select = connection.prepare_cached(
        "SELECT version.id FROM articles.article AS own
         JOIN articles.article AS version ON version.number = coalesce(own.newer, own.number) OR version.newer = coalesce(own.newer, own.number)
         WHERE own.id = ?1 ORDER BY version.number",
    )?;
    select.query_map([id.as_str()], |row| articles::id(row, "id"))?.collect()
}

#[cfg(test)]
mod tests {
    use super::super::fixture::article;
    use super::super::search::Search;
    use super::super::{Library, Query};
    use super::*;

    const TEXT: &str = "The ferry Marina ran aground off Port Selim on Monday evening, and forty passengers were taken off by helicopter.";

    fn saved(title: &str, url: &str, text: &str) -> Article {
        let mut saved = article(title, "Post", "2024-03-02", text);
        saved.metadata.url = (!url.is_empty()).then(|| url.to_owned());
        saved
    }

    #[test]
    fn a_place_is_told_by_what_names_the_page() {
        let key = |url: &str| page_key(&saved("a", url, TEXT));
        let want = Some("post.example/ferry?id=7".to_owned());
        for url in [
            "https://www.post.example/ferry?id=7",
            "http://post.example/ferry?utm_source=mail&id=7#top",
            "https://post.example/ferry?id=7&fbclid=x",
        ] {
            assert_eq!(key(url), want, "{url}");
        }
        assert_eq!(key("https://post.example/ferry/"), Some("post.example/ferry".to_owned()));
        assert_eq!((key("https://post.example/"), key("ferry.html")), (None, None));
        let entry = Article { entry: Some(2), ..saved("a", "https://post.example/live", TEXT) };
        assert_eq!(page_key(&entry), Some("post.example/live#2".to_owned()));
    }

    #[test]
    fn a_page_saved_again_stands_in_the_place_of_the_first_one() {
        let mut library = Library::in_memory().unwrap();
        let url = "https://post.example/ferry";
        let (first, second) = (saved("Ferry aground", url, TEXT), saved("Ferry freed", url, &format!("{TEXT}\nTugs freed her at noon.")));
        let third = saved("Ferry in dock", url, &format!("{TEXT}\nTugs freed her at noon.\nShe is in dock."));
        let other = saved("Weather", url, "Rain will fall over the islands all week, with sunny hours in the south and fog at night.");
        library.add(std::slice::from_ref(&first)).unwrap();
        library.set_starred(std::slice::from_ref(&first.id), true).unwrap();
        library.set_read(std::slice::from_ref(&first.id), true).unwrap();
        library.add(&[second.clone(), third.clone()]).unwrap();
        let lines = library.list(&Query::default()).unwrap();
        let [line] = lines.as_slice() else { panic!("{lines:?}") };
        assert_eq!((&line.id, line.versions, line.starred, line.read), (&third.id, 3, true, false));
        let ids = vec![first.id.clone(), second.id.clone(), third.id.clone()];
        for id in &ids {
            assert_eq!(library.versions(id).unwrap(), ids);
            assert!(library.article(id).unwrap().is_some());
        }
        let search = |words: &str| library.search(&Search::parse(words).unwrap(), 9).unwrap().articles;
        assert_eq!(search("ferry"), std::slice::from_ref(&third.id), "older versions are not found beside it");
        let mut library = library;
        library.add(std::slice::from_ref(&other)).unwrap();
        assert_eq!(library.list(&Query::default()).unwrap().len(), 2, "another story at the same place is an article of its own");
    }

    #[test]
    fn a_page_without_an_address_is_told_by_its_file() {
        let mut library = Library::in_memory().unwrap();
        let (first, mut second) = (saved("Ferry", "", TEXT), saved("Ferry", "", &format!("{TEXT}\nTugs freed her at noon.")));
        second.file.clone_from(&first.file);
        library.add(std::slice::from_ref(&first)).unwrap();
        library.note_folder(std::slice::from_ref(&first.id), "/news").unwrap();
        library.add(std::slice::from_ref(&second)).unwrap();
        assert_eq!(library.list(&Query::default()).unwrap().len(), 2);
        library.note_folder(std::slice::from_ref(&second.id), "/news").unwrap();
        assert_eq!(library.list(&Query::default()).unwrap()[0].versions, 2);
        let elsewhere = Article { id: ArticleId::of_page(b"elsewhere"), ..second };
        library.add(std::slice::from_ref(&elsewhere)).unwrap();
        library.note_folder(std::slice::from_ref(&elsewhere.id), "/other").unwrap();
        assert_eq!(library.list(&Query::default()).unwrap().len(), 2, "a file of that name in another folder is another page");
    }

    #[test]
    fn agency_copy_in_several_sources_has_one_origin() {
        let mut library = Library::in_memory().unwrap();
        let agency = format!(
            "{TEXT} Captain Ruth Olsen told the harbour master that fog had hidden the buoys at the mouth of the channel. \
             Divers found a hole of two metres below the engine room, and tugs will tow the ship to a dock in Merrow."
        );
        let own = "Helicopters rescued forty people from the ferry Marina last night after she struck a reef near Port Selim in thick fog. \
            Passengers described a loud bang and an hour of waiting on deck in the cold until rescuers lifted them up one by one.";
        library.add(&[article("Ferry aground", "Post", "2024-03-02", &agency)]).unwrap();
        library.add(&[article("Ferry runs aground", "Daily", "2024-03-02", &agency)]).unwrap();
        let counts = |library: &Library| {
            let lines = library.list(&Query::default()).unwrap();
            (lines[0].event_sources, lines[0].event_origins)
        };
        assert_eq!(counts(&library), (2, 1));
        library.add(&[article("Ferry Marina strikes reef off Port Selim", "Gazette", "2024-03-02", own)]).unwrap();
        assert_eq!(counts(&library), (3, 2));
    }
}
