//! The figures of one sentence: numbers found, dates and labels left out, units handed on in lists.

use jiff::civil::Date;

use super::interval;
use super::measures::{Context, measures};
use super::noun;
use super::number_words::Lexicon;
use super::quantity::{Quantity, Role, quantity_at};
use super::rate::Rate;
use super::scope::is_count_before;
use super::unit_table::Kind;
use super::{Dimension, Figure, Measures};
use crate::extract::date::{Moment, When, moments};
use crate::text::token::{TokenKind, Words};

/// The figures of a sentence, in order.
pub(super) fn figures(words: &Words<'_>, language: &str, published: Option<Date>) -> Vec<Figure> {
    let lexicon = Lexicon::of(language);
    let numbered = (0..words.len()).any(|at| begins_number(words, at, lexicon));
    let moments = if numbered { moments(words, language, published) } else { Vec::new() };
    let mut quantities = quantities(words, language, lexicon, &moments);
    if quantities.is_empty() {
        return Vec::new();
    }
    hand_on_units(words, &mut quantities);
    keep_currency(words, &mut quantities);
    let mut taken = vec![false; words.len()];
    let tokens = quantities.iter().map(|quantity| &quantity.tokens).chain(moments.iter().map(|moment| &moment.tokens));
    for tokens in tokens {
        taken.get_mut(tokens.clone()).unwrap_or_default().fill(true);
    }
    let context = Context { language, year: published.map(Date::year), moments: &moments, taken: &taken };
    let mut figures: Vec<Figure> = quantities.iter().map(|quantity| figure(words, quantity, context)).collect();
    share_measures(words, &quantities, &mut figures);
    share_nouns(words, &quantities, &mut figures, language);
    figures
}

/// A figure in brackets behind another of its kind says the same in another unit: `163 millimetres (6.4 inches)`. A share behind another
/// figure and a comma says by how much that has changed: `sales of 2.5 million, 7% more than the year before`, `5 million, up 4%`.
fn share_measures(words: &Words<'_>, quantities: &[Quantity], figures: &mut [Figure]) {
    for place in 1..quantities.len() {
        let (first, second) = (&quantities[place - 1], &quantities[place]);
        let bracketed = second.tokens.start == first.tokens.end + 1 && words.key(first.tokens.end) == "(";
        let alike = first.unit.as_ref().zip(second.unit.as_ref()).is_some_and(|(a, b)| a.kind == b.kind);
        if bracketed && alike || is_change_of(words, first, second) {
            figures[place].measures = figures[place - 1].measures.clone();
        }
    }
}

/// Whether a share says by how much the figure before it has changed.
fn is_change_of(words: &Words<'_>, first: &Quantity, second: &Quantity) -> bool {
    let between = first.tokens.end..second.tokens.start;
    let is_share =
        second.role == Role::Amount && interval::is_share(second) || second.unit.as_ref().is_some_and(|unit| unit.kind == Kind::Percent);
    let compares = matches!(words.key(second.next), "more" | "less" | "higher" | "lower" | "fewer" | "up" | "down");
    let is_led = between.len() == 2 && matches!(words.key(between.start + 1), "up" | "down");
    is_share && words.key(between.start) == "," && (is_led || between.len() == 1 && compares)
}

/// A count without a noun counts what the count before it counts: `they sent 179 drones and shot down 100`.
fn share_nouns(words: &Words<'_>, quantities: &[Quantity], figures: &mut [Figure], language: &str) {
    for place in 1..quantities.len() {
        let (first, second) = (&quantities[place - 1], &quantities[place]);
        let (before, after) = figures.split_at_mut(place);
        let (Some(source), Some(target)) = (before.last(), after.first_mut()) else { continue };
        let counts = |quantity: &Quantity| quantity.unit.is_none() && quantity.role == Role::Amount;
        let named = |figure: &Figure, quantity: &Quantity| {
            figure.measures.span.is_some_and(|span| span.start >= words.span(quantity.number.clone()).end)
        };
        // `at least 23, up from 19 on Tuesday and 12 on Monday`
        let goes_on = words.key_before(second.tokens.start, 1) == "and" && second.tokens.start <= first.tokens.end + TO_NEXT_BEFORE;
        let is_before = is_count_before(words, second) || goes_on && is_count_before(words, first);
        if is_before && counts(first) && counts(second) {
            target.measures = Measures { historical: true, ..source.measures.clone() };
            continue;
        }
        let led = matches!(words.key_before(second.tokens.start, 1), "at" | "to" | "by" | "from" | "of" | "in");
        let people = target.measures.span.is_none() && target.measures.head.is_some();
        // Only an English subject is sure enough to stand against the noun before.
        let has_noun = if language == "en" { target.measures.span.is_some() } else { named(target, second) };
        if counts(first) && counts(second) && named(source, first) && !has_noun && !led && !people {
            share_noun(words, &source.measures, &mut target.measures);
        }
    }
}

/// Words between two counts of before: `19 on Tuesday and 12`.
const TO_NEXT_BEFORE: usize = 4;

/// Gives the noun of one count to another, and its state where that is the same.
fn share_noun(words: &Words<'_>, source: &Measures, target: &mut Measures) {
    target.head.clone_from(&source.head);
    target.span = source.span;
    let noun = (0..words.len()).find(|&at| source.span == Some(words.span(at..at + 1))).map(|at| words.word(at));
    target.text = if target.state == source.state { source.text.clone() } else { noun.unwrap_or_default().to_owned() };
}

/// Whether a number can begin with this token.
fn begins_number(words: &Words<'_>, at: usize, lexicon: &Lexicon) -> bool {
    let key = words.key(at);
    match words.kind(at) {
        TokenKind::Number => true,
        TokenKind::Word => lexicon.begins_number(key),
        TokenKind::Mark => key.contains('⁄'),
    }
}

fn quantities(words: &Words<'_>, language: &str, lexicon: &Lexicon, moments: &[Moment]) -> Vec<Quantity> {
    let mut found: Vec<Quantity> = Vec::new();
    let mut moments = moments.iter().filter(|moment| excludes(words, moment, language)).peekable();
    let mut at = 0;
    while at < words.len() {
        while moments.next_if(|moment| moment.tokens.end <= at).is_some() {}
        if let Some(moment) = moments.next_if(|moment| moment.tokens.contains(&at)) {
            at = moment.tokens.end;
            continue;
        }
        let may_begin = begins_number(words, at, lexicon) || lexicon.is_article(words.key(at)) || words.key(at) == "another";
        let quantity = if may_begin { quantity_at(words, at, language) } else { None };
        match quantity {
            Some(quantity) if found.last().is_none_or(|last| last.tokens.end <= quantity.number.start) => {
                at = quantity.tokens.end.max(at + 1);
                found.push(quantity);
            }
            _ => at = past_number(words, at),
        }
    }
    found
}

/// The place after a number that is no figure: after all that is joined to it.
fn past_number(words: &Words<'_>, at: usize) -> usize {
    let mut end = at + 1;
    let joins = |at: usize| matches!(words.key(at), "-" | "/" | ":" | "x" | "×") && words.touches_previous(at) && words.touches_next(at);
    while words.is_number(at) && joins(end) && words.is_number(end + 1) {
        end += 2;
    }
    end
}

/// Whether a date or time takes its number from the figures; a year that may be a count does so unless it counts something.
fn excludes(words: &Words<'_>, moment: &Moment, language: &str) -> bool {
    match moment.when {
        When::Year { certain: false, .. } => {
            let at = moment.tokens.start;
            let money = super::unit::currency_before(words, at).is_some();
            let unit = super::unit::unit_at(words, moment.tokens.end, language, words.touches_next(moment.tokens.end - 1));
            let counts = unit.is_some_and(|found| found.unit.kind != Kind::Duration || words.key(at + 1) != "year")
                || words.key_before(at, 1) != "the" && words.key(at).ends_with('0') && noun::is_counted(words, moment.tokens.end, language);
            !money && !counts
        }
        _ => true,
    }
}

/// Gives the unit of the last of a list to those before it: `5, 10 and 20 miles`, `eight or nine euros`.
fn hand_on_units(words: &Words<'_>, quantities: &mut [Quantity]) {
    for place in (1..quantities.len()).rev() {
        let (before, after) = quantities.split_at_mut(place);
        let (Some(first), Some(second)) = (before.last_mut(), after.first()) else { continue };
        let between = first.tokens.end..second.tokens.start;
        let linked = !between.is_empty()
            && between.clone().all(|at| matches!(words.key(at), "," | "and" | "or" | "to" | "-" | "und" | "et" | "y" | "и" | "і"));
        if linked && first.unit.is_none() && first.role == second.role && second.role == Role::Amount {
            first.unit.clone_from(&second.unit);
            if second.unit.is_none() || second.joined {
                first.next = second.next;
                first.joined = second.joined;
            }
        }
    }
}

/// A sum in millions behind another and `to` is of its currency where it counts nothing: `from 2.1 billion pounds to 4.3 billion`.
fn keep_currency(words: &Words<'_>, quantities: &mut [Quantity]) {
    for place in 1..quantities.len() {
        let (before, after) = quantities.split_at_mut(place);
        let (Some(first), Some(second)) = (before.last(), after.first_mut()) else { continue };
        let is_money = first.unit.as_ref().is_some_and(|unit| unit.kind == Kind::Money) && first.rate.is_none();
        let leads = first.tokens.end + 1 == second.tokens.start && words.key(first.tokens.end) == "to";
        let is_bare = second.unit.is_none() && second.role == Role::Amount && second.low.magnitude >= 1e6 && !words.is_word(second.next);
        if is_money && leads && is_bare {
            second.unit.clone_from(&first.unit);
        }
    }
}

fn figure(words: &Words<'_>, quantity: &Quantity, context: Context<'_>) -> Figure {
    let (measures, rate) = measures(words, quantity, context);
    let rate = quantity.rate.as_ref().or(rate.as_ref());
    Figure {
        span: words.span(quantity.tokens.clone()),
        number: words.span(quantity.number.clone()),
        value: interval::value(quantity),
        range: interval::range(quantity),
        unit: unit(quantity, rate),
        base_unit: base_unit(quantity, rate),
        dimension: dimension(quantity, rate),
        approximation: quantity.manner,
        measures,
    }
}

/// The unit as the contract has it.
fn unit(quantity: &Quantity, rate: Option<&Rate>) -> Option<String> {
    let own = match quantity.role {
        Role::Ratio => Some("times"),
        Role::Amount if interval::is_share(quantity) => Some("%"),
        _ => quantity.unit.as_ref().map(|unit| unit.symbol.as_str()),
    };
    match (own, rate) {
        (own, Some(rate)) => Some(format!("{}/{}", own.unwrap_or_default(), rate.symbol)),
        (own, None) => own.map(str::to_owned),
    }
}

/// The unit of the range.
fn base_unit(quantity: &Quantity, rate: Option<&Rate>) -> Option<String> {
    let own = if interval::is_share(quantity) { Some("%") } else { quantity.unit.as_ref().map(|unit| unit.base.as_str()) };
    match rate {
        Some(rate) if interval::is_physical(quantity) && rate.seconds.is_some() => Some(format!("{}/s", own.unwrap_or_default())),
        Some(rate) => Some(format!("{}/{}", own.unwrap_or_default(), rate.symbol)),
        None => own.map(str::to_owned),
    }
}

fn dimension(quantity: &Quantity, rate: Option<&Rate>) -> Dimension {
    match (quantity.role, &quantity.unit) {
        (Role::Age, _) => return Dimension::Age,
        (Role::Ratio, _) => return Dimension::Ratio,
        (Role::Amount, None) if interval::is_share(quantity) => return Dimension::Percent,
        (Role::Amount, None) => return Dimension::Count,
        (Role::Amount, Some(_)) => {}
    }
    let Some(unit) = &quantity.unit else { return Dimension::Count };
    let timed = rate.is_some_and(|rate| rate.seconds.is_some());
    match unit.kind {
        Kind::Money => Dimension::Money(unit.symbol.clone()),
        Kind::Percent => Dimension::Percent,
        Kind::PercentPoints => Dimension::PercentPoints,
        Kind::Distance if timed => Dimension::Speed,
        Kind::Volume | Kind::Mass if timed => Dimension::Other(format!("{}/s", unit.base)),
        Kind::Duration => Dimension::Duration,
        Kind::Distance => Dimension::Distance,
        Kind::Area => Dimension::Area,
        Kind::Volume => Dimension::Volume,
        Kind::Mass => Dimension::Mass,
        Kind::Speed => Dimension::Speed,
        Kind::Temperature => Dimension::Temperature,
        Kind::Energy => Dimension::Energy,
        Kind::Other => Dimension::Other(unit.base.clone()),
    }
}
