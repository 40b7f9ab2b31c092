//! Words that deny or doubt what the other report states: loud only where the other side tells the same thing without them.

mod table;

use rustc_hash::FxHashMap;

use table::{Lexicon, Manner};

use super::features::is_content;
use super::report::Report;
use crate::text::senses::Senses;
use crate::text::span::Span;
use crate::text::term::Term;

/// How far behind such a word stands what it is said of.
const REACH: usize = 4;
/// Content words beside a statement by which it is told to be the same, on either side of it.
const BESIDE: usize = 4;
/// How far from it they stand at most, in words of any kind.
const WITHIN: usize = 12;
/// So many of them are enough to share.
const ENOUGH: usize = 3;
/// Words beside the other report's statement among which one that says as much is looked for.
const NEAR: usize = 8;
/// The most of such words of one side, and the most statements of the other that one is held against.
const MOST: usize = 30;

/// The words of one side of a row in order, with the sentences that hold them.
#[derive(Clone, Copy)]
pub(super) struct Told<'a> {
    pub report: &'a Report<'a>,
    pub sentences: &'a [Span],
    pub terms: &'a [&'a Term],
    /// For each term whether the other side has it too.
    pub same: &'a [bool],
}

/// The terms of one side, by number, that deny or doubt what the other side states.
pub(super) fn turned(one: Told<'_>, other: Told<'_>, language: &str) -> Vec<usize> {
    let Some(lexicon) = Lexicon::of(language) else { return Vec::new() };
    let turning = one.terms.iter().zip(one.same).enumerate().filter(|(_, (_, same))| !**same);
    let turning = turning.filter_map(|(at, (term, _))| Some((at, lexicon.manner(term)?))).take(MOST);
    let turning: Vec<(usize, Manner)> = turning.collect();
    if turning.is_empty() {
        return Vec::new();
    }
    let senses = Senses::of(language);
    let mut places: FxHashMap<&str, Vec<usize>> = FxHashMap::default();
    for (at, term) in other.terms.iter().enumerate().filter(|(_, term)| is_content(term)) {
        places.entry(senses.stem(&term.stem)).or_default().push(at);
    }
    let is_turned = |&(at, manner): &(usize, Manner)| {
        let Some(target) = one.target(at, lexicon) else { return false };
        let found = places.get(senses.stem(&one.terms[target].stem)).map(Vec::as_slice).unwrap_or_default();
        let beside = one.beside(target, lexicon, senses);
        let verb = one.verb_of(at, lexicon).map(|verb| senses.stem(&verb.stem));
        let says_as_much = |&place: &usize| other.says_as_much(place, manner, lexicon);
        let is_same = |&place: &usize| {
            let theirs = other.beside(place, lexicon, senses);
            is_told_alike(&beside, &theirs) && verb.is_none_or(|verb| theirs.contains(&verb))
        };
        found.len() <= MOST && !found.iter().any(says_as_much) && found.iter().any(is_same)
    };
    turning.into_iter().filter(is_turned).map(|(at, _)| at).collect()
}

/// Whether the same words stand beside a statement on both sides: all that one of them has, or most of them.
fn is_told_alike(one: &[&str], other: &[&str]) -> bool {
    let shared = one.iter().filter(|word| other.contains(word)).count();
    let fewer = one.len().min(other.len());
    shared > 0 && shared >= ENOUGH.min(fewer) && 2 * shared >= fewer
}

impl<'a> Told<'a> {
    fn sentence(&self, at: usize) -> Span {
        let span = self.terms.get(at).map_or(Span::new(0, 0), |term| term.span);
        self.sentences.iter().find(|sentence| sentence.covers(span)).copied().unwrap_or(span)
    }

    /// What a word is said of: the next word that says something, in the same clause.
    fn target(&self, at: usize, lexicon: &Lexicon) -> Option<usize> {
        let (word, sentence) = (self.terms.get(at)?, self.sentence(at));
        let is_told = |&place: &usize| self.terms.get(place).is_some_and(|term| is_content(term) && !lexicon.is_between(term));
        if self.is_supposed(at, lexicon) || lexicon.needs_to(word) && self.terms.get(at + 1).is_none_or(|term| term.word != "to") {
            return None;
        }
        let target = (at + 1..=at + REACH).find(is_told)?;
        let between = Span::new(word.span.end, self.terms.get(target)?.span.start);
        let in_clause =
            sentence.covers(between) && !self.report.words(between).contains([',', ';', ':', '.', '?', '!', '—', '–', '(', ')']);
        in_clause.then_some(target)
    }

    /// Whether a word denies what would be so in another case: `would not have signed`.
    fn is_supposed(&self, at: usize, lexicon: &Lexicon) -> bool {
        let before = at.checked_sub(1).and_then(|before| self.terms.get(before));
        before.is_some_and(|term| lexicon.supposes(term)) && self.terms.get(at + 1).is_some_and(|term| term.word == "have")
    }

    /// The verb that a `not` stands right behind and goes with: `pleaded` in `pleaded not guilty`.
    fn verb_of(&self, at: usize, lexicon: &Lexicon) -> Option<&'a Term> {
        let verb = at.checked_sub(1).and_then(|before| self.terms.get(before))?;
        let stands_behind = self.terms.get(at).is_some_and(|term| lexicon.follows_verb(term)) && !lexicon.is_between(verb);
        (stands_behind && is_content(verb) && !verb.capital && !lexicon.supposes(verb)).then_some(*verb)
    }

    /// What stands beside a statement in its sentence: stems of the nearest words that say something.
    fn beside(&self, at: usize, lexicon: &Lexicon, senses: &'a Senses) -> Vec<&'a str> {
        let sentence = self.sentence(at);
        let telling = |&place: &usize| {
            let term = self.terms[place];
            is_content(term) && lexicon.manner(term).is_none() && !lexicon.is_between(term)
        };
        let inside = |place: &usize| self.terms.get(*place).is_some_and(|term| sentence.covers(term.span));
        let before = (at.saturating_sub(WITHIN)..at).rev().take_while(inside).filter(telling).take(BESIDE);
        let after = (at + 1..=at + WITHIN).take_while(inside).filter(telling).take(BESIDE);
        before.chain(after).map(|place| senses.stem(&self.terms[place].stem)).collect()
    }

    /// Whether a word beside a statement takes it back as well.
    fn says_as_much(&self, at: usize, manner: Manner, lexicon: &Lexicon) -> bool {
        let sentence = self.sentence(at);
        let near = self.terms.get(at.saturating_sub(NEAR)..).unwrap_or_default().iter().take(2 * NEAR + 1);
        // What somebody wants or may do is neither done nor undone.
        let is_open = manner == Manner::Denial && at.checked_sub(1).and_then(|to| self.terms.get(to)).is_some_and(|to| to.word == "to");
        let says = |term: &&Term| lexicon.is_as_much(term, manner) || is_open && lexicon.is_as_much(term, Manner::Doubt);
        near.copied().filter(|term| sentence.covers(term.span)).any(|term| says(&term))
    }
}

#[cfg(test)]
mod tests {
    use crate::article::{Article, ArticleId, Evidence, Fate, Found, Metadata, PageBlock, ParagraphKind};
    use crate::compare::{Options, SegmentKind, Side, compare};
    use crate::text::span::Span;

    fn article(text: &str, language: &str) -> Article {
        let page = text.lines().map(|line| PageBlock { text: line.to_owned(), fate: Fate::Body(ParagraphKind::Prose) }).collect();
        let metadata = Metadata { language: Some(Found::new(language.to_owned(), Evidence::Text)), ..Metadata::default() };
        Article::new(ArticleId::of_page(text.as_bytes()), "page.txt".to_owned(), metadata, page)
    }

    /// The words of either side that turn a statement round.
    fn turned(left: &str, right: &str, language: &str) -> (Vec<String>, Vec<String>) {
        // Pinned, so that only what is loud in the row is looked at.
        let options = Options { pinned: vec![(Span::whole(left), Span::whole(right))], ..Options::default() };
        let comparison = compare(&article(left, language), &article(right, language), &options);
        let loud = |side: Side, text: &str| -> Vec<String> {
            let segments = comparison.rows.iter().flat_map(|row| row.segments(side));
            let loud = segments.filter(|segment| segment.kind == SegmentKind::Negation);
            loud.map(|segment| segment.span.of(text).to_owned()).collect()
        };
        (loud(Side::Left, left), loud(Side::Right, right))
    }

    #[test]
    fn what_one_side_denies_or_doubts_is_loud() {
        for (language, left, right, want) in [
            (
                "en",
                "The harbour authority did not inspect the ferry before it left Selim.",
                "The harbour authority inspected the ferry before it left Selim.",
                "not",
            ),
            ("en", "The minister denied the report of the inquiry.", "The minister confirmed the report of the inquiry.", "denied"),
            (
                "en",
                "The bridge over the Orla may have collapsed under a lorry.",
                "The bridge over the Orla collapsed under a lorry.",
                "may",
            ),
            (
                "en",
                "The mayor allegedly took 200,000 euros from the builder.",
                "The mayor took 200,000 euros from the builder.",
                "allegedly",
            ),
            ("en", "The captain failed to answer two radio calls.", "The captain answered two radio calls.", "failed"),
            ("en", "Nobody warned the passengers of the storm.", "The crew warned the passengers of the storm.", "Nobody"),
            (
                "en",
                "Peter Lund pleaded not guilty to two counts of fraud in Selim.",
                "Peter Lund pleaded guilty to two counts of fraud in Selim.",
                "not",
            ),
            ("en", "The union never accepted the offer of the port.", "The union accepted the offer of the port.", "never"),
            ("de", "Das Werk hat die Prüfung nicht bestanden.", "Das Werk hat die Prüfung bestanden.", "nicht"),
            ("fr", "Le maire n’a jamais signé le contrat du port.", "Le maire a signé le contrat du port.", "jamais"),
            ("es", "El alcalde no firmó el contrato del puerto.", "El alcalde firmó el contrato del puerto.", "no"),
            ("ru", "Капитан не ответил на вызов порта.", "Капитан ответил на вызов порта.", "не"),
            ("uk", "Капітан не відповів на виклик порту.", "Капітан відповів на виклик порту.", "не"),
        ] {
            assert_eq!(turned(left, right, language), (vec![want.to_owned()], vec![]), "{left}");
            assert_eq!(turned(right, left, language), (vec![], vec![want.to_owned()]), "{left}");
        }
    }

    /// One side says something more, or as much in other words.
    #[test]
    fn a_negation_in_other_matters_is_quiet() {
        for (left, right) in [
            (
                "The ferry left Selim at noon, and the port did not answer calls about it.",
                "The ferry left Selim at noon with 40 passengers.",
            ),
            ("The passenger had not yet woken on Tuesday.", "The passenger has yet to wake, the clinic said on Tuesday."),
            ("The harbour authority refused to inspect the ferry.", "The harbour authority was unable to inspect the ferry."),
            ("The toll could rise to 40 in the coming days.", "The toll is expected to rise to 40 in the coming days."),
            (
                "The mayor allegedly took 200,000 euros from the builder.",
                "The mayor is accused of having taken 200,000 euros from the builder.",
            ),
            ("No bridge over the Orla was closed on Monday.", "On Monday the bridges over the Orla were not closed."),
            ("Two pumps failed in the tunnel under the Orla.", "Two pumps stood in the tunnel under the Orla."),
            ("The ferry sank in May off Selim.", "The ferry sank off Selim."),
            (
                "The port would not have closed the quay on Monday if the storm had passed.",
                "The port closed the quay on Monday before the storm.",
            ),
            (
                "Peter Lund pleaded not guilty to two counts of fraud in Selim.",
                "Peter Lund was found guilty of two counts of fraud in Selim.",
            ),
            (
                "Critics blame the minister for failing to enforce the federal fishing ban off Selim.",
                "A new minister could order the port to enforce the federal fishing ban off Selim.",
            ),
            ("Critics say the law was never meant for children.", "Critics say the law was not meant for children."),
        ] {
            assert_eq!(turned(left, right, "en"), (vec![], vec![]), "{left}");
            assert_eq!(turned(right, left, "en"), (vec![], vec![]), "{left}");
        }
    }
}
