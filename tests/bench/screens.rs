//! How long each screen takes to take in a key and to draw itself, by the size of the library, of the article, of what is kept.

#![allow(missing_docs, reason = "criterion's macros write undocumented functions")]

use std::hint::black_box;
use std::sync::Arc;

use criterion::measurement::WallTime;
use criterion::{BenchmarkGroup, BenchmarkId, Criterion, criterion_group, criterion_main};
use jiff::Timestamp;
use parallax::article::{Article, ArticleId, Fate, Metadata, PageBlock, ParagraphKind, Published};
use parallax::compare::{self, Prepared};
use parallax::extract::claims;
use parallax::library::{Anchor, ArticleLine, Bookmark, BookmarkId, Citation, EventId, Kept, Passage};
use parallax::tui::App;
use parallax::tui::effect::{ArticleRef, Effect, Gathered, Reading};
use parallax::tui::intent::Opening;
use parallax::tui::keymap::{Keymap, notation};
use parallax::tui::message::Message;
use parallax::tui::theme::Themes;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

const SIZES: [usize; 3] = [1_000, 10_000, 100_000];
const SOURCES: [&str; 6] = ["Harbour Post", "The Inland Courier", "Radio Delta", "Évening Sheet", "Quay Weekly", "North Wire"];
const SUBJECTS: [&str; 7] = ["Council", "Ferry crew", "Minister Adel Brandt", "Dyke board", "School", "Bridge engineers", "Fishermen"];
const DEEDS: [&str; 5] = ["rejects plan for", "opens", "sends help to", "warns of delays at", "celebrates a year of"];
const PLACES: [&str; 9] =
    ["old harbour", "new bridge", "lower town", "market hall", "river lock", "night train", "lighthouse", "salt works", "tram depot"];

fn pick(table: &[&'static str], number: usize, step: usize) -> &'static str {
    table[(number / step + number * 7) % table.len()]
}

fn headline(number: usize) -> String {
    format!("{} {} {}", pick(&SUBJECTS, number, 3), pick(&DEEDS, number, 5), pick(&PLACES, number, 11))
}

/// A line like that of a saved report; three in a row report one event, every fiftieth is undated.
fn line(number: usize, all: usize) -> ArticleLine {
    let day = jiff::civil::date(2024, 12, 31).saturating_sub(jiff::Span::new().days((number / 20).cast_signed() as i64));
    ArticleLine {
        id: ArticleId::of_page(&number.to_le_bytes()),
        file: format!("saved/{number}.html"),
        entry: None,
        title: Some(headline(number)),
        opening: String::new(),
        source: Some(pick(&SOURCES, number, 1).to_owned()),
        author: None,
        published: (number < all - all / 50).then_some(Published::Day(day)),
        read: number.is_multiple_of(3),
        starred: false,
        bookmarks: 0,
        event: EventId((number / 3).cast_signed() as i64),
        event_sources: 3,
        origin: 0,
        event_origins: 3,
        versions: 1,
    }
}

/// A report of about so many words, with quotations and figures; others share most of what `teller` tells.
fn article(words: usize, teller: usize) -> Article {
    let paragraph = |number: usize| {
        let (count, said) = (number % 90 + 3, if number.is_multiple_of(teller + 4) { "quite early" } else { "late" });
        let text = format!(
            "{} near the {}, {count} people said on Monday. \"We came {said} and saw {count} boats,\" said Captain Ruth Olsen.",
            headline(number),
            pick(&PLACES, number, 2)
        );
        PageBlock { text, fate: Fate::Body(ParagraphKind::Prose) }
    };
    let page = (0..words.div_ceil(24)).map(paragraph).collect();
    Article::new(ArticleId::of_page(&[teller as u8]), format!("{teller}.txt"), Metadata::default(), page)
}

/// An app whose wishes are granted at once.
struct Desk {
    app: App,
    buffer: Buffer,
}

impl Desk {
    /// On a library of so many articles and bookmarks.
    fn new(articles: usize, bookmarks: Vec<Bookmark>) -> Self {
        let buffer = Buffer::empty(Rect::new(0, 0, 120, 36));
        let mut desk = Self { app: App::new(Keymap::built_in().0, Themes::built_in()), buffer };
        desk.tell(Message::Resized { columns: 120, rows: 36 });
        let articles = (0..articles).map(|number| line(number, articles)).collect();
        desk.tell(Message::Listed { articles, bookmarks, decided: Vec::new(), sample: false, left_on: None, arrangement: None });
        desk
    }

    fn open(&mut self, opening: Opening) {
        let effects = self.app.start(Some(opening));
        self.grant(effects);
    }

    fn tell(&mut self, message: Message) {
        let effects = self.app.update(message);
        self.grant(effects);
    }

    fn grant(&mut self, effects: Vec<Effect>) {
        for effect in effects {
            let answer = match effect {
                Effect::Load { request, article: ArticleRef::Given(article), .. } => {
                    let article = Arc::unwrap_or_clone(article);
                    Message::Loaded { request, reading: Arc::new(Reading { claims: claims(&article), article, place: None }) }
                }
                Effect::Compare { request, left: ArticleRef::Given(left), right: ArticleRef::Given(right) } => {
                    let comparison = Box::new(compare::compare(&left, &right, &compare::Options::default()));
                    let (left, right) = (Box::new(Arc::unwrap_or_clone(left)), Box::new(Arc::unwrap_or_clone(right)));
                    Message::Compared { request, left, right, comparison, decisions: Vec::new() }
                }
                Effect::Gather { request, articles } => Message::Gathered { request, gathered: Arc::new(gathered(articles)) },
                _ => continue,
            };
            self.tell(answer);
        }
    }

    fn press(&mut self, keys: &str) {
        for key in notation::parse(keys).unwrap_or_default() {
            black_box(self.app.update(Message::Key(key)));
        }
    }

    fn draw(&mut self) {
        self.buffer.reset();
        black_box(parallax::tui::view(&self.app, self.app.theme(), &mut self.buffer));
    }

    /// Measures the view, and keys that come back to where they began.
    fn measure(&mut self, group: &mut BenchmarkGroup<'_, WallTime>, size: usize, keys: &[(&str, &str)]) {
        for (name, keys) in keys {
            group.bench_function(BenchmarkId::new(*name, size), |bencher| bencher.iter(|| self.press(keys)));
        }
        group.bench_function(BenchmarkId::new("view", size), |bencher| bencher.iter(|| self.draw()));
    }
}

fn gathered(articles: Vec<ArticleRef>) -> Gathered {
    let given = articles.into_iter().filter_map(|article| if let ArticleRef::Given(article) = article { Some(article) } else { None });
    let articles: Vec<Article> = given.map(Arc::unwrap_or_clone).collect();
    let read: Vec<Prepared<'_>> = articles.iter().map(Prepared::of).collect();
    let compared = |(one, other): (usize, usize)| compare::compare_prepared((&read[one], &read[other]), &compare::Options::default());
    let comparisons: Vec<_> = compare::pairs(articles.len()).map(compared).collect();
    let matrix = compare::matrix(&articles, &comparisons);
    Gathered { articles, comparisons, matrix }
}

fn given(words: usize, teller: usize) -> ArticleRef {
    ArticleRef::Given(Arc::new(article(words, teller)))
}

/// By the number of articles.
fn library(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("library");
    for size in SIZES {
        let mut desk = Desk::new(size, Vec::new());
        // The headlines are folded with the first letter of all.
        desk.press("/b<Esc>");
        let keys = [
            ("step", "jk"),
            ("filter, one letter and back", "/b<Esc>"),
            ("filter, a word and back", "/bridge<Esc>"),
            ("filter, shortened and back", "/brdg<Esc>"),
            ("sort by title and by date", "StSd"),
            ("by event and by date", "SeSd"),
        ];
        desk.measure(&mut group, size, &keys);
    }
    group.finish();
}

/// By the number of words.
fn reader(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("reader");
    for size in SIZES {
        let mut desk = Desk::new(10, Vec::new());
        desk.open(Opening::Reader { article: given(size, 0), loaded: None, at: None });
        let keys =
            [("step", "jk"), ("page", "<C-d><C-u>"), ("ends", "Ggg"), ("find", "/boats<Esc>"), ("figures", "gfnN<Esc>"), ("width", "+-")];
        desk.measure(&mut group, size, &keys);
    }
    group.finish();
}

/// By the number of articles in the library below; the reports have as many words as long reports have.
fn several(criterion: &mut Criterion) {
    const WORDS: usize = 1_500;
    let mut group = criterion.benchmark_group("compare");
    for size in SIZES {
        let mut desk = Desk::new(size, Vec::new());
        desk.open(Opening::Compare { left: given(WORDS, 0), right: given(WORDS, 1), at: None });
        desk.measure(
            &mut group,
            size,
            &[("step", "jk"), ("difference", "nN"), ("tabs", "2341"), ("exchange", "xx"), ("find", "/boats<Esc>")],
        );
    }
    group.finish();
    let mut group = criterion.benchmark_group("event");
    for size in SIZES {
        let mut desk = Desk::new(size, Vec::new());
        desk.open(Opening::event((0..3).map(|teller| given(WORDS, teller)).collect()));
        desk.measure(&mut group, size, &[("step", "jk"), ("ends", "Ggg"), ("column", "lh")]);
    }
    group.finish();
}

/// By the number of bookmarks.
fn bookmarks(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("bookmarks");
    let kept = article(400, 0);
    for size in SIZES {
        let bookmark = |number: usize| {
            let sentence = kept.body.sentences()[number % kept.body.sentences().len()].span;
            let anchor = Anchor::of(&kept.body, sentence);
            let passage = Passage { article: kept.id.clone(), citation: Citation::of(&kept), anchor, more: Vec::new() };
            Bookmark {
                id: BookmarkId(number.cast_signed() as i64),
                kept: Kept::One(Box::new(passage)),
                note: headline(number),
                tags: Vec::new(),
                created: Timestamp::UNIX_EPOCH,
            }
        };
        let mut desk = Desk::new(10, (0..size).map(bookmark).collect());
        desk.press("B");
        desk.measure(&mut group, size, &[("step", "jk"), ("ends", "Ggg"), ("filter", "/bridge<Esc>")]);
    }
    group.finish();
}

criterion_group! {
    name = benches;
    config = Criterion::default().sample_size(10).measurement_time(std::time::Duration::from_secs(1)).warm_up_time(std::time::Duration::from_millis(200));
    targets = library, reader, several, bookmarks
}
criterion_main!(benches);
