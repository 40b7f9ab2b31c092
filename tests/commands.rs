//! What is around the commands, by the real binary: completions, the manual, settings, mistyped names, closed pipes, exports to files.

#![allow(clippy::unwrap_used, clippy::panic, clippy::expect_used, reason = "a test says so by panicking")]

#[path = "common/home.rs"]
mod home;

use std::fs;
use std::io::{BufRead, BufReader};
use std::path::Path;

use home::{Home, Ran};

fn with_reports() -> Home {
    let home = Home::new();
    for name in ["ferry_post.md", "ferry_wire.md", "ferry_radio.md"] {
        home.page(name, fs::read(Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/exports").join(name)).unwrap());
    }
    home
}

#[test]
fn a_comparison_goes_where_it_is_sent() {
    let home = with_reports();
    let pair = ["ferry_post.md", "ferry_wire.md"];
    let run = |options: &[&str]| home.run(&[&["compare"], options, &pair].concat());
    assert!(run(&["--markdown"]).out.starts_with("# Harbour Post and Coast Wire, side by side\n"));
    let page = run(&["--html", "-"]).out;
    assert!(page.starts_with("<!doctype html>") && page.ends_with("</html>\n"));
    let ran = run(&["--exit-code", "--html", "page.html"]);
    assert_eq!((ran.code, ran.out.as_str(), fs::read_to_string(home.path("page.html")).unwrap()), (Some(1), "", page));
    let before = fs::read(home.path("ferry_post.md")).unwrap();
    let ran = run(&["--html", "./ferry_post.md"]);
    assert!(ran.said("parallax: ./ferry_post.md: it is one of the pages to be read; it was left as it is"), "{}", ran.messages);
    assert_eq!((ran.code, fs::read(home.path("ferry_post.md")).unwrap()), (Some(1), before));
    let ran = run(&["--html", "none/page.html"]);
    assert!(ran.said("parallax: none/page.html: cannot be written: No such file or directory"), "{}", ran.messages);
    assert_eq!(run(&["--html", "page.html", "--json"]).code, Some(2), "one form at a time");
}

#[test]
fn every_shell_and_the_manual_know_every_command() {
    let home = Home::new();
    let help = home.run(&["--help"]).out;
    let commands: Vec<&str> = help.split("Commands:\n").nth(1).unwrap().lines().map_while(|line| line.split_whitespace().next()).collect();
    assert!(commands.len() > 10, "{help}");
    for shell in ["bash", "zsh", "fish", "powershell"] {
        let ran = home.run(&["completions", shell]);
        assert!(commands.iter().all(|command| ran.out.contains(command)), "{shell}");
    }
    let manual = home.run(&["man"]).out;
    assert!(manual.contains(".SH EXAMPLES\n.nf\n") && manual.contains("parallax\\-compare(1)"), "{manual}");
    assert!(home.run(&["man", "bookmarks", "verify"]).out.contains("parallax\\-bookmarks\\-verify"));
    assert!(home.run(&["man", "comprae"]).said("parallax: no command is called `comprae`; did you mean `compare`?"));
    let written = home.run(&["man", "--all", "man1"]).out;
    assert!(written.lines().any(|line| line == "man1/parallax-bookmarks-export.1"), "{written}");
    assert_eq!(fs::read_dir(home.path("man1")).unwrap().count(), written.lines().count());
}

#[test]
fn every_command_has_examples_or_needs_none() {
    let home = Home::new();
    for command in [
        vec!["add"],
        vec!["list"],
        vec!["show"],
        vec!["compare"],
        vec!["events"],
        vec!["bookmarks"],
        vec!["bookmarks", "export"],
        vec!["bookmarks", "import"],
        vec!["completions"],
        vec!["man"],
        vec!["config"],
    ] {
        let help = home.run(&[command.as_slice(), &["--help"]].concat()).out;
        assert!(help.contains("Examples:\n  "), "{command:?}: {help}");
    }
}

#[test]
fn a_mistyped_name_is_answered_with_the_nearest_one() {
    let home = Home::new();
    for (arguments, tip) in [
        (&["comprae"][..], "'compare'"),
        (&["bookmarks", "exprot"], "'export'"),
        (&["show", "--as", "markdwon", "x"], "'markdown'"),
        (&["list", "--sicne", "2024-01-01"], "'--since'"),
        (&["completions", "bsh"], "'bash'"),
    ] {
        let ran = home.run(arguments);
        assert!(ran.messages.contains("tip: ") && ran.messages.contains(tip) && ran.code == Some(2), "{arguments:?}: {}", ran.messages);
    }
}

#[test]
fn settings_are_printed_and_checked() {
    let home = Home::new();
    let run = |arguments: &[&str]| {
        let mut command = home.command(arguments);
        command.env("XDG_CONFIG_HOME", home.path("conf"));
        Ran::of(command)
    };
    let default = run(&["config", "--print-default"]).out;
    home.page("conf/parallax/config.toml", &default);
    let ran = run(&["config", "--check"]);
    assert_eq!((ran.code, ran.out.as_str()), (Some(0), ""), "{}", ran.messages);
    assert_eq!(run(&["config"]).out, default);
    home.page("conf/parallax/config.toml", "\n\ncite = \"bibtx\"\n");
    home.page("conf/parallax/keys.toml", "[library]\nstarr = [\"*\"]\n");
    home.page("conf/parallax/themes/mine.toml", "[roles\n");
    let ran = run(&["config", "--check"]);
    let folder = home.path("conf/parallax");
    let want = [
        format!("{}:2: no action is called `starr`; did you mean `star`?", folder.join("keys.toml").display()),
        format!("{}:3: no citation is called `bibtx`; did you mean `bibtex`?", folder.join("config.toml").display()),
    ];
    assert!(want.iter().all(|line| ran.out.lines().any(|said| said == line)), "{}", ran.out);
    assert!(ran.out.contains(&format!("{}:1: ", folder.join("themes/mine.toml").display())) && ran.code == Some(1), "{}", ran.out);
}

/// Enough output that the pipe is full when nobody reads on.
#[test]
fn a_closed_pipe_ends_every_command_quietly() {
    let home = with_reports();
    let pages: Vec<&str> = ["ferry_post.md", "ferry_wire.md", "ferry_radio.md"].into_iter().cycle().take(18).collect();
    for command in [
        vec!["compare"],
        vec!["compare", "--json"],
        vec!["compare", "--markdown"],
        vec!["compare", "--html", "-"],
        vec!["completions", "bash"],
        vec!["man"],
    ] {
        let is_comparison = command[0] == "compare";
        let arguments: Vec<&str> = command.iter().copied().chain(pages.iter().copied().filter(|_| is_comparison)).collect();
        let mut child = home.command(&arguments).spawn().unwrap();
        let mut line = String::new();
        BufReader::new(child.stdout.take().unwrap()).read_line(&mut line).unwrap();
        let output = child.wait_with_output().unwrap();
        let said = String::from_utf8(output.stderr).unwrap();
        assert!(!line.is_empty() && said.is_empty() && output.status.success(), "{command:?}: {:?} {said}", output.status);
    }
}
