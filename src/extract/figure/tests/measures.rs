//! What figures count and measure, in whole sentences.

use super::*;

#[test]
fn what_they_measure() {
    for (text, want, head, state) in [
        ("The North fired two ballistic missiles.", "ballistic missiles fired", "missil", "fire"),
        ("They ended talks that lasted for four to five hours.", "talks lasted", "talk", "last"),
        ("Their talks as well as meetings with aides lasted around two hours.", "talks lasted", "talk", "last"),
        ("The raid killed 12 people.", "people killed", "peopl", "kill"),
        ("At least 12 people were killed.", "people killed", "peopl", "kill"),
        ("The blast left 12 dead.", "people killed", "peopl", "kill"),
        ("Another 20 are missing.", "people missing", "peopl", "miss"),
        ("The bridge is 12 metres wide.", "bridge wide", "bridg", "wide"),
        ("A 48-page indictment was read.", "page indictment", "indict", ""),
        ("A 48-page indictment listed payments.", "page indictment", "indict", ""),
        ("Records showing the Bergs paid $5m to the town.", "Bergs paid", "berg", "pay"),
        ("It killed 18 per cent of fish.", "fish killed", "fish", "kill"),
    ] {
        assert_measures(text, want, head, state);
    }
}

#[test]
fn the_clause_names_what_they_measure() {
    for (text, want, head, state) in [
        ("The bank halved its forecast of growth for the year.", "forecast", "forecast", ""),
        // The head of the subject, not the noun nearest to the verb.
        ("The death toll from the collapsed dam in the north rose to 19.", "death toll rose", "toll", "kill"),
        ("Shares of Hollis Mills rose 5 percent in Ardmore.", "Shares rose", "share", "rise"),
        ("Exports rose 1.3 per cent last year.", "Exports rose", "export", "rise"),
        ("Consumer prices rose by 2.1 percent in the month.", "Consumer prices rose", "price", "rise"),
        ("The clinics, now run by the county, lost $5m.", "clinics lost", "clinic", ""),
        ("The number of people known to have died when a mill burned has risen to 19.", "people killed", "peopl", "kill"),
        ("The price of power, which has doubled, is a worry.", "price", "price", ""),
        ("The walks, which had gone on for two hours, ended.", "walks lasted", "walk", "last"),
        ("It has a plan to bring the margin above 11 per cent.", "margin", "margin", ""),
        ("Hope is fading for the 34.", "", "", ""),
        ("He took $310,000 in gifts.", "gifts", "gift", ""),
        ("He took $310,000 in the summer.", "took", "", ""),
        // What a verb moves is its object, where a preposition leads to the value.
        ("The bank raised its key rate to 4.5%.", "key rate", "rate", ""),
        ("The office put its net worth at $3m.", "net worth", "worth", "cost"),
        ("Fees paid by members to the club reached $40,000.", "Fees reached", "fee", "reach"),
        // A figure that opens its clause, and a time in which, name nothing before them.
        ("Asked about the new road, 60 percent said yes.", "", "", ""),
        ("The mayor has led the town over the past six years.", "", "", ""),
        ("Ferries sank near the port two weeks ago.", "", "", ""),
        ("She chose a bag instead of $5.", "", "", ""),
        // A verb behind a noun is no part of it.
        ("The 39-year-old baker shot his brother.", "baker shot", "baker", "fire"),
        ("A 90-minute debate was held.", "debate", "debat", ""),
        ("They sent at least three measures to the mayor.", "measures", "measur", ""),
    ] {
        assert_measures(text, want, head, state);
    }
}

/// That a sentence has one figure, and what it measures: words, stem of the head noun, state.
fn assert_measures(text: &str, want: &str, head: &str, state: &str) {
    let found = read(text);
    assert_eq!(found.len(), 1, "{text}");
    let measures = &found[0].measures;
    assert_eq!(measures.text, want, "{text}");
    let (found_head, found_state) = (measures.head.as_deref(), measures.state.as_deref());
    assert_eq!((found_head.unwrap_or_default(), found_state.unwrap_or_default()), (head, state), "{text}");
}

#[test]
fn parts_and_earlier_times() {
    for (text, partial, historical) in [
        ("They freed 20 hostages.", false, false),
        ("They freed another 20 hostages.", true, false),
        ("They freed 20 of the hostages.", true, false),
        ("They freed 20 hostages in 2014.", false, true),
        ("They freed 20 hostages last year.", false, true),
        ("They freed 20 hostages in 2023.", false, false),
    ] {
        let measures = &read(text)[0].measures;
        assert_eq!((measures.partial, measures.historical), (partial, historical), "{text}");
    }
}
