//! Pairs the quotations of two reports that give one utterance, and says how they differ.

use std::borrow::Cow;

use rustc_hash::FxHashSet;
use similar::{Algorithm, DiffOp, capture_diff_slices};

use super::features::{FUNCTION_WORDS, is_content};
use super::grid::Grid;
use super::report::{Report, language};
use super::speakers::{Known, Speakers, known, relate};
use super::{Options, Pair, QuotationPair, QuotationVerdict, Reason, Side};
use crate::extract::{Quotation, QuotationKind};
use crate::text::span::Span;
use crate::text::term::{Term, one_spelling, terms};

/// Fewer words than this prove nothing by themselves.
const PHRASE: usize = 4;
/// So many words in a row are no accident, whoever says them.
const LONG_RUN: usize = 8;
/// So many of them say something: `make it as good as it can be` is an idiom.
const LONG_RUN_CONTENT: usize = 3;
/// Shared content words (Dice) from which two quotations are small edits of one another, whoever says them.
const EDITED: f32 = 0.75;
/// The same for one and the same speaker: the utterance was translated or remembered twice.
const REWORDED: f32 = 0.45;
/// The same when the sentences around them also match, and a phrase or most of the shorter one is shared: one speaker says many things of
/// one matter in the same few words.
const REWORDED_IN_LINKED: f32 = 0.30;
const MOSTLY: f32 = 0.8;
/// The share of the shorter one's words, in a row, that makes a short saying of one speaker the same.
const SAYING: f32 = 0.6;

/// The words of a quotation, ready to be compared.
struct Utterance<'a> {
    number: usize,
    quotation: &'a Quotation,
    speaker: Option<Known>,
    /// All words in order: small letters, digits for number words, one spelling; without marks and editors' brackets.
    words: Vec<String>,
    /// Stems of the content words in order.
    content: Vec<String>,
    /// The same stems, each once.
    stems: FxHashSet<String>,
    /// Stems of the content words before and after it in its sentence.
    beside: (Option<String>, Option<String>),
    sentence: usize,
}

/// Two quotations that may be one utterance.
struct Candidate {
    left: usize,
    right: usize,
    score: f32,
    verdict: QuotationVerdict,
    fuller: Option<Side>,
    speakers: Speakers,
    /// Whether the one is a piece of the other.
    piece: bool,
}

/// All quotations in marks of both sides, paired where they give one utterance: the left report's order, then what only the right one has.
///
/// Indirect speech is retold anyway: it counts only as the other side of a quotation in marks.
pub(super) fn pair_quotations(left: &Report<'_>, right: &Report<'_>, grid: &Grid<f32>, options: &Options) -> Vec<QuotationPair> {
    let (ours, theirs) = (utterances(left), utterances(right));
    let mut candidates = Vec::new();
    for one in &ours {
        for other in theirs.iter().filter(|other| !options.rejects(one.quotation.hull(), other.quotation.hull())) {
            let linked = grid.get(one.sentence, other.sentence) >= super::prior::LINKED;
            candidates.extend(judge(one, other, linked));
        }
    }
    candidates.sort_by(|a, b| b.score.total_cmp(&a.score).then((a.left + a.right, a.left).cmp(&(b.left + b.right, b.left))));
    let chosen = choose(candidates);
    listed(&chosen, (&ours, left), (&theirs, right))
}

fn utterances<'a>(report: &Report<'a>) -> Vec<Utterance<'a>> {
    let quotations = report.claims.quotations.iter().enumerate();
    quotations.map(|(number, quotation)| utterance(report, number, quotation)).collect()
}

fn utterance<'a>(report: &Report<'a>, number: usize, quotation: &'a Quotation) -> Utterance<'a> {
    let terms = terms_of(report, quotation);
    let content: Vec<String> = terms.iter().filter(|term| is_content(term)).map(|term| term.stem.clone()).collect();
    let words =
        terms.iter().map(|term| if term.is_number_word() { term.stem.clone() } else { one_spelling(&term.word).into_owned() }).collect();
    let sentence = report.sentence_of(quotation.hull());
    let stems = content.iter().cloned().collect();
    Utterance {
        number,
        quotation,
        speaker: known(report, quotation),
        words,
        content,
        stems,
        beside: beside(report, quotation.hull()),
        sentence,
    }
}

/// The terms of a quotation; a word that an editor's bracket parts is read as a whole.
fn terms_of<'a>(report: &'a Report<'_>, quotation: &Quotation) -> Cow<'a, [Term]> {
    let text = quotation.text(report.article.body.text());
    if text.contains(['[', ']']) {
        return Cow::Owned(terms(&text.replace(['[', ']'], ""), language(report.article)));
    }
    match quotation.spans.as_slice() {
        [span] => Cow::Borrowed(report.terms_in(*span)),
        spans => Cow::Owned(spans.iter().flat_map(|span| report.terms_in(*span)).cloned().collect()),
    }
}

/// Stems of the content words that stand before and after a stretch in its sentence.
fn beside(report: &Report<'_>, stretch: Span) -> (Option<String>, Option<String>) {
    let sentence = report.sentence(report.sentence_of(stretch));
    let content = |span| report.terms_in(span).iter().filter(|term| is_content(term)).map(|term| term.stem.clone());
    (content(Span::new(sentence.start, stretch.start)).next_back(), content(Span::new(stretch.end, sentence.end)).next())
}

/// Whether two quotations give one utterance, and how they differ.
fn judge(one: &Utterance<'_>, other: &Utterance<'_>, linked: bool) -> Option<Candidate> {
    let in_marks = |utterance: &Utterance<'_>| utterance.quotation.kind != QuotationKind::Indirect;
    if (!in_marks(one) && !in_marks(other)) || one.stems.is_disjoint(&other.stems) {
        return None;
    }
    let speakers = relate(one.speaker.as_ref(), other.speaker.as_ref());
    let alike = Alike::of(one, other);
    let both_in_marks = in_marks(one) && in_marks(other);
    let fragment = both_in_marks && speakers == Speakers::Same && (is_fragment(one, other) || is_fragment(other, one));
    if !fragment && !is_one_utterance(&alike, speakers, linked) {
        return None;
    }
    let (verdict, fuller) = verdict(&alike, speakers, both_in_marks);
    let score = alike.score(fragment) + if speakers == Speakers::Same { 0.1 } else { 0.0 } + if linked { 0.05 } else { 0.0 };
    Some(Candidate { left: one.number, right: other.number, score, verdict, fuller, speakers, piece: fragment || alike.is_contained() })
}

/// Whether a few quoted words are cut out of a longer quotation: a phrase that it has, or a word that has a neighbour in common there.
fn is_fragment(short: &Utterance<'_>, long: &Utterance<'_>) -> bool {
    let length = short.content.len();
    if length == 0 || short.words.len() >= PHRASE || long.words.len() < PHRASE {
        return false;
    }
    let (before, after) = &short.beside;
    long.content.windows(length).enumerate().any(|(at, run)| {
        let neighbour = |place: Option<usize>, wanted: &Option<String>| {
            wanted.is_some() && place.and_then(|place| long.content.get(place)) == wanted.as_ref()
        };
        run == short.content && (length > 1 || neighbour(at.checked_sub(1), before) || neighbour(Some(at + 1), after))
    })
}

/// What two quotations share.
struct Alike {
    lengths: (usize, usize),
    identical: bool,
    /// Shared content stems over all of them (Dice), 0 to 1.
    dice: f32,
    /// Shared content stems over those of the one that has fewer.
    containment: f32,
    /// How many content stems both have.
    shared: usize,
    /// The most words in a row that both have.
    run: usize,
    /// That run over the shorter one's words.
    run_share: f32,
    /// How many words of the run say something.
    run_content: usize,
    /// The words both have in the same order over the shorter one's.
    in_order: f32,
}

impl Alike {
    fn of(one: &Utterance<'_>, other: &Utterance<'_>) -> Self {
        let shared = one.stems.intersection(&other.stems).count();
        let (few, many) = (one.stems.len().min(other.stems.len()), one.stems.len().max(other.stems.len()));
        let share = |of: usize| if of == 0 { 0.0 } else { shared as f32 / of as f32 };
        let shorter = one.words.len().min(other.words.len()).max(1) as f32;
        let runs = runs(&one.words, &other.words);
        let longest = runs.iter().copied().max_by_key(|(_, length)| *length).unwrap_or((0, 0));
        let in_run = one.words.iter().skip(longest.0).take(longest.1);
        Self {
            lengths: (one.words.len(), other.words.len()),
            identical: !one.words.is_empty() && one.words == other.words,
            dice: if few + many == 0 { 0.0 } else { 2.0 * shared as f32 / (few + many) as f32 },
            containment: share(few),
            shared,
            run: longest.1,
            run_share: longest.1 as f32 / shorter,
            run_content: in_run.filter(|word| word.chars().nth(1).is_some() && !FUNCTION_WORDS.contains(&word.as_str())).count(),
            in_order: runs.iter().map(|(_, length)| *length).sum::<usize>() as f32 / shorter,
        }
    }

    /// How much speaks for one utterance, 0 to 1: what both share of all, and something on top where one holds the other word for word.
    fn score(&self, fragment: bool) -> f32 {
        match (self.identical, self.is_contained(), fragment) {
            (true, ..) => 1.0,
            (_, true, _) => 0.6 + 0.3 * self.dice,
            (.., true) => self.dice.min(0.3),
            _ => self.dice.max(0.8 * self.run_share.min(self.in_order)),
        }
    }

    /// Whether words are left out at either end, or several of them: one left out between others is another wording.
    fn is_cut(&self) -> bool {
        const SEVERAL: usize = 3;
        let left_out = self.lengths.0.abs_diff(self.lengths.1);
        left_out > 0 && self.in_order >= 0.9 && (left_out >= SEVERAL || self.run_share >= 0.999)
    }

    /// Whether the shorter one lies in the longer one, word for word.
    fn is_contained(&self) -> bool {
        let shorter = self.lengths.0.min(self.lengths.1);
        shorter >= PHRASE && self.in_order >= 0.999 && self.run * 2 >= shorter && self.run_content > 0
    }
}

/// The stretches of words both have in the same order: where they begin on the left, and how many words they have.
fn runs(one: &[String], other: &[String]) -> Vec<(usize, usize)> {
    let ops = capture_diff_slices(Algorithm::Myers, one, other).into_iter();
    ops.filter_map(|op| if let DiffOp::Equal { old_index, len, .. } = op { Some((old_index, len)) } else { None }).collect()
}

fn is_one_utterance(alike: &Alike, speakers: Speakers, linked: bool) -> bool {
    let shorter = alike.lengths.0.min(alike.lengths.1);
    let says_enough = shorter >= PHRASE && alike.shared >= 2;
    if alike.identical && (says_enough || speakers == Speakers::Same || linked) {
        return true;
    }
    if alike.is_contained() || (alike.run >= LONG_RUN && alike.run_content >= LONG_RUN_CONTENT) {
        return speakers != Speakers::Differ || alike.shared >= 3;
    }
    let edited = says_enough && (alike.dice >= EDITED || (alike.containment >= 0.85 && alike.shared >= 5));
    if edited {
        return speakers != Speakers::Differ || alike.dice >= 0.9;
    }
    let in_linked = linked && alike.dice >= REWORDED_IN_LINKED && (alike.run >= PHRASE || alike.containment >= MOSTLY);
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

/// The best candidates, each quotation once; but pieces of one utterance may each face the quotation that holds them both.
fn choose(candidates: Vec<Candidate>) -> Vec<Candidate> {
    let (mut left, mut right): (FxHashSet<usize>, FxHashSet<usize>) = Default::default();
    let mut chosen: Vec<Candidate> = Vec::new();
    for candidate in candidates {
        let free = (!left.contains(&candidate.left), !right.contains(&candidate.right));
        if free == (true, true) || (candidate.piece && (free.0 || free.1)) {
            left.insert(candidate.left);
            right.insert(candidate.right);
            chosen.push(candidate);
        }
    }
    chosen
}

type Told<'a, 'b> = (&'b [Utterance<'a>], &'b Report<'a>);

/// Pairs and one-sided quotations in reading order.
fn listed(chosen: &[Candidate], ours: Told<'_, '_>, theirs: Told<'_, '_>) -> Vec<QuotationPair> {
    let mut found = Vec::new();
    for one in ours.0 {
        let mut partners: Vec<&Candidate> = chosen.iter().filter(|candidate| candidate.left == one.number).collect();
        partners.sort_by_key(|candidate| candidate.right);
        found.extend(partners.iter().map(|candidate| paired(candidate, ours.1, theirs.1)));
        if partners.is_empty() && one.quotation.kind != QuotationKind::Indirect {
            found.push(alone(Pair::Left(one.number), QuotationVerdict::LeftOnly, one.quotation));
        }
    }
    for other in theirs.0.iter().filter(|other| other.quotation.kind != QuotationKind::Indirect) {
        if !chosen.iter().any(|candidate| candidate.right == other.number) {
            found.push(alone(Pair::Right(other.number), QuotationVerdict::RightOnly, other.quotation));
        }
    }
    found
}

fn paired(candidate: &Candidate, left: &Report<'_>, right: &Report<'_>) -> QuotationPair {
    let name =
        |report: &Report<'_>, number: usize| report.claims.quotations.get(number).and_then(Quotation::speaker_name).map(str::to_owned);
    let speaker = name(left, candidate.left).or_else(|| name(right, candidate.right));
    let mut reasons = Vec::new();
    if let (Speakers::Same, Some(name)) = (candidate.speakers, &speaker) {
        reasons.push(Reason::SameSpeaker(name.clone()));
    }
    let shown = left.claims.quotations.get(candidate.left).map(|quotation| quotation.text(left.article.body.text()));
    reasons.extend(shown.map(Reason::SharedQuotation));
    QuotationPair {
        pair: Pair::Both(candidate.left, candidate.right),
        verdict: candidate.verdict,
        speaker,
        fuller: candidate.fuller,
        score: candidate.score.min(1.0),
        reasons,
    }
}

fn alone(pair: Pair<usize>, verdict: QuotationVerdict, quotation: &Quotation) -> QuotationPair {
    let speaker = quotation.speaker_name().map(str::to_owned);
    QuotationPair { pair, verdict, speaker, fuller: None, score: 0.0, reasons: Vec::new() }
}

#[cfg(test)]
mod labelled;
#[cfg(test)]
mod tests;
