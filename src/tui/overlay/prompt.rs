//! A line of text being typed for a screen, shown in the status line.

use super::Outcome;
use crate::text::sanitize::clean_line;
use crate::tui::intent::{Question, Reply, Topic};
use crate::tui::keymap::{Code, Key};
use crate::tui::widget::input::Input;

/// The line and what it is for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct State {
    /// What it is for.
    pub topic: Topic,
    /// The line.
    pub input: Input,
    /// The letters there are to answer with.
    letters: String,
}

impl State {
    /// Asks a question.
    #[must_use]
    pub fn new(question: &Question) -> Self {
        let (letters, text) =
            if question.topic.is_letter() { (question.text.clone(), "") } else { (String::new(), question.text.as_str()) };
        Self { topic: question.topic, input: Input::new(text), letters }
    }

    /// What stands before the line.
    #[must_use]
    pub fn label(&self) -> String {
        match self.topic {
            Topic::Find | Topic::Filter | Topic::FilterBookmarks => "/".to_owned(),
            Topic::Search => "Search: ".to_owned(),
            Topic::Write => "Write to the file: ".to_owned(),
            Topic::Pipe => "Give the text to the command: ".to_owned(),
            Topic::FollowLink => format!("Open the address ({}): ", self.letters),
            Topic::Note => "Note: ".to_owned(),
            Topic::Tags => "Tags: ".to_owned(),
            Topic::SetMark => "Set a mark, named by a letter or digit: ".to_owned(),
            Topic::GoToMark => format!("Go to the mark ({}, ' goes back): ", self.letters),
        }
    }

    /// What can be typed, said while nothing is.
    #[must_use]
    pub fn hint(&self) -> &'static str {
        match self.topic {
            _ if !self.input.text().is_empty() => "",
            Topic::Filter => "letters of title or source · source: on: before: after: is: has:",
            Topic::Search => "words \"a phrase\" -not this OR that begin* source: author: after: before: is: has:",
            Topic::FilterBookmarks => "words of passage, title, note or tags",
            Topic::Find => "words of the text; a capital letter asks for just that",
            _ => "",
        }
    }

    pub(super) fn key(&mut self, key: Key) -> Outcome {
        let is_cancel = key == Key::plain(Code::Escape) || (key.ctrl && key.code == Code::Char('c'));
        // As in vim and less: erasing more than was typed gives up.
        let is_given_up = key.code == Code::Backspace && self.input.text().is_empty();
        if is_cancel || is_given_up {
            return Outcome::Reply(self.topic, Reply::Cancelled);
        }
        if self.topic.is_letter() {
            let letter = key.text().filter(|c| c.is_alphanumeric() || (*c == '\'' && self.topic == Topic::GoToMark));
            return letter.map_or(Outcome::Stay, |letter| Outcome::Reply(self.topic, Reply::Done(letter.to_string())));
        }
        if key.code == Code::Enter {
            return Outcome::Reply(self.topic, Reply::Done(self.input.text().to_owned()));
        }
        if self.input.edit(key) { self.typing() } else { Outcome::Stay }
    }

    pub(super) fn pasted(&mut self, text: &str) -> Outcome {
        if self.topic.is_letter() {
            return Outcome::Stay;
        }
        self.input.insert(&clean_line(text));
        self.typing()
    }

    fn typing(&self) -> Outcome {
        Outcome::Reply(self.topic, Reply::Typing(self.input.text().to_owned()))
    }
}
