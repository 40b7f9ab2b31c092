//! Pairs the figures of two reports that measure the same thing, and says whether both can be true.

use rustc_hash::FxHashSet;

use super::prior::Bar;
use super::report::Report;
use super::similarity::{Grid, is_content};
use super::{FigurePair, FigureVerdict, Options, Pair, Reason, Side};
use crate::article::Published;
use crate::extract::{Approximation, Dimension, Figure};

/// From here on equal or compatible figures are taken to measure the same.
const SAME_MEASURE: f32 = 0.38;
/// From here on two figures that cannot both be true are called a conflict.
const IN_CONFLICT: f32 = 0.66;
/// Equal values that differ by no more than this share are equal as written.
const EQUAL: f64 = 0.001;
/// What it adds when the sentences are put together and neither has another figure that could be meant.
const UNMISTAKEN: f32 = 0.15;
/// A match of this much surrounding words is a full match.
const FULL_SLOT: f32 = 10.0;
/// What a shared word next to both numbers counts; it counts less with every word between.
const NEXT_WORD: f32 = 3.0;
/// Less of them than this, and the two are about other things.
const LEAST_SLOT: f32 = 2.0;

/// The least share of words around the figures (Dice) in sentences that were not put together.
const LEAST_SHARED: f32 = 0.18;

/// Nouns that count the same things, by stem.
const SAME_THINGS: &[&[&str]] = &[
    &[
        "person", "peopl", "men", "man", "women", "woman", "victim", "civilian", "passeng", "resid", "individu", "other", "human", "life",
        "live",
    ],
    &["dead", "death", "fatal", "toll", "kill", "casualti", "bodi", "victim", "peopl", "person"],
    &["injur", "wound", "hurt", "casualti"],
    &["soldier", "troop", "servicemen", "serviceman", "servicememb", "fighter", "personnel"],
    &["round", "shell", "munit", "ammunit"],
    &["offic", "policemen", "policeman", "polic"],
    &["home", "hous", "household", "properti", "build"],
    &["job", "posit", "role", "employe", "worker", "staff"],
    &["student", "pupil", "child", "children"],
    &["car", "vehicl", "truck"],
    &["plane", "aircraft", "jet", "airplan"],
    &["drone", "uav", "unman"],
];

/// States that exclude each other, by stem: what is counted in one is not counted in another. All are counted anew in the hours and days
/// after an event.
const STATES: &[&[&str]] = &[
    &["kill", "dead", "die", "death", "fatal", "slain", "perish", "toll", "drown"],
    &["injur", "wound", "hurt", "hospit", "hospitalis"],
    &["arrest", "detain", "custodi", "jail", "charg"],
    &["miss", "unaccount"],
    &["evacu", "displac", "homeless", "flee", "fled"],
    &["rescu", "surviv", "save", "aliv"],
];

/// A figure with the words around it.
struct Measured<'a> {
    number: usize,
    figure: &'a Figure,
    sentence: usize,
    /// Whether its sentence has no other figure that could be meant instead.
    alone: bool,
    /// Whether no other figure of its report is of the same matter.
    only_one: bool,
    /// Content stems of its sentence outside the figure, with how many words away they stand.
    around: Vec<(&'a str, usize)>,
}

struct Candidate {
    left: usize,
    right: usize,
    score: f32,
    verdict: FigureVerdict,
    note: Option<String>,
    linked: bool,
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
        let rank = |c: &Candidate| matches!(c.verdict, FigureVerdict::Conflict);
        rank(a).cmp(&rank(b)).then(b.score.total_cmp(&a.score)).then((a.left + a.right, a.left).cmp(&(b.left + b.right, b.left)))
    });
    let (mut left_taken, mut right_taken): (FxHashSet<usize>, FxHashSet<usize>) = Default::default();
    candidates.retain(|c| {
        let free = !left_taken.contains(&c.left) && !right_taken.contains(&c.right);
        free && left_taken.insert(c.left) && right_taken.insert(c.right)
    });
    listed(&candidates, (&ours, left), (&theirs, right))
}

fn measured<'a>(report: &'a Report<'_>) -> Vec<Measured<'a>> {
    let figures = report.claims.figures.iter().enumerate();
    figures
        .map(|(number, figure)| {
            let sentence = report.sentence_of(figure.span);
            let terms = report.terms_in(report.sentence(sentence));
            let first = terms.iter().position(|term| term.span.end > figure.span.start).unwrap_or(0);
            let last = terms.iter().rposition(|term| term.span.start < figure.span.end).unwrap_or(first);
            let content = terms.iter().enumerate().filter(|(at, term)| (*at < first || *at > last) && is_content(term));
            let around = content.map(|(at, term)| (term.stem.as_str(), if at < first { first - at } else { at - last })).collect();
            Measured { number, figure, sentence, alone: is_alone(report, figure), only_one: is_only_one(report, figure), around }
        })
        .collect()
}

/// Whether no other figure of its sentence could be the one that the other report gives.
fn is_alone(report: &Report<'_>, figure: &Figure) -> bool {
    let sentence = report.sentence(report.sentence_of(figure.span));
    let rival = |other: &&Figure| {
        let same_kind = other.dimension != Dimension::Count || (counts_same(figure, other) > 0.0 && !states_exclude(figure, other));
        sentence.covers(other.span) && other.dimension == figure.dimension && same_kind
    };
    report.claims.figures.iter().filter(rival).all(|other| other == figure)
}

/// What a figure is of, where an event has but one such: how long its talks lasted, how many people it killed. Such figures are held
/// against each other in whatever sentences they stand.
fn matter(figure: &Figure) -> Option<(&Dimension, &str, &str)> {
    let measures = &figure.measures;
    let (head, state) = (measures.head.as_deref()?, measures.state.as_deref()?);
    let whole = !measures.partial && !measures.historical;
    let is_toll = || SAME_THINGS.iter().take(1).any(|people| people.contains(&head)) && STATES.iter().any(|group| group.contains(&state));
    match figure.dimension {
        Dimension::Duration if whole => Some((&figure.dimension, head, state)),
        Dimension::Count if whole && is_toll() => Some((&figure.dimension, "people", state)),
        _ => None,
    }
}

fn is_only_one(report: &Report<'_>, figure: &Figure) -> bool {
    matter(figure).is_some_and(|ours| report.claims.figures.iter().filter(|other| matter(other) == Some(ours)).count() == 1)
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
    if !may_be_compared(one.figure, other.figure) {
        return None;
    }
    let one_matter = one.only_one && other.only_one && matter(one.figure).is_some_and(|ours| matter(other.figure) == Some(ours));
    let linked = one_matter || setting.likeness >= setting.linked_from;
    let (score, slot) = score(one, other, setting.likeness, linked)?;
    let score = if one_matter { score.max(IN_CONFLICT) } else { score };
    let (verdict, note) = relation(one.figure, other.figure, setting.later);
    let enough = if verdict == FigureVerdict::Conflict {
        let near = one_matter || slot >= LEAST_SLOT;
        linked && score >= IN_CONFLICT && near && is_comparable_exactly(one.figure) && measures_agree(one, other)
    } else {
        score >= SAME_MEASURE
    };
    enough.then_some(Candidate { left: one.number, right: other.number, score, verdict, note, linked })
}

/// Whether the two can measure the same at all.
fn may_be_compared(one: &Figure, other: &Figure) -> bool {
    one.dimension == other.dimension
        && one.base_unit == other.base_unit
        && one.measures.historical == other.measures.historical
        && (one.measures.partial == other.measures.partial || one.dimension == Dimension::Percent)
        && !states_exclude(one, other)
        && (one.dimension != Dimension::Count || counts_same(one, other) > 0.0)
}

/// Whether nothing speaks against a conflict: no other figure beside either could be meant, and their states agree as far as both are
/// known.
fn measures_agree(one: &Measured<'_>, other: &Measured<'_>) -> bool {
    let (ours, theirs) = (&one.figure.measures.state, &other.figure.measures.state);
    let states = ours.is_none() || theirs.is_none() || ours == theirs || is_recounted(one.figure);
    states && one.alone && other.alone
}

/// Ranks and results name different things even where the words around them are the same.
fn is_comparable_exactly(figure: &Figure) -> bool {
    !matches!(figure.dimension, Dimension::Rank | Dimension::Score | Dimension::Other(_))
}

fn states_exclude(one: &Figure, other: &Figure) -> bool {
    let state = |figure: &Figure| stems(figure).find_map(|stem| STATES.iter().position(|group| group.contains(&stem)));
    state(one).zip(state(other)).is_some_and(|(one, other)| one != other)
}

/// How well the counted things agree, 0 to 1.
fn counts_same(one: &Figure, other: &Figure) -> f32 {
    let (Some(a), Some(b)) = (one.measures.head.as_deref(), other.measures.head.as_deref()) else { return 0.0 };
    let in_one_group = || SAME_THINGS.iter().any(|group| group.contains(&a) && group.contains(&b));
    if a == b {
        1.0
    } else if in_one_group() {
        0.8
    } else {
        0.0
    }
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
        (true, same) => same,
        (false, same) => same.max(same_state(one.figure, other.figure)).max(0.4),
    };
    let context = (dice / 0.5).max(likeness / 0.6).min(1.0);
    let unmistaken = one.alone && other.alone && linked;
    let score = 0.25 * head + 0.35 * (slot / FULL_SLOT).min(1.0) + 0.40 * context + if unmistaken { UNMISTAKEN } else { 0.0 };
    Some((score, slot))
}

fn same_state(one: &Figure, other: &Figure) -> f32 {
    let same = one.measures.state.is_some() && one.measures.state == other.measures.state;
    if same { 1.0 } else { 0.0 }
}

/// Whether both can be true, and why where it is not plain.
fn relation(one: &Figure, other: &Figure, later: Option<Side>) -> (FigureVerdict, Option<String>) {
    let note = |text: &str| Some(text.to_owned());
    let open = |figure: &Figure| figure.range.min.is_none() || figure.range.max.is_none();
    if is_equal(one, other) {
        return (FigureVerdict::Same, None);
    }
    if rounds_to(one, other) || rounds_to(other, one) {
        return (FigureVerdict::Compatible, note("equal when rounded"));
    }
    if overlap(one, other) {
        let why = match (open(one) || open(other), one.approximation, other.approximation) {
            (true, ..) => "one side gives a bound",
            (_, Approximation::Range, _) | (_, _, Approximation::Range) => "the ranges overlap",
            (_, Approximation::Exact, Approximation::Exact) => "equal when rounded",
            _ => "one side gives it roughly",
        };
        return (FigureVerdict::Compatible, note(why));
    }
    if later.is_some() && is_recounted(one) && is_recounted(other) && (may_shrink(one) || larger(one, other) == later) {
        return (FigureVerdict::Compatible, note("a later count"));
    }
    (FigureVerdict::Conflict, ratio(one, other))
}

/// Whether a round number stands for a far more exact one, cut off rather than rounded: $43 million for $43,885,310.
fn rounds_to(round: &Figure, exact: &Figure) -> bool {
    const FAR_MORE: f64 = 10.0;
    let width = |figure: &Figure| figure.range.min.zip(figure.range.max).map(|(min, max)| max - min);
    let (Some(wide), Some(narrow)) = (width(round), width(exact)) else { return false };
    let middles = round.range.middle().zip(exact.range.middle());
    round.approximation == Approximation::Exact && wide > FAR_MORE * narrow && middles.is_some_and(|(a, b)| (a - b).abs() < wide)
}

/// Whether some value is allowed by both, and not just the border between them: 47 and 48 pages are not the same when rounded.
fn overlap(one: &Figure, other: &Figure) -> bool {
    let touches = |a: Option<f64>, b: Option<f64>| a.zip(b).is_some_and(|(a, b)| (a - b).abs() <= EQUAL * a.abs().max(b.abs()));
    let exact = one.approximation == Approximation::Exact && other.approximation == Approximation::Exact;
    let border = touches(one.range.max, other.range.min) || touches(other.range.max, one.range.min);
    one.range.meets(other.range) && !(exact && border)
}

/// Whether the written values are the same once units are converted.
fn is_equal(one: &Figure, other: &Figure) -> bool {
    let same = |a: f64, b: f64| (a - b).abs() <= EQUAL * a.abs().max(b.abs());
    let closed = one.range.min.is_some() == other.range.min.is_some() && one.range.max.is_some() == other.range.max.is_some();
    let is_range = |figure: &Figure| figure.approximation == Approximation::Range;
    let ends = || is_range(one) == is_range(other);
    // The middle of what `almost 40` allows is no number that anybody wrote.
    let is_centred = |figure: &Figure| matches!(figure.approximation, Approximation::Exact | Approximation::About | Approximation::Range);
    let written = one.approximation == other.approximation || (is_centred(one) && is_centred(other));
    closed
        && written
        && ends()
        && one.range.middle().zip(other.range.middle()).is_some_and(|(a, b)| same(a, b))
        && (!is_range(one) || one.range.meets(other.range))
}

/// Whether it counts what is counted anew as time passes: the dead, the injured, the arrested, the missing.
fn is_recounted(figure: &Figure) -> bool {
    stems(figure).any(|stem| STATES.iter().any(|group| group.contains(&stem)))
}

/// Whether a later count may be smaller: the missing are found, the evacuated return.
fn may_shrink(figure: &Figure) -> bool {
    const SHRINKING: &[&str] = &["miss", "unaccount", "evacu", "displac", "homeless", "hospit", "hospitalis"];
    stems(figure).any(|stem| SHRINKING.contains(&stem))
}

/// The stems that tell the state of what is counted.
fn stems(figure: &Figure) -> impl Iterator<Item = &str> {
    [figure.measures.state.as_deref(), figure.measures.head.as_deref()].into_iter().flatten()
}

fn larger(one: &Figure, other: &Figure) -> Option<Side> {
    let (one, other) = one.range.middle().zip(other.range.middle())?;
    Some(if one > other { Side::Left } else { Side::Right })
}

/// How many times the one value is the other, in words.
fn ratio(one: &Figure, other: &Figure) -> Option<String> {
    let (one, other) = one.range.middle().zip(other.range.middle())?;
    let (less, more) = (one.abs().min(other.abs()), one.abs().max(other.abs()));
    (less > 0.0).then(|| format!("{:.1} times", more / less))
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
            Some(candidate) => paired(candidate, one.figure, ours.1),
            None => alone(Pair::Left(one.number), FigureVerdict::LeftOnly, one.figure),
        });
    }
    let only = theirs.0.iter().filter(|other| !chosen.iter().any(|candidate| candidate.right == other.number));
    found.extend(only.map(|other| alone(Pair::Right(other.number), FigureVerdict::RightOnly, other.figure)));
    found
}

fn paired(candidate: &Candidate, figure: &Figure, left: &Report<'_>) -> FigurePair {
    let mut reasons = vec![Reason::SameMeasure(figure.measures.text.clone())];
    if candidate.linked {
        reasons.push(Reason::AlignedSentences);
    }
    if candidate.verdict == FigureVerdict::Same {
        reasons.push(Reason::SharedFigure(left.words(figure.span).to_owned()));
    }
    FigurePair {
        pair: Pair::Both(candidate.left, candidate.right),
        verdict: candidate.verdict,
        measures: figure.measures.text.clone(),
        score: candidate.score.min(1.0),
        note: candidate.note.clone(),
        reasons,
    }
}

fn alone(pair: Pair<usize>, verdict: FigureVerdict, figure: &Figure) -> FigurePair {
    FigurePair { pair, verdict, measures: figure.measures.text.clone(), score: 0.0, note: None, reasons: Vec::new() }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::extract::{Interval, Measures};
    use crate::text::span::Span;

    /// A figure as the extraction would give it: value, how it is meant, head noun, state.
    fn figure(range: (Option<f64>, Option<f64>), approximation: Approximation, head: &str, state: &str) -> Figure {
        let interval = Interval { min: range.0, max: range.1 };
        let stem = |text: &str| (!text.is_empty()).then(|| text.to_owned());
        Figure {
            span: Span::new(0, 0),
            number: Span::new(0, 0),
            value: interval,
            range: interval,
            unit: None,
            base_unit: None,
            dimension: Dimension::Count,
            approximation,
            measures: Measures { head: stem(head), state: stem(state), ..Measures::default() },
        }
    }

    fn exact(value: f64, head: &str, state: &str) -> Figure {
        figure((Some(value - 0.5), Some(value + 0.5)), Approximation::Exact, head, state)
    }

    #[test]
    fn both_can_be_true_or_not() {
        use FigureVerdict::{Compatible, Conflict, Same};
        let at_least = |value| figure((Some(value), None), Approximation::AtLeast, "peopl", "kill");
        let about = |value: f64| figure((Some(value * 0.9), Some(value * 1.1)), Approximation::About, "hour", "last");
        let range = |min, max| figure((Some(min), Some(max)), Approximation::Range, "hour", "last");
        for (one, other, later, want) in [
            (exact(12.0, "peopl", "kill"), exact(12.0, "peopl", "kill"), None, Same),
            (about(2.0), about(2.0), None, Same),
            (at_least(60.0), exact(84.0, "peopl", "kill"), None, Compatible),
            (at_least(60.0), exact(40.0, "peopl", "kill"), None, Conflict),
            (figure((Some(36.0), Some(40.0)), Approximation::Nearly, "million", "cost"), exact(38.0, "million", "cost"), None, Compatible),
            (range(4.0, 5.0), about(2.0), None, Conflict),
            (range(4.0, 5.0), range(5.0, 6.0), None, Compatible),
            (exact(12.0, "peopl", "kill"), exact(19.0, "peopl", "kill"), Some(Side::Right), Compatible),
            (exact(19.0, "peopl", "kill"), exact(12.0, "peopl", "kill"), Some(Side::Right), Conflict),
            (exact(12.0, "peopl", "kill"), exact(19.0, "peopl", "kill"), None, Conflict),
            (exact(30.0, "peopl", "miss"), exact(11.0, "peopl", "miss"), Some(Side::Right), Compatible),
            (
                figure((Some(42.5e6), Some(43.5e6)), Approximation::Exact, "tax", "paid"),
                exact(43_885_310.0, "tax", "paid"),
                None,
                Compatible,
            ),
            (exact(48.0, "page", ""), exact(47.0, "page", ""), Some(Side::Right), Conflict),
        ] {
            assert_eq!(relation(&one, &other, later).0, want, "{one:?}\n{other:?}");
        }
    }

    #[test]
    fn an_event_has_one_toll_and_its_talks_one_length() {
        let killed = exact(12.0, "peopl", "kill");
        assert_eq!(matter(&killed), matter(&exact(23.0, "person", "kill")));
        assert_ne!(matter(&killed), matter(&exact(23.0, "peopl", "miss")));
        assert_eq!(matter(&exact(12.0, "hous", "kill")), None);
        let lasting = |head: &str| Figure { dimension: Dimension::Duration, ..exact(7200.0, head, "last") };
        assert!(matter(&lasting("talk")).is_some() && matter(&lasting("talk")) != matter(&lasting("storm")));
        let mut earlier = killed;
        earlier.measures.historical = true;
        assert_eq!(matter(&earlier), None);
    }

    #[test]
    fn gates_keep_other_things_apart() {
        let killed = exact(12.0, "peopl", "kill");
        assert!(may_be_compared(&killed, &exact(14.0, "victim", "dead")));
        assert!(!may_be_compared(&killed, &exact(14.0, "peopl", "injur")));
        assert!(!may_be_compared(&killed, &exact(14.0, "hous", "kill")));
        let mut of_another_year = exact(14.0, "peopl", "kill");
        of_another_year.measures.historical = true;
        assert!(!may_be_compared(&killed, &of_another_year));
        let mut money = exact(14.0, "peopl", "kill");
        money.dimension = Dimension::Money("USD".to_owned());
        assert!(!may_be_compared(&killed, &money));
    }

    #[test]
    fn a_day_alone_does_not_tell_which_came_later() {
        let at = |text: &str| Published::parse(text);
        assert_eq!(later_side(at("2024-05-01"), at("2024-05-02T08:00:00Z")), Some(Side::Right));
        assert_eq!(later_side(at("2024-05-02"), at("2024-05-02T08:00:00Z")), None);
        assert_eq!(later_side(at("2024-05-02T09:00:00Z"), at("2024-05-02T08:00:00Z")), Some(Side::Left));
        assert_eq!(later_side(None, at("2024-05-02")), None);
    }
}
