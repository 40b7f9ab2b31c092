//! Cuts a paragraph into sentences: never inside an open quotation, also where the space after the stop was lost.

use super::marks::{Marked, is_mark, marked};
use super::span::{Span, after, before};

/// The sentences of one paragraph as spans into it, in order, without the white space between them.
///
/// `language` is a BCP 47 code; it chooses the abbreviations (Wikimedia's `sentencex` rules, some thirty languages).
#[must_use]
pub fn sentences(paragraph: &str, language: &str) -> Vec<Span> {
    let stretches = marked(paragraph);
    let mut cuts: Vec<usize> = portions(paragraph)
        .into_iter()
        .flat_map(|portion| {
            let found = sentencex::get_sentence_boundaries(language, portion.of(paragraph));
            found.into_iter().map(move |boundary| portion.start + boundary.end_byte)
        })
        .map(|cut| before_opening_mark(&stretches, cut))
        .chain(glued(paragraph))
        .filter(|&cut| !is_inside(&stretches, cut) && !follows_title(before(paragraph, cut), language))
        .collect();
    cuts.push(paragraph.len());
    cuts.sort_unstable();
    cuts.dedup();
    let starts = std::iter::once(0).chain(cuts.iter().copied());
    starts.zip(cuts.iter().copied()).map(|(start, end)| Span::new(start, end).trimmed(paragraph)).filter(|span| !span.is_empty()).collect()
}

/// The last stretch that opens before `at`.
fn opened_before(stretches: &[Marked], at: usize) -> Option<Marked> {
    stretches.partition_point(|stretch| stretch.outer.start < at).checked_sub(1).and_then(|number| stretches.get(number)).copied()
}

/// An opening mark goes with the sentence that it opens, also where the rules take it for a closing one.
fn before_opening_mark(stretches: &[Marked], cut: usize) -> usize {
    opened_before(stretches, cut).filter(|stretch| cut <= stretch.inner.start).map_or(cut, |stretch| stretch.outer.start)
}

/// Whether the cut lies inside a quotation; one that is never closed counts where it opens the paragraph, as it goes on in the next.
fn is_inside(stretches: &[Marked], cut: usize) -> bool {
    opened_before(stretches, cut).is_some_and(|stretch| cut < stretch.outer.end && (stretch.closed || stretch.outer.start == 0))
}

/// Titles that end in a stop and stand before a name; those that the library's lists lack.
const TITLES: &[(&str, &[&str])] = &[
    (
        "en",
        &[
            "Mr.", "Mrs.", "Ms.", "Dr.", "Prof.", "St.", "approx.", "Gov.", "Sen.", "Rep.", "Gen.", "Lt.", "Col.", "Sgt.", "Capt.", "Rev.",
            "Hon.", "No.", "Nos.", "vs.",
        ],
    ),
    ("fr", &["M.", "MM.", "Mme.", "Mlle.", "Mgr."]),
    ("ru", &["янв.", "февр.", "апр.", "авг.", "сент.", "окт.", "нояб.", "дек.", "им.", "ул."]),
    ("uk", &["ім.", "вул.", "січ.", "лют."]),
];

fn follows_title(text: &str, language: &str) -> bool {
    let text = text.trim_end();
    TITLES
        .iter()
        .filter(|(code, _)| *code == language)
        .flat_map(|(_, titles)| titles.iter())
        .any(|title| text.strip_suffix(title).is_some_and(|head| !head.ends_with(|c: char| c.is_alphanumeric())))
}

/// Bytes of a paragraph that are looked at together: many times the longest paragraph of a report.
const LONGEST_PORTION: usize = 8 * 1024;

/// The most quotation marks of one portion of a paragraph that is longer than that.
const MOST_MARKS: usize = 100;

/// The paragraph in portions, each but the last ending behind a stop and a blank where there is one: the library's time grows with the
/// square of the quotation marks that nothing closes.
fn portions(paragraph: &str) -> Vec<Span> {
    let mut portions = Vec::new();
    let mut start = 0;
    while paragraph.len() - start > LONGEST_PORTION {
        let limit = paragraph.floor_char_boundary(start + LONGEST_PORTION);
        let reach = Span::new(start, limit).of(paragraph);
        let reach = reach.match_indices(is_mark).nth(MOST_MARKS).map_or(reach, |(end, _)| before(reach, end));
        let end = reach.rfind(". ").map(|at| at + 2).or_else(|| reach.rfind(' ').map(|at| at + 1)).unwrap_or(reach.len());
        portions.push(Span::new(start, start + end));
        start += end;
    }
    portions.push(Span::new(start, paragraph.len()));
    portions
}

/// Characters of a word, an address included.
const LONGEST_WORD: usize = 120;

/// Places where two sentences touch (`in orbit.The crew`): a word of small letters, a stop, a capital and a small letter.
fn glued(paragraph: &str) -> impl Iterator<Item = usize> + '_ {
    paragraph.char_indices().filter(|(_, c)| matches!(c, '.' | '!' | '?')).filter_map(|(at, stop)| {
        let end = at + stop.len_utf8();
        // Looked at from its end, and no further than a word goes: a run of stops without a space must not be read again at each of them.
        let mut word = before(paragraph, at).chars().rev().take(LONGEST_WORD).take_while(|c| !c.is_whitespace());
        let mut next = after(paragraph, end).chars();
        let is_small = before(paragraph, at).ends_with(char::is_lowercase);
        let is_word = is_small && word.clone().count() > 2 && !word.any(|c| matches!(c, '.' | '/' | '@' | ':'));
        let is_sentence = next.next().is_some_and(char::is_uppercase) && next.next().is_some_and(|c| c.is_lowercase() || c == ' ');
        (is_word && is_sentence).then_some(end)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn split(text: &str) -> Vec<&str> {
        sentences(text, "en").into_iter().map(|span| span.of(text)).collect()
    }

    #[test]
    fn stops_that_end_nothing() {
        for text in [
            "Mr. Kim met Gen. Shoigu on Sept. 13 at 2.30 p.m. in Tsiolkovsky.",
            "The U.S. is concerned about No. 5 of the list.",
            "J. R. R. Tolkien paid $1.5 million.",
            "\"We won. It was hard. We go on,\" he said.",
            "“Is it true?” she asked.",
            "It cost approx. 5 euros.",
        ] {
            assert_eq!(split(text), [text], "{text}");
        }
    }

    #[test]
    fn stops_that_end_a_sentence() {
        assert_eq!(split("He left. She stayed."), ["He left.", "She stayed."]);
        assert_eq!(split("\"It is over.\" The minister left."), ["\"It is over.\"", "The minister left."]);
        assert_eq!(split("He arrived in the U.S. He stayed a week."), ["He arrived in the U.S.", "He stayed a week."]);
        assert_eq!(split("They are in orbit.The crew is well."), ["They are in orbit.", "The crew is well."]);
    }

    #[test]
    fn an_opening_mark_goes_with_its_sentence() {
        assert_eq!(split("''We stay,'' he said. ''We rebuild.''"), ["''We stay,'' he said.", "''We rebuild.''"]);
        assert_eq!(split("“We stay,” he said. “We rebuild. All of it."), ["“We stay,” he said.", "“We rebuild.", "All of it."]);
    }

    #[test]
    fn a_quotation_that_fills_the_paragraph_is_one_sentence_though_never_closed() {
        assert_eq!(split("“We stay. We rebuild. All of it."), ["“We stay. We rebuild. All of it."]);
    }

    #[test]
    fn addresses_are_not_glued_sentences() {
        let text = "Write to news@example.Com or see https://example.org/a.Html today.";
        assert_eq!(split(text), [text]);
    }

    #[test]
    fn a_paragraph_of_any_length_is_cut_as_its_parts_are() {
        let text = "The ferry left on time. Nobody was hurt. ".repeat(2_000);
        assert_eq!(split(&text).len(), 4_000);
        let marks = "“".repeat(20_000) + &"J.".repeat(20_000);
        assert_eq!(split(&marks).concat(), marks);
    }

    #[test]
    fn no_word_is_lost() {
        let text = "Eins. Zwei!  Drei? „Vier. Fünf“, sagte er.";
        let joined: String = split(text).concat();
        assert_eq!(joined.replace(' ', ""), text.replace(' ', ""));
    }
}
