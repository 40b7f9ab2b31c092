//! Pairs the figures of two reports that measure the same thing.

mod anchor;
mod bearer;
mod matter;
mod measured;
mod relation;
mod since;
#[cfg(test)]
mod specimen;

use rustc_hash::{FxHashMap, FxHashSet};

pub(super) use anchor::{Anchor, anchors};
pub(super) use since::add_lengths_since;

use anchor::TELLING;
use matter::{counts_same, is_recounted, states_exclude};
use measured::{Measured, is_named_alike, measured};
use relation::{Relation, is_equal, relation};

use super::align::FIRM;
use super::grid::Grid;
use super::prior::Bar;
use super::report::Report;
use super::{FigurePair, FigureVerdict, Options, Pair, Reason, Side};
use crate::article::Published;
use crate::extract::{Approximation, Dimension, Figure};

/// From here on equal or compatible figures are taken to measure the same.
const SAME_MEASURE: f32 = 0.38;
/// From here on two figures that cannot both be true are called a conflict.
const IN_CONFLICT: f32 = 0.66;
/// From here on it is so sure that the sentences of the two are put together where they have no other counterpart.
const SURE_MEASURE: f32 = 0.70;
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

struct Candidate {
    left: usize,
    right: usize,
    score: f32,
    relation: Relation,
    linked: bool,
    /// Whether both lead their reports on a matter of which an event has but one.
    leading: bool,
    /// Whether other figures could be meant instead, unless they are paired with each other.
    rivalled: bool,
}

impl Candidate {
    /// What is paired first: what can be true together, and of that what leads both reports, then what is the same.
    fn rank(&self) -> (bool, f32) {
        const SAME_VALUE: f32 = 0.2;
        const LEADING: f32 = 1.0;
        let same = if self.verdict() == FigureVerdict::Same { SAME_VALUE } else { 0.0 };
        (self.verdict() == FigureVerdict::Conflict, self.score + same + if self.leading { LEADING } else { 0.0 })
    }

    fn verdict(&self) -> FigureVerdict {
        self.relation.verdict
    }
}

/// All figures of both sides, paired where they measure the same: the left report's order, then what only the right one has.
pub(super) fn pair_figures(
    sides: &(Report<'_>, Report<'_>),
    found: &[Anchor],
    grid: &Grid<f32>,
    bar: Bar,
    options: &Options,
) -> Vec<FigurePair> {
    let (left, right) = sides;
    let (ours, theirs) = (measured(left), measured(right));
    let anchored: FxHashMap<(usize, usize), f32> = found.iter().map(|anchor| ((anchor.left, anchor.right), anchor.gain)).collect();
    let later = later_side(left.article.published(), right.article.published());
    let mut candidates: Vec<Candidate> = Vec::new();
    for one in &ours {
        for other in theirs.iter().filter(|other| !options.rejects(one.figure.span, other.figure.span)) {
            candidates.extend(judge(
                one,
                other,
                &Setting {
                    likeness: grid.get(one.sentence, other.sentence),
                    linked_from: bar.least,
                    later,
                    anchored: anchored.get(&(one.number, other.number)).copied(),
                },
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
            || c.verdict() != FigureVerdict::Conflict
            || !rivals(&ours, c.left, &left_taken) && !rivals(&theirs, c.right, &right_taken);
        free && unrivalled && left_taken.insert(c.left) && right_taken.insert(c.right)
    });
    drop_other_scopes(&mut candidates, &ours, &theirs);
    let again = given_again(&candidates, &ours, &theirs, options);
    candidates.extend(again);
    listed(&candidates, (&ours, left), (&theirs, right))
}

/// The sentences of figures that are surely of one measure, the surest first.
pub(super) fn sure_sentences(sides: &(Report<'_>, Report<'_>), figures: &[FigurePair]) -> Vec<(usize, usize)> {
    let mut sure: Vec<&FigurePair> = figures.iter().filter(|pair| pair.score >= SURE_MEASURE).collect();
    let place = |pair: &FigurePair| pair.pair.side(Side::Left).unwrap_or_default() + pair.pair.side(Side::Right).unwrap_or_default();
    sure.sort_by(|a, b| b.score.total_cmp(&a.score).then(place(a).cmp(&place(b))));
    let sentences = |pair: &&FigurePair| {
        let Pair::Both(one, other) = pair.pair else { return None };
        let (one, other) = (sides.0.claims.figures.get(one)?, sides.1.claims.figures.get(other)?);
        Some((sides.0.sentence_of(one.span), sides.1.sentence_of(other.span)))
    };
    sure.iter().filter_map(sentences).collect()
}

/// Two sentences in which several figures differ and none agrees tell of two things: one player's year at one club and at two. Tolls may
/// all grow at once.
fn drop_other_scopes(chosen: &mut Vec<Candidate>, ours: &[Measured<'_>], theirs: &[Measured<'_>]) {
    let sentences = |c: &Candidate| Some((ours.get(c.left)?.sentence, theirs.get(c.right)?.sentence));
    let is_alarm =
        |c: &Candidate| c.verdict() == FigureVerdict::Conflict && ours.get(c.left).is_some_and(|figure| !is_recounted(figure.figure));
    let mut told: FxHashMap<(usize, usize), (usize, usize)> = FxHashMap::default();
    for candidate in chosen.iter() {
        let Some((alarms, agreements)) = sentences(candidate).map(|place| told.entry(place).or_default()) else { continue };
        if is_alarm(candidate) {
            *alarms += 1;
        } else {
            *agreements += 1;
        }
    }
    let of_two_things = |place| told.get(&place).is_some_and(|(alarms, agreements)| *alarms > 1 && *agreements == 0);
    chosen.retain(|c| !(is_alarm(c) && sentences(c).is_some_and(of_two_things)));
}

/// Figures left over that repeat what the other side gives of the same matter, such as the toll of the evening before beside today's.
fn given_again(chosen: &[Candidate], ours: &[Measured<'_>], theirs: &[Measured<'_>], options: &Options) -> Vec<Candidate> {
    let left: FxHashSet<usize> = chosen.iter().map(|candidate| candidate.left).collect();
    let right: FxHashSet<usize> = chosen.iter().map(|candidate| candidate.right).collect();
    let mut again = Vec::new();
    for one in ours.iter().filter(|one| one.matter.is_some()) {
        for other in theirs.iter().filter(|other| other.matter == one.matter) {
            let left_over = !left.contains(&one.number) || !right.contains(&other.number);
            if left_over && is_equal(one.figure, other.figure) && !options.rejects(one.figure.span, other.figure.span) {
                again.push(Candidate {
                    left: one.number,
                    right: other.number,
                    score: SAME_MEASURE,
                    relation: relation(one.figure, other.figure, None),
                    linked: false,
                    leading: false,
                    rivalled: false,
                });
            }
        }
    }
    again
}

/// Whether two equal values are of one matter wherever they stand: the nouns agree, and the value is no round or small one that many
/// things have.
fn is_telling(one: &Figure, other: &Figure) -> bool {
    // `She was 84.` and `died at the age of 84`: whose age it is, the words beside it do not say.
    if one.dimension == Dimension::Age {
        let is_anybodys = |figure: &Figure| figure.measures.head.as_deref().is_none_or(|head| head == "age");
        return is_equal(one, other) && (is_anybodys(one) || is_anybodys(other));
    }
    let digits =
        |value: f64| format!("{value:e}").split('e').next().map_or(0, |digits| digits.chars().filter(char::is_ascii_digit).count());
    let written = |figure: &Figure| figure.range.middle().map_or(0, |value| digits((value * 1e6).round() / 1e6));
    let has_unit = !matches!(one.dimension, Dimension::Count | Dimension::Age | Dimension::Duration | Dimension::Ratio);
    has_unit && written(one).max(written(other)) >= 2 && counts_same(one, other) > 0.0 && is_equal(one, other)
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
    /// How telling their agreement is, where it is hardly by chance.
    anchored: Option<f32>,
}

fn judge(one: &Measured<'_>, other: &Measured<'_>, setting: &Setting) -> Option<Candidate> {
    let told_together = setting.likeness >= setting.linked_from;
    let may_be_one = may_be_compared(one.figure, other.figure) || told_together && has_same_number(one.figure, other.figure);
    if !may_be_one && setting.anchored.is_none() {
        return None;
    }
    let one_matter = one.matter.is_some() && one.matter == other.matter;
    // Far from one another, tolls can be of two days or two places, but not the tolls with which both reports begin.
    let near = told_together || !is_recounted(one.figure) || one.sentence.max(other.sentence) < LEAD;
    let (leading, alone) = (one_matter && one.leads && other.leads, one_matter && near && one.only_one && other.only_one);
    let named_alike = is_named_alike(one, other);
    let sure = alone || named_alike || is_telling(one.figure, other.figure);
    let relation = relation(one.figure, other.figure, setting.later);
    let agree = relation.verdict != FigureVerdict::Conflict;
    let linked = sure || told_together || agree && (leading || setting.anchored.is_some());
    let (score, slot) = score(one, other, setting.likeness, linked)?;
    let score = if sure || agree && leading { score.max(SURE_MEASURE) } else { score };
    let rivalled = !named_alike && (!one.rivals.is_empty() || !other.rivals.is_empty());
    let enough = if agree {
        score >= SAME_MEASURE || setting.anchored.is_some()
    } else {
        let proof = Proof { alone, named_alike, told_together, firm: setting.likeness >= FIRM, slot, rivalled };
        linked && score >= IN_CONFLICT && proof.suffices(one, other)
    };
    let score = match setting.anchored {
        Some(gain) if gain >= TELLING => score.max(SURE_MEASURE),
        Some(_) => score.max(SAME_MEASURE),
        None => score,
    };
    enough.then_some(Candidate { left: one.number, right: other.number, score, relation, linked, leading: leading && agree, rivalled })
}

/// Whether the two can measure the same at all.
fn may_be_compared(one: &Figure, other: &Figure) -> bool {
    one.dimension == other.dimension
        && (one.base_unit == other.base_unit || lacks_rate(one, other))
        && (one.measures.historical == other.measures.historical || is_telling(one, other))
        && (one.measures.partial == other.measures.partial || one.dimension == Dimension::Percent || is_equal(one, other))
        && !states_exclude(one, other)
        && (one.dimension != Dimension::Count || counts_same(one, other) > 0.0)
}

/// Whether both count the same things, and one leaves out in how much time: `14 ships a day`, `Fourteen ships use the port every day`.
fn lacks_rate(one: &Figure, other: &Figure) -> bool {
    let rates = [one, other].map(|figure| figure.base_unit.as_deref().map(|unit| unit.starts_with('/')));
    let counts = one.dimension == Dimension::Count && matches!(rates, [None, Some(true)] | [Some(true), None]);
    counts && counts_same(one, other) > 0.0 && is_equal(one, other)
}

/// Whether both count so many that it is no accident, whatever nouns they use: `8,400 people` and `8,400 workers`, `more than 1,800 people`
/// and `1,846 letters`; or things that one word names: `two tugs` and `two tugboats`.
fn has_same_number(one: &Figure, other: &Figure) -> bool {
    const NO_ACCIDENT: f64 = 100.0;
    const ODD: f64 = 13.0;
    let counts = one.dimension == Dimension::Count && other.dimension == Dimension::Count && one.base_unit == other.base_unit;
    let from = |least: f64| one.value.middle().is_some_and(|value| value >= least);
    let near = is_just_above(one, other) || is_just_above(other, one);
    let same = if is_equal(one, other) { from(ODD) || are_kin(one, other) } else { near && from(NO_ACCIDENT) };
    counts && same && !states_exclude(one, other)
}

/// Whether an exact count lies right above a bound: `more than 1,800` and `1,846`.
fn is_just_above(bound: &Figure, exact: &Figure) -> bool {
    const AT_MOST_ABOVE: f64 = 1.1;
    let from_below = matches!(bound.approximation, Approximation::MoreThan | Approximation::AtLeast);
    let values = bound.value.middle().zip(exact.value.middle()).filter(|_| from_below && exact.approximation == Approximation::Exact);
    values.is_some_and(|(least, value)| value >= least && value <= least * AT_MOST_ABOVE)
}

/// Whether the one noun is the beginning of the other, longer one: `tug` and `tugboat`.
fn are_kin(one: &Figure, other: &Figure) -> bool {
    const LEAST_LETTERS: usize = 3;
    let heads = one.measures.head.as_deref().zip(other.measures.head.as_deref());
    heads.is_some_and(|(a, b)| a.len().min(b.len()) >= LEAST_LETTERS && (a.starts_with(b) || b.starts_with(a)))
}

/// The sentences that a report begins with.
const LEAD: usize = 2;

/// What speaks for two values that cannot both be true being of one measure.
#[expect(clippy::struct_excessive_bools, reason = "each is a ground of its own")]
struct Proof {
    /// Whether they are the only ones of their matter in either report.
    alone: bool,
    named_alike: bool,
    /// Whether their sentences are put together, and surely so.
    told_together: bool,
    firm: bool,
    /// How much the words next to the numbers agree.
    slot: f32,
    rivalled: bool,
}

impl Proof {
    /// A false alarm costs more trust than a miss: every ground against one measure counts.
    fn suffices(&self, one: &Measured<'_>, other: &Measured<'_>) -> bool {
        let near = self.alone || self.named_alike || self.slot >= LEAST_SLOT;
        // Where the others of a sentence are paired, what is left is the same only if the words say so.
        let left_over = !self.rivalled || counts_same(one.figure, other.figure) > 0.0 || same_state(one.figure, other.figure) > 0.0;
        let alike = self.named_alike || heads_agree(one.figure, other.figure, self.slot);
        let whole = !(one.figure.measures.partial && other.figure.measures.partial);
        let exact =
            whole && [one, other].iter().all(|side| is_comparable_exactly(side.figure) && !is_vague(side.figure) && !side.is_time_ago);
        near && left_over && alike && exact && self.reaches(one, other) && !one.bearers.differ(&other.bearers) && states_agree(one, other)
    }

    /// Whether the values are near enough for all that speaks for them, and cannot be mistaken for another one of their reports.
    fn reaches(&self, one: &Measured<'_>, other: &Measured<'_>) -> bool {
        let strong = self.firm && self.slot >= STRONG_SLOT;
        let clear = one.alike == 0 && other.alike == 0;
        let Some(ratio) = ratio(one.figure, other.figure) else { return self.named_alike || self.alone || clear || strong };
        let in_one_unit = one.figure.unit == other.figure.unit;
        let mistaken = in_one_unit && one.figure.dimension != Dimension::Count && is_power_of_ten(ratio);
        match (self.named_alike, self.alone) {
            (true, _) => ratio <= REACH || mistaken,
            (_, true) => ratio <= NEAR || self.told_together && ratio <= REACH,
            _ if clear && strong => ratio <= REACH || mistaken,
            _ => (clear || strong) && (ratio <= TWICE || mistaken || strong && ratio <= NEAR),
        }
    }
}

/// Values of one matter are seldom more than twice as large in another report, and hardly ever more than three times, unless a magnitude
/// was mistaken; beyond the last they are of two matters.
const TWICE: f64 = 2.0;
const NEAR: f64 = 3.0;
const REACH: f64 = 20.0;

/// How many times the one is the other; none where one is zero or negative.
fn ratio(one: &Figure, other: &Figure) -> Option<f64> {
    let (a, b) = one.range.middle().zip(other.range.middle())?;
    let ratio = a.abs().max(b.abs()) / a.abs().min(b.abs());
    (a * b > 0.0).then_some(ratio)
}

fn is_power_of_ten(ratio: f64) -> bool {
    let power = ratio.log10();
    power.is_finite() && power > 0.5 && (power - power.round()).abs() < 1e-6
}

/// Whether the words leave the number open by several times: `thousands`, `dozens`.
fn is_vague(figure: &Figure) -> bool {
    const SEVERAL_TIMES: f64 = 3.0;
    let ends = figure.range.min.zip(figure.range.max);
    figure.approximation == Approximation::About && ends.is_some_and(|(min, max)| max > SEVERAL_TIMES * min)
}

/// Whether the states agree; what becomes of people is told by a state or it is not.
fn states_agree(one: &Measured<'_>, other: &Measured<'_>) -> bool {
    let (ours, theirs) = (&one.figure.measures.state, &other.figure.measures.state);
    match (is_recounted(one.figure), is_recounted(other.figure)) {
        (true, true) => true,
        (false, false) => ours.is_none() || theirs.is_none() || ours == theirs,
        _ => false,
    }
}

/// So much of the words next to two amounts agree that their nouns need not.
const STRONG_SLOT: f32 = 5.0;

/// Whether the nouns speak for one matter as far as both are known; ages are those of one person only where both say whose, and two things
/// may well fall by per cent in the same words.
fn heads_agree(one: &Figure, other: &Figure, slot: f32) -> bool {
    let known = one.measures.head.is_some() && other.measures.head.is_some();
    let same = counts_same(one, other) > 0.0;
    let told_alike = one.dimension != Dimension::Percent && (same_state(one, other) > 0.0 || slot >= STRONG_SLOT);
    // What lasts how long must be known.
    let open = !known && one.dimension != Dimension::Duration;
    same || one.dimension != Dimension::Age && (open || told_alike)
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
        c.verdict() != FigureVerdict::Conflict || both.is_some_and(|(one, other)| !given(one.figure, theirs) && !given(other.figure, ours))
    });
}

type Given<'a, 'b> = (&'b [Measured<'a>], &'b Report<'a>);

/// Pairs and one-sided figures in reading order.
fn listed(chosen: &[Candidate], ours: Given<'_, '_>, theirs: Given<'_, '_>) -> Vec<FigurePair> {
    let mut found = Vec::new();
    for one in ours.0 {
        let mut partners: Vec<&Candidate> = chosen.iter().filter(|candidate| candidate.left == one.number).collect();
        partners.sort_by_key(|candidate| candidate.right);
        found.extend(partners.iter().map(|candidate| paired(candidate, one.figure, (ours.1, theirs.1))));
        if partners.is_empty() {
            found.push(alone(Pair::Left(one.number), FigureVerdict::LeftOnly, one.figure));
        }
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
    if candidate.verdict() == FigureVerdict::Same {
        reasons.push(Reason::SharedFigure(left.words(figure.span).to_owned()));
    }
    let Relation { verdict, later, .. } = candidate.relation;
    let times = later.and_then(|later| in_time(later, left.article.published()?, right.article.published()?));
    let note = candidate.relation.note.as_ref().map(|note| times.map_or_else(|| note.clone(), |times| format!("{note}, {times}")));
    FigurePair {
        pair: Pair::Both(candidate.left, candidate.right),
        verdict,
        measures,
        score: candidate.score.min(1.0),
        later,
        note,
        reasons,
    }
}

/// When the earlier and when the later of two counts was published, in words: `19 Nov 18:45, then 20 Nov 07:10`.
fn in_time(later: Side, left: Published, right: Published) -> Option<String> {
    let (first, second) = if later == Side::Right { (left, right) } else { (right, left) };
    let day = |at: Published| at.day().strftime("%-d %b").to_string();
    let shown = |at: Published| at.time().map_or_else(|| day(at), |time| format!("{} {}", day(at), time.strftime("%H:%M")));
    let (first, second) = (shown(first), shown(second));
    (first != second).then(|| format!("{first}, then {second}"))
}

fn alone(pair: Pair<usize>, verdict: FigureVerdict, figure: &Figure) -> FigurePair {
    FigurePair { pair, verdict, measures: figure.measures.text.clone(), score: 0.0, later: None, note: None, reasons: Vec::new() }
}

#[cfg(test)]
mod labelled;
#[cfg(test)]
mod tests;
