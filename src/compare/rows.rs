//! Fills the rows: sentences that were put together with their segments and reasons, and those that found no counterpart.

use rustc_hash::{FxHashMap, FxHashSet};

use super::align::{self, Block, FIRM, Line};
use super::evidence::sentences_of;
use super::features::is_content;
use super::grid::Grid;
use super::refine::{Loud, Passage, segments};
use super::report::Report;
use super::{
    Certainty, FigurePair, FigureVerdict, NamePair, Options, Pair, QuotationPair, QuotationVerdict, Reason, Row, SegmentKind, Side,
};
use crate::extract::{Quotation, QuotationKind};
use crate::text::span::Span;
use crate::text::term::Term;

/// What was paired besides sentences, and what the user decided.
pub(super) struct Pairs<'a> {
    pub quotations: &'a [QuotationPair],
    pub figures: &'a [FigurePair],
    pub names: &'a [NamePair],
    pub options: &'a Options,
}

/// All rows in reading order; every sentence of both sides is in exactly one.
pub(super) fn rows(sides: &(Report<'_>, Report<'_>), grid: &Grid<f32>, blocks: &[Block], pairs: &Pairs<'_>) -> Vec<Row> {
    let (height, width) = (sides.0.len(), sides.1.len());
    let moved = align::moved(blocks);
    let table = Table {
        sides,
        pairs,
        loud: (loud(Side::Left, &sides.0, pairs), loud(Side::Right, &sides.1, pairs)),
        usual: usual(sides),
        quoted: quoted(sides, grid, pairs.quotations),
        measured: measured(sides, pairs.figures),
    };
    let lines = align::order(blocks, &moved, height, width);
    let row = |line: &Line| match *line {
        Line::Left(sentence) => Some(one_sided(vec![sentence], Vec::new())),
        Line::Right(sentence) => Some(one_sided(Vec::new(), vec![sentence])),
        Line::Block(number) => blocks.get(number).map(|block| table.aligned(block, moved.get(number) == Some(&true))),
    };
    lines.iter().filter_map(row).collect()
}

fn one_sided(left: Vec<usize>, right: Vec<usize>) -> Row {
    Row {
        left,
        right,
        moved: false,
        score: 0.0,
        certainty: Certainty::Firm,
        left_segments: Vec::new(),
        right_segments: Vec::new(),
        reasons: Vec::new(),
    }
}

/// What is needed to fill an aligned row.
struct Table<'a> {
    sides: &'a (Report<'a>, Report<'a>),
    pairs: &'a Pairs<'a>,
    loud: (Vec<Loud>, Vec<Loud>),
    /// How often each stem stands in both reports.
    usual: FxHashMap<&'a str, usize>,
    quoted: Vec<Quoted<'a>>,
    /// The left and the right sentence of each figure that both sides give alike, with its words on the left.
    measured: Vec<((usize, usize), &'a str)>,
}

/// A quotation that both sides have.
struct Quoted<'a> {
    pair: &'a QuotationPair,
    /// Both forms, where both stand within marks.
    in_marks: Option<(&'a Quotation, &'a Quotation)>,
    /// The sentences in which they begin.
    begins: (usize, usize),
    /// Of the sentences that they run over, those that are most alike.
    stands: (usize, usize),
}

fn quoted<'a>(sides: &'a (Report<'a>, Report<'a>), grid: &Grid<f32>, pairs: &'a [QuotationPair]) -> Vec<Quoted<'a>> {
    let (left, right) = sides;
    let of_pair = |pair: &'a QuotationPair| {
        let Pair::Both(one, other) = pair.pair else { return None };
        let (one, other) = (left.claims.quotations.get(one)?, right.claims.quotations.get(other)?);
        let begins = (left.sentence_of(one.hull()), right.sentence_of(other.hull()));
        let in_marks = (one.is_marked() && other.is_marked()).then_some((one, other));
        Some(Quoted { pair, in_marks, begins, stands: sentences_of(grid, sides, pair.pair)? })
    };
    pairs.iter().filter_map(of_pair).collect()
}

fn measured<'a>((left, right): &'a (Report<'a>, Report<'a>), pairs: &[FigurePair]) -> Vec<((usize, usize), &'a str)> {
    let of_pair = |pair: &FigurePair| {
        let Pair::Both(one, other) = pair.pair else { return None };
        let (one, other) = (left.claims.figures.get(one)?, right.claims.figures.get(other)?);
        Some(((left.sentence_of(one.span), right.sentence_of(other.span)), left.words(one.span)))
    };
    pairs.iter().filter(|pair| pair.verdict == FigureVerdict::Same).filter_map(of_pair).collect()
}

/// Whether a block holds both sentences.
fn holds(block: &Block, (left, right): (usize, usize)) -> bool {
    block.left.contains(&left) && block.right.contains(&right)
}

impl<'a> Table<'a> {
    fn aligned(&self, block: &Block, moved: bool) -> Row {
        let (ours, theirs): (Vec<_>, Vec<_>) = self.quotations(block).unzip();
        let left = Passage::of(&self.sides.0, &block.left, &self.loud.0, &ours);
        let right = Passage::of(&self.sides.1, &block.right, &self.loud.1, &theirs);
        let (left_segments, right_segments) = segments(&left, &right);
        Row {
            left: block.left.clone(),
            right: block.right.clone(),
            moved,
            score: block.likeness,
            certainty: if block.likeness >= FIRM { Certainty::Firm } else { Certainty::Weak },
            left_segments,
            right_segments,
            reasons: self.reasons(block),
        }
    }

    /// The quotations that both sides of a block give within marks.
    fn quotations(&self, block: &Block) -> impl Iterator<Item = (&'a Quotation, &'a Quotation)> {
        self.quoted.iter().filter(|quoted| holds(block, quoted.begins)).filter_map(|quoted| quoted.in_marks)
    }

    /// What made the match, the strongest first.
    fn reasons(&self, block: &Block) -> Vec<Reason> {
        let mut reasons = Vec::new();
        let (left, right) = self.sides;
        let touches = |report: &Report<'_>, sentences: &[usize], span: Span| report.sentences_of(span).any(|s| sentences.contains(&s));
        if self.pairs.options.pinned.iter().any(|&(l, r)| touches(left, &block.left, l) && touches(right, &block.right, r)) {
            reasons.push(Reason::Pinned);
        }
        if let ([one], [other]) = (block.left.as_slice(), block.right.as_slice())
            && left.words(left.sentence(*one)) == right.words(right.sentence(*other))
        {
            reasons.push(Reason::SameText);
        }
        for quoted in self.quoted.iter().filter(|quoted| holds(block, quoted.stands)) {
            reasons.extend(quoted.pair.reasons.iter().filter(|reason| !reasons.contains(reason)).cloned().collect::<Vec<_>>());
        }
        let shared = self.measured.iter().filter(|(sentences, _)| holds(block, *sentences));
        reasons.extend(shared.map(|(_, words)| Reason::SharedFigure((*words).to_owned())));
        if block.left.first() == Some(&0) && block.right.first() == Some(&0) {
            reasons.push(Reason::Leads);
        }
        reasons.extend(self.shared_words(block));
        reasons
    }

    /// The content words that both sides of a block have, as the left one writes them, the rarest first.
    fn shared_words(&self, block: &Block) -> Option<Reason> {
        const MOST: usize = 8;
        let (left, right) = self.sides;
        let theirs: FxHashSet<&str> = content(right, &block.right).map(|term| term.stem.as_str()).collect();
        let mut words: Vec<(usize, &str)> = Vec::new();
        for term in content(left, &block.left).filter(|term| theirs.contains(term.stem.as_str())) {
            let word = left.words(term.span);
            if !words.iter().any(|(_, known)| *known == word) {
                words.push((self.usual.get(term.stem.as_str()).copied().unwrap_or(0), word));
            }
        }
        words.sort_by_key(|(count, _)| *count);
        words.truncate(MOST);
        (!words.is_empty()).then(|| Reason::SharedWords(words.into_iter().map(|(_, word)| word.to_owned()).collect()))
    }
}

/// The content words of sentences.
fn content<'a>(report: &'a Report<'_>, sentences: &'a [usize]) -> impl Iterator<Item = &'a Term> {
    let terms = sentences.iter().flat_map(|&sentence| report.terms_in(report.sentence(sentence)));
    terms.filter(|term| is_content(term))
}

/// How often each stem stands in both reports.
fn usual<'a>(sides: &'a (Report<'_>, Report<'_>)) -> FxHashMap<&'a str, usize> {
    let mut counts = FxHashMap::default();
    for report in [&sides.0, &sides.1] {
        for term in report.terms_in(Span::whole(report.article.body.text())) {
            *counts.entry(term.stem.as_str()).or_insert(0) += 1;
        }
    }
    counts
}

/// The stretches of one side that deserve to be seen where their words differ: quotations worded otherwise, figures, names the other lacks.
/// Of a quotation these are its words within marks; who said it is loud, as a name, only where the two name different speakers.
fn loud(side: Side, report: &Report<'_>, pairs: &Pairs<'_>) -> Vec<Loud> {
    let of_side = |pair: &QuotationPair| pair.pair.side(side).and_then(|number| report.claims.quotations.get(number));
    let in_marks = |quotation: &&Quotation| quotation.kind != QuotationKind::Indirect;
    let differing = || pairs.quotations.iter().filter(|pair| pair.verdict.is_discrepancy());
    let quoted = differing().filter_map(of_side).filter(in_marks).flat_map(|quotation| quotation.spans.iter().copied());
    let attributed = differing().filter(|pair| pair.verdict == QuotationVerdict::SpeakerDiffers).filter_map(of_side);
    let is_name = |span: &Span| report.words(*span).chars().any(char::is_uppercase);
    let speakers = attributed.filter_map(|quotation| quotation.speaker.as_ref()?.span).filter(is_name);
    let figures = pairs.figures.iter().filter(|pair| pair.verdict != FigureVerdict::Same).filter_map(|pair| pair.pair.side(side));
    let counted = figures.filter_map(|number| report.claims.figures.get(number)).map(|figure| figure.span);
    let one_sided = pairs.names.iter().filter(|pair| !matches!(pair.pair, Pair::Both(..))).filter_map(|pair| pair.pair.side(side));
    let named = one_sided.filter_map(|number| report.claims.names.get(number)).flat_map(|name| name.mentions.iter().copied());
    let of = |kind| move |span| Loud { span, kind };
    let called = named.chain(speakers).map(of(SegmentKind::Name));
    counted.map(of(SegmentKind::Figure)).chain(called).chain(quoted.map(of(SegmentKind::Quotation))).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::article::{Article, ArticleId, Fate, Metadata, PageBlock, ParagraphKind};
    use crate::compare::compare;

    #[test]
    fn only_words_within_marks_are_loud_as_a_quotation() {
        let article = |text: &str| {
            let page = vec![PageBlock { text: text.to_owned(), fate: Fate::Body(ParagraphKind::Prose) }];
            Article::new(ArticleId::of_page(text.as_bytes()), "page.txt".to_owned(), Metadata::default(), page)
        };
        let (left, right) = (
            "Anna Berg and Peter Lund met. \"We will rebuild every school in the valley by spring,\" Anna Berg said.",
            "Anna Berg and Peter Lund met. \"We will rebuild every school in the valley by spring,\" Peter Lund said.",
        );
        let comparison = compare(&article(left), &article(right), &Options::default());
        let loud = |side: Side, text: &str| -> Vec<(SegmentKind, String)> {
            let segments = comparison.rows.iter().flat_map(|row| row.segments(side));
            let loud = segments.filter(|segment| segment.kind != SegmentKind::Same);
            loud.map(|segment| (segment.kind, segment.span.of(text).to_owned())).collect()
        };
        assert_eq!(loud(Side::Left, left), [(SegmentKind::Name, "Anna Berg".to_owned())]);
        assert_eq!(loud(Side::Right, right), [(SegmentKind::Name, "Peter Lund".to_owned())]);
    }
}
