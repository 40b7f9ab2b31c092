//! Marks that stand in a text and are none of its words: footnote numbers, the requests and buttons of a wiki's editors.

use std::borrow::Cow;

use crate::text::fold::key;
use crate::text::span::{after, before};

use super::block::Block;

/// What editors of a wiki set between brackets, folded, each also with more words behind it: English, German, French, Spanish, Russian,
/// Ukrainian.
const REQUESTS: &[&str] = &[
    "edit",
    "citation needed",
    "better source needed",
    "clarification needed",
    "dead link",
    "when?",
    "who?",
    "where?",
    "bearbeiten",
    "beleg fehlt",
    "belege fehlen",
    "einzelnachweis fehlt",
    "modifier",
    "ref. necessaire",
    "reference necessaire",
    "editar",
    "cita requerida",
    "править",
    "источник не указан",
    "редагувати",
    "ред.",
    "джерело не вказане",
];

/// The words that may stand behind one of [`REQUESTS`], folded.
const MORE: &[&str] =
    &["|", "edit", "source", "quelltext", "bearbeiten", "modifier", "le", "code", "код", "править", "ред.", "days", "дня", "днеи", "днів"];

/// The most characters between the brackets of a mark.
const LONGEST: usize = 40;

/// The most digits of a footnote's number.
const DIGITS: usize = 3;

/// Marks of a clause or a sentence behind which a number in brackets is a footnote's.
const CLAUSE_ENDS: &[char] = &['.', ',', ';', ':', '!', '?', '"', '\'', '”', '“', '’', '»', '…', ')', ']'];

/// Whether the blocks have footnotes, so that a number in brackets behind a word is one.
pub(super) fn has_notes(blocks: &[Block]) -> bool {
    blocks.iter().any(|block| marks(&block.text, false).next().is_some())
}

/// A text without its marks, and the marks as they stood there, a blank between them.
pub(super) fn without_marks(text: &str, has_notes: bool) -> (Cow<'_, str>, String) {
    let (mut kept, mut taken, mut from) = (String::new(), String::new(), 0);
    for (start, end) in marks(text, has_notes) {
        kept.push_str(before(after(text, from), start - from));
        if !taken.is_empty() {
            taken.push(' ');
        }
        taken.push_str(before(after(text, start), end - start));
        from = end;
    }
    if taken.is_empty() {
        return (Cow::Borrowed(text), taken);
    }
    kept.push_str(after(text, from));
    (Cow::Owned(kept.trim().to_owned()), taken)
}

/// Where the marks of a text begin and end.
fn marks(text: &str, has_notes: bool) -> impl Iterator<Item = (usize, usize)> + '_ {
    text.match_indices('[').filter_map(move |(start, _)| {
        let inside = after(text, start + 1);
        let length = inside.char_indices().take(LONGEST).find(|(_, c)| *c == ']').map(|(at, _)| at)?;
        let inside = before(inside, length);
        let head = before(text, start);
        (is_request(inside) || is_number(inside, head, has_notes)).then_some((start, start + length + 2))
    })
}

fn is_request(inside: &str) -> bool {
    if !inside.starts_with(char::is_alphabetic) {
        return false;
    }
    let folded = key(inside);
    let more = REQUESTS.iter().filter_map(|request| folded.strip_prefix(request)).min_by_key(|rest| rest.len());
    let is_known = |word: &str| MORE.contains(&word) || word.parse::<usize>().is_ok();
    more.is_some_and(|rest| (rest.is_empty() || rest.starts_with(' ')) && rest.split_whitespace().all(is_known))
}

/// `winter.[12]`, and on a page with such notes `winter[12]`.
fn is_number(inside: &str, head: &str, has_notes: bool) -> bool {
    let number = inside.strip_prefix("note ").unwrap_or(inside);
    let is_note = (1..=DIGITS).contains(&number.len()) && number.bytes().all(|byte| byte.is_ascii_digit());
    let glued = |c: char| CLAUSE_ENDS.contains(&c) || (has_notes && c.is_alphanumeric());
    is_note && head.chars().next_back().is_some_and(glued)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_are_taken_out_and_kept() {
        for (text, notes, want, taken) in [
            ("It was lost in one winter.[1]", false, "It was lost in one winter.", "[1]"),
            (
                "Lost, they say,[12][note 3] in one winter.[citation needed]",
                false,
                "Lost, they say, in one winter.",
                "[12] [note 3] [citation needed]",
            ),
            ("History[edit]", false, "History", "[edit]"),
            ("Sources[edit | edit source]", false, "Sources", "[edit | edit source]"),
            ("Geschichte[Bearbeiten | Quelltext bearbeiten]", false, "Geschichte", "[Bearbeiten | Quelltext bearbeiten]"),
            ("История[править | править код]", false, "История", "[править | править код]"),
            ("Так говорят.[источник не указан 123 дня]", false, "Так говорят.", "[источник не указан 123 дня]"),
            ("The tower[3] is old.", true, "The tower is old.", "[3]"),
            ("The field a[3] is empty.", false, "The field a[3] is empty.", ""),
            ("\"They [the fishers] left in [2019].\"", true, "\"They [the fishers] left in [2019].\"", ""),
            ("He left [edited by the clerk] at noon [", true, "He left [edited by the clerk] at noon [", ""),
        ] {
            let (kept, marks) = without_marks(text, notes);
            assert_eq!((&*kept, marks.as_str()), (want, taken), "{text}");
        }
    }

    #[test]
    fn a_page_has_notes_when_one_ends_a_clause() {
        for (text, want) in [("It is old.[1]", true), ("Keepers[edit]", true), ("x[1] = 2", false)] {
            assert_eq!(has_notes(&[Block::plain(text)]), want, "{text}");
        }
    }
}
