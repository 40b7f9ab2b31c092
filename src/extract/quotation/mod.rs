//! Quotations: whose words the article gives, and how.

use crate::article::Article;
use crate::extract::name::Name;
use crate::text::span::Span;

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

    /// The speaker's resolved name.
    #[must_use]
    pub fn speaker_name(&self) -> Option<&str> {
        self.speaker.as_ref().and_then(|speaker| speaker.name.as_deref())
    }
}

/// The quotations of an article, in the order of the text.
#[must_use]
pub fn quotations(_article: &Article, _names: &[Name]) -> Vec<Quotation> {
    Vec::new()
}
