//! What the keys of the compare screen step through besides differences: words looked for, names, bookmarks.

use jiff::Timestamp;
use parallax::library::{Bookmark, BookmarkId, Kept};
use parallax::tui::compare;
use parallax::tui::intent::{Intent, Reply, Topic};

use super::{Screen, current};

fn find(screen: &mut Screen, words: &str) -> Vec<Intent> {
    assert!(matches!(&screen.press("/")[..], [Intent::Ask(question)] if question.topic == Topic::Find));
    let mut typed = String::new();
    for letter in words.chars() {
        typed.push(letter);
        compare::answered(&mut screen.state, Topic::Find, Reply::Typing(typed.clone()));
    }
    compare::answered(&mut screen.state, Topic::Find, Reply::Done(words.to_owned()))
}

#[test]
fn words_are_found_on_both_sides_and_in_folds() {
    let mut screen = Screen::new(120, 36);
    assert!(!screen.text().contains("vehicles"), "it is folded away");
    assert_eq!(find(&mut screen, "vehicles"), []);
    assert!(current(&screen).contains("about 30,000"), "{}", screen.text());
    assert_eq!(screen.state.position(), "match 1/1");
    assert_eq!(find(&mut screen, "tunnel"), []);
    screen.press("gg n");
    assert_eq!(screen.state.position(), "match 2/4", "{}", screen.text());
    assert!(matches!(&find(&mut screen, "giraffe")[..], [Intent::Say(_)]));
    screen.press("<Esc>");
    assert_eq!(screen.state.position(), "difference 1/3");
    assert_eq!(screen.press("<Esc>"), [Intent::Back]);
}

#[test]
fn a_bookmark_in_a_fold_is_a_stop() {
    let mut screen = Screen::new(120, 36);
    find(&mut screen, "vehicles");
    let [Intent::Keep(kept @ Kept::One(_))] = &screen.press("b")[..] else { panic!() };
    let bookmark =
        Bookmark { id: BookmarkId(1), kept: kept.clone(), note: String::new(), tags: Vec::new(), created: Timestamp::UNIX_EPOCH };
    let mut screen = Screen::new(120, 36);
    screen.catalogue.bookmarks.push(bookmark);
    screen.resize(120, 36);
    screen.press("gb");
    assert_eq!(screen.state.position(), "bookmark 1/1");
    assert!(current(&screen).contains("about 30,000"), "{}", screen.text());
}

#[test]
fn what_cannot_be_folded_says_so() {
    let mut screen = Screen::new(120, 36);
    assert!(matches!(&screen.press("n za")[..], [Intent::Say(_)]));
    assert!(matches!(&screen.press("2 za")[..], [Intent::Say(_)]));
}
