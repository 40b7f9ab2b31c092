//! What differs inside an aligned row, word by word: quiet where it is wording, loud where a quotation, a figure, a name or a negation differs.

use std::hash::Hash;

use rustc_hash::FxHashMap;
use similar::{Algorithm, DiffOp, capture_diff_slices};

use super::features::is_content;
use super::negation::{Told, turned};
use super::report::{Report, language};
use super::{Segment, SegmentKind};
use crate::extract::Quotation;
use crate::text::span::Span;
use crate::text::term::Term;

/// A stretch of one side that differs and deserves to be seen.
#[derive(Debug, Clone, Copy)]
pub(super) struct Loud {
    pub span: Span,
    pub kind: SegmentKind,
}

/// The words of one side of a row.
pub(super) struct Passage<'a> {
    report: &'a Report<'a>,
    sentences: Vec<Span>,
    terms: Vec<&'a Term>,
    loud: Vec<Loud>,
    /// The words of each quotation that the other side has too, as places among the terms; both sides have them in the same order.
    quoted: Vec<Vec<usize>>,
}

impl<'a> Passage<'a> {
    /// The sentences of a report with these numbers, what of the whole report is loud, and the quotations that the other side has too.
    pub(super) fn of(report: &'a Report<'_>, sentences: &[usize], loud: &[Loud], quotations: &[&Quotation]) -> Self {
        let sentences: Vec<Span> = sentences.iter().map(|&number| report.sentence(number)).collect();
        let terms: Vec<&Term> = sentences.iter().flat_map(|&span| report.terms_in(span)).collect();
        let loud = loud.iter().filter(|loud| sentences.iter().any(|span| span.overlaps(loud.span))).copied().collect();
        let places = |quotation: &&Quotation| {
            let is_quoted = |term: &Term| quotation.spans.iter().any(|span| span.covers(term.span));
            (0..terms.len()).filter(|&at| terms.get(at).is_some_and(|term| is_quoted(term))).collect()
        };
        let quoted = quotations.iter().map(places).collect();
        Self { report, sentences, terms, loud, quoted }
    }

    /// The stems of the terms at these places.
    fn stems(&self, places: &[usize]) -> Vec<&str> {
        places.iter().filter_map(|&at| self.terms.get(at)).map(|term| term.stem.as_str()).collect()
    }

    fn told_as<'b>(&'b self, same: &'b [bool]) -> Told<'b> {
        Told { report: self.report, sentences: &self.sentences, terms: &self.terms, same }
    }

    /// The words that deny or doubt what the other side states, where both are in one language.
    fn turned(&self, ours: Told<'_>, theirs: Told<'_>) -> Vec<usize> {
        let [one, other] = [self.report, theirs.report].map(|report| language(report.article));
        if one == other { turned(ours, theirs, one) } else { Vec::new() }
    }

    /// The places of the terms that are in no quotation of both sides.
    fn told(&self) -> Vec<usize> {
        (0..self.terms.len()).filter(|at| !self.quoted.iter().any(|places| places.contains(at))).collect()
    }
}

/// Cuts both sides of a row into segments; they rebuild the sentences of their side.
pub(super) fn segments(left: &Passage<'_>, right: &Passage<'_>) -> (Vec<Segment>, Vec<Segment>) {
    let (mut left_same, mut right_same) = (vec![false; left.terms.len()], vec![false; right.terms.len()]);
    // A quotation's words answer those of the same quotation, wherever in the sentence it stands.
    let (ours, theirs) = (left.told(), right.told());
    let parts = left.quoted.iter().zip(&right.quoted).chain(std::iter::once((&ours, &theirs)));
    for (ours, theirs) in parts {
        let (one, other) = in_step(&left.stems(ours), &right.stems(theirs));
        mark(&mut left_same, ours, &one);
        mark(&mut right_same, theirs, &other);
    }
    out_of_step(left, right, &mut left_same, &mut right_same);
    let (ours, theirs) = (left.told_as(&left_same), right.told_as(&right_same));
    let turned = (left.turned(ours, theirs), right.turned(theirs, ours));
    quieten(left, &mut left_same);
    quieten(right, &mut right_same);
    (cut(left, &left_same, &turned.0), cut(right, &right_same, &turned.1))
}

/// Says of the terms at these places whether they are the same.
fn mark(same: &mut [bool], places: &[usize], flags: &[bool]) {
    for (&at, &flag) in places.iter().zip(flags) {
        if let Some(same) = same.get_mut(at) {
            *same = flag;
        }
    }
}

/// The words that both sides have in the same order (Myers).
pub(super) fn in_step<Word: Hash + Eq + Ord>(left: &[Word], right: &[Word]) -> (Vec<bool>, Vec<bool>) {
    let (mut left_same, mut right_same) = (vec![false; left.len()], vec![false; right.len()]);
    for op in capture_diff_slices(Algorithm::Myers, left, right) {
        if let DiffOp::Equal { old_index, new_index, len } = op {
            left_same.iter_mut().skip(old_index).take(len).for_each(|same| *same = true);
            right_same.iter_mut().skip(new_index).take(len).for_each(|same| *same = true);
        }
    }
    (left_same, right_same)
}

/// Content words that both sides have, in another order: two tellings of one fact differ in word order more often than not.
fn out_of_step(left: &Passage<'_>, right: &Passage<'_>, left_same: &mut [bool], right_same: &mut [bool]) {
    let mut unmatched: FxHashMap<&str, Vec<usize>> = FxHashMap::default();
    for (at, term) in right.terms.iter().enumerate().rev() {
        if right_same.get(at) == Some(&false) && is_content(term) {
            unmatched.entry(&term.stem).or_default().push(at);
        }
    }
    for (term, same) in left.terms.iter().zip(left_same).filter(|(_, same)| !**same) {
        if let Some(there) = unmatched.get_mut(term.stem.as_str()).and_then(Vec::pop).and_then(|at| right_same.get_mut(at)) {
            *same = true;
            *there = true;
        }
    }
}

/// A few function words between two differences are the same by chance: they read better as part of the difference.
fn quieten(passage: &Passage<'_>, same: &mut [bool]) {
    const BY_CHANCE: usize = 2;
    let mut at = 0;
    while at < same.len() {
        let run = same.iter().skip(at).take_while(|&&flag| flag).count();
        let inside = at > 0 && at + run < same.len();
        let says_nothing = passage.terms.iter().skip(at).take(run).all(|term| !is_content(term));
        if inside && run <= BY_CHANCE && says_nothing {
            same.iter_mut().skip(at).take(run).for_each(|flag| *flag = false);
        }
        at += run + same.iter().skip(at + run).take_while(|&&flag| !flag).count();
    }
}

/// The sentences of a side, cut at every change of kind. Marks and blanks go with the words beside them that are the same.
fn cut(passage: &Passage<'_>, same: &[bool], turned: &[usize]) -> Vec<Segment> {
    let mut segments: Vec<Segment> = Vec::new();
    let terms = passage.terms.iter().zip(same).enumerate();
    let kinds: Vec<SegmentKind> = terms.map(|(at, (term, &same))| kind(passage, term, same, turned.contains(&at))).collect();
    for &sentence in &passage.sentences {
        let words = passage.terms.iter().zip(&kinds).filter(|(term, _)| sentence.covers(term.span));
        let mut open = Segment { span: Span::new(sentence.start, sentence.start), kind: SegmentKind::Same };
        for (term, &kind) in words {
            if kind == open.kind {
                open.span.end = term.span.end;
                continue;
            }
            let border = if open.kind == SegmentKind::Same { term.span.start } else { open.span.end };
            segments.extend(closed(open, border));
            let start = if kind == SegmentKind::Same { border } else { term.span.start };
            if start > border {
                segments.push(Segment { span: Span::new(border, start), kind: SegmentKind::Same });
            }
            open = Segment { span: Span::new(start, term.span.end), kind };
        }
        let border = if open.kind == SegmentKind::Same { sentence.end } else { open.span.end };
        segments.extend(closed(open, border));
        segments.extend(closed(Segment { span: Span::new(border, border), kind: SegmentKind::Same }, sentence.end));
    }
    segments
}

/// A segment that ends at `end`, unless nothing is in it.
fn closed(segment: Segment, end: usize) -> Option<Segment> {
    let span = Span::new(segment.span.start, end);
    (!span.is_empty()).then_some(Segment { span, kind: segment.kind })
}

/// What a word is beside the other side's words.
fn kind(passage: &Passage<'_>, term: &Term, same: bool, turned: bool) -> SegmentKind {
    if same {
        return SegmentKind::Same;
    }
    let loud = passage.loud.iter().find(|loud| loud.span.overlaps(term.span)).map(|loud| loud.kind);
    loud.unwrap_or(if turned { SegmentKind::Negation } else { SegmentKind::Wording })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::article::{Article, ArticleId, Fate, Metadata, PageBlock, ParagraphKind};
    use crate::compare::Prepared;
    use crate::extract::Claims;

    /// Both sides with the words of each segment that is not the same: `[wording]`, `[!loud!]`.
    fn refined(left: &str, right: &str, loud: &[(&str, SegmentKind)]) -> (String, String) {
        let article = |text: &str| {
            let page = vec![PageBlock { text: text.to_owned(), fate: Fate::Body(ParagraphKind::Prose) }];
            Article::new(ArticleId::of_page(text.as_bytes()), "page.txt".to_owned(), Metadata::default(), page)
        };
        let (ours, theirs, claims) = (article(left), article(right), Claims::default());
        let read = (Prepared::with(&ours, Claims::default()), Prepared::with(&theirs, Claims::default()));
        let reports = (Report::of(&read.0, &claims, &theirs), Report::of(&read.1, &claims, &ours));
        let all = |report: &Report<'_>| (0..report.len()).collect::<Vec<_>>();
        let found = |text: &str| -> Vec<Loud> {
            let at = |words: &str| text.find(words).map(|start| Span::new(start, start + words.len()));
            loud.iter().filter_map(|(words, kind)| Some(Loud { span: at(words)?, kind: *kind })).collect()
        };
        let passages =
            (Passage::of(&reports.0, &all(&reports.0), &found(left), &[]), Passage::of(&reports.1, &all(&reports.1), &found(right), &[]));
        let (one, other) = segments(&passages.0, &passages.1);
        (shown(&one, left), shown(&other, right))
    }

    fn shown(segments: &[Segment], text: &str) -> String {
        let show = |segment: &Segment| match segment.kind {
            SegmentKind::Same => segment.span.of(text).to_owned(),
            SegmentKind::Wording => format!("[{}]", segment.span.of(text)),
            _ => format!("[!{}!]", segment.span.of(text)),
        };
        segments.iter().map(show).collect()
    }

    #[test]
    fn what_differs_is_marked_and_nothing_else() {
        for (left, right, want) in [
            ("The ferry sank off Selim.", "The ferry sank off Selim.", ("The ferry sank off Selim.", "The ferry sank off Selim.")),
            ("“The ferry sank,” he said.", "\"The ferry sank\", he said.", ("“The ferry sank,” he said.", "\"The ferry sank\", he said.")),
            (
                "On Monday the ferry sank near Selim.",
                "The ferry sank near Selim on Tuesday.",
                ("[On Monday] the ferry sank near Selim.", "The ferry sank near Selim [on Tuesday]."),
            ),
            (
                "The minister denied the report.",
                "The minister confirmed the report.",
                ("The minister [!denied!] the report.", "The minister [confirmed] the report."),
            ),
            (
                "Rescuers found Anna Berg alive.",
                "Alive, Anna Berg was found.",
                ("[Rescuers] found Anna Berg alive.", "Alive, Anna Berg [was] found."),
            ),
        ] {
            assert_eq!(refined(left, right, &[]), (want.0.to_owned(), want.1.to_owned()));
        }
    }

    #[test]
    fn claims_that_differ_are_loud() {
        let loud = [("12 people", SegmentKind::Figure), ("15 people", SegmentKind::Figure)];
        let got = refined("The fire killed 12 people there.", "The fire killed 15 people there.", &loud);
        assert_eq!(got, ("The fire killed [!12!] people there.".to_owned(), "The fire killed [!15!] people there.".to_owned()));
    }

    #[test]
    fn function_words_between_differences_are_part_of_them() {
        let got = refined("A crowd of angry farmers blocked roads.", "A group of quiet students blocked roads.", &[]);
        assert_eq!(got.0, "A [crowd of angry farmers] blocked roads.");
    }
}
