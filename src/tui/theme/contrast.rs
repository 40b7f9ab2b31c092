//! Proves that what is written in a theme's colours can be read.

#![cfg(test)]

use ratatui::style::{Color, Modifier, Style};

use super::builtin::{HIGH_CONTRAST, themes};
use super::depth::xterm;
use super::{Role, Theme};

/// The least contrast of text, of text in the high-contrast theme, and of what is said beside the text.
const FLOOR: f64 = 4.5;
const HIGH: f64 = 7.0;
const BESIDE: f64 = 3.0;

/// What is said beside the text.
const DIM: &[Role] = &[
    Role::Dim,
    Role::TitleRead,
    Role::Date,
    Role::Tab,
    Role::Event,
    Role::Dropped,
    Role::Aligned,
    Role::Moved,
    Role::Weak,
    Role::VerdictSame,
    Role::StatusLine,
];

/// Lines and bars: nothing to read.
const LINES: &[Role] = &[Role::Border, Role::BorderFocused, Role::Track, Role::Thumb, Role::CursorMark];

/// The grounds that any text may stand on.
const GROUNDS: &[Role] = &[Role::Text, Role::Cursor, Role::Selection, Role::Bookmark];

/// The relative luminance of a colour, after WCAG 2.2.
fn luminance(colour: Color) -> Option<f64> {
    let [red, green, blue] = match colour {
        Color::Rgb(red, green, blue) => [red, green, blue],
        Color::Indexed(index) => xterm(index),
        _ => return None,
    };
    let linear = |part: u8| {
        let part = f64::from(part) / 255.0;
        if part <= 0.04045 { part / 12.92 } else { ((part + 0.055) / 1.055).powf(2.4) }
    };
    Some(0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue))
}

/// The contrast of a style's letters on its ground, where both are true colours.
fn contrast(style: Style) -> Option<f64> {
    let (fg, bg) = if style.add_modifier.contains(Modifier::REVERSED) { (style.bg, style.fg) } else { (style.fg, style.bg) };
    let (a, b) = (luminance(fg?)?, luminance(bg?)?);
    Some((a.max(b) + 0.05) / (a.min(b) + 0.05))
}

/// A role as it is drawn on a ground: the text keeps its own colour, as [`Pen`](crate::tui::widget::paint::Pen) has it. What brings a ground
/// of its own is drawn on that.
fn drawn(theme: &Theme, role: Role, ground: Role) -> Style {
    let (own, ground) = (theme.style(role), theme.style(ground));
    let style = theme.style(Role::Text).patch(own);
    Style { bg: own.bg.or(ground.bg).or(style.bg), ..style }
}

#[test]
fn what_is_written_can_be_read() {
    let mut poor = Vec::new();
    let mut measured = 0;
    for theme in themes().0 {
        let floor = if theme.name() == HIGH_CONTRAST { HIGH } else { FLOOR };
        for &role in Role::ALL.iter().filter(|role| !LINES.contains(role)) {
            for &ground in GROUNDS {
                let Some(contrast) = contrast(drawn(&theme, role, ground)) else { continue };
                measured += 1;
                let least = if DIM.contains(&role) { BESIDE } else { floor };
                if contrast < least {
                    poor.push(format!("{}: {} on {} {contrast:.2} < {least}", theme.name(), role.name(), ground.name()));
                }
            }
        }
    }
    assert!(measured > 500, "{measured}");
    assert!(poor.is_empty(), "{}", poor.join("\n"));
}

#[test]
fn in_256_colours_the_state_is_still_seen_and_the_text_still_read() {
    for theme in themes().0.into_iter().filter(|theme| !theme.is_plain()).map(Theme::indexed) {
        for role in [Role::Cursor, Role::Selection, Role::Bookmark] {
            let (own, ground) = (theme.style(role).bg, theme.style(Role::Text).bg);
            assert!(own.is_some() && own != ground, "{}: {}", theme.name(), role.name());
        }
        for &role in Role::ALL.iter().filter(|role| !LINES.contains(role)) {
            let least = if DIM.contains(&role) { BESIDE } else { FLOOR };
            for ground in [Role::Text, Role::Cursor] {
                let contrast = contrast(drawn(&theme, role, ground)).unwrap_or(least);
                assert!(contrast >= least, "{}: {} on {} {contrast:.2}", theme.name(), role.name(), ground.name());
            }
        }
    }
}

#[test]
fn left_and_right_and_what_differs_are_told_apart() {
    for theme in themes().0.iter().filter(|theme| contrast(theme.style(Role::Text)).is_some()) {
        let colours =
            [Role::SourceLeft, Role::SourceRight, Role::Quotation, Role::Figure, Role::FigureChanged].map(|role| theme.style(role).fg);
        for (number, colour) in colours.iter().enumerate() {
            assert!(!colours[..number].contains(colour), "{}", theme.name());
        }
    }
}
