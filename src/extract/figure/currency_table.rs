//! The currencies that news names, as data: ISO 4217 code, symbols, and how each language writes them.

use super::unit_table::Names;

/// Money.
#[derive(Debug)]
pub(super) struct Currency {
    /// ISO 4217 code.
    pub code: &'static str,
    /// Symbols before or after the number, parted by blanks; the case counts.
    pub marks: &'static str,
    /// Language and names, parted by `|`.
    pub names: Names,
    /// Names of the hundredth part.
    pub hundredths: Names,
}

const fn money(code: &'static str, marks: &'static str, names: Names) -> Currency {
    Currency { code, marks, names, hundredths: &[] }
}

impl Currency {
    const fn parted(self, hundredths: Names) -> Self {
        Self { hundredths, ..self }
    }
}

/// Currencies that news names; a bare name (`pound`, `rouble`, `$`) belongs to the first row that has it. `PS` is how `£` comes out of
/// a dump that was forced into ASCII.
pub(super) const CURRENCIES: &[Currency] = &[
    money(
        "USD",
        "$ US$ U.S.$ USD$ $US",
        &[
            ("en", "dollar|us dollar|u.s. dollar|united states dollar|american dollar|us$|buck|greenback"),
            ("de", "Dollar|US-Dollar|US Dollar"),
            ("fr", "dollar|dollars|dollar américain|dollars américains"),
            ("es", "dólar|dólares"),
            ("ru", "доллар|доллара|долларов|долл|долларов сша"),
            ("uk", "долар|долари|доларів|дол"),
        ],
    )
    .parted(&[("en", "cent|penny"), ("de", "US-Cent"), ("ru", "цент|цента|центов")]),
    money("EUR", "€", &[("en", "euro"), ("de", "Euro|Euros"), ("fr", "euro|euros"), ("es", "euro|euros"), ("ru", "евро"), ("uk", "євро")])
        .parted(&[("en", "euro cent|eurocent"), ("de", "Cent|Cents"), ("fr", "centime|centimes"), ("es", "céntimo|céntimos")]),
    money(
        "GBP",
        "£ GB£ PS",
        &[
            ("en", "pound sterling|pounds sterling|british pound|sterling|quid|gb pound"),
            ("de", "britische Pfund|Pfund Sterling"),
            ("fr", "livre sterling|livres sterling"),
            ("es", "libra esterlina|libras esterlinas"),
            ("ru", "фунтов стерлингов|фунта стерлингов"),
        ],
    )
    .parted(&[("en", "pence|p")]),
    money(
        "JPY",
        "¥ JP¥",
        &[
            ("en", "yen|japanese yen"),
            ("de", "Yen"),
            ("fr", "yen|yens"),
            ("es", "yen|yenes"),
            ("ru", "иена|иены|иен"),
            ("uk", "єна|єни|єн"),
        ],
    ),
    money(
        "CNY",
        "元 CN¥ RMB",
        &[
            ("en", "yuan|chinese yuan|rmb|renminbi"),
            ("de", "Yuan"),
            ("fr", "yuan|yuans"),
            ("es", "yuan|yuanes"),
            ("ru", "юань|юаня|юаней"),
            ("uk", "юань|юанів"),
        ],
    ),
    money(
        "RUB",
        "₽",
        &[
            ("en", "rouble|ruble|russian rouble|russian ruble"),
            ("de", "Rubel"),
            ("fr", "rouble|roubles"),
            ("es", "rublo|rublos"),
            ("ru", "рубль|рубля|рублей|руб|р"),
            ("uk", "рубль|рублі|рублів"),
        ],
    )
    .parted(&[("en", "kopeck|kopek"), ("ru", "копейка|копейки|копеек")]),
    money(
        "UAH",
        "₴",
        &[
            ("en", "hryvnia|hryvnias|ukrainian hryvnia"),
            ("de", "Hrywnja"),
            ("ru", "гривна|гривны|гривен"),
            ("uk", "гривня|гривні|гривень|грн"),
        ],
    ),
    money("INR", "₹ Rs Rs.", &[("en", "rupee|indian rupee")]).parted(&[("en", "paise")]),
    money("KRW", "₩", &[("en", "won|south korean won|korean won"), ("de", "Won"), ("ru", "вон|вона")]),
    money("AUD", "A$ AU$ $A", &[("en", "australian dollar|aussie dollar")]),
    money("CAD", "C$ CA$ CAD$ Can$ $C", &[("en", "canadian dollar|loonie")]),
    money("NZD", "NZ$", &[("en", "new zealand dollar|kiwi dollar")]),
    money("HKD", "HK$", &[("en", "hong kong dollar")]),
    money("SGD", "S$", &[("en", "singapore dollar|singaporean dollar")]),
    money("TWD", "NT$", &[("en", "taiwan dollar|new taiwan dollar|taiwanese dollar")]),
    money("JMD", "J$", &[("en", "jamaican dollar")]),
    money(
        "CHF",
        "Fr Fr. SFr",
        &[
            ("en", "swiss franc|franc"),
            ("de", "Franken|Schweizer Franken"),
            ("fr", "franc|francs|francs suisses|franc suisse"),
            ("ru", "франк|франка|франков"),
        ],
    ),
    money("SEK", "", &[("en", "swedish krona|swedish kronor|krona|kronor"), ("de", "schwedische Kronen"), ("ru", "шведских крон")]),
    money("NOK", "", &[("en", "norwegian krone|norwegian kroner|norwegian crown"), ("ru", "норвежских крон")]),
    money("DKK", "kr", &[("en", "danish krone|danish kroner|danish crown|krone|kroner"), ("ru", "датских крон")]),
    money("ISK", "", &[("en", "icelandic krona")]),
    money("PLN", "zł", &[("en", "zloty|zlotys|polish zloty"), ("de", "Zloty|Złoty"), ("ru", "злотый|злотых"), ("uk", "злотий|злотих")]),
    money("CZK", "Kč", &[("en", "koruna|korunas|czech crown|czech koruna"), ("de", "tschechische Kronen")]),
    money("HUF", "Ft", &[("en", "forint|hungarian forint"), ("de", "Forint")]),
    money("RON", "", &[("en", "romanian leu|romanian lei|leu")]),
    money("BGN", "", &[("en", "bulgarian lev|leva|lev")]),
    money("TRY", "₺ TL", &[("en", "lira|turkish lira|liras"), ("de", "Lira|türkische Lira"), ("ru", "лир|лиры|турецких лир")]),
    money("ILS", "₪ NIS", &[("en", "shekel|israeli shekel"), ("de", "Schekel"), ("ru", "шекель|шекеля|шекелей")]),
    money("BRL", "R$", &[("en", "brazilian real|reais|brazilian reais")]),
    money("MXN", "Mex$ MX$ MXN$", &[("en", "mexican peso|peso"), ("es", "peso|pesos|pesos mexicanos")]),
    money("ARS", "AR$", &[("en", "argentine peso|argentinian peso"), ("es", "pesos argentinos")]),
    money("CLP", "", &[("en", "chilean peso"), ("es", "pesos chilenos")]),
    money("COP", "", &[("en", "colombian peso"), ("es", "pesos colombianos")]),
    money("PHP", "₱", &[("en", "philippine peso")]),
    money("PEN", "", &[("en", "peruvian sol|nuevos soles")]),
    money("CRC", "₡", &[("en", "costa rican colón|costa rican colon|colón|colones")]),
    money("VES", "", &[("en", "bolivar|bolivars|bolivares")]),
    money("ZAR", "R", &[("en", "rand|south african rand")]),
    money("NGN", "₦", &[("en", "naira")]),
    money("KES", "KSh Ksh KShs", &[("en", "kenyan shilling|shilling")]),
    money("EGP", "E£", &[("en", "egyptian pound")]),
    money("SAR", "SR", &[("en", "saudi riyal|riyal")]),
    money("AED", "Dh Dhs", &[("en", "dirham|uae dirham|emirati dirham")]),
    money("QAR", "QR", &[("en", "qatari riyal")]),
    money("KWD", "", &[("en", "kuwaiti dinar")]),
    money("IQD", "", &[("en", "iraqi dinar|dinar")]),
    money("IRR", "", &[("en", "iranian rial|rial|toman")]),
    money("PKR", "", &[("en", "pakistani rupee")]),
    money("LKR", "", &[("en", "sri lankan rupee")]),
    money("NPR", "", &[("en", "nepali rupee|nepalese rupee")]),
    money("BDT", "Tk ৳", &[("en", "taka")]),
    money("THB", "฿", &[("en", "baht|thai baht"), ("de", "Baht")]),
    money("VND", "₫", &[("en", "dong|vietnamese dong")]),
    money("IDR", "Rp Rp.", &[("en", "rupiah|indonesian rupiah")]),
    money("MYR", "RM", &[("en", "ringgit|malaysian ringgit")]).parted(&[("en", "sen")]),
    money("LAK", "₭", &[("en", "kip|lao kip")]),
    money("KZT", "₸", &[("en", "tenge"), ("ru", "тенге")]),
    money("GEL", "₾", &[("en", "lari|georgian lari"), ("ru", "лари")]),
    money("AMD", "֏", &[("en", "armenian dram"), ("ru", "драмов")]),
    money("AZN", "₼", &[("en", "azerbaijani manat|manat")]),
    money("BYN", "", &[("en", "belarusian ruble|belarusian rouble"), ("ru", "белорусских рублей")]),
    money("AFN", "", &[("en", "afghani")]),
    money("ETB", "", &[("en", "birr")]),
    money("GHS", "GH₵ ₵", &[("en", "cedi")]),
    money("HRK", "", &[("en", "kuna|croatian kuna")]),
    money("RSD", "", &[("en", "serbian dinar")]),
    money("XOF", "", &[("en", "cfa franc")]),
    money("BTC", "₿", &[("en", "bitcoin")]),
    money("ETH", "", &[("en", "ether")]),
    money("NLG", "", &[("en", "guilder|dutch guilder|netherlands guilder")]),
    money("DEM", "", &[("en", "german mark|deutsche mark|deutschmark"), ("de", "D-Mark|Deutsche Mark")]),
    money("FIM", "", &[("en", "finnish markka|markka")]),
    money("FRF", "", &[("en", "french franc")]),
    money("ESP", "", &[("en", "peseta")]),
    money("ITL", "", &[("en", "italian lira")]),
];

/// ISO 4217 codes that are English words in capitals as well: before a number they count only when they touch it.
pub(super) const CODES_THAT_ARE_WORDS: &[&str] = &["ALL", "TRY", "TOP", "CUP", "PEN", "COP", "GEL", "RON"];
