//! What an action does on the bookmarks screen.

use super::State;
use super::state::{Order, list_area};
use crate::export::citation::{self, Cited};
use crate::library::{Bookmark, Kept, Passage};
use crate::tui::action::Action;
use crate::tui::catalogue::Change;
use crate::tui::effect::{ArticleRef, Effect};
use crate::tui::intent::{Intent, Opening, Question, Reply, Topic};
use crate::tui::scene::Scene;

/// Carries out an action; `Cancel` gives [`Intent::Back`] when there is nothing to clear.
pub fn update(state: &mut State, action: Action, scene: &Scene<'_>) -> Vec<Intent> {
    if move_cursor(state, action, scene) {
        return Vec::new();
    }
    match action {
        Action::Cancel if !state.filter.is_empty() => {
            state.filter.clear();
            state.list(scene.catalogue);
            return Vec::new();
        }
        Action::Cancel | Action::Back => return vec![Intent::Back],
        Action::Verify => {
            state.check();
            return vec![Intent::FindOrphans];
        }
        Action::SortByDate => return arrange(state, Order::Newest, scene),
        Action::SortBySource => return arrange(state, Order::Source, scene),
        Action::SortByTitle => return arrange(state, Order::Title, scene),
        Action::Find => return vec![Intent::Ask(Question { topic: Topic::FilterBookmarks, text: state.filter.clone() })],
        _ => {}
    }
    state.current(scene.catalogue).map(|bookmark| on_bookmark(bookmark, action)).unwrap_or_default()
}

/// Takes the filter as it is typed, or a bookmark's new note or tags.
pub fn answered(state: &mut State, topic: Topic, reply: Reply, scene: &Scene<'_>) -> Vec<Intent> {
    match (topic, reply) {
        (Topic::FilterBookmarks, Reply::Cancelled) => state.filter.clear(),
        (Topic::FilterBookmarks, Reply::Typing(text) | Reply::Done(text)) => state.filter = text,
        (Topic::Note, Reply::Done(note)) => return edit(state, scene, |bookmark| bookmark.note = note),
        (Topic::Tags, Reply::Done(text)) => {
            return edit(state, scene, |bookmark| bookmark.tags = tags_of(&text));
        }
        _ => {}
    }
    state.list(scene.catalogue);
    Vec::new()
}

/// Lists the bookmarks in another order, from the top.
fn arrange(state: &mut State, order: Order, scene: &Scene<'_>) -> Vec<Intent> {
    state.order = order;
    state.cursor = 0;
    state.list(scene.catalogue);
    Vec::new()
}

/// The tags in a line that was typed.
#[must_use]
pub fn tags_of(text: &str) -> Vec<String> {
    text.split([' ', ',', '#']).filter(|tag| !tag.is_empty()).map(str::to_owned).collect()
}

fn move_cursor(state: &mut State, action: Action, scene: &Scene<'_>) -> bool {
    let last = state.entries.len().saturating_sub(1);
    let mean = state.entries.iter().map(|(_, lines)| lines.len()).sum::<usize>() / state.entries.len().max(1);
    let page = (usize::from(list_area(scene.area).height) / mean.max(1)).max(1) * scene.times();
    let target = match action {
        Action::MoveDown => state.cursor + scene.times(),
        Action::MoveUp => state.cursor.saturating_sub(scene.times()),
        Action::PageDown => state.cursor + page,
        Action::PageUp => state.cursor.saturating_sub(page),
        Action::HalfPageDown => state.cursor + page.div_ceil(2),
        Action::HalfPageUp => state.cursor.saturating_sub(page.div_ceil(2)),
        Action::GoTop => scene.count.map_or(0, |number| number.saturating_sub(1)),
        Action::GoBottom => scene.count.map_or(last, |number| number.saturating_sub(1)),
        _ => return false,
    };
    state.cursor = target.min(last);
    true
}

fn on_bookmark(bookmark: &Bookmark, action: Action) -> Vec<Intent> {
    match action {
        Action::Open | Action::Compare => vec![Intent::Open(opening(&bookmark.kept))],
        Action::NoteInEditor => vec![in_editor(bookmark)],
        // A line of its own is too little for a note of several.
        Action::Annotate if bookmark.note.contains('\n') => vec![in_editor(bookmark)],
        Action::Annotate => vec![Intent::Ask(Question { topic: Topic::Note, text: bookmark.note.clone() })],
        Action::Tag => vec![Intent::Ask(Question { topic: Topic::Tags, text: bookmark.tags.join(" ") })],
        Action::Delete => vec![Intent::Change(Change::Removed(bookmark.clone()))],
        Action::CopyCitation => vec![Intent::Run(Effect::Cite(bookmark.kept.passages().into_iter().map(Cited::from).collect()))],
        Action::CopyMarkdown => copy(bookmark, |passage| citation::markdown(&passage.words(), &passage.citation)),
        Action::CopyText => copy(bookmark, |passage| passage.words().into_owned()),
        Action::CopyAddress => copy(bookmark, |passage| citation::address(&passage.citation).to_owned()),
        Action::CopyTitle => copy(bookmark, |passage| passage.citation.title.clone().unwrap_or_default()),
        _ => Vec::new(),
    }
}

fn in_editor(bookmark: &Bookmark) -> Intent {
    Intent::Run(Effect::EditNote { bookmark: bookmark.id, note: bookmark.note.clone() })
}

/// Where a bookmark leads: into the reader, or into the comparison it was made in.
fn opening(kept: &Kept) -> Opening {
    let article = |passage: &Passage| ArticleRef::Kept(passage.article.clone());
    match kept {
        Kept::One(passage) => Opening::Reader { article: article(passage), loaded: None, at: Some(passage.anchor.clone()) },
        Kept::Two(pair) => Opening::Compare {
            left: article(&pair.0),
            right: article(&pair.1),
            at: Some(Box::new((pair.0.anchor.clone(), pair.1.anchor.clone()))),
        },
    }
}

fn copy(bookmark: &Bookmark, show: impl Fn(&Passage) -> String) -> Vec<Intent> {
    let texts: Vec<String> = bookmark.kept.passages().into_iter().map(show).collect();
    vec![Intent::Run(Effect::Copy(texts.join("\n\n")))]
}

fn edit(state: &State, scene: &Scene<'_>, set: impl FnOnce(&mut Bookmark)) -> Vec<Intent> {
    let Some(before) = state.current(scene.catalogue).cloned() else { return Vec::new() };
    let mut after = before.clone();
    set(&mut after);
    if after == before { Vec::new() } else { vec![Intent::Change(Change::Edited { before, after })] }
}
