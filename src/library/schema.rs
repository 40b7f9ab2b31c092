//! The tables of the two database files.

/// What one of the two database files holds.
#[derive(Debug, Clone, Copy)]
pub(super) struct Schema {
    /// The file's name in the library's folder.
    pub(super) file_name: &'static str,
    /// The name it has inside the connection.
    pub(super) name: &'static str,
    /// Marks the file as ours in its header (`PRAGMA application_id`).
    pub(super) application: u32,
    /// How much is flushed to the disk: what the user made must survive a power cut, the articles can be added again.
    pub(super) synchronous: &'static str,
    /// Whether a copy is kept, and the whole file checked, because it cannot be made again.
    pub(super) precious: bool,
    /// Step `n` leads from format `n` to format `n + 1`; steps are added, never changed.
    pub(super) migrations: &'static [&'static str],
}

/// What the user made.
pub(super) const USER: Schema = Schema {
    file_name: "user.db",
    name: "main",
    application: 0x504c_5855,
    synchronous: "FULL",
    precious: true,
    migrations: &[
        "
        CREATE TABLE main.reading (
            article TEXT PRIMARY KEY,
            read INTEGER NOT NULL DEFAULT 0,
            starred INTEGER NOT NULL DEFAULT 0,
            place TEXT
        ) WITHOUT ROWID;
        -- AUTOINCREMENT: the id of a deleted bookmark must stay free for its return.
        CREATE TABLE main.bookmark (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            note TEXT NOT NULL,
            tags TEXT NOT NULL,
            created TEXT NOT NULL
        );
        CREATE TABLE main.passage (
            bookmark INTEGER NOT NULL,
            side INTEGER NOT NULL,
            article TEXT NOT NULL,
            file TEXT NOT NULL,
            title TEXT,
            source TEXT,
            author TEXT,
            published TEXT,
            url TEXT,
            anchor TEXT NOT NULL,
            PRIMARY KEY (bookmark, side)
        ) WITHOUT ROWID;
        CREATE INDEX main.passage_article ON passage (article, bookmark);
    ",
        "
        -- A place was the first words on the screen alone; now the cursor has its own.
        UPDATE main.reading SET place = json_object('cursor', json(place), 'top', json(place), 'above', 0) WHERE place IS NOT NULL;
        CREATE TABLE main.remembered (
            name TEXT PRIMARY KEY,
            value TEXT NOT NULL
        ) WITHOUT ROWID;
    ",
        "
        CREATE TABLE main.pairing (
            one TEXT NOT NULL,
            other TEXT NOT NULL,
            anchors TEXT NOT NULL,
            together INTEGER NOT NULL,
            UNIQUE (one, other, anchors)
        );
        CREATE TABLE main.event_decision (
            one TEXT NOT NULL,
            other TEXT NOT NULL,
            together INTEGER NOT NULL,
            PRIMARY KEY (one, other)
        ) WITHOUT ROWID;
    ",
        "
        -- A passage may be of several stretches.
        UPDATE main.passage SET anchor = json_array(json(anchor));
    ",
    ],
};

/// The articles: can be rebuilt from the pages.
pub(super) const ARTICLES: Schema = Schema {
    file_name: "articles.db",
    name: "articles",
    application: 0x504c_5841,
    synchronous: "NORMAL",
    precious: false,
    migrations: &[
        "
        CREATE TABLE articles.article (
            number INTEGER PRIMARY KEY,
            id TEXT NOT NULL UNIQUE,
            file TEXT NOT NULL,
            title TEXT,
            opening TEXT NOT NULL,
            source TEXT,
            source_key TEXT,
            author TEXT,
            published TEXT,
            day TEXT,
            moment INTEGER,
            event INTEGER NOT NULL,
            grouped INTEGER NOT NULL DEFAULT 0
        );
        CREATE INDEX articles.article_event ON article (event, source);
        CREATE INDEX articles.article_ungrouped ON article (number) WHERE grouped = 0;
        -- Apart from the lines, so that listing never reads past a body.
        CREATE TABLE articles.page (
            article INTEGER PRIMARY KEY,
            metadata TEXT NOT NULL,
            blocks BLOB NOT NULL
        );
        -- What tells of an article's event, apart from the pages for the same reason.
        CREATE TABLE articles.signature (
            article INTEGER PRIMARY KEY,
            words BLOB NOT NULL
        );
    ",
        "
        -- A file may hold several articles.
        ALTER TABLE articles.article ADD COLUMN entry INTEGER;
    ",
        "
        -- A page may hold other whole stories, which are articles of their own: how many they are with its own, so that a page that is
        -- there already need not be read again to be counted.
        ALTER TABLE articles.article ADD COLUMN stories INTEGER NOT NULL DEFAULT 1;
        -- The folder in which a relative path was given: the page is opened from every other one.
        ALTER TABLE articles.article ADD COLUMN folder TEXT;
    ",
        "
        -- What servers said of the pages that were fetched; beside the articles, for without them a page is to be fetched again.
        CREATE TABLE articles.fetched (
            address TEXT PRIMARY KEY,
            etag TEXT,
            last_modified TEXT
        ) WITHOUT ROWID;
    ",
    ],
};
