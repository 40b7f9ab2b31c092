//! Pictures of the real program: drawn by the real app, compared with the files in `screenshots/`, so that they cannot go stale.
//!
//! `UPDATE_SCREENSHOTS=1 cargo test --test screenshots` draws them anew.

#![allow(clippy::unwrap_used, clippy::panic, clippy::expect_used, reason = "a test says so by panicking")]

mod common;

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use common::{Harness, png, svg};

/// A picture: its file, what it shows, columns and rows, and the keys that lead there from the library screen.
struct Scenario {
    name: &'static str,
    title: &'static str,
    size: (u16, u16),
    keys: &'static str,
}

/// `Tjjj<Enter>` takes the fourth theme, `/` finds a report of the sample library by its headline.
const SCENARIOS: &[Scenario] = &[
    Scenario {
        name: "library",
        title: "The library: reports by day, the selected one beside them",
        size: (120, 32),
        keys: "Tjjj<Enter>Gkkkkkk",
    },
    Scenario { name: "reader", title: "The reader, stepping through figures", size: (100, 30), keys: "Tjjj<Enter>/dam<Enter><Enter>gfnn" },
    Scenario { name: "compare", title: "Two reports of one event, side by side", size: (120, 36), keys: "Tjjj<Enter>/Kim toasts<Enter>cn" },
    Scenario {
        name: "quotes",
        title: "Who is quoted where, and how the words differ",
        size: (120, 36),
        keys: "Tjjj<Enter>/Kim toasts<Enter>c2",
    },
    Scenario { name: "figures", title: "Which figures agree and which do not", size: (120, 36), keys: "Tjjj<Enter>/Kim toasts<Enter>c3" },
    Scenario { name: "names", title: "Whom and what only one report names", size: (120, 36), keys: "Tjjj<Enter>/Kim toasts<Enter>c4" },
    Scenario {
        name: "event",
        title: "All reports of an event: what they disagree on comes first, gaps stay visible",
        size: (140, 36),
        keys: "Tjjj<Enter>/Kim toasts<Enter>C",
    },
    Scenario {
        name: "bookmarks",
        title: "Kept passages with their notes",
        size: (100, 24),
        keys: "Tjjj<Enter>/Kim toasts<Enter>caHow long did they talk?<Enter>q<Enter>jjb<Esc>B",
    },
    Scenario {
        name: "page-as-saved",
        title: "The page as it was saved, with what was dropped and why",
        size: (100, 32),
        keys: "Tjjj<Enter>/Kim toasts<Enter><Enter>gr",
    },
    Scenario { name: "help", title: "Help, made from the key map", size: (100, 32), keys: "Tjjj<Enter>?" },
    Scenario { name: "palette", title: "Any action by its words, with its key", size: (100, 32), keys: "Tjjj<Enter>:show" },
    Scenario { name: "themes", title: "A theme is seen while it is chosen", size: (120, 32), keys: "Tjjjjjj" },
    Scenario {
        name: "context",
        title: "A name in both its contexts, at full width",
        size: (120, 32),
        keys: "Tjjj<Enter>/Kim toasts<Enter>c4j<Enter>",
    },
    Scenario { name: "light-compare", title: "Two reports in a light theme", size: (120, 36), keys: "Tjjjj<Enter>/Kim toasts<Enter>cn" },
    Scenario { name: "stacked", title: "Two reports stacked", size: (100, 36), keys: "Tjjj<Enter>/Kim toasts<Enter>cLj" },
    Scenario { name: "differences", title: "Differences only", size: (120, 32), keys: "Tjjj<Enter>/Kim toasts<Enter>cLLj" },
    Scenario { name: "details", title: "Where each field was read", size: (100, 30), keys: "Tjjj<Enter>/Kim toasts<Enter><Enter>i" },
    Scenario { name: "light", title: "The light theme", size: (120, 32), keys: "Tjjjj<Enter>Gkkkkkk" },
    Scenario { name: "narrow", title: "Two reports on a narrow terminal", size: (60, 30), keys: "Tjjj<Enter>/Kim toasts<Enter>c" },
];

const README: &str = include_str!("../README.md");

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("screenshots")
}

#[test]
fn the_pictures_show_the_program_as_it_is() {
    let update = std::env::var_os("UPDATE_SCREENSHOTS").is_some();
    let (mut stale, mut names) = (Vec::new(), BTreeSet::new());
    for scenario in SCENARIOS {
        let mut harness = Harness::sample(scenario.size.0, scenario.size.1);
        harness.keys(scenario.keys);
        let picture = svg::svg(&harness.buffer(), scenario.title);
        let file = folder().join(format!("{}.svg", scenario.name));
        if update {
            fs::create_dir_all(folder()).unwrap();
            fs::write(&file, picture).unwrap();
        } else if fs::read_to_string(&file).ok().as_deref() != Some(&picture) {
            stale.push(format!("{}.svg", scenario.name));
        }
        names.insert(format!("{}.svg", scenario.name));
        // The readme is read where no SVG is drawn, and where its fonts are not there.
        let name = format!("{}.png", scenario.name);
        if README.contains(&format!("screenshots/{name}")) {
            let (picture, file) = (png::draw(&harness.buffer()), folder().join(&name));
            if update {
                fs::write(&file, picture.encoded()).unwrap();
            } else if !fs::read(&file).is_ok_and(|file| picture.is_in(&file)) {
                stale.push(name.clone());
            }
            names.insert(name);
        }
    }
    let files: BTreeSet<String> = fs::read_dir(folder()).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
    assert_eq!(files, names, "every picture has its scenario");
    assert!(stale.is_empty(), "not what the program draws: {stale:?}; UPDATE_SCREENSHOTS=1 draws them anew");
}
