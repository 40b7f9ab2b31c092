//! How long a comparison takes: a usual pair of 800 words, and two reports of 10,000 words, as ingested, once on one core and once as the
//! program does, which reads both reports at once, and with what each report claims read off it beforehand.

#![allow(missing_docs, reason = "criterion's macros write undocumented functions")]

use criterion::{Bencher, Criterion, criterion_group, criterion_main};
use parallax::article::{Article, ArticleId, Fate, Metadata, PageBlock, ParagraphKind};
use parallax::compare::{Options, Prepared, compare, compare_prepared};
use parallax::event::{Signature, events};
use parallax::library;

/// As in the program.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

const SUBJECTS: [&str; 7] =
    ["The minister", "Captain Ida Holt", "A spokesman for the port", "The union", "Costara", "Peter Lund", "The court"];
const DEEDS: [&str; 9] = [
    "rejected the offer of 3,500 euros for every household",
    "said \"we will not leave before the last passenger is safe\"",
    "told reporters that the ferry had been repaired twice since 2019",
    "sent 200 soldiers to the northern harbour on Tuesday",
    "called the report \"a gift to those who profit from fear\"",
    "asked for four to five more weeks to finish the inquiry",
    "lost 12 percent of its trade with the islands",
    "praised the rescue of around 40 fishermen near Port Selim",
    "denied that any warning had been ignored",
];
const PLACES: [&str; 5] =
    ["after talks in Merrow", "in a letter to the king", "during the night", "as rain flooded the quay", "before the vote"];

/// A report of so many sentences of some 16 words; `variant` says where in the tables it begins.
fn report(sentences: usize, variant: usize) -> Article {
    let sentence = |n: usize| {
        let at = n * 11 + variant;
        format!("{} {} {}.", SUBJECTS[at % SUBJECTS.len()], DEEDS[(at / 2 + n) % DEEDS.len()], PLACES[(at / 3 + variant) % PLACES.len()])
    };
    let block = |n: usize| PageBlock { text: sentence(n), fate: Fate::Body(ParagraphKind::Prose) };
    let page = (0..sentences).map(block).collect();
    Article::new(ArticleId::of_page(&[variant as u8]), "page.txt".to_owned(), Metadata::default(), page)
}

fn comparisons(criterion: &mut Criterion) {
    for (name, sentences) in [("usual pair of 800 words", 50), ("two reports of 10,000 words", 625)] {
        let (left, right) = (report(sentences, 1), report(sentences, 4));
        criterion.bench_function(name, |bencher| bencher.iter(|| compare(&left, &right, &Options::default())));
        let together = |bencher: &mut Bencher<'_>| {
            bencher.iter(|| {
                let read = library::read(&[&left, &right]);
                compare_prepared((&read[0], &read[1]), &Options::default())
            });
        };
        criterion.bench_function(&format!("{name}, read at once as the program does"), together);
        let read = (Prepared::of(&left), Prepared::of(&right));
        let of_read = |bencher: &mut Bencher<'_>| bencher.iter(|| compare_prepared((&read.0, &read.1), &Options::default()));
        criterion.bench_function(&format!("{name}, read beforehand"), of_read);
    }
}

fn grouping(criterion: &mut Criterion) {
    criterion.bench_function("events among 1,000 reports", |bencher| {
        let signatures: Vec<Signature> = (0..1_000).map(|variant| Signature::of(&report(30, variant))).collect();
        bencher.iter(|| events(&signatures));
    });
}

criterion_group! {
    name = benches;
    config = Criterion::default().sample_size(20);
    targets = comparisons, grouping
}
criterion_main!(benches);
