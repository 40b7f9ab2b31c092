//! One side of a row as every renderer writes it: its stretches of text, where something was left out between them, and what differs.

use crate::article::Body;
use crate::compare::{Segment, SegmentKind};
use crate::text::Span;

/// Sentences of a row that follow each other in one paragraph.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Stretch {
    pub(super) span: Span,
    /// What stands between the stretch before and this one is told in another row.
    pub(super) follows_gap: bool,
}

/// Words of a stretch that stand in one way to the other side's.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Piece<'a> {
    pub(super) words: &'a str,
    /// None where nothing stands on the other side.
    pub(super) kind: Option<SegmentKind>,
}

/// The sentences of these numbers in stretches, in the order of the numbers.
pub(super) fn stretches(body: &Body, sentences: &[usize]) -> Vec<Stretch> {
    let text = body.text();
    let mut found: Vec<Stretch> = Vec::new();
    for span in sentences.iter().filter_map(|&number| body.sentences().get(number)).map(|sentence| sentence.span) {
        let between = found.last().filter(|last| last.span.end <= span.start).map(|last| Span::new(last.span.end, span.start).of(text));
        match (found.last_mut(), between) {
            (Some(last), Some(blank)) if blank.chars().all(|c| c == ' ') => last.span.end = span.end,
            (_, between) => found.push(Stretch { span, follows_gap: between.is_some_and(|words| !words.trim().is_empty()) }),
        }
    }
    found
}

/// A stretch in pieces, by the segments of its row.
pub(super) fn pieces<'a>(text: &'a str, stretch: Span, segments: &[Segment]) -> Vec<Piece<'a>> {
    let mut found = Vec::new();
    let mut push = |span: Span, kind| {
        if span.start < span.end {
            found.push(Piece { words: span.of(text), kind });
        }
    };
    let mut done = stretch.start;
    for (span, kind) in segments.iter().filter_map(|segment| Some((segment.span.intersection(stretch)?, segment.kind))) {
        push(Span::new(done, span.start.max(done)), None);
        push(span, Some(kind));
        done = span.end;
    }
    push(Span::new(done, stretch.end), None);
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::article::ParagraphKind;

    fn body() -> Body {
        Body::new([("One goat. Two goats. Three.", ParagraphKind::Prose), ("Four goats.", ParagraphKind::Prose)], "en")
    }

    #[test]
    fn sentences_that_follow_each_other_are_one_stretch() {
        let body = body();
        let found = |numbers: &[usize]| -> Vec<(String, bool)> {
            stretches(&body, numbers).iter().map(|found| (found.span.of(body.text()).to_owned(), found.follows_gap)).collect()
        };
        assert_eq!(found(&[0, 1]), [("One goat. Two goats.".to_owned(), false)]);
        assert_eq!(found(&[0, 2]), [("One goat.".to_owned(), false), ("Three.".to_owned(), true)]);
        assert_eq!(found(&[2, 3]), [("Three.".to_owned(), false), ("Four goats.".to_owned(), false)]);
    }

    #[test]
    fn pieces_rebuild_the_stretch() {
        let body = body();
        let segments = [(0, 4, SegmentKind::Figure), (4, 30, SegmentKind::Same)];
        let segments = segments.map(|(start, end, kind)| Segment { span: Span::new(start, end), kind });
        let found = pieces(body.text(), Span::new(0, 9), &segments[..1]);
        assert_eq!(found.iter().map(|piece| piece.words).collect::<Vec<_>>(), ["One ", "goat."]);
        assert_eq!(found[0].kind, Some(SegmentKind::Figure));
        let found = pieces(body.text(), Span::new(2, 9), &segments);
        assert_eq!(found.iter().map(|piece| piece.words).collect::<Vec<_>>(), ["e ", "goat."]);
    }
}
