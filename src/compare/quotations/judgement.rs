//! Whether two quotations give one utterance, and how they differ.

use rustc_hash::FxHashSet;

use super::alike::{Alike, LEAST_CONTAINED, LEAST_SHARED};
use super::utterance::{PHRASE, Utterance};
use crate::compare::speakers::{Speakers, relate};
use crate::compare::{QuotationVerdict, Side};

/// So many words in a row are no accident, whoever says them.
const LONG_RUN: usize = 8;
/// So many of them say something: `make it as good as it can be` is an idiom.
const LONG_RUN_CONTENT: usize = 3;
/// Shared content words (Dice) from which two quotations are small edits of one another, whoever says them.
const EDITED: f32 = 0.75;
/// The same for one and the same speaker: the utterance was translated or remembered twice.
const REWORDED: f32 = 0.45;
/// Shared content words (Dice) from which words without marks retell one speaker's words in marks; fewer in sentences that also match.
const RETOLD: f32 = 0.4;
const RETOLD_IN_LINKED: f32 = 0.25;
/// The share of the shorter one's words, in a row, that makes a short saying of one speaker the same.
const SAYING: f32 = 0.6;

/// Two quotations that may be one utterance.
pub(super) struct Candidate {
    pub left: usize,
    pub right: usize,
    pub score: f32,
    pub verdict: QuotationVerdict,
    pub fuller: Option<Side>,
    pub speakers: Speakers,
    /// Whether the one is a piece of the other.
    pub piece: bool,
}

/// Whether two quotations give one utterance, and how they differ. `telling` are the stems of single quoted words that are uncommon and stand
/// in both reports only between marks.
pub(super) fn judge(one: &Utterance<'_>, other: &Utterance<'_>, linked: bool, telling: &FxHashSet<u32>) -> Option<Candidate> {
    if (!one.is_in_marks() && !other.is_in_marks()) || one.shared_stems(other) == 0 {
        return None;
    }
    let alike = Alike::of(one, other);
    let speakers = relate(one.speaker.as_ref(), other.speaker.as_ref());
    let both_in_marks = one.is_in_marks() && other.is_in_marks();
    let fragment = both_in_marks && speakers == Speakers::Same && (is_fragment(one, other, telling) || is_fragment(other, one, telling));
    let retold = !both_in_marks && speakers == Speakers::Same && one.shared_uncommon(other) >= 2 && is_retold(&alike, linked);
    if !fragment && !retold && !is_one_utterance(&alike, speakers, linked) {
        return None;
    }
    let (verdict, fuller) = verdict(&alike, speakers, both_in_marks);
    let score = alike.score(fragment) + if speakers == Speakers::Same { 0.1 } else { 0.0 } + if linked { 0.05 } else { 0.0 };
    Some(Candidate { left: one.number, right: other.number, score, verdict, fuller, speakers, piece: fragment || alike.is_contained() })
}

/// Whether a few quoted words are cut out of a longer quotation: a phrase that it has, a word that has a neighbour in common there, or a word
/// that tells by itself.
fn is_fragment(short: &Utterance<'_>, long: &Utterance<'_>, telling: &FxHashSet<u32>) -> bool {
    let length = short.content.len();
    if length == 0 || short.words.len() >= PHRASE || long.words.len() < PHRASE {
        return false;
    }
    let (before, after) = short.beside;
    long.content.windows(length).enumerate().any(|(at, run)| {
        let neighbour = |place: Option<usize>, wanted: Option<u32>| {
            wanted.is_some() && place.and_then(|place| long.content.get(place).copied()) == wanted
        };
        let tells = length > 1 || run.iter().all(|stem| telling.contains(stem));
        run == short.content && (tells || neighbour(at.checked_sub(1), before) || neighbour(Some(at + 1), after))
    })
}

/// Whether one speaker's words in marks and words told of him without marks are of one saying: the article that retells has its own words
/// for the small ones.
fn is_retold(alike: &Alike, linked: bool) -> bool {
    alike.dice >= RETOLD || linked && alike.dice >= RETOLD_IN_LINKED
}

fn is_one_utterance(alike: &Alike, speakers: Speakers, linked: bool) -> bool {
    let shorter = alike.lengths.0.min(alike.lengths.1);
    let says_enough = shorter >= PHRASE && alike.shared >= 2;
    // Two people may well use the same few words.
    if speakers == Speakers::Differ && (shorter < PHRASE || alike.shared < 3) {
        return false;
    }
    if alike.identical && (says_enough || speakers == Speakers::Same || linked) {
        return true;
    }
    if alike.is_contained() || (alike.run >= LONG_RUN && alike.run_content >= LONG_RUN_CONTENT) {
        return true;
    }
    let edited = says_enough && (alike.dice >= EDITED || (alike.containment >= 0.85 && alike.shared >= 5));
    if edited {
        return speakers != Speakers::Differ || alike.dice >= 0.9;
    }
    // In sentences that also match less is enough, with a phrase or most of the shorter one: one speaker says many things of one matter in
    // the same few words.
    let in_linked = linked && alike.dice >= LEAST_SHARED && (alike.run >= PHRASE || alike.containment >= LEAST_CONTAINED);
    let reworded = alike.shared >= 3 && (alike.dice >= REWORDED || in_linked);
    let saying = alike.run >= PHRASE && alike.run_content > 0 && alike.run_share >= SAYING;
    speakers == Speakers::Same && (reworded || saying)
}

/// How two forms of one utterance differ, and which side gives more of it when one is cut.
fn verdict(alike: &Alike, speakers: Speakers, both_in_marks: bool) -> (QuotationVerdict, Option<Side>) {
    if !both_in_marks {
        return (QuotationVerdict::Paraphrased, None);
    }
    if speakers == Speakers::Differ {
        return (QuotationVerdict::SpeakerDiffers, None);
    }
    if alike.identical {
        return (QuotationVerdict::Identical, None);
    }
    if alike.is_cut() {
        let fuller = if alike.lengths.0 > alike.lengths.1 { Side::Left } else { Side::Right };
        return (QuotationVerdict::Truncated, Some(fuller));
    }
    (QuotationVerdict::WordingDiffers, None)
}
