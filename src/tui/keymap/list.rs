//! The key map as a list to print: every action with its keys, context by context, for people and for programs.

use serde_json::json;

use super::{Context, Keymap, notation};
use crate::text::width::width;
use crate::tui::action::Action;

/// An action where it works, with its keys.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Listed<'a> {
    /// Where.
    pub context: Context,
    /// What.
    pub action: Action,
    /// Its key sequences, the usual one first; none where it is run from the palette alone.
    pub keys: Vec<&'a [super::Key]>,
}

/// Every action in every context it works in, in the order of both tables.
#[must_use]
pub fn listed(keymap: &Keymap) -> Vec<Listed<'_>> {
    let contexts = Context::ALL.iter().map(|(context, _)| *context);
    let of_context = |context| {
        let works = Action::ALL.iter().copied().filter(move |&action| keymap.works(context, action));
        works.map(move |action| Listed { context, action, keys: keymap.own_keys(context, action) })
    };
    contexts.flat_map(of_context).collect()
}

/// The list as text: a heading for each context, then keys, name and help of each action.
#[must_use]
pub fn text(keymap: &Keymap) -> String {
    let listed = listed(keymap);
    let keys = |entry: &Listed<'_>| match entry.keys.as_slice() {
        [] => "(none)".to_owned(),
        keys => keys.iter().map(|keys| notation::label(keys)).collect::<Vec<_>>().join("  "),
    };
    let key_columns = listed.iter().map(|entry| width(&keys(entry))).max().unwrap_or(0);
    let name_columns = listed.iter().map(|entry| entry.action.name().len()).max().unwrap_or(0);
    let mut last = None;
    let line = |entry: &Listed<'_>| {
        let gap = if last.is_none() { "" } else { "\n" };
        let is_first = last.replace(entry.context) != Some(entry.context);
        let heading = if is_first { format!("{gap}[{}] {}\n", entry.context.name(), entry.context.describe()) } else { String::new() };
        let (keys, action) = (keys(entry), entry.action);
        let blanks = " ".repeat(key_columns - width(&keys));
        format!("{heading}  {keys}{blanks}  {:name_columns$}  {}\n", action.name(), action.doc())
    };
    listed.iter().map(line).collect()
}

/// The list for programs: one JSON object a line, the keys as key map files write them.
#[must_use]
pub fn json_lines(keymap: &Keymap) -> String {
    let line = |entry: Listed<'_>| {
        let keys: Vec<String> = entry.keys.iter().map(|keys| notation::print(keys)).collect();
        let (context, action) = (entry.context.name(), entry.action);
        json!({ "context": context, "action": action.name(), "keys": keys, "does": action.doc() }).to_string() + "\n"
    };
    listed(keymap).into_iter().map(line).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_action_is_listed_with_its_keys() {
        let keymap = Keymap::built_in().0;
        let (text, lines) = (text(&keymap), json_lines(&keymap));
        for action in Action::ALL {
            assert!(text.contains(&format!("  {} ", action.name())) && text.contains(action.doc()), "{}", action.name());
        }
        assert!(text.starts_with("[global] everywhere\n"), "{text}");
        let star: serde_json::Value =
            lines.lines().find(|line| line.contains("\"star\"")).map(|line| serde_json::from_str(line).unwrap()).unwrap();
        assert_eq!(star, json!({ "context": "library", "action": "star", "keys": ["s"], "does": Action::Star.doc() }));
    }

    #[test]
    fn an_action_without_a_key_is_still_listed() {
        let (mut keymap, _) = Keymap::built_in();
        assert_eq!(keymap.read("keys.toml", "[library]\nstar = []\n"), []);
        assert!(json_lines(&keymap).contains(r#"{"context":"library","action":"star","keys":[],"#));
        assert!(text(&keymap).contains("  (none)  "), "{}", text(&keymap));
    }
}
