//! Draws the cells of a screen as PNG, with the glyphs of `DejaVu Sans Mono`.

use ab_glyph::{Font, FontRef, Glyph, PxScale, ScaleFont, point};
use parallax::text::width::width;
use ratatui::buffer::{Buffer, Cell};
use ratatui::style::Modifier;

use super::palette::{Rgb, colours, ground};

/// A cell in pixels: twice what most terminals take, for screens with small pixels. The font's advance is 0.602 and its height 1.164 of
/// its size, so that lines and blocks meet without a gap.
const CELL: (u32, u32) = (17, 33);
const ADVANCE: f32 = 0.602;
const MARGIN: u32 = 24;
/// The thickness of lines below and through words, and where they lie.
const LINE: u32 = 2;
const UNDERLINE: u32 = 29;
const STRIKE: u32 = 17;
/// How much of the colour a dim character keeps.
const DIM: f32 = 0.6;

/// A picture: its width, and its pixels by row.
pub(crate) struct Picture {
    pub(crate) width: u32,
    pub(crate) pixels: Vec<Rgb>,
}

/// The picture of a screen.
pub(crate) fn draw(buffer: &Buffer) -> Picture {
    let (width, height) = (u32::from(buffer.area.width) * CELL.0 + 2 * MARGIN, u32::from(buffer.area.height) * CELL.1 + 2 * MARGIN);
    let mut picture = Picture { width, pixels: vec![ground(buffer); (width * height) as usize] };
    let fonts = [dejavu::sans_mono::regular(), dejavu::sans_mono::bold(), dejavu::sans_mono::oblique(), dejavu::sans_mono::bold_oblique()]
        .map(|font| FontRef::try_from_slice(font).unwrap());
    for (row, cells) in (0..).zip(buffer.content().chunks(usize::from(buffer.area.width))) {
        let mut columns = (0..).zip(cells);
        while let Some((column, cell)) = columns.next() {
            let wide = self::width(cell.symbol()).max(1) as u32;
            picture.cell((MARGIN + column * CELL.0, MARGIN + row * CELL.1), wide, cell, &fonts);
            // What a wide character covers is not drawn.
            (1..wide).for_each(|_| _ = columns.next());
        }
    }
    picture
}

impl Picture {
    fn cell(&mut self, (left, top): (u32, u32), columns: u32, cell: &Cell, fonts: &[FontRef<'_>; 4]) {
        let (foreground, background) = colours(cell);
        let across = columns * CELL.0;
        if let Some(background) = background {
            self.fill((left, top), (across, CELL.1), background);
        }
        let has = |modifier| cell.modifier.contains(modifier);
        let font = &fonts[usize::from(has(Modifier::BOLD)) + 2 * usize::from(has(Modifier::ITALIC))];
        let size = CELL.0 as f32 / ADVANCE;
        let scale = PxScale::from(size * font.height_unscaled() / font.units_per_em().unwrap());
        let baseline = top as f32 + font.as_scaled(scale).ascent();
        let strength = if has(Modifier::DIM) { DIM } else { 1.0 };
        for c in cell.symbol().chars().filter(|c| *c != ' ') {
            let glyph = font.glyph_id(c).with_scale_and_position(scale, point(left as f32, baseline));
            self.glyph(font, glyph, foreground, strength);
        }
        for (modifier, down) in [(Modifier::UNDERLINED, UNDERLINE), (Modifier::CROSSED_OUT, STRIKE)] {
            if has(modifier) {
                self.fill((left, top + down), (across, LINE), foreground);
            }
        }
    }

    fn fill(&mut self, (left, top): (u32, u32), (across, down): (u32, u32), colour: Rgb) {
        for y in top..top + down {
            let start = (y * self.width + left) as usize;
            self.pixels[start..start + across as usize].fill(colour);
        }
    }

    fn glyph(&mut self, font: &FontRef<'_>, glyph: Glyph, colour: Rgb, strength: f32) {
        let Some(outline) = font.outline_glyph(glyph) else { return };
        let start = outline.px_bounds().min;
        outline.draw(|x, y, cover| {
            let at = (start.y as u32 + y) * self.width + start.x as u32 + x;
            let cover = (cover * strength).clamp(0.0, 1.0);
            if let Some(pixel) = self.pixels.get_mut(at as usize) {
                let mixed = |below: u8, above: u8| (f32::from(above) * cover + f32::from(below) * (1.0 - cover)).round() as u8;
                *pixel = std::array::from_fn(|part| mixed(pixel[part], colour[part]));
            }
        });
    }

    /// The picture as a file.
    pub(crate) fn encoded(&self) -> Vec<u8> {
        let mut file = Vec::new();
        let mut encoder = png::Encoder::new(&mut file, self.width, self.pixels.len() as u32 / self.width);
        encoder.set_color(png::ColorType::Rgb);
        encoder.set_compression(png::Compression::High);
        let mut writer = encoder.write_header().unwrap();
        writer.write_image_data(self.pixels.as_flattened()).unwrap();
        writer.finish().unwrap();
        file
    }

    /// Whether a file shows this picture, up to what another processor rounds otherwise.
    pub(crate) fn is_in(&self, file: &[u8]) -> bool {
        const ROUNDED: u8 = 3;
        let Ok(mut reader) = png::Decoder::new(std::io::Cursor::new(file)).read_info() else { return false };
        let mut pixels = vec![0; reader.output_buffer_size().unwrap_or(0)];
        let is_read = reader.next_frame(&mut pixels).is_ok_and(|info| info.width == self.width);
        let own = self.pixels.as_flattened();
        is_read && pixels.len() == own.len() && pixels.iter().zip(own).all(|(one, other)| one.abs_diff(*other) <= ROUNDED)
    }
}
