//! Stretches of the body that mean something: claims, bookmarks, hits, the selection.

use crate::article::Body;
use crate::extract::{Claims, Quotation};
use crate::library::{Anchor, Anchored, Kept, Passage};
use crate::text::span::Span;
use crate::text::token::{TokenKind, tokens};
use crate::text::width::clusters;
use crate::tui::catalogue::Catalogue;
use crate::tui::effect::Reading;
use crate::tui::theme::Role;

/// What `n` and `N` step through.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) enum Steps {
    /// The hits of the last search.
    Hits,
    /// Figures.
    Figures,
    /// Quotations.
    Quotations,
    /// Names.
    Names,
    /// Bookmarks.
    Bookmarks,
}

impl Steps {
    /// One of them, in a word, for the count.
    pub(super) fn noun(self) -> &'static str {
        match self {
            Self::Hits => "match",
            Self::Figures => "figure",
            Self::Quotations => "quotation",
            Self::Names => "name",
            Self::Bookmarks => "bookmark",
        }
    }
}

/// By what a selection grows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) enum Unit {
    /// Character by character.
    Character,
    /// Word by word.
    Word,
    /// Sentence by sentence.
    Sentence,
}

impl Unit {
    /// The unit that holds the byte at `offset`, or the last one before it.
    pub(super) fn at(self, body: &Body, offset: usize) -> Span {
        let sentence = body.sentence_at(offset).and_then(|number| body.sentences().get(number)).map_or(Span::new(0, 0), |s| s.span);
        match self {
            Self::Sentence => sentence,
            Self::Character => characters(body, sentence).filter(|character| character.start <= offset).last().unwrap_or(sentence),
            // Before the first word stands its opening quotation mark.
            Self::Word => {
                words(body, sentence).rfind(|word| word.start <= offset).or_else(|| words(body, sentence).next()).unwrap_or(sentence)
            }
        }
    }

    /// The first byte of the next unit, if there is one.
    pub(super) fn next(self, body: &Body, offset: usize) -> Option<usize> {
        let number = body.sentence_at(offset)?;
        let here = body.sentences().get(number)?.span;
        let word = match self {
            Self::Sentence => None,
            Self::Character => characters(body, here).find(|character| character.start > offset),
            Self::Word => words(body, here).find(|word| word.start > offset.max(self.at(body, offset).start)),
        };
        word.map(|word| word.start).or_else(|| body.sentences().get(number + 1).map(|next| next.span.start))
    }

    /// The first byte of the unit before, if there is one.
    pub(super) fn previous(self, body: &Body, offset: usize) -> Option<usize> {
        let number = body.sentence_at(offset.checked_sub(1)?)?;
        let before = body.sentences().get(number)?.span;
        match self {
            Self::Sentence => Some(before.start),
            Self::Character => characters(body, before).filter(|character| character.start < offset).last().map(|found| found.start),
            Self::Word => words(body, before).rfind(|word| word.start < offset).map(|word| word.start),
        }
    }
}

/// The characters of a sentence, as readers count them.
fn characters(body: &Body, sentence: Span) -> impl Iterator<Item = Span> {
    clusters(body.words(sentence)).map(move |cluster| {
        let start = sentence.start + cluster.start;
        Span::new(start, start + cluster.text.len())
    })
}

/// The words and numbers of a sentence.
fn words(body: &Body, sentence: Span) -> impl DoubleEndedIterator<Item = Span> {
    let tokens = tokens(body.words(sentence)).into_iter().filter(|token| token.kind != TokenKind::Mark);
    tokens.map(move |token| token.span.shifted(sentence.start))
}

/// The quotations whose words stand between marks. What a report retells in its own words is nobody's wording, and is not shown as such.
pub(super) fn marked_quotations(claims: &Claims) -> impl Iterator<Item = &Quotation> {
    claims.quotations.iter().filter(|quotation| quotation.is_marked())
}

/// Quotations and figures, as they are quietly marked in a text.
#[must_use]
pub fn claim_marks(claims: &Claims) -> Vec<(Span, Role)> {
    let quotations = marked_quotations(claims).flat_map(|quotation| quotation.spans.iter().map(|&span| (span, Role::Quotation)));
    quotations.chain(claims.figures.iter().map(|figure| (figure.span, Role::Figure))).collect()
}

/// The places of an article's bookmarks that can still be found in it.
pub(super) fn kept_spans(reading: &Reading, catalogue: &Catalogue) -> Vec<Span> {
    let passages = catalogue.passages_in(&reading.article);
    let mut spans: Vec<Span> = passages.flat_map(|(_, passage)| passage.spans(&reading.article.body)).collect();
    spans.sort_unstable();
    spans.dedup();
    spans
}

/// Where an anchor lies in a body, if that is certain.
pub(super) fn span_of(anchor: &Anchor, body: &Body) -> Option<Span> {
    match anchor.find(body) {
        Anchored::Intact(span) | Anchored::Moved(span) => Some(span),
        Anchored::Orphan => None,
    }
}

/// The passage at a span, ready to be kept.
pub(super) fn kept(reading: &Reading, span: Span) -> Option<Kept> {
    Some(Kept::One(Box::new(Passage::of(&reading.article, &[span])?)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::article::ParagraphKind;
    use crate::extract::QuotationKind;

    fn walk(unit: Unit, text: &str) -> Vec<String> {
        let body = Body::new([(text, ParagraphKind::Prose)], "en");
        let mut at = 0;
        let mut found = vec![body.words(unit.at(&body, at)).to_owned()];
        while let Some(next) = unit.next(&body, at) {
            assert_eq!(unit.previous(&body, next), Some(at), "{text} at {next}");
            at = next;
            found.push(body.words(unit.at(&body, at)).to_owned());
        }
        found
    }

    #[test]
    fn retold_speech_is_not_marked_as_a_quotation() {
        let quotation = |kind, start| Quotation { kind, spans: vec![Span::new(start, start + 3)], speaker: None, cue: None };
        let kinds = [QuotationKind::Direct, QuotationKind::Indirect, QuotationKind::Mixed];
        let claims =
            Claims { quotations: kinds.into_iter().zip([0, 10, 20]).map(|(kind, at)| quotation(kind, at)).collect(), ..Claims::default() };
        let marks: Vec<usize> = claim_marks(&claims).into_iter().map(|(span, _)| span.start).collect();
        assert_eq!(marks, [0, 20]);
    }

    #[test]
    fn units_follow_one_another() {
        assert_eq!(walk(Unit::Word, "It cost 4.5 million. He paid."), ["It", "cost", "4.5", "million", "He", "paid"]);
        assert_eq!(walk(Unit::Character, "Né. A\u{301}!"), ["N", "é", ".", "A\u{301}", "!"]);
        assert_eq!(walk(Unit::Sentence, "It cost 4.5 million. He paid."), ["It cost 4.5 million.", "He paid."]);
    }
}
