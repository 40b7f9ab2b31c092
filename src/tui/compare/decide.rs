//! What the reader decides on the compare screen: two passages tell the same thing, or they do not. Kept by the library, undoable.

use crate::article::ArticleId;
use crate::compare::Side;
use crate::library::{Anchor, Decision, Pairing};
use crate::text::Span;
use crate::tui::catalogue::Change;
use crate::tui::intent::Intent;
use crate::tui::status::Status;

use super::state::Shown;
use super::update::nothing_here;

/// Puts two passages together: those that face each other, or the one marked before and this one; marks a passage that stands alone.
pub(super) fn pin(shown: &mut Shown) -> Vec<Intent> {
    let (left, right) = (shown.passage(Side::Left), shown.passage(Side::Right));
    let two = match (left, right, shown.marked) {
        (_, Some(right), Some((Side::Left, left))) | (Some(left), _, Some((Side::Right, right))) | (Some(left), Some(right), None) => {
            (left, right)
        }
        (Some(left), None, _) => return mark(shown, Side::Left, left),
        (None, Some(right), _) => return mark(shown, Side::Right, right),
        _ => return nothing_here(),
    };
    shown.marked = None;
    vec![decide(shown, two, Decision::Together)]
}

fn mark(shown: &mut Shown, side: Side, span: Span) -> Vec<Intent> {
    shown.marked = Some((side, span));
    vec![Intent::Say(Status::plain("Marked: p on its counterpart puts the two together").hint("Esc gives it up"))]
}

/// Declares two facing passages not to tell the same; what was declared so of one that stands alone is taken back.
pub(super) fn part(shown: &mut Shown) -> Vec<Intent> {
    match (shown.passage(Side::Left), shown.passage(Side::Right)) {
        (Some(left), Some(right)) => vec![decide(shown, (left, right), Decision::Apart)],
        (Some(left), None) => take_back(shown, Side::Left, left),
        (None, Some(right)) => take_back(shown, Side::Right, right),
        (None, None) => nothing_here(),
    }
}

fn take_back(shown: &Shown, side: Side, span: Span) -> Vec<Intent> {
    let is_here = |(pairing, decision): &&(Pairing, Decision)| {
        *decision == Decision::Apart && spans(shown, pairing).is_some_and(|two| side_of(two, side).overlaps(span))
    };
    match shown.reports.decisions.iter().find(is_here) {
        Some((pairing, decision)) => {
            vec![Intent::Change(Change::Decided { pairing: pairing.clone(), before: Some(*decision), after: None })]
        }
        None => vec![Intent::Say(Status::plain("It stands alone").hint("p marks it, to be put together with another"))],
    }
}

/// The change that decides of two passages. What was decided of the same words before gives way: the words need not be cut alike.
fn decide(shown: &Shown, two: (Span, Span), decision: Decision) -> Intent {
    let is_of = |(pairing, _): &&(Pairing, Decision)| {
        spans(shown, pairing).is_some_and(|(left, right)| left.overlaps(two.0) && right.overlaps(two.1))
    };
    let known = shown.reports.decisions.iter().find(is_of);
    let (pairing, before) = known.map_or_else(|| (pairing(shown, two), None), |(pairing, before)| (pairing.clone(), Some(*before)));
    Intent::Change(Change::Decided { pairing, before, after: Some(decision) })
}

fn pairing(shown: &Shown, (left, right): (Span, Span)) -> Pairing {
    let id = |side: Side| -> ArticleId { shown.reports.article(side).id.clone() };
    let anchor = |side: Side, span: Span| Anchor::of(&shown.reports.article(side).body, span);
    Pairing { articles: Side::BOTH.map(id), anchors: [anchor(Side::Left, left), anchor(Side::Right, right)] }
}

/// Where the passages of a decision stand now.
fn spans(shown: &Shown, pairing: &Pairing) -> Option<(Span, Span)> {
    let [left, right] = &pairing.anchors;
    left.find(&shown.reports.left.body).span().zip(right.find(&shown.reports.right.body).span())
}

fn side_of((left, right): (Span, Span), side: Side) -> Span {
    match side {
        Side::Left => left,
        Side::Right => right,
    }
}
