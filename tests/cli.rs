//! The real binary in a home of its own: what it prints where, what it says of bad input, and how it exits.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test says so by panicking")]
#![allow(clippy::print_stderr, reason = "a test that cannot run here says so")]

#[path = "common/home.rs"]
mod home;

use std::fs;
use std::io::{Read, Write};
use std::path::Path;
use std::process::{Command, Stdio};

use jiff::Timestamp;
use parallax::library::{Kept, Library, Passage, Query};
use parallax::text::Span;
use serde_json::Value;

use home::{Home, Ran};

/// Adds a report `a.txt`, and keeps a passage of it; gives the article's id.
fn keep_bookmark(home: &Home) -> String {
    home.page("a.txt", report("2024-03-02", "Goats visit the town hall", 12));
    home.run(&["add", "a.txt"]);
    let mut library = Library::open(&home.path("library")).unwrap();
    let id = library.list(&Query::default()).unwrap().remove(0).id;
    let article = library.article(&id).unwrap().unwrap();
    let passage = Passage::of(&article, &[Span::new(0, "A herd of 12 goats".len())]).unwrap();
    library.add_bookmark(Kept::One(Box::new(passage)), "count them", &["goats".into()], Timestamp::UNIX_EPOCH).unwrap();
    id.as_str().to_owned()
}

/// A page such as a crawler saves, with a report of `count` goats on it.
fn report(day: &str, title: &str, count: usize) -> String {
    format!(
        " date {day} {title}\n\nHome\n\n{title}\n\n\
         A herd of {count} goats walked into the town hall of Underbrook on Saturday and stayed until the evening, the council said.\n\n\
         \"They were better behaved than some of our visitors,\" said Mayor Petra Lindqvist, who had to postpone a meeting about parking.\n\n\
         Two keepers led the animals back across the river, and volunteers needed {count} minutes to sweep the stairs of the building.\n\n\
         The council wants to repair the gate behind the market, which had stood open since a storm in January, before the end of the month.\n"
    )
}

#[test]
fn bad_pages_are_said_one_by_one_and_the_rest_goes_on() {
    let home = Home::new();
    home.page("good.txt", report("2024-03-02", "Goats visit the town hall", 12));
    home.page("empty.txt", "");
    home.page("blank.txt", " \n\t\n");
    home.page("binary.txt", b"\x7fELF\x00\x01\x02\x00");
    home.page("latin.txt", b"Caf\xe9 au lait, s'il vous pla\xeet.");
    home.page("zeros.txt", b"pages\x00\x01");
    home.page("film.html", b"\x00\x00\x00\x20ftypisom\x00");
    fs::File::create(home.path("huge.txt")).unwrap().set_len(1 << 40).unwrap();
    home.page("bomb.gz", packed(&vec![b' '; 65 << 20]));
    home.page("broken.gz", b"\x1f\x8b\x08\x00\x00\x00\x00\x00\x00\x03\xff\xff\xff");
    home.page("empty.json", "{\"items\": []}");
    home.page("cut.xml", "<rss><channel><item><title>Goats");
    home.page("line.txt", "x ".repeat(25_000_000));
    home.page("menu.txt", "Home\nNews\nSport\nLog in\n");
    fs::create_dir(home.path("folder")).unwrap();
    Command::new("mkfifo").arg(home.path("pipe.txt")).status().unwrap();
    std::os::unix::fs::symlink(home.path("loop.txt"), home.path("loop.txt")).unwrap();
    let cases = [
        ("missing.txt", "no such file"),
        ("empty.txt", "the file is empty"),
        ("blank.txt", "the file is empty"),
        ("binary.txt", "a program, not a saved page"),
        ("zeros.txt", "a binary file, not a saved page"),
        ("film.html", "a video, not a saved page"),
        ("huge.txt", "larger than 64 MB, too large for a saved page"),
        ("bomb.gz", "unpacks to more than 64 MB, too large for a saved page"),
        ("broken.gz", "a damaged gzip file"),
        ("empty.json", "no articles in it"),
        ("cut.xml", "cut off before its first article ends"),
        ("latin.txt", "not valid UTF-8, and no article found in it read as windows-1252"),
        ("line.txt", "larger than 16 MB, too large for a saved page"),
        ("menu.txt", "no article found in it (--keep-all takes the whole page)"),
        ("folder", "a folder, not a file"),
        ("pipe.txt", "not a regular file (a device, a pipe or a socket)"),
        ("/dev/zero", "not a regular file (a device, a pipe or a socket)"),
        ("loop.txt", "Too many levels of symbolic links"),
    ];
    let arguments: Vec<&str> = ["show", "--json"].into_iter().chain(cases.iter().map(|(file, _)| *file)).chain(["good.txt"]).collect();
    let ran = home.run(&arguments);
    let lines = ran.json();
    assert_eq!((lines.len(), ran.messages.lines().count(), ran.code), (cases.len() + 1, cases.len(), Some(1)), "{}", ran.messages);
    for ((file, reason), line) in cases.iter().zip(&lines) {
        assert!(ran.said(&format!("parallax: {file}: {reason}")), "{file}: {}", ran.messages);
        assert_eq!((line["file"].as_str(), line["error"].as_str()), (Some(*file), Some(*reason)));
    }
    assert_eq!(lines[cases.len()]["title"], "Goats visit the town hall");
}

/// Bytes packed with gzip.
fn packed(bytes: &[u8]) -> Vec<u8> {
    let mut writer = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::fast());
    writer.write_all(bytes).unwrap();
    writer.finish().unwrap()
}

#[test]
fn what_may_not_be_read_is_said() {
    use std::os::unix::fs::PermissionsExt;
    let home = Home::new();
    let page = home.page("secret.txt", report("2024-03-02", "Goats visit the town hall", 12));
    fs::set_permissions(&page, fs::Permissions::from_mode(0o000)).unwrap();
    if fs::read(&page).is_ok() {
        eprintln!("not tested: this user may read every file");
        return;
    }
    let ran = home.run(&["show", "secret.txt"]);
    assert!(ran.said("parallax: secret.txt: no permission to read it"), "{}", ran.messages);
    assert_eq!(ran.code, Some(1));
}

#[test]
fn a_folder_is_added_once_with_every_refusal_named() {
    let home = Home::new();
    home.page("news/a.txt", report("2024-03-02", "Goats visit the town hall", 12));
    home.page("news/deep/b.TXT", report("2024-03-03", "Goats walk home", 14));
    home.page("news/page.html", "<p>Goats");
    home.page("news/picture.txt", b"\x89PNG\r\n\x1a\n\x00");
    home.page("news/paper.pdf", "%PDF-1.7");
    home.page("news/empty.txt", "");
    std::os::unix::fs::symlink(home.path("news"), home.path("news/deep/up")).unwrap();
    let ran = home.run(&["add", "news"]);
    assert_eq!(ran.out, "added 2, unchanged 0, refused 5\n", "{}", ran.messages);
    assert_eq!((ran.messages.lines().count(), ran.code), (5, Some(1)));
    for message in [
        "parallax: news/deep/up: a folder that was read already, by another name",
        "parallax: news/page.html: no article found in it (--keep-all takes the whole page)",
        "parallax: news/picture.txt: a PNG image, not a saved page",
        "parallax: news/paper.pdf: a PDF document, not a saved page",
        "parallax: news/empty.txt: the file is empty",
    ] {
        assert!(ran.said(message), "{message}\n{}", ran.messages);
    }
    let again = home.run(&["add", "news/a.txt", "news/deep/b.TXT"]);
    assert_eq!((again.out.as_str(), again.code), ("added 0, unchanged 2, refused 0\n", Some(0)));
    let titles: Vec<Value> = home.run(&["list", "--json"]).json().into_iter().map(|line| line["title"].clone()).collect();
    assert_eq!(titles, ["Goats walk home", "Goats visit the town hall"]);
}

#[test]
fn escape_codes_never_reach_the_terminal() {
    let home = Home::new();
    let page = report("2024-03-02", "Goats \u{1b}]0;owned\u{7}visit \u{1b}[31mthe town hall", 12).replace("stairs", "\u{1b}[2Jstairs");
    home.page("hostile.txt", &page);
    let warning = "parallax: hostile.txt: terminal escape codes in the text were removed\n";
    for options in [&["show"][..], &["show", "--raw"], &["show", "--json"], &["add"], &["add"], &["events"]] {
        let arguments = [options, &["hostile.txt"]].concat();
        let ran = home.run(&arguments);
        assert_eq!(ran.messages, warning, "{arguments:?}");
        assert!(!ran.out.is_empty() && !ran.out.contains('\u{1b}') && !ran.out.contains("\\u001b"), "{arguments:?}");
        assert_eq!(ran.code, Some(1));
    }
    assert_eq!(home.run(&["list", "--json"]).json()[0]["title"], "Goats visit the town hall");
    home.page("other.txt", report("2024-03-02", "Goats visit the town hall", 40));
    for (options, code) in [(&["compare", "hostile.txt"][..], 1), (&["compare", "--exit-code", "hostile.txt"], 1)] {
        let ran = home.run(&[options, &["other.txt"]].concat());
        assert_eq!((ran.messages.as_str(), ran.code), (warning, Some(code)), "{options:?}");
    }
    let alike = home.run(&["compare", "--exit-code", "hostile.txt", "hostile.txt"]);
    assert_eq!((alike.messages, alike.code), (warning.repeat(2), Some(0)), "a page that was cleaned is compared all the same");
    home.page("reversed.txt", report("2024-03-02", "Goats \u{202e}visit the town hall", 12));
    let reversed = home.run(&["add", "reversed.txt"]);
    assert_eq!(reversed.messages, "parallax: reversed.txt: marks that reverse the reading direction were made visible in the text\n");
    assert_eq!(reversed.code, Some(1));
    let named = home.run(&["show", "evil\u{1b}[31m.txt"]);
    assert_eq!(named.messages, "parallax: evil.txt: no such file\n");
}

#[test]
fn an_article_is_shown_by_the_first_digits_of_its_id() {
    let home = Home::new();
    home.page("a.txt", report("2024-03-02", "Goats visit the town hall", 12));
    home.run(&["add", "a.txt"]);
    let id = home.run(&["list", "--json"]).json()[0]["id"].as_str().unwrap().to_owned();
    let shown = home.run(&["show", id.get(..4).unwrap()]);
    assert!(shown.out.starts_with("Goats visit the town hall\nSat 2 Mar 2024\n\nA herd of 12 goats"), "{}", shown.out);
    assert_eq!(home.run(&["show", "--json", &id]).json()[0]["id"], id.as_str());
    let unknown = home.run(&["show", "0123456789"]);
    let message = "parallax: 0123456789: no such file, and no article in the library with an id that starts so";
    assert!(unknown.said(message), "{}", unknown.messages);
    assert_eq!(unknown.code, Some(1));
    let short = home.run(&["show", "848"]);
    let message = "parallax: 848: no such file; for an article of the library, give at least 4 digits of its id\n";
    assert_eq!((short.messages.as_str(), short.code), (message, Some(1)));
}

#[test]
fn wrong_usage_is_said_in_plain_words() {
    let home = Home::new();
    for (arguments, words) in [
        (&["compare", "a.txt"][..], "two reports are needed"),
        (&["compare"], "two reports are needed"),
        (&["compare", "-", "-"], "standard input (-) can be read only once"),
        (&["add", "-", "-"], "standard input (-) can be read only once"),
        (&["list", "--since", "2023-13-01"], "a day of the calendar is wanted"),
        (&["list", "--until", "foo"], "a day of the calendar is wanted"),
        (&["list", "--event", "foo"], "an event is named by its number"),
    ] {
        let ran = home.run(arguments);
        assert!(ran.messages.contains(words), "{arguments:?}: {}", ran.messages);
        assert_eq!((ran.out.as_str(), ran.code), ("", Some(2)));
    }
}

#[test]
fn bookmarks_are_printed_with_all_that_cites_them() {
    let home = Home::new();
    keep_bookmark(&home);
    let cited = "“A herd of 12 goats”\n— “Goats visit the town hall”, 2 March 2024, a.txt\n  note: count them\n  tags: goats\n";
    assert_eq!(home.run(&["bookmarks"]).out, cited);
    let kept = home.run(&["bookmarks", "list", "--json"]).json().remove(0);
    assert_eq!(kept["created"], "1970-01-01T00:00:00Z");
    assert_eq!(kept["passages"][0]["exact"], "A herd of 12 goats");
    assert_eq!(home.run(&["list", "--json"]).json()[0]["bookmarks"], 1);
}

#[test]
fn the_list_goes_by_day_and_can_be_narrowed() {
    let home = Home::new();
    home.page("a.txt", report("2024-03-02", "Goats visit the town hall", 12));
    home.page("b.txt", report("2024-03-04", "Goats walk home", 14));
    home.run(&["add", "a.txt", "b.txt"]);
    let all = home.run(&["list"]);
    let lines: Vec<&str> = all.out.lines().collect();
    assert!(
        matches!(lines.as_slice(), ["Mon 4 Mar 2024 · 1", home, "", "Sat 2 Mar 2024 · 1", visit]
        if home.ends_with("Goats walk home") && visit.ends_with("Goats visit the town hall")),
        "{}",
        all.out
    );
    let titles = |arguments: &[&str]| home.run(arguments).json().iter().map(|line| line["title"].clone()).collect::<Vec<_>>();
    assert_eq!(titles(&["list", "--json", "--since", "2024-03-03"]), ["Goats walk home"]);
    assert_eq!(titles(&["list", "--json", "--until", "2024-03-03"]), ["Goats visit the town hall"]);
    let event = home.run(&["list", "--event", "99"]);
    assert_eq!((event.messages.as_str(), event.code), ("parallax: there is no event 99; parallax events lists them\n", Some(1)));
    let nothing = home.run(&["list", "--since", "2024-03-05"]);
    assert_eq!((nothing.messages.as_str(), nothing.code), ("parallax: no article is like that\n", Some(0)));
}

#[test]
fn without_a_terminal_the_library_is_listed_and_an_empty_one_shows_the_sample() {
    let home = Home::new();
    let ran = home.run(&[]);
    assert!(ran.messages.contains("the built-in sample"), "{}", ran.messages);
    assert!(ran.out.lines().count() > 18, "{}", ran.out);
    let entry = ran.out.lines().nth(1).unwrap();
    let shown = home.run(&["show", entry.split_whitespace().next().unwrap()]);
    assert!(entry.contains(shown.out.lines().next().unwrap()) && shown.code == Some(0), "{entry}");
    assert!(!home.path("library").exists(), "looking makes no files");
    home.page("a.txt", report("2024-03-02", "Goats visit the town hall", 12));
    home.run(&["add", "a.txt"]);
    let ran = home.run(&[]);
    assert!(ran.out.contains("Goats visit the town hall") && ran.messages.is_empty(), "{}", ran.out);
}

#[test]
fn a_page_can_come_from_standard_input() {
    let home = Home::new();
    for (arguments, want) in [(["show", "-"], "A herd of 12 goats"), (["add", "-"], "added 1, unchanged 0, refused 0")] {
        let mut child = home.command(&arguments).stdin(Stdio::piped()).spawn().unwrap();
        let page = report("2024-03-02", "Goats visit the town hall", 12);
        child.stdin.take().unwrap().write_all(page.as_bytes()).unwrap();
        let output = child.wait_with_output().unwrap();
        assert!(output.status.success() && String::from_utf8(output.stdout).unwrap().contains(want), "{arguments:?}");
    }
}

#[test]
fn comparisons_answer_by_exit_code() {
    let home = Home::new();
    home.page("a.txt", report("2024-03-02", "Goats visit the town hall", 12));
    for (arguments, code) in [
        (vec!["compare", "--exit-code", "a.txt", "a.txt"], 0),
        (vec!["compare", "--exit-code", "a.txt", "missing.txt"], 2),
        (vec!["compare", "a.txt", "missing.txt"], 1),
        (vec!["compare", "a.txt"], 2),
        (vec!["compare", "--unknown"], 2),
    ] {
        assert_eq!(home.run(&arguments).code, Some(code), "{arguments:?}");
    }
}

#[test]
fn three_articles_give_three_comparisons() {
    let home = Home::new();
    for (name, count) in [("a.txt", 12), ("b.txt", 13), ("c.txt", 14)] {
        home.page(name, report("2024-03-02", "Goats visit the town hall", count));
    }
    let lines = home.run(&["compare", "--json", "a.txt", "b.txt", "c.txt"]).json();
    let pairs: Vec<(&str, &str)> =
        lines.iter().map(|line| (line["left"]["file"].as_str().unwrap(), line["right"]["file"].as_str().unwrap())).collect();
    assert_eq!(pairs, [("a.txt", "b.txt"), ("a.txt", "c.txt"), ("b.txt", "c.txt")]);
}

#[test]
fn events_name_files_as_given_or_by_folder_and_stay_out_of_the_library() {
    let home = Home::new();
    home.page("news/a.txt", report("2024-03-02", "Goats visit the town hall", 12));
    home.page("b.txt", report("2024-06-02", "Choir tours the islands", 40));
    let ran = home.run(&["events", "--json", "news", "b.txt"]);
    let events = ran.json().remove(0);
    let mut files: Vec<&str> = events
        .as_array()
        .unwrap()
        .iter()
        .flat_map(|event| event["articles"].as_array().unwrap())
        .map(|file| file.as_str().unwrap())
        .collect();
    files.sort_unstable();
    assert_eq!((files, ran.code), (vec!["b.txt", "news/a.txt"], Some(0)));
    assert!(!home.path("library").exists());
    home.run(&["add", "b.txt"]);
    let kept = home.run(&["events", "--json"]).json().remove(0);
    assert_eq!(kept[0]["articles"], serde_json::json!(["b.txt"]));
}

#[test]
fn a_closed_pipe_ends_quietly() {
    let home = Home::new();
    home.page("a.txt", report("2024-03-02", "Goats visit the town hall", 12));
    let many: Vec<&str> = ["show"].into_iter().chain(std::iter::repeat_n("a.txt", 2_000)).collect();
    let mut child = home.command(&many).spawn().unwrap();
    let mut first = [0; 10];
    child.stdout.take().unwrap().read_exact(&mut first).unwrap();
    let output = child.wait_with_output().unwrap();
    assert_eq!((output.status.code(), String::from_utf8(output.stderr).unwrap()), (Some(0), String::new()));
}

#[test]
fn a_full_disk_is_said() {
    let home = Home::new();
    home.page("a.txt", report("2024-03-02", "Goats visit the town hall", 12));
    let Ok(full) = fs::OpenOptions::new().write(true).open("/dev/full") else { return eprintln!("not tested: there is no /dev/full") };
    let mut command = home.command(&["show", "a.txt"]);
    command.stdout(full);
    let ran = Ran::of(command);
    let message = "parallax: standard output: No space left on device\n";
    assert_eq!((ran.messages.as_str(), ran.code), (message, Some(1)));
    let mut command = home.command(&["compare", "--exit-code", "a.txt", "a.txt"]);
    command.stdout(fs::OpenOptions::new().write(true).open("/dev/full").unwrap());
    let ran = Ran::of(command);
    assert_eq!((ran.messages.as_str(), ran.code), (message, Some(2)), "1 would tell of discrepancies");
    for arguments in [["--help"], ["--version"]] {
        let mut command = home.command(&arguments);
        command.stdout(fs::OpenOptions::new().write(true).open("/dev/full").unwrap());
        let ran = Ran::of(command);
        assert_eq!((ran.messages.as_str(), ran.code), (message, Some(1)));
    }
}

#[test]
fn a_damaged_library_is_named_and_left_alone() {
    let home = Home::new();
    home.page("library/user.db", "no database at all, however long one looks at it");
    let ran = home.run(&["list"]);
    let file = home.path("library/user.db");
    assert_eq!(ran.messages, format!("parallax: {}: not a library of Parallax, or damaged; it was left as it is\n", file.display()));
    assert_eq!(ran.code, Some(1));
    assert!(fs::read_to_string(&file).unwrap().starts_with("no database"));
    home.page("a.txt", report("2024-03-02", "Goats visit the town hall", 12));
    let asked = home.run(&["compare", "--exit-code", "a.txt", "deadbeef"]);
    assert!(asked.messages.starts_with("parallax: deadbeef: no such file, and the library cannot be asked: "), "{}", asked.messages);
    assert_eq!(asked.code, Some(2));
}

#[test]
fn a_library_that_cannot_be_made_is_said() {
    let home = Home::new();
    home.page("a.txt", report("2024-03-02", "Goats visit the town hall", 12));
    home.page("library", "a file stands where the folder should be");
    let message = format!("parallax: {}: no library, for it is not a folder; it was left as it is\n", home.path("library").display());
    for arguments in [&["add", "a.txt"][..], &["list"], &["bookmarks"], &["events"], &[]] {
        let ran = home.run(arguments);
        assert_eq!((ran.messages.as_str(), ran.code, ran.out.as_str()), (message.as_str(), Some(1), ""), "{arguments:?}");
    }
}

#[test]
fn damaged_articles_do_not_hide_the_bookmarks() {
    let home = Home::new();
    keep_bookmark(&home);
    home.page("library/articles.db", "no tables at all ".repeat(100));
    let ran = home.run(&["bookmarks"]);
    assert!(ran.out.contains("A herd of 12 goats") && ran.messages.contains("add the pages again"), "{}", ran.messages);
    assert_eq!((ran.messages.lines().count(), ran.code), (1, Some(1)));
    let list = home.run(&["list"]);
    assert_eq!((list.out.as_str(), list.messages, list.code), ("", ran.messages, Some(1)));
    fs::remove_file(home.path("library/articles.db")).unwrap();
    assert_eq!(home.run(&["add", "a.txt"]).out, "added 1, unchanged 0, refused 0\n");
    assert_eq!(home.run(&["list", "--json"]).json()[0]["bookmarks"], 1);
}

/// Runs as a user who owns nothing here, for the superuser may write everywhere; `None` where that cannot be done.
fn as_stranger(mut command: Command) -> Option<Ran> {
    use std::os::unix::process::CommandExt;
    command.uid(65534).gid(65534);
    let can_start = command.output().is_ok();
    if !can_start {
        eprintln!("not tested: the program cannot be run as another user");
    }
    can_start.then(|| Ran::of(command))
}

#[test]
fn a_library_without_permission_to_write_can_be_read() {
    use std::os::unix::fs::PermissionsExt;
    let home = Home::new();
    let id = keep_bookmark(&home);
    for (path, mode) in [(".", 0o755), ("a.txt", 0o644), ("library", 0o555), ("library/user.db", 0o444), ("library/articles.db", 0o444)] {
        fs::set_permissions(home.path(path), fs::Permissions::from_mode(mode)).unwrap();
    }
    for (arguments, want) in [
        (&["list"][..], "Goats visit the town hall"),
        (&[], "Goats visit the town hall"),
        (&["show", &id], "A herd of 12 goats"),
        (&["events"], "Goats visit the town hall"),
        (&["bookmarks"], "A herd of 12 goats"),
        (&["compare", &id, "a.txt"], "Goats visit the town hall"),
    ] {
        let Some(ran) = as_stranger(home.command(arguments)) else { return };
        assert_eq!((ran.out.contains(want), ran.messages.as_str(), ran.code), (true, "", Some(0)), "{arguments:?} {}", ran.out);
    }
    let Some(ran) = as_stranger(home.command(&["add", "a.txt"])) else { return };
    let message = format!("parallax: {}: no permission to write it\n", home.path("library/user.db").display());
    assert_eq!((ran.messages, ran.code, ran.out.as_str()), (message, Some(1), ""));
    assert_eq!(fs::read_dir(home.path("library")).unwrap().count(), 2, "nothing is left beside the files");
    fs::set_permissions(home.path("library"), fs::Permissions::from_mode(0o755)).unwrap();
}

#[test]
fn the_library_lies_in_the_users_folder_for_data() {
    let home = Home::new();
    let mut command = home.command(&["paths"]);
    command.env_remove("PARALLAX_LIBRARY").env("HOME", home.folder.path()).env("XDG_DATA_HOME", home.path("data"));
    let folder = home.path("data/parallax");
    let line = |what: &str, path: &Path| format!("{what}  {}\n", path.display());
    let settings = home.path(".config/parallax");
    let want = [
        line("library ", &folder),
        line("user    ", &folder.join("user.db")),
        line("articles", &folder.join("articles.db")),
        line("settings", &settings.join("config.toml")),
        line("keys    ", &settings.join("keys.toml")),
        line("themes  ", &settings.join("themes")),
    ];
    assert_eq!(Ran::of(command).out, want.concat());
    assert!(!folder.exists());
}

#[test]
fn colours_only_when_asked_for() {
    let home = Home::new();
    home.page("a.txt", report("2024-03-02", "Goats visit the town hall", 12));
    assert!(!home.run(&["show", "a.txt"]).out.contains('\u{1b}'));
    assert!(home.run(&["show", "--color", "always", "a.txt"]).out.contains("\u{1b}[1mGoats visit the town hall\u{1b}[0m"));
}

#[test]
fn text_is_wrapped_to_the_terminal() {
    let home = Home::new();
    home.page("a.txt", report("2024-03-02", "Goats visit the town hall", 12));
    let mut command = home.command(&["show", "a.txt"]);
    command.env("COLUMNS", "40");
    let widths: Vec<usize> = Ran::of(command).out.lines().map(|line| line.chars().count()).collect();
    assert!(widths.iter().all(|width| *width <= 40) && widths.iter().any(|width| *width > 30), "{widths:?}");
}

#[test]
fn keys_are_printed_as_the_readers_own_file_makes_them() {
    let home = Home::new();
    home.page("config/parallax/keys.toml", "[library]\nstar = [\"*\"]\nstarr = [\"x\"]\n");
    let keys = |arguments: &[&str]| {
        let mut command = home.command(arguments);
        command.env("XDG_CONFIG_HOME", home.path("config"));
        Ran::of(command)
    };
    let printed = keys(&["keys"]);
    assert!(printed.out.contains("[library] in the library\n"), "{}", printed.out);
    assert!(printed.out.lines().any(|line| line.starts_with("  * ") && line.ends_with("Star, or take the star")), "{}", printed.out);
    assert!(printed.messages.contains("keys.toml:3: no action is called `starr`; did you mean `star`?"), "{}", printed.messages);
    assert_eq!(printed.code, Some(1));
    let star = keys(&["keys", "--json"]).json().into_iter().find(|line| line["action"] == "star" && line["context"] == "library").unwrap();
    assert_eq!(star["keys"], serde_json::json!(["*"]));
}

#[test]
fn the_full_text_is_searched() {
    let home = Home::new();
    home.page("a.txt", report("2024-03-02", "Goats visit the town hall", 12));
    home.page("b.txt", report("2024-05-02", "More goats in Underbrook", 40));
    home.run(&["add", "a.txt", "b.txt"]);
    let ran = home.run(&["search", "herd after:2024-04 -ferry", "--json"]);
    let lines = ran.json();
    assert_eq!((lines.len(), &lines[0]["title"], ran.code), (1, &Value::from("More goats in Underbrook"), Some(0)));
    let snippet = lines[0]["snippet"]["text"].as_str().unwrap();
    let hits: Vec<[usize; 2]> = serde_json::from_value(lines[0]["snippet"]["hits"].clone()).unwrap();
    assert_eq!(snippet.chars().skip(hits[0][0]).take(hits[0][1] - hits[0][0]).collect::<String>(), "herd");
    let ran = home.run(&["search", "--color", "always", "\"HERD of\""]);
    assert!(ran.out.contains("\u{1b}[1;4mherd of\u{1b}[0m") && ran.out.contains("Goats visit the town hall"), "{}", ran.out);
    let ran = home.run(&["search", "goats", "--limit", "1"]);
    assert!(ran.said("parallax: 1 of 2 articles; --limit shows more"), "{}", ran.messages);
    let ran = home.run(&["search", "zebra"]);
    assert!(ran.said("parallax: none of 2 articles answers") && ran.code == Some(0), "{}", ran.messages);
    let ran = home.run(&["search", "é", "before:soon"]);
    assert_eq!(ran.code, Some(2));
    assert!(ran.messages.starts_with("parallax: the query, column 3: “soon” is no date"), "{}", ran.messages);
    assert!(ran.messages.ends_with("\n  é before:soon\n    ^\n"), "{}", ran.messages);
}

#[test]
fn a_folder_is_not_read_again_and_a_changed_page_is_a_version() {
    let home = Home::new();
    fs::create_dir(home.path("news")).unwrap();
    home.page("news/a.txt", report("2024-03-02", "Goats visit the town hall", 12));
    home.page("news/b.txt", report("2024-05-02", "More goats in Underbrook", 40));
    assert_eq!(home.run(&["add", "news"]).out, "added 2, unchanged 0, refused 0\n");
    assert_eq!(home.run(&["add", "news"]).out, "added 0, unchanged 2, refused 0\n");
    home.page("news/b.txt", report("2024-05-02", "More goats in Underbrook", 41));
    assert_eq!(home.run(&["add", "news"]).out, "added 1, unchanged 1, refused 0\n");
    let lines = home.run(&["list", "--json"]).json();
    let versions: Vec<&Value> = lines.iter().map(|line| &line["versions"]).collect();
    assert_eq!(versions, [&Value::from(2), &Value::from(1)]);
    assert!(home.run(&["list"]).out.contains("More goats in Underbrook  v2"));
    let found = home.run(&["search", "--json", "herd"]).json();
    assert_eq!(found.len(), 2, "the older version is not found beside the newer one");
}

#[test]
fn what_the_user_corrects_is_kept_and_taken_back() {
    let home = Home::new();
    home.page("a.txt", report("2024-03-02", "Goats visit the town hall", 12));
    home.run(&["add", "a.txt"]);
    let id = home.run(&["list", "--json"]).json()[0]["id"].as_str().unwrap().chars().take(8).collect::<String>();
    let ran = home.run(&["edit", &id, "--source", "Underbrook Gazette", "--date", "2024-03-03"]);
    assert!(ran.out.contains("source: Underbrook Gazette (corrected by you)") && ran.out.contains("date: 2024-03-03 (corrected by you)"));
    fs::remove_file(home.path("library/articles.db")).unwrap();
    home.run(&["add", "a.txt"]);
    let line = home.run(&["list", "--json"]).json().remove(0);
    assert_eq!((&line["source"], &line["published"]), (&Value::from("Underbrook Gazette"), &Value::from("2024-03-03")));
    home.run(&["edit", &id, "--undo"]);
    assert_eq!(home.run(&["list", "--json"]).json()[0]["published"], "2024-03-02");
    let ran = home.run(&["edit", "ffffffff", "--title", "x"]);
    assert!(ran.said("parallax: ffffffff: no article in the library with an id that starts so") && ran.code == Some(1));
}

#[test]
fn the_doctor_tells_what_is_wrong_and_mends_it() {
    let home = Home::new();
    home.page("a.txt", report("2024-03-02", "Goats visit the town hall", 12));
    home.run(&["add", "a.txt"]);
    let ran = home.run(&["doctor"]);
    assert!(ran.out.ends_with("1 article, 0 older versions, 0 bookmarks\nnothing to mend\n") && ran.code == Some(0), "{}", ran.out);
    fs::write(home.path("library/articles.db"), "these are no tables at all ".repeat(200)).unwrap();
    let ran = home.run(&["doctor"]);
    assert!(ran.messages.contains("parallax doctor --repair brings over") && ran.code == Some(1), "{}", ran.messages);
    let ran = home.run(&["doctor", "--repair"]);
    assert!(ran.out.starts_with("0 articles brought over, 0 could not be read; the damaged file is "), "{}", ran.out);
    assert_eq!(home.run(&["add", "a.txt"]).out, "added 1, unchanged 0, refused 0\n");
    assert_eq!(home.run(&["doctor"]).code, Some(0));
}
