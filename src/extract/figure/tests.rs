//! Figures read from sentences of every kind.

mod measures;

use proptest::prelude::*;

use super::sentence::figures;
use super::{Approximation, Dimension, Figure, Interval};
use crate::text::span::Span;
use crate::text::token::Words;

fn read_in(text: &str, language: &str) -> Vec<Figure> {
    figures(&Words::new(text, Span::whole(text)), language, Some(jiff::civil::date(2023, 9, 14)))
}

fn read(text: &str) -> Vec<Figure> {
    read_in(text, "en")
}

/// The figures as words, bounds and unit, in short: `two hours: 2 hour`, `20..30 %`, `100.. people`.
fn short(text: &str, language: &str) -> Vec<String> {
    let bound = |bound: Option<f64>| bound.map_or_else(String::new, |value| format!("{}", (value * 1e6).round() / 1e6));
    let line = |figure: Figure| {
        let Interval { min, max } = figure.value;
        let value = if min == max { bound(min) } else { format!("{}..{}", bound(min), bound(max)) };
        format!("{value} {}", figure.unit.unwrap_or_default()).trim().to_owned()
    };
    read_in(text, language).into_iter().map(line).collect()
}

#[test]
fn values_and_units() {
    for (text, want) in [
        ("Rents rose by 18 per cent.", &["18 %"][..]),
        ("The lake lost a fifth of its water.", &["20 %"]),
        ("Nearly half of the voters stayed away.", &["50 %"]),
        ("They fell 163 millimetres (6.4 inches) short.", &["163 mm", "6.4 inch"]),
        ("The ice shrank by half a metre a day.", &["0.5 m/day"]),
        ("The dam let out 4,000 cubic feet a second.", &["4000 cubic foot/second"]),
        ("A further inch of rain is due.", &["1 inch"]),
        ("It burned 1,200 hectares.", &["1200 ha"]),
        ("A grant of €25 million, or $3.2bn in all.", &["25000000 EUR", "3200000000 USD"]),
        ("Rent is $20 a month and £3.50 per share.", &["20 USD/month", "3.5 GBP/share"]),
        ("It cost HK$10 billion, C$5 or US$7.", &["10000000000 HKD", "5 CAD", "7 USD"]),
        ("Copper at 63 cents, tea at 70p.", &["0.63 USD", "0.7 GBP"]),
        ("He paid three dollars and fifty cents.", &["3.5 USD"]),
        ("It took two hours and 30 minutes.", &["2.5 hour"]),
        ("They spoke for an hour and a half.", &["1.5 hour"]),
        ("The detour takes an hour and 15 minutes.", &["1.25 hour"]),
        ("The river carried 850 cubic metres of water a second.", &["850 m³/second"]),
        ("The bill has grown from 2.1 billion pounds to 4.3 billion.", &["2100000000 GBP", "4300000000 GBP"]),
        ("One in eight of the tenants left, a quarter fewer than before.", &["12.5 %", "25 %"]),
        ("The talks lasted an hour.", &["1 hour"]),
        ("They flew 10km at 60 mph in 30-second bursts.", &["10 km", "60 mph", "30 second"]),
        ("The pound fell; he weighed 200 pounds and owed 3 million pounds.", &["200 pound", "3000000 GBP"]),
        ("The board has a 5 W charger and 54GB.", &["5 W", "54 GB"]),
        ("It was minus 5 degrees, then 40C or 104 degrees Fahrenheit.", &["-5 °", "40 °C", "104 °F"]),
        ("Rates rose 60 basis points, or 0.6 percentage points.", &["60 basis point", "0.6 percentage point"]),
        ("A quarter-point cut, then half a point.", &["0.25 percentage point", "0.5 percentage point"]),
        ("It fell by a quarter of a percentage point.", &["0.25 percentage point"]),
        ("It fell by three-quarters of a point.", &["0.75 percentage point"]),
        ("They scored a quarter of the points.", &["25 %"]),
        ("One in five residents and nine out of ten shops.", &["20 %", "90 %"]),
        ("A $20-plus trillion budget, 60-plus miles of wall.", &["20000000000000.. USD", "60.. mile"]),
        ("A half-mile stretch, a mile and a half away.", &["0.5 mile", "1.5 mile"]),
        ("He spent the first hour and a half of it talking.", &[]),
        ("Losses of -5 per cent and a .500 record.", &["-5 %", "0.5"]),
        ("Tens of thousands of miles of cable.", &["10000..100000 mile"]),
        ("Output doubled and then rose three times as fast.", &["2 times", "3 times"]),
    ] {
        assert_eq!(short(text, "en"), want, "{text}");
    }
}

#[test]
fn ranges_inherit_magnitude_and_unit() {
    for (text, want) in [
        ("four to five hours", &["4..5 hour"][..]),
        ("a 5-10W laser", &["5..10 W"]),
        ("5-6 million euros", &["5000000..6000000 EUR"]),
        ("between 5% and 6%", &["5..6 %"]),
        ("$10 to $15 billion", &["10000000000..15000000000 USD"]),
        ("prices from $800,000 to $1.3 million", &["800000..1300000 USD"]),
        ("two or three men", &["2..3"]),
        ("girls between the ages of 12 and 16", &["12..16"]),
        ("it expects to grow by 3% to 5%", &["3..5 %"]),
        // A change from one value to another is two figures.
        ("shares fell from $12 to $9.50", &["12 USD", "9.5 USD"]),
        ("it rose from 13.5 to 14 mm", &["13.5 mm", "14 mm"]),
        ("exports dropped 7% to $2.3 billion", &["7 %", "2300000000 USD"]),
        // Lists hand the unit on.
        ("5, 10 and 20 miles", &["5 mile", "10 mile", "20 mile"]),
        // Results are no ranges.
        ("they won 3-1 and lost 2-4", &[]),
    ] {
        assert_eq!(short(text, "en"), want, "{text}");
    }
}

#[test]
fn what_is_no_figure() {
    for text in [
        "It opened on March 29, 2019, and closed in 2021.",
        "They met at 10:27 PM, at 3.15am and at 1700 GMT.",
        "The 2015-16 season and the 1990s.",
        "A Falcon 9, a Boeing 737 and a Soyuz-2 flew.",
        "Flight MH17, the A380, a V10 and the 5G network.",
        "Section 8 and No. 7 of the list, phase two.",
        "The rule is old.[12] It holds.",
        "Ann Lee 2194 1 0 10 17",
        "The future of the Five Harbours Pact.",
        "The mayor doubled down on it.",
        "The S&P 500 and the FTSE 100 were calm.",
        "No one knew which one it was.",
        "A second chance came in the third quarter.",
        "Call 555-1234 or 020-7946-0958.",
        "See https://example.org/a?id=20 and www.example.org/19.",
        "He lives at 16 Station Road.",
        "In May they marched for the twenty-first time.",
        "The two met again.",
        "COVID-19 spread.",
        "They met for one-on-one talks and a two-way deal on one-off costs.",
        "A two-faced, one-sided report on a two-by-four.",
        "It is open 24/7.",
    ] {
        assert_eq!(short(text, "en"), Vec::<String>::new(), "{text}");
    }
}

#[test]
fn years_may_count_and_names_may_stand_before_counts() {
    for (text, want) in [
        ("They hired 2000 people.", &["2000"][..]),
        ("In Tokyo 20 people were hurt.", &["20"]),
        ("Nearly 20 were hurt.", &["18..20"]),
        ("At 3.15am, thirty-five people left.", &["35"]),
        ("He is one of six drivers.", &["1", "6"]),
        ("They checked 41 of 214 homes.", &["41", "214"]),
    ] {
        let got = short(text, "en");
        assert_eq!(got.len(), want.len(), "{text}: {got:?}");
    }
}

#[test]
fn approximations_and_bounds() {
    use Approximation::{About, AtLeast, AtMost, Exact, LessThan, MoreThan, Nearly, Range};
    let interval = |min, max| Interval { min, max };
    for (text, manner, value, range) in [
        ("around two hours", About, interval(Some(1.8), Some(2.2)), interval(Some(6480.0), Some(7920.0))),
        ("about 300 men", About, interval(Some(270.0), Some(330.0)), interval(Some(240.0), Some(360.0))),
        ("20 or so men", About, interval(Some(18.0), Some(22.0)), interval(Some(16.0), Some(24.0))),
        ("nearly 200 men", Nearly, interval(Some(200.0), Some(200.0)), interval(Some(180.0), Some(200.0))),
        ("more than 100 men", MoreThan, interval(Some(100.0), None), interval(Some(100.0), None)),
        ("at least another 20 men", AtLeast, interval(Some(20.0), None), interval(Some(20.0), None)),
        ("60-plus men", AtLeast, interval(Some(60.0), None), interval(Some(60.0), None)),
        ("fewer than 20 men", LessThan, interval(None, Some(20.0)), interval(Some(0.0), Some(20.0))),
        ("up to 20 men", AtMost, interval(None, Some(20.0)), interval(Some(0.0), Some(20.0))),
        ("no more than 20 men", AtMost, interval(None, Some(20.0)), interval(Some(0.0), Some(20.0))),
        ("dozens of men", About, interval(Some(12.0), None), interval(Some(24.0), Some(99.0))),
        ("several hundred men", About, interval(Some(300.0), Some(900.0)), interval(Some(300.0), Some(900.0))),
        ("12 men", Exact, interval(Some(12.0), Some(12.0)), interval(Some(12.0), Some(12.0))),
        ("10 men", Exact, interval(Some(10.0), Some(10.0)), interval(Some(10.0), Some(10.0))),
        ("1,200 men", Exact, interval(Some(1200.0), Some(1200.0)), interval(Some(1150.0), Some(1250.0))),
        ("$3.6 billion", Exact, interval(Some(3.6e9), Some(3.6e9)), interval(Some(3.55e9), Some(3.65e9))),
        ("36 per cent", Exact, interval(Some(36.0), Some(36.0)), interval(Some(35.5), Some(36.5))),
        ("4-5 hours", Range, interval(Some(4.0), Some(5.0)), interval(Some(14_400.0), Some(18_000.0))),
    ] {
        let found = read(text);
        let near = |a: Option<f64>, b: Option<f64>| match (a, b) {
            (Some(a), Some(b)) => (a - b).abs() <= 1e-9 * b.abs().max(1.0),
            (a, b) => a == b,
        };
        let same = |a: Interval, b: Interval| near(a.min, b.min) && near(a.max, b.max);
        assert_eq!(found.len(), 1, "{text}");
        assert_eq!(found[0].approximation, manner, "{text}");
        assert!(same(found[0].value, value), "{text}: {:?}", found[0].value);
        assert!(same(found[0].range, range), "{text}: {:?}", found[0].range);
    }
}

#[test]
fn over_three_days_is_no_bound() {
    assert_eq!(read("They met over three days.")[0].approximation, Approximation::Exact);
    assert_eq!(read("It lasted over three days.")[0].approximation, Approximation::MoreThan);
}

#[test]
fn ages() {
    for text in ["A 45-year-old man fell.", "She is 45 years old.", "Ann Lee, 45, left.", "A man aged 45 fell.", "She was 45."] {
        let found = read(text);
        assert_eq!(
            found.iter().map(|f| (&f.dimension, f.unit.as_deref())).collect::<Vec<_>>(),
            [(&Dimension::Age, Some("year"))],
            "{text}"
        );
    }
}

#[test]
fn other_languages() {
    for (language, text, want) in [
        ("de", "Rund 1.500 Menschen zahlten 2,5 Mrd. Euro.", &["1350..1650", "2500000000 EUR"][..]),
        ("de", "Die Gespräche dauerten vier bis fünf Stunden.", &["4..5 hour"]),
        ("fr", "Plus de 1 200 personnes ont payé 3,5 millions d'euros.", &["1200..", "3500000 EUR"]),
        ("fr", "Il a parlé pendant deux heures.", &["2 hour"]),
        ("de", "Fünfundzwanzig Häuser, zweihundert Boote, ein Drittel der Felder.", &["25", "200", "33.333333 %"]),
        ("fr", "Quatre-vingt-douze maisons, soixante et onze bateaux, la moitié des champs.", &["92", "71", "50 %"]),
        ("es", "Treinta y cinco casas.", &["35"]),
        ("es", "Murieron al menos 12 personas; costó 1.500 millones de euros.", &["12..", "1500000000 EUR"]),
        ("ru", "Погибли не менее 12 человек, ущерб составил 3,2 млн рублей.", &["12..", "3200000 RUB"]),
        ("ru", "Переговоры длились около двух часов.", &["1.8..2.2 hour"]),
        ("uk", "Понад 5 тис. людей, 15 відсотків, 40 км.", &["5000..", "15 %", "40 km"]),
    ] {
        assert_eq!(short(text, language), want, "{text}");
    }
}

#[test]
fn a_spans_words_are_the_figure() {
    let text = "They met for around two hours, and at least 12 people came.";
    let words = |figure: &Figure| (figure.span.of(text).to_owned(), figure.number.of(text).to_owned());
    let found: Vec<_> = read(text).iter().map(words).collect();
    assert_eq!(found, [("around two hours".to_owned(), "two".to_owned()), ("at least 12".to_owned(), "12".to_owned())]);
}

/// Pieces of which hostile sentences are made.
const PIECES: &[&str] = &[
    "12",
    "1,200.5",
    "0.6",
    "½",
    "1/4",
    "-",
    "–",
    "$",
    "€",
    "million",
    "m",
    "bn",
    "two",
    "twenty",
    "and",
    "a",
    "half",
    "of",
    "to",
    "between",
    "%",
    "per",
    "hour",
    "hours",
    "year",
    "old",
    "about",
    "more than",
    "dozens",
    "tens",
    "thousand",
    "times",
    "Falcon",
    "(",
    ")",
    ",",
    ".",
    "'",
    "\"",
    "e",
    "×",
    "10",
    "^",
    "999999999999999999999",
    "of the",
    "people",
    "killed",
    "second",
    "point",
    "é",
    "日本",
    "zero",
    "minus",
];

proptest! {
    #[test]
    fn any_text_gives_sound_figures(text in "\\PC{0,80}", language in prop::sample::select(vec!["en", "de", "fr", "es", "ru", "uk", "xx"])) {
        check(&text, language)?;
    }

    #[test]
    fn any_words_give_sound_figures(
        pieces in prop::collection::vec((prop::sample::select(PIECES), prop::sample::select(vec![" ", ""])), 0..24),
        language in prop::sample::select(vec!["en", "de", "fr", "xx"]),
    ) {
        let text: String = pieces.into_iter().flat_map(|(piece, gap)| [piece, gap]).collect();
        check(&text, language)?;
    }
}

fn check(text: &str, language: &str) -> Result<(), TestCaseError> {
    for figure in read_in(text, language) {
        prop_assert!(!figure.span.of(text).is_empty(), "span off a boundary");
        prop_assert!(figure.span.covers(figure.number) && !figure.number.of(text).is_empty());
        for interval in [figure.value, figure.range] {
            prop_assert!(interval.min.zip(interval.max).is_none_or(|(min, max)| min <= max), "{interval:?}");
            prop_assert!(interval.min.is_none_or(f64::is_finite) && interval.max.is_none_or(f64::is_finite), "{interval:?}");
        }
        if let Some(span) = figure.measures.span {
            prop_assert!(!span.of(text).is_empty());
        }
    }
    Ok(())
}
