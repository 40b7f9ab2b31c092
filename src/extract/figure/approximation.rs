//! Words beside a number that say how exactly it is meant.

use std::sync::LazyLock;

use rustc_hash::FxHashMap;

use super::Approximation::{self, About, AtLeast, AtMost, LessThan, MoreThan, Nearly};
use crate::text::fold;
use crate::text::token::Words;

/// Phrases before a number, by language, parted by `|`; the longest wins.
const BEFORE: &[(&str, &[(Approximation, &str)])] = &[
    ("", &[(About, "~|≈|±|ca|ca .|circa"), (MoreThan, ">"), (LessThan, "<"), (AtLeast, "≥|> ="), (AtMost, "≤|< =")]),
    (
        "en",
        &[
            (
                About,
                "about|around|some|roughly|approximately|approx|approx .|an estimated|estimated|an approximate|in the region of|\
                 in the order of|on the order of|somewhere around|something like|a reported|more or less|give or take|\
                 anywhere from|an average of about|c .",
            ),
            (
                Nearly,
                "nearly|almost|close to|just under|just below|just shy of|approaching|near|virtually|not quite|a little under|slightly under|slightly less than|a little less than|just less than",
            ),
            (
                MoreThan,
                "more than|over|above|upwards of|upward of|in excess of|exceeding|greater than|higher than|north of|well over|just over|\
                 far more than|well above|just above|slightly more than|a little over|slightly over|larger than|longer than|\
                 exceeded|exceeds|surpassing|topping|a little more than|much more than",
            ),
            (
                AtLeast,
                "at least|no fewer than|no less than|not less than|a minimum of|minimum of|minimum|at the very least|not fewer than|no lower than",
            ),
            (LessThan, "less than|fewer than|under|below|lower than|smaller than|well under|well below|south of|shorter than|sub -|sub"),
            (
                AtMost,
                "up to|at most|as many as|as much as|no more than|not more than|a maximum of|maximum of|maximum|at the most|as high as|\
                 as long as|upto",
            ),
        ],
    ),
    (
        "de",
        &[
            (About, "rund|etwa|ungefähr|zirka|circa|in etwa|schätzungsweise|an die|um die"),
            (Nearly, "fast|knapp|beinahe|nahezu|annähernd"),
            (MoreThan, "mehr als|über|gut|weit über"),
            (AtLeast, "mindestens|wenigstens|zumindest"),
            (LessThan, "weniger als|unter"),
            (AtMost, "bis zu|höchstens|maximal|nicht mehr als"),
        ],
    ),
    (
        "fr",
        &[
            (About, "environ|quelque|quelques|autour de|à peu près|approximativement"),
            (Nearly, "près de|presque|pas loin de"),
            (MoreThan, "plus de|plus d'|au delà de"),
            (AtLeast, "au moins|pas moins de"),
            (LessThan, "moins de"),
            (AtMost, "jusqu'à|au plus|au maximum|pas plus de"),
        ],
    ),
    (
        "es",
        &[
            (About, "unos|unas|alrededor de|aproximadamente|en torno a|cerca de"),
            (Nearly, "casi"),
            (MoreThan, "más de"),
            (AtLeast, "al menos|por lo menos|como mínimo|no menos de"),
            (LessThan, "menos de"),
            (AtMost, "hasta|como máximo|no más de"),
        ],
    ),
    (
        "ru",
        &[
            (About, "около|примерно|приблизительно|порядка|где то|ориентировочно"),
            (Nearly, "почти|чуть менее|чуть меньше"),
            (MoreThan, "более|свыше|больше|более чем|больше чем"),
            (AtLeast, "не менее|не меньше|как минимум|по меньшей мере|минимум|по крайней мере"),
            (LessThan, "менее|меньше|менее чем|меньше чем"),
            (AtMost, "до|не более|не больше|максимум"),
        ],
    ),
    (
        "uk",
        &[
            (About, "близько|приблизно|орієнтовно|десь"),
            (Nearly, "майже"),
            (MoreThan, "понад|більше|більш ніж|більше ніж"),
            (AtLeast, "щонайменше|не менше|не менш ніж|принаймні|мінімум"),
            (LessThan, "менше|менш ніж|менше ніж"),
            (AtMost, "до|не більше|максимум"),
        ],
    ),
];

/// Phrases after a number or its unit.
const AFTER: &[(&str, &[(Approximation, &str)])] = &[
    ("", &[(AtLeast, "+")]),
    (
        "en",
        &[
            (About, "or so|- odd|odd|- ish|or thereabouts|more or less|give or take"),
            (AtLeast, "or more|- plus|plus|or over|or above|and above|or higher|and up|or older|or longer"),
            (AtMost, "or less|or fewer|or under|or below|and under|or lower"),
        ],
    ),
    ("de", &[(AtLeast, "oder mehr|und mehr"), (AtMost, "oder weniger")]),
    ("fr", &[(AtLeast, "ou plus|et plus"), (AtMost, "ou moins")]),
    ("es", &[(AtLeast, "o más"), (AtMost, "o menos")]),
    ("ru", &[(AtLeast, "и более|или более"), (AtMost, "и менее|или менее")]),
    ("uk", &[(AtLeast, "і більше|або більше"), (AtMost, "або менше")]),
];

/// Words that may stand between a phrase and its number (`at least another 20`).
const BETWEEN: &[&str] = &["another", "a", "an", "additional", "further", "the", "just", "only"];

/// The longest phrase, in tokens.
const LONGEST: usize = 4;

type Phrases = FxHashMap<String, Approximation>;

fn phrases(table: &'static [(&'static str, &'static [(Approximation, &'static str)])]) -> FxHashMap<&'static str, Phrases> {
    let mut all = FxHashMap::<&str, Phrases>::default();
    for (language, rows) in table {
        for (approximation, list) in *rows {
            let known = list.split('|').map(|phrase| (fold::key(phrase), *approximation));
            all.entry(language).or_default().extend(known);
        }
    }
    all
}

fn look_up(table: &FxHashMap<&'static str, Phrases>, language: &str, phrase: &str) -> Option<Approximation> {
    ["", language].iter().find_map(|code| table.get(code)?.get(phrase)).copied()
}

/// The phrase that ends right before a token, and the place of its first word.
pub(super) fn before(words: &Words<'_>, at: usize, language: &str) -> Option<(Approximation, usize)> {
    static TABLE: LazyLock<FxHashMap<&'static str, Phrases>> = LazyLock::new(|| phrases(BEFORE));
    let found = |end: usize| {
        (1..=LONGEST.min(end)).rev().find_map(|length| {
            let start = end - length;
            Some((look_up(&TABLE, language, &phrase(words, start, end))?, start))
        })
    };
    let between = || BETWEEN.contains(&words.key_before(at, 1)).then(|| found(at - 1)).flatten();
    found(at).or_else(between)
}

/// The phrase that begins at a token, and the place after it.
pub(super) fn after(words: &Words<'_>, at: usize, language: &str) -> Option<(Approximation, usize)> {
    static TABLE: LazyLock<FxHashMap<&'static str, Phrases>> = LazyLock::new(|| phrases(AFTER));
    let adds = words.key(at) == "+" && (words.is_number(at + 1) || !words.touches_previous(at));
    if adds || words.key(at) == "plus" && (words.is_number(at + 1) || words.is_word(at + 1) && !words.key(at + 1).ends_with('s')) {
        return None;
    }
    (1..=2).rev().find_map(|length| Some((look_up(&TABLE, language, &phrase(words, at, at + length))?, at + length)))
}

fn phrase(words: &Words<'_>, start: usize, end: usize) -> String {
    (start..end).map(|at| words.key(at)).collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::span::Span;

    #[test]
    fn the_longest_phrase_wins() {
        for (text, want) in [
            ("no more than", Some(AtMost)),
            ("with more than", Some(MoreThan)),
            ("just over", Some(MoreThan)),
            ("at least another", Some(AtLeast)),
            ("about", Some(About)),
            ("the", None),
        ] {
            let words = Words::new(text, Span::whole(text));
            assert_eq!(before(&words, words.len(), "en").map(|found| found.0), want, "{text}");
        }
        let words = Words::new("не менее", Span::whole("не менее"));
        assert_eq!(before(&words, 2, "ru"), Some((AtLeast, 0)));
    }

    #[test]
    fn phrases_after_a_number() {
        let words = Words::new("or so people", Span::whole("or so people"));
        assert_eq!(after(&words, 0, "en"), Some((About, 2)));
        assert_eq!(after(&words, 1, "en"), None);
    }
}
