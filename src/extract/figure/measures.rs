//! What a figure measures: the noun it counts or is said of, and the verb or state that goes with it.

use super::Measures;
use super::clause::{self, Clause, Lead};
use super::noun::{self, NounPhrase};
use super::numeral::Form;
use super::part_of_speech::{Part, part};
use super::quantity::{Quantity, Role};
use super::rate::{Rate, rate_at};
use super::scope::{is_historical, is_partial};
use super::state::{self, State, state};
use super::subject::{Asked, lead};
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
    let multiplied = multiplied(words, quantity, language);
    // The number is the verb, and what rises elsewhere in the sentence is something else.
    let state =
        if multiplied.is_some() { None } else { extent.or_else(|| state(words, quantity.tokens.start, noun, language, is_time(quantity))) };
    let counts = quantity.unit.is_none() && quantity.role == Role::Amount;
    let people = counts && counted.is_none() && state.as_ref().is_some_and(State::is_of_people);
    let first = if counts { counted.clone() } else { None };
    let lead = match first.or(multiplied).or_else(|| described(words, quantity, context)) {
        Some(phrase) => Lead { phrase: Some(phrase), ..Lead::default() },
        None => led(words, quantity, context, people),
    };
    let told = lead.phrase.as_ref().and_then(|phrase| {
        let end = if lead.is_number_of { quantity.tokens.start } else { phrase.tokens.end };
        state::strong_within(words, phrase.tokens.start..end, language)
    });
    let state = told.or(state);
    // `the number of dead` and `dead: 12` count people, and name no thing.
    let is_bare = |phrase: &NounPhrase| is_one_of(clause::NUMBERS, words.key(phrase.head)) || is_state_alone(words, phrase, language);
    let people = people || counts && state.as_ref().is_some_and(State::is_of_people) && lead.phrase.as_ref().is_some_and(is_bare);
    let lead = Lead { phrase: lead.phrase.filter(|phrase| !(people && is_bare(phrase))), ..lead };
    let named = lead.phrase.clone().or(if people { None } else { counted.filter(|_| counts) });
    let head = named.as_ref().map(|phrase| stem(words.word(phrase.head), language));
    let measures = Measures {
        text: text(words, &lead, state.as_ref(), people, language),
        head: head.or_else(|| people.then(|| stem("people", "en"))),
        state: state.map(|state| state.class.into_owned()),
        span: named.as_ref().map(|phrase| words.span(phrase.head..phrase.head + 1)),
        partial: is_partial(words, quantity) || is_whole(words, quantity.tokens.start, context.taken),
        historical: is_historical(words, quantity, context.moments, context.year),
    };
    (measures, rate)
}

/// What leads to the figure, where nothing beside it says what it is of.
fn led(words: &Words<'_>, quantity: &Quantity, context: Context<'_>, people: bool) -> Lead {
    let start = quantity.tokens.start;
    let (language, taken) = (context.language, context.taken);
    if quantity.role == Role::Age && language == "en" {
        return Lead { phrase: Clause::plain(words, taken).bearer(start), ..Lead::default() };
    }
    let is_time = is_time(quantity);
    if let Some(phrase) = labelled(words, start, language) {
        return Lead { phrase: Some(phrase), ..Lead::default() };
    }
    let is_subject = language == "en" && part(words, quantity.next) == Part::Verb;
    let beside = is_one_of(BESIDE_TIMES, words.key(quantity.next)) || is_one_of(BEFORE_TIMES, words.key_before(start, 1));
    let lasts = state::class_of(words.key_before(start, 1), language).is_some_and(|state| state.class == "last");
    if is_subject || is_time && beside && !lasts {
        return Lead::default();
    }
    let lead = lead(words, start, language, Asked { taken, is_time, counts: quantity.unit.is_none() && quantity.role == Role::Amount });
    let names_a_toll = |phrase: &NounPhrase| state::class_of(words.key(phrase.head), language).is_some();
    if people && !lead.phrase.as_ref().is_some_and(names_a_toll) { Lead::default() } else { lead }
}

/// Words behind a length of time that make it a time at which, not for which: `two weeks ago`.
const BESIDE_TIMES: &str = "ago later earlier before after following since apart";
/// Words before a length of time that make it a time in which: `over the past six months`.
const BEFORE_TIMES: &str = "last past next first coming previous following final";

/// Whether a phrase is but the word for what happened: `abstained`, `injured`.
fn is_state_alone(words: &Words<'_>, phrase: &NounPhrase, language: &str) -> bool {
    phrase.tokens.len() == 1 && state::is_verb(words.key(phrase.head), language)
}

/// The words before a colon that name the number behind it: `abstained: two`, `Injured: 12`.
fn labelled(words: &Words<'_>, start: usize, language: &str) -> Option<NounPhrase> {
    const LONGEST_LABEL: usize = 3;
    let colon = start.checked_sub(1).filter(|&at| words.key(at) == ":")?;
    let is_part =
        |at: &usize| words.is_word(*at) && (!noun::is_boundary(words.key(*at), language) || state::is_verb(words.key(*at), language));
    let first = (colon.saturating_sub(LONGEST_LABEL)..colon).rev().take_while(is_part).last()?;
    let opens = first.checked_sub(1).is_none_or(|before| !words.is_word(before));
    opens.then(|| NounPhrase { tokens: first..colon, head: colon - 1 })
}

fn stem(word: &str, language: &str) -> String {
    fold::stem(&fold::word_key(word), language).into_owned()
}

fn is_time(quantity: &Quantity) -> bool {
    quantity.unit.as_ref().is_some_and(|unit| unit.kind == Kind::Duration) && quantity.role == Role::Amount
}

/// The noun phrase with its verb or state, for people: `ballistic missiles fired`.
fn text(words: &Words<'_>, lead: &Lead, state: Option<&State>, people: bool, language: &str) -> String {
    let phrase = lead.phrase.as_ref();
    let noun = phrase.map(|phrase| phrase.tokens.clone().map(|at| spaced(words, at, phrase.tokens.start)).collect::<String>());
    let noun = noun.or_else(|| people.then(|| "people".to_owned())).unwrap_or_default();
    // `the death toll` says by itself that it counts the dead.
    let is_of_class = |key: &str, state: &State| state::class_of(key, language).is_some_and(|said| said.class == state.class);
    let says_so = |state: &&State| phrase.is_some_and(|phrase| phrase.tokens.clone().any(|at| is_of_class(words.key(at), state)));
    let verb = lead.verb.map(|at| words.key(at));
    let lasts = state.is_some_and(|state| state.class == "last");
    let written =
        verb.filter(|_| !lasts).filter(|verb| state.is_none_or(|state| says_so(&state) || !state.is_sure() || is_of_class(verb, state)));
    let state = state.filter(|state| !says_so(state) && !noun.is_empty()).map(|state| state.shown.as_ref());
    let shown = written.or(state).filter(|shown| !noun.to_lowercase().contains(&shown.to_lowercase()));
    [noun.as_str(), shown.unwrap_or_default()].join(" ").trim().to_owned()
}

fn spaced(words: &Words<'_>, at: usize, first: usize) -> String {
    let gap = if at > first && !words.touches_previous(at) { " " } else { "" };
    format!("{gap}{}", words.word(at))
}

/// Words between `of` and the noun that is counted (`one of the drivers`).
const BEHIND_OF: &str = "of the its their his her these those all our my them";

/// Whether the number is the whole of which the number before it is a part: `nine` in `six of the nine members`.
fn is_whole(words: &Words<'_>, start: usize, taken: &[bool]) -> bool {
    let of = (start.saturating_sub(2)..start).rev().find(|&at| words.key(at) == "of");
    let is_part = |at: usize| at.checked_sub(1).and_then(|before| taken.get(before)).copied().unwrap_or_default();
    of.is_some_and(|at| is_part(at) && (at + 1..start).all(|between| is_one_of(BEHIND_OF, words.key(between))))
}

/// The noun phrase that the number counts, also behind `of the` and behind the number of the whole (`41 of 214 homes`).
fn counted(words: &Words<'_>, quantity: &Quantity, context: Context<'_>) -> Option<NounPhrase> {
    let next = quantity.next + usize::from(quantity.joined);
    let of = words.key(next) == "of" && quantity.unit.is_none();
    // `12 of the city's 140 trams`
    let is_skipped = |at: usize| {
        is_one_of(BEHIND_OF, words.key(at))
            || words.key(at).ends_with("'s")
            || words.key(at).ends_with("s'")
            || context.taken.get(at).copied().unwrap_or_default()
    };
    let at = if of { (next..next + 5).find(|&at| !is_skipped(at))? } else { next };
    // `a crowd of 52,000 filled the hall`
    let is_verb = context.language == "en" && noun::is_verb_like(words.key(at)) && noun::is_determined(words, at + 1);
    let phrase = noun::phrase_at(words, at, context.language).filter(|_| !is_verb)?;
    let is_state = phrase.tokens.len() == 1 && state::stands_for_what_is_counted(words.key(phrase.head), context.language);
    (!is_state).then_some(phrase)
}

/// What a verb that is a number of its own is done to: `forecast` in `halved its forecast`.
fn multiplied(words: &Words<'_>, quantity: &Quantity, language: &str) -> Option<NounPhrase> {
    let verb = quantity.number.start;
    let is_verb = language == "en" && quantity.role == Role::Ratio && quantity.number.len() == 1 && words.key(verb).ends_with("ed");
    let at = (verb + 1..verb + 4).find(|&at| part(words, at) != Part::Determiner).filter(|_| is_verb)?;
    noun::phrase_at(words, at, language).filter(|_| part(words, at) == Part::Noun)
}

/// What an amount is of: `18 per cent of homes`, `a fine of $5m`, `a 5 W charger`, `a 90-minute debate`.
fn described(words: &Words<'_>, quantity: &Quantity, context: Context<'_>) -> Option<NounPhrase> {
    let language = context.language;
    let number = &quantity.number;
    if quantity.low.form == Form::Part && words.key(number.start + 2) == "in" && number.len() == NOUN_IN_PART {
        return Some(NounPhrase { tokens: number.start + 1..number.start + 2, head: number.start + 1 });
    }
    let after = quantity.next + usize::from(words.key(quantity.next) == "worth");
    if is_one_of("of von de der", words.key(after)) {
        let at = (after + 1..after + 4).find(|&at| !noun::is_boundary(words.key(at), language))?;
        if let Some(phrase) = noun::phrase_at(words, at, language) {
            return Some(phrase);
        }
    }
    if let Some(phrase) = paid_in(words, quantity, language) {
        return Some(phrase);
    }
    let start = quantity.tokens.start;
    if let Some(owner) = start.checked_sub(1).filter(|&at| at > 0 && words.key(at) == "of") {
        return owning(words, owner, context);
    }
    let hyphen_behind = words.key(after) == "-";
    let joined = hyphen_behind || is_adjective(words, quantity);
    let place = after + usize::from(hyphen_behind);
    let is_verb = |key: &str| state::is_verb(key, language) || state::extent(key).is_some();
    let opens_verb = language == "en" && part(words, place) == Part::Verb;
    let may_follow = joined && !opens_verb || !is_time(quantity) && describes_next(words, start, place, language);
    noun::phrase_at(words, place, language).filter(|phrase| may_follow && !is_verb(words.key(phrase.head)))
}

/// The words of a part of a whole that names it: `one house in five`.
const NOUN_IN_PART: usize = 4;

/// What money is paid in or for: `$5m in fines`, but not a place or a time: `$5m in the valley`, `$5m in March`.
fn paid_in(words: &Words<'_>, quantity: &Quantity, language: &str) -> Option<NounPhrase> {
    let is_money = quantity.unit.as_ref().is_some_and(|unit| unit.kind == Kind::Money);
    let at = quantity.next + 1;
    let names_a_thing = part(words, at) == Part::Noun && !words.is_capitalised(at) && !clause::is_time_word(words.key(at));
    let found = is_money && language == "en" && words.key(quantity.next) == "in" && names_a_thing;
    if found { noun::phrase_at(words, at, language) } else { None }
}

/// Whether a measure stands before its noun as an adjective: `the 90-minute debate`, `a three day hearing`.
fn is_adjective(words: &Words<'_>, quantity: &Quantity) -> bool {
    let last = words.key(quantity.tokens.end.saturating_sub(1));
    let led = quantity.tokens.start.checked_sub(1).is_some_and(|at| part(words, at) == Part::Determiner);
    let in_singular = led && is_time(quantity) && words.is_word(quantity.number.end) && !last.ends_with('s');
    quantity.unit.is_some() && (words.key(quantity.number.end) == "-" || in_singular)
}

/// The noun before the `of` at a place: `fine` in `a fine of $5m`, but not `instead` in `instead of two`.
fn owning(words: &Words<'_>, of: usize, context: Context<'_>) -> Option<NounPhrase> {
    let owns = |at: usize| words.is_word(at) && !noun::is_boundary(words.key(at), context.language) && !is_one_of(NO_OWNERS, words.key(at));
    let head = of.checked_sub(1).filter(|&at| owns(at))?;
    if context.language == "en" {
        return Clause::plain(words, context.taken).named(of);
    }
    Some(NounPhrase { tokens: head..head + 1, head })
}

/// Words before `of` that own nothing.
const NO_OWNERS: &str =
    "instead because out ahead most some all many none each short regardless outside inside upwards excess terms case spite tune";

/// Whether an amount describes the noun behind it (`a $5m fine`), rather than being a verb's or standing before a time
/// (`rose 5 per cent last year`).
fn describes_next(words: &Words<'_>, start: usize, place: usize, language: &str) -> bool {
    if language != "en" {
        return true;
    }
    let before = start.checked_sub(1).map(|at| part(words, at));
    let led = matches!(before, Some(Part::Verb | Part::Participle | Part::BesideVerb)) || is_one_of("by to", words.key_before(start, 1));
    let may_be_noun = matches!(part(words, place), Part::Noun) || before == Some(Part::Determiner);
    may_be_noun && !clause::is_time_word(words.key(place)) && !led
}
