//! What a figure measures: the noun it counts or is said of, and the verb or state that goes with it.

use super::Measures;
use super::noun::{self, NounPhrase};
use super::quantity::{Quantity, Role};
use super::rate::{Rate, rate_at};
use super::scope::{is_historical, is_partial};
use super::state::{self, State, state};
use super::subject::subject;
use super::unit_table::Kind;
use super::word_list::is_one_of;
use crate::extract::date::Moment;
use crate::text::fold;
use crate::text::token::Words;

/// What is known besides the words of the sentence.
#[derive(Debug, Clone, Copy)]
pub(super) struct Context<'a> {
    /// BCP 47 code of the article's language.
    pub language: &'a str,
    /// The year of publication.
    pub year: Option<i16>,
    /// The dates and times of the sentence.
    pub moments: &'a [Moment],
    /// Which tokens belong to a figure.
    pub taken: &'a [bool],
}

/// What a figure measures, and the rate of a counted noun (`20 raids a week`).
pub(super) fn measures(words: &Words<'_>, quantity: &Quantity, context: Context<'_>) -> (Measures, Option<Rate>) {
    let language = context.language;
    let counted = counted(words, quantity, context);
    let noun = counted.as_ref().map_or(quantity.next..quantity.next, |phrase| phrase.tokens.clone());
    let end = noun.end;
    let rate = if quantity.unit.is_none() { rate_at(words, end, language, false).map(|(rate, _)| rate) } else { None };
    let extent = if quantity.unit.is_some() { state::extent(words.key(quantity.next)) } else { None };
    let state = extent.or_else(|| state(words, quantity.tokens.start, noun, language, is_time(quantity)));
    let counts = quantity.unit.is_none() && quantity.role == Role::Amount;
    let first = if counts { counted.clone() } else { None };
    let people = counts && first.is_none() && state.as_ref().is_some_and(State::is_of_people);
    let named = first.or_else(|| described(words, quantity, language)).or_else(|| {
        let subject = subject(words, quantity.tokens.start, language, context.taken);
        if people { subject.filter(|phrase| state::class_of(words.key(phrase.head), language).is_some()) } else { subject }
    });
    let named = named.or(if people { None } else { counted });
    let head = named.as_ref().map(|phrase| stem(words.word(phrase.head), language));
    let measures = Measures {
        text: text(words, named.as_ref(), state.as_ref(), people),
        head: head.or_else(|| people.then(|| stem("people", "en"))),
        state: state.map(|state| state.class.into_owned()),
        span: named.as_ref().map(|phrase| words.span(phrase.head..phrase.head + 1)),
        partial: is_partial(words, quantity),
        historical: is_historical(words, quantity, context.moments, context.year),
    };
    (measures, rate)
}

fn stem(word: &str, language: &str) -> String {
    fold::stem(&fold::word_key(word), language).into_owned()
}

fn is_time(quantity: &Quantity) -> bool {
    quantity.unit.as_ref().is_some_and(|unit| unit.kind == Kind::Duration) && quantity.role == Role::Amount
}

/// The noun phrase with its verb or state, for people: `ballistic missiles fired`.
fn text(words: &Words<'_>, named: Option<&NounPhrase>, state: Option<&State>, people: bool) -> String {
    let noun = named.map(|phrase| phrase.tokens.clone().map(|at| spaced(words, at, phrase.tokens.start)).collect::<String>());
    let noun = noun.or_else(|| people.then(|| "people".to_owned())).unwrap_or_default();
    let shown = state.map(|state| state.shown.as_ref()).filter(|shown| !noun.to_lowercase().contains(&shown.to_lowercase()));
    [noun.as_str(), shown.unwrap_or_default()].join(" ").trim().to_owned()
}

fn spaced(words: &Words<'_>, at: usize, first: usize) -> String {
    let gap = if at > first && !words.touches_previous(at) { " " } else { "" };
    format!("{gap}{}", words.word(at))
}

/// Words between `of` and the noun that is counted (`one of the drivers`).
const BEHIND_OF: &str = "of the its their his her these those all our my them";

/// The noun phrase that the number counts, also behind `of the` and behind the number of the whole (`41 of 214 homes`).
fn counted(words: &Words<'_>, quantity: &Quantity, context: Context<'_>) -> Option<NounPhrase> {
    let next = quantity.next + usize::from(quantity.joined);
    let of = words.key(next) == "of" && quantity.unit.is_none();
    let is_skipped = |at: usize| is_one_of(BEHIND_OF, words.key(at)) || context.taken.get(at).copied().unwrap_or_default();
    let at = if of { (next..next + 5).find(|&at| !is_skipped(at))? } else { next };
    let phrase = noun::phrase_at(words, at, context.language)?;
    let is_state = phrase.tokens.len() == 1 && state::is_verb(words.key(phrase.head), context.language);
    (!is_state).then_some(phrase)
}

/// What an amount is of: `18 per cent of homes`, `a fine of $5m`, `a 5 W charger`.
fn described(words: &Words<'_>, quantity: &Quantity, language: &str) -> Option<NounPhrase> {
    let after = quantity.next;
    if is_one_of("of in von de der", words.key(after)) {
        let at = (after + 1..after + 4).find(|&at| !noun::is_boundary(words.key(at), language))?;
        if let Some(phrase) = noun::phrase_at(words, at, language) {
            return Some(phrase);
        }
    }
    let start = quantity.tokens.start;
    let owner =
        start.checked_sub(2).filter(|&at| words.key(at + 1) == "of" && words.is_word(at) && !noun::is_boundary(words.key(at), language));
    if let Some(head) = owner {
        return Some(NounPhrase { tokens: head..head + 1, head });
    }
    let place = after + usize::from(words.key(after) == "-");
    let is_verb = |key: &str| state::is_verb(key, language) || state::extent(key).is_some();
    noun::phrase_at(words, place, language).filter(|phrase| !is_time(quantity) && !is_verb(words.key(phrase.head)))
}
