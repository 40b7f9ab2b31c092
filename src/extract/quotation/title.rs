//! Which marked words are the name of a thing: the title of a work, a slogan, a nickname; and which are what somebody calls a person.

use std::sync::LazyLock;

use crate::extract::lexicon::{Words, words};
use crate::text::fold::key;
use crate::text::marks::Marked;
use crate::text::span::{after, before};

/// Words that are written small in titles.
const SMALL_IN_TITLES: &[&str] = &[
    "a", "an", "the", "of", "in", "on", "at", "to", "for", "and", "or", "but", "with", "by", "from", "is", "as", "de", "la", "le", "les",
    "du", "und", "der", "die", "das", "y", "el", "и", "в", "на", "vs.", "v.",
];

/// Words that give a thing its name: `a show called “Brokers”`.
const NAMING: &[&str] = &[
    "called",
    "titled",
    "entitled",
    "named",
    "dubbed",
    "nicknamed",
    "so-called",
    "known",
    "as",
    "namens",
    "genannte",
    "intitulé",
    "titulado",
    "dit",
];

/// Kinds of works, folded, by language: `her new book, “Brokers”`, `the “Brokers” show`.
static WORKS: LazyLock<Words> = LazyLock::new(|| {
    words(
        "book memoir autobiography biography novel thriller essay poem play musical opera show program programme series sitcom \
         drama podcast movie film documentary album song single anthem painting sculpture exhibition video ad game newsletter \
         blog sequel trilogy franchise episode tv buch roman serie lied stuck sendung livre chanson emission libro novela \
         pelicula cancion программа книга книге роман романе фильм фильме сериал песня книзі фільм",
    )
});

/// Verbs that call somebody something, as they stand, by language: `he called her “the Boss”`.
static LABELLING: LazyLock<Words> = LazyLock::new(|| {
    words(
        "call calls called calling label labels labeled labelled labeling labelling brand brands branded branding dub dubs \
         dubbed dubbing nennt nannte appelle qualifie llamo llama называет назвал назвала називає назвав",
    )
});

/// Verbs that do the same with `as` behind the one they speak of: `he described them as “Dreamers”`.
static LABELLING_AS: LazyLock<Words> = LazyLock::new(|| {
    words(
        "refer refers referred referring describe describes described describing denounce denounces denounced denouncing \
         dismiss dismisses dismissed dismissing deride derides derided deriding attack attacks attacked attacking portray \
         portrays portrayed portraying condemn condemns condemned condemning mock mocks mocked mocking characterize \
         characterizes characterized characterise characterised hail hails hailed hailing blast blasts blasted blasting slam \
         slams slammed slamming bezeichnet bezeichnete",
    )
});

/// Small words that open what is called something, or the name it is given.
const ARTICLES: &[&str] =
    &["a", "an", "the", "his", "her", "their", "its", "by", "in", "on", "at", "for", "of", "to", "as", "also", "what"];

/// Whether a stretch is the title of a work, a slogan or a nickname: every word that counts has a capital, and it does not stand as speech.
pub(super) fn is_title(text: &str, stretch: Marked) -> bool {
    let words: Vec<&str> = stretch.inner.of(text).split_whitespace().collect();
    let ahead = before(text, stretch.outer.start).trim_end();
    let capital =
        |word: &str| word.trim_start_matches(|c: char| !c.is_alphanumeric()).starts_with(|c: char| c.is_uppercase() || c.is_numeric());
    let content: Vec<&&str> = words.iter().filter(|word| !SMALL_IN_TITLES.contains(&key(word).as_str())).collect();
    let shouted = words.iter().all(|word| !word.chars().any(char::is_lowercase));
    let capitals = content.iter().all(|word| capital(word));
    if capitals && !shouted && words.len() <= LONGEST_TITLE && is_work(ahead, after(text, stretch.outer.end)) {
        return true;
    }
    if labels_somebody(ahead) {
        return false;
    }
    if words.len() <= 2 && is_between_names(text, stretch) {
        return true;
    }
    if words.len() > LONGEST_TITLE || shouted || !capitals {
        return false;
    }
    let last = key(ahead.rsplit(char::is_whitespace).next().unwrap_or_default());
    if NAMING.contains(&last.as_str()) {
        return true;
    }
    let ends_as_speech = stretch.inner.of(text).trim_end().ends_with(['?', '!', '…']);
    let speech_before = ahead.is_empty() || ahead.ends_with([',', ':', '.', '?', '!', '”', '"']);
    let may_be_speech = stretch.inner.of(text).trim_end().ends_with([',', '.']) && speech_before;
    content.len() >= 2 && !ends_as_speech && !may_be_speech && !ahead.ends_with([',', ':'])
}

/// The most words a title in running text has.
const LONGEST_TITLE: usize = 10;

/// `Dwayne "The Rock" Johnson`
fn is_between_names(text: &str, stretch: Marked) -> bool {
    let ahead = before(text, stretch.outer.start).trim_end().rsplit(char::is_whitespace).next().unwrap_or_default();
    let behind = after(text, stretch.outer.end).trim_start();
    let stops = [',', '.', ';', ':', '!', '?'];
    let closed_up = !after(text, stretch.outer.end).starts_with(stops) && !stretch.inner.of(text).trim_end().ends_with(stops);
    closed_up && ahead.starts_with(char::is_uppercase) && ahead.ends_with(char::is_alphabetic) && behind.starts_with(char::is_uppercase)
}

/// Whether the word right before the marks, or right behind them, is a kind of work.
fn is_work(ahead: &str, behind: &str) -> bool {
    let names_work = |word: Option<&str>| word.is_some_and(|word| WORKS.contains(key(word.trim_end_matches([',', '.', ';'])).as_str()));
    let closed_up = ahead.ends_with(',') || ahead.ends_with(char::is_alphabetic);
    (closed_up && names_work(ahead.rsplit(char::is_whitespace).next())) || names_work(behind.split_whitespace().next())
}

/// Whether the words before the marks call somebody by what stands between them: `called her opponent a`, `referred to him as`.
fn labels_somebody(ahead: &str) -> bool {
    let mut behind: Vec<String> = Vec::new();
    for word in ahead.rsplit(char::is_whitespace).take(LONGEST_LABELLED) {
        let folded = key(word);
        let is_labelling = LABELLING.contains(folded.as_str());
        let as_label = behind.iter().take(2).any(|word| word == "as") && LABELLING_AS.contains(folded.as_str());
        if is_labelling || as_label {
            return behind.iter().any(|word| !ARTICLES.contains(&word.as_str())) && behind.last().is_some_and(|first| first != "by");
        }
        let is_abbreviated = word.ends_with('.') && word.starts_with(char::is_uppercase);
        if word.ends_with([',', '.', ';', ':', '!', '?', '”', '"']) && !is_abbreviated {
            return false;
        }
        behind.push(folded);
    }
    false
}

/// How many words may stand between the verb and the name it gives.
const LONGEST_LABELLED: usize = 9;
