//! Where the list and the preview stand.

use ratatui::layout::Rect;

use crate::tui::catalogue::Catalogue;
use crate::tui::scene::Scene;

/// From this many columns on, the selected article is shown beside the list.
const PREVIEW_FROM: u16 = 96;
/// The most columns that a list beside a preview takes.
const WIDEST_LIST: u16 = 84;
/// Cells between the list and the preview's text: a blank, the line, two blanks.
const GAP: u16 = 4;

/// The parts of the screen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Layout {
    /// The line above: which articles are shown, or how to add one's own.
    pub notice: Rect,
    /// The list.
    pub list: Rect,
    /// The article beside it, where there is room.
    pub preview: Option<Rect>,
}

/// The line above the list, where there is something to say.
pub(super) fn notice(catalogue: &Catalogue) -> Option<&'static str> {
    catalogue.sample.then_some("The sample library. To read your own reports: parallax add FOLDER")
}

/// Divides the screen.
pub(super) fn layout(scene: &Scene<'_>) -> Layout {
    let area = scene.area;
    let height = u16::from(notice(scene.catalogue).is_some()).min(area.height);
    let notice = Rect { height, ..area };
    let below = Rect { y: notice.bottom(), height: area.height - notice.height, ..area };
    if area.width < PREVIEW_FROM {
        return Layout { notice, list: below, preview: None };
    }
    let width = (area.width / 2).min(WIDEST_LIST);
    let preview = Rect { x: below.x + width + GAP, width: below.width - width - GAP - 1, ..below };
    Layout { notice, list: Rect { width, ..below }, preview: Some(preview) }
}
