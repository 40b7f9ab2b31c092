//! The pairs and one-sided figures as the comparison gives them.

use super::candidate::Candidate;
use super::measured::Measured;
use super::relation::Relation;
use crate::article::Published;
use crate::compare::report::Report;
use crate::compare::{FigurePair, FigureVerdict, Pair, Reason, Side};
use crate::extract::Figure;

/// The figures of a report.
pub(super) type Given<'a, 'b> = (&'b [Measured<'a>], &'b Report<'a>);

/// Pairs and one-sided figures in reading order.
pub(super) fn listed(chosen: &[Candidate], ours: Given<'_, '_>, theirs: Given<'_, '_>) -> Vec<FigurePair> {
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
    let Relation { verdict, note, apart, later } = &candidate.relation;
    let times = later.and_then(|later| in_time(later, left.article.published()?, right.article.published()?));
    let notes: Vec<&str> = [note, &times, apart].into_iter().filter_map(Option::as_deref).collect();
    FigurePair {
        pair: Pair::Both(candidate.left, candidate.right),
        verdict: *verdict,
        measures,
        score: candidate.score.min(1.0),
        later: *later,
        note: (!notes.is_empty()).then(|| notes.join(", ")),
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

/// The side that was published later, as far as both days or times tell.
pub(super) fn later_side(left: Option<Published>, right: Option<Published>) -> Option<Side> {
    let (left, right) = left.zip(right)?;
    let same_day = left.day() == right.day() && (left.time().is_none() || right.time().is_none());
    match left.sort_key().cmp(&right.sort_key()) {
        _ if same_day => None,
        std::cmp::Ordering::Equal => None,
        std::cmp::Ordering::Less => Some(Side::Right),
        std::cmp::Ordering::Greater => Some(Side::Left),
    }
}
