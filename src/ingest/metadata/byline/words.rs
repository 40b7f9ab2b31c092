//! The words of bylines by language.

use std::sync::LazyLock;

use rustc_hash::{FxHashMap, FxHashSet};

/// The cues that begin with a folded word, in the order of [`CUES`].
pub(super) fn cues_from(first: &str) -> impl Iterator<Item = &'static str> {
    static BY_FIRST: LazyLock<FxHashMap<&str, Vec<&str>>> = LazyLock::new(|| {
        let mut index: FxHashMap<&str, Vec<&str>> = FxHashMap::default();
        for cue in CUES {
            index.entry(cue.split(' ').next().unwrap_or(cue)).or_default().push(cue);
        }
        index
    });
    BY_FIRST.get(first).into_iter().flatten().copied()
}

/// Whether a folded word ends a name that stands before it.
pub(super) fn ends_name(word: &str) -> bool {
    static ENDS: LazyLock<FxHashSet<&str>> = LazyLock::new(|| NOT_NAMES.iter().chain(ROLES).copied().collect());
    ENDS.contains(word)
}

/// Whether a folded word in small letters may stand between names or in the name of a desk.
pub(super) fn stands_by_names(word: &str) -> bool {
    static SMALL: LazyLock<FxHashSet<&str>> = LazyLock::new(|| {
        let of_desks = DESKS.iter().flat_map(|desk| desk.split(' '));
        JOINERS.iter().chain(PARTICLES).copied().chain(of_desks).chain(INSIDE_DESKS.iter().copied()).collect()
    });
    SMALL.contains(word)
}

/// Whether a folded word is the last one of a desk's name.
pub(super) fn ends_desk(word: &str) -> bool {
    static ENDS: LazyLock<FxHashSet<&str>> = LazyLock::new(|| DESKS.iter().filter_map(|desk| desk.split(' ').next_back()).collect());
    ENDS.contains(word)
}

/// Words before the names, folded; longer ones first where one begins another.
pub(super) const CUES: &[&str] = &[
    "written by",
    "reported by",
    "reporting by",
    "story by",
    "posted by",
    "submitted by",
    "interview by",
    "interview :",
    "words by",
    "text by",
    "text :",
    "propos recueillis par",
    "published by",
    "by",
    "authors",
    "author",
    "reporter",
    "reporters",
    "von",
    "ein bericht von",
    "autor",
    "autorin",
    "autoren",
    "autorinnen",
    "par",
    "auteur",
    "auteure",
    "autrice",
    "auteurs",
    "por",
    "autora",
    "autores",
    "autoras",
    "di",
    "door",
    "od",
    "автор",
    "авторы",
    "автори",
    "авторка",
    "авторки",
    "текст",
    "журналист",
    "журналистка",
    "журналіст",
    "журналістка",
    "корреспондент",
    "кореспондент",
    "кореспондентка",
];

/// Words before a date in a line that may begin with a name, folded.
pub(super) const DATE_CUES: &[&str] = &[
    "published",
    "updated",
    "posted",
    "created",
    "modified",
    "veroffentlicht",
    "erstellt",
    "geschrieben",
    "gepostet",
    "aktualisiert",
    "publie",
    "mis",
    "publicado",
    "actualizado",
    "опубликовано",
    "обновлено",
    "опубліковано",
    "оновлено",
];

/// Words between names, folded.
pub(super) const JOINERS: &[&str] = &["and", "und", "et", "y", "e", "и", "та", "і", "with", "avec", "mit", "con"];

/// Words inside a name that keep their small letter.
pub(super) const PARTICLES: &[&str] =
    &["de", "la", "del", "della", "di", "da", "dos", "du", "van", "der", "den", "von", "zu", "bin", "ibn", "al", "el", "le", "ter", "ten"];

/// Words between a name and the place it reports from, by language: English and German, French, Spanish, Russian, Ukrainian.
pub(super) const PLACE_WORDS: &[&str] = &[" in ", " à ", " en ", " в ", " у "];

/// How desks end, folded.
pub(super) const DESKS: &[&str] = &[
    "news desk",
    "newsdesk",
    "desk",
    "staff",
    "newsroom",
    "editorial board",
    "news team",
    "correspondents",
    "web team",
    "redaktion",
    "редакция",
    "редакція",
];

/// Small words in the names of desks, folded.
pub(super) const INSIDE_DESKS: &[&str] = &["the", "news", "'s"];

/// Words for the trade of whoever wrote it, which end a name, folded, by language.
pub(super) const ROLES: &[&str] = &[
    "writer",
    "writers",
    "reporter",
    "reporters",
    "correspondent",
    "correspondents",
    "editor",
    "editors",
    "contributor",
    "columnist",
    "producer",
    "analyst",
    "journalist",
    "korrespondent",
    "korrespondentin",
    "redakteur",
    "redakteurin",
    "journaliste",
    "correspondante",
    "corresponsal",
    "periodista",
    "корреспондент",
    "кореспондент",
    "кореспондентка",
    "журналист",
    "журналистка",
    "журналіст",
    "журналістка",
];

/// Other capitalised words that end a name, folded: months, weekdays, menu words.
const NOT_NAMES: &[&str] = &[
    "january",
    "february",
    "march",
    "april",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
    "jan",
    "feb",
    "mar",
    "apr",
    "jun",
    "jul",
    "aug",
    "sept",
    "sep",
    "oct",
    "nov",
    "dec",
    "monday",
    "tuesday",
    "wednesday",
    "thursday",
    "friday",
    "saturday",
    "sunday",
    "mon",
    "tue",
    "wed",
    "thu",
    "fri",
    "sat",
    "sun",
    "januar",
    "februar",
    "marz",
    "mai",
    "juni",
    "juli",
    "oktober",
    "dezember",
    "montag",
    "dienstag",
    "mittwoch",
    "donnerstag",
    "freitag",
    "samstag",
    "sonntag",
    "staff",
    "senior",
    "chief",
    "political",
    "bureau",
    "special",
    "associate",
    "assistant",
    "deputy",
    "guest",
    "freelance",
    "published",
    "updated",
    "posted",
    "by",
    "read",
    "share",
    "comments",
    "comment",
    "print",
    "email",
    "the",
    "a",
    "an",
    "in",
    "on",
    "at",
    "for",
    "to",
    "of",
    "is",
    "editing",
    "reporting",
    "writing",
    "additional",
    "photo",
    "photos",
    "image",
    "video",
    "source",
    "updated",
    "modified",
    "created",
    "last",
    "first",
    "today",
    "yesterday",
    "news",
    "politics",
    "world",
    "sport",
    "sports",
    "business",
    "technology",
    "tech",
    "opinion",
    "health",
    "science",
    "entertainment",
    "culture",
    "top",
    "latest",
    "breaking",
    "more",
    "home",
    "menu",
    "search",
    "est",
    "edt",
    "gmt",
    "utc",
    "pst",
    "pdt",
    "cet",
    "am",
    "pm",
    "follow",
    "categories",
    "category",
    "tags",
    "filed",
    "leave",
    "twitter",
    "facebook",
    "and",
    "with",
    "ltd",
    "inc",
    "how",
    "why",
    "what",
    "when",
    "where",
    "who",
    "this",
    "that",
    "these",
    "it",
    "we",
    "i",
    "you",
    "your",
    "our",
    "my",
    "min",
    "minutes",
    "опубликовано",
    "обновлено",
    "опубліковано",
    "оновлено",
    "фото",
    "источник",
    "джерело",
    "veroffentlicht",
    "aktualisiert",
    "stand",
    "letzte",
    "zuletzt",
    "erstellt",
    "lesezeit",
    "foto",
    "fotos",
    "publie",
    "modifie",
    "publicado",
    "actualizado",
    "redaktion",
    "redaction",
    "redaccion",
    "редакция",
    "редакція",
];

/// Beginnings of names that are written with a capital inside, and brands' ones: no seam after them.
pub(super) const CREDITS: &[&str] =
    &["Mac", "Fitz", "Van", "Von", "Des", "Del", "You", "Pay", "Link", "Face", "Tik", "Whats", "Linked", "Play", "Word"];
