//! Bookmarks: what is kept is kept once, whichever screen asks for it.

use super::App;
use crate::library::{Bookmark, BookmarkId, Kept};
use crate::tui::bookmarks::tags_of;
use crate::tui::catalogue::Change;
use crate::tui::effect::Effect;
use crate::tui::intent::{Question, Reply, Topic};
use crate::tui::overlay::{Overlay, prompt};
use crate::tui::status::Status;

impl App {
    /// Keeps a passage or a pair. One that is kept already stays as it is: a second press of the same key takes nothing away.
    pub(super) fn keep(&mut self, kept: Kept) -> Vec<Effect> {
        if self.catalogue.bookmark_of(&kept).is_some() {
            self.say_known();
            return Vec::new();
        }
        vec![Effect::AddBookmark { kept, note: String::new() }]
    }

    /// Asks for a note on a passage or a pair; the note it has already is there to be edited.
    ///
    /// A note of several lines is edited in the editor.
    pub(super) fn annotate(&mut self, kept: Kept) -> Vec<Effect> {
        let known = self.catalogue.bookmark_of(&kept);
        if let Some(bookmark) = known.filter(|bookmark| bookmark.note.contains('\n')) {
            return vec![Effect::EditNote { bookmark: bookmark.id, note: bookmark.note.clone() }];
        }
        let text = known.map_or_else(String::new, |bookmark| bookmark.note.clone());
        self.noted = Some(kept);
        self.overlays.push(Overlay::Prompt(prompt::State::new(&Question { topic: Topic::Note, text })));
        Vec::new()
    }

    /// Takes a note that was written in the editor; the bookmark may be gone by then.
    pub(super) fn note_written(&mut self, id: BookmarkId, note: String) -> Vec<Effect> {
        let Some(before) = self.catalogue.bookmarks.iter().find(|bookmark| bookmark.id == id).cloned() else { return Vec::new() };
        self.edit_note(before, note)
    }

    /// Takes the note that [`App::annotate`] asked for.
    pub(super) fn note_answered(&mut self, reply: &Reply) -> Vec<Effect> {
        match (reply, self.noted.take()) {
            (Reply::Typing(_), noted) => self.noted = noted,
            (Reply::Done(note), Some(kept)) => {
                let Some(before) = self.catalogue.bookmark_of(&kept).cloned() else {
                    return vec![Effect::AddBookmark { kept, note: note.clone() }];
                };
                return self.edit_note(before, note.clone());
            }
            (Reply::Done(_) | Reply::Cancelled, _) => {}
        }
        Vec::new()
    }

    /// Asks for the tags of a bookmark; what is no bookmark yet has none.
    pub(super) fn tag(&mut self, kept: Kept) {
        let Some(bookmark) = self.catalogue.bookmark_of(&kept) else {
            let status = Status::plain("No bookmark here to tag").hint("b sets one");
            return self.messages.say(status);
        };
        let text = bookmark.tags.join(" ");
        self.tagged = Some(kept);
        self.overlays.push(Overlay::Prompt(prompt::State::new(&Question { topic: Topic::Tags, text })));
    }

    /// Takes the tags that [`App::tag`] asked for.
    pub(super) fn tags_answered(&mut self, reply: &Reply) -> Vec<Effect> {
        match (reply, self.tagged.take()) {
            (Reply::Typing(_), tagged) => self.tagged = tagged,
            (Reply::Done(text), Some(kept)) => {
                let Some(before) = self.catalogue.bookmark_of(&kept).cloned() else { return Vec::new() };
                let after = Bookmark { tags: tags_of(text), ..before.clone() };
                return if before == after { Vec::new() } else { self.change(Change::Edited { before, after }) };
            }
            (Reply::Done(_) | Reply::Cancelled, _) => {}
        }
        Vec::new()
    }

    /// A bookmark was made.
    pub(super) fn bookmark_made(&mut self, bookmark: Bookmark) {
        let change = Change::Kept(bookmark);
        self.make(&change, "u undoes · B lists all");
        self.history.made(change);
    }

    /// What was to be kept is kept already, by a bookmark that another window made, or the key before this one. A note typed for it is
    /// added to the one it has.
    pub(super) fn bookmark_known(&mut self, known: Bookmark, note: &str) -> Vec<Effect> {
        if self.catalogue.bookmarks.iter().all(|bookmark| bookmark.id != known.id) {
            self.catalogue.apply(&Change::Kept(known.clone()));
            self.refresh_bookmarks();
        }
        if note.is_empty() {
            self.say_known();
            return Vec::new();
        }
        let note = if known.note.is_empty() { note.to_owned() } else { format!("{}; {note}", known.note) };
        self.edit_note(known, note)
    }

    fn edit_note(&mut self, before: Bookmark, note: String) -> Vec<Effect> {
        if before.note == note {
            return Vec::new();
        }
        let after = Bookmark { note, ..before.clone() };
        self.change(Change::Edited { before, after })
    }

    fn say_known(&mut self) {
        self.messages.say(Status::plain("Bookmarked already").hint("a edits its note · B lists all"));
    }
}
