//! Who the words of a source name: surname, title, office, body or pronoun, resolved through the article.

mod office;

use super::draft::Draft;
use super::stretch::Stretch;
use crate::article::Body;
use crate::extract::lexicon::{Lexicon, without_pronoun};
use crate::extract::name::{Gender, Name};
use crate::extract::unit::{Unit, units};
use crate::text::span::{Span, after};

use office::Office;

/// Nouns that only say what kind of outlet the name before them is: `the TASS news agency`.
const OUTLETS: &[&str] = &["news", "agency", "newspaper", "magazine", "network", "channel", "daily", "website", "broadcaster"];

/// What a body speaks through.
const PAPERS: &[&str] =
    &["report", "statement", "website", "letter", "article", "editorial", "memo", "post", "tweet", "dispatch", "release", "office"];

/// How many mentions back a pronoun is followed.
const LOOK_BACK: usize = 60;

/// Resolves sources in the order of the text.
pub(super) struct Speakers<'a> {
    body: &'a Body,
    names: &'a [Name],
    lexicon: &'a Lexicon,
    /// All mentions with the number of their name, in the order of the text.
    mentions: Vec<(Span, usize)>,
    /// Those of them that the article itself makes, outside marked words.
    narrated: Vec<(Span, usize)>,
    /// Offices with their holders, in the order in which the text tells them: `minister`, `Sergei Shoigu`.
    offices: Vec<Office>,
    /// The last speaker with the place where the words named it.
    last: Option<(usize, usize)>,
}

/// A pronoun without the verb that hangs on it: `she` of `she's`.
fn without_verb<'u>(unit: &'u Unit<'_>) -> &'u str {
    unit.key.split('\'').next().unwrap_or_default()
}

/// What became of a source.
enum Found {
    /// One of the article's names.
    Name(usize),
    /// A description that holds a name: `Clinton campaign`.
    Description(String),
    Unknown,
}

impl<'a> Speakers<'a> {
    pub(super) fn new(body: &'a Body, names: &'a [Name], stretches: &[Stretch], lexicon: &'a Lexicon) -> Self {
        let mut mentions: Vec<(Span, usize)> =
            names.iter().enumerate().flat_map(|(number, name)| name.mentions.iter().map(move |span| (*span, number))).collect();
        mentions.sort_unstable();
        let is_marked = |span: Span| {
            let before = stretches.partition_point(|stretch| stretch.outer.start <= span.start);
            before.checked_sub(1).and_then(|at| stretches.get(at)).is_some_and(|stretch| stretch.outer.covers(span))
        };
        let narrated = mentions.iter().copied().filter(|(span, _)| !is_marked(*span)).collect();
        let mut speakers = Self { body, names, lexicon, mentions, narrated, offices: Vec::new(), last: None };
        speakers.offices = speakers.offices_told();
        speakers
    }

    /// The fullest name of the draft's source, if the article gives one.
    pub(super) fn resolve(&mut self, draft: &Draft) -> Option<String> {
        let source = draft.source?;
        let words = units(self.body.text(), source, &[]);
        let head_end = words.iter().position(|unit| !unit.is_word()).unwrap_or(words.len());
        let found = self.found(source, &words, head_end);
        match found {
            Found::Name(number) => {
                self.last = Some((source.start, number));
                self.names.get(number).map(|name| name.text.clone())
            }
            Found::Description(text) => {
                self.remember(source, &words[..head_end], &text);
                Some(text)
            }
            Found::Unknown => None,
        }
    }

    fn found(&self, source: Span, words: &[Unit], head_end: usize) -> Found {
        let Some(first) = words.first() else { return Found::Unknown };
        let owns_alone = words.len() == 1 && first.is_in(&self.lexicon.owners);
        let is_pronoun = self.lexicon.pronouns.contains(without_verb(first)) || without_pronoun(&first.key).is_some();
        if owns_alone || head_end <= 2 && is_pronoun {
            return self.antecedent(source, first).map_or(Found::Unknown, Found::Name);
        }
        if let Some(number) = self.whose(words) {
            return Found::Name(number);
        }
        let head = &words[..head_end];
        if let Some(number) = self.owner_of_paper(source, head) {
            return Found::Name(number);
        }
        if let Some(number) = self.holder_behind(words, head_end) {
            return Found::Name(number);
        }
        if let Some(number) = self.name_at_end(head).or_else(|| self.name_in_apposition(words, head_end)) {
            return Found::Name(number);
        }
        if let Some(text) = self.description(head) {
            return text;
        }
        self.office_holder(source, head)
    }

    /// The name that the phrase is built on: `Trump campaign manager Corey Lewandowski`, `the TASS news agency`, `Senator John McCain of Arizona`.
    fn name_at_end(&self, head: &[Unit]) -> Option<usize> {
        // `a spokesman for Ted Cruz` names Cruz, but he is not the one who speaks.
        let governed = head.iter().position(|unit| unit.is_in(&self.lexicon.prepositions) && !unit.capital);
        let whole =
            self.name_ending(head).filter(|(span, _)| governed.and_then(|at| head.get(at)).is_none_or(|unit| span.start < unit.span.start));
        let first = || {
            governed
                .and_then(|at| self.name_ending(head.get(..at)?))
                .filter(|(span, number)| self.names.get(*number).is_some_and(|name| name.person) || self.stands_alone(*span, head))
        };
        whole.or_else(first).map(|(_, number)| number)
    }

    /// Whether a name of several words ends before the words that a preposition governs: `unionist Pavo Ilic from a stage`.
    fn stands_alone(&self, name: Span, head: &[Unit]) -> bool {
        let governs = |unit: &&Unit| unit.is_in(&self.lexicon.prepositions) && !unit.capital;
        let several = self.body.words(name).contains(' ');
        several && head.iter().find(governs).is_some_and(|unit| name.end <= unit.span.start)
    }

    /// The name with which the words end, but for what only says that it is an outlet.
    fn name_ending(&self, words: &[Unit]) -> Option<(Span, usize)> {
        let kept = words.len() - words.iter().rev().take_while(|unit| unit.is_one_of(OUTLETS)).count();
        let last = words[..kept].last().filter(|last| !last.key.ends_with("'s"))?;
        self.mention_over(last.span).filter(|(span, _)| span.end + 2 >= last.span.end)
    }

    /// `Merkel's spokesman, Steffen Seibert`: a person right behind the comma, known as one or not.
    fn name_in_apposition(&self, words: &[Unit], head_end: usize) -> Option<usize> {
        let after = words.get(head_end + 1).filter(|_| words.get(head_end).is_some_and(|unit| unit.is_mark(',')))?;
        let (_, number) = self.mention_over(after.span)?;
        let ends_common = words[..head_end].last().is_some_and(|unit| !unit.capital);
        let name = self.names.get(number)?;
        (ends_common && (name.person || name.may_be_person())).then_some(number)
    }

    /// `the court, whose president, Ana Petrov`: the name at the end, which is that of whoever `whose` tells of.
    fn whose(&self, words: &[Unit]) -> Option<usize> {
        let at = words.iter().position(|unit| unit.is("whose"))?;
        let (span, number) = self.mention_over(words.last()?.span)?;
        (span.start > words[at].span.end && self.names.get(number).is_some_and(Name::may_be_person)).then_some(number)
    }

    /// `the chief engineer of the contractor Morven, Iain Tolley`: a full name that ends the words behind an office that names its body.
    fn holder_behind(&self, words: &[Unit], head_end: usize) -> Option<usize> {
        let head = &words[..head_end];
        let office_end = head.iter().position(|unit| unit.is_in(&self.lexicon.prepositions) && !unit.capital)?;
        let is_office = head.first()?.is_in(&self.lexicon.determiners) && head[..office_end].last().is_some_and(|unit| !unit.capital);
        let after = words.get(head_end + 1).filter(|_| is_office && words[head_end].is_mark(','))?;
        let (span, number) = self.mention_over(after.span)?;
        let ends = words.last().is_some_and(|last| span.end >= last.span.end);
        let is_full = self.body.words(span).contains(' ') && self.names.get(number).is_some_and(|name| name.person || name.may_be_person());
        (ends && is_full).then_some(number)
    }

    /// The mention that holds the first byte of a span.
    fn mention_over(&self, span: Span) -> Option<(Span, usize)> {
        let at = self.mentions.partition_point(|(mention, _)| mention.start <= span.start).checked_sub(1)?;
        self.mentions.get(at).copied().filter(|(mention, _)| mention.holds(span.start))
    }

    /// A description with a name in it, without its article: `spokesman for the Clinton campaign`.
    fn description(&self, head: &[Unit]) -> Option<Found> {
        let start = usize::from(
            head.first()?.is_in(&self.lexicon.determiners) && !head.first()?.capital || head.first()?.is("the") || head.first()?.is("a"),
        );
        let kept = head.get(start..)?;
        let named = kept.iter().any(|unit| self.mention_over(unit.span).is_some());
        if !named || self.office_of(head, usize::MAX).is_some() {
            return None;
        }
        let span = kept.first()?.span.hull(kept.last()?.span);
        Some(Found::Description(self.body.words(span).to_owned()))
    }

    /// The person or body that a pronoun stands for.
    fn antecedent(&self, source: Span, pronoun: &Unit) -> Option<usize> {
        let gender = match without_verb(pronoun) {
            "he" | "his" | "er" | "seine" | "il" | "él" | "он" | "він" => Some(Gender::Man),
            "she" | "her" | "elle" | "ella" | "она" | "вона" => Some(Gender::Woman),
            word if word.ends_with("-il") => Some(Gender::Man),
            word if word.ends_with("-elle") => Some(Gender::Woman),
            "who" => None,
            "it" | "its" => return self.body_before(source),
            _ => return None,
        };
        let agrees = |name: &&Name| name.gender().zip(gender).is_none_or(|(a, b)| a == b);
        let fits = |number: usize| self.names.get(number).filter(agrees).is_some_and(|name| name.person);
        let may_fit = |number: usize| self.names.get(number).filter(agrees).is_some_and(Name::may_be_person);
        let before = self.narrated.partition_point(|(span, _)| span.end <= source.start);
        let earlier = self.narrated.get(before.saturating_sub(LOOK_BACK)..before)?;
        if pronoun.is("who") {
            return earlier.last().map(|(_, number)| *number);
        }
        // In the paragraph of the pronoun a full name is a person's even where nothing else says so.
        let here = self.body.paragraph_at(source.start).and_then(|at| self.body.paragraphs().get(at)).map_or(0, |found| found.span.start);
        let subjects = || earlier.iter().rev().filter(|(span, _)| self.opens_sentence(*span));
        let near = |is: &dyn Fn(usize) -> bool| subjects().take_while(|(span, _)| span.start >= here).find(|(_, number)| is(*number));
        // Who is named in a sentence before may be meant, wherever in it; in the pronoun's own sentence it is mostly somebody else.
        let sentence = self.body.sentence_at(source.start).and_then(|at| self.body.sentences().get(at)).map_or(0, |found| found.span.start);
        let is_before = |span: Span| span.end <= sentence && !self.is_owner(span);
        let inside = || {
            let of_paragraph = earlier.iter().rev().take_while(|(span, _)| span.start >= here);
            of_paragraph.filter(|(span, _)| is_before(*span)).find(|(_, number)| fits(*number) || may_fit(*number))
        };
        let subject = near(&fits).or_else(|| near(&may_fit)).or_else(inside).or_else(|| subjects().find(|(_, number)| fits(*number)));
        let speaker = self.last.filter(|(at, number)| fits(*number) || *at >= here && may_fit(*number));
        match (subject, speaker) {
            (Some((span, _)), Some((at, number))) if at >= span.start => Some(number),
            (Some((_, number)), _) => Some(*number),
            (None, Some((_, number))) => Some(number),
            (None, None) => earlier.iter().rev().find(|(_, number)| fits(*number)).map(|(_, number)| *number),
        }
    }

    /// The body that `it` stands for: the last one whose name opens this sentence or the one before.
    fn body_before(&self, source: Span) -> Option<usize> {
        let sentence = self.body.sentence_at(source.start)?;
        let from = self.body.sentences().get(sentence.saturating_sub(1))?.span.start;
        let before = self.narrated.partition_point(|(span, _)| span.end <= source.start);
        let near = self.narrated.get(..before)?.iter().rev().take_while(|(span, _)| span.start >= from);
        let mut bodies =
            near.filter(|(span, number)| self.names.get(*number).is_some_and(|name| !name.person) && self.opens_sentence(*span));
        bodies.next().map(|(_, number)| *number)
    }

    /// `KCNA's report`, and `its later report` after it: what a paper or a claim says, its owner says.
    fn owner_of_paper(&self, source: Span, head: &[Unit]) -> Option<usize> {
        let (noun, rest) = head.split_last()?;
        if !noun.is_one_of(PAPERS) && !noun.is_in(&self.lexicon.nouns) {
            return None;
        }
        let named = rest.iter().find_map(|unit| self.mention_over(unit.span)).filter(|(span, _)| self.is_owner(*span));
        if named.is_some() || !rest.first()?.is("its") {
            return named.map(|(_, number)| number);
        }
        let before = self.narrated.partition_point(|(span, _)| span.end <= source.start);
        let near = self.narrated.get(before.saturating_sub(LOOK_BACK)..before)?;
        near.iter().rev().find(|(span, _)| self.is_owner(*span)).map(|(_, number)| *number)
    }

    /// Whether the mention owns what follows: `Putin's health`.
    fn is_owner(&self, mention: Span) -> bool {
        after(self.body.text(), mention.end).starts_with(['\'', '’'])
    }

    /// Whether the mention is the subject of its sentence, as far as its place tells.
    fn opens_sentence(&self, mention: Span) -> bool {
        if self.is_owner(mention) {
            return false;
        }
        let sentence = self.body.sentence_at(mention.start).and_then(|at| self.body.sentences().get(at));
        sentence.is_some_and(|sentence| {
            let ahead = self.body.words(Span::new(sentence.span.start, mention.start));
            ahead.split_whitespace().count() <= 3
        })
    }
}
