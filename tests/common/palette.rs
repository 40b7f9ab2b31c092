//! The colours of a picture's terminal.

use parallax::tui::theme::depth::number;
use ratatui::buffer::{Buffer, Cell};
use ratatui::style::{Color, Modifier};

/// Red, green and blue.
pub(crate) type Rgb = [u8; 3];

/// Foreground and background of a terminal that has its own.
const DEFAULTS: (Rgb, Rgb) = ([0xd4, 0xd4, 0xd4], [0x16, 0x18, 0x1d]);
/// The sixteen colours of a calm terminal.
const ANSI: [Rgb; 16] = [
    [0x2b, 0x30, 0x3b],
    [0xd0, 0x69, 0x6b],
    [0x93, 0xb3, 0x7a],
    [0xd8, 0xae, 0x6b],
    [0x7a, 0x9f, 0xc4],
    [0xb4, 0x8e, 0xad],
    [0x79, 0xb0, 0xad],
    [0xc0, 0xc5, 0xce],
    [0x65, 0x73, 0x7e],
    [0xe0, 0x86, 0x8a],
    [0xa9, 0xc7, 0x8f],
    [0xe8, 0xc4, 0x88],
    [0x93, 0xb5, 0xd8],
    [0xc9, 0xa5, 0xc3],
    [0x93, 0xc7, 0xc4],
    [0xef, 0xf1, 0xf5],
];

/// What the picture is laid on: the background of its first cell.
pub(crate) fn ground(buffer: &Buffer) -> Rgb {
    buffer.content().first().and_then(|cell| colours(cell).1).unwrap_or(DEFAULTS.1)
}

/// Foreground, and the background where it is not the terminal's own.
pub(crate) fn colours(cell: &Cell) -> (Rgb, Option<Rgb>) {
    let foreground = colour(cell.fg).unwrap_or(DEFAULTS.0);
    let background = colour(cell.bg);
    if cell.modifier.contains(Modifier::REVERSED) {
        return (background.unwrap_or(DEFAULTS.1), Some(foreground));
    }
    (foreground, background)
}

fn colour(colour: Color) -> Option<Rgb> {
    match colour {
        Color::Reset => None,
        Color::Rgb(red, green, blue) => Some([red, green, blue]),
        colour => Some(ANSI.get(usize::from(number(colour))).copied().unwrap_or(DEFAULTS.0)),
    }
}
