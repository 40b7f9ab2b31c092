//! Where an action moves the cursor to.

use super::State;
use super::layout::column;
use super::passage::Unit;
use crate::article::Body;
use crate::text::span::Span;
use crate::tui::action::Action;
use crate::tui::scene::Scene;

/// Moves cursor or page; `false` when the action is no movement.
pub(super) fn carry_out(state: &mut State, action: Action, scene: &Scene<'_>) -> bool {
    if state.body().is_none() {
        return false;
    }
    let page = usize::from(column(scene.area, scene.measure).height);
    let lines = match action {
        Action::HalfPageDown => (page / 2).cast_signed(),
        Action::HalfPageUp => -(page / 2).cast_signed(),
        Action::PageDown => page.saturating_sub(2).cast_signed(),
        Action::PageUp => -page.saturating_sub(2).cast_signed(),
        // What was dropped has no sentence to put the cursor on: the page itself moves.
        Action::MoveDown if state.page.as_saved => 1,
        Action::MoveUp if state.page.as_saved => -1,
        Action::PlaceTop | Action::PlaceMiddle | Action::PlaceBottom => {
            place_line(state, action, scene);
            return true;
        }
        _ => return move_cursor(state, action, scene),
    };
    scroll(state, lines * scene.times().cast_signed(), scene);
    true
}

fn move_cursor(state: &mut State, action: Action, scene: &Scene<'_>) -> bool {
    if matches!(action, Action::GoTop | Action::GoBottom) {
        jump(state, end(state, action, scene), scene);
        // What was dropped from the page stands above the first sentence, and below the last one.
        if scene.count.is_none() && (state.page.as_saved || action == Action::GoBottom) {
            state.page.top = if action == Action::GoTop { 0 } else { state.page.last_top() };
        }
        return true;
    }
    let mut target = state.cursor;
    for _ in 0..scene.times() {
        match step(state, action, target) {
            None => return false,
            Some(next) if next == target => break,
            Some(next) => target = next,
        }
    }
    state.go_to(target, scene);
    true
}

/// Goes far: the place before is kept to go back to.
pub(super) fn jump(state: &mut State, target: usize, scene: &Scene<'_>) {
    state.jumps.push(state.cursor);
    state.go_to(target, scene);
}

/// The first or last stop of the text, or the start of the paragraph whose number was typed.
fn end(state: &State, action: Action, scene: &Scene<'_>) -> usize {
    let Some(body) = state.body() else { return 0 };
    let paragraphs = body.paragraphs();
    match (scene.count, action) {
        (Some(number), _) => paragraphs.get(number.saturating_sub(1)).or(paragraphs.last()).map_or(0, |paragraph| paragraph.span.start),
        (None, Action::GoTop) => 0,
        (None, _) => body.sentences().last().map_or(0, |sentence| sentence.span.start),
    }
}

/// One step from an offset; the offset itself where there is no further one, `None` when the action is no step.
fn step(state: &State, action: Action, from: usize) -> Option<usize> {
    let Some(body) = state.body() else { return Some(from) };
    let unit = state.selection.map_or(Unit::Word, |selection| selection.unit);
    let by_word = if unit == Unit::Sentence { unit } else { Unit::Word };
    let paragraph = body.paragraph_at(from).unwrap_or(0);
    let start_of = |number: usize| body.paragraphs().get(number).map(|paragraph| paragraph.span.start);
    let next = match action {
        Action::MoveDown => Unit::Sentence.next(body, from),
        Action::MoveUp => Unit::Sentence.previous(body, from),
        Action::NextParagraph => start_of(paragraph + 1),
        Action::PreviousParagraph => start_of(paragraph).filter(|&start| start < from).or_else(|| start_of(paragraph.checked_sub(1)?)),
        Action::NextCharacter => unit.next(body, from),
        Action::PreviousCharacter => unit.previous(body, from),
        Action::NextWord => by_word.next(body, from),
        Action::PreviousWord => by_word.previous(body, from),
        Action::WordEnd => word_end(body, from),
        Action::SentenceStart => Some(Unit::Sentence.at(body, from).start),
        Action::SentenceEnd => Some(unit.at(body, Unit::Sentence.at(body, from).end).start),
        _ => return None,
    };
    Some(next.unwrap_or(from))
}

/// The last character of the word, or of the next one where that is reached.
fn word_end(body: &Body, from: usize) -> Option<usize> {
    let last = |word: Span| Unit::Character.at(body, word.end.saturating_sub(1)).start;
    let here = last(Unit::Word.at(body, from));
    if here > from { Some(here) } else { Some(last(Unit::Word.at(body, Unit::Word.next(body, from)?))) }
}

/// Moves the page by so many lines, and the cursor with it; at the end of the text the cursor goes on alone.
pub(super) fn scroll(state: &mut State, lines: isize, scene: &Scene<'_>) {
    let before = state.page.top;
    state.page.top = before.saturating_add_signed(lines).min(state.page.last_top());
    let moved = state.page.top.cast_signed() - before.cast_signed();
    let height = usize::from(column(scene.area, scene.measure).height);
    let line = state.page.prose.line_of(state.cursor).saturating_add_signed(if moved == 0 { lines } else { moved });
    let line = line.clamp(state.page.top, (state.page.top + height).saturating_sub(1));
    state.cursor = first_sentence_from(state, state.page.prose.offset_from(line), state.page.top + height);
}

/// The first sentence that starts at an offset or behind it, above the line `below`; the offset itself where there is none.
fn first_sentence_from(state: &State, offset: usize, below: usize) -> usize {
    let starts = state.body().map(Body::sentences).unwrap_or_default().iter().map(|sentence| sentence.span.start);
    let next = starts.into_iter().find(|&start| start >= offset);
    next.filter(|&start| state.page.prose.line_of(start) < below).unwrap_or(offset)
}

fn place_line(state: &mut State, action: Action, scene: &Scene<'_>) {
    let height = usize::from(column(scene.area, scene.measure).height);
    let above = match action {
        Action::PlaceTop => 0,
        Action::PlaceMiddle => height / 2,
        _ => height.saturating_sub(1),
    };
    state.page.top = state.page.prose.line_of(state.cursor).saturating_sub(above).min(state.page.last_top());
}

/// Steps to the next or previous of some spans, round the end, and tells whether it went round; `None` where there are none.
pub(super) fn next_of(spans: &[Span], from: usize, forward: bool) -> Option<(usize, bool)> {
    let next = if forward { spans.iter().find(|span| span.start > from) } else { spans.iter().rfind(|span| span.start < from) };
    let first = if forward { spans.first() } else { spans.last() };
    next.or(first).map(|span| (span.start, next.is_none()))
}
