//! Made-up saved pages, the same ones for the same numbers: six hundred words by Zipf's law, events that several sources report, reprints,
//! pages without a date.

use std::fmt::Write;

use jiff::Span;
use jiff::civil::{Date, date};

/// Reports a day; a larger library has more days, not fuller ones.
const A_DAY: u64 = 200;
/// How many reports the events of a block have, in a block of so many pages.
const EVENTS: [u64; 12] = [5, 3, 2, 2, 1, 1, 1, 1, 1, 1, 1, 1];
const BLOCK: u64 = 20;
/// Every so many pages one does not give its date.
const UNDATED: u64 = 50;
/// Words of a body.
const WORDS: usize = 600;
/// Different words there are.
const VOCABULARY: usize = 60_000;
/// Words that tell of an event.
const OF_AN_EVENT: usize = 14;

const COMMONEST: &str = "the of and to a in is that for it was on with as he at by be this had not are but from or have an they which one \
    were her all she there would their we him been has when who will more no if out so said what up its about into than them can only \
    other new some could time these two may then do first any my now such like our over man me even most made after also did many before";
const SOURCES: [&str; 12] = [
    "Harbour Post",
    "The Inland Courier",
    "Radio Delta",
    "Evening Sheet",
    "Quay Weekly",
    "North Wire",
    "The Upland Mirror",
    "Coast Daily",
    "Market Ledger",
    "Southern Star",
    "The Merrow Times",
    "Canal Gazette",
];

/// Numbers that look random and are the same in every run.
struct Random(u64);

impl Random {
    fn new(seed: u64, what: u64) -> Self {
        Self(seed.wrapping_mul(0x9e37_79b9_7f4a_7c15) ^ what.wrapping_mul(0xd1b5_4a32_d192_ed03))
    }

    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    fn below(&mut self, bound: usize) -> usize {
        (self.next() % bound as u64) as usize
    }
}

/// Makes pages.
pub(crate) struct Generator {
    words: Vec<String>,
    /// How often a word of this rank or a commoner one comes, as a share of all.
    shares: Vec<f64>,
}

/// What a report is of: all that its words follow from.
struct Report {
    event: u64,
    /// The how many-eth of its event.
    turn: u64,
    day: Date,
}

impl Generator {
    /// With the vocabulary that all libraries share.
    pub(crate) fn new() -> Self {
        let mut words: Vec<String> = COMMONEST.split_ascii_whitespace().map(str::to_owned).collect();
        let mut random = Random::new(7, 7);
        let mut known: std::collections::HashSet<String> = words.iter().cloned().collect();
        while words.len() < VOCABULARY {
            let word = syllables(&mut random);
            if known.insert(word.clone()) {
                words.push(word);
            }
        }
        let weight = |rank: usize| 1.0 / (rank + 1) as f64;
        let all: f64 = (0..VOCABULARY).map(weight).sum();
        let shares = (0..VOCABULARY).scan(0.0, |sum, rank| {
            *sum += weight(rank) / all;
            Some(*sum)
        });
        Self { shares: shares.collect(), words }
    }

    /// The word of a rank, from 0.
    pub(crate) fn word(&self, rank: usize) -> &str {
        &self.words[rank]
    }

    /// The name of a page's file, below a folder for every thousand.
    pub(crate) fn file(number: u64) -> String {
        format!("{:04}/{number:07}.html", number / 1_000)
    }

    /// A saved page.
    pub(crate) fn page(&self, number: u64) -> String {
        let report = report(number);
        let source = SOURCES[(report.event + report.turn * 5) as usize % SOURCES.len()];
        let title = capitalised(&self.told(&mut Random::new(number, 3), &report, 7, 60));
        let mut page = String::with_capacity(6_000);
        let _ = write!(
            page,
            "<!DOCTYPE html>\n<html lang=\"en\"><head><meta charset=\"utf-8\"><title>{title} - {source}</title>\n\
             <meta property=\"og:site_name\" content=\"{source}\">\n"
        );
        if !number.is_multiple_of(UNDATED) {
            let (hour, minute) = (number % 24, number % 60);
            let _ = writeln!(page, "<meta property=\"article:published_time\" content=\"{}T{hour:02}:{minute:02}:00Z\">", report.day);
        }
        let _ = write!(
            page,
            "</head><body>\n<nav><a href=\"/\">Home</a> <a href=\"/world\">World</a> <a href=\"/sport\">Sport</a></nav>\n\
             <main><article><h1>{title}</h1>\n"
        );
        self.body(number, &report, &mut page);
        let _ = write!(page, "</article></main>\n<footer>© {source}. All rights reserved.</footer></body></html>\n");
        page
    }

    fn body(&self, number: u64, report: &Report, page: &mut String) {
        // A fifth report of an event prints the fourth one anew.
        let teller = if report.turn == 4 { number - 1 } else { number };
        let mut random = Random::new(teller, 5);
        let mut words = 0;
        while words < WORDS {
            page.push_str("<p>");
            for _ in 0..3 {
                let length = 12 + random.below(16);
                // The first sentences tell what happened.
                let share = if words < 70 { 35 } else { 6 };
                let sentence = self.told(&mut random, report, length, share);
                let _ = write!(page, "{}. ", capitalised(&sentence));
                words += length;
            }
            page.push_str("</p>\n");
        }
    }

    /// So many words, of which so many in a hundred are the event's own.
    fn told(&self, random: &mut Random, report: &Report, length: usize, share: usize) -> String {
        let mut text = String::with_capacity(length * 7);
        for place in 0..length {
            text.push_str(if place > 0 { " " } else { "" });
            if random.below(100) < share {
                self.event_word(report.event, random.below(OF_AN_EVENT), &mut text);
            } else {
                text.push_str(self.any_word(random));
            }
        }
        text
    }

    /// A word of an event: the first ones are names, the last one is a number with what it counts.
    fn event_word(&self, event: u64, place: usize, text: &mut String) {
        let mut random = Random::new(event, 11 + place as u64);
        let word = &self.words[500 + random.below(VOCABULARY - 500)];
        if place + 1 == OF_AN_EVENT {
            let _ = write!(text, "{} {word}", 3 + random.below(400));
        } else if place < 6 {
            text.push_str(&capitalised(word));
        } else {
            text.push_str(word);
        }
    }

    fn any_word(&self, random: &mut Random) -> &str {
        let share = (random.next() >> 11) as f64 / (1_u64 << 53) as f64;
        let rank = self.shares.partition_point(|sum| *sum < share);
        &self.words[rank.min(VOCABULARY - 1)]
    }
}

fn report(number: u64) -> Report {
    let (block, mut within) = (number / BLOCK, number % BLOCK);
    let mut event = block * EVENTS.len() as u64;
    for size in EVENTS {
        if within < size {
            break;
        }
        within -= size;
        event += 1;
    }
    // A third report comes the day after.
    let days = number / A_DAY + u64::from(within == 2);
    let day = date(2012, 1, 1).saturating_add(Span::new().days(days.cast_signed()));
    Report { event, turn: within, day }
}

fn syllables(random: &mut Random) -> String {
    const STARTS: [&str; 20] = ["b", "br", "c", "d", "dr", "f", "g", "gr", "h", "k", "l", "m", "n", "p", "pr", "r", "s", "st", "t", "v"];
    const ENDS: [&str; 15] = ["a", "e", "i", "o", "u", "an", "el", "en", "er", "in", "on", "or", "ul", "und", "ay"];
    let count = 2 + random.below(3);
    (0..count).map(|_| [STARTS[random.below(STARTS.len())], ENDS[random.below(ENDS.len())]].concat()).collect()
}

fn capitalised(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}
