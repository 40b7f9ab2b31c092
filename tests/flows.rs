//! Keys in, screens out: the real app on a small library of made-up reports.

#![allow(clippy::unwrap_used, clippy::panic, clippy::expect_used, reason = "a test says so by panicking")]

mod common;

use common::{Harness, report};
use parallax::article::{Article, ArticleId, Fate, Metadata, PageBlock, ParagraphKind};
use parallax::library::{Bookmark, Library, Remembered};
use parallax::tui::effect::Effect;
use parallax::tui::message::Message;
use parallax::tui::mouse::{Gesture, Mouse};
use ratatui::layout::Position;
use ratatui::style::Color;

#[test]
fn articles_stand_under_their_days_newest_first() {
    let mut harness = Harness::new(80, 24);
    let screen = harness.screen();
    let at = |text: &str| screen.find(text).unwrap_or_else(|| panic!("not on the screen: {text}\n{screen}"));
    let order = [
        "Wed 15 May 2024 · 3",
        "Heat: district",
        "Tue 14 May 2024 · 2",
        "Varda bridge opens",
        "Sun 12 May 2024 · 2",
        "Undated · 1",
        "Notes on the",
    ];
    assert!(order.windows(2).all(|pair| at(pair[0]) < at(pair[1])), "{screen}");
    harness.shows(&["≋3", "8 articles · 8 unread"]);
}

#[test]
fn the_selected_article_is_readable_beside_the_list() {
    let mut harness = Harness::new(120, 30);
    harness.keys("4j").shows(&["“This bridge belongs to everyone"]).hides(&["nine otters"]);
    harness.resize(80, 30).hides(&["“This bridge belongs to everyone"]);
}

#[test]
fn an_answer_that_comes_too_late_is_dropped() {
    let mut harness = Harness::new(120, 30);
    harness.hold().keys("jjj").release();
    harness.shows(&["Traffic began to cross the Lenne"]).hides(&["Pools will stay open"]);
}

#[test]
fn an_article_that_comes_while_nothing_is_listed_is_set_whole() {
    let mut harness = Harness::new(120, 30);
    harness.keys("/qqqq").hold().keys("<Esc>jjjj/qqqq").release();
    harness.shows(&["Nothing matches"]).hides(&["VARDA - The new bridge"]);
    harness.keys("<Esc>").shows(&["VARDA - The new bridge over the Lenne opened to traffic"]);
}

#[test]
fn an_order_chosen_before_the_list_is_there_stays() {
    let mut harness = Harness::starting(80, 24);
    harness.keys("Ss").release().shows(&["Varda Courier · 2", "by source"]);
}

#[test]
fn the_filter_narrows_the_list_as_it_is_typed() {
    let mut harness = Harness::new(80, 24);
    harness.keys("/otter").shows(&["Otters", "/otter"]).hides(&["Heat: district"]);
    harness.keys("<Enter>").shows(&["1 of 8 articles"]);
    harness.keys("<Esc>").shows(&["Heat: district"]);
    harness.keys("/nothingatall<Enter>").shows(&["Nothing matches the filter"]);
}

#[test]
fn letters_found_are_marked_and_shortened_words_come_last() {
    let mut harness = Harness::new(100, 24);
    harness.keys("/brdg").shows(&["Shortened words · 3", "New river bridge"]).hides(&["Heat: district", "Tue 14 May"]);
    let marked = |harness: &mut Harness| {
        let style = harness.app.theme().style(parallax::tui::theme::Role::FilterHit);
        let buffer = harness.buffer();
        let cells = buffer.content().iter().filter(|cell| {
            style.fg.is_some_and(|fg| cell.fg == fg) || cell.modifier.contains(style.add_modifier) && !style.add_modifier.is_empty()
        });
        cells.map(ratatui::buffer::Cell::symbol).collect::<String>()
    };
    let found = marked(&mut harness);
    assert!(found.contains("brdg"), "{found}");
    harness.keys("<C-u>bridge").shows(&["Tue 14 May 2024 · 2"]).hides(&["Shortened words"]);
    for columns in 40..100 {
        // A letter found may be the first one that is cut off.
        harness.resize(columns, 24).shows(&[" Var", " New", " Bri"]);
    }
    harness.resize(100, 24);
    harness.keys("<C-u>Bridge").hides(&["New river bridge opens"]);
    harness.keys("<C-u>varda courier").shows(&["2 of 8 articles"]).keys("<C-u>VC").shows(&["2 of 8 articles"]);
}

#[test]
fn conditions_narrow_the_list_and_wrong_ones_hide_nothing() {
    let mut harness = Harness::new(120, 24);
    harness.keys("/source:courier<Enter>").shows(&["2 of 8 articles"]);
    harness.keys("/<C-u>source:\"varda courier\" bridge<Enter>").shows(&["1 of 8 articles"]);
    harness.keys("/<C-u>on:2024-05-14<Enter>").shows(&["2 of 8 articles"]).hides(&["Undated"]);
    harness.keys("/<C-u>before:2024-05-14<Enter>").shows(&["2 of 8 articles", "Sun 12 May"]);
    harness.keys("/<C-u>after:2024-05-14<Enter>").shows(&["3 of 8 articles", "Wed 15 May"]);
    harness
        .keys("/<C-u>is:starred<Enter>")
        .shows(&["Nothing matches the filter"])
        .keys("<Esc>s/is:starred<Enter>")
        .shows(&["1 of 8 articles"]);
    harness
        .keys("/<C-u>has:bookmark<Enter>")
        .shows(&["0 of 8 articles"])
        .keys("<Esc>4j<Enter>b<Esc>/has:bookmark<Enter>")
        .shows(&["1 of 8"]);
    harness.keys("<Esc>/befor:2024<Enter>").shows(&["befor: is not known; there are source: before:", "Undated · 1"]);
    harness.keys("/<C-u>on:2024-13 otters<Enter>").shows(&["on:2024-13 has no date; write 2024, 2024-02", "1 of 8 articles"]);
    harness.keys("<Esc>ggr/is:unread<Enter>").shows(&["6 of 8 articles"]);
    harness.keys("<Esc>u/is:unread<Enter>").shows(&["7 of 8 articles"]);
}

#[test]
fn the_full_text_is_searched_and_the_hit_is_kept_when_the_article_opens() {
    let mut harness = Harness::new(120, 24);
    harness.keys("g/bridge -heat<Enter>").shows(&["search: bridge -heat", "best first", "of 8 articles"]).hides(&["Heat: district"]);
    harness.keys("<Esc>").shows(&["Heat: district"]).hides(&["search:"]);
    // From inside an article the answers come up in the list all the same.
    harness.keys("<Enter>g/everyone<Enter>").shows(&["1 article, the best first", "Esc shows all articles", "belongs to everyone"]);
    harness.keys("<Enter>").shows(&["match 1/1"]).keys("<Esc><Esc>").shows(&["search: everyone"]);
    harness.keys("g/<C-u>zeppelin<Enter>").shows(&["No article answers “zeppelin”", "search: everyone"]);
    harness.keys("g/<C-u>bridge on:soon<Enter>").shows(&["Not searched: column 8: “soon” is no date"]);
    harness
        .keys("g/")
        .shows(&["Search: bridge on:soon"])
        .keys("<C-u>bridge<Enter>Sd")
        .shows(&["Tue 14 May 2024 · "])
        .hides(&["Heat: district"]);
    harness.keys("<Esc>").shows(&["Heat: district", "8 articles"]);
}

#[test]
fn versions_are_laid_beside_each_other() {
    let mut harness = Harness::new(120, 24);
    harness.keys("gh").shows(&["There is one version of this article"]);
    let saved = |text: &str| {
        let page = [text, "The old bridge over the Lenne was closed to lorries on Friday, said engineer Mira Sand."];
        let page = page.map(|text| PageBlock { text: text.to_owned(), fate: Fate::Body(parallax::article::ParagraphKind::Prose) });
        let metadata = Metadata { url: Some("https://courier.example/lenne".to_owned()), ..Metadata::default() };
        Article::new(ArticleId::of_page(text.as_bytes()), "lenne.html".to_owned(), metadata, page.to_vec())
    };
    harness.library().add(&[saved("Lorries must go round by Varda."), saved("Lorries must go round by Orne.")]).unwrap();
    harness.keys("RG").shows(&["v2"]);
    harness.keys("gh").shows(&["Varda.", "Orne."]);
}

#[test]
fn the_list_is_sorted_as_asked_and_the_undated_stay_last() {
    let mut harness = Harness::new(80, 24);
    let order = |harness: &mut Harness, texts: &[&str]| {
        let screen = harness.screen();
        let places: Vec<_> = texts.iter().map(|text| screen.find(text).unwrap_or_else(|| panic!("{text}\n{screen}"))).collect();
        assert!(places.is_sorted(), "{texts:?}\n{screen}");
    };
    harness.keys("S").shows(&["Sort the list by source", "Show events with their reports"]).keys("s");
    order(&mut harness, &["Plainfield Post · ", "The Northern Sheet · ", "Varda Courier · 2", "Undated · 1"]);
    harness.keys("St");
    order(&mut harness, &["Heat: district", "New river bridge", "Otters", "Varda bridge", "Undated · 1", "Notes on the"]);
    harness.keys("grSu").keys("ggrGs").keys("Su");
    order(&mut harness, &["Unread · 6", "Read · 1", "Undated · 1", "★"]);
    harness.keys("u").hides(&["★"]).keys("u").shows(&["8 unread", "unread first"]);
    harness.keys("Q");
    let mut next_day = harness.restarted(80, 24);
    next_day.shows(&["unread first", "Unread · 7"]).keys("Sd").shows(&["Wed 15 May 2024 · 3"]).hides(&["unread first"]);
    next_day.keys("Q");
    assert_eq!(next_day.restarted(80, 24).library().remembered(Remembered::Arrangement).unwrap(), None);
}

#[test]
fn events_stand_with_their_reports_under_them() {
    let mut harness = Harness::new(100, 30);
    harness.keys("Segg").shows(&["by event", "▾ ", "3 sources", "2 sources", "Undated · 1 event"]);
    harness.keys("zM").shows(&["▸ "]).hides(&["▾ ", "The Northern"]).keys("zR").shows(&["▾ ", "The Northern"]);
    harness.keys("gg").keys("za").shows(&["▸ ", "▾ "]).keys("za").hides(&["▸ "]);
    // From a report under it the event is folded, too, and the cursor stays with the event.
    harness.keys("jza").shows(&["▸ "]).keys("C").shows(&["Event sheet"]).keys("<Esc>");
    harness.keys("<Enter>").shows(&["Event sheet"]).keys("<Esc>").keys("c").shows(&["Compare with", "Radio Lenne"]).keys("<Esc>");
    harness.keys("<Space>").shows(&["3 selected"]).keys("r").shows(&["5 unread"]).keys("u").shows(&["8 unread"]).keys("<Esc>");
    harness.keys("s").shows(&["★", "Starred: 2 articles"]).keys("u").hides(&["★"]);
    harness.keys("/courier<Enter>").shows(&["2 of 8 articles"]).keys("<Esc>Q");
    harness.restarted(100, 30).shows(&["by event", "▾ "]);
}

#[test]
fn common_names_of_sources_stand_whole_beside_the_preview() {
    for columns in [120, 140] {
        Harness::new(columns, 24).shows(&["The Northern Sheet", "Plainfield Post", "Varda Courier"]);
    }
}

#[test]
fn every_change_of_state_can_be_undone() {
    let mut harness = Harness::new(80, 24);
    harness.keys("s").shows(&["★", "Starred"]).keys("u").hides(&["★"]).keys("<C-r>").shows(&["★"]);
    harness.keys("jr").shows(&["7 unread"]).keys("u").shows(&["8 unread"]);
    harness.keys("u").hides(&["★"]).keys("u").shows(&["Nothing to undo"]);
    assert!(harness.library().list(&parallax::library::Query::default()).unwrap().iter().all(|line| !line.starred && !line.read));
}

#[test]
fn a_selection_is_changed_at_once_and_undone_at_once() {
    let mut harness = Harness::new(80, 24);
    harness.keys("<Space><Space>").shows(&["2 selected"]).keys("r").shows(&["6 unread", "Marked read: 2 articles"]);
    harness.keys("u").shows(&["8 unread"]);
    harness.keys("<Esc>").hides(&["selected"]);
    harness.keys("vv").shows(&["8 selected"]);
    harness.keys("<Esc>").keys("ggvjj").shows(&["3 selected"]);
}

#[test]
fn views_show_unread_and_starred_articles() {
    let mut harness = Harness::new(80, 24);
    harness.keys("s3").shows(&["1 of 8 articles", "starred only"]).keys("1").shows(&["8 articles"]);
    harness.keys("r2").shows(&["7 of 8 articles"]);
}

#[test]
fn opening_marks_read_and_going_back_keeps_the_list_on_the_article() {
    let mut harness = Harness::new(80, 24);
    harness.keys("<Enter>").shows(&["Pupils in 64 schools"]).keys("J").shows(&["All schools in the district"]);
    harness.keys("<Esc>").shows(&["6 unread", "▌  06:05"]);
    harness.keys("hh").shows(&["6 unread"]);
}

#[test]
fn escape_never_ends_the_program_and_q_on_the_first_screen_does() {
    let mut harness = Harness::new(80, 24);
    harness.keys("<Enter><Esc><Esc><Esc><Esc>");
    assert!(!harness.is_done);
    harness.keys("<Enter>q");
    assert!(!harness.is_done);
    harness.keys("q");
    assert!(harness.is_done);
}

#[test]
fn find_goes_to_hits_and_counts_them() {
    let mut harness = Harness::new(80, 24);
    harness.keys("4j<Enter>/bridge").shows(&["match 1/3"]);
    harness.keys("<Enter>n").shows(&["match 2/3"]).keys("nn").shows(&["match 1/3", "Round to the first match"]);
    harness.keys("N").shows(&["match 3/3", "Round to the last match"]).keys("N").hides(&["Round to"]);
    harness.keys("<Esc>").hides(&["match"]);
    harness.keys("/zebra<Enter>").shows(&["“zebra” is not in this article"]);
}

#[test]
fn the_page_as_saved_shows_what_was_dropped_and_why() {
    let mut harness = Harness::new(80, 36);
    harness.keys("4j<Enter>").hides(&["Share this story"]);
    harness.keys("gr").shows(&["[navigation] Share this story", "page as saved"]).keys("gr").hides(&["Share this story"]);
}

#[test]
fn details_say_where_each_field_was_read() {
    let mut harness = Harness::new(80, 30);
    harness.keys("4j<Enter>i").shows(&[
        "Ilse Marrow (byline)",
        "Varda Courier (masthead)",
        "reports/bridge_courier.txt",
        "Charset    windows-1252 (guessed)",
        "3 blocks of the page",
    ]);
    harness.keys("i").hides(&["(byline)"]);
}

#[test]
fn the_place_is_kept_as_words_through_resize_and_restart() {
    let mut harness = Harness::new(80, 12);
    harness.keys("4j<Enter><Space>");
    let first_words = |harness: &mut Harness| {
        let screen = harness.screen();
        let line = screen.lines().find(|line| line.chars().filter(|c| c.is_alphabetic()).count() > 20).unwrap().to_owned();
        line.trim_start_matches([' ', '▎']).split_whitespace().take(3).collect::<Vec<_>>().join(" ")
    };
    let words = first_words(&mut harness);
    harness.resize(60, 12).shows(&[&words]).resize(80, 12);
    assert_eq!(first_words(&mut harness), words);
    harness.keys("Q");
    let mut next_day = harness.restarted(80, 12);
    next_day.keys("<Enter>");
    assert_eq!(first_words(&mut next_day), words);
}

#[test]
fn an_article_opens_again_just_as_it_was_left() {
    // Down the page, near the top with the head half in sight, and in the middle of a sentence.
    for (rows, keys) in [(12, "<Space>jj"), (12, "jj"), (10, "<C-d>k"), (12, "/river<Enter>n<Esc>"), (12, "Gkk"), (40, "3j")] {
        let mut harness = Harness::new(80, rows);
        harness.keys("4j<Enter>").keys(keys);
        let left = harness.screen();
        harness.keys("<Esc>jk<Enter>");
        assert_eq!(harness.screen(), left, "{keys}");
        harness.keys("Q");
        let mut next_day = harness.restarted(80, rows);
        next_day.keys("<Enter>");
        assert_eq!(next_day.screen(), left, "the next day, {keys}");
        next_day.resize(70, rows).screen();
        next_day.resize(80, rows);
        assert_eq!(next_day.screen(), left, "resized, {keys}");
    }
}

#[test]
fn a_look_at_a_passage_leaves_the_place_alone_and_reading_on_from_it_does_not() {
    let mut harness = Harness::new(80, 12);
    harness.keys("4j<Enter>bG");
    let own = harness.screen();
    harness.keys("<Esc>B<Enter>").shows(&["▎ VARDA"]);
    harness.keys("<C-o>").shows(&["100%"]).keys("gg<Esc><Esc><Enter>");
    assert_eq!(harness.screen(), own, "a look, and the own place behind Ctrl-o");
    harness.keys("BK<Enter>").shows(&["▎ VARDA"]).keys("<C-o>").shows(&["100%"]).keys("gg<Esc><Esc>");
    assert_eq!(harness.screen(), own, "also from a screen on top of the reader");
    harness.keys("<Esc>B<Enter><C-d><C-d>");
    let on = harness.screen();
    assert_ne!(on, own);
    harness.keys("<Esc><Esc><Enter>");
    assert_eq!(harness.screen(), on, "read on from there");
}

#[test]
fn the_list_comes_back_on_the_article_it_was_left_on() {
    let mut harness = Harness::new(80, 24);
    harness.keys("4jQ");
    let mut next_day = harness.restarted(80, 24);
    assert!(next_day.screen().lines().any(|line| line.starts_with("▌") && line.contains("Varda Courier")), "{}", next_day.screen());
    next_day.keys("ggQ");
    let mut third = next_day.restarted(80, 24);
    assert_eq!(third.library().remembered(Remembered::Article).unwrap(), None, "the newest is wherever the list begins");
}

#[test]
fn a_chosen_theme_is_remembered() {
    let mut harness = Harness::new(80, 24);
    harness.keys("Tjjj<Enter>").shows(&["Theme: dusk"]);
    assert_eq!(harness.library().remembered(Remembered::Theme).unwrap().as_deref(), Some("dusk"));
}

#[test]
fn a_theme_is_seen_while_it_is_chosen_and_escape_takes_the_former_back() {
    let mut harness = Harness::new(80, 24);
    let former = harness.buffer()[(0, 20)].bg;
    harness.keys("T").shows(&["Themes", "› terminal", "high-contrast", "Enter keeps"]);
    harness.keys("jjj").shows(&["› dusk"]);
    assert_eq!(harness.buffer()[(0, 20)].bg, Color::Rgb(0x1b, 0x1f, 0x27), "seen behind the list");
    harness.keys("<Esc>").hides(&["Themes"]);
    assert_eq!((harness.buffer()[(0, 20)].bg, former), (Color::Reset, Color::Reset));
    assert_eq!(harness.library().remembered(Remembered::Theme).unwrap(), None);
}

#[test]
fn comparing_reads_nothing() {
    let mut harness = Harness::new(120, 30);
    harness.keys("c").shows(&["Plainfield Post"]).keys("<Esc>").shows(&["8 unread"]);
}

#[test]
fn a_passage_is_bookmarked_once_and_its_note_edited() {
    let mut harness = Harness::new(100, 24);
    harness.keys("4j<Enter>b").shows(&["Bookmark set"]).keys("b").shows(&["Bookmarked already"]);
    harness.keys("afirst<Enter>").shows(&["Note changed"]);
    harness.keys("a").shows(&["Note: first"]).keys("<C-u>second<Enter>").keys("a").shows(&["Note: second"]).keys("<Esc>");
    let kept = harness.library().bookmarks().unwrap();
    assert_eq!((kept.len(), kept[0].note.as_str()), (1, "second"));
    harness.keys("jVjanew<Enter>").shows(&["Bookmark set"]).hides(&["selection"]);
    assert_eq!(harness.library().bookmarks().unwrap().len(), 2, "another passage is another bookmark");
    harness
        .keys("u")
        .shows(&["Undone: bookmark set"])
        .keys("uu")
        .shows(&["Undone: note changed"])
        .keys("u")
        .shows(&["Undone: bookmark set"]);
    harness.keys("<C-r>").shows(&["Redone: bookmark set", "◆"]);
}

#[test]
fn a_pair_is_bookmarked_once_and_its_note_edited() {
    let mut harness = Harness::new(120, 30);
    harness.keys("c").keys("n").keys("b").shows(&["Bookmark set"]).keys("b").shows(&["Bookmarked already"]);
    harness.keys("aboth<Enter>").shows(&["Note changed"]).keys("a").shows(&["Note: both"]).keys("<Esc>");
    assert_eq!(harness.library().bookmarks().unwrap().len(), 1);
}

#[test]
fn what_is_written_has_the_form_that_its_ending_names() {
    let mut harness = Harness::new(120, 30);
    harness.keys("c").keys("n").keys("b");
    harness.keys("w<C-u>pair.html<Enter>w<C-u>pair.MD<Enter>w<C-u>pair.txt<Enter>");
    harness.keys("B").keys("w<C-u>kept.md<Enter>w<C-u>kept.csv<Enter>w<C-u>kept.jsonld<Enter>w<C-u>kept.bib<Enter>w<C-u>kept.html<Enter>");
    let begins = |number: usize| harness.written[number].1.lines().next().unwrap_or_default();
    assert_eq!((begins(0), begins(2)), ("<!doctype html>", "A  Heat: district sends pupils home early"), "{:?}", harness.written);
    assert!(begins(1).starts_with("# ") && begins(3) == "# Bookmarks" && begins(4).starts_with("Highlight,Title") && begins(5) == "{");
    assert!(begins(6).starts_with("@misc{") && begins(7).starts_with('“'), "no page of bookmarks is made: they are written as text");
}

#[test]
fn a_note_of_several_lines_is_written_in_the_editor() {
    let mut harness = Harness::new(100, 24);
    harness.keys("4j<Enter>bB").keys("E").shows(&["Note changed", "✎", "A second line."]);
    assert_eq!(harness.library().bookmarks().unwrap()[0].note, "\nA second line.");
    harness.keys("a").hides(&["Note: "]).keys("<Esc>a").hides(&["Note: "]);
    assert_eq!(
        harness.library().bookmarks().unwrap()[0].note.matches("A second line.").count(),
        3,
        "one line to type in is not enough for it"
    );
    harness.keys("B").shows(&["bookmark 1 of 1"]).keys("uuu").hides(&["A second line."]);
}

#[test]
fn what_another_window_bookmarked_is_not_bookmarked_again_and_no_note_is_lost() {
    let mut harness = Harness::new(100, 24);
    harness.keys("4j<Enter>").hold().keys("bb").release();
    harness.shows(&["Bookmarked already"]);
    let mut made = harness.library().bookmarks().unwrap();
    assert_eq!(made.len(), 1, "two quick presses");
    let known = Bookmark { note: "theirs".into(), ..made.remove(0) };
    harness.keys("u");
    harness.library().put_bookmark(&known).unwrap();
    harness.keys("aours<Enter>").shows(&["Note changed"]);
    let kept = harness.library().bookmarks().unwrap();
    assert_eq!((kept.len(), kept[0].note.as_str()), (1, "theirs; ours"));
}

#[test]
fn compare_is_offered_only_where_it_can_work() {
    let mut harness = Harness::new(120, 30);
    harness.shows(&["c compare"]).keys("6j").hides(&["c compare"]).keys("<Enter>").hides(&["c compare"]).keys("<Esc>gg");
    harness.keys("6j<Space>").hides(&["c compare"]).keys("c").shows(&["No other report of this event", "Space selects a second"]);
    harness.keys("gg<Space>").shows(&["c compare"]);
}

#[test]
fn one_selected_article_is_compared_within_its_event() {
    let mut harness = Harness::new(120, 30);
    harness.keys("<Space>").shows(&["1 selected", "c compare"]).keys("jjjc").shows(&["Plainfield Post", "Varda Courier", "All schools"]);
}

#[test]
fn the_page_as_saved_ends_where_it_ends_and_is_left_by_escape() {
    let mut harness = Harness::new(80, 12);
    harness.keys("4j<Enter><Space>");
    let before = harness.screen();
    harness.keys("gr").shows(&["page as saved"]).keys("gr");
    assert_eq!(harness.screen(), before, "there and back");
    harness.keys("grG").shows(&["100%"]).keys("gg").shows(&["New river bridge"]);
    harness.keys("<Esc>").hides(&["page as saved"]).shows(&["c compare"]).keys("<Esc>").shows(&["8 articles"]);
}

#[test]
fn retold_speech_is_counted_apart_and_not_stepped_through() {
    let mut harness = Harness::new(100, 30);
    harness.keys("4j<Enter>i").shows(&["retold without marks"]).keys("<Esc>gq");
    let stops = harness.screen().lines().last().unwrap().split("quotation 1/").nth(1).unwrap().split(' ').next().unwrap().to_owned();
    harness.keys("<Esc>i").shows(&[&format!("{stops} quotations (")]);
}

#[test]
fn a_sentence_is_bookmarked_noted_listed_and_found_again() {
    let mut harness = Harness::new(100, 24);
    harness.keys("4j<Enter>j").keys("afirst mention<Enter>").shows(&["Bookmark set", "◆"]);
    harness.keys("B").shows(&[
        "Mayor Petra Holm cut a ribbon",
        "✎",
        "first mention",
        "Varda Courier · Tue 14 May 2024 · New river bridge",
        "bookmark 1 of 1",
    ]);
    harness.keys("a<C-u>second thought<Enter>").shows(&["second thought"]).keys("u").shows(&["first mention"]);
    harness.keys("tbridge ceremony<Enter>").shows(&["#bridge #ceremony"]);
    harness.keys("/ceremony<Enter>").shows(&["bookmark 1 of 1"]).keys("<Esc>/absent<Enter>").shows(&["Nothing matches"]).keys("<Esc>");
    harness.keys("dd").shows(&["No bookmarks yet"]).keys("u").shows(&["Mayor Petra Holm"]);
    harness.keys("<Enter>").shows(&["▎ Mayor Petra Holm"]);
    harness.keys("<Esc><Esc><Esc>").shows(&["◆1"]);
}

#[test]
fn a_bookmark_whose_article_is_gone_keeps_its_words() {
    let mut harness = Harness::new(100, 24);
    harness.keys("4j<Enter>b");
    let bookmark = harness.library().bookmarks().unwrap().remove(0);
    let mut other = Library::in_memory().unwrap();
    other.add(&[report("otter_post.txt")]).unwrap();
    other.put_bookmark(&bookmark).unwrap();
    let mut harness = Harness::on(other, 100, 24);
    harness.keys("B").shows(&["The new bridge over the Lenne", "can no longer be placed"]);
    harness.keys("<Enter>").shows(&["Not in the library: “New river bridge opens in Varda after two-year delay” (Varda Courier)"]);
}

#[test]
fn a_passage_is_selected_by_characters_and_by_sentences_and_copied_with_its_citation() {
    let mut harness = Harness::new(100, 24);
    harness.keys("4j<Enter>jj").keys("Vlyy");
    let copied = harness.copied.pop().unwrap();
    assert!(copied.starts_with("“‘This bridge belongs") && copied.contains("we did not.’”") && copied.contains("Ilse Marrow"), "{copied}");
    harness.shows(&["Copied"]);
    harness.keys("veelhyp");
    assert_eq!(harness.copied.pop().unwrap(), "“This bridge");
    harness.keys("vllhyp");
    assert_eq!(harness.copied.pop().unwrap(), "“T");
    harness.keys("vwoyp");
    assert_eq!(harness.copied.pop().unwrap(), "“This b");
    harness.keys("yt");
    assert_eq!(harness.copied.pop().unwrap(), "New river bridge opens in Varda after two-year delay");
}

#[test]
fn quotations_and_figures_are_stepped_through() {
    let mut harness = Harness::new(100, 24);
    harness.keys("4j<Enter>gq").shows(&["quotation 1/"]).keys("n").shows(&["quotation 2/"]);
    harness.keys("gg").keys("gf").shows(&["figure 1/"]).keys("2n").shows(&["figure 3/"]);
}

#[test]
fn one_article_is_compared_with_the_other_report_of_its_event() {
    let mut harness = Harness::new(120, 30);
    harness.keys("c").shows(&["Plainfield Post", "Varda Courier", "All schools in the district"]);
    harness.keys("<Esc>").shows(&["8 articles"]);
}

#[test]
fn with_several_other_reports_the_reader_chooses() {
    let mut harness = Harness::new(120, 30);
    harness.keys("4jc").shows(&["Compare with", "The Northern Sheet", "Radio Lenne"]);
    harness.keys("j<Enter>").shows(&["Passages", "53 million"]);
}

#[test]
fn two_selected_articles_are_compared() {
    let mut harness = Harness::new(120, 30);
    harness.keys("<Space>4j<Space>").shows(&["2 selected"]).keys("c").shows(&["Heat: district", "東京"]);
}

#[test]
fn a_reader_that_still_waits_can_be_left() {
    let mut harness = Harness::new(80, 24);
    harness
        .hold()
        .keys("<Enter>")
        .shows(&["Opening the article"])
        .keys("jG/<Esc><Esc>")
        .shows(&["8 articles"])
        .release()
        .shows(&["8 articles"]);
}

#[test]
fn help_lists_what_works_here_filters_and_runs() {
    let mut harness = Harness::new(100, 30);
    harness.keys("?").shows(&["Scroll the other pane down", "Star, or take the star"]).hides(&["Exchange left and right"]);
    harness.keys("take the star").hides(&["Scroll the other pane"]).keys("<Enter>").shows(&["★"]).hides(&["type to filter"]);
}

#[test]
fn the_palette_finds_any_action_by_its_words_and_runs_it() {
    let mut harness = Harness::new(100, 30);
    harness.keys(":").shows(&["Actions", "Star, or take the star"]).hides(&["Exchange left and right"]);
    harness.keys("nexthe").shows(&["Use the next theme"]).hides(&["Star, or take"]).keys("<Enter>").shows(&["Theme: dark"]);
    harness.keys(":shun").shows(&["Show unread articles"]);
    let screen = harness.keys("<C-u>star").screen();
    let line = screen.lines().find(|line| line.contains("Star, or take the star")).unwrap();
    assert!(line.contains(" s │"), "the key at the right: {line}");
    harness.keys("<Enter>").shows(&["★"]).keys(":qqq").shows(&["no action has these letters"]).keys("<Enter><Esc>").hides(&["Actions"]);
    harness.keys("<Enter>:charbych").shows(&["Select character by character"]).keys("<C-u><Backspace>").hides(&["Actions"]);
}

#[test]
fn the_first_start_shows_a_hint_once() {
    let mut harness = Harness::new(100, 30);
    let effect = harness.app.welcome();
    assert_eq!(effect, Effect::Remember(Remembered::Welcome, Some("shown".to_owned())));
    harness.shows(&["Welcome", "Enter opens a report", "? lists the keys that work here", "Esc hides this hint"]);
    harness.keys("jj").shows(&["Welcome"]).keys("?").hides(&["Welcome"]).keys("<Esc>").shows(&["Welcome"]);
    harness.keys("<Esc>").hides(&["Welcome"]);
    harness.app.welcome();
    harness.keys("<Enter><Esc>").hides(&["Welcome"]);
    harness.resize(40, 12).app.welcome();
    harness.shows(&["Welcome", "Esc hides this hint"]).resize(40, 9).hides(&["Welcome"]);
}

#[test]
fn marks_are_set_gone_to_and_kept_for_the_session() {
    let mut harness = Harness::new(80, 12);
    harness.keys("4j<Enter>'").shows(&["No mark in this article", "m and a letter set one"]);
    harness.keys("jjma").shows(&["Mark a set"]);
    let marked = harness.keys("j").screen().lines().filter(|line| line.contains('▎')).collect::<Vec<_>>().join("|");
    let marked_above = harness.keys("k").screen();
    harness.keys("G'").shows(&["Go to the mark (a, ' goes back): "]).keys("a");
    let at = |harness: &mut Harness| harness.screen().lines().filter(|line| line.contains('▎')).collect::<Vec<_>>().join("|");
    let here = at(&mut harness);
    assert_ne!(here, marked);
    assert!(marked_above.contains(here.split('|').next().unwrap()), "{here}");
    harness.keys("''").shows(&["100%"]).keys("'x").shows(&["No mark x in this article"]).keys("m<Esc>").hides(&["Set a mark"]);
    harness.keys("<Esc><Enter>G'a");
    assert_eq!(at(&mut harness), here, "also when the article is opened again");
    harness.keys("J'").shows(&["No mark in this article"]);
}

#[test]
fn zen_shows_only_the_text_and_still_every_message() {
    let mut harness = Harness::new(80, 24);
    harness.keys("4j<Enter>b").shows(&["◆"]).keys("Z").shows(&["Only the text · Z brings the status line back"]);
    harness.keys("j").hides(&["Only the text", "b bookmark", "? help", "◆", "%"]);
    harness.keys("b").shows(&["Bookmark set"]).keys("j").hides(&["Bookmark set"]);
    harness.keys("/river").shows(&["/river"]).keys("<Enter>").hides(&["/river"]).keys("g").shows(&["Step through figures"]).keys("<Esc>");
    harness.keys("Z").shows(&["? help", "◆"]);
}

#[test]
fn the_column_gets_its_usual_width_back() {
    let mut harness = Harness::new(100, 24);
    let usual = harness.keys("4j<Enter>").screen();
    harness.keys("+++").hides(&[usual.lines().nth(8).unwrap()]);
    harness.keys(":usual width<Enter>");
    assert_eq!(harness.screen(), usual);
}

#[test]
fn an_article_is_opened_where_it_lies_from_every_screen() {
    let mut kept = common::articles();
    for article in &mut kept {
        article.metadata.url = (!article.file.contains("otter")).then(|| format!("https://news.example/{}", article.file));
    }
    let mut library = Library::in_memory().unwrap();
    library.add(&kept).unwrap();
    let mut harness = Harness::on(library, 120, 30);
    harness.keys("4joe<Enter>bo");
    assert_eq!(
        harness.opened,
        [
            "https://news.example/reports/bridge_courier.txt",
            "reports/bridge_courier.txt",
            "https://news.example/reports/bridge_courier.txt"
        ]
    );
    harness.opened.clear();
    harness.keys("Be<Esc><Esc>c<Enter>elehh<Esc>CleQ");
    assert!(harness.opened.len() == 4 && harness.opened.iter().all(|file| file.starts_with("reports/bridge_")), "{:?}", harness.opened);
    let mut harness = harness.restarted(120, 30);
    harness.keys("/otter<Enter>o").shows(&["This article's page gives no address"]);
}

#[test]
fn an_unfinished_sequence_shows_what_may_follow() {
    let mut harness = Harness::new(100, 30);
    harness.keys("<Enter>g").shows(&["Show the page as it was saved", "Step through figures"]);
    harness.keys("<Esc>").hides(&["Step through figures"]);
    harness.keys("gx").shows(&["gx is no key here"]);
}

#[test]
fn pasted_text_goes_into_a_line_being_typed_or_nowhere() {
    let mut harness = Harness::new(80, 24);
    harness.send(Message::Pasted("qqq".into()));
    assert!(!harness.is_done);
    harness.keys("/").send(Message::Pasted("ott\ner\u{1b}[31m".into())).shows(&["/ott er"]);
}

#[test]
fn errors_stay_until_they_are_dismissed_and_are_listed() {
    let mut harness = Harness::new(80, 24);
    harness.send(Message::Failed { request: None, what: "The star was not kept".into(), why: "disk full".into() });
    harness.keys("jjk").shows(&["The star was not kept: disk full"]);
    harness.keys("Tjjj<Enter>").shows(&["Theme: dusk"]).keys("<Esc>").hides(&["disk full"]).keys("g!").shows(&["disk full", "Theme: dusk"]);
}

#[test]
fn an_empty_library_shows_the_sample_and_says_how_to_add() {
    let mut harness = Harness::on(Library::in_memory().unwrap(), 80, 24);
    harness.shows(&["The sample library", "parallax add FOLDER"]);
}

#[test]
fn small_terminals_show_something_sensible_and_tiny_ones_say_so() {
    let mut harness = Harness::new(40, 12);
    harness.shows(&["Wed 15 May 2024 · 3", "Plainfiel…"]);
    harness.keys("<Enter>").shows(&["Pupils in 64"]).keys("?").shows(&["Keys"]).keys("<Esc>i").shows(&["Details"]);
    harness.keys("<Esc>c").shows(&["Passages"]);
    harness
        .keys("?")
        .shows(&["Shift-Space  A page up", "Esc closes · Enter runs · ↑ ↓ move"])
        .keys("<Esc>")
        .shows(&["n next difference   ? help"]);
    harness
        .resize(20, 5)
        .shows(&["Too small: 32", "columns and 8 rows", "at least"])
        .resize(1, 1)
        .resize(0, 0)
        .resize(80, 24)
        .shows(&["Passages"]);
}

#[test]
fn no_key_sequence_breaks_any_screen_at_any_size() {
    let keys = "jkGgg<Space><C-d>cn<Tab>zaxL=gwJ<Esc><Esc>lvjjo<Esc>V$0b<Enter>B/x<Esc>dd?q<Enter><Esc>5jgr<Space>gr+-i<Esc>hhTjjTT<Enter>Tkk<Esc>1 2 3g!<Esc>";
    for (columns, rows) in [(120, 36), (80, 24), (40, 12), (32, 8), (300, 4)] {
        let mut harness = Harness::new(columns, rows);
        for key in parallax::tui::keymap::notation::parse(keys).unwrap() {
            harness.send(Message::Key(key));
            harness.screen();
        }
        harness.resize(80, 24).screen();
    }
}

#[test]
fn no_control_character_reaches_a_cell() {
    let mut hostile = report("otter_post.txt");
    let title = "evil\u{1b}[31m\u{202e}title\u{7}\ttab\u{9b}2J".to_owned();
    hostile.metadata.title.as_mut().unwrap().value = title.clone();
    hostile.metadata.source.as_mut().unwrap().value = title.clone();
    hostile.file = title;
    let mut library = Library::in_memory().unwrap();
    library.add(&[hostile]).unwrap();
    let mut harness = Harness::on(library, 120, 30);
    for keys in ["", "<Enter>", "i", "<Esc>b", "B"] {
        if !keys.is_empty() {
            harness.keys(keys);
        }
        let buffer = harness.buffer();
        let bad = buffer.content().iter().find(|cell| cell.symbol().chars().any(|c| c.is_control() || c == '\u{202e}'));
        assert!(bad.is_none(), "{keys}: {bad:?}");
    }
}

#[test]
fn all_reports_of_an_event_lie_beside_each_other() {
    let mut harness = Harness::new(140, 40);
    harness.keys("4jC").shows(&["Event sheet", "3 reports", "Varda Courier", "Radio Lenne", "48 million euros", "53 million euros"]);
    // What the reports disagree on comes first, and n goes from one such row to the next.
    harness.keys("n").shows(&["row 2/"]).keys("N").shows(&["row 1/"]);
    harness.keys("llb").shows(&["Bookmark set"]).keys("u").shows(&["Undone"]);
    harness.keys("<Space>h<Space>").shows(&["● "]).keys("c").shows(&["Passages", "Quotes"]);
    harness.keys("<Esc><Esc>").shows(&["Event sheet"]).hides(&["● Varda Courier"]).keys("<Enter>").shows(&["min"]);
}

#[test]
fn a_narrow_event_sheet_shows_the_report_the_keys_are_on() {
    let mut harness = Harness::new(64, 24);
    harness.keys("4jC").shows(&["1 more: h l"]).keys("ll").shows(&["Radio Lenne"]).hides(&["Varda Courier"]);
    harness.keys("gg").shows(&["row 1/"]).keys("G<Esc>").shows(&["Wed 15 May 2024"]);
}

#[test]
fn passages_are_put_together_and_parted_by_the_reader_and_both_are_kept_and_undone() {
    let mut harness = Harness::new(140, 50);
    harness.keys("c").shows(&["Passages"]);
    let aligned =
        |harness: &mut Harness| harness.screen().split("aligned ").nth(1).and_then(|rest| rest.split(' ').next().map(str::to_owned));
    let before = aligned(&mut harness);
    // The first row faces another; it is parted, and the two stand alone.
    harness.keys("ggd").shows(&["Declared not the same"]);
    let parted = aligned(&mut harness);
    assert_ne!(before, parted, "{}", harness.screen());
    harness.keys("u").shows(&["Undone: declared not the same"]);
    assert_eq!(aligned(&mut harness), before);
    harness.keys("<C-r>");
    assert_eq!(aligned(&mut harness), parted);
    // Kept by the library: the comparison opened again has it.
    harness.keys("<Esc>c");
    assert_eq!(aligned(&mut harness), parted);
    // One of them is marked, then its counterpart.
    harness.keys("zRggp").shows(&["Marked"]).keys("jp").shows(&["Put together"]).keys("gw").shows(&["You put them together"]);
    assert_eq!(aligned(&mut harness), before);
}

#[test]
fn events_are_split_and_merged_by_the_reader_and_undone() {
    let mut harness = Harness::new(80, 24);
    harness.keys("jjj").shows(&["≋3"]).keys("gx").shows(&["Split out of the event"]).hides(&["≋3"]);
    harness.keys("u").shows(&["Undone: split out", "≋3"]).keys("<C-r>").hides(&["≋3"]);
    // The heat's reports and one of the bridge's.
    harness.keys("u").keys("gg<Space>jj<Space>").keys("gm").shows(&["Merged into one event"]);
    harness.keys("u").shows(&["Undone: merged"]).keys("<Esc>gm").shows(&["Select the articles"]);
}

#[test]
fn a_filter_puts_the_cursor_on_the_first_article_it_finds_and_escape_back() {
    let mut harness = Harness::new(120, 24);
    harness
        .keys("G/otters")
        .shows(&["nine otters"])
        .keys("<Esc>")
        .hides(&["nine otters"])
        .keys("/otters<Enter><Esc>")
        .shows(&["nine otters"]);
    harness.keys("/nowhere to be found").shows(&["Nothing matches"]).hides(&["nine otters"]);
}

#[test]
fn why_reports_stand_under_one_event_is_told_in_the_library() {
    let mut harness = Harness::new(100, 40);
    harness.keys("jjjgw").shows(&["Why these are one event", "Both name", "One event: ", "gx splits"]);
    harness.keys("<Esc>G").keys("gw").shows(&["No other report of this event"]);
}

#[test]
fn copies_of_a_report_stand_on_the_event_sheet_once() {
    let mut library = Library::in_memory().unwrap();
    let copy = |number: u8| Article { id: ArticleId::of_page(&[number]), ..report("bridge_courier.txt") };
    library.add(&[report("bridge_courier.txt"), copy(1), copy(2), report("bridge_northern.txt")]).unwrap();
    let mut harness = Harness::on(library, 140, 30);
    harness.keys("C").shows(&["rows differ · 2 reports", "2 left out"]);
}

/// Does something with the mouse on the first cell of a text on the screen, so many cells further right.
fn point(harness: &mut Harness, gesture: Gesture, text: &str, right: u16) {
    let screen = harness.screen();
    let found =
        screen.lines().zip(0..).find_map(|(line, row)| line.split_once(text).map(|(before, _)| (before.chars().count() as u16, row)));
    let (column, row) = found.unwrap_or_else(|| panic!("not on the screen: {text}\n{screen}"));
    harness.send(Message::Mouse(Mouse { gesture, at: Position::new(column + right, row) }));
}

#[test]
fn the_mouse_picks_and_opens_lines_and_scrolls_what_is_under_it() {
    let mut harness = Harness::new(120, 12);
    let is_on = |harness: &mut Harness, text: &str| harness.screen().lines().any(|line| line.starts_with('▌') && line.contains(text));
    point(&mut harness, Gesture::Click, "Varda bridge", 3);
    assert!(is_on(&mut harness, "Varda bridge"));
    point(&mut harness, Gesture::Click, "Wed 15 May", 3);
    assert!(is_on(&mut harness, "Varda bridge"), "a heading is no line to be on");
    harness.hides(&["Notes on the"]).send(Message::Mouse(Mouse { gesture: Gesture::WheelDown, at: Position::new(3, 3) }));
    harness.shows(&["Notes on the"]).hides(&["Wed 15 May 2024 ·"]);
    harness.send(Message::Mouse(Mouse { gesture: Gesture::WheelUp, at: Position::new(3, 3) })).shows(&["Wed 15 May 2024 ·"]);
    harness.send(Message::Mouse(Mouse { gesture: Gesture::WheelDown, at: Position::new(100, 3) }));
    harness.shows(&["Wed 15 May 2024 ·", "Varda bridge"]);
    point(&mut harness, Gesture::Click, "New river bridge opens in…", 3);
    point(&mut harness, Gesture::DoubleClick, "New river bridge opens in…", 3);
    harness.shows(&["b bookmark"]).hides(&["Wed 15 May 2024 ·"]);
}

#[test]
fn the_mouse_goes_to_rows_of_a_comparison_and_of_an_event_sheet() {
    let mut harness = Harness::new(140, 40);
    harness.keys("4jC").shows(&["row 1/"]);
    point(&mut harness, Gesture::Click, "53 million euros", 2);
    let clicked = harness.screen();
    let on = clicked.lines().find(|line| line.contains("▏") && line.contains("53 million euros"));
    assert!(on.is_some(), "{clicked}");
    point(&mut harness, Gesture::DoubleClick, "53 million euros", 2);
    harness.shows(&["min"]).keys("<Esc>").shows(&["Event sheet"]);
    harness.keys("<Esc>c<Enter>").shows(&["Passages"]);
    harness.keys("gg");
    point(&mut harness, Gesture::Click, "She told Radio Lenne", 2);
    assert!(harness.screen().lines().any(|line| line.starts_with('▌') && line.contains("She told Radio Lenne")), "{}", harness.screen());
    point(&mut harness, Gesture::Click, "▸ 9 sentences", 2);
    point(&mut harness, Gesture::DoubleClick, "▸ 9 sentences", 2);
    harness.hides(&["▸ 9 sentences"]);
}

#[test]
fn words_are_selected_by_dragging_and_copied() {
    let mut harness = Harness::new(100, 20);
    harness.keys("4j<Enter>");
    point(&mut harness, Gesture::Click, "This bridge belongs", 1);
    point(&mut harness, Gesture::Drag, "This bridge belongs", 14);
    point(&mut harness, Gesture::Release, "This bridge belongs", 14);
    harness.keys("yp");
    assert_eq!(harness.copied.pop().unwrap(), "This bridge belongs");
    point(&mut harness, Gesture::DoubleClick, "bridge belongs", 2);
    harness.keys("yp");
    assert_eq!(harness.copied.pop().unwrap(), "bridge");
    point(&mut harness, Gesture::Click, "Mayor Petra", 2);
    harness.keys("yp");
    assert!(harness.copied.pop().unwrap().starts_with("Mayor Petra Holm cut a ribbon"));
    harness.send(Message::Mouse(Mouse { gesture: Gesture::WheelDown, at: Position::new(50, 9) })).hides(&["New river bridge opens"]);
}

#[test]
fn the_mouse_picks_tabs_and_panes_and_bookmarks() {
    let mut harness = Harness::new(120, 30);
    harness.keys("4jcj<Enter>");
    point(&mut harness, Gesture::Click, "3 Figures", 2);
    harness.shows(&["53 million"]).hides(&["Mayor Petra Holm cut"]);
    point(&mut harness, Gesture::Click, "1 Passages", 2);
    harness.shows(&["Mayor Petra Holm cut"]).keys("<Esc>").keys("<Enter>bjb<Esc>B").shows(&["bookmark 1 of 2"]);
    let foot = harness.status();
    harness.send(Message::Mouse(Mouse { gesture: Gesture::WheelDown, at: Position::new(3, 3) }));
    assert_ne!(harness.status(), foot);
    harness.send(Message::Mouse(Mouse { gesture: Gesture::DoubleClick, at: Position::new(u16::MAX, u16::MAX) }));
    harness.send(Message::Mouse(Mouse { gesture: Gesture::Drag, at: Position::new(u16::MAX, u16::MAX) })).shows(&["Bookmarks"]);
}

#[test]
fn the_mouse_is_left_to_the_terminal_when_asked_and_that_is_remembered() {
    let mut harness = Harness::new(80, 24);
    harness.keys("<F2>").shows(&["The mouse is the terminal's own again"]);
    assert_eq!(harness.library().remembered(Remembered::Mouse).unwrap().as_deref(), Some("off"));
    harness.keys("<F2>").shows(&["The mouse scrolls"]);
    assert_eq!(harness.library().remembered(Remembered::Mouse).unwrap(), None);
}

#[test]
fn an_address_in_the_text_is_opened_by_its_letter() {
    let page = |text: &str| vec![PageBlock { text: text.to_owned(), fate: Fate::Body(ParagraphKind::Prose) }];
    let article = |text: &str| Article::new(ArticleId::of_page(text.as_bytes()), "links.txt".to_owned(), Metadata::default(), page(text));
    let harness = |text: &str| {
        let mut library = Library::in_memory().unwrap();
        library.add(&[article(text)]).unwrap();
        let mut harness = Harness::on(library, 80, 24);
        harness.keys("<Enter>");
        harness
    };
    let mut two = harness("The plan is at https://plan.example/harbour. The minutes are at www.minutes.example (in Danish).");
    two.keys("f").shows(&["Open the address (as)", "attps://plan", "sww.minutes"]).keys("s").hides(&["Open the address"]);
    assert_eq!(two.opened, ["https://www.minutes.example"]);
    two.keys("f<Esc>").shows(&["https://plan.example"]).keys("fx").shows(&["https://plan.example"]);
    let mut one = harness("The plan is at https://plan.example/harbour.");
    one.keys("f");
    assert_eq!(one.opened, ["https://plan.example/harbour"]);
    harness("No address here.").keys("f").shows(&["No address stands in this text"]);
}

#[test]
fn what_a_screen_shows_is_written_to_a_file_or_given_to_a_command() {
    let mut harness = Harness::new(120, 30);
    harness.keys("4j<Enter>w").shows(&["Write to the file: new-river-bridge-opens-in-varda.txt"]).keys("<Enter>");
    let (file, text) = harness.written.pop().unwrap();
    assert_eq!(file, "new-river-bridge-opens-in-varda.txt");
    assert!(text.contains("Mayor Petra Holm") && text.lines().all(|line| line.chars().count() <= 80), "{text}");
    harness.keys("!wc -l<Enter>");
    assert_eq!(harness.written.pop().unwrap(), ("wc -l".to_owned(), text));
    for (keys, want) in [("<Esc>c<Enter>", "Passages"), ("<Esc>C", "Event sheet"), ("<Esc>", "Radio Lenne · "), ("jj<Enter>b<Esc>B", "“")]
    {
        harness.keys(keys).keys("w<C-u>out.txt<Enter>");
        let (file, text) = harness.written.pop().unwrap();
        assert!(file == "out.txt" && text.contains(want), "{keys}: {text}");
    }
    harness.keys("/zzz<Enter>w").shows(&["There is nothing here to write"]);
}

#[test]
fn bookmarks_are_tagged_where_they_are_checked_and_ordered() {
    let mut harness = Harness::new(100, 24);
    harness
        .keys("4j<Enter>t")
        .shows(&["No bookmark here to tag"])
        .keys("bt")
        .shows(&["Tags: "])
        .keys("bridge<Enter>")
        .shows(&["Tags changed"]);
    harness.keys("<Esc>ggj<Enter>b").keys("B").shows(&["#bridge"]);
    let first = |harness: &mut Harness| harness.screen().lines().nth(2).unwrap().to_owned();
    let newest = first(&mut harness);
    harness.keys("gv").shows(&["2 bookmarks checked: all words stand in their articles"]);
    harness.keys("St");
    let by_title = first(&mut harness);
    harness.keys("Sd");
    assert_eq!(first(&mut harness), newest);
    harness.keys("Ss/bridge<Enter>").shows(&["bookmark 1 of 1"]);
    assert!(!by_title.is_empty());
}

#[test]
fn the_topmost_layer_closes_first() {
    let mut harness = Harness::new(100, 24);
    harness.keys("4j<Enter>mQ").keys("yt").keys("g!").shows(&["Messages", "Copied"]).keys("<Esc>").hides(&["Esc closes"]);
}

#[test]
fn a_list_of_some_articles_follows_what_is_undone() {
    let mut harness = Harness::new(100, 24);
    harness.keys("s").keys("js").keys("3").shows(&["2 of 8 articles"]).keys("u").shows(&["1 of 8 articles"]);
    harness.keys("<C-r>").shows(&["2 of 8 articles"]);
}

#[test]
fn a_filter_says_what_it_looks_at() {
    let mut harness = Harness::new(100, 24);
    harness.keys("/").shows(&["letters of title or source"]).keys("b").hides(&["letters of title or source"]);
    harness.keys("<Esc>B/").shows(&["words of passage, title, note or tags"]);
}

#[test]
fn the_article_that_comes_next_is_at_hand_before_it_is_wanted() {
    let mut harness = Harness::new(120, 30);
    harness.keys("4j").shows(&["Mayor Petra Holm cut"]).keys("k");
    // Nothing is answered any more: what is shown was there already.
    harness.hold().keys("k");
    let above = harness.screen();
    harness.release();
    assert_eq!(above, harness.screen());
}
