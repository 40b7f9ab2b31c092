//! Pairs of figures that a person judged: the same, compatible, in conflict, or not of one measure.

#![cfg(test)]
#![expect(clippy::print_stdout, reason = "how many are found is shown with --nocapture")]

use crate::article::{Article, ArticleId, Evidence, Fate, Found, Metadata, PageBlock, ParagraphKind, Published};
use crate::compare::{FigureVerdict, Options, Pair, compare};

/// The left and the right sentence, and the two figures that are held against each other.
type Case = (&'static str, &'static str, &'static str, &'static str);

const SAME: &[Case] = &[
    ("The fire killed 12 people in Velden.", "Twelve people died in the fire in Velden.", "12", "Twelve"),
    ("The mill had sales of €2.5bn last year.", "Sales of the mill were 2,500 million euros last year.", "€2.5bn", "2,500 million euros"),
    (
        "The tower of Selim is 1.6 kilometres from the port.",
        "The tower of Selim is 1,600 metres from the port.",
        "1.6 kilometres",
        "1,600 metres",
    ),
    ("The talks in Merrow lasted two hours.", "The talks in Merrow lasted 120 minutes.", "two hours", "120 minutes"),
    ("Turnout in Norrholm was 61 percent.", "Turnout in Norrholm reached 61 per cent.", "61 percent", "61 per cent"),
    ("The village of Orsa lost 140 homes in the flood.", "The flood destroyed 140 houses in the village of Orsa.", "140", "140"),
    ("Half of the voters in Orsa stayed at home.", "In Orsa 50 percent of the voters stayed at home.", "Half", "50 percent"),
    (
        "Rates at the central bank rose by a quarter-point.",
        "The central bank raised rates by 0.25 percentage points.",
        "a quarter-point",
        "0.25 percentage points",
    ),
    ("The ferry Marina carried 250 people.", "There were 250 passengers on the ferry Marina.", "250", "250"),
    ("The Brenner works in Selby has 8,400 workers.", "The Brenner works in Selby employs 8,400 people.", "8,400", "8,400"),
    (
        "The truck weighed 3.5 tonnes, police in Velden said.",
        "Police in Velden said the truck weighed 3,500 kilograms.",
        "3.5 tonnes",
        "3,500 kilograms",
    ),
    ("A dozen divers searched the harbour of Selim.", "Twelve divers searched the harbour of Selim.", "A dozen", "Twelve"),
    ("The fund paid 3 million crowns to the town.", "The fund paid the town three million crowns.", "3 million", "three million"),
    ("Brandt, who is 62, will lead the bank.", "The 62-year-old Brandt will lead the bank.", "62", "62-year-old"),
    (
        "The court in Velden sentenced Anders to four years.",
        "Anders was sentenced to four years by the court in Velden.",
        "four years",
        "four years",
    ),
];

const COMPATIBLE: &[Case] = &[
    ("At least 60 people died in the mudslide near Orsa.", "The mudslide near Orsa killed 84 people.", "At least 60", "84"),
    ("The profit of Brightwell was $13.6 million.", "Brightwell made a profit of $13,625,777.", "$13.6 million", "$13,625,777"),
    ("Some 18 per cent of the spending goes to the army.", "A fifth of the spending goes to the army.", "Some 18 per cent", "A fifth"),
    ("In Selby 18 per cent of the workers are on strike.", "A fifth of the workers in Selby are on strike.", "18 per cent", "A fifth"),
    (
        "Up to 150 millimetres of rain fell on Sund.",
        "Nearly six inches of rain fell on Sund.",
        "Up to 150 millimetres",
        "Nearly six inches",
    ),
    ("The truce in Dorvan is to last 60 days.", "The truce in Dorvan is to last two months.", "60 days", "two months"),
    ("The wall at Merrow is 70 metres long.", "The wall at Merrow is about 230 feet long.", "70 metres", "about 230 feet"),
    (
        "The express was going at 120 kilometres per hour.",
        "The express was going at about 75 miles per hour.",
        "120 kilometres per hour",
        "about 75 miles per hour",
    ),
    ("More than 200 soldiers cleared the road to Orsa.", "The road to Orsa was cleared by 230 soldiers.", "More than 200", "230"),
    (
        "The talks in Merrow lasted four to five hours.",
        "The talks in Merrow lasted about four hours.",
        "four to five hours",
        "about four hours",
    ),
    ("Nearly 300 pupils of the Lund school fell ill.", "At the Lund school 287 pupils fell ill.", "Nearly 300", "287"),
    (
        "The bridge at Orla cost almost 40 million euros.",
        "The bridge at Orla cost 38.4 million euros.",
        "almost 40 million euros",
        "38.4 million euros",
    ),
    ("Tens of thousands of people marched through Belmora.", "In Belmora 35,000 people marched.", "Tens of thousands", "35,000"),
    (
        "The storm left as many as 90,000 homes in Lorne without power.",
        "The storm left 84,000 homes in Lorne without power.",
        "as many as 90,000",
        "84,000",
    ),
    (
        "Two thirds of the members of the union voted for the strike.",
        "The strike won 66 percent of the votes of members of the union.",
        "Two thirds",
        "66 percent",
    ),
];

const CONFLICT: &[Case] = &[
    (
        "The talks in Merrow lasted four to five hours.",
        "The talks in Merrow lasted around two hours.",
        "four to five hours",
        "around two hours",
    ),
    (
        "Prosecutors said that Anders took $310,000 from a builder.",
        "Anders took $260,000 from a builder, prosecutors said.",
        "$310,000",
        "$260,000",
    ),
    ("Turnout in Norrholm was 61 percent.", "Turnout in Norrholm was 58 percent.", "61 percent", "58 percent"),
    ("The talks in Merrow lasted four hours.", "Their meeting in Merrow lasted nine hours.", "four hours", "nine hours"),
    ("Five bombs fell on Orsa, of which four exploded.", "Four bombs fell on Orsa.", "Five", "Four"),
    ("The fire in Velden killed 12 people.", "The fire in Velden killed 19 people.", "12", "19"),
    (
        "Police said 12 people were injured in the riots in Velden.",
        "In the riots in Velden 18 people were injured and 12 arrested, police said.",
        "12",
        "18",
    ),
    ("The army sent 200 soldiers to clear the road to Orsa.", "The army sent 350 soldiers to clear the road to Orsa.", "200", "350"),
    ("The rebels freed 48 prisoners at the bridge of Tasek.", "At the bridge of Tasek the rebels freed 45 prisoners.", "48", "45"),
    ("The ferry Marina had 250 passengers on board.", "On board the ferry Marina were 310 passengers.", "250", "310"),
    (
        "The court fined the Brenner works 3 million euros.",
        "The court fined the Brenner works 3.6 million euros.",
        "3 million euros",
        "3.6 million euros",
    ),
    ("The indictment against Anders has 48 pages.", "The indictment against Anders has 47 pages.", "48", "47"),
    ("The Orla bridge was closed for 14 days.", "The Orla bridge was closed for nine days.", "14 days", "nine days"),
    ("Velto recalls 120,000 cars because of faulty brakes.", "Velto recalls 150,000 cars because of faulty brakes.", "120,000", "150,000"),
    (
        "The deficit of Selmark will be 2.9 percent of output.",
        "The deficit of Selmark will be 3.4 percent of output.",
        "2.9 percent",
        "3.4 percent",
    ),
    ("The tower in Selim is 90 metres high.", "The tower in Selim is 120 metres high.", "90 metres", "120 metres"),
    (
        "The transport company in Norvik offered 4.5 percent to the drivers.",
        "The drivers in Norvik want 8 percent, and the transport company offered 3.5 percent.",
        "4.5 percent",
        "3.5 percent",
    ),
];

/// Figures that a hasty reader would hold against each other.
const OTHER: &[Case] = &[
    ("The fire in Velden killed 12 people.", "The fire in Velden injured 40 people.", "12", "40"),
    ("The quake near Orsa killed five people on Sunday.", "In 2003 a quake near Orsa killed 300 people.", "five", "300"),
    ("Five of the ten divers in Selim were rescued.", "The ten divers in Selim came from Merrow.", "Five", "ten"),
    ("Shares in Velto fell 6.6 percent in the morning.", "Sales of Velto fell 4.3 percent in the quarter.", "6.6 percent", "4.3 percent"),
    ("The truck in the tunnel was 45 feet long.", "A witness in the tunnel stood 15 feet from the truck.", "45 feet", "15 feet"),
    ("The club waited 108 years for the cup.", "The curse of the club lasted 71 years.", "108 years", "71 years"),
    ("The ship sank 730 miles off the coast of Lorne.", "The plane flew 1,677 miles to the coast of Lorne.", "730 miles", "1,677 miles"),
    ("The mayor paid $90 for a dinner in Selim.", "Records in Selim list $310 for hats.", "$90", "$310"),
    ("The army sent 200 soldiers to Orsa.", "The army sent 12 trucks to Orsa.", "200", "12"),
    ("The works in Selby makes 300 lamps a day.", "The works in Selby has 120 workers.", "300", "120"),
    ("The price of bread in Lorne rose by 20 percent.", "The price of milk in Lorne is 2 euros.", "20 percent", "2 euros"),
    ("The pension age in Belmora will rise to 65.", "Police in Belmora arrested 14 people.", "65", "14"),
    ("Brandt, 62, will lead the bank in Merrow.", "Voss, 48, leaves the bank in Merrow.", "62", "48"),
    ("The drought in Costara killed 400 cows.", "The drought in Costara killed 30 horses.", "400", "30"),
    ("The budget gives the army 9 billion crowns.", "The budget gives the schools 14 billion crowns.", "9 billion", "14 billion"),
    ("Voters in Norrholm waited for two hours.", "The count in Norrholm took six hours.", "two hours", "six hours"),
    ("The first train had 80 passengers, and nobody was hurt.", "The rescue of the train took 30 firefighters.", "80", "30"),
    (
        "The Greens won 34 percent of the vote in Norrholm.",
        "The Conservatives won 29 percent of the vote in Norrholm.",
        "34 percent",
        "29 percent",
    ),
];

fn article(text: &str, published: &str) -> Article {
    let page = vec![PageBlock { text: text.to_owned(), fate: Fate::Body(ParagraphKind::Prose) }];
    let mut article = Article::new(ArticleId::of_page(text.as_bytes()), "page.txt".to_owned(), Metadata::default(), page);
    article.metadata.published = Published::parse(published).map(|day| Found::new(day, Evidence::HeaderLine));
    article
}

/// How the two figures of a case are related, if they are paired.
fn verdict((left, right, one, other): &Case) -> Option<FigureVerdict> {
    let (left, right) = (article(left, "2024-05-01"), article(right, "2024-05-01"));
    let comparison = compare(&left, &right, &Options::default());
    let found = comparison.figures.iter().find(|found| {
        let Pair::Both(l, r) = found.pair else { return false };
        left.body.words(comparison.left.figures[l].span) == *one && right.body.words(comparison.right.figures[r].span) == *other
    });
    found.map(|found| found.verdict)
}

#[test]
fn figures_are_judged_as_a_person_does() {
    let all = [
        (SAME, Some(FigureVerdict::Same)),
        (COMPATIBLE, Some(FigureVerdict::Compatible)),
        (CONFLICT, Some(FigureVerdict::Conflict)),
        (OTHER, None),
    ];
    let judged: Vec<(&Case, Option<FigureVerdict>, Option<FigureVerdict>)> =
        all.iter().flat_map(|(cases, want)| cases.iter().map(|case| (case, *want, verdict(case)))).collect();
    let mut weak = Vec::new();
    for wanted in [FigureVerdict::Same, FigureVerdict::Compatible, FigureVerdict::Conflict] {
        let of = |is: &dyn Fn(Option<FigureVerdict>, Option<FigureVerdict>) -> bool| {
            judged.iter().filter(|(_, want, got)| is(*want, *got)).count() as f64
        };
        let right = of(&|want, got| want == Some(wanted) && got == want);
        let (precision, recall) = (right / of(&|_, got| got == Some(wanted)).max(1.0), right / of(&|want, _| want == Some(wanted)));
        println!("{}: precision {precision:.3}, recall {recall:.3}", wanted.as_str());
        if recall < 0.85 || precision < 0.9 {
            weak.push(wanted);
        }
    }
    for (case, want, got) in judged.iter().filter(|(_, want, got)| want != got) {
        println!("{want:?} taken for {got:?}: {case:?}");
    }
    let alarms: Vec<_> = judged.iter().filter(|(_, want, got)| *got == Some(FigureVerdict::Conflict) && *want != *got).collect();
    assert!(alarms.is_empty(), "{alarms:#?}");
    assert!(weak.is_empty(), "{weak:?}");
}

#[test]
fn a_growing_toll_is_no_conflict() {
    let (early, late) = ("The fire in Velden killed 12 people.", "The fire in Velden killed 19 people.");
    for (first, second, want) in
        [("2024-05-01", "2024-05-02", FigureVerdict::Compatible), ("2024-05-02", "2024-05-01", FigureVerdict::Conflict)]
    {
        let comparison = compare(&article(early, first), &article(late, second), &Options::default());
        assert_eq!(comparison.figures[0].verdict, want);
    }
}
