//! What a library of so many articles costs: to add, to open, to list, to add to, in memory and on the disk.
//!
//! `cargo bench --bench library -- 10000 100000` measures libraries of these sizes; `cargo bench --bench library -- pages FOLDER 10000` only
//! writes the pages.

#![allow(clippy::unwrap_used, clippy::print_stdout, reason = "a program for developers, who read a panic")]

mod generator;

use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use generator::Generator;
use parallax::article::Article;
use parallax::ingest::{Options, ingest};
use parallax::library::search::Search;
use parallax::library::{Library, Query};

/// Articles added to a full library to see what one more costs.
const MORE: u64 = 100;

fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).filter(|argument| argument != "--bench").collect();
    let generator = Generator::new();
    match arguments.split_first() {
        Some((first, [folder, count])) if first == "pages" => write_pages(&generator, Path::new(folder), count.parse().unwrap()),
        _ => {
            let sizes = arguments.iter().filter_map(|size| size.replace('_', "").parse().ok()).collect::<Vec<u64>>();
            for size in if sizes.is_empty() { vec![1_000] } else { sizes } {
                measure(&generator, size);
            }
        }
    }
}

fn write_pages(generator: &Generator, folder: &Path, count: u64) {
    for number in 0..count {
        let file = folder.join(Generator::file(number));
        if number.is_multiple_of(1_000) {
            fs::create_dir_all(file.parent().unwrap()).unwrap();
        }
        fs::write(file, generator.page(number)).unwrap();
    }
}

fn measure(generator: &Generator, size: u64) {
    let place = tempfile::tempdir().unwrap();
    let (pages, folder) = (place.path().join("pages"), place.path().join("library"));
    write_pages(generator, &pages, size);
    println!("\n{size} articles, {} MB of pages", megabytes(&pages));

    let (time, peak, all_busy) = add(&pages, &folder);
    let rate = |time: Duration| size as f64 / time.as_secs_f64();
    println!(
        "add the folder       {:.0} articles a second, {time:.1?}; {:.2?} of a processor for each; peak memory {peak} MB",
        rate(time),
        all_busy / size as u32
    );
    let (time, peak, _) = add(&pages, &folder);
    println!("add it again         {time:.1?}, peak memory {peak} MB");
    println!("size                 {} MB", megabytes(&folder));

    let (time, library) = timed(|| Library::open(&folder).unwrap());
    println!("open                 {time:.1?}");
    let (time, lines) = timed(|| library.list(&Query::default()).unwrap().len());
    println!("list all {lines:<11} {time:.1?}");
    for (class, queries) in queries(generator, size) {
        let (times, busy): (Vec<Duration>, Vec<Duration>) = queries.iter().map(|query| times_of(&library, query)).unzip();
        let at = |mut times: Vec<Duration>, percent: usize| {
            times.sort_unstable();
            times[times.len() * percent / 100]
        };
        let (middle, late, busy) = (at(times.clone(), 50), at(times, 95), at(busy, 95));
        println!("search, {class:<23} {middle:.1?} at p50, {late:.1?} at p95, {busy:.1?} of the processor at p95");
    }
    drop(library);

    let articles: Vec<Article> = (size..size + MORE).map(|number| article(generator, number)).collect();
    let mut library = Library::open(&folder).unwrap();
    let busy_before = busy();
    let (time, _) = timed(|| library.add(&articles).unwrap());
    let busy = busy().saturating_sub(busy_before);
    println!("{MORE} more             {:.2?} for each, its event found; {:.2?} of the processor", time / MORE as u32, busy / MORE as u32);
}

/// Queries of each class.
fn queries(generator: &Generator, size: u64) -> Vec<(&'static str, Vec<String>)> {
    const EACH: usize = 60;
    let word = |rank: usize| generator.word(rank % 59_000).to_owned();
    let made = |query: &dyn Fn(usize) -> String| (0..EACH).map(query).collect::<Vec<String>>();
    let letters = |number: usize| word(400 + number * 7).chars().take(3).collect::<String>();
    // Words that stand one behind the other somewhere.
    let phrase = |number: usize| {
        let text = article(generator, number as u64 * size / EACH as u64).body.text().to_owned();
        let words: Vec<&str> = text.split_whitespace().skip(100 + number).take(2).map(|word| word.trim_matches('.')).collect();
        format!("\"{}\"", words.join(" "))
    };
    vec![
        ("rare word", made(&|number| word(20_000 + number * 601))),
        ("two words", made(&|number| format!("{} {}", word(300 + number * 11), word(700 + number * 17)))),
        ("phrase", made(&phrase)),
        ("phrase of common words", made(&|number| format!("\"{} {}\"", word(20 + number * 3), word(60 + number * 5)))),
        ("prefix of 3 letters", made(&|number| format!("{}*", letters(number)))),
        ("word in 95 %", made(&|number| word(14 + number % 6))),
        ("two of those", made(&|number| format!("{} {}", word(12 + number % 5), word(18 + number % 7)))),
        ("six words, any", made(&|number| (0..6).map(|other| word(200 + number * 31 + other * 97)).collect::<Vec<_>>().join(" OR "))),
        ("a word of a month", made(&|number| format!("{} on:2012-{:02}", word(15 + number), 1 + number % 2))),
        ("a word of a source", made(&|number| format!("{} source:harbour", word(15 + number)))),
    ]
}

/// How long a search takes with the words around its hits, and how long the processor is busy with it: on a machine that others use as well,
/// the second one is the truer.
fn times_of(library: &Library, query: &str) -> (Duration, Duration) {
    let search = Search::parse(query).unwrap();
    let shown = |library: &Library| {
        let found = library.search(&search, 20).unwrap();
        found.articles.iter().filter_map(|id| library.hit(id, &search).unwrap()).count()
    };
    let before = busy();
    let (time, _) = timed(|| shown(library));
    (time, busy().saturating_sub(before))
}

fn article(generator: &Generator, number: u64) -> Article {
    ingest(generator.page(number).as_bytes(), &Generator::file(number), Options::default()).unwrap().article
}

/// Runs `parallax add`: how long it takes, the most memory it has at once, in MB, and how long processors are busy with it.
fn add(pages: &Path, library: &Path) -> (Duration, u64, Duration) {
    let start = Instant::now();
    let mut command = Command::new(env!("CARGO_BIN_EXE_parallax"));
    let mut child =
        command.arg("add").arg(pages).env("PARALLAX_LIBRARY", library).stdout(Stdio::null()).stderr(Stdio::null()).spawn().unwrap();
    let status = format!("/proc/{}/status", child.id());
    let (mut peak, mut busy) = (0, Duration::ZERO);
    while child.try_wait().unwrap().is_none() {
        peak = peak.max(peak_memory(&status));
        busy = busy.max(ticks(&format!("/proc/{}/stat", child.id())));
        std::thread::sleep(Duration::from_millis(20));
    }
    (start.elapsed(), peak / 1_024, busy)
}

/// How long this thread had a processor; nought where the system does not tell.
fn busy() -> Duration {
    let about = fs::read_to_string("/proc/thread-self/schedstat").unwrap_or_default();
    about.split_whitespace().next().and_then(|time| time.parse().ok()).map_or(Duration::ZERO, Duration::from_nanos)
}

/// How long a program had processors, all its threads together, in hundredths of a second.
fn ticks(stat: &str) -> Duration {
    let about = fs::read_to_string(stat).unwrap_or_default();
    let fields: Vec<u64> = about.split(')').next_back().unwrap_or("").split_whitespace().map(|field| field.parse().unwrap_or(0)).collect();
    Duration::from_millis(10 * (fields.get(11).unwrap_or(&0) + fields.get(12).unwrap_or(&0)))
}

/// The most memory that a running program had so far, in kB; 0 where the system does not tell.
fn peak_memory(status: &str) -> u64 {
    let about = fs::read_to_string(status).unwrap_or_default();
    let line = about.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    line.and_then(|line| line.trim().trim_end_matches(" kB").parse().ok()).unwrap_or(0)
}

fn timed<T>(work: impl FnOnce() -> T) -> (Duration, T) {
    let start = Instant::now();
    let done = work();
    (start.elapsed(), done)
}

fn megabytes(folder: &Path) -> u64 {
    fn bytes(folder: &Path) -> u64 {
        let entries = fs::read_dir(folder).unwrap().map(Result::unwrap);
        entries.map(|entry| if entry.path().is_dir() { bytes(&entry.path()) } else { entry.metadata().unwrap().len() }).sum()
    }
    bytes(folder) / 1_000_000
}
