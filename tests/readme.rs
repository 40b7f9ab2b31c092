//! The README's table of keys is what the key map says.
//!
//! `UPDATE_README=1 cargo test --test readme` makes it anew.

#![allow(clippy::unwrap_used, clippy::panic, clippy::expect_used, reason = "a test says so by panicking")]

use std::fs;
use std::path::Path;

use parallax::tui::action::Action;
use parallax::tui::keymap::{Context, Keymap, notation};

const START: &str = "key map by a test; UPDATE_README=1 cargo test --test readme makes it anew -->\n";
const END: &str = "<!-- end of keys -->";

/// What a person needs on the first day, on a line each: where the keys are pressed, and what they do.
const ROWS: &[(Context, &[Action])] = &[
    (Context::Global, &[Action::MoveDown, Action::MoveUp]),
    (Context::Library, &[Action::Open]),
    (Context::Global, &[Action::Close]),
    (Context::Global, &[Action::Cancel]),
    (Context::Global, &[Action::Find]),
    (Context::Reader, &[Action::NextMatch, Action::PreviousMatch]),
    (Context::Library, &[Action::Select]),
    (Context::Library, &[Action::Compare]),
    (Context::Library, &[Action::EventSheet]),
    (Context::Reader, &[Action::Bookmark]),
    (Context::Reader, &[Action::Annotate]),
    (Context::Global, &[Action::Bookmarks]),
    (Context::Reader, &[Action::CopyCitation]),
    (Context::Reader, &[Action::PageAsSaved]),
    (Context::Reader, &[Action::Details]),
    (Context::Global, &[Action::Undo, Action::Redo]),
    (Context::Global, &[Action::Themes]),
    (Context::Global, &[Action::Help]),
    (Context::Global, &[Action::Palette]),
];

fn table() -> String {
    let (keymap, _) = Keymap::built_in();
    let row = |(context, actions): &(Context, &[Action])| {
        let key = |action: &Action| {
            let keys = keymap.own_keys(*context, *action);
            format!("`{}`", notation::label(keys.first().unwrap_or_else(|| panic!("{} has no key", action.name()))))
        };
        let keys: Vec<String> = actions.iter().map(key).collect();
        let docs: Vec<&str> = actions.iter().map(|action| action.doc()).collect();
        format!("| {} | {} |\n", keys.join(" "), docs.join(" · "))
    };
    "| key | does |\n|---|---|\n".to_owned() + &ROWS.iter().map(row).collect::<String>()
}

#[test]
fn the_table_of_keys_is_what_the_key_map_says() {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("README.md");
    let text = fs::read_to_string(&file).unwrap();
    let (before, rest) = text.split_once(START).unwrap();
    let (written, after) = rest.split_once(END).unwrap();
    if std::env::var_os("UPDATE_README").is_some() {
        fs::write(&file, format!("{before}{START}\n{}\n{END}{after}", table())).unwrap();
    } else {
        assert_eq!(written.trim(), table().trim(), "UPDATE_README=1 makes it anew");
    }
}
