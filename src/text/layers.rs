//! Lays marks over one another: overlapping marked spans become runs that do not overlap.

use super::span::Span;

/// A stretch on which the same marks lie from end to end.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Run<M> {
    /// Its place in the text.
    pub span: Span,
    /// The marks on it, in the order they were given: the last lies on top.
    pub marks: Vec<M>,
}

/// Cuts `within` at every edge of a marked span: the runs in order, the unmarked ones included; together they are `within`.
///
/// Made for one line of the screen: the time is marked spans times runs.
#[must_use]
pub fn runs<M: Copy>(within: Span, marked: &[(Span, M)]) -> Vec<Run<M>> {
    let inside: Vec<(Span, M)> =
        marked.iter().filter_map(|&(span, mark)| Some((span.intersection(within).filter(|shared| !shared.is_empty())?, mark))).collect();
    let mut edges = vec![within.start, within.end];
    edges.extend(inside.iter().flat_map(|(span, _)| [span.start, span.end]));
    edges.sort_unstable();
    edges.dedup();
    let stretches = edges.windows(2).filter_map(|pair| Some(Span::new(*pair.first()?, *pair.last()?)));
    stretches
        .map(|span| Run { span, marks: inside.iter().filter(|(over, _)| over.covers(span)).map(|&(_, mark)| mark).collect() })
        .collect()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn shown(within: (usize, usize), marked: &[(usize, usize, char)]) -> Vec<(usize, usize, String)> {
        let marked: Vec<_> = marked.iter().map(|&(start, end, mark)| (Span::new(start, end), mark)).collect();
        let cut = runs(Span::new(within.0, within.1), &marked);
        cut.into_iter().map(|run| (run.span.start, run.span.end, run.marks.into_iter().collect())).collect()
    }

    #[test]
    fn marks_overlap_freely() {
        let want = |parts: &[(usize, usize, &str)]| parts.iter().map(|&(a, b, m)| (a, b, m.to_owned())).collect::<Vec<_>>();
        assert_eq!(shown((0, 9), &[]), want(&[(0, 9, "")]));
        assert_eq!(shown((0, 9), &[(2, 6, 'q'), (4, 8, 's')]), want(&[(0, 2, ""), (2, 4, "q"), (4, 6, "qs"), (6, 8, "s"), (8, 9, "")]));
        assert_eq!(shown((3, 5), &[(0, 9, 'q'), (4, 4, 'e'), (7, 8, 's')]), want(&[(3, 5, "q")]));
        assert_eq!(shown((4, 4), &[(0, 9, 'q')]), want(&[]));
    }

    proptest! {
        #[test]
        fn every_byte_keeps_its_marks(marked in prop::collection::vec((0_usize..40, 0_usize..12), 0..8), start in 0_usize..30, length in 0_usize..20) {
            let marked: Vec<_> = marked.iter().enumerate().map(|(mark, &(at, length))| (Span::new(at, at + length), mark)).collect();
            let within = Span::new(start, start + length);
            let cut = runs(within, &marked);
            let mut next = within.start;
            for run in &cut {
                prop_assert_eq!(run.span.start, next);
                prop_assert!(!run.span.is_empty());
                next = run.span.end;
                for byte in run.span.start..run.span.end {
                    let on: Vec<_> = marked.iter().filter(|(span, _)| span.holds(byte)).map(|&(_, mark)| mark).collect();
                    prop_assert_eq!(&run.marks, &on);
                }
            }
            prop_assert_eq!(next, within.end);
        }
    }
}
