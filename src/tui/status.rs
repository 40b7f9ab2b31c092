//! What the status line says.

/// A message for the reader.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Status {
    /// How it went.
    pub tone: Tone,
    /// What happened.
    pub text: String,
    /// What can be done about it, or next.
    pub hint: Option<String>,
}

/// How it went.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Tone {
    /// Nothing to worry about.
    Plain,
    /// What was asked for was done.
    Success,
    /// Something went wrong; shown until it is cleared.
    Error,
}

impl Status {
    /// Something worth knowing.
    #[must_use]
    pub fn plain(text: impl Into<String>) -> Self {
        Self { tone: Tone::Plain, text: text.into(), hint: None }
    }

    /// Something was done.
    #[must_use]
    pub fn success(text: impl Into<String>) -> Self {
        Self { tone: Tone::Success, text: text.into(), hint: None }
    }

    /// Something went wrong.
    #[must_use]
    pub fn error(text: impl Into<String>) -> Self {
        Self { tone: Tone::Error, text: text.into(), hint: None }
    }

    /// The same message with a hint.
    #[must_use]
    pub fn hint(self, hint: impl Into<String>) -> Self {
        Self { hint: Some(hint.into()), ..self }
    }
}

/// What was said, and what of it is shown.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Messages {
    all: Vec<Status>,
    shown: Option<Status>,
    /// A key was pressed while it was shown.
    is_seen: bool,
}

impl Messages {
    /// Says something. An error that is shown stays through every key, until it is dismissed or something new is to be said; what is
    /// said in the same breath does not hide it.
    pub fn say(&mut self, status: Status) {
        let is_error = self.shown.as_ref().is_some_and(|shown| shown.tone == Tone::Error);
        if !is_error || self.is_seen || status.tone == Tone::Error {
            self.shown = Some(status.clone());
            self.is_seen = false;
        }
        self.all.push(status);
    }

    /// What is shown now.
    #[must_use]
    pub fn shown(&self) -> Option<&Status> {
        self.shown.as_ref()
    }

    /// Everything that was said, the first thing first.
    #[must_use]
    pub fn all(&self) -> &[Status] {
        &self.all
    }

    /// A key was pressed: what was shown has been seen, and goes unless it is an error.
    pub fn key_pressed(&mut self) {
        self.is_seen = true;
        if self.shown.as_ref().is_some_and(|shown| shown.tone != Tone::Error) {
            self.shown = None;
        }
    }

    /// Takes away what is shown; `false` when nothing is.
    pub fn dismiss(&mut self) -> bool {
        self.shown.take().is_some()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn errors_stay_until_dismissed_and_nothing_is_lost() {
        let mut messages = Messages::default();
        messages.say(Status::success("kept"));
        messages.key_pressed();
        assert_eq!(messages.shown(), None);
        messages.say(Status::error("disk full"));
        messages.say(Status::plain("theme"));
        messages.key_pressed();
        assert_eq!(messages.shown(), Some(&Status::error("disk full")));
        assert!(messages.dismiss() && !messages.dismiss());
        messages.say(Status::error("no such file"));
        messages.key_pressed();
        messages.say(Status::success("starred"));
        assert_eq!(messages.shown(), Some(&Status::success("starred")));
        assert_eq!(messages.all().len(), 5);
    }
}
