//! Holds the import rules of `src/lib.rs`: which folder may use which, and which may touch files, clock or terminal.

#![allow(clippy::unwrap_used, clippy::panic, clippy::expect_used, reason = "a test says so by panicking")]

use std::fs;
use std::path::{Path, PathBuf};

/// Folder, the crate's folders it may name, and whether it is pure.
const RULES: &[(&str, &[&str], bool)] = &[
    ("text", &[], true),
    ("article", &["text"], true),
    ("ingest", &["article", "text"], true),
    ("extract", &["article", "text"], true),
    ("event", &["extract", "article", "text"], true),
    ("compare", &["event", "extract", "article", "text"], true),
    ("library", &["compare", "event", "extract", "ingest", "article", "text"], false),
    ("export", &["library", "compare", "event", "extract", "ingest", "article", "text"], true),
    ("fetch", &["library", "ingest", "text"], false),
    ("config", &["export", "text"], false),
    ("tui", &["config", "library", "export", "compare", "event", "extract", "ingest", "article", "text"], false),
    ("cli", &["fetch", "config", "library", "export", "compare", "event", "extract", "ingest", "article", "text"], false),
];

/// What a pure module must not name.
const IMPURE: &[&str] = &[
    "std::fs",
    "std::env",
    "std::thread",
    "std::process",
    "std::net",
    "std::io",
    "std::time",
    "Timestamp::now",
    "Zoned::now",
    "ratatui",
    "crossterm",
    "rusqlite",
    "println!",
    "eprintln!",
];

/// The most lines a file may have, its tests aside.
const LONGEST_FILE: usize = 600;

fn rust_files(folder: &Path) -> Vec<PathBuf> {
    let mut files = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            files.extend(rust_files(&path));
        } else if path.extension().is_some_and(|e| e == "rs") {
            files.push(path);
        }
    }
    files
}

/// The first part of a path below `src`: `tui/app.rs` and `tui/mod.rs` are `tui`, `article.rs` is `article`.
fn folder_of(path: &Path) -> String {
    let below = path.strip_prefix(source()).unwrap();
    let first = below.components().next().unwrap().as_os_str().to_string_lossy().into_owned();
    first.trim_end_matches(".rs").to_owned()
}

fn source() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("src")
}

/// Lines of production code, comments and test code left out.
fn code(text: &str) -> Vec<&str> {
    if text.contains("\n#![cfg(test)]\n") {
        return Vec::new();
    }
    let body = text.split("#[cfg(test)]\nmod tests {").next().unwrap();
    body.lines().filter(|line| !line.trim_start().starts_with("//")).collect()
}

/// The crate's folders that a file names, as `crate::x` or `parallax::x`.
fn named(lines: &[&str]) -> Vec<String> {
    let mut found = Vec::new();
    for line in lines {
        for marker in ["crate::", "parallax::"] {
            for piece in line.split(marker).skip(1) {
                let names: Vec<&str> = match piece.strip_prefix('{') {
                    Some(group) => group.split(',').map(str::trim).collect(),
                    None => vec![piece],
                };
                found.extend(names.iter().map(|n| n.chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect::<String>()));
            }
        }
    }
    found
}

#[test]
fn folders_use_only_what_they_may() {
    let mut broken = Vec::new();
    for path in rust_files(&source()) {
        let folder = folder_of(&path);
        let Some((_, allowed, _)) = RULES.iter().find(|(name, ..)| *name == folder) else {
            assert!(["main", "lib", "build"].contains(&folder.as_str()), "{} is in no rule", path.display());
            continue;
        };
        let text = fs::read_to_string(&path).unwrap();
        for name in named(&code(&text)) {
            let is_folder = RULES.iter().any(|(rule, ..)| *rule == name);
            if is_folder && name != folder && !allowed.contains(&name.as_str()) {
                broken.push(format!("{} uses {name}", path.display()));
            }
        }
    }
    assert!(broken.is_empty(), "{}", broken.join("\n"));
}

#[test]
fn pure_folders_touch_nothing_outside() {
    let mut broken = Vec::new();
    for path in rust_files(&source()) {
        let folder = folder_of(&path);
        if RULES.iter().any(|(name, _, pure)| *name == folder && *pure) {
            let text = fs::read_to_string(&path).unwrap();
            for line in code(&text) {
                broken.extend(IMPURE.iter().filter(|word| line.contains(**word)).map(|word| format!("{}: {word}", path.display())));
            }
        }
    }
    assert!(broken.is_empty(), "{}", broken.join("\n"));
}

#[test]
fn only_the_runtime_touches_terminal_and_library_calls() {
    let screens = source().join("tui");
    let mut broken = Vec::new();
    for path in rust_files(&screens) {
        if path.strip_prefix(&screens).unwrap().starts_with("runtime") {
            continue;
        }
        let text = fs::read_to_string(&path).unwrap();
        for line in code(&text) {
            for word in ["crossterm", "rusqlite", "std::fs", "std::thread", "std::env", "Library::", "Timestamp::now", "Zoned::now"] {
                if line.contains(word) {
                    broken.push(format!("{}: {word}", path.display()));
                }
            }
        }
    }
    assert!(broken.is_empty(), "{}", broken.join("\n"));
}

#[test]
fn files_stay_readable() {
    for path in rust_files(&source()) {
        let text = fs::read_to_string(&path).unwrap();
        assert!(text.starts_with("//!"), "{} opens without a sentence on what it is for", path.display());
        let lines = text.split("#[cfg(test)]\nmod tests {").next().unwrap().lines().count();
        assert!(lines <= LONGEST_FILE, "{} has {lines} lines", path.display());
    }
}
