//! Reads key map files; problems are collected with their line, and the rest still applies.

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::{Conflict, Context, Keymap, notation};
use crate::tui::action::Action;
use crate::tui::diagnostic::{Diagnostic, Located};

/// The built-in key map.
const DEFAULT: &str = include_str!("default.toml");

impl Keymap {
    /// The built-in key map, and what is wrong with it: nothing, as a test proves.
    #[must_use]
    pub fn built_in() -> (Self, Vec<Diagnostic>) {
        let mut keymap = Self::default();
        let problems = keymap.read("default.toml", DEFAULT);
        (keymap, problems)
    }

    /// Lays a file over the key map: an action named in it has the keys given there and no others.
    pub fn read(&mut self, file: &str, text: &str) -> Vec<Diagnostic> {
        let mut located = Located::new(file, text);
        let tables = match DeTable::parse(text) {
            Ok(tables) => tables.into_inner(),
            Err(error) => {
                located.report(error.span(), error.message());
                return located.into_diagnostics();
            }
        };
        for (name, table) in tables {
            match (Context::named(name.get_ref()), table.get_ref()) {
                (Some(context), DeValue::Table(bindings)) => {
                    self.read_context(context, bindings, &mut located);
                }
                (None, _) => located.unknown(name.span(), "context", name.get_ref(), Context::ALL.iter().map(|(_, known)| *known)),
                (Some(_), _) => located.report(Some(table.span()), "a context is a table of actions"),
            }
        }
        located.into_diagnostics()
    }

    fn read_context(&mut self, context: Context, bindings: &DeTable<'_>, located: &mut Located<'_>) {
        let mut read = Vec::new();
        for (name, keys) in bindings {
            let Some(action) = Action::named(name.get_ref()) else {
                located.unknown(name.span(), "action", name.get_ref(), Action::ALL.iter().map(|action| action.name()));
                continue;
            };
            self.unbind(context, action);
            self.works.insert((context, action));
            read.push((action, keys));
        }
        for (action, keys) in read {
            self.read_keys(context, action, keys, located);
        }
    }

    fn read_keys(&mut self, context: Context, action: Action, keys: &Spanned<DeValue<'_>>, located: &mut Located<'_>) {
        let DeValue::Array(sequences) = keys.get_ref() else {
            return located.report(Some(keys.span()), "keys are a list: [\"j\", \"<Down>\"]");
        };
        for sequence in sequences {
            let place = Some(sequence.span());
            match sequence.get_ref().as_str().map(notation::parse) {
                None => located.report(place, "a key is written as text"),
                Some(Err(error)) => located.report(place, &error.to_string()),
                Some(Ok(keys)) => {
                    if let Err(Conflict { with }) = self.bind(context, &keys, action) {
                        let written = notation::print(&keys);
                        located.report(place, &format!("`{written}` clashes with the keys of `{}`", with.name()));
                    }
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::Lookup;
    use super::super::notation::parse;
    use super::*;

    #[test]
    fn the_built_in_keys_have_no_problem() {
        assert_eq!(Keymap::built_in().1, []);
    }

    #[test]
    fn every_action_works_somewhere() {
        let (keymap, _) = Keymap::built_in();
        for &action in Action::ALL {
            assert!(Context::ALL.iter().any(|(context, _)| keymap.works(*context, action)), "{}", action.name());
        }
    }

    #[test]
    fn no_sequence_begins_another_in_the_contexts_it_is_used_with() {
        let (keymap, _) = Keymap::built_in();
        for (context, _) in Context::ALL {
            let own: Vec<_> = keymap.bindings(*context).collect();
            for (keys, action) in keymap.bindings(Context::Global) {
                for (hiding, by) in &own {
                    let clash = keys != *hiding && (keys.starts_with(hiding) || hiding.starts_with(keys));
                    let cut_off = clash && keymap.lookup(&[*context, Context::Global], keys) != Lookup::Matched(action);
                    assert!(!cut_off, "{}: {} hides {}", context.name(), by.name(), action.name());
                }
            }
        }
    }

    #[test]
    fn a_file_replaces_the_keys_it_names() {
        let (mut keymap, _) = Keymap::built_in();
        assert_eq!(keymap.read("keys.toml", "[global]\nmove-down = [\"e\"]\n"), []);
        assert_eq!(keymap.lookup(&[Context::Global], &parse("e").unwrap()), Lookup::Matched(Action::MoveDown));
        assert_eq!(keymap.lookup(&[Context::Global], &parse("j").unwrap()), Lookup::Unbound);
        assert_eq!(keymap.lookup(&[Context::Global], &parse("k").unwrap()), Lookup::Matched(Action::MoveUp));
    }

    #[test]
    fn problems_are_collected_with_their_line() {
        let (mut keymap, _) = Keymap::built_in();
        let text = "[global]\nmove-dwn = [\"e\"]\nundo = [\"<Foo>\", \"U\"]\nredo = [\"gg\"]\n[libary]\nstar = [\"x\"]\n";
        let problems: Vec<String> = keymap.read("keys.toml", text).iter().map(ToString::to_string).collect();
        assert_eq!(
            problems,
            [
                "keys.toml:2: no action is called `move-dwn`; did you mean `move-down`?",
                "keys.toml:3: no key is called `<Foo>`",
                "keys.toml:4: `gg` clashes with the keys of `go-top`",
                "keys.toml:5: no context is called `libary`; did you mean `library`?",
            ]
        );
        assert_eq!(keymap.lookup(&[Context::Global], &parse("U").unwrap()), Lookup::Matched(Action::Undo));
    }
}
