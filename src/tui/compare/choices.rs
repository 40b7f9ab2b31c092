//! How the reader wants to see the comparison.

use crate::compare::Side;

use super::differences::Stepping;

/// A view of the comparison.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Tab {
    /// Both texts.
    #[default]
    Passages,
    /// Speaker by speaker.
    Quotes,
    /// Measure by measure.
    Figures,
    /// Who and what is named.
    Names,
}

impl Tab {
    /// All tabs, in the order of their keys.
    pub const ALL: [Self; 4] = [Self::Passages, Self::Quotes, Self::Figures, Self::Names];

    /// The name on the screen.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Passages => "Passages",
            Self::Quotes => "Quotes",
            Self::Figures => "Figures",
            Self::Names => "Names",
        }
    }

    /// The tab so many places on, round and round.
    #[must_use]
    pub fn moved(self, by: usize) -> Self {
        Self::ALL.into_iter().cycle().skip(self as usize + by).take(1).last().unwrap_or(self)
    }
}

/// How the two sides stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Layout {
    /// Side by side where there is room for it.
    #[default]
    Automatic,
    /// In two columns.
    SideBySide,
    /// One above the other.
    Stacked,
    /// As there is room for it, and everything without a difference folded.
    Differences,
}

/// What the reader chose.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Choices {
    /// The tab shown.
    pub tab: Tab,
    /// How the sides stand.
    pub layout: Layout,
    /// The side in the first column.
    pub first: Side,
    /// The side the keys act on.
    pub pane: Side,
    /// Whether the reasons are shown.
    pub why: bool,
    /// Whether both columns scroll together.
    pub locked: bool,
    /// Whether passages told in another order face each other.
    pub lined_up: bool,
    /// What `n` and `N` step through.
    pub stepping: Stepping,
}

impl Default for Choices {
    fn default() -> Self {
        Self {
            tab: Tab::default(),
            layout: Layout::default(),
            first: Side::Left,
            pane: Side::Left,
            why: false,
            locked: true,
            lined_up: true,
            stepping: Stepping::default(),
        }
    }
}
