//! The articles of the library: kept whole, listed without reading a body.

use jiff::civil::Date;
use rusqlite::types::Type;
use rusqlite::{Connection, OptionalExtension, Row, named_params, params};

use super::corrections;
use super::events::EventId;
use super::search::index;
use super::versions;
use crate::article::{Article, ArticleId, Metadata, PageBlock, Published};
use crate::event::Signature;
use crate::text::fold;

/// One article as the list shows it; bodies are read only when shown.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ArticleLine {
    /// Which article.
    pub id: ArticleId,
    /// The page's path as it was given.
    pub file: String,
    /// Which of the file's articles it is, counted from 1; none where the file is the page of one article.
    pub entry: Option<usize>,
    /// The title; the list shows the first words of the body where there is none.
    pub title: Option<String>,
    /// The first words of the body.
    pub opening: String,
    /// The source.
    pub source: Option<String>,
    /// The authors, separated by commas.
    pub author: Option<String>,
    /// When it was published.
    pub published: Option<Published>,
    /// Whether it has been opened.
    pub read: bool,
    /// Whether it is starred.
    pub starred: bool,
    /// How many bookmarks point into it.
    pub bookmarks: usize,
    /// The event it reports.
    pub event: EventId,
    /// How many different sources report that event.
    pub event_sources: usize,
    /// The number of the first article with the same text.
    pub origin: i64,
    /// How many different texts they print: agency copy in several sources is one.
    pub event_origins: usize,
    /// How many versions of it there are; this is the last one.
    pub versions: usize,
}

impl ArticleLine {
    /// How many sources report the event, and behind a stroke how many texts they print, where these are fewer: `≋3/1`.
    #[must_use]
    pub fn sources_mark(&self) -> String {
        match self.event_origins {
            origins if (1..self.event_sources).contains(&origins) => format!("≋{}/{origins}", self.event_sources),
            _ => format!("≋{}", self.event_sources),
        }
    }
}

/// What became of an article that was added.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Added {
    /// It is new.
    New,
    /// The same page was there already.
    Unchanged,
}

/// Which articles to list.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Query {
    /// Published on or after this day.
    pub since: Option<Date>,
    /// Published on or before this day.
    pub until: Option<Date>,
    /// From sources whose name contains this, case and accents aside.
    pub source: Option<String>,
    /// Reports of this event.
    pub event: Option<EventId>,
    /// Openings only where there is no title to show: for lists of very many.
    pub is_brief: bool,
}

/// Characters of the body's beginning that stand in a line.
const OPENING: usize = 200;

/// How hard the pages are compressed: beyond 3, zstd takes much longer for little.
const COMPRESSION: i32 = 3;

/// The fewest digits that may stand for an id.
pub const SHORTEST_PREFIX: usize = 4;

/// Keeps articles in one transaction, without a look at their events.
pub(super) fn add(connection: &mut Connection, articles: &[Article]) -> rusqlite::Result<Vec<Added>> {
    let transaction = connection.transaction()?;
    let added = insert_all(&transaction, articles)?;
    transaction.commit()?;
    Ok(added)
}

pub(super) fn insert_all(connection: &Connection, articles: &[Article]) -> rusqlite::Result<Vec<Added>> {
    articles.iter().map(|article| insert(connection, article)).collect()
}

/// Keeps one article, unless the same page is there.
///
/// A new article is an event of its own, by the article's own number, until the grouping has looked at it.
fn insert(connection: &Connection, as_saved: &Article) -> rusqlite::Result<Added> {
    let article = &corrections::corrected(connection, as_saved.clone())?;
    let mut line = connection.prepare_cached(
        "INSERT OR IGNORE INTO articles.article
            (number, id, file, entry, title, opening, source, source_key, author, published, day, moment, event, searchable,
             origin, page_key)
         SELECT next, :id, :file, :entry, :title, :opening, :source, :source_key, :author, :published, :day, :moment, next, 1, next, :page_key
         FROM (SELECT coalesce(max(number), 0) + 1 AS next FROM articles.article)",
    )?;
    let published = article.published();
    let page_key = versions::page_key(article);
    let inserted = line.execute(named_params! {
        ":id": article.id.as_str(),
        ":file": article.file,
        ":entry": article.entry.map(|number| number as u32),
        ":title": article.title(),
        ":opening": opening(article),
        ":source": article.source(),
        ":source_key": article.source().map(fold::key),
        ":author": article.author(),
        ":published": published.map(Published::rfc3339),
        ":day": published.map(|at| at.day().to_string()),
        ":moment": published.map(Published::sort_key),
        ":page_key": page_key,
    })?;
    if inserted == 0 {
        return Ok(Added::Unchanged);
    }
    let number = connection.last_insert_rowid();
    let metadata = serde_json::to_string(&as_saved.metadata).map_err(unwritable)?;
    let blocks = serde_json::to_vec(&article.page).map_err(unwritable)?;
    let blocks = zstd::encode_all(blocks.as_slice(), COMPRESSION).map_err(unwritable)?;
    connection
        .prepare_cached("INSERT INTO articles.page (article, metadata, blocks) VALUES (?1, ?2, ?3)")?
        .execute(params![number, metadata, blocks])?;
    connection
        .prepare_cached("INSERT INTO articles.signature (article, words) VALUES (?1, ?2)")?
        .execute(params![number, Signature::of(article).to_bytes()])?;
    index::add(connection, number, article)?;
    if let Some(key) = page_key {
        versions::supersede(connection, number, &key)?;
    }
    Ok(Added::New)
}

/// How many articles are not in the index of words: those of a file from before there was one.
pub(super) fn unsearched(connection: &Connection) -> rusqlite::Result<usize> {
    let mut count = connection.prepare_cached("SELECT count(*) FROM articles.article WHERE searchable = 0")?;
    count.query_row([], |row| row.get::<_, u32>(0)).map(|count| count as usize)
}

/// Takes so many articles into the index that are not in it; how many are left.
pub(super) fn index_some(connection: &mut Connection, most: usize) -> rusqlite::Result<usize> {
    let transaction = connection.transaction()?;
    let mut mark = transaction.prepare(
        "UPDATE articles.article SET searchable = 1
         WHERE number IN (SELECT number FROM articles.article WHERE searchable = 0 LIMIT ?1) RETURNING number",
    )?;
    let numbers = mark.query_map([most as u32], |row| row.get(0))?.collect::<rusqlite::Result<Vec<i64>>>()?;
    let mut is_shown = transaction.prepare("SELECT 1 FROM articles.article WHERE number = ?1 AND newer IS NULL")?;
    for number in numbers {
        if !is_shown.exists([number])? {
            continue;
        }
        index::add(&transaction, number, &numbered(&transaction, number)?)?;
    }
    drop((mark, is_shown));
    let left = unsearched(&transaction)?;
    transaction.commit()?;
    Ok(left)
}

fn opening(article: &Article) -> String {
    article.body.text().chars().take(OPENING).map(|c| if c == '\n' { ' ' } else { c }).collect()
}

/// The articles newest first, day by day of their outlets' calendars and by the moment within a day; the undated ones last.
pub(super) fn list(connection: &Connection, query: &Query) -> rusqlite::Result<Vec<ArticleLine>> {
    let mut statement = connection.prepare_cached(
        "SELECT line.id, line.file, line.entry, line.title, line.source, line.author, line.published, line.event, line.origin,
                CASE WHEN :brief AND line.title IS NOT NULL THEN '' ELSE line.opening END AS opening,
                coalesce(reading.read, 0) AS read, coalesce(reading.starred, 0) AS starred,
                coalesce(kept.bookmarks, 0) AS bookmarks, 1 + coalesce(older.versions, 0) AS versions, reports.sources, reports.origins
         FROM articles.article AS line
         LEFT JOIN main.reading ON reading.article = line.id
         LEFT JOIN (SELECT article, count(DISTINCT bookmark) AS bookmarks FROM main.passage GROUP BY article) AS kept
            ON kept.article = line.id
         LEFT JOIN (SELECT newer, count(*) AS versions FROM articles.article WHERE newer IS NOT NULL GROUP BY newer) AS older
            ON older.newer = line.number
         LEFT JOIN (SELECT event, count(DISTINCT source) AS sources, count(DISTINCT origin) AS origins
                    FROM articles.article WHERE newer IS NULL GROUP BY event) AS reports
            ON reports.event = line.event
         WHERE line.newer IS NULL
           AND (:since IS NULL OR line.day >= :since)
           AND (:until IS NULL OR line.day <= :until)
           AND (:source IS NULL OR instr(line.source_key, :source) > 0)
           AND (:event IS NULL OR line.event = :event)
         ORDER BY line.day DESC NULLS LAST, line.moment DESC, line.number",
    )?;
    let wanted = named_params! {
        ":since": query.since.map(|day| day.to_string()),
        ":until": query.until.map(|day| day.to_string()),
        ":source": query.source.as_deref().map(fold::key),
        ":event": query.event.map(|event| event.0),
        ":brief": query.is_brief,
    };
    statement.query_map(wanted, line)?.collect()
}

/// The line of one article that is there.
pub(super) fn one_line(connection: &Connection, id: &ArticleId) -> rusqlite::Result<ArticleLine> {
    let mut statement = connection.prepare_cached(
        "SELECT line.id, line.file, line.entry, line.title, line.opening, line.source, line.author, line.published,
                coalesce(reading.read, 0) AS read, coalesce(reading.starred, 0) AS starred,
                (SELECT count(DISTINCT bookmark) FROM main.passage WHERE article = line.id) AS bookmarks,
                1 + (SELECT count(*) FROM articles.article WHERE newer = line.number) AS versions, line.origin,
                line.event,
                (SELECT count(DISTINCT source) FROM articles.article WHERE event = line.event AND newer IS NULL) AS sources,
                (SELECT count(DISTINCT origin) FROM articles.article WHERE event = line.event AND newer IS NULL) AS origins
         FROM articles.article AS line
         LEFT JOIN main.reading ON reading.article = line.id
         WHERE line.id = ?1",
    )?;
    statement.query_row([id.as_str()], line)
}

fn line(row: &Row<'_>) -> rusqlite::Result<ArticleLine> {
    Ok(ArticleLine {
        id: id(row, "id")?,
        file: row.get("file")?,
        entry: entry(row)?,
        title: row.get("title")?,
        opening: row.get("opening")?,
        source: row.get("source")?,
        author: row.get("author")?,
        published: published(row)?,
        read: row.get("read")?,
        starred: row.get("starred")?,
        bookmarks: row.get::<_, u32>("bookmarks")? as usize,
        event: EventId(row.get("event")?),
        event_sources: row.get::<_, u32>("sources")? as usize,
        origin: row.get("origin")?,
        event_origins: row.get::<_, u32>("origins")? as usize,
        versions: row.get::<_, u32>("versions")? as usize,
    })
}

fn entry(row: &Row<'_>) -> rusqlite::Result<Option<usize>> {
    row.get::<_, Option<u32>>("entry").map(|number| number.map(|number| number as usize))
}

/// One article, put together from its page.
pub(super) fn article(connection: &Connection, id: &ArticleId) -> rusqlite::Result<Option<Article>> {
    let mut statement = connection.prepare_cached(
        "SELECT id, file, entry, metadata, blocks FROM articles.article JOIN articles.page ON page.article = article.number WHERE id = ?1",
    )?;
    statement.query_row([id.as_str()], whole).optional()?.map(|article| corrections::corrected(connection, article)).transpose()
}

/// One article by its number.
pub(super) fn numbered(connection: &Connection, number: i64) -> rusqlite::Result<Article> {
    let mut statement = connection.prepare_cached(
        "SELECT id, file, entry, metadata, blocks FROM articles.article JOIN articles.page ON page.article = article.number WHERE number = ?1",
    )?;
    corrections::corrected(connection, statement.query_row([number], whole)?)
}

/// Reads an article from a row with `id`, `file`, `entry`, `metadata` and `blocks`.
pub(super) fn whole(row: &Row<'_>) -> rusqlite::Result<Article> {
    let metadata: Metadata = serde_json::from_str(row.get_ref("metadata")?.as_str()?).map_err(unreadable)?;
    let blocks = zstd::decode_all(row.get_ref("blocks")?.as_blob()?).map_err(unreadable)?;
    let blocks: Vec<PageBlock> = serde_json::from_slice(&blocks).map_err(unreadable)?;
    Ok(Article { entry: entry(row)?, ..Article::new(id(row, "id")?, row.get("file")?, metadata, blocks) })
}

/// How many stories were taken from this page, its own article among them; `None` where that is not kept.
pub(super) fn stories(connection: &Connection, id: &ArticleId) -> rusqlite::Result<Option<usize>> {
    let mut kept = connection.prepare_cached("SELECT stories FROM articles.article WHERE id = ?1")?;
    let count: Option<u32> = kept.query_row([id.as_str()], |row| row.get(0)).optional()?;
    Ok(count.map(|count| count as usize))
}

/// Notes the folder in which the paths of these articles' pages were given.
pub(super) fn note_folder(connection: &mut Connection, ids: &[ArticleId], folder: &str) -> rusqlite::Result<()> {
    let transaction = connection.transaction()?;
    for id in ids {
        transaction.prepare_cached("UPDATE articles.article SET folder = ?2 WHERE id = ?1")?.execute([id.as_str(), folder])?;
        versions::note_place(&transaction, id, folder)?;
    }
    transaction.commit()
}

/// The folder in which the path of an article's page was given; `None` where it is not known.
pub(super) fn folder(connection: &Connection, id: &ArticleId) -> rusqlite::Result<Option<String>> {
    let mut kept = connection.prepare_cached("SELECT folder FROM articles.article WHERE id = ?1")?;
    kept.query_row([id.as_str()], |row| row.get(0)).optional().map(Option::flatten)
}

/// Notes how many stories were taken from a page, its own article among them.
pub(super) fn note_stories(connection: &Connection, id: &ArticleId, count: usize) -> rusqlite::Result<()> {
    let mut note = connection.prepare_cached("UPDATE articles.article SET stories = ?2 WHERE id = ?1")?;
    note.execute(params![id.as_str(), count as u32]).map(|_| ())
}

pub(super) fn count(connection: &Connection) -> rusqlite::Result<usize> {
    connection.query_row("SELECT count(*) FROM articles.article", [], |row| row.get::<_, u32>(0)).map(|count| count as usize)
}

/// The articles whose id starts with these digits; none for fewer than four.
pub(super) fn ids_starting(connection: &Connection, prefix: &str) -> rusqlite::Result<Vec<ArticleId>> {
    let prefix = prefix.to_ascii_lowercase();
    if prefix.len() < SHORTEST_PREFIX || !prefix.bytes().all(|b| b.is_ascii_hexdigit()) {
        return Ok(Vec::new());
    }
    let mut statement = connection.prepare_cached("SELECT id FROM articles.article WHERE id >= ?1 AND id < ?1 || 'g' ORDER BY id")?;
    statement.query_map([prefix], |row| id(row, "id"))?.collect()
}

/// An article's id in a column.
pub(super) fn id(row: &Row<'_>, column: &str) -> rusqlite::Result<ArticleId> {
    let text: String = row.get(column)?;
    ArticleId::parse(&text).ok_or_else(|| unreadable(format!("{text} is no article's id")))
}

/// The time of publication in the column of that name.
pub(super) fn published(row: &Row<'_>) -> rusqlite::Result<Option<Published>> {
    let text: Option<String> = row.get("published")?;
    text.map(|text| Published::parse(&text).ok_or_else(|| unreadable(format!("{text} is no date")))).transpose()
}

/// A value that was kept and cannot be read back.
pub(super) fn unreadable(cause: impl Into<Box<dyn std::error::Error + Send + Sync>>) -> rusqlite::Error {
    rusqlite::Error::FromSqlConversionFailure(0, Type::Text, cause.into())
}

/// A value that cannot be turned into bytes.
pub(super) fn unwritable(cause: impl Into<Box<dyn std::error::Error + Send + Sync>>) -> rusqlite::Error {
    rusqlite::Error::ToSqlConversionFailure(cause.into())
}

#[cfg(test)]
mod tests {
    use super::super::Library;
    use super::super::fixture::article;
    use super::*;
    use crate::article::{DropReason, Fate};

    const TEXT: &str = "The ferry is back in service.\nIt had been out for a week.";

    fn titles(library: &Library, query: &Query) -> Vec<String> {
        library.list(query).unwrap().into_iter().filter_map(|line| line.title).collect()
    }

    fn filled() -> Library {
        let mut library = Library::in_memory().unwrap();
        let articles = [
            article("undated", "Harbour Post", "", TEXT),
            article("day", "Harbour Post", "2024-03-02", TEXT),
            article("evening", "Île Libre", "2024-03-02T19:00:00-00:00", TEXT),
            article("later day", "Coast Daily", "2024-03-04", TEXT),
            article("far east", "Coast Daily", "2024-03-03T01:00:00+09:00", TEXT),
        ];
        library.add(&articles).unwrap();
        library
    }

    #[test]
    fn newest_first_undated_last() {
        assert_eq!(titles(&filled(), &Query::default()), ["later day", "far east", "evening", "day", "undated"]);
    }

    #[test]
    fn queries_choose() {
        let library = filled();
        let day = |text: &str| Some(text.parse().unwrap());
        let source = |text: &str| Some(text.to_owned());
        for (query, want) in [
            (Query { since: day("2024-03-03"), ..Query::default() }, vec!["later day", "far east"]),
            (Query { until: day("2024-03-02"), ..Query::default() }, vec!["evening", "day"]),
            (Query { source: source("ile"), ..Query::default() }, vec!["evening"]),
            (Query { source: source("COAST d"), since: day("2024-03-04"), ..Query::default() }, vec!["later day"]),
            (Query { event: Some(EventId(99)), ..Query::default() }, vec![]),
        ] {
            assert_eq!(titles(&library, &query), want, "{query:?}");
        }
    }

    #[test]
    fn the_same_page_is_kept_once() {
        let mut library = Library::in_memory().unwrap();
        let (one, two) = (article("a", "s", "2024-03-02", TEXT), article("b", "s", "2024-03-02", TEXT));
        assert_eq!(library.add(&[one.clone(), one.clone()]).unwrap(), [Added::New, Added::Unchanged]);
        assert_eq!(library.add(&[one, two]).unwrap(), [Added::Unchanged, Added::New]);
        assert_eq!(library.count().unwrap(), 2);
    }

    #[test]
    fn an_article_comes_back_whole() {
        let mut library = Library::in_memory().unwrap();
        let mut kept = article("a", "s", "2024-03-02T19:00:00+01:00", TEXT);
        kept.page.push(PageBlock { text: "Subscribe now".into(), fate: Fate::Dropped(DropReason::Promotion) });
        library.add(std::slice::from_ref(&kept)).unwrap();
        assert!(library.stories(&kept.id).unwrap() == Some(1) && library.stories(&ArticleId::of_page(b"other")).unwrap().is_none());
        assert_eq!(library.article(&kept.id).unwrap(), Some(kept));
        assert_eq!(library.article(&ArticleId::of_page(b"other")).unwrap(), None);
    }

    #[test]
    fn a_page_is_found_from_every_folder() {
        let mut library = Library::in_memory().unwrap();
        let kept = article("a", "s", "2024-03-02", TEXT);
        library.add(std::slice::from_ref(&kept)).unwrap();
        assert_eq!(library.path_of(&kept).unwrap(), std::path::Path::new(&kept.file));
        library.note_folder(std::slice::from_ref(&kept.id), "/home/reader/pages").unwrap();
        assert_eq!(library.path_of(&kept).unwrap(), std::path::Path::new("/home/reader/pages").join(&kept.file));
        let whole = Article { file: "/srv/a.txt".to_owned(), ..kept };
        assert_eq!(library.path_of(&whole).unwrap(), std::path::Path::new("/srv/a.txt"));
    }

    #[test]
    fn a_line_opens_with_the_first_words() {
        let long = "word ".repeat(100);
        let mut library = Library::in_memory().unwrap();
        library.add(&[article("a", "s", "", &format!("One.\nTwo {long}"))]).unwrap();
        let opening = &library.list(&Query::default()).unwrap()[0].opening;
        assert!(opening.starts_with("One. Two word") && opening.chars().count() == OPENING, "{opening}");
    }

    #[test]
    fn ids_are_found_by_their_first_digits() {
        let mut library = Library::in_memory().unwrap();
        let kept = article("a", "s", "", TEXT);
        library.add(std::slice::from_ref(&kept)).unwrap();
        let digits: String = kept.id.as_str().chars().take(4).collect();
        assert_eq!(library.ids_starting(&digits).unwrap(), std::slice::from_ref(&kept.id));
        assert_eq!(library.ids_starting(&digits.to_uppercase()).unwrap(), [kept.id]);
        assert!(library.ids_starting("abc").unwrap().is_empty(), "too short");
        assert!(library.ids_starting("page.txt").unwrap().is_empty());
    }

    #[test]
    fn a_page_that_cannot_be_read_back_is_said() {
        let mut library = Library::in_memory().unwrap();
        let kept = article("a", "s", "", TEXT);
        library.add(std::slice::from_ref(&kept)).unwrap();
        library.connection.execute("UPDATE articles.page SET blocks = x'00'", []).unwrap();
        let error = library.article(&kept.id).unwrap_err().to_string();
        assert!(error.starts_with("articles.db: damaged"), "{error}");
    }
}
