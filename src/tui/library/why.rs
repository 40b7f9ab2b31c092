//! Why reports stand under one event: what the report the keys are on has in common with each of the others.

use super::State;
use crate::article::{ArticleId, Published};
use crate::library::{ArticleLine, Decision, event_pair};
use crate::tui::catalogue::Catalogue;
use crate::tui::compare::why::likeness;
use crate::tui::effect::{Effect, Kinship};
use crate::tui::intent::{Entry, Intent, Sheet};
use crate::tui::status::Status;

use super::headline::headline;

/// Below this, two reports are in one event only by way of a third.
const ALIKE: f32 = 0.5;

/// Asks what the report has in common with the others of its event.
pub(super) fn ask(state: &State, catalogue: &Catalogue) -> Vec<Intent> {
    let Some(line) = state.current(catalogue) else { return Vec::new() };
    let others: Vec<ArticleId> = catalogue.other_reports(&line.id).map(|line| line.id.clone()).collect();
    if others.is_empty() {
        let status = Status::plain("No other report of this event").hint("Space selects, gm merges the selected ones");
        return vec![Intent::Say(status)];
    }
    vec![Intent::Run(Effect::Relate { article: line.id.clone(), others })]
}

/// The answer as a text to read.
#[must_use]
pub fn sheet(article: &ArticleId, kinships: &[Kinship], catalogue: &Catalogue) -> Sheet {
    let own = catalogue.article(article);
    let mut entries: Vec<Entry> = own.map(|line| Entry::Text(named(line))).into_iter().collect();
    for kinship in kinships {
        let other = catalogue.article(&kinship.with);
        entries.push(Entry::Gap);
        entries.extend(other.map(|line| Entry::Heading(named(line))));
        entries.push(Entry::Text(certainty(kinship.score)));
        if catalogue.decided.get(&event_pair(article, &kinship.with)) == Some(&Decision::Together) {
            entries.push(Entry::Text("You put them together.".to_owned()));
        }
        let lists = [("Both name", &kinship.names), ("Both give", &kinship.figures)];
        let told = lists.into_iter().filter(|(_, list)| !list.is_empty());
        entries.extend(told.map(|(label, list)| Entry::Text(format!("{label}: {}.", list.join(", ")))));
        let days = own.zip(other).and_then(|(own, other)| own.published.zip(other.published));
        entries.extend(days.map(|(own, other)| Entry::Text(format!("Published {}.", days_apart(own, other)))));
    }
    entries.extend([Entry::Gap, Entry::Text("gx splits a report out of its event, gm merges the selected ones; u undoes.".to_owned())]);
    Sheet::new("Why these are one event", entries)
}

fn named(line: &ArticleLine) -> String {
    let headline = headline(line);
    format!("{} · {}", headline.source, headline.title)
}

fn certainty(score: f32) -> String {
    if score < ALIKE {
        return format!("Little alike by themselves ({score:.2} of 1): another report of the event holds them together.");
    }
    format!("One event: {}.", likeness(score))
}

fn days_apart(own: Published, other: Published) -> String {
    let days = own.day().since(other.day()).map_or(0, |span| span.get_days().abs());
    match days {
        0 => "on the same day".to_owned(),
        1 => "a day apart".to_owned(),
        days => format!("{days} days apart"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_are_told_in_words() {
        let published = |day| Published::Day(jiff::civil::date(2024, 5, day));
        for (own, other, want) in [(14, 14, "on the same day"), (14, 15, "a day apart"), (16, 14, "2 days apart")] {
            assert_eq!(days_apart(published(own), published(other)), want);
        }
    }
}
