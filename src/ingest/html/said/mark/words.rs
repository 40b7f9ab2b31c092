//! The parts of names that tell what an element holds.

/// Classes of people.
pub(super) const AUTHOR: &[&str] = &[
    "author",
    "authors",
    "byline",
    "bylines",
    "writer",
    "reporter",
    "journalist",
    "contributor",
    "contributors",
    "autor",
    "autora",
    "autores",
    "autoren",
    "autore",
    "auteur",
    "auteurs",
    "verfasser",
    "redaktor",
];

/// Classes of times, and those of them that say which.
pub(super) const TIME: &[&str] =
    &["date", "datetime", "dateline", "time", "timestamp", "postdate", "articledate", "dt", "fecha", "datum", "pubtime", "publishtime"];

/// See [`TIME`].
pub(super) const PUBLISHED: &[&str] =
    &["published", "pubdate", "publishdate", "publish", "publication", "posted", "created", "datepublished"];

/// See [`TIME`].
pub(super) const UPDATED: &[&str] = &["updated", "modified", "lastmodified", "revised", "datemodified"];

/// Classes beside those above that make an element something else: `author-photo`, `read-time`, `comment-author`.
pub(super) const NOT: &[&str] = &[
    "comment",
    "comments",
    "related",
    "image",
    "img",
    "photo",
    "avatar",
    "bio",
    "biography",
    "description",
    "social",
    "follow",
    "twitter",
    "count",
    "read",
    "reading",
    "event",
    "expire",
    "picker",
    "duration",
    "job",
    "role",
    "email",
    "thumbnail",
    "icon",
    "label",
    "archive",
    "archivedate",
    "ago",
    "player",
    "video",
    "profile",
    "note",
    "nav",
    "menu",
];

/// Attributes besides `datetime` in which sites write an element's time for their own programs.
pub(super) const MACHINE: &[&str] =
    &["data-datetime", "data-date", "data-time", "data-timestamp", "data-published", "data-publish-date", "data-utime", "data-unixtime"];

/// The parts of class names in small letters: `entryAuthor-name` has `entry`, `author` and `name`.
pub(super) fn parts(class: &str) -> Vec<String> {
    let mut found: Vec<String> = Vec::new();
    let mut previous = ' ';
    for c in class.chars() {
        if c.is_ascii_alphanumeric() {
            match found.last_mut() {
                Some(part) if previous.is_ascii_alphanumeric() && !(previous.is_ascii_lowercase() && c.is_ascii_uppercase()) => {
                    part.push(c.to_ascii_lowercase());
                }
                _ => found.push(c.to_ascii_lowercase().to_string()),
            }
        }
        previous = c;
    }
    found
}
