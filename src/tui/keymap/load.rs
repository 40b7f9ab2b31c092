//! Reads key map files; problems are collected with their line, and the rest still applies.

use std::ops::Range;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::{Conflict, Context, Key, Keymap, notation};
use crate::tui::action::Action;
use crate::tui::diagnostic::{Diagnostic, Located};

/// The built-in key map.
const DEFAULT: &str = include_str!("default.toml");

/// What names a preset in a key map file.
const PRESET: &str = "preset";

/// Keys of other programs, laid over the built-in ones.
const PRESETS: &[(&str, &str)] = &[("default", ""), ("less", include_str!("less.toml")), ("newsboat", include_str!("newsboat.toml"))];

impl Keymap {
    /// The built-in key map, and what is wrong with it: nothing, as a test proves.
    #[must_use]
    pub fn built_in() -> (Self, Vec<Diagnostic>) {
        let mut keymap = Self::default();
        let problems = keymap.read("default.toml", DEFAULT);
        (keymap, problems)
    }

    /// Lays a file over the key map: an action named in it has the keys given there and no others. `preset` names keys to lay under them.
    /// An action none of whose keys can be given keeps those it has.
    pub fn read(&mut self, file: &str, text: &str) -> Vec<Diagnostic> {
        let mut located = Located::new(file, text);
        let tables = match DeTable::parse(text) {
            Ok(tables) => tables.into_inner(),
            Err(error) => {
                located.report(error.span(), error.message());
                return located.into_diagnostics();
            }
        };
        if let Some(preset) = tables.get(PRESET) {
            self.read_preset(preset, &mut located);
        }
        let mut bindings = Vec::new();
        for (name, table) in tables.iter().filter(|(name, _)| name.get_ref() != PRESET) {
            match (Context::named(name.get_ref()), table.get_ref()) {
                (Some(context), DeValue::Table(actions)) => read_context(context, actions, &mut bindings, &mut located),
                (None, _) => located.unknown(name.span(), "context", name.get_ref(), Context::ALL.iter().map(|(_, known)| *known)),
                (Some(_), _) => located.report(Some(table.span()), "a context is a table of actions"),
            }
        }
        // As they are written: of two that clash the first one stands.
        bindings.sort_by_key(|binding| binding.at.start);
        self.rebind(&bindings, &mut located);
        located.into_diagnostics()
    }

    fn read_preset(&mut self, preset: &Spanned<DeValue<'_>>, located: &mut Located<'_>) {
        let name = preset.get_ref().as_str().unwrap_or_default();
        if let Some((_, text)) = PRESETS.iter().find(|(known, _)| *known == name) {
            // That it has no problem of its own a test proves.
            drop(self.read(name, text));
        } else {
            // They are few: whoever missed one wants to know them all.
            let known: Vec<&str> = PRESETS.iter().map(|(known, _)| *known).collect();
            located.report(Some(preset.span()), &format!("no preset is called `{name}`; there are {}", known.join(", ")));
        }
    }

    /// Takes all these actions' keys before it gives them new ones, so that two actions can exchange theirs.
    fn rebind(&mut self, bindings: &[Binding], located: &mut Located<'_>) {
        let mut former = Vec::new();
        for binding in bindings {
            former.push(self.own_keys(binding.context, binding.action).into_iter().map(<[Key]>::to_vec).collect::<Vec<_>>());
            self.unbind(binding.context, binding.action);
            self.works.insert((binding.context, binding.action));
        }
        let mut without = Vec::new();
        for (binding, former) in bindings.iter().zip(former) {
            let mut is_given = binding.keys.is_empty() && !binding.is_faulty;
            for (at, keys) in &binding.keys {
                match self.bind(binding.context, keys, binding.action) {
                    Ok(()) => is_given = true,
                    Err(Conflict { with }) => {
                        let written = notation::print(keys);
                        located.report(Some(at.clone()), &format!("`{written}` clashes with the keys of `{}`", with.name()));
                    }
                }
            }
            if !is_given {
                without.push((binding, former));
            }
        }
        for (binding, former) in without {
            for keys in former {
                // What another action of the file has by now is lost to this one.
                let _ = self.bind(binding.context, &keys, binding.action);
            }
        }
    }
}

/// A key sequence, and where the file has it.
type Placed = (Range<usize>, Vec<Key>);

/// An action of a key map file and the keys it shall have.
struct Binding {
    at: Range<usize>,
    context: Context,
    action: Action,
    keys: Vec<Placed>,
    /// Whether some of its keys could not be read.
    is_faulty: bool,
}

fn read_context(context: Context, actions: &DeTable<'_>, bindings: &mut Vec<Binding>, located: &mut Located<'_>) {
    for (name, sequences) in actions {
        match Action::named(name.get_ref()) {
            Some(action) => {
                let (keys, is_faulty) = read_keys(sequences, located);
                bindings.push(Binding { at: name.span(), context, action, keys, is_faulty });
            }
            None => located.unknown(name.span(), "action", name.get_ref(), Action::ALL.iter().map(|action| action.name())),
        }
    }
}

/// The key sequences that can be read, and whether there are others.
fn read_keys(value: &Spanned<DeValue<'_>>, located: &mut Located<'_>) -> (Vec<Placed>, bool) {
    let DeValue::Array(sequences) = value.get_ref() else {
        located.report(Some(value.span()), "keys are a list: [\"j\", \"<Down>\"]");
        return (Vec::new(), true);
    };
    let mut read = Vec::new();
    for sequence in sequences {
        let place = sequence.span();
        match sequence.get_ref().as_str().map(notation::parse) {
            None => located.report(Some(place), "a key is written as text"),
            Some(Err(error)) => located.report(Some(place), &error.to_string()),
            Some(Ok(keys)) => read.push((place, keys)),
        }
    }
    let is_faulty = read.len() < sequences.len();
    (read, is_faulty)
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
    fn no_action_needs_a_key_that_many_keyboards_hide_behind_altgr() {
        let (keymap, _) = Keymap::built_in();
        for (context, _) in Context::ALL {
            for &action in Action::ALL {
                let keys = keymap.own_keys(*context, action);
                let is_hidden = |keys: &&[Key]| keys.iter().any(|key| key.text().is_some_and(|c| "[]{}\\|@#~".contains(c)));
                assert!(keys.is_empty() || !keys.iter().all(is_hidden), "{}: {}", context.name(), action.name());
            }
        }
    }

    #[test]
    fn presets_have_no_problem_and_lose_no_action() {
        let default = Keymap::built_in().0;
        for (name, text) in PRESETS {
            let mut keymap = default.clone();
            assert_eq!(keymap.read(name, text), [], "{name}");
            for (context, _) in Context::ALL {
                for &action in Action::ALL {
                    let lost = keymap.own_keys(*context, action).is_empty() && !default.own_keys(*context, action).is_empty();
                    assert!(!lost, "{name}: {} has no key", action.name());
                }
            }
        }
    }

    #[test]
    fn a_preset_lies_under_the_files_own_keys() {
        let (mut keymap, _) = Keymap::built_in();
        assert_eq!(keymap.read("keys.toml", "preset = \"less\"\n[reader]\nbookmark = [\"M\"]\n"), []);
        let here = [Context::Reader, Context::Global];
        let look = |keys: &str| keymap.lookup(&here, &parse(keys).unwrap());
        assert_eq!(
            (look("b"), look("M"), look("*")),
            (Lookup::Matched(Action::PageUp), Lookup::Matched(Action::Bookmark), Lookup::Unbound)
        );
        let problems = keymap.read("keys.toml", "preset = \"newsbeat\"\n");
        assert_eq!(problems[0].to_string(), "keys.toml:1: no preset is called `newsbeat`; there are default, less, newsboat");
    }

    #[test]
    fn what_cannot_be_given_leaves_the_action_its_keys() {
        let (mut keymap, _) = Keymap::built_in();
        let text = "[global]\nundo = [\"gg\"]\nredo = \"U\"\nhelp = [\"<Foo>\"]\n[reader]\nstar = [\"g\"]\n";
        let problems: Vec<String> = keymap.read("keys.toml", text).iter().map(ToString::to_string).collect();
        assert_eq!(
            problems,
            [
                "keys.toml:2: `gg` clashes with the keys of `go-top`",
                "keys.toml:3: keys are a list: [\"j\", \"<Down>\"]",
                "keys.toml:4: no key is called `<Foo>`",
                "keys.toml:6: `g` clashes with the keys of `next-paragraph`",
            ]
        );
        let here = [Context::Reader, Context::Global];
        for (keys, action) in
            [("u", Action::Undo), ("<C-r>", Action::Redo), ("?", Action::Help), ("s", Action::Star), ("gg", Action::GoTop)]
        {
            assert_eq!(keymap.lookup(&here, &parse(keys).unwrap()), Lookup::Matched(action), "{keys}");
        }
    }

    #[test]
    fn two_actions_can_exchange_their_keys() {
        let (mut keymap, _) = Keymap::built_in();
        assert_eq!(keymap.read("keys.toml", "[library]\nstar = [\"r\"]\ntoggle-read = [\"s\"]\n"), []);
        assert_eq!(keymap.lookup(&[Context::Library], &parse("r").unwrap()), Lookup::Matched(Action::Star));
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
