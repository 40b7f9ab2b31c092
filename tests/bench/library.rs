//! How long the library screen takes for a letter of the filter, for a step of the cursor and for another order, by the library's size.

#![allow(missing_docs, reason = "criterion's macros write undocumented functions")]

use std::hint::black_box;

use criterion::{BenchmarkId, Criterion, criterion_group, criterion_main};
use parallax::article::{ArticleId, Published};
use parallax::library::{ArticleLine, EventId};
use parallax::tui::App;
use parallax::tui::keymap::{Keymap, notation};
use parallax::tui::message::Message;
use parallax::tui::theme::Themes;
use ratatui::Terminal;
use ratatui::backend::TestBackend;

const SIZES: [usize; 3] = [1_000, 10_000, 100_000];
const SOURCES: [&str; 6] = ["Harbour Post", "The Inland Courier", "Radio Delta", "Évening Sheet", "Quay Weekly", "North Wire"];
const SUBJECTS: [&str; 7] = ["Council", "Ferry crew", "Minister Adel Brandt", "Dyke board", "School", "Bridge engineers", "Fishermen"];
const DEEDS: [&str; 5] = ["rejects plan for", "opens", "sends help to", "warns of delays at", "celebrates a year of"];
const PLACES: [&str; 9] =
    ["old harbour", "new bridge", "lower town", "market hall", "river lock", "night train", "lighthouse", "salt works", "tram depot"];

/// A line like that of a saved report; three in a row report one event, every fiftieth is undated.
fn line(number: usize, all: usize) -> ArticleLine {
    let day = jiff::civil::date(2024, 12, 31).saturating_sub(jiff::Span::new().days((number / 20).cast_signed() as i64));
    let pick = |table: &[&'static str], step: usize| table[(number / step + number * 7) % table.len()];
    ArticleLine {
        id: ArticleId::of_page(&number.to_le_bytes()),
        file: format!("saved/{number}.html"),
        entry: None,
        title: Some(format!("{} {} {}", pick(&SUBJECTS, 3), pick(&DEEDS, 5), pick(&PLACES, 11))),
        opening: String::new(),
        source: Some(pick(&SOURCES, 1).to_owned()),
        author: None,
        published: (number < all - all / 50).then_some(Published::Day(day)),
        read: number.is_multiple_of(3),
        starred: false,
        bookmarks: 0,
        event: EventId((number / 3).cast_signed() as i64),
        event_sources: 3,
    }
}

fn app(size: usize) -> App {
    let mut app = App::new(Keymap::built_in().0, Themes::built_in());
    app.update(Message::Resized { columns: 120, rows: 36 });
    let articles = (0..size).map(|number| line(number, size)).collect();
    app.update(Message::Listed { articles, bookmarks: Vec::new(), decided: Vec::new(), sample: false, left_on: None, arrangement: None });
    app
}

fn press(app: &mut App, keys: &str) {
    for key in notation::parse(keys).unwrap_or_default() {
        black_box(app.update(Message::Key(key)));
    }
}

fn screens(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("library");
    for size in SIZES {
        let mut app = app(size);
        let mut terminal = match Terminal::new(TestBackend::new(120, 36)) {
            Ok(terminal) => terminal,
            Err(never) => match never {},
        };
        // The headlines are folded with the first letter of all.
        press(&mut app, "/b<Esc>");
        for (name, keys) in [
            ("step", "jk"),
            ("filter, one letter and back", "/b<Esc>"),
            ("filter, a word and back", "/bridge<Esc>"),
            ("filter, shortened and back", "/brdg<Esc>"),
            ("sort by title and by date", "StSd"),
            ("by event and by date", "SeSd"),
        ] {
            group.bench_function(BenchmarkId::new(name, size), |bencher| bencher.iter(|| press(&mut app, keys)));
        }
        group.bench_function(BenchmarkId::new("view", size), |bencher| {
            bencher.iter(|| terminal.draw(|frame| _ = parallax::tui::view(&app, app.theme(), frame.buffer_mut())).map(|_| ()));
        });
    }
    group.finish();
}

criterion_group! {
    name = benches;
    config = Criterion::default().sample_size(10).measurement_time(std::time::Duration::from_secs(2)).warm_up_time(std::time::Duration::from_millis(300));
    targets = screens
}
criterion_main!(benches);
