//! The pen of the terminal: which colours and attributes it writes with, and the fewest bytes that give it others.

use std::io::Write;

use ratatui::buffer::Cell;
use ratatui::style::{Color, Modifier};

use crate::tui::theme::depth::number;

/// What the terminal writes with.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct Pen {
    fg: Color,
    bg: Color,
    underline: Color,
    modifier: Modifier,
}

/// Attributes that are seen where there is no character, and that make the colour of the writing seen there.
const SEEN_ON_BLANKS: Modifier = Modifier::REVERSED.union(Modifier::UNDERLINED).union(Modifier::CROSSED_OUT);

/// Attributes that the code beside them takes away, with the code that gives them.
const MODIFIERS: [(Modifier, u8, u8); 8] = [
    (Modifier::BOLD, 1, 22),
    (Modifier::DIM, 2, 22),
    (Modifier::ITALIC, 3, 23),
    (Modifier::UNDERLINED, 4, 24),
    (Modifier::SLOW_BLINK, 5, 25),
    (Modifier::REVERSED, 7, 27),
    (Modifier::HIDDEN, 8, 28),
    (Modifier::CROSSED_OUT, 9, 29),
];

/// Whether a cell has no character.
pub(super) fn is_blank(cell: &Cell) -> bool {
    cell.symbol() == " "
}

/// Whether two cells cannot be told apart by looking at them.
pub(super) fn shows_same(one: &Cell, other: &Cell) -> bool {
    one == other || (is_blank(one) && is_blank(other) && Pen::of(one) == Pen::of(other))
}

impl Pen {
    /// The pen that a cell asks for; of a blank, what is seen of it.
    fn of(cell: &Cell) -> Self {
        let pen = Self { fg: cell.fg, bg: cell.bg, underline: cell.underline_color, modifier: cell.modifier };
        if !is_blank(cell) {
            return pen;
        }
        let seen = cell.modifier.intersection(SEEN_ON_BLANKS);
        if seen.is_empty() { Self { bg: cell.bg, ..Self::default() } } else { Self { modifier: seen, ..pen } }
    }

    /// Whether erasing leaves what this cell shows.
    pub(super) fn leaves_empty(cell: &Cell) -> bool {
        is_blank(cell) && Self::of(cell) == Self::default()
    }

    /// Whether the pen writes a cell as it is to be seen.
    pub(super) fn writes(self, cell: &Cell) -> bool {
        self.wanted(cell) == self
    }

    /// Gives the pen what a cell asks for.
    pub(super) fn take(&mut self, cell: &Cell, out: &mut Vec<u8>) {
        self.become_pen(self.wanted(cell), out);
    }

    /// Takes away everything that erasing would leave behind.
    pub(super) fn put_down(&mut self, out: &mut Vec<u8>) {
        if self.bg != Color::Reset || self.modifier.intersects(SEEN_ON_BLANKS) {
            self.become_pen(Self::default(), out);
        }
    }

    /// The pen to write a cell with: what of a blank is not seen stays as it is.
    fn wanted(self, cell: &Cell) -> Self {
        let wanted = Self::of(cell);
        let is_indifferent = is_blank(cell) && !cell.modifier.intersects(SEEN_ON_BLANKS) && !self.modifier.intersects(SEEN_ON_BLANKS);
        if is_indifferent { Self { bg: wanted.bg, ..self } } else { wanted }
    }

    fn become_pen(&mut self, wanted: Self, out: &mut Vec<u8>) {
        if *self == wanted {
            return;
        }
        if wanted == Self::default() {
            out.extend_from_slice(b"\x1b[m");
        } else {
            out.extend_from_slice(b"\x1b[");
            self.push_modifiers(wanted.modifier, out);
            push_color((self.fg, wanted.fg), Ground::Writing, out);
            push_color((self.bg, wanted.bg), Ground::Back, out);
            push_color((self.underline, wanted.underline), Ground::Underline, out);
            // Each code ends with its separator.
            out.pop();
            out.push(b'm');
        }
        *self = wanted;
    }

    fn push_modifiers(self, wanted: Modifier, out: &mut Vec<u8>) {
        let gone = self.modifier.difference(wanted);
        let mut lost = Modifier::empty();
        let mut told = 0;
        for (modifier, _, off) in MODIFIERS.into_iter().filter(|(modifier, ..)| gone.intersects(*modifier)) {
            if off != told {
                push(out, format_args!("{off};"));
                told = off;
            }
            // One code takes both away.
            lost |= if off == 22 { Modifier::BOLD | Modifier::DIM } else { modifier };
        }
        let kept = self.modifier.difference(lost);
        for (_, on, _) in MODIFIERS.into_iter().filter(|(modifier, ..)| wanted.difference(kept).intersects(*modifier)) {
            push(out, format_args!("{on};"));
        }
    }
}

/// What a colour is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Ground {
    Writing,
    Back,
    Underline,
}

fn push_color((now, wanted): (Color, Color), ground: Ground, out: &mut Vec<u8>) {
    if now == wanted {
        return;
    }
    let base: u8 = match ground {
        Ground::Writing => 30,
        Ground::Back => 40,
        Ground::Underline => 50,
    };
    match (wanted, ground) {
        (Color::Reset, _) => push(out, format_args!("{};", base + 9)),
        (Color::Rgb(red, green, blue), Ground::Underline) => push(out, format_args!("58:2::{red}:{green}:{blue};")),
        (Color::Rgb(red, green, blue), _) => push(out, format_args!("{};2;{red};{green};{blue};", base + 8)),
        (color, Ground::Underline) => push(out, format_args!("58:5:{};", number(color))),
        (color, _) => match number(color) {
            of_eight @ 0..8 => push(out, format_args!("{};", base + of_eight)),
            bright @ 8..16 => push(out, format_args!("{};", base + 52 + bright)),
            other => push(out, format_args!("{};5;{other};", base + 8)),
        },
    }
}

fn push(out: &mut Vec<u8>, code: std::fmt::Arguments<'_>) {
    // A vector takes whatever is written to it.
    let _ = out.write_fmt(code);
}

#[cfg(test)]
mod tests {
    use ratatui::style::Style;

    use super::*;

    #[test]
    fn only_what_changes_is_told() {
        let mut pen = Pen::default();
        for (style, symbol, want) in [
            (Style::new().fg(Color::Cyan).add_modifier(Modifier::BOLD), "a", "\x1b[1;36m"),
            (Style::new(), " ", ""),
            (Style::new().fg(Color::Cyan).add_modifier(Modifier::DIM), "b", "\x1b[22;2m"),
            (Style::new().fg(Color::LightRed).bg(Color::Indexed(17)), "c", "\x1b[22;91;48;5;17m"),
            (Style::new().bg(Color::Indexed(17)), " ", ""),
            (Style::new().fg(Color::Rgb(1, 2, 3)), "d", "\x1b[38;2;1;2;3;49m"),
            (Style::new().add_modifier(Modifier::REVERSED), " ", "\x1b[7;39m"),
            (Style::new(), " ", "\x1b[m"),
            (Style::new().underline_color(Color::Red).add_modifier(Modifier::UNDERLINED), "e", "\x1b[4;58:5:1m"),
        ] {
            let mut cell = Cell::default();
            cell.set_symbol(symbol).set_style(style);
            let mut out = Vec::new();
            pen.take(&cell, &mut out);
            assert_eq!(String::from_utf8(out).unwrap(), want, "{style:?}");
        }
    }
}
