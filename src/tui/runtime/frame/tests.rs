//! What the bytes of a frame do to a terminal.

use proptest::prelude::*;
use ratatui::style::{Color, Modifier, Style};

use super::*;

const AREA: Rect = Rect::new(0, 0, 24, 4);

fn terminal() -> vt100::Parser {
    let cells = |cells| std::num::NonZero::new(cells).unwrap();
    vt100::Parser::new(cells(AREA.height), cells(AREA.width), 0)
}

/// Text at a cell, in a style.
type Stroke = (u16, u16, String, Style);

fn any_style() -> impl Strategy<Value = Style> {
    let colors = [Color::Reset, Color::Cyan, Color::LightRed, Color::Indexed(200), Color::Rgb(1, 2, 3)];
    let modifiers = [Modifier::empty(), Modifier::BOLD, Modifier::REVERSED, Modifier::UNDERLINED | Modifier::BOLD, Modifier::ITALIC];
    (prop::sample::select(colors.to_vec()), prop::sample::select(colors.to_vec()), prop::sample::select(modifiers.to_vec()))
        .prop_map(|(fg, bg, modifier)| Style::new().fg(fg).bg(bg).add_modifier(modifier))
}

fn any_strokes() -> impl Strategy<Value = Vec<Stroke>> {
    prop::collection::vec((0_u16..24, 0_u16..4, "[a-c 東京é]{0,14}", any_style()), 0..7)
}

fn paint(strokes: &[Stroke], buffer: &mut Buffer) {
    for (x, y, text, style) in strokes {
        buffer.set_stringn(*x, *y, text, usize::from(AREA.width - x), *style);
    }
}

/// What each cell of a terminal shows: its character, and colours and attributes as far as they can be seen.
fn seen(screen: &vt100::Screen) -> Vec<String> {
    let cells = (0..AREA.height).flat_map(|row| (0..AREA.width).map(move |column| (row, column)));
    let seen = cells.filter_map(|(row, column)| screen.cell(row, column)).map(|cell| {
        let text = if cell.has_contents() { cell.contents() } else { " " };
        let fg = if text == " " && !cell.inverse() && !cell.underline() { vt100::Color::Default } else { cell.fgcolor() };
        let bold = cell.bold() && text != " ";
        format!("{text} {fg:?} {:?} {bold} {} {}", cell.bgcolor(), cell.inverse(), cell.underline())
    });
    seen.collect()
}

proptest! {
    #[test]
    fn the_terminal_shows_each_frame_as_if_it_were_the_first(pictures in prop::collection::vec(any_strokes(), 1..6)) {
        let (mut frames, mut parser) = (Frames::default(), terminal());
        for picture in &pictures {
            parser.process(frames.draw(AREA, |buffer| { paint(picture, buffer); Painted::default() }));
            let mut fresh = terminal();
            fresh.process(Frames::default().draw(AREA, |buffer| { paint(picture, buffer); Painted::default() }));
            prop_assert_eq!(seen(parser.screen()), seen(fresh.screen()));
            for (x, y) in (0..AREA.width).flat_map(|x| (0..AREA.height).map(move |y| (x, y))) {
                let mut buffer = Buffer::empty(AREA);
                paint(picture, &mut buffer);
                buffer.content.chunks_mut(usize::from(AREA.width)).for_each(mend);
                let cell = &buffer[(x, y)];
                let shown = parser.screen().cell(y, x).unwrap();
                if !is_blank(cell) && columns_of(cell) == 1 {
                    prop_assert_eq!(shown.contents(), cell.symbol());
                    prop_assert_eq!(shown.bold(), cell.modifier.contains(Modifier::BOLD));
                }
            }
        }
    }
}

#[test]
fn rows_that_moved_are_not_written_anew() {
    let area = Rect::new(0, 0, 60, 20);
    let cells = |cells| std::num::NonZero::new(cells).unwrap();
    let mut parser = vt100::Parser::new(cells(area.height), cells(area.width), 0);
    let mut frames = Frames::default();
    for first in [1_u16, 2, 4, 3, 9, 10] {
        let paint = |buffer: &mut Buffer| {
            buffer.set_string(0, 0, "Heading", Style::new().bg(Color::Blue));
            for row in 2..18 {
                let number = first + row;
                buffer.set_string(0, row, format!("{number}. line number {number}, with {} words 東京", number * 37), Style::new());
            }
            buffer.set_string(0, 19, format!("line {first}"), Style::new().bg(Color::Blue));
            Painted::default()
        };
        let bytes = frames.draw(area, paint).to_vec();
        parser.process(&bytes);
        let mut wanted = Buffer::empty(area);
        paint(&mut wanted);
        for y in 0..area.height {
            let row: String = (0..area.width).filter_map(|x| parser.screen().cell(y, x)).map(|cell| cell.contents().to_owned()).collect();
            let want: String = (0..area.width).map(|x| wanted[(x, y)].symbol()).collect();
            let squeeze = |text: &str| text.split_whitespace().collect::<String>();
            assert_eq!(squeeze(&row), squeeze(&want), "row {y} from line {first}");
            assert_eq!(parser.screen().cell(y, 40).unwrap().bgcolor(), vt100::Color::Default, "{first}");
        }
        let most = match first {
            1 => 2000,
            9 => 700,
            _ => 200,
        };
        assert!(bytes.len() < most, "{} bytes from line {first}", bytes.len());
    }
}

#[test]
fn a_link_is_opened_and_closed_around_its_words() {
    let mut frames = Frames::default();
    let link = Link { start: Position::new(4, 0), cells: 3, address: "https://a.example".to_owned() };
    let mut bytes = |links: &[Link]| {
        let paint = |buffer: &mut Buffer| {
            buffer.set_string(0, 0, "see the page", Style::new());
            Painted { cursor: None, links: links.to_vec() }
        };
        String::from_utf8(frames.draw(AREA, paint).to_vec()).unwrap()
    };
    let first = bytes(std::slice::from_ref(&link));
    let (before, after) = first.split_once("\x1b]8;id=").unwrap();
    assert!(before.ends_with("see\x1b[C") && after.contains(";https://a.example\x1b\\the\x1b[C\x1b]8;;\x1b\\page"), "{first:?}");
    assert_eq!(bytes(&[link]), "");
    assert_eq!(bytes(&[]), "\x1b[1;5Hthe", "words that lead nowhere any more are written anew");
}

#[test]
fn what_does_not_change_costs_nothing() {
    let mut frames = Frames::default();
    let bytes = |frames: &mut Frames, text: &str, cursor| {
        String::from_utf8(
            frames
                .draw(AREA, |buffer| {
                    buffer.set_string(0, 1, text, Style::new());
                    Painted { cursor, links: Vec::new() }
                })
                .to_vec(),
        )
        .unwrap()
    };
    bytes(&mut frames, "one two three four", None);
    assert_eq!(bytes(&mut frames, "one two three four", None), "");
    assert_eq!(bytes(&mut frames, "one tea three four", None), "\x1b[2;6Hea");
    assert_eq!(bytes(&mut frames, "one tea tree four", None), " tree four\x1b[K", "two blanks more are erased with the rest");
    assert_eq!(bytes(&mut frames, "one tea tree four", Some(Position::new(0, 0))), "\x1b[1;1H\x1b[?25h");
    assert_eq!(bytes(&mut frames, "one tea tree four", None), "\x1b[?25l");
    frames.forget();
    assert_eq!(bytes(&mut frames, "one", None), "\x1b[?25l\x1b[m\x1b[2J\x1b[2;1Hone");
}
