//! The words beside a written date: time zones, and what stands between a day and its time.

/// Time zones that mean one thing only, in minutes from UTC; `CST` and `IST` mean several and are left out.
const ZONES: &[(&str, i32)] = &[
    ("utc", 0),
    ("gmt", 0),
    ("z", 0),
    ("est", -300),
    ("edt", -240),
    ("cdt", -300),
    ("mst", -420),
    ("mdt", -360),
    ("pst", -480),
    ("pdt", -420),
    ("bst", 60),
    ("cet", 60),
    ("cest", 120),
    ("mez", 60),
    ("mesz", 120),
    ("eet", 120),
    ("eest", 180),
    ("msk", 180),
    ("мск", 180),
    ("pkt", 300),
    ("sgt", 480),
    ("hkt", 480),
    ("jst", 540),
    ("kst", 540),
    ("aest", 600),
    ("aedt", 660),
];

/// Words that may stand between a day and its time.
const FILLERS: &[&str] = &["at", "t", "um", "a", "o", "в", "о", "las", "ore", "alle", "г", "р", "года", "року", "日"];

/// A zone's distance from UTC in seconds by its folded name.
pub(super) fn zone(word: &str) -> Option<i32> {
    ZONES.iter().find(|(name, _)| *name == word).map(|(_, minutes)| minutes * 60)
}

/// Whether the folded word may stand between a day and its time.
pub(super) fn is_filler(word: &str) -> bool {
    FILLERS.contains(&word)
}
