//! The details of an article: what is known, and where each of it was read.

use super::passage::marked_quotations;
use crate::article::{Article, Found};
use crate::export::text::published;
use crate::text::counted::counted;
use crate::text::sanitize::clean_line;
use crate::tui::effect::Reading;
use crate::tui::intent::{Entry, Sheet};

/// The details as a sheet.
pub(super) fn details(reading: &Reading) -> Sheet {
    let article = &reading.article;
    let metadata = &article.metadata;
    let mut entries = vec![
        found("Title", metadata.title.as_ref(), Clone::clone),
        found("Source", metadata.source.as_ref(), Clone::clone),
        found("Author", metadata.authors.as_ref(), |authors| authors.join(", ")),
        found("Agency", metadata.agency.as_ref(), Clone::clone),
        found("Published", metadata.published.as_ref(), |&at| published(at)),
        found("Updated", metadata.updated.as_ref(), |&at| published(at)),
        found("Language", metadata.language.as_ref(), Clone::clone),
        field("Address", metadata.url.as_deref()),
        Entry::Gap,
        field("File", Some(&article.name())),
        field("Charset", metadata.charset.as_deref()),
        field("Page hash", Some(article.id.as_str())),
        Entry::Gap,
    ];
    entries.extend(counts(article, reading));
    Sheet::new("Details", entries)
}

/// A value with the places it was read from.
fn found<T>(label: &str, found: Option<&Found<T>>, show: impl Fn(&T) -> String) -> Entry {
    let value = found.map(|found| format!("{} ({})", clean_line(&show(&found.value)), found.describe()));
    field(label, value.as_deref())
}

fn field(label: &str, value: Option<&str>) -> Entry {
    Entry::Field(label.to_owned(), value.map_or_else(|| "not given".to_owned(), |value| clean_line(value).into_owned()))
}

fn counts(article: &Article, reading: &Reading) -> Vec<Entry> {
    let words = article.body.text().split_whitespace().count();
    let end = if article.breaks_off() { "; the text breaks off" } else { "" };
    let paragraphs = counted(article.body.paragraphs().len(), "paragraph");
    let body = format!("{} in {paragraphs}{end}", counted(words, "word"));
    let dropped = match article.dropped().count() {
        0 => "nothing".to_owned(),
        1 => "1 block of the page; gr shows it".to_owned(),
        number => format!("{number} blocks of the page; gr shows them"),
    };
    let claims = &reading.claims;
    let (quotations, all) = (marked_quotations(claims).count(), claims.quotations.len());
    let retold = if all > quotations { format!(" ({} more retold without marks)", all - quotations) } else { String::new() };
    let (figures, names) = (counted(claims.figures.len(), "figure"), counted(claims.names.len(), "name"));
    let found = format!("{}{retold}, {figures}, {names}", counted(quotations, "quotation"));
    vec![field("Body", Some(&body)), field("Dropped", Some(&dropped)), field("Found", Some(&found))]
}
