//! The JSON contract: what other programs read. Fields may be added, never renamed.

use serde_json::{Value, json};

use crate::article::{Article, Found};
use crate::compare::{Certainty, Comparison, Pair, Reason, Row, RowKind, Segment, SegmentKind, Side};
use crate::extract::{Claims, Figure, Quotation};
use crate::text::span::CodePoints;

/// A value on one line; characters that act on a terminal are written as escapes, which every JSON reader takes for the same value.
#[must_use]
pub fn line(value: &Value) -> String {
    escaped(&value.to_string())
}

/// JSON with the characters that act on a terminal written as escapes.
pub(super) fn escaped(written: &str) -> String {
    if written.chars().all(is_harmless) {
        return written.to_owned();
    }
    let escaped = |c: char| if is_harmless(c) { c.to_string() } else { format!("\\u{:04x}", u32::from(c)) };
    written.chars().map(escaped).collect()
}

/// Whether a terminal only shows the character; JSON itself escapes the controls below U+0020.
fn is_harmless(c: char) -> bool {
    !matches!(c, '\u{7f}'..='\u{9f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

/// One article with its claims; offsets are Unicode code points into the paragraphs joined by one `\n`.
#[must_use]
pub fn article(article: &Article, claims: &Claims) -> Value {
    let body = article.body.text();
    let at = CodePoints::new(body);
    let mut value = article_head(article);
    value["paragraphs"] = article.body.paragraphs().iter().map(|p| article.body.words(p.span)).collect();
    value["kinds"] = article.body.paragraphs().iter().map(|p| json!(p.kind)).collect();
    value["breaks_off"] = article.breaks_off().into();
    value["dropped"] = article.dropped().map(|(text, why)| json!({ "text": text, "why": why.describe() })).collect();
    value["sentences"] = article
        .body
        .sentences()
        .iter()
        .map(|s| json!({ "paragraph": s.paragraph, "start": at.at(s.span.start), "end": at.at(s.span.end), "text": s.span.of(body) }))
        .collect();
    value["quotations"] = claims.quotations.iter().map(|q| quotation(q, body, &at)).collect();
    value["figures"] = claims.figures.iter().map(|f| figure(f, body, &at)).collect();
    value
}

/// Title, source, author, date and where they come from.
fn article_head(article: &Article) -> Value {
    let metadata = &article.metadata;
    let mut head = json!({
        "id": article.id.as_str(),
        "file": article.file,
        "title": article.title(),
        "title_from": metadata.title.as_ref().map(Found::describe),
        "source": article.source(),
        "source_from": metadata.source.as_ref().map(Found::describe),
        "author": article.author(),
        "author_from": metadata.authors.as_ref().map(Found::describe),
        "agency": metadata.agency.as_ref().map(|found| &found.value),
        "agency_from": metadata.agency.as_ref().map(Found::describe),
        "published": metadata.published.as_ref().map(|found| found.value.rfc3339()),
        "published_from": metadata.published.as_ref().map(Found::describe),
        "updated": metadata.updated.as_ref().map(|found| found.value.rfc3339()),
        "updated_from": metadata.updated.as_ref().map(Found::describe),
        "language": metadata.language(),
        "language_from": metadata.language.as_ref().map(Found::describe),
        "url": metadata.url,
        "charset": metadata.charset,
    });
    if let Some(entry) = article.entry {
        head["entry"] = entry.into();
    }
    head
}

fn quotation(quotation: &Quotation, body: &str, at: &CodePoints) -> Value {
    let hull = quotation.hull();
    let speaker = quotation.speaker.as_ref();
    let mut value = json!({
        "text": quotation.text(body),
        "speaker": quotation.speaker_name(),
        "speaker_text": speaker.and_then(|s| s.span).map(|span| span.of(body)),
        "cue": quotation.cue.map(|span| span.of(body)),
        "kind": quotation.kind.as_str(),
        "start": at.at(hull.start),
        "end": at.at(hull.end),
    });
    if quotation.spans.len() > 1 {
        value["spans"] = quotation.spans.iter().map(|span| json!([at.at(span.start), at.at(span.end)])).collect();
    }
    value
}

fn figure(figure: &Figure, body: &str, at: &CodePoints) -> Value {
    json!({
        "text": figure.span.of(body),
        "measures": figure.measures.text,
        "value": { "min": figure.value.min, "max": figure.value.max },
        "unit": figure.unit,
        "approximation": figure.approximation.as_str(),
        "start": at.at(figure.span.start),
        "end": at.at(figure.span.end),
    })
}

/// One comparison.
#[must_use]
pub fn comparison(left: &Article, right: &Article, comparison: &Comparison) -> Value {
    let pages = Sides { left: (left, CodePoints::new(left.body.text())), right: (right, CodePoints::new(right.body.text())) };
    json!({
        "left": article_head(left),
        "right": article_head(right),
        "same_event": { "likely": comparison.same_event.likely, "score": comparison.same_event.score },
        "rows": comparison.rows.iter().map(|r| row(r, &pages)).collect::<Value>(),
        "quotations": comparison.quotations.iter().map(|pair| json!({
            "speaker": pair.speaker,
            "left": pages.claim(Side::Left, pair.pair, comparison, |c, n, body, at| c.quotations.get(n).map(|q| quotation(q, body, at))),
            "right": pages.claim(Side::Right, pair.pair, comparison, |c, n, body, at| c.quotations.get(n).map(|q| quotation(q, body, at))),
            "verdict": pair.verdict.as_str(),
            "fuller": pair.fuller.map(side_name),
            "score": pair.score,
            "reasons": pair.reasons.iter().map(reason).collect::<Value>(),
        })).collect::<Value>(),
        "figures": comparison.figures.iter().map(|pair| json!({
            "measures": pair.measures,
            "left": pages.claim(Side::Left, pair.pair, comparison, |c, n, body, at| c.figures.get(n).map(|f| figure(f, body, at))),
            "right": pages.claim(Side::Right, pair.pair, comparison, |c, n, body, at| c.figures.get(n).map(|f| figure(f, body, at))),
            "verdict": pair.verdict.as_str(),
            "score": pair.score,
            "note": pair.note,
            "reasons": pair.reasons.iter().map(reason).collect::<Value>(),
        })).collect::<Value>(),
        "names": {
            "both": names(comparison, |pair| matches!(pair, Pair::Both(..))),
            "left_only": names(comparison, |pair| matches!(pair, Pair::Left(_))),
            "right_only": names(comparison, |pair| matches!(pair, Pair::Right(_))),
        },
        "degraded": comparison.degraded,
    })
}

/// Both articles with their indexes of code points.
struct Sides<'a> {
    left: (&'a Article, CodePoints),
    right: (&'a Article, CodePoints),
}

impl Sides<'_> {
    fn side(&self, side: Side) -> &(&Article, CodePoints) {
        match side {
            Side::Left => &self.left,
            Side::Right => &self.right,
        }
    }

    fn sentences(&self, side: Side, numbers: &[usize]) -> Value {
        let (article, _) = self.side(side);
        numbers.iter().filter_map(|&n| article.body.sentences().get(n)).map(|s| article.body.words(s.span)).collect()
    }

    fn segments(&self, side: Side, segments: &[Segment]) -> Value {
        let (article, _) = self.side(side);
        segments.iter().map(|s| json!({ "text": article.body.words(s.span), "kind": segment_name(s.kind) })).collect()
    }

    /// What a side of a pair claims, drawn by `draw`; null where that side has nothing.
    fn claim(
        &self,
        side: Side,
        pair: Pair<usize>,
        comparison: &Comparison,
        draw: impl Fn(&Claims, usize, &str, &CodePoints) -> Option<Value>,
    ) -> Value {
        let (article, at) = self.side(side);
        pair.side(side).and_then(|number| draw(comparison.claims(side), number, article.body.text(), at)).unwrap_or(Value::Null)
    }
}

fn row(row: &Row, pages: &Sides<'_>) -> Value {
    let aligned = row.kind() == RowKind::Aligned;
    json!({
        "kind": match row.kind() {
            RowKind::Aligned => "aligned",
            RowKind::LeftOnly => "left_only",
            RowKind::RightOnly => "right_only",
        },
        "moved": row.moved,
        "score": row.score,
        "certainty": aligned.then_some(match row.certainty {
            Certainty::Weak => "weak",
            Certainty::Firm => "firm",
        }),
        "left": pages.sentences(Side::Left, &row.left),
        "right": pages.sentences(Side::Right, &row.right),
        "segments": aligned.then(|| json!({
            "left": pages.segments(Side::Left, &row.left_segments),
            "right": pages.segments(Side::Right, &row.right_segments),
        })),
        "reasons": row.reasons.iter().map(reason).collect::<Value>(),
    })
}

fn names(comparison: &Comparison, wanted: impl Fn(Pair<usize>) -> bool) -> Value {
    comparison.names.iter().filter(|name| wanted(name.pair)).map(|name| name.text.as_str()).collect()
}

/// A side in one word.
#[must_use]
pub fn side_name(side: Side) -> &'static str {
    match side {
        Side::Left => "left",
        Side::Right => "right",
    }
}

fn segment_name(kind: SegmentKind) -> &'static str {
    match kind {
        SegmentKind::Same => "same",
        SegmentKind::Wording => "wording",
        SegmentKind::Quotation => "quotation",
        SegmentKind::Figure => "figure",
        SegmentKind::Name => "name",
        SegmentKind::Negation => "negation",
    }
}

fn reason(reason: &Reason) -> Value {
    match reason {
        Reason::SharedWords(words) => json!({ "reason": "shared words", "words": words }),
        Reason::SharedQuotation(text) => json!({ "reason": "shared quotation", "text": text }),
        Reason::SharedFigure(text) => json!({ "reason": "shared figure", "text": text }),
        Reason::Leads => json!({ "reason": "both open their reports" }),
        Reason::SameText => json!({ "reason": "same text" }),
        Reason::SameSpeaker(name) => json!({ "reason": "same speaker", "text": name }),
        Reason::SameMeasure(text) => json!({ "reason": "same measure", "text": text }),
        Reason::AlignedSentences => json!({ "reason": "aligned sentences" }),
        Reason::Pinned => json!({ "reason": "pinned by the reader" }),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_acts_on_a_terminal_is_escaped_and_read_back() {
        let value = json!({ "file": "a\u{9b}31m\u{202e}\u{1b}[0m “é”" });
        let written = line(&value);
        assert!(!written.chars().any(|c| c.is_control() || !is_harmless(c)), "{written:?}");
        assert_eq!(serde_json::from_str::<Value>(&written).unwrap(), value);
    }
}
