//! Why two passages face each other, and how sure that is, in words.

use crate::compare::{Certainty, Reason, RowKind, Side};

use super::Reports;
use super::choices::Tab;

/// What is known of one entry of a tab, a line each.
#[must_use]
pub fn explain(reports: &Reports, tab: Tab, entry: usize) -> Vec<String> {
    match tab {
        Tab::Passages => row(reports, entry),
        Tab::Quotes => quotation(reports, entry),
        Tab::Figures => figure(reports, entry),
        Tab::Names => vec!["Names are put together when one is part or a variant of the other.".to_owned()],
    }
}

fn row(reports: &Reports, entry: usize) -> Vec<String> {
    let Some(row) = reports.comparison.rows.get(entry) else { return Vec::new() };
    let missing = |side: Side| {
        let (here, there) = (reports.source(side), reports.source(side.other()));
        vec![
            format!("Only {here} has this: no close match was found in the report of {there}."),
            "It may still be told there in quite other words.".to_owned(),
        ]
    };
    match row.kind() {
        RowKind::LeftOnly => missing(Side::Left),
        RowKind::RightOnly => missing(Side::Right),
        RowKind::Aligned => {
            let certainty = match row.certainty {
                Certainty::Firm => "Both tell the same thing",
                Certainty::Weak => "Both probably tell the same thing",
            };
            let mut lines = vec![format!("{certainty}: {}.", likeness(row.score))];
            lines.extend(reasons(&row.reasons));
            lines
        }
    }
}

fn quotation(reports: &Reports, entry: usize) -> Vec<String> {
    let Some(pair) = reports.comparison.quotations.get(entry) else { return Vec::new() };
    let both = pair.pair.side(Side::Left).is_some() && pair.pair.side(Side::Right).is_some();
    let mut lines = if both { vec![format!("Taken for one utterance: {}.", likeness(pair.score))] } else { vec![ONE_SIDED.to_owned()] };
    lines.extend(reasons(&pair.reasons));
    for side in Side::BOTH {
        let found = pair.pair.side(side).and_then(|number| reports.claims(side).quotations.get(number));
        if let Some(speaker) = found.and_then(|quotation| quotation.speaker.as_ref()) {
            let name = speaker.name.as_deref().unwrap_or("a speaker without a name");
            lines.push(format!("{} attributes it to {name} ({}).", reports.source(side), sureness(speaker.confidence)));
        }
    }
    lines
}

fn figure(reports: &Reports, entry: usize) -> Vec<String> {
    let Some(pair) = reports.comparison.figures.get(entry) else { return Vec::new() };
    let both = pair.pair.side(Side::Left).is_some() && pair.pair.side(Side::Right).is_some();
    let mut lines = if both { vec![format!("Taken to measure the same: {}.", likeness(pair.score))] } else { vec![ONE_SIDED.to_owned()] };
    lines.extend(pair.note.iter().map(|note| format!("Note: {note}.")));
    lines.extend(reasons(&pair.reasons));
    lines
}

/// What is said of a claim without a counterpart.
const ONE_SIDED: &str = "No close match was found on the other side; it may still be told there in quite other words.";

/// `quite sure (0.82 of 1)`.
#[must_use]
pub fn likeness(score: f32) -> String {
    format!("{} ({score:.2} of 1)", sureness(score))
}

/// A share of 1 in words.
fn sureness(score: f32) -> &'static str {
    match score {
        0.8.. => "quite sure",
        0.5.. => "fairly sure",
        _ => "not sure",
    }
}

fn reasons(reasons: &[Reason]) -> impl Iterator<Item = String> {
    reasons.iter().map(|reason| match reason {
        Reason::SharedWords(words) => format!("Both use: {}.", words.join(", ")),
        Reason::SharedQuotation(words) => format!("Both quote: “{words}”"),
        Reason::SharedFigure(figure) => format!("Both give: {figure}."),
        Reason::Leads => "Both open their reports.".to_owned(),
        Reason::SameText => "The words are the same from the first to the last.".to_owned(),
        Reason::SameSpeaker(speaker) => format!("Both name {speaker} as the speaker."),
        Reason::SameMeasure(measure) => format!("Both measure: {measure}."),
        Reason::AlignedSentences => "They stand in sentences that were put together.".to_owned(),
        Reason::Pinned => "You put them together.".to_owned(),
    })
}
