//! Searching the full text of the library: the question, and the answers as a view of the list.

use std::sync::Arc;

use super::App;
use crate::library::search::{Found, Search};
use crate::text::counted::counted;
use crate::tui::effect::{Effect, RequestId};
use crate::tui::find::Asked;
use crate::tui::intent::{Question, Reply, Topic};
use crate::tui::overlay::{Overlay, prompt};
use crate::tui::screen::Screen;
use crate::tui::status::Status;

impl App {
    /// Asks what to search for, the last search at hand to be changed, or the one to be mended.
    pub(super) fn ask_search(&mut self) {
        let misread = self.misread.take();
        let asked = self.screens.iter().find_map(|screen| match screen {
            Screen::Library(library) => library.asked().map(|asked| asked.text.clone()),
            _ => None,
        });
        if !matches!(self.screens.first(), Some(Screen::Library(_))) {
            return self.messages.say(Status::plain("The library is not open").hint("parallax without arguments opens it"));
        }
        let text = misread.or(asked).unwrap_or_default();
        self.overlays.push(Overlay::Prompt(prompt::State::new(&Question { topic: Topic::Search, text })));
    }

    /// Has the library searched; of a wrong search it is said what is wrong, and the next question begins with it.
    pub(super) fn search(&mut self, reply: &Reply) -> Vec<Effect> {
        let Reply::Done(text) = reply else { return Vec::new() };
        if text.trim().is_empty() {
            return Vec::new();
        }
        match Search::parse(text) {
            Ok(search) => {
                let request = self.request();
                self.searching = Some(request);
                vec![Effect::Search { request, asked: Arc::new(Asked { text: text.clone(), search }) }]
            }
            Err(problem) => {
                self.messages.say(Status::error(format!("Not searched: {problem}")).hint("g/ mends it"));
                self.misread = Some(text.clone());
                Vec::new()
            }
        }
    }

    /// Shows the answers in the list, whatever was on top of it.
    pub(super) fn found(&mut self, request: RequestId, asked: Arc<Asked>, found: &Found) -> Vec<Effect> {
        if self.searching != Some(request) {
            return Vec::new();
        }
        self.searching = None;
        let unsearched = match found.unsearched {
            0 => String::new(),
            count => format!("{} not searched yet: R, or parallax add", counted(count, "article")),
        };
        if found.articles.is_empty() {
            self.messages.say(Status::plain(format!("No article answers “{}”", asked.text)).hint(unsearched));
            return Vec::new();
        }
        let mut effects = Vec::new();
        while self.screens.len() > 1 {
            effects.extend(self.pop());
        }
        let count = if found.is_more { format!("more than {} articles", found.count) } else { counted(found.count, "article") };
        let hint = if unsearched.is_empty() { "Esc shows all articles again".to_owned() } else { unsearched };
        self.messages.say(Status::plain(format!("{count}, the best first")).hint(hint));
        if let Some(Screen::Library(library)) = self.screens.first_mut() {
            library.show_found(asked, &found.articles, &self.catalogue);
        }
        effects
    }
}
