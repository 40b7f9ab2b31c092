//! Adding that is killed, that cannot write, or that happens twice at a time: what was kept is whole, and adding again completes it.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test says so by panicking")]

use std::fs;
use std::path::Path;
use std::process::{Child, Command, Stdio};

use parallax::library::{Library, files};
use rusqlite::Connection;

const PAGES: usize = 800;

fn write_pages(folder: &Path, pages: usize) {
    fs::create_dir(folder).unwrap();
    for number in 0..pages {
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
    write_pages(&pages, PAGES);
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

#[test]
fn added_from_two_windows_at_the_same_time() {
    let folder = tempfile::tempdir().unwrap();
    let (pages, library) = (folder.path().join("pages"), folder.path().join("library"));
    write_pages(&pages, PAGES / 2);
    let windows = [add(&pages, &library), add(&pages, &library)];
    let mut added = 0;
    for window in windows {
        let output = window.wait_with_output().unwrap();
        let said = String::from_utf8(output.stdout).unwrap();
        let counts: Vec<usize> = said.split(|c: char| !c.is_ascii_digit()).filter_map(|number| number.parse().ok()).collect();
        assert!(output.status.success() && counts.iter().sum::<usize>() == PAGES / 2, "{said}");
        added += counts[0];
    }
    assert_eq!((added, Library::open(&library).unwrap().count().unwrap()), (PAGES / 2, PAGES / 2));
}

/// Files may not grow beyond a limit, as if the disk had no more room.
#[test]
#[cfg(unix)]
fn no_room_in_the_middle_of_adding() {
    let folder = tempfile::tempdir().unwrap();
    let (pages, library) = (folder.path().join("pages"), folder.path().join("library"));
    write_pages(&pages, PAGES);
    let mut command = Command::new("sh");
    command.args(["-c", "trap '' XFSZ; ulimit -f 1800; exec \"$0\" add \"$1\"", env!("CARGO_BIN_EXE_parallax")]).arg(&pages);
    let output = command.env("PARALLAX_LIBRARY", &library).stdin(Stdio::null()).output().unwrap();
    let messages = String::from_utf8(output.stderr).unwrap();
    let file = library.join("articles.db");
    let want = format!("parallax: {}: the disk cannot be read or written; what was there is unchanged\n", file.display());
    assert_eq!((messages, output.status.code()), (want, Some(1)));
    let kept = Library::open(&library).unwrap();
    let lines = kept.list(&parallax::library::Query::default()).unwrap();
    assert_eq!(String::from_utf8(output.stdout).unwrap(), format!("added {}, unchanged 0, refused 0\n", lines.len()));
    assert!(!lines.is_empty() && lines.iter().all(|line| kept.article(&line.id).unwrap().is_some()));
}
