//! Number words, magnitudes, parts and vague counts, as data by language; the empty language stands for all of them.

use std::sync::LazyLock;

use rustc_hash::FxHashMap;

use crate::text::fold;

/// Number words with their values; every form a language gives a word.
const NUMBERS: &[(&str, &str)] = &[
    (
        "en",
        "zero=0 one=1 two=2 three=3 four=4 five=5 six=6 seven=7 eight=8 nine=9 ten=10 eleven=11 twelve=12 thirteen=13 fourteen=14 \
         fifteen=15 sixteen=16 seventeen=17 eighteen=18 nineteen=19 twenty=20 thirty=30 forty=40 fourty=40 fifty=50 sixty=60 \
         seventy=70 eighty=80 ninety=90",
    ),
    (
        "de",
        "null=0 zwei=2 drei=3 vier=4 fünf=5 sechs=6 sieben=7 acht=8 neun=9 zehn=10 elf=11 zwölf=12 dreizehn=13 vierzehn=14 \
         fünfzehn=15 sechzehn=16 siebzehn=17 achtzehn=18 neunzehn=19 zwanzig=20 dreißig=30 vierzig=40 fünfzig=50 sechzig=60 \
         siebzig=70 achtzig=80 neunzig=90",
    ),
    (
        "fr",
        "zéro=0 deux=2 trois=3 quatre=4 cinq=5 six=6 sept=7 huit=8 neuf=9 dix=10 onze=11 douze=12 treize=13 quatorze=14 quinze=15 \
         seize=16 vingt=20 trente=30 quarante=40 cinquante=50 soixante=60 septante=70 nonante=90",
    ),
    (
        "es",
        "cero=0 dos=2 tres=3 cuatro=4 cinco=5 seis=6 siete=7 ocho=8 nueve=9 diez=10 once=11 doce=12 trece=13 catorce=14 quince=15 \
         dieciséis=16 diecisiete=17 dieciocho=18 diecinueve=19 veinte=20 veintiuno=21 veintidós=22 veintitrés=23 veinticuatro=24 veinticinco=25 veintiséis=26 \
         veintisiete=27 veintiocho=28 veintinueve=29 treinta=30 cuarenta=40 cincuenta=50 sesenta=60 setenta=70 \
         ochenta=80 noventa=90 doscientos=200 doscientas=200 trescientos=300 trescientas=300 quinientos=500 quinientas=500",
    ),
    (
        "ru",
        "ноль=0 два=2 две=2 двух=2 двумя=2 три=3 трёх=3 тремя=3 четыре=4 четырёх=4 пять=5 пяти=5 шесть=6 шести=6 семь=7 семи=7 \
         восемь=8 восьми=8 девять=9 девяти=9 десять=10 десяти=10 одиннадцать=11 двенадцать=12 тринадцать=13 четырнадцать=14 \
         пятнадцать=15 шестнадцать=16 семнадцать=17 восемнадцать=18 девятнадцать=19 двадцать=20 тридцать=30 сорок=40 пятьдесят=50 \
         шестьдесят=60 семьдесят=70 восемьдесят=80 девяносто=90 сто=100 двести=200 триста=300 четыреста=400 пятьсот=500",
    ),
    (
        "uk",
        "нуль=0 два=2 дві=2 двох=2 три=3 трьох=3 чотири=4 чотирьох=4 п'ять=5 п'яти=5 шість=6 шести=6 сім=7 семи=7 вісім=8 восьми=8 \
         дев'ять=9 десять=10 десяти=10 одинадцять=11 дванадцять=12 п'ятнадцять=15 двадцять=20 тридцять=30 сорок=40 п'ятдесят=50 \
         шістдесят=60 сімдесят=70 вісімдесят=80 дев'яносто=90 сто=100 двісті=200 триста=300 чотириста=400 п'ятсот=500",
    ),
];

/// Magnitudes after digits or number words.
const MAGNITUDES: &[(&str, &str)] = &[
    ("", "bn=1e9 mn=1e6 mln=1e6 mio=1e6 mrd=1e9 mld=1e9 trn=1e12 tn=1e12"),
    (
        "en",
        "hundred=1e2 thousand=1e3 million=1e6 mil=1e6 billion=1e9 milliard=1e9 trillion=1e12 quadrillion=1e15 lakh=1e5 lakhs=1e5 \
         crore=1e7 crores=1e7 dozen=12 score=20",
    ),
    ("de", "hundert=1e2 tausend=1e3 tsd=1e3 million=1e6 millionen=1e6 milliarde=1e9 milliarden=1e9 billion=1e12 billionen=1e12 dutzend=12"),
    (
        "fr",
        "cent=1e2 cents=1e2 mille=1e3 million=1e6 millions=1e6 milliard=1e9 milliards=1e9 billion=1e12 md=1e9 mds=1e9 dizaine=10 \
         douzaine=12 vingtaine=20 trentaine=30 cinquantaine=50 centaine=100 millier=1e3",
    ),
    ("es", "cien=1e2 ciento=1e2 mil=1e3 millón=1e6 millones=1e6 billón=1e12 billones=1e12 docena=12"),
    (
        "ru",
        "тыс=1e3 тысяча=1e3 тысячи=1e3 тысяч=1e3 тысячу=1e3 млн=1e6 миллион=1e6 миллиона=1e6 миллионов=1e6 млрд=1e9 миллиард=1e9 \
         миллиарда=1e9 миллиардов=1e9 трлн=1e12 триллион=1e12 триллиона=1e12 триллионов=1e12",
    ),
    (
        "uk",
        "тис=1e3 тисяча=1e3 тисячі=1e3 тисяч=1e3 тисячу=1e3 млн=1e6 мільйон=1e6 мільйона=1e6 мільйони=1e6 мільйонів=1e6 млрд=1e9 \
         мільярд=1e9 мільярда=1e9 мільярди=1e9 мільярдів=1e9 трлн=1e12 трильйон=1e12 трильйони=1e12 трильйонів=1e12",
    ),
];

/// Letters that are a magnitude where they touch their number (`12m`); capitals may stand apart (`8 B`). Case counts.
pub(super) const MAGNITUDE_LETTERS: &[(&str, f64)] =
    &[("k", 1e3), ("K", 1e3), ("m", 1e6), ("M", 1e6), ("MM", 1e6), ("b", 1e9), ("B", 1e9), ("T", 1e12)];

/// Parts of a whole: how many make it up.
const PARTS: &[(&str, &str)] = &[
    (
        "en",
        "half=2 halves=2 third=3 thirds=3 quarter=4 quarters=4 fourth=4 fourths=4 fifth=5 fifths=5 sixth=6 sixths=6 seventh=7 sevenths=7 \
         eighth=8 eighths=8 ninth=9 ninths=9 tenth=10 tenths=10 hundredth=100 hundredths=100 thousandth=1000 thousandths=1000",
    ),
    ("de", "halb=2 halbe=2 halben=2 halber=2 hälfte=2 drittel=3 viertel=4 fünftel=5 sechstel=6 achtel=8 zehntel=10"),
    ("fr", "demi=2 demie=2 moitié=2 tiers=3 quart=4 quarts=4 cinquième=5 cinquièmes=5 dixième=10 dixièmes=10"),
    ("es", "medio=2 media=2 mitad=2 tercio=3 tercios=3 cuarto=4 cuartos=4 quinto=5 décima=10"),
    ("ru", "пол=2 половина=2 половину=2 половины=2 треть=3 трети=3 четверть=4 четверти=4"),
    ("uk", "половина=2 половину=2 третина=3 третину=3 чверть=4 чверті=4"),
];

/// Plural magnitudes without a number: magnitude, the next one that has a name (or `-`), the least and the greatest number called so.
const VAGUE_COUNTS: &[(&str, &str)] = &[
    (
        "en",
        "dozens=12:-:24:99 scores=20:-:40:200 tens=10:100:20:99 hundreds=100:1000:200:999 thousands=1e3:1e4:2e3:9999 \
         millions=1e6:1e7:2e6:1e7 billions=1e9:1e10:2e9:1e10 trillions=1e12:1e13:2e12:1e13",
    ),
    ("de", "dutzende=12:-:24:99 dutzenden=12:-:24:99 hunderte=100:1000:200:999 hunderten=100:1000:200:999 tausende=1e3:1e4:2e3:9999"),
    ("fr", "dizaines=10:100:20:99 centaines=100:1000:200:999 milliers=1e3:1e4:2e3:9999"),
    ("es", "docenas=12:-:24:99 decenas=10:100:20:99 cientos=100:1000:200:999 centenares=100:1000:200:999 miles=1e3:1e4:2e3:9999"),
    ("ru", "десятки=10:100:20:99 десятков=10:100:20:99 сотни=100:1000:200:999 сотен=100:1000:200:999"),
    ("uk", "десятки=10:100:20:99 десятків=10:100:20:99 сотні=100:1000:200:999 сотень=100:1000:200:999"),
];

/// Words that multiply a magnitude vaguely (`several hundred`): the least and the greatest factor.
const VAGUE_FACTORS: &[(&str, &str)] = &[
    ("en", "several=3:9 few=2:6 couple=2:2"),
    ("de", "mehrere=3:9 einige=2:6"),
    ("fr", "plusieurs=3:9 quelques=2:6"),
    ("es", "varios=3:9 varias=3:9"),
    ("ru", "несколько=3:9"),
    ("uk", "кілька=3:9 декілька=3:9"),
];

/// Words that multiply what a figure was before (`doubled`).
const MULTIPLES: &[(&str, &str)] = &[
    (
        "en",
        "doubled=2 doubles=2 doubling=2 tripled=3 triples=3 tripling=3 trebled=3 quadrupled=4 quintupled=5 twofold=2 threefold=3 fourfold=4 \
         fivefold=5 sixfold=6 sevenfold=7 eightfold=8 tenfold=10 hundredfold=100 halved=0.5 twice=2 double=2 triple=3",
    ),
    ("de", "verdoppelt=2 verdoppelte=2 verdreifacht=3 verdreifachte=3 doppelt=2 halbiert=0.5"),
    ("fr", "doublé=2 triplé=3 quadruplé=4"),
    ("es", "duplicó=2 triplicó=3 duplicado=2 triplicado=3"),
    ("ru", "удвоился=2 удвоилась=2 удвоилось=2 вдвое=2 втрое=3 вчетверо=4"),
    ("uk", "подвоїлася=2 подвоївся=2 удвічі=2 вдвічі=2 втричі=3"),
];

/// Articles before a magnitude or a part (`a million`, `une dizaine`).
const ARTICLES: &[(&str, &str)] = &[("en", "a an"), ("de", "ein eine einen einer einem eines"), ("fr", "un une"), ("es", "un una")];

/// A count without a number.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct VagueCount {
    /// The magnitude itself, and the next one the language names.
    pub written: (f64, Option<f64>),
    /// The least and the greatest number that people call so.
    pub allowed: (f64, f64),
}

/// The number words of one language, folded.
#[derive(Debug, Default)]
pub(super) struct Lexicon {
    numbers: FxHashMap<String, f64>,
    magnitudes: FxHashMap<String, f64>,
    parts: FxHashMap<String, f64>,
    vague_counts: FxHashMap<String, VagueCount>,
    vague_factors: FxHashMap<String, (f64, f64)>,
    multiples: FxHashMap<String, f64>,
    articles: Vec<String>,
}

impl Lexicon {
    /// The lexicon of a language (BCP 47); of an unknown one, only what all languages share.
    pub(super) fn of(language: &str) -> &'static Self {
        static ALL: LazyLock<FxHashMap<&'static str, Lexicon>> = LazyLock::new(|| {
            let languages = ["", "en", "de", "fr", "es", "ru", "uk"];
            languages.into_iter().map(|language| (language, Lexicon::build(language))).collect()
        });
        static NONE: LazyLock<Lexicon> = LazyLock::new(Lexicon::default);
        ALL.get(language).or_else(|| ALL.get("")).unwrap_or(&NONE)
    }

    fn build(language: &str) -> Self {
        let number = |text: &str| text.parse().ok();
        Self {
            numbers: read(NUMBERS, language, number),
            magnitudes: read(MAGNITUDES, language, number),
            parts: read(PARTS, language, number),
            vague_counts: read(VAGUE_COUNTS, language, vague_count),
            vague_factors: read(VAGUE_FACTORS, language, |text| {
                let (least, greatest) = text.split_once(':')?;
                Some((least.parse().ok()?, greatest.parse().ok()?))
            }),
            multiples: read(MULTIPLES, language, number),
            articles: rows(ARTICLES, language).flat_map(str::split_whitespace).map(fold::key).collect(),
        }
    }

    /// The value of a number word below a magnitude.
    pub(super) fn number(&self, key: &str) -> Option<f64> {
        self.numbers.get(key).copied()
    }

    /// Whether a number word begins here, also one in which a language joins several (`fünfundzwanzig`).
    pub(super) fn is_number(&self, key: &str) -> bool {
        let joined = || ["und", "hundert", "tausend"].iter().any(|part| key.contains(part)) && self.number("zwei").is_some();
        self.number(key).is_some() || joined()
    }

    /// The factor of a magnitude.
    pub(super) fn magnitude(&self, key: &str) -> Option<f64> {
        self.magnitudes.get(key).copied()
    }

    /// How many of this part make up the whole.
    pub(super) fn part(&self, key: &str) -> Option<f64> {
        self.parts.get(key).copied()
    }

    /// A plural magnitude that needs no number.
    pub(super) fn vague_count(&self, key: &str) -> Option<VagueCount> {
        self.vague_counts.get(key).copied()
    }

    /// A vague multiplier of a magnitude.
    pub(super) fn vague_factor(&self, key: &str) -> Option<(f64, f64)> {
        self.vague_factors.get(key).copied()
    }

    /// The factor that a word multiplies an earlier figure by.
    pub(super) fn multiple(&self, key: &str) -> Option<f64> {
        self.multiples.get(key).copied()
    }

    /// Whether the word is an indefinite article.
    pub(super) fn is_article(&self, key: &str) -> bool {
        self.articles.iter().any(|article| article == key)
    }
}

fn rows<'t>(table: &'t [(&str, &'t str)], language: &'t str) -> impl Iterator<Item = &'t str> {
    table.iter().filter(move |(code, _)| code.is_empty() || *code == language).map(|(_, entries)| *entries)
}

/// Reads the `word=value` entries of a language; an entry without a readable value is left out.
fn read<T>(table: &[(&str, &str)], language: &str, value: impl Fn(&str) -> Option<T>) -> FxHashMap<String, T> {
    rows(table, language)
        .flat_map(str::split_whitespace)
        .filter_map(|entry| entry.split_once('='))
        .filter_map(|(word, text)| Some((fold::key(word), value(text)?)))
        .collect()
}

fn vague_count(text: &str) -> Option<VagueCount> {
    let numbers: Vec<Option<f64>> = text.split(':').map(|number| number.parse().ok()).collect();
    match numbers.as_slice() {
        [Some(written), next, Some(least), Some(greatest)] => Some(VagueCount { written: (*written, *next), allowed: (*least, *greatest) }),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_entry_is_read() {
        for (table, name) in [(NUMBERS, "numbers"), (MAGNITUDES, "magnitudes"), (PARTS, "parts"), (MULTIPLES, "multiples")] {
            for (language, entries) in table {
                for entry in entries.split_whitespace() {
                    let value = entry.split_once('=').and_then(|(_, value)| value.parse::<f64>().ok());
                    assert!(value.is_some(), "{name}, {language}: {entry}");
                }
            }
        }
        for (language, entries) in VAGUE_COUNTS {
            let read = entries.split_whitespace().filter(|entry| entry.split_once('=').and_then(|(_, v)| vague_count(v)).is_some());
            assert_eq!(read.count(), entries.split_whitespace().count(), "{language}");
        }
    }

    #[test]
    fn words_are_found_folded_and_by_language() {
        assert_eq!(Lexicon::of("de").number("funf"), Some(5.0));
        assert_eq!(Lexicon::of("uk").magnitude(&fold::key("мільйонів")), Some(1e6));
        assert_eq!(Lexicon::of("en").number("once"), None);
        assert_eq!(Lexicon::of("es").number("once"), Some(11.0));
        assert_eq!(Lexicon::of("xx").magnitude("bn"), Some(1e9));
        assert_eq!((Lexicon::of("en").magnitude("billion"), Lexicon::of("de").magnitude("billion")), (Some(1e9), Some(1e12)));
    }
}
