//! The words beside a written date: time zones, and what stands between a day and its time.

use std::sync::LazyLock;

use jiff::civil::Weekday;
use rustc_hash::FxHashMap;

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
const FILLERS: &[&str] = &["at", "t", "um", "a", "o", "в", "о", "las", "ore", "alle", "г", "р", "года", "року"];

/// A zone's distance from UTC in seconds by its folded name.
pub(super) fn zone(word: &str) -> Option<i32> {
    ZONES.iter().find(|(name, _)| *name == word).map(|(_, minutes)| minutes * 60)
}

/// The Korean signs behind the year and the month; folding takes their syllables apart.
pub(super) const YEAR_IN_KOREAN: &str = "\u{1102}\u{1167}\u{11ab}";
/// See [`YEAR_IN_KOREAN`].
pub(super) const MONTH_IN_KOREAN: &str = "\u{110b}\u{116f}\u{11af}";

/// See [`YEAR_IN_KOREAN`].
const DAY_IN_KOREAN: &str = "\u{110b}\u{1175}\u{11af}";

/// What Chinese, Japanese and Korean write behind the hour and the minute, folded.
const HOUR_SIGNS: &[&str] = &["时", "時", "点", "點", "\u{1109}\u{1175}"];
/// See [`HOUR_SIGNS`].
const MINUTE_SIGNS: &[&str] = &["分", "\u{1107}\u{116e}\u{11ab}"];

/// What they write before a time of the morning and of the afternoon, folded.
const MORNING: &[&str] = &["上午", "午前", "凌晨", "早上", "\u{110b}\u{1169}\u{110c}\u{1165}\u{11ab}"];
/// See [`MORNING`].
const AFTERNOON: &[&str] = &["下午", "午後", "晚上", "\u{110b}\u{1169}\u{1112}\u{116e}"];

/// Whether the folded word says that a number before it is a clock's: `14.05 Uhr`.
pub(super) fn is_hour(word: &str) -> bool {
    word == "uhr"
}

/// Whether the folded word stands behind an hour.
pub(super) fn is_hour_sign(word: &str) -> bool {
    HOUR_SIGNS.contains(&word)
}

/// Whether the folded word stands behind a minute.
pub(super) fn is_minute_sign(word: &str) -> bool {
    MINUTE_SIGNS.iter().any(|sign| word.starts_with(sign))
}

/// Whether the folded word ends with one for the afternoon or, if not, for the morning.
pub(super) fn half_in_signs(word: &str) -> Option<bool> {
    let ends = |signs: &[&str]| signs.iter().any(|sign| word.ends_with(sign));
    if ends(AFTERNOON) { Some(true) } else { ends(MORNING).then_some(false) }
}

/// Whether the folded word may stand between a day and its time.
pub(super) fn is_filler(word: &str) -> bool {
    // No blank parts the sign for the day from what follows it.
    FILLERS.contains(&word) || word.starts_with('日') || word.starts_with(DAY_IN_KOREAN) || half_in_signs(word).is_some()
}

/// The days of the week by folded name, Monday first.
const WEEKDAYS: [(Weekday, &str); 7] = [
    (Weekday::Monday, "monday mon montag mo lundi lun lunes понедельник пн понеділок"),
    (Weekday::Tuesday, "tuesday tue tues dienstag di mardi martes вторник вт вівторок"),
    (Weekday::Wednesday, "wednesday wed mittwoch mi mercredi mer miercoles mie среда ср середа"),
    (Weekday::Thursday, "thursday thu thurs donnerstag do jeudi jeu jueves jue четверг чт четвер"),
    (Weekday::Friday, "friday fri freitag fr vendredi ven viernes vie пятница пт ятниця"),
    (Weekday::Saturday, "saturday sat samstag sonnabend sa samedi sam sabado sab суббота сб субота"),
    (Weekday::Sunday, "sunday sun sonntag so dimanche dim domingo dom воскресенье вс неділя нд"),
];

/// The day of the week that a folded word names.
pub(in crate::ingest) fn weekday(word: &str) -> Option<Weekday> {
    static BY_NAME: LazyLock<FxHashMap<&str, Weekday>> =
        LazyLock::new(|| WEEKDAYS.iter().flat_map(|(day, names)| names.split(' ').map(|name| (name, *day))).collect());
    BY_NAME.get(word).copied()
}
