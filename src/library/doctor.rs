//! Looks the two files of a library over, and mends what can be made anew: the index, the events, the articles' file as far as it can be read.

use std::fs;
use std::path::{Path, PathBuf};

use rusqlite::{Connection, OpenFlags, OptionalExtension};

use super::Library;
use super::articles;
use super::error::Error;
use super::schema::ARTICLES;
use super::search::index;
use crate::article::Article;
use crate::text::counted::counted;

/// What was found out about a library.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    /// Whether something is wrong.
    pub is_trouble: bool,
    /// What was found, a clause.
    pub what: String,
}

/// What could be brought over from a damaged file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Salvage {
    /// Where the damaged file lies now.
    pub moved_to: PathBuf,
    /// Articles that could be read.
    pub kept: usize,
    /// Articles that could not.
    pub lost: usize,
}

/// What ought to be nought, and what it means where it is not.
const CHECKS: [(&str, &str); 4] = [
    ("SELECT count(*) FROM articles.article WHERE searchable = 0", "not in the index of words"),
    ("SELECT count(*) FROM articles.article WHERE grouped = 0", "not looked at for their events"),
    (
        "SELECT count(*) FROM articles.article WHERE searchable = 1 AND newer IS NULL
         AND number NOT IN (SELECT rowid FROM articles.words)",
        "missing in the index of words",
    ),
    ("SELECT count(*) FROM articles.article WHERE number NOT IN (SELECT article FROM articles.page)", "without their pages"),
];

/// Looks over what stands in the files.
pub(super) fn examine(connection: &Connection) -> rusqlite::Result<Vec<Finding>> {
    let mut findings = Vec::new();
    for (name, holds) in [("main", "what you made (user.db)"), ("articles", "the articles (articles.db)")] {
        let said: String = connection.pragma_query_value(Some(name), "integrity_check", |row| row.get(0))?;
        let is_trouble = said != "ok";
        let what = if is_trouble { format!("{holds}: damaged: {}", said.replace('\n', " ")) } else { format!("{holds}: sound") };
        findings.push(Finding { is_trouble, what });
    }
    let count = |statement: &str| connection.query_row(statement, [], |row| row.get::<_, u32>(0)).map(|count| count as usize);
    let articles = count("SELECT count(*) FROM articles.article WHERE newer IS NULL")?;
    let older = count("SELECT count(*) FROM articles.article WHERE newer IS NOT NULL")?;
    let bookmarks = count("SELECT count(*) FROM main.bookmark")?;
    let counts = [counted(articles, "article"), counted(older, "older version"), counted(bookmarks, "bookmark")];
    findings.push(Finding { is_trouble: false, what: counts.join(", ") });
    for (statement, meaning) in CHECKS {
        let number = count(statement)?;
        if number > 0 {
            findings.push(Finding { is_trouble: true, what: format!("{} {meaning}", counted(number, "article")) });
        }
    }
    Ok(findings)
}

/// Empties the index of words, the words events are found by, and has every article looked at anew. What the user decided stays.
pub(super) fn begin_anew(connection: &mut Connection) -> rusqlite::Result<()> {
    let transaction = connection.transaction()?;
    index::clear(&transaction)?;
    transaction.execute_batch(
        "DELETE FROM articles.key_word;
         DELETE FROM articles.signature WHERE article NOT IN (SELECT number FROM articles.article);
         UPDATE articles.article SET searchable = 0, grouped = 0, event = number, origin = number;",
    )?;
    transaction.commit()
}

/// Puts a damaged file of articles aside and makes a new one of all articles that can be read in it.
pub(super) fn salvage(folder: &Path) -> Result<(Library, Salvage), Error> {
    let file = folder.join(ARTICLES.file_name);
    let moved_to = free_name(&file);
    for ending in ["", "-wal", "-shm"] {
        let from = with_ending(&file, ending);
        if from.exists() {
            let moved = fs::rename(&from, with_ending(&moved_to, ending));
            moved.map_err(|source| Error::Folder { file: folder.display().to_string(), wanted: "changed", source })?;
        }
    }
    let mut library = Library::open(folder)?.writable()?;
    let (mut kept, mut lost) = (0, 0);
    // Where nothing can be read there is nothing to bring over, and that is what the numbers say.
    if let Ok(damaged) = Connection::open_with_flags(&moved_to, OpenFlags::SQLITE_OPEN_READ_ONLY) {
        for number in 1..=last_number(&damaged) {
            match read(&damaged, number) {
                Some(Ok((article, folder))) => {
                    library.add_some(std::slice::from_ref(&article))?;
                    if let Some(folder) = folder {
                        library.note_folder(std::slice::from_ref(&article.id), &folder)?;
                    }
                    kept += 1;
                }
                Some(Err(_)) => lost += 1,
                None => {}
            }
        }
    }
    Ok((library, Salvage { moved_to, kept, lost }))
}

/// The number of the last article; of what cannot be counted, the first ones are tried.
fn last_number(damaged: &Connection) -> i64 {
    damaged.query_row("SELECT max(number) FROM article", [], |row| row.get(0)).unwrap_or(0)
}

/// An article of a damaged file with its folder; none where there is none of that number.
fn read(damaged: &Connection, number: i64) -> Option<rusqlite::Result<(Article, Option<String>)>> {
    let read = || {
        let mut select = damaged.prepare_cached(
            "SELECT id, file, entry, folder, metadata, blocks FROM article JOIN page ON page.article = article.number WHERE number = ?1",
        )?;
        select.query_row([number], |row| Ok((articles::whole(row)?, row.get("folder")?))).optional()
    };
    read().transpose()
}

fn with_ending(file: &Path, ending: &str) -> PathBuf {
    let mut name = file.as_os_str().to_owned();
    name.push(ending);
    PathBuf::from(name)
}

/// `articles.db.damaged`, never over one that is there.
fn free_name(file: &Path) -> PathBuf {
    let names = std::iter::once(".damaged".to_owned()).chain((2..).map(|number| format!(".damaged-{number}")));
    names.map(|ending| with_ending(file, &ending)).find(|path| !path.exists()).unwrap_or_else(|| with_ending(file, ".damaged"))
}

#[cfg(test)]
mod tests {
    use super::super::fixture::article;
    use super::super::search::Search;
    use super::super::{Decision, Query};
    use super::*;

    const FLOOD: &str = "The dam above Skarn broke on Friday and the flood swept two bridges into the valley, engineer Ilse Varga said.";

    fn troubles(library: &Library) -> Vec<String> {
        library.examine().unwrap().into_iter().filter(|finding| finding.is_trouble).map(|finding| finding.what).collect()
    }

    #[test]
    fn a_broken_index_is_told_and_made_anew_and_decisions_stay() {
        let mut library = Library::in_memory().unwrap();
        let reports = [article("Dam breaks", "Post", "2024-03-02", FLOOD), article("Dam broken", "Daily", "2024-03-02", FLOOD)];
        library.add(&reports).unwrap();
        library.decide_events(&[([reports[0].id.clone(), reports[1].id.clone()], Some(Decision::Apart))]).unwrap();
        assert_eq!(troubles(&library), [""; 0]);
        index::remove(&library.connection, 1).unwrap();
        assert_eq!(troubles(&library), ["1 article missing in the index of words"]);
        library.begin_anew().unwrap();
        assert_eq!(library.index_some(10).unwrap(), 0);
        library.group_events().unwrap();
        assert_eq!(troubles(&library), [""; 0]);
        assert_eq!(library.search(&Search::parse("varga").unwrap(), 9).unwrap().articles.len(), 2);
        let lines = library.list(&Query::default()).unwrap();
        assert_ne!(lines[0].event, lines[1].event, "what was split stays split");
    }

    #[test]
    fn what_can_be_read_of_a_damaged_file_is_brought_over() {
        let folder = tempfile::tempdir().unwrap();
        let mut library = Library::open(folder.path()).unwrap();
        let reports: Vec<Article> = (0..3).map(|number| article(&format!("Dam {number}"), "Post", "2024-03-02", FLOOD)).collect();
        library.add(&reports).unwrap();
        library.note_folder(std::slice::from_ref(&reports[2].id), "/news").unwrap();
        library.set_starred(std::slice::from_ref(&reports[2].id), true).unwrap();
        library.connection.execute("UPDATE articles.page SET blocks = x'00' WHERE article = 2", []).unwrap();
        drop(library);
        let (library, salvage) = salvage(folder.path()).unwrap();
        assert_eq!((salvage.kept, salvage.lost, salvage.moved_to.clone()), (2, 1, folder.path().join("articles.db.damaged")));
        assert!(salvage.moved_to.exists());
        assert!(library.list(&Query::default()).unwrap().iter().any(|line| line.id == reports[2].id && line.starred));
        assert_eq!(library.path_of(&reports[2]).unwrap(), Path::new("/news").join(&reports[2].file));
        drop(library);
        fs::write(folder.path().join("articles.db"), "no tables".repeat(500)).unwrap();
        let (_, salvage) = super::salvage(folder.path()).unwrap();
        assert_eq!((salvage.kept, salvage.lost, salvage.moved_to), (0, 0, folder.path().join("articles.db.damaged-2")));
    }
}
