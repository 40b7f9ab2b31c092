//! Reports in two languages: names, figures and dates are compared, nothing else, and that is said.

#![cfg(test)]

use super::*;
use crate::ingest::{Options as Reading, ingest};

const ENGLISH: &str = " date 2024-05-06 Ferry aground off Selim
The ferry Marina ran aground off Selim on Monday, the coastguard said. Forty passengers were taken ashore by helicopter.
\"Nobody warned us about the storm,\" said the captain, Ida Holt.
Fourteen people were injured. The damage is put at €2.5 million.
Costara Lines, which owns the Marina, has seven ships. The harbour will stay closed until 7 May, and nobody knows when the next ferry leaves.
";

const GERMAN: &str = " date 2024-05-06 Fähre vor Selim auf Grund gelaufen
Vor dem Hafen von Selim ist am Montag die Fähre Marina auf Grund gelaufen. Hubschrauber brachten 40 Passagiere an Land, wie die Küstenwache mitteilte.
Kapitänin Ida Holt sagte: „Niemand hat uns vor dem Sturm gewarnt.“
Zwölf Menschen wurden verletzt. Der Schaden beträgt nach ersten Schätzungen 2,5 Millionen Euro.
Die Reederei Costara Lines betreibt seit 1998 sieben Schiffe. Der Hafen blieb bis zum 7. Mai geschlossen.
";

const RUSSIAN: &str = " date 2024-05-06 Паром сел на мель у порта Селим
В понедельник у порта Селим сел на мель паром «Марина». Вертолёты доставили на берег 40 пассажиров, сообщила береговая охрана.
«Никто не предупредил нас о шторме», — сказала капитан Ида Хольт.
Ранены 12 человек. Ущерб оценивается в 2,5 млн евро, и это только первая оценка, которую дала компания.
Компания «Костара» владеет семью судами. Порт будет закрыт до 7 мая, и никто не знает, когда уйдёт следующий паром.
";

fn article(text: &str) -> Article {
    ingest(text.as_bytes(), "page.txt", Reading { keep_all: true, ..Reading::default() }).unwrap().article
}

#[test]
fn names_figures_and_dates_are_compared_and_nothing_else() {
    for (text, names, passengers) in [(GERMAN, ["Selim", "Ida Holt"], "40 Passagiere"), (RUSSIAN, ["Селим", "Ида Хольт"], "40")]
    {
        let (left, right) = (article(text), article(ENGLISH));
        let comparison = compare(&left, &right, &Options::default());
        assert!(
            comparison.degraded.as_deref().is_some_and(|why| why.contains("only names, figures and dates")),
            "{:?}",
            comparison.degraded
        );
        assert!(comparison.same_event.likely, "{:?}", comparison.same_event);
        let sides = |pair: &FigurePair| {
            let Pair::Both(one, other) = pair.pair else { return None };
            let (one, other) = (comparison.left.figures.get(one)?, comparison.right.figures.get(other)?);
            Some((left.body.words(one.span), right.body.words(other.span), pair.verdict))
        };
        let figures: Vec<_> = comparison.figures.iter().filter_map(sides).collect();
        for (ours, theirs, verdict) in [("40", "Forty", FigureVerdict::Same), ("2,5", "€2.5 million", FigureVerdict::Same)] {
            assert!(figures.iter().any(|found| found.0.contains(ours) && found.1 == theirs && found.2 == verdict), "{figures:?}");
        }
        // The words of a quotation are in two languages: nothing is said of them.
        assert!(comparison.quotations.iter().all(|pair| !pair.verdict.is_discrepancy()), "{:?}", comparison.quotations);
        let both = comparison.names.iter().filter(|name| matches!(name.pair, Pair::Both(..))).map(|name| name.text.as_str());
        let both: Vec<&str> = both.collect();
        let one_sided: Vec<&str> =
            comparison.names.iter().filter(|name| matches!(name.pair, Pair::Left(_))).map(|name| name.text.as_str()).collect();
        for name in names {
            assert!(!one_sided.contains(&name), "{name}: {both:?} {one_sided:?}");
        }
        let row = comparison.rows.iter().find(|row| {
            row.left.iter().any(|&at| left.body.words(left.body.sentences()[at].span).contains(passengers)) && !row.right.is_empty()
        });
        assert!(row.is_some(), "{passengers}");
    }
}
