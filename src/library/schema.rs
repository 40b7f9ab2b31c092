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
        "
        -- What the user says of an article in place of what its page says.
        CREATE TABLE main.correction (
            article TEXT PRIMARY KEY,
            title TEXT,
            source TEXT,
            published TEXT
        ) WITHOUT ROWID;
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
        "
        -- The words of all articles, without the texts: those stand in the pages. Keys come folded, a blank between them; beginnings of three
        -- letters are kept, for there are too many words that begin so to look at all.
        CREATE VIRTUAL TABLE articles.words USING fts5 (
            title, body, source, author, day,
            content='', contentless_delete=1, tokenize='ascii', prefix='3'
        );
        ALTER TABLE articles.article ADD COLUMN searchable INTEGER NOT NULL DEFAULT 0;
        CREATE INDEX articles.article_unsearchable ON article (number) WHERE searchable = 0;
        -- The words by which other reports of the same event are looked for, with the day as a number, 0 for none.
        CREATE TABLE articles.key_word (
            word INTEGER NOT NULL,
            day INTEGER NOT NULL,
            article INTEGER NOT NULL,
            PRIMARY KEY (word, day, article)
        ) WITHOUT ROWID;
        CREATE INDEX articles.article_day ON article (day DESC, moment DESC, number);
        -- Articles are looked at day by day, so that those which may share an event come together.
        DROP INDEX articles.article_ungrouped;
        CREATE INDEX articles.article_ungrouped ON article (day, number) WHERE grouped = 0;
        -- None of them has its key words yet.
        UPDATE articles.article SET grouped = 0;
        -- Files that were read, with what tells that they have not changed since.
        CREATE TABLE articles.file (
            path TEXT PRIMARY KEY,
            size INTEGER NOT NULL,
            changed INTEGER NOT NULL,
            articles INTEGER NOT NULL
        ) WITHOUT ROWID;
        -- Where a page comes from, and the version that stands in an article's place: that of the same page saved later.
        ALTER TABLE articles.article ADD COLUMN page_key TEXT;
        ALTER TABLE articles.article ADD COLUMN newer INTEGER;
        CREATE INDEX articles.article_page_key ON article (page_key) WHERE newer IS NULL;
        CREATE INDEX articles.article_newer ON article (newer) WHERE newer IS NOT NULL;
        -- The first article with the same text: what several sources print of one agency has one origin.
        ALTER TABLE articles.article ADD COLUMN origin INTEGER NOT NULL DEFAULT 0;
        UPDATE articles.article SET origin = number;
        DROP INDEX articles.article_event;
        CREATE INDEX articles.article_event ON article (event, source, origin, newer);
    ",
    ],
};
