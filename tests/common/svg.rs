//! Draws the cells of a screen as SVG: a rectangle for each ground, a text for each run of one style, every one at its own place.

use std::fmt::Write;

use parallax::text::width::width;
use ratatui::buffer::{Buffer, Cell};
use ratatui::style::Modifier;

use super::palette::{Rgb, colours, ground};

/// A cell in units of the picture; the proportions are those of `DejaVu Sans Mono`.
const CELL: (f32, f32) = (8.43, 17.0);
const FONT_SIZE: f32 = 14.0;
const MARGIN: f32 = 12.0;
/// The picture of a screen; `title` says for people what it shows.
pub(crate) fn svg(buffer: &Buffer, title: &str) -> String {
    let (columns, rows) = (f32::from(buffer.area.width), f32::from(buffer.area.height));
    let (w, h) = (columns * CELL.0 + 2.0 * MARGIN, rows * CELL.1 + 2.0 * MARGIN);
    let ground = ground(buffer);
    let mut out = String::new();
    let _ = writeln!(out, r#"<svg xmlns="http://www.w3.org/2000/svg" width="{w:.0}" height="{h:.0}" viewBox="0 0 {w:.2} {h:.2}">"#);
    let _ = writeln!(out, "<title>{}</title>", escaped(title));
    let _ = writeln!(out, r#"<rect width="100%" height="100%" rx="8" fill="{}"/>"#, hex(ground));
    let families = "'DejaVu Sans Mono','JetBrains Mono','Cascadia Mono',Menlo,Consolas,'Noto Sans Mono CJK JP',monospace";
    let _ = writeln!(out, r#"<g font-family="{families}" font-size="{FONT_SIZE}" xml:space="preserve">"#);
    for (row, cells) in buffer.content().chunks(usize::from(buffer.area.width)).enumerate() {
        for run in runs(cells) {
            draw(&mut out, &run, row, ground);
        }
    }
    out.push_str("</g>\n</svg>\n");
    out
}

/// Neighbouring cells of one style.
struct Run<'a> {
    column: usize,
    columns: usize,
    text: String,
    style: &'a Cell,
}

/// The runs of a row. A wide character is a run of its own, so that a font's idea of its width moves nothing; the cell behind it is left out.
fn runs(cells: &[Cell]) -> Vec<Run<'_>> {
    let mut runs: Vec<Run<'_>> = Vec::new();
    let mut column = 0;
    while let Some(cell) = cells.get(column) {
        let columns = width(cell.symbol()).max(1);
        let same_style = |run: &Run<'_>| run.style.style() == cell.style();
        match runs.last_mut().filter(|run| columns == 1 && same_style(run) && run.text.chars().count() == run.columns) {
            Some(run) => {
                run.text.push_str(cell.symbol());
                run.columns += 1;
            }
            None => runs.push(Run { column, columns, text: cell.symbol().to_owned(), style: cell }),
        }
        column += columns;
    }
    runs
}

fn draw(out: &mut String, run: &Run<'_>, row: usize, ground: Rgb) {
    let (x, y) = (MARGIN + run.column as f32 * CELL.0, MARGIN + row as f32 * CELL.1);
    let width = run.columns as f32 * CELL.0;
    let (foreground, background) = colours(run.style);
    if let Some(background) = background.filter(|background| *background != ground) {
        let _ = writeln!(out, r#"<rect x="{x:.2}" y="{y:.2}" width="{width:.2}" height="{:.2}" fill="{}"/>"#, CELL.1, hex(background));
    }
    let modifiers = run.style.modifier;
    if run.text.trim().is_empty() && !modifiers.intersects(Modifier::UNDERLINED | Modifier::CROSSED_OUT) {
        return;
    }
    let mut attributes = String::new();
    for (modifier, attribute) in [
        (Modifier::BOLD, r#" font-weight="bold""#),
        (Modifier::ITALIC, r#" font-style="italic""#),
        (Modifier::DIM, r#" opacity="0.6""#),
        (Modifier::UNDERLINED, r#" text-decoration="underline""#),
        (Modifier::CROSSED_OUT, r#" text-decoration="line-through""#),
    ] {
        if modifiers.contains(modifier) {
            attributes.push_str(attribute);
        }
    }
    // Blanks at the ends are left out: viewers disagree on whether they count.
    let blanks = run.text.chars().take_while(|&c| c == ' ').count();
    let text = run.text.trim_matches(' ');
    let columns = if run.columns == run.text.chars().count() { text.chars().count() } else { run.columns };
    let (x, length) = (x + blanks as f32 * CELL.0, columns as f32 * CELL.0);
    let baseline = y + CELL.1 * 0.76;
    let (text, foreground) = (escaped(text), hex(foreground));
    let _ = writeln!(out, r#"<text x="{x:.2}" y="{baseline:.2}" textLength="{length:.2}" fill="{foreground}"{attributes}>{text}</text>"#);
}

fn hex([red, green, blue]: Rgb) -> String {
    format!("#{red:02x}{green:02x}{blue:02x}")
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}
