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
}

impl Messages {
    /// Says something. An error that is shown stays until it is dismissed or another error comes.
    pub fn say(&mut self, status: Status) {
        let hides_error = self.shown.as_ref().is_some_and(|shown| shown.tone == Tone::Error) && status.tone != Tone::Error;
        if !hides_error {
            self.shown = Some(status.clone());
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

    /// A key was pressed: what is no error has been seen.
    pub fn key_pressed(&mut self) {
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
        messages.key_pressed();
        messages.say(Status::plain("theme"));
        assert_eq!(messages.shown(), Some(&Status::error("disk full")));
        assert!(messages.dismiss() && !messages.dismiss());
        assert_eq!(messages.all().len(), 3);
    }
}
