//! A figure with the words around it: what tells it from the other figures of its report.

use rustc_hash::{FxHashMap, FxHashSet};

use super::super::features::is_content;
use super::super::report::Report;
use super::axis::axis;
use super::bearer::{Bearers, bearers, mentions};
use super::matter::{Matter, counts_same, matter, states_exclude};
use crate::extract::{Dimension, Figure};
use crate::text::calendar::weekday;
use crate::text::span::{Span, after};

/// A figure with the words around it.
#[expect(clippy::struct_excessive_bools, reason = "each is a ground of its own")]
pub(super) struct Measured<'a> {
    pub(super) number: usize,
    pub(super) figure: &'a Figure,
    pub(super) sentence: usize,
    /// The other figures of its sentence that could be meant instead.
    pub(super) rivals: Vec<usize>,
    /// What it is of, where an event has but one such.
    pub(super) matter: Option<Matter<'a>>,
    /// Whether it is the first of its report that is of its matter.
    pub(super) leads: bool,
    /// Whether no other figure of its report gives another value of the same matter.
    pub(super) only_one: bool,
    /// How many other figures of its report count or measure the same kind of thing, with another value.
    pub(super) alike: usize,
    /// Along which side of a thing a length is measured, where the words beside it say so.
    pub(super) axis: Option<usize>,
    /// The stem of the word to which a count is joined, so that it counts no more than that: `game` in `a six-game loss`.
    pub(super) joined: Option<&'a str>,
    /// Whether it is a time back from the day of the report: it says the same only in reports of one day.
    pub(super) is_time_ago: bool,
    /// The weekdays that its sentence names, one bit each.
    pub(super) weekdays: u8,
    /// Whether its report takes for granted which one is meant: `the 48-page indictment`.
    pub(super) is_definite: bool,
    /// Whose it is, as far as the words before it tell.
    pub(super) bearers: Bearers<'a>,
    /// Content stems of its sentence outside the figure, with how many words away they stand.
    pub(super) around: Vec<(&'a str, usize)>,
    /// Those that stand beside it, before and after, nearer than any other figure of its kind.
    pub(super) beside: [FxHashSet<&'a str>; 2],
}

/// The figures of a report, each with the words around it.
pub(super) fn measured<'a>(report: &'a Report<'_>) -> Vec<Measured<'a>> {
    let figures = report.claims.figures.iter().enumerate();
    let mentions = mentions(report);
    // The first figure of each matter, and whether all others give the same value.
    let mut of_matter: FxHashMap<Matter<'a>, (usize, bool)> = FxHashMap::default();
    let matter = |figure: &'a Figure| matter(figure, figure.measures.span.map_or("", |span| report.words(span)));
    for (number, found) in report.claims.figures.iter().enumerate().filter_map(|(number, figure)| Some((number, matter(figure)?))) {
        let (first, one_value) = of_matter.entry(found).or_insert((number, true));
        *one_value &=
            report.claims.figures.get(*first).map(|first| first.range) == report.claims.figures.get(number).map(|other| other.range);
    }
    figures
        .map(|(number, figure)| {
            let sentence = report.sentence_of(figure.span);
            let terms = report.terms_in(report.sentence(sentence));
            let first = terms.iter().position(|term| term.span.end > figure.span.start).unwrap_or(0);
            let last = terms.iter().rposition(|term| term.span.start < figure.span.end).unwrap_or(first);
            let content = terms.iter().enumerate().filter(|(at, term)| (*at < first || *at > last) && is_content(term));
            let around = content.map(|(at, term)| (term.stem.as_str(), if at < first { first - at } else { at - last })).collect();
            let beside = beside(report, figure);
            let matter = matter(figure);
            let known = matter.as_ref().and_then(|matter| of_matter.get(matter));
            Measured {
                number,
                figure,
                sentence,
                rivals: rivals(report, number),
                alike: alike(report, figure),
                axis: axis(report, figure),
                joined: joined(report, figure),
                is_time_ago: is_time_ago(report, figure),
                weekdays: terms.iter().filter_map(|term| weekday(&term.word)).fold(0, |days, day| days | 1 << day),
                is_definite: first.checked_sub(1).and_then(|at| terms.get(at)).is_some_and(|term| DEFINITE.contains(&term.word.as_str())),
                bearers: bearers(report, figure, &mentions),
                leads: known.is_some_and(|(first, _)| *first == number),
                only_one: known.is_some_and(|(_, one_value)| *one_value),
                matter,
                around,
                beside,
            }
        })
        .collect()
}

/// Words before what is known already.
const DEFINITE: &[&str] = &["the", "this", "that", "its", "his", "her", "their"];

/// Figures of a report that are looked at for others of their kind.
const MOST_ALIKE: usize = 200;

fn alike(report: &Report<'_>, figure: &Figure) -> usize {
    let is_alike = |other: &&Figure| {
        if figure.dimension != other.dimension || figure.range == other.range {
            return false;
        }
        let heads = [figure, other].map(|figure| figure.measures.head.as_deref());
        let of_one_kind = if figure.dimension == Dimension::Count { counts_same(figure, other) > 0.0 } else { heads[0] == heads[1] };
        of_one_kind && !states_exclude(figure, other)
    };
    report.claims.figures.iter().take(MOST_ALIKE).filter(is_alike).count()
}

fn joined<'a>(report: &'a Report<'_>, figure: &Figure) -> Option<&'a str> {
    let behind = figure.number.end;
    let is_joined = figure.dimension == Dimension::Count && after(report.article.body.text(), behind).starts_with(['-', '‐']);
    let sentence = report.sentence(report.sentence_of(figure.span));
    let next = report.terms_in(Span::new(behind, sentence.end.max(behind))).first();
    next.filter(|_| is_joined).map(|term| term.stem.as_str())
}

fn is_time_ago(report: &Report<'_>, figure: &Figure) -> bool {
    let sentence = report.sentence(report.sentence_of(figure.span));
    let next = report.terms_in(Span::new(figure.span.end, sentence.end.max(figure.span.end))).first();
    // `lasted three hours before they left` is a length.
    let is_length = figure.measures.state.as_deref() == Some("last");
    figure.dimension == Dimension::Duration
        && !is_length
        && next.is_some_and(|term| matches!(term.word.as_str(), "ago" | "earlier" | "later" | "before"))
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
pub(super) fn is_named_alike(one: &Measured<'_>, other: &Measured<'_>) -> bool {
    let has_one_value = matches!(one.figure.dimension, Dimension::Money(_) | Dimension::Distance | Dimension::Area | Dimension::Mass);
    let mut sides = one.beside.iter().zip(&other.beside);
    has_one_value && sides.any(|(ours, theirs)| is_one_phrase(ours, theirs)) || is_known_compound(one, other)
}

/// Whether the same words stand right behind both figures, whatever name stands before them.
pub(super) fn is_named_alike_behind(one: &Measured<'_>, other: &Measured<'_>) -> bool {
    is_one_phrase(&one.beside[1], &other.beside[1])
}

fn is_one_phrase(ours: &FxHashSet<&str>, theirs: &FxHashSet<&str>) -> bool {
    let shared = ours.intersection(theirs).count();
    shared >= NAMED_ALIKE && shared as f32 >= MOSTLY * ours.len().min(theirs.len()) as f32
}

/// Whether both are of the one thing of their kind that either report takes for known: `the 48-page indictment`, `a 47-page indictment`.
///
/// Years beside it tell of what is in it.
pub(super) fn is_known_compound(one: &Measured<'_>, other: &Measured<'_>) -> bool {
    let (ours, theirs) = (one.figure, other.figure);
    let of_one_head = ours.measures.head.is_some() && ours.measures.head == theirs.measures.head;
    let of_one_thing = one.joined.is_some() && one.joined == other.joined && of_one_head && ours.base_unit == theirs.base_unit;
    of_one_thing && (one.is_definite || other.is_definite) && one.alike == 0 && other.alike == 0
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
