//! The units a report measures in, as data: symbol, dimension, factor to the base unit, and how each language writes it.
//!
//! To add a unit, add a row; to add a language, add its names to the rows. A name stands in every form that the language gives it; for
//! English the plural in `-s` is understood. Marks are what every language writes, and their case counts (`mW` is not `MW`).

/// Language and names, parted by `|`.
pub(super) type Names = &'static [(&'static str, &'static str)];

/// What a unit measures.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) enum Kind {
    Percent,
    PercentPoints,
    Duration,
    Distance,
    Area,
    Volume,
    Mass,
    Speed,
    Temperature,
    Energy,
    Other,
    Money,
}

/// One unit.
#[derive(Debug)]
pub(super) struct Row {
    /// What the JSON contract calls it.
    pub symbol: &'static str,
    pub kind: Kind,
    /// How many base units it is.
    pub factor: f64,
    /// The unit that all units of this kind are held against each other in.
    pub base: &'static str,
    /// Symbols, parted by blanks; `_` stands for a blank.
    pub marks: &'static str,
    /// Prefixes of the metric system that the unit takes.
    pub prefixes: &'static str,
    /// Language and names, parted by `|`.
    pub names: Names,
}

/// Prefixes of the metric system: mark, name by language, factor.
pub(super) const PREFIXES: &[(&str, Names, f64)] = &[
    ("p", &[("en", "pico")], 1e-12),
    ("n", &[("en", "nano")], 1e-9),
    ("μ", &[("en", "micro")], 1e-6),
    ("m", &[("en", "milli"), ("de", "milli"), ("fr", "milli"), ("es", "mili"), ("ru", "милли"), ("uk", "мілі")], 1e-3),
    ("c", &[("en", "centi"), ("de", "zenti"), ("fr", "centi"), ("es", "centí"), ("ru", "санти"), ("uk", "санти")], 1e-2),
    ("d", &[("en", "deci"), ("de", "dezi")], 1e-1),
    ("h", &[("en", "hecto")], 1e2),
    ("k", &[("en", "kilo"), ("de", "kilo"), ("fr", "kilo"), ("es", "kiló"), ("ru", "кило"), ("uk", "кіло")], 1e3),
    ("M", &[("en", "mega"), ("de", "mega"), ("fr", "méga"), ("es", "mega"), ("ru", "мега"), ("uk", "мега")], 1e6),
    ("G", &[("en", "giga"), ("de", "giga"), ("fr", "giga"), ("es", "giga"), ("ru", "гига"), ("uk", "гіга")], 1e9),
    ("T", &[("en", "tera"), ("de", "tera")], 1e12),
    ("P", &[("en", "peta")], 1e15),
    ("E", &[("en", "exa")], 1e18),
];

const fn row(symbol: &'static str, kind: Kind, factor: f64, base: &'static str, marks: &'static str) -> Row {
    Row { symbol, kind, factor, base, marks, prefixes: "", names: &[] }
}

impl Row {
    const fn named(self, names: Names) -> Self {
        Self { names, ..self }
    }

    const fn prefixed(self, prefixes: &'static str) -> Self {
        Self { prefixes, ..self }
    }
}

/// All units but money.
pub(super) const UNITS: &[Row] = &[
    // Shares.
    row("%", Kind::Percent, 1.0, "%", "% ％").named(&[
        ("en", "percent|per cent|pct|pc|percentage"),
        ("de", "Prozent"),
        ("fr", "pour cent|pourcent"),
        ("es", "por ciento"),
        ("ru", "процент|процента|процентов|проц"),
        ("uk", "відсоток|відсотка|відсотки|відсотків"),
    ]),
    row("percentage point", Kind::PercentPoints, 1.0, "percentage point", "pp %-points").named(&[
        ("en", "percentage point|percent point|per cent point|% point"),
        ("de", "Prozentpunkt|Prozentpunkte|Prozentpunkten"),
        ("fr", "point de pourcentage|points de pourcentage"),
        ("es", "punto porcentual|puntos porcentuales"),
        ("ru", "процентный пункт|процентных пункта|процентных пунктов|процентного пункта"),
    ]),
    row("basis point", Kind::PercentPoints, 0.01, "percentage point", "bp bps").named(&[("en", "basis point"), ("de", "Basispunkte|Basispunkten")]),
    // Time.
    row("second", Kind::Duration, 1.0, "s", "s").prefixed("mμn").named(&[
        ("en", "second|sec"),
        ("de", "Sekunde|Sekunden"),
        ("fr", "seconde|secondes"),
        ("es", "segundo|segundos"),
        ("ru", "секунда|секунды|секунд|секунду"),
        ("uk", "секунда|секунди|секунд|секунду"),
    ]),
    row("minute", Kind::Duration, 60.0, "s", "min").named(&[
        ("en", "minute|min"),
        ("de", "Minute|Minuten"),
        ("fr", "minute|minutes"),
        ("es", "minuto|minutos"),
        ("ru", "минута|минуты|минут|минуту|мин"),
        ("uk", "хвилина|хвилини|хвилин|хвилину"),
    ]),
    row("hour", Kind::Duration, 3600.0, "s", "h").named(&[
        ("en", "hour|hr"),
        ("de", "Stunde|Stunden"),
        ("fr", "heure|heures"),
        ("es", "hora|horas"),
        ("ru", "час|часа|часов|часам"),
        ("uk", "година|години|годин|годину"),
    ]),
    row("day", Kind::Duration, 86_400.0, "s", "").named(&[
        ("en", "day"),
        ("de", "Tag|Tage|Tagen"),
        ("fr", "jour|jours|journée|journées"),
        ("es", "día|días"),
        ("ru", "день|дня|дней|сутки|суток"),
        ("uk", "день|дні|днів|доба|діб"),
    ]),
    row("week", Kind::Duration, 604_800.0, "s", "").named(&[
        ("en", "week|wk"),
        ("de", "Woche|Wochen"),
        ("fr", "semaine|semaines"),
        ("es", "semana|semanas"),
        ("ru", "неделя|недели|недель|неделю"),
        ("uk", "тиждень|тижні|тижнів"),
    ]),
    row("fortnight", Kind::Duration, 1_209_600.0, "s", "").named(&[("en", "fortnight")]),
    row("month", Kind::Duration, 2_629_746.0, "s", "").named(&[
        ("en", "month"),
        ("de", "Monat|Monate|Monaten"),
        ("fr", "mois"),
        ("es", "mes|meses"),
        ("ru", "месяц|месяца|месяцев"),
        ("uk", "місяць|місяці|місяців"),
    ]),
    row("year", Kind::Duration, 31_556_952.0, "s", "").named(&[
        ("en", "year|yr"),
        ("de", "Jahr|Jahre|Jahren"),
        ("fr", "an|ans|année|années"),
        ("es", "año|años"),
        ("ru", "год|года|лет"),
        ("uk", "рік|роки|років"),
    ]),
    row("decade", Kind::Duration, 315_569_520.0, "s", "").named(&[("en", "decade"), ("de", "Jahrzehnt|Jahrzehnte|Jahrzehnten"), ("fr", "décennie|décennies"), ("es", "década|décadas"), ("ru", "десятилетие|десятилетия|десятилетий")]),
    row("century", Kind::Duration, 3_155_695_200.0, "s", "").named(&[("en", "century|centuries"), ("de", "Jahrhundert|Jahrhunderte"), ("fr", "siècle|siècles"), ("es", "siglo|siglos"), ("ru", "век|века|веков")]),
    // Lengths.
    row("m", Kind::Distance, 1.0, "m", "m").prefixed("kcdmμnp").named(&[
        ("en", "metre|meter"),
        ("de", "Meter|Metern|Metre"),
        ("fr", "mètre|mètres"),
        ("es", "metro|metros"),
        ("ru", "метр|метра|метров|метрах|м"),
        ("uk", "метр|метра|метрів|метри|м"),
    ]),
    row("km", Kind::Distance, 1000.0, "m", "").named(&[("en", "km|kms|klick"), ("es", "kilómetro|kilómetros"), ("ru", "км"), ("uk", "км"), ("fr", "bornes")]),
    row("cm", Kind::Distance, 0.01, "m", "").named(&[("de", "Zentimeter|Zentimetern"), ("ru", "см"), ("uk", "см")]),
    row("mile", Kind::Distance, 1609.344, "m", "mi").named(&[("en", "mile"), ("de", "Meile|Meilen"), ("fr", "mille|milles"), ("es", "milla|millas"), ("ru", "миля|мили|миль")]),
    row("nautical mile", Kind::Distance, 1852.0, "m", "nmi NM").named(&[("en", "nautical mile|sea mile"), ("de", "Seemeile|Seemeilen"), ("fr", "mille marin|milles marins"), ("es", "milla náutica|millas náuticas"), ("ru", "морских миль|морские мили")]),
    row("yard", Kind::Distance, 0.9144, "m", "yd yds").named(&[("en", "yard")]),
    row("foot", Kind::Distance, 0.3048, "m", "ft").named(&[("en", "foot|feet|ft"), ("de", "Fuß"), ("fr", "pied|pieds"), ("es", "pie|pies"), ("ru", "фут|фута|футов")]),
    row("inch", Kind::Distance, 0.0254, "m", "").named(&[("en", "inch|inches"), ("de", "Zoll"), ("fr", "pouce|pouces"), ("es", "pulgada|pulgadas"), ("ru", "дюйм|дюйма|дюймов")]),
    row("light-year", Kind::Distance, 9.460_730_472_580_8e15, "m", "ly").named(&[("en", "light year|lightyear"), ("de", "Lichtjahr|Lichtjahre|Lichtjahren"), ("fr", "années lumière"), ("es", "años luz")]),
    // Surfaces.
    row("m²", Kind::Area, 1.0, "m²", "m² m2 m^2 sqm sq_m sq_m.").named(&[
        ("en", "square metre|square meter|metre squared|metres squared|m squared"),
        ("de", "Quadratmeter|Quadratmetern|qm"),
        ("fr", "mètre carré|mètres carrés"),
        ("es", "metro cuadrado|metros cuadrados"),
        ("ru", "квадратных метров|квадратных метра|квадратный метр|кв. м|кв м"),
        ("uk", "квадратних метрів|кв. м"),
    ]),
    row("km²", Kind::Area, 1e6, "m²", "km² km2 km^2 sqkm sq_km sq._km").named(&[
        ("en", "square kilometre|square kilometer|km squared|kilometres squared"),
        ("de", "Quadratkilometer|Quadratkilometern"),
        ("fr", "kilomètre carré|kilomètres carrés"),
        ("es", "kilómetro cuadrado|kilómetros cuadrados"),
        ("ru", "квадратных километров|квадратных километра|квадратный километр|кв. км|кв км"),
        ("uk", "квадратних кілометрів|кв. км"),
    ]),
    row("ha", Kind::Area, 1e4, "m²", "ha").named(&[("en", "hectare"), ("de", "Hektar"), ("fr", "hectare|hectares"), ("es", "hectárea|hectáreas"), ("ru", "гектар|гектара|гектаров|га"), ("uk", "гектар|гектари|гектарів|га")]),
    row("acre", Kind::Area, 4_046.856_422_4, "m²", "ac").named(&[("en", "acre"), ("fr", "acre|acres"), ("es", "acre|acres"), ("ru", "акр|акра|акров")]),
    row("square foot", Kind::Area, 0.092_903_04, "m²", "ft² ft2 sqft sq_ft sq._ft sq_ft. sq._ft.").named(&[("en", "square foot|square feet"), ("de", "Quadratfuß")]),
    row("square yard", Kind::Area, 0.836_127_36, "m²", "").named(&[("en", "square yard")]),
    row("square inch", Kind::Area, 0.000_645_16, "m²", "sq_in").named(&[("en", "square inch|square inches")]),
    row("square mile", Kind::Area, 2_589_988.110_336, "m²", "mi² sq_mi sq._mi").named(&[("en", "square mile"), ("de", "Quadratmeile|Quadratmeilen"), ("fr", "miles carrés"), ("ru", "квадратных миль")]),
    // Volumes.
    row("litre", Kind::Volume, 0.001, "m³", "l L ℓ").prefixed("mcdMk").named(&[
        ("en", "litre|liter|ltr"),
        ("de", "Liter|Litern"),
        ("fr", "litre|litres"),
        ("es", "litro|litros"),
        ("ru", "литр|литра|литров|л"),
        ("uk", "літр|літри|літрів|л"),
    ]),
    row("m³", Kind::Volume, 1.0, "m³", "m³ m3 m^3").named(&[
        ("en", "cubic metre|cubic meter"),
        ("de", "Kubikmeter|Kubikmetern"),
        ("fr", "mètre cube|mètres cubes"),
        ("es", "metro cúbico|metros cúbicos"),
        ("ru", "кубометр|кубометра|кубометров|кубических метров|куб. м"),
        ("uk", "кубометр|кубометри|кубометрів|куб. м"),
    ]),
    row("km³", Kind::Volume, 1e9, "m³", "km³ km3").named(&[("en", "cubic kilometre|cubic kilometer"), ("de", "Kubikkilometer"), ("ru", "кубических километров")]),
    row("cm³", Kind::Volume, 1e-6, "m³", "cm³ cm3 cc").named(&[("en", "cubic centimetre|cubic centimeter"), ("de", "Kubikzentimeter"), ("fr", "centimètres cubes")]),
    row("cubic foot", Kind::Volume, 0.028_316_846_592, "m³", "ft³ ft3 cu_ft cu._ft").named(&[("en", "cubic foot|cubic feet")]),
    row("cubic yard", Kind::Volume, 0.764_554_857_984, "m³", "").named(&[("en", "cubic yard")]),
    row("gallon", Kind::Volume, 0.003_785_411_784, "m³", "gal").named(&[("en", "gallon"), ("fr", "gallon|gallons"), ("es", "galón|galones"), ("ru", "галлон|галлона|галлонов")]),
    row("barrel", Kind::Volume, 0.158_987_294_928, "m³", "bbl bpd").named(&[("en", "barrel"), ("de", "Barrel"), ("fr", "baril|barils"), ("es", "barril|barriles"), ("ru", "баррель|барреля|баррелей")]),
    row("pint", Kind::Volume, 0.000_473_176_473, "m³", "").named(&[("en", "pint")]),
    row("quart", Kind::Volume, 0.000_946_352_946, "m³", "").named(&[("en", "quart")]),
    row("tablespoon", Kind::Volume, 1.478_676_5e-5, "m³", "tbsp").named(&[("en", "tablespoon")]),
    row("teaspoon", Kind::Volume, 4.928_921_6e-6, "m³", "tsp").named(&[("en", "teaspoon")]),
    // Masses.
    row("g", Kind::Mass, 0.001, "kg", "g").prefixed("kmμn").named(&[
        ("en", "gram|gramme"),
        ("de", "Gramm"),
        ("fr", "gramme|grammes"),
        ("es", "gramo|gramos"),
        ("ru", "грамм|грамма|граммов|г"),
        ("uk", "грам|грами|грамів|г"),
    ]),
    row("kg", Kind::Mass, 1.0, "kg", "").named(&[("en", "kilo|kg|kgs"), ("de", "Kilo|Kilos"), ("fr", "kilo|kilos|kilogramme|kilogrammes"), ("es", "kilo|kilos|kilogramo|kilogramos"), ("ru", "кг|кило"), ("uk", "кг")]),
    row("t", Kind::Mass, 1000.0, "kg", "t").named(&[
        ("en", "tonne|metric ton|metric tonne"),
        ("de", "Tonne|Tonnen"),
        ("fr", "tonne|tonnes"),
        ("es", "tonelada|toneladas"),
        ("ru", "тонна|тонны|тонн|т"),
        ("uk", "тонна|тонни|тонн|т"),
    ]),
    // Which ton is meant depends on the country: a short one, a metric one or a long one.
    row("ton", Kind::Mass, 1000.0, "kg", "").named(&[("en", "ton")]),
    row("kiloton", Kind::Mass, 1e6, "kg", "kt").named(&[("en", "kiloton|kilotonne"), ("de", "Kilotonne|Kilotonnen"), ("ru", "килотонн|килотонны")]),
    row("megaton", Kind::Mass, 1e9, "kg", "Mt").named(&[("en", "megaton|megatonne"), ("ru", "мегатонн|мегатонны")]),
    row("gigaton", Kind::Mass, 1e12, "kg", "Gt").named(&[("en", "gigaton|gigatonne")]),
    row("short ton", Kind::Mass, 907.184_74, "kg", "").named(&[("en", "short ton")]),
    row("pound", Kind::Mass, 0.453_592_37, "kg", "lb lbs lb. lbs.").named(&[("en", "pound"), ("de", "Pfund"), ("es", "libra|libras")]),
    row("ounce", Kind::Mass, 0.028_349_523_125, "kg", "oz").named(&[("en", "ounce"), ("de", "Unze|Unzen"), ("fr", "once|onces"), ("es", "onza|onzas"), ("ru", "унция|унции|унций")]),
    row("dram", Kind::Mass, 0.001_771_845_195, "kg", "").named(&[("en", "dram")]),
    row("carat", Kind::Mass, 0.000_2, "kg", "").named(&[("en", "carat"), ("de", "Karat"), ("fr", "carat|carats")]),
    // Speeds.
    row("km/h", Kind::Speed, 0.277_777_777_8, "m/s", "km/h kph kmh km/hr kmph").named(&[
        ("en", "kilometre per hour|kilometres per hour|kilometer per hour|kilometers per hour|kilometres an hour|kilometers an hour|km per hour|km an hour"),
        ("de", "Stundenkilometer|Stundenkilometern|km pro Stunde|Kilometer pro Stunde"),
        ("fr", "kilomètres heure|kilomètres par heure"),
        ("es", "kilómetros por hora"),
        ("ru", "километров в час|километра в час|км/ч"),
        ("uk", "кілометрів на годину|км/год"),
    ]),
    row("mph", Kind::Speed, 0.447_04, "m/s", "mph mi/h").named(&[("en", "mile per hour|miles per hour|mile an hour|miles an hour|miles-per-hour")]),
    row("m/s", Kind::Speed, 1.0, "m/s", "m/s").named(&[("en", "metre per second|metres per second|meter per second|meters per second"), ("de", "Meter pro Sekunde"), ("ru", "м/с|метров в секунду")]),
    row("knot", Kind::Speed, 0.514_444_444_4, "m/s", "kn kt").named(&[("en", "knot|kts"), ("de", "Knoten"), ("fr", "nœud|nœuds"), ("es", "nudo|nudos"), ("ru", "узел|узла|узлов")]),
    // Temperatures; Fahrenheit and kelvin are shifted as well (see `Unit::base_value`).
    row("°C", Kind::Temperature, 1.0, "°C", "C °C ℃ °_C deg_C degC").named(&[
        ("en", "degree celsius|degrees celsius|degree c|degrees c|celsius|centigrade|degrees centigrade|degree centigrade"),
        ("de", "Grad Celsius"),
        ("fr", "degré celsius|degrés celsius"),
        ("es", "grado celsius|grados celsius|grados centígrados"),
        ("ru", "градусов цельсия|градуса цельсия|градус цельсия"),
    ]),
    row("°F", Kind::Temperature, 0.555_555_555_6, "°C", "F °F ℉ °_F deg_F degF").named(&[
        ("en", "degree fahrenheit|degrees fahrenheit|degree f|degrees f|fahrenheit"),
        ("de", "Grad Fahrenheit"),
        ("fr", "degrés fahrenheit"),
        ("es", "grados fahrenheit"),
    ]),
    row("K", Kind::Temperature, 1.0, "°C", "").named(&[("en", "kelvin"), ("de", "Kelvin")]),
    row("°", Kind::Other, 1.0, "°", "°").named(&[("en", "degree|deg"), ("de", "Grad"), ("fr", "degré|degrés"), ("es", "grado|grados"), ("ru", "градус|градуса|градусов"), ("uk", "градус|градуси|градусів")]),
    // Power and energy.
    row("W", Kind::Energy, 1.0, "W", "W").prefixed("mkMGT").named(&[("en", "watt"), ("de", "Watt"), ("fr", "watt|watts"), ("es", "vatio|vatios"), ("ru", "ватт"), ("uk", "ват")]),
    row("Wh", Kind::Energy, 3600.0, "J", "Wh").prefixed("kMGT").named(&[("en", "watt hour|watthour"), ("de", "Wattstunden"), ("fr", "wattheures"), ("es", "vatios hora"), ("ru", "ватт часов")]),
    row("J", Kind::Energy, 1.0, "J", "J").prefixed("kMGT").named(&[("en", "joule"), ("de", "Joule"), ("ru", "джоуль|джоулей")]),
    row("hp", Kind::Energy, 745.699_871_582, "W", "hp HP bhp PS").named(&[("en", "horsepower|brake horsepower|bhp|hp"), ("de", "Pferdestärken"), ("fr", "chevaux"), ("ru", "лошадиных сил|л. с.")]),
    row("cal", Kind::Energy, 4.184, "J", "").prefixed("k").named(&[("en", "calorie|cal"), ("de", "Kalorien"), ("fr", "calories"), ("ru", "калорий")]),
    row("eV", Kind::Energy, 1.602_176_634e-19, "J", "eV").prefixed("kMGT").named(&[("en", "electronvolt|electron volt")]),
    // Others.
    row("Hz", Kind::Other, 1.0, "Hz", "Hz").prefixed("kMGT").named(&[("en", "hertz"), ("de", "Hertz"), ("ru", "герц")]),
    row("Pa", Kind::Other, 1.0, "Pa", "Pa").prefixed("hkMG").named(&[("en", "pascal")]),
    row("psi", Kind::Other, 6894.757, "Pa", "psi").named(&[("en", "pound per square inch|pounds per square inch")]),
    row("ksi", Kind::Other, 6_894_757.0, "Pa", "ksi").named(&[]),
    row("bar", Kind::Other, 1e5, "Pa", "").prefixed("m").named(&[]),
    row("V", Kind::Other, 1.0, "V", "V").prefixed("mkM").named(&[("en", "volt"), ("de", "Volt"), ("ru", "вольт")]),
    row("A", Kind::Other, 1.0, "A", "A").prefixed("mk").named(&[("en", "ampere|amp"), ("de", "Ampere")]),
    row("Ah", Kind::Other, 1.0, "Ah", "Ah").prefixed("m").named(&[("en", "ampere hour|amp hour")]),
    row("N", Kind::Other, 1.0, "N", "N").prefixed("kM").named(&[("en", "newton")]),
    row("Nm", Kind::Other, 1.0, "Nm", "Nm N·m").named(&[("en", "newton metre|newton meter")]),
    row("lb-ft", Kind::Other, 1.355_817_948, "Nm", "lb-ft lb_ft").named(&[("en", "pound foot|pound feet|foot pound|pounds feet")]),
    row("B", Kind::Other, 1.0, "B", "B").prefixed("kMGTPE").named(&[("en", "byte"), ("de", "Byte"), ("fr", "octet|octets"), ("ru", "байт")]),
    row("bit", Kind::Other, 1.0, "bit", "").prefixed("kMG").named(&[("en", "bit"), ("de", "Bit"), ("ru", "бит")]),
    row("Mbps", Kind::Other, 1.0, "Mbps", "Mbps Mbit/s Mb/s").named(&[("en", "mbps|megabit per second|megabits per second")]),
    row("Gbps", Kind::Other, 1000.0, "Mbps", "Gbps Gbit/s Gb/s").named(&[("en", "gbps|gigabit per second|gigabits per second")]),
    row("dB", Kind::Other, 1.0, "dB", "dB").named(&[("en", "decibel"), ("de", "Dezibel"), ("fr", "décibel|décibels"), ("ru", "децибел")]),
    row("rpm", Kind::Other, 1.0, "rpm", "rpm").named(&[("en", "rpm|revolutions per minute")]),
    row("mpg", Kind::Other, 1.0, "mpg", "mpg").named(&[("en", "mpg|mile per gallon|miles per gallon|miles to the gallon")]),
    row("radian", Kind::Other, 57.295_779_513, "°", "rad").named(&[("en", "radian")]),
    row("turn", Kind::Other, 360.0, "°", "").named(&[]),
    row("ppm", Kind::Other, 1.0, "ppm", "ppm").named(&[("en", "parts per million")]),
    row("megapixel", Kind::Other, 1.0, "megapixel", "MP").named(&[("en", "megapixel")]),
    row("tpd", Kind::Other, 1.0, "tpd", "tpd").named(&[]),
    row("sievert", Kind::Other, 1.0, "Sv", "Sv").prefixed("mμ").named(&[("en", "sievert"), ("de", "Sievert"), ("ru", "зиверт")]),
];
