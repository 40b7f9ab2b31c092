//! Addresses in the text, to be opened by a letter: each one on the screen gets one.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use super::State;
use super::layout::column;
use crate::text::Span;
use crate::text::width::width;
use crate::tui::effect::Effect;
use crate::tui::intent::{Intent, Question, Topic};
use crate::tui::painted::Link;
use crate::tui::scene::Scene;
use crate::tui::status::Status;
use crate::tui::theme::{Role, Theme};
use crate::tui::widget::paint::Pen;

/// The letters, those under the fingers first.
const LETTERS: &str = "asdfghjklqwertyuiopzxcvbnm";

/// What addresses begin with.
const BEGINNINGS: [&str; 3] = ["https://", "http://", "www."];

/// The addresses of a text.
#[must_use]
pub(super) fn links(text: &str) -> Vec<Span> {
    let mut found: Vec<Span> =
        BEGINNINGS.iter().flat_map(|beginning| text.match_indices(beginning).map(|(at, _)| at)).map(|at| link(text, at)).collect();
    found.sort_unstable();
    // `www.` also stands behind `https://`.
    found.dedup_by(|later, earlier| earlier.covers(*later));
    found
}

/// The address that begins at a byte; the marks that close the sentence around it are not its own.
fn link(text: &str, start: usize) -> Span {
    let rest = crate::text::span::after(text, start);
    let end =
        rest.find(|c: char| c.is_whitespace() || matches!(c, '"' | '<' | '>' | '“' | '”' | '«' | '»' | '‘' | '’')).unwrap_or(rest.len());
    let word = crate::text::span::before(rest, end);
    let bare = word.trim_end_matches(['.', ',', ';', ':', '!', '?', '\'']);
    let is_closed = bare.matches('(').count() >= bare.matches(')').count();
    let bare = if is_closed { bare } else { bare.trim_end_matches(')') };
    Span::new(start, start + bare.len())
}

/// Gives each address on the screen a letter and asks for one; the only one is opened at once.
pub(super) fn follow(state: &mut State) -> Vec<Intent> {
    let Some(body) = state.body() else { return Vec::new() };
    let all = links(body.text());
    let shown: Vec<Span> = all.iter().copied().filter(|link| state.page.shows(link.start)).take(LETTERS.len()).collect();
    match shown.as_slice() {
        [] if all.is_empty() => vec![Intent::Say(Status::plain("No address stands in this text").hint("o opens the page in the browser"))],
        [] => vec![Intent::Say(Status::plain("No address is on the screen").hint("o opens the page in the browser"))],
        [only] => open(only.of(body.text())),
        _ => {
            state.links = LETTERS.chars().zip(shown).collect();
            let letters: String = state.links.iter().map(|(letter, _)| *letter).collect();
            vec![Intent::Ask(Question { topic: Topic::FollowLink, text: letters })]
        }
    }
}

/// Opens the address of a letter; any other one gives up.
pub(super) fn followed(state: &mut State, letter: Option<&str>) -> Vec<Intent> {
    let links = std::mem::take(&mut state.links);
    let wanted = letter.and_then(|letter| letter.chars().next());
    let link = links.into_iter().find(|(letter, _)| Some(*letter) == wanted).map(|(_, link)| link);
    match (link, state.body()) {
        (Some(link), Some(body)) => open(link.of(body.text())),
        _ => Vec::new(),
    }
}

fn open(link: &str) -> Vec<Intent> {
    vec![Intent::Run(Effect::Browse(address(link)))]
}

/// Where an address leads to: one without a scheme is a page's.
fn address(link: &str) -> String {
    if link.starts_with("http") { link.to_owned() } else { format!("https://{link}") }
}

/// The cells of the addresses that are on the screen, a stretch for each line.
#[must_use]
pub fn shown(state: &State, scene: &Scene<'_>) -> Vec<Link> {
    let column = column(scene.area, scene.measure);
    let Some(body) = state.body() else { return Vec::new() };
    let text = body.text();
    let lines = (state.page.top..).zip(column.y..column.bottom()).filter_map(|(line, y)| Some((state.page.prose.body_at(line)?, y)));
    let mut found: Vec<Link> = Vec::new();
    for (line, y) in lines {
        for part in links(line.of(text)).into_iter().map(|part| part.shifted(line.start)) {
            let before = Span::new(line.start, part.start);
            let start = Position::new(column.x + width(before.of(text)) as u16, y);
            found.push(Link { start, cells: width(part.of(text)) as u16, address: address(link(text, part.start).of(text)) });
        }
    }
    found
}

/// Draws the letters over the beginnings of their addresses.
pub(super) fn draw(state: &State, scene: &Scene<'_>, theme: &Theme, buffer: &mut Buffer) {
    let column = column(scene.area, scene.measure);
    let Some(body) = state.body() else { return };
    for (letter, link) in &state.links {
        let line = state.page.prose.line_of(link.start);
        let Some((row, words)) = line.checked_sub(state.page.top).zip(state.page.prose.body_at(line)) else { continue };
        let before = width(Span::new(words.start, link.start.max(words.start)).of(body.text())) as u16;
        let place = Rect { x: column.x + before, width: column.width.saturating_sub(before), ..column };
        Pen::new(buffer, theme, place, row as u16).text(&letter.to_string(), Role::SearchHitCurrent);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_end_before_what_closes_the_sentence() {
        let text = "See https://www.port.example/a_(b), (http://x.example/y). Or www.quay.example!";
        let found: Vec<&str> = links(text).into_iter().map(|link| link.of(text)).collect();
        assert_eq!(found, ["https://www.port.example/a_(b)", "http://x.example/y", "www.quay.example"]);
    }
}
