//! The words of days that need another to be understood, by language: English, German, French, Spanish, Russian, Ukrainian.

/// A unit of time that is counted back.
pub(super) struct Unit {
    /// How its folded names begin.
    pub(super) stems: &'static [&'static str],
    pub(super) seconds: i64,
    /// The most of them that a page counts; more is something else.
    pub(super) most: i64,
}

/// Units, months and years left out: they give no day.
pub(super) const UNITS: &[Unit] = &[
    Unit { stems: &["min", "мин", "хв"], seconds: 60, most: 120 },
    Unit { stems: &["hour", "hr", "stunde", "std", "heure", "hora", "час", "годин"], seconds: 3_600, most: 72 },
    Unit { stems: &["day", "tag", "jour", "dia", "день", "дн"], seconds: 86_400, most: 31 },
    Unit { stems: &["week", "woche", "semaine", "semana", "недел", "тижд", "тижн"], seconds: 604_800, most: 8 },
];

/// Words behind such a count that say that it is counted back, folded; and those before it.
const BEHIND: &[&str] = &["ago", "назад", "тому"];
/// See [`BEHIND`].
const BEFORE: &[&[&str]] = &[&["vor"], &["il", "y", "a"], &["hace"], &["ha"]];

/// Whether the number at a place and the unit behind it are counted back.
pub(super) fn is_ago(words: &[String], at: usize) -> bool {
    let before = words.get(..at).unwrap_or_default();
    let ends = |cue: &[&str]| before.len() >= cue.len() && before.iter().rev().zip(cue.iter().rev()).all(|(word, cue)| word == cue);
    words.get(at + 2).is_some_and(|word| BEHIND.contains(&word.as_str())) || BEFORE.iter().any(|cue| ends(cue))
}

/// Days by their names, folded, and how many days back they are.
pub(super) const DAY_WORDS: &[(&str, i64)] = &[
    ("today", 0),
    ("yesterday", 1),
    ("heute", 0),
    ("gestern", 1),
    ("aujourd", 0),
    ("hier", 1),
    ("hoy", 0),
    ("ayer", 1),
    ("сегодня", 0),
    ("вчера", 1),
    ("сьогодні", 0),
    ("вчора", 1),
];
