//! Cuts a dump into blocks: paragraphs, headings, list items; lines that were wrapped at a fixed width are joined again.

use crate::text::span::after;

use super::markup;
use crate::ingest::block::{Block, Mark};

/// The most blocks of a page; what is left of a monstrous one is a single block, so that it costs no more time.
const MOST_BLOCKS: usize = 50_000;

/// The blocks of a dump in order; blank lines and rules are left out.
pub(super) fn blocks(text: &str) -> Vec<Block> {
    let lines: Vec<Line> = text.lines().map(Line::read).collect();
    let width = wrap_width(&lines);
    let mut found: Vec<Open> = Vec::new();
    let mut after_blank = true;
    for line in lines {
        if line.words.is_empty() {
            after_blank = true;
            continue;
        }
        let is_full = found.len() >= MOST_BLOCKS;
        match found.last_mut() {
            Some(open) if is_full || (!after_blank && width.is_some_and(|width| open.goes_on(&line, width))) => open.join(&line),
            _ => found.push(Open::start(line, after_blank)),
        }
        after_blank = false;
    }
    let mut blocks: Vec<Block> = Vec::with_capacity(found.len());
    for block in found.into_iter().map(Open::finish).filter(|block| block.text.contains(char::is_alphanumeric)) {
        match blocks.last_mut() {
            // `A` and `I` may be words of their own.
            Some(before) if before.is_drop_cap_of(&block.text) && !WORDS_OF_A_LETTER.contains(&before.text.as_str()) => {
                before.go_on(&block.text);
            }
            Some(before) if announces_name(&before.text) && may_name(&block) => before.go_on(&block.text),
            _ => blocks.push(block),
        }
    }
    blocks
}

/// Capitals that are words alone, by language: English, French, Spanish, Russian, Ukrainian.
const WORDS_OF_A_LETTER: &[&str] = &["A", "I", "À", "Y", "O", "E", "А", "В", "И", "К", "О", "С", "У", "Я", "І", "Й", "З", "Є"];

/// Words that stand alone on a line above a name: by language, English, German, French, Spanish, Russian, Ukrainian.
const NAME_BELOW: &[&str] = &[
    "By",
    "BY",
    "By:",
    "Written by",
    "Author:",
    "Von",
    "VON",
    "Von:",
    "Autor:",
    "Par",
    "PAR",
    "Par:",
    "Auteur :",
    "Por",
    "POR",
    "Por:",
    "Автор:",
    "Текст:",
];

/// The most words of a line that names who wrote.
const LONGEST_NAMES: usize = 6;

fn announces_name(line: &str) -> bool {
    NAME_BELOW.contains(&line)
}

fn may_name(block: &Block) -> bool {
    let is_short = block.text.split(' ').nth(LONGEST_NAMES).is_none();
    block.mark == Mark::None && is_short && block.text.starts_with(char::is_uppercase) && !block.text.ends_with(['.', '!', '?', ':'])
}

/// One line of the page with its marks read.
#[derive(Debug, Clone, Copy)]
struct Line<'a> {
    raw: &'a str,
    words: &'a str,
    mark: Mark,
}

impl<'a> Line<'a> {
    fn read(raw: &'a str) -> Self {
        let indented = raw.starts_with("  ");
        let mut words = raw.trim();
        let mut mark = Mark::None;
        loop {
            let (next, rest) = role(words, indented);
            if next == Mark::None {
                return Self { raw, words, mark };
            }
            (words, mark) = (rest, next);
        }
    }
}

/// The outermost mark of a line, and what follows it.
fn role(words: &str, indented: bool) -> (Mark, &str) {
    let mut rest = words.chars();
    let first = rest.next();
    let spaced = rest.as_str().is_empty() || rest.as_str().starts_with(' ');
    match first {
        Some('#') => {
            let text = words.trim_start_matches('#');
            let level = words.len() - text.len();
            if level <= 6 && text.starts_with(' ') { (Mark::Heading(level as u8), text.trim()) } else { (Mark::None, words) }
        }
        Some('>') => (Mark::Quote, rest.as_str().trim_start()),
        Some('•' | '·' | '●' | '▪' | '‣' | '◦') => (Mark::Item, rest.as_str().trim_start()),
        Some('*' | '+') if spaced => (Mark::Item, rest.as_str().trim_start()),
        Some('-' | 'o') if spaced && indented => (Mark::Item, rest.as_str().trim_start()),
        _ => (Mark::None, words),
    }
}

/// A block that may still grow by a wrapped line.
struct Open {
    text: String,
    mark: Mark,
    after_blank: bool,
    last_length: usize,
    broken_off: bool,
}

impl Open {
    fn start(line: Line<'_>, after_blank: bool) -> Self {
        let mut open = Self { text: String::new(), mark: line.mark, after_blank, last_length: 0, broken_off: false };
        open.push(&line);
        open
    }

    /// Whether the line is the rest of this block: it has no mark of its own, and its first word did not fit above.
    fn goes_on(&self, line: &Line<'_>, width: usize) -> bool {
        let same_role = line.mark == Mark::None || (line.mark == Mark::Quote && self.mark == Mark::Quote);
        let is_wrapped = self.last_length <= width + SLACK && self.last_length + 1 + first_piece(line.words) > width;
        // The first line of a paragraph may be longer: a dateline was put before it.
        let is_in_sentence =
            || line.words.starts_with(char::is_lowercase) && self.text.ends_with(|c: char| c.is_alphanumeric() || c == ',');
        same_role && !self.broken_off && (is_wrapped || (self.last_length > width + SLACK && is_in_sentence()))
    }

    fn join(&mut self, line: &Line<'_>) {
        // Wrappers also break after the hyphen of a compound.
        let in_compound = self.text.strip_suffix('-').is_some_and(|head| head.ends_with(char::is_alphanumeric));
        if !in_compound {
            self.text.push(' ');
        }
        self.push(line);
    }

    fn push(&mut self, line: &Line<'_>) {
        self.text.push_str(line.words);
        self.last_length = line.raw.trim_end().chars().count();
        // Two blanks at the end are Markdown's line break.
        self.broken_off = line.raw.ends_with("  ");
    }

    fn finish(self) -> Block {
        Block::marked(&markup::plain(&self.text), self.mark, self.after_blank)
    }
}

/// Widths at which tools wrap, in characters.
const WIDTHS: std::ops::RangeInclusive<usize> = 50..=120;

/// Wrapped lines that must agree on a width.
const LEAST_VOTES: usize = 4;

/// Characters by which a line may be longer than the width, as marks are put on after wrapping.
const SLACK: usize = 2;

/// The width in characters at which the dump's lines were wrapped, or nothing when they were not.
///
/// Each line that has another right under it votes for the widths that explain the break: it fits, and the next word would not have.
fn wrap_width(lines: &[Line<'_>]) -> Option<usize> {
    let mut votes = vec![0_usize; WIDTHS.end() + 2];
    let mut lengths = vec![0_usize; WIDTHS.end() + 2];
    let mut previous = 0;
    for line in lines {
        let length = line.raw.trim_end().chars().take(WIDTHS.end() + 1).count();
        if line.mark != Mark::Item {
            lengths[length] += 1;
        }
        if length > 0 && WIDTHS.contains(&previous) {
            let fits_until = (previous + first_piece(line.raw.trim_start())).min(*WIDTHS.end());
            votes[previous..=fits_until].iter_mut().for_each(|vote| *vote += 1);
        }
        previous = length;
    }
    // Of the widths with the most votes the widest is taken: every full line fits into it.
    let width = WIDTHS.max_by_key(|&width| (votes[width], std::cmp::Reverse(width)))?;
    let longer: usize = lengths.iter().skip(width + SLACK + 1).sum();
    (votes[width] >= LEAST_VOTES && longer * 4 <= votes[width]).then_some(width)
}

/// Characters of the first word, up to the hyphen after which it may be broken.
fn first_piece(line: &str) -> usize {
    let word = line.split(' ').next().unwrap_or_default();
    let hyphen = word.char_indices().find(|&(at, c)| c == '-' && at > 0).map(|(at, _)| at + 1);
    word.chars().count() - hyphen.map_or(0, |at| after(word, at).chars().count())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn texts(page: &str) -> Vec<String> {
        blocks(page).into_iter().map(|block| block.text).collect()
    }

    #[test]
    fn each_line_is_a_block_unless_wrapped() {
        let page = "Menu\nHome\n\nThe council met on Monday evening.\nIt voted twice.\n";
        assert_eq!(texts(page), ["Menu", "Home", "The council met on Monday evening.", "It voted twice."]);
    }

    /// Wraps at 60 characters, as a dump tool does.
    fn wrapped(text: &str) -> String {
        let (mut out, mut column) = (String::new(), 0);
        for word in text.split(' ') {
            if column > 0 && column + 1 + word.len() > 60 {
                out.push('\n');
                column = 0;
            } else if column > 0 {
                out.push(' ');
                column += 1;
            }
            out.push_str(word);
            column += word.len();
        }
        out
    }

    #[test]
    fn wrapped_lines_are_joined() {
        let first = "The ferry between the two islands will run every hour from April, the operator said on Friday, after three winters in \
                     which the boats stayed in the harbour whenever the wind rose above a certain strength.";
        let second = "Travellers had complained for years. A petition last autumn gathered more than nine thousand names in less than a \
                      week, and the regional assembly took it up in its first session of the new year.";
        let page = format!("# Ferry to run hourly\n\n  * News\n  * Sport\n\n{}\n\n{}\n", wrapped(first), wrapped(second));
        assert_eq!(texts(&page), ["Ferry to run hourly", "News", "Sport", first, second]);
    }

    #[test]
    fn marks_are_read() {
        let page = "## Ships\n  * one\n        o two\n    * * * three\n> said so\n• four\n#hashtag\n- Meeting - They met.\n* * *\n";
        let marks: Vec<_> = blocks(page).into_iter().map(|block| (block.mark, block.text)).collect();
        let want = [
            (Mark::Heading(2), "Ships"),
            (Mark::Item, "one"),
            (Mark::Item, "two"),
            (Mark::Item, "three"),
            (Mark::Quote, "said so"),
            (Mark::Item, "four"),
            (Mark::None, "#hashtag"),
            (Mark::None, "- Meeting - They met."),
        ];
        assert_eq!(marks, want.map(|(mark, text)| (mark, text.to_owned())));
    }

    #[test]
    fn a_compound_broken_at_its_hyphen_is_whole_again() {
        let open = Open::start(Line::read("The long-"), true);
        let mut open = open;
        open.join(&Line::read("awaited report"));
        assert_eq!(open.finish().text, "The long-awaited report");
    }
}
