//! The words of the calendar: months by language with their short forms, and weekdays.

use std::sync::LazyLock;

use rustc_hash::FxHashMap;

use super::fold::key;

/// The months in order, by language (BCP 47). Names of one month are parted by `/`; a short form ends with its full stop.
const MONTHS: &[(&str, &str)] = &[
    (
        "en",
        "january/jan. february/feb. march/mar. april/apr. may june/jun. july/jul. august/aug. september/sept./sep. october/oct. november/nov. \
         december/dec.",
    ),
    (
        "de",
        "januar/jänner/jän. februar/feb. märz/mär./mrz. april/apr. mai juni/jun. juli/jul. august/aug. september/sep. oktober/okt. \
         november/nov. dezember/dez.",
    ),
    (
        "fr",
        "janvier/janv. février/févr. mars avril/avr. mai juin juillet/juil. août septembre/sept. octobre/oct. novembre/nov. décembre/déc.",
    ),
    (
        "es",
        "enero/ene. febrero/feb. marzo/mar. abril/abr. mayo/may. junio/jun. julio/jul. agosto/ago. septiembre/setiembre/sept./sep. \
         octubre/oct. noviembre/nov. diciembre/dic.",
    ),
    (
        "it",
        "gennaio/gen. febbraio/feb. marzo/mar. aprile/apr. maggio/mag. giugno/giu. luglio/lug. agosto/ago. settembre/set. ottobre/ott. \
         novembre/nov. dicembre/dic.",
    ),
    (
        "pt",
        "janeiro/jan. fevereiro/fev. março/mar. abril/abr. maio/mai. junho/jun. julho/jul. agosto/ago. setembro/set. outubro/out. \
         novembro/nov. dezembro/dez.",
    ),
    (
        "ru",
        "января/январь/янв. февраля/февраль/фев./февр. марта/март/мар. апреля/апрель/апр. мая/май июня/июнь/июн. июля/июль/июл. \
         августа/август/авг. сентября/сентябрь/сен./сент. октября/октябрь/окт. ноября/ноябрь/ноя./нояб. декабря/декабрь/дек.",
    ),
    (
        "uk",
        "січня/січень/січ. лютого/лютий/лют. березня/березень/бер. квітня/квітень/квіт./кві. травня/травень/трав./тра. \
         червня/червень/черв./чер. липня/липень/лип. серпня/серпень/серп./сер. вересня/вересень/вер. жовтня/жовтень/жовт./жов. \
         листопада/листопад/лист. грудня/грудень/груд.",
    ),
    (
        "nl",
        "januari/jan. februari/feb. maart/mrt. april/apr. mei juni/jun. juli/jul. augustus/aug. september/sept./sep. oktober/okt. november/nov. \
         december/dec.",
    ),
    (
        "sv",
        "januari/jan. februari/feb. mars/mar. april/apr. maj juni/jun. juli/jul. augusti/aug. september/sep. oktober/okt. november/nov. \
         december/dec.",
    ),
    (
        "da",
        "januar/jan. februar/feb. marts/mar. april/apr. maj juni/jun. juli/jul. august/aug. september/sep. oktober/okt. november/nov. \
         december/dec.",
    ),
    (
        "ro",
        "ianuarie/ian. februarie/feb. martie/mar. aprilie/apr. mai iunie/iun. iulie/iul. august/aug. septembrie/sept. octombrie/oct. \
         noiembrie/nov. decembrie/dec.",
    ),
    (
        "tr",
        "ocak/oca. şubat/şub. mart/mar. nisan/nis. mayıs/may. haziran/haz. temmuz/tem. ağustos/ağu. eylül/eyl. ekim/eki. kasım/kas. \
         aralık/ara.",
    ),
    (
        "cs",
        "ledna/leden/led. února/únor/úno. března/březen/bře. dubna/duben/dub. května/květen/kvě. června/červen/čvn. července/červenec/čvc. \
         srpna/srpen/srp. září/zář. října/říjen/říj. listopadu/listopad prosince/prosinec/pro.",
    ),
    (
        "pl",
        "stycznia/sty. lutego/lut. marca/mar. kwietnia/kwi. maja/maj. czerwca/cze. lipca/lip. sierpnia/sie. września/wrz. \
         października/paź. listopada/lis. grudnia/gru.",
    ),
    // The names of two words, of the winter months in the east, are left out: the same page has the western ones beside them.
    (
        "ar",
        "يناير فبراير/شباط مارس/آذار أبريل/إبريل/نيسان مايو/أيار يونيو/يونيه/حزيران يوليو/يوليه/تموز أغسطس/آب سبتمبر/أيلول أكتوبر نوفمبر \
         ديسمبر",
    ),
];

/// English weekdays, Monday first.
const WEEKDAYS: [&str; 7] = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];

/// A month as a word names it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Month {
    /// January is 1.
    pub number: i8,
    /// Whether the word is a short form: outside dates it can be another word (`ago`, `лист`).
    pub is_short: bool,
}

/// The month that a folded word names in a language.
#[must_use]
pub fn month_in(word: &str, language: &str) -> Option<Month> {
    months().iter().find(|(code, _)| *code == language)?.1.get(word).copied()
}

/// The number of the month that a folded word names in any language.
#[must_use]
pub fn month(word: &str) -> Option<i8> {
    static ANY: LazyLock<Names> = LazyLock::new(|| MONTHS.iter().flat_map(|(_, list)| names(list)).collect());
    ANY.get(word).map(|month| month.number)
}

/// The number of an English weekday by its folded name, Monday as 0.
#[must_use]
pub fn weekday(word: &str) -> Option<i8> {
    (0..).zip(WEEKDAYS).find(|(_, name)| *name == word).map(|(number, _)| number)
}

type Names = FxHashMap<String, Month>;

/// Months by folded name, for each language of the table.
fn months() -> &'static [(&'static str, Names)] {
    static ALL: LazyLock<Vec<(&'static str, Names)>> = LazyLock::new(|| MONTHS.iter().map(|(code, list)| (*code, names(list))).collect());
    &ALL
}

fn names(list: &str) -> Names {
    let numbered = (1..).zip(list.split_whitespace());
    let each = numbered.flat_map(|(number, names)| names.split('/').map(move |name| (number, name)));
    each.map(|(number, name)| (key(name.trim_end_matches('.')), Month { number, is_short: name.ends_with('.') })).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_language_has_twelve_months() {
        for (code, list) in MONTHS {
            assert_eq!(list.split_whitespace().count(), 12, "{code}");
        }
    }

    #[test]
    fn months_and_weekdays_by_name() {
        for (word, want) in
            [("sept", Some(9)), ("août", Some(8)), ("листопада", Some(11)), ("paź", Some(10)), ("نيسان", Some(4)), ("noon", None)]
        {
            assert_eq!(month(&key(word)), want, "{word}");
        }
        assert_eq!(month_in("ago", "es"), Some(Month { number: 8, is_short: true }));
        assert_eq!((month_in("ago", "en"), month_in("may", "en").map(|may| may.is_short)), (None, Some(false)));
        assert_eq!((weekday("sunday"), weekday("someday")), (Some(6), None));
    }
}
