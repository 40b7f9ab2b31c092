//! `parallax bookmarks` by the real binary: exported, brought in elsewhere, and looked up in pages that changed.

#![allow(clippy::unwrap_used, clippy::panic, clippy::expect_used, reason = "a test says so by panicking")]

#[path = "common/home.rs"]
mod home;

use std::fs;
use std::path::Path;

use home::Home;
use jiff::Timestamp;
use parallax::article::Article;
use parallax::library::{Kept, Library, Passage, Query};
use parallax::text::Span;
use serde_json::Value;

/// A home with two reports in the library, a passage of the first, and a pair.
fn kept() -> Home {
    let home = Home::new();
    for name in ["ferry_post.md", "ferry_wire.md"] {
        home.page(name, fs::read(Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/exports").join(name)).unwrap());
    }
    assert_eq!(home.run(&["add", "ferry_post.md", "ferry_wire.md"]).out, "added 2, unchanged 0, refused 0\n");
    let mut library = Library::open(&home.path("library")).unwrap();
    let lines = library.list(&Query::default()).unwrap();
    let article = |source: &str| {
        let line = lines.iter().find(|line| line.source.as_deref() == Some(source)).unwrap();
        library.article(&line.id).unwrap().unwrap()
    };
    let (post, wire) = (article("Harbour Post"), article("Coast Wire"));
    let passage = |article: &Article, words: &[&str]| {
        let span = |words: &&str| article.body.text().find(words).map(|at| Span::new(at, at + words.len())).unwrap();
        Passage::of(article, &words.iter().map(span).collect::<Vec<_>>()).unwrap()
    };
    let one = passage(&post, &["with 84 passengers and crew", "Nobody was seriously hurt"]);
    let pair = (passage(&post, &["seven people were treated"]), passage(&wire, &["Nine people were treated"]));
    let at = |second| Timestamp::from_second(second).unwrap();
    library.add_bookmark(Kept::One(Box::new(one)), "Two lines.\n- Check!", &["ferry".into()], at(1_709_400_000)).unwrap();
    library.add_bookmark(Kept::Two(Box::new(pair)), "", &[], at(1_709_400_060)).unwrap();
    home
}

#[test]
fn a_pair_is_exported_as_evidence_and_a_passage_with_its_note() {
    let home = kept();
    let ran = home.run(&["bookmarks", "export"]);
    for words in [
        "| Words | seven people were treated | Nine people were treated |",
        "- Differs: figure conflict (differ by 2): people: seven \\| Nine",
        "> with 84 passengers and crew \\[…\\] Nobody was seriously hurt",
        "\nTwo lines.\\\n\\- Check\\!\n",
        "- Tags \\#ferry",
    ] {
        assert!(ran.out.contains(words), "{words}: {}", ran.out);
    }
    let tagged = home.run(&["bookmarks", "export", "--markdown", "--tag", "FERRY", "-o", "tagged.md"]);
    assert_eq!((tagged.code, tagged.out.as_str()), (Some(0), ""));
    assert!(!fs::read_to_string(home.path("tagged.md")).unwrap().contains("Evidence"));
    assert!(home.run(&["bookmarks", "--tag", "goat"]).said("parallax: no bookmark has the tag goat"));
}

#[test]
fn what_is_exported_is_known_again_elsewhere() {
    let (home, other) = (kept(), Home::new());
    let exported = home.run(&["bookmarks", "export", "--json-ld"]).out;
    other.page("kept.jsonld", &exported);
    assert_eq!(other.run(&["bookmarks", "import", "kept.jsonld"]).out, "imported 2, known 0, refused 0\n");
    assert_eq!(other.run(&["bookmarks", "import", "kept.jsonld"]).out, "imported 0, known 2, refused 0\n");
    assert_eq!(other.run(&["bookmarks", "export", "--json-ld"]).out, exported, "nothing is lost on the way, nothing made twice");
    let verified = other.run(&["bookmarks", "verify"]);
    assert_eq!((verified.code, verified.out.lines().last()), (Some(1), Some("2 bookmarks: 2 missing")));
    // Another's note does not take the place of one's own.
    other.page("changed.jsonld", exported.replace("Two lines.\\n- Check!", "Theirs.").replace("\"ferry\"", "\"boat\""));
    let ran = other.run(&["bookmarks", "import", "changed.jsonld"]);
    assert!(ran.messages.contains("its note differs from the one in the file; yours is kept"), "{}", ran.messages);
    let listed = other.run(&["bookmarks", "list", "--json", "--tag", "boat"]).json();
    assert_eq!(
        (listed[0]["tags"].to_string().as_str(), listed[0]["note"].as_str()),
        ("[\"ferry\",\"boat\"]", Some("Two lines.\n- Check!"))
    );
    for (file, why) in [("none.jsonld", "no such file"), ("kept.md", "no JSON: expected value at line 1 column 1")] {
        other.page("kept.md", "# Bookmarks\n");
        assert!(other.run(&["bookmarks", "import", file]).said(&format!("parallax: {file}: {why}")));
    }
}

#[test]
fn changed_pages_are_told_and_words_are_never_found_elsewhere() {
    let home = kept();
    let verify = || home.run(&["bookmarks", "verify", "--json"]);
    let standings = |lines: &[Value]| {
        let of = |line: &Value| {
            line["passages"].as_array().unwrap().iter().map(|one| one["standing"].as_str().unwrap().to_owned()).collect::<Vec<_>>()
        };
        lines.iter().map(of).collect::<Vec<_>>()
    };
    let ran = verify();
    assert_eq!((standings(&ran.json()), ran.code), (vec![vec!["intact".to_owned(); 2], vec!["intact".to_owned()]], Some(0)));
    let (post, wire) = (home.path("ferry_post.md"), home.path("ferry_wire.md"));
    let text = fs::read_to_string(&post).unwrap();
    fs::write(&post, text.replace("The night ferry", "An update has come in since. The night ferry")).unwrap();
    let text = fs::read_to_string(&wire).unwrap();
    fs::write(&wire, text.replace("Nine people were", "Ten people were")).unwrap();
    let ran = verify();
    assert_eq!(
        (standings(&ran.json()), ran.code),
        (vec![vec!["moved".to_owned(), "altered".to_owned()], vec!["moved".to_owned()]], Some(1))
    );
    assert_eq!(ran.json()[0]["passages"][1]["now"][0], "Ten people were treated");
    fs::write(&wire, "").unwrap();
    assert!(home.run(&["bookmarks", "verify"]).out.contains("the page can no longer be read: the file is empty"));
    fs::remove_file(&wire).unwrap();
    let ran = home.run(&["bookmarks", "verify"]);
    assert_eq!((ran.code, ran.out.lines().last()), (Some(0), Some("2 bookmarks: 2 moved")), "the library has a copy: {}", ran.out);
}

#[test]
fn citations_are_of_the_readers_own_making_too() {
    let home = kept();
    home.page(
        "conf/parallax/config.toml",
        "cite = \"short\"\n[citations]\nshort = \"{words} ({source}[, {author}])\"\nbad = \"{titel}\"\n",
    );
    let run = |arguments: &[&str]| {
        let mut command = home.command(arguments);
        command.env("XDG_CONFIG_HOME", home.path("conf"));
        home::Ran::of(command)
    };
    let ran = run(&["bookmarks", "export", "--cite"]);
    assert!(
        ran.out.starts_with("seven people were treated (Harbour Post, Ann Reed, Bo Lind)\n\nNine people were treated (Coast Wire)\n"),
        "{}",
        ran.out
    );
    assert!(ran.messages.contains("config.toml:4: `bad`: no field is called `titel`"), "{}", ran.messages);
    let ran = run(&["bookmarks", "export", "--cite", "shrt"]);
    assert!(ran.said("parallax: no citation is called `shrt`; did you mean `short`?") && ran.out.is_empty(), "{}", ran.messages);
    assert_eq!(run(&["bookmarks", "export", "--cite", "bibtex"]).out.matches("@misc{").count(), 2);
    let items: Value = serde_json::from_str(&run(&["bookmarks", "export", "--cite", "csl-json"]).out).unwrap();
    assert_eq!(items.as_array().unwrap().len(), 2);
}
