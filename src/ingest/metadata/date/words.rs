//! The words of dates by language: months, time zones, and what stands between a day and its time.

use std::sync::LazyLock;

use rustc_hash::FxHashMap;

use crate::text::fold::key;

/// The months in order; each entry has all names and short forms of one language, those of one month parted by `/`.
const MONTHS: &[&str] = &[
    "january/jan february/feb march/mar april/apr may june/jun july/jul august/aug september/sept/sep october/oct november/nov december/dec",
    "januar/jän/jänner februar/feb märz/mär/mrz april/apr mai juni/jun juli/jul august/aug september/sep oktober/okt november/nov dezember/dez",
    "janvier/janv février/févr mars avril/avr mai juin juillet/juil août septembre/sept octobre/oct novembre/nov décembre/déc",
    "enero/ene febrero/feb marzo/mar abril/abr mayo/may junio/jun julio/jul agosto/ago septiembre/setiembre/sept/sep octubre/oct noviembre/nov diciembre/dic",
    "gennaio/gen febbraio/feb marzo/mar aprile/apr maggio/mag giugno/giu luglio/lug agosto/ago settembre/set ottobre/ott novembre/nov dicembre/dic",
    "janeiro/jan fevereiro/fev março/mar abril/abr maio/mai junho/jun julho/jul agosto/ago setembro/set outubro/out novembro/nov dezembro/dez",
    "января/январь/янв февраля/февраль/фев/февр марта/март/мар апреля/апрель/апр мая/май июня/июнь/июн июля/июль/июл августа/август/авг \
     сентября/сентябрь/сен/сент октября/октябрь/окт ноября/ноябрь/ноя/нояб декабря/декабрь/дек",
    "січня/січень/січ лютого/лютий/лют березня/березень/бер квітня/квітень/квіт/кві травня/травень/трав/тра червня/червень/черв/чер \
     липня/липень/лип серпня/серпень/серп/сер вересня/вересень/вер жовтня/жовтень/жовт/жов листопада/листопад/лист грудня/грудень/груд",
    "stycznia/sty lutego/lut marca/mar kwietnia/kwi maja/maj czerwca/cze lipca/lip sierpnia/sie września/wrz października/paź listopada/lis grudnia/gru",
];

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

static INDEX: LazyLock<FxHashMap<String, u32>> = LazyLock::new(|| {
    let mut index = FxHashMap::default();
    for names in MONTHS {
        for (number, month) in (1..).zip(names.split_whitespace()) {
            index.extend(month.split('/').map(|name| (key(name), number)));
        }
    }
    index
});

/// The number of a month by its folded name.
pub(super) fn month(word: &str) -> Option<u32> {
    INDEX.get(word).copied()
}

/// A zone's distance from UTC in seconds by its folded name.
pub(super) fn zone(word: &str) -> Option<i32> {
    ZONES.iter().find(|(name, _)| *name == word).map(|(_, minutes)| minutes * 60)
}

/// Whether the folded word may stand between a day and its time.
pub(super) fn is_filler(word: &str) -> bool {
    FILLERS.contains(&word)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_language_has_twelve_months() {
        for names in MONTHS {
            assert_eq!(names.split_whitespace().count(), 12, "{names}");
        }
        assert_eq!((month("sept"), month(&key("août")), month("листопада"), month("noon")), (Some(9), Some(8), Some(11), None));
    }
}
