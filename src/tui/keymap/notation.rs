//! Keys and how they are written: `gg`, `<C-d>`, `g/`, `<S-Tab>`, as vim writes them.

use std::fmt;

use thiserror::Error;

/// One key with its modifiers. The case of a letter stands in the letter; `shift` is set only for keys that have no case.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Key {
    /// Which key.
    pub code: Code,
    /// With Control.
    pub ctrl: bool,
    /// With Alt.
    pub alt: bool,
    /// With Shift.
    pub shift: bool,
}

/// Which key, modifiers aside.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Code {
    /// A key that writes this character.
    Char(char),
    /// A function key.
    Function(u8),
    /// Enter.
    Enter,
    /// Escape.
    Escape,
    /// Backspace.
    Backspace,
    /// Tab.
    Tab,
    /// Delete.
    Delete,
    /// Insert.
    Insert,
    /// Arrow up.
    Up,
    /// Arrow down.
    Down,
    /// Arrow left.
    Left,
    /// Arrow right.
    Right,
    /// Home.
    Home,
    /// End.
    End,
    /// Page up.
    PageUp,
    /// Page down.
    PageDown,
}

/// Keys with a name, and the name.
const NAMES: &[(Code, &str)] = &[
    (Code::Char(' '), "Space"),
    (Code::Char('<'), "lt"),
    (Code::Enter, "Enter"),
    (Code::Escape, "Esc"),
    (Code::Backspace, "Backspace"),
    (Code::Tab, "Tab"),
    (Code::Delete, "Delete"),
    (Code::Insert, "Insert"),
    (Code::Up, "Up"),
    (Code::Down, "Down"),
    (Code::Left, "Left"),
    (Code::Right, "Right"),
    (Code::Home, "Home"),
    (Code::End, "End"),
    (Code::PageUp, "PgUp"),
    (Code::PageDown, "PgDn"),
];

/// Why a text names no keys.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum NotationError {
    /// Nothing there.
    #[error("no key given")]
    Empty,
    /// A `<` without its `>`.
    #[error("`<` without `>`; the key itself is written `<lt>`")]
    Open,
    /// No key has this name.
    #[error("no key is called `<{0}>`")]
    Unknown(String),
}

impl Key {
    /// A key without modifiers.
    #[must_use]
    pub fn plain(code: Code) -> Self {
        Self { code, ctrl: false, alt: false, shift: false }
    }

    /// The character it writes into a text field, if it writes one.
    #[must_use]
    pub fn text(self) -> Option<char> {
        match self.code {
            Code::Char(c) if !self.ctrl && !self.alt => Some(c),
            _ => None,
        }
    }

    /// The key as people read it in help and footer: `Ctrl-d`, `↓`, `Space`.
    #[must_use]
    pub fn label(self) -> String {
        let name = match self.code {
            Code::Up => "↑".to_owned(),
            Code::Down => "↓".to_owned(),
            Code::Left => "←".to_owned(),
            Code::Right => "→".to_owned(),
            Code::Char('<') => "<".to_owned(),
            code => name_of(code),
        };
        let mut label = String::new();
        for (held, prefix) in [(self.ctrl, "Ctrl-"), (self.alt, "Alt-"), (self.shift, "Shift-")] {
            if held {
                label.push_str(prefix);
            }
        }
        label + &name
    }
}

/// Keys one after another as people read them: `gg`, `Ctrl-w h`.
#[must_use]
pub fn label(keys: &[Key]) -> String {
    let labels: Vec<String> = keys.iter().map(|key| key.label()).collect();
    let glue = if labels.iter().any(|label| label.chars().count() > 1) { " " } else { "" };
    labels.join(glue)
}

fn name_of(code: Code) -> String {
    if let Some((_, name)) = NAMES.iter().find(|(named, _)| *named == code) {
        return (*name).to_owned();
    }
    match code {
        Code::Char(c) => c.to_string(),
        Code::Function(number) => format!("F{number}"),
        _ => format!("{code:?}"),
    }
}

impl fmt::Display for Key {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let name = name_of(self.code);
        if name.chars().count() == 1 && !(self.ctrl || self.alt || self.shift) {
            return f.write_str(&name);
        }
        f.write_str("<")?;
        for (held, prefix) in [(self.ctrl, "C-"), (self.alt, "A-"), (self.shift, "S-")] {
            if held {
                f.write_str(prefix)?;
            }
        }
        write!(f, "{name}>")
    }
}

/// Writes keys as [`parse`] reads them.
#[must_use]
pub fn print(keys: &[Key]) -> String {
    keys.iter().map(Key::to_string).collect()
}

/// Reads keys one after another.
///
/// # Errors
/// Says which part names no key.
pub fn parse(text: &str) -> Result<Vec<Key>, NotationError> {
    let mut keys = Vec::new();
    let mut rest = text.chars();
    while let Some(c) = rest.next() {
        if c != '<' {
            keys.push(Key::plain(Code::Char(c)));
            continue;
        }
        let (name, after) = rest.as_str().split_once('>').ok_or(NotationError::Open)?;
        keys.push(named(name)?);
        rest = after.chars();
    }
    if keys.is_empty() { Err(NotationError::Empty) } else { Ok(keys) }
}

/// Reads what stands between `<` and `>`.
fn named(text: &str) -> Result<Key, NotationError> {
    let mut name = text;
    let mut key = Key::plain(Code::Enter);
    loop {
        name = if let Some(rest) = name.strip_prefix("C-") {
            key.ctrl = true;
            rest
        } else if let Some(rest) = name.strip_prefix("A-") {
            key.alt = true;
            rest
        } else if let Some(rest) = name.strip_prefix("S-") {
            key.shift = true;
            rest
        } else {
            break;
        };
    }
    let code = NAMES.iter().find(|(_, known)| known.eq_ignore_ascii_case(name)).map(|(code, _)| *code);
    key.code = code.or_else(|| unnamed(name)).ok_or_else(|| NotationError::Unknown(text.to_owned()))?;
    Ok(key)
}

/// A function key or a single character.
fn unnamed(name: &str) -> Option<Code> {
    let mut chars = name.chars();
    match (chars.next()?, chars.as_str()) {
        (c, "") => Some(Code::Char(c)),
        ('F', number) => number.parse().ok().filter(|n| (1..=24).contains(n)).map(Code::Function),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_is_read_back() {
        for text in ["gg", "g/", "<C-d>", "<S-Tab>", "<A-Left>", "y<Space>", "<F12>", "<lt>", "<C-lt>", "é", "<Esc>j", "<C-A-x>"] {
            let keys = parse(text).unwrap();
            assert_eq!(print(&keys), text);
        }
    }

    #[test]
    fn names_may_be_written_in_any_case() {
        assert_eq!(parse("<enter>"), parse("<Enter>"));
    }

    #[test]
    fn mistakes_are_named() {
        assert_eq!(parse(""), Err(NotationError::Empty));
        assert_eq!(parse("<C-d"), Err(NotationError::Open));
        assert_eq!(parse("<C-Foo>"), Err(NotationError::Unknown("C-Foo".into())));
        assert_eq!(parse("<F99>"), Err(NotationError::Unknown("F99".into())));
    }

    #[test]
    fn people_read_labels() {
        assert_eq!(label(&parse("gg").unwrap()), "gg");
        assert_eq!(label(&parse("<C-d>").unwrap()), "Ctrl-d");
        assert_eq!(label(&parse("g<Down>").unwrap()), "g↓");
        assert_eq!(label(&parse("<S-Tab>").unwrap()), "Shift-Tab");
    }
}
