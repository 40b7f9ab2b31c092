//! Killed in the middle of adding: what was kept is whole, and adding again completes it.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test says so by panicking")]

use std::fs;
use std::path::Path;
use std::process::{Child, Command, Stdio};

use parallax::library::{Library, files};
use rusqlite::Connection;

const PAGES: usize = 800;

fn write_pages(folder: &Path) {
    fs::create_dir(folder).unwrap();
    for number in 0..PAGES {
        let text = format!(
            " date 2024-03-02 Boat number {number} arrives\n\nBoat number {number} arrives\n\n\
             The boat with the number {number} reached the harbour of Underbrook on Saturday morning, the harbour master said.\n\n\
             \"We had not expected to see it again,\" said Olga Brandt, who has kept the list of boats for {number} days and nights.\n\n\
             It carried {number} sacks of flour, a piano and a letter for the lighthouse keeper, who was asleep when it came in.\n"
        );
        fs::write(folder.join(format!("{number}.txt")), text).unwrap();
    }
}

fn add(pages: &Path, library: &Path) -> Child {
    let mut command = Command::new(env!("CARGO_BIN_EXE_parallax"));
    command.arg("add").arg(pages).env("PARALLAX_LIBRARY", library).stdin(Stdio::null()).stdout(Stdio::piped());
    command.spawn().unwrap()
}

/// Waits until another process has kept so many articles.
fn wait_for(articles: usize, library: &Path, child: &mut Child) {
    loop {
        assert!(child.try_wait().unwrap().is_none(), "it ended before it could be killed");
        if library.is_dir() && Library::open(library).unwrap().count().unwrap() >= articles {
            return;
        }
        std::thread::yield_now();
    }
}

#[test]
fn killed_while_adding() {
    let folder = tempfile::tempdir().unwrap();
    let (pages, library) = (folder.path().join("pages"), folder.path().join("library"));
    write_pages(&pages);
    for least in [1, PAGES / 3, PAGES / 2] {
        let mut child = add(&pages, &library);
        wait_for(least, &library, &mut child);
        child.kill().unwrap();
        child.wait().unwrap();
        for file in files(&library) {
            let found: String = Connection::open(file).unwrap().query_row("PRAGMA integrity_check", [], |row| row.get(0)).unwrap();
            assert_eq!(found, "ok");
        }
        let kept = Library::open(&library).unwrap();
        let lines = kept.list(&parallax::library::Query::default()).unwrap();
        assert!(lines.len() >= least && lines.len() < PAGES, "{} articles", lines.len());
        assert!(lines.iter().all(|line| kept.article(&line.id).unwrap().is_some()), "every line has its page");
    }
    let kept = Library::open(&library).unwrap().count().unwrap();
    let output = add(&pages, &library).wait_with_output().unwrap();
    let said = String::from_utf8(output.stdout).unwrap();
    assert_eq!(said, format!("added {}, unchanged {kept}, refused 0\n", PAGES - kept));
}
