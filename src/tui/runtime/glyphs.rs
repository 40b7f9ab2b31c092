//! Signs for terminals that have only ASCII: every sign the program draws with, and the one that stands for it.

use ratatui::buffer::{Buffer, Cell};

/// Each sign and its stand-in, both one cell wide. Letters of the articles are nobody's signs and stay.
const STAND_INS: &[(&str, &str)] = &[
    ("│", "|"),
    ("┃", "#"),
    ("┤", "-"),
    ("┫", "="),
    ("├", "|"),
    ("─", "-"),
    ("╭", "+"),
    ("╮", "+"),
    ("╰", "+"),
    ("╯", "+"),
    ("┌", "+"),
    ("┐", "+"),
    ("└", "+"),
    ("┘", "+"),
    ("▌", ">"),
    ("▎", "|"),
    ("▏", "|"),
    ("█", "#"),
    ("▸", "+"),
    ("▾", "-"),
    ("●", "o"),
    ("•", "-"),
    ("★", "*"),
    ("✓", "x"),
    ("✎", "n"),
    ("◆", "#"),
    ("◧", "["),
    ("◨", "]"),
    ("≋", "%"),
    ("≈", "~"),
    ("≠", "!"),
    ("⇅", "^"),
    ("×", "x"),
    ("‹", "<"),
    ("›", ">"),
    ("↑", "^"),
    ("↓", "v"),
    ("←", "<"),
    ("→", ">"),
    ("·", "."),
    ("–", "-"),
    ("—", "-"),
    ("“", "\""),
    ("”", "\""),
    ("„", "\""),
    ("‘", "'"),
    ("’", "'"),
];

/// Whether a terminal of this name is known to show little more than ASCII.
pub(super) fn is_poor(term: &str) -> bool {
    ["linux", "dumb"].contains(&term) || term.starts_with("vt")
}

/// The one sign that takes three of ASCII.
const ELLIPSIS: &str = "…";

/// Puts as many full stops in place of an ellipsis as the blanks behind it leave room for; one blank stays between it and what follows.
fn put_ellipsis(row: &mut [Cell], x: usize) {
    let behind = row.iter().skip(x + 1);
    let blanks = behind.clone().take_while(|cell| cell.symbol() == " ").count();
    let free = if blanks == behind.count() { blanks } else { blanks.saturating_sub(1) };
    row.iter_mut().skip(x).take(1 + free.min(2)).for_each(|cell| _ = cell.set_symbol("."));
}

/// Which signs the terminal can show.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Glyphs {
    /// All of them.
    Unicode,
    /// ASCII alone.
    Ascii,
}

impl Glyphs {
    /// As `PARALLAX_ASCII` asks (`1` or `0`), else as the name of the terminal (`TERM`) and the character set of the locale tell. A locale
    /// that names no character set tells nothing: most terminals of today that say so show everything.
    #[must_use]
    pub fn of(asked: &str, term: &str, locale: &str) -> Self {
        let charset = locale.split_once('.').map_or("", |(_, charset)| charset.split('@').next().unwrap_or_default());
        let is_other = !charset.is_empty() && !["utf-8", "utf8"].iter().any(|known| charset.eq_ignore_ascii_case(known));
        match asked {
            "" if is_poor(term) || is_other => Self::Ascii,
            "" | "0" => Self::Unicode,
            _ => Self::Ascii,
        }
    }

    /// Puts the stand-ins into a frame, where they are wanted.
    pub fn put_into(self, frame: &mut Buffer) {
        if self == Self::Unicode {
            return;
        }
        let columns = usize::from(frame.area.width).max(1);
        for row in frame.content.chunks_mut(columns) {
            for x in 0..row.len() {
                let Some(cell) = row.get_mut(x).filter(|cell| !cell.symbol().is_ascii()) else { continue };
                if cell.symbol() == ELLIPSIS {
                    put_ellipsis(row, x);
                } else if let Some((_, ascii)) = STAND_INS.iter().find(|(sign, _)| *sign == cell.symbol()) {
                    cell.set_symbol(ascii);
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use ratatui::layout::Rect;
    use ratatui::style::Style;

    use super::*;

    #[test]
    fn poor_terminals_are_known() {
        for (asked, term, locale, want) in [
            ("", "xterm-256color", "en_GB.UTF-8", Glyphs::Unicode),
            ("", "xterm-256color", "", Glyphs::Unicode),
            ("", "xterm-256color", "C", Glyphs::Unicode),
            ("", "xterm", "de_DE.ISO-8859-1", Glyphs::Ascii),
            ("", "xterm", "de_DE.utf8@euro", Glyphs::Unicode),
            ("", "linux", "en_GB.UTF-8", Glyphs::Ascii),
            ("", "vt220", "", Glyphs::Ascii),
            ("0", "linux", "", Glyphs::Unicode),
            ("1", "xterm-256color", "en_GB.UTF-8", Glyphs::Ascii),
        ] {
            assert_eq!(Glyphs::of(asked, term, locale), want, "{asked} {term} {locale}");
        }
    }

    #[test]
    fn signs_go_and_letters_stay() {
        let mut frame = Buffer::empty(Rect::new(0, 0, 20, 1));
        frame.set_string(0, 0, "▌ ≠ café → 東京 “a”", Style::default());
        Glyphs::Ascii.put_into(&mut frame);
        let line: String = frame.content.iter().map(ratatui::buffer::Cell::symbol).collect();
        assert_eq!(line.trim_end(), "> ! café > 東 京  \"a\"".trim_end());
    }

    #[test]
    fn an_ellipsis_takes_the_blanks_behind_it() {
        let shown = |text: &str, columns: u16| {
            let mut frame = Buffer::empty(Rect::new(0, 0, columns, 1));
            frame.set_string(0, 0, text, Style::default());
            Glyphs::Ascii.put_into(&mut frame);
            frame.content.iter().map(Cell::symbol).collect::<String>()
        };
        for (text, columns, want) in [
            ("main…", 9, "main...  "),
            ("main…  12", 9, "main.. 12"),
            ("well… I", 7, "well. I"),
            ("main…", 5, "main."),
            ("a…│b", 4, "a.|b"),
        ] {
            assert_eq!(shown(text, columns), want);
        }
    }

    #[test]
    fn every_stand_in_is_one_cell_of_ascii() {
        for (sign, ascii) in STAND_INS {
            assert!(ascii.is_ascii() && ascii.len() == 1 && crate::text::width::width(sign) == 1, "{sign}");
        }
    }
}
