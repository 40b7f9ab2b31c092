//! The compare screen on two made-up reports: keys in, screen text out.

#![allow(clippy::unwrap_used, clippy::panic, clippy::expect_used, reason = "a test says so by panicking")]

mod agreement;
mod flood;
mod stepping;

use std::sync::Arc;

use jiff::Timestamp;
use parallax::article::{Article, ArticleId};
use parallax::compare::Comparison;
use parallax::export::citation::Style;
use parallax::library::{ArticleLine, Bookmark, BookmarkId, EventId, Kept};
use parallax::tui::catalogue::Catalogue;
use parallax::tui::compare::{self, Reports, State};
use parallax::tui::effect::{ArticleRef, Effect, RequestId};
use parallax::tui::intent::{Intent, Opening};
use parallax::tui::keymap::{Context, Keymap, Lookup, notation};
use parallax::tui::scene::Scene;
use parallax::tui::theme::Theme;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

/// A compare screen of a size, with the default keys.
struct Screen {
    state: State,
    catalogue: Catalogue,
    keymap: Keymap,
    area: Rect,
}

impl Screen {
    fn new(columns: u16, rows: u16) -> Self {
        let (left, right) = flood::articles();
        let comparison = flood::comparison(&left, &right);
        Self::of(left, right, comparison, (columns, rows))
    }

    /// A compare screen on any two reports.
    fn of(left: Article, right: Article, comparison: Comparison, (columns, rows): (u16, u16)) -> Self {
        let given = |article: &Article| ArticleRef::Given(Arc::new(article.clone()));
        let mut state = State::new(given(&left), given(&right), None);
        let area = Rect::new(0, 0, columns, rows);
        state.requested(RequestId(1));
        state.compared(Reports::new(Box::new(left), Box::new(right), Box::new(comparison), Vec::new()));
        let mut screen = Self { state, catalogue: Catalogue::default(), keymap: Keymap::built_in().0, area };
        screen.resize(columns, rows);
        screen
    }

    /// Presses keys, as the key map writes them; sequences are parted by blanks.
    fn press(&mut self, keys: &str) -> Vec<Intent> {
        let mut intents = Vec::new();
        for keys in keys.split(' ') {
            let parsed = notation::parse(keys).unwrap();
            let Lookup::Matched(action) = self.keymap.lookup(&[Context::Compare, Context::Global], &parsed) else {
                panic!("{keys} means nothing here")
            };
            let scene = Scene { area: self.area, catalogue: &self.catalogue, measure: 72, zen: false, count: None };
            intents = compare::update(&mut self.state, action, &scene);
        }
        intents
    }

    fn resize(&mut self, columns: u16, rows: u16) {
        self.area = Rect::new(0, 0, columns, rows);
        let scene = Scene { area: self.area, catalogue: &self.catalogue, measure: 72, zen: false, count: None };
        self.state.fit(&scene);
    }

    /// The lines on the screen, without blanks at their ends.
    fn lines(&self) -> Vec<String> {
        let mut buffer = Buffer::empty(self.area);
        let scene = Scene { area: self.area, catalogue: &self.catalogue, measure: 72, zen: false, count: None };
        compare::view(&self.state, &scene, &Theme::plain("test"), &mut buffer);
        let line = |y| (0..self.area.width).map(|x| buffer[(x, y)].symbol().to_owned()).collect::<String>();
        (0..self.area.height).map(|y| line(y).trim_end().to_owned()).collect()
    }

    fn text(&self) -> String {
        self.lines().join("\n")
    }
}

/// The line of the screen that holds some words.
fn line_with<'a>(lines: &'a [String], words: &str) -> &'a str {
    lines.iter().find(|line| line.contains(words)).unwrap_or_else(|| panic!("no {words:?} in\n{}", lines.join("\n")))
}

/// The lines with the mark of the current block.
fn current(screen: &Screen) -> String {
    let header = screen.lines().iter().position(|line| line.contains("1 Passages")).unwrap();
    screen.lines().iter().skip(header).filter(|line| line.starts_with('▌')).cloned().collect::<Vec<_>>().join("\n")
}

#[test]
fn facing_passages_stand_on_the_same_lines() {
    let screen = Screen::new(120, 36);
    let lines = screen.lines();
    assert!(line_with(&lines, "14 people").contains("≠  Firefighters rescued 15 people"));
    assert!(line_with(&lines, "quick and exemplary").contains("professional"));
    assert!(line_with(&lines, "The Harbour Times · Tue 5 Mar 2024, 18:20").contains("Northern Wire · Tue 5 Mar 2024"));
    line_with(&lines, "aligned 6 · only left 6 · only right 4 · quotes differing 2 · figures conflicting 1");
    line_with(&lines, "⇅ moved: paragraph 2 on the left, 6 on the right");
}

#[test]
fn a_narrow_screen_stacks_the_sides() {
    let mut screen = Screen::new(80, 30);
    let lines = screen.lines();
    let left = lines.iter().position(|line| line.contains("≠ L Fire crews brought 14 people")).unwrap();
    assert!(lines[left + 2].contains("R Firefighters rescued 15 people"), "{}", screen.text());
    screen.resize(100, 30);
    assert!(line_with(&screen.lines(), "14 people").contains("15 people"));
    screen.press("L");
    assert!(!line_with(&screen.lines(), "14 people").contains("15 people"));
}

#[test]
fn a_small_screen_shows_something_sensible() {
    let mut screen = Screen::new(40, 12);
    screen.press("n");
    let text = screen.text();
    for words in ["The Harbour Tim…", "Northern Wire", "1 Passages", "≠ L Fire crews brought 14 people", "R Firefighters rescued 15 people"]
    {
        assert!(text.contains(words), "{words} in\n{text}");
    }
}

#[test]
fn no_size_is_too_small() {
    for (columns, rows) in (0..70).step_by(7).flat_map(|columns| (0..20).step_by(3).map(move |rows| (columns, rows))) {
        let mut screen = Screen::new(columns, rows);
        screen.press("n gw 2 j 3 G 4 1 L L zR G gg x");
        screen.lines();
    }
}

#[test]
fn differences_are_stepped_through_and_counted() {
    let mut screen = Screen::new(120, 20);
    assert_eq!(screen.state.position(), "3 differences");
    for (position, words) in [("1/3", "14 people"), ("2/3", "We heard a bang"), ("3/3", "exemplary"), ("1/3", "14 people")] {
        screen.press("n");
        assert_eq!(screen.state.position(), format!("difference {position}"));
        assert!(current(&screen).contains(words), "{}", screen.text());
    }
    screen.press("N");
    assert_eq!(screen.state.position(), "difference 3/3");
}

#[test]
fn stepping_narrows_to_figures_and_quotations() {
    let mut screen = Screen::new(120, 36);
    screen.press("gf");
    assert_eq!(screen.state.position(), "differing figure 1/1");
    screen.press("gq n");
    assert_eq!(screen.state.position(), "differing quotation 2/2");
    screen.press("gd");
    assert_eq!(screen.state.position(), "difference 1/3");
}

#[test]
fn folds_open_and_close() {
    let mut screen = Screen::new(120, 60);
    let summary = "▸ 4 sentences only here (1 figure)";
    assert!(screen.text().contains(summary) && !screen.text().contains("30,000"));
    screen.press("gg j j j j j j j j");
    assert!(current(&screen).contains(summary));
    screen.press("<Enter>");
    assert!(screen.text().contains("about 30,000") && !screen.text().contains(summary));
    screen.press("za");
    assert!(screen.text().contains(summary));
    screen.press("zR");
    assert!(!screen.text().contains('▸'));
    screen.press("zM");
    assert!(screen.text().contains(summary) && screen.text().contains("told alike"));
}

#[test]
fn differences_only_keeps_every_difference() {
    let mut screen = Screen::new(120, 36);
    screen.press("L L");
    let text = screen.text();
    for words in ["14 people", "exemplary", "We heard a bang", "▸ 2 passages told alike, 4 only on one side"] {
        assert!(text.contains(words) || words.starts_with('▸') && text.contains("told alike"), "{words} in\n{text}");
    }
    assert!(!text.contains("Traffic was diverted"));
    screen.press("L");
    assert!(screen.text().contains("Traffic was diverted"));
}

#[test]
fn exchanging_the_sides_keeps_the_place() {
    let mut screen = Screen::new(120, 20);
    screen.press("n n");
    let before = screen.lines();
    screen.press("x");
    let after = screen.lines();
    let row = |lines: &[String]| lines.iter().position(|line| line.contains("The water simply came")).unwrap();
    assert_eq!(row(&before), row(&after));
    assert!(line_with(&after, "The water simply").contains("≠  “We heard a bang"));
    assert!(line_with(&after, "Harbour Times").trim_start_matches(['▌', ' ']).starts_with("Northern Wire"));
    line_with(&after, "only left 4 · only right 6");
}

#[test]
fn the_same_words_stay_at_the_top_when_the_screen_is_resized() {
    let mut screen = Screen::new(120, 20);
    screen.press("zR <C-d>");
    let top = |screen: &Screen| {
        let lines = screen.lines();
        let counts = lines.iter().position(|line| line.contains("aligned 6")).unwrap();
        lines[counts + 2].clone()
    };
    let words = "⇅ moved: paragraph 2";
    assert!(top(&screen).contains(words), "{}", screen.text());
    screen.resize(90, 20);
    assert!(top(&screen).contains(words), "{}", screen.text());
    screen.resize(150, 20);
    assert!(top(&screen).contains(words), "{}", screen.text());
}

#[test]
fn quotes_are_shown_speaker_by_speaker() {
    let mut screen = Screen::new(120, 36);
    screen.press("2");
    let lines = screen.lines();
    let speakers: Vec<&String> =
        lines.iter().filter(|line| line.contains(" · shorter") || line.contains(" · no close") || line.contains(" · worded")).collect();
    assert!(speakers[0].contains("Ilse Brandt · shorter on the right"));
    assert!(speakers[1].contains("Ilse Brandt · no close match found on the right"));
    assert!(speakers[2].contains("Tomas Reuk · worded differently"));
    assert!(line_with(&lines, "“calm, quick and exemplary”").contains("“calm, quick and professional”"));
    assert_eq!(screen.state.position(), "differing quotation 1/2");
}

#[test]
fn figures_are_shown_measure_by_measure_conflicts_first() {
    let mut screen = Screen::new(120, 36);
    screen.press("3");
    let text = screen.text();
    let order = [
        "People rescued · differ",
        "Closure of the tunnel · both can be true · the range lies within the bound",
        "No close match found on the other side",
        "about 30,000 vehicles · vehicles carried",
        "The same on both sides",
    ];
    let places: Vec<usize> = order.iter().map(|words| text.find(words).unwrap_or_else(|| panic!("{words} in\n{text}"))).collect();
    assert!(places.is_sorted());
    assert!(
        line_with(&screen.lines(), "He said that the tunnel would stay").contains("≈  The tunnel will be closed for three to four weeks")
    );
    assert!(line_with(&screen.lines(), "two metres · rise of the water").contains("=  two metres · rise of the water"));
}

#[test]
fn a_claim_leads_to_its_place_in_the_passages() {
    let mut screen = Screen::new(120, 30);
    screen.press("2 n g<Enter>");
    assert!(current(&screen).contains("Mayor Tomas Reuk called"), "{}", screen.text());
    screen.press("3 j j g<Enter>");
    assert!(current(&screen).contains("about 30,000"), "a fold opens for its figure\n{}", screen.text());
    screen.press("2");
    assert!(current(&screen).contains("exemplary"), "the tab is where it was left\n{}", screen.text());
    screen.press("g<Enter> <Esc>");
    assert!(current(&screen).contains("exemplary"), "and is come back to\n{}", screen.text());
}

#[test]
fn names_on_one_side_are_listed_apart() {
    let mut screen = Screen::new(120, 30);
    screen.press("4");
    let lines = screen.lines();
    assert!(line_with(&lines, "port authority").contains(['‹', '›']));
    assert!(line_with(&lines, "Ilse Brandt").matches("Ilse Brandt").count() == 2);
    assert!(matches!(&screen.press("G <Enter>")[..], [Intent::Show(sheet)] if sheet.entries.len() > 3), "a name has its contexts");
}

#[test]
fn why_tells_reasons_and_certainty() {
    let mut screen = Screen::new(120, 36);
    screen.press("n gw");
    assert!(screen.text().contains("Both tell the same thing: fairly sure (0.74 of 1)."));
    assert!(screen.text().contains("Both use: tunnel, metres."));
    screen.press("G");
    assert!(screen.text().contains("Both probably tell the same thing: not sure (0.35 of 1)."));
    screen.press("gg");
    assert!(screen.text().contains("no close match was found in the report of The Harbour Times"));
    assert_eq!(screen.press("<Esc>"), []);
    assert!(!screen.text().contains("no close match was found"));
    assert_eq!(screen.press("<Esc>"), [Intent::Back]);
}

#[test]
fn a_passage_without_a_match_is_never_said_to_be_left_out() {
    let mut screen = Screen::new(120, 60);
    for keys in ["zR gw", "2", "3", "4"] {
        screen.press(keys);
        let text = screen.text().to_lowercase();
        assert!(!["left out", "omit", "missing", "leaves out"].iter().any(|word| text.contains(word)), "{text}");
    }
}

#[test]
fn a_bookmark_keeps_both_passages() {
    let mut screen = Screen::new(120, 36);
    screen.press("n");
    let [Intent::Keep(Kept::Two(pair))] = &screen.press("b")[..] else { panic!() };
    assert!(pair.0.anchor.exact.starts_with("Fire crews brought 14") && pair.1.anchor.exact.starts_with("Firefighters rescued 15"));
    assert_eq!(pair.0.citation.source.as_deref(), Some("The Harbour Times"));
    screen.press("gg");
    let [Intent::Keep(Kept::One(passage))] = &screen.press("b")[..] else { panic!() };
    assert!(passage.anchor.exact.starts_with("A burst water pipe"));
}

#[test]
fn a_note_is_asked_for_on_both_passages() {
    let mut screen = Screen::new(120, 36);
    screen.press("n");
    let [Intent::Annotate(Kept::Two(pair))] = &screen.press("a")[..] else { panic!() };
    assert!(pair.0.anchor.exact.starts_with("Fire crews brought 14"));
}

#[test]
fn the_sides_scroll_alone_while_the_lock_is_off() {
    let mut screen = Screen::new(120, 20);
    screen.press("zR = <Right> j j j");
    assert!(!line_with(&screen.lines(), "Fire crews brought").contains("Firefighters rescued"));
    screen.press("=");
    let apart = |screen: &Screen| {
        let lines = screen.lines();
        let at = |words: &str| lines.iter().position(|line| line.contains(words)).unwrap();
        at("We heard a bang") - at("“The water simply came")
    };
    let before = apart(&screen);
    assert_eq!(before, 3, "{}", screen.text());
    screen.press("<C-d>");
    assert_eq!(apart(&screen), before, "locked again, they keep their distance\n{}", screen.text());
    screen.press("gg n");
    assert!(line_with(&screen.lines(), "Fire crews brought").contains("Firefighters rescued"));
}

#[test]
fn kept_passages_are_marked() {
    let mut screen = Screen::new(120, 36);
    screen.press("n");
    let [Intent::Keep(kept)] = &screen.press("b")[..] else { panic!() };
    assert!(!screen.text().contains('◆'));
    let bookmark =
        Bookmark { id: BookmarkId(1), kept: kept.clone(), note: String::new(), tags: Vec::new(), created: Timestamp::UNIX_EPOCH };
    screen.catalogue.bookmarks.push(bookmark);
    screen.resize(120, 36);
    let lines = screen.lines();
    assert_eq!(line_with(&lines, "14 people").matches('◆').count(), 2, "{}", screen.text());
    assert_eq!(screen.text().matches('◆').count(), 2);
    screen.press("gb");
    assert_eq!(screen.state.position(), "bookmark 1/1");
}

#[test]
fn facing_passages_are_copied_with_their_sources() {
    let mut screen = Screen::new(120, 36);
    let copied = |intents: Vec<Intent>| match &intents[..] {
        [Intent::Run(Effect::Copy(text))] => text.clone(),
        [Intent::Run(Effect::Cite(passages))] => Style::default().cite(passages),
        other => panic!("{other:?}"),
    };
    screen.press("n");
    let cited = copied(screen.press("yy"));
    for words in ["“Fire crews brought 14 people", "The Harbour Times", "“Firefighters rescued 15 people", "Northern Wire"] {
        assert!(cited.contains(words), "{cited}");
    }
    assert!(copied(screen.press("ym")).contains("> Firefighters rescued"));
    assert_eq!(copied(screen.press("<Right> yp")), "Firefighters rescued 15 people, three of whom were taken to hospital.");
}

#[test]
fn the_other_reports_of_the_event_take_their_turn_on_the_active_side() {
    let mut screen = Screen::new(120, 36);
    assert!(matches!(&screen.press("J")[..], [Intent::Say(_)]));
    let line = |file: &str| ArticleLine {
        id: ArticleId::of_page(file.as_bytes()),
        file: file.to_owned(),
        entry: None,
        title: None,
        opening: String::new(),
        source: None,
        author: None,
        published: None,
        read: true,
        starred: false,
        bookmarks: 0,
        event: EventId(7),
        event_sources: 3,
        origin: 0,
        event_origins: 3,
        versions: 1,
    };
    screen.catalogue.set_articles(vec![line("harbour.txt"), line("radio.txt"), line("wire.txt")]);
    let compared = |intents: Vec<Intent>| match &intents[..] {
        [Intent::Compare(left, right)] => (left.id().clone(), right.id().clone()),
        other => panic!("{other:?}"),
    };
    let id = |file: &str| ArticleId::of_page(file.as_bytes());
    assert_eq!(compared(screen.press("J")), (id("radio.txt"), id("wire.txt")));
    assert_eq!(compared(screen.press("<Tab> K")), (id("radio.txt"), id("harbour.txt")));
}

#[test]
fn a_passage_opens_in_the_reader_of_its_side() {
    let mut screen = Screen::new(120, 36);
    let opened = |intents: Vec<Intent>| match &intents[..] {
        [Intent::Open(Opening::Reader { at: Some(anchor), .. })] => anchor.exact.clone(),
        other => panic!("{other:?}"),
    };
    assert!(opened(screen.press("n go")).starts_with("Fire crews"));
    assert!(opened(screen.press("<Right> go")).starts_with("Firefighters"));
    assert!(!opened(screen.press("gg h go")).is_empty(), "where only one side has something, that is what is read");
}

#[test]
fn doubts_about_the_whole_are_said() {
    let (left, right) = flood::articles();
    let mut comparison = flood::comparison(&left, &right);
    comparison.same_event.likely = false;
    comparison.degraded = Some("the reports are too long".to_owned());
    let mut screen = Screen::new(120, 36);
    screen.state.compared(Reports::new(Box::new(left), Box::new(right), Box::new(comparison), Vec::new()));
    assert!(screen.text().contains("These two probably do not report the same event (likeness 0.71 of 1)."));
    assert!(screen.text().contains("Compared by a simpler method: the reports are too long."));
}

#[test]
fn a_long_table_has_a_map_with_a_tick_for_each_stop() {
    let mut screen = Screen::new(80, 20);
    let edge = |screen: &Screen| screen.lines().iter().filter_map(|line| line.chars().nth(79)).collect::<String>();
    let ticks = |screen: &Screen| edge(screen).chars().filter(|c| "┫┤".contains(*c)).count();
    assert_eq!((edge(&screen).chars().count(), ticks(&screen)), (14, 3), "{}", screen.text());
    screen.press("gf");
    assert_eq!(ticks(&screen), 1, "{}", screen.text());
    assert!(!Screen::new(120, 60).text().contains('┃'));
}

#[test]
fn a_rule_has_a_blank_on_both_sides_and_none_crosses_a_heading() {
    for columns in (47..130).step_by(3) {
        let mut screen = Screen::new(columns, 60);
        screen.press(if columns < 100 { "L zR" } else { "zR" });
        for tab in ["1", "2", "3", "4", "= l j j j", "1"] {
            screen.press(tab);
            let rows: Vec<Vec<char>> = screen.lines().iter().skip(8).map(|line| line.chars().collect()).collect();
            // Stacked names, a line each, need no rule.
            let Some(at) = rows.iter().find_map(|row| row.iter().position(|&c| c == '│')) else { continue };
            for row in rows.iter().filter(|row| row.get(at) == Some(&'│')) {
                let around: String = [at - 1, at + 1].iter().filter_map(|&at| row.get(at)).collect();
                assert_eq!(around.trim(), "", "{columns} {tab}\n{}", screen.text());
            }
        }
    }
}

#[test]
fn the_last_line_of_a_passage_taller_than_the_screen_can_be_reached() {
    for (columns, rows) in [(40, 12), (34, 9), (60, 9)] {
        for keys in ["j", "<C-d>", "<PgDn>"] {
            let mut screen = Screen::new(columns, rows);
            screen.press("zR gg");
            let mut seen = String::new();
            for _ in 0..200 {
                seen.push_str(&screen.text());
                screen.press(keys);
            }
            for words in ["late in the evening", "“Nobody", "eastern", "hospital", "Some of the drivers were hurt"] {
                assert!(seen.contains(words.split(' ').next_back().unwrap()), "{words} at {columns}x{rows} by {keys}");
            }
        }
    }
}

#[test]
fn one_blank_line_parts_entries_and_none_parts_a_list() {
    for (columns, keys) in [(120, "2"), (120, "3"), (120, "4"), (80, "2"), (80, "3"), (80, "4")] {
        let mut screen = Screen::new(columns, 60);
        screen.press(keys);
        let lines = screen.lines();
        let counts = lines.iter().position(|line| line.contains("aligned 6")).unwrap();
        let last = lines.iter().rposition(|line| !line.is_empty()).unwrap();
        let blank: Vec<bool> = lines[counts + 2..=last].iter().map(|line| line.trim_matches([' ', '▌', '│']).is_empty()).collect();
        assert!(!blank.windows(2).any(|pair| pair == [true, true]), "{columns} {keys}\n{}", screen.text());
        let title = lines.iter().position(|line| line.contains("No close match found on the other side"));
        assert!(title.is_none_or(|at| !blank[at - counts - 1] && !blank[at - counts]), "{columns} {keys}\n{}", screen.text());
    }
}

#[test]
fn the_sign_of_a_difference_is_never_faint() {
    let screen = Screen::new(120, 36);
    let mut buffer = Buffer::empty(screen.area);
    let scene = Scene { area: screen.area, catalogue: &screen.catalogue, measure: 72, zen: false, count: None };
    let mut themes = parallax::tui::theme::Themes::built_in();
    while themes.current().name() != "monochrome" {
        themes.cycle();
    }
    compare::view(&screen.state, &scene, themes.current(), &mut buffer);
    let signs: Vec<_> = buffer.content().iter().filter(|cell| cell.symbol() == "≠").collect();
    assert_eq!(signs.len(), 3);
    assert!(signs.iter().all(|cell| !cell.modifier.contains(ratatui::style::Modifier::DIM)), "{signs:?}");
}
