//! What the elements of feeds say.

/// What an element says of an entry, or of the feed where no entry is open.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Says {
    Title,
    Url,
    /// The address in the place of a name.
    Identity,
    Text,
    Summary,
    Published,
    Updated,
    Author,
    Publisher,
    Language,
}

/// Elements by name; what comes from the namespaces of feeds themselves has its prefix taken off.
pub(super) const ELEMENTS: &[(&str, Says)] = &[
    ("title", Says::Title),
    ("link", Says::Url),
    ("feedburner:origlink", Says::Url),
    ("guid", Says::Identity),
    ("id", Says::Identity),
    ("content:encoded", Says::Text),
    ("content", Says::Text),
    ("xhtml:body", Says::Text),
    ("body", Says::Text),
    ("description", Says::Summary),
    ("summary", Says::Summary),
    ("pubdate", Says::Published),
    ("published", Says::Published),
    ("issued", Says::Published),
    ("created", Says::Published),
    ("dc:date", Says::Published),
    ("dcterms:issued", Says::Published),
    ("dcterms:created", Says::Published),
    ("updated", Says::Updated),
    ("modified", Says::Updated),
    ("dcterms:modified", Says::Updated),
    ("dc:creator", Says::Author),
    ("author", Says::Author),
    ("source", Says::Publisher),
    ("dc:publisher", Says::Publisher),
    ("language", Says::Language),
    ("dc:language", Says::Language),
];

/// The namespaces of feeds themselves, by the prefixes they are given.
pub(super) const OWN_PREFIXES: &[&str] = &["atom:", "rss:", "a10:", "atom10:"];
