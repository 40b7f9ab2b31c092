//! Right-to-left text for terminals that draw cells from left to right whatever they hold: most of them.
//!
//! The screens lay text out in the order in which it is read. Before a frame is written, each stretch of a row that has Hebrew or Arabic
//! letters is put into the order in which it is seen (UAX #9). A terminal that would do the same by itself is asked not to (ECMA-48, BDSM).

use ratatui::buffer::{Buffer, Cell};
use unicode_bidi::BidiInfo;

/// Who puts right-to-left text into the order in which it is seen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Direction {
    /// This program.
    Ours,
    /// The terminal.
    Terminals,
}

/// Signs that look the other way where the text runs from right to left.
const MIRRORED: [(&str, &str); 6] = [("(", ")"), ("[", "]"), ("{", "}"), ("<", ">"), ("«", "»"), ("‹", "›")];

impl Direction {
    /// As `PARALLAX_BIDI` asks (`1` or `0`), else by the terminals known to do it by themselves and to be deaf to the request not to.
    #[must_use]
    pub fn of(asked: &str, term: &str, program: &str, is_konsole: bool) -> Self {
        let does_itself = is_konsole || term.starts_with("mlterm") || program == "Apple_Terminal";
        match asked {
            "0" => Self::Terminals,
            "" if does_itself => Self::Terminals,
            _ => Self::Ours,
        }
    }

    /// Puts a frame into the order in which it is seen.
    pub fn put_into(self, frame: &mut Buffer) {
        if self == Self::Terminals {
            return;
        }
        let columns = usize::from(frame.area.width).max(1);
        for row in frame.content.chunks_mut(columns).filter(|row| row.iter().any(is_right_to_left)) {
            let mut start = 0;
            while start < row.len() {
                if row.get(start).is_some_and(|cell| is_gap(cell.symbol())) {
                    start += 1;
                    continue;
                }
                let end = end_of_stretch(row, start);
                if let Some(stretch) = row.get_mut(start..end).filter(|stretch| stretch.iter().any(is_right_to_left)) {
                    reorder(stretch);
                }
                start = end + 1;
            }
        }
    }
}

/// Whether a sign parts words: a blank, a line drawn between columns, a mark in the margin.
fn is_gap(symbol: &str) -> bool {
    matches!(symbol, " " | "│" | "┃" | "┤" | "┫" | "▎" | "▏" | "▌" | "●" | "◆")
}

/// Where the words end that belong together: at a line drawn between columns, at two blanks.
fn end_of_stretch(row: &[Cell], start: usize) -> usize {
    let symbol = |at: usize| row.get(at).map_or(" ", Cell::symbol);
    let is_end = |&at: &usize| is_gap(symbol(at)) && (symbol(at) != " " || is_gap(symbol(at + 1)));
    (start..row.len()).find(is_end).unwrap_or(row.len())
}

fn is_right_to_left(cell: &Cell) -> bool {
    let is_letter = |c: char| matches!(c, '\u{590}'..='\u{8ff}' | '\u{fb1d}'..='\u{fdff}' | '\u{fe70}'..='\u{fefc}' | '\u{10800}'..='\u{10fff}' | '\u{1e800}'..='\u{1efff}');
    !cell.symbol().is_ascii() && cell.symbol().chars().any(is_letter)
}

/// Puts the cells of a stretch into the order in which they are seen; marks go with the letters they stand on, as a cell holds both.
fn reorder(stretch: &mut [Cell]) {
    let mut text = String::new();
    let mut starts = Vec::with_capacity(stretch.len());
    for cell in stretch.iter() {
        starts.push(text.len());
        text.push_str(cell.symbol());
    }
    let info = BidiInfo::new(&text, None);
    let Some(paragraph) = info.paragraphs.first() else { return };
    let (levels, runs) = info.visual_runs(paragraph, paragraph.range.clone());
    let mut seen: Vec<Cell> = Vec::with_capacity(stretch.len());
    for run in runs {
        let is_reversed = levels.get(run.start).is_some_and(unicode_bidi::Level::is_rtl);
        let numbers = starts.partition_point(|&start| start < run.start)..starts.partition_point(|&start| start < run.end);
        let cells = stretch.get(numbers).unwrap_or_default();
        if is_reversed {
            seen.extend(cells.iter().rev().map(mirrored));
        } else {
            seen.extend_from_slice(cells);
        }
    }
    if seen.len() == stretch.len() {
        stretch.clone_from_slice(&seen);
    }
}

fn mirrored(cell: &Cell) -> Cell {
    let symbol = cell.symbol();
    let pair = MIRRORED.iter().find(|(open, close)| *open == symbol || *close == symbol);
    let mut cell = cell.clone();
    if let Some((open, close)) = pair {
        cell.set_symbol(if cell.symbol() == *open { close } else { open });
    }
    cell
}

#[cfg(test)]
mod tests {
    use ratatui::layout::Rect;
    use ratatui::style::{Color, Style};

    use super::*;

    fn seen(text: &str) -> String {
        let mut frame = Buffer::empty(Rect::new(0, 0, 24, 1));
        frame.set_string(0, 0, text, Style::default());
        Direction::Ours.put_into(&mut frame);
        frame.content.iter().map(Cell::symbol).collect::<String>().trim_end().to_owned()
    }

    #[test]
    fn text_stands_in_the_order_in_which_it_is_seen() {
        for (text, want) in [
            ("plain text", "plain text"),
            ("שלום", "םולש"),
            ("שלום 12 (עולם)", "(םלוע) 12 םולש"),
            ("say שלום now", "say םולש now"),
            ("שלום │ left", "םולש │ left"),
            ("one  שני", "one  ינש"),
            ("◆▎ שלום", "◆▎ םולש"),
        ] {
            assert_eq!(seen(text), want, "{text}");
        }
    }

    #[test]
    fn a_style_goes_with_its_letter() {
        let mut frame = Buffer::empty(Rect::new(0, 0, 3, 1));
        frame.set_string(0, 0, "אבג", Style::default());
        frame.content[0].set_fg(Color::Red);
        Direction::Ours.put_into(&mut frame);
        assert_eq!((frame.content[2].symbol(), frame.content[2].fg), ("א", Color::Red));
    }

    #[test]
    fn terminals_that_do_it_themselves_are_left_alone() {
        for (asked, term, program, is_konsole, want) in [
            ("", "xterm-256color", "", false, Direction::Ours),
            ("", "xterm-256color", "", true, Direction::Terminals),
            ("", "mlterm-256color", "", false, Direction::Terminals),
            ("", "xterm-256color", "Apple_Terminal", false, Direction::Terminals),
            ("1", "mlterm", "", false, Direction::Ours),
            ("0", "xterm", "", false, Direction::Terminals),
        ] {
            assert_eq!(Direction::of(asked, term, program, is_konsole), want, "{asked} {term} {program}");
        }
    }
}
