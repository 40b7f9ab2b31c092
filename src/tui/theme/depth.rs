//! How many colours a terminal has, and a theme's true colours in as many.

use ratatui::style::{Color, Style};

use super::Theme;

/// How many colours a terminal has.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Depth {
    /// The sixteen of its own.
    Sixteen,
    /// The 256 of xterm.
    Indexed,
    /// All of them.
    True,
}

/// Terminals that show true colours, also where they do not say so in `COLORTERM`, as over a connection.
const TRUE: &[&str] = &["kitty", "alacritty", "ghostty", "wezterm", "foot", "iterm", "contour", "rio", "-direct"];

impl Depth {
    /// What a terminal has, by the values of `TERM` and `COLORTERM`.
    #[must_use]
    pub fn of(term: &str, colorterm: &str) -> Self {
        if ["truecolor", "24bit"].contains(&colorterm) || TRUE.iter().any(|known| term.contains(known)) || cfg!(windows) {
            Self::True
        } else if term.contains("256") || !colorterm.is_empty() {
            Self::Indexed
        } else {
            Self::Sixteen
        }
    }
}

/// The levels of red, green and blue in xterm's cube of colours.
const LEVELS: [u8; 6] = [0, 95, 135, 175, 215, 255];
/// Where the cube and the greys begin among the 256.
const CUBE: u8 = 16;
const GREYS: u8 = 232;

impl Theme {
    /// Whether it can be shown with no more than the terminal's own sixteen colours.
    #[must_use]
    pub fn is_plain(&self) -> bool {
        let is_plain = |colour: Option<Color>| !matches!(colour, Some(Color::Rgb(..) | Color::Indexed(_)));
        self.styles.iter().flatten().all(|style| is_plain(style.fg) && is_plain(style.bg) && is_plain(style.underline_color))
    }

    /// The theme in the 256 colours of xterm, each the nearest.
    #[must_use]
    pub fn indexed(mut self) -> Self {
        for style in self.styles.iter_mut().flatten() {
            *style = Style {
                fg: style.fg.map(indexed),
                bg: style.bg.map(indexed),
                underline_color: style.underline_color.map(indexed),
                ..*style
            };
        }
        self
    }
}

/// The number of a colour among the 256; one that is none of them has the first.
#[must_use]
pub fn number(colour: Color) -> u8 {
    match colour {
        Color::Reset | Color::Rgb(..) | Color::Black => 0,
        Color::Red => 1,
        Color::Green => 2,
        Color::Yellow => 3,
        Color::Blue => 4,
        Color::Magenta => 5,
        Color::Cyan => 6,
        Color::Gray => 7,
        Color::DarkGray => 8,
        Color::LightRed => 9,
        Color::LightGreen => 10,
        Color::LightYellow => 11,
        Color::LightBlue => 12,
        Color::LightMagenta => 13,
        Color::LightCyan => 14,
        Color::White => 15,
        Color::Indexed(number) => number,
    }
}

fn indexed(colour: Color) -> Color {
    let Color::Rgb(red, green, blue) = colour else { return colour };
    let candidates = [in_cube([red, green, blue]), in_greys([red, green, blue])];
    let nearest = candidates.into_iter().min_by_key(|&index| distance(xterm(index), [red, green, blue]));
    nearest.map_or(colour, Color::Indexed)
}

fn in_cube(colour: [u8; 3]) -> u8 {
    let level =
        |part: u8| (0..6u8).min_by_key(|&level| LEVELS.get(usize::from(level)).map_or(u8::MAX, |&known| known.abs_diff(part))).unwrap_or(0);
    let [red, green, blue] = colour.map(level);
    CUBE + 36 * red + 6 * green + blue
}

fn in_greys(colour: [u8; 3]) -> u8 {
    let mean = colour.iter().map(|&part| u16::from(part)).sum::<u16>() / 3;
    GREYS + (mean.saturating_sub(3) / 10).min(23) as u8
}

fn distance(a: [u8; 3], b: [u8; 3]) -> u32 {
    a.iter().zip(b).map(|(&a, b)| u32::from(a.abs_diff(b)).pow(2)).sum()
}

/// The red, green and blue of one of xterm's colours above the first sixteen.
pub(super) fn xterm(index: u8) -> [u8; 3] {
    if index >= GREYS {
        return [8 + 10 * (index - GREYS); 3];
    }
    let level = |number: u8| LEVELS.get(usize::from(number % 6)).copied().unwrap_or(0);
    let number = index.saturating_sub(CUBE);
    [level(number / 36), level(number / 6), level(number)]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_terminal_says_how_many_colours_it_has() {
        for (term, colorterm, depth) in [
            ("xterm-256color", "truecolor", Depth::True),
            ("xterm-kitty", "", Depth::True),
            ("xterm-256color", "", Depth::Indexed),
            ("linux", "", Depth::Sixteen),
            ("vt100", "yes", Depth::Indexed),
        ] {
            assert_eq!(Depth::of(term, colorterm), depth, "{term} {colorterm}");
        }
    }

    #[test]
    fn a_colour_becomes_the_nearest_of_256() {
        for (colour, index) in [([0, 0, 0], 16), ([255, 255, 255], 231), ([95, 135, 175], 67), ([27, 31, 39], 234), ([128, 128, 128], 244)]
        {
            let [red, green, blue] = colour;
            assert_eq!(indexed(Color::Rgb(red, green, blue)), Color::Indexed(index), "{colour:?}");
        }
        assert_eq!(indexed(Color::Red), Color::Red);
        assert_eq!((xterm(67), xterm(244)), ([95, 135, 175], [128; 3]));
    }
}
