//! Along which side of a thing a length is measured: how thick something is says nothing of how wide it is.

use crate::compare::report::Report;
use crate::extract::{Dimension, Figure};
use crate::text::span::Span;

/// Words for each side of a thing, folded.
const AXES: &[&[&str]] = &[
    &["high", "height", "tall", "elevation", "altitude", "hoch", "höhe", "haut", "hauteur", "altura", "высота", "высотой"],
    &["long", "length", "lang", "länge", "longueur", "largo", "длина", "длиной"],
    &["wide", "width", "across", "diameter", "broad", "breit", "breite", "large", "largeur", "ancho", "ширина", "шириной"],
    &["deep", "depth", "tief", "tiefe", "profondeur", "profundidad", "глубина", "глубиной", "глубине"],
    &["thick", "thickness", "thin", "dick", "dicke", "épaisseur", "espesor", "толщина", "толщиной"],
];

/// How near such a word stands, before a length and after it.
const BEFORE: usize = 3;
const AFTER: usize = 2;

/// The side of the thing, if the words beside a length name it; by its place in the table.
pub(super) fn axis(report: &Report<'_>, figure: &Figure) -> Option<usize> {
    if figure.dimension != Dimension::Distance {
        return None;
    }
    let sentence = report.sentence(report.sentence_of(figure.span));
    let before = report.terms_in(Span::new(sentence.start, figure.span.start.max(sentence.start)));
    let after = report.terms_in(Span::new(figure.span.end, sentence.end.max(figure.span.end)));
    let mut near = after.iter().take(AFTER).chain(before.iter().rev().take(BEFORE));
    near.find_map(|term| AXES.iter().position(|words| words.contains(&term.word.as_str())))
}
