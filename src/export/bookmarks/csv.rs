//! Bookmarks as CSV (RFC 4180) with the columns that Readwise imports.

use crate::article::Published;
use crate::export::citation::quoted;
use crate::library::{Bookmark, Passage};
use crate::text::sanitize::clean;

/// The columns, as Readwise names them.
const COLUMNS: [&str; 7] = ["Highlight", "Title", "Author", "URL", "Note", "Location", "Date"];

/// A line for each passage; both passages of a pair say so in their notes. Tags lead the note, as Readwise takes them: `.tag`.
#[must_use]
pub fn csv(bookmarks: &[&Bookmark]) -> String {
    let mut out = line(COLUMNS.map(str::to_owned));
    for bookmark in bookmarks {
        let passages = bookmark.kept.passages();
        for (side, passage) in passages.iter().enumerate() {
            out.push_str(&row(bookmark, passage, pair_note(&passages, side)));
        }
    }
    out
}

fn row(bookmark: &Bookmark, passage: &Passage, pair: Option<String>) -> String {
    let citation = &passage.citation;
    let published = citation.published.map(|at| format!("published {}", Published::rfc3339(at)));
    let origin = [citation.source.clone(), published, Some(format!("file {}", citation.file)), Some(format!("hash {}", passage.article))];
    let origin = origin.into_iter().flatten().collect::<Vec<_>>().join(", ");
    let tags = bookmark.tags.iter().map(|tag| format!(".{}", tag.replace(char::is_whitespace, "_"))).collect::<Vec<_>>().join(" ");
    let note = [Some(tags), Some(bookmark.note.clone()), pair, Some(origin)];
    let note = note.into_iter().flatten().filter(|part| !part.is_empty()).collect::<Vec<_>>().join("\n");
    line([
        passage.words().into_owned(),
        citation.title.clone().unwrap_or_else(|| citation.file.clone()),
        citation.author.clone().or_else(|| citation.source.clone()).unwrap_or_default(),
        citation.url.clone().unwrap_or_default(),
        note,
        passage.anchor.position.map(|at| at.to_string()).unwrap_or_default(),
        bookmark.created.strftime("%Y-%m-%d %H:%M:%S").to_string(),
    ])
}

/// What tells that a passage is one half of a pair.
fn pair_note(passages: &[&Passage], side: usize) -> Option<String> {
    let other = passages.get(1 - side.min(1)).filter(|_| passages.len() == 2)?;
    let citation = &other.citation;
    let source = citation.source.as_deref().or(citation.title.as_deref()).unwrap_or(&citation.file);
    Some(format!("Beside it, {source}: {}", quoted(&other.words())))
}

fn line(cells: [String; 7]) -> String {
    cells.map(|cell| written(&cell)).join(",") + "\r\n"
}

/// A cell within marks where it needs them. A spreadsheet would take a cell that begins like a formula for one: an apostrophe, which it
/// does not show, makes it text.
fn written(cell: &str) -> String {
    let (cell, _) = clean(cell);
    let mut chars = cell.chars();
    let is_formula = match (chars.next(), chars.next()) {
        (Some('=' | '@'), _) => true,
        (Some('+' | '-'), Some(next)) => !next.is_whitespace(),
        _ => false,
    };
    let cell = if is_formula { format!("'{cell}") } else { cell.into_owned() };
    let needs_marks = cell.contains([',', '"', '\n', '\r']) || cell.starts_with(' ') || cell.ends_with(' ');
    if needs_marks { format!("\"{}\"", cell.replace('"', "\"\"")) } else { cell }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_are_text_whatever_they_hold() {
        for (cell, want) in [
            ("plain", "plain"),
            ("a, b", "\"a, b\""),
            ("“a” \"b\"", "\"“a” \"\"b\"\"\""),
            ("two\nlines", "\"two\nlines\""),
            ("=1+1", "'=1+1"),
            ("-2+3", "'-2+3"),
            ("- she said", "- she said"),
            ("\u{1b}[31mred", "red"),
        ] {
            assert_eq!(written(cell), want, "{cell}");
        }
    }
}
