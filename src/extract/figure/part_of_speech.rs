//! Tells verbs, small words and nouns of an English sentence apart, by closed lists, by form and by the words beside them.

use std::sync::LazyLock;

use rustc_hash::FxHashMap;

use super::noun;
use super::state;
use super::word_list::is_one_of;
use crate::text::token::Words;

/// What a word does in its clause.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Part {
    /// A noun, or an adjective before one: whatever is none of the others.
    Noun,
    /// A verb that can lead a clause, with its auxiliaries.
    Verb,
    /// A participle that says more of the noun before it: `shares traded in London`, `revenue totalling $3m`.
    Participle,
    /// Words beside a verb that are no noun: `sharply`, `able`, `to`.
    BesideVerb,
    Determiner,
    Preposition,
    /// `that`, `which`, `who`: takes up the noun before it.
    Relative,
    /// `and`, `or`: joins nouns, or clauses.
    Joining,
    /// Opens another clause: `but`, `because`, `after`; verbs of saying; marks but for the comma.
    Boundary,
    Comma,
    Pronoun,
}

/// Small words by what they do.
const SMALL_WORDS: &[(Part, &str)] = &[
    (
        Part::Verb,
        "is are was were be been being am 's 're 've 'll has have had do does did will would can could may might must shall should isn't aren't \
         wasn't weren't don't doesn't didn't won't can't couldn't wouldn't hasn't haven't hadn't",
    ),
    (
        Part::BesideVerb,
        "to not n't never also just only still already now then again able unable likely unlikely due ready set willing up down out off back \
         away aside apart forward together instead even ever almost nearly once soon later earlier further yet alone overnight annually too so there here today \
         tonight yesterday tomorrow",
    ),
    (Part::Determiner, "the a an this these those its his her their our my your every each no any another all both some other"),
    (
        Part::Preposition,
        "of with in for at on between by from among across over into onto under above below against around behind beyond during inside near \
         outside per through throughout toward towards upon within without about as like than via despite including along amid alongside",
    ),
    (Part::Relative, "that which who whom"),
    (Part::Joining, "and or &"),
    (
        Part::Boundary,
        "but nor while whereas because although though if when whenever where unless after before since until once whether why how what said says \
         say saying told tells tell added adds reported reports announced announces claimed claims according wrote writes asked",
    ),
    (
        Part::Pronoun,
        "he she it they we i you him them us me himself herself itself themselves who's it's he's she's one nobody everyone that's what's there's here's let's ones",
    ),
];

/// Verbs whose past is not made with `-ed`, and verbs of measuring in the present.
const VERBS: &str = "take takes took taken go goes went gone come comes came make makes made give gives gave given get gets got pay pays paid repay repaid buy \
    buys bought sell sells sold spend spends spent win wins won lose loses lost hold holds held keep keeps kept leave leaves left run runs ran \
    stand stands stood sit sat put puts cut cuts hit hits see sees saw seen send sends sent bring brings brought build builds built break broke \
    rise rises rose risen fall falls fell fallen grow grows grew grown draw drew drive drove fly flew meet meets met begin begins began start starts become \
    becomes became lead leads led fight fought catch caught find finds found shoot shot speak spoke shrink shrank sink sank throw threw bear \
    cost costs exceed exceeds equal equals total totals average averages weigh weighs reach reaches remain remains include includes contain \
    contains earn earns owe owes raise raises lift lifts receive receives need needs want wants face faces lasts stretch stretches climb \
    climbs jump jumps drop drops slide slid stay stays amount amounts expect expects show shows covers cover carries carry";

/// Nouns in `-ing`.
const NOUNS_IN_ING: &str = "building meeting hearing funding spending training shooting bombing killing holding offering rating ceiling evening \
    morning wedding warning beginning reading housing fighting financing lending borrowing trading crossing sentencing landing spring king \
    ring wing string thing something nothing anything everything";

/// What the word at a place does; an empty place is a boundary.
pub(super) fn part(words: &Words<'_>, at: usize) -> Part {
    let key = words.key(at);
    if !words.is_word(at) {
        return match key {
            "," => Part::Comma,
            "-" | "/" | "%" | "$" | "€" | "£" | "&" => Part::Noun,
            _ if words.is_number(at) => Part::Noun,
            _ => Part::Boundary,
        };
    }
    let Some(small) = small_words().get(key).copied() else { return by_form(words, at) };
    match small {
        Part::Verb if is_full_verb(key) && follows_determiner(words, at) => Part::Noun,
        Part::Verb if is_full_verb(key) && words.key(at + 1) == "by" && !is_number_next(words, at + 2) => Part::Participle,
        small => small,
    }
}

fn small_words() -> &'static FxHashMap<&'static str, Part> {
    static ALL: LazyLock<FxHashMap<&'static str, Part>> = LazyLock::new(|| {
        let verbs = VERBS.split_whitespace().map(|word| (word, Part::Verb));
        let small = SMALL_WORDS.iter().flat_map(|(part, words)| words.split_whitespace().map(|word| (word, *part)));
        verbs.chain(small).collect()
    });
    &ALL
}

/// Whether a listed verb is no auxiliary: it may be a noun of the same form (`the cut`), or a participle (`fees paid by members`).
fn is_full_verb(key: &str) -> bool {
    is_one_of(VERBS, key)
}

/// Whether a word that opens a noun phrase stands right before: an article, a preposition, a possessive.
fn follows_determiner(words: &Words<'_>, at: usize) -> bool {
    let Some(before) = at.checked_sub(1) else { return false };
    let key = words.key(before);
    let opens = matches!(small_words().get(key), Some(Part::Determiner | Part::Preposition));
    opens && !matches!(key, "each" | "all" | "both") || key.ends_with("'s") && key.len() > 2 || key.ends_with("s'")
}

/// Verbs, adverbs and participles by their endings.
fn by_form(words: &Words<'_>, at: usize) -> Part {
    let key = words.key(at);
    let next = words.key(at + 1);
    let small = |key: &str| small_words().get(key).copied();
    if key.len() > 4 && key.ends_with("ly") && !words.is_capitalised(at) && small(next) != Some(Part::Preposition) {
        return Part::BesideVerb;
    }
    if matches!(words.key_before(at, 1), "to" | "will" | "would" | "can" | "could" | "may" | "might" | "must" | "should" | "n't" | "cannot")
        && !words.is_capitalised(at)
    {
        return Part::Verb;
    }
    if !noun::is_verb_like(key) && !state::is_verb(key, "en") || words.is_capitalised(at) && at > 0 {
        return Part::Noun;
    }
    // `the collapsed dam`, `an updated 17-inch version`: before a noun, behind what opens one. A `net worth` is a noun.
    let before_noun = words.is_number(at + 1) || words.is_word(at + 1) && !matches!(small(next), Some(Part::Preposition | Part::Verb));
    let describes = follows_determiner(words, at) && before_noun || key == "worth" && words.key_before(at, 1) == "net";
    if describes {
        return Part::Noun;
    }
    if key.ends_with("ing") {
        let is_noun = is_one_of(NOUNS_IN_ING, key) || follows_determiner(words, at) || matches!(small(next), Some(Part::Verb));
        return if is_noun { Part::Noun } else { Part::Participle };
    }
    let is_reduced = small(next) == Some(Part::Preposition) && !is_number_next(words, at + 2);
    if is_reduced { Part::Participle } else { Part::Verb }
}

/// Whether a figure follows the preposition: then the participle leads it, `climbed to 12`.
fn is_number_next(words: &Words<'_>, at: usize) -> bool {
    (at..at + 3).any(|place| words.is_number(place))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::span::Span;

    #[test]
    fn words_by_what_they_do() {
        for (text, word, want) in [
            ("The toll of the collapsed dam rose", "collapsed", Part::Noun),
            ("The dam collapsed", "collapsed", Part::Verb),
            ("Shares traded in London rose", "traded", Part::Participle),
            ("Prices climbed to 12", "climbed", Part::Verb),
            ("A cut was made", "cut", Part::Noun),
            ("Fees paid by members rose", "paid", Part::Participle),
            ("Fees rose by 12", "rose", Part::Verb),
            ("They cut jobs", "cut", Part::Verb),
            ("The wall funding will grow", "funding", Part::Noun),
            ("It should be able to top up", "top", Part::Verb),
            ("It rose sharply", "sharply", Part::BesideVerb),
            ("The road was closed, police said", "said", Part::Boundary),
        ] {
            let words = Words::new(text, Span::whole(text));
            let at = (0..words.len()).find(|&at| words.word(at) == word);
            assert_eq!(at.map(|at| part(&words, at)), Some(want), "{text}: {word}");
        }
    }
}
