//! Two articles -> one comparison: the rows that tell the same thing, and the quotations, figures and names on which they differ.

mod align;
mod differences;
mod evidence;
mod features;
mod figures;
mod grid;
mod kin;
#[cfg(test)]
mod languages;
mod matrix;
mod names;
mod negation;
#[cfg(test)]
mod pitfalls;
mod postings;
mod prior;
mod quotations;
mod refine;
mod report;
mod row;
mod rows;
mod side;
mod similarity;
mod speakers;
#[cfg(test)]
mod training;
mod verdict;
mod wording;

use crate::article::Article;
use crate::event::{self, Signature};
use crate::extract::Claims;
use crate::text::span::Span;

pub use differences::{Counts, Difference, Places, Relation, Subject};
use features::Features;
pub use matrix::{Cell, Matrix, MatrixKind, MatrixRow, claims_of, claims_of_report, matrix, pairs};
use prior::Bar;
pub use report::Prepared;
use report::Report;
pub use row::{Certainty, Reason, Row, RowKind, Segment, SegmentKind};
pub use side::{Pair, Side};
pub use verdict::{FigurePair, FigureVerdict, NamePair, QuotationPair, QuotationVerdict};

/// Whether the two report the same event.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct SameEvent {
    /// The verdict.
    pub likely: bool,
    /// How likely they do, as far as their words tell, 0 to 1.
    pub score: f32,
}

/// Everything two articles agree and differ on. All renderers read this value, none decides.
#[derive(Debug, Clone, PartialEq)]
pub struct Comparison {
    /// What the left article claims.
    pub left: Claims,
    /// What the right article claims.
    pub right: Claims,
    /// Whether both report the same event.
    pub same_event: SameEvent,
    /// The rows in reading order: the left article leads, right-only rows stand where they come in their own report.
    pub rows: Vec<Row>,
    /// Utterances, discrepancies first within the left article's order.
    pub quotations: Vec<QuotationPair>,
    /// Measures.
    pub figures: Vec<FigurePair>,
    /// Names.
    pub names: Vec<NamePair>,
    /// Why a cheaper method was used, where one was.
    pub degraded: Option<String>,
}

impl Comparison {
    /// What a side claims.
    #[must_use]
    pub fn claims(&self, side: Side) -> &Claims {
        match side {
            Side::Left => &self.left,
            Side::Right => &self.right,
        }
    }
}

/// What the user decided, and how much work may be done.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Options {
    /// Passages the user pinned together: spans into the left and the right body.
    pub pinned: Vec<(Span, Span)>,
    /// Passages the user declared unrelated.
    pub rejected: Vec<(Span, Span)>,
}

impl Options {
    /// Whether the user declared unrelated what stands at these two places.
    fn rejects(&self, left: Span, right: Span) -> bool {
        self.rejected.iter().any(|(l, r)| l.overlaps(left) && r.overlaps(right))
    }
}

/// Lays two articles side by side.
#[must_use]
pub fn compare(left: &Article, right: &Article, options: &Options) -> Comparison {
    compare_prepared((&Prepared::of(left), &Prepared::of(right)), options)
}

/// Lays two articles side by side that have been read; of several, each is read once.
#[must_use]
pub fn compare_prepared((left, right): (&Prepared<'_>, &Prepared<'_>), options: &Options) -> Comparison {
    let (mut ours, mut theirs) = (left.claims.clone(), right.claims.clone());
    figures::add_lengths_since(&mut ours, left.article, &theirs);
    figures::add_lengths_since(&mut theirs, right.article, &ours);
    let sides = (Report::of(left, &ours, right.article), Report::of(right, &theirs, left.article));
    let mut grid = similarity::likenesses(&sides.0, &sides.1);
    let of_words = same_event(&left.signature, &right.signature);
    let quotations = quotations::pair_quotations(&sides.0, &sides.1, &grid, options);
    let anchors = figures::anchors(&sides.0, &sides.1);
    evidence::weigh(&mut grid, &sides, &evidence::Known { quotations: &quotations, anchors: &anchors, options });
    let foreign = report::foreign(left.article, right.article);
    // Of reports in two languages as wholes the words say nothing.
    let event_score = if foreign.is_some() { prior::UNDECIDED } else { of_words.score };
    let bar = Bar::between(sides.0.len(), sides.1.len(), event_score);
    let figures = figures::pair_figures(&sides, &anchors, &grid, bar, options);
    let names = names::pair_names(&sides.0, &sides.1);
    let prints = |report: &Report<'_>| report.compared().iter().map(Features::print).collect::<Vec<u64>>();
    let mut blocks = align::blocks(align::links(&grid, &prints(&sides.0), &prints(&sides.1), bar), &grid, bar);
    align::face(&mut blocks, figures::sure_sentences(&sides, &figures), &grid, bar);
    let rows = rows::rows(&sides, &grid, &blocks, &rows::Pairs { quotations: &quotations, figures: &figures, names: &names, options });
    let same_event = if foreign.is_some() { across_languages((left, right), &names, &figures) } else { of_words };
    let degraded = foreign.or_else(|| sides.0.degraded()).or_else(|| sides.1.degraded());
    Comparison { same_event, rows, quotations, figures, names, degraded, left: ours, right: theirs }
}

/// Whether two reports in different languages are of one event: by the names and figures that both have, as their words say nothing.
fn across_languages((left, right): (&Prepared<'_>, &Prepared<'_>), names: &[NamePair], figures: &[FigurePair]) -> SameEvent {
    /// So many names and figures in common are as likely to be of one event as not.
    const EVEN: f32 = 3.0;
    let shared_names = names.iter().filter(|name| matches!(name.pair, Pair::Both(..))).count();
    let agreeing = figures.iter().filter(|pair| matches!(pair.verdict, FigureVerdict::Same | FigureVerdict::Compatible)).count();
    let shared = (shared_names + agreeing) as f32;
    let near = event::are_near_in_time(&left.signature, &right.signature);
    SameEvent { likely: near && shared >= EVEN, score: shared / (shared + EVEN) }
}

fn same_event(left: &Signature, right: &Signature) -> SameEvent {
    let grounds = event::likeness(left, right);
    SameEvent { likely: event::is_same_event(left, right, &grounds), score: grounds.score() }
}
