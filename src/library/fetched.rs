//! What servers said of the pages that were fetched from them, so that an unchanged page is not sent again.

use rusqlite::{Connection, OptionalExtension, params};

/// By what a server knows whether a page changed (RFC 9110, 8.8).
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Validators {
    /// The page's entity tag.
    pub etag: Option<String>,
    /// When the server says it last changed, in its own words.
    pub last_modified: Option<String>,
}

pub(super) fn validators(connection: &Connection, address: &str) -> rusqlite::Result<Validators> {
    let mut statement = connection.prepare_cached("SELECT etag, last_modified FROM articles.fetched WHERE address = ?1")?;
    let found = statement.query_row([address], |row| Ok(Validators { etag: row.get(0)?, last_modified: row.get(1)? }));
    Ok(found.optional()?.unwrap_or_default())
}

pub(super) fn note(connection: &Connection, address: &str, validators: &Validators) -> rusqlite::Result<()> {
    let mut statement =
        connection.prepare_cached("INSERT OR REPLACE INTO articles.fetched (address, etag, last_modified) VALUES (?1, ?2, ?3)")?;
    statement.execute(params![address, validators.etag, validators.last_modified]).map(drop)
}
