//! From a key to what it does: overlay, screen or app.

use super::App;
use crate::library::Remembered;
use crate::tui::action::Action;
use crate::tui::effect::{Effect, Locate};
use crate::tui::intent::{Entry, Intent, Opening, Question, Reply, Sheet, Topic};
use crate::tui::keymap::{Context, Key, Press, notation};
use crate::tui::outline::{outline, written_as};
use crate::tui::overlay::{Outcome, Overlay, help, palette, prompt, sheet, themes};
use crate::tui::screen::Screen;
use crate::tui::status::{Status, Tone};

impl App {
    /// Takes a key press.
    pub(super) fn key(&mut self, key: Key) -> Vec<Effect> {
        self.messages.key_pressed();
        if let Some(overlay) = self.overlays.last_mut().filter(|overlay| overlay.takes_text()) {
            let outcome = overlay.key(key);
            return self.overlay_outcome(outcome);
        }
        let contexts = self.contexts();
        match self.keyboard.press(contexts, key) {
            Press::Action(action, count) => self.act(action, count),
            Press::Pending | Press::Cleared => Vec::new(),
            Press::Unbound(keys) => {
                let text = format!("{} is no key here", notation::label(&keys));
                self.messages.say(Status::plain(text).hint("? shows those that are"));
                Vec::new()
            }
        }
    }

    /// Takes pasted text: into the line being typed, or not at all.
    pub(super) fn pasted(&mut self, text: &str) -> Vec<Effect> {
        match self.overlays.last_mut() {
            Some(overlay) => {
                let outcome = overlay.pasted(text);
                self.overlay_outcome(outcome)
            }
            None => Vec::new(),
        }
    }

    /// The contexts whose keys work now.
    pub(in crate::tui) fn contexts(&self) -> &'static [Context] {
        match (self.overlays.last(), self.screens.last()) {
            (Some(_), _) => &[Context::Overlay, Context::Global],
            (None, Some(screen)) => screen.contexts(),
            (None, None) => &[Context::Global],
        }
    }

    /// Carries out an action: the app's own, the overlay's or the screen's.
    pub(super) fn act(&mut self, action: Action, count: Option<usize>) -> Vec<Effect> {
        match action {
            Action::Quit => return self.quit(),
            Action::Suspend => return vec![Effect::Suspend],
            Action::Redraw => return vec![Effect::Redraw],
            Action::ToggleMouse => return self.toggle_mouse(),
            _ => {}
        }
        // What lies on top goes first: a message at the foot waits until the box over the screen is closed.
        let is_bare = self.overlays.is_empty();
        if action == Action::Cancel && is_bare && (self.messages.dismiss() || std::mem::take(&mut self.welcomes)) {
            return Vec::new();
        }
        let (_, overlays, scene) = self.stage(count);
        if let Some(overlay) = overlays.last_mut() {
            let outcome = overlay.update(action, &scene);
            return self.overlay_outcome(outcome);
        }
        self.act_on_screen(action, count)
    }

    fn act_on_screen(&mut self, action: Action, count: Option<usize>) -> Vec<Effect> {
        match action {
            Action::Help => self.overlays.push(Overlay::Help(help::State::new(&self.keyboard.keymap, self.contexts()))),
            Action::Palette => self.overlays.push(Overlay::Palette(palette::State::new(&self.keyboard.keymap, self.contexts()))),
            Action::Messages => self.show_messages(),
            Action::Themes => self.offer_themes(),
            Action::Zen => {
                self.zen = !self.zen;
                if self.zen {
                    let keys = self.keyboard.keymap.keys_of(self.contexts(), Action::Zen).first().map(|keys| notation::label(keys));
                    let back = keys.map_or_else(String::new, |keys| format!("{keys} brings the status line back"));
                    self.messages.say(Status::plain("Only the text").hint(back));
                }
            }
            Action::CycleTheme => {
                self.themes.cycle();
                let name = self.themes.current().name().to_owned();
                return self.theme_chosen(name);
            }
            Action::OpenAddress => return self.locate(Locate::Address),
            Action::EditFile => return self.locate(Locate::File),
            Action::Reload => {
                self.messages.say(Status::plain("The library is listed anew"));
                return vec![Effect::List];
            }
            Action::Write | Action::Pipe => self.ask_where(action),
            Action::Search => self.ask_search(),
            Action::Versions => return self.find_versions(),
            Action::Undo => return self.undo(),
            Action::Redo => return self.redo(),
            Action::Close if self.screens.len() == 1 => return self.quit(),
            Action::Close => return self.pop(),
            Action::Bookmarks if !matches!(self.screens.last(), Some(Screen::Bookmarks(_))) => return self.open(Opening::Bookmarks),
            _ => {
                let (screens, _, scene) = self.stage(count);
                let intents = screens.last_mut().map(|screen| screen.update(action, &scene)).unwrap_or_default();
                return self.carry_out_all(intents);
            }
        }
        Vec::new()
    }

    /// Finds out where the article lies that the keys act on.
    fn locate(&self, what: Locate) -> Vec<Effect> {
        let article = self.screens.last().and_then(|screen| screen.subject(&self.catalogue));
        article.map(|article| Effect::Locate { what, article }).into_iter().collect()
    }

    pub(super) fn overlay_outcome(&mut self, outcome: Outcome) -> Vec<Effect> {
        match outcome {
            Outcome::Stay => Vec::new(),
            Outcome::Close => {
                self.overlays.pop();
                Vec::new()
            }
            Outcome::Run(action) => {
                self.overlays.pop();
                self.act(action, None)
            }
            Outcome::Reply(topic, reply) => {
                if !matches!(reply, Reply::Typing(_)) {
                    self.overlays.pop();
                }
                let mut effects = match topic {
                    Topic::Note => self.note_answered(&reply),
                    Topic::Tags => self.tags_answered(&reply),
                    Topic::Search => self.search(&reply),
                    Topic::Write | Topic::Pipe => self.given_away(topic, &reply),
                    _ => Vec::new(),
                };
                let (screens, _, scene) = self.stage(None);
                let intents = screens.last_mut().map(|screen| screen.answered(topic, reply, &scene)).unwrap_or_default();
                effects.extend(self.carry_out_all(intents));
                effects
            }
            Outcome::Compare(left, right) => {
                self.overlays.pop();
                self.carry_out(Intent::compare(&left, &right))
            }
            Outcome::ThemeTried(name) => {
                self.themes.choose(&name);
                Vec::new()
            }
            Outcome::ThemeChosen(name) => {
                self.overlays.pop();
                self.theme_chosen(name)
            }
            Outcome::ThemeLeft(name) => {
                self.overlays.pop();
                self.themes.choose(&name);
                Vec::new()
            }
        }
    }

    /// Asks where what the screen shows is to go.
    fn ask_where(&mut self, action: Action) {
        let Some(outline) = self.screens.last().and_then(|screen| outline(screen, &self.catalogue)) else {
            return self.messages.say(Status::plain("There is nothing here to write"));
        };
        let question = match action {
            Action::Write => Question { topic: Topic::Write, text: outline.name },
            _ => Question { topic: Topic::Pipe, text: String::new() },
        };
        self.overlays.push(Overlay::Prompt(prompt::State::new(&question)));
    }

    /// Gives what the screen shows to a file or to a command.
    fn given_away(&self, topic: Topic, reply: &Reply) -> Vec<Effect> {
        let Reply::Done(place) = reply else { return Vec::new() };
        let Some(outline) = self.screens.last().and_then(|screen| outline(screen, &self.catalogue)) else { return Vec::new() };
        let (place, mut text) = (place.trim().to_owned(), outline.text);
        if topic == Topic::Write
            && let Some(written) = self.screens.last().and_then(|screen| written_as(screen, &self.catalogue, &place))
        {
            text = written;
        }
        match topic {
            _ if place.is_empty() => Vec::new(),
            Topic::Write => vec![Effect::Write { file: place, text }],
            _ => vec![Effect::Pipe { command: place, text }],
        }
    }

    /// Lays the themes over the screen; where there must be no colours, there is nothing to choose.
    fn offer_themes(&mut self) {
        let names = self.themes.names();
        if names.len() < 2 {
            let status = Status::plain("No other theme: NO_COLOR is set");
            return self.messages.say(status);
        }
        self.overlays.push(Overlay::Themes(themes::State::new(&names, self.themes.current().name())));
    }

    /// The theme in use is the reader's choice from now on.
    fn theme_chosen(&mut self, name: String) -> Vec<Effect> {
        self.messages.say(Status::plain(format!("Theme: {name}")));
        let is_choice = self.themes.names().len() > 1;
        is_choice.then_some(Effect::Remember(Remembered::Theme, Some(name))).into_iter().collect()
    }

    /// Lays all messages of the session over the screen, the last one first.
    fn show_messages(&mut self) {
        let said = self.messages.all().iter().rev().map(|status| {
            let label = if status.tone == Tone::Error { "error" } else { "" };
            let hint = status.hint.as_ref().map(|hint| format!(" · {hint}")).unwrap_or_default();
            Entry::Field(label.to_owned(), format!("{}{hint}", status.text))
        });
        let mut entries: Vec<Entry> = said.collect();
        if entries.is_empty() {
            entries.push(Entry::Text("Nothing was said yet.".to_owned()));
        }
        self.overlays.push(Overlay::Sheet(sheet::State::new(Sheet::new("Messages", entries))));
    }
}
