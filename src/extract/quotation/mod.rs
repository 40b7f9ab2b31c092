//! Quotations: whose words the article gives, and how.

mod content;
mod cue;
mod draft;
mod floating;
mod phrase;
mod speaker;
mod stretch;
mod subject;
mod title;

use crate::article::Article;
use crate::extract::lexicon::{Lexicon, VerbClass};
use crate::extract::name::Name;
use crate::extract::unit::{self, Unit, UnitKind};
use crate::text::span::Span;

use draft::Draft;
use speaker::Speakers;
use stretch::Stretch;

/// How the words are given.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum QuotationKind {
    /// All of it between quotation marks.
    Direct,
    /// Partly between marks, woven into the article's own sentence.
    Mixed,
    /// Without marks: `he said that …`.
    Indirect,
}

impl QuotationKind {
    /// The kind in one word.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Direct => "direct",
            Self::Mixed => "mixed",
            Self::Indirect => "indirect",
        }
    }
}

/// Who is quoted.
#[derive(Debug, Clone, PartialEq)]
pub struct Speaker {
    /// The fullest name the article has for the speaker; none when it stays unknown.
    pub name: Option<String>,
    /// The words that name the source at this place (`the minister`).
    pub span: Option<Span>,
    /// How sure the attribution is, 0 to 1: the measured precision of the pattern that found it.
    pub confidence: f32,
}

/// One utterance.
#[derive(Debug, Clone, PartialEq)]
pub struct Quotation {
    /// How the words are given.
    pub kind: QuotationKind,
    /// The words without their outer marks; more than one span where the article breaks in (`"A," he said, "B"`). Never empty.
    pub spans: Vec<Span>,
    /// Who said it, as far as the article tells.
    pub speaker: Option<Speaker>,
    /// The words that mark it as speech (`said`, `according to`).
    pub cue: Option<Span>,
}

impl Quotation {
    /// Whether its words stand between quotation marks, as the speaker's own; else the article retells them.
    #[must_use]
    pub fn is_marked(&self) -> bool {
        self.kind != QuotationKind::Indirect
    }

    /// From the first word to the last, whatever breaks in between.
    #[must_use]
    pub fn hull(&self) -> Span {
        self.spans.iter().copied().reduce(Span::hull).unwrap_or(Span::new(0, 0))
    }

    /// The words, pieces joined by one space.
    #[must_use]
    pub fn text(&self, body: &str) -> String {
        self.spans.iter().map(|span| span.of(body)).collect::<Vec<_>>().join(" ")
    }

    /// The words as they are shown to people: `…` stands where the article breaks in.
    #[must_use]
    pub fn shown(&self, body: &str) -> String {
        self.spans.iter().map(|span| span.of(body)).collect::<Vec<_>>().join(" … ")
    }

    /// The speaker's resolved name.
    #[must_use]
    pub fn speaker_name(&self) -> Option<&str> {
        self.speaker.as_ref().and_then(|speaker| speaker.name.as_deref())
    }
}

/// The quotations of an article, in the order of the text.
#[must_use]
pub fn quotations(article: &Article, names: &[Name]) -> Vec<Quotation> {
    let body = &article.body;
    let lexicon = Lexicon::of(article.metadata.language().unwrap_or("en"));
    let stretches = stretch::stretches(body);
    let mut drafts: Vec<Draft> = Vec::new();
    let mut surroundings = Surroundings::of(body.paragraphs().len());
    for sentence in sentences(article, &stretches, lexicon) {
        surroundings.note(&sentence, lexicon);
        drafts.extend(draft::drafts(&sentence.units, &stretches, sentence.paragraph, lexicon));
    }
    let drafts = floating::settle(drafts, &surroundings, body);
    let mut speakers = Speakers::new(body, names, &stretches, lexicon);
    drafts.into_iter().map(|draft| finished(draft, &mut speakers)).collect()
}

fn finished(draft: Draft, speakers: &mut Speakers<'_>) -> Quotation {
    let speaker = draft.source.map(|source| Speaker {
        name: speakers.resolve(&draft),
        span: Some(source),
        confidence: draft.pattern.map_or(0.0, draft::Pattern::precision),
    });
    Quotation { kind: draft.kind, spans: draft.spans, speaker, cue: draft.cue }
}

/// A sentence as attribution reads it.
struct Sentence<'a> {
    paragraph: usize,
    units: Vec<Unit<'a>>,
}

/// What the paragraphs around a paragraph of nothing but marked words say of its speaker, by number.
struct Surroundings {
    /// Whoever speaks in a paragraph that ends with a colon.
    lead_ins: Vec<Option<Span>>,
    /// The name that is all there is in a paragraph: `- Bernie Sanders`.
    signatures: Vec<Option<Span>>,
}

impl Surroundings {
    fn of(paragraphs: usize) -> Self {
        Self { lead_ins: vec![None; paragraphs], signatures: vec![None; paragraphs] }
    }

    /// Whether the paragraphs around this one say who speaks in it.
    fn name_speaker_of(&self, paragraph: usize) -> bool {
        let is_set = |places: &[Option<Span>], number: usize| places.get(number).is_some_and(Option::is_some);
        paragraph.checked_sub(1).is_some_and(|before| is_set(&self.lead_ins, before)) || is_set(&self.signatures, paragraph + 1)
    }

    /// Looks at one sentence; the last one of a paragraph decides.
    fn note(&mut self, sentence: &Sentence<'_>, lexicon: &Lexicon) {
        let units = &sentence.units;
        let source = if units.last().is_some_and(|unit| unit.is_mark(':')) { cue::last_source(units, lexicon) } else { None };
        if let Some(slot) = self.lead_ins.get_mut(sentence.paragraph) {
            *slot = source.and_then(|range| unit::hull(&units[range]));
        }
        if let Some(slot) = self.signatures.get_mut(sentence.paragraph) {
            *slot = cue::signed_alone(units).and_then(|range| unit::hull(&units[range]));
        }
    }
}

/// The sentences of the body; one that ends with a marked question or exclamation is joined with the cue that follows it.
fn sentences<'a>(article: &'a Article, stretches: &[Stretch], lexicon: &Lexicon) -> Vec<Sentence<'a>> {
    let body = &article.body;
    let mut found: Vec<Sentence<'a>> = Vec::new();
    let mut next = 0;
    let mut open: Option<Span> = None;
    for sentence in body.sentences() {
        let range = open.take().map_or(sentence.span, |span: Span| span.hull(sentence.span));
        let first = next + stretches[next..].iter().take_while(|stretch| stretch.outer.end <= range.start).count();
        let inside = stretches[first..].iter().take_while(|stretch| stretch.outer.start < range.end);
        let quoted: Vec<(usize, Span)> = inside.enumerate().map(|(n, stretch)| (first + n, stretch.outer)).collect();
        if quoted.last().is_some_and(|(_, outer)| outer.end > range.end) {
            open = Some(range);
            continue;
        }
        next = first;
        let units = unit::units(body.text(), range, &quoted);
        let joins = |last: &&mut Sentence<'_>| {
            let short = last.units.len() + units.len() <= LONGEST_SENTENCE;
            short && last.paragraph == sentence.paragraph && is_cut_off(&last.units, &units, lexicon)
        };
        match found.last_mut().filter(joins) {
            Some(last) => last.units.extend(units),
            None => found.extend(in_parts(sentence.paragraph, units)),
        }
    }
    found
}

/// A sentence, or the parts of one that is too long to be read whole.
fn in_parts(paragraph: usize, units: Vec<Unit<'_>>) -> Vec<Sentence<'_>> {
    if units.len() <= LONGEST_SENTENCE {
        return vec![Sentence { paragraph, units }];
    }
    units.chunks(LONGEST_SENTENCE).map(|part| Sentence { paragraph, units: part.to_vec() }).collect()
}

/// The most units a sentence is read with; a longer one is no prose, and is read in parts.
const LONGEST_SENTENCE: usize = 400;

/// The most units of a speaker tag whose verb is not in the lexicon, its stop included.
const LONGEST_UNKNOWN_TAG: usize = 6;

/// Whether `“Is it true?”` stands before `she asked.`
fn is_cut_off(before: &[Unit], after: &[Unit], lexicon: &Lexicon) -> bool {
    let asks = before.last().is_some_and(|unit| unit.quoted().is_some() && !unit.key.is_empty() && unit.key != ".");
    let is_tag = |unit: &Unit| match lexicon.verb(&unit.key) {
        Some(verb) => verb.class != VerbClass::Judge,
        None => after.len() <= LONGEST_UNKNOWN_TAG && !unit.capital && unit.key.ends_with("ed"),
    };
    let near_cue = after.iter().take(6).any(is_tag);
    let signed = before.last().is_some_and(|unit| unit.quoted().is_some())
        && after.first().is_some_and(|unit| matches!(unit.kind, UnitKind::Mark('―' | '—' | '–' | '-')));
    signed || (asks && after.first().is_some_and(Unit::is_word) && near_cue)
}

#[cfg(test)]
mod tests;
