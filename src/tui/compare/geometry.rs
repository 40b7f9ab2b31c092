//! Where everything stands on the compare screen: a pure function that update and view both call.

use ratatui::layout::Rect;

use super::Reports;
use super::choices::{Choices, Layout};
use super::header;
use super::table::{Arrangement, Measure};

/// From this width on, two columns are easy to read.
const TWO_COLUMNS_FROM: u16 = 100;
/// Below this width of one column, two columns are not shown even when asked for.
const NARROWEST_COLUMN: u16 = 20;
/// Lines longer than this tire the eye.
const WIDEST_COLUMN: u16 = 84;
/// The mark of the current block and a blank, left of the words.
const MARGIN: u16 = 2;
/// The rule between the columns, with the glyph of the row, and blanks around it.
const GUTTER: u16 = 5;
/// Stacked: the glyph of the row and the letter of the side, each with a blank.
const LABELS: u16 = 4;
/// The minimap at the right edge, and the blanks before it.
const MAP: u16 = 3;
/// Lines of the reasons, their title included.
const WHY_LINES: u16 = 7;
/// So many lines of the table stay in view whatever else is shown.
const FEWEST_LINES: u16 = 3;

/// The places on the screen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Geometry {
    /// Sources, titles, tabs and counts.
    pub header: Rect,
    /// The table with its margins.
    pub body: Rect,
    /// The reasons, where they are shown.
    pub why: Option<Rect>,
    /// The minimap.
    pub map: Rect,
    /// The room for words.
    pub measure: Measure,
    /// The first column of the terminal that is the screen's.
    left: u16,
}

impl Geometry {
    /// Divides an area.
    #[must_use]
    pub fn of(area: Rect, reports: &Reports, choices: Choices) -> Self {
        let measure = measure(area.width, choices);
        let width = (MARGIN + room(measure) as u16).min(area.width);
        let left = area.x + area.width.saturating_sub(width + MAP) / 2;
        let lines = header::lines(reports, choices, measure, area.height).len() as u16;
        let header = Rect { x: left, width, height: lines.min(area.height.saturating_sub(FEWEST_LINES)), ..area };
        let below = area.height - header.height;
        let why = choices.why.then(|| WHY_LINES.min(below.saturating_sub(FEWEST_LINES))).filter(|&height| height > 1);
        let body = Rect { x: left, y: area.y + header.height, width, height: below - why.unwrap_or(0) };
        Self {
            header,
            body,
            why: why.map(|height| Rect { x: left, y: body.bottom(), width, height }),
            map: Rect { x: area.right().saturating_sub(1), width: 1.min(area.width), ..body },
            measure,
            left: area.x,
        }
    }

    /// Whether two columns of a readable width fit.
    #[must_use]
    pub fn fits_two_columns(&self) -> bool {
        column(self.map.right().saturating_sub(self.left)) >= NARROWEST_COLUMN
    }

    /// Where the words of the second column begin; those of the first where side by side has one.
    #[must_use]
    pub fn words(&self, column: Column) -> u16 {
        match (self.measure.arrangement, column) {
            (Arrangement::SideBySide, Column::First) => self.body.x + MARGIN,
            (Arrangement::SideBySide, Column::Second) => self.body.x + MARGIN + self.measure.columns as u16 + GUTTER,
            (Arrangement::Stacked(_), _) => self.body.x + MARGIN + LABELS,
        }
    }

    /// Where the glyph of a row stands.
    #[must_use]
    pub fn glyph(&self) -> u16 {
        match self.measure.arrangement {
            Arrangement::SideBySide => self.body.x + MARGIN + self.measure.columns as u16 + GUTTER / 2,
            Arrangement::Stacked(_) => self.body.x + MARGIN,
        }
    }

    /// Where headings begin.
    #[must_use]
    pub fn heading(&self) -> u16 {
        self.words(Column::First)
    }

    /// Where anything begins that is not the margin's.
    #[must_use]
    pub fn words_from(&self) -> u16 {
        self.body.x + MARGIN
    }
}

/// A column of the screen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Column {
    /// The left one.
    First,
    /// The right one.
    Second,
}

/// The cells of one of two columns on a screen of this width.
fn column(width: u16) -> u16 {
    width.saturating_sub(MARGIN + GUTTER + MAP) / 2
}

/// The room for words on a screen of this width.
fn measure(width: u16, choices: Choices) -> Measure {
    let column = column(width);
    let wanted = match choices.layout {
        Layout::Automatic | Layout::Differences => width >= TWO_COLUMNS_FROM,
        Layout::SideBySide => true,
        Layout::Stacked => false,
    };
    if wanted && column >= NARROWEST_COLUMN {
        let column = column.min(WIDEST_COLUMN);
        let heading = usize::from(column * 2 + GUTTER);
        return Measure { arrangement: Arrangement::SideBySide, columns: usize::from(column), heading };
    }
    let columns = usize::from(width.saturating_sub(MARGIN + LABELS + MAP).clamp(1, WIDEST_COLUMN));
    Measure { arrangement: Arrangement::Stacked(choices.first), columns, heading: columns }
}

/// The cells for words, labels and gutter, between the margins.
#[must_use]
pub fn room(measure: Measure) -> usize {
    match measure.arrangement {
        Arrangement::SideBySide => measure.heading,
        Arrangement::Stacked(_) => measure.heading + usize::from(LABELS),
    }
}
