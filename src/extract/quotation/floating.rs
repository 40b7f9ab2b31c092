//! Marked words without a cue of their own: the speaker is the one whose words go on.

use super::draft::{Draft, Pattern};
use super::{QuotationKind, Surroundings};
use crate::article::Body;
use crate::text::span::Span;

/// Gives drafts without a source the speaker whose words they go on, joins what a speaker tag broke, and drops what nobody says.
pub(super) fn settle(drafts: Vec<Draft>, surroundings: &Surroundings, body: &Body) -> Vec<Draft> {
    let mut settled: Vec<Draft> = Vec::with_capacity(drafts.len());
    for mut draft in drafts {
        if draft.source.is_some() || draft.kind == QuotationKind::Indirect {
            if draft.continues
                && settled.last().is_some_and(|last| last.goes_on && last.source.is_none() && last.paragraph + 1 == draft.paragraph)
            {
                let mut spans = settled.pop().map(|first| first.spans).unwrap_or_default();
                spans.append(&mut draft.spans);
                draft.spans = spans;
            }
            settled.push(draft);
            continue;
        }
        let last =
            settled.iter_mut().rev().take(LOOK_BACK).find(|last| last.kind != QuotationKind::Indirect || last.paragraph == draft.paragraph);
        if let Some(last) = last {
            if goes_on(last, &draft, body) {
                last.spans.append(&mut draft.spans);
                last.end = draft.end;
                continue;
            }
            inherit(&mut draft, last, surroundings);
        }
        if draft.source.is_none() {
            look_around(&mut draft, surroundings);
        }
        if !matches!(draft.pattern, None | Some(Pattern::FirstSubject)) || draft.goes_on || is_kept(&draft, body) {
            settled.push(draft);
        }
    }
    settled
}

/// Whether the draft is the second half of `“…,” he said. “…”`, or the next paragraph of words that were never closed.
fn goes_on(last: &Draft, draft: &Draft, body: &Body) -> bool {
    if draft.continues && last.paragraph + 1 == draft.paragraph {
        return true;
    }
    let between = draft.spans.first().map_or(0, |span| span.start.saturating_sub(last.end));
    let only_marks = between <= 8 && last.paragraph == draft.paragraph;
    let spoken = last.kind == QuotationKind::Direct && draft.stands_alone && last.source.is_some();
    spoken && only_marks && body.text().is_char_boundary(last.end)
}

/// The speaker of the words before, in the same paragraph or the one before.
fn inherit(draft: &mut Draft, last: &Draft, surroundings: &Surroundings) {
    let pattern = if draft.continues {
        Pattern::Continued
    } else if last.paragraph == draft.paragraph && draft.stands_alone {
        Pattern::SameParagraph
    } else if last.paragraph + 1 == draft.paragraph
        && draft.stands_alone
        && last.kind == QuotationKind::Direct
        && !surroundings.name_speaker_of(draft.paragraph)
    {
        Pattern::PreviousParagraph
    } else {
        return;
    };
    draft.source = last.source;
    draft.pattern = last.source.map(|_| pattern);
}

/// `Trump continued:` in the paragraph before, `- Trump` in the one after, or whom the sentence itself is about.
fn look_around(draft: &mut Draft, surroundings: &Surroundings) {
    let at = |places: &[Option<Span>], number: usize| places.get(number).copied().flatten().filter(|_| draft.stands_alone);
    let lead_in = draft.paragraph.checked_sub(1).and_then(|number| at(&surroundings.lead_ins, number));
    let (source, pattern) = match lead_in.or_else(|| at(&surroundings.signatures, draft.paragraph + 1)) {
        Some(source) => (Some(source), Pattern::Colon),
        None => (draft.about.filter(|_| !draft.stands_alone), Pattern::FirstSubject),
    };
    draft.source = source;
    draft.pattern = source.map(|_| pattern);
}

/// A few words in marks that nobody is said to say are no quotation.
fn is_kept(draft: &Draft, body: &Body) -> bool {
    let words: usize = draft.spans.iter().map(|span| body.words(*span).split_whitespace().count()).sum();
    words >= SHORTEST_WITHOUT_CUE
}

/// How many quotations back the last marked one is looked for.
const LOOK_BACK: usize = 50;

/// Below this many words, marks without a cue are more often scare quotes than speech.
const SHORTEST_WITHOUT_CUE: usize = 4;
