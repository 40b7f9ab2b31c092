//! One bookmark in lines: its words, what they are cited as, note and tags.

use crate::library::{Bookmark, Citation, Kept, Passage};
use crate::text::sanitize::clean_line;
use crate::text::span::Span;
use crate::text::wrap::wrap;
use crate::tui::theme::Role;
use crate::tui::widget::prose::date;

/// Lines that a passage takes at most in the list.
const PASSAGE_LINES: usize = 3;

/// One line of the list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Line {
    /// What stands before the words.
    pub mark: &'static str,
    pub mark_role: Role,
    pub text: String,
    pub role: Role,
}

/// The lines of a bookmark, the last one empty.
pub(super) fn lines(bookmark: &Bookmark, columns: usize, is_orphan: bool) -> Vec<Line> {
    let mut lines = Vec::new();
    let roles: &[(&'static str, Role)] = match &bookmark.kept {
        Kept::One(_) => &[(Bookmark::SIGN, Role::BookmarkMark)],
        Kept::Two(_) => &[("◧", Role::SourceLeft), ("◨", Role::SourceRight)],
    };
    for (passage, &(mark, role)) in bookmark.kept.passages().into_iter().zip(roles) {
        lines.extend(passage_lines(passage, columns, mark, role));
    }
    if is_orphan {
        lines.push(Line::plain("These words can no longer be placed in the article; they are kept here.", Role::Error));
    }
    if !bookmark.note.is_empty() {
        let note = bookmark.note.lines().flat_map(|line| wrapped(line, columns));
        lines.extend(note.map(|text| Line { mark: "✎", ..Line::plain(&text, Role::Strong) }));
    }
    if !bookmark.tags.is_empty() {
        let tags: Vec<String> = bookmark.tags.iter().map(|tag| format!("#{tag}")).collect();
        lines.push(Line::plain(&tags.join(" "), Role::Dim));
    }
    lines.push(Line::plain("", Role::Text));
    lines
}

impl Line {
    fn plain(text: &str, role: Role) -> Self {
        Self { mark: "", mark_role: Role::Dim, text: clean_line(text).into_owned(), role }
    }
}

fn passage_lines(passage: &Passage, columns: usize, mark: &'static str, mark_role: Role) -> Vec<Line> {
    let words = clean_line(&passage.words()).into_owned();
    let mut lines: Vec<Line> = wrapped(&words, columns).map(|text| Line::plain(&text, Role::Text)).collect();
    if lines.len() > PASSAGE_LINES {
        lines.truncate(PASSAGE_LINES);
        if let Some(last) = lines.last_mut() {
            last.text.push_str(" …");
        }
    }
    if let Some(first) = lines.first_mut() {
        (first.mark, first.mark_role) = (mark, mark_role);
    }
    lines.push(Line::plain(&reference(&passage.citation), Role::Dim));
    lines
}

/// The note's or the passage's lines as texts of their own.
fn wrapped(text: &str, columns: usize) -> impl Iterator<Item = String> {
    wrap(text, Span::whole(text), columns).into_iter().map(|span| span.of(text).to_owned())
}

/// `Source · Wed 13 Sep 2023 · Title`: the title last, for it may be cut off.
fn reference(citation: &Citation) -> String {
    let published = citation.published.map(|published| date(published.day()));
    let title = citation.title.clone().unwrap_or_else(|| citation.file.clone());
    let parts = [citation.source.clone(), published, Some(title)];
    parts.into_iter().flatten().collect::<Vec<_>>().join(" · ")
}

/// What the filter searches: words, references, note and tags.
pub(super) fn searched(bookmark: &Bookmark) -> String {
    let passages = bookmark.kept.passages().into_iter().map(|passage| format!("{} {}", passage.words(), reference(&passage.citation)));
    passages.chain([bookmark.note.clone(), bookmark.tags.join(" ")]).collect::<Vec<_>>().join(" ")
}
