//! Pairs the figures of two reports that measure the same thing.

mod bearer;
mod matter;
mod relation;
#[cfg(test)]
mod specimen;

use rustc_hash::{FxHashMap, FxHashSet};

use bearer::{Bearers, bearers, mentions};
use matter::{counts_same, is_recounted, matter, states_exclude};
use relation::{is_equal, relation};

use super::features::is_content;
use super::grid::Grid;
use super::prior::Bar;
use super::report::Report;
use super::{FigurePair, FigureVerdict, Options, Pair, Reason, Side};
use crate::article::Published;
use crate::extract::{Dimension, Figure};
use crate::text::span::Span;

/// From here on equal or compatible figures are taken to measure the same.
const SAME_MEASURE: f32 = 0.38;
/// From here on two figures that cannot both be true are called a conflict.
const IN_CONFLICT: f32 = 0.66;
/// What it adds when the sentences are put together and neither has another figure that could be meant.
const UNMISTAKEN: f32 = 0.15;
/// What a large number that both have counts for where its nouns do not agree.
const SAME_NUMBER: f32 = 0.5;
/// A match of this much surrounding words is a full match.
const FULL_SLOT: f32 = 10.0;
/// What a shared word next to both numbers counts; it counts less with every word between.
const NEXT_WORD: f32 = 3.0;
/// Less of them than this, and the two are about other things.
const LEAST_SLOT: f32 = 2.0;

/// The least share of words around the figures (Dice) in sentences that were not put together.
const LEAST_SHARED: f32 = 0.18;

/// A figure with the words around it.
struct Measured<'a> {
    number: usize,
    figure: &'a Figure,
    sentence: usize,
    /// The other figures of its sentence that could be meant instead.
    rivals: Vec<usize>,
    /// Whether no other figure of its report is of the same matter.
    only_one: bool,
    /// Whose it is, as far as the words before it tell.
    bearers: Bearers<'a>,
    /// Content stems of its sentence outside the figure, with how many words away they stand.
    around: Vec<(&'a str, usize)>,
    /// Those that stand beside it, before and after, nearer than any other figure of its kind.
    beside: [FxHashSet<&'a str>; 2],
}

struct Candidate {
    left: usize,
    right: usize,
    score: f32,
    verdict: FigureVerdict,
    note: Option<String>,
    linked: bool,
    /// Whether other figures could be meant instead, unless they are paired with each other.
    rivalled: bool,
}

impl Candidate {
    /// What is paired first: what can be true together, and of that what is the same.
    fn rank(&self) -> (bool, f32) {
        const SAME_VALUE: f32 = 0.2;
        (self.verdict == FigureVerdict::Conflict, self.score + if self.verdict == FigureVerdict::Same { SAME_VALUE } else { 0.0 })
    }
}

/// All figures of both sides, paired where they measure the same: the left report's order, then what only the right one has.
pub(super) fn pair_figures(left: &Report<'_>, right: &Report<'_>, grid: &Grid<f32>, bar: Bar, options: &Options) -> Vec<FigurePair> {
    let (ours, theirs) = (measured(left), measured(right));
    let later = later_side(left.article.published(), right.article.published());
    let mut candidates: Vec<Candidate> = Vec::new();
    for one in &ours {
        for other in theirs.iter().filter(|other| !options.rejects(one.figure.span, other.figure.span)) {
            candidates.extend(judge(
                one,
                other,
                &Setting { likeness: grid.get(one.sentence, other.sentence), linked_from: bar.least, later },
            ));
        }
    }
    withdraw(&mut candidates, &ours, &theirs);
    candidates.sort_by(|a, b| {
        let ((ours, score), (theirs, other_score)) = (a.rank(), b.rank());
        ours.cmp(&theirs).then(other_score.total_cmp(&score)).then((a.left + a.right, a.left).cmp(&(b.left + b.right, b.left)))
    });
    let (mut left_taken, mut right_taken): (FxHashSet<usize>, FxHashSet<usize>) = Default::default();
    candidates.retain(|c| {
        let free = !left_taken.contains(&c.left) && !right_taken.contains(&c.right);
        let rivals = |side: &[Measured<'_>], at: usize, taken: &FxHashSet<usize>| {
            side.get(at).is_some_and(|figure| figure.rivals.iter().any(|rival| !taken.contains(rival)))
        };
        let unrivalled = !c.rivalled
            || c.verdict != FigureVerdict::Conflict
            || !rivals(&ours, c.left, &left_taken) && !rivals(&theirs, c.right, &right_taken);
        free && unrivalled && left_taken.insert(c.left) && right_taken.insert(c.right)
    });
    listed(&candidates, (&ours, left), (&theirs, right))
}

fn measured<'a>(report: &'a Report<'_>) -> Vec<Measured<'a>> {
    let figures = report.claims.figures.iter().enumerate();
    let mentions = mentions(report);
    let mut of_matter = FxHashMap::default();
    for found in report.claims.figures.iter().filter_map(matter) {
        *of_matter.entry(found).or_insert(0) += 1;
    }
    let is_only_one = |figure| matter(figure).is_some_and(|found| of_matter.get(&found) == Some(&1));
    figures
        .map(|(number, figure)| {
            let sentence = report.sentence_of(figure.span);
            let terms = report.terms_in(report.sentence(sentence));
            let first = terms.iter().position(|term| term.span.end > figure.span.start).unwrap_or(0);
            let last = terms.iter().rposition(|term| term.span.start < figure.span.end).unwrap_or(first);
            let content = terms.iter().enumerate().filter(|(at, term)| (*at < first || *at > last) && is_content(term));
            let around = content.map(|(at, term)| (term.stem.as_str(), if at < first { first - at } else { at - last })).collect();
            let beside = beside(report, figure);
            Measured {
                number,
                figure,
                sentence,
                rivals: rivals(report, number),
                bearers: bearers(report, figure, &mentions),
                only_one: is_only_one(figure),
                around,
                beside,
            }
        })
        .collect()
}

/// Content words beside a figure that count as being so, on either side.
const BESIDE: usize = 6;

/// Content stems right before and right after a figure, up to the next figure of its kind.
fn beside<'a>(report: &'a Report<'_>, figure: &Figure) -> [FxHashSet<&'a str>; 2] {
    let sentence = report.sentence(report.sentence_of(figure.span));
    let others = || figures_in(report, sentence).iter().filter(|other| other.dimension == figure.dimension && *other != figure);
    let from = others().map(|other| other.span.end).filter(|&end| end <= figure.span.start).max().unwrap_or(0).max(sentence.start);
    let to = others().map(|other| other.span.start).filter(|&start| start >= figure.span.end).min().unwrap_or(usize::MAX).min(sentence.end);
    let content = |from: usize, to: usize| {
        let span = Span::new(from.min(to), to);
        report.terms_in(span).iter().filter(|term| is_content(term) && !term.is_number_word()).map(|term| term.stem.as_str())
    };
    [content(from, figure.span.start).rev().take(BESIDE).collect(), content(figure.span.end, to).take(BESIDE).collect()]
}

/// Words beside both figures from which on they name what both are of, and the share of the shorter side's words they must make up.
const NAMED_ALIKE: usize = 3;
const MOSTLY: f32 = 0.6;

/// Whether the same words stand right beside both figures, and name what both are of: `$5,600 at the Tarn Island Holistic Retreat`. Shares
/// and lengths of time are many of one thing, and so named by no phrase.
fn is_named_alike(one: &Measured<'_>, other: &Measured<'_>) -> bool {
    let has_one_value = matches!(one.figure.dimension, Dimension::Money(_) | Dimension::Distance | Dimension::Area | Dimension::Mass);
    let mut sides = one.beside.iter().zip(&other.beside);
    let alike = |(ours, theirs): (&FxHashSet<&str>, &FxHashSet<&str>)| {
        let shared = ours.intersection(theirs).count();
        shared >= NAMED_ALIKE && shared as f32 >= MOSTLY * ours.len().min(theirs.len()) as f32
    };
    has_one_value && sides.any(alike)
}

/// Whether two equal values are of one matter wherever they stand: the nouns agree, and the value is no round or small one that many
/// things have.
fn is_telling(one: &Figure, other: &Figure) -> bool {
    let digits =
        |value: f64| format!("{value:e}").split('e').next().map_or(0, |digits| digits.chars().filter(char::is_ascii_digit).count());
    let written = |figure: &Figure| figure.range.middle().map_or(0, |value| digits((value * 1e6).round() / 1e6));
    let has_unit = !matches!(one.dimension, Dimension::Count | Dimension::Age | Dimension::Duration | Dimension::Ratio);
    has_unit && written(one).max(written(other)) >= 2 && counts_same(one, other) > 0.0 && is_equal(one, other)
}

/// The other figures of its sentence, by number, that could be the one that the other report gives.
fn rivals(report: &Report<'_>, number: usize) -> Vec<usize> {
    let Some(figure) = report.claims.figures.get(number) else { return Vec::new() };
    let sentence = report.sentence(report.sentence_of(figure.span));
    let is_rival = |other: &Figure| {
        let same_kind = other.dimension != Dimension::Count || (counts_same(figure, other) > 0.0 && !states_exclude(figure, other));
        sentence.covers(other.span) && other.dimension == figure.dimension && same_kind && other != figure
    };
    let place = |at: usize| report.claims.figures.partition_point(|figure| figure.span.start < at);
    let others = (place(sentence.start)..place(sentence.end)).zip(figures_in(report, sentence));
    others.filter(|(_, other)| is_rival(other)).map(|(other, _)| other).collect()
}

/// The figures that begin in a stretch of the body.
fn figures_in<'a>(report: &'a Report<'_>, stretch: Span) -> &'a [Figure] {
    let figures = &report.claims.figures;
    let place = |at: usize| figures.partition_point(|figure| figure.span.start < at);
    figures.get(place(stretch.start)..place(stretch.end)).unwrap_or_default()
}

/// The side that was published later, as far as both days or times tell.
fn later_side(left: Option<Published>, right: Option<Published>) -> Option<Side> {
    let (left, right) = left.zip(right)?;
    let same_day = left.day() == right.day() && (left.time().is_none() || right.time().is_none());
    match left.sort_key().cmp(&right.sort_key()) {
        _ if same_day => None,
        std::cmp::Ordering::Equal => None,
        std::cmp::Ordering::Less => Some(Side::Right),
        std::cmp::Ordering::Greater => Some(Side::Left),
    }
}

/// What else decides whether two figures measure the same.
struct Setting {
    /// How alike their sentences are.
    likeness: f32,
    /// From which likeness on sentences are put together.
    linked_from: f32,
    later: Option<Side>,
}

fn judge(one: &Measured<'_>, other: &Measured<'_>, setting: &Setting) -> Option<Candidate> {
    let told_together = setting.likeness >= setting.linked_from;
    let may_be_one = may_be_compared(one.figure, other.figure) || told_together && has_same_number(one.figure, other.figure);
    if !may_be_one {
        return None;
    }
    let one_matter = one.only_one && other.only_one && matter(one.figure).is_some_and(|ours| matter(other.figure) == Some(ours));
    let named_alike = is_named_alike(one, other);
    let sure = one_matter || named_alike || is_telling(one.figure, other.figure);
    let linked = sure || told_together;
    let (score, slot) = score(one, other, setting.likeness, linked)?;
    let score = if sure { score.max(IN_CONFLICT) } else { score };
    let (verdict, note) = relation(one.figure, other.figure, setting.later);
    let rivalled = !named_alike && (!one.rivals.is_empty() || !other.rivals.is_empty());
    let enough = if verdict == FigureVerdict::Conflict {
        let near = one_matter || named_alike || slot >= LEAST_SLOT;
        // Where the others of a sentence are paired, what is left is the same only if the words say so.
        let left_over = !rivalled || counts_same(one.figure, other.figure) > 0.0 || same_state(one.figure, other.figure) > 0.0;
        let alike = named_alike || heads_agree(one.figure, other.figure, slot) && is_within_reach(one.figure, other.figure);
        let one_bearer = !one.bearers.differ(&other.bearers);
        linked
            && score >= IN_CONFLICT
            && near
            && left_over
            && one_bearer
            && alike
            && is_comparable_exactly(one.figure)
            && states_agree(one, other)
    } else {
        score >= SAME_MEASURE
    };
    enough.then_some(Candidate { left: one.number, right: other.number, score, verdict, note, linked, rivalled })
}

/// Whether the two can measure the same at all.
fn may_be_compared(one: &Figure, other: &Figure) -> bool {
    one.dimension == other.dimension
        && one.base_unit == other.base_unit
        && (one.measures.historical == other.measures.historical || is_telling(one, other))
        && (one.measures.partial == other.measures.partial || one.dimension == Dimension::Percent || is_equal(one, other))
        && !states_exclude(one, other)
        && (one.dimension != Dimension::Count || counts_same(one, other) > 0.0)
}

/// Whether both count so many that it is no accident, whatever nouns they use: `8,400 people` and `8,400 workers`.
fn has_same_number(one: &Figure, other: &Figure) -> bool {
    const NO_ACCIDENT: f64 = 100.0;
    let count = |figure: &Figure| figure.value.middle().filter(|value| *value >= NO_ACCIDENT);
    let counts = one.dimension == Dimension::Count && other.dimension == Dimension::Count && one.base_unit == other.base_unit;
    let same = count(one).zip(count(other)).is_some_and(|(a, b)| (a - b).abs() <= 1e-6 * a);
    counts && same && !states_exclude(one, other)
}

/// Whether the states agree as far as both are known.
fn states_agree(one: &Measured<'_>, other: &Measured<'_>) -> bool {
    let (ours, theirs) = (&one.figure.measures.state, &other.figure.measures.state);
    ours.is_none() || theirs.is_none() || ours == theirs || is_recounted(one.figure)
}

/// So much of the words next to two amounts agree that their nouns need not.
const STRONG_SLOT: f32 = 5.0;

/// Whether the nouns speak for one matter as far as both are known; ages are those of one person only where both say whose, and two things
/// may well fall by per cent in the same words.
fn heads_agree(one: &Figure, other: &Figure, slot: f32) -> bool {
    let known = one.measures.head.is_some() && other.measures.head.is_some();
    let same = counts_same(one, other) > 0.0;
    let told_alike = one.dimension != Dimension::Percent && (same_state(one, other) > 0.0 || slot >= STRONG_SLOT);
    same || one.dimension != Dimension::Age && (!known || told_alike)
}

/// Two values of one matter that are further apart than this are of two matters, unless a magnitude was mistaken.
const REACH: f64 = 20.0;

fn is_within_reach(one: &Figure, other: &Figure) -> bool {
    let Some((a, b)) = one.range.middle().zip(other.range.middle()) else { return true };
    let ratio = a.abs().max(b.abs()) / a.abs().min(b.abs());
    let power = ratio.log10();
    ratio <= REACH || power.is_finite() && (power - power.round()).abs() < 1e-6 && one.dimension != Dimension::Count
}

/// Ranks and results name different things even where the words around them are the same.
fn is_comparable_exactly(figure: &Figure) -> bool {
    !matches!(figure.dimension, Dimension::Rank | Dimension::Score | Dimension::Other(_))
}

/// How sure it is that both measure the same, 0 to 1, and how much the words next to the numbers agree; none when nothing speaks for it.
fn score(one: &Measured<'_>, other: &Measured<'_>, likeness: f32, linked: bool) -> Option<(f32, f32)> {
    let mut slot = 0.0;
    let mut shared = 0;
    let mut seen = FxHashSet::default();
    for (stem, away) in &one.around {
        let there = other.around.iter().filter(|(theirs, _)| theirs == stem).map(|(_, away)| away).min();
        if let Some(theirs) = there.filter(|_| seen.insert(*stem)) {
            slot += NEXT_WORD * (-((away + theirs) as f32 - 2.0) / 8.0).exp();
            shared += 1;
        }
    }
    let dice = 2.0 * shared as f32 / (one.around.len() + other.around.len()).max(1) as f32;
    if !linked && dice < LEAST_SHARED {
        return None;
    }
    let head = match (one.figure.dimension == Dimension::Count, counts_same(one.figure, other.figure)) {
        (true, same) if has_same_number(one.figure, other.figure) => same.max(SAME_NUMBER),
        (true, same) => same,
        (false, same) => same.max(same_state(one.figure, other.figure)).max(0.4),
    };
    let context = (dice / 0.5).max(likeness / 0.6).min(1.0);
    let unmistaken = one.rivals.is_empty() && other.rivals.is_empty() && linked;
    let score = 0.25 * head + 0.35 * (slot / FULL_SLOT).min(1.0) + 0.40 * context + if unmistaken { UNMISTAKEN } else { 0.0 };
    Some((score, slot))
}

fn same_state(one: &Figure, other: &Figure) -> f32 {
    let same = one.measures.state.is_some() && one.measures.state == other.measures.state;
    if same { 1.0 } else { 0.0 }
}

/// Takes back a conflict where one of its values is also given by the other side for what may be the same measure.
fn withdraw(candidates: &mut Vec<Candidate>, ours: &[Measured<'_>], theirs: &[Measured<'_>]) {
    let given =
        |figure: &Figure, side: &[Measured<'_>]| side.iter().any(|m| may_be_compared(figure, m.figure) && is_equal(figure, m.figure));
    candidates.retain(|c| {
        let both = ours.get(c.left).zip(theirs.get(c.right));
        c.verdict != FigureVerdict::Conflict || both.is_some_and(|(one, other)| !given(one.figure, theirs) && !given(other.figure, ours))
    });
}

type Given<'a, 'b> = (&'b [Measured<'a>], &'b Report<'a>);

/// Pairs and one-sided figures in reading order.
fn listed(chosen: &[Candidate], ours: Given<'_, '_>, theirs: Given<'_, '_>) -> Vec<FigurePair> {
    let mut found = Vec::new();
    for one in ours.0 {
        found.push(match chosen.iter().find(|candidate| candidate.left == one.number) {
            Some(candidate) => paired(candidate, one.figure, (ours.1, theirs.1)),
            None => alone(Pair::Left(one.number), FigureVerdict::LeftOnly, one.figure),
        });
    }
    let only = theirs.0.iter().filter(|other| !chosen.iter().any(|candidate| candidate.right == other.number));
    found.extend(only.map(|other| alone(Pair::Right(other.number), FigureVerdict::RightOnly, other.figure)));
    found
}

fn paired(candidate: &Candidate, figure: &Figure, (left, right): (&Report<'_>, &Report<'_>)) -> FigurePair {
    let other = right.claims.figures.get(candidate.right);
    let named = [Some(figure), other].into_iter().flatten().find(|figure| !figure.measures.text.is_empty());
    let measures = named.map(|figure| figure.measures.text.clone()).unwrap_or_default();
    let mut reasons: Vec<Reason> = named.map(|_| Reason::SameMeasure(measures.clone())).into_iter().collect();
    if candidate.linked {
        reasons.push(Reason::AlignedSentences);
    }
    if candidate.verdict == FigureVerdict::Same {
        reasons.push(Reason::SharedFigure(left.words(figure.span).to_owned()));
    }
    FigurePair {
        pair: Pair::Both(candidate.left, candidate.right),
        verdict: candidate.verdict,
        measures,
        score: candidate.score.min(1.0),
        note: candidate.note.clone(),
        reasons,
    }
}

fn alone(pair: Pair<usize>, verdict: FigureVerdict, figure: &Figure) -> FigurePair {
    FigurePair { pair, verdict, measures: figure.measures.text.clone(), score: 0.0, note: None, reasons: Vec::new() }
}

#[cfg(test)]
mod labelled;
#[cfg(test)]
mod tests;
