//! Blocks that are set aside before the report is looked for, each with the reason: what the page's own elements say of them, and the
//! counters, buttons and captions of a row of pictures.

mod lines;

use std::sync::LazyLock;

use rustc_hash::FxHashSet;

use crate::article::DropReason;
use crate::text::fold::key;
use crate::text::span::after;

use super::block::{Block, Mark};
use super::body::traits::{LONGEST_CAPTION, Traits};
use super::html::tree::Tree;

/// The least words of prose that are left to a page; one that is nothing but captions keeps them.
const LEAST_LEFT: usize = 20;

/// Why each block is set aside.
pub(super) fn asides(blocks: &[Block], traits: &[Traits], tree: Option<&Tree>) -> Vec<Option<DropReason>> {
    let place = |at: usize| {
        tree.and_then(|tree| tree.places.get(at)?.beside)
            .or_else(|| lines::line(&blocks[at], &traits[at]))
            .or_else(|| is_bare_number(&blocks[at], tree, at).then_some(DropReason::Fragment))
    };
    let mut asides: Vec<Option<DropReason>> = (0..blocks.len()).map(place).collect();
    pictures(blocks, traits, tree, &mut asides);
    let left = asides.iter().zip(traits).filter(|(aside, traits)| aside.is_none() && traits.is_prose()).map(|(_, traits)| traits.words);
    if left.sum::<usize>() < LEAST_LEFT { vec![None; blocks.len()] } else { asides }
}

/// The most digits of a number alone that is a footnote's, a counter's or a list's.
const DIGITS: usize = 3;

/// Whether a block of an HTML page is a number alone; in a table it is what the table is about.
fn is_bare_number(block: &Block, tree: Option<&Tree>, at: usize) -> bool {
    let is_number = block.text.len() <= DIGITS && block.text.bytes().all(|byte| byte.is_ascii_digit());
    is_number && block.mark == Mark::None && tree.and_then(|tree| tree.places.get(at)).is_some_and(|place| !place.is_in_table())
}

/// Words between the number of a picture and how many there are, folded: English, German, French, Spanish, Russian, Ukrainian.
const OF: &[&str] = &["of", "/", "von", "sur", "de", "из", "з", "із"];

/// Lines that turn to another picture, folded, in the same languages.
const TURNS: &[&str] = &[
    "next image",
    "next photo",
    "next picture",
    "next slide",
    "previous image",
    "previous photo",
    "previous picture",
    "previous slide",
    "view gallery",
    "open gallery",
    "view all photos",
    "nachstes bild",
    "vorheriges bild",
    "bildergalerie",
    "fotogalerie",
    "fotostrecke",
    "image suivante",
    "photo suivante",
    "image precedente",
    "photo precedente",
    "voir la galerie",
    "imagen siguiente",
    "siguiente imagen",
    "foto siguiente",
    "imagen anterior",
    "ver galeria",
    "galeria de fotos",
    "следующее фото",
    "предыдущее фото",
    "фотогалерея",
    "наступне фото",
    "попереднє фото",
];

/// The most pictures of a row.
const MOST_PICTURES: usize = 500;

/// `3 of 12`, alone or above a caption: the number, how many there are, and whether it stands alone.
fn counter(text: &str) -> Option<(usize, usize, bool)> {
    if !text.starts_with(|c: char| c.is_ascii_digit()) {
        return None;
    }
    let top: String = text.chars().take(16).collect();
    let digits = |text: &str| text.len() - text.trim_start_matches(|c: char| c.is_ascii_digit()).len();
    let number = |text: &str| text.chars().take_while(char::is_ascii_digit).collect::<String>().parse::<usize>().ok();
    let folded = key(&top);
    let (at, rest) = (number(&folded)?, after(&folded, digits(&folded)).trim_start());
    let rest = OF.iter().find_map(|word| rest.strip_prefix(word))?.trim_start();
    let (all, behind) = (number(rest)?, after(rest, digits(rest)));
    // `3 of 12.5`, `1/2-inch`, and a date such as `3/12/2024`.
    let is_whole = behind.is_empty() || behind.starts_with([' ', ':', '\u{a0}']);
    ((1..=all).contains(&at) && (2..=MOST_PICTURES).contains(&all) && is_whole).then(|| (at, all, behind.trim().is_empty()))
}

/// The most words of a line that turns to other pictures.
const LONGEST_TURN: usize = 6;

/// The first words of [`TURNS`].
static FIRST_WORDS: LazyLock<FxHashSet<&str>> = LazyLock::new(|| TURNS.iter().filter_map(|turn| turn.split(' ').next()).collect());

/// Whether a line does nothing but turn to another picture, or to two, beside the number of this one.
fn turns(text: &str, traits: &Traits) -> bool {
    let marks = |c: char| c.is_whitespace() || matches!(c, '<' | '>' | '‹' | '›' | '«' | '»' | '→' | '←');
    let text = text.trim_matches(marks);
    let may_be = |word: &str| word.starts_with(|c: char| c.is_ascii_digit()) || FIRST_WORDS.contains(key(word).as_str());
    if traits.words > LONGEST_TURN || !text.split(' ').next().is_some_and(may_be) {
        return false;
    }
    let is_number = |text: &str| counter(text.trim_matches(marks)).is_some_and(|(.., alone)| alone);
    let folded = key(text);
    let mut rest = folded.as_str();
    while let Some(next) = TURNS.iter().find_map(|turn| rest.strip_prefix(turn)) {
        rest = next.trim_start_matches(|c: char| marks(c) || c == '"' || c == '\'');
    }
    let has_turned = rest.len() < folded.len();
    (has_turned && (rest.is_empty() || is_number(rest))) || TURNS.iter().filter_map(|turn| rest.strip_suffix(turn)).any(is_number)
}

/// Sets aside the counters and buttons of a row of pictures, and the captions that stand between them.
fn pictures(blocks: &[Block], traits: &[Traits], tree: Option<&Tree>, asides: &mut [Option<DropReason>]) {
    let counters: Vec<(usize, usize, usize, bool)> =
        blocks.iter().enumerate().filter_map(|(at, block)| counter(&block.text).map(|(n, all, alone)| (at, n, all, alone))).collect();
    let follows = |pair: &[(usize, usize, usize, bool)]| pair[0].2 == pair[1].2 && pair[0].1 + 1 == pair[1].1;
    let mut in_row: Vec<usize> = counters.windows(2).filter(|pair| follows(pair)).flat_map(|pair| [pair[0].0, pair[1].0]).collect();
    in_row.dedup();
    for (at, block) in blocks.iter().enumerate() {
        if turns(&block.text, &traits[at]) {
            asides[at].get_or_insert(DropReason::Navigation);
        }
    }
    let may_be = |at: usize| {
        traits.get(at).is_some_and(|traits| (2..=LONGEST_CAPTION).contains(&traits.words)) && !matches!(blocks[at].mark, Mark::Heading(_))
    };
    let is_free =
        |asides: &[Option<DropReason>], at: usize| at < blocks.len() && asides[at].is_none() && counter(&blocks[at].text).is_none();
    let (mut below, mut above) = (0, 0);
    for &at in &in_row {
        let is_alone = counter(&blocks[at].text).is_some_and(|(_, _, alone)| alone);
        asides[at].get_or_insert(if is_alone { DropReason::PageFurniture } else { DropReason::Caption });
        below += usize::from(is_alone && is_free(asides, at + 1) && may_be(at + 1));
        below += usize::from(tree.is_some_and(|tree| tree.is_inside(at + 1, at)));
        above += usize::from(is_alone && at > 0 && is_free(asides, at - 1) && may_be(at - 1));
    }
    // Where it cannot be told on which side of its counter a caption stands, only what stands between two of them is one.
    let between = |pair: &[usize]| if pair[1] == pair[0] + 2 { Some(pair[0] + 1) } else { None };
    let captions: Vec<usize> = match below.cmp(&above) {
        std::cmp::Ordering::Greater => in_row.iter().map(|at| at + 1).collect(),
        std::cmp::Ordering::Less => in_row.iter().filter_map(|at| at.checked_sub(1)).collect(),
        std::cmp::Ordering::Equal => in_row.windows(2).filter_map(between).collect(),
    };
    for at in captions.into_iter().filter(|&at| at < blocks.len() && may_be(at)) {
        if is_free(asides, at) {
            asides[at] = Some(DropReason::Caption);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ingest::{Options, ingest};

    #[test]
    fn counters_of_pictures() {
        for (text, want) in [
            ("1 of 12", Some((1, 12, true))),
            ("3 / 7", Some((3, 7, true))),
            ("3/7", Some((3, 7, true))),
            ("2 von 5 Die Mühle am Morgen", Some((2, 5, false))),
            ("4 из 9", Some((4, 9, true))),
            ("13 of 12", None),
            ("3/12/2024", None),
            ("1 of 1", None),
            ("9 of ten", None),
            ("One of 12", None),
        ] {
            assert_eq!(counter(text), want, "{text}");
        }
    }

    #[test]
    fn lines_that_turn_to_other_pictures() {
        for (text, want) in [
            ("Next image", true),
            ("‹ Previous image Next image ›", true),
            ("1 / 7Nächstes Bild", true),
            ("Bildergalerie", true),
            ("Next image 2 of 9", true),
            ("3 of 12", false),
            ("Next image of the saint is in Varn", false),
            ("»", false),
        ] {
            let block = Block::plain(text);
            assert_eq!(turns(text, &Traits::of(&block, &key(text), crate::ingest::language::Languages::ALL)), want, "{text}");
        }
    }

    const CAPTIONS: [&str; 3] = [
        "Dancers wait behind the town hall for the rain to stop on the first day.",
        "A boy in a mask feeds the herons, which were not invited, beside the market.",
        "The winning float, built by the bakers of the town from dough, begins to lean.",
    ];
    const LEAD: &str =
        "The heron carnival came back to Ellery this weekend after a break of three years, and forty thousand people saw it.";
    const LAST: &str = "The next carnival is planned for 2028, because the herons need a year off, according to its director, Jonas Fell.";

    fn read(row: &str, html: bool) -> (String, Vec<(String, DropReason)>) {
        let row: String = CAPTIONS
            .iter()
            .enumerate()
            .map(|(at, caption)| row.replace("{n}", &(at + 1).to_string()).replace("{caption}", caption))
            .collect();
        let page = if html {
            format!("<article><h1>Heron carnival fills the streets</h1><p>By Tilda Noakes</p><p>{LEAD}</p>{row}<p>{LAST}</p></article>")
        } else {
            format!("Heron carnival fills the streets\nBy Tilda Noakes\n{LEAD}\n{row}{LAST}\n")
        };
        let article = ingest(page.as_bytes(), "page", Options::default()).unwrap().article;
        (article.body.text().to_owned(), article.dropped().map(|(text, why)| (text.to_owned(), why)).collect())
    }

    #[test]
    fn captions_without_a_credit() {
        for (html, row) in [
            (true, "<figure><img><figcaption>{caption}</figcaption></figure>"),
            (true, "<figure><figcaption>{caption}</figcaption></figure><div>{n} of 3</div><a>Next image</a>"),
            (true, "<ul><li>{n} of 3 <p>{caption}</p></li></ul>"),
            (true, "<div><div>{n} / 3 {caption}</div><div>Next image</div></div>"),
            (false, "{n} of 3\n{caption}\nNext image\n"),
            (false, "{caption}\n{n} of 3\nNext image\n"),
        ] {
            let (body, dropped) = read(row, html);
            assert_eq!(body, format!("{LEAD}\n{LAST}"), "{row}");
            let captions = dropped.iter().filter(|(_, why)| *why == DropReason::Caption).count();
            assert_eq!(captions, CAPTIONS.len(), "{dropped:?}");
        }
    }

    #[test]
    fn a_page_of_captions_keeps_them() {
        let figures = CAPTIONS.map(|caption| format!("<figure><figcaption>{caption}</figcaption></figure>")).concat();
        let page = format!("<article><h1>Heron carnival in pictures</h1>{figures}</article>");
        let article = ingest(page.as_bytes(), "page", Options::default()).unwrap().article;
        assert!(article.body.text().contains("stop on the first day"), "{}", article.body.text());
    }
}
