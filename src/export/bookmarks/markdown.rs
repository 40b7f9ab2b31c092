//! Bookmarks as Markdown: a quotation with where it comes from; a pair as a table of evidence.

use super::Evidence;
use crate::article::Published;
use crate::export::citation::markdown_reference;
use crate::export::markdown::{code, escaped_line, inline, link, table};
use crate::export::provenance::is_web_address;
use crate::export::text;
use crate::library::{Kept, Passage};

/// All bookmarks under one heading, in their order.
#[must_use]
pub fn markdown(evidence: &[Evidence]) -> String {
    let entries = evidence.iter().map(|one| match &one.bookmark.kept {
        Kept::One(passage) => single(one, passage),
        Kept::Two(pair) => table_of(one, [&pair.0, &pair.1]),
    });
    let entries: Vec<String> = entries.collect();
    format!("# Bookmarks\n\n{}", if entries.is_empty() { "None.\n".to_owned() } else { entries.join("\n") })
}

fn single(one: &Evidence, passage: &Passage) -> String {
    let citation = &passage.citation;
    let title = citation.title.as_deref().unwrap_or(&citation.file);
    let words: Vec<String> = passage.words().lines().map(|line| format!("> {}\n", escaped_line(line))).collect();
    let facts = [format!("- File {}\n", code(&citation.file)), format!("- Page hash (XXH3-128) {}\n", code(passage.article.as_str()))];
    let reference = markdown_reference(citation);
    format!("## {}\n\n{}>\n> — {reference}\n\n{}{}", inline(title), words.join(">\n"), facts.concat(), remarks(one))
}

/// Both passages beside each other with where each comes from, and on what they differ.
fn table_of(one: &Evidence, passages: [&Passage; 2]) -> String {
    let name = |passage: &Passage| {
        inline(passage.citation.source.as_deref().or(passage.citation.title.as_deref()).unwrap_or(&passage.citation.file))
    };
    let [left, right] = passages.map(name);
    let row = |name: &str, cell: &dyn Fn(&Passage) -> String| {
        let cells = passages.map(cell);
        let is_known = cells.iter().any(|cell| !cell.is_empty());
        is_known.then(|| [vec![name.to_owned()], cells.to_vec()].concat())
    };
    let of = |value: Option<&str>| value.map(inline).unwrap_or_default();
    let rows = [
        row("Words", &|passage| passage.words().lines().map(inline).collect::<Vec<_>>().join("<br>")),
        row("Title", &|passage| of(passage.citation.title.as_deref())),
        row("Source", &|passage| of(passage.citation.source.as_deref())),
        row("Author", &|passage| of(passage.citation.author.as_deref())),
        row("Published", &|passage| passage.citation.published.map(published).unwrap_or_default()),
        row("Address", &|passage| passage.citation.url.as_deref().map(address).unwrap_or_default()),
        row("File", &|passage| code(&passage.citation.file)),
        row("Page hash (XXH3-128)", &|passage| code(passage.article.as_str())),
    ];
    let rows: Vec<Vec<String>> = rows.into_iter().flatten().collect();
    let table = table(&["Evidence", "A", "B"], &rows);
    let differences = match one.differences.as_deref() {
        None => vec!["- What differs is not known without the two articles".to_owned()],
        Some([]) => vec!["- No quote, figure or negation differs".to_owned()],
        Some(found) => found.iter().map(|found| format!("- Differs: {}", inline(found))).collect(),
    };
    format!("## {left} and {right}\n\n{table}\n{}\n{}", differences.join("\n"), remarks(one))
}

/// In words, and as programs read it.
fn published(at: Published) -> String {
    format!("{} ({})", text::published(at), at.rfc3339())
}

fn address(address: &str) -> String {
    if is_web_address(address) { link(address) } else { code(address) }
}

/// Tags, day and note.
fn remarks(one: &Evidence) -> String {
    let bookmark = &one.bookmark;
    let tags = bookmark.tags.iter().map(|tag| inline(&format!("#{tag}"))).collect::<Vec<_>>().join(" ");
    let tags = if tags.is_empty() { String::new() } else { format!("- Tags {tags}\n") };
    let kept = format!("- Kept {}\n", bookmark.created.strftime("%Y-%m-%d %H:%M UTC"));
    // A line of the note stays a line of its own.
    let lines: Vec<String> = bookmark.note.trim().lines().map(escaped_line).collect();
    let note = lines.join("\\\n").replace("\\\n\\\n", "\n\n");
    let note = if note.is_empty() { note } else { format!("\n{note}\n") };
    format!("{tags}{kept}{note}")
}
