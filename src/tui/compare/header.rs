//! The header: whose reports these are, the tabs, and what the comparison counts.

use crate::compare::Side;
use crate::text::Span;
use crate::text::width::{clip, width};
use crate::text::wrap::wrap;
use crate::tui::theme::Role;
use crate::tui::widget::prose::{date, date_and_time};

use super::Reports;
use super::choices::{Choices, Tab};
use super::geometry::room;
use super::table::{Arrangement, Measure};

/// Words of one line with their roles.
pub type Words = Vec<(Role, String)>;

/// Titles take at most so many lines each.
const TITLE_LINES: usize = 2;
/// A screen lower than this has a short header.
const SHORT_SCREEN: u16 = 18;
/// The cells left of the words, as in the table below.
const MARGIN: usize = 2;
/// Between a source and its day.
const SEPARATOR: &str = " · ";
/// So many cells of a source's name are kept beside the day.
const LEAST_SOURCE: usize = 8;
/// The blanks between what stands beside one another in the header.
const GAP: usize = 2;

/// The lines of the header, for a table of this measure on a screen of this height.
#[must_use]
pub fn lines(reports: &Reports, choices: Choices, measure: Measure, height: u16) -> Vec<Words> {
    let short = height < SHORT_SCREEN;
    let room = room(measure);
    let sides = [choices.first, choices.first.other()];
    let mut lines = match measure.arrangement {
        _ if short => vec![sources_on_one_line(reports, choices, room)],
        Arrangement::SideBySide => side_by_side(sides.map(|side| of_side(reports, side, measure.columns)), choices, measure),
        Arrangement::Stacked(_) => sides.iter().map(|&side| stacked(reports, choices, side, room)).collect(),
    };
    if !short {
        lines.push(Vec::new());
    }
    lines.extend(tabs_and_counts(reports, choices, room, short));
    lines.extend(cautions(reports).into_iter().map(|caution| vec![margin(false), (Role::Strong, clip(&caution, room).0.into_owned())]));
    if !short {
        lines.push(Vec::new());
    }
    lines
}

/// `Reuters │ Xinhua`.
fn sources_on_one_line(reports: &Reports, choices: Choices, room: usize) -> Words {
    let each = room.saturating_sub(3) / 2;
    let source = |side| (source_role(side), clip(reports.source(side), each).0.into_owned());
    vec![margin(false), source(choices.first), (Role::Border, " │ ".to_owned()), source(choices.first.other())]
}

/// Two columns as one; the mark of the pane stands two cells before the words of its source.
fn side_by_side([first, second]: [Vec<Words>; 2], choices: Choices, measure: Measure) -> Vec<Words> {
    let gutter = measure.heading - 2 * measure.columns;
    let height = first.len().max(second.len());
    let lines = (0..height).map(|number| {
        let mut line = vec![margin(number == 0 && choices.pane == choices.first)];
        let words = first.get(number).cloned().unwrap_or_default();
        let used = words_width(&words);
        line.extend(words);
        line.push((Role::Text, " ".repeat(measure.columns.saturating_sub(used) + gutter - MARGIN)));
        line.push(margin(number == 0 && choices.pane != choices.first));
        line.extend(second.get(number).cloned().unwrap_or_default());
        line
    });
    lines.collect()
}

/// The cells left of the words, with the mark of the pane.
fn margin(marked: bool) -> (Role, String) {
    (Role::CursorMark, if marked { "▌ " } else { "  " }.to_owned())
}

/// Source and date, then the title.
fn of_side(reports: &Reports, side: Side, columns: usize) -> Vec<Words> {
    let mut lines = vec![source_and_date(reports, side, columns)];
    lines.extend(title(reports, side, columns).into_iter().map(|line| vec![(Role::Title, line)]));
    lines
}

/// The letter of the side, source, day and as much of the title as fits.
fn stacked(reports: &Reports, choices: Choices, side: Side, room: usize) -> Words {
    let letter = letter(side, choices.first);
    let mut line = vec![margin(choices.pane == side), (source_role(side), format!("{letter} {}", reports.source(side)))];
    if let Some(published) = reports.article(side).published() {
        line.push((Role::Date, format!(" · {}", date(published.day()))));
    }
    line.push((Role::Text, " · ".to_owned()));
    line.push((Role::Title, reports.article(side).title().unwrap_or("Untitled").to_owned()));
    fitted(line, room + MARGIN)
}

/// The letter that stands for a side where they are stacked.
#[must_use]
pub fn letter(side: Side, first: Side) -> &'static str {
    if side == first { "L" } else { "R" }
}

/// The role of a side's source.
#[must_use]
pub fn source_role(side: Side) -> Role {
    match side {
        Side::Left => Role::SourceLeft,
        Side::Right => Role::SourceRight,
    }
}

fn source_and_date(reports: &Reports, side: Side, columns: usize) -> Words {
    let source = reports.source(side);
    let dates = reports.article(side).published().map_or_else(
        || vec!["undated".to_owned()],
        |published| vec![date_and_time(published), date(published.day()), published.day().strftime("%-d %b %Y").to_string()],
    );
    // A long name is cut before the day is left out: which report is the older one decides how the rest is read.
    let fits = |date: &&String| width(source) + width(SEPARATOR) + width(date) <= columns;
    let date = dates.iter().find(fits).or(dates.last()).filter(|date| width(date) + width(SEPARATOR) + LEAST_SOURCE <= columns);
    let taken = date.map_or(0, |date| width(date) + width(SEPARATOR));
    let mut line = vec![(source_role(side), clip(source, columns - taken).0.into_owned())];
    line.extend(date.map(|date| (Role::Date, format!("{SEPARATOR}{date}"))));
    line
}

/// The title on two lines at most.
fn title(reports: &Reports, side: Side, columns: usize) -> Vec<String> {
    let title = reports.article(side).title().unwrap_or("Untitled");
    let mut lines = wrap(title, Span::whole(title), columns);
    if let Some(last) = lines.get_mut(TITLE_LINES - 1) {
        last.end = title.len();
    }
    lines.iter().take(TITLE_LINES).map(|line| clip(line.of(title), columns).0.into_owned()).collect()
}

/// The tabs, and the counts beside or below them.
fn tabs_and_counts(reports: &Reports, choices: Choices, room: usize, short: bool) -> Vec<Words> {
    let mut tabs = vec![margin(false)];
    for (number, tab) in Tab::ALL.into_iter().enumerate() {
        let role = if tab == choices.tab { Role::TabActive } else { Role::Tab };
        let name = if room < 44 && tab != choices.tab { format!(" {} ", number + 1) } else { format!(" {} {} ", number + 1, tab.name()) };
        tabs.push((role, name));
        tabs.push((Role::Text, " ".to_owned()));
    }
    let used = words_width(&tabs);
    let [long, brief, briefest] = counts(reports, choices);
    let taken = words_width(&long);
    if used + GAP + taken <= room + MARGIN {
        tabs.push((Role::Text, " ".repeat(room + MARGIN - used - taken)));
        tabs.extend(long);
        return vec![tabs];
    }
    let fitting = [long, brief].into_iter().find(|words| words_width(words) <= room).unwrap_or(briefest);
    let mut counts = vec![margin(false)];
    counts.extend(fitting);
    if short { vec![tabs] } else { vec![tabs, fitted(counts, room + MARGIN)] }
}

fn words_width(words: &[(Role, String)]) -> usize {
    words.iter().map(|(_, words)| width(words)).sum()
}

/// Words cut to the room.
fn fitted(words: Words, room: usize) -> Words {
    let mut left = room;
    let mut line = Words::new();
    for (role, words) in words {
        let (clipped, used) = clip(&words, left);
        line.push((role, clipped.into_owned()));
        if used < width(&words) {
            break;
        }
        left -= used;
    }
    line
}

/// `aligned 12 · only left 31 · only right 9 · quotes differing 2 · figures conflicting 1`, the same in fewer letters, and with the signs of
/// the rows in place of words, what differs first. Negations are rare, and counted where there are any.
fn counts(reports: &Reports, choices: Choices) -> [Words; 3] {
    let counts = reports.counts;
    let rows = [
        (["aligned", "aligned", "≈"], counts.aligned, Role::Text),
        (["only left", "left", "‹"], counts.one_sided[choices.first as usize], Role::Text),
        (["only right", "right", "›"], counts.one_sided[choices.first.other() as usize], Role::Text),
    ];
    let differing = [
        (["quotes differing", "quotes ≠", "quotes ≠"], counts.quotations, Role::VerdictDiffers),
        (["figures conflicting", "figures ≠", "figures ≠"], counts.figures, Role::VerdictDiffers),
        (["negations", "not ≠", "not ≠"], counts.negations, Role::VerdictDiffers),
    ];
    let differing = differing.get(..if counts.negations > 0 { 3 } else { 2 }).unwrap_or_default();
    let line = |brevity: usize, parts: [&[([&str; 3], usize, Role)]; 2]| {
        let mut words = Words::new();
        for (names, number, role) in parts.into_iter().flatten() {
            let between = if words.is_empty() { "" } else { " · " };
            words.push((Role::Dim, format!("{between}{} ", names.get(brevity).unwrap_or(&""))));
            words.push((if *number > 0 { *role } else { Role::Dim }, number.to_string()));
        }
        words
    };
    [line(0, [&rows, differing]), line(1, [&rows, differing]), line(2, [differing, &rows])]
}

/// What a reader must know before believing the rest.
fn cautions(reports: &Reports) -> Vec<String> {
    let mut cautions = Vec::new();
    let same = reports.comparison.same_event;
    if !same.likely {
        cautions.push(format!("These two probably do not report the same event (likeness {:.2} of 1).", same.score));
    }
    if reports.counts.aligned == 0 {
        cautions.push("No passage was found that both of them tell.".to_owned());
    }
    if let Some(reason) = &reports.comparison.degraded {
        cautions.push(format!("Compared by a simpler method: {reason}."));
    }
    cautions
}
